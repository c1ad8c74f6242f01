"""The languages of a site: each has a tree of pages of its own, the first at the root, the others in folders."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.atlas import Atlas
from journey_site.site.language import Language


@dataclass(frozen=True, slots=True)
class Tree:
    """All pages of the site in one language."""

    language: str
    """The language as the handbook writes it: ``sv``, ``no``."""
    folder: str = ""
    """Where it stands, from the site's root: empty for the first, ``en/`` for another."""

    @property
    def code(self) -> str:
        """The language as browsers and search engines know it: ``nb`` for ``no``."""
        return Language(self.language).code

    @property
    def name(self) -> str:
        """What its own readers call the language: ``Svenska``."""
        spoken = Language(self.language)
        return spoken.named(self.language)[:1].upper() + spoken.named(self.language)[1:]


def trees_of(atlas: Atlas) -> tuple[Tree, ...]:
    """The trees of a handbook's site, in the order in which it lists its languages."""
    first, *others = atlas.handbook.site_languages
    return (Tree(first), *(Tree(code, f"{code}/") for code in others))
