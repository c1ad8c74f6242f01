"""What hurts customers and what would help them, as rows of tables, each naming the other: both lists, and those of a department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from journey_site.atlas.uses import Use
from journey_site.documents.items import Item, Opportunity
from journey_site.documents.values import Owner, Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, list_uri
from journey_site.site.views.entries import Labelled, entry_view, item_views, owner_view
from journey_site.site.views.lists import rows
from journey_site.site.views.lists.choices import Choice
from journey_site.site.views.lists.plot import DOTS, FEWEST, Dot, plot_view
from journey_site.site.views.lists.tables import Cell, Column, Table
from journey_site.site.views.recalled import recalled
from journey_site.site.views.stage.anchored import entry_link
from journey_site.site.voice import Voice

UNSOLVED = "unsolved"
"""The anchor of the table of pains that nothing solves."""
SHORT = 10
"""How many of them stand beside the opportunities; all of them stand on the page of the pains."""
SEVERE = 4
"""How bad a pain is that should not go without an answer."""
SEVERE_UNSOLVED = "unsolved"
"""What severe pains that nothing solves are found under, in the address: ``?severity=unsolved``."""
OVER = ("done", "dropped")
"""States of an opportunity with which nothing is left to decide."""

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class _Solutions:
    """Which opportunity ends which pain."""

    pains: dict[tuple[str, str], Use]
    """By the journey's id and its own."""
    solving: dict[tuple[str, str], list[Use]]
    """Opportunities by the journey's id and the pain's, without those that were dropped; the best first."""


@recalled
def _solutions(voice: Voice) -> _Solutions:
    pains = {(use.place.journey.id, use.entry.id): use for use in voice.uses.pains if use.entry.id}
    solving: dict[tuple[str, str], list[Use]] = {}
    for use in rows.by_promise(voice.uses.opportunities):
        assert isinstance(use.entry, Opportunity)
        if use.entry.status != "dropped":
            for ref in use.entry.solves:
                solving.setdefault((use.place.journey.id, ref), []).append(use)
    return _Solutions(pains, solving)


def is_solved(alike: Iterable[Use], voice: Voice) -> bool:
    """Whether an opportunity would end a pain in at least one of the places where it is felt alike."""
    solving = _solutions(voice).solving
    return any((use.place.journey.id, use.entry.id or "") in solving for use in alike)


def _solved_by(alike: Iterable[Use], voice: Voice) -> Cell:
    """The opportunities that would end a pain, each once, with their states."""
    solving = _solutions(voice).solving
    found: dict[str, Labelled] = {}
    for pain in alike:
        for use in solving.get((pain.place.journey.id, pain.entry.id or ""), ()):
            assert isinstance(use.entry, Opportunity)
            words, status = use.entry.text or Text({}), use.entry.status or ""
            state = voice._(vocabulary.OPPORTUNITY_STATUSES[status]) if status in vocabulary.OPPORTUNITY_STATUSES else status
            found.setdefault(voice.words(words), Labelled(words, entry_link(use.place, use.entry, voice), note=state))
    return Cell(places=tuple(found.values())) if found else rows.unknown(voice._("nothing yet"))


def _solves(alike: Iterable[Use], voice: Voice) -> Cell:
    """The pains that an opportunity would end, each once."""
    pains = _solutions(voice).pains
    found: dict[str, Labelled] = {}
    for use in alike:
        assert isinstance(use.entry, Opportunity)
        for ref in use.entry.solves:
            pain = pains.get((use.place.journey.id, ref))
            if pain is not None and isinstance(pain.entry, Item):
                words = pain.entry.text or Text({})
                found.setdefault(voice.words(words), Labelled(words, entry_link(pain.place, pain.entry, voice)))
    return Cell(places=tuple(found.values())) if found else rows.unknown("–")


def answers_for(use: Use) -> Owner | None:
    """Whose business a pain or an opportunity is: its own owner's, else its step's, its stage's or its journey's."""
    place = use.place
    return use.entry.owner or (place.step and place.step.owner) or (place.stage and place.stage.owner) or place.journey.owner


def pain_columns(voice: Voice, *, solved: bool = True) -> tuple[Column, ...]:
    """The heads of pains; with the opportunities that end them where they are ``solved``."""
    _ = voice._
    others = (Column(_("Solved by")),) if solved else ()
    where, owner = Column(_("Where"), facet="journey", facet_label=_("Journey")), Column(_("Owner"), facet="owner")
    return (Column(_("Pain")), where, Column(_("Severity"), number=True, facet="severity"), *others, owner)


def pain_row(use: Use, alike: Iterable[Use], voice: Voice) -> Row:
    """A pain in a stage; ``alike`` are all the places where it is felt in the same words."""
    assert isinstance(use.entry, Item)
    view = item_views((use.entry,), voice)[0]
    owner = view.owner or owner_view(answers_for(use), voice)
    return (
        Cell(view.words, note=view.note or "", labels=view.sources, confidence=view.confidence),
        replace(rows.place_cell(use.place, voice, "pains"), choices=rows.journey_choices(alike)),
        _severity(view.severity, is_solved(alike, voice), voice) if view.severity else rows.unknown(voice._("not stated")),
        _solved_by(alike, voice),
        rows.owner_cell(owner, voice),
    )


def _severity(severity: int, solved: bool, voice: Voice) -> Cell:
    """How bad a pain is; what is severe and unsolved is found under that too."""
    stated = Choice(str(severity), voice.language.number(severity), 6 - severity)
    urgent = Choice(SEVERE_UNSOLVED, voice._("severe, and nothing solves it"), -2)
    return Cell(score=severity, choices=(stated,) if solved or severity < SEVERE else (urgent, stated))


def opportunity_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads of opportunities."""
    _ = voice._
    return (
        Column(_("Opportunity")),
        Column(_("Where"), facet="journey", facet_label=_("Journey")),
        Column(_("Impact"), number=True),
        Column(_("Effort"), number=True),
        Column(_("State"), facet="state"),
        Column(_("Solves")),
        Column(_("Owner"), facet="owner"),
    )


def opportunity_row(use: Use, alike: Iterable[Use], voice: Voice) -> Row:
    """An opportunity in a stage; ``alike`` are all the places where it is named in the same words."""
    entry = use.entry
    assert isinstance(entry, Opportunity)
    view = entry_view(entry, entry.text or Text({}), voice)
    none = rows.unknown("–")
    return (
        Cell(view.words, note=view.note or "", labels=view.sources, confidence=view.confidence),
        replace(rows.place_cell(use.place, voice, "opportunities"), choices=rows.journey_choices(alike)),
        Cell(score=entry.impact) if entry.impact else none,
        Cell(score=entry.effort) if entry.effort else none,
        Cell(view.status_label, badge=view.status) if view.status else rows.unknown(voice._("not stated")),
        _solves(alike, voice),
        Cell() if entry.status in OVER and not view.owner else rows.owner_cell(view.owner, voice),
    )


def pains_worst_first(uses: Iterable[Use]) -> list[Use]:
    """Pains, the most severe first."""
    return sorted(uses, key=lambda use: -(use.entry.severity or 0))


def pain_tables(voice: Voice, longest: int) -> list[Table]:
    """Every pain: what nothing solves first, as work; then the others."""
    groups = rows.alike(pains_worst_first(voice.uses.pains), voice)
    unsolved = [group for group in groups if not is_solved(group, voice)]
    solved = [group for group in groups if is_solved(group, voice)]
    told, lead = _pain_rows(solved, voice, longest)
    title = voice._("Pains with a way out") if unsolved else ""
    return [unsolved_table(unsolved, voice, longest), Table("solved" if unsolved else "all", title, "material/arrow-decision-outline", pain_columns(voice), told, lead)]


def unsolved_pains(voice: Voice) -> list[list[Use]]:
    """Pains that no opportunity would end, the worst first, each with all its places."""
    return [group for group in rows.alike(pains_worst_first(voice.uses.pains), voice) if not is_solved(group, voice)]


def unsolved_table(unsolved: list[list[Use]], voice: Voice, longest: int) -> Table:
    """Pains that nothing solves, told as work."""
    told, _lead = _pain_rows(unsolved, voice, longest)
    words = voice.language.ngettext(
        "No opportunity would end this pain yet. Find one.",
        "No opportunity would end these %(num)s pains yet. Begin with the worst.",
        len(unsolved),
    )
    lead = words % {"num": voice.language.number(len(unsolved))}
    if len(unsolved) > longest:
        lead += " " + voice._("The worst %(num)s stand here.") % {"num": voice.language.number(longest)}
    without = tuple((*row[:3], *row[4:]) for row in told)
    return Table(UNSOLVED, voice._("Pains that nothing solves"), "material/alert-circle-outline", pain_columns(voice, solved=False), without, lead)


def _pain_rows(groups: list[list[Use]], voice: Voice, longest: int) -> tuple[tuple[Row, ...], str]:
    alike = {id(group[0]): group for group in groups}
    uses = [use for group in groups for use in group]
    _uses, told, lead = rows.once_each(uses, "pain", lambda use, voice: pain_row(use, alike[id(use)], voice), voice, longest)
    return told, lead


def pain_table(uses: list[Use], voice: Voice, longest: int) -> Table:
    """The pains of one department, the worst first."""
    told, lead = _pain_rows(rows.alike(uses, voice), voice, longest)
    columns = pain_columns(voice)[:-1]
    return Table("pains", voice._("Pains to mend"), "material/alert-circle-outline", columns, tuple(row[:-1] for row in told), lead)


def opportunity_tables(voice: Voice, longest: int) -> list[Table]:
    """Every opportunity, what helps most for least first, with their drawing."""
    return [_opportunity_table(Table("all", "", "", opportunity_columns(voice), ()), rows.by_promise(voice.uses.opportunities), voice, longest)]


def opportunity_table(uses: list[Use], voice: Voice, longest: int) -> Table:
    """The opportunities of one department, with their drawing."""
    table = Table("opportunities", voice._("Opportunities, impact against effort"), "material/lightbulb-on-outline", opportunity_columns(voice), ())
    table = _opportunity_table(table, uses, voice, longest)
    return replace(table, columns=table.columns[:-1], rows=tuple(_without_owner(row, voice) for row in table.rows))


def _without_owner(row: Row, voice: Voice) -> Row:
    """A row on the page of the department whose it is; what nobody has taken on says so beside its state."""
    *others, state, solves, owner = row
    return (*others, replace(state, note=voice.no_owner) if owner.badge else state, solves)


def _opportunity_table(table: Table, uses: list[Use], voice: Voice, longest: int) -> Table:
    alike = {id(group[0]): group for group in rows.alike(uses, voice)}
    _best, told, lead = rows.once_each(uses, "opportunity", lambda use, voice: opportunity_row(use, alike[id(use)], voice), voice, longest)
    return _plotted(replace(table, rows=told, lead=lead), [group[0] for group in alike.values()], voice)


def _plotted(table: Table, uses: list[Use], voice: Voice) -> Table:
    """``table`` with its first rows numbered and drawn; as it is when too little is known to draw.

    ``uses`` are the opportunities of its rows, in their order, and may be more than it holds.
    """
    dots: dict[int, Dot] = {}
    left: Counter[str] = Counter()
    for at, use in enumerate(uses):
        entry = use.entry
        assert isinstance(entry, Opportunity)
        if entry.status in OVER:
            left["over"] += 1
        elif not (entry.impact and entry.effort):
            left["unrated"] += 1
        elif len(dots) >= DOTS or at >= len(table.rows):
            left["beyond"] += 1
        else:
            words = entry.text or Text({})
            written = words.best(*voice.order).language
            other = written if written not in (voice.language.written, voice.language.code) else ""
            dots[at] = Dot(entry.impact, entry.effort, entry.status or "", voice.words(words), other, table.rows[at][0].anchor, entry.owner is not None)
    if len(dots) < FEWEST:
        return table
    numbers = {at: voice.language.number(number) for number, at in enumerate(dots, start=1)}
    numbered = tuple((replace(row[0], mark=numbers.get(at, "")), *row[1:]) for at, row in enumerate(table.rows))
    return replace(table, rows=numbered, plot=plot_view(list(dots.values()), voice, over=left["over"], unrated=left["unrated"], beyond=left["beyond"]))


def beside_the_opportunities(voice: Voice) -> tuple[tuple[Table, ...], Labelled | None]:
    """What stands below the list of opportunities: the worst pains that nothing solves, and where all of them are."""
    unsolved = unsolved_pains(voice)
    if not unsolved:
        return (), None
    return (replace(unsolved_table(unsolved, voice, SHORT), apart=True),), Labelled(voice._("Pains that nothing solves"), Link(list_uri("pains"), UNSOLVED))
