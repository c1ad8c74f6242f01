"""Each tree lists things by its own language's names and alphabet, and colours stay the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from journey_site.handbook import Outcome
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.language import Language
from journey_site.site.pages import Site
from journey_site.site.render import Renderer

THREE = {"a": ("Ära", "Zebra"), "b": ("Zon", "Ant"), "c": ("Öl", "Moth")}
KINDS = ("personas", "departments", "channels", "touchpoints", "content", "metrics", "evidence", "models")
FILES = {
    "handbook.yml": "title: T\nlanguage: sv\nlanguages: [sv, en]\n",
    **{
        f"{kind}.yml": "".join(
            f"{kind[:2]}-{id_}: {{{'name' if kind not in ('content', 'evidence') else 'title'}: {{sv: {sv}, en: {en}}}{', stages: [x]' if kind == 'models' else ''}}}\n"
            for id_, (sv, en) in THREE.items()
        )
        for kind in KINDS
    },
    **{
        f"journeys/jo-{id_}.yml": f"title: {{sv: {sv}, en: {en}}}\npersona: pe-a\nmodel: mo-{id_}\nstages: {{x: {{touchpoints: [to-a, to-b, to-c], content: [co-a, co-b, co-c]}}}}\n"
        for id_, (sv, en) in THREE.items()
    },
}


def order(words: str, prefix: str) -> list[str]:
    return list(dict.fromkeys(re.findall(rf"{prefix}-([abc])\b", words)))


def test_tables_and_pages_go_by_the_language_of_the_tree(handbook: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = handbook(FILES)
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    for code, wanted in (("sv", ["b", "a", "c"]), ("en", ["b", "c", "a"])):
        site: Site = outcome.site(language=Language(code))
        for kind in (*KINDS, "journeys"):
            assert [each.rpartition("-")[2] for each in site.atlas.table(kind) if each.startswith(f"{kind[:2]}-")] == wanted, kind
        assert [each.id for each in site.voice.coverage.journeys] == [f"jo-{id_}" for id_ in wanted]
        renderer = Renderer(site, lambda _: "<svg></svg>")
        for kind in (*KINDS, "journeys"):
            page = site.pages[f"{kind}/index.md"]
            body = renderer.render(page, Addresses(directory_address(page.uri), directory_address)).html
            assert order(body, kind[:2]) == wanted, f"{kind} in {code}"
            page = site.pages.get("journeys/jo-a/index.md" if kind == "journeys" else f"{kind}/{kind[:2]}-a.md")
            section = site.section_of(page) if page else None
            if section and kind != "personas":  # a persona's section has its journeys
                assert order(" ".join(child.uri for child in section.children), kind[:2]) == wanted, f"navigation of {kind} in {code}"


def test_personas_keep_their_colours(handbook: Callable[..., Outcome]) -> None:
    outcome = handbook(FILES)
    first, second = (outcome.site(language=Language(code)).voice.place_of_persona for code in ("sv", "en"))
    assert first == second == {"pe-b": 0, "pe-a": 1, "pe-c": 2}


def test_the_first_tree_is_as_it_was(handbook: Callable[..., Outcome]) -> None:
    outcome = handbook(FILES)
    assert outcome.site().voice.atlas.personas is outcome.atlas.personas
