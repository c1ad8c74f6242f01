"""What lies beside the YAML and goes along with a site: pages written by hand, pictures and other files; by audience."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from journey_site.atlas.atlas import Atlas
from journey_site.editions import edition
from journey_site.files_left_behind import TEXTS, files_left_behind
from journey_site.handwritten import ENDINGS
from journey_site.page_audiences import hidden_pages


@dataclass(frozen=True)
class BesideTheYaml:
    """Pages and files of one handbook."""

    handbook: Path
    docs: Path
    """Where MkDocs finds pages; often the handbook's own folder."""
    settings: Path | None
    """The mkdocs.yml, which may name files, too."""

    @cached_property
    def pages(self) -> dict[str, str]:
        """The texts of the hand-written pages, by their paths as seen from where the command runs."""
        docs, handbook = self.docs.resolve(), self.handbook.resolve()
        apart = not docs.is_relative_to(handbook) and not handbook.is_relative_to(docs)
        files = [*_files(self.docs), *(_files(self.handbook) if apart else ())]
        return {_named(path): text for path in files if path.name.endswith(ENDINGS) and (text := _text(path)) is not None}

    def hidden_pages(self, everything: Atlas, audience: str) -> set[str]:
        """The paths of the pages that are not for ``audience``."""
        return hidden_pages(self.pages, everything.handbook, audience)

    def files_left_out(self, everything: Atlas, audience: str) -> list[str]:
        """The pictures and other files that only what ``audience`` does not see has need of, by their paths."""
        shown = edition(everything, audience)
        if shown is everything:
            return []
        hidden = self.hidden_pages(everything, audience)
        files = [path for path in _files(self.docs) if not path.name.endswith(ENDINGS)]
        named = {path.relative_to(self.docs).as_posix(): path for path in files}
        openly = [text for name, text in self.pages.items() if name not in hidden]
        openly += [text for path in files if path.name.endswith(TEXTS) and (text := _text(path)) is not None]
        openly += [text] if self.settings and (text := _text(self.settings)) is not None else []
        gone = files_left_behind(
            named, everything, shown, audience, openly=openly, hidden=[self.pages[name] for name in hidden],
            beside=Path(os.path.relpath(self.handbook, self.docs)).as_posix(),
        )  # fmt: skip
        return [_named(self.docs / name) for name in sorted(gone)]


def _files(folder: Path) -> Iterator[Path]:
    """The files below ``folder``, by path, without hidden ones."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))


def _named(path: Path) -> str:
    return Path(os.path.relpath(path)).as_posix()


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None  # nobody has to sign what nobody can read
