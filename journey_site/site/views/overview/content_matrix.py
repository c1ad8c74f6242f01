"""The content matrix: what each persona finds to read, watch or use in each stage, and where there is nothing."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, list_uri
from journey_site.site.views.entries import Labelled
from journey_site.site.views.lists.lists import list_files
from journey_site.site.views.lists.rows import said
from journey_site.site.views.lists.tables import FILTERED, Table
from journey_site.site.views.overview.content_gaps import gaps_of
from journey_site.site.views.overview.content_pieces import missing_pieces, work_tables
from journey_site.site.views.overview.content_room import tables_and_shown
from journey_site.site.views.overview.content_tables import MatrixTable
from journey_site.site.views.overview.content_work import (
    called,
    gap_anchors,
    gaps_lead,
    has_content,
    who_lacks,
)
from journey_site.site.views.overview.side_by_side import ACROSS, OWN, has_stages
from journey_site.site.voice import Voice

NAMED = 3
"""How many people a sentence names."""


@dataclass(frozen=True, slots=True)
class ContentMatrixView:
    """Everything on the page of the content matrix."""

    title: str
    icon: str
    purpose: str
    counts: str
    """How much content there is, how much is missing, and in how many stages there is nothing, in words."""
    verdict: tuple[Labelled, ...]
    """Sentences, the weightiest first, each with where it is to be seen."""
    types: tuple[Labelled, ...]
    """The sorts of content on the page, each with the icon that stands for it."""
    tables: tuple[MatrixTable, ...]
    gaps: tuple[Table, ...]
    """The work: stages in which somebody finds nothing, and content to make or renew, the worst first."""
    gaps_lead: str
    """In how many stages somebody finds nothing, in a sentence; empty when in none."""
    content: Link
    """The list of all content."""
    data: tuple[Labelled, ...]
    """The same as files for spreadsheets and programs."""

    @property
    def filtered(self) -> bool:
        """Whether there are enough people and journeys to search among."""
        return sum(len(table.rows) for table in self.tables) > FILTERED

    @property
    def gaps_filtered(self) -> bool:
        """Whether there is enough work to search in."""
        return sum(len(table.rows) for table in self.gaps) > FILTERED


def has_content_matrix(voice: Voice) -> bool:
    """Whether there are both: content, and stages to lay it out by."""
    return has_content(voice) and has_stages(voice)


def content_matrix_view(voice: Voice) -> ContentMatrixView:
    """The page of the content matrix."""
    label, icon, purpose = vocabulary.CONTENT_MATRIX
    tables, shown = tables_and_shown(voice)
    return ContentMatrixView(
        title=voice._(label),
        icon=icon,
        purpose=voice._(purpose),
        counts=_counts(tables, voice),
        verdict=tuple(_verdict(tables, voice)),
        types=_types(shown),
        tables=shown,
        gaps=work_tables(voice),
        gaps_lead=gaps_lead(voice),
        content=Link(list_uri("content")),
        data=list_files("content-matrix"),
    )


def _types(tables: tuple[MatrixTable, ...]) -> tuple[Labelled, ...]:
    """What the icons mean, in the order of the vocabulary."""
    shown = {
        item.icon: item.type
        for table in tables
        for row in table.rows
        for field in row.fields
        for item in (*field.items, *field.more)
    }
    known = [icon for _, icon in vocabulary.CONTENT_TYPES.values() if icon in shown]
    return tuple(Labelled(shown[icon], NO_LINK, icon) for icon in known)


def _counts(tables: tuple[MatrixTable, ...], voice: Voice) -> str:
    """How much there is, how much is missing, and in how many stages there is nothing."""
    number, ngettext = voice.language.number, voice.language.ngettext
    pieces = {
        (said(item.words, voice), item.link)
        for table in tables
        for row in table.rows
        for field in row.fields
        for item in (*field.items, *field.more)
        if item.state in ("live", "")
    }
    gaps = len({(gap.journey.id, gap.stage.id) for gap in gaps_of(voice)})
    missing = missing_pieces(voice)
    told = [
        (len(pieces), ngettext("%(num)s piece of content is there", "%(num)s pieces of content are there", len(pieces))),
        (missing, ngettext("%(num)s piece of content is missing", "%(num)s pieces of content are missing", missing)),
        (gaps, ngettext("%(num)s stage with nothing for somebody", "%(num)s stages with nothing for somebody", gaps)),
    ]
    return " · ".join(words % {"num": number(count)} for count, words in told if count)


def _verdict(tables: tuple[MatrixTable, ...], voice: Voice) -> list[Labelled]:
    """Where most people find nothing, and where that hurts most."""
    gaps = gaps_of(voice)
    if not gaps:
        return [Labelled(voice._("Everybody finds something in every stage."))]
    found = [sentence for sentence in (_most(tables, voice),) if sentence]
    worst = gaps[0]
    told = {"stage": voice.words(worst.stage.name), "who": who_lacks(worst.people, voice)}
    link = Link("", gap_anchors(voice)[worst.journey.id, worst.stage.id])
    if worst.moment_of_truth:
        found.append(Labelled(voice._("A moment of truth without anything: “%(stage)s” for %(who)s.") % told, link))
    elif worst.value is not None:
        told["value"] = voice.language.signed(worst.value)
        found.append(Labelled(voice._("It hurts most in “%(stage)s” for %(who)s: %(value)s, and nothing is there.") % told, link))
    return found or [Labelled(gaps_lead(voice), Link("", "gaps"))]


def _most(tables: tuple[MatrixTable, ...], voice: Voice) -> Labelled | None:
    """The column in which most personas find nothing."""
    best: tuple[int, MatrixTable, int] | None = None
    for table in tables:
        for at in range(len(table.columns) if table.anchor != OWN else 0):
            count = sum(bool(row.identity) and row.fields[at].kind == "gap" for row in table.rows)
            if count and (best is None or count > best[0]):
                best = count, table, at
    if best is None:
        return None
    count, table, at = best
    asked = [row for row in table.rows if row.identity and row.fields[at]]
    who = [called(voice)[row.identity] for row in asked if row.fields[at].kind == "gap"]
    number = voice.language.number
    words = voice.language.ngettext(
        "Nothing for “%(stage)s” for %(num)s of %(of)s persona.", "Nothing for “%(stage)s” for %(num)s of %(of)s personas.", len(asked)
    )
    stage = said(table.columns[at].words, voice)
    if table.anchor != ACROSS and len(tables) > 2:
        stage = voice._("%(stage)s (%(model)s)") % {"stage": stage, "model": said(table.title, voice)}
    told = {"stage": stage, "num": number(count), "of": number(len(asked))}
    return Labelled(words % told, Link("", table.anchor), note=voice.language.listed(who) if count <= NAMED else "")
