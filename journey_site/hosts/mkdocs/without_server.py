"""MkDocs' configuration for a site that is opened from the disk, and word of what that site is."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from journey_site.delivery.told import WITHOUT_SERVER, NoEdition, Told
from journey_site.hosts.mkdocs.dressing import FRAME_WORKER
from journey_site.site.markdown import plain

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from journey_site.documents.handbook import Handbook
    from journey_site.handbook import Outcome

_ASKS_OTHERS = ("analytics", "consent", "version")
"""What may stand under ``extra:`` for the theme that only makes sense on a server, or asks another host."""


def without_server(config: MkDocsConfig) -> None:
    """Where a delivery is being built: whole file names as addresses, and nothing that asks another host.

    The address of the site and of its repository are left out with all that follows from them: whoever opens
    the delivery has neither, and the theme asks the repository's host how many stars it has.
    """
    if not os.environ.get(WITHOUT_SERVER):
        return
    config.use_directory_urls = False
    config.site_url = config.repo_url = config.repo_name = None
    config.edit_uri = config.edit_uri_template = None
    config.theme["font"] = False
    features = config.theme.get("features")
    if isinstance(features, list):
        config.theme["features"] = [name for name in features if not str(name).startswith("navigation.instant")]
    for name in _ASKS_OTHERS:
        config.extra.pop(name, None)
    scripts = [script for script in config.extra.get("polyfills") or [] if "iframe-worker" not in str(script)]
    config.extra["polyfills"] = [FRAME_WORKER, *scripts]


def ask_for_edition(outcome: Outcome, audience: str) -> None:
    """Where a delivery is being built and nobody said for whom: write down who there is to choose from, and end the build.

    Raises:
        PluginError: when the handbook knows of several audiences, and ``audience`` is empty.
    """
    place = os.environ.get(WITHOUT_SERVER)
    audiences = (outcome.everything or outcome.atlas).handbook.audiences
    if place and not audience and len(audiences) > 1:
        _write(place, NoEdition(audiences))
        raise PluginError(f"no edition is named, as {place} says")


def tell_of_delivery(config: MkDocsConfig, folder: Path, outcome: Outcome, audience: str) -> None:
    """Where a delivery is being built: write down what it is, for whoever packs it.

    Raises:
        PluginError: when the file cannot be written.
    """
    place = os.environ.get(WITHOUT_SERVER)
    if not place:
        return
    handbook = (outcome.everything or outcome.atlas).handbook
    brand = handbook.brand
    folders = [config.docs_dir, str(folder), *(str(folder / use) for use in handbook.uses)]
    folders += [config.theme.custom_dir] if config.theme.custom_dir else []
    told = Told(
        title=handbook.name.values.get(outcome.atlas.language, "") or config.site_name,
        audience=audience or next(iter(handbook.audiences), ""),
        languages=handbook.site_languages,
        credit=brand is None or brand.credit is not False,
        made_of=tuple(dict.fromkeys(str(Path(each).resolve()) for each in folders)),
        covers=tuple((code, *_cover(code, handbook, config.site_name)) for code in handbook.site_languages),
        hides_nothing=outcome.narrowest and len(handbook.audiences) > 1,
    )
    _write(place, told)


def _cover(code: str, handbook: Handbook, site_name: str) -> tuple[str, str]:
    """What the site is called in a language, and whose it is: as the brand's footer says, else as the site is called."""
    title, footer = (text.best(code, *handbook.site_languages) if text else None for text in (handbook.name, handbook.brand and handbook.brand.footer))
    return (plain(title.words) if title else "") or site_name, plain(footer.words) if footer else site_name


def _write(place: str, told: Told | NoEdition) -> None:
    try:
        Path(place).write_text(json.dumps(told.written()), encoding="utf-8")
    except OSError as reason:
        raise PluginError(f'"{place}", which {WITHOUT_SERVER} names, cannot be written: {reason.strerror or reason}') from reason
