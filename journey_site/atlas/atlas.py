"""The atlas: the whole handbook with models filled in, variants written out and references checked."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from journey_site.documents.handbook import Handbook
from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model
from journey_site.documents.things import (
    Channel,
    Content,
    Department,
    Evidence,
    Metric,
    Persona,
    Thing,
    Touchpoint,
)
from journey_site.documents.values import Image, Ref

SCHEME_KINDS = {
    "persona": "personas",
    "journey": "journeys",
    "touchpoint": "touchpoints",
    "content": "content",
    "department": "departments",
    "channel": "channels",
    "evidence": "evidence",
    "metric": "metrics",
    "model": "models",
}
"""What a link such as ``journey:anna-ebike`` in a text points to."""


@dataclass(frozen=True)
class Atlas:
    """A handbook's things by id, each table in the order of its lists."""

    handbook: Handbook
    today: date
    shown: str = ""
    """What stands before the handbook's files in messages: the folder's name."""
    personas: Mapping[str, Persona] = field(default_factory=dict)
    journeys: Mapping[str, Journey] = field(default_factory=dict)
    models: Mapping[str, Model] = field(default_factory=dict)
    """The handbook's own, and those of the built-in ones that its journeys are on."""
    departments: Mapping[str, Department] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    touchpoints: Mapping[str, Touchpoint] = field(default_factory=dict)
    content: Mapping[str, Content] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    unread: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    """By kind: things that are there and could not be read."""
    partial: AbstractSet[str] = frozenset()
    """Kinds of which any number of things may stand in what could not be read."""
    in_doubt: AbstractSet[str] = frozenset()
    """Journeys of which not every stage is known, because what they are built on is not there."""
    other_models: Mapping[str, Model] = field(default_factory=dict)
    """The built-in models that no journey is on yet, for whoever looks for one; none of the handbook's own things."""

    def table(self, kind: str) -> Mapping[str, Any]:
        """The things of ``kind``, as FORMAT names it."""
        return getattr(self, kind)  # type: ignore[no-any-return]

    def find(self, ref: Ref | None) -> Any:
        """The thing that ``ref`` points to, None when there is none."""
        if ref is None:
            return None
        if ref.kind == "people":
            return self.departments.get(ref) or self.personas.get(ref)
        found = self.table(ref.kind).get(ref)
        return self.other_models.get(ref) if found is None and ref.kind == "models" else found

    def things(self) -> Iterator[tuple[str, Thing]]:
        """Every thing with its kind."""
        for kind in KINDS_IN_ORDER:
            for thing in self.table(kind).values():
                yield kind, thing

    def path_of(self, file: str) -> str:
        """A file as shown to people, as a path within the handbook's folder."""
        if self.shown and file.startswith(f"{self.shown}/") and ".." not in file:
            return file[len(self.shown) + 1 :]  # nearly always, and far quicker
        return posixpath.relpath(file, self.shown) if self.shown and file else file

    def picture_path(self, image: Image) -> str:
        """Where a picture lies within the handbook's folder: beside the file that names it."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path_of(image.origin.file)), image.file))

    def is_borrowed(self, file: str) -> bool:
        """Whether a file, as shown to people, lies in another folder, from which ``uses`` takes what is shared."""
        return self.path_of(file).startswith("../")

    def picture_address(self, image: Image) -> str:
        """Where the site has a picture: as it lies in the handbook's folder.

        Those of a folder that ``uses`` names stand under ``shared/``: where that folder lies is nobody's concern.
        """
        path = self.picture_path(image)
        for number, folder in enumerate(self.handbook.uses if path.startswith("../") else (), 1):
            above = posixpath.normpath(folder) + "/"
            if path.startswith(above):
                return f"shared{'' if number == 1 else f'-{number}'}/{path[len(above):]}"
        return path

    @property
    def language(self) -> str:
        """The language of the site's root."""
        return self.handbook.site_languages[0]


KINDS_IN_ORDER = (
    "personas",
    "journeys",
    "departments",
    "channels",
    "touchpoints",
    "content",
    "metrics",
    "evidence",
    "models",
)
