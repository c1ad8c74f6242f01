"""Pages printed ahead in further processes are the pages that MkDocs' own process would print."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journey_site.hosts.mkdocs.ahead import WORTH_IT, Ahead, pays
from journey_site.site.render import Body

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")


def _print(uri: str) -> tuple[Body, bytes] | None:
    return None if uri == "broken" else (Body(f"<p>{uri}</p>", (), frozenset()), b"found")


@linux
def test_pages_come_in_order_and_what_fails_is_left_to_the_asker() -> None:
    ahead = Ahead([["a", "b"], ["broken"], ["c"], ["d"], ["e"], ["f"]], _print)
    try:
        told = {uri: ahead.take(uri) for uri in ("a", "b", "broken", "c", "f", "elsewhere")}
    finally:
        ahead.close()
    assert {uri: printed[0].html for uri, printed in told.items() if printed} == {
        uri: f"<p>{uri}</p>" for uri in ("a", "b", "c", "f")
    }


def test_a_small_site_is_printed_in_one_process() -> None:
    assert not pays(WORTH_IT - 1)


@linux
def test_the_demo_is_the_same_with_and_without(tmp_path: Path) -> None:
    sites = []
    for name, line in (("ahead", ""), ("alone", "printing.pays = lambda pages: False;")):
        code = (
            "import journey_site.hosts.mkdocs.printing as printing;"
            f"{line} from mkdocs.__main__ import cli; cli(['build', '-q', '-d', {str(tmp_path / name)!r}])"
        )
        env = os.environ | {"SOURCE_DATE_EPOCH": "1795219200", "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=env)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        sites.append({path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files})
    assert sites[0].keys() == sites[1].keys()
    assert [path for path in sites[0] if sites[0][path] != sites[1][path]] == []
