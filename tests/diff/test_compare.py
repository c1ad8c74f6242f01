"""Two handbooks side by side: what was added, removed, renamed or says something otherwise, and in which words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from journey_site.atlas.atlas import Atlas
from journey_site.diff.changes import ThingAdded, ThingChange, ThingChanged, ThingRemoved
from journey_site.diff.compare import compare
from journey_site.handbook import read_handbook
from journey_site.recent import told_lines
from journey_site.site.pages import Site

Read = Callable[..., Atlas]

FILES = {
    "handbook.yml": "title: Handbook\n",
    "personas/anna.yml": "name: Anna\nquote: I want to get there.\n",
    "departments.yml": "sales: {name: Sales}\nservice: {name: Service}\n",
    "touchpoints.yml": "shop: {name: The shop}\nphone: {name: The phone}\n",
    "content.yml": "guide: {title: The guide, status: planned}\n",
    "metrics.yml": "nps: {name: Would recommend, value: 40, target: 50}\n",
    "journeys/ebike.yml": """\
        title: Buys an e-bike
        persona: anna
        owner: sales
        stages:
          search:
            name: Search
            thoughts: [Where to begin?]
          decision:
            name: Decision
            emotion: -1
            duration: 2 weeks
            touchpoints: [shop, {touchpoint: phone, experience: 1}]
            pains: [{text: Too many words, severity: 2}]
            opportunities: [{text: Say less, status: idea, owner: service}]
        """,
}


@pytest.fixture
def atlas(tmp_path: Path) -> Read:
    """Read the handbook above with changes: a text for a file, a pair for words in one, None to leave a file out."""
    made = 0

    def read(changes: dict[str, str | tuple[str, str] | None] | None = None) -> Atlas:
        nonlocal made
        made += 1
        texts: dict[str, str] = {name: dedent(text) for name, text in FILES.items()}
        for name, change in (changes or {}).items():
            if change is None:
                del texts[name]
            elif isinstance(change, tuple):
                assert change[0] in texts[name]
                texts[name] = texts[name].replace(*change)
            else:
                texts[name] = dedent(change)
        for name, text in texts.items():
            path = tmp_path / str(made) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        outcome = read_handbook(tmp_path / str(made))
        assert not outcome.errors, [str(problem) for problem in outcome.problems]
        return outcome.atlas

    return read


def said(before: Atlas, after: Atlas) -> list[str]:
    """Each line as ``thing · stage: words``."""
    lines = told_lines(before, after, "en")
    return [" · ".join(filter(None, (line.name, line.stage_name))) + f": {line.words}" for line in lines]


def kinds(changes: tuple[ThingChange, ...]) -> list[tuple[type[ThingChange], str, str]]:
    return [(type(change), change.kind, change.thing.id) for change in changes]


# Nothing where nothing changed


def test_a_handbook_and_itself_do_not_differ(atlas: Read) -> None:
    assert compare(atlas(), atlas()) == ()


def test_the_demo_and_itself_do_not_differ(demo: Site) -> None:
    assert compare(demo.atlas, demo.atlas) == ()
    assert list(told_lines(demo.atlas, demo.atlas, "en")) == []


def test_where_and_how_it_is_written_is_no_change(atlas: Read) -> None:
    moved = atlas({"touchpoints.yml": "# two\nphone:\n  name: The phone\n\nshop:\n  name: The shop\n"})
    assert compare(atlas(), moved) == ()


def test_what_readers_do_not_see_is_compared_and_not_told(atlas: Read) -> None:
    after = atlas({"personas/anna.yml": ("name: Anna\n", "name: Anna\nreviewed: 2026-10-01\norder: 3\ntags: [a]\n")})
    assert kinds(compare(atlas(), after)) == [(ThingChanged, "personas", "anna")]
    assert said(atlas(), after) == []


# Things


def test_things_are_added_and_removed(atlas: Read) -> None:
    after = atlas({"personas/bo.yml": "name: Bo\n", "metrics.yml": None})
    assert kinds(compare(atlas(), after)) == [(ThingAdded, "personas", "bo"), (ThingRemoved, "metrics", "nps")]
    assert said(atlas(), after) == ["Bo: new persona", "Would recommend: metric removed"]
    assert said(after, atlas()) == ["Bo: persona removed", "Would recommend: new metric"]


def test_a_thing_with_a_new_id_is_known_again(atlas: Read) -> None:
    after = atlas({
        "touchpoints.yml": "store: {name: The shop, was: [shop]}\nphone: {name: The phone}\n",
        "journeys/ebike.yml": ("[shop, ", "[store, "),
    })  # fmt: skip
    (change,) = compare(atlas(), after)
    assert isinstance(change, ThingChanged) and change.has_new_id and change.within == ()
    assert said(atlas(), after) == []


def test_a_stage_with_a_new_id_is_known_again(atlas: Read) -> None:
    after = atlas({"journeys/ebike.yml": ("  decision:\n    name: Decision\n", "  choice:\n    was: [decision]\n    name: Choice\n")})
    assert said(atlas(), after) == ["Buys an e-bike · Choice: renamed, before: “Decision”"]


def test_a_journey_with_a_new_id_keeps_its_stages(atlas: Read) -> None:
    text = dedent(FILES["journeys/ebike.yml"]).replace("emotion: -1", "emotion: 1")
    after = atlas({"journeys/ebike.yml": None, "journeys/bike.yml": f"was: [ebike]\n{text}"})
    assert said(atlas(), after) == ["Buys an e-bike · Decision: emotion −1 → +1"]


def test_retired_and_back(atlas: Read) -> None:
    after = atlas({"journeys/ebike.yml": ("owner: sales\n", "owner: sales\npublish: retired\n")})
    assert said(atlas(), after) == ["Buys an e-bike: retired: it has left the lists"]
    assert said(after, atlas()) == ["Buys an e-bike: back in the lists"]


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        ("content.yml", ("planned", "live"), "The guide: state: planned → published"),
        ("metrics.yml", ("40", "44.5"), "Would recommend: value 40 → 44.5"),
        ("metrics.yml", ("value: 40, ", ""), "Would recommend: value 40 → unknown"),
        ("metrics.yml", ("50", "60"), "Would recommend: target 50 → 60"),
        ("personas/anna.yml", ("there", "home"), "Anna: Quote: reworded"),
        ("departments.yml", ("Service", "Care"), "Care: renamed, before: “Service”"),
        ("journeys/ebike.yml", ("owner: sales", "owner: service"), "Buys an e-bike: owner: Sales → Service"),
    ],
)
def test_what_matters_of_a_thing_is_told(file: str, change: tuple[str, str], words: str, atlas: Read) -> None:
    assert said(atlas(), atlas({file: change})) == [words]


# Stages


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("emotion: -1", "emotion: -2"), "emotion −1 → −2"),
        (("    emotion: -1\n", ""), "emotion −1 → unknown"),
        (("[shop, ", "["), "one touchpoint removed (The shop)"),
        (("2 weeks", "3 weeks"), "time 2 weeks → 3 weeks"),
        (("experience: 1", "experience: -2"), "experience of The phone +1 → −2"),
        (("severity: 2", "severity: 4"), "severity of “Too many words” 2 → 4"),
        (("status: idea", "status: done"), "“Say less”: idea → done"),
        (("[{text: Too", "[It costs, {text: Too"), "one pain added (“It costs”)"),
        (("emotion: -1\n", "emotion: -1\n    goal: To be sure\n"), "Customer's goal: now said"),
        (("emotion: -1\n", "emotion: -1\n    frontstage: [a, b, c, d]\n"), "Frontstage: 4 entries added"),
        (("emotion: -1\n", "emotion: -1\n    next: [{exit: Gives up, share: 20%}]\n"), "where it goes from here changed"),
    ],
)
def test_what_matters_of_a_stage_is_told(change: tuple[str, str], words: str, atlas: Read) -> None:
    assert said(atlas(), atlas({"journeys/ebike.yml": change})) == [f"Buys an e-bike · Decision: {words}"]


def test_a_stage_has_one_line(atlas: Read) -> None:
    after = atlas({"journeys/ebike.yml": ("emotion: -1\n    duration: 2 weeks\n    touchpoints: [shop, ", "emotion: -2\n    duration: 2 weeks\n    touchpoints: [")})
    assert said(atlas(), after) == ["Buys an e-bike · Decision: emotion −1 → −2; one touchpoint removed (The shop)"]


def test_stages_come_and_go(atlas: Read) -> None:
    after = atlas({"journeys/ebike.yml": ("  search:\n    name: Search\n    thoughts: [Where to begin?]\n", "  need: {name: Need}\n")})
    assert said(atlas(), after) == ["Buys an e-bike · Need: new stage", "Buys an e-bike · Search: stage removed"]


def test_what_a_variant_takes_over_is_told_once(atlas: Read) -> None:
    variant = {"journeys/second.yml": "title: A second one\nextends: ebike\n"}
    after = atlas({**variant, "journeys/ebike.yml": ("emotion: -1", "emotion: -2")})
    assert said(atlas(variant), after) == ["Buys an e-bike · Decision: emotion −1 → −2"]


def test_who_it_concerns(atlas: Read) -> None:
    (line,) = told_lines(atlas(), atlas({"journeys/ebike.yml": ("status: idea", "status: done")}), "en")
    assert (line.personas, line.who, line.departments) == (("anna",), "Anna", ("sales", "service"))
    assert (line.kind, line.thing, line.stage, line.file) == ("journeys", "ebike", "decision", "journeys/ebike.yml")


def test_words_of_a_handbook_stay_words(atlas: Read) -> None:
    after = atlas({"journeys/ebike.yml": ("[shop, ", "[{name: '100% %(what)s <script>'}, shop, ")})
    assert said(atlas(), after) == ["Buys an e-bike · Decision: one touchpoint added (100% %(what)s <script>)"]
