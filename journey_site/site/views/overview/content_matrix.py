"""The content matrix: what each persona finds to read, watch or use in each stage, and where there is nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journey_site.documents.items import ContentUse
from journey_site.documents.journeys import Journey, Stage
from journey_site.rules.questions.stages import shared_content
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, list_uri
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.lists.lists import list_files
from journey_site.site.views.lists.rows import language_name, said
from journey_site.site.views.lists.tables import FILTERED, Table
from journey_site.site.views.overview.content_gaps import Standing, concerns, content_for, gaps_of
from journey_site.site.views.overview.content_pieces import missing_pieces, work_tables
from journey_site.site.views.overview.content_work import (
    called,
    gap_anchors,
    gaps_lead,
    has_content,
    state_label,
    state_of,
    who_lacks,
)
from journey_site.site.views.overview.fields import Stages
from journey_site.site.views.overview.side_by_side import (
    ACROSS,
    COLUMNS,
    OWN,
    StageRow,
    StageTable,
    first_rows,
    has_stages,
    in_parts,
    stage_tables,
)
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

ROOM = 260_000
"""How many letters the tables may take, so that a phone can load the page: past that fields are cut short, then rows left out."""
SEEN = 3
"""So many pieces are seen in a field at once; the others open at a click."""
_FIELD, _PIECE = 60, 270
"""About how many letters a field takes, and a piece of content in it."""
NAMED = 3
"""How many people a sentence names."""

_STATES = ("live", "", "outdated", "planned", "missing", "retired")
"""What is there before what is not."""


@dataclass(frozen=True, slots=True)
class MatrixItem:
    """A piece of content in a field."""

    words: Words
    link: Link
    type: str
    icon: str
    state: str
    """``live``, ``planned``, ``missing``, ``outdated``, ``retired``, or empty: not stated."""
    state_label: str
    language: str
    """The name of the language it is in; empty where nobody says."""


@dataclass(frozen=True, slots=True)
class MatrixField:
    """One persona in one stage, or in all the stages that are for the same; false where there is none."""

    kind: str = "none"
    """``none``: no such stage; ``gap``: nothing is there; ``some``: nothing in some of the stages; ``full``."""
    stage: Labelled | None = None
    """The one stage of the field, where the column does not say it."""
    nothing: Labelled | None = None
    """That nothing is there, in words, with where that is told as work."""
    items: tuple[MatrixItem, ...] = ()
    more: tuple[MatrixItem, ...] = ()
    """What does not fit at a glance."""
    more_label: str = ""
    """How much does not fit, in words; also where the page has no room for it at all and ``more`` is empty."""

    def __bool__(self) -> bool:
        return self.kind != "none"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """Whose row it is, and a field for each column."""

    who: Words
    link: Link
    journey: Labelled | None
    """The one journey that the row is of, where its stages are its own."""
    fields: tuple[MatrixField, ...]
    anchor: str = ""
    """The row's own address on the page, in the first table that has it."""
    identity: str = ""
    """The persona's id; empty for everyone."""

    @property
    def gaps(self) -> int:
        """In how many fields there is nothing."""
        return sum(field.kind == "gap" for field in self.fields)


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """Rows of people, columns of stages."""

    anchor: str
    title: Words
    icon: str
    link: Link
    """The model's page."""
    lead: str
    columns: tuple[Labelled, ...]
    """Each stage, with the page that compares it where there is one."""
    rows: tuple[MatrixRow, ...]

    def parts(self) -> tuple[MatrixTable, ...]:
        """The table in pieces that fit on a sheet of paper, as even as can be."""
        if len(self.columns) <= COLUMNS:
            return (self,)
        return tuple(
            replace(
                self,
                columns=self.columns[part],
                rows=tuple(replace(row, fields=row.fields[part], anchor="" if part.start else row.anchor) for row in self.rows),
            )
            for part in in_parts(len(self.columns))
        )


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
    tables, shown = _tables(voice)
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


def rows_shown(voice: Voice) -> dict[str, str]:
    """The address on the page of each persona's first row, by id; of those that the page shows."""
    return {row.identity: row.anchor for table in _tables(voice)[1] for row in table.rows if row.anchor}


@recalled
def _tables(voice: Voice) -> tuple[tuple[MatrixTable, ...], tuple[MatrixTable, ...]]:
    """Every table, and what of them there is room for."""
    found = stage_tables(voice)
    # Where everybody is on one model, the table across models would say the same again.
    if len(found) == 2 and found[0].anchor == ACROSS and found[1].anchor != OWN and _same_stages(*found):
        found = found[1:]
    tables = shown = tuple(_table(table, voice) for table in found)
    for seen in (SEEN, 1):
        if _letters(shown) > ROOM:
            shown = tuple(_cut(table, seen, voice) for table in tables)
    share = ROOM / max(1, _letters(shown))
    return tables, _with_anchors(tuple(_shortened(table, share, voice) for table in shown))


def _same_stages(*tables: StageTable) -> bool:
    """Whether the tables hold the same stages, however they are laid out."""
    held = [{(journey.id, stage.id) for row in table.rows for field in row.stages for journey, stage in field} for table in tables]
    return all(each == held[0] for each in held)


def _table(table: StageTable, voice: Voice) -> MatrixTable:
    rows = tuple(
        MatrixRow(row.who, row.link, row.journey, tuple(_field(stages, row, table, voice) for stages in row.stages), identity=row.identity)
        for row in table.rows
    )
    return MatrixTable(table.anchor, table.title, table.icon, table.link, "", table.columns, rows)


def _field(stages: Stages, row: StageRow, table: StageTable, voice: Voice) -> MatrixField:
    people = row.people or ("",)
    told: list[tuple[tuple[Journey, Stage], Standing]] = []
    for journey, stage in stages:
        concerned = [persona for persona in people if concerns(persona, stage)]
        if concerned:
            found = {id(use): (use, there) for persona in concerned for use, there in content_for(persona, stage, voice)}
            told.append(((journey, stage), list(found.values())))
    if not told:
        return MatrixField()
    items: dict[tuple[str, Link], MatrixItem] = {}
    for (journey, stage), uses in told:
        for use, _ in uses:
            item = _item(use, voice.stage_link(journey, stage, "content"), voice)
            key = (said(item.words, voice), item.link)
            items[key] = min(items.get(key, item), item, key=_nearness)
    ordered = sorted(items.values(), key=_nearness)
    seen = len(ordered) if len(ordered) <= SEEN + 1 else SEEN
    empty = [where for where, uses in told if not any(there for _, there in uses)]
    one = told[0][0] if len(told) == 1 and table.named else None
    return MatrixField(
        "full" if not empty else "gap" if len(empty) == len(told) else "some",
        Labelled(one[1].name, voice.stage_link(*one)) if one else None,
        _nothing(empty, len(told), voice) if empty else None,
        tuple(ordered[:seen]),
        tuple(ordered[seen:]),
        _more(len(ordered) - seen, voice),
    )


def _nearness(item: MatrixItem) -> int:
    return _STATES.index(item.state)


def _nothing(empty: Stages, of: int, voice: Voice) -> Labelled:
    """That there is nothing, leading to the first of the gaps in the list of work, else to its stage."""
    anchors = gap_anchors(voice)
    journey, stage = empty[0]
    link = Link("", anchors[journey.id, stage.id]) if (journey.id, stage.id) in anchors else voice.stage_link(journey, stage)
    if len(empty) == of:
        return Labelled(voice._("nothing"), link)
    number = voice.language.number
    words = voice.language.ngettext("nothing in %(num)s of %(of)s stage", "nothing in %(num)s of %(of)s stages", of)
    return Labelled(words % {"num": number(len(empty)), "of": number(of)}, link)


def _item(use: ContentUse, stage: Link, voice: Voice) -> MatrixItem:
    shared = shared_content(use, voice.atlas)
    kind = use.type or (shared.type if shared else None) or ""
    label, icon = vocabulary.CONTENT_TYPES.get(kind, (kind, vocabulary.OTHER_CONTENT))
    state = state_of(use, voice)
    return MatrixItem(
        use.name or (shared.name if shared else ""),
        voice.link(use.content) or stage,
        voice._(label) if label else "",
        icon,
        state,
        state_label(state, voice),
        language_name(use.language or (shared.language if shared else None) or "", voice),
    )


def _letters(tables: tuple[MatrixTable, ...]) -> int:
    """About how many letters the tables take."""
    fields = [field for table in tables for row in table.rows for field in row.fields if field]
    return sum(_FIELD + _PIECE * (len(field.items) + len(field.more)) for field in fields)


def _cut(table: MatrixTable, seen: int, voice: Voice) -> MatrixTable:
    """The table with the first ``seen`` pieces of each field alone."""
    lead = voice._("Long fields are cut short here; the pages of the stages tell all.")
    rows = tuple(replace(row, fields=tuple(_cut_field(field, seen, voice) for field in row.fields)) for row in table.rows)
    return replace(table, rows=rows, lead=lead)


def _cut_field(field: MatrixField, seen: int, voice: Voice) -> MatrixField:
    left = len(field.items) + len(field.more) - seen
    return replace(field, items=field.items[:seen], more=(), more_label=_more(left, voice)) if left > 0 else field


def _more(count: int, voice: Voice) -> str:
    return voice._("and %(num)s more") % {"num": voice.language.number(count)} if count else ""


def _shortened(table: MatrixTable, share: float, voice: Voice) -> MatrixTable:
    """That ``share`` of the rows, those who lack the most, in their order; all where there is room."""
    kept = first_rows(len(table.rows), share, lambda at: -table.rows[at].gaps)
    if len(kept) == len(table.rows):
        return table
    number = voice.language.number
    words = voice._("These are the %(shown)s of %(num)s who lack the most; the others are told of on their own pages.")
    lead = words % {"shown": number(len(kept)), "num": number(len(table.rows))}
    return replace(table, lead=f"{lead} {table.lead}".strip(), rows=tuple(table.rows[at] for at in kept))


def _with_anchors(tables: tuple[MatrixTable, ...]) -> tuple[MatrixTable, ...]:
    """Each persona's first row with an address of its own, so that the persona's page can lead there."""
    taken: set[str] = set()
    found = []
    for table in tables:
        rows = []
        for row in table.rows:
            first = row.identity and row.identity not in taken
            taken.add(row.identity)
            rows.append(replace(row, anchor=f"persona-{row.identity}") if first else row)
        found.append(replace(table, rows=tuple(rows)))
    return tuple(found)


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
