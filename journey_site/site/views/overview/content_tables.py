"""The content matrix as tables: rows of people, columns of stages, and in each field what is there, or that nothing is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journey_site.documents.items import ContentUse
from journey_site.documents.journeys import Journey, Stage
from journey_site.rules.questions.stages import shared_content
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.lists.rows import language_name, said
from journey_site.site.views.overview.content_gaps import Standing, concerns, content_for
from journey_site.site.views.overview.content_work import gap_anchors, state_label, state_of
from journey_site.site.views.overview.fields import Stages
from journey_site.site.views.overview.side_by_side import COLUMNS, StageRow, StageTable, in_parts
from journey_site.site.voice import Voice

SEEN = 3
"""So many pieces are seen in a field at once; the others open at a click."""
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


def matrix_table(table: StageTable, voice: Voice) -> MatrixTable:
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
        voice.and_more(len(ordered) - seen),
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
