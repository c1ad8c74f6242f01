"""Fenced blocks that were meant for the handbook, and begin with a word that is none of its kinds: ``resa``, ``Journey``, ``journy``.

They are code for everybody else, so this only speaks where the word is nobody's language, and the block asks for something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.documents.nearest import Suggestions
from journey_site.documents.reading import quoted
from journey_site.documents.values import Ref
from journey_site.embeds.fences import Fence
from journey_site.problems import Edit, Problem, Severity, Span

_STAGE = "stage"
_IN_OTHER_WORDS = {
    "journey": "resa resan resor kundresa kundresan rejse rejsen rejser kunderejse reise reisen reiser kundereise map customer-journey user-journey",
    "persona": "personan personor personaen",
    "touchpoint": "kontaktpunkt kontaktpunkten kontaktpunkter beröringspunkt berøringspunkt touch-point",
    "content": "innehåll innehållet indhold indholdet innhold innholdet",
    "department": "avdelning avdelningen afdeling afdelingen avdeling avdelingen",
    "channel": "kanal kanalen kanaler",
    "evidence": "underlag underlaget belägg bevis belæg belegg",
    "metric": "mått mätetal nyckeltal måltal nøgletal nøkkeltall kpi",
    "model": "modell modellen",
    _STAGE: "stages steg steget stadium fas trin trinnet stadie fase",
}
"""What people call the kinds who write of them in Swedish, Danish or Norwegian, or a little otherwise in English."""
_MEANT = {word: kind for kind, words in _IN_OTHER_WORDS.items() for word in (kind, *words.split())} | {f"{kind}s": kind for kind in SCHEME_KINDS}
_WORD = re.compile(r"[^\W\d_][\w-]*")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*(#[a-z0-9][a-z0-9-]*)?")
_AS_GOOD_AS_THE_WORD = 0.9
"""``journy`` is; ``context`` and ``mode`` are words of their own, and are told of where what they ask for is there."""
_NO_LEXER = {"mermaid", "math", "journal", "chart", "contents", "modelfile"}
"""Words that blocks of other programs begin with, and that no lexer is called by."""


def check_misspelt(fence: Fence, file: str, atlas: Atlas, suggestions: Suggestions) -> Iterator[Problem]:
    """What is to be said of a block that is code as it stands, in the page that messages call ``file``."""
    span = Span(file, fence.line, fence.column, fence.line, fence.column + len(fence.scheme))
    printed = "so this block is printed as code"
    if fence.scheme in SCHEME_KINDS:
        named = fence.inside[0] if len(fence.inside) == 1 else ""
        if not fence.words and _ID.fullmatch(named) and _is_there(named, fence.scheme, atlas):
            message = f"the id stands on a line of its own, {printed}"
            yield Problem("misspelt-block", message, span, Severity.WARNING, f"write {fence.scheme} {named} on the first line, behind the fence")
        return
    kind, certain = _meant(fence.scheme, suggestions) if fence.asks else (None, False)
    target = fence.joined or (fence.target.text if fence.target else "")
    if kind is None or not (certain or (kind != _STAGE and _is_there(target, kind, atlas))):
        return
    message = f"{quoted(fence.scheme)} is no kind of thing in a handbook, {printed}"
    if kind == _STAGE:
        hint = "a stage is shown as a part of its journey: journey some-id#some-stage"
        yield Problem("misspelt-block", message, span, Severity.WARNING, hint)
        return
    fix = (Edit(span, kind),) if not fence.joined and _is_there(target, kind, atlas) else ()
    yield Problem("misspelt-block", message, span, Severity.WARNING, f'did you mean "{kind}"?', fix=fix)


def _is_there(target: str, kind: str, atlas: Atlas) -> bool:
    return atlas.find(Ref(target.partition("#")[0], SCHEME_KINDS[kind])) is not None


def _meant(word: str, suggestions: Suggestions) -> tuple[str | None, bool]:
    """The kind that somebody meant who wrote ``word``, and whether that is certain from the word alone.

    None where it is a language of code, or nothing near.
    """
    lowered = word.casefold()
    if not _WORD.fullmatch(lowered) or lowered in _languages_of_code():
        return None, False
    if lowered in _MEANT:
        return _MEANT[lowered], True
    near = suggestions.nearest(lowered, (*SCHEME_KINDS, _STAGE))
    return near, near is not None and SequenceMatcher(None, lowered, near).ratio() >= _AS_GOOD_AS_THE_WORD


@cache
def _languages_of_code() -> frozenset[str]:
    """Every word that begins a block of code, as far as can be known here: Pygments comes with most themes, and not with all."""
    try:
        from pygments.lexers import get_all_lexers  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        return frozenset(_NO_LEXER)
    return frozenset(_NO_LEXER | {word.casefold() for name, aliases, *_ in get_all_lexers() for word in (name, *aliases)})
