"""The folder beside a site's own: nothing is lost when moving it in fails, or was interrupted before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from journey_site.hosts.mkdocs import staging


def config_for(site: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.site_dir = str(site)
    return config


def tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "old").mkdir(parents=True)
    (site / "index.html").write_text("old")
    (site / "old/page.html").write_text("old")
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("kept")
    return site


def new_site(folder: str) -> None:
    Path(folder, "index.html").write_text("new")
    Path(folder, "new").mkdir()
    Path(folder, "new/page.html").write_text("new")
    Path(folder, ".well-known").mkdir()
    Path(folder, ".well-known/a").write_text("new")


def test_the_new_site_takes_the_place_of_the_last(site: Path) -> None:
    config = config_for(site)
    begun = staging.begin(config)
    assert begun is not None
    assert Path(config.site_dir) != site
    new_site(config.site_dir)
    inode = site.stat().st_ino
    staging.move_in(begun)
    assert config.site_dir == str(site)
    assert tree(site) == {".git/HEAD": "kept", ".well-known/a": "new", "index.html": "new", "new/page.html": "new"}
    assert site.stat().st_ino == inode, "a server that stands in the folder goes on"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_failure_while_moving_leaves_the_last_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(site)
    config = config_for(site)
    begun = staging.begin(config)
    assert begun is not None
    new_site(config.site_dir)
    real = staging._move

    def fails(source: Path, target: Path) -> None:
        if source.name == "new":
            raise PermissionError(13, "Permission denied")
        real(source, target)

    monkeypatch.setattr(staging, "_move", fails)
    with pytest.raises(PermissionError):
        staging.move_in(begun)
    assert {name: text for name, text in tree(site).items() if "well-known" not in name} == before
    staging.discard(begun)
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_discarding_leaves_the_last_site(site: Path) -> None:
    before = tree(site)
    config = config_for(site)
    begun = staging.begin(config)
    assert begun is not None
    new_site(config.site_dir)
    staging.discard(begun)
    assert tree(site) == before
    assert config.site_dir == str(site)


def test_what_an_interrupted_build_left_is_put_right(site: Path) -> None:
    before = tree(site)
    old, beside = site.with_name(".site.before"), site.with_name(".site.unfinished")
    old.mkdir()
    shutil.move(site / "old", old / "old")
    beside.mkdir()
    (beside / "secret.html").write_text("leaking")
    begun = staging.begin(config_for(site))
    assert begun is not None
    assert tree(site) == before
    assert tree(beside) == {}


def test_a_first_site_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    site = tmp_path / "public/of/site"
    config = config_for(site)
    begun = staging.begin(config)
    assert begun is not None
    new_site(config.site_dir)
    staging.move_in(begun)
    assert (site / "index.html").read_text() == "new"
