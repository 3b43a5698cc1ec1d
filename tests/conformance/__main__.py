"""Runs the front end over a folder of annotated models and says where it and the expectations differ.

    python -m tests.conformance DIR --library DIR [--verbose] [--only TEXT] [--all]

For every file: the expected faults found on their line, those missed, those reported though nobody expects
them, and the names that lead where they should. Exit code 1 when anything differs. The differences that
`aside.toml` gives a reason for are counted apart, unless `--all` asks for them too.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from pathlib import Path

from tests.conformance.comparison import COUNTS, compare_all, library_of

_ASIDE = Path(__file__).with_name("aside.toml")


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="scripts/conformance",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--library", type=Path, required=True, help="the official library's folder")
    parser.add_argument("--only", default="", help="files whose path contains this")
    parser.add_argument("--verbose", action="store_true", help="say every difference")
    parser.add_argument("--all", action="store_true", help="set nothing aside")
    options = parser.parse_args()
    aside = {} if options.all else tomllib.loads(_ASIDE.read_text(encoding="utf-8"))
    total: Counter[str] = Counter()
    for each in compare_all(options.folder, library_of(options.library), aside, options.only):
        total.update(each.counts)
        if options.verbose:
            print("\n".join(each.differences()), end="\n" if any(each.differences()) else "")
    for key in COUNTS:
        print(f"{key:44} {total[key]}")
    return int(any(total[key] for key in ("errors missed", "errors nobody expects", "names wrong")))


if __name__ == "__main__":
    sys.exit(main())
