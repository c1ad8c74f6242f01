"""What stands in a stage: metrics against their target, faces, content counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey_site.documents.items import MetricUse
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.entries import face_of
from journey_site.site.views.used import metric_view


@pytest.mark.parametrize(
    ("value", "target", "better", "filled", "verdict"),
    [
        (41_000, 50_000, "higher", 82, "off"),
        (11, 2, "lower", 18, "off"),
        (2, 2, "lower", 100, "met"),
        (60, 50, "higher", 100, "met"),
        (48, 50, "higher", 96, "near"),
        (None, 50, "higher", None, ""),
        (50, None, "higher", None, ""),
    ],
)
def test_how_much_of_the_target_is_reached(
    demo: Site, value: float | None, target: float | None, better: str, filled: int | None, verdict: str
) -> None:
    view = metric_view(MetricUse.made({"value": value, "target": target, "better": better}), demo.voice)
    assert (view.filled, view.verdict) == (filled, verdict)


def test_of_two_feelings_that_read_the_same_none_wears_another_face(site_of: Callable[..., Site]) -> None:
    voice = site_of({"personas/anna.yml": "name: Anna\n"}).voice
    told = [face_of(value, voice) for value in (-0.4, -0.44, -1.2, -1.22)]
    assert [(face.value, face.label) for face in told if face] == [("−0.4", "neutral")] * 2 + [("−1.2", "bad")] * 2


def test_what_stands_in_a_stage_is_counted_named_and_dated_as_the_language_does(site_of: Callable[..., Site]) -> None:
    metrics = "[{name: Clicks, value: 3, period: 2026-10}]"
    content = "[{title: One, status: outdated, language: en}, {title: Two, status: outdated}, {title: Three, status: planned}]"
    site = site_of({
        "handbook.yml": "title: H\nlanguage: sv\n",
        "journeys/one.yml": f"title: One\nstages: {{a: {{name: A, content: {content}, metrics: {metrics}}}}}\n",
    })  # fmt: skip
    view = site.pages["journeys/one/a.md"].view()
    assert [(each.words, each.note) for each in view.gives] == [("3 innehållsdelar", "2 inaktuella, 1 planeras")]
    html = Renderer(site, lambda name: "").render(site.pages["journeys/one/a.md"], Addresses(directory_address("journeys/one/a.md"), directory_address)).html
    assert '<span class="journey-tag">engelska</span>' in html
    assert '<span class="journey-metrics__from">oktober 2026</span>' in html
