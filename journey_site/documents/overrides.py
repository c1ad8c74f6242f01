"""Levels of rules for some of the files: ``overrides: [{files: journeys/drafts/**, checks: {…}}]`` under ``checks``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from journey_site.documents.checks import Check, read_levels
from journey_site.documents.lists import listed, unknown_field
from journey_site.documents.reading import Reading, says_nothing, shown
from journey_site.documents.texts import read_words
from journey_site.documents.values import NOWHERE
from journey_site.problems import Span
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Sequence

_FIELDS = ("files", "checks")
_WILD = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MOST = 100
"""Nobody needs more, and each is tried on every file that has a problem."""


@dataclass(frozen=True)
class Override:
    """Other levels for the files that ``files`` names."""

    files: tuple[str, ...]
    """Paths within the handbook's folder; ``*`` stands for anything within a name, ``**`` for folders too."""
    checks: Mapping[str, Check]
    origin: Span = field(default=NOWHERE, compare=False, repr=False)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(_pattern, self.files))

    def is_for(self, path: str) -> bool:
        """Whether a file, named by its path within the handbook's folder, is among them."""
        return any(pattern.fullmatch(path) for pattern in self._patterns)

    def unmatched(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Those of ``files`` that none of ``paths`` is called by."""
        there = tuple(paths)
        pairs = zip(self.files, self._patterns, strict=True)
        return tuple(words for words, pattern in pairs if not any(map(pattern.fullmatch, there)))


def read_overrides(node: Node | None, reading: Reading) -> tuple[Override, ...]:
    """A list of ``{files:, checks:}``; of several that are for a file, the last one decides."""
    if node is None or says_nothing(node):
        return ()
    items = node.items if isinstance(node, Sequence) else [node]
    found = (_read_override(item, reading) for item in items[:_MOST])
    return tuple(one for one in found if one is not None)


def _read_override(node: Node, reading: Reading) -> Override | None:
    if not isinstance(node, MappingNode):
        hint = 'such as {files: "journeys/drafts/**", checks: {emotion-without-thought: off}}'
        reading.report("mapping-expected", f"an override should have files and checks, and is {shown(node)}", node.span, hint)
        return None
    for key, value in node.entries:
        if key.text not in _FIELDS:
            unknown_field(reading, "an override", key, _FIELDS, value)
    files, checks = node.get("files"), node.get("checks")
    if says_nothing(files) or files is None:
        reading.missing("an override does not say for which files it is", node.span, 'write files: "journeys/drafts/**"')
        return None
    names = tuple(str(name) for name in listed(read_words)(files, reading, "files"))
    if says_nothing(checks) or checks is None:
        reading.missing("an override sets no levels", node.span, "write checks: and below it a rule with its level")
        return None
    return Override(names, read_levels(checks, reading, "checks"), files.span)


def _pattern(words: str) -> re.Pattern[str]:
    """``journeys/drafts/**``, ``journeys/*.yml``, or a folder with all that lies in it: ``journeys/drafts``."""
    words = words.strip().removeprefix("./")
    if words.endswith("/") or not (set(words) & set("*?") or words.endswith((".yml", ".yaml", ".md"))):
        words = words.rstrip("/") + "/**"
    wild = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(wild.get(piece) or re.escape(piece) for piece in _WILD.findall(words)))
