"""The verdict as text, JSON, JUnit XML and Markdown. Pure functions of the verdict."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from xml.etree import ElementTree

from generator.diagnostics import visible
from generator.quorum.tally import Verdict
from generator.quorum.vote import Decision, Finding, Vote

__all__ = ["FORMATS", "render_report", "render_vote"]

_MARK = {Decision.APPROVE: "approve", Decision.REJECT: "REJECT ", Decision.ABSTAIN: "abstain"}
_COLOUR = {Decision.APPROVE: "32", Decision.REJECT: "31", Decision.ABSTAIN: "33"}
_SHOWN = 20


def render_report(verdict: Verdict, form: str = "text", *, colour: bool = False) -> str:
    """The verdict in one of `FORMATS`; ValueError for another one."""
    if form == "text":
        return _text(verdict, colour)
    if form not in FORMATS:
        raise ValueError(f"unknown report format {form!r}; there are {', '.join(FORMATS)}")
    return FORMATS[form](verdict)


def render_vote(vote: Vote, *, colour: bool = False) -> str:
    """One line about one vote, for progress."""
    mark = _MARK[vote.decision]
    if colour:
        mark = f"\x1b[{_COLOUR[vote.decision]}m{mark}\x1b[0m"
    cost = "cached" if vote.cached else f"{vote.seconds:.1f} s"
    return f"{mark}  {vote.reviewer:<16} {visible(vote.summary)} ({cost})"


def _text(verdict: Verdict, colour: bool) -> str:
    word = "approved" if verdict.approved else "REJECTED"
    if colour:
        word = f"\x1b[{'32' if verdict.approved else '31'};1m{word}\x1b[0m"
    lines = []
    for vote in verdict.votes:
        lines.append(render_vote(vote, colour=colour))
        shown = [each for each in vote.findings if each.blocking] or list(vote.findings)
        lines += [f"           {_line(each)}" for each in shown[:_SHOWN]]
        if len(shown) > _SHOWN:
            lines.append(f"           and {len(shown) - _SHOWN} more")
    lines.append(f"{word}: {verdict.reason} ({visible(verdict.policy.source)})")
    return "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    place = finding.path or ""
    if finding.path and finding.line:
        place += f":{finding.line}"
    origin = f"  [from {finding.origin}]" if finding.origin else ""
    return visible(f"{place + ': ' if place else ''}{finding.message}{origin}")


def _json(verdict: Verdict) -> str:
    body = {
        "approved": verdict.approved,
        "reason": verdict.reason,
        "policy": asdict(verdict.policy),
        "votes": [asdict(vote) for vote in verdict.votes],
    }
    return json.dumps(body, indent=2) + "\n"


def _junit(verdict: Verdict) -> str:
    suite = ElementTree.Element(
        "testsuite",
        name="quorum",
        tests=str(len(verdict.votes)),
        failures=str(verdict.count(Decision.REJECT)),
        skipped=str(verdict.count(Decision.ABSTAIN)),
        time=f"{sum(vote.seconds for vote in verdict.votes):.3f}",
    )
    for vote in verdict.votes:
        case = ElementTree.SubElement(
            suite, "testcase", classname="quorum", name=vote.reviewer, time=f"{vote.seconds:.3f}"
        )
        if vote.decision is Decision.REJECT:
            failure = ElementTree.SubElement(case, "failure", message=_xml(vote.summary))
            failure.text = _xml("\n".join(_line(each) for each in vote.findings))
        elif vote.decision is Decision.ABSTAIN:
            ElementTree.SubElement(case, "skipped", message=_xml(vote.summary))
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _xml(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold, which `visible` spells out."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _markdown(verdict: Verdict) -> str:
    word = "Approved" if verdict.approved else "Rejected"
    lines = [
        f"## {word}: {_md(verdict.reason)}",
        "",
        "| reviewer | vote | summary |",
        "|---|---|---|",
    ]
    lines += [
        f"| {vote.reviewer} | {vote.decision} | {_md(vote.summary)} |" for vote in verdict.votes
    ]
    for vote in verdict.votes:
        if vote.decision is Decision.REJECT:
            lines += ["", f"### {vote.reviewer}", ""]
            lines += [f"- {_md(_line(each))}" for each in vote.findings]
    return "\n".join(lines) + "\n"


def _md(text: str) -> str:
    shown = visible(text.replace("\n", " "))
    for char in "\\`*_[]<>|":
        shown = shown.replace(char, "\\" + char)
    return shown


FORMATS: dict[str, Callable[[Verdict], str]] = {
    "text": lambda verdict: _text(verdict, False),
    "json": _json,
    "junit": _junit,
    "markdown": _markdown,
}
