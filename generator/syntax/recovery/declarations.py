"""Mistakes at the beginning of a member: words of other notations, words in the wrong order; see
`mistakes`."""

from __future__ import annotations

from generator.syntax.recovery.desk import Desk
from generator.syntax.recovery.messages import quoted
from generator.syntax.recovery.rewrite import Part, rewrite, text_of
from generator.syntax.words import PAIRS, PREFIXES, TYPES

__all__ = [
    "alone_definition",
    "borrowed_pair",
    "borrowed_prefix",
    "late_modifier",
    "moved_definition",
    "qualified_declaration",
    "qualified_package",
    "quoted_name",
    "sized_first",
    "spelt_name",
    "stereotype",
    "typed_first",
    "visibility_section",
]

_MODIFIERS = (
    "in",
    "out",
    "inout",
    "abstract",
    "variation",
    "derived",
    "constant",
    "ref",
    "end",
    "individual",
    "snapshot",
    "timeslice",
    "private",
    "protected",
    "public",
    "variant",
)
_ENDS = (";", "{", "=", ":", ":>", "[", ":>>", ":=", "default")


def borrowed_pair(desk: Desk) -> bool:
    """`value property x`, `flow port p`, `full port q`."""
    begin = _head(desk)
    pair = (desk.word(begin), desk.word(begin + 1))
    meant = PAIRS.get(pair)
    if meant is None:
        return False
    said, words = " ".join(pair), meant.split()
    message = f"'{said}' is not SysML v2; write '{meant}'"
    if desk.is_kind(begin + 2, "def"):
        words = words[:-1] if words[-1] == "def" else words
    return rewrite(desk, begin, begin + 2, words, "syntax-unknown-keyword", message)


def borrowed_prefix(desk: Desk) -> bool:
    """`static attribute x`, `readonly attribute x`, `final part p`."""
    begin = _head(desk)
    word = desk.word(begin)
    if word not in PREFIXES or not desk.is_keyword(begin + 1):
        return False
    meant = PREFIXES[word]
    what = f"; write '{meant}'" if meant else " and is left out"
    message = f"'{word}' is not a word of SysML{what}"
    parts = [meant] if meant else []
    return rewrite(desk, begin, begin + 1, parts, "syntax-unknown-keyword", message)


def late_modifier(desk: Desk) -> bool:
    """`part abstract def A`, `attribute in x`, `part ref x`, `attribute private x`."""
    at = desk.at
    if not desk.is_kind(at, *_MODIFIERS) or not desk.is_keyword(at - 1):
        return False
    begin = at - 1
    while desk.is_kind(begin - 1, *_MODIFIERS, "use"):
        begin -= 1
    end = at
    while desk.is_kind(end, *_MODIFIERS):
        end += 1
    if not desk.is_kind(end, "NAME", "def", ":", "<", "[", ":>", ":>>"):
        return False
    kind = list(range(begin, at))
    parts = [*range(at, end), *kind]
    words = text_of(desk, parts).strip()
    said = "words" if end - at > 1 else "word"
    message = f"the {said} {text_of(desk, list(range(at, end))).strip()!r} comes before the keyword"
    return rewrite(
        desk, begin, end, parts, "syntax-modifier-order", message, f"write '{words}'", and_then=1
    )


def moved_definition(desk: Desk) -> bool:
    """`def part A`, `part A def`."""
    at = desk.at
    code, message = "syntax-definition-order", "'def' stands between the keyword and the name"
    if desk.is_kind(at, "def") and desk.is_kind(at - 1, "NAME") and desk.is_keyword(at - 2):
        parts = [at - 2, at, at - 1]
        return rewrite(desk, at - 2, at + 1, parts, code, message, and_then=1)
    begin = at - 1 if desk.is_kind(at - 1, "def") else at
    if desk.is_kind(begin, "def") and desk.is_keyword(begin + 1):
        return rewrite(desk, begin, begin + 2, [begin + 1, begin], code, message)
    return False


def alone_definition(desk: Desk) -> bool:
    """`def Car;`."""
    at = desk.at
    if not (desk.is_kind(at, "def") and desk.is_kind(at + 1, "NAME") and desk.is_between_members):
        return False
    return rewrite(
        desk,
        at,
        at + 1,
        ["part", at],
        "syntax-missing-kind",
        "a kind of definition must stand before 'def'",
        "for example 'part def', 'attribute def', 'action def'",
    )


def sized_first(desk: Desk) -> bool:
    """`part [4] wheels : Wheel`."""
    at = desk.at
    if not (desk.is_kind(at, "NAME") and desk.is_kind(at - 1, "]")):
        return False
    begin = at - 1
    while begin > 0 and at - begin < 8 and not desk.is_kind(begin, "["):
        begin -= 1
    parts = [at, *range(begin, at)]
    message = "a multiplicity stands behind the name or behind the type"
    return rewrite(desk, begin, at + 1, parts, "syntax-multiplicity-order", message, and_then=1)


def typed_first(desk: Desk) -> bool:
    """`Integer x;`, `int x = 5;`, `string name;`, `void run() {`."""
    at = desk.at
    begin = at - 1
    if not (desk.is_kind(at, "NAME") and desk.is_kind(begin, "NAME")):
        return False
    word = desk.word(begin)
    if desk.statement(at) != begin or not desk.same_line(begin, at):
        return False
    is_type = word in TYPES or (word[:1].isupper() and desk.word(at)[:1].islower())
    if desk.is_kind(at + 1, "(") and (is_type or word == "void"):
        return _function(desk, begin)
    if not is_type or not desk.is_kind(at + 1, *_ENDS):
        return False
    known = TYPES.get(word, word)
    name = desk.word(at)
    kept: Part = begin if known == word else "NAME"
    parts: list[Part] = ["attribute", at, ":", kept]
    message = f"the type stands behind the name: attribute {name} : {known}"
    texts = {} if known == word else {3: known}
    return rewrite(
        desk, begin, at + 1, parts, "syntax-type-first", message, texts=texts, and_then=1
    )


def _function(desk: Desk, begin: int) -> bool:
    name = desk.word(begin + 1)
    end = begin + 2
    while not desk.is_kind(end, ")", ";", "{", "}", "$END"):
        end += 1
    end += desk.is_kind(end, ")")
    message = f"what is done is an action: action {name} {{ in …; out …; }}"
    code = "syntax-type-first"
    return rewrite(desk, begin, end, ["action", begin + 1], code, message, and_then=1)


def quoted_name(desk: Desk) -> bool:
    """`part def "Car"`, `part x : "Car"`."""
    at = desk.at
    if not desk.is_kind(at, "STRING"):
        return False
    begin = desk.statement(at)
    typed = desk.is_kind(at - 1, ":", ":>", ":>>")
    if typed and desk.is_kind(begin, "attribute", "in", "out", "NAME"):
        return False
    word = desk.word(at)[1:-1]
    if not desk.fits_from("NAME", start=at + 1, count=1) or desk.is_kind(at - 1, "import"):
        return False
    name = word if word.isidentifier() and word.isascii() else "'" + word.replace("'", "\\'") + "'"
    desk.report_token(
        "syntax-quoted-name",
        "a name does not stand in double quotes",
        at,
        f"write {name}; double quotes are for texts",
        (f"Write {name}", name),
    )
    desk.replace(at, "NAME")
    return True


def spelt_name(desk: Desk) -> bool:
    """`part def My-Car`, `part def 2Cars`, `part def My Car`."""
    at = desk.at
    begin = at - 1 if desk.is_kind(at - 1, "NAME") else at
    is_number = desk.is_kind(at, "INTEGER") and desk.fits("NAME") and _touch(desk, at)
    if not (is_number or (desk.is_kind(at, "-", "NAME") and begin < at)):
        return False
    end = at
    if desk.is_kind(at, "NAME"):
        if not desk.is_kind(begin - 1, "def"):
            return False
        while desk.is_kind(end, "NAME") and desk.same_line(begin, end):
            end += 1
    else:
        while _touch(desk, end):
            end += 1
        end += 1
        if end - begin < 2 or not _touch(desk, begin):
            return False
    text = desk.tokens.text[desk.tokens.starts[begin] : desk.tokens.ends[end - 1]]
    if not desk.is_kind(begin - 1, "def") and not desk.is_keyword(begin - 1):
        return False
    return rewrite(
        desk,
        begin,
        end,
        ["NAME"],
        "syntax-name-characters",
        f"the name {text} needs quotes",
        "a name without quotes begins with a letter and has letters, digits and _ only",
        says="Put the name in quotes",
        texts={0: f"'{text}'"},
        and_then=1,
    )


def _touch(desk: Desk, index: int) -> bool:
    """Whether the next token follows without a space and may belong to a name."""
    joined = desk.tokens.ends[index] == desk.tokens.starts[index + 1]
    return joined and desk.is_kind(index + 1, "NAME", "INTEGER", "-")


def qualified_package(desk: Desk) -> bool:
    """`package A::B {`."""
    at = desk.at
    if not (desk.is_kind(at, "::") and desk.is_kind(at - 2, "package")):
        return False
    end = at
    while desk.is_kind(end, "::") and desk.is_kind(end + 1, "NAME"):
        end += 2
    first, last = desk.word(at - 1), desk.word(end - 1)
    desk.report(
        "syntax-qualified-declaration",
        "a package is declared with a simple name, not with a path",
        desk.tokens.starts[at - 1],
        desk.tokens.ends[end - 1],
        f"nest the packages: package {first} {{ package {last} {{ … }} }}",
    )
    desk.skip_to(max(end, at + 1))
    return True


def qualified_declaration(desk: Desk) -> bool:
    """`part def A::B`."""
    at = desk.at
    if not (
        desk.is_kind(at, "::") and desk.is_kind(at + 1, "NAME") and desk.is_kind(at - 1, "NAME")
    ):
        return False
    end = at
    while desk.is_kind(end, "::") and desk.is_kind(end + 1, "NAME"):
        end += 2
    desk.report(
        "syntax-qualified-declaration",
        "what is declared here has a simple name, not a path",
        desk.tokens.starts[at - 1],
        desk.tokens.ends[end - 1],
        "declare it inside the element it belongs to",
    )
    desk.skip_to(end)
    return True


def visibility_section(desk: Desk) -> bool:
    """`private: attribute x;`."""
    for colon in (desk.at, desk.at - 1):
        if desk.is_kind(colon, ":") and desk.is_kind(colon - 1, "private", "public", "protected"):
            word = desk.word(colon - 1)
            message = f"'{word}' stands before each member, without ':'"
            return rewrite(desk, colon, colon + 1, [], "syntax-visibility-section", message)
    return False


def stereotype(desk: Desk) -> bool:
    """`<<block>> part def Car`."""
    at = desk.at
    opener = at if desk.is_kind(at, "<") and desk.is_kind(at + 1, "<") else at - 1
    if not (desk.is_kind(opener, "<") and desk.is_kind(opener + 1, "<")):
        return False
    end = opener + 2
    while end - opener < 12 and not desk.is_kind(end, ">", "$END", ";", "{", "}"):
        end += 1
    if not (desk.is_kind(end, ">") and desk.is_kind(end + 1, ">")):
        return False
    name = quoted(desk.word(opener + 2))[1:-1]
    message = f"a stereotype in angle brackets is not SysML v2; write '#{name}' or a keyword"
    hint = f"declare it with 'metadata def {name};'"
    code = "syntax-stereotype"
    return rewrite(desk, opener, end + 2, [], code, message, hint, and_then=1)


def _head(desk: Desk) -> int:
    """The first word of the member that is no modifier."""
    begin = desk.statement(desk.at)
    while desk.is_kind(begin, *_MODIFIERS) and begin < desk.at:
        begin += 1
    return begin
