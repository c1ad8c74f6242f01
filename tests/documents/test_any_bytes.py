"""Whatever stands in a file of a handbook: it is read without an exception, and its mistakes are told."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_site.handbook import read_handbook

FILES = {
    "handbook.yml": "title: T\nlanguages: [sv, en]\naudiences: [internal, public]\nlanes: [goal, {id: policy, kind: list}]\n"
    "uses: [common]\nemotion: {from: -2, to: 2}\ndepartments: {sales: Sales}\nchannels: {web: Web}\n",
    "personas/anna.yml": "name: Anna\ntraits: {calm: 4}\nchannels: {web: 5}\nportrait: {file: a.jpg, alt: A}\n",
    "journeys/a.yml": "title: {sv: A, en: A}\npersona: anna\nmodel: aida\nreviewed: 2026-01-02\nowner: {name: Eva}\n"
    "paths: {p: {share: 20%, stages: [attention]}}\n"
    "stages: {attention: {duration: 2 weeks, emotion: {anna: 1}, thoughts: [{text: Hm, severity: 3}], policy: [x],\n"
    "  next: [{to: interest, share: 60%}, {exit: Out}], steps: [{title: S}], touchpoints: [t, {name: X, from: sales}]}}\n",
    "journeys/b.yml": "extends: a\nremove: [action]\nstages: {attention: {thoughts+: [More]}, new: {name: New}}\n",
    "models/m.yml": "name: M\norder: cyclic\nstages: {one: {next: [two]}, two: {serves: buy}}\n",
    "touchpoints.yml": "t: {channel: web, metrics: [m], url: 'https://x.example/', was: [old]}\n",
    "content.yml": "c: {title: C, type: guide, status: live, helps: buy}\n",
    "metrics.yml": "m: {value: 3, series: {2026-01: 2}}\n",
    "evidence.yml": "e: {date: 2026-01-02, n: 3}\n",
    "common/channels.yml": "mail: Mail\n",
    "index.md": "# T\n\n[a](journey:a#attention)\n",
}

WORDS = st.sampled_from(
    ["title", "name", "stages", "thoughts", "touchpoints", "next", "to", "exit", "emotion", "value", "low", "share", "60%", "2", "weeks", "extends", "remove", "a", "b", "anna", "model", "aida", "audience", "public", "lanes", "id", "kind", "list", "owner", "department", "sales", "policy", "thoughts+", "-", "[", "]", "{", "}", ":", ",", "'", '"', "|", ">", "&", "*", "!", "#", "?", "<<:", "x-y", "2026-02-30", "-1", "null", "true", "[x](journey:a)", "é", "\t", "12:30", "blueprint", "languages", "sv", "en", "uses", "../..", "was", "reviewed\n", "", "\n", "", "", "", "\n-", ""]
)


def read(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        outcome = read_handbook(Path(folder), shown="maps", audience="public", drafts=False)
        for problem in outcome.problems:
            assert problem.message
            assert problem.span.line >= 1
            str(problem).encode()
        if not outcome.errors:
            outcome.site()


def encoded() -> dict[str, bytes]:
    return {name: text.encode() for name, text in FILES.items()}


def test_the_handbook_that_is_changed_here_has_no_errors() -> None:
    read(encoded())


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=300))
def test_any_bytes_in_any_file(name: str, data: bytes) -> None:
    read({**encoded(), name: data})


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(FILES)), st.lists(WORDS, max_size=40))
def test_any_words_in_any_file(name: str, words: list[str]) -> None:
    read({**encoded(), name: " ".join(words).encode()})


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_change_to_any_file(data: st.DataObject) -> None:
    """Take a piece out of a file and put others in: what is left is nearly right, which goes deeper."""
    name = data.draw(st.sampled_from(sorted(FILES)))
    text = FILES[name]
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, min(len(text), begin + 20)))
    middle = data.draw(st.lists(WORDS, max_size=3))
    read({**encoded(), name: (text[:begin] + " ".join(middle) + text[end:]).encode()})


@pytest.mark.parametrize("address", ["a\\0b", "a" * 300, "../" * 200 + "x", "\\u202e", "/etc/passwd"])
def test_names_that_no_file_can_have(address: str) -> None:
    text = f'name: Anna\nportrait: "{address}"\n'
    read({**encoded(), "personas/anna.yml": text.encode(), "handbook.yml": f'title: T\nuses: ["{address}"]\n'.encode()})
