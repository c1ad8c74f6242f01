"""Every rule and every field by its name, for whoever asks the command line: the guide may be on another machine."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from journey_site.documents.reference import reference
from journey_site.reports.paint import Paint
from journey_site.rules.explained import every_explanation


def rule_lines(paint: Paint) -> Iterator[str]:
    """Every rule with what it looks for, under its subject."""
    subject = ""
    broad = max(map(len, every_explanation()))
    for name, told in every_explanation().items():
        if told.subject != subject:
            if subject:
                yield ""
            subject = told.subject
            yield paint.bold(subject)
        yield f"  {name:<{broad}}  {told.title}"
    yield ""
    yield "journey-site check --explain with one of these names says why, with examples."


def field_lines(paint: Paint, columns: int) -> Iterator[str]:
    """The fields of each kind of thing."""
    yield ""
    yield paint.bold("Every field")
    for kind in reference():
        fields = ", ".join(field.key.replace(", ", " or ") for field in kind.fields)
        also = " and ".join(f'"{other}"' for other in kind.also)
        words = f"{kind.title}: {fields}" + (f"; and those of {also}" if also else "")
        yield from wrap(words, columns, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)
