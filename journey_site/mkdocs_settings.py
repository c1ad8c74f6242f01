"""What a project's mkdocs.yml says, and those that it stands on, for who does not have MkDocs read it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import read_text
from journey_site.source.yaml import parse_yaml

CONFIGS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""What MkDocs and ProperDocs take for a project's settings."""
_PLUGIN = "journey-site"
_USUAL = "maps"
_VARIABLE = re.compile("[A-Z][A-Z0-9_]*")
"""What is written like a name in the environment. Ids of audiences have no capitals."""


def config_of(folder: Path) -> Path | None:
    """The mkdocs.yml whose handbook lies in ``folder``: in the current folder, else beside or in that one; None when there is none."""
    for here in dict.fromkeys(each.resolve() for each in (Path(), folder.resolve().parent, folder)):
        path = next((here / name for name in CONFIGS if (here / name).is_file()), None)
        if path and (here / default_folder(here)).resolve() == folder.resolve():
            return path
    return None


def settings_files(config: Path) -> list[Path]:
    """A configuration and those that it stands on (``INHERIT:``), the nearest first."""
    return [path for path, _ in _chain(config)]


def _chain(config: Path) -> Iterator[tuple[Path, Mapping]]:
    """The same, each with what is written in it."""
    seen: set[Path] = set()
    path: Path | None = config.resolve()
    while path is not None and path.is_file() and path not in seen:
        seen.add(path)
        source, _ = read_text(path, path.name)
        # Tags that only MkDocs knows (!ENV, !!python/name) are problems there, and not here.
        root = parse_yaml(source)[0] if source is not None else None
        if not isinstance(root, Mapping):
            return
        yield path, root
        below = root.get("INHERIT")
        path = (path.parent / below.text).resolve() if isinstance(below, Scalar) and not below.is_null else None


def _first(chain: Iterable[Mapping], field: str) -> Node | None:
    """What the nearest configuration that speaks of ``field`` says of it."""
    return next((said for root in chain if (said := root.get(field)) is not None), None)


def site_address(config: Path | None) -> str:
    """Where the site is published, as ``site_url:`` in mkdocs.yml says, with a slash at its end; empty when it says nothing."""
    said = _first((root for _, root in _chain(config)), "site_url") if config else None
    known = said.text.strip() if isinstance(said, Scalar) and not said.is_null else ""
    return known.rstrip("/") + "/" if known.startswith(("https://", "http://")) else ""


def default_folder(here: Path) -> str:
    """The handbook's folder as mkdocs.yml in ``here`` has it: the plugin's ``maps:``, else ``docs_dir:``.

    Without such a file, or where it says neither, it is ``maps``.
    """
    for name in CONFIGS:
        path = here / name
        if path.is_file():
            return _said_in([root for _, root in _chain(path)]) or _USUAL
    return _USUAL


def _said_in(chain: list[Mapping]) -> str:
    """The folder that configurations say, each standing on the next."""
    maps = _option(chain, "maps")
    if isinstance(maps, Scalar):
        return maps.text
    docs = _first(chain, "docs_dir")
    if isinstance(docs, Scalar) and not docs.is_null:
        return docs.text
    return "docs" if any(True for _ in _plugin(chain)) else ""


def audience_in(config: Path | None) -> str:
    """The edition that the plugin's ``audience:`` in a configuration names; empty when it names none.

    What MkDocs would read from the environment (``!ENV NAME``, ``!ENV [NAME, client]``) is read from there.
    """
    said = _option([root for _, root in _chain(config)], "audience") if config else None
    if isinstance(said, Scalar):
        return os.environ.get(said.text, "") if _VARIABLE.fullmatch(said.text) else said.text
    names = [each.text for each in said.items if isinstance(each, Scalar) and not each.is_null] if isinstance(said, Sequence) else []
    return next((os.environ[name] for name in names if name in os.environ), names[-1] if len(names) > 1 else "")


def upkeep_in(config: Path | None) -> bool | None:
    """What the plugin's ``upkeep:`` in a configuration says; None when it says nothing."""
    said = _option([root for _, root in _chain(config)], "upkeep") if config else None
    return said.text.lower() == "true" if isinstance(said, Scalar) else None


def pages_folder(config: Path | None, handbook: Path) -> Path:
    """Where hand-written pages lie: MkDocs' ``docs_dir``, else in the handbook's own folder."""
    said = _first((root for _, root in _chain(config)), "docs_dir") if config else None
    if config is None or (isinstance(said, Scalar) and said.is_null):
        return handbook
    folder = config.resolve().parent / (said.text if isinstance(said, Scalar) else "docs")
    return folder if folder.is_dir() else handbook


def _option(chain: list[Mapping], name: str) -> Node | None:
    """What configurations say of an option of the plugin."""
    for options in _plugin(chain):
        said = options.get(name) if isinstance(options, Mapping) else None
        if said is not None and not (isinstance(said, Scalar) and said.is_null):
            return said
    return None


def _plugin(chain: list[Mapping]) -> Iterator[Node]:
    """What stands behind the plugin's name, the nearest first; a list of plugins replaces what it stands on."""
    for root in chain:
        plugins = root.get("plugins")
        yield from _options(plugins)
        if isinstance(plugins, Sequence):
            break


def _options(plugins: Node | None) -> Iterator[Node]:
    """What stands behind the plugin's name, in the list or mapping of plugins."""
    entries = [plugins] if isinstance(plugins, Mapping) else plugins.items if isinstance(plugins, Sequence) else []
    for entry in entries:
        if isinstance(entry, Mapping):
            yield from (value for key, value in entry.entries if key.text == _PLUGIN)
        elif isinstance(entry, Scalar) and entry.text == _PLUGIN:
            yield entry
