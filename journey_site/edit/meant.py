"""Which thing somebody means who writes its id, or the title that stands on its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from unicodedata import normalize

from journey_site.documents.journeys import Stage
from journey_site.documents.models import ModelStage
from journey_site.documents.nearest import nearest
from journey_site.documents.things import Thing
from journey_site.documents.values import Text
from journey_site.source.ids import slug

Titles = Mapping[str, Text]
"""What may be meant: ids with what each is called."""
_MOST_LISTED = 12


class NotMeant(ValueError):
    """Nothing, or more than one thing, is called so; the message says what there is."""


def titles(things: Iterable[Thing | Stage | ModelStage]) -> dict[str, Text]:
    """The ids and names of things or stages."""
    return {thing.id: thing.name for thing in things}


def meant(words: str, known: Titles, what: str) -> str:
    """The id that ``words`` mean: an id, a title in any language in any letters, or what makes the id.

    ``what`` is how a message calls one of them: ``journey``, ``stage of "anna-ebike"``.

    Raises:
        NotMeant: when it is none of ``known``, or several are called so.
    """
    found = candidates(words, known)
    if len(found) == 1:
        return found[0]
    if found:
        raise NotMeant(f'more than one {what} is called "{words}": write the id, {_listed({one: known[one] for one in found}, "or")}')
    raise NotMeant(unknown(words, known, what))


def candidates(words: str, known: Titles) -> list[str]:
    """Every id that ``words`` may mean; what is an id itself means that alone."""
    if words in known:
        return [words]
    wanted = _folded(words)
    called = [identity for identity, name in known.items() if wanted in map(_folded, name.values.values())]
    return called or [identity for identity in known if identity == slug(words)]


def unknown(words: str, known: Titles, what: str) -> str:
    """That there is no such thing, with the one that is nearest, or else what there is."""
    by_title = {said: identity for identity, name in known.items() for said in name.values.values()}
    near = nearest(words, known) or by_title.get(nearest(words, by_title) or "")
    if near:
        hint = f'did you mean "{near}"{_title(near, known)}?'
    else:
        hint = f"there {'is' if len(known) == 1 else 'are'} {_listed(known, 'and')}" if known else "there is none yet"
    return f'there is no {what} called "{words}": {hint}'


def _listed(known: Titles, last: str) -> str:
    shown = [f"{identity}{_title(identity, known)}" for identity in islice(known, _MOST_LISTED)]
    if len(known) > _MOST_LISTED:
        return ", ".join(shown) + f" and {len(known) - _MOST_LISTED:,} more"
    return f" {last} ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _title(identity: str, known: Titles) -> str:
    """What a thing is called, in brackets, where its id does not say so already."""
    words = " ".join(known[identity].best().words.split())
    return f" ({words})" if words and slug(words) != identity else ""


def _folded(words: str) -> str:
    return " ".join(normalize("NFC", words).casefold().split())
