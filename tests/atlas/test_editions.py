"""What an audience may not see is gone: no word, id or title of it is left anywhere."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_site.documents.declared import Declared
from journey_site.editions import edition
from journey_site.handbook import Outcome, read_handbook

AUDIENCES = ("internal", "client", "public")
NOWHERE = {"origin", "places", "unread", "partial", "in_doubt", "file"}


def every_text(value: Any) -> list[str]:
    """Every string that stands anywhere in an atlas."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Declared):
        return [text for name, each in value.__dict__.items() if name not in NOWHERE for text in every_text(each)]
    if is_dataclass(value):
        return [text for each in fields(value) if each.name not in NOWHERE for text in every_text(getattr(value, each.name))]
    if isinstance(value, dict):
        return [text for pair in value.items() for each in pair for text in every_text(each)]
    if isinstance(value, list | tuple | set | frozenset):
        return [text for each in value for text in every_text(each)]
    return []


def handbook(choose: Callable[[], str | None]) -> tuple[dict[str, str], dict[str, str]]:
    """A handbook in which every part has words and an id of its own; and for each part who may see it.

    What stands within another part may be seen by the narrower of the two.
    """
    audience: dict[str, str] = {}

    def part(name: str, within: str = "") -> str:
        chosen = choose()
        effective = [each for each in (chosen, audience.get(within)) if each is not None]
        audience[name] = min(effective, key=AUDIENCES.index, default="public")
        return f"audience: {chosen}" if chosen else "tags: [any]"

    link = "see [some [more] words](touchpoint:tsecret), <persona:psecret> and [x](journey:jsecret)"
    files = {
        "handbook.yml": f"title: T\naudiences: [internal, client, public]\nsummary: '{link}'\n"
        f"lanes: [thoughts, {{id: lsecret, kind: list, label: lsecret label, {part('lsecret')}}}]\n".replace("tags: [any]", "icon: a"),
        "personas.yml": f"psecret: {{name: psecret name, {part('psecret')}, channels: {{csecret: 3}}}}\nanna: {{name: Anna}}\n",
        "channels.yml": f"csecret: {{name: csecret name, {part('csecret')}}}\n",
        "departments.yml": f"dsecret: {{name: dsecret name, {part('dsecret')}}}\n",
        "evidence.yml": f"esecret: {{title: esecret title, {part('esecret')}}}\n",
        "metrics.yml": f"msecret: {{name: msecret name, {part('msecret')}, owner: dsecret, evidence: esecret}}\n",
        "content.yml": f"osecret: {{title: osecret title, {part('osecret')}, note: '{link}'}}\n",
        "touchpoints.yml": f"tsecret: {{name: tsecret name, {part('tsecret')}, channel: csecret, metrics: [msecret]}}\n",
        "journeys/jsecret.yml": f"title: jsecret title\n{part('jsecret')}\npersona: psecret\nreplaces: [open]\n"
        f"stages: {{ssecret: {{goal: ssecret goal, {part('ssecret', 'jsecret')}}}}}\n",
        "journeys/variant.yml": f"extends: jsecret\ntitle: vsecret title\n{part('vsecret', 'jsecret')}\n"
        "stages: {ssecret: {our_goal: vsecret goal}}\n",
        "journeys/open.yml": f"title: Open\nactors: [psecret, anna]\ncompare_with: jsecret\nscenario: '{link}'\n"
        "paths: {p: {name: P, stages: [one, gsecret]}}\n"
        f"stages:\n  one:\n    next: [gsecret, {{to: two, why: W}}]\n    owner: dsecret\n    departments: [dsecret]\n"
        "    emotion: {psecret: 1, anna: 0}\n    lsecret: [lsecret words]\n    journey: jsecret\n    actor: [psecret]\n"
        f"    thoughts: [{{text: isecret words, id: isecret, {part('isecret')}}}, {{text: Hm, evidence: esecret}}]\n"
        f"    pains: [{{text: asecret words, id: asecret, {part('asecret')}}}]\n"
        "    opportunities: [{text: O, solves: [asecret], owner: dsecret}]\n"
        "    touchpoints: [tsecret, {touchpoint: tsecret, note: N}, {name: X, from: psecret, to: dsecret, channel: csecret}]\n"
        "    content: [osecret]\n    metrics: [msecret]\n"
        f"    steps: [{{id: zsecret, name: zsecret name, {part('zsecret')}}}]\n"
        f"  gsecret: {{name: gsecret name, {part('gsecret')}}}\n  two: {{after: gsecret}}\n",
    }
    return files, audience


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_nothing_of_what_is_hidden_is_left(data: st.DataObject) -> None:
    files, audience = handbook(lambda: data.draw(st.sampled_from([None, *AUDIENCES])))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        outcome = read_handbook(Path(folder))
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    reader = data.draw(st.sampled_from(AUDIENCES))
    shown = edition(outcome.atlas, reader)
    words = "\n".join(every_text(shown))
    for name, who in audience.items():
        if AUDIENCES.index(who) < AUDIENCES.index(reader):
            assert name not in words
    assert "Hm" in words
    assert "some [more] words" in words, "what refers to it keeps its own words"
    one = shown.journeys["open"].stages[0]
    assert [way.to for way in one.next or ()][-1] == "two"


def test_ways_that_all_led_to_what_is_hidden_are_not_an_end(handbook: Callable[..., Outcome]) -> None:
    files = {
        "handbook.yml": "title: T\naudiences: [internal, public]\n",
        "journeys/a.yml": "title: A\nstages: {one: {next: [two]}, two: {audience: internal}, three: {}}\n",
    }
    assert handbook(files, audience="public").atlas.journeys["a"].stages[0].next is None


def test_the_narrowest_sees_everything(handbook: Callable[..., Outcome]) -> None:
    files = {"handbook.yml": "title: T\naudiences: [internal, public]\ntouchpoints: {a: {audience: internal}}\n"}
    for audience in ("", "internal"):
        assert "a" in handbook(files, audience=audience).atlas.touchpoints
    assert handbook(files, audience="public").atlas.touchpoints == {}
    (problem,) = handbook(files, audience="pubic").problems
    assert str(problem) == 'handbook.yml:2:12: this handbook has no audience "pubic"; did you mean "public"?'


def test_what_names_no_audience_is_for_the_default_one(handbook: Callable[..., Outcome]) -> None:
    files = {
        "handbook.yml": "title: T\naudiences: [internal, public]\ndefault_audience: internal\n",
        "touchpoints.yml": "a: {}\nb: {audience: public}\n",
        "journeys/base.yml": "title: Base\nstages: {one: {audience: internal, goal: Inner}}\n",
        "journeys/variant.yml": "extends: base\naudience: public\nstages: {one: {audience: public}}\n",
    }
    atlas = handbook(files, audience="public").atlas
    assert list(atlas.touchpoints) == ["b"]
    assert atlas.journeys == {}, "a variant of what is internal is internal"
