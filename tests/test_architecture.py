"""Which way imports go, and who alone may know whom: the house's plan, as CONTRIBUTING.md draws it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "journey_site"

LAYERS: dict[str, set[str]] = {
    "problems": set(),
    "sentence": set(),
    "alphabet": set(),
    "colours": set(),
    "source": {"problems"},
    "mkdocs_settings": {"source"},
    "documents": {"problems", "source"},
    "atlas": {"problems", "alphabet", "source", "documents"},
    "editions": {"problems", "source", "documents", "atlas"},
    "rules": {"problems", "colours", "sentence", "source", "documents", "atlas", "editions"},
    "translations": {"problems", "source", "documents", "git_objects", "history"},
    "exchange": {"problems", "source", "documents", "atlas", "editions", "translations"},
    "diff": {"problems", "sentence", "source", "documents", "atlas", "editions"},
    "starter": {"problems", "source", "documents"},
    "edit": {"problems", "source", "documents", "atlas", "handwritten", "handbook", "page_audiences", "translations"},
    "theme": set(),
    "embeds": {"problems", "documents", "atlas"},
    "site": {"problems", "alphabet", "colours", "embeds", "sentence", "source", "documents", "atlas", "editions", "rules", "theme", "translations"},
    "silenced": {"problems", "source", "documents"},
    "levels": {"problems", "source", "documents", "atlas", "rules", "site"},
    "reports": {"problems", "source", "documents", "atlas", "rules", "site", "translations"},
    "deck": {"colours", "documents", "atlas", "site"},
    "delivery": {"editions", "git_objects", "sentence", "site"},
    "paper": {"documents", "site"},
    "data_files": {"problems", "source", "documents", "atlas", "editions", "site", "exchange"},
    "kept_back": {"documents", "atlas", "editions"},
    "git_objects": set(),
    "history": {"git_objects"},
    "revisions": {"documents", "git_objects", "history"},
    "two_versions": {"problems", "documents", "atlas", "editions", "levels", "git_objects", "history", "kept_back", "revisions"},
    "account": {"problems", "documents", "atlas", "diff", "site", "exchange", "theme", "handwritten", "reports", "two_versions"},
    "told_cache": {"site"},
    "touched_files": {"history"},
    "feeds": {"documents", "atlas", "site", "exchange"},
    "recent": {"problems", "documents", "atlas", "editions", "diff", "site", "theme", "history", "kept_back", "told_cache", "touched_files"},
    "handwritten": {"problems", "source", "documents", "atlas", "editions", "embeds"},
    "page_audiences": {"problems", "source", "documents", "atlas"},
    "hidden_problems": {"problems", "source", "documents", "atlas", "editions"},
    "seen_by": {"problems", "documents", "atlas", "editions"},
    "files_left_behind": {"atlas", "page_audiences", "guard"},
    "guard": {"problems", "source", "documents", "atlas", "editions", "site"},
    "links": {"problems", "source", "documents", "atlas", "handwritten"},
    "handbook": {
        "problems", "source", "documents", "atlas", "editions", "rules", "site", "handwritten", "page_audiences", "levels", "silenced",
        "translations",
    },
}
"""What each room may import; ``hosts`` and ``cli`` may import every room but each other."""
_OUTER = {"hosts", "cli"}

ONLY_IN: dict[str, str | tuple[str, ...]] = {
    "mkdocs": "hosts/mkdocs",
    "markdown": "hosts/mkdocs",
    "properdocs": "hosts/mkdocs",
    "yaml": "source/events.py",
    "click": "cli",
    "markdown_it": "site",
    "babel": ("site", "documents/language_names.py", "exchange/translations_po.py"),
    "pydantic": "documents",
    "xlsxwriter": "exchange/tables_xlsx.py",
    "pptx": "deck",
}
"""Where alone a library is known."""


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def room(path: Path) -> str:
    """The room a module stands in: the folder below the package, or the module itself."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that ``path`` imports, wherever in it, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the whole name"
            yield node.module or "", node.lineno


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return
    for name, line in imports(path):
        if not name.startswith("journey_site."):
            assert name != "journey_site" or here in _OUTER, f"{path}:{line} imports the whole package"
            continue
        there = name.split(".")[1]
        allowed = LAYERS[here] if here in LAYERS else (set(LAYERS) if here in _OUTER else set())
        assert there == here or there in allowed, f"{path}:{line}: {here} may not import {there}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_libraries_are_known_in_one_place(path: Path) -> None:
    below = path.relative_to(ROOT).as_posix()
    for name, line in imports(path):
        place = ONLY_IN.get(name.split(".")[0])
        places = (place,) if isinstance(place, str) else place
        assert places is None or any(below == each or below.startswith(f"{each}/") for each in places), f"{path}:{line} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_the_command_line_prints(path: Path) -> None:
    if room(path) == "cli":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"{path}:{node.lineno} prints"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_names_say_what_a_thing_is(path: Path) -> None:
    for part in path.relative_to(ROOT).parts:
        assert not set(part.removesuffix(".py").split("_")) & {"utils", "util", "helpers", "helper", "manager", "common", "base"}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{path} does not say what it is for"


def test_modules_are_short() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in modules()
        if room(path) in ("documents", "atlas", "editions", "rules", "levels", "sentence", "handbook", "cli")
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > _LONGEST
    }
    assert long == {}


_LONGEST = 400
"""Around 300 lines is the aim; a module of declarations alone may be longer."""
