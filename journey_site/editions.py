"""The atlas as one audience may see it.

This step stands between the atlas and everything that is made of it, so that nothing after it can
know what was left out: an item that an audience may not see is gone with all its words, and what
referred to it keeps its own words and loses the link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.documents.actors import Actor, SubJourney
from journey_site.documents.declared import Declared
from journey_site.documents.documents import KINDS
from journey_site.documents.items import Common, ContentUse, MetricUse, TouchpointUse
from journey_site.documents.journeys import Journey, Step
from journey_site.documents.models import Model
from journey_site.documents.nearest import nearest
from journey_site.documents.reading import quoted, some
from journey_site.documents.texts import may_link
from journey_site.documents.things import Thing
from journey_site.documents.values import Emotion, Image, Owner, Ref, Text
from journey_site.documents.walk import parts
from journey_site.documents.ways import Way

_SCHEMES = "|".join(SCHEME_KINDS)
_LINK = re.compile(rf"\]\(\s*<?({_SCHEMES}):([^)\s>#]*)[^)]*\)")
_BARE_LINK = re.compile(rf"<({_SCHEMES}):([^\s>#]*)[^>]*>|^[ ]{{0,3}}\[[^\]\n]*\]:[ \t]*<?({_SCHEMES}):([^\s>#]*).*$", re.MULTILINE)

AUDIENCE_VARIABLE = "JOURNEY_SITE_AUDIENCE"
"""The environment variable that chooses an edition, whatever mkdocs.yml says."""


class UnknownAudience(ValueError):
    """The audience that was asked for is not declared; the message says so in an editor's words."""


def edition(atlas: Atlas, audience: str = "") -> Atlas:
    """The atlas without what ``audience`` may not see; none chosen is the narrowest, which sees everything.

    Raises:
        UnknownAudience: when the handbook declares no such audience.
    """
    audiences = atlas.handbook.audiences
    if audience and audience not in audiences:
        near = nearest(audience, audiences)
        known = f"its audiences are {some(audiences)}" if audiences else "it declares none"
        meant = f'; did you mean "{near}"?' if near else f"; {known}"
        raise UnknownAudience(f"this handbook has no audience {quoted(audience)}{meant}")
    if not audience or audience == audiences[0]:
        return atlas
    seen = frozenset(audiences[audiences.index(audience) :])
    unstated = atlas.handbook.default_audience

    def hidden(thing: Thing) -> bool:
        may_see = thing.audience or unstated
        return may_see is not None and may_see not in seen

    # What is delivered to others shows the models that its journeys use, and not what else there is to choose from.
    return replace(_used_models(_Filter(atlas, hidden, seen).filtered()), other_models={})


def without_rhythm(atlas: Atlas) -> Atlas:
    """``atlas`` as it is handed over: when things were checked is told, and nothing falls due or is overdue."""
    if not atlas.handbook.review_every and not any(thing.review_every for _, thing in atlas.things()):
        return atlas

    def calm(thing: Any) -> Any:
        return thing.model_copy(update={"review_every": None}) if thing.review_every else thing

    tables: dict[str, Any] = {kind: {i: calm(thing) for i, thing in atlas.table(kind).items()} for kind in KINDS}
    return replace(atlas, handbook=calm(atlas.handbook), **tables)


def without_drafts(atlas: Atlas) -> Atlas:
    """What is ready to be read; what refers to a draft loses the link, as with what an audience may not see."""
    if not any(thing.publish == "draft" for _, thing in atlas.things()):
        return atlas
    return _used_models(_Filter(atlas, lambda thing: thing.publish == "draft", None).filtered())


def without(atlas: Atlas, left_out: Callable[[Thing], bool]) -> Atlas:
    """The atlas without the things that are ``left_out``; what referred to them loses the link."""
    return _used_models(_Filter(atlas, left_out, None).filtered())


def _used_models(atlas: Atlas) -> Atlas:
    """``atlas`` without the built-in models whose journeys are all left out: they are used no more."""
    used = {journey.model for journey in atlas.journeys.values()}
    idle = {i: model for i, model in atlas.models.items() if model.built_in and i not in used}
    kept = {i: model for i, model in atlas.models.items() if i not in idle}
    return replace(atlas, models=kept, other_models={**idle, **atlas.other_models}) if idle else atlas


@dataclass(frozen=True)
class _Within:
    """What is hidden within one thing."""

    stages: frozenset[str]
    pains: frozenset[str]
    lanes: frozenset[str]


_NOTHING = _Within(frozenset(), frozenset(), frozenset())


class _Filter:
    """One pass over the atlas, knowing what is hidden."""

    def __init__(self, atlas: Atlas, hidden: Callable[[Thing], bool], seen: frozenset[str] | None) -> None:
        self.atlas = atlas
        self.seen = seen
        """The audiences whose items are kept; None keeps all."""
        self.hidden = {kind: {i for i, thing in atlas.table(kind).items() if hidden(thing)} for kind in KINDS}

    def filtered(self) -> Atlas:
        tables: dict[str, Any] = {
            kind: {i: self._thing(thing) for i, thing in self.atlas.table(kind).items() if i not in self.hidden[kind]}
            for kind in KINDS
        }
        handbook = self._declared(self.atlas.handbook, _NOTHING)
        return replace(self.atlas, handbook=handbook, unread={}, partial=frozenset(), in_doubt=frozenset(), **tables)

    def _thing(self, thing: Thing) -> Any:
        return self._declared(thing, self._hidden_within(thing))

    def _hidden_within(self, thing: Thing) -> _Within:
        """What of a thing is left out, so that references to it are too."""
        if not isinstance(thing, Journey | Model):
            return _NOTHING
        stages = frozenset(stage.id for stage in thing.stages if self._is_hidden(stage))
        if isinstance(thing, Model):
            return _Within(stages, frozenset(), frozenset())
        rows = [*(self.atlas.handbook.lanes or ()), *(thing.lanes or ())]
        lanes = frozenset(lane.id for lane in rows if lane.id and self._is_hidden(lane))
        pains: set[str] = set()
        steps: list[Step] = [*thing.stages, *(step for stage in thing.stages for step in stage.steps)]
        holders: list[Journey | Step] = [thing, *steps]
        for holder in holders:
            gone = "pains" in lanes or (isinstance(holder, Step) and self._is_hidden(holder))
            pains.update(pain.id for pain in holder.pains if pain.id and (gone or self._is_hidden(pain)))
        for stage in thing.stages:
            if self._is_hidden(stage):
                pains.update(pain.id for step in stage.steps for pain in step.pains if pain.id)
        return _Within(stages, frozenset(pains), lanes)

    def _is_hidden(self, part: Declared) -> bool:
        audience = getattr(part, "audience", None)
        return self.seen is not None and audience is not None and audience not in self.seen

    def _declared(self, thing: Declared, inner: _Within) -> Any:
        changes: dict[str, Any] = {}
        if self.seen is not None and thing.extra:
            changes["extra"] = {}  # nothing says who may see the editor's own keys
        for name, value in parts(thing):
            if name in inner.lanes and isinstance(thing, Step | Journey):
                changes[name] = type(thing).model_fields[name].get_default(call_default_factory=True)
                continue
            kept = self._value(value, inner)
            if name in ("own", "added") and inner.lanes:
                kept = {lane: entry for lane, entry in kept.items() if lane not in inner.lanes}
            if name == "next" and value and not kept:
                kept = None  # all ways led to what is hidden, which is not the end of the journey
            if kept is not value:
                changes[name] = kept
        return thing.model_copy(update=changes) if changes else thing

    def _value(self, value: Any, inner: _Within) -> Any:
        if isinstance(value, Ref):
            return None if self._ref_hidden(value, inner) else value
        if isinstance(value, Text):
            return self._text(value)
        if isinstance(value, Declared):
            return None if self._is_hidden(value) else _standing(self._declared(value, inner))
        if isinstance(value, tuple):
            kept = tuple(item for entry in value if (item := self._value(entry, inner)) is not None)
            return value if len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True)) else kept
        if isinstance(value, Owner):
            if value.department is None or not self._ref_hidden(value.department, inner):
                return value
            return Owner(None, value.name, value.contact) if value.name or value.contact else None
        if isinstance(value, Emotion):
            return self._emotion(value)
        if isinstance(value, Image):
            return replace(value, alt=self._text(value.alt)) if value.alt else value
        if isinstance(value, Mapping):
            return {
                key: kept
                for key, entry in value.items()
                if not (isinstance(key, Ref) and self._ref_hidden(key, inner)) and (kept := self._value(entry, inner)) is not None
            }
        return value

    def _ref_hidden(self, ref: Ref, inner: _Within) -> bool:
        match ref.kind:
            case "people":
                return ref in self.hidden["departments"] or ref in self.hidden["personas"]
            case "stages":
                return ref in inner.stages
            case "pains":
                return ref in inner.pains
        return ref in self.hidden[ref.kind]

    def _emotion(self, emotion: Emotion) -> Emotion | None:
        by_actor = {actor: value for actor, value in emotion.by_actor.items() if actor not in self.hidden["personas"]}
        if not by_actor and emotion.by_actor and emotion.value is None:
            return None
        return replace(emotion, by_actor=by_actor, note=self._text(emotion.note) if emotion.note else None)

    def _text(self, text: Text) -> Text:
        if not any(map(may_link, text.values.values())):
            return text
        return replace(text, values={language: self._unlinked(words) for language, words in text.values.items()})

    def _unlinked(self, words: str) -> str:
        """A text in which links to what is hidden are words alone."""

        def bare(match: re.Match[str]) -> str:
            scheme, identity = (match[1], match[2]) if match[1] else (match[3], match[4])
            return "" if identity in self.hidden[SCHEME_KINDS[scheme]] else match[0]

        kept: list[str] = []
        end = 0
        for match in _LINK.finditer(words):
            if match[2] in self.hidden[SCHEME_KINDS[match[1]]]:
                kept.append(words[end : match.start()])
                _drop_bracket(kept)
                end = match.end()
        return _BARE_LINK.sub(bare, "".join(kept) + words[end:])


def _drop_bracket(kept: list[str]) -> None:
    """Take away the bracket that opened the words of a link, however many brackets stand within them."""
    depth = 1
    for at in range(len(kept) - 1, -1, -1):
        piece = kept[at]
        for place in range(len(piece) - 1, -1, -1):
            depth += {"]": 1, "[": -1}.get(piece[place], 0)
            if depth == 0:
                kept[at] = piece[:place] + piece[place + 1 :]
                return


def _standing(kept: Declared) -> Declared | None:
    """``kept`` if it still says something of its own now that what it pointed to may be gone."""
    match kept:
        case TouchpointUse():
            return kept if kept.touchpoint or kept.name else _of_its_own_words(kept)
        case ContentUse():
            return kept if kept.content or kept.name else _of_its_own_words(kept)
        case MetricUse():
            return kept if kept.metric or kept.name else _of_its_own_words(kept)
        case Way():
            return kept if kept.to or kept.exit else None
        case Actor():
            return kept if kept.persona else None
        case SubJourney():
            return kept if kept.journey else None
    return kept


def _of_its_own_words(use: Common) -> Common | None:
    """What a use says besides what it pointed to: its note then stands for itself."""
    return use.model_copy(update={"name": use.note, "note": None}) if use.note else None
