"""What handbook.yml makes of coverage: nothing, warnings, errors, or one problem where too few journeys meet a rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey_site.documents.rule_names import PROBLEMS
from journey_site.handbook import Outcome
from journey_site.problems import Severity
from journey_site.rules.coverage import Score, examine
from journey_site.rules.finding import Verdict

Handbook = Callable[..., Outcome]
WITH = "title: With\nstages: [{id: one, name: One, our_goal: Be seen}]\n"
WITHOUT = "title: Without\nstages: [{id: one, name: One, thoughts: [Hm]}]\n"


def four(checks: str) -> dict[str, str]:
    """Three journeys that meet goal-in-every-stage, and one that does not."""
    journeys = {f"journeys/{name}.yml": WITH for name in "abc"}
    return {"handbook.yml": f"title: T\nchecks: {{{checks}}}\n", **journeys, "journeys/d.yml": WITHOUT}


def test_coverage_is_advice_and_no_problem(handbook: Handbook) -> None:
    outcome = handbook(four(""))
    assert outcome.problems == ()
    assert outcome.coverage.score("goal-in-every-stage") == Score(3, 4)


@pytest.mark.parametrize(("level", "severity"), [("warning", Severity.WARNING), ("error", Severity.ERROR)])
def test_a_level_makes_each_finding_a_problem(level: str, severity: Severity, handbook: Handbook) -> None:
    for checks in (f"goal-in-every-stage: {level}", f"goal-in-every-stage: {{level: {level}}}"):
        (problem,) = handbook(four(checks)).problems
        assert (str(problem.span), problem.severity, problem.rule) == ("journeys/d.yml:2:10", severity, "goal-in-every-stage")
        assert problem.message == "no stage has a goal of ours"
        assert problem.hint == "agree on what we want there, and write it as our_goal"


def test_what_is_off_is_not_asked(handbook: Handbook) -> None:
    outcome = handbook(four("goal-in-every-stage: off"))
    assert "goal-in-every-stage" not in {rule.name for rule in outcome.coverage.rules}
    assert "goal-in-every-stage" not in outcome.coverage.of_rule


@pytest.mark.parametrize("required", ["75%", "3", "0%", "74.9%", "0"])
def test_enough_journeys(required: str, handbook: Handbook) -> None:
    assert handbook(four(f"goal-in-every-stage: {{require: {required}}}")).problems == ()


def test_too_few_journeys_are_one_problem(handbook: Handbook) -> None:
    (problem,) = handbook(four("goal-in-every-stage: {require: 80%}")).problems
    assert str(problem) == (
        'handbook.yml:2:41: 3 of 4 journeys meet "goal-in-every-stage", and 80% are required; not yet: d '
        "(journey-site check says for each journey what to do)"
    )
    assert problem.severity is Severity.ERROR
    assert [(str(related.span), related.message) for related in problem.related] == [
        ("journeys/d.yml:2:10", "no stage has a goal of ours")
    ]
    (problem,) = handbook(four("goal-in-every-stage: {level: warning, require: 4}")).problems
    assert problem.severity is Severity.WARNING


def test_more_are_required_than_there_are(handbook: Handbook) -> None:
    (problem,) = handbook(four("goal-in-every-stage: {require: 80}")).problems
    assert problem.hint == "it can be said of 4 only; a share is written with its sign, such as 80%"


def test_many_that_do_not_are_counted(handbook: Handbook) -> None:
    files = {f"journeys/x{number}.yml": WITHOUT for number in range(9)}
    files["handbook.yml"] = "title: T\nchecks: {goal-in-every-stage: {require: 1}}\n"
    (problem,) = handbook(files).problems
    assert problem.message == '0 of 9 journeys meet "goal-in-every-stage", and 1 is required; not yet: x0, x1, x2, x3 and 5 more'


def test_a_share_is_of_those_of_which_it_can_be_said(handbook: Handbook) -> None:
    helped = "title: H\nstages: [{id: one, name: One, serves: choose, content: [{title: A}]}]\n"
    files = {"handbook.yml": "title: T\nchecks: {content-to-choose: {require: 100%}}\n", "journeys/a.yml": helped}
    assert handbook({**files, "journeys/b.yml": WITHOUT}).problems == ()
    del files["journeys/a.yml"]
    assert handbook({**files, "journeys/a.yml": WITHOUT}).problems == (), "of none it can be said, so none is too few"


def test_which_journeys_are_asked_about(handbook: Handbook) -> None:
    files = {f"journeys/{state}.yml": f"{WITHOUT}state: {state}\n" for state in ("current", "actual", "future", "planned")}
    files |= {f"journeys/{state}.yml": f"{WITHOUT}publish: {state}\n" for state in ("live", "draft", "retired")}
    for drafts in (True, False):
        coverage = handbook(files, drafts=drafts).coverage
        assert {journey.id for journey in coverage.journeys} == {"current", "actual", "live"}
        assert coverage.left_out == 3 + drafts


def test_an_edition_is_judged_by_what_it_shows(handbook: Handbook) -> None:
    files = {
        "handbook.yml": "title: T\naudiences: [internal, public]\nchecks: {no-audience-chosen: off}\n",
        "journeys/a.yml": """
            title: A
            stages:
              one:
                our_goal: Be seen
                thoughts: [{text: A secret, audience: internal}]
                touchpoints: [{name: The secret shop, audience: internal}]
                emotion: 1
              two: {our_goal: Sell, thoughts: [{text: Another, audience: internal}]}
            """,
        "journeys/b.yml": "title: B\naudience: internal\nstages: [One]\n",
    }
    everything = handbook(files).coverage
    public = handbook(files, audience="public").coverage
    assert [journey.id for journey in everything.journeys] == ["a", "b"]
    assert [journey.id for journey in public.journeys] == ["a"]
    assert public.left_out == 0
    (finding,) = public.of_rule["every-touchpoint-measured"]
    assert finding.verdict is Verdict.UNSAID
    assert "secret" not in repr(public.findings)


def test_a_stage_of_which_nothing_is_shown_is_empty(handbook: Handbook) -> None:
    files = {
        "handbook.yml": "title: T\naudiences: [internal, public]\n",
        "journeys/a.yml": "title: A\nstages: {one: {thoughts: [{text: A secret, audience: internal}]}, two: {emotion: 1}}\n",
    }
    (finding,) = handbook(files, audience="public").coverage.of_rule["no-stage-left-empty"]
    assert [stage.id for stage in finding.wanting] == ["one"]


def test_with_errors_nothing_is_said(handbook: Handbook) -> None:
    files = {**four("goal-in-every-stage: {require: 100%}"), "journeys/e.yml": "title: [\n"}
    outcome = handbook(files)
    assert "goal-in-every-stage" not in {problem.rule for problem in outcome.problems}
    assert outcome.coverage.findings == ()


def test_inherited_stages_are_told_at_the_journey(handbook: Handbook) -> None:
    files = four("goal-in-every-stage: warning")
    files["journeys/e.yml"] = "title: E\nextends: d\n"
    places = [str(problem.span) for problem in handbook(files).problems]
    assert places == ["journeys/d.yml:2:10", "journeys/e.yml:1:1"]


def test_examining_twice_finds_the_same(handbook: Handbook) -> None:
    outcome = handbook(four(""))
    assert examine(outcome.atlas).findings == outcome.coverage.findings


def test_a_level_for_every_name_is_read(handbook: Handbook) -> None:
    checks = ", ".join(f"{name}: advice" for name in PROBLEMS)
    assert handbook({"handbook.yml": f"title: T\nchecks: {{{checks}}}\n"}).problems == ()


def test_stages_of_a_model_are_named_as_the_readers_know_them(handbook: Handbook) -> None:
    journey = "title: Resan\nmodel: aida\nstages: {attention: {our_goal: Synas}, interest: {our_goal: Synas}, action: {our_goal: Synas}}\n"
    said = "title: T\nlanguage: sv\nchecks: {goal-in-every-stage: warning}\n"
    (problem,) = (each for each in handbook({"handbook.yml": said, "journeys/j.yml": journey}).problems if each.rule == "goal-in-every-stage")
    assert problem.message == "no goal of ours in Önskan"
