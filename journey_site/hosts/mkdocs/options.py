"""What may stand under ``journey-site:`` in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options as options
from mkdocs.config.base import Config


class JourneyOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin's options."""

    maps = options.Optional(options.Type(str))
    """The handbook's folder, relative to mkdocs.yml. Left out: MkDocs' ``docs_dir``."""
    audience = options.Type(str, default="")
    """The edition to build: one of the handbook's audiences. Left out: the narrowest, which sees everything."""
    drafts = options.Optional(options.Type(bool))
    """Whether drafts are shown. Left out: while serving only."""
    titles = options.Type(dict, default={})
    """What entries of the navigation are called in other languages: ``{sv: {Guide: Handledning}}``."""
    edit_links = options.Optional(options.Type(bool))
    """Whether pages lead to the YAML they are made of. Left out: in the narrowest edition only."""
    upkeep = options.Optional(options.Type(bool))
    """Whether the work on the map goes along: what is to be checked, filled in, translated. Left out: in the narrowest edition only."""
    changes = options.Type((bool, int), default=True)
    """Whether there is a page of what changed, from git; a number is how many months it goes back."""
