"""How long ``journey-site check --watch`` takes from a save to its answer, on a generated handbook of about 300 files.

    python tests/benchmark/recheck.py [--pages 2200] [--times 20]

One journey is written anew each time, as an editor would. Printed are milliseconds of the processor and
milliseconds that passed, the median and the worst; then what all checks of the whole take in a handbook that is
read for the first time. To either, a watching run adds the time until it looks at the files and sees them settled.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from content import content_of
from handbook import write_handbook
from run import memory

from journey_site.atlas.link import link
from journey_site.cli.check import report_on
from journey_site.cli.folder import Folder
from journey_site.documents.load import load_documents
from journey_site.handbook import Memory, read_handbook
from journey_site.reports.sources import Sources
from journey_site.reports.text import text
from journey_site.rules.checks.looking import found_by_checks
from journey_site.rules.coverage import examine


def measured(name: str, work: Callable[[], object], times: int) -> None:
    """Do ``work`` that often, and print what it took."""
    worked, passed = [], []
    for _ in range(times):
        processor, clock = time.process_time(), time.perf_counter()
        work()
        worked.append((time.process_time() - processor) * 1000)
        passed.append((time.perf_counter() - clock) * 1000)
    for kind, found in (("worked", worked), ("passed", passed)):
        print(f"{name:<34}{statistics.median(found):>7.0f} ms {kind}, at worst {max(found):.0f}", flush=True)


def main() -> None:
    """Write the handbook, read it once, and check it again after each of several saves."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=2200, help="about how many pages the handbook's site has")
    parser.add_argument("--times", type=int, default=20, help="how many saves there are")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="journey-benchmark-", dir=memory()) as place:
        write_handbook(Path(place), content_of(chosen.pages))
        maps = Path(place) / "maps"
        print(f"{len(list(maps.rglob('*.yml')))} files")
        _rechecks(Folder(maps, maps.as_posix()), chosen.times)
        _first_check(maps)


def _rechecks(place: Folder, times: int) -> None:
    kept, sources = Memory(), Sources(Path())

    def check() -> None:
        outcome = read_handbook(place.path, shown=place.shown, drafts=True, memory=kept)
        sources.refresh()
        list(text(report_on(outcome, place, sources)))

    gc.disable()  # as a watching run does
    check()
    gc.freeze()
    journeys = sorted((place.path / "journeys").iterdir())
    saves = iter(range(times))

    def save_and_check() -> None:
        number = next(saves)
        journey = journeys[number % len(journeys)]
        journey.write_text(f"{journey.read_text(encoding='utf-8')}x-save: {number}\n", encoding="utf-8")
        check()

    measured("a save of one journey", save_and_check, times)
    gc.unfreeze()
    gc.enable()


def _first_check(maps: Path) -> None:
    atlas, _ = link(load_documents(maps))
    gc.disable()  # as whoever reads a handbook does
    measured("checks of the whole, first time", lambda: list(found_by_checks(atlas, maps)), 5)
    measured("questions of coverage", lambda: examine(atlas), 5)
    gc.enable()


if __name__ == "__main__":
    main()
