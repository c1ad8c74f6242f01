"""``journey-site init`` and ``new``: what they write passes the check, and nothing that is there is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.main import commands
from journey_site.cli.new import KINDS
from journey_site.handbook import read_handbook
from journey_site.problems import Severity


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(commands, list(words))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def begun(here: Path) -> Path:
    assert run("init", "--yes", "--language", "sv")[0] == 0
    return here


def wrong(folder: Path) -> list[str]:
    return [str(problem) for problem in read_handbook(folder / "maps").problems if problem.severity >= Severity.WARNING]


def test_a_new_handbook_builds_strictly(here: Path) -> None:
    code, said = run("init", "my handbook", "--yes", "--language", "da", "--host", "gitlab")
    assert code == 0, said
    assert "No problems." in said
    assert "cd my handbook" in said
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict"]
    done = subprocess.run(command, cwd=here / "my handbook", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (here / "my handbook" / "site" / "journeys" / "bliver-kunde" / "index.html").is_file()


def test_nothing_is_overwritten(begun: Path) -> None:
    (begun / "README.md").write_text("mine", encoding="utf-8")
    before = bytes_in(begun)
    code, said = run("init", "--yes")
    assert code == 2
    assert "there already, so nothing was written" in said
    assert bytes_in(begun) == before


def test_a_folder_maps_of_somebody_elses_is_left_alone(here: Path) -> None:
    (here / "maps").mkdir()
    (here / "maps" / "treasure.txt").write_text("X", encoding="utf-8")
    assert run("init", "--yes")[0] == 2
    assert [*bytes_in(here)] == ["maps/treasure.txt"]


@pytest.mark.parametrize("kind", [*KINDS])
def test_what_is_new_passes_the_check(kind: str, begun: Path) -> None:
    more = ["--journey", "blir-kund"] if kind == "stage" else []
    code, said = run("new", kind, "Ny sak: på väg", *more)
    assert code == 0, said
    assert "written" in said
    assert "still to do" not in said
    assert wrong(begun) == []
    assert run("new", kind, "Ny sak: på väg", *more)[0] == 2


def test_each_comment_may_be_taken_out(begun: Path) -> None:
    for kind in KINDS:
        run("new", kind, "Ny sak", *(["--journey", "blir-kund"] if kind == "stage" else []))
    for path in (begun / "maps").rglob("ny-sak.yml"):
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text("\n".join(line.removeprefix("# ") for line in lines), encoding="utf-8")
    assert [each for each in wrong(begun) if "empty-next" not in each] == []


def test_references_are_checked_before_anything_is_written(begun: Path) -> None:
    before = bytes_in(begun)
    code, said = run("new", "touchpoint", "Kassan", "--channel", "wbe")
    assert (code, 'there is no channel "wbe": did you mean "web"?' in said) == (2, True)
    code, said = run("new", "journey", "Byter", "--persona", "nobody-at-all")
    assert (code, "there are anna-andersson" in said) == (2, True)
    code, said = run("new", "persona", "Bo", "--channel", "web")
    assert (code, "--channel says nothing here" in said) == (2, True)
    assert bytes_in(begun) == before


def test_a_journey_on_a_model_with_its_persona(begun: Path) -> None:
    assert run("new", "journey", "Byter bil", "--persona", "anna-andersson", "--model", "aida", "--owner", "marknad")[0] == 0
    journey = read_handbook(begun / "maps").atlas.journeys["byter-bil"]
    assert (journey.persona, journey.model, len(journey.stages)) == ("anna-andersson", "aida", 4)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_stage_goes_where_it_is_wanted_and_moves_nothing(ending: str, begun: Path) -> None:
    path = begun / "maps" / "journeys" / "egen.yml"
    lines = ["title: Egen # min", "stages:", "    one:", "        name: Ett # ett", "", "    # the second", "    two: {}  # två", "trigger: Något"]
    path.write_bytes((ending.join(lines) + ending).encode())
    before = path.read_bytes().decode().split(ending)
    assert run("new", "stage", "Mellan", "--journey", "egen", "--after", "one")[0] == 0
    after = path.read_bytes().decode().split(ending)
    assert [line for line in after if line in before] == before
    assert "    mellan:" in after
    assert "        name: Mellan" in after
    stages = [stage.id for stage in read_handbook(begun / "maps").atlas.journeys["egen"].stages]
    assert stages == ["one", "mellan", "two"]
    assert run("new", "stage", "Sist", "--journey", "egen")[0] == 0
    assert [stage.id for stage in read_handbook(begun / "maps").atlas.journeys["egen"].stages] == [*stages, "sist"]


@pytest.mark.parametrize("stages", ["stages: {one: {}, two: {}}", "stages: [one, two]"])
def test_a_journey_written_otherwise_is_left_alone(stages: str, begun: Path) -> None:
    path = begun / "maps" / "journeys" / "egen.yml"
    path.write_text(f"title: Egen\n{stages}\n", encoding="utf-8")
    code, said = run("new", "stage", "Ny", "--journey", "egen")
    assert (code, "write the new one by hand" in said) == (2, True)
    assert path.read_text(encoding="utf-8") == f"title: Egen\n{stages}\n"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["new", "persona"], "say what the persona is called"),
        (["new", "persona", "日本"], "say one with --id"),
        (["new", "persona", "Bo", "--id", "Bo Berg"], "is no id"),
        (["new", "stage", "Ny"], "--journey"),
        (["new", "stage", "Ny", "--journey", "blir-kud"], 'did you mean "blir-kund"?'),
        (["new", "stage", "Ny", "--journey", "blir-kund", "--after", "nowhere"], 'it has no stage "nowhere"'),
    ],
)
def test_what_cannot_be_made_is_told(words: list[str], why: str, begun: Path) -> None:
    before = bytes_in(begun)
    code, said = run(*words)
    assert (code, why in said) == (2, True), said
    assert bytes_in(begun) == before
