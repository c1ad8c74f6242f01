"""Versions from real repositories: branches, merges, shallow and partial clones, folders that were moved."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from account.conftest import FILES
from repositories import Repository, needs_git

from journey_site.account.account import Account
from journey_site.account.gather import account_of
from journey_site.revisions import NotThere
from journey_site.two_versions import read_versions

pytestmark = needs_git
JOURNEY = "title: T\nstages: {a: {name: Alpha, emotion: EMOTION}, b: {name: Beta}}\n"


def feels(emotion: int, folder: str = "maps") -> dict[str, str | None]:
    return {f"{folder}/journeys/j.yml": JOURNEY.replace("EMOTION", str(emotion))}


def told(folder: Path, base: str, head: str = "") -> Account | NotThere:
    found = read_versions(folder, "maps", base, head)
    return found if isinstance(found, NotThere) else account_of(*found)


def values(account: Account | NotThere) -> list[tuple[object, object]]:
    assert isinstance(account, Account), account
    return [(row.before, row.after) for change in account.changes for row in change.rows]


@pytest.fixture
def upstream(repository: Repository) -> Repository:
    """Four versions, of which one is tagged and one on a branch of its own."""
    repository.commit("2026-01-01", {"maps/handbook.yml": "title: T\n", **feels(-2)})
    repository.commit("2026-01-02", feels(-1))
    repository.git("tag", "v1.0")
    repository.git("checkout", "-q", "-b", "work")
    repository.commit("2026-01-03", feels(1))
    repository.git("checkout", "-q", "main")
    repository.commit("2026-01-04", {"maps/personas/bo.yml": "name: Bo\n"})
    return repository


def clone(upstream: Repository, *options: str) -> Path:
    target = upstream.folder.parent / "clone"
    subprocess.run(["git", "clone", "-q", *options, upstream.folder.as_uri(), str(target)], check=True, capture_output=True)
    return target


def test_any_two_revisions_without_a_checkout(upstream: Repository) -> None:
    maps = upstream.folder / "maps"
    before = {path: path.read_bytes() for path in upstream.folder.rglob("*") if path.is_file()}
    assert values(told(maps, "HEAD~2", "v1.0")) == [(-2, -1)]
    assert values(told(maps, "v1.0", "work")) == [(-1, 1)]
    assert values(told(maps, "v1.0..work")) == [(-1, 1)]
    assert {path: path.read_bytes() for path in upstream.folder.rglob("*") if path.is_file()} == before


def test_the_files_as_they_are_now_with_those_that_are_not_committed(upstream: Repository) -> None:
    (upstream.folder / "maps/journeys/j.yml").write_text(JOURNEY.replace("EMOTION", "2"), encoding="utf-8")
    (upstream.folder / "maps/touchpoints.yml").write_text("new: {name: New}\n", encoding="utf-8")
    account = told(upstream.folder / "maps", "HEAD")
    assert values(account) == [(-1, 2)]
    assert isinstance(account, Account)
    assert [change.thing for change in account.changes if change.sort == "added"] == ["new"]


def test_three_dots_leave_out_what_others_did_since(upstream: Repository) -> None:
    maps = upstream.folder / "maps"
    assert [change.kind for change in told(maps, "main", "work").changes] == ["personas", "stages"]  # type: ignore[union-attr]
    assert [change.kind for change in told(maps, "main...work").changes] == ["stages"]  # type: ignore[union-attr]
    upstream.git("checkout", "-q", "work")
    assert [change.kind for change in told(maps, "main...").changes] == ["stages"]  # type: ignore[union-attr]


def test_after_a_merge_both_sides_are_there(upstream: Repository) -> None:
    upstream.git("merge", "-q", "--no-edit", "work", day="2026-01-05")
    maps = upstream.folder / "maps"
    assert values(told(maps, "HEAD^1")) == [(-1, 1)]
    assert [change.kind for change in told(maps, "HEAD^2").changes] == ["personas"]  # type: ignore[union-attr]


def test_a_folder_that_was_moved_is_the_same_handbook(upstream: Repository) -> None:
    upstream.git("mv", "maps", "handbook")
    shutil.rmtree(upstream.folder / "maps", ignore_errors=True)
    upstream.commit("2026-01-06", feels(2, "handbook"))
    account = told(upstream.folder / "handbook", "v1.0")
    assert isinstance(account, Account)
    assert values(account) == [(-1, 2)]
    assert {change.sort for change in account.changes} == {"changed", "added"}
    back = told(upstream.folder / "handbook", "HEAD", "v1.0")
    assert values(back) == [(2, -1)]


def test_a_folder_that_is_moved_and_not_committed(upstream: Repository) -> None:
    (upstream.folder / "maps").rename(upstream.folder / "book")
    assert [change.kind for change in told(upstream.folder / "book", "v1.0").changes] == ["personas"]  # type: ignore[union-attr]


def test_a_file_with_another_name_is_a_thing_with_another_id(upstream: Repository) -> None:
    upstream.git("mv", "maps/journeys/j.yml", "maps/journeys/k.yml")
    account = told(upstream.folder / "maps", "HEAD")
    assert isinstance(account, Account)
    assert [(change.sort, change.was, change.level, change.file_moved) for change in account.changes] == [("renamed", "j", "breaks-links", False)] * 1 + [
        ("changed", "", "breaks-links", False)
    ] * (len(account.changes) - 1)
    assert sorted(address.whole for change in account.changes for address in change.lost) == ["journeys/j/", "journeys/j/a/", "journeys/j/b/"]


def test_before_there_was_a_handbook_everything_is_new(repository: Repository) -> None:
    repository.commit("2026-01-01", {"README.md": "Hello\n"})
    repository.commit("2026-01-02", {f"maps/{name}": text for name, text in FILES.items() if "ebike" not in name})
    account = told(repository.folder / "maps", "HEAD~1")
    assert isinstance(account, Account)
    assert not account.before.there
    assert {change.sort for change in account.changes} == {"added"}


def test_things_of_a_folder_beside_are_compared(repository: Repository) -> None:
    repository.commit("2026-01-01", {"maps/handbook.yml": "title: T\nuses: [../common]\n", "common/handbook.yml": "title: C\n", "common/channels.yml": "web: {name: Web}\n"})
    (repository.folder / "common/channels.yml").write_text("web: {name: The web}\n", encoding="utf-8")
    account = told(repository.folder / "maps", "HEAD")
    assert [(change.kind, change.sort) for change in account.changes] == [("channels", "changed")]  # type: ignore[union-attr]


# What is not there, and how to get it


@pytest.mark.parametrize(
    ("base", "command"),
    [
        ("origin/work", "git fetch --depth=1 origin work:refs/remotes/origin/work"),
        ("release", "git fetch --depth=1 origin release:refs/remotes/origin/release"),
        ("v1.0", "git fetch --depth=1 origin tag v1.0"),
        ("HEAD~2", "git fetch --deepen=2 origin"),
        ("HEAD^", "git fetch --deepen=1 origin"),
        ("0123abc", "git fetch --unshallow origin"),
        ("0" * 40, f"git fetch --depth=1 origin {'0' * 40}"),
    ],
)  # fmt: skip
def test_a_shallow_clone_is_told_what_to_fetch(upstream: Repository, base: str, command: str) -> None:
    found = told(clone(upstream, "--depth=1", "--no-tags") / "maps", base)
    assert isinstance(found, NotThere)
    assert found.commands == (command,)
    assert "this clone is shallow" in found.why


@pytest.mark.parametrize("base", ["origin/work", "v1.0", "HEAD~2"])
def test_the_command_that_is_told_helps(upstream: Repository, base: str) -> None:
    copy = clone(upstream, "--depth=1", "--no-tags")
    found = told(copy / "maps", base)
    assert isinstance(found, NotThere)
    subprocess.run(found.commands[0].split(), cwd=copy, check=True, capture_output=True)
    assert isinstance(told(copy / "maps", base), Account)


def test_where_two_branches_part_needs_their_history(upstream: Repository) -> None:
    copy = clone(upstream, "--depth=1", "--no-single-branch")
    found = told(copy / "maps", "origin/work...")
    assert isinstance(found, NotThere)
    assert found.commands == ("git fetch --unshallow origin",)
    subprocess.run(found.commands[0].split(), cwd=copy, check=True, capture_output=True)
    assert isinstance(told(copy / "maps", "origin/work..."), Account)


def test_a_clone_without_its_files_is_told_to_fetch_them(upstream: Repository) -> None:
    upstream.git("config", "uploadpack.allowFilter", "true")
    found = told(clone(upstream, "--filter=blob:none") / "maps", "HEAD~2")
    assert isinstance(found, NotThere)
    assert found.commands == ("git fetch --refetch --no-filter origin",)


def test_a_branch_that_only_the_remote_has_is_named(upstream: Repository) -> None:
    found = told(clone(upstream) / "maps", "work")
    assert found == NotThere('there is no branch "work" here', instead="origin/work")


@pytest.mark.parametrize("base", ["", "-x", "--upload-pack=touch /tmp/x", "maps", "a b", "$(id)", "x:y", "HEAD:maps", "\0"])
def test_what_is_no_revision_is_no_command_either(upstream: Repository, base: str) -> None:
    found = told(upstream.folder / "maps", base)
    assert isinstance(found, NotThere)
    assert found.commands == ()


def test_without_git_or_repository(upstream: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "alone").mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "in no git repository" in told(tmp_path / "alone", "main").why  # type: ignore[union-attr]
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert "git is not installed" in told(upstream.folder / "maps", "main").why  # type: ignore[union-attr]


def test_nothing_of_the_repository_is_run(upstream: Repository, tmp_path: Path) -> None:
    """Filters, monitors and diff programs of a repository may be anybody's."""
    mark = tmp_path / "ran"
    for key in ("filter.x.smudge", "filter.x.clean", "diff.x.textconv", "diff.x.command", "core.fsmonitor", "core.pager"):
        upstream.git("config", key, f"touch {mark}")
    (upstream.folder / ".git/info/attributes").write_text("*.yml filter=x diff=x\n", encoding="utf-8")
    assert isinstance(told(upstream.folder / "maps", "v1.0"), Account)
    assert isinstance(told(upstream.folder / "maps", "v1.0...work"), Account)
    assert not mark.exists()
