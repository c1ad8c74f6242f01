"""Whether customers are met where they are, for a person at a terminal and for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journey_site.reports.counts import counted
from journey_site.reports.paint import Paint
from journey_site.reports.visible import harmless, visible
from journey_site.rules.coverage import Coverage
from journey_site.rules.finding import Finding, Rule, Verdict
from journey_site.site.views.told import in_words
from journey_site.site.voice import Voice

_TOLD = 3
"""How many journeys are told of for each rule, where not every one is wanted; the page /checks/ names more."""
_OPEN = (Verdict.WANTING, Verdict.TOLD)


def coverage_lines(coverage: Coverage, voice: Voice, paint: Paint, *, every: bool = False) -> Iterator[str]:
    """One line for each rule, then for the first journeys that do not meet it, or for every one, what was found and what to do."""
    if not coverage.findings:
        return
    yield ""
    yield paint.bold("Do we meet the customer where they are?")
    for rule in coverage.rules:
        yield ""
        yield f"{paint.bold(rule.question)} {_score(coverage, rule)} ({rule.name})"
        yield from map(harmless, _open_lines(coverage, rule, voice, every=every))


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


def _open_lines(coverage: Coverage, rule: Rule, voice: Voice, *, every: bool) -> Iterator[str]:
    found = _open(coverage, rule)
    first = len(found) if every or len(found) == _TOLD + 1 else _TOLD
    for finding in found[:first]:
        yield f"  {visible(str(finding.place))}: {visible(in_words(finding.found, voice))}"
        if finding.todo:
            yield f"      {visible(in_words(finding.todo, voice))}"
    if len(found) > first:
        yield f"  … and {counted(len(found) - first, 'journey')} more"


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
