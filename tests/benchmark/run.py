"""How long a handbook of many pages takes, beside the same pages as Markdown in MkDocs and Material.

    python tests/benchmark/run.py [--pages 30 300 2200 10000] [--no-stock] [--check]

The Markdown is made from the site that journey-site has just built, so both builds hold the same content.
Every build runs in a process of its own and writes to memory where the system has a folder for that.
Seconds vary from machine to machine; the ratios within one run are what counts.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from content import content_of
from handbook import write_handbook
from stock import write_stock

LEGEND = """\
s       seconds that passed; the ratios and the limits are taken from these
worked  seconds of all processors together, which a build in several processes does not save
MB      the memory of the largest single process at its peak
kB      HTML alone
"""
DEFAULT_NAVIGATION_UP_TO = 300
"""Material's navigation as it comes takes an hour for 10,000 pages, so only small sites have it."""
_MEASURE = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
seconds = time.perf_counter() - start
if done.returncode:
    sys.exit(done.stdout)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
megabytes = used.ru_maxrss / (1024 ** 2 if sys.platform == "darwin" else 1024)
print(json.dumps({"seconds": seconds, "worked": used.ru_utime + used.ru_stime, "megabytes": megabytes}))
"""


@dataclass(frozen=True)
class Measured:
    """What one build took."""

    name: str
    seconds: float
    worked: float
    """Seconds of the processors' time, of all the build's processes."""
    megabytes: float
    """The peak of the largest single process."""
    pages: int
    bytes: int

    @property
    def bytes_per_page(self) -> float:
        """HTML alone."""
        return self.bytes / self.pages

    def __str__(self) -> str:
        return (
            f"{self.name:<34}{self.pages:>7} pages{self.seconds:>9.2f} s ({self.worked:.2f} worked)"
            f"{self.pages / self.seconds:>8.0f} pages/s{self.megabytes:>7.0f} MB"
            f"{self.bytes_per_page / 1000:>8.1f} kB/page"
        )


def measured(name: str, project: Path) -> Measured:
    """Build the project in a fresh process and look at what it made; the site stays."""
    site = project / "site"
    shutil.rmtree(site, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(project / "mkdocs.yml"),
        "-d",
        str(site),
    ]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1770000000"}
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, *command],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{name}: the build failed\n{done.stderr}")
    took = json.loads(done.stdout)
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    size = sum(path.stat().st_size for path in pages)
    return Measured(name, took["seconds"], took["worked"], took["megabytes"], len(pages), size)


def memory() -> str | None:
    """A folder that lies in memory, where there is one."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def best(name: str, project: Path, times: int) -> Measured:
    """The fastest of several builds: what disturbs a build only ever makes it slower."""
    return min((measured(name, project) for _ in range(times)), key=lambda each: each.seconds)


def main() -> int:
    """Build each size and print what it took; with ``--check``, fail where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[30, 300, 2200, 10000])
    parser.add_argument("--times", type=int, default=1, help="how often each is built; the fastest counts")
    parser.add_argument("--no-stock", action="store_true", help="leave out MkDocs and Material as they come")
    parser.add_argument("--check", action="store_true", help="end with 1 when a limit is passed")
    chosen = parser.parse_args()
    ours: dict[int, Measured] = {}
    pruned: dict[int, Measured] = {}
    print(LEGEND, flush=True)
    for pages in chosen.pages:
        with tempfile.TemporaryDirectory(prefix="journey-benchmark-", dir=memory()) as place:
            folder = Path(place)
            (folder / "ours").mkdir()
            write_handbook(folder / "ours", content_of(pages))
            ours[pages] = best("journey-site", folder / "ours", chosen.times)
            print(ours[pages], flush=True)
            if chosen.no_stock:
                continue
            kinds = {"navigation.prune": "stock, navigation.prune"}
            if pages <= DEFAULT_NAVIGATION_UP_TO:
                kinds[""] = "stock, default navigation"
            for features in kinds:
                write_stock(folder / f"stock-{features}", folder / "ours" / "site", features)
            shutil.rmtree(folder / "ours")  # it may lie in memory
            for features, name in kinds.items():
                stock = best(name, folder / f"stock-{features}", chosen.times)
                shutil.rmtree(folder / f"stock-{features}")
                print(f"{stock}   {_beside(ours[pages], stock)}", flush=True)
                if features:
                    pruned[pages] = stock
    kept = limits(ours, pruned)
    return 1 if chosen.check and not kept else 0


def _beside(ours: Measured, stock: Measured) -> str:
    return (
        f"ours takes {ours.seconds / stock.seconds:.2f} of its seconds "
        f"({ours.worked / stock.worked:.2f} worked), {ours.megabytes / stock.megabytes:.2f} of its memory"
    )


def limits(ours: dict[int, Measured], pruned: dict[int, Measured]) -> bool:
    """Say of each promise whether this run kept it or did not look; whether none was broken."""
    failed = []

    def limit(words: str, value: float | None, most: float) -> None:
        if value is None:
            print(f"--  {words}: not checked, its sizes were not built")
            return
        if value > most:
            failed.append(words)
        print(f"{'NO' if value > most else 'ok'}  {words}: {value:.3f} (at most {most:.3f})")

    small, large, huge, stock = ours.get(300), ours.get(2200), ours.get(10000), pruned.get(2200)
    time = large.seconds / stock.seconds if large and stock else None
    space = large.megabytes / stock.megabytes if large and stock else None
    growth = _exponent(small, large) if small and large else None
    weight = huge.bytes_per_page / large.bytes_per_page if large and huge else None
    limit("seconds at 2,200 pages, of stock's with navigation.prune", time, 1 / 3)
    limit("peak memory at 2,200 pages, of stock's", space, 1.8)
    limit("growth exponent of the seconds from 300 to 2,200 pages", growth, 1.1)
    limit("HTML bytes per page at 10,000 pages, of those at 2,200", weight, 1.1)
    print(f"failed: {'; '.join(failed)}" if failed else "failed: none")
    return not failed


def _exponent(small: Measured, large: Measured) -> float:
    """How the seconds grow with the pages: 1 where twice the pages take twice as long."""
    return math.log(large.seconds / small.seconds) / math.log(large.pages / small.pages)


if __name__ == "__main__":
    sys.exit(main())
