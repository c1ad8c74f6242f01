"""Every rule asked of every journey, once: what pages, the command line and levels are told from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from journey_site.atlas.atlas import Atlas
from journey_site.documents.journeys import Journey
from journey_site.editions import without_drafts
from journey_site.problems import Span
from journey_site.rules.finding import Finding, Rule, Said, Verdict
from journey_site.rules.questions import QUESTIONS


@dataclass(frozen=True)
class Coverage:
    """What the rules say of the journeys of one edition."""

    rules: tuple[Rule, ...]
    """The rules that were asked: all but those that handbook.yml switches off."""
    journeys: tuple[Journey, ...]
    """The journeys that were looked at."""
    findings: tuple[Finding, ...]
    """One for each journey and rule, journey by journey, in the order of the rules."""
    left_out: int = 0
    """How many journeys were not looked at: drafts, retired ones, and those that tell how things should become."""

    @cached_property
    def of_journey(self) -> dict[str, tuple[Finding, ...]]:
        """The findings of each journey, by its id."""
        return _grouped((finding.journey.id, finding) for finding in self.findings)

    @cached_property
    def of_rule(self) -> dict[str, tuple[Finding, ...]]:
        """The findings of each rule, by its name."""
        return _grouped((finding.rule, finding) for finding in self.findings)

    def in_order_of(self, atlas: Atlas) -> Coverage:
        """The same, with the journeys in the order in which ``atlas`` has them."""
        place = {identity: at for at, identity in enumerate(atlas.journeys)}
        journeys = tuple(sorted(self.journeys, key=lambda journey: place[journey.id]))
        return replace(self, journeys=journeys, findings=tuple(sorted(self.findings, key=lambda finding: place[finding.journey.id])))

    def score(self, rule: str = "") -> Score:
        """How many answers are yes, and of how many that can be given; of one rule, or of all."""
        return score_of(self.of_rule.get(rule, ()) if rule else self.findings)


@dataclass(frozen=True, slots=True)
class Score:
    """How often the answer is yes, out of how often it is yes or not yet."""

    met: int
    of: int


def score_of(findings: Iterable[Finding]) -> Score:
    """The score of ``findings``; what is only told and what cannot be said count for nothing."""
    verdicts = [finding.verdict for finding in findings]
    met = verdicts.count(Verdict.MET)
    return Score(met, met + verdicts.count(Verdict.WANTING))


def examine(atlas: Atlas, rules: Sequence[Rule] = QUESTIONS) -> Coverage:
    """Ask every rule of every journey that readers of ``atlas`` see.

    Drafts, retired journeys, and those of the states ``future`` and ``planned`` are left out, as are rules
    that ``checks:`` in handbook.yml switches off.
    """
    published = without_drafts(atlas)
    asked = tuple(rule for rule in rules if not _is_off(rule, atlas))
    journeys = tuple(journey for journey in published.journeys.values() if _counts(journey))
    findings = tuple(_finding(rule, journey, published) for journey in journeys for rule in asked)
    return Coverage(asked, journeys, findings, len(atlas.journeys) - len(journeys))


def _is_off(rule: Rule, atlas: Atlas) -> bool:
    said = atlas.handbook.checks.get(rule.name)
    return said is not None and said.level == "off"


def _counts(journey: Journey) -> bool:
    return journey.publish != "retired" and not journey.is_plan and bool(journey.stages)


def _finding(rule: Rule, journey: Journey, atlas: Atlas) -> Finding:
    said = rule.check(journey, atlas)
    return Finding(
        rule.name, journey, said.verdict, said.found, said.todo, said.wanting, said.fulfilled, _place(journey, said)
    )


def _place(journey: Journey, said: Said) -> Span:
    """Where to begin: the first stage concerned that is written with the journey.

    One that only the model has is written nowhere; one that is inherited stands in another journey's file, and
    is not mended there.
    """
    whole = journey.origin
    written = (stage.origin for stage in said.wanting if stage.origin.file == whole.file and stage.origin != whole)
    return next(written, whole)


def _grouped(pairs: Iterable[tuple[str, Finding]]) -> dict[str, tuple[Finding, ...]]:
    found: dict[str, list[Finding]] = {}
    for key, finding in pairs:
        found.setdefault(key, []).append(finding)
    return {key: tuple(findings) for key, findings in found.items()}
