"""Whatever is declared is told: every field of every kind of thing that says something else is named, and no other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import escape

from journey_site.account.account import Account
from journey_site.account.gather import account_of
from journey_site.account.harmless_markdown import words_only
from journey_site.account.in_html import in_html
from journey_site.account.in_json import in_json
from journey_site.account.in_markdown import LONGEST, in_markdown
from journey_site.account.in_text import in_text
from journey_site.atlas.atlas import Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.handbook import Handbook
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.things import Channel, Content, Department, Evidence, Metric, Persona, Touchpoint
from journey_site.handbook import read_handbook
from journey_site.two_versions import Side

Said = dict[str, Any]

TEXTS: list[Any] = ["Too dear for us", {"en": "Too dear for them", "sv": "För dyrt"}, "*Who* knows & <b>"]
BY_SORT: dict[str, list[Any]] = {
    "Markdown": TEXTS,
    "a text": TEXTS,
    "texts": [["One"], ["One", "Two"], [{"text": "One", "severity": 3, "evidence": ["talks"]}], ["Two", "One"]],
    "ids of evidence": [["talks"], ["talks", "numbers"], ["numbers"]],
    "assumed, observed or measured": ["assumed", "observed"],
    "an audience": ["us", "them"],
    "a department, or {department, name, contact}": ["sales", "support", {"department": "sales", "name": "Eva", "contact": "mailto:eva@x.example"}],
    "a persona, or a list": ["anna", ["anna", "bo"]],
    "1 to 5": [2, 5],
    "a word": ["checked", "open"],
    "words": [["a"], ["a", "b"]],
    "an address": ["https://x.example/1", "https://x.example/2"],
    "a file, or {file, alt, credit}": ["../a.svg", {"file": "../b.svg", "alt": "A picture"}, {"file": "../b.svg", "alt": "Another", "credit": "Me"}],
    "a date": ["2026-01-01", "2026-02-02"],
    "a name": ["Eva", "Bo"],
    "a duration": ["2 weeks", "1-3 days", "a moment"],
    "draft, live or retired": ["live", "retired"],
    "a number": [1, 2.5],
    "old ids": [["old-one"], ["old-one", "old-two"]],
    "a colour": ["#112233", "#445566"],
    "trait: 1 to 5": [{"calm": 2}, {"calm": 4, "busy": 1}],
    "channel: 1 to 5": [{"store": 2}, {"store": 4, "web": 1}],
    "a persona's id": ["anna", "bo"],
    "personas, or {persona, role, veto}": [["anna"], [{"persona": "anna", "role": "buyer"}, {"persona": "bo", "veto": True}]],
    "a journey's id": ["two", "three"],
    "a mapping from id to {name, share, stages}": [{"fast": {"name": "Fast", "stages": ["alpha"]}}, {"fast": {"name": "Faster", "stages": ["alpha", "beta"], "share": "20%"}}],
    "current, future, planned or actual": ["current", "future"],
    "journeys' ids": [["two"], ["two", "three"]],
    "lanes, or blueprint": [["thoughts", "emotion"], "blueprint", ["emotion", {"id": "thoughts", "label": "Thinking"}]],
    "departments": [["sales"], ["sales", "support"]],
    "opportunities": [[{"text": "Call", "impact": 2}], [{"text": "Call", "impact": 4, "status": "doing"}], [{"text": "Write"}]],
    "metrics": [["nps"], [{"name": "Calls", "value": 3}], [{"metric": "nps", "value": 4}]],
    "a number, {persona: number} or {value, low, high, note}": [-1, 2, {"value": 1, "low": -1, "high": 2, "note": "It depends"}, {"anna": 1, "bo": -2}],
    "touchpoints": [["shop"], [{"touchpoint": "shop", "experience": 1, "from": "anna", "to": "sales"}], [{"name": "A call", "channel": "web"}]],
    "content": [["guide"], [{"title": "A film", "status": "planned"}], [{"content": "guide", "helps": "buy"}]],
    "true, or a text": [True, "Here it is decided", "There it is decided"],
    "recognise, choose, buy, use, recommend": ["buy", "use"],
    "true or false": [True, False],
    "steps": [{"one": {"name": "One"}}, {"one": {"name": "One", "goal": "To get on"}, "two": {"name": "Two"}}],
    "a journey, or {journey, when}": ["two", {"journey": "three", "when": "It rains"}],
    "stages": [["gamma"], ["gamma", "beta"]],
    "stages, {to, share, why} or {exit, share, why}": [[], ["gamma"], [{"to": "beta", "share": "80%", "why": "In a hurry"}, {"exit": "Gives up", "share": "20%"}]],
    "a channel's id": ["store", "web"],
    "a type of content, or a word": ["article", "poster"],
    "a language code": ["en", "sv"],
    "higher or lower": ["higher", "lower"],
    "a period": ["2026-01", "a year"],
    "period: number": [{"2026-01": 3}, {"2026-01": 4, "2026-02": 5}],
    "interview, survey, observation, analytics, test, ticket, workshop, desk, diary, or a word": ["interview", "a walk"],
    "a date, a month or a year": ["2026", "2025-03"],
    "an icon, such as material/web": ["material/web", "material/phone"],
    "{from, to}": [{"from": -5, "to": 5}, {"from": -3, "to": 3}],
    "{logo, favicon, primary, accent, fonts, footer, credit}": [{"primary": "#112233"}, {"primary": "#17495a", "footer": "Ours"}],
    "rule: off, advice, warning or error; or {level, require}": [{"stage-without-emotion": "off"}, {"stage-without-emotion": "advice"}],
    "id: text": [{"calm": "Calm"}, {"calm": "At ease", "busy": "Busy"}],
    "language codes": [["en", "sv"], ["en", "sv", "da"]],
}  # fmt: skip
"""Values that say something else than each other, by what may stand in a field: a field of a new sort fails here until it has some."""
ELSEWHERE = {
    "Journey": {"model", "extends", "remove", "stages", "actors"},  # see below, and the tests of models and variants
    "Handbook": {"format", "uses", "audiences", "default_audience", "language"},  # what cannot be otherwise without errors
}
BASE: dict[str, Said] = {
    "handbook.yml": {"title": "Handbook", "languages": ["en", "sv"], "audiences": ["us", "them"]},
    "personas/anna.yml": {"name": "Anna"},
    "journeys/one.yml": {"title": "One", "stages": {
        "gamma": {"name": "Gamma"}, "alpha": {"name": "Alpha", "steps": {"ring": {"name": "Rings"}}}, "beta": {"name": "Beta"},
    }},
    "touchpoints/shop.yml": {"name": "Shop"}, "content/guide.yml": {"title": "Guide"}, "metrics/nps.yml": {"name": "NPS"},
    "evidence/talks.yml": {"title": "Talks"}, "departments/sales.yml": {"name": "Sales"}, "channels/store.yml": {"name": "Store"},
}  # fmt: skip
BESIDE: dict[str, Said] = {
    "personas/bo.yml": {"name": "Bo"}, "journeys/two.yml": {"title": "Two", "publish": "retired", "stages": {"a": {"name": "A"}}},
    "journeys/three.yml": {"title": "Three", "publish": "retired", "stages": {"a": {"name": "A"}}}, "evidence/numbers.yml": {"title": "Numbers"},
    "departments/support.yml": {"name": "Support"}, "channels/web.yml": {"name": "Web"},
}  # fmt: skip
PLACES: dict[type[Declared], tuple[str, tuple[str, ...]]] = {
    Handbook: ("handbook.yml", ()), Persona: ("personas/anna.yml", ()), Journey: ("journeys/one.yml", ()),
    Stage: ("journeys/one.yml", ("stages", "alpha")), Step: ("journeys/one.yml", ("stages", "alpha", "steps", "ring")),
    Touchpoint: ("touchpoints/shop.yml", ()), Content: ("content/guide.yml", ()), Metric: ("metrics/nps.yml", ()),
    Evidence: ("evidence/talks.yml", ()), Department: ("departments/sales.yml", ()), Channel: ("channels/store.yml", ()),
}  # fmt: skip
"""Where each kind stands in the handbook above: its file, and the way down into it."""


def fields(kind: type[Declared]) -> Iterator[tuple[str, list[Any]]]:
    """Every field of ``kind`` with values for it."""
    for name, mark in kind.marks().items():
        if name == "id" or name in ELSEWHERE.get(kind.__name__, ()):
            continue
        values = BY_SORT[mark.label]
        if name == "status" and kind is Content:
            values = ["planned", "missing"]
        if kind is Department and name == "contact":
            values = ["mailto:a@x.example", "mailto:b@x.example"]
        yield name, values


def written(said: dict[str, Said], folder: Path) -> Atlas:
    for name, content in {**said, **BESIDE}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    for name in ("a.svg", "b.svg"):
        (folder / name).write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    outcome = read_handbook(folder)
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    return outcome.atlas


def with_values(kind: type[Declared], values: Said) -> dict[str, Said]:
    """The handbook with ``values`` in its one thing of ``kind``."""
    file, way = PLACES[kind]
    said: dict[str, Said] = json.loads(json.dumps(BASE))
    place = said[file]
    for part in way:
        place = place[part]
    for name, value in values.items():
        place["title" if name == "name" and "title" in place else name] = value
    return said


def thing_of(kind: type[Declared], atlas: Atlas) -> Declared:
    journey = atlas.journeys["one"]
    found: dict[type[Declared], Declared | None] = {
        Handbook: atlas.handbook, Persona: atlas.personas["anna"], Journey: journey, Stage: journey.stage("alpha"),
        Step: next((step for stage in journey.stages for step in stage.steps if step.id == "ring"), None),
        Touchpoint: atlas.touchpoints["shop"], Content: atlas.content["guide"], Metric: atlas.metrics["nps"],
        Evidence: atlas.evidence["talks"], Department: atlas.departments["sales"], Channel: atlas.channels["store"],
    }  # fmt: skip
    thing = found[kind]
    assert thing is not None
    return thing


def side(atlas: Atlas) -> Side:
    return Side("x", "", atlas, atlas, (), {}, {}, {})


def compared(before: Atlas, after: Atlas) -> Account:
    return account_of(side(before), side(after))


def says(value: object) -> object:
    """``value``, where it says anything: what is empty says as much as what is left out; 0 and no way on do say something."""
    return None if value in (False, None, "") or (value in ((), {}) and not isinstance(value, int | float)) else value


def otherwise(kind: type[Declared], before: Atlas, after: Atlas) -> set[str]:
    """The fields of the one thing of ``kind`` whose values differ, found without any word of the code that compares."""
    one, other = thing_of(kind, before), thing_of(kind, after)
    left_out = {"origin", "places", "file", "added", "tables", "id"}
    found = {name for name in kind.model_fields if name not in left_out and says(getattr(one, name)) != says(getattr(other, name))}
    ends = [getattr(thing, "next", None) for thing in (one, other)]
    return found | ({"next"} if ends[0] != ends[1] else set())


def told(kind: type[Declared], account: Account) -> set[str]:
    """The fields that the account names, as those of that thing."""
    prefix = "stages[alpha].steps[ring]." if kind is Step else "stages[alpha]." if kind is Stage else ""
    paths = (row.path.removeprefix(prefix) for change in account.changes for row in change.rows)
    return {path.partition("[")[0].partition(".")[0] for path in paths}


def names_every_row(account: Account) -> None:
    """Every style names every value that readers see."""
    text, markdown, page = in_text(account), in_markdown(account), in_html(account)
    assert len(markdown) < LONGEST
    for change in account.changes:
        assert change.name in text and words_only(change.name) in markdown
        for row in change.rows:
            if row.seen:
                assert f"{row.label}: " in text
                assert f"{words_only(row.label)}: " in markdown
                assert f">{escape(row.label)}</dt>" in page
    paths = {field["path"] for change in json.loads(in_json(account))["changes"] for field in change.get("fields", ())}
    assert paths == {row.path for change in account.changes for row in change.rows}


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.__name__)
def test_every_declared_field_is_named_when_it_says_something_else(kind: type[Declared], tmp_path: Path) -> None:
    """One field after the other: set, changed to each other value, taken away."""
    nothing = written(with_values(kind, {}), tmp_path / "0")
    for at, (name, values) in enumerate(fields(kind)):
        atlases = [nothing, *(written(with_values(kind, {name: value}), tmp_path / f"{at}-{number}") for number, value in enumerate(values)), nothing]
        for before, after in pairwise(atlases):
            account = compared(before, after)
            assert told(kind, account) == otherwise(kind, before, after), (name, account.changes)
        names_every_row(compared(atlases[1], atlases[2]))
        assert any(otherwise(kind, before, after) for before, after in pairwise(atlases)), name


ANYTHING = st.sampled_from(list(PLACES)).flatmap(
    lambda kind: st.tuples(
        st.just(kind), *(st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in fields(kind)}) for _ in range(2))
    )
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(ANYTHING)
def test_every_field_that_differs_is_named_whatever_stands_beside_it(drawn: tuple[type[Declared], Said, Said]) -> None:
    kind, one, other = drawn
    for said in (one, other):
        if "persona" in said:
            said.pop("actor", None)  # of one persona, nobody else is concerned
    with TemporaryDirectory() as first, TemporaryDirectory() as second, TemporaryDirectory() as third:
        before, after = written(with_values(kind, one), Path(first)), written(with_values(kind, other), Path(second))
        again = written(with_values(kind, other), Path(third) / "elsewhere")
    account = compared(before, after)
    assert told(kind, account) == otherwise(kind, before, after)
    names_every_row(account)
    assert compared(after, again).nothing_for_readers
    # The same change has the same fingerprint, wherever it is written; no two share one.
    marks = [change.fingerprint for change in account.changes]
    assert marks == [change.fingerprint for change in compared(before, again).changes]
    assert len(marks) == len(set(marks))
    rows = [change.row_fingerprint(row) for change in account.changes for row in change.rows]
    assert len(rows) == len(set(rows))
