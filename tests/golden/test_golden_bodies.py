"""The body of each type of page, as it was last read by somebody and found good."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest

from journey_site.handbook import Outcome, read_handbook
from journey_site.problems import Severity
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.language import Language
from journey_site.site.pages import Site
from journey_site.site.render import Renderer

HERE = Path(__file__).resolve().parent
BODIES = HERE / "bodies"
PAGES = {
    "start": "index.md",
    "personas": "personas/index.md",
    "persona": "personas/anna.md",
    "journey": "journeys/ebike/index.md",
    "journey-network-of-two": "journeys/fleet/index.md",
    "stage": "journeys/ebike/awareness.md",
    "stage-with-steps": "journeys/ebike/consideration.md",
    "stage-blank": "journeys/ebike/decision.md",
    "stage-of-two": "journeys/fleet/trigger.md",
    "touchpoint": "touchpoints/shop.md",
    "content": "content/guide.md",
    "department": "departments/marketing.md",
    "channel": "channels/store.md",
    "evidence": "evidence/interviews.md",
    "model": "models/awareness-to-loyalty.md",
    "models": "models/index.md",
    "list-journeys": "journeys/index.md",
    "list-touchpoints": "touchpoints/index.md",
    "list-opportunities": "opportunities/index.md",
    "list-pains": "pains/index.md",
    "list-metrics": "metrics/index.md",
    "content-matrix": "content-matrix/index.md",
    "checks": "checks/index.md",
    "review": "review/index.md",
    "booklet": "print/anna.md",
    "atlas": "atlas/index.md",
    "assumed": "assumed/index.md",
    "translations": "translations/index.md",
    "journey-variant": "journeys/ebike-2028/index.md",
    "stage-variant": "journeys/ebike-2028/awareness.md",
    "compare-stage": "compare/stages/awareness-to-loyalty/awareness.md",
    "compare-state": "compare/states/ebike.md",
    "embed-map": "embed/journeys/ebike.md",
}

IN_ENGLISH = ("start", "persona", "journey", "stage", "department", "list-opportunities", "translations")
"""The same in the handbook's second language, in which not everything is translated."""


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795219200")
        outcome = read_handbook(HERE / "handbook")
    assert [str(problem) for problem in outcome.problems if problem.severity > Severity.ADVICE] == []
    return outcome


@pytest.fixture(scope="module")
def site(outcome: Outcome) -> Site:
    return outcome.site()


@pytest.fixture(scope="module")
def english(outcome: Outcome) -> Site:
    return outcome.site(language=Language("en"))


@pytest.fixture(scope="module")
def renderer(site: Site) -> Renderer:
    return _renderer(site)


@pytest.fixture(scope="module")
def english_renderer(english: Site) -> Renderer:
    return _renderer(english)


def _renderer(site: Site) -> Renderer:
    return Renderer(site, lambda name: f'<svg viewBox="0 0 24 24"><path d="M0 0{len(name)}"/></svg>')


def body_of(site: Site, renderer: Renderer, uri: str) -> str:
    html = renderer.render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html
    lines = (line.strip() for line in re.sub(r"(<(?!/)|</(?:table|section|div|ul|header|tr|svg)>)", r"\n\1", html).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def compare(name: str, found: str, request: pytest.FixtureRequest) -> None:
    path = BODIES / name
    if request.config.getoption("--golden-update"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.is_file(), f"no golden file {name}; run pytest tests/golden --golden-update and read it"
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_body(name: str, site: Site, renderer: Renderer, request: pytest.FixtureRequest) -> None:
    compare(f"{name}.html", body_of(site, renderer, PAGES[name]), request)


@pytest.mark.parametrize("name", IN_ENGLISH)
def test_body_in_another_language(name: str, english: Site, english_renderer: Renderer, request: pytest.FixtureRequest) -> None:
    compare(f"en/{name}.html", body_of(english, english_renderer, PAGES[name]), request)


def test_both_languages_have_the_same_pages(site: Site, english: Site) -> None:
    assert sorted(site.pages) == sorted(english.pages), "in the order of their own lists"
    assert sorted(site.redirects, key=str) == sorted(english.redirects, key=str)


def test_navigation(site: Site, request: pytest.FixtureRequest) -> None:
    around = {uri: site.section_of(site.pages[uri]) for uri in PAGES.values()}
    told = {"top": [asdict(item) for item in site.navigation]} | {
        uri: asdict(section) if section else None for uri, section in around.items()
    }
    compare("navigation.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n", request)


def test_every_template_has_a_golden_page(site: Site) -> None:
    assert {page.template for page in site.pages.values()} == {site.pages[uri].template for uri in PAGES.values()}


def test_no_golden_file_is_left_over() -> None:
    known = {f"{name}.html" for name in PAGES} | {f"en/{name}.html" for name in IN_ENGLISH} | {"navigation.json"}
    assert {path.relative_to(BODIES).as_posix() for path in BODIES.rglob("*") if path.is_file()} == known


@pytest.mark.parametrize("name", PAGES)
def test_nothing_from_yaml_becomes_markup(name: str, site: Site, renderer: Renderer) -> None:
    assert "<b>elcykel</b>" not in body_of(site, renderer, PAGES[name])
