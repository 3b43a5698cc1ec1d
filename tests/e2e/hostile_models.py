"""Models that put hostile text into every name, doc and string value that a pass consumes.

Knows the notation and the domain library; must not know any pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

__all__ = [
    "CANARY",
    "CODE",
    "COLLIDING",
    "KINDS",
    "NAMES",
    "RESERVED",
    "TEXTS",
    "UNSEEN",
    "doc",
    "model",
    "name",
    "names_everywhere",
    "string",
]

CANARY = "CANARY"
"""The file that text from a model would make if it ever became code."""

_CALL = "__import__('pathlib').Path('CANARY').touch()"
_SHELL = "touch CANARY"

CODE = (
    _CALL,
    f'"+{_CALL}+"',
    f"'+{_CALL}+'",
    f'"""\n{_CALL}\n"""',
    f"'''\n{_CALL}\n'''",
    f'\\"""\n{_CALL}\n\\"""',
    f"\n{_CALL}\n",
    f"\r{_CALL}\r",
    f"\x0c{_CALL}",
    f"\u2028{_CALL}\u2029",
    f"{{{_CALL}}}",
    f'")\n{_CALL}\n("',
    f"# coding: utf-7\n{_CALL}",
    "{{ cycler.__init__.__globals__.os.system('" + _SHELL + "') }}",
    "{% set x = cycler.__init__.__globals__.os.system('" + _SHELL + "') %}",
    f"$({_SHELL})",
    f"`{_SHELL}`",
    f"; {_SHELL} #",
    f"'; {_SHELL}; '",
    f'"; {_SHELL}; "',
    f"x\nRUN {_SHELL}",
    f"!!python/object/apply:os.system ['{_SHELL}']",
    "'); DROP TABLE runs; --",
)
"""Text that would run if it left its quotes, in many quoting styles."""

TEXTS = (
    "",
    " ",
    "'",
    '"',
    "`",
    "\\",
    "\\\\",
    '\\"',
    "ends in \\",
    '"""',
    "'''",
    'ends in "',
    "{{ 7*7 }}",
    "{% raw %}",
    "{% endraw %}{{ 7*7 }}",
    "{# gone #}",
    "${HOME}",
    "$$",
    "%s %(x)s %",
    "{0} {x!r} {",
    "}",
    "../../etc/passwd",
    "/abs",
    "C:\\x",
    ".",
    "..",
    "~",
    "a\x00b",
    "a\nb",
    "a\r\nb",
    "a\tb",
    "\x1b[31mred",
    "<script>alert(1)</script>",
    "</text></svg>",
    "<b>&amp;",
    "]]>",
    "-->",
    "<!--",
    "|",
    "# heading",
    "--",
    "---",
    "...",
    "- a: [b, {c: d}] # e",
    "&a *a !b %c @d",
    "? x",
    "yes",
    "null",
    "~",
    "1e3",
    "0x10",
    "[x](javascript:alert(1))",
    "![x](http://x.invalid/y.png)",
    "é",
    "中文",
    "🐝",
    "\u202egnp.exe",
    "zero\u200bwidth\ufeff",
    "\u0130ı",
    "\ud7ff\ue000\uffff",
    "x" * 400,
    "very long " * 60,
    "9 lives",
    "*/ not */",
    "/* open",
    "// line",
)
"""Text that means something to a format on the way."""

RESERVED = (
    *("class", "async", "await", "None", "True", "match", "case", "type", "lambda", "self", "cls"),
    *("list", "id", "print", "str", "int", "dict", "object", "input", "open", "property", "super"),
    *("__init__", "__main__", "__class__", "__slots__", "_", "__", "_private", "__dunder"),
    *("select", "order", "user", "table", "index", "group", "where", "primary"),
    *("model_config", "model_fields", "json", "copy", "schema", "construct", "validate"),
    *("name", "value", "mro", "_value_", "_missing_", "names", "values"),
    *("metadata", "registry", "query", "session", "Base", "BaseModel", "Field", "mapped_column"),
    *("con", "nul", "com1", "aux"),
    *("typing", "pydantic", "json", "sqlalchemy", "tests", "settings", "cli", "types", "agents"),
    *("telemetry", "persistence", "workflows", "migrations", "docs", "models", "conftest"),
    *("ctx", "typer", "app", "main", "help", "run", "execute", "result", "outcome", "instance"),
    *("Any", "Literal", "StrEnum", "Annotated", "datetime", "Protocol", "Steps", "annotations"),
    *("span", "tracer", "context", "arguments", "asyncio", "pytest", "hypothesis", "given", "st"),
    *("test", "Test", "step", "event", "state", "agent", "prompt", "output", "model", "text"),
)
"""Words that mean something to Python, SQL, a library or the generated code itself."""

COLLIDING = ("fooBar", "foo_bar", "FooBar", "foo bar", "FOO_BAR", "foo-bar", "foobar", "ﬀ", "ff")
"""Names that one case style cannot tell apart."""

UNSEEN = tuple(
    text
    for text in (*TEXTS, *CODE)
    if any(char in "\0\x1b\u202e\u200b\ufeff\u2028" for char in text)
)
"""Texts with characters that a name may not have."""

NAMES = tuple(
    dict.fromkeys(each for each in (*COLLIDING, *RESERVED, *TEXTS, *CODE) if each not in UNSEEN)
)

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def name(text: str) -> str:
    """A name of the notation, with escapes; the notation has none for a carriage return."""
    return "'" + _escaped(text.replace("\r", " ")).replace("'", "\\'") + "'"


def string(text: str) -> str:
    """A string of the notation."""
    return '"' + _escaped(text.replace("\r", " ")).replace('"', '\\"') + '"'


def doc(text: str) -> str:
    """A documentation of the notation: raw text up to the end of the comment."""
    return f"doc /* {text.replace('*/', '* /')} */"


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(char, char) for char in text)


def model(body: str, package: str = "Hostile") -> str:
    """A model file around a body."""
    return (
        f"package {name(package)} {{\n"
        "private import ScalarValues::*;\nprivate import AgentSystems::*;\n"
        f"private import SequenceFunctions::*;\n{body}\n}}\n"
    )


def names_everywhere(names: Iterable[str], kinds: Iterable[str] = ()) -> str:
    """Packages, one for each kind of element, in which every name is used."""
    chosen = tuple(dict.fromkeys(names))
    wanted = tuple(kinds) or tuple(KINDS)
    return "\n".join(f"package {kind} {{\n{KINDS[kind](chosen)}\n}}" for kind in wanted)


def _each(template: str) -> Callable[[Sequence[str]], str]:
    """The template once for each name: `NAME`, `DOC` and `TEXT` stand for it, `MEMBERS(x)` for all names."""

    def body(names: Sequence[str]) -> str:
        return "\n".join(
            template.replace("DOC", doc(each))
            .replace("TEXT", string(each))
            .replace("NAME2", name(f"{each}2"))
            .replace("NAME3", name(f"{each} 3"))
            .replace("NAME", name(each))
            for each in names
        )

    return body


def _once(head: str, member: str, tail: str) -> Callable[[Sequence[str]], str]:
    """One element with a member for each name."""
    members = _each(member)
    return lambda names: f"{head}\n{members(names)}\n{tail}"


KINDS: dict[str, Callable[[Sequence[str]], str]] = {
    "Enums": _each("enum def NAME { DOC enum NAME; enum other; }"),
    "Members": _once("enum def Members {", "enum NAME { DOC }", "}"),
    "Types": _each("attribute def NAME { DOC attribute NAME : String = TEXT { DOC } }"),
    "Fields": _once("attribute def Fields {", "attribute NAME : String = TEXT { DOC }", "}"),
    "Parts": _each("part def NAME { DOC part NAME; port NAME3; attribute NAME2 : Integer = 3; }"),
    "Entities": _each(
        "item def NAME :> Entity { DOC attribute NAME : String default TEXT { DOC } }"
    ),
    "Columns": _once(
        "item def Columns :> Entity {", "attribute NAME : String default TEXT { DOC }", "}"
    ),
    "Keys": _each(
        "item def NAME :> Entity { DOC #key attribute NAME : String; ref item other : Keys::NAME [0..1]; }"
    ),
    "Settings": _once(
        "part def Settings :> Configuration {", "attribute NAME : String = TEXT { DOC }", "}"
    ),
    "Configurations": _each(
        "part def NAME :> Configuration { DOC attribute NAME : String = TEXT { DOC } }"
    ),
    "Calculations": _each(
        "calc def NAME { DOC in NAME : Real; in NAME2 : Real; return NAME3 : Real = NAME + NAME2; }"
    ),
    "Parameters": _once(
        "calc def Parameters {", "in NAME : Real { DOC }", "return : Real = 1.0; }"
    ),
    "Constraints": _each("constraint def NAME { DOC in NAME : Real; NAME >= 0.0 }"),
    "Requirements": _each(
        "requirement def NAME { DOC attribute NAME : String = TEXT; subject s; }"
    ),
    "Usages": _each("requirement <NAME> { DOC attribute text : String = TEXT; }"),
    "Verifications": _each("verification def NAME { DOC subject s; objective { DOC } }"),
    "UseCases": _each("use case def NAME { DOC subject s; actor NAME; objective { DOC } }"),
    "Agents": _each("port def NAME { in attribute NAME : String; }\n"),
    "Swarm": _each(
        "part def NAME :> Agent { DOC attribute model : String = TEXT; attribute NAME3 : String = TEXT;\n"
        "port input : In; port output : Out; requirement NAME2 { DOC } @Instruction { text = TEXT; } }"
    ),
    "Tools": _each(
        "action def NAME :> Tool { DOC in NAME : String { DOC } out NAME2 : String = NAME; }"
    ),
    "Workflows": _each(
        "action def NAME :> Workflow { DOC in attribute NAME : String; out attribute NAME3 : String;\n"
        "@Command { name = TEXT; help = TEXT; }\n"
        "action NAME2 { DOC in x : String; out y : String; }\n"
        "}"
    ),
    "Steps": _once(
        "action def Steps { in attribute x : String; out attribute y : String;",
        "action NAME { DOC in a : String; out b : String; }",
        "}",
    ),
    "Inputs": _once(
        "action def Inputs {",
        "in attribute NAME : String { DOC }",
        "action go { in a : String; out b : String; } }",
    ),
    "Machines": _each(
        "state def NAME { DOC entry; then off; state off; state NAME { DOC }\n"
        "transition NAME2 first off accept sig : String then NAME; }"
    ),
    "States": _once("state def States { entry; then idle; state idle;", "state NAME { DOC }", "}"),
    "Services": _each(
        "part NAME : Service { DOC attribute :>> image = TEXT; attribute :>> command = TEXT;\n"
        "attribute :>> ports = TEXT; attribute :>> environment = TEXT; attribute :>> volumes = TEXT;\n"
        "attribute :>> healthcheck = TEXT; }"
    ),
    "Packages": _each(
        "package NAME { DOC attribute def NAME { attribute NAME : String; } enum def Color { enum NAME; } }"
    ),
}
"""For each kind of element a body that uses every name in it."""

_SWARM = "port def In { in attribute question : String; } port def Out { out attribute answer : String; }\n"
KINDS["Swarm"] = (lambda made: lambda names: _SWARM + made(names))(KINDS["Swarm"])
del KINDS["Agents"]
_ECHO = """private import VerificationCases::*;
action def Ask { in x : String; out y : String; }
action def Echo :> Workflow {
    in attribute x : String; out attribute y : String;
    if x != "fine" { action no : Refuse { in reason = x; } }
    action ask : Ask { in x = Echo::x; out y; }
    then assign y := ask.y;
}
"""
_CASES = _each("""verification def NAME { DOC subject s; objective { DOC }
    action NAME2 : Echo { DOC in :>> x = "fine"; #StandIn action NAME : Ask { DOC out :>> y = TEXT; } }
    then action NAME3 : Echo { @Refused { reason = TEXT; } in :>> x = TEXT; }
    assert constraint { DOC NAME2.y == TEXT }
    return verdict : VerdictKind = PassIf(NAME2.y == TEXT);
}""")


def _metadata(names: Sequence[str]) -> str:
    """Annotations of the domain library with the texts as their strings; elements have plain names."""
    parts = ["attribute def Plain;"]
    for number, each in enumerate(names):
        text = string(each)
        parts.append(f"""item def Row{number} :> Entity {{
                @Table {{ name = {text}; }}
                attribute a : String {{ @Length {{ maximum = 9; }} @Renamed {{ former = {text}; }} }}
            }}
            part def Conf{number} :> Configuration {{ attribute a{number} : String = {text} {{ @Variable {{ name = {text}; }} }} }}
            action def Flow{number} :> Workflow {{
                {doc(each)}
                @Command {{ name = {text}; help = {text}; }}
                @Schedule {{ cron = {text}; }}
                @Queue {{ name = {text}; }}
                @Traced {{ attributes = {text}; }}
                in attribute a : String; out attribute b : String = {text};
                action go {{ @Approval {{ role = {text}; }} @Retry {{ attempts = 2; }} in a : String; out b : String; }}
            }}
            part def Agent{number} :> Agent {{
                {doc(each)}
                attribute model : String = {text};
                @Instruction {{ text = {text}; }}
                @Trust {{ level = {text}; phases = ({text}, {text}); }}
                requirement rule {{ {doc(each)} attribute id = {text}; attribute text = {text}; }}
                port input : In; port output : Out;
            }}""")
    return _SWARM + "\n".join(parts)


def _systems(names: Sequence[str]) -> str:
    return "\n".join(f"""package Root{number} {{
            @System {{ name = {string(each)}; title = {string(each)}; version = {string(each)}; }}
            attribute def Kept {{ attribute a : String; }}
        }}""" for number, each in enumerate(names))


KINDS["Annotations"] = _metadata
KINDS["Systems"] = _systems
KINDS["Cases"] = lambda names: _ECHO + _CASES(names)
