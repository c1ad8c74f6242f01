"""What a rule means, for whoever asks with ``--explain``: one sentence, why, a bad and a good example."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from journey_site.reports.paint import Paint
from journey_site.rules.explained import Explanation

_LEVEL = "handbook.yml sets its level under checks: off, advice, warning or error"
_ERROR = "what it is about cannot be shown rightly, so no level makes it less"


def explanation_lines(told: Explanation, paint: Paint, columns: int) -> Iterator[str]:
    """The explanation for a screen of so many columns."""
    yield f"{paint.grave(f'{told.severity.word}[{told.name}]', told.severity)}{paint.bold(': ' + told.title)}"
    if told.why:
        yield from _section("Why", told.why, paint, columns)
    for paragraph in told.text.split("\n\n") if told.text else ():
        yield ""
        yield from _wrapped(paragraph, columns)
    for heading, example in (("Bad", told.bad), ("Good", told.good)):
        if example:
            yield ""
            yield paint.bold(heading)
            yield from (f"    {line}".rstrip() for line in example.splitlines())
    yield ""
    severity = told.severity
    yield from _wrapped(f"{severity.word.capitalize()}: {_ERROR if severity.word == 'error' else _LEVEL}.", columns)


def _section(heading: str, words: str, paint: Paint, columns: int) -> Iterator[str]:
    yield ""
    yield paint.bold(heading)
    yield from (f"    {line}" for line in _wrapped(words, columns - 4))


def _wrapped(words: str, columns: int) -> list[str]:
    """Paragraphs keep to the screen; lists keep their lines."""
    return [line for part in words.split("\n") for line in wrap(part, columns) or [""]]
