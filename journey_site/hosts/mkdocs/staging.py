"""A site is written into a folder beside its own and moved in last, so that whatever goes wrong leaves the last site."""

from __future__ import annotations

import logging
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import CountHandler

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_NAME = ".{}.unfinished"
_OLD = ".{}.before"


@dataclass
class Staging:
    """A build under way: where its site belongs, and where it is written meanwhile."""

    config: MkDocsConfig
    site: Path
    beside: Path
    done: bool = False


def begin(config: MkDocsConfig) -> Staging | None:
    """Have MkDocs write into a folder beside ``site_dir``; None where there can be none, and it writes in place.

    What an earlier build left there when it was interrupted is removed.
    """
    site = Path(config.site_dir)
    if not site.name:
        return None
    beside = site.with_name(_NAME.format(site.name))
    try:
        _put_back(site)
        _remove(beside)
        beside.mkdir(parents=True)
    except OSError:  # as where the site's folder is a mounted one, in a folder of somebody else's
        try:
            beside = Path(tempfile.mkdtemp(prefix=f"{site.name}-"))
        except OSError:
            return None
    config.site_dir = str(beside)
    return Staging(config, site, beside)


def move_in(staging: Staging) -> None:
    """Put the new site in the place of the last one.

    As MkDocs does when it cleans, files whose names begin with a dot stay where they are: a checkout's ``.git``, a
    host's ``.nojekyll``. The folder itself stays, too, so that a server that stands in it goes on; when a file cannot be
    moved, everything is as it was.

    Raises:
        OSError: when the new site cannot be moved, in the operating system's words.
    """
    site, old = staging.site, staging.beside.with_name(_OLD.format(staging.site.name))
    _restore(staging)
    site.mkdir(parents=True, exist_ok=True)
    _remove(old)
    old.mkdir()
    moved: list[Path] = []
    try:
        for entry in sorted(site.iterdir()):
            if not entry.name.startswith("."):
                _move(entry, old / entry.name)
        for entry in sorted(staging.beside.iterdir()):
            target = site / entry.name
            if target.exists():  # a dotfile that the new site brings, too
                _merge(entry, target)
            else:
                _move(entry, target)
                moved.append(target)
    except OSError:
        for each in moved:
            _remove(each)
        for entry in old.iterdir():
            _move(entry, site / entry.name)
        old.rmdir()
        raise
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(staging.beside, ignore_errors=True)


def discard(staging: Staging) -> None:
    """Leave the last site as it is; nothing to do when the new one is in its place."""
    _restore(staging)
    shutil.rmtree(staging.beside, ignore_errors=True)


def will_be_refused(config: MkDocsConfig) -> bool:
    """Whether MkDocs is going to end a strict build for warnings once everything is written."""
    handlers = [handler for name in ("mkdocs", "properdocs") for handler in logging.getLogger(name).handlers]
    return bool(config.strict) and any(isinstance(each, CountHandler) and each.get_counts() for each in handlers)


def _restore(staging: Staging) -> None:
    """MkDocs' configuration as it was: what runs after the build, such as gh-deploy, asks it for the site."""
    if not staging.done:
        staging.config.site_dir = str(staging.site)
        staging.done = True


def _put_back(site: Path) -> None:
    """Undo what a build had moved away when it was killed in the moment of moving."""
    old = site.with_name(_OLD.format(site.name))
    if not old.is_dir() or old.is_symlink():
        return
    site.mkdir(parents=True, exist_ok=True)
    for entry in old.iterdir():
        _remove(site / entry.name)
        _move(entry, site / entry.name)
    old.rmdir()


def _move(source: Path, target: Path) -> None:
    try:
        source.rename(target)
    except OSError:  # a site that is another file system, as a mounted folder is
        shutil.move(source, target)


def _merge(source: Path, target: Path) -> None:
    if source.is_dir() and target.is_dir() and not target.is_symlink():
        for entry in source.iterdir():
            _merge(entry, target / entry.name)
    else:
        _remove(target)
        _move(source, target)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif path.exists() or path.is_symlink():
        path.unlink()
