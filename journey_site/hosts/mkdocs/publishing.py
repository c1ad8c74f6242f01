"""The last step of a build: the whole site is looked through, and put where the last one stands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from journey_site.hosts.mkdocs import staging
from journey_site.hosts.mkdocs.edition import remove_leaking

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from journey_site.hosts.mkdocs.edition import Edition
    from journey_site.site.trees import Tree


def publish(config: MkDocsConfig, edition: Edition, staged: staging.Staging | None, trees: Iterable[Tree]) -> None:
    """Put the site that was ``staged`` in its place, if it holds nothing that its edition leaves out.

    A site that was written in place loses the files that hold it.

    Raises:
        PluginError: when it holds something, or cannot be moved.
    """
    site = Path(config.site_dir)
    found = edition.look_through(config, [tree.folder for tree in trees])
    if staged is None:
        remove_leaking(site, found)
    elif not found and not staging.will_be_refused(config):
        try:
            staging.move_in(staged)
        except OSError as reason:
            raise PluginError(f'the new site cannot be moved to "{staged.site}": {reason.strerror or reason}') from reason
    edition.refuse(found, kept=staged is not None)
