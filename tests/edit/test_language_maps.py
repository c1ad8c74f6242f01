"""Words put into a text's language map, letter by letter, in every way in which a text may be written."""

from __future__ import annotations

import pytest

from journey_site.documents.journeys import Journey
from journey_site.documents.reading import Reading
from journey_site.edit.edits import apply
from journey_site.edit.language_maps import TextsInFile
from journey_site.edit.written_words import CannotWrite, in_lines, on_one_line
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml
from journey_site.translations.texts import texts_within

STAGES = "stages: [a]\n"


def translate(text: str, words: str, path: str = "name") -> str:
    """``text`` with ``words`` in English for one of its texts."""
    root, _ = parse_yaml(SourceText("a.yml", text))
    assert root is not None
    journey = Journey.read(root, Reading(language="sv", languages=("sv", "en", "nb")), id="a")
    assert journey is not None
    wanted = next(each for each in texts_within(journey, "journeys") if each.address == path)
    return apply(text, TextsInFile(SourceText("a.yml", text)).with_words(wanted.text, "en", words, "sv"))


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("title: Ett", "One", "title: {sv: Ett, en: One}"),
        ("title:   'Ett, två'   # why", "One", "title:   {sv: 'Ett, två', en: One}   # why"),
        ("title: Ett, två", "One: two", 'title: {sv: "Ett, två", en: "One: two"}'),
        ("title: Ett\r", "One", "title: {sv: Ett, en: One}\r"),
        ("title: {sv: Ett}", "One", "title: {sv: Ett, en: One}"),
        ("title: {sv: Ett, }", "One", "title: {sv: Ett, en: One, }"),
        ("title: {sv: Ett, en: }", "One", "title: {sv: Ett, en: One}"),
        ("title: {sv: Ett, en}", "One", "title: {sv: Ett, en: One}"),
        ("title: {nb: En, sv: Ett, en: ~}", "One", "title: {nb: En, sv: Ett, en: One}"),
        ('title: {sv: Ett, en: "Two"} # c', "One", 'title: {sv: Ett, en: "One"} # c'),
        ("title: Vad?", "What?", 'title: {sv: "Vad?", en: "What?"}'),  # other readers of YAML take ? for a key's sign
        ("title: {sv: Ett, en: 'Two'}", "it's", "title: {sv: Ett, en: 'it''s'}"),
        ("title: {sv: Ett}", "a\nb", 'title: {sv: Ett, en: "a\\nb"}'),
        ("title:\n  sv: Ett  # c\n  # below", "One", "title:\n  sv: Ett  # c\n  en: One\n  # below"),
        ("title:\n  sv: Ett\n  en:", "One", "title:\n  sv: Ett\n  en: One"),
        ("title:\n  sv: Ett\n  en: Two # c\n  nb: En", "a\nb", "title:\n  sv: Ett\n  en: | # c\n    a\n    b\n  nb: En"),
        ("title:\n  en: |  # c\n     Two\n\n     Three\n\n  sv: Ett", "One", "title:\n  en: |  # c\n     One\n\n  sv: Ett"),
        ("title:\n  Ett\n  två", "One", "title:\n  sv: Ett\n    två\n  en: One"),
        ("title: Ett\n  två", "One", "title:\n  sv: Ett\n    två\n  en: One"),
        ("title: Ett", "a\nb", "title:\n  sv: Ett\n  en: |\n    a\n    b"),
        ("title: |+\n  Ett\n", "One", "title:\n  sv: |+\n    Ett\n\n  en: |\n    One"),
        ("title: |2-\n    Ett", "One", "title:\n  sv: |2-\n      Ett\n  en: |-\n    One"),
        ("title: Ett\n    # deep", "a\nb", 'title:\n  sv: Ett\n  en: "a\\nb"\n    # deep'),
    ],
)
def test_a_text_in_one_more_language(before: str, words: str, after: str) -> None:
    # Windows' line ends are those of the whole file, which apply() sees to.
    assert translate(before + "\n" + STAGES, words) == after + "\n" + STAGES


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("pains: [Ett, Två]\n", "One", "pains: [{sv: Ett, en: One}, Två]\n"),
        ("pains: Ett\n", "One", "pains: {sv: Ett, en: One}\n"),
        ("pains:\n- |\n Ett\n- Två\n", "One", "pains:\n- sv: |\n   Ett\n  en: |\n    One\n- Två\n"),
        ("pains:\n  -   Ett\n", "a\nb", "pains:\n  -   sv: Ett\n      en: |\n        a\n        b\n"),
        ("pains:\n  - sv: Ett\n  - Två\n", "One", "pains:\n  - sv: Ett\n    en: One\n  - Två\n"),
        ("pains:\n  - text: Ett  # c\n    severity: 2\n", "One", "pains:\n  - text: {sv: Ett, en: One}  # c\n    severity: 2\n"),
    ],
)
def test_an_entry_of_a_list(before: str, words: str, after: str) -> None:
    assert translate(f"title: T\n{STAGES}{before}", words, "pains[0]") == f"title: T\n{STAGES}{after}"


@pytest.mark.parametrize("before", ["title: &x Ett", "title: !!str Ett"])
def test_what_is_repeated_or_tagged_is_left_alone(before: str) -> None:
    with pytest.raises(CannotWrite, match="repeated elsewhere"):
        translate(f"{before}\n{STAGES}", "One")


@pytest.mark.parametrize("words", ["null", "12", "true", "a: b", "# no", "- a", "it's", 'say "hi"', "back\\slash", "x, y", "{a}", "a\u2028b", "@a"])
def test_words_are_read_as_written(words: str) -> None:
    for said, text in ((on_one_line(words, in_brackets=True), "{{a: {}}}\n"), (in_lines(words, column=4).head, "a: {}\n")):
        root, problems = parse_yaml(SourceText("a", text.format(said)))
        assert not problems and root is not None
        assert root.get("a").text == words  # type: ignore[union-attr]
        assert words not in ("null", "12", "true") or said[0] in "\"'"


def test_a_long_text_is_folded_and_what_yaml_cannot_hold_is_refused() -> None:
    written = in_lines("word " * 60 + "end", column=6)
    assert written.head == ">-" and len(written.below) == 3 and max(map(len, written.below)) <= 104
    with pytest.raises(CannotWrite):
        on_one_line("a\ud800", in_brackets=True)


def test_no_word_is_left_alone_on_the_last_line_and_no_link_is_broken() -> None:
    words = "Det som sägs här är en aning för långt för en enda rad, men det ska ändå inte få ett ensamt ord på nästa rad, efteråt"
    first, last = in_lines(words, column=4).below
    assert f"{first} {last}" == words
    assert len(last) > len(words) // 3
    link = "[nio samtal med styrelser i " + "hela landet, " * 8 + "och därtill några](https://a.example)"
    assert any(link in line for line in in_lines(f"{'Ord ' * 20}före {link} och efter", column=4).below)
