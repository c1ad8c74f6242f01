"""``journey-site diff``: how it is asked, what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from repositories import Repository, needs_git

from journey_site.cli.main import commands

pytestmark = needs_git
BEFORE = {
    "maps/handbook.yml": "title: Handbook\naudiences: [internal, client]\n",
    "maps/journeys/j.yml": "title: T\nstages: {a: {name: Alpha, emotion: -1}, b: {name: Beta}}\n",
}


def run(*words: str) -> Result:
    result = CliRunner().invoke(commands, ["diff", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    found = Repository(tmp_path)
    found.commit("2026-01-01", dict(BEFORE))
    monkeypatch.chdir(tmp_path)
    return found


def write(repository: Repository, text: str) -> None:
    (repository.folder / "maps/journeys/j.yml").write_text(text, encoding="utf-8")


def test_nothing(repository: Repository) -> None:
    result = run("main")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == "Handbook"
    assert result.stdout.endswith(" → the files as they are now\n\nThis changes nothing for readers.\n")


def test_the_folder_may_be_named_without_a_head(repository: Repository) -> None:
    write(repository, BEFORE["maps/journeys/j.yml"].replace("-1", "-2"))
    lines = [run(*words).stdout for words in (("main",), ("main", "maps"), ("main", "./maps"), ("main", "main", "maps"))]
    assert lines[0] == lines[1] == lines[2]
    assert "Emotion: −1 → −2 ↓  −2 ◄━○······ +2" in lines[0]
    assert "nothing for readers" in lines[3]


def test_a_word_that_is_both_a_folder_and_a_branch_is_asked_back(repository: Repository) -> None:
    repository.git("branch", "maps")
    result = run("main", "maps")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == 'journey-site: "maps" is both a revision and a folder: write ./maps for the folder, or refs/heads/maps for the branch\n'
    assert run("main", "./maps").exit_code == 0
    assert run("main", "refs/heads/maps").exit_code == 0


def test_it_fails_on_broken_links_where_it_is_asked_to(repository: Repository) -> None:
    write(repository, "title: T\nstages: {a: {name: Alpha, emotion: -1}}\n")
    assert run("main").exit_code == 0
    assert run("main", "--fail-on", "breaks-links").exit_code == 1
    write(repository, "title: T\nstages: {a: {name: Alpha, emotion: -1, was: [b]}}\n")
    assert run("main", "--fail-on", "breaks-links").exit_code == 0


def test_every_style_goes_to_standard_output(repository: Repository) -> None:
    write(repository, BEFORE["maps/journeys/j.yml"].replace("-1", "-2"))
    said = {style: run("main", "--format", style, "--preview-url", "https://x.example/pr-1").stdout for style in ("text", "markdown", "json", "html")}
    assert said["markdown"].startswith("<!-- journey-site diff -->\n")
    assert said["html"].startswith("<!doctype html>\n") and "<script" not in said["html"]
    told = json.loads(said["json"])
    assert (told["format"], told["version"]) == ("journey-site diff", 1)
    assert all("https://x.example/pr-1/journeys/j/a/" in each for each in said.values())
    assert "\x1b[" not in said["text"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nosuch",), 'there is no "nosuch" in this repository'),
        (("mian",), "did you mean: main"),
        (("main", "nosuch"), 'there is no "nosuch" in this repository'),
        (("main", "--audience", "clinet"), 'did you mean "client"?'),
        (("main", "--preview-url", "javascript:alert(1)"), "should be the address of a site"),
        (("main", "main", "nowhere"), 'the folder "nowhere" does not exist'),
        ((), "Missing argument 'BASE'"),
    ],
)  # fmt: skip
def test_what_cannot_be_run_ends_with_two_and_says_why(repository: Repository, words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_what_to_fetch_stands_on_a_line_of_its_own(repository: Repository, tmp_path: Path) -> None:
    repository.git("remote", "add", "origin", "https://x.example/x.git")
    assert run("release").stderr.splitlines() == [
        'journey-site: there is no "release" in this repository',
        "  get it with:",
        "      git fetch origin release:refs/remotes/origin/release",
        "  then compare with: origin/release",
    ]


def test_mistakes_are_told_and_are_no_end(repository: Repository) -> None:
    write(repository, "title: T\nstages: {a: {name: Alpha, emotion: 9}}\n")
    result = run("main")
    assert result.exit_code == 0
    assert "1 error in the files as they are now: what could be read is compared" in result.stdout
    assert "  maps/journeys/j.yml:2:36: emotion is 9, off the handbook" in result.stdout


def test_the_handbooks_own_words_are_told_in_the_language_that_is_asked_for(repository: Repository) -> None:
    journey = "title: {sv: Resan, en: The trip}\nmodel: aida\nstages: {desire: {emotion: -1}}\n"
    handbook = "title: {sv: Handboken, en: The handbook}\nlanguage: sv\nlanguages: [sv, en]\n"
    repository.commit("2026-01-02", {"maps/handbook.yml": handbook, "maps/journeys/j.yml": journey})
    write(repository, journey.replace("-1", "-2"))
    own, english = run("main").stdout, run("main", "--language", "en").stdout
    assert own.startswith("Handboken\n") and "~ Resan · Önskan (stage)\n      Emotion: −1 → −2" in own
    assert english.startswith("The handbook\n") and "~ The trip · Desire (stage)\n      Emotion: −1 → −2" in english
    wrong = run("main", "--language", "fi")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert wrong.stderr == 'journey-site: this handbook is not written in "fi": its languages are sv, en\n'


def test_colours_only_where_they_are_wanted(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository, BEFORE["maps/journeys/j.yml"].replace("-1", "-2"))
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1mReaders will see (1)\x1b[0m" in run("main").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("main").stdout
