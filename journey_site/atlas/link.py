"""From documents to the atlas: drafts left out, journeys written out, every reference checked."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.atlas.expand import expand_journeys
from journey_site.documents.handbook import Handbook
from journey_site.documents.items import Opportunity
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.load import KINDS, Documents, built_in_model, built_in_models
from journey_site.documents.models import Model
from journey_site.documents.nearest import nearest
from journey_site.documents.things import Thing
from journey_site.documents.values import Image, Ref, Text
from journey_site.documents.walk import leaves, within
from journey_site.problems import Problem, Severity, Span

_LINK = re.compile(r"\]\(\s*<?(" + "|".join(SCHEME_KINDS) + r"):([^)\s>]*)")
_NOUN = {kind: scheme for scheme, kind in SCHEME_KINDS.items()} | {"content": "content", "people": "department or persona"}


def today() -> date:
    """The day the handbook is built on: SOURCE_DATE_EPOCH where it is set, so that builds repeat."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()


def link(documents: Documents, *, drafts: bool = False) -> tuple[Atlas, list[Problem]]:
    """The atlas of ``documents``, with every problem that only shows when all files are read.

    ``drafts`` keeps what is marked as a draft, as a preview does.
    """
    problems: list[Problem] = []
    written = {kind: dict(table) for kind, table in documents.tables.items()}
    journeys: Mapping[str, Journey] = written["journeys"]  # type: ignore[assignment]
    models = _models(written["models"], journeys.values())  # type: ignore[arg-type]
    full, found = expand_journeys(journeys, models, documents.handbook.audiences)
    problems += found
    tables = written | {"journeys": full, "models": models}
    everything = _atlas(documents, tables)
    problems += check_references(everything)
    problems += _pictures(documents, everything)
    if drafts:
        return everything, problems
    live = {kind: {i: thing for i, thing in table.items() if thing.publish != "draft"} for kind, table in tables.items()}
    return _atlas(documents, live), problems


def _models(own: Mapping[str, Model], journeys: Iterable[Journey]) -> dict[str, Model]:
    """The handbook's models and the built-in ones that its journeys are on; an own one wins."""
    models = dict(own)
    for journey in journeys:
        if journey.model and journey.model not in models:
            found = built_in_model(journey.model)
            if found is not None:
                models[found.id] = found
    return models


def _atlas(documents: Documents, tables: Mapping[str, Mapping[str, Thing]]) -> Atlas:
    ordered = {kind: _in_order(tables[kind], documents.handbook) for kind in KINDS}
    return Atlas(documents.handbook, today(), documents.shown, **ordered)  # type: ignore[arg-type]


def _in_order(table: Mapping[str, Thing], handbook: Handbook) -> dict[str, Thing]:
    """By ``order`` where it is stated, else by name."""
    language = handbook.site_languages[0]

    def key(thing: Thing) -> tuple[float, str, str]:
        return (float("inf") if thing.order is None or isinstance(thing.order, str) else thing.order,
                thing.name.best(language).words.casefold(), thing.id)

    return {thing.id: thing for thing in sorted(table.values(), key=key)}


def check_references(atlas: Atlas) -> Iterator[Problem]:
    """Every reference in the handbook that leads nowhere."""
    for holder, _, leaf in leaves(atlas.handbook):
        if isinstance(leaf, Ref | Text):
            yield from _check(atlas, leaf, None)
    for kind, thing in atlas.things():
        if not thing.origin.file or (kind == "models" and thing.origin.file.startswith("models/")):
            continue
        journey = thing if isinstance(thing, Journey) else None
        for _holder, field, leaf in leaves(thing):
            if isinstance(leaf, Ref):
                if field == "stages" or leaf.kind in ("stages", "pains"):
                    continue
                yield from _check(atlas, leaf, journey)
                if field == "actor" and journey is not None:
                    yield from _check_actor(leaf, journey)
            elif isinstance(leaf, Text):
                yield from _check(atlas, leaf, journey)
        if journey is not None:
            yield from _within_journey(journey)
        elif isinstance(thing, Model):
            yield from _ways_of_model(thing)


def _check(atlas: Atlas, leaf: Ref | Text, journey: Journey | None) -> Iterator[Problem]:
    if isinstance(leaf, Ref):
        if leaf.kind in ("stages", "pains") or atlas.find(leaf) is not None:
            return
        yield _unknown(leaf, leaf.kind, leaf.origin, _known(atlas, leaf.kind), atlas)
        return
    for words in leaf.values.values():
        if "](" in words:
            for scheme, target in _LINK.findall(words):
                yield from check_link(atlas, scheme, target, leaf.origin)


def check_link(atlas: Atlas, scheme: str, target: str, span: Span) -> Iterator[Problem]:
    """What is wrong with a link such as ``journey:anna-ebike#decision`` that stands in a text."""
    identity, _, anchor = target.partition("#")
    kind = SCHEME_KINDS[scheme]
    thing = atlas.table(kind).get(identity)
    if thing is None:
        yield _unknown(identity, kind, span, atlas.table(kind), atlas)
    elif anchor and isinstance(thing, Journey) and thing.stage(anchor) is None:
        near = nearest(anchor, [stage.id for stage in thing.stages])
        hint = f'did you mean "{near}"?' if near else ""
        yield Problem("unknown-stage", f'the journey "{identity}" has no stage "{anchor}"', span, hint=hint)


def _known(atlas: Atlas, kind: str) -> list[str]:
    if kind == "people":
        return [*atlas.departments, *atlas.personas]
    return [*atlas.table(kind), *(built_in_models() if kind == "models" else ())]


def _unknown(identity: str, kind: str, span: Span, known: Iterable[str], atlas: Atlas) -> Problem:
    noun = _NOUN.get(kind, kind)
    rule = "unknown-" + ("person" if kind == "people" else noun)
    by_title = _id_of_title(identity, kind, atlas)
    if by_title:
        hint = f'that is a title; the id is "{by_title}"'
    elif near := nearest(identity, known):
        hint = f'did you mean "{near}"?'
    elif kind == "touchpoints":
        hint = "one that is used here alone is written {name: …}"
    elif kind == "content":
        hint = "one that is used here alone is written {title: …}"
    else:
        hint = "none is written yet" if not list(known) else f"there are {', '.join(sorted(known)[:8])}"
    return Problem(rule, f'there is no {noun} "{identity}"', span, hint=hint)


def _id_of_title(words: str, kind: str, atlas: Atlas) -> str | None:
    if kind == "people":
        return _id_of_title(words, "departments", atlas) or _id_of_title(words, "personas", atlas)
    wanted = words.casefold()
    for thing in atlas.table(kind).values():
        if any(name.casefold() == wanted for name in thing.name.values.values()):
            return str(thing.id)
    return None


def _check_actor(leaf: Ref, journey: Journey) -> Iterator[Problem]:
    if journey.personas and leaf not in journey.personas:
        near = nearest(leaf, journey.personas)
        hint = f'did you mean "{near}"?' if near else f"they are {', '.join(journey.personas)}"
        yield Problem("unknown-actor", f'"{leaf}" is none of the actors of this journey', leaf.origin, hint=hint)


def _within_journey(journey: Journey) -> Iterator[Problem]:
    """References between the parts of one journey: stages, pains, actors, shares."""
    stages = [stage.id for stage in journey.stages]

    def stage_ref(ref: Ref) -> Iterator[Problem]:
        if ref not in stages:
            near = nearest(ref, stages)
            hint = f'did you mean "{near}"?' if near else f"its stages are {', '.join(stages)}"
            yield Problem("unknown-stage", f'this journey has no stage "{ref}"', ref.origin, hint=hint)

    for path in journey.paths:
        for ref in path.stages:
            yield from stage_ref(ref)
    for stage in journey.stages:
        for ref in (*stage.parallel, *stage.any_order, *stage.after, *(way.to for way in stage.next or () if way.to)):
            if ref.origin.file != "" and not ref.origin.file.startswith("models/"):
                yield from stage_ref(ref)
        yield from _shares(stage)
        for step in (stage, *stage.steps):
            for actor in step.emotion.by_actor if step.emotion else ():
                if isinstance(actor, Ref):
                    yield from _check_actor(actor, journey)
    pains = {item.id for stage in journey.stages for item in within(stage) if getattr(item, "id", None)}
    pains |= {pain.id for pain in journey.pains if pain.id}
    for thing in within(journey):
        for ref in thing.solves if isinstance(thing, Opportunity) else ():
            if ref not in pains:
                near = nearest(ref, [pain for pain in pains if pain])
                hint = f'did you mean "{near}"?' if near else "give the pain an id: to point to it"
                yield Problem("unknown-pain", f'this journey has no pain "{ref}"', ref.origin, hint=hint)


def _shares(stage: Stage) -> Iterator[Problem]:
    total = sum(way.share for way in stage.next or () if way.share is not None)
    if total > 1.0001:
        yield Problem(
            "shares-above-100",
            f'the ways out of "{stage.id}" add up to {total * 100:.0f} %, more than everybody',
            stage.place("next"),
            hint="lower one of the shares",
        )


def _ways_of_model(model: Model) -> Iterator[Problem]:
    ids = [stage.id for stage in model.stages]
    for stage in model.stages:
        for way in stage.next or ():
            if way.to is not None and way.to not in ids:
                near = nearest(way.to, ids)
                hint = f'did you mean "{near}"?' if near else ""
                yield Problem("unknown-stage", f'this model has no stage "{way.to}"', way.to.origin, hint=hint)


def _pictures(documents: Documents, atlas: Atlas) -> Iterator[Problem]:
    """Pictures that are not where they are said to be, or lie outside the handbook."""
    root = documents.root.resolve()
    for _, thing in atlas.things():
        for _, _, leaf in leaves(thing):
            if not isinstance(leaf, Image) or not leaf.origin.file:
                continue
            place = documents.root / atlas.picture_path(leaf)
            if not place.resolve().is_relative_to(root):
                yield Problem("link-outside", f'the picture "{leaf.file}" lies outside the handbook\'s folder', leaf.origin)
            elif not place.is_file():
                hint = "check the name, also its upper and lower case"
                sentence = f'there is no picture "{leaf.file}" beside this file'
                yield Problem("missing-picture", sentence, leaf.origin, Severity.WARNING, hint)
