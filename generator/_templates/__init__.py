"""The template passes as a package: its folders are beside this file once installed, in `templates/` before.

`generator._templates.<pass>.views` is the stable module name of a pass, so that views can be pickled.
"""

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_REPOSITORY = _HERE.parent.parent / "templates"

#: The folder that holds one folder per pass, and `_shared`.
ROOT = _HERE if (_HERE / "_shared").is_dir() else _REPOSITORY

__path__ = [str(ROOT)]
