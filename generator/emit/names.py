"""Names of Python things from names of model elements.

A model may call an element anything; what leaves here is always an ASCII identifier that is no keyword and
shadows no builtin. Knows Python's lexical rules and the case styles; must not know models or passes.
Every function is deterministic and total: any text, even an empty one, gives a usable name.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import sys
import unicodedata
from collections.abc import Iterable

__all__ = [
    "Names",
    "constant",
    "field",
    "is_identifier",
    "module",
    "outside",
    "package",
    "pascal",
    "snake",
    "words",
]

_LONGEST = 80
_WORD = re.compile(
    r"[A-Z]{2,}s(?![a-z])[0-9]*"  # acronyms in the plural: URLs
    r"|[A-Z]+(?=[A-Z][a-z])"  # an acronym before a word: HTTP|Server
    r"|[A-Z]?[a-z]+[0-9]*"
    r"|[A-Z]+[0-9]*"
    r"|[0-9]+"
)
_LATIN = {"ß": "ss", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o", "ı": "i"}
_LATIN |= {"Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Þ": "Th", "þ": "th", "Ð": "D", "ð": "d"}

# Builtins are listed, not asked from the running interpreter, so that every Python gives the same names.
_BUILTINS_TEXT = """abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile
    complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset
    getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map
    max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr
    slice sorted staticmethod str sum super tuple type vars zip
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
    BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
    ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning
    EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError
    FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError
    InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
    ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError OSError
    OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError
    RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration
    StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError
    UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
    UnicodeWarning UserWarning ValueError Warning ZeroDivisionError"""
_BUILTINS = frozenset(_BUILTINS_TEXT.split())
_KEYWORDS = frozenset(keyword.kwlist) | {"match", "case", "type", "_", "__debug__"}
# A field may be called `id` or `input`; not what its own class body or its base class needs.
_FIELD_TAKEN_TEXT = """bool bytes classmethod complex dict float frozenset int list object property set staticmethod str super
    tuple type construct copy from_orm json parse_file parse_obj parse_raw schema schema_json
    update_forward_refs validate"""
_FIELD_TAKEN = frozenset(_FIELD_TAKEN_TEXT.split())
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{p}{n}" for p in ("com", "lpt") for n in range(10)]
)
_LIBRARIES_TEXT = """alembic anyio black fastapi generator httpx hypothesis jinja2 lark mypy networkx openai opentelemetry
    psycopg pydantic pydantic_ai pydantic_settings pytest requests ruff setup sqlalchemy starlette templates
    tests typer uvicorn yaml"""
_LIBRARIES = frozenset(_LIBRARIES_TEXT.split())


def is_identifier(name: str) -> bool:
    """Whether a name is an ASCII identifier and no keyword, so that it may stand in Python code as it is."""
    return name.isascii() and name.isidentifier() and name not in _KEYWORDS


def words(name: str) -> tuple[str, ...]:
    """The ASCII words of a name, cut at case changes and at everything that is no letter or digit.

    `SecurityReviewerAgent` gives Security, Reviewer, Agent; `HTTPServer` HTTP, Server; `größe` grosse.
    """
    return tuple(_WORD.findall(_ascii(name)))


def snake(name: str) -> str:
    """A name for a variable, parameter or function: `trust_score`; `class_` for a keyword, `input_` for a builtin."""
    return _safe("_".join(words(name)).lower())


def field(name: str) -> str:
    """A name for a field of a data class: as `snake`, but builtins that hurt nobody there (`id`) are kept."""
    found = "_".join(words(name)).lower()
    if found in _KEYWORDS or found in _FIELD_TAKEN or found.startswith("model_"):
        return _start(found) + "_"
    return _shorten(_start(found))


def pascal(name: str) -> str:
    """A name for a class: `TrustScore`; acronyms keep their capitals."""
    return _safe("".join(word[0].upper() + word[1:] for word in words(name)), start="N")


def constant(name: str) -> str:
    """A name for a constant or an enumeration member: `TRUST_SCORE`."""
    found = _safe("_".join(words(name)).upper() or "NAMELESS", start="N")
    return found + "_" if found in ("I", "O") else found  # they look like digits


def outside(name: str) -> str:
    """A Python name as it is shown to others: the underscore that tells it from a word of Python stays inside."""
    return name.rstrip("_") or name


def module(name: str) -> str:
    """A name for a module inside a package: as `snake`, safe as a file name on every system."""
    found = _shorten(_start("_".join(words(name)).lower()))
    return found + "_" if found in _KEYWORDS or found in _DEVICES else found


def package(name: str) -> str:
    """A name for a top-level package: as `module`, and it hides no module of the standard library or of the stack."""
    found = module(name)
    return found + "_system" if found in sys.stdlib_module_names or found in _LIBRARIES else found


class Names:
    """A scope in which every name is given out once.

    The first to ask gets the name, later ones `name_2`, `name_3` and so on: ask in the order of the model.
    `ignore_case` is for file names, which some systems compare without case.
    """

    def __init__(self, reserved: Iterable[str] = (), *, ignore_case: bool = False) -> None:
        self._ignore_case = ignore_case
        self._taken = {self._key(name) for name in reserved}

    def _key(self, name: str) -> str:
        return name.casefold() if self._ignore_case else name

    def unique(self, wanted: str) -> str:
        """The wanted name, or the wanted name with a number if it is already taken; taken from now on."""
        found, number = wanted, 1
        while self._key(found) in self._taken:
            number += 1
            found = f"{wanted.rstrip('_')}_{number}"
        self._taken.add(self._key(found))
        return found

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._key(name) in self._taken


def _safe(name: str, start: str = "n") -> str:
    found = _shorten(_start(name, start))
    return found + "_" if found in _KEYWORDS or found in _BUILTINS else found


def _start(name: str, start: str = "n") -> str:
    if not name:
        return start + "ameless"
    return start + name if name[0].isdigit() else name


def _shorten(name: str) -> str:
    """Names longer than a file system or a reader can bear end in a digest of the rest."""
    if len(name) <= _LONGEST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST - 9].rstrip('_')}_{digest}"


def _ascii(name: str) -> str:
    if name.isascii():
        return name
    return "".join(
        char if char.isascii() else _LATIN.get(char) or _letter(char)
        for char in unicodedata.normalize("NFKC", name)
    )


def _letter(char: str) -> str:
    base = unicodedata.normalize("NFKD", char)[0]
    if base.isascii():
        return base
    category = unicodedata.category(char)
    if category.startswith("M"):
        return ""
    if category[0] not in "LN":
        return f" u{ord(char):x} " if category == "So" else " "
    found = re.search(r"LETTER (?:[A-Z]+ )*?([A-Z]+)(?: WITH .*)?$", unicodedata.name(char, ""))
    if found is None:
        return f"u{ord(char):x}"
    spelled = found.group(1)
    return spelled.capitalize() if char.isupper() else spelled.lower()
