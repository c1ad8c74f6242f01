"""``journey-site check --watch``: check again at each save, and say what the save mended and what it broke."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from journey_site.cli.check import report_on
from journey_site.cli.folder import Folder
from journey_site.cli.screen import columns_of, paint_for, put
from journey_site.handbook import Memory, Outcome, read_handbook
from journey_site.problems import Severity
from journey_site.reports.concise import concise
from journey_site.reports.paint import Paint
from journey_site.reports.report import Report
from journey_site.reports.sources import Sources
from journey_site.reports.text import text

_LOOK_EVERY = 0.05
"""Seconds between two looks at the files' dates. A look at 300 files takes a few thousandths of a second."""
_SETTLED = 0.02
"""Seconds in which nothing may change: editors write a file in several steps."""
_WHILE_EMPTY = 0.3
"""How long a file that was emptied may stay so before that is believed."""
_TIDY_EVERY = 100
"""Checks after which garbage is searched for once; nearly all goes by itself."""
_CLEAR = "\x1b[2J\x1b[H"

State = dict[str, tuple[int, int]]
"""Each file's date and size by its path."""


def watch_folder(place: Folder, audience: str, *, short: bool) -> None:
    """Check the handbook now and after each save; returns when somebody presses Ctrl+C."""
    # A search for garbage among a million values takes longer than the check: it waits until nobody does.
    gc.disable()
    memory, sources = Memory(), Sources(Path())
    last: Report | None = None
    runs = 0
    try:
        while True:
            before = _state([place.path])
            outcome = read_handbook(place.path, shown=place.shown, audience=audience, drafts=True, memory=memory)
            sources.refresh()
            report = report_on(outcome, place, sources)
            put(_screen(report, last, place, short=short), sys.stdout)
            folders = _folders(place, outcome)
            if last is None:
                gc.freeze()
            elif runs % _TIDY_EVERY == 0:
                gc.collect()
            last = report
            runs += 1
            _wait(folders, before)
    except KeyboardInterrupt:
        put([""], sys.stdout)
    finally:
        gc.unfreeze()
        gc.enable()


def _screen(report: Report, last: Report | None, place: Folder, *, short: bool) -> Iterator[str]:
    """Everything that stands on the screen after one check."""
    paint = paint_for(sys.stdout)
    columns = columns_of(sys.stdout)
    terminal = sys.stdout.isatty()
    lines = [*(concise(report, paint) if short else text(report, paint, columns))]
    if terminal:
        lines[0] = _CLEAR + lines[0]
    elif last is not None:
        yield ""
    yield from lines
    changed = what_changed(last, report, paint)
    now = datetime.now().strftime("%H:%M:%S")
    after = f"{changed} · " if changed else ""
    yield f"{after}{now} · watching {place.path.as_posix()}; Ctrl+C ends"


def what_changed(last: Report | None, report: Report, paint: Paint) -> str:
    """What the save did: ``2 mended, 1 new``; empty at first and where nothing changed. Advice is not counted."""
    if last is None:
        return ""
    before, now = _marks(last), _marks(report)
    mended, new = len(before - now), len(now - before)
    parts = [paint.good(f"{mended:,} mended")] if mended else []
    parts += [paint.grave(f"{new:,} new", Severity.ERROR)] if new else []
    return ", ".join(parts) or "nothing changed"


def _marks(report: Report) -> set[str]:
    return {told.fingerprint for told in report.problems if told.problem.severity is not Severity.ADVICE}


def _folders(place: Folder, outcome: Outcome) -> list[Path]:
    """Where a change matters: the handbook's folder, and those that it uses things from."""
    used = (outcome.everything or outcome.atlas).handbook.uses
    return [place.path, *(place.path / folder for folder in used)]


def _wait(folders: Sequence[Path], before: State) -> None:
    """Return when something is other than ``before``, and has settled."""
    known = _state(folders[:1])
    now = _state(folders)
    if known == before:
        known = now
        while now == known:
            time.sleep(_LOOK_EVERY)
            now = _state(folders)
    else:
        known = before
    patience = _WHILE_EMPTY
    while True:
        time.sleep(_SETTLED)
        later = _state(folders)
        if later == now and (patience <= 0 or not _is_emptied(now, known)):
            return
        patience -= _SETTLED
        now = later


def _is_emptied(now: State, known: State) -> bool:
    """Whether a file that held something holds nothing: most programs empty a file first, and then write it."""
    return any(not size and known.get(path, (0, 0))[1] for path, (_, size) in now.items())


def _state(folders: Sequence[Path]) -> State:
    """Every file below ``folders``, whatever it is: a picture that is put beside its persona mends something too."""
    found: State = {}
    waiting = [os.fspath(folder) for folder in folders]
    seen: set[str] = set()
    while waiting:
        folder = waiting.pop()
        if folder in seen:
            continue
        seen.add(folder)
        try:
            with os.scandir(folder) as inside:
                for entry in inside:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        about = entry.stat()
                        found[entry.path] = (about.st_mtime_ns, about.st_size)
        except OSError:
            # It is being saved, or gone: the next look sees what is there.
            continue
    return found
