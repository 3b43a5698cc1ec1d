"""The documentation site: hand-written pages, generated pages, diagrams and modules as one searchable set of files.

Needs the extra `docs`. Knows Markdown and mkdocs; must not know models.
"""

from __future__ import annotations

from generator.surfaces.site.build import Site, SiteFault, build_site
from generator.surfaces.site.serve import serve_site

__all__ = ["Site", "SiteFault", "build_site", "serve_site"]
