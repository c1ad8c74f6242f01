"""The handbook as JSON: what is told, what is not, and that the schema describes it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from journey_site.data_files import data_files
from journey_site.documents.durations import parse_duration
from journey_site.documents.handbook import TABLES
from journey_site.documents.reference import reference_markdown
from journey_site.exchange.handbook_json import handbook_json
from journey_site.exchange.handbook_schema import handbook_schema, schema_json
from journey_site.handbook import read_handbook
from journey_site.site.addresses import directory_address
from journey_site.site.pages import Site

ROOT = Path(__file__).resolve().parents[2]

FILES = {
    "handbook.yml": """\
        title: {en: Bikes, sv: Cyklar}
        languages: [en, sv]
        audiences: [internal, client]
        emotion: {from: -3, to: 3}
        lanes: [thoughts, {id: policy, label: Policy, kind: list}, {id: risk, label: Risk, kind: score, audience: internal}]
        x-team: blue
        """,
    "personas/anna.yml": "name: Anna\nportrait: anna.svg\nchannels: {web: 5}\n",
    "personas/anna.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "personas/the-mole.yml": "name: Hidden Harry\naudience: internal\n",
    "channels.yml": "web: The web\n",
    "departments.yml": "sales: {name: Sales, audience: internal}\n",
    "touchpoints.yml": "shop: {name: The shop, channel: web, owner: {department: sales, name: Eva}, x-cost: 1200}\n",
    "journeys/ebike.yml": """\
        title: Buys an e-bike
        persona: anna
        was: [bike]
        pains: [{text: Kept to ourselves, audience: internal}]
        stages:
          need:
            name: {en: Need, sv: Behov}
            duration: 2-8 weeks
            waiting: 12+ months
            emotion: {value: -1, low: -2, note: It depends}
            thoughts: [{text: "Ask [him](persona:the-mole), or [Anna](persona:anna)", confidence: observed}]
            policy: [A rule]
            risk: 4
            touchpoints: [{touchpoint: shop, from: sales, to: anna, experience: 1.5}]
            next: [{to: choice, share: 60%}, {exit: Drives on, share: 40%}]
          choice: {name: Choice, moment_of_truth: true, next: []}
          secret: {name: Board room, audience: internal}
        """,
}


def told(site: Site, home: str = "") -> dict[str, Any]:
    files = data_files(site, directory_address, home)
    return json.loads(b"".join(files["handbook.json"]()))  # type: ignore[no-any-return]


def complaints(data: dict[str, Any]) -> list[str]:
    """What the schema says against ``data`` when it allows no field that it does not name."""
    validator = Draft202012Validator(closed(handbook_schema()), format_checker=FormatChecker())
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(data)]


def closed(schema: Any) -> Any:
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {name: closed(part) for name, part in schema.items()}
    return parts | {"additionalProperties": False} if parts.get("type") == "object" and "properties" in parts else parts


def test_what_is_written_is_told(site_of: Callable[..., Site]) -> None:
    data = told(site_of(FILES), "https://example.com/h/")
    assert (data["format"], data["version"], data["date"]) == ("journey-site handbook", 1, "2026-11-21")
    assert (data["site"], data["language"], data["$schema"]) == ("https://example.com/h/", "en", "handbook.schema.json")
    assert data["handbook"]["name"] == {"en": "Bikes", "sv": "Cyklar"}
    assert data["handbook"]["languages"] == ["en", "sv"]
    assert data["handbook"]["emotion"] == {"from": -3, "to": 3}
    assert data["handbook"]["x-team"] == "blue"
    anna = next(persona for persona in data["personas"] if persona["id"] == "anna")
    assert anna["portrait"] == {"address": "personas/anna.svg"}
    assert (anna["address"], anna["channels"]) == ("personas/anna/", {"web": 5})
    (shop,) = data["touchpoints"]
    assert shop["x-cost"] == 1200
    assert shop["owner"] == {"department": "sales", "name": "Eva"}


def test_a_journey_with_its_stages(site_of: Callable[..., Site]) -> None:
    (journey,) = told(site_of(FILES))["journeys"]
    need, choice, _secret = journey["stages"]
    assert (journey["address"], journey["persona"], journey["was"]) == ("journeys/ebike/", "anna", ["bike"])
    assert (need["id"], need["address"]) == ("need", "journeys/ebike/need/")
    assert need["name"] == {"en": "Need", "sv": "Behov"}
    assert need["duration"] == {
        "from": {"number": 2, "unit": "week"}, "to": {"number": 8, "unit": "week"}, "seconds": {"from": 1209600, "to": 4838400},
    }  # fmt: skip
    assert need["waiting"]["seconds"] == {"from": 31556952}
    assert need["emotion"] == {"value": -1, "low": -2, "note": {"en": "It depends"}}
    assert need["own"] == {"policy": [{"text": {"en": "A rule"}}], "risk": 4}
    assert need["touchpoints"] == [{"touchpoint": "shop", "experience": 1.5, "from": "sales", "to": "anna"}]
    assert need["next"] == [{"to": "choice", "share": 0.6}, {"exit": {"en": "Drives on"}, "share": 0.4}]
    assert choice["next"] == []  # an end is something else than nothing said
    assert choice["moment_of_truth"] is True


def test_what_is_not_stated_is_left_out(site_of: Callable[..., Site]) -> None:
    data = told(site_of({"personas/anna.yml": "name: Anna\n", "journeys/a.yml": "title: A\nstages: {one: {name: One}, two: {name: Two}}\n"}))
    assert data["personas"] == [{"id": "anna", "address": "personas/anna/", "name": {"en": "Anna"}}]
    assert data["journeys"][0]["stages"][0] == {"id": "one", "address": "journeys/a/one/", "name": {"en": "One"}}
    assert "site" not in data
    assert data["evidence"] == []


def test_an_edition_tells_nothing_of_what_it_hides(site_of: Callable[..., Site]) -> None:
    site = site_of(FILES, audience="client")
    files = data_files(site, directory_address)
    for path, pieces in files.items():
        if path.endswith(".xlsx") or "schema" in path:
            continue
        text = b"".join(pieces()).decode()
        for word in ("mole", "Harry", "Kept to ourselves", "Board room", "secret", "sales", "Sales", "risk", "Risk", "internal", "client", "audience"):
            assert word not in text, (path, word)
    (journey,) = told(site)["journeys"]
    assert journey["stages"][0]["thoughts"][0]["text"] == {"en": "Ask him, or [Anna](persona:anna)"}
    assert [stage["id"] for stage in journey["stages"]] == ["need", "choice"]


def test_an_edition_keeps_the_editors_own_keys_to_itself(site_of: Callable[..., Site]) -> None:
    assert "x-" not in json.dumps(told(site_of(FILES, audience="client")))


def test_nothing_tells_how_it_is_stored(site_of: Callable[..., Site], tmp_path: Path) -> None:
    text = json.dumps(told(site_of(FILES)))
    assert ".yml" not in text
    assert tmp_path.name not in text
    assert not {"origin", "places", "file", "line", "column", "added", "remove", "checks", "uses"} & keys(json.loads(text))


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(key for one in value.values() for key in keys(one))}
    return {key for one in value for key in keys(one)} if isinstance(value, list) else set()


def test_two_runs_give_the_same_bytes(site_of: Callable[..., Site]) -> None:
    first, second = (data_files(site_of(FILES), directory_address) for _ in range(2))
    assert list(first) == list(second)
    for path in first:
        assert b"".join(first[path]()) == b"".join(second[path]()), path


def test_a_line_for_each_thing(site_of: Callable[..., Site]) -> None:
    site = site_of(FILES)
    lines = b"".join(handbook_json(site.atlas, lambda *_: "")).decode().splitlines()
    found = [json.JSONDecoder().raw_decode(line)[0]["id"] for line in lines if line.startswith('{"id"')]
    assert found == [thing.id for _, thing in site.atlas.things()]


# The schema


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(handbook_schema())
    assert json.loads(schema_json()) == handbook_schema()


def test_the_schema_describes_every_field() -> None:
    shapes = handbook_schema()["$defs"]
    for name, shape in shapes.items():
        assert shape["description"], name
    for name in ("Handbook", "Persona", "Journey", "Stage", "Item", "Way"):
        for key, field in shapes[name]["properties"].items():
            assert field.get("description"), (name, key)


def test_the_schema_fits_the_demo(demo: Site) -> None:
    assert complaints(told(demo, "https://example.com/")) == []


def test_the_schema_fits_the_golden_handbook() -> None:
    assert complaints(told(read_handbook(ROOT / "tests/golden/handbook").site())) == []


def test_the_schema_fits_what_has_everything(site_of: Callable[..., Site]) -> None:
    assert complaints(told(site_of(FILES))) == []
    assert complaints(told(site_of(FILES, audience="client"))) == []


@pytest.mark.parametrize("words", ["ongoing", "a moment", "<2 min", "minutes to years", "½ hour", "12+ months"])
def test_the_schema_fits_every_length_of_time(words: str, site_of: Callable[..., Site]) -> None:
    data = told(site_of({"journeys/a.yml": f"title: A\nstages:\n  one: {{name: One, duration: {words!r}}}\n"}))
    duration = data["journeys"][0]["stages"][0]["duration"]
    assert complaints(data) == []
    assert duration["seconds"]["from"] == parse_duration(words).seconds[0]


@pytest.mark.parametrize("wrong", [{"version": 2}, {"date": "soon"}, {"personas": [{"name": {"en": "No id"}}]}, {"journeys": [{"id": "a", "state": "past"}]}])
def test_the_schema_refuses(wrong: dict[str, Any], site_of: Callable[..., Site]) -> None:
    data = told(site_of(FILES)) | wrong
    assert list(Draft202012Validator(handbook_schema(), format_checker=FormatChecker()).iter_errors(data))


def test_every_kind_of_thing_is_there(demo: Site) -> None:
    assert set(TABLES) <= set(told(demo))


def test_the_guide_explains_every_field() -> None:
    guide = (ROOT / "maps/guide/data.md").read_text(encoding="utf-8") + reference_markdown()
    explained = set(re.findall(r"`([\w$-]+)`", guide))
    schema = handbook_schema()
    fields = {key for shape in (schema, *schema["$defs"].values()) for key in shape.get("properties", ())}
    assert fields - explained == set()
