"""A handbook's files are found by their names; names that nearly fit are told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journey_site.problems import Problem, Severity
from journey_site.source.discover import KINDS, discover, near_kind


def handbook(root: Path, *files: str) -> Path:
    for file in ("handbook.yml", *files):
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("title: x\n")
    return root


def found(root: Path, shown: str = "") -> tuple[list[tuple[str, str | None, str]], list[Problem]]:
    things, problems = discover(root, shown)
    for thing in things:
        assert thing.path.is_file()
    return [(thing.kind, thing.id, thing.file) for thing in things], problems


def link(path: Path, target: str | Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("no symbolic links here")


def test_every_kind_in_its_order(tmp_path: Path) -> None:
    handbook(tmp_path, *(f"{kind}/b.yml" for kind in KINDS), "personas/a.yaml", "touchpoints.yml")
    things, problems = found(tmp_path, "maps")
    assert problems == []
    assert things == [
        ("handbook", None, "maps/handbook.yml"),
        ("personas", "a", "maps/personas/a.yaml"),
        ("personas", "b", "maps/personas/b.yml"),
        ("journeys", "b", "maps/journeys/b.yml"),
        ("models", "b", "maps/models/b.yml"),
        ("departments", "b", "maps/departments/b.yml"),
        ("channels", "b", "maps/channels/b.yml"),
        ("touchpoints", None, "maps/touchpoints.yml"),
        ("touchpoints", "b", "maps/touchpoints/b.yml"),
        ("content", "b", "maps/content/b.yml"),
        ("evidence", "b", "maps/evidence/b.yml"),
        ("metrics", "b", "maps/metrics/b.yml"),
    ]


def test_subfolders_have_no_meaning_and_other_files_are_left_alone(tmp_path: Path) -> None:
    handbook(
        tmp_path,
        "journeys/2026/anna.yml",
        "journeys/bo.YML",
        "journeys/readme.md",
        "journeys/anna.jpg",
        "journeys/.hidden.yml",
        "journeys/.git/config.yml",
        ".personas/a.yml",
        "images/credits.yml",
        "mkdocs.yml",
        "data/personas/x.yml",
    )
    assert found(tmp_path) == (
        [
            ("handbook", None, "handbook.yml"),
            ("journeys", "anna", "journeys/2026/anna.yml"),
            ("journeys", "bo", "journeys/bo.YML"),
        ],
        [],
    )


def test_handbook_yaml_will_do(tmp_path: Path) -> None:
    (tmp_path / "handbook.yaml").write_text("title: x\n")
    assert found(tmp_path) == ([("handbook", None, "handbook.yaml")], [])


@pytest.mark.parametrize(
    ("shown", "file"),
    [
        ("", "handbook.yml"),
        (".", "handbook.yml"),
        ("docs/maps/", "docs/maps/handbook.yml"),
        ("/srv/maps", "/srv/maps/handbook.yml"),
        ("../common", "../common/handbook.yml"),
    ],
)
def test_paths_are_shown_below_the_folder_they_were_asked_for(tmp_path: Path, shown: str, file: str) -> None:
    assert found(handbook(tmp_path), shown) == ([("handbook", None, file)], [])


def test_two_handbooks(tmp_path: Path) -> None:
    things, [problem] = found(handbook(tmp_path, "handbook.yaml"), "maps")
    assert things == [("handbook", None, "maps/handbook.yml")]
    assert f"{problem.rule} {problem}" == (
        "duplicate-id maps/handbook.yaml:1:1: maps/handbook.yml and maps/handbook.yaml: "
        "both are the handbook (rename one of them, or put both into one file)"
    )


def test_a_missing_handbook_shows_the_least_there_must_be(tmp_path: Path) -> None:
    (tmp_path / "personas").mkdir()
    _, [problem] = discover(tmp_path, "maps")
    assert f"{problem.rule} {problem}" == (
        "no-handbook maps/handbook.yml:1:1: maps/handbook.yml is missing: it names the handbook "
        '(create it with these two lines: "title: Our customer journeys" and "language: en", or begin with journey-site init)'
    )


def test_a_lending_folder_needs_no_handbook(tmp_path: Path) -> None:
    assert discover(tmp_path, "common", needs_handbook=False) == ([], [])


def test_a_missing_folder(tmp_path: Path) -> None:
    _, [problem] = discover(tmp_path / "maps", "maps")
    assert f"{problem.rule} {problem}" == (
        'no-handbook maps:1:1: the handbook\'s folder "maps" does not exist '
        "(create it, with a file handbook.yml)"
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Åsa Ek.yml",
            (
                '"Åsa Ek" is no id: a file\'s name is an address, and holds only a-z, 0-9 and dashes '
                '(rename the file to "asa-ek.yml")'
            ),
        ),
        (
            "Anna.YAML",
            (
                '"Anna" is no id: a file\'s name is an address, and holds only a-z, 0-9 and dashes '
                '(rename the file to "anna.yaml")'
            ),
        ),
        (
            "安娜.yml",
            '"安娜" is no id: a file\'s name is an address, and holds only a-z, 0-9 and dashes (rename the file)',
        ),
        (
            "index.yml",
            '"index" is no id: the page with that address lists the personas (give the file another name)',
        ),
    ],
)
def test_names_that_are_no_ids(tmp_path: Path, name: str, expected: str) -> None:
    things, [problem] = found(handbook(tmp_path, f"personas/{name}"))
    assert len(things) == 1
    assert f"{problem.rule} {problem}" == f"bad-id personas/{name}:1:1: {expected}"


def test_names_are_read_in_composed_letters(tmp_path: Path) -> None:
    _, [problem] = found(handbook(tmp_path, "personas/a\u030asa.yml"))
    assert problem.span.file == "personas/åsa.yml"
    assert '"åsa" is no id' in problem.message


def test_one_id_twice(tmp_path: Path) -> None:
    things, [problem] = found(handbook(tmp_path, "personas/x/anna.yaml", "personas/anna.yml"))
    assert ("personas", "anna", "personas/anna.yml") in things
    assert len(things) == 2
    assert f"{problem.rule} {problem}" == (
        "duplicate-id personas/x/anna.yaml:1:1: personas/anna.yml and personas/x/anna.yaml: "
        'both are "anna" in personas (rename one of them, or put both into one file)'
    )
    assert [str(r.span) for r in problem.related] == ["personas/anna.yml:1:1"]


def test_the_same_id_in_two_kinds_is_fine(tmp_path: Path) -> None:
    assert found(handbook(tmp_path, "personas/anna.yml", "journeys/anna.yml"))[1] == []


def test_near_names_are_told(tmp_path: Path) -> None:
    handbook(tmp_path, "Journeys/a.yml", "persona/x/b.yml", "metrics.yml", "evidense.yml", "Handbook.yaml")
    (tmp_path / "channel").mkdir()  # holds nothing
    things, problems = found(tmp_path, "maps")
    assert len(things) == 2
    assert {p.severity for p in problems} == {Severity.WARNING}
    assert [f"{p.rule} {p}" for p in problems] == [
        (
            'near-kind maps/Handbook.yaml:1:1: "Handbook.yaml" is not read, because its name is not '
            '"handbook.yaml" (rename it to "handbook.yaml" if that is what it is)'
        ),
        (
            'near-kind maps/Journeys:1:1: "Journeys" is not read, because its name is not "journeys" '
            '(rename it to "journeys" if that is what it is)'
        ),
        (
            'near-kind maps/evidense.yml:1:1: "evidense.yml" is not read, because its name is not '
            '"evidence.yml" (rename it to "evidence.yml" if that is what it is)'
        ),
        (
            'near-kind maps/persona:1:1: "persona" is not read, because its name is not "personas" '
            '(rename it to "personas" if that is what it is)'
        ),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("jorneys", "journeys"),
        ("Journey", "journeys"),
        ("touchpoint", "touchpoints"),
        ("touch-points", "touchpoints"),
        ("Touch_Points", "touchpoints"),
        ("tuchpoins", "touchpoints"),
        ("departement", "departments"),
        ("contents", "content"),
        ("perosnas", "personas"),
        ("metric", "metrics"),
        ("contact", None),
        ("images", None),
        ("moduler", None),
        ("person-data", None),
        ("", None),
    ],
)
def test_near_kind(name: str, kind: str | None) -> None:
    assert near_kind(name) == kind


def test_links_inside_the_handbook_are_followed(tmp_path: Path) -> None:
    root = handbook(tmp_path / "maps", "personas/anna.yml", "archive/old/bo.yml")
    link(root / "personas" / "eva.yml", "anna.yml")
    link(root / "personas" / "more", root / "archive")
    things, problems = found(root)
    assert problems == []
    assert [id for _, id, _ in things] == [None, "anna", "eva", "bo"]


def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    root = handbook(tmp_path / "maps", "personas/anna.yml")
    handbook(tmp_path / "maps-2", "x.yml")
    link(root / "personas" / "out", tmp_path / "maps-2")
    link(root / "personas" / "x.yml", tmp_path / "maps-2" / "x.yml")
    link(root / "channels.yml", tmp_path / "maps-2" / "x.yml")
    link(root / "metrics", tmp_path / "maps-2")
    link(root / "elsewhere", tmp_path / "maps-2")  # none of ours
    things, problems = found(root, "maps")
    assert [id for _, id, _ in things] == [None, "anna"]
    assert sorted(f"{p.rule} {p}" for p in problems) == [
        f'link-outside {file}:1:1: "{file}" is a link that leads out of the handbook\'s folder '
        "(copy what it leads to into the folder)"
        for file in ("maps/channels.yml", "maps/metrics", "maps/personas/out", "maps/personas/x.yml")
    ]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    root = handbook(tmp_path / "maps", "personas/anna.yml", "personas/sub/bo.yml")
    link(root / "personas" / "up", root)
    link(root / "personas" / "sub" / "self", ".")
    link(root / "personas" / "one", "two")
    link(root / "personas" / "two", "one")
    link(root / "personas" / "gone.yml", "nowhere")
    things, problems = found(root)
    assert [id for _, id, _ in things] == [None, "anna", "bo"]
    assert sorted((p.rule, p.message) for p in problems) == [
        ("link-circle", '"personas/sub/self" is a link to a folder that it lies in itself'),
        ("link-circle", '"personas/up" is a link to a folder that it lies in itself'),
        ("unreadable-file", '"personas/gone.yml" is a link that leads nowhere'),
    ]


def test_folders_that_link_to_each_other_are_read_once(tmp_path: Path) -> None:
    root = handbook(tmp_path / "maps", *(f"personas/d{n}/p{n}.yml" for n in range(12)))
    for a in range(12):
        for b in range(12):
            if a != b:
                link(root / "personas" / f"d{a}" / f"to{b}", root / "personas" / f"d{b}")
    things, problems = found(root)
    assert problems == []
    assert len(things) == 13


def test_the_root_may_be_a_link(tmp_path: Path) -> None:
    handbook(tmp_path / "real", "personas/anna.yml")
    link(tmp_path / "maps", tmp_path / "real")
    things, problems = found(tmp_path / "maps")
    assert problems == []
    assert len(things) == 2


def test_a_folder_called_like_a_file(tmp_path: Path) -> None:
    handbook(tmp_path, "personas/anna.yml/x.yml")
    (tmp_path / "journeys").write_text("")
    things, problems = found(tmp_path)
    assert [id for _, id, _ in things] == [None, "x"]
    assert problems == []


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handbook(tmp_path, "personas/anna.yml")
    scan = os.scandir

    def refuse(path: str | Path) -> object:
        if str(path).endswith("personas"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    _, [problem] = discover(tmp_path, "maps")
    assert str(problem) == 'maps/personas:1:1: the folder "maps/personas" cannot be read: Permission denied'


def test_a_name_that_cannot_be_printed(tmp_path: Path) -> None:
    handbook(tmp_path, "personas/anna.yml")
    try:
        (tmp_path / "personas" / os.fsdecode(b"\xe5sa.yml")).write_text("")
    except OSError:
        pytest.skip("no such names here")
    _, [problem] = discover(tmp_path, "maps")
    str(problem).encode()
    assert problem.span.file == "maps/personas/?sa.yml"


@pytest.mark.parametrize(("folder", "kind"), [("Resor", "journeys"), ("kunderejser", "journeys"), ("Innehåll", "content"), ("kanaler", "channels")])
def test_folders_called_in_a_scandinavian_language(tmp_path: Path, folder: str, kind: str) -> None:
    _, [problem] = discover(handbook(tmp_path, f"{folder}/a.yml"), "maps")
    assert (problem.rule, problem.severity) == ("near-kind", Severity.WARNING)
    assert problem.message == f'"{folder}" is not read, because its name is not "{kind}"'


def test_only_the_top_of_a_stray_file_is_looked_at(tmp_path: Path) -> None:
    handbook(tmp_path)
    (tmp_path / "resume.yml").write_text("# what follows is far down\n" * 200 + "title: A\nstages: [buy]\n")
    assert discover(tmp_path, "maps")[1] == []
    (tmp_path / "resume.yml").write_text("title: A\r\nstages: [buy]\r\n" + "# and more\n" * 900, newline="")
    _, [problem] = discover(tmp_path, "maps")
    assert problem.hint == "move it into journeys/"


def test_strays_behind_links_are_left_alone(tmp_path: Path) -> None:
    handbook(tmp_path / "maps")
    away = tmp_path / "away"
    away.mkdir()
    (away / "a.yml").write_text("title: A\nstages: [buy]\n")
    (tmp_path / "maps" / "drafts").symlink_to(away)
    assert discover(tmp_path / "maps", "maps")[1] == []
