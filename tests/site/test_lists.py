"""Lists: what they can be narrowed to, what is left to do in them, rows under headings."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Body, Renderer
from journey_site.site.views.overview.care import care_views

Make = Callable[..., Site]

MANY = "".join(f"t{number}: {{name: Point {number}, channel: web, owner: sales, metrics: [reach]}}\n" for number in range(9))
FILES = {
    "handbook.yml": """
        title: H
        departments: {sales: Sales, web: Web team}
        channels: {web: Web, phone: Phone, fax: Fax}
    """,
    "personas.yml": "anna: {name: Anna Ek, channels: {web: 5}}\n",
    "metrics.yml": "reach: {name: Reach, value: 90, target: 100}\n",
    "touchpoints.yml": MANY + "shop: {name: Shop, channel: phone, group: Places}\nnever: {name: Never, channel: web, owner: web}\n",
    "journeys/j.yml": """
        title: J
        persona: anna
        stages:
          a:
            name: Look
            moment_of_truth: The first look
            pains: [Slow]
            touchpoints:
              - {touchpoint: t0, experience: -1.5, note: Too dark}
              - {touchpoint: t0, experience: 1}
              - {touchpoint: t1, channel: phone, experience: 0.5}
              - {touchpoint: shop, experience: -2, owner: web, metrics: [{name: Queue, value: 4, target: 2, better: lower}]}
              - {name: A word, channel: phone, experience: 2}
          b:
            name: Buy
            touchpoints: [{touchpoint: t0, experience: 0}, t2, t3, t4, t5, t6, t7, t8]
    """,
    "journeys/k.yml": "title: K\nstate: future\nstages:\n  a: {touchpoints: [{touchpoint: t0, experience: 2}]}\n",
}


def view(site: Site, uri: str):  # type: ignore[no-untyped-def]
    return site.pages[uri].view()


def body(site: Site, uri: str) -> Body:
    renderer = Renderer(site, lambda name: '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>')
    return renderer.render(site.pages[uri], Addresses(directory_address(uri), directory_address))


def options(found, key: str) -> dict[str, str]:  # type: ignore[no-untyped-def]
    return next(({option.value: option.count for option in facet.options} for facet in found if facet.key == key), {})


def test_a_long_list_can_be_narrowed_by_its_columns(site_of: Make) -> None:
    page = view(site_of(FILES), "touchpoints/index.md")
    assert [facet.name for facet in page.facets] == ["group", "channel", "experience", "uses", "measure", "owner"]
    assert options(page.facets, "group") == {"places": "1", "none": "10"}
    assert options(page.facets, "channel") == {"phone": "2", "web": "10"}
    assert options(page.facets, "owner") == {"none": "2", "sales": "9", "web": "1"}
    assert options(page.facets, "uses") == {"0": "1", "1": "10", "2-4": "1"}
    assert options(page.facets, "measure") == {"none": "2", "near": "9", "off": "1"}
    assert next(iter(options(page.facets, "owner"))) == "none", "what is missing is work, and stands first"
    assert [cell.choices[0].value for cell in page.tables[0].rows[0][1:]] == ["phone", "1", "1", "off", "none"]


def test_what_all_rows_share_is_nothing_to_choose_by(site_of: Make) -> None:
    files = FILES | {"touchpoints.yml": MANY + "ta: {channel: web}\ntb: {channel: web}\nshop: {channel: web}\n"}
    files["journeys/j.yml"] = files["journeys/j.yml"].replace("channel: phone", "channel: web")
    page = view(site_of(files), "touchpoints/index.md")
    assert "channel" not in [facet.key for facet in page.facets]
    assert not any(column.facet == "channel" for table in page.tables for column in table.columns)
    assert not any(row[1].choices for row in page.tables[0].rows)


def test_a_short_list_is_left_alone(site_of: Make) -> None:
    page = view(site_of(FILES | {"touchpoints.yml": "shop: {name: Shop}\n", "journeys/j.yml": "title: J\nstages: {a: {touchpoints: [shop]}}\n",
                                 "journeys/k.yml": "title: K\nstages: {a: {goal: g}}\n"}), "touchpoints/index.md")
    assert page.facets == ()
    assert [work.words for work in page.work] == ["1 touchpoint is not measured", "1 touchpoint has no owner"]
    assert not any(work.link for work in page.work), "there is nothing to narrow, so nothing to lead to"


def test_what_nobody_measures_owns_or_meets_is_told_as_work(site_of: Make) -> None:
    page = view(site_of(FILES), "touchpoints/index.md")
    assert [(work.words, work.link.query) for work in page.work] == [
        ("2 touchpoints are not measured", "measure=none"),
        ("2 touchpoints have no owner", "owner=none"),
        ("1 touchpoint is met in no journey", "uses=0"),
    ]
    assert [label.link.uri for label in page.work[0].named] == ["journeys/j/a.md", "touchpoints/never.md"]
    assert page.work[0].more == ""


def test_the_overview_counts_what_a_list_is_narrowed_to(site_of: Make) -> None:
    stages = "".join(
        f"  s{number}:\n"
        f"    opportunities: [{{text: Idea {number}}}, Both, {{text: Done {number}, status: done}}, {{text: Mine {number}, owner: web}}]\n"
        f"    pains: [{{text: Bad {number}, severity: {number % 5 + 1}}}, {{id: worst, text: Worst, severity: 5}}]\n"
        f"    content: [{{name: Text {number}, status: {'missing' if number % 2 else 'live'}}}, {{name: Film, status: missing}}]\n"
        for number in range(9)
    ).replace("id: worst, ", "")
    site = site_of(FILES | {"journeys/j.yml": f"title: J\nstages:\n{stages}"})
    cares = {care.kind: care for care in care_views(list(site.atlas.journeys.values()), site.voice)}
    for kind, uri, query, words, shown in (
        ("unowned", "opportunities", "owner=none", "10 opportunities have no owner", "10"),
        ("pains", "pains", "severity=unsolved", "4 severe pains have no answer", "4"),
        ("missing", "content", "state=missing", "5 pieces of content are missing", "5"),
    ):
        care, (key, value) = cares[kind], query.split("=")
        facets = view(site, f"{uri}/index.md").facets
        assert care.words.replace("\u00a0", " ") == words
        assert (care.link.uri, care.link.query) == (f"{uri}/index.md", query if facets else ""), "a short list cannot be narrowed"
        assert options(facets, key).get(value, shown) == shown
    assert [cares[kind].link.query != "" for kind in ("unowned", "pains", "missing")] == [True, False, False]


def test_what_stands_in_one_stage_alone_leads_to_its_place_there(site_of: Make) -> None:
    files = FILES | {"journeys/k.yml": """
        title: K
        stages:
          a:
            touchpoints: [{name: The desk, metrics: [{name: Wait, value: 1}]}]
            content: [{name: A leaflet}]
            metrics: [{name: Calls, value: 1}]
    """}
    site = site_of(files)
    stage = body(site, "journeys/k/a.md").html
    for kind, anchors in (("touchpoints", ["touchpoint-the-desk"]), ("content", ["content-a-leaflet"]), ("metrics", ["metric-calls", ""])):
        table = next(table for table in view(site, f"{kind}/index.md").tables if table.anchor == "in_one_stage")
        links = [row[0].link for row in table.rows if row[0].link.uri == "journeys/k/a.md"]
        assert sorted(link.anchor for link in links) == sorted(anchors)
        assert all(f'id="{link.anchor}"' in stage for link in links if link.anchor)


def test_rows_stand_under_their_group_in_one_table(site_of: Make) -> None:
    files = FILES | {"content.yml": "a: {title: A, group: Choosing}\nb: {title: B}\nc: {title: C, group: Before}\n"}
    table = view(site_of(files), "content/index.md").tables[0]
    assert [(group.anchor, group.title, len(group.rows)) for group in table.groups] == [("group_1", "Before", 1), ("group_2", "Choosing", 1), ("group_3", "Others", 1)]
    ungrouped = view(site_of(FILES | {"content.yml": "a: {title: A}\n"}), "content/index.md").tables[0]
    assert [(group.anchor, group.title) for group in ungrouped.groups] == [("", "")]


def test_touchpoints_stand_worst_first_whatever_their_group(site_of: Make) -> None:
    table = view(site_of(FILES), "touchpoints/index.md").tables[0]
    assert [row[0].anchor for row in table.rows[:3]] == ["shop", "t0", "t1"]
    assert [(group.anchor, group.title, len(group.rows)) for group in table.groups] == [("", "", 11)]
    assert "facet" not in {column.facet for column in table.columns}
    assert table.group_titles[:2] == ("Places", "Others"), "files of data name the group"


def test_what_a_plan_hopes_for_is_not_felt(site_of: Make) -> None:
    files = FILES | {"journeys/k.yml": "title: K\nstate: future\nstages:\n  a: {touchpoints: [{touchpoint: t0, experience: -2}, {touchpoint: never, experience: -2}]}\n"}
    rows = {row[0].anchor: row for row in view(site_of(files), "touchpoints/index.md").tables[0].rows}
    assert rows["t0"][2].face.number == -1.5
    assert rows["never"][2].badge == "unknown"


def test_names_are_sorted_as_the_readers_look_them_up(site_of: Make) -> None:
    people = "".join(f"p{at}: {{name: {name}}}\n" for at, name in enumerate(("Team 10", "Örjan", "Team 2", "Åsa", "Zoe", "Ängla", "Émile")))
    for language, names in (
        ("sv", ["Émile", "Team 2", "Team 10", "Zoe", "Åsa", "Ängla", "Örjan"]),
        ("en", ["Ängla", "Åsa", "Émile", "Örjan", "Team 2", "Team 10", "Zoe"]),
    ):
        site = site_of({"handbook.yml": f"title: H\nlanguage: {language}\n", "departments.yml": people})
        assert [site.voice.words(row[0].words) for row in view(site, "departments/index.md").tables[0].rows] == names


def test_the_worst_experience_says_where(site_of: Make) -> None:
    row = next(row for row in view(site_of(FILES), "touchpoints/index.md").tables[0].rows if row[0].anchor == "t0")
    assert row[2].face.number == -1.5
    assert [(place.link.uri, place.link.anchor, place.note) for place in row[2].places] == [("journeys/j/a.md", "touchpoint-t0", "Anna")]


def test_a_touchpoint_shows_how_it_feels_in_every_stage(site_of: Make) -> None:
    page = view(site_of(FILES), "touchpoints/t0.md")
    assert page.lead == "Used in 3 stages."
    assert [(row.link.uri, row.note) for row in page.met.rows] == [
        ("journeys/j/index.md", "Anna"), ("journeys/k/index.md", "Everyone · as it should become"),
    ]  # fmt: skip
    first = page.met.rows[0].fields
    assert [(field.link.uri, field.link.anchor, field.face.number) for field in first] == [
        ("journeys/j/a.md", "touchpoint-t0", -1.5), ("journeys/j/b.md", "touchpoint-t0", 0),
    ], "a stage is one field, with the worst of it"  # fmt: skip


def test_the_anchors_that_fields_lead_to_are_there(site_of: Make) -> None:
    site = site_of(FILES)
    for uri in ("touchpoints/t0.md", "channels/phone.md", "channels/web.md"):
        for row in view(site, uri).met.rows:
            for field in row.fields:
                assert field.link.anchor in body(site, field.link.uri).anchors


def test_a_use_tells_its_marks_and_what_is_otherwise_there(site_of: Make) -> None:
    site = site_of(FILES)
    shop = view(site, "touchpoints/shop.md")
    stages, metrics = shop.tables
    assert [column.label for column in stages.columns] == ["Stage", "Experience", "Importance", "What happens", "Measure", "Owner"]
    row = stages.rows[0]
    assert [label.words for label in row[3].labels] == ["Moment of truth: The first look", "1 pain there"]
    assert row[4].metric.verdict == "off"
    assert row[5].owner is not None
    assert [cell.words for cell in metrics.rows[0][::2]]
    assert [column.label for column in metrics.columns] == ["Metric", "Value", "Where"]
    plain = view(site, "touchpoints/t0.md").tables[0]
    assert [column.label for column in plain.columns] == ["Stage", "Experience", "Importance", "What happens"]


def test_a_channel_knows_what_comes_by_it_from_single_stages_too(site_of: Make) -> None:
    phone = view(site_of(FILES), "channels/phone.md")
    assert phone.lead == "3 touchpoints, met in 1 stage."
    assert [row[0].words.values["en"] for row in phone.tables[0].rows] == ["Shop", "Point 1"]
    assert phone.first is not None and phone.first.what.face.number == -2
    assert len(phone.met.rows) == 3
    assert [work.words for work in phone.work] == ["1 touchpoint is not measured", "2 touchpoints have no owner"]
    owners = next(fact.cell.labels for fact in phone.facts if fact.label == "Owners of its touchpoints")
    assert [label.words for label in owners] == ["no owner (1)", "Sales (1)"]


def test_a_channel_that_nobody_uses_says_so(site_of: Make) -> None:
    fax = view(site_of(FILES), "channels/fax.md")
    assert fax.lead == "No journey comes by here yet."
    assert fax.met is None and fax.tables == ()


def test_channels_stand_worst_first_with_their_uses(site_of: Make) -> None:
    table = view(site_of(FILES), "channels/index.md").tables[0]
    assert [(row[0].anchor, row[1].number, row[2].number) for row in table.rows] == [("phone", 3, 1), ("web", 10, 3), ("fax", 0, 0)]
    assert "Owner" not in [column.label for column in table.columns]


def test_a_channel_with_many_stages_shows_the_worst_and_counts_the_others(site_of: Make) -> None:
    stages = "".join(f"  s{number}: {{touchpoints: [{{touchpoint: t0, experience: {number % 4 - 2}}}]}}\n" for number in range(12))
    site = site_of(FILES | {"journeys/j.yml": f"title: J\nstages:\n{stages}", "journeys/k.yml": "title: K\nstages: {a: {goal: g}}\n"})
    row = view(site, "channels/web.md").met.rows[0]
    assert len(row.fields) == 5 and row.fields[0].face.number == -2
    assert row.more == "and 7 more"
    assert len(view(site, "touchpoints/t0.md").met.rows[0].fields) == 12


def test_journeys_can_be_narrowed_to_one_persona_of_several(site_of: Make) -> None:
    files = {"personas.yml": "anna: {name: Anna}\nbo: {name: Bo}\n"}
    for number in range(11):
        files[f"journeys/j{number}.yml"] = f"title: J{number}\nactors: [{{persona: anna}}, {{persona: bo}}]\nstages: {{a: {{goal: x}}}}\n"
    files["journeys/k.yml"] = "title: K\npersona: bo\nstate: planned\nstages: {a: {goal: x}}\n"
    page = view(site_of(files), "journeys/index.md")
    assert options(page.facets, "persona") == {"anna": "11", "bo": "12"}
    assert options(page.facets, "state") == {"current": "11", "planned": "1"}


def test_the_demo_has_something_in_each_list(demo: Site) -> None:
    page = view(demo, "touchpoints/index.md")
    assert [work.link.query for work in page.work] == ["measure=none", "owner=none", "uses=0"]
    for kind, keys in {
        "content": {"type", "state", "language", "owner"},
        "pains": {"journey", "owner"},
        "opportunities": {"journey", "state", "owner"},
        "metrics": {"verdict", "owner"},
        "evidence": {"kind", "owner"},
        "journeys": {"persona", "state", "owner", "model"},
    }.items():
        assert {facet.key for facet in view(demo, f"{kind}/index.md").facets} >= keys, kind


def test_names_in_the_address_are_safe_whatever_a_word_holds(site_of: Make) -> None:
    content = "".join(f"c{number}: {{title: C{number}, type: '\"><script>alert(1)</script>'}}\n" for number in range(11))
    site = site_of(FILES | {"content.yml": content + "d: {title: D, type: guide}\n"})
    html = body(site, "content/index.md").html
    assert "<script>alert" not in html
    assert 'data-choice="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in html
