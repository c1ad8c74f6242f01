"""Who: what heads, cards and marks show of a persona, and everybody whose journey it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from journey_site.documents.journeys import Journey
from journey_site.documents.things import Persona
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.entries import Words
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

_COLOURS = ("#bf360c", "#1565c0", "#2e7d32", "#6a1b9a", "#00695c", "#ad1457", "#4527a0", "#5d4037", "#37474f", "#9e5700")
"""For personas that state none: dark enough for white text on them (WCAG AA)."""
_JOINED = {"&", "+", "and", "och", "og"}
_NO_NAME = {"the", "a", "an", "brf"}


@dataclass(frozen=True, slots=True)
class PersonView:
    """Who: what heads, cards and marks show of a persona."""

    id: str
    name: Text
    short: str
    """The first name, for sentences and narrow places."""
    initials: str
    colour: str
    portrait: str
    """The picture's path in the site; empty: show the initials."""
    portrait_alt: Words
    role: Text | None
    facts: tuple[Words, ...]
    """Role, age, place, segment: what stands under the name."""
    quote: Text | None
    link: Link
    part: str = ""
    """The role in a buying group."""
    veto: bool = False


def person_view(persona: Persona, voice: Voice, part: Text | None = None, *, veto: bool = False) -> PersonView:
    """What heads and cards show of ``persona``."""
    name = voice.words(persona.name)
    role = voice.words(part) if part else ""
    return PersonView(
        persona.id,
        persona.name,
        short_name(name),
        initials(name),
        persona.colour or _COLOURS[voice.place_of_persona.get(persona.id, 0) % len(_COLOURS)],
        voice.atlas.picture_address(persona.portrait) if persona.portrait else "",
        (persona.portrait.alt if persona.portrait else None) or "",
        persona.role,
        tuple(fact for fact in (persona.role, persona.age, persona.location) if fact),
        persona.quote,
        voice.link_to("personas", persona),
        voice._(vocabulary.ROLES[role]) if role in vocabulary.ROLES else role,
        veto,
    )


def short_name(name: str) -> str:
    """What a colleague would say: the first name, both of a couple, all of what begins with no name."""
    words = name.split()
    if len(words) > 2 and words[1].lower() in _JOINED:
        return " ".join(words[:3])
    return name if not words or words[0].lower() in _NO_NAME else words[0]


def initials(name: str) -> str:
    """One or two letters: of the first and the last word that begin with a letter."""
    words = [word for word in name.replace("&", " ").split() if word[0].isalpha() and (word[0].isupper() or len(word) > 3)]
    if not words:
        return name[:1].upper() or "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


@recalled
def people_of(journey: Journey, voice: Voice) -> tuple[PersonView, ...]:
    """Everybody whose journey it is, the first before the others."""
    if journey.actors:
        found = [(voice.atlas.find(actor.persona), actor) for actor in journey.actors]
        views = [person_view(who, voice, actor.role, veto=bool(actor.veto)) for who, actor in found if who]
        return _told_apart(_each_once(views, voice), voice)
    persona = voice.atlas.find(journey.persona)
    return (person_view(persona, voice),) if persona else ()


def whose(journey: Journey, voice: Voice) -> str:
    """Whose journey it is, by first names."""
    return voice.language.listed([person.short for person in people_of(journey, voice)[:3]]) or voice._("Everyone")


def _each_once(people: list[PersonView], voice: Voice) -> list[PersonView]:
    """Somebody in several roles is one person with all of them."""
    roles: dict[str, list[PersonView]] = {}
    for person in people:
        roles.setdefault(person.id, []).append(person)
    return [
        replace(
            same[0],
            part=voice.language.listed(list(dict.fromkeys(each.part for each in same if each.part))),
            veto=any(each.veto for each in same),
        )
        for same in roles.values()
    ]


def _told_apart(people: list[PersonView], voice: Voice) -> tuple[PersonView, ...]:
    """Those whom colleagues call alike go by their full names."""
    called = Counter(person.short for person in people)
    return tuple(
        replace(person, short=voice.words(person.name)) if called[person.short] > 1 else person for person in people
    )
