"""Two versions of one handbook, each written as files, compared as the command compares them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from repositories import Repository

from journey_site.account.account import Account, Change
from journey_site.account.gather import account_of
from journey_site.revisions import NotThere
from journey_site.two_versions import Readers, read_versions

Compare = Callable[..., Account]

FILES = {
    "handbook.yml": "title: Handbook\n",
    "personas/anna.yml": "name: Anna\n",
    "departments.yml": 'sales: {name: Sales, contact: "mailto:sales@x.example"}\n',
    "touchpoints.yml": "shop: {name: The shop}\nphone: {name: The phone}\n",
    "metrics.yml": "nps: {name: Would recommend, value: 40}\n",
    "journeys/ebike.yml": """\
        title: Buys an e-bike
        persona: anna
        owner: sales
        stages:
          search: {name: Search, thoughts: [Where to begin?], touchpoints: [shop]}
          decision:
            name: Decision
            emotion: -1
            pains: [{id: dear, text: Too dear, severity: 2}]
        """,
}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


@pytest.fixture
def compare(repository: Repository) -> Compare:
    """Commit the handbook above, change files (None removes one, a pair is words for words), and compare.

    ``first`` are changes that are part of the earlier version already.
    """

    def compared(
        changes: dict[str, str | tuple[str, str] | None] | None = None,
        first: dict[str, str] | None = None,
        *,
        audience: str = "",
        drafts: bool = False,
        preview: str = "",
    ) -> Account:
        before = {name: dedent(text) for name, text in {**FILES, **(first or {})}.items()}
        repository.commit("2026-01-10", {f"maps/{name}": text for name, text in before.items()})
        for name, change in (changes or {}).items():
            path = repository.folder / "maps" / name
            if change is None:
                path.unlink()
                continue
            if isinstance(change, tuple):
                assert change[0] in before[name]
                change = before[name].replace(*change)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(change), encoding="utf-8")
        found = read_versions(repository.folder / "maps", "maps", "HEAD", "", Readers(audience, drafts))
        assert not isinstance(found, NotThere), found
        return account_of(*found, preview=preview, audience=audience)

    return compared


def change_of(account: Account, thing: str, stage: str = "") -> Change:
    """The one change of a thing, or of a stage in it."""
    (found,) = (change for change in account.changes if (change.thing, change.stage) == (thing, stage))
    return found
