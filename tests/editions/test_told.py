"""What the log of an edition tells of a handbook with slips: in full whatever is open, and of the rest not a word."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_site.handbook import Outcome, read_handbook
from journey_site.hidden_problems import told_in_full
from journey_site.hosts.mkdocs.little_shown import little_shown
from journey_site.problems import Problem

AUDIENCES = ("internal", "client", "public")
WORDS = (
    "marmalade", "xylophone", "quicksand", "buttercup", "helicopter", "dandelion", "porcupine", "magnolia", "trombone",
    "velveteen", "chandelier", "kangaroo", "windmill", "eggplant", "harmonica", "lighthouse", "mushroom", "nightingale",
    "octopus", "pelican", "rhubarb", "saxophone", "toboggan", "umbrella", "wheelbarrow",
)  # fmt: skip
"""Names of which none is a slip of another."""


def told_of(outcome: Outcome, reader: str, base: Path) -> tuple[list[Problem], int]:
    told, others = told_in_full(outcome.problems, outcome.everything or outcome.atlas, reader, base)
    assert len(told) + sum(others.values()) == len(outcome.problems)
    return told, sum(others.values())


def whole(problem: Problem) -> str:
    """All that anybody could read of a problem."""
    return " ".join((str(problem), problem.note, *(f"{each.span} {each.message}" for each in problem.related))).casefold()


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_slips_are_told_where_all_they_name_is_open_and_counted_elsewhere(data: st.DataObject) -> None:
    words = iter(data.draw(st.permutations(WORDS)))
    default = data.draw(st.sampled_from(["", "internal", "client"]))
    who: dict[str, str] = {}

    def named(*around: str) -> tuple[str, str, str]:
        """A new id, what it says of its audience, and the narrowest that it stands in."""
        said = data.draw(st.sampled_from(["", *AUDIENCES]))
        reach = said or (default if not around else "") or "public"
        identity = next(words)
        who[identity] = min((reach, *around), key=AUDIENCES.index)
        return identity, f", audience: {said}" if said else "", who[identity]

    files = {"handbook.yml": f"title: T\naudiences: [{', '.join(AUDIENCES)}]\n" + (f"default_audience: {default}\n" if default else "")}
    touchpoints = [named() for _ in range(3)]
    files["touchpoints.yml"] = "".join(f"{each}: {{name: {each} {each}{said}}}\n" for each, said, _ in touchpoints)
    slips: dict[str, tuple[str, str]] = {}
    for _ in range(2):
        journey, said, around = named()
        stages = [named(around) for _ in range(3)]
        text = f"title: {journey} {journey}\n" + (f"{said[2:]}\n" if said else "") + "stages:\n"
        for stage, stage_said, stage_who in stages:
            text += f"  {stage}:\n    name: {stage} {stage}\n" + (f"    {stage_said[2:]}\n" if stage_said else "")
            kind = data.draw(st.sampled_from(["field", "stage", "touchpoint", "link", "none"]))
            target, _, target_who = data.draw(st.sampled_from(stages if kind in ("stage", "link") else touchpoints))
            slip = target[:3] + target[4:]
            text += {
                "field": "    thoghts: [x]\n", "stage": f"    next: [{slip}]\n", "touchpoint": f"    touchpoints: [{slip}]\n",
                "link": f"    goal: See [it](journey:{journey}#{slip})\n", "none": "",
            }[kind]  # fmt: skip
            if kind != "none":
                reach = stage_who if kind == "field" else min(stage_who, target_who, key=AUDIENCES.index)
                slips[f"journeys/{journey}.yml:{text.count(chr(10))}"] = (reach, "thoughts" if kind == "field" else target)
        files[f"journeys/{journey}.yml"] = text
    reader = data.draw(st.sampled_from(AUDIENCES[1:]))
    with tempfile.TemporaryDirectory() as name:
        for path, said in files.items():
            Path(name, path).parent.mkdir(exist_ok=True)
            Path(name, path).write_text(said, encoding="utf-8")
        outcome = read_handbook(Path(name), audience=reader)
        told, _ = told_of(outcome, reader, Path(name))
    at = {f"{problem.span.file}:{problem.span.line}": problem for problem in told if problem.rule in ("unknown-field", "unknown-stage", "unknown-touchpoint")}
    open_slips = {place: meant for place, (reach, meant) in slips.items() if AUDIENCES.index(reach) >= AUDIENCES.index(reader)}
    assert at.keys() == open_slips.keys()
    assert all(at[place].hint == f'did you mean "{meant}"?' for place, meant in open_slips.items())
    hidden = [word for word, reach in who.items() if AUDIENCES.index(reach) < AUDIENCES.index(reader)]
    for problem in told:
        for word in hidden:
            assert word not in whole(problem)
            assert word[:3] + word[4:] not in whole(problem)


OPEN = {
    "handbook.yml": "title: T\naudiences: [internal, public]\nchannels:\n  web: {name: Web}\n  backdoor: {name: The Way In, audience: internal}\n",
    "touchpoints.yml": "shop: {name: The shop}\nportal: {name: Portal, channel: zzz}\nvault: {name: The Vault Room, audience: internal}\n",
    "journeys/buy.yml": "title: Buys\nstages:\n  aware: {name: Aware, next: [decied]}\n  decide: {name: Decide}\n  left: {name: Leaves us, audience: internal}\n",
}


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("journeys/buy.yml", "", 'journeys/buy.yml:3:31: this journey has no stage "decied" (did you mean "decide"?)'),
        ("touchpoints.yml", "", 'touchpoints.yml:2:33: there is no channel "zzz" (there are web)'),
        ("a.md", "[x](touchpoint:shpo)\n", 'a.md:1:5: there is no touchpoint "shpo" (did you mean "shop"?)'),
        ("a.md", "```journey buy shwo=card\n```\n", "a.md:1:"),
        ("journeys/b.yml", "title: B\nstages: {left: {name: L, gaol: x}}\n", 'journeys/b.yml:2:26: a stage has no field "gaol" (did you mean "goal"?)'),
        ("personas.yml", "anna: {name: Anna, agee: 4}\n", 'personas.yml:1:20: a persona has no field "agee" (did you mean "age"?)'),
    ],
)  # fmt: skip
def test_a_slip_in_what_is_open_is_told_in_full(handbook: Callable[..., Outcome], tmp_path: Path, file: str, text: str, said: str) -> None:
    outcome = handbook({**OPEN, **({file: text} if text else {})}, audience="public")
    told, _ = told_of(outcome, "public", tmp_path)
    assert [str(problem) for problem in told if str(problem).startswith(said)] != []
    for word in ("vault", "backdoor", "leaves us", "way in"):
        assert not any(word in whole(problem) for problem in told)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("journeys/b.yml", "title: B\nstages: {one: {name: One, touchpoints: [valt]}}\n"),  # a slip of what is hidden
        ("journeys/b.yml", "title: B\nstages: {one: {name: One, touchpoints: [the-vault-romo]}}\n"),  # of its name
        ("journeys/b.yml", "title: B\nstages: {one: {name: One, touchpoints: [The Vault Room]}}\n"),
        ("a.md", "[x](touchpoint:vault-2)\n"),
        ("personas/anna.yml", "name: Anna\naudeince: internal\nagee: 4\n"),  # nobody knows for whom it is
        ("personas/anna.yml", "name: Anna\nAudience: internal\nagee: 4\n"),
        ("personas/anna.yml", "name: Anna\naudience: intrenal\nagee: 4\n"),
        ("vault.md", "[x](touchpoint:zzz)\n"),  # the file's name tells it
        ("touchpoints.yml", "vault: {name: The Vault Room, audience: internal, chanel: x}\n"),
    ],
)
def test_what_tells_of_something_hidden_is_a_number(handbook: Callable[..., Outcome], tmp_path: Path, file: str, text: str) -> None:
    files = {"handbook.yml": OPEN["handbook.yml"], "touchpoints.yml": "vault: {name: The Vault Room, audience: internal}\n", file: text}
    told, others = told_of(handbook(files, audience="public"), "public", tmp_path)
    assert others
    for problem in told:
        assert problem.span.file != file
        assert "vau" not in whole(problem) and "valt" not in whole(problem)


def test_names_that_are_cut_short_or_long_are_known(handbook: Callable[..., Outcome], tmp_path: Path) -> None:
    """Checks quote names and texts, of which a message shows the beginning."""
    name = "A very long name of a project that nobody outside may ever hear of before it is there"
    files = {
        "handbook.yml": "title: T\naudiences: [internal, public]\nchecks: {names-alike: warning, copied-not-shared: warning}\n",
        "content.yml": f'secret: {{title: "{name}", audience: internal}}\nopen: {{title: "Quite another thing that all may read"}}\n',
        "personas/anna.yml": "name: Anna\n",
        "journeys/b.yml": f'title: B\npersona: anna\nstages: {{one: {{name: One, content: [{{title: "{name}"}}]}}}}\n',
    }
    outcome = handbook(files, audience="public", advice=True)
    told, _ = told_of(outcome, "public", tmp_path)
    assert any(name[:30].casefold() in whole(problem) for problem in outcome.problems)
    assert not any(name[:20].casefold() in whole(problem) for problem in told)


def test_names_in_every_script_are_known(handbook: Callable[..., Outcome], tmp_path: Path) -> None:
    files = {
        "handbook.yml": "title: T\naudiences: [internal, public]\n",
        "touchpoints.yml": "t1: {name: 秘密の部屋, audience: internal}\nt2: {name: Тайная комната, audience: internal}\n",
        "journeys/b.yml": "title: B\nstages:\n  one: {name: One, touchpoints: [秘密の部屋へ]}\n  two: {name: Two, touchpoints: [Тайная комната]}\n",
    }
    told, others = told_of(handbook(files, audience="public"), "public", tmp_path)
    assert others == 2
    assert not any("部屋" in whole(problem) or "комната" in whole(problem) for problem in told)


@pytest.mark.parametrize(
    ("default", "anna", "buys", "pages", "said"),
    [
        ("", "", "", [], ""),
        ("internal", "public", "public", [], ""),
        ("internal", "", "", [], "shows nothing but its start page (default_audience leaves out whatever does not say audience: public,"),
        ("internal", "", "", ["about.md"], "shows no journey and no persona; it has pages of your own (1) (default_audience"),
        ("internal", "public", "", [], "shows no journey; it has personas (1) (default_audience"),
        ("", "", "internal", [], "shows no journey; it has personas (1) (all of that kind say that they are for others, so write audience: public"),
        ("public", "internal", "", [], "shows no persona; it has journeys (1) (all of that kind"),
    ],
)
def test_an_edition_that_shows_little_is_told(handbook: Callable[..., Outcome], default: str, anna: str, buys: str, pages: list[str], said: str) -> None:
    outcome = handbook({
        "handbook.yml": "title: T\naudiences: [internal, public]\n" + (f"default_audience: {default}\n" if default else ""),
        "personas/anna.yml": "name: Anna\n" + (f"audience: {anna}\n" if anna else ""),
        "journeys/buy.yml": "title: B\npersona: anna\nstages: {one: {name: One}}\n" + (f"audience: {buys}\n" if buys else ""),
        "journeys/draft.yml": "title: D\npublish: draft\n",
    }, audience="public")  # fmt: skip
    told = little_shown(outcome.everything or outcome.atlas, outcome.atlas, "public", pages)
    assert (said in told) if said else not told
    assert not told or told.startswith(f"handbook.yml:{3 if '(default' in said else 2}:")


def test_a_handbook_that_has_no_journeys_is_no_cause_for_a_word(handbook: Callable[..., Outcome]) -> None:
    outcome = handbook({"handbook.yml": "title: T\naudiences: [internal, public]\n", "touchpoints.yml": "shop: {name: S}\n"}, audience="public")
    assert little_shown(outcome.everything or outcome.atlas, outcome.atlas, "public", []) == ""
