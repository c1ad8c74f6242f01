"""What the theme renders once and pages share is what it would have rendered for each."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import SMALL, build, write

FEATURES = {
    "plain": "",
    "tabs": "navigation.tabs, navigation.indexes, navigation.prune, navigation.top, search.suggest, search.share",
    "sticky": "navigation.tabs, navigation.tabs.sticky, navigation.sections, navigation.expand, header.autohide, navigation.footer",
    "path": "navigation.path, navigation.indexes, toc.integrate, navigation.instant, announce.dismiss, content.action.edit, content.action.view",
}
_PALETTE = "palette: [{scheme: default, toggle: {icon: material/weather-night, name: Dark}}, {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}]"
_STAGES = "".join(f"  s{number}: {{name: Stage {number}, thoughts: [Thought {number}], questions: [Why {number}?]}}\n" for number in range(12))


@pytest.mark.parametrize(("kind", "urls"), [("plain", "false"), ("tabs", "true"), ("sticky", "false"), ("path", "true")])
def test_shared_parts_are_what_the_theme_renders(tmp_path: Path, kind: str, urls: str) -> None:
    config = (
        f"site_name: Small & <b>fine</b>\ndocs_dir: maps\nuse_directory_urls: {urls}\nsite_url: https://example.com/\n"
        f"theme: {{name: material, font: false, custom_dir: own, features: [{FEATURES[kind]}], {_PALETTE}}}\n"
        "repo_url: https://example.com/small/handbook\nedit_uri: edit/main/maps/\n"
        "extra: {social: [{icon: material/web, link: 'https://example.com'}], alternate: [{name: English, link: /, lang: en}]}\n"
        "plugins: [search, tags, journey-site]\n"
    )
    stages = f"title: A long way\npersona: anna\nstages:\n{_STAGES}"
    files = SMALL | {"mkdocs.yml": config, "maps/journeys/long-way.yml": stages, "maps/journeys/other-way.yml": stages.replace("anna", "bo")}
    for name, own in (("kept", {}), ("anew", {"own/partials/none.html": "A template of one's own: nothing is shared then."})):
        write(tmp_path / name, files | {"own/.keep": ""} | own)
    kept, anew = build(tmp_path / "kept"), build(tmp_path / "anew")
    assert kept.code == anew.code == 0, kept.said + anew.said
    pages = [path.relative_to(anew.site) for path in anew.site.rglob("*.html")]
    assert len(pages) > 30
    assert [str(path) for path in pages if (kept.site / path).read_bytes() != (anew.site / path).read_bytes()] == []
