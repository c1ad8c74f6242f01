"""``journey-site translations words``: the site's own words, to change one or to bring a language."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.main import commands
from journey_site.handbook import read_handbook
from journey_site.source.po import parse_po


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/handbook.yml").write_text("title: T\nlanguages: [sv, no]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "maps"


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(commands, ["translations", "words", *words])
    return result.exit_code, result.stdout, result.stderr


def test_every_word_with_ours(maps: Path) -> None:
    code, said, errors = run("sv")
    assert (code, errors) == (0, "")
    file = parse_po(said)
    assert not file.slips and len(file.entries) > 1_000 and all(all(entry.words) for entry in file.entries)
    assert file.head["Language"] == "sv" and file.head["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert parse_po(run("nb")[1]).head["Language"] == "no", "as the handbook calls it"


def test_all_texts_with_a_word_its_names_first(maps: Path) -> None:
    for word in ("touchpoint", "Touchpoints", "kontaktpunkt"):
        entries = parse_po(run("sv", "--find", word)[1]).entries
        assert len(entries) > 20
        assert {"Touchpoints", "Touchpoint"} <= {entry.source.words for entry in entries[:6]}
        assert all("touchpoint" in entry.source.words.casefold() or "kontaktpunkt" in "".join(entry.words).casefold() for entry in entries)
    assert run("sv", "--find", "zzz") == (1, "", 'No text of the site has the word "zzz", in English or in sv.\n')


def test_a_file_that_is_there_is_added_to_and_nothing_in_it_changed(maps: Path) -> None:
    place = maps / "locales/sv.po"
    assert run("sv", "--find", "pain", "--output", str(place))[0] == 0
    mine = "# mine\n" + place.read_text(encoding="utf-8").replace('msgstr "Smärtpunkter"', 'msgstr "Ont"').rstrip()
    place.write_text(mine, encoding="utf-8")
    code, said, _ = run("sv", "--find", "touchpoint", "--output", str(place))
    assert code == 0 and "texts added" in said
    now = place.read_text(encoding="utf-8")
    assert now.startswith(mine + "\n\n") and len(parse_po(now).entries) > len(parse_po(mine).entries)
    assert "0 texts added" in run("sv", "--find", "touchpoint", "--output", str(place))[1]
    assert place.read_text(encoding="utf-8") == now
    assert 'msgid "Pains"\nmsgstr "Ont"' in run("sv", "--find", "Pains")[1], "own words are shown as they are"
    told = [problem for problem in read_handbook(maps).problems if problem.span.file == "locales/sv.po"]
    assert [problem.rule for problem in told] == ["half-replaced-word"], "other texts in the file still have our word"
    assert told[0].message.startswith('"Pains" has words of your own')


def test_a_language_that_is_new(maps: Path) -> None:
    code, said, errors = run("pt-BR")
    assert code == 0 and "languages: [sv, no, pt-BR]" in errors
    assert "for locales/pt-BR.po" in said and 'msgid "More"\nmsgstr ""\n' in said
    assert run("swedish") == (2, "", 'journey-site: "swedish" is no code of a language: did you mean sv?\n')
    assert "such as sv or pt-BR" in run("qqqq")[2]


def test_a_file_that_cannot_be_written_ends_with_2(maps: Path) -> None:
    (maps / "bad.po").write_bytes(b"\xff\xfe\x00")
    assert run("sv", "--output", str(maps / "bad.po"))[::2] == (2, f"journey-site: {maps / 'bad.po'} cannot be read: save it as UTF-8\n")
    assert run("sv", "--output", str(maps / "handbook.yml" / "sv.po"))[0] == 2


def test_such_a_file_is_no_translators_answer(maps: Path) -> None:
    (maps.parent / "sv.po").write_text(run("sv", "--find", "stage")[1], encoding="utf-8")
    result = CliRunner().invoke(commands, ["translations", "import", "sv.po"])
    assert (result.exit_code, result.stdout) == (2, "") and len(result.stderr.splitlines()) == 1
    assert "belong into locales/sv.po" in result.stderr
