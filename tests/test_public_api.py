"""What other programs may use: all of it is named, documented, and nothing else looks public."""

from __future__ import annotations

import inspect
from pathlib import Path

import journey_site


def test_everything_named_is_there_and_documented() -> None:
    for name in journey_site.__all__:
        thing = getattr(journey_site, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            assert inspect.getdoc(thing), f"{name} does not say what it is for"


def test_nothing_else_is_public() -> None:
    own = {
        name
        for name, thing in vars(journey_site).items()
        if not name.startswith("_") and getattr(thing, "__module__", "").startswith("journey_site")
    }
    assert own <= set(journey_site.__all__)


def test_the_first_lines_that_anybody_writes(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("title: T\npersonas: {anna: {nam: Anna}}\n", encoding="utf-8")
    outcome = journey_site.read_handbook(tmp_path)
    (problem,) = outcome.problems
    assert isinstance(problem, journey_site.Problem)
    assert (problem.severity, str(problem.span)) == (journey_site.Severity.ERROR, "handbook.yml:2:19")
    assert journey_site.plan(outcome.atlas).pages
    assert journey_site.__version__[0].isdigit()
