"""A build that is refused for a leak names every place that people wrote it at: the true file, the true line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from projects import Build, build, write

from journey_site.documents.built_in import built_in_model
from journey_site.starter.project import Wishes, project_files, usual

Small = Callable[..., Build]

SECRET = "Vi tjänar fyrtio procent på varje pump"
TWO: dict[str, str | None] = {
    "mkdocs.yml": """\
        site_name: Small
        docs_dir: maps
        theme: {name: material, font: false, custom_dir: own}
        plugins: [search, journey-site: {audience: client}]
        markdown_extensions: [pymdownx.snippets]
        """,
    "own/partials/none.html": "<p>nothing</p>\n",
    "maps/handbook.yml": "title: A small handbook\naudiences: [internal, client]\nlanguages: [en, sv]\n",
    "maps/journeys/anna-ebike.yml": f"""\
        title: Buys a pump
        persona: anna
        stages:
          aware:
            name: Aware
            pains:
              - {{text: "{SECRET}", audience: internal, severity: 3}}
              - Too many of them
        """,
    "maps/journeys/vault-tour.yml": f"title: The Vault Tour\naudience: internal\nstages: {{one: {{name: One, goal: {SECRET}}}}}\n",
    "maps/journeys/bo-repair.yml": None,
    "maps/personas/bo.yml": None,
    "maps/about.md": "---\ntitle: About us\n---\n\n# About\n\nHello there.\n",
    "maps/about.sv.md": "# Om oss\n\nHej där.\n",
    "maps/index.md": "# Home\n",
}


@pytest.fixture(autouse=True)
def _on_a_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log of CI is anybody's, and tells less."""
    monkeypatch.delenv("CI", raising=False)


def refused(built: Build) -> list[str]:
    """What a refused build says of leaks, each line from the place on."""
    assert built.code == 1
    assert "Traceback" not in built.said
    assert not built.site.exists()
    assert SECRET[3:20] not in built.said
    return [line.partition("-  ")[2] for line in built.said.splitlines() if line.startswith("ERROR")][:-1]


def test_the_page_itself_and_its_translation_are_told_apart(small: Small, tmp_path: Path) -> None:
    page = f"---\ntitle: About us\n---\n\n# About\n\nHello. {SECRET[:16]}\n**{SECRET[16:].strip()}**.\n"
    (said,) = refused(small(TWO | {"maps/about.md": page}))
    assert said.startswith("maps/about.md:7: a text of maps/journeys/anna-ebike.yml:7:16 and maps/journeys/vault-tour.yml:3:33 ")
    assert said.endswith(" (in the site: about/index.html and search/search_index.json)")
    write(tmp_path, {"maps/about.md": "# About\n", "maps/about.sv.md": f"# Om oss\n\nHej.\n\n- ett\n- {SECRET}\n"})
    (said,) = refused(build(tmp_path))
    assert said.startswith("maps/about.sv.md:6: a text of maps/journeys/anna-ebike.yml:7:16 and ")


def test_every_place_is_named_in_order(small: Small, tmp_path: Path) -> None:
    files: dict[str, str | None] = {f"maps/more/p{number:02d}.md": f"# P\n\nSo: {SECRET}!\n\nAnd again {SECRET.upper()}\n" for number in (11, 2)}
    files["maps/data/list.json"] = '{"a": 1,\n "b": "Vi tj\\u00e4nar fyrtio procent p\\u00e5 varje pump"}\n'
    files["maps/plain.html"] = "<html>\n<body>\n\n<p>Vi tj&auml;nar <b>fyrtio</b> procent p&aring; varje&nbsp;pump\n"
    (said,) = refused(small(TWO | files))
    assert said.startswith(
        "maps/data/list.json:2, maps/more/p02.md:3, maps/more/p02.md:5, maps/more/p11.md:3, maps/more/p11.md:5 and maps/plain.html:4: a text of "
    )
    write(tmp_path, {f"maps/more/p{number:02d}.md": f"# P\n\nSo: {SECRET}!\n" for number in range(40)})
    (said,) = refused(build(tmp_path))
    assert said.count(".md:3") == 19 and "maps/more/p18.md:3 and 22 more places: a text" in said


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"maps/about.md": '# About\n\n--8<-- "maps/parts/piece.txt"\n', "maps/parts/piece.txt": f"One.\n\n{SECRET}\n"}, "maps/parts/piece.txt:3"),
        ({"maps/about.md": '# About\n\n--8<-- "includes/piece.md"\n', "includes/piece.md": f"One.\n\n{SECRET}\n"}, "includes/piece.md:3"),
        ({"own/main.html": f"{{% extends 'base.html' %}}\n{{% block footer %}}\n<p>{SECRET}\n{{% endblock %}}\n"}, "own/main.html:3"),
        ({"mkdocs.yml": f"{dedent(str(TWO['mkdocs.yml']))}copyright: {SECRET}\n"}, "mkdocs.yml:6"),
        ({"mkdocs.yml": f"INHERIT: all.yml\n{dedent(str(TWO['mkdocs.yml']))}", "all.yml": f"# of all\nsite_description: {SECRET}\n"}, "all.yml:2"),
        ({"maps/about.md": "# About\n\n<a href='../journeys/vault-tour/'>x</a>\n"}, "maps/about.md:3"),
        ({"maps/about.md": "# About\n\n[x](journeys/vault-tour/one/)\n"}, "maps/about.md:3"),
        ({"maps/touchpoints.yml": "shop:\n  name: The shop\n  note: |\n    As is told at\n    https://x.example/journeys/vault-tour/ since May\n"}, "maps/touchpoints.yml:5"),
        ({"maps/about.md": '# About\n\n--8<-- "maps/inside.md"\n', "maps/inside.md": "---\naudience: internal\n---\n\nNobody outside may read any of this.\n"}, "maps/about.md"),
        ({"maps/vault-tour.pdf": "no real one"}, "maps/vault-tour.pdf"),
    ],
)  # fmt: skip
def test_the_place_is_where_somebody_wrote_it(small: Small, files: dict[str, str | None], place: str) -> None:
    said = refused(small(TWO | {"maps/handbook.yml": "title: A small handbook\naudiences: [internal, client]\n"} | files))
    assert said != []
    assert [line for line in said if not line.startswith(f"{place}: ")] == []


def test_an_archive_is_named_with_what_it_holds(small: Small, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes/today.txt", SECRET)
    write(tmp_path, {"maps/about.md": "# About\n"})
    (tmp_path / "maps/notes.zip").write_bytes(packed.getvalue())
    (said,) = refused(small(TWO))
    assert said.startswith("maps/notes.zip: a text of maps/journeys/anna-ebike.yml:7:16 ")
    assert "(in the site: notes.zip (notes/today.txt) and sv/notes.zip" in said


def test_what_a_page_says_in_one_language_is_open_in_all(small: Small) -> None:
    """What a hidden page says as well is no secret where an open page says it, in whatever language that is the last."""
    said = "A sentence that stands in both of these two pages."
    files = {"maps/inside.md": f"---\naudience: internal\n---\n# Inside\n\n{said}\n", "maps/about.md": f"# About\n\n{said}\n"}
    built = small(TWO | files, "--strict")
    assert built.code == 0, built.said


INSIDE = "---\naudience: internal\n---\n# Inside\n\nWe keep this among us. We expect to lose the client in\nOctober! So be nice.\n"


@pytest.mark.parametrize("pasted", ["We expect to lose the client in October!", "As we say: **we expect to lose** the client in October! Well."])
def test_a_sentence_of_a_hidden_page_is_found_wherever_it_is_pasted(small: Small, pasted: str) -> None:
    (said,) = refused(small(TWO | {"maps/inside.md": INSIDE, "maps/about.md": f"# About\n\nHello.\n\n{pasted}\n"}))
    assert said.startswith("maps/about.md:5: a text of maps/inside.md:6:1 (in the site: ")


def test_a_stage_and_a_question_of_a_built_in_model_may_be_internal(tmp_path: Path) -> None:
    """As somebody does it who began with ``journey-site init`` and hides some of what it wrote."""
    model = built_in_model("awareness-to-loyalty")
    assert model is not None
    title, persona, journey_title, department = usual("sv")
    write(tmp_path, project_files(Wishes(title, "sv", persona, journey_title, model, host="none", department=department)))
    _replace(tmp_path / "mkdocs.yml", "- journey-site", "- journey-site: {audience: client}")
    _replace(tmp_path / "maps/handbook.yml", "language: sv\n", "language: sv\naudiences: [internal, client]\n")
    (journey,) = (tmp_path / "maps/journeys").iterdir()
    _replace(journey, "  decision:", "  decision:\n    audience: internal #")
    _replace(journey, 'rör mig?", ', 'rör mig?", audience: internal, ')
    built = build(tmp_path)
    assert built.code == 0, built.said
    assert built.has("models/awareness-to-loyalty/index.html") and built.has("journeys/blir-kund/consideration/index.html")
    assert not built.has("journeys/blir-kund/decision/index.html")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
