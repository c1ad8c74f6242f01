"""The MkDocs adapter, which ProperDocs runs too: the only part that imports mkdocs."""

from journey_site.hosts.mkdocs.plugin import JourneyPlugin

__all__ = ["JourneyPlugin"]
