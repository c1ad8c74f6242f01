"""What templates are given, as a page of the guide: written from the view models themselves."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

VIEWS = Path(__file__).parent / "views"

PAGES = {
    "StartView": "start",
    "PersonasView": "personas",
    "PersonaView": "persona",
    "JourneyView": "journey",
    "StageView": "stage",
    "ListView": "list",
    "ThingView": "thing",
    "ModelListView": "models",
    "ModelView": "model",
    "ChecksView": "checks",
    "ReviewQueueView": "review",
    "TranslationsView": "translations",
    "AtlasView": "atlas",
    "ContentMatrixView": "content-matrix",
    "AssumedView": "assumed",
    "RecentView": "changes",
    "BookletView": "booklet",
    "EmbedView": "embed",
    "CompareStageView": "compare-stage",
    "CompareStatesView": "compare-state",
    "ProblemsView": "problems",
}
"""The view model of each template under ``journey/body/``."""

_INTRO = """\
---
title: What templates are given
description: The fields of every page's view model, for templates of your own.
---

# What templates are given

Everything on a page is computed before its template is called, and handed over as `view`. These are its fields. They are a contract: one that goes away or changes its meaning is named in the changelog.

A *text* is the handbook's or the interface's: print it with `text()`, or with `block()` where it is long. A *link* is an address before it knows the page it stands on: print it with `href()`. *Words* are printed as they are. [Look and templates](theming.md#3-templates) shows how.

This page is written from the code.
"""

_TYPES = {
    "str": "words",
    "int": "number",
    "float": "number",
    "bool": "true or false",
    "None": "nothing",
    "Text": "text",
    "Words": "text",
    "Link": "link",
    "object": "anything",
    "Any": "anything",
}


@dataclass(frozen=True)
class Described:
    """One field with its type and what it is for."""

    name: str
    type: ast.expr | None
    about: str


@dataclass(frozen=True)
class Model:
    """One view model as it is declared."""

    name: str
    about: str
    fields: tuple[Described, ...]


def reference_markdown() -> str:
    """The page: the view models of pages first, then those that they are made of."""
    models = {model.name: model for path in sorted(VIEWS.rglob("*.py")) for model in _models(path)}
    pages = [models[name] for name in PAGES if name in models]
    parts = sorted(_reached(pages, models) - set(PAGES))
    blocks = [_INTRO, "## Pages\n"]
    blocks += [_section(page, models, f"`journey/body/{PAGES[page.name]}.html`. ") for page in pages]
    blocks.append("## What pages are made of\n")
    blocks += [_section(models[name], models) for name in parts]
    return "\n".join(blocks)


def _models(path: Path) -> Iterator[Model]:
    """The dataclasses that a module declares."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        if any("dataclass" in ast.unparse(mark) for mark in node.decorator_list):
            yield Model(node.name, ast.get_docstring(node) or "", tuple(_fields(node)))


def _fields(node: ast.ClassDef) -> Iterator[Described]:
    """Declared fields with the docstring below each, then properties."""
    for here, below in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(here, ast.AnnAssign) and isinstance(here.target, ast.Name):
            yield Described(here.target.id, here.annotation, _docstring(below))
        elif isinstance(here, ast.FunctionDef) and any("property" in ast.unparse(mark) for mark in here.decorator_list):
            yield Described(here.name, here.returns, ast.get_docstring(here) or "")


def _docstring(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return node.value.value
    return ""


def _names(type: ast.expr | None) -> set[str]:
    return {node.id for node in ast.walk(type) if isinstance(node, ast.Name)} if type else set()


def _reached(pages: Iterable[Model], models: Mapping[str, Model]) -> set[str]:
    """Every view model that a page holds, directly or within another."""
    waiting, found = list(pages), set[str]()
    while waiting:
        for field in waiting.pop().fields:
            for name in _names(field.type) & models.keys() - found:
                found.add(name)
                waiting.append(models[name])
    return found


def _section(model: Model, models: Mapping[str, Model], lead: str = "") -> str:
    rows = [f"| `{f.name}` | {_type(f.type, models)} | {_line(f.about)} |" for f in model.fields if not f.name.startswith("_")]
    table = "\n".join(["| Field | Holds | |", "| --- | --- | --- |", *rows])
    return f"### {model.name}\n\n{lead}{_line(model.about)}\n\n{table}\n"


def _type(type: ast.expr | None, models: Mapping[str, Model]) -> str:
    """A type in words, with a link to the view model where it is one."""
    if isinstance(type, ast.BinOp):
        return f"{_type(type.left, models)} or {_type(type.right, models)}"
    if isinstance(type, ast.Subscript):
        inner = type.slice.elts if isinstance(type.slice, ast.Tuple) else [type.slice]
        words = [_type(one, models) for one in inner if not (isinstance(one, ast.Constant) and one.value is Ellipsis)]
        outer = ast.unparse(type.value)
        if outer in ("dict", "Mapping"):
            return f"{words[-1]} by {words[0]}"
        return f"list of {words[0]}" if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    if isinstance(type, ast.Constant):
        return "nothing" if type.value is None else str(type.value)
    name = ast.unparse(type) if type else "anything"
    return f"[{name}](#{name.lower()})" if name in models else _TYPES.get(name, name)


def _line(words: str) -> str:
    """A docstring as one line of Markdown."""
    return re.sub(r"\s+", " ", words.replace("``", "`")).replace("|", "\\|").strip()
