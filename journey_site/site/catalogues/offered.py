"""The words of the interface as a PO file to begin with: to change a word in a language, or to bring a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from journey_site.site.catalogues.catalogue import our_messages, our_words, own_catalogue
from journey_site.site.catalogues.half_replaced import is_name, stem_of, words_in
from journey_site.site.catalogues.places import catalogues_of
from journey_site.site.catalogues.plurals import as_written, plurals_of
from journey_site.source.po import Key, PoEntry

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def words_offered(code: str, own: Path, find: str = "") -> Mapping[Key, tuple[str, ...]]:
    """The messages with what stands for each in a language: somebody's own words in the folder ``own``, else ours.

    With ``find``, those alone in which that word stands, in English or in the language; the names of things first.
    """
    ours, theirs = our_words(code), {key: said for path in catalogues_of(own, code) for key, said in own_catalogue(path, code).said.items()}
    found = {key: theirs[key].forms if key in theirs else ours[key].words if key in ours else () for key in our_messages()}
    if not find:
        return found
    stem = stem_of(find)
    kept = {key: forms for key, forms in found.items() if _has(our_messages()[key], forms, stem, find.casefold())}
    return {key: kept[key] for key in sorted(kept, key=lambda key: not is_name(key[1]))}


def words_po(offered: Mapping[Key, tuple[str, ...]], code: str) -> Iterator[str]:
    """An entry of the file for each, with what it stands in and what else has the same word."""
    number = plurals_of(code)[0]
    for key, forms in offered.items():
        entry = our_messages()[key]
        lines = [line for line in entry.comments if line.startswith("#:")]
        others = _with_stem()[stem_of(key[1])] - 1 if is_name(key[1]) else 0
        if others > 0:
            lines.append(f"#. The word stands in {others:,} other {'text' if others == 1 else 'texts'}, too: --find {key[1].casefold()}")
        lines.append(f"msgid {written(key[1])}")
        if entry.many:
            lines.append(f"msgid_plural {written(entry.many.words)}")
            there = forms if len(forms) == number else ("",) * number
            lines += [f"msgstr[{at}] {written(words)}" for at, words in enumerate(there)]
        else:
            lines.append(f"msgstr {written(forms[0] if forms else '')}")
        yield "\n".join(lines) + "\n"


def head_of(code: str, name: str, path: str) -> str:
    """How such a file begins; ``name`` is the language's, ``path`` where the file belongs in a handbook."""
    said = {
        "Language": code.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": as_written(plurals_of(code)),
    }
    told = (
        f"Words of the site in {name}, for {path} in the handbook's folder.",
        "Keep what you change and delete the rest: what is not here stays as it is, and goes along with new versions.",
        "%(num)s and the like stand for what is put in there: keep them as they are.",
    )
    comments = "".join(f"# {line}\n" for line in told)
    return f'{comments}msgid ""\nmsgstr ""\n' + "".join(written(f"{field}: {words}\n") + "\n" for field, words in said.items())


def without(offered: Mapping[Key, tuple[str, ...]], there: Iterable[PoEntry]) -> Mapping[Key, tuple[str, ...]]:
    """What is not in a file yet."""
    known = {entry.key for entry in there}
    return {key: forms for key, forms in offered.items() if key not in known}


def written(words: str) -> str:
    """Words between quotes, as PO has them."""
    return '"' + "".join(_ESCAPED.get(sign, sign) for sign in words) + '"'


@cache
def _with_stem() -> Counter[str]:
    """In how many of our messages each word stands, of one thing or of several."""
    return Counter(stem for key in our_messages() for stem in {stem_of(word) for word in words_in(key[1])})


def _has(entry: PoEntry, forms: tuple[str, ...], stem: str, word: str) -> bool:
    english = (entry.source.words, entry.many.words) if entry.many else (entry.source.words,)
    return any(stem in words.casefold() for words in english) or any(word in words.casefold() for words in forms)
