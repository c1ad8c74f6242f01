"""A round trip through PO changes nothing; new words change those texts alone, and every comment stays."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from written_handbooks import WORDS, journey

from journey_site.documents.load import load_documents
from journey_site.edit.same_words import comments
from journey_site.edit.translate import translated
from journey_site.exchange.translations_po import read_answer, translations_po
from journey_site.problems import Severity
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml
from journey_site.translations.answers import Entry, matched
from journey_site.translations.outdated import Outdated
from journey_site.translations.texts import Languages, texts_of, words_in

FILES = {"handbook.yml": "title: T\nlanguage: sv\nlanguages: [sv, en, nb]\n", "personas/anna.yml": "name: Anna\nage: 38\n"}
NEW = [
    *WORDS, "Two\nlines", "Para\n\ngraphs\n\n- a list\n- of things", "ends with backslash \\", "{a: b}, [c]", "a: b", "~", "é", "!tag", "&a *b",
    "a long sentence that goes on " * 8, "# first\n  deeper # no comment\nlast", "tab\there", "\"both\" 'quotes' \\ and\nlines", "a\u2028b", "@x", "`y`",
    "a  long   sentence with    odd spaces " * 5, "true", "1_000", "<b>&amp;</b>", "%s of {0}", "50 % off",
]  # fmt: skip


def write(folder: Path, text: str) -> Path:
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    path = folder / "journeys" / "a.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(text=journey(), data=st.data())
def test_new_words_change_those_texts_alone(text: str, data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = write(folder, text)
        for language in ("en", "nb", "en"):
            documents = load_documents(folder)
            assert not [p for p in documents.problems if p.severity is Severity.ERROR]
            languages = Languages.of(documents.handbook)
            texts = texts_of(documents)
            before = path.read_bytes().decode()

            # What was exported says what is there already.
            answer = read_answer(translations_po(texts, language, languages, "T", Outdated()))
            again = matched(answer.entries, texts, language, languages)
            assert (answer.language, again.wishes, again.refused) == (language, [], [])
            assert len(again.same) + again.empty == len(answer.entries) == len(texts)

            chosen = data.draw(st.lists(st.sampled_from(answer.entries), unique=True))
            new = {entry.context: data.draw(st.sampled_from(NEW)).strip() for entry in chosen}
            entries = [Entry(e.line, e.context, e.source, new[e.context]) for e in chosen]
            wishes = matched(entries, texts, language, languages)
            assert wishes.refused == []
            result = translated(folder, "", documents, wishes.wishes, language)
            assert not result.refused, [(refusal.why, refusal.entry.words) for refusal in result.refused]
            for change in result.changes.texts:
                change.before.path.write_bytes(change.before.encoded(change.after))
            now = {each.context: each for each in texts_of(load_documents(folder))}
            for each in texts:
                wanted = new.get(each.context) or words_in(each.text, language)
                after = now[each.context].text
                # A number becomes a text when it is translated, and what is composed otherwise is the same.
                assert words_in(after, language) == normalize("NFC", wanted)
                assert all(words_in(after, other) == words_in(each.text, other) for other in languages.every if other != language)
            assert comments_of(path.read_bytes().decode()) == comments_of(before)


def comments_of(text: str) -> object:
    source = SourceText("a.yml", text)
    return comments(source, parse_yaml(source)[0])
