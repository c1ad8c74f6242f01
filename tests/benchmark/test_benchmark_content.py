"""The benchmark's handbook is one that journey-site reads without a word."""

from __future__ import annotations

from pathlib import Path

from content import content_of
from handbook import write_handbook
from stock import write_stock

from journey_site.handbook import read_handbook


def test_the_generated_handbook_is_free_of_problems(tmp_path: Path) -> None:
    content = content_of(30)
    write_handbook(tmp_path, content)
    outcome = read_handbook(tmp_path / "maps")
    assert [str(problem) for problem in outcome.problems] == []
    assert 25 <= len(outcome.site().pages) <= 40


def test_both_sites_have_as_many_pages(tmp_path: Path) -> None:
    content = content_of(120)
    write_handbook(tmp_path / "ours", content)
    write_stock(tmp_path / "stock", content, "navigation.prune")
    ours = len(read_handbook(tmp_path / "ours" / "maps").site().pages)
    stock = len(list((tmp_path / "stock").rglob("*.md")))
    assert abs(ours - stock) <= 6
