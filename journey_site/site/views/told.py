"""Sentences told in the language of a page: names as links, numbers, times and lists as that language writes them."""

from __future__ import annotations

import re

from journey_site.documents.durations import Duration
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.things import Content, Department, Persona, Thing, Touchpoint
from journey_site.documents.values import Text
from journey_site.sentence import Felt, Sentence
from journey_site.site.addresses import Link
from journey_site.site.views.entries import Labelled
from journey_site.site.voice import Voice

_GAP = re.compile("\ue000(\\d+)\ue001")
"""Where a name stands until the sentence around it is put together; letters that no text is written with."""
_KINDS: dict[type[Thing], str] = {
    Content: "content", Department: "departments", Journey: "journeys", Persona: "personas", Touchpoint: "touchpoints",
}  # fmt: skip


def told(sentence: Sentence, voice: Voice, journey: Journey | None = None) -> tuple[Labelled, ...]:
    """``sentence`` in pieces: plain words, and names that lead to their pages. Stages are those of ``journey``."""
    teller = _Teller(voice, journey)
    pieces = _GAP.split(teller.whole(sentence))
    # The pattern has one group, so that words and numbers of names alternate.
    return tuple(
        teller.names[int(piece)] if at % 2 else Labelled(piece) for at, piece in enumerate(pieces) if at % 2 or piece
    )


def in_words(sentence: Sentence, voice: Voice) -> str:
    """``sentence`` as plain words, for a terminal and for labels."""
    return "".join(
        piece.words if isinstance(piece.words, str) else voice.words(piece.words) for piece in told(sentence, voice)
    )


class _Teller:
    """Tells one sentence, and keeps the names that stand in it."""

    def __init__(self, voice: Voice, journey: Journey | None) -> None:
        self.voice = voice
        self.journey = journey
        self.names: list[Labelled] = []

    def whole(self, sentence: Sentence) -> str:
        language = self.voice.language
        if sentence.several:
            message = language.ngettext(sentence.message, sentence.several, sentence.number)
        else:
            message = language.gettext(sentence.message)
        values = {name: self._said(value) for name, value in sentence.values.items()}
        return message % {"num": language.number(sentence.number), **values}

    def _said(self, value: object) -> str:
        language = self.voice.language
        match value:
            case Sentence():
                return self.whole(value)
            case tuple():
                return language.listed([self._said(each) for each in value])
            case Felt():
                return language.signed(value.value, 2)
            case Duration():
                return self._name(language.duration(value), Link())  # it may hold words of the handbook's
            case Stage():
                link = self.voice.stage_link(self.journey, value) if self.journey else Link()
                return self._name(value.name, link)
            case Thing():
                return self._name(value.name, self.voice.link_to(_KINDS[type(value)], value))
            case Text():
                return self._name(value, Link())
            case int() | float():
                return language.number(value)
        return self._name(str(value), Link())

    def _name(self, words: Text | str, link: Link) -> str:
        self.names.append(Labelled(words, link))
        return f"\ue000{len(self.names) - 1}\ue001"
