"""Whoever checks at each save is told exactly what a fresh reading would tell, and what is as it was is not looked at again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from corpus import read_corpus, write_corpus
from hypothesis import given, settings
from hypothesis import strategies as st

from journey_site.atlas.link import link
from journey_site.documents.load import load_documents
from journey_site.handbook import Memory, Outcome, read_handbook
from journey_site.problems import Severity
from journey_site.rules.checks import CHECKS
from journey_site.rules.checks.groups import groups_of, settings_of
from journey_site.rules.checks.survey import Survey

HERE = Path(__file__).parent
DEMO = HERE.parent.parent / "maps"

_ALWAYS = "audiences: [internal, public]\nlanes: [goal, {id: policy, label: P, kind: list}]\n"
SOUND: dict[str, tuple[str, ...]] = {
    "handbook.yml": (
        f"title: T\nlanguages: [en, sv]\n{_ALWAYS}",
        f"title: T\nlanguages: [en, sv]\nsummary: '[A](journey:a#two)'\nowner: sales\n{_ALWAYS}",
        f"title: T\nlanguages: [sv, en]\nemotion: {{from: 0, to: 10}}\n{_ALWAYS}",
        f"title: T\nlanguages: [en, sv]\nreview_every: 1 month\ndefault_audience: public\nuses: [other]\n{_ALWAYS}",
        ("title: T\nlanguages: [en, sv]\nchecks: {long-name: warning, dead-end: off, goal-in-every-stage: warning,"
        f" overrides: [{{files: journeys/*, checks: {{way-twice: off}}}}]}}\n{_ALWAYS}"),
    ),
    "models.yml": (
        "ours: {name: Ours, stages: {one: {name: First}, two: {name: Second}, three: {name: Third}}}\n",
        "ours: {name: Ours, order: network, stages: {two: {name: TBA}, one: {name: First}, three: {name: X}}}\n",
    ),
    "personas/anna.yml": ("name: Anna Berg\n", "name: Bo Berg\ngoals: [To ride]\nportrait: bo.jpg\n", "name: A\npublish: retired\n"),
    "personas.yml": ("carl: {name: Carl}\n", "carl: {name: Anna Berg, channels: {web: 3}}\n"),
    "channels.yml": ("web: {name: Website}\nfax: {name: Fax}\n", "web: {name: Fax}\nfax: {name: Fax}\n"),
    "departments.yml": ("sales: {name: Sales}\n", "sales: {name: Sales, contact: 'mailto:a@example.org'}\nlaw: {name: Law}\n"),
    "touchpoints.yml": (
        "till: {name: The till, channel: web, owner: sales}\nfair: {name: The fair}\n",
        "till: {name: The till}\nweb-shop: {name: Till}\nwebshop: {name: Shop, reviewed: 2020-01-01}\n",
        "till: {name: The till, publish: retired}\n",
    ),
    "metrics.yml": ("calls: {name: Calls, unit: people, value: 3}\n", "calls: {name: Calls, unit: '%', value: 0.5, target: 80}\n"),
    "evidence.yml": ("talks: {name: Talks, date: 2019}\n", "talks: {name: Talks}\nold: {name: Old}\n"),
    "journeys/a.yml": (
        ("title: A\npersona: anna\nstages:\n  one: {next: [two, two], thoughts: [Anna wonders, Really], emotion: 2}\n"
        "  two: {touchpoints: [till], emotion: 1, pains: [{text: P, severity: 5}], next: []}\n  three: {goal: g}\n"),
        ("title: A\nactors: [anna, carl]\nmodel: ours\nstages:\n  one: {summary: TBA, emotion: {anna: 1}, thoughts: [Really]}\n"
        "  two: {metrics: [{metric: calls, unit: minutes}], after: [three], confidence: measured}\n"),
        "title: A\nmodel: ours\nowner: sales\nreviewed: 2030-01-01\nstages:\n  one: {thoughts: [Same, {text: Why, evidence: [talks]}]}\n",
        "title: A\npublish: draft\nstages:\n  one: {thoughts: [Same, Same], next: [one, one]}\n  two: {next: []}\n  three: {}\n",
    ),
    "journeys/b.yml": (
        "title: B\nextends: a\nstages: {one: {thoughts+: [Really, Same]}, two: {next: [one]}}\n",
        "extends: a\naudience: internal\n",
        "title: B\ncompare_with: b\nreplaces: [a]\nstages: {one: {}, two: {policy: [x], touchpoints: [{name: The till}]}}\n",
        "title: B\nstages: {one: {thoughts: [{sv: Hej}, The customer waits]}, two: {thoughts: [X]}}\n",
    ),
    "journeys/c.yml": (
        "title: C\nextends: b\npublish: retired\n",
        "title: C\npersona: carl\nextends: a\nstages: {one: {thoughts: [Anna wonders]}, four: {name: Four, next: [one, one]}}\n",
        "title: C\nextends: b\nstages: {one: {emotion: 1}}  # journey: ignore[emotion-without-thought]\n",
    ),
    "page.md": ("[A](journey:a#two)\n", "[A](journey:b#two)\n", "A\n"),
    "personas/bo.jpg": ("x", "x" * 1_000_001),
    "other/departments.yml": ("law: {name: Law}\n", "law: {name: Justice}\n"),
}  # fmt: skip
"""What may stand in each file of a small handbook: one save concerns the others, and every mixture can be read."""
WRONG: dict[str, tuple[str, ...]] = {
    "handbook.yml": ("title: [\n", "title: T\n"),
    "personas.yml": ("anna: {name: Twice}\n",),
    "touchpoints.yml": ("",),
    "journeys/a.yml": ("title: A\nmodel: aida\nstages: {}\n", "stages: [{name: One, id: one, emotion: 99, next: }]  # journey: ignore[emotion-range]\n"),
    "journeys/b.yml": ("title: B\nextends: c\n", "extends: a\nremove: [one]\n"),
}  # fmt: skip
"""What leaves something unread, or leads nowhere."""

EVERY = [(name, words) for name, texts in SOUND.items() for words in texts]
_written = st.sampled_from(EVERY)
_sound_edits = st.tuples(_written, st.sampled_from(["", "# a line more\n", "# one\n# two\n"])).map(lambda one: (one[0][0], one[1], one[0][1]))
_wrong_edits = st.one_of(
    st.sampled_from([(name, "", words) for name, texts in WRONG.items() for words in texts]),
    st.sampled_from([(name, "delete", "") for name in SOUND]),
    st.sampled_from([("journeys/renamed.yml", "rename", "journeys/a.yml"), ("journeys/c.yml", "rename", "journeys/b.yml")]),
)
edits = st.one_of(_sound_edits, _sound_edits, _sound_edits, _wrong_edits)


def edit(folder: Path, name: str, how: str, words: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if how == "delete":
        path.unlink(missing_ok=True)
    elif how == "rename":
        if (folder / words).exists():
            (folder / words).replace(path)
    else:
        path.write_text(how + words, encoding="utf-8")


def said(outcome: Outcome) -> tuple[object, ...]:
    return outcome.problems, outcome.files, outcome.atlas


@settings(max_examples=60)
@given(
    st.lists(st.lists(edits, min_size=1, max_size=2), min_size=1, max_size=6),
    st.fixed_dictionaries({name: st.sampled_from(texts) for name, texts in SOUND.items()}),
    st.sampled_from(["", "", "internal"]),
)
def test_after_each_save_the_same_is_told_as_by_a_fresh_reading(
    saves: list[list[tuple[str, str, str]]], first: dict[str, str], audience: str
) -> None:
    memory = Memory()
    with TemporaryDirectory() as place:
        folder = Path(place)
        for name, words in first.items():
            edit(folder, name, "", words)
        for save in ([], *saves):
            for each in save:
                edit(folder, *each)
            told = read_handbook(folder, drafts=True, audience=audience, memory=memory)
            assert said(told) == said(read_handbook(folder, drafts=True, audience=audience))


@pytest.mark.parametrize(("name", "words"), EVERY, ids=lambda words: words if words in SOUND else "")
def test_every_mixture_can_be_read(name: str, words: str, tmp_path: Path) -> None:
    """Else the checks of the whole would not be asked in the test above."""
    for at in range(3):
        for each, texts in SOUND.items():
            edit(tmp_path, each, "", texts[at % len(texts)])
        edit(tmp_path, name, "", words)
        outcome = read_handbook(tmp_path, drafts=True)
        assert [str(problem) for problem in outcome.problems if problem.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", ["journeys/a.yml", "touchpoints.yml", "page.md"])
def test_what_is_as_it_was_is_not_made_or_looked_at_again(name: str, tmp_path: Path) -> None:
    for each, texts in SOUND.items():
        edit(tmp_path, each, "", texts[0])
    memory = Memory()
    before = read_handbook(tmp_path, drafts=True, memory=memory).atlas
    groups = {group.name: group for group in memory.looked_at.kept}
    edit(tmp_path, name, "# a line more\n", SOUND[name][0])
    after = read_handbook(tmp_path, drafts=True, memory=memory).atlas
    same = {identity for identity, journey in after.journeys.items() if journey is before.journeys[identity]}
    assert same == (set() if name == "journeys/a.yml" else {"a", "b", "c"})
    anew = {group.name for group in memory.looked_at.kept if group is not groups[group.name]}
    assert anew - {""} == ({name} if name != "page.md" else set())


CORPORA = sorted(path for path in HERE.glob("*/*.yml") if path.parent.name in {check.name for check in CHECKS})


@pytest.mark.parametrize("path", [*CORPORA, DEMO], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_needs_a_thing_alone_finds_the_same_with_all_others_there(path: Path, tmp_path: Path) -> None:
    if path.is_file():
        write_corpus(read_corpus(path.read_text(encoding="utf-8")), tmp_path)
    folder = tmp_path if path.is_file() else path
    atlas, _ = link(load_documents(folder))
    groups = groups_of(atlas)
    for check in CHECKS:
        if check.alone:
            whole = set(check.check(Survey(atlas, tuple(groups), folder)))
            alone = {found for group in groups for found in check.check(Survey(group.atlas(settings_of(atlas)), (group,)))}
            assert alone == whole, check.name
