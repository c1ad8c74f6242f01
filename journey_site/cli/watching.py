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
from journey_site.cli.edition_problems import of_edition
from journey_site.cli.folder import Folder
from journey_site.cli.screen import columns_of, paint_for, put
from journey_site.handbook import Memory, Outcome, read_handbook
from journey_site.problems import Severity
from journey_site.reports.concise import concise, one_line
from journey_site.reports.counts import verdict
from journey_site.reports.paint import Paint
from journey_site.reports.report import Report, Told
from journey_site.reports.sources import Sources
from journey_site.reports.text import advice_lines, problem_lines, text

_LOOK_EVERY = 0.05
"""Seconds between two looks at the files' dates. A look at 300 files takes a few thousandths of a second."""
_SETTLED = 0.02
"""Seconds in which nothing may change: editors write a file in several steps."""
_WHILE_EMPTY = 0.3
"""How long a file that was emptied may stay so before that is believed."""
_TIDY_EVERY = 100
"""Checks after which garbage is searched for once; nearly all goes by itself."""
_MOST_GONE = 10
"""So many lines say what is gone; of more the number is enough."""
_CLEAR = "\x1b[2J\x1b[H"

State = dict[str, tuple[int, int]]
"""Each file's date and size by its path."""


def watch_folder(place: Folder, audience: str, *, short: bool) -> None:
    """Check the handbook now and after each save; returns when somebody presses Ctrl+C."""
    # A search for garbage among a million values takes longer than the check: it waits until nobody does.
    gc.disable()
    memory, sources = Memory(), Sources(Path())
    last: Report | None = None
    advised: Report | None = None
    runs = 0
    try:
        while True:
            before = _state([place.path])
            outcome = read_handbook(place.path, shown=place.shown, audience=audience, drafts=True, memory=memory)
            outcome = of_edition(outcome, audience, place).outcome
            sources.refresh()
            report = report_on(outcome, place, sources)
            put(_screen(report, last, advised, place, short=short), sys.stdout)
            folders = _folders(place, outcome)
            if last is None:
                gc.freeze()
            elif runs % _TIDY_EVERY == 0:
                gc.collect()
            last = report
            advised = advised if report.count(Severity.ERROR) else report
            runs += 1
            _wait(folders, before)
    except KeyboardInterrupt:
        put([""], sys.stdout)
    finally:
        gc.unfreeze()
        gc.enable()


def _screen(report: Report, last: Report | None, advised: Report | None, place: Folder, *, short: bool) -> Iterator[str]:
    """Everything that is printed after one check.

    A terminal is cleared, so that what is wrong by now stands there whole. A log keeps what stands in it, and is
    told what is new. Advice is told once: at first, and when it is new or gone since the last check that gave any.
    """
    paint = paint_for(sys.stdout)
    columns = columns_of(sys.stdout)
    terminal = sys.stdout.isatty()
    if last is None:
        lines = [*(concise(report, paint) if short else text(report, paint, columns))]
    else:
        shown = [*_problems_since(report, last, paint, columns, whole=terminal, short=short)]
        shown += _gone_and_advice(report, last, advised, paint)
        lines = [*shown, *verdict(report)]
    if terminal:
        lines[0] = _CLEAR + lines[0]
    elif last is not None:
        yield ""
    yield from lines
    changed = what_changed(last, report, paint, advised)
    now = datetime.now().strftime("%H:%M:%S")
    after = f"{changed} · " if changed else ""
    yield f"{after}{now} · watching {place.path.as_posix()}; Ctrl+C ends"


def _problems_since(report: Report, last: Report, paint: Paint, columns: int, *, whole: bool, short: bool) -> Iterator[str]:
    """What is wrong by now (``whole``), or what of it is new."""
    known = frozenset() if whole else _marks(last)
    for told in report.problems:
        if not _is_advice(told) and told.fingerprint not in known:
            yield from [one_line(told, paint)] if short else [*problem_lines(told, report, paint, columns), ""]


def _gone_and_advice(report: Report, last: Report, advised: Report | None, paint: Paint) -> Iterator[str]:
    """What is mended, a line each, and what is new or gone of the advice."""
    new, less = advice_since(report, advised)
    there = _marks(report)
    gone = [told for told in last.problems if not _is_advice(told) and told.fingerprint not in there]
    for word, each in [*(("mended", told) for told in gone), *(("gone", told) for told in less)][:_MOST_GONE]:
        yield f"{paint.good(word)}: {one_line(each)}"
    left = len(gone) + len(less) - _MOST_GONE
    if left > 0:
        yield paint.faint(f"  … and {left:,} more")
    if gone or less:
        yield ""
    yield from advice_lines(new, paint)


def advice_since(report: Report, advised: Report | None) -> tuple[list[Told], list[Told]]:
    """The advice that is new and that is gone since ``advised``, the last check that gave any.

    While there are errors nobody looks for advice, so that nothing of it is gone either.
    """
    if report.count(Severity.ERROR):
        return [], []
    before = [told for told in (advised.problems if advised else ()) if _is_advice(told)]
    now = [told for told in report.problems if _is_advice(told)]
    known, there = {told.fingerprint for told in before}, {told.fingerprint for told in now}
    return [told for told in now if told.fingerprint not in known], [told for told in before if told.fingerprint not in there]


def what_changed(last: Report | None, report: Report, paint: Paint, advised: Report | None = None) -> str:
    """What the save did: ``2 mended, 1 new``; empty at first and where nothing changed. Advice is not counted."""
    if last is None:
        return ""
    before, now = _marks(last), _marks(report)
    mended, new = len(before - now), len(now - before)
    parts = [paint.good(f"{mended:,} mended")] if mended else []
    parts += [paint.grave(f"{new:,} new", Severity.ERROR)] if new else []
    otherwise = "only advice changed" if any(advice_since(report, advised or last)) else "nothing changed"
    return ", ".join(parts) or otherwise


def _marks(report: Report) -> set[str]:
    return {told.fingerprint for told in report.problems if not _is_advice(told)}


def _is_advice(told: Told) -> bool:
    return told.problem.severity is Severity.ADVICE


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
