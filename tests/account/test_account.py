"""What the account tells: what breaks links, what readers will see, what nobody sees, and what else is touched."""

from __future__ import annotations

import pytest
from account.conftest import FILES, Compare, change_of
from repositories import needs_git

from journey_site.account.account import Account
from journey_site.account.in_json import in_json
from journey_site.account.in_text import in_text

pytestmark = needs_git
JOURNEY = "journeys/ebike.yml"


def levels(account: Account) -> dict[tuple[str, str], str]:
    return {(change.thing, change.stage): change.level for change in account.changes}


def lost(account: Account) -> list[str]:
    return sorted(address.whole for change in account.changes for address in change.lost)


# Nothing


def test_the_same_says_that_nothing_changes(compare: Compare) -> None:
    account = compare()
    assert account.changes == ()
    assert account.nothing_for_readers
    assert in_text(account).endswith("\nThis changes nothing for readers.\n")


def test_comments_and_layout_are_one_line(compare: Compare) -> None:
    account = compare({"personas/anna.yml": "# somebody\nname:   Anna\n"})
    assert account.changes == ()
    assert account.nothing_for_readers
    assert "No visible change: 1 file with other comments, order or layout\n" in in_text(account)


def test_what_no_page_shows_is_one_line(compare: Compare) -> None:
    account = compare({"personas/anna.yml": "name: Anna\nwas: [anna-l]\nx-crm: 12\n"})
    assert levels(account) == {("anna", ""): "no-visible-change"}
    assert account.nothing_for_readers
    assert "No visible change: keys that no page shows, in Anna\n" in in_text(account)


def test_a_thing_in_another_file_is_moved_and_not_seen(compare: Compare) -> None:
    account = compare({"touchpoints.yml": "shop: {name: The shop}\n", "touchpoints/phone.yml": "name: The phone\n"})
    change = change_of(account, "phone")
    assert (change.sort, change.level, change.file_moved) == ("moved", "no-visible-change", True)
    assert change.remarks == ("from maps/touchpoints.yml to maps/touchpoints/phone.yml",)
    assert account.nothing_for_readers


def test_a_page_or_a_picture_that_changed_is_named_and_not_called_nothing(compare: Compare) -> None:
    account = compare({"guide/first.md": "Hello\n"}, {"index.md": "One\n", "a.svg": "<svg/>"})
    assert account.other_files == ("guide/first.md",)
    assert not account.nothing_for_readers
    assert "Also changed, and not compared here: guide/first.md\n" in in_text(account)


def test_lines_that_end_otherwise_are_no_change(compare: Compare) -> None:
    account = compare({"personas/anna.yml": "name: Anna\r\n"})
    assert account.changes == () and account.rewritten == 0


# What breaks links


def test_a_stage_that_is_gone_breaks_links(compare: Compare) -> None:
    account = compare({JOURNEY: ("search: {name: Search, thoughts: [Where to begin?], touchpoints: [shop]}", "need: {name: Need}")})
    change = change_of(account, "ebike", "search")
    assert (change.sort, change.level) == ("removed", "breaks-links")
    assert lost(account) == ["journeys/ebike/search/"]
    assert change_of(account, "ebike", "need").sort == "added"
    assert account.breaks_links


@pytest.mark.parametrize("says_was", [True, False])
def test_a_stage_with_another_id_is_renamed_and_keeps_its_address_only_by_was(compare: Compare, says_was: bool) -> None:
    was = "was: [search], " if says_was else ""
    account = compare({JOURNEY: ("search: {name: Search", f"find: {{{was}name: Search")})
    change = change_of(account, "ebike", "find")
    assert (change.sort, change.was, change.says_was) == ("renamed", "search", says_was)
    assert account.breaks_links is not says_was
    assert lost(account) == ([] if says_was else ["journeys/ebike/search/"])
    assert change.remarks == (() if says_was else ("to keep the old address working, write was: [search] in it",))


@pytest.mark.parametrize("says_was", [True, False])
@pytest.mark.parametrize(
    ("file", "old", "new", "address"),
    [
        ("touchpoints.yml", "shop: {", "store: {", "touchpoints/shop/"),
        ("departments.yml", "sales: {", "selling: {", "departments/sales/"),
        ("metrics.yml", "nps: {", "promoters: {", "metrics/#nps"),
    ],
)  # fmt: skip
def test_a_thing_with_another_id(compare: Compare, says_was: bool, file: str, old: str, new: str, address: str) -> None:
    identity = old.partition(":")[0]
    account = compare({file: (old, new + (f"was: [{identity}], " if says_was else ""))})
    change = change_of(account, new.partition(":")[0])
    assert (change.sort, change.was, change.says_was) == ("renamed", identity, says_was)
    assert lost(account) == ([] if says_was else [address])
    # What still names the old id is told as such, and not as another thing that stands there now.
    assert [each.level for each in account.changes] == ["readers-see" if says_was else "breaks-links"]


def test_a_journey_that_is_gone_takes_its_stages_along(compare: Compare) -> None:
    account = compare({JOURNEY: None})
    assert lost(account) == ["journeys/ebike/", "journeys/ebike/decision/", "journeys/ebike/decision/#dear", "journeys/ebike/search/"]
    assert "it is a draft now" not in in_text(account)


def test_a_journey_that_is_retired_keeps_its_addresses(compare: Compare) -> None:
    account = compare({JOURNEY: ("owner: sales", "owner: sales\npublish: retired")})
    change = change_of(account, "ebike")
    assert (change.retired, change.level) == (True, "readers-see")
    assert "journey retired: it has left the lists" in in_text(account)


def test_a_journey_that_becomes_a_draft_breaks_links(compare: Compare) -> None:
    account = compare({JOURNEY: ("owner: sales", "owner: sales\npublish: draft")})
    change = change_of(account, "ebike")
    assert change.level == "breaks-links"
    assert change.remarks == ("it is a draft now, so its pages are gone until it is published",)


def test_several_that_become_one_keep_their_addresses_by_was(compare: Compare) -> None:
    merged = "title: Buys\npersona: anna\nstages: {choose: {name: Choose, was: [search, decision], pains: [{id: dear, text: Too dear}]}}\n"
    account = compare({JOURNEY: merged})
    assert not account.breaks_links
    assert change_of(account, "ebike", "choose").was == "search"
    gone = change_of(account, "ebike", "decision")
    assert (gone.sort, gone.level, gone.remarks) == ("removed", "readers-see", ('it went into "choose", where its old address leads',))


def test_a_thing_that_went_into_one_that_was_there(compare: Compare) -> None:
    account = compare({"touchpoints.yml": "shop: {name: The shop, was: [phone]}\n"})
    assert not account.breaks_links
    assert change_of(account, "phone").remarks == ('it went into "shop", where its old address leads',)


def test_an_old_address_that_is_not_named_any_more_breaks_links(compare: Compare) -> None:
    account = compare({"personas/anna.yml": "name: Anna\n"}, {"personas/anna.yml": "name: Anna\nwas: [anna-l]\n"})
    assert lost(account) == ["personas/anna-l/"]
    assert change_of(account, "anna").level == "breaks-links"


@pytest.mark.parametrize("change", [("id: dear, ", ""), ("id: dear", "id: price")])
def test_an_entry_without_its_own_id_breaks_links_to_it(compare: Compare, change: tuple[str, str]) -> None:
    account = compare({JOURNEY: change})
    assert lost(account) == ["journeys/ebike/decision/#dear"]
    assert [row.lost for row in change_of(account, "ebike", "decision").rows] == [True]


# What else is touched


def test_places_that_still_lead_to_a_stage_that_is_gone_are_told_with_file_and_line(compare: Compare) -> None:
    first = {
        "journeys/other.yml": 'title: Other\nstages:\n  one:\n    name: One\n    summary: "As in [it](journey:ebike#search)"\n',
        "index.md": "# Hi\n\nSee [there](journey:ebike#search).\n",
    }
    account = compare({JOURNEY: ("search: {name: Search, thoughts: [Where to begin?], touchpoints: [shop]}", "need: {name: Need}")}, first)
    told = [(f"{each.at.file}:{each.at.line}", each.where, each.target) for each in account.broken]
    assert told == [
        ("maps/index.md:3", "", "the stage “Search” of “Buys an e-bike”"),
        ("maps/journeys/other.yml:5", "journey “Other”", "the stage “Search” of “Buys an e-bike”"),
    ]


def test_ways_within_the_journey_lead_to_a_stage_that_is_gone(compare: Compare) -> None:
    text = "title: T\nstages:\n  a: {name: Alpha, next: [b]}\n  b: {name: Beta}\n"
    account = compare({"journeys/two.yml": text.replace("  b: {name: Beta}\n", "")}, {"journeys/two.yml": text})
    assert [(each.at.line, each.target) for each in account.broken] == [(3, "the stage “Beta” of “T”")]


def test_the_last_use_that_goes_is_told(compare: Compare) -> None:
    account = compare({JOURNEY: (", touchpoints: [shop]", "")})
    assert [(each.kind, each.thing) for each in account.unused] == [("touchpoints", "shop")]
    assert "Used nowhere any more\n  The shop (touchpoint) maps/touchpoints.yml:1\n" in in_text(account)


def test_whose_things_changed_with_their_contact(compare: Compare) -> None:
    account = compare({JOURNEY: ("emotion: -1", "emotion: 1")})
    assert [(who.name, who.contact, who.things) for who in account.concerned] == [
        ("Sales", "mailto:sales@x.example", ("Buys an e-bike · Decision",)),
    ]


# How it is told


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("emotion: -1", "emotion: -2"), "Emotion: −1 → −2 ↓  −2 ◄━○······ +2"),
        (("emotion: -1", "emotion: 2"), "Emotion: −1 → +2 ↑  −2 ··○━━━━━► +2"),
        (("    emotion: -1\n", ""), "Emotion: −1 → unknown  −2 ··○······ +2"),
        (("severity: 2", "severity: 5"), "Pains · “Too dear” · Severity: 2 → 5 ↑  1 ··○━━━━━► 5"),
        (("text: Too dear,", "text: Far too dear,"), "Pains: {+Far too+} [-Too-] dear"),
        (("Where to begin?", "Where on earth to begin?"), "Thinks: Where{+ on earth+} to begin?"),
        (("Where to begin?", "Who knows?"), "Thinks: + “Who knows?”"),
        (("[Where to begin?]", "[Where to begin?, How?]"), "Thinks: + “How?”"),
        (("[shop]", "[{touchpoint: shop, experience: 1}]"), "Touchpoints · The shop · Experience: unknown → +1  −2 ······●·· +2"),
        (("owner: sales", "owner: {name: Eva}"), "Owner: Sales, mailto:sales@x.example → Eva"),
        (("persona: anna\n", ""), "Persona: Anna → nothing"),
    ],
)  # fmt: skip
def test_each_value_in_the_shape_that_reads_best(compare: Compare, change: tuple[str, str], line: str) -> None:
    said = [each.strip() for each in in_text(compare({JOURNEY: change})).splitlines()]
    assert line.replace("{+Far too+} [-Too-]", "[-Too-]{+Far too+}").replace(", mailto:sales@x.example", "") in said


def test_stages_in_another_order_are_moved(compare: Compare) -> None:
    text = "title: T\nstages: {a: {name: Alpha}, b: {name: Beta}, c: {name: Gamma}}\n"
    account = compare({"journeys/two.yml": "title: T\nstages: {c: {name: Gamma}, a: {name: Alpha}, b: {name: Beta}}\n"}, {"journeys/two.yml": text})
    assert change_of(account, "two").sort == "moved"
    assert "Stages: “Gamma” now comes first\n" in in_text(account)


def test_an_entry_that_stands_in_another_stage_is_moved(compare: Compare) -> None:
    text = "title: T\nstages: {a: {name: Alpha, pains: [{text: Slow}]}, b: {name: Beta}}\n"
    after = "title: T\nstages: {a: {name: Alpha}, b: {name: Beta, pains: [{text: Slow}]}}\n"
    said = in_text(compare({"journeys/two.yml": after}, {"journeys/two.yml": text}))
    assert "Pains: - “Slow”, now in “Beta”\n" in said
    assert "Pains: + “Slow”, from “Alpha”\n" in said


def test_what_a_variant_takes_over_is_told_once(compare: Compare) -> None:
    account = compare({JOURNEY: ("emotion: -1", "emotion: 1")}, {"journeys/later.yml": "title: Later\nextends: ebike\n"})
    assert levels(account) == {("ebike", "decision"): "readers-see"}
    assert change_of(account, "ebike", "decision").also_in == ("Later",)


def test_settings_of_the_handbook_are_compared(compare: Compare) -> None:
    account = compare({"handbook.yml": "title: Our handbook\nemotion: {from: -5, to: 5}\naudiences: [us, them]\n"})
    (change,) = account.changes
    said = {row.path: row.seen for row in change.rows}
    assert (change.kind, said) == ("handbook", {"name": True, "emotion": True, "audiences[us]": False, "audiences[them]": False})


def test_links_to_the_preview(compare: Compare) -> None:
    account = compare({JOURNEY: ("emotion: -1", "emotion: 1"), "metrics.yml": ("40", "41")}, preview="https://x.example/pr-12/")
    assert [account.url(change) for change in account.changes] == [
        "https://x.example/pr-12/journeys/ebike/decision/", "https://x.example/pr-12/metrics/#nps",
    ]  # fmt: skip


def test_fingerprints_stay_while_other_things_change(compare: Compare) -> None:
    account = compare({JOURNEY: ("emotion: -1", "emotion: 1")})
    alone = change_of(account, "ebike", "decision")
    more = compare({JOURNEY: "# a line more\n" + FILES[JOURNEY].replace("emotion: -1", "emotion: 1"), "metrics.yml": None}, {"x.yml": ""})
    assert change_of(more, "ebike", "decision").fingerprint == alone.fingerprint
    assert alone.fingerprint not in {change.fingerprint for change in more.changes if change.stage != "decision"}


# Mistakes, drafts, audiences


def test_mistakes_in_one_version_are_told_and_the_rest_is_compared(compare: Compare) -> None:
    account = compare({"touchpoints.yml": "shop: {name: The shop\n", JOURNEY: ("emotion: -1", "emotion: 9")})
    assert account.after.errors and not account.before.errors
    # The table cannot be read, which does not mean that what stands in it is gone.
    assert {change.kind for change in account.changes} == {"stages"}
    assert change_of(account, "ebike", "decision").in_doubt
    said = in_text(account)
    assert "in the files as they are now: what could be read is compared, and something may be missing here or told wrongly." in said
    assert "maps/journeys/ebike.yml:8:14: " in said
    assert not account.nothing_for_readers


def test_drafts_are_one_line_unless_they_are_asked_for(compare: Compare) -> None:
    account = compare(DRAFT)
    assert account.changes == () and account.nothing_for_readers
    assert "No visible change: 1 draft: Leases one\n" in in_text(account)


def test_a_draft_that_changed_is_no_file_with_another_layout(compare: Compare) -> None:
    account = compare({"journeys/new.yml": DRAFT["journeys/new.yml"].replace("Asks", "Wonders")}, DRAFT)
    assert (account.rewritten, account.drafts) == (0, ("Leases one",))


def test_drafts_are_told_of_where_they_are_asked_for(compare: Compare) -> None:
    change = change_of(compare(DRAFT, drafts=True, preview="https://x.example/"), "new")
    assert change.sort == "added"
    assert not change.link  # a site is built without them


def test_a_draft_that_is_published_is_new(compare: Compare) -> None:
    account = compare({"journeys/new.yml": DRAFT["journeys/new.yml"].replace("publish: draft\n", "")}, DRAFT)
    change = change_of(account, "new")
    assert (change.sort, change.remarks) == ("added", ("it was a draft before",))


DRAFT = {"journeys/new.yml": "title: Leases one\npublish: draft\nstages: {ask: {name: Asks}}\n"}
HIDDEN = {
    "handbook.yml": "title: Handbook\naudiences: [internal, client]\n",
    "journeys/velomax.yml": "title: Bought by Velomax\naudience: internal\nstages: {offer: {name: Offer, emotion: -2}}\n",
    "secret.md": "Velomax\n",
}


def test_an_audience_hears_of_nothing_that_it_may_not_see(compare: Compare) -> None:
    changes: dict[str, str | tuple[str, str] | None] = {
        "journeys/velomax.yml": "title: Velomax pays\naudience: internal\nstages: {offer: {name: Offer, emotion: 9}}\n",
        "secret.md": "Velomax, again\n",
        JOURNEY: ("emotion: -1", "emotion: 1"),
    }
    account = compare(changes, HIDDEN, audience="client")
    assert levels(account) == {("ebike", "decision"): "readers-see"}
    for said in (in_text(account), in_json(account)):
        assert "elomax" not in said and "secret" not in said
    assert account.after.hidden_errors == 1


def test_what_an_audience_may_no_longer_see_is_not_told_as_removed(compare: Compare) -> None:
    account = compare({"personas/anna.yml": "name: Anna\naudience: internal\n"}, HIDDEN, audience="client")
    assert "Anna" not in in_json(account)


def test_the_narrowest_audience_sees_everything(compare: Compare) -> None:
    account = compare({"journeys/velomax.yml": ("-2", "-1")}, HIDDEN, audience="internal")
    assert levels(account) == {("velomax", "offer"): "readers-see"}
