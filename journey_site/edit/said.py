"""What a handbook says, apart from where it is written, as plain values: to compare it before and after a rename."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from journey_site.atlas.atlas import SCHEME_KINDS
from journey_site.documents.declared import Declared
from journey_site.documents.documents import Documents
from journey_site.documents.items import Item
from journey_site.documents.journeys import Stage
from journey_site.documents.models import ModelStage
from journey_site.documents.things import Thing
from journey_site.documents.values import Ref, Text
from journey_site.edit.mentions_of import CODE

NewName = Callable[[str, str, str], str]
"""The later id for a kind, an id of that kind, and the journey within which it counts (``model:id`` for a model; empty for things)."""

_LINK = re.compile(rf"(\]\(\s*<?|\]:[ \t]*<?|<)({'|'.join(SCHEME_KINDS)}):([a-z0-9-]+)(?:#([a-z0-9-]+))?")
_NOT_SAID = frozenset({"origin", "places", "file", "was"})


def everything_said(documents: Documents, name: NewName) -> dict[str, Any]:
    """All that a handbook says, by kind and id, with the names that ``name`` gives; old ids are no part of it."""
    found: dict[str, Any] = {"handbook": _Saying(name, "").of(documents.handbook)}
    for kind, table in documents.tables.items():
        for identity, thing in table.items():
            within = identity if kind == "journeys" else f"model:{identity}" if kind == "models" else ""
            found[f"{kind}/{name(kind, identity, '')}"] = _Saying(name, within).of(thing)
    return found


class _Saying:
    """One thing's values."""

    def __init__(self, name: NewName, journey: str) -> None:
        self.name = name
        self.journey = journey

    def of(self, value: Any) -> Any:
        match value:
            case Ref():
                return f"{value.kind}:{self.ref(value)}"
            case Text():
                return {language: self.words(words) for language, words in value.values.items()}
            case Declared():
                return self.declared(value)
            case Mapping():
                return {str(self.of(key)): self.of(entry) for key, entry in value.items()}
            case tuple():
                return [self.of(entry) for entry in value]
            case _ if is_dataclass(value):
                return {one.name: self.of(getattr(value, one.name)) for one in fields(value) if one.name != "origin"}
        return value

    def ref(self, ref: Ref) -> str:
        kinds = ("departments", "personas") if ref.kind == "people" else (ref.kind,)
        later = str(ref)
        for kind in kinds:
            later = self.name(kind, later, self.journey if kind in ("stages", "pains") else "")
        return later

    def declared(self, thing: Declared) -> dict[str, Any]:
        said = {name: self.of(value) for name, value in thing.__dict__.items() if name not in _NOT_SAID}
        identity = getattr(thing, "id", None)
        if isinstance(thing, Thing):
            if is_called_after_its_id(thing):
                said.pop("name")
            said.pop("id")
        elif isinstance(thing, Stage | ModelStage):
            said["id"] = self.name("stages", thing.id, self.journey)
        elif isinstance(thing, Item) and identity:
            said["id"] = self.name("pains", identity, self.journey)
        return said

    def words(self, words: str) -> str:
        def later(found: re.Match[str]) -> str:
            sign, scheme, identity, stage = found.groups()
            within = identity if scheme == "journey" else f"{scheme}:{identity}"
            anchor = f"#{self.name('stages', stage, within)}" if stage else ""
            return f"{sign}{scheme}:{self.name(SCHEME_KINDS[scheme], identity, '')}{anchor}"

        code = [found.span() for found in CODE.finditer(words)]
        pieces: list[str] = []
        at = 0
        for begin, end in [*code, (len(words), len(words))]:
            pieces += (_LINK.sub(later, words[at:begin]), words[begin:end])
            at = end
        return "".join(pieces)


def is_called_after_its_id(thing: Thing) -> bool:
    """Whether nobody has named a thing, so that its id serves."""
    return "places" in thing.model_fields_set and "name" not in thing.places
