"""From real git histories to what changed: which versions are read, for whom it is told, and what is kept."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from repositories import Repository, needs_git

from journey_site.handbook import read_handbook
from journey_site.history import Files, history_of, months_of
from journey_site.recent import Readers, recent_changes
from journey_site.site.recent_months import Recent
from journey_site.told_cache import ToldCache
from journey_site.touched_files import worth_reading

pytestmark = needs_git

JOURNEY = "title: Buys an e-bike\npersona: anna\nstages:\n  search: {name: Search}\n  decision:\n    name: Decision\n    emotion: EMOTION\n"
FIRST: dict[str, str | None] = {
    "maps/handbook.yml": "title: Handbook\n",
    "maps/personas/anna.yml": "name: Anna\n",
    "maps/journeys/ebike.yml": JOURNEY.replace("EMOTION", "-1"),
}


def feels(emotion: int) -> dict[str, str | None]:
    return {"maps/journeys/ebike.yml": JOURNEY.replace("EMOTION", str(emotion))}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def told(folder: Path, *, audience: str = "", drafts: bool = False, months: int = 12, kept: Path | None = None) -> Recent:
    outcome = read_handbook(folder, audience=audience, drafts=drafts)
    assert outcome.everything is not None and not outcome.errors, [str(problem) for problem in outcome.problems]
    return recent_changes(history_of(folder), outcome.everything, outcome.atlas, Readers(audience, drafts), months, kept)


def lines(recent: Recent) -> list[str]:
    """``2026-03 Buys an e-bike · Decision: words``, newest month first."""
    return [
        f"{month.first:%Y-%m} " + " · ".join(filter(None, (line.name, line.stage_name))) + f": {line.words}"
        for month in recent.months
        for line in month.lines
    ]


# Which versions


def test_each_month_is_told_as_a_whole(repository: Repository) -> None:
    repository.commit("2026-01-10", FIRST)
    repository.commit("2026-02-03", feels(1))
    repository.commit("2026-02-20", feels(-2))
    repository.commit("2026-04-01", feels(0))
    recent = told(repository.folder / "maps")
    assert lines(recent) == [
        "2026-04 Buys an e-bike · Decision: emotion −2 → 0",
        "2026-02 Buys an e-bike · Decision: emotion −1 → −2",
    ]
    assert [(month.first.month, month.began) for month in recent.months] == [(4, None), (2, None), (1, (1, 1))]
    assert [str(month.lines[0].day) for month in recent.months[:2]] == ["2026-04-01", "2026-02-20"]
    assert (str(recent.since), str(recent.newest)) == ("2026-01-10", "2026-04-01")


def test_the_first_month_is_told_from_its_first_version(repository: Repository) -> None:
    repository.commit("2026-01-10", FIRST)
    repository.commit("2026-01-11", feels(1))
    recent = told(repository.folder / "maps")
    assert lines(recent) == ["2026-01 Buys an e-bike · Decision: emotion −1 → +1"]
    assert recent.months[0].began == (1, 1)


def test_it_goes_back_as_many_months_as_is_said(repository: Repository) -> None:
    repository.commit("2025-10-10", FIRST)
    for month, emotion in ((11, 1), (12, 2)):
        repository.commit(f"2025-{month}-10", feels(emotion))
    repository.commit("2026-01-10", feels(0))
    assert [line[:7] for line in lines(told(repository.folder / "maps", months=2))] == ["2026-01", "2025-12"]
    assert [month.began for month in told(repository.folder / "maps", months=2).months] == [None, None]


def test_commits_that_change_nothing_for_readers_are_not_told(repository: Repository) -> None:
    repository.commit("2026-01-10", FIRST)
    repository.commit("2026-02-10", {"README.md": "Hello\n"})
    repository.commit("2026-03-10", {"maps/about.md": "# About\n", "maps/personas/anna.yml": "# who\nname: Anna\n"})
    assert [month.first.month for month in told(repository.folder / "maps").months] == [1]


def test_a_day_that_lies_before_an_older_one_does_not_mix_months(repository: Repository) -> None:
    repository.commit("2026-05-10", FIRST)
    repository.commit("2026-02-10", feels(1))
    assert [line[:7] for line in lines(told(repository.folder / "maps"))] == ["2026-02"]
    repository.commit("2026-01-31", feels(2))
    versions = history_of(repository.folder / "maps").versions
    assert [str(version.day) for version in versions] == ["2026-01-31"] * 3


def test_a_month_that_cannot_be_read_is_told_with_the_next(repository: Repository) -> None:
    repository.commit("2026-01-10", FIRST)
    repository.commit("2026-02-10", {"maps/journeys/ebike.yml": "title: [\n"})
    repository.commit("2026-03-10", feels(1))
    assert lines(told(repository.folder / "maps")) == ["2026-03 Buys an e-bike · Decision: emotion −1 → +1"]


def test_a_handbook_that_once_lay_elsewhere(repository: Repository) -> None:
    repository.commit("2026-01-10", {name.replace("maps/", "docs/old maps/"): text for name, text in FIRST.items()})
    repository.commit("2026-02-10", {"docs/old maps/journeys/ebike.yml": JOURNEY.replace("EMOTION", "1")})
    repository.git("mv", "docs/old maps", "maps")
    repository.commit("2026-03-10", {})
    repository.commit("2026-04-10", feels(2))
    assert lines(told(repository.folder / "maps")) == [
        "2026-04 Buys an e-bike · Decision: emotion +1 → +2",
        "2026-02 Buys an e-bike · Decision: emotion −1 → +1",
    ]


@pytest.mark.parametrize("folder", ["", "[a] *ö/", "a/b c/"])
def test_a_handbook_at_the_top_and_ones_with_odd_names(folder: str, repository: Repository) -> None:
    repository.commit("2026-01-10", {name.replace("maps/", folder): text for name, text in FIRST.items()})
    repository.commit("2026-02-10", {f"{folder}journeys/ebike.yml": JOURNEY.replace("EMOTION", "1")})
    recent = told(repository.folder / folder)
    assert lines(recent) == ["2026-02 Buys an e-bike · Decision: emotion −1 → +1"]
    assert str(recent.months[0].lines[0].day) == "2026-02-10"


def test_what_a_merge_brings_is_of_the_day_of_the_merge(repository: Repository) -> None:
    repository.commit("2026-01-10", FIRST)
    repository.git("checkout", "-q", "-b", "side")
    repository.commit("2026-02-10", feels(1))
    repository.git("checkout", "-q", "main")
    repository.commit("2026-02-12", {"README.md": "x\n"})
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "side", day="2026-03-10")
    assert lines(told(repository.folder / "maps")) == ["2026-03 Buys an e-bike · Decision: emotion −1 → +1"]


def test_another_working_tree_has_the_same_history(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-01-10", FIRST)
    repository.commit("2026-02-10", feels(1))
    repository.git("worktree", "add", "-q", str(tmp_path / "other"))
    assert lines(told(tmp_path / "other/maps")) == lines(told(repository.folder / "maps")) != []


def test_folders_that_are_used_are_read_with_it(repository: Repository) -> None:
    own = {**FIRST, "maps/handbook.yml": "title: Handbook\nuses: [../shared]\n", "shared/departments.yml": "sales: {name: Sales}\n"}
    own["maps/journeys/ebike.yml"] = JOURNEY.replace("EMOTION", "-1") + "owner: sales\n"
    repository.commit("2026-01-10", own)
    repository.commit("2026-02-10", {"maps/journeys/ebike.yml": JOURNEY.replace("EMOTION", "1") + "owner: sales\n"})
    assert lines(told(repository.folder / "maps")) == ["2026-02 Buys an e-bike · Decision: emotion −1 → +1"]


MANY: dict[str, str | None] = {
    "maps/journeys/variant.yml": "title: A variant\nextends: ebike\nstages: {search: {name: Looks}}\n",
    "maps/journeys/second.yml": "title: A variant of it\nextends: variant\n",
    "maps/journeys/opens.yml": "title: Opens another\nstages: {a: {name: A, journey: ebike}, b: {name: B}}\n",
    "maps/journeys/alone.yml": "title: Alone\nstages: {a: {name: A}, b: {name: B}}\n",
    "maps/touchpoints.yml": "shop: {name: The shop}\n",
}


@pytest.mark.parametrize(
    "change",
    [
        feels(1),
        {"maps/journeys/variant.yml": "title: A variant\nextends: ebike\nstages: {decision: {emotion: 2}}\n"},
        {"maps/journeys/opens.yml": "title: Opens another\nstages: {a: {name: A, journey: [second, alone]}, b: {name: B}}\n"},
        {"maps/journeys/alone.yml": None, "maps/journeys/other.yml": "title: Alone\nwas: [alone]\nstages: {a: {name: A2}, b: {name: B}}\n"},
        {"maps/touchpoints.yml": "shop: {name: The store}\n"},
        {"maps/handbook.yml": "title: Handbook\nlanes: [emotion]\nemotion: {from: -5, to: 5}\n"},
        {"maps/personas/anna.yml": "name: Ann\n"},
    ],
)
def test_leaving_out_what_cannot_differ_changes_nothing(
    change: dict[str, str | None], repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2026-01-10", FIRST | MANY)
    repository.commit("2026-02-10", change)
    quick = told(repository.folder / "maps")
    monkeypatch.setattr("journey_site.recent.worth_reading", lambda before, after, prefix, said: (before, after))
    assert told(repository.folder / "maps") == quick
    if "handbook" not in repr(change):
        assert lines(quick)


def test_only_journeys_that_may_differ_are_read() -> None:
    said = {"1": b"title: Base", "2": b"title: Base, changed", "3": b"extends: base", "4": b"next to nothing", "5": b"opens: fourth"}
    before = Files({f"m/journeys/{name}.yml": blob for name, blob in (("base", "1"), ("variant", "3"), ("fourth", "4"), ("fifth", "5"))} | {"m/a.yml": "4"})
    after = Files({**before.blobs, "m/journeys/base.yml": "2"})
    one, other = worth_reading(before, after, "m/", said)
    assert [path.removeprefix("m/") for path in one.blobs] == ["journeys/base.yml", "journeys/variant.yml", "a.yml"]
    assert one.blobs.keys() == other.blobs.keys()
    settings = Files({**after.blobs, "m/handbook.yml": "4"})
    assert worth_reading(before, settings, "m/", said) == (before, settings)


# Where there is no history


def test_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert history_of(tmp_path).missing == "no-repository"


def test_without_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("2026-01-10", FIRST)
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert history_of(repository.folder / "maps").missing == "no-git"


def test_in_a_folder_that_git_does_not_trust(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("2026-01-10", FIRST)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    assert history_of(repository.folder / "maps").missing == "refused"


def test_not_committed(repository: Repository) -> None:
    (repository.folder / "maps").mkdir()
    assert history_of(repository.folder / "maps").missing == "not-committed"
    repository.commit("2026-01-10", {"README.md": "x\n"})
    assert history_of(repository.folder / "maps").missing == "not-committed"


@pytest.mark.parametrize(("depth", "missing", "said"), [(1, "shallow", []), (2, "", ["2026-03 Buys an e-bike · Decision: emotion +1 → +2"])])
def test_a_shallow_clone_tells_what_it_has(depth: int, missing: str, said: list[str], repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-01-10", FIRST)
    repository.commit("2026-02-10", feels(1))
    repository.commit("2026-03-10", feels(2))
    repository.git("clone", "-q", "--depth", str(depth), f"file://{repository.folder}", str(tmp_path / "clone"))
    found = history_of(tmp_path / "clone/maps")
    assert (found.missing, found.whole) == (missing, False)
    recent = told(tmp_path / "clone/maps")
    assert lines(recent) == said
    assert all(month.began is None for month in recent.months)


def test_nothing_of_the_repository_is_run(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = tmp_path / "ran"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch '{ran}'\n", encoding="utf-8")
    script.chmod(0o755)
    repository.commit("2026-01-10", FIRST | {".gitattributes": "*.yml diff=x filter=x\n"})
    repository.commit("2026-02-10", feels(1))
    for name in ("core.fsmonitor", "core.pager", "diff.external", "diff.x.command", "diff.x.textconv", "filter.x.smudge", "gpg.program"):
        repository.git("config", name, str(script))
    repository.git("config", "log.showSignature", "true")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(script))
    assert lines(told(repository.folder / "maps")) == ["2026-02 Buys an e-bike · Decision: emotion −1 → +1"]
    assert not ran.exists()


# For whom


AUDIENCES = "title: Handbook\naudiences: [internal, public]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"maps/personas/bo.yml": "name: Secret Bo\n"}, {"maps/personas/bo.yml": "name: Secret Bo\naudience: internal\n"}),
        ({}, {"maps/personas/bo.yml": "name: Secret Bo\naudience: internal\n"}),
        ({"maps/personas/bo.yml": "name: Secret Bo\naudience: internal\n"}, {"maps/personas/bo.yml": None}),
        ({"maps/personas/bo.yml": "name: Secret Bo\n"}, {"maps/personas/bo.yml": None, "maps/personas/bob.yml": "name: Secret Bo\nwas: [bo]\naudience: internal\n"}),
        (
            {"maps/journeys/two.yml": "title: Two\npersona: anna\nstages: {a: {name: A, pains: [A secret pain]}, b: {name: B}}\n"},
            {"maps/journeys/two.yml": "title: Two\npersona: anna\nstages: {a: {name: A, pains: [{text: A secret pain, audience: internal}]}, b: {name: B}}\n"},
        ),
        (
            {"maps/journeys/two.yml": "title: Two\npersona: anna\nstages: {a: {name: A}, b: {name: Secret B}}\n"},
            {"maps/journeys/two.yml": "title: Two\npersona: anna\nstages: {a: {name: A}, b: {name: Another secret, audience: internal}}\n"},
        ),
    ],
    ids=["hidden later", "hidden from the start", "hidden, then gone", "renamed and hidden", "a pain", "a stage"],
)
def test_what_an_audience_may_not_see_is_never_told(before: dict[str, str | None], after: dict[str, str | None], repository: Repository) -> None:
    repository.commit("2026-01-10", FIRST | {"maps/handbook.yml": AUDIENCES} | before)
    repository.commit("2026-02-10", feels(1) | after)
    repository.commit("2026-03-10", feels(2))
    assert lines(told(repository.folder / "maps", audience="public")) == [
        "2026-03 Buys an e-bike · Decision: emotion +1 → +2",
        "2026-02 Buys an e-bike · Decision: emotion −1 → +1",
    ]


def test_what_is_hidden_today_is_not_told_of_earlier_months(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-01-10", FIRST | {"maps/handbook.yml": AUDIENCES, "maps/personas/bo.yml": "name: Secret Bo\n"})
    repository.commit("2026-02-10", {"maps/personas/bo.yml": "name: Secret Bo\nquote: Secret\n"})
    assert lines(told(repository.folder / "maps", audience="public", kept=tmp_path / "kept")) == ["2026-02 Secret Bo: Quote: now said"]
    repository.commit("2026-03-10", {"maps/personas/bo.yml": "name: Secret Bo\nquote: Secret\naudience: internal\n"})
    assert lines(told(repository.folder / "maps", audience="public", kept=tmp_path / "kept")) == []


def test_drafts_are_told_to_those_who_see_them(repository: Repository) -> None:
    draft: dict[str, str | None] = {"maps/journeys/new.yml": "title: A draft\npublish: draft\nstages: [a, b]\n"}
    repository.commit("2026-01-10", FIRST)
    repository.commit("2026-02-10", draft)
    assert lines(told(repository.folder / "maps")) == []
    assert lines(told(repository.folder / "maps", drafts=True)) == ["2026-02 A draft: new journey (2 stages)"]
    repository.commit("2026-03-10", {"maps/journeys/new.yml": "title: A draft\nstages: [a, b]\n"})
    assert lines(told(repository.folder / "maps")) == ["2026-03 A draft: new journey (2 stages)"]


def test_a_version_that_knows_no_such_audience_is_left_out(repository: Repository) -> None:
    repository.commit("2026-01-10", FIRST)
    repository.commit("2026-02-10", {"maps/handbook.yml": AUDIENCES})
    repository.commit("2026-03-10", feels(1))
    assert lines(told(repository.folder / "maps", audience="public")) == ["2026-03 Buys an e-bike · Decision: emotion −1 → +1"]


# What is kept


@pytest.fixture
def two_months(repository: Repository) -> Path:
    repository.commit("2026-01-10", FIRST)
    repository.commit("2026-02-10", feels(1))
    maps: Path = repository.folder / "maps"
    return maps


def test_old_versions_are_read_once(two_months: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = told(two_months, kept=tmp_path / "kept")
    assert (tmp_path / "kept/.gitignore").read_text(encoding="utf-8") == "*\n"
    monkeypatch.setattr("journey_site.recent.contents_of", lambda *given: pytest.fail("read again"))
    assert told(two_months, kept=tmp_path / "kept") == first


@pytest.mark.parametrize("tampered", [
    "", "{", "null", "[[]]", "[" * 100_000, '[{"kind": "journeys"}]', '[{"kind": "x", "thing": "a", "name": "b", "sort": "c", "words": "d"}]',
    '[{"kind": "journeys", "thing": 1, "name": "b", "sort": "new", "words": "d"}]',
    '[{"kind": "journeys", "thing": "a", "name": "b", "sort": "x", "words": "d"}]',
    '[{"kind": "journeys", "thing": "a", "name": "b", "sort": "new", "words": "d", "personas": "anna"}]',
    '[{"kind": "journeys", "thing": "a", "name": "b", "sort": "new", "words": "d", "day": "2026-01-01"}]',
])  # fmt: skip
def test_what_is_no_line_is_not_believed(tampered: str, two_months: Path, tmp_path: Path) -> None:
    first = told(two_months, kept=tmp_path / "kept")
    for path in (tmp_path / "kept").glob("*.json"):
        path.write_text(tampered, encoding="utf-8")
    assert told(two_months, kept=tmp_path / "kept") == first


def test_a_folder_that_cannot_be_written_is_done_without(two_months: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    assert lines(told(two_months, kept=tmp_path / "kept")) == lines(told(two_months)) != []


def test_lines_come_back_as_they_were_kept(two_months: Path, tmp_path: Path) -> None:
    lines_told = [replace(line, day=None) for month in told(two_months).months for line in month.lines]
    cache = ToldCache(tmp_path / "kept")
    cache.keep("key", lines_told)
    assert cache.lines("key") == tuple(lines_told)
    assert json.loads((tmp_path / "kept/key.json").read_text(encoding="utf-8"))[0]["words"] == "emotion −1 → +1"


def test_months_begin_with_the_version_before_them(repository: Repository) -> None:
    repository.commit("2025-11-10", FIRST)
    repository.commit("2025-12-01", feels(1))
    repository.commit("2025-12-31", feels(2))
    repository.commit("2026-01-01", feels(0))
    groups = months_of(history_of(repository.folder / "maps"), 1)
    assert [[str(version.day) for version in group] for group in groups] == [["2025-12-31"], ["2026-01-01"]]
