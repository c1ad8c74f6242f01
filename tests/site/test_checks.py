"""The page of checks and the map's third zone: what is wanting first, stages as links, no page without an end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey_site.documents.durations import parse_duration
from journey_site.documents.values import Text
from journey_site.rules.questions import QUESTIONS
from journey_site.sentence import NN_, Felt, Sentence, counted
from journey_site.site.addresses import Addresses, Link, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.map.coverage import coverage_view
from journey_site.site.views.overview.checks import SHOWN, checks_view
from journey_site.site.views.told import in_words, told

SiteOf = Callable[..., Site]
JOURNEY = """
    title: Buys <b>a bicycle</b>
    model: awareness-to-loyalty
    stages:
      awareness: {our_goal: Be seen, content: [{title: One}]}
      consideration: {thoughts: [Hm], touchpoints: [{name: "<i>Shop</i>", experience: -1}]}
      loyalty: {activities: [We call]}
    """


def html_of(site: Site, uri: str) -> str:
    renderer = Renderer(site, lambda name: '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>')
    return renderer.render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html


def test_the_map_tells_what_is_wanting_first(site_of: SiteOf) -> None:
    site = site_of({"journeys/a.yml": JOURNEY})
    view = coverage_view(site.atlas.journeys["a"], site.voice)
    assert view is not None
    assert view.score == "1 of 8"
    verdicts = [answer.verdict for answer in view.answers]
    assert verdicts == ["wanting"] * 7 + ["met", "unsaid"]
    worst = next(answer for answer in view.answers if answer.rule == "worst-experience-has-opportunity")
    assert (worst.label, worst.anchor) == ("not yet", "check-worst-experience-has-opportunity")
    assert [(site.voice.words(p.words) if isinstance(p.words, Text) else p.words, p.link.uri) for p in worst.found] == [
        ("The worst is ", ""),
        ("<i>Shop</i>", ""),
        (" in ", ""),
        ("Consideration", "journeys/a/consideration.md"),
        (" (−1); there is no opportunity", ""),
    ]


def test_every_answer_stands_on_the_page_of_the_journey(site_of: SiteOf) -> None:
    site = site_of({"journeys/a.yml": JOURNEY})
    page, checks = html_of(site, "journeys/a/index.md"), html_of(site, "checks/index.md")
    for rule in QUESTIONS:
        assert f'id="check-{rule.name}"' in page
        assert f'href="../journeys/a/#check-{rule.name}"' in checks
        assert f'<h2 id="{rule.name}">' in checks
    assert '<a href="consideration/">Consideration</a>' in page
    for html in (page, checks):
        assert "<b>a bicycle" not in html
        assert "<i>Shop" not in html


def test_who_can_say_what_is_missing_stands_before_what_an_editor_writes(site_of: SiteOf) -> None:
    site = site_of({"departments.yml": "sales: {name: Sales}\nshop: {name: Shop}\n", "journeys/a.yml": JOURNEY.replace("model:", "owner: sales\n    model:").replace("loyalty: {", "loyalty: {owner: shop, ")})
    view = coverage_view(site.atlas.journeys["a"], site.voice)
    assert view is not None
    goals = next(answer for answer in view.answers if answer.rule == "goal-in-every-stage")
    assert [site.voice.words(owner.words) for owner in goals.asked] == ["Sales", "Shop"]
    assert goals.departments == ("sales", "shop")
    met = next(answer for answer in view.answers if answer.verdict == "met")
    assert (met.asked, met.departments) == ((), ())
    for uri in ("journeys/a/index.md", "checks/index.md"):
        html = html_of(site, uri)
        before, _, behind = html.partition("Agree on what we want there")
        assert before.rindex("<details") > before.rindex("Who can say:")
        assert behind.index("</details>") >= 0
    nobody = html_of(site_of({"journeys/a.yml": JOURNEY}), "checks/index.md")
    assert "nobody is named yet" in nobody


def test_what_is_off_is_nowhere(site_of: SiteOf) -> None:
    off = "title: T\nchecks: {" + ", ".join(f"{rule.name}: off" for rule in QUESTIONS) + "}\n"
    site = site_of({"journeys/a.yml": JOURNEY, "handbook.yml": off})
    assert coverage_view(site.atlas.journeys["a"], site.voice) is None
    assert "checks/index.md" not in site.pages
    assert 'class="journey-coverage"' not in html_of(site, "journeys/a/index.md")


def test_a_handbook_without_journeys_has_no_such_page(site_of: SiteOf) -> None:
    site = site_of({"personas/anna.yml": "name: Anna\n"})
    assert "checks/index.md" not in site.pages
    assert "checks/index.md" not in str(site.navigation)


def test_the_navigation_leads_to_the_page(site_of: SiteOf) -> None:
    site = site_of({"journeys/a.yml": JOURNEY})
    assert any(item.uri == "checks/index.md" for more in site.navigation for item in more.children)


def test_journeys_that_are_not_asked_about(site_of: SiteOf) -> None:
    old = JOURNEY.rstrip() + "\n    publish: retired\n"
    site = site_of({"journeys/a.yml": JOURNEY, "journeys/old.yml": old, "journeys/new.yml": JOURNEY.rstrip() + "\n    state: future\n"})
    assert coverage_view(site.atlas.journeys["old"], site.voice) is None
    assert coverage_view(site.atlas.journeys["new"], site.voice) is None
    assert checks_view(site.voice).left_out.startswith("2 journeys are not asked about")


def test_a_page_of_few_journeys_tells_of_each(site_of: SiteOf) -> None:
    view = checks_view(site_of({"journeys/a.yml": JOURNEY}).voice)
    assert view.verdict == "1 of 8 answers are yes."
    assert view.furthest is not None and view.furthest.link == Link("", "content-beyond-decision")
    assert view.furthest.note == "0 of 1 journey"
    assert [len(row.cells) for row in view.rows] == [len(QUESTIONS)]
    goal = next(rule for rule in view.rules if rule.name == "goal-in-every-stage")
    (group,) = goal.groups
    assert (group.verdict, group.title, group.folded, goal.filled) == ("wanting", "Not yet: 1 journey", False, 0)
    assert group.answers[0].answer.question == "Do we have a goal of our own in every stage?"


def test_a_page_of_many_journeys_stays_small(site_of: SiteOf) -> None:
    files = {f"journeys/j{number}.yml": JOURNEY for number in range(300)}
    good = "title: Good\nstages: [{id: a, name: A, our_goal: B}]\n"
    site = site_of({**files, "journeys/good.yml": good})
    view = checks_view(site.voice)
    assert len(view.rows) == SHOWN
    assert view.matrix_note == "The 40 journeys that are furthest from it, of 301"
    goal = next(rule for rule in view.rules if rule.name == "goal-in-every-stage")
    assert goal.score == "1 of 301 journeys"
    wanting, met = goal.groups
    assert wanting.folded and not wanting.answers
    assert (len(wanting.names), wanting.more, len(met.names)) == (100, "200 more", 1)
    assert len(html_of(site, "checks/index.md").encode()) < 400_000


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (Sentence("%(time)s of waiting", {"time": parse_duration("2-3 days")}), "2–3 days of waiting"),
        (Sentence("%(names)s", {"names": ("A", "B", Sentence("%(num)s more", number=1200))}), "A, B, and 1,200 more"),
        (Sentence("%(value)s", {"value": Felt(-1.5)}), "−1.5"),
        (Sentence("%(value)s", {"value": Felt(2)}), "+2"),
        (counted(NN_("%(num)s stage", "%(num)s stages"), 1), "1 stage"),
        (counted(NN_("%(num)s stage", "%(num)s stages"), 2), "2 stages"),
        (Sentence("%(what)s", {"what": "100% of \ue0000\ue001"}), "100% of \ue0000\ue001"),
        (Sentence("%(what)s", {"what": Text({"en": "In **words**"})}), "In words"),
    ],
)
def test_sentences_are_told(sentence: Sentence, words: str, site_of: SiteOf) -> None:
    assert in_words(sentence, site_of({}).voice) == words


def test_a_sentence_without_gaps_is_one_piece(site_of: SiteOf) -> None:
    (piece,) = told(Sentence("No stage has content yet"), site_of({}).voice)
    assert piece.words == "No stage has content yet"


def test_the_demo_handbook_shows_every_answer(demo: Site) -> None:
    found = {answer.verdict for rule in checks_view(demo.voice).rules for answer in rule.groups}
    assert found == {"met", "wanting", "told", "unsaid"}
