"""Whether customers are met where they are, for a person at a terminal and for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from journey_site.reports.counts import counted
from journey_site.reports.paint import Paint
from journey_site.reports.visible import harmless, visible, width
from journey_site.rules.coverage import Coverage
from journey_site.rules.finding import Finding, Rule, Verdict
from journey_site.site.views.told import in_words
from journey_site.site.voice import Voice

_DETAILED = 3
"""So many open questions are told with what to do, where not every one is wanted: nobody begins with more at once."""
_OPEN = (Verdict.WANTING, Verdict.TOLD)


def coverage_lines(
    coverage: Coverage, voice: Voice, paint: Paint, columns: int = 100, *, every: bool = False
) -> Iterator[str]:
    """The first open questions with a journey of which that is so and what to do, or ``every`` one; then the others by name."""
    if not coverage.findings:
        return
    yield paint.bold("Do we meet the customer where they are?")
    yield ""
    met: list[str] = []
    open_: list[str] = []
    unsaid: list[str] = []
    told = 0
    for rule in coverage.rules:
        found = _open(coverage, rule)
        if found and (every or told < _DETAILED):
            told += 1
            yield f"{paint.bold(rule.question)} {_score(coverage, rule)} ({rule.name})"
            yield from map(harmless, _open_lines(found, voice, columns, every=every))
        elif found:
            open_.append(f"{rule.name} ({_score(coverage, rule)})")
        elif coverage.score(rule.name).of:
            met.append(f"{rule.name} ({_score(coverage, rule)})")
        else:
            unsaid.append(rule.name)
    if told and (open_ or met or unsaid):
        yield ""
    yield from _listed("Not yet", open_, columns)
    yield from _listed("Yes", met, columns)
    yield from _listed("Cannot be said", unsaid, columns)


def coverage_data(coverage: Coverage, voice: Voice) -> list[dict[str, Any]]:
    """The same for a program: every rule with its score, and every journey that does not meet it."""
    return [
        {
            "rule": rule.name,
            "question": rule.question,
            "met": coverage.score(rule.name).met,
            "of": coverage.score(rule.name).of,
            "findings": [_finding(finding, voice) for finding in _open(coverage, rule)],
        }
        for rule in (coverage.rules if coverage.findings else ())
    ]


def _open(coverage: Coverage, rule: Rule) -> list[Finding]:
    return [finding for finding in coverage.of_rule[rule.name] if finding.verdict in _OPEN]


def _score(coverage: Coverage, rule: Rule) -> str:
    score = coverage.score(rule.name)
    told = sum(finding.verdict is Verdict.TOLD for finding in coverage.of_rule[rule.name])
    parts = [f"{score.met} of {score.of}"] if score.of else []
    parts += [f"{told} worth a look"] if told else []
    return ", ".join(parts) or "cannot be said"


def _open_lines(found: Sequence[Finding], voice: Voice, columns: int, *, every: bool) -> Iterator[str]:
    first = len(found) if every else 1
    for finding in found[:first]:
        said = f"  {visible(str(finding.place))}: {visible(in_words(finding.found, voice))}"
        todo = visible(in_words(finding.todo, voice)) if finding.todo else ""
        beside = bool(todo) and width(said) + width(todo) + 3 <= columns
        yield f"{said}. {todo}" if beside else said
        if todo and not beside:
            yield f"      {todo}"
    if len(found) > first:
        yield f"  … and {counted(len(found) - first, 'journey')} more"


def _listed(heading: str, names: Sequence[str], columns: int) -> list[str]:
    return wrap(f"{heading}: {', '.join(names)}", columns, subsequent_indent="  ", break_on_hyphens=False) if names else []


def _finding(finding: Finding, voice: Voice) -> dict[str, Any]:
    return {
        "journey": finding.journey.id,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "found": in_words(finding.found, voice),
        "todo": in_words(finding.todo, voice) if finding.todo else "",
        "judged": finding.verdict is Verdict.WANTING,
    }
