"""Old ids of a model's stages: their addresses lead on in every journey on the model."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.handbook import Outcome

MODEL = "name: M\nstages:\n  need: {was: [want, wish]}\n  buy: {}\n"


def test_every_journey_on_the_model_has_them(handbook: Callable[..., Outcome]) -> None:
    outcome = handbook({
        "models/m.yml": MODEL,
        "journeys/a.yml": "title: A\nmodel: m\nstages: {need: {was: [hunger]}}\n",
        "journeys/b.yml": "title: B\nmodel: m\n",
        "journeys/c.yml": "title: C\nmodel: m\nstages: {want: {name: Wants}, buy: {was: [wish]}}\n",
    })
    assert not outcome.errors
    needs = {identity: journey.stage("need") for identity, journey in outcome.atlas.journeys.items()}
    assert {identity: need.was for identity, need in needs.items() if need} == {"a": ("hunger", "want", "wish"), "b": ("want", "wish"), "c": ()}


def test_an_old_id_that_is_still_a_stage_of_the_model_is_told(handbook: Callable[..., Outcome]) -> None:
    outcome = handbook({"models/m.yml": MODEL.replace("[want, wish]", "[buy]"), "journeys/a.yml": "title: A\nmodel: m\n"})
    assert [problem.message for problem in outcome.problems if problem.rule == "old-id-in-use"] == ['"buy" is an old id here, and still in use']
