"""Stages that come from a model, and journeys that build on others: each told once, where it is written, in the reader's language."""

from __future__ import annotations

from account.conftest import FILES, Compare, change_of
from repositories import needs_git

from journey_site.account.account import Account
from journey_site.account.in_json import in_json
from journey_site.account.in_text import in_text

pytestmark = needs_git
JOURNEY = "journeys/ebike.yml"
VARIANT = {"journeys/later.yml": "title: Later\nextends: ebike\nstages: {decision: {emotion: 2}}\n"}
MODEL = """\
    title: Puts up panels
    model: aida
    stages:
      attention: {thoughts: [Why not?]}
      desire: {emotion: 1, pains: [{id: dear, text: Too dear}], touchpoints: [shop]}
    """


def told(account: Account) -> list[tuple[str, str, str]]:
    return [(change.thing, change.stage, change.sort) for change in account.changes]


def lost(account: Account, thing: str, stage: str = "") -> list[str]:
    return [each.whole for each in change_of(account, thing, stage).lost]


# Models


def test_a_stage_of_the_model_that_is_left_out_is_told_as_one_that_went(compare: Compare) -> None:
    account = compare({"journeys/panels.yml": MODEL.rpartition("      desire")[0]}, {"journeys/panels.yml": MODEL})
    change = change_of(account, "panels", "desire")
    assert (change.sort, change.emptied, change.level) == ("removed", True, "breaks-links")
    # Its page stays, as the model has the stage; what could be linked to on it does not.
    assert lost(account, "panels", "desire") == ["journeys/panels/desire/#dear"]
    said = in_text(account)
    assert "  - Puts up panels · Desire (stage)\n      stage left out: nothing is told of it any more\n" in said
    assert "remove: [desire] in the journey takes it off the map" in said
    assert '"emptied": true' in in_json(account)


def test_a_stage_of_the_model_that_is_removed_loses_its_address(compare: Compare) -> None:
    after = MODEL.replace("model: aida", "model: aida\n    remove: [desire]").rpartition("      desire")[0]
    account = compare({"journeys/panels.yml": after}, {"journeys/panels.yml": MODEL})
    change = change_of(account, "panels", "desire")
    assert (change.sort, change.emptied) == ("removed", False)
    assert lost(account, "panels", "desire") == ["journeys/panels/desire/", "journeys/panels/desire/#dear"]
    # That the journey says so leads nowhere, and is no news beside it.
    assert account.broken == ()
    said = in_text(account)
    assert "Stages left out" not in said and "keys that no page shows" not in said


def test_a_stage_that_was_only_the_models_is_removed_too(compare: Compare) -> None:
    account = compare({"journeys/panels.yml": MODEL.replace("model: aida", "model: aida\n    remove: [action]")}, {"journeys/panels.yml": MODEL})
    assert lost(account, "panels", "action") == ["journeys/panels/action/"]


def test_a_stage_that_is_written_now_is_changed(compare: Compare) -> None:
    account = compare({"journeys/panels.yml": MODEL}, {"journeys/panels.yml": MODEL.rpartition("      desire")[0]})
    assert told(account) == [("panels", "desire", "changed")]


def test_stages_of_a_model_are_told_in_the_language_of_the_handbook(compare: Compare) -> None:
    first = {"handbook.yml": "title: Handbok\nlanguage: sv\nlanguages: [sv, en]\n", "journeys/panels.yml": MODEL}
    account = compare({"journeys/panels.yml": ("emotion: 1", "emotion: 2")}, first)
    assert "~ Puts up panels · Önskan (stage)\n      Emotion: +1 → +2" in in_text(account)


# Variants


def test_a_renamed_journey_takes_the_addresses_of_its_stages_along(compare: Compare) -> None:
    account = compare({JOURNEY: None, "journeys/bike.yml": FILES[JOURNEY]})
    assert told(account) == [("bike", "", "renamed")]
    assert lost(account, "bike") == [
        "journeys/ebike/", "journeys/ebike/search/", "journeys/ebike/decision/", "journeys/ebike/decision/#dear",
    ]  # fmt: skip


def test_a_stage_that_is_renamed_with_its_old_id_keeps_its_address_in_variants(compare: Compare) -> None:
    account = compare({JOURNEY: ("search: {name", "find: {was: [search], name")}, VARIANT)
    assert told(account) == [("ebike", "find", "renamed")]
    assert change_of(account, "ebike", "find").also_in == ("Later",)
    assert not account.breaks_links


def test_a_stage_that_is_renamed_without_breaks_links_into_variants_too(compare: Compare) -> None:
    account = compare({JOURNEY: ("search: {name", "find: {name")}, VARIANT)
    assert told(account) == [("ebike", "find", "renamed")]
    assert lost(account, "ebike", "find") == ["journeys/ebike/search/", "journeys/later/search/"]


def test_a_stage_that_a_variant_says_more_of_is_renamed_with_its_base(compare: Compare) -> None:
    changes: dict[str, str | tuple[str, str] | None] = {
        JOURNEY: ("decision:\n", "choice:\n    was: [decision]\n"), "journeys/later.yml": VARIANT["journeys/later.yml"].replace("decision", "choice"),
    }  # fmt: skip
    account = compare(changes, VARIANT)
    assert told(account) == [("ebike", "choice", "renamed")]
    assert not account.breaks_links


def test_what_goes_and_comes_in_variants_is_told_with_their_base(compare: Compare) -> None:
    search = "search: {name: Search, thoughts: [Where to begin?], touchpoints: [shop]}"
    account = compare({JOURNEY: (search, "ride: {name: Ride}")}, {**VARIANT, "journeys/last.yml": "title: Last\nextends: later\n"})
    assert sorted(told(account)) == [("ebike", "ride", "added"), ("ebike", "search", "removed")]
    assert change_of(account, "ebike", "ride").also_in == ("Later", "Last")
    assert lost(account, "ebike", "search") == ["journeys/ebike/search/", "journeys/later/search/", "journeys/last/search/"]


def test_what_a_variant_does_of_its_own_is_told_of_the_variant(compare: Compare) -> None:
    account = compare({"journeys/later.yml": "title: Later\nextends: ebike\nremove: [search]\nstages: {decision: {emotion: 2}}\n"}, VARIANT)
    assert told(account)[-1] == ("later", "search", "removed")
    assert lost(account, "later", "search") == ["journeys/later/search/"]
