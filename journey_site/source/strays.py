"""Finds journeys and personas that lie where nobody reads them: loose in the handbook's folder, or in a folder of another name.

Most YAML that is not read is meant for something else, so a file is ours only with keys that nothing else has.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GLANCE = 4_096
"""So many bytes from the top say what a file is: somebody else's may be large."""
_ENDINGS = (".yml", ".yaml")
_KEY = re.compile(r"^([a-z_]+)[ \t]*:(?=\s)", re.MULTILINE)
IN_OTHER_LANGUAGES = {
    "resor": "journeys", "kundresor": "journeys", "rejser": "journeys", "kunderejser": "journeys", "reiser": "journeys",
    "kundereiser": "journeys", "personor": "personas", "personer": "personas", "kontaktpunkter": "touchpoints",
    "beroringspunkter": "touchpoints", "avdelningar": "departments", "afdelinger": "departments", "avdelinger": "departments",
    "kanaler": "channels", "modeller": "models", "innehall": "content", "indhold": "content", "innhold": "content",
}  # fmt: skip
"""What teams in Scandinavia call the folders, as the slug of it."""
_ELSEWHERE = frozenset({"locales", "node_modules"})
"""Folders whose YAML is known to be something else: the words of translations, what programs bring along."""
_OF_OTHERS = frozenset({
    "include", "jobs", "kind", "on", "openapi", "pipeline", "pool", "resources", "services", "steps", "swagger", "variables", "vars",
})  # fmt: skip
"""Keys of files for CI, containers and interfaces; those have stages and needs, too."""
ONLY_IN_JOURNEYS = ("persona", "actors", "scenario", "expectations")
"""With ``stages`` beside it, each of these is a journey's."""
_BESIDE_STAGES = frozenset({"title", *ONLY_IN_JOURNEYS})
_OF_A_PERSONA = frozenset({"goals", "needs", "frustrations"})
_CALLED = frozenset({"name", "role"})

TELLING = ("stages", *sorted(_OF_A_PERSONA), "quote", *sorted(_BESIDE_STAGES | _CALLED))
"""The keys by which a kind is known, those that say most first."""


def looks_like(keys: Iterable[str]) -> str | None:
    """The kind whose unmistakable keys stand at the top of a file: ``journeys``, ``personas``, or none."""
    there = frozenset(keys)
    if there & _OF_OTHERS:
        return None
    if "stages" in there and there & _BESIDE_STAGES:
        return "journeys"
    # A quote with a name may be anybody's testimonial.
    told = there & _OF_A_PERSONA
    if there & _CALLED and told and ("quote" in there or "role" in there or "frustrations" in there or len(told) > 1):
        return "personas"
    return None


def stray_files(folder: str, others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The journeys and personas directly in ``folder`` and in its folders ``others``, each with the kind that it looks like."""
    yield from _in_folder(folder)
    for name in others:
        below = os.path.join(folder, name)
        # Another handbook's loose files are for its own check.
        if name not in _ELSEWHERE and not any(os.path.exists(os.path.join(below, f"handbook{each}")) for each in _ENDINGS):
            yield from _in_folder(below)


def _in_folder(folder: str) -> Iterator[tuple[str, str]]:
    try:
        with os.scandir(folder) as inside:
            entries = sorted((each for each in inside if _is_yaml(each)), key=lambda each: each.name)
    except OSError:  # it is none of ours, so nothing is lost
        return
    for entry in entries:
        kind = _kind_of(entry.path)
        if kind is not None:
            yield entry.path, kind


def _is_yaml(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    return not name.startswith(".") and name.lower().endswith(_ENDINGS) and entry.is_file(follow_symlinks=False)


def _kind_of(path: str) -> str | None:
    """What a file looks like, from its first letters."""
    try:
        with open(path, "rb") as file:
            top = file.read(_GLANCE).decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except OSError:
        return None
    return looks_like(found[1] for found in _KEY.finditer(top))
