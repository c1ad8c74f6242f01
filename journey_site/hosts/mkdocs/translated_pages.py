"""Hand-written pages in several languages: ``index.sv.md`` beside ``index.md`` takes its place in the Swedish tree."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from journey_site.site.language import Language
    from journey_site.site.trees import Tree


@dataclass(frozen=True)
class Chosen:
    """What came of choosing among the languages of hand-written pages for one tree."""

    absent: Mapping[str, Container[str]] = field(default_factory=dict)
    """By language, the addresses of pages of this tree that are not in that one."""
    gone: Container[str] = frozenset()
    """Source paths that a navigation may name and that this tree does not have."""
    foreign: Container[str] = frozenset()
    """Source paths of pages that are here in the language of the first tree, as nobody has translated them."""


def choose_pages(files: Files, trees: Sequence[Tree], here: Tree, config: MkDocsConfig) -> Chosen:
    """Leave of each hand-written page the one in the language of ``here``, else the one without a language."""
    versions: dict[str, dict[str, File]] = {}
    for file in files.documentation_pages():
        base, language = _apart(file.src_uri, trees)
        if language:
            versions.setdefault(base, {})[language] = file
    absent: dict[str, set[str]] = {tree.language: set() for tree in trees}
    gone = set()
    for base, by_language in versions.items():
        for file in by_language.values():
            files.remove(file)
        usual, mine = files.get_file_from_path(base), by_language.get(here.language)
        if mine is None:
            if usual is None:
                gone.add(base)
            continue
        if usual is not None:
            files.remove(usual)
        page = _add(files, base, mine, config)
        for tree in trees:
            if usual is None and tree.language not in by_language:
                absent[tree.language].add(page.url)
    of_here = {base for base, by_language in versions.items() if here.language in by_language}
    pages = () if here == trees[0] else files.documentation_pages()
    return Chosen(absent, gone, {file.src_uri for file in pages} - of_here)


def _add(files: Files, uri: str, written: File, config: MkDocsConfig) -> File:
    """``written`` at the address of ``uri``, edited where it is written."""
    file = File.generated(config, uri, abs_src_path=str(written.abs_src_path), inclusion=written.inclusion)
    file.edit_uri = written.edit_uri
    files.append(file)
    return file


def _apart(uri: str, trees: Sequence[Tree]) -> tuple[str, str]:
    """``guide/index.sv.md`` as ``guide/index.md`` and ``sv``; no language where it names none of the site's."""
    path = PurePosixPath(uri)
    stem, dot, language = path.stem.rpartition(".")
    if stem and dot and any(tree.language == language for tree in trees):
        return path.with_name(stem + path.suffix).as_posix(), language
    return uri, ""


def told_as_foreign(html: str, written: Language, here: Language) -> str:
    """A page that is not in the language of its tree, marked and with a line that says so."""
    said = here.gettext("This text is only in %(language)s.") % {"language": here.named(written.written)}
    return (
        f'<p class="journey-foreign">{escape(said)}</p>\n'
        f'<div lang="{escape(written.code)}" dir="{written.direction}">{html}</div>'
    )
