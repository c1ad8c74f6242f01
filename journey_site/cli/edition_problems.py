"""The problems of one edition: what ``journey-site check --audience`` tells, and what it only counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from journey_site.cli.folder import Folder
from journey_site.guard.told import counted
from journey_site.handbook import Outcome, pages_beside
from journey_site.hidden_problems import told_in_full
from journey_site.page_audiences import hidden_pages
from journey_site.problems import Severity
from journey_site.reports.counts import counted as number_of
from journey_site.reports.visible import visible


@dataclass(frozen=True, slots=True)
class OfEdition:
    """What was found, as one edition tells it."""

    outcome: Outcome
    """With the problems alone that this edition may tell."""
    audience: str = ""
    others: Counter[tuple[Severity, str]] = field(default_factory=Counter)
    """How many there are besides, in what it leaves out: by how grave they are and by rule."""

    def count(self, severity: Severity) -> int:
        """How many of the others are that grave."""
        return sum(number for (each, _), number in self.others.items() if each is severity)

    def lines(self) -> Iterator[str]:
        """Which edition was looked at, and how much is not told; nothing where all of the handbook is."""
        if not self.audience:
            return
        yield f'This is the edition for "{visible(self.audience)}".'
        for severity in sorted({severity for severity, _ in self.others}, reverse=True):
            of_rule: Counter[str] = Counter({rule: number for (each, rule), number in self.others.items() if each is severity})
            number = of_rule.total()
            said = f"{number_of(number, 'piece')} of advice" if severity is Severity.ADVICE else number_of(number, severity.word)
            yield f"{said} in what it leaves out, or about it: {counted(of_rule)}"
        yield ""


def of_edition(outcome: Outcome, audience: str, place: Folder) -> OfEdition:
    """What ``outcome`` is to those who may see what ``audience`` does; everything, where that is the narrowest or nobody's."""
    everything = outcome.everything or outcome.atlas
    audiences = everything.handbook.audiences
    if audience not in audiences:
        return OfEdition(outcome)
    if audience == audiences[0]:
        return OfEdition(outcome, audience)
    texts = {shown: text for path, shown in pages_beside(place.path, place.shown) if (text := _text(path)) is not None}
    told, others = told_in_full(outcome.problems, everything, audience, Path(), hidden_pages(texts, everything.handbook, audience))
    return OfEdition(replace(outcome, problems=tuple(told)), audience, others)


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
