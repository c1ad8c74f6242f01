"""Where a reader says that something on a page is wrong: a letter to its owner that names page and item already."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from journey_site.atlas.reviews import contact_of, owner_of
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.things import Thing
from journey_site.documents.values import Owner
from journey_site.site.voice import Voice

_HERE = "\ue000"
"""Where the page's address will stand: known only when the page is printed, and a letter that no text is written with."""
_LONGEST = 160
"""Longer names are cut: some mail programs open no address of more than 2,000 letters."""


@dataclass(frozen=True, slots=True)
class TellView:
    """The line at the foot of a page; print its address with ``letter()``."""

    question: str
    words: str
    """Whom to tell, in words: ``Tell Sales and advice``."""
    address: str
    """The owner's contact, or the handbook's address for reports, as it is written."""
    gaps: bool
    """Whether ``{page}`` and ``{item}`` in it are to be filled."""
    item: str
    """What the page is about: ``Göran changes his boiler › Decision``."""
    subject: str
    body: str
    """The letter, with a gap for the page's address."""

    def address_from(self, page: str) -> str:
        """The address that a reader of ``page`` opens: a letter's with subject and body, others as they are."""
        address = self.address
        if self.gaps:
            address = address.replace("{page}", _encoded(page)).replace("{item}", _encoded(self.item))
        if not address.casefold().startswith("mailto:"):
            return address
        # What somebody wrote into the address stays; a "#" would end it.
        to, _, query = address.replace("#", "%23").partition("?")
        parts = [part for part in query.split("&") if part]
        said = {unquote(part.partition("=")[0]).casefold() for part in parts}
        letter = {"subject": self.subject, "body": self.body.replace(_HERE, page)}
        parts += [f"{name}={_encoded(words)}" for name, words in letter.items() if name not in said]
        return f"{to.replace('&', '%26')}?{'&'.join(parts)}"


def tell_of_thing(thing: Thing, voice: Voice) -> TellView | None:
    """For the page of ``thing``; None where nobody can be told, or it is retired."""
    if thing.publish == "retired":
        return None
    return _tell(voice.words(thing.name), owner_of(thing), voice)


def tell_of_stage(journey: Journey, stage: Stage, voice: Voice) -> TellView | None:
    """For the page of ``stage``, which the journey's owner answers for where nobody else does."""
    if journey.publish == "retired":
        return None
    item = f"{voice.words(journey.name)} › {voice.words(stage.name)}"
    return _tell(item, stage.owner or journey.owner, voice)


def _tell(item: str, owner: Owner | None, voice: Voice) -> TellView | None:
    """To the owner, else to the owner's department, else to where the handbook has reports go."""
    contact = contact_of(owner, voice.atlas)
    address = contact or voice.atlas.handbook.report or ""
    if not address:
        return None
    item, who = _in_a_line(item), _name(owner, voice) if contact else ""
    _ = voice._
    lines = (
        _("About: %(item)s") % {"item": item},
        _("Page: %(page)s") % {"page": _HERE},
        "",
        _("What is wrong or out of date:"),
        "",
        "",
    )
    return TellView(
        question=_("Wrong or out of date?"),
        words=_("Tell %(who)s") % {"who": who} if who else _("Tell the owner") if contact else _("Tell us"),
        address=address,
        gaps=not contact,
        item=item,
        subject=_("Wrong or out of date: %(item)s") % {"item": item},
        body="\r\n".join(lines),
    )


def _name(owner: Owner | None, voice: Voice) -> str:
    """The person whose own address it is, else the department."""
    if owner is None:
        return ""
    department = voice.atlas.find(owner.department)
    if department is None or (owner.name and owner.contact):
        return owner.name
    return voice.words(department.name)


def _in_a_line(words: str) -> str:
    """Words without line breaks, which would end a letter's subject, and no longer than they may be."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _encoded(words: str) -> str:
    return quote(words, safe="", errors="replace")
