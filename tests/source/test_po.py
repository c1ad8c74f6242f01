"""PO, entry by entry: what is read, what a slip costs, and that nothing makes the reader raise."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

from journey_site.source.po import decoded_po, parse_po

OURS = sorted((Path(__file__).resolve().parents[2] / "theme" / "locales").glob("*.po"))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_it_reads_what_babel_reads(path: Path) -> None:
    file = parse_po(path.read_text(encoding="utf-8"))
    with path.open("rb") as there:
        babels = read_po(there)
    said = {m.id if isinstance(m.id, str) else m.id[0]: (m.string,) if isinstance(m.string, str) else tuple(m.string) for m in babels if m.id}
    assert {entry.source.words: entry.words for entry in file.entries} == said
    assert not file.slips and file.plurals == (babels.num_plurals, babels.plural_expr)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_in_any_layout(ends: str) -> None:
    text = '\ufeff#, fuzzy\nmsgid ""\nmsgstr ""\n"Language: sv\\n"\nmsgctxt "c"\nmsgid "a"\n"b\\t\\"c\\"\\101"\nmsgstr "x"\n#: f.py\n#| msgid "old"\n#, fuzzy, c\nmsgid"d"\nmsgid_plural "e"\nmsgstr[0] "1"\nmsgstr[1]\t"2"\n#~ msgid "gone"\n#~ msgstr "y"\n'
    file = parse_po(text.replace("\n", ends))
    assert file.head == {"Language": "sv"} and not file.slips
    one, two = file.entries
    assert (one.key, one.words, one.fuzzy, one.source.line) == (("c", 'ab\t"c"A'), ("x",), False, 6)
    assert (two.key, two.many and two.many.words, two.words, two.fuzzy, two.comments) == (("", "d"), "e", ("1", "2"), True, ("#: f.py",))


def test_a_slip_costs_its_entry_alone() -> None:
    file = parse_po('msgid "a\nmsgstr "x"\n\nmsgid "b"\nmsgstr "y"\nmsgid\nmsgstr "z"\nmsgid "c" d\nmsgstr "w"\n')
    assert [(slip.line, slip.column) for slip in file.slips] == [(1, 7), (6, 1), (8, 7)]
    assert [entry.source.words for entry in file.entries] == ["b"]


def test_letters() -> None:
    assert decoded_po("\ufeffmsgid".encode()) == "msgid"
    assert decoded_po('"Content-Type: text/plain; charset=ISO-8859-1\\n"\n"å"'.encode("latin-1")) is not None
    assert decoded_po("å".encode("latin-1")) is None and decoded_po(b'"charset=nonsense"\xff') is None


@given(st.text(alphabet=st.sampled_from('msgidtrplual_cx[0123] "\\\n#,~|fuzzå“:'), max_size=200))
def test_nothing_makes_it_raise(text: str) -> None:
    file = parse_po(text)
    assert all(slip.line >= 1 and slip.message for slip in file.slips)


@given(st.dictionaries(st.text(min_size=1, max_size=30).filter(lambda words: words.isprintable()), st.text(max_size=30), max_size=5))
def test_what_babel_writes_is_read(said: dict[str, str]) -> None:
    from babel.messages.catalog import Catalog

    catalog = Catalog()
    for source, words in said.items():
        catalog.add(source, words)
    written = BytesIO()
    write_po(written, catalog)
    file = parse_po(written.getvalue().decode())
    assert {entry.source.words: entry.words[0].replace("\r", "") for entry in file.entries} == {key: words.replace("\r", "") for key, words in said.items()}
