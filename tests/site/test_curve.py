"""The emotion curve: through every value, never beyond one."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from journey_site.site.curve import Point, curve_paths

positions = st.lists(st.floats(0, 1, allow_nan=False), min_size=2, max_size=12)
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def segments(path: str) -> list[tuple[tuple[float, float], ...]]:
    numbers = [float(each) for each in NUMBER.findall(path)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [(points[at], points[at + 1], points[at + 2], points[at + 3]) for at in range(0, len(points) - 3, 3)]


@given(positions)
def test_the_curve_stays_between_neighbouring_values(values: list[float]) -> None:
    run = [Point(float(column), value) for column, value in enumerate(values)]
    (path,) = curve_paths([run])
    pieces = segments(path)
    assert len(pieces) == len(values) - 1
    for start, c1, c2, end in pieces:
        low, high = sorted((start[1], end[1]))
        for tenth in range(11):
            t = tenth / 10
            y = (1 - t) ** 3 * start[1] + 3 * (1 - t) ** 2 * t * c1[1] + 3 * (1 - t) * t**2 * c2[1] + t**3 * end[1]
            assert low - 0.2 <= y <= high + 0.2


def test_a_lone_value_is_a_level_stroke() -> None:
    assert curve_paths([[Point(2, 0.5)]]) == ["M220 50H280"]


def test_unknown_stages_part_the_line() -> None:
    paths = curve_paths([[Point(0, 0), Point(1, 1)], [Point(3, 0.5)]])
    assert len(paths) == 2
