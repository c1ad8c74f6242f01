"""The ring and the polygon of a journey: everything has its place, and no word stands on another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import combinations
from math import dist
from random import Random

import pytest

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.figures.figure import Figure, figure_of
from journey_site.site.figures.letters import in_lines, width_of
from journey_site.site.figures.plane import Box, Point, bent, outside
from journey_site.site.figures.polygon import THICK, THIN, Going, width_for
from journey_site.site.figures.ring import MOST, WIDTH, Stop, ring_of
from journey_site.site.pages import Site
from journey_site.site.render import Renderer

Make = Callable[..., Site]
NAMES = ("Buy", "No current need", "Trygghetsbesiktningsprotokoll", "意思決定をする", "Explore all the many possibilities there are", "WWWW MMMM")
WORDS = ("", "", "Too dear", "A neighbour mentions something else", "It was broken", "Wants to know what is included in the price")


def at_random(seed: int) -> tuple[list[Stop], list[Going]]:
    """Between 3 and 20 stages with up to 30 ways."""
    random = Random(seed)
    count = random.randint(3, 20)
    ways = []
    for _ in range(random.randint(1, 30)):
        start, end = random.randrange(count), None if random.random() < 0.15 else random.randrange(count)
        share = None if random.random() < 0.2 else random.randint(1, 90) / 100
        said = "" if share is None else f"{share:.0%}"
        ways.append(Going(start, end, share, said, "" if end is not None else "Buys from somebody else", random.choice(WORDS)))
    leaves = {way.start for way in ways if way.end is None}
    stops = [Stop(random.choice(NAMES), random.random() < 0.7, random.random() < 0.2, at in leaves) for at in range(count)]
    return stops, [*ways, Going(0, 1, 0.4, "40%")]


@cache
def drawn(seed: int, round_it: bool) -> Figure:
    """The drawing of that journey."""
    figure = figure_of(*at_random(seed), round_it)
    assert figure is not None
    return figure


def solid(figure: Figure) -> list[Box]:
    """Every name, pill, mark and word of the drawing."""
    return [box for place in figure.places for box in place.boxes] + [each.box for each in figure.said]


@pytest.mark.parametrize("round_it", [True, False], ids=["ring", "polygon"])
@pytest.mark.parametrize("seed", range(60))
def test_nothing_stands_on_another_and_nothing_outside(seed: int, round_it: bool) -> None:
    figure = drawn(seed, round_it)
    whole = Box(0, figure.top, WIDTH, figure.top + figure.height)
    for box in solid(figure):
        assert whole.encloses(box)
    for one, other in combinations(solid(figure), 2):
        assert not one.meets(other), (one, other)
    assert all(whole.grown(1).holds(point) for line in figure.lines for point in line.points)


@pytest.mark.parametrize("round_it", [True, False], ids=["ring", "polygon"])
@pytest.mark.parametrize("seed", range(60))
def test_every_way_is_drawn_and_said_or_stands_in_the_key(seed: int, round_it: bool) -> None:
    ways = at_random(seed)[1]
    figure = drawn(seed, round_it)
    lines = {line.way for line in figure.lines}
    assert lines >= {at for at, way in enumerate(ways) if way.end is not None}
    explained = {way for entry in figure.key for way in entry}
    for at, way in enumerate(ways):
        wanted = {word for word in (way.said, way.words, way.why) if word}
        said = " ".join(" ".join((each.share, *each.lines, *each.why)) for each in figure.said if each.way == at)
        assert at in explained or all(word.replace("-", "") in said.replace("-", "") for word in wanted)
    marks = [each.mark for each in figure.said if each.mark is not None]
    assert len(marks) == len({*marks}) and {*marks} <= {*range(len(figure.key))}


def test_the_ring_closes() -> None:
    stops = [Stop(f"Stage {at}") for at in range(5)]
    figure = figure_of(stops, [Going(at, (at + 1) % 5) for at in range(5)], True)
    assert figure is not None and figure.guide is not None
    x, y, across, down = figure.guide
    for line in figure.lines:
        for point in line.points:
            assert ((point.x - x) / across) ** 2 + ((point.y - y) / down) ** 2 == pytest.approx(1, abs=0.02)
        begin, until = figure.places[line.way].box, figure.places[(line.way + 1) % 5].box
        assert begin.grown(4).holds(line.points[0]) and until.grown(16).holds(line.points[-1])


def test_stages_stand_clockwise_from_the_top() -> None:
    angles = [place.angle for place in ring_of([Stop("x")] * 9).places]
    assert angles == sorted(angles) and angles[0] == 0
    first, second = (place.box.middle for place in ring_of([Stop("x")] * 9).places[:2])
    assert second.x > first.x and second.y > first.y


def test_there_and_back_are_two_lines() -> None:
    figure = figure_of([Stop("a"), Stop("b"), Stop("c")], [Going(0, 1, 0.5, "50%"), Going(1, 0, 0.5, "50%")], False)
    assert figure is not None
    there, back = figure.lines
    middle = there.points[len(there.points) // 2]
    assert min(dist(middle, point) for point in back.points) > 15


def test_the_more_go_a_way_the_wider_it_is() -> None:
    assert [width_for(share) for share in (None, 0, 1)] == [THIN, THIN, THICK]
    assert width_for(0.2) < width_for(0.3)


@pytest.mark.parametrize("count", [1, MOST + 1])
def test_no_figure_where_there_is_nothing_to_see(count: int) -> None:
    assert figure_of([Stop("x")] * count, [Going(0, 0)], False) is None


def test_no_figure_without_ways() -> None:
    assert figure_of([Stop("x")] * 4, [Going(0, None, 1, "100%", "leaves")], False) is None


def test_fifty_stages_keep_their_names_apart() -> None:
    places = ring_of([Stop("A rather long name of a stage", True, True, True)] * MOST).places
    for one, other in combinations([box for place in places for box in place.boxes], 2):
        assert not one.meets(other)


def test_long_words_are_broken_and_long_names_shortened() -> None:
    lines, whole = in_lines("Trygghetsbesiktningsprotokoll", 14, 120, 2, bold=True)
    assert lines[0].endswith("-") and not whole and lines[1].endswith("…")
    assert all(width_of(line, 14, bold=True) <= 120 for line in lines)
    assert in_lines("Buy now", 14, 120, 2) == (("Buy now",), True)
    assert in_lines("", 14, 120, 2) == ((), True)


def test_a_curve_is_cut_where_it_leaves_a_box() -> None:
    curve = bent(Point(0, 0), Point(100, 0), 0)
    begin, until = outside(curve, Box(-10, -10, 20, 10), Box(90, -10, 110, 10))
    assert curve.at(begin).x == pytest.approx(20, abs=0.2) and curve.at(until).x == pytest.approx(90, abs=0.2)


STAGES = """
  a:
    name: Need
    emotion: 1
    optional: true
    next: [{to: b, share: 60%, why: Too **cold**}, {exit: Stays, share: 30%}]
  b: {name: Look, repeatable: true, next: [{to: a, share: 25%}, c]}
  c: {name: "<script>alert(1)</script>"}
"""


def shape_of(site_of: Make, order: str, stages: str = STAGES, more: str = ""):  # type: ignore[no-untyped-def]
    model = f"name: M\norder: {order}\nstages: {{a: A, b: B, c: C}}\n"
    site = site_of({"models/m.yml": model, "journeys/j.yml": f"title: J\nmodel: m\n{more}stages:{stages}"})
    return site, site.pages["journeys/j/index.md"].view().shape


def printed(site: Site) -> str:
    uri = "journeys/j/index.md"
    renderer = Renderer(site, lambda name: '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>')
    return renderer.render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html


def test_the_drawing_of_a_network_says_what_is_stated_and_no_more(site_of: Make) -> None:
    site, shape = shape_of(site_of, "network")
    figure = shape.figure
    assert figure.guide is None
    # Need to Look and out, Look to Need and on: nothing leads from or to a stage unless it is written.
    assert len(figure.lines) == 4
    assert [line.stated for line in figure.lines].count(False) == 1
    assert {"shares", "unstated", "optional", "repeatable"} == figure.kinds
    assert [stop.face is not None for stop in figure.stops] == [True, False, False]
    assert [(way.kind, way.share) for way in shape.ways[0].ways] == [("on", "60%"), ("exit", "30%")]
    assert shape.ways[0].unknown == "10%" and shape.ways[2].ways == ()
    html = printed(site)
    assert "<script>alert" not in html and "&lt;script&gt;alert" in html


def test_a_ring_goes_back_to_its_first_stage(site_of: Make) -> None:
    _, shape = shape_of(site_of, "cyclic")
    assert shape.figure.guide is not None
    assert [(way.kind, way.words.values["en"]) for way in shape.ways[2].ways] == [("on", "Need")]
    assert [way.kind for way in shape.ways[1].ways] == ["back", "on"]


def test_the_only_way_out_is_everybodys_and_without_shares_all_are_alike(site_of: Make) -> None:
    _, shape = shape_of(site_of, "cyclic")
    assert max(line.width for line in shape.figure.lines) == THICK
    _, plain = shape_of(site_of, "cyclic", "\n  a: {goal: x}\n  b: {goal: x}\n  c: {goal: x}\n")
    assert len({line.width for line in plain.figure.lines}) == 1 and not plain.figure.kinds


PATHS = "paths:\n  quick: {name: Quick, share: 20%, stages: [a, c]}\n  slow: {stages: [a, b, a, b]}\n"


@pytest.mark.parametrize("order", ["linear", "cyclic", "network", "none"])
def test_paths_are_shown_for_any_order(site_of: Make, order: str) -> None:
    site, shape = shape_of(site_of, order, more=PATHS)
    assert [(path.share, len(path.stages), path.drawn) for path in shape.paths] == [
        ("20%", 2, order in ("cyclic", "network")),
        ("", 4, order in ("cyclic", "network")),
    ]
    assert (shape.figure is None) == (order in ("linear", "none"))
    html = printed(site)
    assert "Quick" in html and html.count("journey-paths__chain") == 2


@pytest.mark.parametrize("order", ["linear", "none"])
def test_nothing_is_drawn_for_stages_in_a_row_or_side_by_side(site_of: Make, order: str) -> None:
    _, shape = shape_of(site_of, order)
    assert shape is None


def test_a_chosen_path_stands_out_by_its_place_alone(site_of: Make) -> None:
    _, shape = shape_of(site_of, "network", more=PATHS)
    followed = sorted(line.paths for line in shape.figure.lines)
    assert followed == [(), (), (1,), (1,)]
