"""The JSON Schema says what the reader says: both are given the same files, the demo and every corpus of mistakes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from journey_site.documents.declared import plain
from journey_site.documents.field_names import field_names
from journey_site.documents.reference import KINDS
from journey_site.documents.rule_names import CHECKS
from journey_site.documents.shapes import shape_of
from journey_site.exchange.declared_ids import Known, known_in
from journey_site.exchange.yaml_schema import file_kinds, one_name, yaml_schema
from journey_site.handbook import Outcome, read_handbook
from journey_site.problems import Severity
from journey_site.source.discover import Found, discover
from journey_site.source.text import read_text
from journey_site.source.yaml import parse_yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "problems"))
from corpus import corpora, read_corpus

BEYOND_A_SCHEMA = {
    "adds-to-nothing", "emotion-order", "empty-next", "extends-circle", "journey-circle", "missing-folder",
    "missing-font", "missing-picture", "old-id-in-use", "other-id", "removed-and-written", "removed-stage", "shares-above-100", "duplicate-id",
    "duplicate-key", "bad-alias", "secret-in-address", "invisible-character", "bidirectional-override", "broken-letters",
    *CHECKS,
}  # fmt: skip
"""What takes two values, two files or the disk to see, and what is only probably wrong."""
SYNTAX = {
    "bad-escape", "colour-needs-quotes", "cut-at-hash", "empty-file", "list-place", "merge-conflict", "missing-colon", "missing-comma",
    "missing-space", "odd-space", "several-documents", "tab-indent", "text-after-quote", "text-needs-quotes", "too-deep",
    "unclosed-bracket", "unclosed-quote", "unquoted-colon", "wrong-indent",
}  # fmt: skip
"""What is wrong before there are values that a schema could look at."""
ONE_MESSAGE = ("no id can be made from", "has no stages left", '"nb" stands twice', '"SV" stands twice', "is no language that is known")
"""Single messages of that sort, whose rule has others, too."""


def _files(folder: Path) -> Iterator[tuple[Found, str, Any]]:
    """Each file of a handbook with its kind and its values, as far as it can be read."""
    for found in discover(folder, "")[0]:
        source, _ = read_text(found.path, found.file)
        node, problems = parse_yaml(source, field_names()) if source else (None, [])
        if node is None or any(problem.severity is Severity.ERROR for problem in problems):
            continue
        kind = found.kind if found.id is None or found.kind == "handbook" else one_name(found.kind)
        yield found, kind, plain(node)


def _both_say(folder: Path) -> list[tuple[str, bool, list[str]]]:
    """Each file with whether the schema refuses it, and why the reader does."""
    outcome = read_handbook(folder, drafts=True)
    assert outcome.everything is not None
    known = known_in(outcome.everything, with_ids=True)
    said = []
    for found, kind, value in _files(folder):
        refused = not Draft202012Validator(yaml_schema(kind, known)).is_valid(value)
        assert refused is not Draft7Validator(yaml_schema(kind, known, "draft-07")).is_valid(value), "the drafts differ"
        wrong = [
            f"{problem.rule}: {problem.message}"
            for problem in outcome.problems
            if problem.span.file == found.file and problem.severity >= Severity.WARNING
            and problem.rule not in BEYOND_A_SCHEMA | SYNTAX and not any(words in problem.message for words in ONE_MESSAGE)
        ]  # fmt: skip
        lost = any(problem.span.file == found.file and problem.rule == "duplicate-id" for problem in outcome.problems)
        if not lost:  # what refers to the stage that is lost is told once, by the reader
            said.append((found.file, refused, wrong))
    return said


@pytest.mark.parametrize("path", corpora(), ids=lambda path: path.stem)
def test_it_refuses_what_the_reader_refuses(path: Path, tmp_path: Path) -> None:
    for name, text in read_corpus(path.read_text(encoding="utf-8")).files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for file, refused, wrong in _both_say(tmp_path):
        assert refused is bool(wrong), f"{file}: {wrong}"


def test_it_accepts_the_demo() -> None:
    said = _both_say(ROOT / "maps")
    assert len(said) > 30
    assert [file for file, refused, _ in said if refused] == []


@pytest.mark.parametrize("kind", list(file_kinds()))
def test_it_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(yaml_schema(kind))
    older = yaml_schema(kind, draft="draft-07")
    Draft7Validator.check_schema(older)
    assert "$defs" not in json.dumps(older)


def test_every_reader_says_what_it_takes() -> None:
    for declared, _ in KINDS.values():
        for mark in declared.marks().values():
            assert shape_of(mark.read)


def test_every_field_is_described() -> None:
    for kind in file_kinds():
        for name, schema in yaml_schema(kind)["$defs"].items():
            for shape in (schema, *schema.get("anyOf", ())):
                for key, field in shape.get("properties", {}).items() if name[:1].isupper() else ():
                    assert key in ("origin",) or field.get("description") or key in file_kinds(), f"{name}.{key}"


def _refuses(kind: str, value: object, known: Known) -> bool:
    return not Draft202012Validator(yaml_schema(kind, known)).is_valid(value)


def test_ids_are_filled_in_and_named(handbook: Callable[..., Outcome]) -> None:
    outcome = handbook({
        "personas/anna.yml": "name: Anna Åkesson\n",
        "journeys/a.yml": "title: A\npersona: anna\nstages: {one: {touchpoints: [shop]}}\n",
        "touchpoints.yml": "shop: The shop\n2026: {}\n",
    })
    known = known_in(outcome.atlas, with_ids=True)
    ids = yaml_schema("journey", known)["$defs"]["id-personas"]
    assert ids["enum"][0] == "anna"
    assert ids["markdownEnumDescriptions"][0] == "Anna Åkesson"
    journey = {"title": "B", "persona": "anna", "stages": {"one": {"touchpoints": ["shop", 2026]}}}
    assert not _refuses("journey", journey, known)
    assert _refuses("journey", {**journey, "persona": "ana"}, known)
    assert not _refuses("journey", {**journey, "persona": "ana"}, known_in(outcome.atlas, with_ids=False))


def test_own_lanes_and_additions_and_own_keys(handbook: Callable[..., Outcome]) -> None:
    outcome = handbook({
        "handbook.yml": "title: T\nlanguages: [sv, en]\nlanes: [goal, {id: policy, label: Policy, kind: list}]\n",
        "journeys/a.yml": "title: A\nlanes: [{id: heat, kind: score}]\nstages: {one: {}}\n",
    })
    known = known_in(outcome.atlas, with_ids=True)

    def stage(**fields: object) -> dict[str, object]:
        return {"title": "B", "extends": "a", "stages": {"one": fields}}

    assert not _refuses("journey", stage(policy=["x"], heat=3, **{"x-own": [1], "pains+": ["y"]}), known)
    assert not _refuses("journey", stage(**{"policy+": ["z"]}), known)
    assert _refuses("journey", stage(policy=["x"], **{"policy+": ["z"]}), known)
    assert _refuses("journey", stage(polisy=["x"]), known)
    assert _refuses("journey", stage(heat="warm"), known)
    assert _refuses("journey", stage(**{"pains": ["x"], "pains+": ["y"]}), known)
    assert not _refuses("journey", stage(thoughts=[{"sv": "Hej", "en": "Hi"}]), known)
    assert _refuses("journey", stage(thoughts=[{"fi": "Moi"}]), known)
    # Without a handbook nobody knows which lanes there are.
    assert not _refuses("journey", stage(polisy=["x"]), Known())


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("policy: [One, {text: Two, evidence: talks}]", True),
        ("policy: [{note: without words}]", False),
        ("policy+: [More]", True),
        ("policy: [One]\n    policy+: [More]", False),
        ("about: {sv: Om, en: About}", True),
        ("about: [a, b]", False),
        ("about+: More", False),
        ("heat: 3", True),
        ("heat: 6", False),
        ("heat+: 1", False),
        ("cost: [{name: Cost, value: 3}, reach]", True),
        ("cost: [rech]", False),
        ("see: [{text: Page, url: 'https://example.com'}]", True),
        ("see: ['javascript:x']", False),
        ("polisy: [One]", False),
        ("x-own: {any: [thing]}", True),
        ("x-budget: 4", True),
        ("x-budget: much", False),
        ("x-budget+: 4", True),
        ("thoughts+: [More]", True),
        ("thoughts: [One]\n    thoughts+: [More]", False),
        ("thougths+: [More]", False),
        ("emotion+: 1", False),
        ("next+: [one]", False),
        ("thoughts+: [{text: x, x-own: 1}]", True),
        ("thoughts+: [{txt: x}]", False),
        ("steps: {a: {name: A, policy: [One], x-own: 1, pains: [x]}}", True),
        ("steps: {a: {name: A, polisy: [One]}}", False),
    ],
)
def test_one_line_at_a_time_both_say_the_same(written: str, right: bool, tmp_path: Path) -> None:
    files = {
        "handbook.yml": "title: T\nlanguages: [sv, en]\nlanes:\n  - {id: policy, label: P, kind: list}\n  - {id: about, label: A, kind: text}\n"
        "  - {id: cost, label: C, kind: metric}\n  - {id: see, label: S, kind: link}\n  - {id: x-budget, label: B, kind: score}\n",
        "evidence.yml": "talks: Talks\n",
        "metrics.yml": "reach: Reach\n",
        "journeys/a.yml": "title: A\nlanes: [{id: heat, label: H, kind: score}]\nstages:\n  one: {policy: [Zero], thoughts: [Zero]}\n",
        "journeys/b.yml": f"title: B\nextends: a\nlanes: [{{id: heat, label: H, kind: score}}]\nstages:\n  one:\n    {written}\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    said = {file: (refused, wrong) for file, refused, wrong in _both_say(tmp_path)}
    refused, wrong = said.pop("journeys/b.yml")
    assert (not refused, not wrong) == (right, right), wrong
    assert not any(refused or wrong for refused, wrong in said.values())


@pytest.mark.parametrize("words", ["2 weeks", "1–2 dagar", "<2 min", "12+ måneder", "ongoing", "½ år", "en vecka", "ca. 3 T", "Minutes to years", "0-3 months", ""])
def test_lengths_of_time_in_every_language(words: str) -> None:
    assert not _refuses("journey", {"title": "A", "stages": {"one": {"duration": words}}}, Known())


@pytest.mark.parametrize("words", ["soon", "2", "2 parsecs", "weeks weeks", "1-2", "3 days - "])
def test_what_is_no_length_of_time(words: str) -> None:
    assert _refuses("journey", {"title": "A", "stages": {"one": {"duration": words}}}, Known())
