"""``journey-site translations``: what it tells, and texts to a translator and back."""

from __future__ import annotations

import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from click.testing import CliRunner
from repositories import Repository, needs_git

from journey_site.cli.main import commands
from journey_site.handbook import read_handbook

HANDBOOK = "title: {sv: Resor, en: Journeys}   # what it is called\nlanguages: [sv, en]\naudiences: [internal, client]\n"
JOURNEY = """\
# A journey
title: Köper cykel   # the title
scenario: |   # how it begins
  Första raden: med kolon.

    - indragen
  Sista raden.
stages:
  need:
    goal: Hitta ett sätt att komma till jobbet utan bil, också när det regnar och är mörkt   # long
    thoughts:
      - Är det dyrt?

      - {text: "Vad kostar #1?", audience: internal, severity: 2}  # flow
      - >-
        Ett veck
        till.
    pains: [För dyrt, För långt]
  buy: {name: {en: Buy, sv: Köp}}
# the end
"""
ENGLISH = {
    "Köper cykel": "Buys a bicycle",
    "Är det dyrt?": "Is it: expensive?",
    "Vad kostar #1?": "What does #1 cost?",
    "Ett veck till.": "A fold",
    "För dyrt": "Too expensive, by far",
    "Hitta ett sätt att komma till jobbet utan bil, också när det regnar och är mörkt": "Get to work without a car",
    "Första raden: med kolon.\n\n  - indragen\nSista raden.": "First line: a colon.\n\n  - indented\nLast line.",
}
AFTER = """\
# A journey
title: {sv: Köper cykel, en: Buys a bicycle}   # the title
scenario:
  sv: |   # how it begins
    Första raden: med kolon.

      - indragen
    Sista raden.
  en: |
    First line: a colon.

      - indented
    Last line.
stages:
  need:
    goal:
      sv: Hitta ett sätt att komma till jobbet utan bil, också när det regnar och är mörkt   # long
      en: Get to work without a car
    thoughts:
      - {sv: "Är det dyrt?", en: "Is it: expensive?"}

      - {text: {sv: "Vad kostar #1?", en: "What does #1 cost?"}, audience: internal, severity: 2}  # flow
      - sv: >-
          Ett veck
          till.
        en: >-
          A fold
    pains: [{sv: För dyrt, en: "Too expensive, by far"}, För långt]
  buy: {name: {en: Buy, sv: Köp}}
# the end
"""


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps/journeys").mkdir(parents=True)
    (tmp_path / "maps/handbook.yml").write_text(HANDBOOK, encoding="utf-8")
    (tmp_path / "maps/journeys/a.yml").write_text(JOURNEY, encoding="utf-8")
    return tmp_path / "maps"


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(commands, ["translations", *words])
    return result.exit_code, result.stdout, result.stderr


def exported(*words: str) -> str:
    code, said, errors = run("export", "en", *words)
    assert (code, errors) == (0, "")
    return said


def translate(po: str, words: dict[str, str]) -> str:
    """A PO file as a translator's tool writes it, with these translations in place of none."""
    catalog = read_po(StringIO(po))
    left = dict(words)
    for message in catalog:
        if message.id in left:
            assert not message.string
            message.string = left.pop(str(message.id))
    assert left == {}
    written = BytesIO()
    write_po(written, catalog, width=40)
    return written.getvalue().decode()


def test_the_answer_lands_in_the_yaml_and_nothing_else_changes(maps: Path) -> None:
    po = translate(exported(), ENGLISH)
    Path("en.po").write_text(po, encoding="utf-8")
    code, said, errors = run("import", "en.po", "--diff")
    assert (code, (maps / "journeys/a.yml").read_text(encoding="utf-8")) == (0, JOURNEY)
    assert '+title: {sv: Köper cykel, en: Buys a bicycle}   # the title' in said and "would be written" in errors
    code, said, errors = run("import", "en.po")
    assert (code, errors) == (0, "")
    assert said == "7 texts written in 1 file, 2 as before, 1 not translated yet.\n"
    assert (maps / "journeys/a.yml").read_text(encoding="utf-8") == AFTER
    assert (maps / "handbook.yml").read_text(encoding="utf-8") == HANDBOOK
    assert not read_handbook(maps).errors
    Path("en.po").write_text(exported(), encoding="utf-8")
    assert run("import", "en.po")[1] == "0 texts written, 9 as before, 1 not translated yet.\n"
    assert (maps / "journeys/a.yml").read_text(encoding="utf-8") == AFTER


def test_words_that_others_take_the_place_of_are_told(maps: Path) -> None:
    journey = JOURNEY.replace("title: Köper cykel", "title: {sv: Köper cykel, en: Gets a bicycle}")
    (maps / "journeys/a.yml").write_text(journey, encoding="utf-8")
    po = exported()
    (maps / "journeys/a.yml").write_text(journey.replace("Gets a", "Buys her"), encoding="utf-8")
    Path("en.po").write_text(po, encoding="utf-8")
    code, said, errors = run("import", "en.po")
    assert (code, said.split(",")[0]) == (0, "1 text written in 1 file")
    assert errors.startswith("maps/journeys/a.yml:2:8") and errors.endswith(': "Buys her bicycle" is now "Gets a bicycle"\n')


def test_what_no_longer_fits_is_named_and_the_rest_imported(maps: Path) -> None:
    po = translate(exported(), {"Köper cykel": "Buys a bicycle", "Är det dyrt?": "Is it?", "För dyrt": "[x](journey:nowhere)", "För långt": "Far"})
    po = po.replace('msgctxt "journeys/a name"', '#, fuzzy\nmsgctxt "journeys/a name"')
    po += '\nmsgid "No context"\nmsgstr "x"\n\nmsgctxt "journeys/gone name"\nmsgid "Borta"\nmsgstr "Gone"\n'
    Path("en.po").write_text(po, encoding="utf-8")
    changed = JOURNEY.replace("Är det dyrt?", "Är den dyr?").replace("[För dyrt, För långt]", "[Nytt, För dyrt, För långt]")
    (maps / "journeys/a.yml").write_text(changed, encoding="utf-8")
    code, said, errors = run("import", "en.po")
    assert code == 1
    assert 'the text has changed since, and says "Är den dyr?" now' in errors
    assert 'there is no journey "nowhere": mend it here and import it again' in errors
    assert "it has no context (msgctxt)" in errors and "there is no such text in the handbook any more" in errors
    assert said.startswith("1 text written in 1 file") and "1 marked as needing work and left alone" in said and "4 not imported" in said
    after = (maps / "journeys/a.yml").read_text(encoding="utf-8")
    assert after == changed.replace("För dyrt, För långt]", "För dyrt, {sv: För långt, en: Far}]")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("export", "de"), '"de" is no language of this handbook: add it in handbook.yml, languages: [sv, en, de]'),
        (("export", "engelska"), '"engelska" is no code of a language: did you mean en?'),
        (("--language", "tyska"), "did you mean de?"),
        (("import", "none.po"), "none.po cannot be read: No such file"),
        (("import", "maps/journeys/a.yml"), "a.yml cannot be read: "),
        (("--language", "pt_BR"), "languages: [sv, en, pt-BR]"),
        (("--fail-under", "0.95"), "should be a share from 0% to 100%"),
        (("--fail-under", "101%"), "should be a share"),
        (("--audience", "nobody"), 'no audience "nobody"'),
        (("elsewhere",), 'the folder "elsewhere" does not exist'),
    ],
)
def test_what_cannot_be_run_ends_with_2(words: tuple[str, ...], why: str, maps: Path) -> None:
    code, said, errors = run(*words)
    assert (code, said) == (2, "") and why in errors


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ('msgstr "Marketings', 'the quote at the end of the text is missing: close it with "'),
        ("msgstr Marketings", 'this line is none of a PO file: a text stands between quotes ("…")'),
        ("msgstr “Marketings”", "these are typographic quotes"),
    ],
)
def test_broken_quotes_damage_no_words(broken: str, why: str, maps: Path) -> None:
    po = translate(exported(), {"Köper cykel": "Marketings", "För långt": "Far"})
    assert po.count('msgstr "Marketings"') == 1
    line = po[: po.index('msgstr "Marketings"')].count("\n") + 1
    Path("en.po").write_text(po.replace('msgstr "Marketings"', broken), encoding="utf-8")
    code, said, errors = run("import", "en.po")
    assert (code, said) == (2, "") and f"en.po cannot be read: line {line}, column 8: {why}" in errors
    assert (maps / "journeys/a.yml").read_text(encoding="utf-8") == JOURNEY


def test_how_complete_it_is(maps: Path) -> None:
    code, said, _ = run()
    assert code == 0 and said.startswith("sv  100%  10 of 10 texts\n\nen  20%  2 of 10 texts, 8 missing\n")
    assert "maps/journeys/a.yml:2:8 title" in said and 'missing: "Köper cykel"' in said
    assert run("--fail-under", "20%", "maps")[0] == 0
    assert run("--fail-under", "21%")[0] == 1 and run("--language", "sv", "--fail-under", "100")[0] == 0
    data = json.loads(run("--format", "json", "--language", "EN", "--audience", "client")[1])
    assert data["source_language"] == "sv"
    (english,) = data["languages"]
    assert (english["texts"], english["translated"], english["share"]) == (9, 2, 0.2222)
    assert {"kind": "journeys", "field": "stages.pains", "texts": 2, "translated": 0, "share": 0.0, "outdated": 0} in english["fields"]
    assert english["missing"][0]["path"] == "title" and english["missing"][0]["line"] == 2
    assert "#1" in exported() and "#1" not in exported("--audience", "client")


@needs_git
def test_what_changed_since_is_out_of_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository(tmp_path / "r")
    monkeypatch.chdir(repository.folder)
    first = "title: {sv: Ett, en: One}\nscenario: {sv: Först, en: First}\nstages: [a]\n"
    repository.commit("2026-01-01", {"maps/handbook.yml": "title: {sv: T, en: T}\nlanguages: [sv, en]\n", "maps/journeys/a.yml": first})
    repository.commit("2026-01-02", {"maps/journeys/a.yml": first.replace("sv: Ett", "sv: Två")})
    repository.git("mv", "maps/journeys/a.yml", "maps/journeys/b.yml")
    repository.commit("2026-01-03", {})
    assert "1 out of date" in run()[1]
    assert 'out of date: "Två" was "Ett"' in run("--language", "en")[1]
    po = exported()
    assert '#, fuzzy\n#| msgid "Ett"\nmsgctxt "journeys/b name"\nmsgid "Två"\nmsgstr "One"' in po
    Path("en.po").write_text(po, encoding="utf-8")
    assert "1 marked as needing work" in run("import", "en.po")[1]
    Path("en.po").write_text(po.replace("#, fuzzy\n", ""), encoding="utf-8")
    assert "Translations-checked: en" in run("import", "en.po")[2]
    repository.git("commit", "-q", "--allow-empty", "-m", "Looked through\n\nTranslations-checked: en", day="2026-01-04")
    assert "out of date" not in run()[1]
    (repository.folder / "maps/journeys/b.yml").write_text(first.replace("sv: Ett", "sv: Tre"), encoding="utf-8")
    assert 'out of date: "Tre" was "Två"' in run("--language", "en")[1]
