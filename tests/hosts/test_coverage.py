"""Coverage in a build: one line as long as it is advice, and the end of the build where handbook.yml requires more."""

from __future__ import annotations

from collections.abc import Callable

from projects import Build

Small = Callable[..., Build]


def test_a_build_says_one_line(small: Small) -> None:
    built = small(None, "--strict")
    assert built.code == 0
    assert next(line for line in built.said.splitlines() if "coverage" in line).endswith("see the page checks/")
    assert built.said.count("of coverage are met") == 1
    assert "our_goal" not in built.said
    assert 'id="check-goal-in-every-stage"' in built.page("journeys/anna-ebike/index.html")


def test_what_is_required_ends_the_build(small: Small) -> None:
    handbook = "title: Small\nlanguage: en\nchecks: {goal-in-every-stage: {level: %s, require: 100%%}}\n"
    built = small({"maps/handbook.yml": handbook % "error"})
    assert built.code == 1
    assert 'journeys meet "goal-in-every-stage", and 100% are required' in built.said.replace("journey meets", "journeys meet")
    assert small({"maps/handbook.yml": handbook % "warning"}).code == 0
    assert small({"maps/handbook.yml": handbook % "warning"}, "--strict").code == 1


def test_advice_about_the_whole_handbook_is_one_line(small: Small) -> None:
    journey = "title: A\nstages: {one: {opportunities: [Do it, Do that]}}\n"
    built = small({"maps/journeys/a.yml": journey}, "--strict")
    assert built.code == 0
    told = [line for line in built.said.splitlines() if "of advice" in line]
    assert len(told) == 1
    assert told[0].endswith("pieces of advice about the handbook: journey-site check tells them")
    assert "opportunity" not in built.said
    handbook = "title: Small\nlanguage: en\nchecks: {opportunity-without-owner: warning}\n"
    built = small({"maps/handbook.yml": handbook, "maps/journeys/a.yml": journey}, "--strict")
    assert built.code == 1
    assert 'nobody answers for the opportunity "Do that"' in built.said
