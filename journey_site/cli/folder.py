"""Which folder a command is about, when none is named: the one that mkdocs.yml says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import read_text
from journey_site.source.yaml import parse_yaml

_CONFIGS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
_PLUGIN = "journey-site"
_USUAL = "maps"


def default_folder(here: Path) -> str:
    """The handbook's folder as mkdocs.yml in ``here`` has it: the plugin's ``maps:``, else ``docs_dir:``.

    Without such a file, or where it says neither, it is ``maps``.
    """
    for name in _CONFIGS:
        path = here / name
        if path.is_file():
            source, _ = read_text(path, name)
            # Tags that only MkDocs knows (!ENV, !!python/name) are problems there, and not here.
            root = parse_yaml(source)[0] if source is not None else None
            return _said_in(root) or _USUAL
    return _USUAL


def _said_in(root: Node | None) -> str:
    if not isinstance(root, Mapping):
        return ""
    for options in _options(root.get("plugins")):
        maps = options.get("maps") if isinstance(options, Mapping) else None
        if isinstance(maps, Scalar) and not maps.is_null:
            return maps.text
    docs = root.get("docs_dir")
    uses_plugin = any(True for _ in _options(root.get("plugins")))
    if isinstance(docs, Scalar) and not docs.is_null:
        return docs.text
    return "docs" if uses_plugin else ""


def _options(plugins: Node | None) -> Iterator[Node]:
    """What stands behind the plugin's name, in the list or mapping of plugins."""
    entries = [plugins] if isinstance(plugins, Mapping) else plugins.items if isinstance(plugins, Sequence) else []
    for entry in entries:
        if isinstance(entry, Mapping):
            yield from (value for key, value in entry.entries if key.text == _PLUGIN)
        elif isinstance(entry, Scalar) and entry.text == _PLUGIN:
            yield entry
