"""The atlas as one audience may see it.

This step stands between the atlas and everything that is made of it, so that nothing after it can
know what was left out: an item that an audience may not see is gone with all its words, and what
referred to it keeps its own words and loses the link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.items import ContentUse, MetricUse, TouchpointUse
from journey_site.documents.journeys import Actor, Journey, SubJourney
from journey_site.documents.load import KINDS
from journey_site.documents.nearest import nearest
from journey_site.documents.things import Thing
from journey_site.documents.values import Emotion, Owner, Ref, Text
from journey_site.documents.walk import parts, within
from journey_site.documents.ways import Way

_LINK = re.compile(r"\[([^\]]*)\]\(\s*<?(" + "|".join(SCHEME_KINDS) + r"):([^)\s>#]*)[^)]*\)")


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
        known = f"its audiences are {', '.join(audiences)}" if audiences else "it declares none"
        meant = f'; did you mean "{near}"?' if near else f"; {known}"
        raise UnknownAudience(f'this handbook has no audience "{audience}"{meant}')
    if not audience or audience == audiences[0]:
        return atlas
    return _Filter(atlas, audience).filtered()


@dataclass
class _Filter:
    """One pass over the atlas, knowing what is hidden."""

    atlas: Atlas
    audience: str

    def __post_init__(self) -> None:
        order = self.atlas.handbook.audiences
        self.seen = set(order[order.index(self.audience) :])
        self.hidden = {
            kind: {i for i, thing in self.atlas.table(kind).items() if not self._may_see_thing(thing)} for kind in KINDS
        }
        lanes = [lane for lane in self.atlas.handbook.lanes or () if lane.audience and lane.audience not in self.seen]
        self.hidden_lanes = {lane.id for lane in lanes if lane.own}

    def _may_see_thing(self, thing: Thing) -> bool:
        audience = thing.audience or self.atlas.handbook.default_audience
        return audience is None or audience in self.seen

    def filtered(self) -> Atlas:
        tables = {
            kind: {i: self._thing(thing) for i, thing in self.atlas.table(kind).items() if i not in self.hidden[kind]}
            for kind in KINDS
        }
        return replace(self.atlas, handbook=self._declared(self.atlas.handbook, {}), **tables)

    def _thing(self, thing: Thing) -> Any:
        return self._declared(thing, self._hidden_within(thing) if isinstance(thing, Journey) else {})

    def _hidden_within(self, journey: Journey) -> dict[str, set[str]]:
        """The stages and pains of a journey that are left out, so that references to them are too."""
        hidden = [part for part in within(journey) if self._is_hidden(part)]
        gone = {inner.id for part in hidden for inner in within(part) if getattr(inner, "id", None)}  # type: ignore[attr-defined]
        stages = {stage.id for stage in journey.stages if self._is_hidden(stage)}
        return {"stages": stages, "pains": {str(identity) for identity in gone}}

    def _is_hidden(self, part: Declared) -> bool:
        audience = getattr(part, "audience", None)
        return audience is not None and audience not in self.seen

    def _declared(self, thing: Declared, inner: Mapping[str, Iterable[str]]) -> Any:
        changes: dict[str, Any] = {}
        for name, value in parts(thing):
            kept = self._value(value, inner)
            if name == "own":
                kept = {lane: entry for lane, entry in kept.items() if lane not in self.hidden_lanes}
            if kept is not value:
                changes[name] = kept
        return thing.model_copy(update=changes) if changes else thing

    def _value(self, value: Any, inner: Mapping[str, Iterable[str]]) -> Any:
        if isinstance(value, Ref):
            return None if self._ref_hidden(value, inner) else value
        if isinstance(value, Text):
            return self._text(value)
        if isinstance(value, Declared):
            return None if self._is_hidden(value) else _standing(self._declared(value, inner), value)
        if isinstance(value, tuple):
            kept = tuple(item for entry in value if (item := self._value(entry, inner)) is not None)
            return value if len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True)) else kept
        if isinstance(value, Owner):
            if value.department is None or not self._ref_hidden(value.department, inner):
                return value
            return Owner(None, value.name, value.contact) if value.name or value.contact else None
        if isinstance(value, Emotion):
            return self._emotion(value)
        if isinstance(value, Mapping):
            return {
                key: kept
                for key, entry in value.items()
                if not (isinstance(key, Ref) and self._ref_hidden(key, inner)) and (kept := self._value(entry, inner)) is not None
            }
        return value

    def _ref_hidden(self, ref: Ref, inner: Mapping[str, Iterable[str]]) -> bool:
        if ref.kind == "people":
            return ref in self.hidden["departments"] or ref in self.hidden["personas"]
        return ref in inner.get(ref.kind, ()) or ref in self.hidden.get(ref.kind, ())

    def _emotion(self, emotion: Emotion) -> Emotion | None:
        by_actor = {actor: value for actor, value in emotion.by_actor.items() if actor not in self.hidden["personas"]}
        kept = replace(emotion, by_actor=by_actor, note=self._text(emotion.note) if emotion.note else None)
        return kept if kept.known else None

    def _text(self, text: Text) -> Text:
        if not any("](" in words for words in text.values.values()):
            return text

        def unlinked(match: re.Match[str]) -> str:
            hidden = match[3] in self.hidden[SCHEME_KINDS[match[2]]]
            return match[1] if hidden else match[0]

        return replace(text, values={language: _LINK.sub(unlinked, words) for language, words in text.values.items()})


def _standing(kept: Declared, before: Declared) -> Declared | None:
    """``kept`` if it still says something of its own now that what it pointed to may be gone."""
    match kept:
        case TouchpointUse():
            return kept if kept.touchpoint or kept.name else None
        case ContentUse():
            return kept if kept.content or kept.name else None
        case MetricUse():
            return kept if kept.metric or kept.name else None
        case Way():
            return kept if kept.to or kept.exit else None
        case Actor():
            return kept if kept.persona else None
        case SubJourney():
            return kept if kept.journey else None
    return kept
