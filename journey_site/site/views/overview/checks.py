"""The page that asks of every journey whether we meet the customer where they are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from journey_site.documents.journeys import Journey
from journey_site.rules.coverage import Score, score_of
from journey_site.rules.finding import Finding, Rule, Verdict
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, thing_uri
from journey_site.site.views.entries import Labelled
from journey_site.site.views.map.coverage import AnswerView, answer_anchor, answer_view, in_score
from journey_site.site.views.people.person import whose
from journey_site.site.voice import Voice

SHOWN = 40
"""How many journeys the matrix shows, and are told of one by one; of more, the page holds names and numbers."""
NAMED = 100
"""How many journeys a folded list names."""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A rule at the head of the matrix."""

    short: str
    question: str
    anchor: str
    """Its section on this page."""


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """A field of the matrix: what one rule says of one journey."""

    verdict: str
    """``met``, ``wanting``, ``told`` or ``unsaid``."""
    label: str
    icon: str
    link: Link
    """The answer on the page of the journey."""
    short: str
    """The rule in two or three words, for narrow screens without a head."""


@dataclass(frozen=True, slots=True)
class RowAnswers:
    """A journey's row in the matrix."""

    journey: Labelled
    """The journey, with whose it is in the note."""
    score: str
    cells: tuple[CellAnswer, ...]


@dataclass(frozen=True, slots=True)
class JourneyAnswer:
    """What a rule found in one journey."""

    journey: Labelled
    answer: AnswerView


@dataclass(frozen=True, slots=True)
class AnswersView:
    """The journeys to which a rule gives the same answer."""

    verdict: str
    """``met``, ``wanting``, ``told`` or ``unsaid``."""
    title: str
    """The answer and how many journeys have it."""
    icon: str
    folded: bool
    answers: tuple[JourneyAnswer, ...]
    """Told one by one; empty where there are too many journeys."""
    names: tuple[Labelled, ...]
    """The journeys by name alone, where there are too many to tell of each."""
    more: str
    """How many are not named; empty when all are."""


@dataclass(frozen=True, slots=True)
class RuleView:
    """A section: one rule, and what it found."""

    name: str
    """As handbook.yml names it under ``checks``."""
    anchor: str
    question: str
    why: str
    score: str
    filled: int | None
    """How much of it is met, in percent; None where nothing can be said."""
    groups: tuple[AnswersView, ...]


@dataclass(frozen=True, slots=True)
class ChecksView:
    """Do we meet the customer where they are? Every rule asked of every journey."""

    title: str
    icon: str
    purpose: str
    verdict: str
    """The whole answer in a sentence."""
    furthest: Labelled | None
    """The question that is met least, with its score in the note; None when all are met."""
    left_out: str
    """How many journeys were not asked about, and why; empty when all were."""
    columns: tuple[ColumnView, ...]
    rows: tuple[RowAnswers, ...]
    matrix_note: str
    """Which journeys the matrix shows, when not all of them."""
    rules: tuple[RuleView, ...]


def checks_view(voice: Voice) -> ChecksView:
    """Every rule asked of every journey."""
    coverage = voice.coverage
    _label, icon, purpose = vocabulary.CHECKS
    whole = coverage.score()
    shown = list(coverage.journeys)
    note = ""
    if len(shown) > SHOWN:
        shown = sorted(shown, key=lambda journey: _share(score_of(coverage.of_journey[journey.id])))[:SHOWN]
        note = voice._("The %(num)s journeys that are furthest from it, of %(all)s") % {
            "num": voice.language.number(SHOWN),
            "all": voice.language.number(len(coverage.journeys)),
        }
    return ChecksView(
        voice._("Do we meet the customer where they are?"),
        icon,
        voice._(purpose),
        _verdict(whole, voice),
        _furthest(voice),
        _left_out(coverage.left_out, voice),
        tuple(ColumnView(voice._(rule.short), voice._(rule.question), rule.name) for rule in coverage.rules),
        tuple(_row(journey, voice) for journey in shown),
        note,
        tuple(_rule(rule, voice) for rule in coverage.rules),
    )


def _share(score: Score) -> float:
    return score.met / score.of if score.of else 1.0


def _verdict(score: Score, voice: Voice) -> str:
    if not score.of:
        return voice._("Nothing can be said yet: the journeys state too little.")
    message = voice.language.ngettext(
        "%(met)s of %(of)s answer is yes.", "%(met)s of %(of)s answers are yes.", score.of
    )
    return message % {"met": voice.language.number(score.met), "of": voice.language.number(score.of)}


def _furthest(voice: Voice) -> Labelled | None:
    """The rule that the smallest share of journeys meets."""
    scores = [(rule, voice.coverage.score(rule.name)) for rule in voice.coverage.rules]
    open_ = [(rule, score) for rule, score in scores if score.of and score.met < score.of]
    if not open_:
        return None
    rule, score = min(open_, key=lambda each: _share(each[1]))
    return Labelled(voice._(rule.question), Link("", rule.name), note=_of_journeys(score, voice))


def _of_journeys(score: Score, voice: Voice) -> str:
    if not score.of:
        return voice._("cannot be said of any journey")
    message = voice.language.ngettext("%(met)s of %(of)s journey", "%(met)s of %(of)s journeys", score.of)
    return message % {"met": voice.language.number(score.met), "of": voice.language.number(score.of)}


def _answered(score: Score, told: int, voice: Voice) -> str:
    """How many journeys a rule is met by, and of how many it only tells something."""
    look = f"{voice.language.number(told)} {voice._(vocabulary.VERDICTS['told'][0])}"
    if not told:
        return _of_journeys(score, voice)
    return f"{_of_journeys(score, voice)} · {look}" if score.of else look


def _left_out(count: int, voice: Voice) -> str:
    if not count:
        return ""
    message = voice.language.ngettext(
        "%(num)s journey is not asked about: a draft, retired, or how things should become.",
        "%(num)s journeys are not asked about: drafts, retired ones, and how things should become.",
        count,
    )
    return message % {"num": voice.language.number(count)}


def _row(journey: Journey, voice: Voice) -> RowAnswers:
    findings = voice.coverage.of_journey[journey.id]
    shorts = {rule.name: voice._(rule.short) for rule in voice.coverage.rules}
    cells = []
    for finding in findings:
        label, icon = vocabulary.VERDICTS[finding.verdict.value]
        link = Link(thing_uri("journeys", journey.id), answer_anchor(finding.rule))
        cells.append(CellAnswer(finding.verdict.value, voice._(label), icon, link, shorts[finding.rule]))
    return RowAnswers(_journey(journey, voice), in_score(findings, voice), tuple(cells))


def _journey(journey: Journey, voice: Voice) -> Labelled:
    return Labelled(journey.name, voice.link_to("journeys", journey), note=whose(journey, voice))


def _rule(rule: Rule, voice: Voice) -> RuleView:
    findings = sorted(voice.coverage.of_rule.get(rule.name, ()), key=_place)
    score = score_of(findings)
    few = len(voice.coverage.journeys) <= SHOWN
    return RuleView(
        rule.name,
        rule.name,
        voice._(rule.question),
        voice._(rule.why),
        _answered(score, sum(finding.verdict is Verdict.TOLD for finding in findings), voice),
        round(100 * score.met / score.of) if score.of else None,
        tuple(_group(verdict, tuple(group), few, voice) for verdict, group in groupby(findings, _verdict_of)),
    )


_PLACES = (Verdict.WANTING, Verdict.TOLD, Verdict.UNSAID, Verdict.MET)


def _place(finding: Finding) -> int:
    return _PLACES.index(finding.verdict)


def _verdict_of(finding: Finding) -> Verdict:
    return finding.verdict


def _group(verdict: Verdict, findings: tuple[Finding, ...], few: bool, voice: Voice) -> AnswersView:
    label, icon = vocabulary.VERDICTS[verdict.value]
    title = voice._("%(answer)s: %(journeys)s") % {
        "answer": voice._(label),
        "journeys": voice.language.ngettext("%(num)s journey", "%(num)s journeys", len(findings))
        % {"num": voice.language.number(len(findings))},
    }
    told = tuple(JourneyAnswer(_journey(each.journey, voice), answer_view(each, voice)) for each in findings if few)
    named = tuple(_name(each) for each in findings[:NAMED] if not few)
    more = len(findings) - NAMED if not few and len(findings) > NAMED else 0
    return AnswersView(
        verdict.value,
        title[:1].upper() + title[1:],
        icon,
        not few or verdict in (Verdict.MET, Verdict.UNSAID),
        told,
        named,
        voice._("%(num)s more") % {"num": voice.language.number(more)} if more else "",
    )


def _name(finding: Finding) -> Labelled:
    return Labelled(finding.journey.name, Link(thing_uri("journeys", finding.journey.id), answer_anchor(finding.rule)))
