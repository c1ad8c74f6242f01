"""What differs between two journeys: each kind of difference once, with both its places."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from journey_site.atlas.differences import (
    Added,
    Altered,
    At,
    Changed,
    Difference,
    Removed,
    Reordered,
    differences,
    journey_differences,
    merged_order,
    of_stage,
    paired,
)
from journey_site.documents.journeys import Journey
from journey_site.handbook import Outcome
from journey_site.site.pages import Site

Write = Callable[..., Outcome]

BASE = {
    "touchpoints.yml": "shop: Shop\nmail: Mail\n",
    "content.yml": "guide: Guide\n",
    "departments.yml": "sales: Sales\nweb: Web\n",
}


def both(handbook: Write, before: str, after: str) -> tuple[Outcome, Journey, Journey]:
    """Two journeys with one stage each, whose fields are given as YAML in one line."""
    files = {
        "journeys/old.yml": f"title: J\nstages:\n  a: {before}\n",
        "journeys/new.yml": f"title: J\nstages:\n  a: {after}\n",
    }
    outcome = handbook(BASE | files)
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    return outcome, outcome.atlas.journeys["old"], outcome.atlas.journeys["new"]


def in_stage(handbook: Write, before: str, after: str) -> tuple[Difference, ...]:
    outcome, old, new = both(handbook, before, after)
    return of_stage(journey_differences(old, new, outcome.atlas), "a")


def kinds(found: Iterable[Difference]) -> list[tuple[str, str, str]]:
    return [(type(each).__name__, each.field, each.path[-1].key) for each in found]


def test_a_value_that_changed_was_set_or_was_taken_away(handbook: Write) -> None:
    emotion, goal, ours = in_stage(handbook, "{emotion: -1, goal: G}", "{emotion: 0, our_goal: O}")
    assert isinstance(emotion, Changed) and emotion.before.value == -1 and emotion.after.value == 0
    assert (str(emotion.before_at), str(emotion.after_at)) == ("journeys/old.yml:3:16", "journeys/new.yml:3:16")
    assert isinstance(goal, Changed) and goal.after is None
    assert str(goal.after_at) == "journeys/new.yml:3:3", "where it would stand: at the stage"
    assert ours.before is None


def test_entries_are_paired_by_what_they_refer_to(handbook: Write) -> None:
    found = in_stage(
        handbook,
        "{touchpoints: [shop, {touchpoint: mail, experience: -1}], content: [guide]}",
        "{touchpoints: [{touchpoint: mail, experience: 1}, {name: Fair}], content: [guide]}",
    )
    assert kinds(found) == [
        ("Altered", "touchpoints", "mail"),
        ("Added", "touchpoints", "Fair"),
        ("Removed", "touchpoints", "shop"),
    ]
    (mail, fair, shop) = found
    assert isinstance(mail, Altered) and kinds(mail.within) == [("Changed", "experience", "")]
    assert mail.within[0].path == (At("stages", "a"), At("touchpoints", "mail"), At("experience"))
    assert isinstance(fair, Added) and str(fair.after_at) == "journeys/new.yml:3:56"
    assert isinstance(shop, Removed) and str(shop.before_at) == "journeys/old.yml:3:21"


def test_of_two_uses_of_one_thing_the_same_one_is_kept(handbook: Write) -> None:
    twice = "{touchpoints: [{touchpoint: mail, experience: -1}, {touchpoint: mail, experience: 1}]}"
    (gone,) = in_stage(handbook, twice, "{touchpoints: [{touchpoint: mail, experience: 1}]}")
    assert isinstance(gone, Removed) and gone.before.experience == -1


def test_items_are_paired_by_id_and_else_by_their_words(handbook: Write) -> None:
    found = in_stage(
        handbook,
        "{pains: [{id: slow, text: Slow, severity: 2}, Dear], thoughts: [One, Two]}",
        "{pains: [{id: slow, text: Too slow, severity: 2}, {id: dear, text: Dear}], thoughts: [Two, Three]}",
    )
    assert kinds(found) == [
        ("Added", "thoughts", "Three"),
        ("Removed", "thoughts", "One"),
        ("Altered", "pains", "slow"),
        ("Altered", "pains", "dear"),
    ]
    assert kinds(found[2].within) == [("Changed", "text", "")]  # type: ignore[attr-defined]


def test_a_list_in_another_order_is_one_difference(handbook: Write) -> None:
    (found,) = in_stage(handbook, "{thoughts: [One, Two, Three]}", "{thoughts: [Three, One, Two]}")
    assert isinstance(found, Reordered)
    assert (found.before, found.after) == (("One", "Two", "Three"), ("Three", "One", "Two"))


def test_ways_are_paired_by_where_they_lead(handbook: Write) -> None:
    files = {
        "journeys/old.yml": "title: J\nstages:\n  a: {next: [b, {exit: Away, share: 20%}]}\n  b: {goal: g}\n",
        "journeys/new.yml": "title: J\nstages:\n  a: {next: [{exit: Away, share: 10%}]}\n  b: {goal: g}\n",
    }
    outcome = handbook(files)
    journeys = outcome.atlas.journeys
    found = of_stage(journey_differences(journeys["old"], journeys["new"], outcome.atlas), "a")
    assert kinds(found) == [("Altered", "next", "Away"), ("Removed", "next", "b")]


def test_what_a_stage_takes_from_its_journey_counts_as_its_own(handbook: Write) -> None:
    files = {
        "journeys/old.yml": "title: J\nowner: sales\nstages:\n  a: {goal: g}\n  b: {goal: g, owner: web}\n",
        "journeys/new.yml": "title: J\nowner: web\nstages:\n  a: {goal: g, next: [b]}\n  b: {goal: g}\n",
    }
    outcome = handbook(BASE | files)
    journeys = outcome.atlas.journeys
    found = journey_differences(journeys["old"], journeys["new"], outcome.atlas)
    assert kinds(of_stage(found, "a")) == [("Changed", "owner", "")], "the way on is the same, written or not"
    assert of_stage(found, "b") == ()


def test_own_lanes_are_told_by_their_names(handbook: Write) -> None:
    files = {
        "handbook.yml": "title: H\nlanes: [{id: policy, label: P, kind: list}, {id: ease, label: E, kind: score}]\n",
        "journeys/old.yml": "title: J\nstages:\n  a: {policy: [Law], ease: 2}\n",
        "journeys/new.yml": "title: J\nstages:\n  a: {policy: [Law, Custom], ease: 3}\n",
    }
    outcome = handbook(files)
    journeys = outcome.atlas.journeys
    found = of_stage(journey_differences(journeys["old"], journeys["new"], outcome.atlas), "a")
    assert kinds(found) == [("Added", "own.policy", "Custom"), ("Changed", "own.ease", "")]


def test_what_is_written_otherwise_and_says_the_same_is_no_difference(handbook: Write) -> None:
    assert in_stage(handbook, "{thoughts: One, optional: false}", "{thoughts: [{text: One}], pains: []}") == ()


def test_nothing_differs_from_itself(demo: Site) -> None:
    for journey in demo.atlas.journeys.values():
        assert journey_differences(journey, journey, demo.atlas) == ()


def test_any_document_can_be_compared(handbook: Write) -> None:
    outcome = handbook({"personas.yml": "a: {name: Anna, goals: [Sleep]}\nb: {name: Anna, goals: [Sleep, Eat], age: 9}\n"})
    people = outcome.atlas.personas
    assert kinds(differences(people["a"], people["b"])) == [
        ("Changed", "id", ""),
        ("Changed", "age", ""),
        ("Added", "goals", "Eat"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "merged"),
    [("abc", "abc", "abc"), ("abc", "ac", "abc"), ("ac", "abc", "abc"), ("ab", "cd", "abcd"), ("abc", "cba", "cba"), ("", "a", "a")],
)
def test_stages_of_two_states_in_one_order(before: str, after: str, merged: str) -> None:
    assert "".join(merged_order(before, after)) == merged


def test_each_entry_has_one_partner() -> None:
    assert paired(["a", "a", "b"], ["a", "b", "c"]) == [("a", "a"), ("b", "b"), (None, "c"), ("a", None)]
