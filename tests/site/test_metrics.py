"""The list of metrics: verdicts in words, values over time, where each is used."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey_site.documents.items import Measured
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.lists.lists import list_view
from journey_site.site.views.lists.metric_rows import metrics_verdict, verdict_words
from journey_site.site.views.lists.series import period_words, points_of, series_view, trend
from journey_site.site.views.used import metric_view
from journey_site.site.voice import Voice


def _points(voice: Voice, **facts: object):  # type: ignore[no-untyped-def]
    return points_of(Measured.made(facts), voice)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"value": 32, "target": 50}, "off target, 18 below it"),
        (
            {"value": 32, "target": 50, "series": {"2026-06": 30, "2026-07": 41, "2026-08": 40, "2026-09": 35, "2026-10": 32}},
            "off target, 18 below it, falling since July 2026",
        ),
        ({"value": 48, "target": 50, "baseline": 40}, "near target, 2 below it, up from 40"),
        ({"value": 21, "target": 20, "better": "lower", "baseline": 40}, "near target, 1 above it, down from 40"),
        ({"value": 2, "target": 2, "better": "lower", "baseline": 9}, "on target, down from 9"),
        ({"value": 3}, "no target"),
        ({"target": 3}, "no value"),
        ({"value": 5, "target": 9, "series": {"2026-Q1": 5, "2026-Q2": 5}}, "off target, 4 below it, unchanged since Q1 2026"),
        ({"value": 5, "target": 9, "series": {"spring": 4, "autumn": 5}}, "off target, 4 below it"),
    ],
)
def test_a_verdict_is_told_in_words(demo: Site, facts: dict[str, object], words: str) -> None:
    metric = Measured.made(facts)
    assert verdict_words(metric, metric_view(metric, demo.voice), demo.voice) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2026-08", "August 2026"),
        ("2026-08-12", "Aug 12, 2026"),
        ("2026", "2026"),
        ("2026-Q3", "Q3 2026"),
        ("2026-W34", "2026-W34"),
        ("last winter", "last winter"),
        ("2026-13", "2026-13"),
        ("", ""),
    ],
)
def test_a_period_is_written_as_the_language_does(demo: Site, period: str, words: str) -> None:
    assert period_words(period, demo.voice) == words


def test_values_stand_in_the_order_of_their_periods_with_the_newest(demo: Site) -> None:
    points = _points(demo.voice, value=9, period="2026-03", series={"2026-02": 2, "2025-12": 1})
    assert [(point.label, point.value) for point in points] == [("December 2025", 1), ("February 2026", 2), ("March 2026", 9)]


def test_a_missing_period_parts_the_line(demo: Site) -> None:
    series = {f"2026-{month:02}": month for month in (1, 2, 3, 4, 8, 9)}
    view = series_view(_points(demo.voice, series=series), 20, demo.voice)
    assert view is not None
    assert (len(view.paths), len(view.gaps)) == (2, 1)
    across = [float(point.split()[0].lstrip("ML")) for path in view.paths for point in path.replace("L", " L").split(" L")]
    assert across == sorted(across)
    assert across[3] < 40
    assert across[4] > 80


def test_quarters_written_as_months_are_one_line(demo: Site) -> None:
    view = series_view(_points(demo.voice, series={"2025-10": 33, "2026-01": 29, "2026-04": 36}), None, demo.voice)
    assert view is not None
    assert (len(view.paths), view.gaps) == (1, ())
    assert view.words == "33 in October 2025, 36 in April 2026"
    assert view.label == "33 in October 2025, 29 in January 2026, 36 in April 2026"


def test_one_value_is_no_series(demo: Site) -> None:
    points = _points(demo.voice, value=3, period="2026-01")
    assert series_view(points, 4, demo.voice) is None
    assert trend(points, demo.voice) == ""


def test_a_level_series_is_drawn_too(demo: Site) -> None:
    view = series_view(_points(demo.voice, series={"2026-01": 4, "2026-02": 4}), 4, demo.voice)
    assert view is not None
    assert view.target == 15.0


METRICS = """\
good: {name: Good, value: 9, target: 8}
worse: {name: Worse, value: 1, target: 8, period: 2026-10, evidence: [talks]}
bad: {name: Bad, value: 5, target: 8}
aimless: {name: Aimless, value: 5}
blind: {name: Blind, target: 5}
"""


def test_metrics_are_listed_worst_first_and_what_is_wanting_apart(site_of: Callable[..., Site]) -> None:
    site = site_of(
        {
            "metrics.yml": METRICS,
            "evidence.yml": "talks: {title: Talks}\n",
            "journeys/one.yml": """\
                title: One
                stages:
                  a: {metrics: [{metric: worse, value: 2}, bad]}
                  b: {metrics: [bad, {name: Alone, value: 1, target: 3, confidence: assumed}]}
            """,
        }
    )
    view = list_view("metrics", site.voice)
    tables = {table.anchor: table for table in view.tables}
    assert [row[0].anchor for row in tables["all"].rows] == ["worse", "bad", "good"]
    assert [row[0].anchor for row in tables["no_target"].rows] == ["aimless"]
    assert [row[0].anchor for row in tables["no_value"].rows] == ["blind"]
    assert [(row[0].link.anchor, row[3].words) for row in tables["own_values"].rows] == [("worse", "off target, 6 below it")]
    assert tables["in_one_stage"].rows[0][0].confidence == "assumed"
    bad = tables["all"].rows[1]
    assert [place.link.uri for place in bad[5].places] == ["journeys/one/a.md", "journeys/one/b.md"]
    assert view.verdict == "Shared metrics with a target: 1 of 3 on target, 2 off target." == metrics_verdict(site.voice)
    assert view.count == "6 in all"
    assert all(row[1].metric.verdict_label and row[1].judged_beside for row in tables["all"].rows), "the next field says it"


def test_a_field_beside_the_verdict_does_not_say_it_again(site_of: Callable[..., Site]) -> None:
    site = site_of({"metrics.yml": METRICS, "evidence.yml": "talks: {title: Talks}\n"})
    html = Renderer(site, lambda name: "").render(site.pages["metrics/index.md"], Addresses(directory_address("metrics/index.md"), directory_address)).html
    assert "target 8</span>" in html and "target 8 · " not in html


def test_what_a_journey_only_plans_gets_no_verdict(site_of: Callable[..., Site]) -> None:
    stage = "stages: {a: {metrics: [{metric: bad, value: 1}, {name: Alone STATE, value: 1, target: 3}, {metric: good}]}}\n"
    files = {f"journeys/{state}.yml": f"title: J\nstate: {state}\n{stage.replace('STATE', state)}" for state in ("current", "future", "planned", "actual")}
    tables = {table.anchor: table for table in list_view("metrics", site_of({"metrics.yml": METRICS, "evidence.yml": "talks: {title: Talks}\n"} | files).voice).tables}
    assert {row[1].link.uri.split("/")[1]: (row[2].metric.verdict, row[3].words) for row in tables["own_values"].rows} == {
        "current": ("off", "off target, 7 below it"), "actual": ("off", "off target, 7 below it"),
        "future": ("", "planned"), "planned": ("", "planned"),
    }  # fmt: skip
    facet = next(each for each in tables["all"].facets if each.key == "verdict")
    assert {option.value: (option.label, option.count) for option in facet.options} == {
        "off": ("off target", "6"), "met": ("on target", "1"), "open": ("no target", "1"), "none": ("no value", "1"), "planned": ("planned", "4"),
    }  # fmt: skip


def test_a_plan_gets_no_verdict_on_its_map_and_its_stages_either(site_of: Callable[..., Site]) -> None:
    measured = "{name: Calls, value: 1, target: 3}"
    stage = f"stages: {{a: {{name: Look, metrics: [{measured}, {{metric: bad}}], touchpoints: [{{name: Desk, metrics: [{measured}]}}]}}}}\n"
    for state, verdict, label in (("current", "off", "off target"), ("future", "", "planned")):
        site = site_of({"metrics.yml": METRICS, "evidence.yml": "talks: {title: Talks}\n", "journeys/j.yml": f"title: J\nstate: {state}\nmetrics: [{measured}]\n{stage}"})
        journey, page = site.pages["journeys/j/index.md"].view(), site.pages["journeys/j/a.md"].view()
        on_map = {row.lane: row.cells[0] for row in journey.rows if not row.divider}
        told = [journey.metrics[0], on_map["metrics"].metrics[0], on_map["touchpoints"].touchpoints[0].metrics[0], page.lanes.metrics[0], page.lanes.touchpoints[0].metrics[0]]
        assert {(view.verdict, view.verdict_label) for view in told} == {(verdict, label)}
        assert page.lanes.metrics[1].verdict == "off", "what it takes over from the list is as it is"


def test_places_that_read_alike_name_their_journeys(site_of: Callable[..., Site]) -> None:
    stages = "persona: anna\nstages: {a: {name: Look, metrics: [good]}}\n"
    files = {"personas.yml": "anna: {name: Anna Ek}\n", "metrics.yml": METRICS, "evidence.yml": "talks: {title: Talks}\n", "journeys/one.yml": f"title: One\n{stages}"}
    for more, notes in (({}, ["Anna"]), ({"journeys/two.yml": f"title: Two\n{stages}"}, ["Anna · One", "Anna · Two"])):
        table = list_view("metrics", site_of(files | more).voice).tables[0]
        at = [column.label for column in table.columns].index("Used in")
        assert [each.note for each in next(row for row in table.rows if row[0].anchor == "good")[at].places] == notes


def test_an_old_id_of_a_metric_is_still_an_anchor(site_of: Callable[..., Site]) -> None:
    site = site_of({"metrics.yml": "reach: {name: Reach, value: 1, target: 2, was: [range, width]}\n"})
    addresses = Addresses(directory_address("metrics/index.md"), directory_address)
    body = Renderer(site, lambda _: "").render(site.pages["metrics/index.md"], addresses).html
    assert 'id="reach"' in body
    assert '<i id="range"></i><i id="width"></i>' in body
