"""The drawing of a journey's order: what is drawn, what is said of it in words, and the named paths."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.figures.figure import figure_of
from journey_site.site.figures.letters import width_of
from journey_site.site.figures.polygon import Going
from journey_site.site.figures.ring import Stop
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.map.grid import head_views
from journey_site.site.views.map.shape import ShapeView, shape_view
from journey_site.site.views.stage.stage import stage_view

NAMES = st.sampled_from(["Buy", "Explore possibilities", "Leveransbekräftelse och besiktning", "在庫を確認する", "🎉", "W" * 40])
STOPS = st.lists(st.builds(Stop, NAMES, st.booleans(), st.booleans(), st.booleans()), min_size=2, max_size=20)


@given(STOPS, st.data(), st.booleans())
def test_nothing_in_a_drawing_meets_or_leaves_it(stops: list[Stop], data: st.DataObject, round_it: bool) -> None:
    places = st.integers(0, len(stops) - 1)
    share = st.one_of(st.none(), st.floats(0, 1))
    way = st.builds(Going, places, st.one_of(places, st.none()), share, st.sampled_from(["", "18%"]), NAMES, NAMES)
    figure = figure_of(stops, data.draw(st.lists(way, max_size=12)), round_it)
    if figure is None:
        return
    boxes = [box for place in figure.places for box in place.boxes] + [said.box for said in figure.said]
    for one, other in combinations(boxes, 2):
        assert not one.meets(other, 0)
    for box in boxes:
        assert box.left >= 0
        assert box.top >= figure.top
        assert box.right <= 800
        assert box.bottom <= figure.top + figure.height


def test_other_scripts_take_more_room() -> None:
    assert width_of("在庫", 10) > 2 * width_of("ab", 10) * 0.8
    assert width_of("W", 10) > width_of("i", 10)


CYCLE = """\
    title: Round
    model: ring
    paths:
      short: {name: The short way, share: 20%, stages: [need, buy, need, buy]}
    stages:
      need: {optional: true, next: [{to: buy, share: 70%}, {exit: Stays away, share: 20%, why: Too dear}]}
      look: {repeatable: true}
      buy:
"""
MODEL = "name: Ring\norder: ORDER\nstages: {need: {name: Need}, look: {name: Look}, buy: {name: Buy}}\n"


def shape_of(site: Site) -> ShapeView:
    found = shape_view(next(iter(site.atlas.journeys.values())), site.voice)
    assert found is not None
    return found


def test_a_ring_closes(site_of: Callable[..., Site]) -> None:
    site = site_of({"journeys/round.yml": CYCLE, "models/ring.yml": MODEL.replace("ORDER", "cyclic")})
    shape = shape_of(site)
    assert shape.figure is not None
    assert shape.figure.guide is not None
    assert [[(way.kind, way.words if isinstance(way.words, str) else site.voice.words(way.words)) for way in stage.ways] for stage in shape.ways] == [
        [("skip", "Buy"), ("exit", "Stays away")],
        [("on", "Buy")],
        [("on", "Need")],
    ]
    assert shape.ways[0].unknown == "10%"
    assert len(shape.figure.lines) == 4
    assert [stop.optional for stop in shape.figure.stops] == [True, False, False]
    assert {"shares", "optional", "repeatable"} == shape.figure.kinds, "the only way out of a stage is everybody's"


def test_a_path_that_comes_twice_names_its_stages_twice(site_of: Callable[..., Site]) -> None:
    site = site_of({"journeys/round.yml": CYCLE, "models/ring.yml": MODEL.replace("ORDER", "cyclic")})
    [path] = shape_of(site).paths
    assert path.share == "20%"
    assert [site.voice.words(stage.words) for stage in path.stages if not isinstance(stage.words, str)] == ["Need", "Buy", "Need", "Buy"]
    figure = shape_of(site).figure
    assert figure is not None
    assert sorted(line.paths for line in figure.lines) == [(), (), (0,), (0,)]


def test_a_network_has_no_numbers(site_of: Callable[..., Site]) -> None:
    """Nothing in it may look like an order; shares are all that is counted."""
    why = "A neighbour mentions something else that they had not thought of at all before"
    journey = CYCLE.replace("share: 70%", f"share: 70%, why: {why}")
    site = site_of({"journeys/round.yml": journey, "models/ring.yml": MODEL.replace("ORDER", "network")})
    figure = shape_of(site).figure
    assert figure is not None
    assert figure.guide is None
    assert len(figure.lines) == 2, "only the ways that are stated"
    assert [key.mark for key in figure.key] == ["a"]
    page = site.pages["journeys/round/index.md"]
    html = Renderer(site, lambda _: "").render(page, Addresses(directory_address(page.uri), directory_address)).html
    assert 'class="journey-head__number"' not in html


def test_stages_side_by_side_and_in_a_row_have_no_figure(site_of: Callable[..., Site]) -> None:
    site = site_of({"journeys/round.yml": "title: A\nstages: {need: , buy: }\n"})
    assert shape_view(site.atlas.journeys["round"], site.voice) is None


def test_names_never_become_markup(site_of: Callable[..., Site]) -> None:
    journey = CYCLE.replace("The short way", '"<script>x</script>"').replace("Too dear", "'</svg><b>x'")
    model = MODEL.replace("ORDER", "cyclic").replace("name: Look", "name: '<i>Look\"onx=1'")
    site = site_of({"journeys/round.yml": journey, "models/ring.yml": model})
    page = site.pages["journeys/round/index.md"]
    html = Renderer(site, lambda _: "").render(page, Addresses(directory_address(page.uri), directory_address)).html
    assert "<script>x" not in html
    assert "</svg><b>" not in html
    assert "<i>Look" not in html


def test_a_ring_says_at_its_end_that_it_begins_again(site_of: Callable[..., Site]) -> None:
    site = site_of({"journeys/round.yml": CYCLE, "models/ring.yml": MODEL.replace("ORDER", "cyclic")})
    journey = site.atlas.journeys["round"]
    assert [head.beside for head in head_views(journey, site.voice)] == [(), (), ("then Need again",)]
    [way] = stage_view(journey, journey.stages[2], site.voice).ways
    assert way.kind == "on"
    page = site.pages["journeys/round/buy.md"]
    html = Renderer(site, lambda _: "").render(page, Addresses(directory_address(page.uri), directory_address)).html
    assert html.count("leads back to the first stage") == 2  # as a title, and for those who do not see the arrow
