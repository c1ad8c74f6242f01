"""What an edition for others does without in MkDocs, and the look through its site before anybody sees it."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Container, Iterable
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

from journey_site.files_left_behind import TEXTS, Apart, files_left_behind, written_apart
from journey_site.guard.left_out import MARK, left_out, mark
from journey_site.guard.pages import hidden_words, with_addresses, with_files
from journey_site.guard.search import Leak, leaks
from journey_site.guard.sources import written_at
from journey_site.guard.told import counted, sentences
from journey_site.handwritten import without_code
from journey_site.hidden_problems import told_in_full
from journey_site.hosts.mkdocs import reading
from journey_site.hosts.mkdocs.little_shown import little_shown
from journey_site.hosts.mkdocs.page import JourneyPage
from journey_site.hosts.mkdocs.sources import WrittenFiles, content, name_of, text_of
from journey_site.page_audiences import hidden_pages, without_links
from journey_site.problems import Severity
from journey_site.site.addresses import START

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from journey_site.handbook import Outcome

log = logging.getLogger("mkdocs.plugins.journey_site")
_LOG = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.ADVICE: log.info}
_NOUN = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "piece of advice"}
_CI = ("CI", "TF_BUILD", "JENKINS_URL")
_MADE = ("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json", "search/search_index.js", "search/lunr.js", "search/main.js", "search/worker.js")
"""What MkDocs and its search write beside the pages."""


class Edition:
    """One edition in the making. The narrowest shows everything, and most of this is nothing to it."""

    def __init__(self, outcome: Outcome, audience: str, folder: Path, *, serving: bool) -> None:
        self._outcome = outcome
        self._folder = folder
        self._serving = serving
        self.everything = outcome.everything or outcome.atlas
        audiences = self.everything.handbook.audiences
        self.audience = audience if audience in audiences else ""
        self.closed = bool(self.audience) and self.audience != audiences[0]
        """Whether it leaves anything out."""
        unknown = bool(audience and audiences and not self.audience)
        self._log_for = audiences[-1] if unknown else self.audience
        """Whose edition the log goes by: nobody knows who reads that of an audience that does not exist."""
        self.mark = mark(self.everything, self.audience)
        self.hidden: dict[str, tuple[str, str]] = {}
        """The hand-written pages that it leaves out, by address, each with its text and its name in messages."""
        self._shown: dict[str, tuple[str, str]] = {}
        self._gone: set[str] = set()
        self._without: dict[str, str] = {}
        """The files beside pages that it does without, by address, each with its name in messages."""
        self._theirs: set[str] = set()
        self._openly: dict[str, tuple[str, str]] = {}
        self._written = WrittenFiles()

    def without_edit_links(self, config: MkDocsConfig, wanted: bool | None) -> None:
        """Links into the source are for those who may read all of it; ``wanted`` says otherwise."""
        if self.closed and not wanted:
            config.edit_uri = config.edit_uri_template = None

    def report(self, config: MkDocsConfig) -> int:
        """Tell in MkDocs' log what is wrong; of what this edition leaves out, the rules and numbers alone.

        Returns how many warnings there are besides those of the handbook.
        """
        problems = self._outcome.problems
        audiences = self.everything.handbook.audiences
        if not self._log_for or self._log_for == audiences[0]:
            reading.report(problems)
            return 0
        texts = {shown: text for path, shown in reading.pages_of(config, self._folder, serving=self._serving) if (text := text_of(path)) is not None}
        unseen = hidden_pages(texts, self.everything.handbook, self._log_for)
        told, others = told_in_full(problems, self.everything, self._log_for, reading.home(config), unseen)
        reading.report(told)
        for severity in sorted({severity for severity, _ in others}, reverse=True):
            of_rule: Counter[str] = Counter({rule: number for (each, rule), number in others.items() if each is severity})
            number, noun = of_rule.total(), _NOUN[severity]
            many = noun.replace("piece", "pieces") if severity is Severity.ADVICE else f"{noun}s"
            _LOG[severity](
                f"{number:,} {noun if number == 1 else many} in what this edition leaves out, or about it: "
                f"{counted(of_rule)}; journey-site check tells more"
            )
        if self._outcome.errors or not self.closed:
            return 0
        start = Path(config.docs_dir, START)
        pages = [shown for shown in texts if shown not in unseen and shown != reading.named(start, config)]
        said = little_shown(self.everything, self._outcome.atlas, self.audience, pages)
        if said:
            log.warning(said)
        return bool(said)

    def drop(self, files: Files, config: MkDocsConfig) -> None:
        """Take out of MkDocs' files the hand-written pages that are for others, and what only hidden things need."""
        if not self.closed:
            return
        pages = {file.src_uri: file for file in files if file.is_documentation_page() and not isinstance(file.page, JourneyPage)}
        texts = {uri: text for uri, file in pages.items() if (text := content(file)) is not None}
        for uri in hidden_pages(texts, self.everything.handbook, self.audience):
            self.hidden[uri] = (texts[uri], name_of(pages[uri], config))
            files.remove(pages[uri])
        self._shown = {uri: (text, name_of(pages[uri], config)) for uri, text in texts.items() if uri not in self.hidden}
        self._openly |= {name: (text, name) for text, name in self._shown.values()}
        own_theme = config.theme.custom_dir and Path(config.theme.custom_dir).resolve()
        theme = {str(path) for each in config.theme.dirs if (path := Path(each).resolve()) != own_theme}
        brought = [file for file in files if file.src_dir and str(Path(file.src_dir).resolve()) in theme]
        self._theirs = {*(file.dest_uri for file in brought), *_MADE}
        own = [file for file in files.media_files() if file.dest_uri not in self._theirs]
        gone = self._left_behind([file for file in own if not file.generated_by], config)
        for file in own:
            if file.src_uri in gone:
                files.remove(file)
                self._without[file.src_uri] = name_of(file, config)
        self._gone = {*self.hidden, *gone, *self._gone}
        self._written.add((file for file in files if file not in brought), config)

    def spare(self, pages: Iterable[str], files: Files) -> None:
        """Readers are spared ``pages`` that this edition does not have: what led there leads nowhere; one written by hand stays."""
        self._gone |= {uri for uri in pages if files.get_file_from_path(uri) is None}

    def _left_behind(self, files: Iterable[File], config: MkDocsConfig) -> set[str]:
        """Pictures and documents that only what is left out needs."""
        files = list(files)
        openly = [text for text, _ in self._shown.values()]
        openly += [text for file in files if file.src_uri.endswith(TEXTS) and (text := content(file)) is not None]
        settings = text_of(Path(config.config_file_path)) if config.config_file_path else None
        return files_left_behind(
            [file.src_uri for file in files], self.everything, self._outcome.atlas, self.audience,
            openly=[*openly, *([settings] if settings else [])],
            hidden=[text for text, _ in self.hidden.values()],
            beside=Path(os.path.relpath(self._folder, config.docs_dir)).as_posix(),
            apart=self._apart,
        )  # fmt: skip

    @cached_property
    def _apart(self) -> Apart:
        return written_apart(self.everything, self._outcome.atlas)

    def without_links(self, markdown: str, uri: str) -> str:
        """The Markdown of a page, in which links to what is left out are words alone."""
        return without_links(markdown, uri, self._gone, without_code)

    def navigation(self, nav: Any) -> Any:
        """A navigation of mkdocs.yml without the pages that are left out, and without sections that only held them."""
        return _pruned(nav, self._gone) if self._gone and nav is not None else nav

    def marked(self, output: str) -> str:
        """A written page that says in its head which edition it is of, to those who know the mark."""
        if not self.mark:
            return output
        return output.replace("</head>", f'<meta name="{MARK}" content="{escape(self.mark)}">\n</head>', 1)

    def look_through(self, config: MkDocsConfig, folders: Iterable[str] = ()) -> list[Leak]:
        """Search the site that was built for what the edition leaves out; ``folders`` hold its other languages.

        Logs what was found, with each file and line that it is written at.
        """
        if not self.closed:
            return []
        hidden = left_out(self.everything, self.audience, hidden_words(self.hidden, self._openly))
        hidden = with_addresses(hidden, self.hidden, self._shown)
        kept = {path for path in self._without for folder in ("", *folders) if f"{folder}{path}" in self._written.made_of}
        hidden = with_files(hidden, {path: name for path, name in self._without.items() if path not in kept})
        theirs = {f"{folder}{path}" for folder in ("", *folders) for path in self._theirs}
        found = list(leaks(Path(config.site_dir), hidden, theirs))
        if found:
            openly = hidden.known.written if hidden.known else ()
            made = (f"{folder}{path}" for folder in ("", *folders) for path in _MADE)
            written = written_at(found, hidden, self._written.sources(config, openly, made, {name for _, name in self.hidden.values()}))
            for sentence in sentences(found, hidden, written, public=any(os.environ.get(name) for name in _CI)):
                log.error(sentence)
        return found

    def refuse(self, found: Iterable[Leak], *, kept: bool) -> None:
        """End the build for what was found; ``kept`` says whether the last site is still there.

        Raises:
            PluginError: when anything was found.
        """
        if not list(found):
            return
        outcome = "nothing was published, and the last site stays as it was" if kept else "the files that hold it were removed"
        raise PluginError(
            f'The edition for "{self.audience}" holds what it should leave out: {outcome}. '
            "Take it out of the files that are named, or let that audience see it in the YAML"
        )


def _pruned(nav: Any, hidden: Container[str]) -> Any:
    if isinstance(nav, list):
        return [kept for item in nav if (kept := _pruned(item, hidden)) is not None]
    if isinstance(nav, dict):
        found = {title: kept for title, value in nav.items() if (kept := _pruned(value, hidden)) not in (None, [])}
        return found or None
    return None if isinstance(nav, str) and nav in hidden else nav


def remove_leaking(site: Path, found: Iterable[Leak]) -> None:
    """Remove the files that were found to leak from a site that was written in place, with folders that held nothing else."""
    for leak in found:
        path = site / leak.file.partition(" (")[0]
        if path.is_file():
            path.unlink()
        for above in path.parents:
            if above == site or not above.is_dir() or any(above.iterdir()):
                break
            above.rmdir()
