"""How long a handbook of many pages takes, beside the same pages in MkDocs and Material as they come.

    python tests/benchmark/run.py [--pages 30 300 2200 10000] [--no-stock] [--check]

Every build runs in a process of its own and writes to memory where the system has a folder for that.
Seconds vary from machine to machine; the ratios within one run are what counts, and they are taken from
the processor's time, since a build is one process that waits for nothing.
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

DEFAULT_NAVIGATION_UP_TO = 300
"""Material's navigation as it comes takes an hour for 10,000 pages, so it is measured for small sites only."""
_MEASURE = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
seconds = time.perf_counter() - start
if done.returncode:
    sys.exit(done.stdout)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
peak = used.ru_maxrss
print(json.dumps({"seconds": seconds, "worked": used.ru_utime + used.ru_stime, "megabytes": peak / (1024 ** 2 if sys.platform == "darwin" else 1024)}))
"""


@dataclass(frozen=True)
class Measured:
    """What one build took."""

    name: str
    seconds: float
    worked: float
    """Seconds of the processor's time, which other work on the machine disturbs less."""
    megabytes: float
    pages: int
    bytes: int

    @property
    def bytes_per_page(self) -> float:
        """HTML alone."""
        return self.bytes / self.pages

    def __str__(self) -> str:
        return (
            f"{self.name:<34}{self.pages:>7} pages{self.seconds:>9.2f} s ({self.worked:.2f} worked){self.pages / self.seconds:>8.0f} pages/s"
            f"{self.megabytes:>7.0f} MB{self.bytes_per_page / 1000:>8.1f} kB/page"
        )


def measured(name: str, project: Path) -> Measured:
    """Build the project in a fresh process and look at what it made."""
    site = project / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(project / "mkdocs.yml"), "-d", str(site)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1770000000"}
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, *command], capture_output=True, text=True, env=environment, check=False
    )
    if done.returncode:
        sys.exit(f"{name}: the build failed\n{done.stderr}")
    took = json.loads(done.stdout)
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    size = sum(path.stat().st_size for path in pages)
    shutil.rmtree(site)
    return Measured(name, took["seconds"], took["worked"], took["megabytes"], len(pages), size)


def memory() -> str | None:
    """A folder that lies in memory, where there is one."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def best(name: str, project: Path, times: int) -> Measured:
    """The fastest of several builds: what disturbs a build only ever makes it slower."""
    return min((measured(name, project) for _ in range(times)), key=lambda each: each.worked)


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
    for pages in chosen.pages:
        with tempfile.TemporaryDirectory(prefix="journey-benchmark-", dir=memory()) as place:
            content = content_of(pages)
            folder = Path(place)
            (folder / "ours").mkdir()
            write_handbook(folder / "ours", content)
            ours[pages] = best("journey-site", folder / "ours", chosen.times)
            print(ours[pages], flush=True)
            if chosen.no_stock:
                continue
            kinds = {"stock, navigation.prune": "navigation.prune"}
            if pages <= DEFAULT_NAVIGATION_UP_TO:
                kinds["stock, default navigation"] = ""
            for name, features in kinds.items():
                shutil.rmtree(folder / "stock", ignore_errors=True)
                (folder / "stock").mkdir()
                write_stock(folder / "stock", content, features)
                stock = best(name, folder / "stock", chosen.times)
                ratio = ours[pages].worked / stock.worked
                weight = ours[pages].megabytes / stock.megabytes
                print(f"{stock}   ours takes {ratio:.2f} of its time, {weight:.2f} of its memory", flush=True)
                if features:
                    pruned[pages] = stock
    passed = [line for line in limits(ours, pruned) if line]
    return 1 if chosen.check and any(line.startswith("NO") for line in passed) else 0


def limits(ours: dict[int, Measured], pruned: dict[int, Measured]) -> list[str]:
    """What is promised, each with whether this run kept it."""
    lines = []

    def limit(words: str, value: float, most: float) -> None:
        line = f"{'ok' if value <= most else 'NO'}  {words}: {value:.3f} (at most {most:.3f})"
        lines.append(line)
        print(line)

    if 2200 in pruned:
        limit("time at 2,200 pages, of stock with navigation.prune", ours[2200].worked / pruned[2200].worked, 1 / 3)
        limit("peak memory at 2,200 pages, of stock's", ours[2200].megabytes / pruned[2200].megabytes, 1.8)
    if 300 in ours and 2200 in ours:
        small, large = ours[300], ours[2200]
        limit("growth exponent from 300 to 2,200", math.log(large.worked / small.worked) / math.log(large.pages / small.pages), 1.1)
    if 2200 in ours and 10000 in ours:
        limit("HTML bytes per page at 10,000, of those at 2,200", ours[10000].bytes_per_page / ours[2200].bytes_per_page, 1.1)
    return lines


if __name__ == "__main__":
    sys.exit(main())
