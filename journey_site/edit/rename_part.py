"""Gives a stage, or a pain with an id, another id in its journey and in all journeys that are built on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.documents.documents import Documents
from journey_site.documents.items import Item
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.nearest import nearest
from journey_site.documents.reading import Reading
from journey_site.documents.ways import stage_entries
from journey_site.edit.mentions_of import links, links_in_pages, within_journeys
from journey_site.edit.old_ids import CannotSay, with_old_id
from journey_site.edit.rename import (
    Files,
    Refused,
    Renamed,
    Wish,
    everything_read,
    made,
    must_be_free,
    must_lead_nowhere,
    must_say_the_same,
)
from journey_site.problems import Edit
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import SourceText
from journey_site.source.written import as_written


def rename_stage(folder: Path, shown: str, where: str, new: str) -> Renamed:
    """The changes after which the stage ``where`` (``journey/stage``) is called ``new``; writes nothing.

    Raises:
        Refused: when that cannot be, or not with certainty.
    """
    documents, atlas, problems = everything_read(folder, shown)
    journey, old = _journey_and_part(where, "stage", atlas)
    if atlas.journeys[journey].stage(old) is None:
        stages = [stage.id for stage in atlas.journeys[journey].stages]
        near = nearest(old, stages)
        raise Refused(f'"{journey}" has no stage "{old}": ' + (f'did you mean "{near}"?' if near else f"they are {', '.join(stages)}"))
    _must_be_its_own(documents, atlas, journey, old)
    family = _family(documents, journey)
    for each in family:
        stages_there = atlas.journeys[each].stages
        must_be_free(new, [stage.id for stage in stages_there], f'the stages of "{each}"')
        must_lead_nowhere(old, new, stages_there, f'the stages of "{each}"')
    files = Files(folder, shown)
    wish = Wish("stages", old, new, family)
    spans = [*within_journeys(documents, family, "stages", old)]
    for each in family:
        spans += links(documents, "journeys", each, files.text, old)
        spans += links_in_pages(files.pages, "journeys", each, files.text, old)
    edits = [Edit(span, as_written(new)) for span in spans]
    notes: list[str] = []
    for each in family:
        written = _stage_edits(documents, files, each, old, new)
        edits += written
        if not written and old not in getattr(documents.tables["journeys"][each], "remove", ()):
            notes.append(f"journeys/{each}/{old}/ leads nowhere then: {each} inherits the stage and says nothing of it")
    changes = made(files, edits, ())
    must_say_the_same(folder, shown, documents, problems, changes, wish)
    return Renamed(changes, len({*spans}), tuple(notes))


def rename_pain(folder: Path, shown: str, where: str, new: str) -> Renamed:
    """The changes after which the pain ``where`` (``journey/pain``) is called ``new``; writes nothing.

    Raises:
        Refused: when that cannot be, or not with certainty.
    """
    documents, atlas, problems = everything_read(folder, shown)
    journey, old = _journey_and_part(where, "pain", atlas)
    pains = [pain.id for pain in _pains(atlas.journeys[journey]) if pain.id]
    if old not in pains:
        near = nearest(old, pains)
        raise Refused(f'"{journey}" has no pain with the id "{old}"' + (f': did you mean "{near}"?' if near else ""))
    base = atlas.journeys[journey].extends
    if base is not None and base in atlas.journeys and old in [pain.id for pain in _pains(atlas.journeys[base])]:
        raise Refused(f'"{journey}" has this pain from "{base}": rename {base}/{old}')
    family = _family(documents, journey)
    for each in family:
        ids = documents.mentions["journeys"][each].ids if each in documents.mentions["journeys"] else []
        must_be_free(new, [*ids, *(pain.id for pain in _pains(atlas.journeys[each]) if pain.id)], f'the ids of entries in "{each}"')
    files = Files(folder, shown)
    spans = [*within_journeys(documents, family, "pains", old)]
    edits = [Edit(span, as_written(new)) for span in spans]
    for each in family:
        written = documents.tables["journeys"][each]
        assert isinstance(written, Journey)  # what stands in this table
        edits += [Edit(pain.place("id"), as_written(new)) for pain in _pains(written) if pain.id == old and "id" in pain.places]
    changes = made(files, edits, ())
    must_say_the_same(folder, shown, documents, problems, changes, Wish("pains", old, new, family))
    note = "an entry's old anchor leads to the top of its page, as entries have no was:"
    return Renamed(changes, len({*spans}), (note,))


def _journey_and_part(where: str, what: str, atlas: Atlas) -> tuple[str, str]:
    journey, slash, part = where.partition("/")
    if not slash or not part:
        raise Refused(f"a {what} is named with its journey, such as {next(iter(atlas.journeys), 'journey')}/{where.strip('/') or what}")
    if journey not in atlas.journeys:
        near = nearest(journey, atlas.journeys)
        raise Refused(f'there is no "{journey}" among journeys' + (f': did you mean "{near}"?' if near else ""))
    return journey, part


def _must_be_its_own(documents: Documents, atlas: Atlas, journey: str, old: str) -> None:
    whole = atlas.journeys[journey]
    base = whole.extends
    if base is not None and base in atlas.journeys and atlas.journeys[base].stage(old):
        raise Refused(f'"{journey}" has this stage from "{base}": rename {base}/{old}')
    model = atlas.find(whole.model)
    if model is not None and model.stage(old):
        raise Refused(f'the stage "{old}" is the model\'s ("{model.id}"), and is called the same in every journey on it')


def _family(documents: Documents, journey: str) -> tuple[str, ...]:
    """The journey, then those that are built on it."""
    family = [journey]
    for member in family:
        for identity, other in documents.tables["journeys"].items():
            if isinstance(other, Journey) and other.extends == member and identity not in family:
                family.append(identity)
    return tuple(family)


def _pains(journey: Journey) -> Iterator[Item]:
    holders: list[Journey | Step] = [journey, *journey.stages, *(step for stage in journey.stages for step in stage.steps)]
    for holder in holders:
        yield from holder.pains
        yield from holder.added.get("pains", ())


def _stage_edits(documents: Documents, files: Files, journey: str, old: str, new: str) -> list[Edit]:
    """The edits of the stage itself as a journey writes it; none where it only inherits it."""
    written = files.written(documents.tables["journeys"][journey].file, "journeys", journey)
    stages = written.node.get("stages") if isinstance(written.node, Mapping) else None
    if written.root is None:
        return []
    try:
        return _renamed(stages, old, new, written.source, written.root)
    except CannotSay as reason:
        raise Refused(f"was: could not be written into the stage, as {reason}") from None


def _renamed(stages: Node | None, old: str, new: str, source: SourceText, root: Node) -> list[Edit]:
    if isinstance(stages, Mapping):
        key, node = stages.key(old), stages.get(old)
        if key is None or node is None:
            return []
        return [Edit(key.span, as_written(new)), *_id_within(node, new), *with_old_id(node, Stage, old, new, source, root)]
    for item in stages.items if isinstance(stages, Sequence) else ():
        if isinstance(item, Scalar) and item.text == old:
            return [Edit(item.span, f"{{id: {as_written(new)}, was: [{old}]}}")]
        if isinstance(item, Mapping) and isinstance(identity := item.get("id"), Scalar) and identity.text == old:
            return [*_id_within(item, new), *with_old_id(item, Stage, old, new, source, root)]
    if isinstance(stages, Sequence) and _made_of_a_name(stages, old):
        raise CannotSay("its id is made from its name: journey-site fmt writes it out")
    return []


def _made_of_a_name(stages: Sequence, old: str) -> bool:
    return any(entry.id == old for entry in stage_entries(stages, Reading(), "stage"))


def _id_within(node: Node, new: str) -> list[Edit]:
    written = node.get("id") if isinstance(node, Mapping) else None
    return [Edit(written.span, as_written(new))] if isinstance(written, Scalar) and written.text else []

