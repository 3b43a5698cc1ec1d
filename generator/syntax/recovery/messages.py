"""Words for what stands in the text and what could have stood there."""

from __future__ import annotations

from generator.syntax.tables import Tables

__all__ = ["describe_expected", "describe_token", "quoted"]

_LONGEST = 40
_NAMES = {
    "NAME": "a name",
    "STRING": "a text in double quotes",
    "INTEGER": "a number",
    "REAL": "a number",
    "BLOCK_COMMENT": "a comment /*…*/",
    "$END": "the end of the file",
}
_EXPRESSION = frozenset({"STRING", "INTEGER", "REAL", "NAME", "null", "true", "new"})
_MEMBER = frozenset({"part", "attribute", "package", "import", "alias"})
_KERNEL_MEMBER = frozenset({"feature", "class", "package", "import", "alias"})
_TYPED = frozenset({":", ":>", ":>>", "["})
_OPERATORS = frozenset({"==", "+", "*", "and", "implies", "<="})
_MOST = 5


def quoted(text: str) -> str:
    """A piece of the text, short enough for a message."""
    flat = " ".join(text.split())
    return "'" + (flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…") + "'"


def describe_token(tables: Tables, kind: int, text: str) -> str:
    """What stands at the place of an error."""
    name = tables.terminals[kind]
    if name == "$END":
        return "the end of the file"
    if name == "BLOCK_COMMENT":
        return "a comment /*…*/"
    if name == "STRING":
        return f"the text {quoted(text)[1:-1]}"
    return quoted(text)


def describe_expected(tables: Tables, names: frozenset[str]) -> str:
    """A set of terminals in a person's words: `';' or '{'`, `an expression`, `a name`."""
    texts = {name: tables.texts[tables.terminals.index(name)] for name in names}
    words = {text or name for name, text in texts.items()}
    if "NAME" in words:
        words -= {"$", "<"}
    parts: list[str] = []
    if words >= _MEMBER:
        parts.append("a member such as 'part' or 'attribute'")
    elif words >= _KERNEL_MEMBER:
        parts.append("a member such as 'class' or 'feature'")
    if parts:
        if "}" in words:
            parts.append("'}'")
        return _join(parts)
    if words >= _EXPRESSION:
        return "an expression"
    if words >= _OPERATORS:
        parts.append("an operator")
        words = {w for w in words if w in (";", "{", ")", "]", "}", "then", "?", ",", ":=")}
    if words >= _TYPED:
        parts.append("a type (':')")
        words = {
            w for w in words if w in (";", "{", "=", "NAME", "first", "to", "from", "connect", "in")
        }
    order = ["NAME", ";", "{", "}", ")", "]", "=", ":="]
    known = [word for word in order if word in words]
    rest = sorted(words - set(order))
    for word in known + rest:
        phrase = _NAMES.get(word, f"'{word}'")
        if phrase not in parts:
            parts.append(phrase)
    if len(parts) > _MOST:
        parts = [*parts[: _MOST - 1], "…"]
    return _join(parts)


def _join(parts: list[str]) -> str:
    if len(parts) < 2:
        return parts[0] if parts else "something else"
    if parts[-1] == "…":
        return ", ".join(parts)
    return ", ".join(parts[:-1]) + " or " + parts[-1]
