"""A metric against its target."""

from __future__ import annotations

import pytest

from journey_site.documents.items import MetricUse
from journey_site.site.pages import Site
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
