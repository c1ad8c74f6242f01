"""What holds of any two handbooks: compared with itself nothing differs, compared with another every field that differs is named."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_site.account.account import Account
from journey_site.account.gather import account_of
from journey_site.account.places_kept import addresses, lost_addresses
from journey_site.account.reworded import moved_of
from journey_site.account.word_by_word import near, word_by_word
from journey_site.atlas.atlas import KINDS_IN_ORDER, Atlas
from journey_site.exchange.handbook_json import as_data
from journey_site.handbook import read_handbook
from journey_site.site.pages import Site, plan
from journey_site.two_versions import Side

WORDS = st.sampled_from(["Too dear", "Too heavy for me", "Too heavy for us", "Who knows?", "Vem vet?", "snabb", "*fast* & | <b>"])
IDS = ("alpha", "beta", "gamma")
FEELS = st.sampled_from([-2, -1, 0, 1.5, 2])
SCORE = st.integers(1, 5)
TEXT = WORDS | st.fixed_dictionaries({"en": WORDS, "sv": WORDS})
OWNER = st.sampled_from(["sales", {"department": "sales", "name": "Eva"}, {"name": "Bo"}])
ITEM = WORDS | st.fixed_dictionaries({"text": TEXT}, optional={"severity": SCORE, "owner": OWNER, "note": WORDS, "tags": st.just(["x"])})


def entries(entry: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(entry, max_size=3)


STEP = {
    "name": WORDS, "summary": TEXT, "duration": st.sampled_from(["2 weeks", "1-3 days", "a moment"]), "waiting": st.just("1 hour"),
    "emotion": FEELS | st.fixed_dictionaries({"value": FEELS, "low": st.just(-2), "high": st.just(2)}, optional={"note": WORDS}),
    "goal": TEXT, "our_goal": WORDS, "thoughts": entries(ITEM), "pains": entries(ITEM), "gains": entries(WORDS), "owner": OWNER,
    "touchpoints": entries(st.sampled_from(["shop", "web", {"touchpoint": "shop", "experience": 1}, {"name": "A call", "importance": 3}])),
    "content": entries(st.sampled_from(["guide", {"title": "A film", "status": "planned"}])),
    "opportunities": entries(st.fixed_dictionaries({"text": WORDS}, optional={"impact": SCORE, "effort": SCORE, "status": st.sampled_from(["idea", "done"])})),
    "metrics": entries(st.sampled_from(["nps", {"name": "Calls", "value": 3, "unit": "a day"}])),
    "departments": st.sampled_from([[], ["sales"]]), "moment_of_truth": st.booleans() | WORDS, "policy": entries(WORDS), "x-own": SCORE,
}  # fmt: skip
STAGE = st.fixed_dictionaries({}, optional={
    **STEP, "optional": st.booleans(), "repeatable": st.booleans(), "next": st.sampled_from([[], ["alpha"], [{"exit": "Out", "share": "20%"}]]),
    "steps": st.dictionaries(st.sampled_from(["one", "two"]), st.fixed_dictionaries({}, optional=STEP), max_size=2),
})  # fmt: skip
JOURNEY = st.fixed_dictionaries(
    {"title": TEXT, "stages": st.permutations(IDS).map(lambda ids: ["alpha", *(i for i in ids if i != "alpha")]).flatmap(
        lambda ids: st.fixed_dictionaries({i: STAGE for i in ids}))},
    optional={"persona": st.just("anna"), "owner": OWNER, "scenario": TEXT, "expectations": entries(ITEM), "publish": st.just("retired"),
              "tags": st.just(["a"]), "reviewed": st.just("2026-01-01"), "order": SCORE, "state": st.just("future"), "pains": entries(ITEM)},
)  # fmt: skip
HANDBOOK = st.fixed_dictionaries({
    "handbook": st.fixed_dictionaries({"title": TEXT, "languages": st.just(["en", "sv"])}, optional={"summary": WORDS, "report": st.just("https://x.example")}),
    "anna": st.fixed_dictionaries({"name": TEXT}, optional={"quote": TEXT, "goals": entries(ITEM), "traits": st.dictionaries(st.sampled_from(["calm", "busy"]), SCORE), "channels": st.just({"store": 4}), "age": WORDS}),
    "journey": JOURNEY,
    "nps": st.fixed_dictionaries({"name": WORDS}, optional={"value": FEELS, "target": FEELS, "better": st.just("lower"), "series": st.dictionaries(st.sampled_from(["2026-01", "2026-02"]), SCORE)}),
})  # fmt: skip


def read(said: dict[str, Any], folder: Path) -> Atlas:
    """The handbook that is said, written as files: JSON is YAML, too."""
    lanes = [{"id": "policy", "label": "Policy", "kind": "list"}, "thoughts"]
    files = {
        "handbook.yml": {**said["handbook"], "lanes": lanes},
        "personas/anna.yml": said["anna"], "journeys/one.yml": said["journey"], "metrics.yml": {"nps": said["nps"]},
        "departments.yml": {"sales": {"name": "Sales"}}, "channels.yml": {"store": {"name": "Store"}},
        "touchpoints.yml": {"shop": {"name": "Shop"}, "web": {"name": "Web"}}, "content.yml": {"guide": {"title": "Guide"}},
    }  # fmt: skip
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    outcome = read_handbook(folder)
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    return outcome.atlas


def side(atlas: Atlas) -> Side:
    return Side("x", "", atlas, atlas, (), {}, {}, {})


def compared(before: Atlas, after: Atlas) -> Account:
    return account_of(side(before), side(after))


def said_by(thing: Any, atlas: Atlas) -> dict[str, Any]:
    """What a thing says, field by field, as the handbook's JSON has it: another way to the same question."""
    told = as_data(thing, atlas)
    empty: list[Any] = [[], {}, {"policy": []}, ""]
    # No way on is said where the journey ends; other lists that are empty say nothing.
    return {key: value for key, value in told.items() if key not in ("id", "stages") and (key == "next" or (value not in empty and value is not False))}


def differing(before: Atlas, after: Atlas) -> set[tuple[str, str, str, str]]:
    """Kind, id, stage and field of everything that the two say otherwise."""
    found: set[tuple[str, str, str, str]] = set()

    def note(kind: str, identity: str, stage: str, one: Any, other: Any) -> None:
        old, new = said_by(one, before), said_by(other, after)
        found.update((kind, identity, stage, key) for key in old.keys() | new.keys() if old.get(key) != new.get(key))

    note("handbook", "", "", before.handbook, after.handbook)
    for kind in KINDS_IN_ORDER:
        for identity in before.table(kind).keys() & after.table(kind).keys():
            one, other = before.table(kind)[identity], after.table(kind)[identity]
            note(kind, identity, "", one, other)
            for stage in getattr(one, "stages", ()) if kind == "journeys" else ():
                note("stages", identity, stage.id, stage, other.stage(stage.id))
    return found


def named(account: Account) -> set[tuple[str, str, str, str]]:
    """Kind, id, stage and field of everything that the account tells."""
    found: set[tuple[str, str, str, str]] = set()
    for change in account.changes:
        for row in change.rows:
            path = row.path.removeprefix(f"stages[{change.stage}].") if change.stage else row.path
            key = path.partition("[")[0].partition(".")[0] if not path.startswith("own.") else "own"
            if key == "stages":
                continue  # their order
            found.add((change.kind, change.thing, change.stage, row.path.rpartition(".")[2] if key == "extra" else key))
    return found


def as_fields(told: set[tuple[str, str, str, str]]) -> set[tuple[str, str, str, str]]:
    """The names of the JSON as the account has them."""
    return {(kind, thing, stage, "own" if key in ("policy", "own") else "extra" if key.startswith("x-") else key) for kind, thing, stage, key in told}


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(HANDBOOK, HANDBOOK)
def test_every_field_that_differs_is_named_and_no_other(one: dict[str, Any], other: dict[str, Any]) -> None:
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        before, after = read(one, Path(first)), read(other, Path(second))
    wanted = as_fields(differing(before, after))
    found = {(kind, thing, stage, "extra" if key.startswith(("extra", "x-")) or "x-own" in key else key) for kind, thing, stage, key in named(compared(before, after))}
    # What handbook.yml says to those who build the site is no part of the JSON.
    found = {each for each in found if each[3] not in ("report",)}
    wanted = {each for each in wanted if each[3] not in ("report",)}
    assert wanted <= found
    assert found <= wanted
    back = compared(after, before)
    assert {each for each in named(back) if each[3] != "report"} == {each for each in named(compared(before, after)) if each[3] != "report"}


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(HANDBOOK)
def test_a_handbook_and_itself_do_not_differ(said: dict[str, Any]) -> None:
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        one, other = read(said, Path(first)), read(said, Path(second))
    account = compared(one, other)
    assert account.changes == () and account.broken == () and account.unused == () and account.concerned == ()
    assert account.nothing_for_readers


def test_the_demo_and_itself_do_not_differ(demo: Site) -> None:
    assert compared(demo.atlas, demo.atlas).nothing_for_readers


def test_the_demo_and_nothing(demo: Site) -> None:
    """Everything is new one way, and gone the other."""
    nothing = replace(demo.atlas, **{kind: {} for kind in KINDS_IN_ORDER})
    assert {change.sort for change in compared(nothing, demo.atlas).changes} == {"added"}
    assert {change.level for change in compared(demo.atlas, nothing).changes} == {"breaks-links"}


def test_the_addresses_that_are_kept_are_pages_of_the_site(demo: Site) -> None:
    """What counts as an address here is one in the site, and a place on it is an anchor there."""
    told = {address.uri for address in addresses(demo.atlas)}
    assert told <= demo.pages.keys()
    assert {uri for uri, page in demo.pages.items() if page.template in ("journey", "stage", "thing", "persona")} <= told


def test_what_leads_nowhere_has_neither_page_nor_redirect_in_the_site(demo: Site) -> None:
    """Renamed with ``was`` or without: the account and the planned site agree."""
    journeys = dict(demo.atlas.journeys)
    cabin = journeys.pop("warm-cabin")
    first, *others = cabin.stages
    stages = (first.model_copy(update={"id": "new-one", "was": (first.id,)}), *(each for each in others[1:]))
    journeys["cabin"] = cabin.model_copy(update={"id": "cabin", "was": ("warm-cabin",), "stages": stages})
    touchpoints = {("call" if i == "emergency-line" else i): each for i, each in demo.atlas.touchpoints.items()}
    touchpoints["call"] = touchpoints["call"].model_copy(update={"id": "call"})
    after = replace(demo.atlas, journeys=journeys, touchpoints=touchpoints)
    lost = {address.uri for address in lost_addresses(demo.atlas, after) if not address.anchor}
    assert lost == {f"journeys/warm-cabin/{others[0].id}.md", "touchpoints/emergency-line.md"}
    site = plan(after)
    there = site.pages.keys() | {redirect.uri for redirect in site.redirects}
    assert {address.uri for address in addresses(demo.atlas)} - there == lost
    assert all(redirect.to in site.pages for redirect in site.redirects)


# Words and orders

ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=60) | st.lists(WORDS | st.sampled_from([" ", "\n", "我喜欢茶"]), max_size=8).map(" ".join)


@given(ANY, ANY)
def test_word_by_word_says_both_texts(before: str, after: str) -> None:
    found = word_by_word(before, after)
    assert "".join(each.words for each in found if each.stays != "new") == before
    assert "".join(each.words for each in found if each.stays != "gone") == after
    kept = near(found, 2)
    assert [each for each in kept if each.stays != "same"] == [each for each in found if each.stays != "same"]


@given(st.permutations(range(7)), st.permutations(range(7)))
def test_what_is_not_moved_stands_in_the_same_order(before: list[int], after: list[int]) -> None:
    one, other = tuple(map(str, before)), tuple(map(str, after))
    moved = moved_of(one, other)
    assert [each for each in one if each not in moved] == [each for each in other if each not in moved]
    assert bool(moved) == (one != other)
