"""Problems for a person at a terminal: each with its line, a caret under the value, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journey_site.problems import Problem, Related, Severity
from journey_site.reports.concise import one_line
from journey_site.reports.counts import counted, verdict
from journey_site.reports.frame import Frame, frame
from journey_site.reports.paint import Paint
from journey_site.reports.report import Report, Told
from journey_site.reports.visible import harmless, visible, width

WIDTH = 100
"""How many columns a line of a file may take where nobody knows the screen."""
_NARROWEST = 20
_FRAMED = 3
"""How many other places are shown with their line; those after them are named."""
_NAMED = 12
FEW_PIECES = 6
"""So many pieces of advice are all told; of more, the first of each rule."""
_MOST_RULES = 10
"""Of so many rules there is told; nobody begins with the eleventh."""
_FIX = "journey-site check --fix corrects this"
PLAIN = Paint()


def text(
    report: Report,
    paint: Paint = PLAIN,
    columns: int = WIDTH,
    *,
    every: bool = False,
    between: Iterable[str] = (),
    next_step: str = "",
) -> Iterator[str]:
    """The report's lines, each safe to print: every problem with its frame, then advice, ``between``, and last the verdict.

    Advice has a line each and comes after problems: a hundred pieces of it must not hide the one error. Of one
    rule's, the first stands for all where there are many, unless ``every`` piece is wanted.
    """
    advice = [told for told in report.problems if told.problem.severity is Severity.ADVICE]
    for told in report.problems:
        if told.problem.severity is not Severity.ADVICE:
            yield from problem_lines(told, report, paint, columns)
            yield ""
    yield from advice_lines(advice, paint, every=every)
    empty = True
    for line in between:
        empty = False
        yield line
    if not empty:
        yield ""
    yield from verdict(report, next_step)


def advice_lines(advice: Sequence[Told], paint: Paint = PLAIN, *, every: bool = False) -> Iterator[str]:
    """A line for each piece; of many the first of each rule, and how many more there are of it."""
    by_rule: dict[str, list[Told]] = {}
    for told in advice:
        by_rule.setdefault(told.problem.rule, []).append(told)
    first = 1 if len(advice) > FEW_PIECES and not every else len(advice)
    rules = list(by_rule) if every else list(by_rule)[:_MOST_RULES]
    for rule in rules:
        found = by_rule[rule]
        # One more takes no more room than the line that would say so.
        shown = found if len(found) <= first + 1 else found[:first]
        yield from (one_line(told, paint) for told in shown)
        if len(found) > len(shown):
            yield paint.faint(f"  … and {len(found) - len(shown):,} more of {rule}")
    left = [by_rule[rule] for rule in by_rule if rule not in rules]
    if left:
        yield paint.faint(f"  … and {sum(map(len, left)):,} more of {counted(len(left), 'other rule')}")
    if advice:
        yield ""


def problem_lines(told: Told, report: Report, paint: Paint = PLAIN, columns: int = WIDTH) -> Iterator[str]:
    """One problem: sentence, place, frame, what follows from it and how to mend it."""
    yield from (harmless(line) for line in _lines(told, report, paint, columns))


def _lines(told: Told, report: Report, paint: Paint, columns: int) -> Iterator[str]:
    problem = told.problem
    seen = frame(problem.span, report.sources, max(_NARROWEST, columns - 8))
    others = _frames_of(problem, report, columns)
    gutter = max([len(str(each.number)) for each in [seen, *(one for _, one in others)] if each], default=1)
    edge = paint.faint(" " * gutter + " |")
    severity = problem.severity
    yield f"{paint.grave(f'{severity.word}[{problem.rule}]', severity)}{paint.bold(': ' + visible(problem.message))}"
    where = f"  ({visible(told.where)})" if told.within else ""
    yield f"{' ' * gutter}{paint.faint('-->')} {visible(str(problem.span))}{where}"
    hint = visible(problem.hint)
    if seen:
        beside = hint if seen.before + seen.marked + gutter + 4 + width(hint) <= columns else ""
        yield edge
        yield f"{paint.faint(f'{seen.number:>{gutter}} |')} {seen.line}"
        marks = " " * seen.before + paint.grave("^" * seen.marked, severity)
        yield f"{edge} {marks}{' ' if beside else ''}{paint.grave(beside, severity, bold=False)}"
        hint = "" if beside else hint
    for related, other in others:
        yield from _other(related, other, gutter, edge, paint)
    sign = paint.faint(" " * gutter + " =")
    if hint:
        yield f"{sign} {paint.bold('help')}: {hint}"
    rest = problem.related[len(others) :]
    for related in rest[:_NAMED]:
        yield f"{sign} {paint.bold('see')}: {visible(str(related.span))}: {visible(related.message)}"
    if len(rest) > _NAMED:
        yield f"{sign} {paint.bold('see')}: {counted(len(rest) - _NAMED, 'place')} more"
    if problem.note:
        yield f"{sign} {paint.bold('note')}: {visible(problem.note)}"
    if problem.is_mendable:
        yield f"{sign} {paint.bold('fix')}: {_FIX}"


def _frames_of(problem: Problem, report: Report, columns: int) -> list[tuple[Related, Frame]]:
    """The first of the other places, each with its line; none where one of them has no line to show."""
    found: list[tuple[Related, Frame]] = []
    if len(problem.related) > _FRAMED:
        return found
    for related in problem.related:
        seen = frame(related.span, report.sources, max(_NARROWEST, columns - 8))
        if seen is None:
            break
        found.append((related, seen))
    return found


def _other(related: Related, seen: Frame, gutter: int, edge: str, paint: Paint) -> Iterator[str]:
    yield edge
    yield f"{' ' * gutter}{paint.faint('-->')} {visible(str(related.span))}"
    yield edge
    yield f"{paint.faint(f'{seen.number:>{gutter}} |')} {seen.line}"
    marks = " " * seen.before + paint.grave("-" * seen.marked, Severity.ADVICE)
    yield f"{edge} {marks} {paint.grave(visible(related.message), Severity.ADVICE, bold=False)}"
