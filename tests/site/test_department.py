"""A department's page: what it owns and must do, worst first, and journeys seen as the department."""

from __future__ import annotations

import re
from collections.abc import Callable

from journey_site.site.addresses import Addresses, Link, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer

Make = Callable[..., Site]

FILES = {
    "handbook.yml": """
        title: H
        review_every: 3 months
        departments: {sales: {name: Sales, contact: 'mailto:sales@example.org'}, service: Service, legal: Legal, quiet: Quiet}
        touchpoints: {line: {name: The line, owner: service}}
        metrics: {wait: {name: Days of waiting, value: 9, target: 2, better: lower, owner: sales}, spare: {name: Spare, value: 1, target: 5, owner: sales}}
    """,
    "personas.yml": "p0: {name: Anna Ek, reviewed: 2026-11-01}\np1: {name: Bo Ek, reviewed: 2026-11-01}\n",
    "journeys/j.yml": """
        title: J
        actors: [p0, p1]
        owner: sales
        reviewed: 2026-01-01
        stages:
          need:
            emotion: -1
            goal: To be warm
            our_goal: Answer within a day
            departments: [legal]
            thoughts: [Brr, {text: Mine, actor: p0}]
            activities: [Ring back, {text: Read the contract, owner: legal}]
            touchpoints:
              - {touchpoint: line, experience: -1.5}
              - {name: The letter, from: sales, to: p1}
            content: [{title: Guide, owner: sales, status: missing}]
            pains: [{text: Nobody rings, severity: 5}, {text: Small, severity: 1}]
            opportunities: [{text: Ring, impact: 5, effort: 1, owner: sales}]
            metrics: [{metric: wait}, {name: Calls, value: 1, target: 1}]
          use:
            owner: service
            our_goal: Stay near
            steps: [{name: Begin, activities: [Visit]}]
    """,
}


def body(site: Site, uri: str) -> str:
    printed = Renderer(site, lambda name: '<svg viewBox="0 0 1 1"></svg>').render(site.pages[uri], Addresses(directory_address(uri), directory_address))
    return printed.html


def tables(site: Site, department: str) -> dict[str, list[str]]:
    view = site.pages[f"departments/{department}.md"].view()
    return {table.anchor: [site.voice.words(row[0].words) if not isinstance(row[0].words, str) else row[0].words for row in table.rows] for table in view.tables}


def test_everything_that_a_department_owns_or_must_do_stands_on_its_page(site_of: Make) -> None:
    site = site_of(FILES)
    found = tables(site, "sales")
    assert found["content"] == ["Guide"]
    assert found["pains"] == ["Nobody rings", "Small"]
    assert found["opportunities"] == ["Ring"]
    assert found["activities"] == ["Ring back"]
    assert found["metrics"] == ["Spare", "Days of waiting"] or found["metrics"] == ["Days of waiting", "Spare"]
    assert found["overdue"] == ["J"]
    assert tables(site, "service")["activities"] == ["Visit"]
    assert tables(site, "legal")["activities"] == ["Read the contract"]
    assert "overdue" not in tables(site, "service")


def test_what_is_measured_of_its_touchpoints_is_its_own_where_nobody_else_owns_it(site_of: Make) -> None:
    assert "metrics" not in tables(site_of(FILES), "service")
    measured = "metrics: [{name: Queue, value: 9, target: 2, better: lower}, {name: Bill, value: 1, target: 2, owner: legal}]"
    files = FILES | {"journeys/k.yml": f"title: K\nstages: {{a: {{touchpoints: [{{touchpoint: line, {measured}}}, {{name: Desk, owner: quiet, {measured}}}]}}}}\n"}
    site = site_of(files)
    assert tables(site, "service")["metrics"] == ["Queue"]
    assert tables(site, "quiet")["metrics"] == ["Queue"]
    everywhere = files | {"handbook.yml": FILES["handbook.yml"].replace("owner: service}}", "owner: service, metrics: [free, wait]}}")
                          .replace("spare: {", "free: {name: Free, value: 1, target: 9}, spare: {")}  # fmt: skip
    assert sorted(tables(site_of(everywhere), "service")["metrics"]) == ["Free", "Queue"]


def test_the_list_of_departments_counts_touchpoints_as_their_pages_do(site_of: Make) -> None:
    files = FILES | {"journeys/k.yml": "title: K\nstages: {a: {touchpoints: [{name: Desk, owner: service}, {name: Desk, owner: service}]}}\n"}
    site = site_of(files)
    counted = {row[0].anchor: row[3].number for row in site.pages["departments/index.md"].view().tables[0].rows}
    assert counted == {"sales": 0, "service": 2, "legal": 0, "quiet": 0}
    assert "2 touchpoints" in site.pages["departments/service.md"].view().lead.replace("\u00a0", " ")


def test_a_department_page_leads_to_maps_and_stages_seen_as_the_department(site_of: Make) -> None:
    html = body(site_of(FILES), "departments/sales.md")
    assert 'href="../../journeys/j/?department=sales"' in html
    assert 'href="../../journeys/j/need/?department=sales#pains"' in html
    assert 'href="../../journeys/?' not in html


def test_what_is_chosen_stands_before_the_place_on_the_page() -> None:
    addresses = Addresses("a/", directory_address)
    assert addresses.href(Link("b.md", "here", query="department=x")) == "../b/?department=x#here"


def test_entries_are_marked_with_the_departments_that_have_to_do_with_them(site_of: Make) -> None:
    view = site_of(FILES).pages["journeys/j/index.md"].view()
    cells = {row.lane: row.cells for row in view.rows}
    assert [met.entry.departments for met in cells["touchpoints"][0].touchpoints] == [("service",), ("sales",)]
    assert [entry.departments for entry in cells["activities"][0].entries] == [("sales",), ("legal",)]
    assert [entry.departments for entry in cells["activities"][1].entries] == [("service",)]
    assert [entry.departments for entry in cells["thoughts"][0].entries] == [(), ()]
    assert [metric.entry.departments for metric in cells["metrics"][0].metrics] == [("sales",), ("sales",)]
    assert [cell.departments for cell in cells["our_goal"]] == [("sales",), ("service",)]
    assert [head.departments for head in view.heads] == [("sales", "legal"), ("service",)]


def test_what_names_nobody_is_the_business_of_whoever_answers_for_the_stage(site_of: Make) -> None:
    """On the map, on the stage's page and on the department's: its pains, opportunities, metrics and what is done there."""
    files = {
        "handbook.yml": "title: H\ndepartments: {sales: Sales, service: Service, legal: Legal}\n",
        "journeys/j.yml": """
            title: J
            owner: sales
            stages:
              need:
                owner: service
                pains: [{id: slow, text: Slow}, {text: Unfair, owner: legal}]
                opportunities: [{text: Hurry, solves: [slow]}, {text: Ask, owner: legal}]
                metrics: [{name: Calls, value: 1, target: 2}, {name: Cases, value: 1, owner: legal}]
                touchpoints: [{name: The letter}]
              use:
                opportunities: [Stay]
                steps: [{name: Begin, owner: legal, pains: [Early], opportunities: [Wait]}]
        """,
    }
    site = site_of(files)
    view = site.pages["journeys/j/index.md"].view()
    cells = {row.lane: row.cells for row in view.rows}
    assert [entry.departments for entry in cells["pains"][0].entries] == [("service",), ("legal",)]
    assert [each.entry.departments for each in cells["opportunities"][0].opportunities] == [("service",), ("legal",)]
    assert [each.entry.departments for each in cells["opportunities"][1].opportunities] == [("sales",), ("legal",)]
    assert [each.entry.departments for each in cells["metrics"][0].metrics] == [("service",), ("legal",)]
    assert [each.entry.departments for each in cells["touchpoints"][0].touchpoints] == [()], "a touchpoint has an owner of its own or none"
    lanes = site.pages["journeys/j/need.md"].view().lanes
    assert [entry.departments for entry in lanes.pains] == [("service",), ("legal",)]
    assert [each.entry.departments for each in lanes.opportunities] == [("service",), ("legal",)]
    assert [each.entry.departments for each in lanes.metrics] == [("service",), ("legal",)]
    assert (tables(site, "service")["pains"], tables(site, "service")["opportunities"]) == (["Slow"], ["Hurry"])
    assert (tables(site, "sales").get("pains"), tables(site, "sales")["opportunities"]) == (None, ["Stay"])
    assert (tables(site, "legal")["pains"], tables(site, "legal")["opportunities"]) == (["Unfair", "Early"], ["Ask", "Wait"])
    state = {row[0].words if isinstance(row[0].words, str) else site.voice.words(row[0].words): row[4].note
             for department in ("service", "legal") for table in site.pages[f"departments/{department}.md"].view().tables
             if table.anchor == "opportunities" for row in table.rows}  # fmt: skip
    assert state == {"Hurry": "no owner", "Ask": "", "Wait": "no owner"}


def test_what_several_journeys_say_alike_is_told_once(site_of: Make) -> None:
    """A metric, and a stage with what is promised there, name the journeys instead of being repeated for each."""
    stage = "title: {name}\nowner: sales\nstages: {{need: {{emotion: {emotion}, our_goal: {goal}, metrics: [{metric}], departments: [legal]}}}}\n"
    files = {
        "handbook.yml": "title: H\ndepartments: {sales: Sales, legal: Legal}\nmetrics: {wait: {name: Waiting, value: 9, target: 2, better: lower, owner: sales}}\n",
        "journeys/a.yml": stage.format(name="A", emotion=-1, goal="Answer", metric="wait"),
        "journeys/b.yml": stage.format(name="B", emotion=-2, goal="Answer", metric="wait"),
        "journeys/c.yml": stage.format(name="C", emotion=0, goal="Call", metric="{metric: wait, value: 5}"),
    }
    site = site_of(files)
    found = {table.anchor: table.rows for table in site.pages["departments/sales.md"].view().tables}
    told = [(row[2].metric.number, [site.voice.words(place.words) for place in row[1].places]) for row in found["metrics"]]
    assert told == [(9, ["A", "B"]), (5, [])]
    assert [(site.voice.words(row[1].words), [site.voice.words(place.words) for place in row[0].places], row[2].note) for row in found["stages"]] == [
        ("Answer", ["B", "A"], "in the lowest stage"),
        ("Call", [], ""),
    ]
    assert found["stages"][0][2].face.number == -2
    assert {place.link.query for row in found["metrics"] for place in row[1].places} == {"department=sales"}
    (shared,) = {table.anchor: table.rows for table in site.pages["departments/legal.md"].view().tables}["takes-part"]
    assert [site.voice.words(place.words) for place in shared[0].places] == ["B", "A", "C"]
    assert "href=\"../../journeys/b/need/?department=legal\"" in body(site, "departments/legal.md")


def test_departments_that_occur_can_be_chosen_with_how_much_is_theirs(site_of: Make) -> None:
    site = site_of(FILES)
    choices = site.pages["journeys/j/index.md"].view().look_departments
    said = {choice.id: choice.said for choice in choices.choices}
    assert said == {"sales": "9 things for Sales", "service": "3 things for Service", "legal": "1 thing for Legal"}
    stage = site.pages["journeys/j/use.md"].view().look_departments
    assert {choice.id: choice.said for choice in stage.choices} == {"service": "2 things for Service"}
    for uri in ("journeys/j/index.md", "journeys/j/need.md"):
        html = re.sub("<dl class=.journey-look.*?</dl>", "", body(site, uri), flags=re.DOTALL)
        assert html.count("data-journey-look") == 2
        entry = html[: html.index("Ring back")]
        assert ' data-departments="sales"' in entry[entry.rfind("<li") :]
        mine = html[: html.index("Mine")]
        assert ' data-actors="p0" data-departments=""' in mine[mine.rfind("<li") :]


def test_a_stage_lists_what_it_asks_of_each_department_lane_by_lane(site_of: Make) -> None:
    site = site_of(FILES)
    words = site.voice.words
    look = site.pages["journeys/j/need.md"].view().look_departments
    listed = {choice.id: [(lane.heading if isinstance(lane.heading, str) else words(lane.heading), [words(thing.words) for thing in lane.things]) for lane in choice.lanes] for choice in look.choices}
    assert listed["sales"] == [
        ("Our goal", ["Answer within a day"]),
        ("Recommended content", ["Guide"]),
        ("Touchpoints", ["The letter"]),
        ("Pains", ["Nobody rings", "Small"]),
        ("Opportunities", ["Ring"]),
        ("What we do", ["Ring back"]),
        ("Metrics", ["Days of waiting", "Calls"]),
    ]
    assert listed["legal"] == [("What we do", ["Read the contract"])]
    for choice in look.choices:
        assert choice.said.startswith(str(sum(len(lane.things) for lane in choice.lanes))), "the list is what was counted"
    html = body(site, "journeys/j/need.md")
    listing = html.partition('data-of="sales"')[2].partition("</dl>")[0]
    assert '<a href="#content-guide">Guide</a><span class="journey-badge journey-badge--missing">missing</span>' in listing
    for anchor in re.findall(r'href="#([^"]+)"', listing):
        assert f'id="{anchor}"' in html
    linked = body(site_of(FILES | {"journeys/k.yml": "title: K\nstages: {a: {pains: [{text: '[Slow](https://a.example) *form*', owner: sales}]}}\n"}), "journeys/k/a.md")
    assert re.search('<dd><a href="#[^"]+">Slow <em>form</em></a>', linked), "a link cannot stand in a link"
    (visit,) = site.pages["journeys/j/use.md"].view().look_departments.choices[0].lanes[1].things
    assert (words(visit.words), visit.link.anchor) == ("Visit", "activity-visit")
    assert "data-of" not in body(site, "journeys/j/index.md")


def test_a_handbook_without_departments_has_no_marks(site_of: Make) -> None:
    site = site_of({"journeys/j.yml": "title: J\nstages: {a: {our_goal: G, thoughts: [T]}}\n"})
    for uri in ("journeys/j/index.md", "journeys/j/a.md"):
        assert site.pages[uri].view().look_departments is None
        assert "data-departments" not in body(site, uri)


def test_many_departments_open_at_a_click(site_of: Make) -> None:
    names = [f"d{n}" for n in range(9)]
    site = site_of({"handbook.yml": f"title: H\ndepartments: {{{', '.join(f'{name}: {name}' for name in names)}}}\n",
                    "journeys/j.yml": f"title: J\nstages: {{a: {{goal: G, departments: [{', '.join(names)}]}}}}\n"})  # fmt: skip
    look = site.pages["journeys/j/index.md"].view().look_departments
    assert ([each.id for each in look.choices], [each.id for each in look.more]) == (names[:6], names[6:])
    assert look.choices[0].said == "d0 takes part here; nothing stands in its name yet."


def test_the_first_sentence_counts_stages_as_the_table_does(site_of: Make) -> None:
    stage = "stages: {a: {our_goal: Be known}, b: {our_goal: Be quick}}"
    files = {"handbook.yml": "title: H\ndepartments: {sales: Sales}\n", "journeys/base.yml": f"title: Base\nowner: sales\n{stage}\n",
             "journeys/variant.yml": "title: Variant\nextends: base\nstages: {b: {emotion: -1}}\n"}  # fmt: skip
    view = site_of(files).pages["departments/sales.md"].view()
    (owned,) = (table for table in view.tables if table.anchor == "stages")
    assert len(owned.rows) == 2
    assert view.lead == "The customer journeys make this yours: 2 stages."


def test_only_what_is_meant_for_it_is_called_a_way_out(site_of: Make) -> None:
    def told(solves: str) -> tuple[str, str]:
        pains = "pains: [{id: slow, text: Slow, severity: 5, owner: sales}]"
        ideas = f"opportunities: [{{text: Shine, impact: 5, owner: sales}}, {{text: Hurry, impact: 1, owner: sales{solves}}}]"
        files = {"handbook.yml": "title: H\ndepartments: {sales: Sales}\n", "journeys/j.yml": f"title: J\nstages: {{a: {{{pains}, {ideas}}}}}\n"}
        html = body(site_of(files), "departments/sales.md")
        label, idea = re.search(r"<strong>([^<]*)</strong> <a href=[^>]*#opportunities[^>]*>([^<]*)", html).groups()
        return label, idea

    assert told(", solves: [slow]") == ("A way out:", "Hurry")
    assert told("") == ("Most promising in this stage:", "Shine")


def test_the_head_names_the_tables_with_how_much_they_hold(site_of: Make) -> None:
    view = site_of(FILES).pages["departments/sales.md"].view()
    assert [table.anchor for table in view.contents] == [table.anchor for table in view.tables]
    html = body(site_of(FILES), "departments/sales.md")
    assert html.index("journey-contents") < html.index("journey-facts")
    assert '<a href="#pains">' in html
    assert "journey-contents" not in body(site_of(FILES), "touchpoints/line.md")


def test_what_follows_from_a_map_says_whose_it_is(site_of: Make) -> None:
    view = site_of(FILES).pages["journeys/j/index.md"].view()
    assert [worst.departments for worst in view.worst] == [("sales",)]
    assert [at.opportunity.entry.departments for at in view.opportunities] == [("sales",)]
    assert {duty.id for duty in view.duties} == {"sales", "service", "legal"}
    assert {answer.verdict for answer in view.coverage.answers if answer.departments == ()} <= {"met"}
    without = site_of({"journeys/j.yml": "title: J\nstages: {a: {emotion: -1, pains: [Slow]}}\n"}).pages["journeys/j/index.md"].view()
    assert without.worst[0].departments is None


def test_the_brief_holds_the_worst_and_the_best(site_of: Make) -> None:
    site = site_of(FILES)
    brief = site.pages["departments/sales.md"].view().brief
    parts = {part.title: part for part in brief.parts}
    worst = [site.voice.words(line.what.words) if not isinstance(line.what.words, str) else line.what.words for line in parts["The worst"].lines]
    assert worst == ["Nobody rings"]
    assert [len(parts[title].lines) for title in ("Metrics that miss their target", "Content missing or outdated")] == [2, 1]
    assert len(parts["What we promised"].lines) == len(parts["The best opportunities"].lines) == len(parts["Reviews that are overdue"].lines) == 1
    assert site.pages["departments/quiet.md"].view().brief is None
    assert "journey-brief" not in body(site, "departments/quiet.md")


def test_an_opportunity_on_the_brief_says_how_far_it_is_and_whose(site_of: Make) -> None:
    files = {"handbook.yml": "title: H\ndepartments: {sales: {name: Sales}}\n",
             "journeys/j.yml": "title: J\nowner: sales\nstages: {a: {opportunities: [{text: Ring, status: idea, impact: 3}, "
                               "{text: Write, status: doing, owner: sales, impact: 2}]}}\n"}  # fmt: skip
    site = site_of(files)
    (chances,) = (part for part in site.pages["departments/sales.md"].view().brief.parts if part.title == "The best opportunities")
    told = [[site.voice.words(cell.owner.words) if cell.owner else cell.words for cell in line.measures] for line in chances.lines]
    assert told == [["impact 3", "idea", "no owner"], ["impact 2", "under way", "Sales"]]


def test_what_a_variant_takes_over_counts_once_for_the_owner_of_the_base(site_of: Make) -> None:
    files = {"handbook.yml": "title: H\ndepartments: {sales: {name: Sales}, service: {name: Service}}\n",
             "journeys/base.yml": "title: Base\nowner: sales\nstages:\n  a: {our_goal: Be known, activities: [Advertise], emotion: -1}\n"
                                  "  b: {our_goal: One date, activities: [Write]}\n",
             "journeys/variant.yml": "title: Variant\nextends: base\nowner: service\nstages:\n"
                                     "  a: {emotion: -2, activities+: [Lend a heater]}\n  b: {owner: sales}\n"}  # fmt: skip
    site = site_of(files)
    does = {each: tables(site, each)["activities"] for each in ("sales", "service")}
    assert does == {"sales": ["Advertise", "Write"], "service": ["Lend a heater"]}
    sales, service = (site.pages[f"departments/{each}.md"].view() for each in ("sales", "service"))
    (promises,) = (table for table in service.tables if table.anchor == "stages")
    assert [row[1].words for row in promises.rows] == ["as in “Base”"]
    assert service.brief is None
    (promises,) = (table for table in sales.tables if table.anchor == "stages")
    assert [site.voice.words(row[1].words) for row in promises.rows] == ["Be known", "One date"]
    assert all(not row[0].places for row in promises.rows)


def test_nothing_written_becomes_markup(site_of: Make) -> None:
    files = FILES | {"handbook.yml": FILES["handbook.yml"].replace("name: Sales", "name: '<script>Sales</script>\"'")}
    for uri in ("departments/sales.md", "journeys/j/index.md", "journeys/j/need.md"):
        assert "<script>" not in body(site_of(files), uri)
