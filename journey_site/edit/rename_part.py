"""Gives a stage, or a pain with an id, another id in its journey or model and in all journeys that are built on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.documents.built_in import built_in_models
from journey_site.documents.declared import Declared
from journey_site.documents.documents import Documents
from journey_site.documents.items import Item
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.models import Model, ModelStage
from journey_site.documents.nearest import nearest
from journey_site.documents.reading import Reading, some
from journey_site.documents.things import Thing
from journey_site.documents.ways import stage_entries
from journey_site.edit.meant import candidates, titles
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
    the_one,
)
from journey_site.problems import Edit
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.written import as_written


def rename_stage(folder: Path, shown: str, where: str, new: str) -> Renamed:
    """The changes after which the stage ``where`` (``journey/stage`` or ``model/stage``) is called ``new``; writes nothing.

    Raises:
        Refused: when that cannot be, or not with certainty.
    """
    documents, atlas, problems = everything_read(folder, shown)
    whole, old = holder_and_stage(where, documents, atlas)
    model = whole if isinstance(whole, Model) else None
    if isinstance(whole, Journey):
        _must_be_its_own(documents, atlas, whole.id, old)
    family = _on_model(documents, atlas, whole, old) if isinstance(whole, Model) else _family(documents, whole.id)
    holders: list[Journey | Model] = [*([model] if model else ()), *(atlas.journeys[each] for each in family)]
    for holder in holders:
        must_be_free(new, titles(holder.stages), f'the stages of "{holder.id}"')
        must_lead_nowhere(old, new, holder.stages, f'the stages of "{holder.id}"')
    files = Files(folder, shown)
    spans = [*within_journeys(documents, family, "stages", old)]
    for each in family:
        spans += links(documents, "journeys", each, files.text, old)
        spans += links_in_pages(files.pages, "journeys", each, files.text, old)
    if model:
        spans += (ref.origin for ref in documents.mentions["models"][model.id].refs if ref.kind == "stages" and ref == old)
        spans += links(documents, "models", model.id, files.text, old)
        spans += links_in_pages(files.pages, "models", model.id, files.text, old)
    edits = [Edit(span, as_written(new)) for span in spans]
    notes: list[str] = []
    if model:
        edits += _stage_edits(documents, files, model, old, new)
    for each in family:
        journey = documents.tables["journeys"][each]
        # In journeys on a model the old address leads on because the model says so.
        written = _stage_edits(documents, files, journey, old, new, says_old=model is None)
        edits += written
        if not written and not model and old not in getattr(journey, "remove", ()):
            notes.append(f"journeys/{each}/{old}/ leads nowhere then: {each} inherits the stage and says nothing of it")
    if model and family:
        notes.append(f"journeys on this model follow: {some(family)}")
    changes = made(files, edits, ())
    members = (f"model:{model.id}", *family) if model else family
    must_say_the_same(folder, shown, documents, problems, changes, Wish("stages", old, new, members))
    return Renamed(changes, len({*spans}), old, tuple(notes))


def holder_and_stage(where: str, documents: Documents, atlas: Atlas) -> tuple[Journey | Model, str]:
    """The journey or own model, and the stage of it, that ``where`` means: ids or titles with a slash between.

    Raises:
        Refused: when they mean none, or several.
    """
    own = [each for each in documents.tables["models"].values() if isinstance(each, Model)]
    holders: list[Journey | Model] = [*atlas.journeys.values(), *own]
    if "/" not in where.strip("/"):
        raise Refused(_no_slash(where.strip("/"), holders, atlas))
    parts = [at for at, sign in enumerate(where) if sign == "/" and where[:at].strip() and where[at + 1 :].strip()]
    cut = next((at for at in parts if candidates(where[:at], titles(holders))), parts[0] if parts else where.index("/"))
    first, second = where[:cut].strip(), where[cut + 1 :].strip()
    if first not in titles(holders) and first in built_in_models():
        raise Refused(_built_in(first))
    journeys = {each.id: each for each in holders if isinstance(each, Journey)}
    is_journey = bool(candidates(first, titles(journeys.values()))) or not candidates(first, titles(own))
    if is_journey:
        whole: Journey | Model = journeys[the_one(first, titles(journeys.values()), "journey or model of your own" if own else "journey")]
    else:
        whole = next(each for each in own if each.id == the_one(first, titles(own), "model"))
    return whole, the_one(second, titles(whole.stages), f'stage of "{whole.id}"')


def _no_slash(stage: str, holders: list[Journey | Model], atlas: Atlas) -> str:
    """How a stage is named, with all that may be meant: where it comes from, not where it is only had."""
    found: dict[str, None] = {}
    built_in: Model | None = None
    for holder in holders:
        for identity in candidates(stage, titles(holder.stages))[:1]:
            model = atlas.find(holder.model) if isinstance(holder, Journey) else None
            base = atlas.journeys.get(holder.extends) if isinstance(holder, Journey) and holder.extends else None
            if model is not None and model.stage(identity):
                built_in = model if model.built_in else built_in
            elif base is None or base.stage(identity) is None:
                found[f"{holder.id}/{identity}"] = None
    usage = "name it with its journey: journey-site rename stage JOURNEY/STAGE NEW"
    if found:
        return f'{usage}; "{stage}" is {some(found)}'
    if built_in is not None:
        return _built_in(built_in.id, stage)
    return f'no journey has a stage "{stage}"; {usage}' if stage else usage


def rename_pain(folder: Path, shown: str, where: str, new: str) -> Renamed:
    """The changes after which the pain ``where`` (``journey/pain``) is called ``new``; writes nothing.

    Raises:
        Refused: when that cannot be, or not with certainty.
    """
    documents, atlas, problems = everything_read(folder, shown)
    journey, old = _journey_and_pain(where, atlas)
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
    return Renamed(changes, len({*spans}), old, (note,))


def _journey_and_pain(where: str, atlas: Atlas) -> tuple[str, str]:
    first, slash, pain = where.partition("/")
    if not slash or not pain:
        having = [f"{each.id}/{pain.id}" for each in atlas.journeys.values() for pain in _pains(each) if pain.id and where in ("", pain.id)]
        known = f'; "{where}" is {some(having)}' if having else ""
        raise Refused(f"name it with its journey: journey-site rename pain JOURNEY/PAIN NEW{known}")
    return the_one(first, titles(atlas.journeys.values()), "journey"), pain


def _must_be_its_own(documents: Documents, atlas: Atlas, journey: str, old: str) -> None:
    whole = atlas.journeys[journey]
    base = whole.extends
    model = atlas.find(whole.model)
    if model is not None and model.stage(old):
        if model.built_in:
            raise Refused(_built_in(model.id, old))
        raise Refused(f'"{old}" is a stage of the model "{model.id}", for every journey on it: rename stage {model.id}/{old}')
    if base is not None and base in atlas.journeys and atlas.journeys[base].stage(old):
        raise Refused(f'"{journey}" has this stage from "{base}": rename {base}/{old}')


def _built_in(model: str, stage: str = "") -> str:
    what = f'"{stage}" is a stage of "{model}"' if stage else f'"{model}" is a model'
    return f"{what}, which is built in: its ids stay; name: under a stage gives it another title in one journey"


def _on_model(documents: Documents, atlas: Atlas, model: Model, old: str) -> tuple[str, ...]:
    """The journeys on a model, and those that are built on them.

    Raises:
        Refused: when one of them has a stage of that id from elsewhere, too.
    """
    on_it = [identity for identity in documents.tables["journeys"] if atlas.journeys[identity].model == model.id]
    family = tuple(dict.fromkeys(each for identity in on_it for each in _family(documents, identity)))
    for identity in family:
        journey = atlas.journeys[identity]
        base = atlas.journeys.get(journey.extends) if journey.extends else None
        other = atlas.find(journey.model)
        if base is not None and base.id not in family and base.stage(old):
            raise Refused(f'"{identity}" has a stage "{old}" from "{base.id}", too, which is on another model: rename it in both by hand')
        if other is not None and other.id != model.id and other.stage(old):
            raise Refused(f'"{identity}" has a stage "{old}" from the model "{other.id}", too: rename it in both by hand')
    return family


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


def _stage_edits(documents: Documents, files: Files, whole: Thing, old: str, new: str, *, says_old: bool = True) -> list[Edit]:
    """The edits of the stage itself as a journey or model writes it; none where it only inherits it."""
    kind = "models" if isinstance(whole, Model) else "journeys"
    if whole.file not in files.paths:
        raise Refused(f"it is written in {whole.file}, which belongs to another folder: rename it there")
    written = files.written(whole.file, kind, whole.id)
    stages = written.node.get("stages") if isinstance(written.node, Mapping) else None
    if written.root is None:
        return []
    stage: type[Declared] = ModelStage if kind == "models" else Stage
    said = partial(with_old_id, kind=stage, old=old, new=new, source=written.source, root=written.root) if says_old else None
    try:
        return _renamed(stages, old, new, said)
    except CannotSay as reason:
        raise Refused(f"was: could not be written into the stage, as {reason}") from None


def _renamed(stages: Node | None, old: str, new: str, said: Callable[[Node], list[Edit]] | None) -> list[Edit]:
    """The edits of the stage's id; ``said`` gives those after which the old one stands under ``was``."""
    if isinstance(stages, Mapping):
        key, node = stages.key(old), stages.get(old)
        if key is None or node is None:
            return []
        return [Edit(key.span, as_written(new)), *_id_within(node, new), *(said(node) if said else ())]
    for item in stages.items if isinstance(stages, Sequence) else ():
        if isinstance(item, Scalar) and item.text == old:
            return [Edit(item.span, f"{{id: {as_written(new)}, was: [{old}]}}" if said else as_written(new))]
        if isinstance(item, Mapping) and isinstance(identity := item.get("id"), Scalar) and identity.text == old:
            return [*_id_within(item, new), *(said(item) if said else ())]
    if isinstance(stages, Sequence) and _made_of_a_name(stages, old):
        raise CannotSay("its id is made from its name: journey-site fmt writes it out")
    return []


def _made_of_a_name(stages: Sequence, old: str) -> bool:
    return any(entry.id == old for entry in stage_entries(stages, Reading(), "stage"))


def _id_within(node: Node, new: str) -> list[Edit]:
    written = node.get("id") if isinstance(node, Mapping) else None
    return [Edit(written.span, as_written(new))] if isinstance(written, Scalar) and written.text else []

