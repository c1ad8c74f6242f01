"""What ``uses:`` takes from other folders, and what it leaves there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journey_site.handbook import Outcome, read_handbook

FILES = {
    "common/handbook.yml": "title: C\nlanguage: sv\nlanes: [{id: policy, label: Regler, kind: list}]\ndepartments: {sales: Sälj, law: Jurister}\ntraits: {calm: Lugn}\n",
    "common/channels.yml": "web: {name: Webb, image: {file: images/web.svg, alt: En skärm}}\nmail: Post\n",
    "common/images/web.svg": "<svg/>",
    "common/models/ours.yml": "name: Vår modell\nstages: {one: {name: Ett, thoughts: [{text: Hm, image: images/../../images/web.svg}]}}\n",
    "common/personas/bo.yml": "name: Bo\n",
    "common/journeys/other.yml": "title: Other\nstages: [a]\n",
    "common/touchpoints.yml": "shop: Shop\n",
    "acme/handbook.yml": "title: A\nlanguage: en\nuses: [../common]\nchannels: {web: {name: Website}}\n",
    "acme/journeys/buy.yml": "title: Buys\nmodel: ours\nstages:\n  one: {policy: [x], departments: [law], touchpoints: [{name: T, channel: mail}]}\n",
}


@pytest.fixture
def acme(tmp_path: Path) -> Callable[..., Outcome]:
    """Read the handbook in ``acme``, as a command or a build beside it, below it or far from it would."""

    def read(changes: dict[str, str] | None = None, shown: str = "acme") -> Outcome:
        for name, text in (FILES | (changes or {})).items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return read_handbook(tmp_path / "acme", shown=shown)

    return read


@pytest.mark.parametrize("shown", ["acme", "", "clients/acme", "../acme"])
def test_shared_things_come_with_their_pictures_and_nothing_else_does(acme: Callable[..., Outcome], shown: str) -> None:
    outcome = acme(shown=shown)
    assert not outcome.errors + outcome.warnings, [str(problem) for problem in outcome.problems]
    atlas = outcome.atlas
    assert set(atlas.channels) == {"web", "mail"}
    assert set(atlas.departments) == {"sales", "law"}
    assert atlas.models["ours"].name.values == {"sv": "Vår modell"}
    assert list(atlas.journeys) == ["buy"]
    assert not atlas.personas
    assert not atlas.touchpoints
    assert atlas.handbook.traits == {}
    assert outcome.site().pictures() == {"shared/images/web.svg": "../common/images/web.svg"}


def test_what_the_handbook_itself_says_wins(acme: Callable[..., Outcome]) -> None:
    assert acme().atlas.channels["web"].name.values == {"en": "Website"}


def test_two_shared_folders_may_have_pictures_of_one_name(acme: Callable[..., Outcome]) -> None:
    outcome = acme({
        "acme/handbook.yml": "title: A\nuses: [../common, ../more/]\n",
        "more/channels.yml": "shop: {name: Shop, image: {file: images/web.svg, alt: A shop}}\n",
        "more/images/web.svg": "<svg/>",
    })  # fmt: skip
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    assert outcome.site().pictures() == {
        "shared/images/web.svg": "../common/images/web.svg",
        "shared-2/images/web.svg": "../more/images/web.svg",
    }


@pytest.mark.parametrize("shown", ["acme", "", "../acme"])
@pytest.mark.parametrize("file", ["../beta/logo.svg", "../acme/logo.svg", "../../secret.svg"])
def test_a_shared_thing_shows_only_what_is_shared(acme: Callable[..., Outcome], shown: str, file: str) -> None:
    outcome = acme({"common/channels.yml": f"web: {{name: W, image: {file}}}\nmail: Post\n", "acme/handbook.yml": "title: A\nuses: [../common]\n"}, shown)
    assert [problem.rule for problem in outcome.problems if problem.severity > 1] == ["link-outside"]


def test_a_picture_of_ones_own_may_not_lie_in_the_shared_folder(acme: Callable[..., Outcome]) -> None:
    outcome = acme({"acme/personas/anna.yml": "name: Anna\nportrait: ../../common/images/web.svg\n"})
    assert [problem.rule for problem in outcome.problems if problem.severity > 1] == ["link-outside"]


ROWS = "lanes: [goal, {divider: Rad}, {id: policy, label: Regler, icon: material/gavel, kind: list}, {id: law, kind: text}]\n"
COMMON = "title: C\nlanguage: sv\ndepartments: {sales: Sälj, law: Jurister}\n" + ROWS


def test_the_rows_are_those_of_the_shared_folder_where_none_are_named(acme: Callable[..., Outcome]) -> None:
    outcome = acme({"common/handbook.yml": COMMON})
    assert [lane.id for lane in outcome.atlas.handbook.lanes or ()] == ["goal", None, "policy", "law"]
    assert not outcome.errors
    page = outcome.site().pages["journeys/buy/one.md"].view()
    assert [(lane.label.values, lane.id) for lane in page.lanes.own] == [({"sv": "Regler"}, "policy")]


def test_rows_that_are_named_are_as_the_shared_folder_has_them(acme: Callable[..., Outcome]) -> None:
    named = "title: A\nlanguage: en\nuses: [../common]\nlanes: [touchpoints, {id: policy, label: Law}, goal]\n"
    outcome = acme({"common/handbook.yml": COMMON, "acme/handbook.yml": named})
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    lanes = outcome.atlas.handbook.lanes or ()
    assert [lane.id for lane in lanes] == ["touchpoints", "policy", "goal"]
    assert (lanes[1].kind, lanes[1].icon, lanes[1].label and lanes[1].label.values) == ("list", "material/gavel", {"en": "Law"})


def test_what_is_shared_and_not_used_here_is_no_loss(acme: Callable[..., Outcome]) -> None:
    outcome = acme({"common/handbook.yml": COMMON, "acme/departments.yml": "empty: Nobody\n"})
    told = [(problem.rule, problem.span.file) for problem in outcome.problems if problem.rule.endswith("-never-used") or "never-named" in problem.rule]
    assert told == [("department-never-named", "acme/departments.yml"), ("channel-never-used", "acme/handbook.yml")]
    assert acme({"common/handbook.yml": "title: C\nlanes: [{id: x}]\n"}).errors  # a mistake there is told
