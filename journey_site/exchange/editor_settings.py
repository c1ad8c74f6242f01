"""Settings that make an editor read our schemas: Visual Studio Code's, and those of the JetBrains editors.

What somebody has set there stays: only the entries of our own are put in or renewed. Sources: the setting
``yaml.schemas`` of the extension redhat.vscode-yaml, and JetBrains' ``JsonSchemaMappingsProjectConfiguration``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as Tree

Patterns = Mapping[str, Sequence[str]]
"""From a schema's path, as seen from the project's folder, to the patterns of the files it is for."""

_COMPONENT = "JsonSchemaMappingsProjectConfiguration"
_OURS = "journey-site: "


class NotOurs(ValueError):
    """A settings file that is there and cannot be changed without losing something; the message says why."""


def vscode_settings(written: str, patterns: Patterns) -> str:
    """``.vscode/settings.json`` with our schemas in it; ``written`` is what stands there, or nothing.

    Raises:
        NotOurs: when the file holds comments or anything else that would not survive.
    """
    try:
        settings = json.loads(written) if written.strip() else {}
    except ValueError:
        raise NotOurs("it holds comments, or is no plain JSON") from None
    schemas = settings.get("yaml.schemas", {}) if isinstance(settings, dict) else None
    if not isinstance(schemas, dict):
        raise NotOurs("its settings are not what was expected")
    settings["yaml.schemas"] = {**schemas, **{f"./{path}": list(files) for path, files in patterns.items()}}
    return json.dumps(settings, indent=2, ensure_ascii=False) + "\n"


def vscode_extensions(written: str) -> str:
    """``.vscode/extensions.json``, which recommends the extension that reads YAML schemas.

    Raises:
        NotOurs: as above.
    """
    try:
        said = json.loads(written) if written.strip() else {}
    except ValueError:
        raise NotOurs("it holds comments, or is no plain JSON") from None
    wanted = said.get("recommendations", []) if isinstance(said, dict) else None
    if not isinstance(wanted, list):
        raise NotOurs("its settings are not what was expected")
    said["recommendations"] = list(dict.fromkeys([*wanted, "redhat.vscode-yaml"]))
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"


def jetbrains_mappings(written: str, patterns: Patterns) -> str:
    """``.idea/jsonSchemas.xml`` with our schemas in it; ``written`` is what stands there, or nothing.

    Raises:
        NotOurs: when the file is no XML of that kind.
    """
    try:
        project = Tree.fromstring(written) if written.strip() else Tree.Element("project", version="4")
    except Tree.ParseError:
        raise NotOurs("it is no XML") from None
    if project.tag != "project":
        raise NotOurs("its settings are not what was expected")
    component = next((each for each in project.iter("component") if each.get("name") == _COMPONENT), None)
    if component is None:
        component = Tree.SubElement(project, "component", name=_COMPONENT)
    state = component.find("state")
    state = Tree.SubElement(component, "state") if state is None else state
    entries = state.find("map")
    entries = Tree.SubElement(state, "map") if entries is None else entries
    for entry in [each for each in entries if (each.get("key") or "").startswith(_OURS)]:
        entries.remove(entry)
    for path, files in patterns.items():
        entries.append(_mapping(path, files))
    Tree.indent(project)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Tree.tostring(project, encoding="unicode") + "\n"


def _mapping(path: str, files: Sequence[str]) -> Tree.Element:
    name = _OURS + path.rsplit("/", 1)[-1].removesuffix(".json")
    entry = Tree.Element("entry", key=name)
    info = Tree.SubElement(Tree.SubElement(entry, "value"), "SchemaInfo")
    Tree.SubElement(info, "option", name="name", value=name)
    Tree.SubElement(info, "option", name="relativePathToSchema", value=path)
    wanted = Tree.SubElement(Tree.SubElement(info, "option", name="patterns"), "list")
    for pattern in files:
        item = Tree.SubElement(wanted, "Item")
        Tree.SubElement(item, "option", name="pattern", value="true")
        Tree.SubElement(item, "option", name="path", value=pattern)
        Tree.SubElement(item, "option", name="mappingKind", value="Pattern")
    return entry
