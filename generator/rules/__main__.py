"""`python -m generator.rules rules|constraints`: a page of the documentation, on standard output."""

from __future__ import annotations

import sys

from generator.rules.pages import constraints_page, rules_page

_PAGES = {"constraints": constraints_page, "rules": rules_page}

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in _PAGES:
        sys.exit(f"usage: python -m generator.rules {'|'.join(_PAGES)}")
    sys.stdout.buffer.write(_PAGES[sys.argv[1]]().encode())
