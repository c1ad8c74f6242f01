"""Whether we meet the customer where they are: what the rules of coverage found in a journey."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.documents.journeys import Journey
from journey_site.documents.things import Content, Thing, Touchpoint
from journey_site.documents.values import Owner
from journey_site.rules.coverage import score_of
from journey_site.rules.finding import Finding, Verdict
from journey_site.sentence import Sentence
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, list_uri
from journey_site.site.views.entries import Labelled, OwnerView, owner_view
from journey_site.site.views.told import told
from journey_site.site.voice import Voice

ASKED = 3
"""How many are named who can say what is missing."""
_ORDER = (Verdict.WANTING, Verdict.TOLD, Verdict.MET, Verdict.UNSAID)


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What a rule says of a journey."""

    rule: str
    anchor: str
    """Where it stands on the page of the journey."""
    question: str
    verdict: str
    """``met``, ``wanting``, ``told`` or ``unsaid``."""
    label: str
    """The verdict in the reader's words: yes, not yet, worth a look, cannot be said."""
    icon: str
    found: tuple[Labelled, ...]
    """A sentence in pieces, stages and touchpoints as links: print it with ``labels(…, "")``."""
    todo: tuple[Labelled, ...]
    """What an editor does about it, likewise; empty when there is nothing to do."""
    asked: tuple[OwnerView, ...] = ()
    """Who can say what is missing; empty where nothing is, and where nobody answers for it."""
    departments: tuple[str, ...] | None = None
    """Ids of the departments that have something to do there; None in a handbook without departments."""


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The findings of one journey, what is wanting first."""

    score: str
    """How many answers are yes, of those that can be given, in words."""
    answers: tuple[AnswerView, ...]
    checks: Link
    """The page on which every journey stands."""


def coverage_view(journey: Journey, voice: Voice) -> CoverageView | None:
    """The findings of one journey, what is wanting first; None when there is nothing to show."""
    findings = voice.coverage.of_journey.get(journey.id, ())
    if not findings:
        return None
    ordered = sorted(findings, key=lambda finding: _ORDER.index(finding.verdict))
    return CoverageView(
        in_score(findings, voice), tuple(answer_view(each, voice) for each in ordered), Link(list_uri("checks"))
    )


def answer_view(finding: Finding, voice: Voice) -> AnswerView:
    """One finding, ready to print."""
    label, icon = vocabulary.VERDICTS[finding.verdict.value]
    asked = _asked(finding)
    rule = next(rule for rule in voice.coverage.rules if rule.name == finding.rule)
    return AnswerView(
        finding.rule,
        answer_anchor(finding.rule),
        voice._(rule.question),
        finding.verdict.value,
        voice._(label),
        icon,
        told(finding.found, voice, finding.journey),
        told(finding.todo, voice, finding.journey) if finding.todo else (),
        tuple(view for owner in asked[:ASKED] if (view := owner_view(owner, voice))),
        tuple(dict.fromkeys(owner.department for owner in asked if owner.department)) if voice.atlas.departments else None,
    )


def _asked(finding: Finding) -> list[Owner]:
    """Of whom ``finding`` asks something: who answers for the stages where something is wanting, and who owns what it names."""
    if finding.verdict is Verdict.MET:
        return []
    journey = finding.journey
    owners = [stage.owner or journey.owner for stage in finding.wanting]
    owners += [thing.owner for said in (finding.found, finding.todo) if said for thing in _named(said)]
    return list({(owner.department, owner.name): owner for owner in owners or [journey.owner] if owner}.values())


def _named(value: object) -> Iterator[Thing]:
    """Touchpoints and content that a sentence names, however deep."""
    if isinstance(value, Sentence):
        for each in value.values.values():
            yield from _named(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _named(each)
    elif isinstance(value, Touchpoint | Content):
        yield value


def answer_anchor(rule: str) -> str:
    """Where a rule's answer stands on the page of a journey."""
    return f"check-{rule}"


def in_score(findings: tuple[Finding, ...], voice: Voice) -> str:
    """How many answers are yes, in words."""
    score = score_of(findings)
    if not score.of:
        return voice._("nothing can be said yet")
    return voice._("%(met)s of %(of)s") % {"met": voice.language.number(score.met), "of": voice.language.number(score.of)}
