"""Problems that an editor has looked at and lets stand, with ``# journey: ignore[rule]`` on the line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from journey_site.documents.nearest import Suggestions
from journey_site.documents.reading import quoted
from journey_site.documents.rule_names import COVERAGE, KNOWN, LEFT_OUT
from journey_site.problems import Problem, Severity
from journey_site.source.ignores import Ignore

_MAY_GO = frozenset({*LEFT_OUT, *COVERAGE})
_STAYS = "a comment does not silence this, because it cannot be shown rightly"


def without_silenced(problems: Iterable[Problem], ignores: Sequence[Ignore]) -> tuple[list[Problem], set[Ignore]]:
    """The problems that nobody silenced, and the comments that silenced one.

    An error after which something could not be read stays, whatever a comment says; it then says so itself.
    """
    by_place = {(ignore.span.file, ignore.line, ignore.rule): ignore for ignore in ignores}
    if not by_place:
        return list(problems), set()
    kept: list[Problem] = []
    used: set[Ignore] = set()
    for problem in problems:
        ignore = by_place.get((problem.span.file, problem.span.line, problem.rule))
        if ignore is None:
            kept.append(problem)
            continue
        used.add(ignore)
        if problem.severity is Severity.ERROR and problem.rule not in _MAY_GO:
            kept.append(replace(problem, note="; ".join(words for words in (problem.note, _STAYS) if words)))
    return kept, used


def slips(ignores: Iterable[Ignore]) -> Iterator[Problem]:
    """Comments that can silence nothing, because they name no rule or one that there is not."""
    suggestions = Suggestions()
    for ignore in ignores:
        if not ignore.rule:
            message = "this comment silences nothing, because it names no rule"
            yield Problem("unused-ignore", message, ignore.span, Severity.WARNING, "such as # journey: ignore[empty-next]")
        elif ignore.rule not in KNOWN:
            hint = suggestions.did_you_mean(ignore.rule, KNOWN, "journey-site check --explain rules lists them")
            yield Problem("unknown-rule", f"there is no rule {quoted(ignore.rule)}", ignore.span, Severity.WARNING, hint)


def unused(ignores: Iterable[Ignore], used: Collection[Ignore], told: Iterable[tuple[str, str, int]]) -> Iterator[Problem]:
    """Comments on lines where there is nothing any more to silence.

    ``told`` are rules with file and line that are told without being problems, such as advice about coverage.
    """
    elsewhere = set(told)
    for ignore in ignores:
        known = ignore.rule in KNOWN and ignore not in used
        if known and (ignore.rule, ignore.span.file, ignore.line) not in elsewhere:
            message = f"there is nothing of {quoted(ignore.rule)} to silence on line {ignore.line}"
            yield Problem("unused-ignore", message, ignore.span, Severity.WARNING, "delete the comment, or move it to the line that is meant")
