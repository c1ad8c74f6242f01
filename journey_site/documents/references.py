"""Readers for what points somewhere: ids, references to things, owners, audiences, addresses."""

from __future__ import annotations

import re
from collections.abc import Container

from journey_site.documents.lists import unknown_field
from journey_site.documents.reading import Reader, Reading, shown, some
from journey_site.documents.shapes import IdOf, takes
from journey_site.documents.texts import read_words
from journey_site.documents.values import Owner, Ref
from journey_site.problems import Edit, Span
from journey_site.source.ids import is_id, slug
from journey_site.source.written import as_written, in_quote_marks
from journey_site.source.yaml import Mapping, Node, Scalar

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]{0,40}):")
_ALLOWED_SCHEMES = {"http", "https", "mailto", "tel"}
_MAIL = re.compile(r"[^@/:?#]{1,100}@[^@/:?#]{1,100}")
_LONGEST_ADDRESS = 2_000
_LONGEST_TITLE = 200
_LONGEST_ID = 120
"""A file's name may be 255 bytes; with the folder and ``.html`` this still fits everywhere."""


@takes("id")
def read_id(node: Node, reading: Reading, name: str, taken: Container[str] = ()) -> str | None:
    """An id of the thing's own; ``taken`` are ids of others that stand beside it."""
    words = read_words(node, reading, name)
    if words is None:
        return None
    if len(words) > _LONGEST_ID:
        hint = f"at most {_LONGEST_ID} letters fit into an address"
        reading.report("bad-id", f"{shown(node)} is too long for an id", node.span, hint)
        return None
    if is_id(words):
        return words
    suggestion = slug(words)
    hint = f'it could be "{suggestion}"' if suggestion else "use a-z, 0-9 and dashes"
    message = f"{shown(node)} is no id: ids are lower case letters a-z, digits and dashes"
    fix = (Edit(node.span, as_written(suggestion)),) if suggestion and suggestion not in taken else ()
    reading.report("bad-id", message, node.span, hint, fix=fix)
    return suggestion or None


def ref(kind: str) -> Reader:
    """A reader for the id of a thing of ``kind``."""

    @takes(IdOf(kind))
    def read(node: Node, reading: Reading, name: str) -> Ref | None:
        words = read_words(node, reading, name)
        return note_ref(words, kind, node.span, reading) if words else None

    return read


def note_ref(words: str, kind: str, place: Span, reading: Reading) -> Ref:
    """A reference to the thing ``words`` of ``kind``, noted so that it is looked up when all is read."""
    made = Ref(_as_id(words), kind, place)
    reading.mentions.refs.append(made)
    return made


def _as_id(words: str) -> str:
    """Words as long as no id can be are cut: an alias may repeat a million letters, and each copy takes room."""
    return words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE] + "…"


@takes(IdOf("personas"))
def read_actor(node: Node, reading: Reading, name: str) -> Ref | None:
    """A persona that is one of the journey's actors."""
    words = read_words(node, reading, name)
    return note_actor(words, node.span, reading) if words else None


def note_actor(words: str, place: Span, reading: Reading) -> Ref:
    """A reference to a persona that must be one of the journey's actors."""
    actor = Ref(_as_id(words), "personas", place)
    reading.mentions.actors.append(actor)
    return actor


@takes(IdOf("stages"))
def read_removed(node: Node, reading: Reading, name: str) -> Ref | None:
    """A stage of another journey; whether that has it, shows when the two are put together."""
    words = read_words(node, reading, name)
    return Ref(_as_id(words), "stages", node.span) if words else None


@takes("audience")
def read_audience(node: Node, reading: Reading, name: str) -> str | None:
    """The name of an audience that the handbook declares."""
    words = read_words(node, reading, name)
    if words is None or words in reading.audiences or not reading.settings_known:
        return words
    known = f"its audiences are {some(reading.audiences)}"
    declare = "audiences are declared in handbook.yml: audiences: [internal, public]"
    hint = reading.suggestions.did_you_mean(words, reading.audiences, known if reading.audiences else declare)
    reading.report("unknown-audience", f"{shown(node)} is no audience of this handbook", node.span, hint)
    # Whoever was meant, showing it to fewer people does no harm.
    return next(iter(reading.audiences), None)


@takes("owner")
def read_owner(node: Node, reading: Reading, name: str) -> Owner | None:
    """A department's id, or ``{department:, name:, contact:}``."""
    if isinstance(node, Scalar):
        department = ref("departments")(node, reading, name)
        return Owner(department) if department else None
    if not isinstance(node, Mapping):
        reading.report("text-expected", f"{name} should be a department's id, not {shown(node)}", node.span)
        return None
    department, person, contact = None, "", ""
    for key, value in node.entries:
        if key.text == "department":
            department = ref("departments")(value, reading, "department")
        elif key.text in ("name", "title"):
            person = read_words(value, reading, "name") or ""
        elif key.text == "contact":
            contact = read_address(value, reading, "contact") or ""
        else:
            unknown_field(reading, "an owner", key, ("department", "name", "contact"), value, node)
    return Owner(department, person, contact) if department or person or contact else None


@takes("address")
def read_address(node: Node, reading: Reading, name: str) -> str | None:
    """A web address, mail, telephone, or a relative path."""
    words = read_words(node, reading, name)
    if words is None:
        return None
    hint = ""
    if len(words) > _LONGEST_ADDRESS:
        hint = f"at most {_LONGEST_ADDRESS:,} letters"
    elif _MAIL.fullmatch(words):
        hint = f"write mailto:{words}"
    elif words.startswith("www."):
        hint = f"write https://{words}"
    elif not words.isprintable() or " " in words or "\\" in words:
        hint = "an address holds no spaces, line breaks or backslashes"
    elif ((match := _SCHEME.match(words)) and match[1].lower() not in _ALLOWED_SCHEMES) or words.startswith("//"):
        hint = "use http, https, mailto, tel or a relative address"
    if not hint:
        return words
    meant = hint.removeprefix("write ") if hint.startswith("write ") and '"' not in words and "\\" not in words else ""
    fix = (Edit(node.span, in_quote_marks(meant)),) if meant else ()
    reading.report("bad-address", f"{name} is {shown(node)}, which is no address that a page may open", node.span, hint, fix=fix)
    return None
