"""What many tests share: small handbooks written in place, and the demo handbook."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from corpus import without_advice
from hypothesis import settings

from journey_site.handbook import Outcome, read_handbook
from journey_site.site.pages import Site

settings.register_profile("without-clock", deadline=None)
settings.load_profile("without-clock")

ROOT = Path(__file__).resolve().parent.parent
DEMO_DAY = "1795219200"
"""2026-11-21, the day on which the demo handbook is looked at in tests."""


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Overdue reviews must not depend on the day the tests run."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", os.environ.get("SOURCE_DATE_EPOCH", DEMO_DAY))


@pytest.fixture
def handbook(tmp_path: Path) -> Callable[..., Outcome]:
    """Write files into a folder and read them as a handbook: ``handbook({"personas/anna.yml": "name: Anna"})``.

    Advice about the whole handbook is left out unless asked for with ``advice=True``: tests write the least they need.
    """

    def write(files: dict[str, str], *, advice: bool = False, **options: object) -> Outcome:
        if "handbook.yml" not in files:
            files = {"handbook.yml": "title: Handbook\n", **files}
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        outcome = read_handbook(tmp_path, **options)  # type: ignore[arg-type]
        return outcome if advice else replace(outcome, problems=without_advice(outcome.problems))

    return write


@pytest.fixture
def site_of(handbook: Callable[..., Outcome]) -> Callable[..., Site]:
    """Write files and plan their site; the handbook must be free of errors."""

    def make(files: dict[str, str], **options: object) -> Site:
        outcome = handbook(files, **options)
        assert not outcome.errors, [str(problem) for problem in outcome.problems]
        return outcome.site()

    return make


@pytest.fixture(scope="session")
def demo() -> Site:
    """The planned site of the demo handbook."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = DEMO_DAY
    try:
        outcome = read_handbook(ROOT / "maps", shown="maps")
        assert not outcome.errors + outcome.warnings, [str(problem) for problem in outcome.problems]
        return outcome.site()
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
