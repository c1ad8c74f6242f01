"""The whole handbook as one JSON file, for programs: everything that this edition tells, and nothing about how it is stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from journey_site.atlas.atlas import KINDS_IN_ORDER, Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.durations import Amount, Duration
from journey_site.documents.journeys import Stage
from journey_site.documents.values import Emotion, Image, Owner, Ref, Scale, Text
from journey_site.exchange.fields import handed_on

FORMAT = "journey-site handbook"
VERSION = 1
"""Goes up when a field is dropped or comes to mean something else; new fields leave it as it is."""

AddressOf = Callable[[str, str, str], str]
"""From kind, id and (for a journey) a stage's id to the page's address within the site; empty when there is none."""

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def handbook_json(atlas: Atlas, address_of: AddressOf, *, site: str = "", schema: str = "") -> Iterator[bytes]:
    """The handbook as JSON in UTF-8, piece by piece, with a line for each thing so that two versions can be compared.

    ``site`` is the address that the site is known to have; ``schema`` is where the schema lies.
    """
    telling = _Telling(atlas, address_of)
    head = {
        **({"$schema": schema} if schema else {}),
        "format": FORMAT,
        "version": VERSION,
        "date": atlas.today.isoformat(),
        **({"site": site} if site else {}),
        "language": atlas.language,
        "handbook": telling.handbook(),
    }
    yield _bytes(_ENCODE(head)[:-1])
    for kind in KINDS_IN_ORDER:
        yield _bytes(f",\n{_ENCODE(kind)}:[")
        separator = "\n"
        for identity, thing in atlas.table(kind).items():
            yield _bytes(separator + _ENCODE(telling.thing(kind, identity, thing)))
            separator = ",\n"
        yield b"]"
    yield b"}\n"


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "replace")


def as_data(value: Any, atlas: Atlas) -> Any:
    """A single value of a field as the handbook's JSON has it."""
    return _Telling(atlas, lambda *_: "").value(value)


class _Telling:
    """Turns declared values into what JSON knows: what is not stated is left out."""

    def __init__(self, atlas: Atlas, address_of: AddressOf) -> None:
        self._atlas = atlas
        self._address_of = address_of
        self._plain: dict[type, Callable[[Any], Any]] = {
            Text: lambda text: dict(text.values),
            tuple: lambda entries: [self.value(entry) for entry in entries],
            dict: lambda entries: {key: self.value(entry) for key, entry in entries.items()},
            date: date.isoformat,
            Ref: str,
            Owner: _owner,
            Image: self._image,
            Emotion: _emotion,
            Scale: _scale,
            Duration: _duration,
        }

    def handbook(self) -> dict[str, Any]:
        """What holds for the whole; its languages and its scale are told even where nobody states them."""
        handbook = self._atlas.handbook
        return self.declared(handbook) | {"languages": list(handbook.site_languages), "emotion": _scale(handbook.scale)}

    def thing(self, kind: str, identity: str, thing: Declared) -> dict[str, Any]:
        """A thing with the address of its page, a journey with those of its stages."""
        told = self._addressed(self.declared(thing), self._address_of(kind, identity, ""))
        if kind == "journeys" and "stages" in told:
            told["stages"] = [self._addressed(stage, self._address_of(kind, identity, stage["id"])) for stage in told["stages"]]
        return told

    def _addressed(self, told: dict[str, Any], address: str) -> dict[str, Any]:
        """``told`` with its address behind its id."""
        return {"id": told.get("id", ""), "address": address, **told} if address else told

    def declared(self, thing: Declared) -> dict[str, Any]:
        """The fields of ``thing`` that say something, and the editor's own."""
        values, written, defaults = thing.__dict__, thing.model_fields_set, type(thing)._defaults()
        told: dict[str, Any] = {}
        for key, field in handed_on(type(thing)):
            if field in written and (value := values[field]) is not None and value != defaults[field]:
                told[key] = self.value(value)
        if isinstance(thing, Stage):
            told.setdefault("id", thing.id)
        return told | dict(thing.extra) if thing.extra else told

    def value(self, value: Any) -> Any:
        """Any value of a field."""
        convert = self._plain.get(type(value))
        if convert is not None:
            return convert(value)
        if isinstance(value, Declared):
            return self.declared(value)
        return {key: self.value(entry) for key, entry in value.items()} if isinstance(value, Mapping) else value

    def _image(self, image: Image) -> dict[str, Any]:
        told: dict[str, Any] = {"address": self._atlas.picture_address(image)}
        if image.alt:
            told["alt"] = dict(image.alt.values)
        return told | ({"credit": image.credit} if image.credit else {})


def _owner(owner: Owner) -> dict[str, Any]:
    told = {"department": owner.department, "name": owner.name, "contact": owner.contact}
    return {key: str(value) for key, value in told.items() if value}


def _emotion(emotion: Emotion) -> dict[str, Any]:
    told: dict[str, Any] = {"value": emotion.value, "low": emotion.low, "high": emotion.high}
    told = {key: value for key, value in told.items() if value is not None}
    if emotion.note:
        told["note"] = dict(emotion.note.values)
    return told | ({"by_actor": dict(emotion.by_actor)} if emotion.by_actor else {})


def _scale(scale: Scale) -> dict[str, Any]:
    return {"from": scale.low, "to": scale.high}


def _duration(duration: Duration) -> dict[str, Any]:
    """The range in its own units, and in seconds for those who compare."""
    told: dict[str, Any] = {}
    for key, end in (("from", duration.low), ("to", duration.high)):
        if end is not None:
            told[key] = _amount(end)
    if duration.endless:
        told["ongoing"] = True
    if duration.moment:
        told["moment"] = True
    if duration.per:
        told["per"] = duration.per
    low, high = duration.seconds
    return told | {"seconds": {"from": _whole(low)} if high is None else {"from": _whole(low), "to": _whole(high)}}


def _amount(amount: Amount) -> dict[str, Any]:
    return {"unit": amount.unit} if amount.number is None else {"number": _whole(amount.number), "unit": amount.unit}


def _whole(number: float) -> float:
    """6 rather than 6.0."""
    return int(number) if number == int(number) else number
