"""Where customers go, in words: on the map, on the page of a stage, and when something is missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.map.flow import OfHundred

Make = Callable[..., Site]

FUNNEL = """
    title: J
    model: awareness-to-loyalty
    stages:
      awareness:
        duration: 10 days
        next: [{to: consideration, share: 60%}, {exit: Stays with oil, share: 40%, why: It works}]
      consideration:
        duration: 10 days
        waiting: 5 days
        next: [{to: decision, share: 50%}, {to: awareness, share: 25%, why: A new need}, {exit: Another, share: 25%}]
      decision: {duration: 10 days}
      purchase: {duration: 10 days}
      loyalty: {duration: ongoing, next: []}
"""
MAP = "journeys/j/index.md"


def view(site: Site, uri: str = MAP):  # type: ignore[no-untyped-def]
    return site.pages[uri].view()


def html(site: Site, uri: str = MAP) -> str:
    return Renderer(site, lambda _: "").render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html


def words(site: Site, begin: str, uri: str = MAP, end: str = "</section>") -> str:
    """What a part of a page says, without its markup."""
    page = html(site, uri)
    part = page[page.index(begin) :]
    return re.sub(r" (?=[.,:])", "", " ".join(unescape(re.sub(r"<[^>]*>", " ", part[: part.index(end)])).split()))


def test_the_verdict_says_who_reaches_the_purchase_and_where_most_are_lost(site_of: Make) -> None:
    site = site_of({"journeys/j.yml": FUNNEL})
    flow = view(site).flow
    assert (flow.goal.name.values["en"], flow.goal.reach) == ("Purchase", OfHundred("35", 35, 35.3))
    assert (flow.worst.name.values["en"], flow.worst.leaves.words) == ("Awareness", "47")
    said = words(site, '<p class="journey-flow__verdict"', end="</p>")
    assert said.endswith("Of 100 who begin, 35 reach Purchase. On the way there, most leave in Awareness: 47.")


def test_each_stage_says_who_reaches_it_and_who_leaves_with_why(site_of: Make) -> None:
    said = words(site_of({"journeys/j.yml": FUNNEL}), '<ol class="journey-flow__stages"', end="</ol>")
    assert "Awareness 100 begin here passed 1.2 times on average 47 leave: Stays with oil It works" in said
    assert "Consideration 60 reach it passed 1.2 times on average 18 leave: Another" in said
    assert "Loyalty 35 reach it 35 come to the end here" in said
    assert "nobody has said" not in said


def test_time_is_told_with_its_waiting_and_what_it_is_the_mean_of(site_of: Make) -> None:
    said = words(site_of({"journeys/j.yml": FUNNEL}), '<p class="journey-flow__time"', end="</p>")
    assert "On average it takes 26 days, 4 days of it waiting. That is the mean of all who begin" in said
    how = words(site_of({"journeys/j.yml": FUNNEL}), '<details class="journey-flow__how"')
    assert "What goes on for ever comes after the journey, and is left out: Loyalty." in how
    assert "Waiting is counted where it is stated: Consideration." in how
    assert "Kemeny and Snell" in how


def test_time_that_is_missing_is_named_and_the_rest_is_computed(site_of: Make) -> None:
    site = site_of({"journeys/j.yml": FUNNEL.replace("decision: {duration: 10 days}", "decision:")})
    assert view(site).flow.time.total == ""
    said = words(site, '<p class="journey-flow__time"', end="</p>")
    assert "How long it takes is not computed, as no whole time is stated for Decision." in said


def test_where_no_time_is_stated_at_all_nothing_is_said_of_it(site_of: Make) -> None:
    site = site_of({"journeys/j.yml": "title: J\nstages:\n  a: {next: [{to: b, share: 50%}, {exit: X, share: 50%}]}\n  b:\n"})
    assert view(site).flow.time.nowhere
    assert "journey-flow__time" not in html(site)


def test_what_is_missing_is_named_with_its_page(site_of: Make) -> None:
    site = site_of({"journeys/j.yml": FUNNEL.replace("{to: decision, share: 50%}", "decision")})
    said = words(site, '<section class="journey-flow"')
    assert "Not computed yet, as something is not stated: Consideration states no share for this way: Decision." in said
    assert 'href="consideration/#next"' in html(site)
    assert view(site, "journeys/j/awareness.md").flow is None


def test_nothing_is_shown_where_nobody_has_begun_to_count(site_of: Make) -> None:
    site = site_of({"journeys/j.yml": "title: J\nstages:\n  a: {next: [b, {exit: X}]}\n  b:\n"})
    assert view(site).flow is None and view(site, "journeys/j/a.md").flow is None
    assert "journey-flow" not in html(site)


def test_unknown_shares_make_the_others_least_values(site_of: Make) -> None:
    site = site_of({"journeys/j.yml": FUNNEL.replace("{exit: Another, share: 25%}", "{exit: Another, share: 15%}")})
    said = words(site, '<p class="journey-flow__verdict"', end="</p>")
    assert "at least 35 reach Purchase" in said and "Where 7 of them go, nobody has said." in said
    stage = words(site, '<ul class="journey-plain journey-stage__flow"', "journeys/j/consideration.md", "</ul>")
    assert "At least 60 of 100 reach this stage." in stage


def test_a_ring_says_that_it_never_ends(site_of: Make) -> None:
    ring = "name: R\norder: cyclic\nstages: {a: A, b: B}\n"
    site = site_of({"models/r.yml": ring, "journeys/j.yml": "title: J\nmodel: r\nstages:\n  a: {next: [{to: b, share: 100%}]}\n"})
    assert view(site).flow.never_ends
    assert "Nobody leaves: the journey goes round and never ends." in words(site, '<section class="journey-flow"')
    assert "inf" not in words(site, '<section class="journey-flow"').replace("information", "")
    assert view(site, "journeys/j/b.md").flow.for_ever


def test_a_network_has_no_numbered_list_and_says_where_it_begins(site_of: Make) -> None:
    stages = "  no-need: {next: [{to: trigger, share: 9%}]}\n  trigger: {next: [{exit: Gone, share: 100%}]}\n"
    site = site_of({"journeys/j.yml": f"title: J\nmodel: hankins-hexagon\nstages:\n{stages}"})
    assert '<ul class="journey-flow__stages"' in html(site)
    assert "It is counted from No current need." in words(site, '<details class="journey-flow__how"')
    assert "Compare contenders nobody comes here" in words(site, '<ul class="journey-flow__stages"', end="<details")


def test_less_than_one_is_no_nobody(site_of: Make) -> None:
    site = site_of({"journeys/j.yml": "title: J\nstages:\n  a: {next: [{to: b, share: 0.3%}, {exit: X, share: 99.7%}]}\n  b:\n"})
    assert view(site).flow.stages[1].reach == OfHundred("<1", 0, 0.3)
    assert "&lt;1 reach it" in html(site)


def test_the_stage_page_says_who_comes_how_often_and_who_leaves(site_of: Make) -> None:
    said = words(site_of({"journeys/j.yml": FUNNEL}), '<ul class="journey-plain journey-stage__flow"', "journeys/j/consideration.md", "</ul>")
    assert said == "60 of 100 reach this stage. Whoever comes here passes it 1.2 times on average. Of 100 who begin, 18 leave here."


def test_ways_read_as_sentences(site_of: Make) -> None:
    stages = """
  a:
    next: [{to: b, share: 10%, why: Ready}, {to: c, share: 20%}, {to: a, share: 5%}, {exit: Gone, share: 30%, why: Too dear}]
  b:
    next: [c, {to: a, why: A new need}, {to: d}, b, {exit: Gone}]
  c: {next: [{to: a, share: 18%, why: find a new need}]}
  d: {next: [{to: a, share: 30%}, {exit: Gone}]}
"""
    site = site_of({"journeys/j.yml": f"title: J\nstages:{stages}"})

    def ways(stage: str) -> list[str]:
        page = html(site, f"journeys/j/{stage}.md")
        found = re.findall(r'<li class="journey-way .*?</li>', page, re.DOTALL)
        return [re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", way))).strip() for way in found]

    assert ways("a") == [
        "10% go on to B: Ready",
        "20% jump ahead to C",
        "5% pass A once more",
        "30% leave: Gone. Too dear",
        "35% unknown: nobody has said where they go",
    ]
    assert ways("b") == ["On to C", "Back to A: A new need", "Ahead to D", "Once more through B", "Out of the journey: Gone"]
    assert words(site, '<ul class="journey-ways"', "journeys/j/d.md", "</ul>").endswith("70% unknown: nobody has said how many go which way")
    assert ways("c") == ["18% go back to A: find a new need", "82% unknown: nobody has said where they go"]


def test_what_an_editor_writes_stays_text(site_of: Make) -> None:
    bad = "<script>alert(1)</script> %(stage)s {{ 7*7 }}"
    stages = f"  a: {{name: '{bad}', next: [{{to: b, share: 50%, why: '{bad}'}}, {{exit: '{bad}', share: 50%, why: '{bad}'}}]}}\n  b: {{name: '{bad}'}}\n"
    site = site_of({"journeys/j.yml": f"title: J\nstages:\n{stages}"})
    for uri in (MAP, "journeys/j/a.md", "journeys/j/b.md"):
        page = html(site, uri)
        assert "<script" not in page and "%(stage)s {{ 7*7 }}" in page


def test_every_journey_of_the_demo_computes_or_says_why_not(demo: Site) -> None:
    flows = {uri: page.view().flow for uri, page in demo.pages.items() if re.fullmatch("journeys/[^/]+/index.md", uri)}  # type: ignore[attr-defined]
    assert sum(flow is not None and not flow.gaps for flow in flows.values()) >= 6
    for uri, flow in flows.items():
        if flow is not None and not flow.gaps:
            assert flow.stages[0].reach.number == 100 or not flow.ordered, uri


def test_the_example_of_the_guide_is_computed_right(site_of: Make) -> None:
    guide = (Path(__file__).resolve().parents[2] / "maps/guide/flow.md").read_text(encoding="utf-8")
    example = re.findall(r"^```yaml\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE)
    assert len(example) == 1
    stages = view(site_of({"journeys/j.yml": example[0]})).flow.stages
    said = [stages[1].reach.words, stages[2].reach.words, stages[0].leaves.words, stages[1].passed]
    assert said == ["60", "35", "47", "1.2"]
    assert "60 reach the consideration, 35 the decision. 47 leave in the awareness" in guide and "1.2 times" in guide


def test_many_stages_are_folded_away_below_the_verdict(site_of: Make) -> None:
    def journey(count: int) -> str:
        stages = "".join(f"  s{at}: {{next: [{{to: s{at + 1}, share: 90%}}, {{exit: X, share: 10%}}]}}\n" for at in range(count - 1))
        return f"title: J\nstages:\n{stages}  s{count - 1}:\n"

    site = site_of({"journeys/j.yml": journey(20), "journeys/k.yml": journey(8)})
    assert html(site).index("<summary>Stage by stage") < html(site).index('<ol class="journey-flow__stages"')
    assert "Stage by stage" not in html(site, "journeys/k/index.md")
