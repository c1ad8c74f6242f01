"""The page of translations: for those who keep the handbook, and where there is anything to translate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journey_site.documents.values import Text
from journey_site.handbook import Outcome
from journey_site.site.addresses import Link
from journey_site.site.language import Language
from journey_site.site.pages import Site
from journey_site.site.views.overview.translations import TranslationsView, translations_view
from journey_site.site.voice import Voice
from journey_site.translations.completeness import Outdated

FILES = {
    "handbook.yml": "title: {sv: Resor, en: Journeys}\nlanguages: [sv, en]\naudiences: [internal, client]\n",
    "channels.yml": "web: Webb\nstore: {sv: Butik, en: Shop}\n",
    "personas/anna.yml": "name: Anna\nquote: Cykla\n",
    "journeys/a.yml": "title: {sv: A, en: A}\npersona: anna\nstages: {need: {name: {sv: Behov, en: Need}}}\n",
    "journeys/b.yml": "title: B\nextends: a\n",
}


def view_of(outcome: Outcome) -> TranslationsView:
    return translations_view(Voice(outcome.atlas, Language("en")))


def test_shares_by_language_and_file(handbook: Callable[..., Outcome]) -> None:
    view = view_of(handbook(FILES))
    assert [(each.name, each.share, each.words) for each in view.languages] == [
        ("Swedish", "100%", "nothing missing"),
        ("English", "50%", "4 of 8 texts missing"),
    ]
    rows = [(str(row[1].words), row[2].words, row[3].words, row[4].words, row[4].note, row[0].link) for row in view.table.rows]
    assert rows == [
        ("journeys/b.yml", "1", "100%", "0%", "1 missing", Link("journeys/b/index.md")),
        ("personas/anna.yml", "2", "100%", "0%", "2 missing", Link("personas/anna.md")),
        ("channels.yml", "2", "100%", "50%", "1 missing", Link("channels/index.md")),
        ("handbook.yml", "1", "100%", "100%", "", Link("index.md")),
        ("journeys/a.yml", "2", "100%", "100%", "", Link("journeys/a/index.md")),
    ]
    assert view.verdict == "4 translations are missing." and not view.complete


def test_it_is_for_the_narrowest_edition_alone(site_of: Callable[..., Site], tmp_path: Path) -> None:
    for audience, there in (("", True), ("internal", True), ("client", False)):
        site = site_of(FILES, audience=audience)
        assert ("translations/index.md" in site.pages) == there
        entries = [item.uri for each in site.navigation for item in each.children]
        assert ("translations/index.md" in entries) == there


def test_with_one_language_there_is_none(site_of: Callable[..., Site]) -> None:
    site = site_of({"channels.yml": "web: Webb\n"})
    assert "translations/index.md" not in site.pages


def test_what_is_out_of_date_is_told_with_the_words_of_then(handbook: Callable[..., Outcome]) -> None:
    outcome = handbook(FILES)
    outdated = Outdated({("journeys/a name", "en"): "Å", ("journeys/a stages.need.name", "en"): "Mål"})
    view = translations_view(Voice(outcome.atlas, Language("en"), outdated=outdated))
    assert view.verdict == "4 translations are missing. 2 translations are out of date."
    assert [each.words for each in view.languages] == ["nothing missing", "4 of 8 texts missing, 2 out of date"]
    assert [row[4].note for row in view.table.rows if row[1].words == "journeys/a.yml"] == ["2 out of date"]
    (name, language, now, then), (stage, *_) = view.outdated.rows
    assert (name.note, name.link, language.words) == ("journeys/a.yml:1", Link("journeys/a/index.md"), "English")
    assert (now.words, then.words, stage.note) == (Text({"sv": "A"}), Text({"sv": "Å"}), "journeys/a.yml:3")
    assert not view.unknown and not view.complete
    nobody = translations_view(Voice(outcome.atlas, Language("en"), outdated=Outdated(missing="no-git")))
    assert not nobody.outdated and "git has no history" in nobody.unknown


def test_everything_is_there(handbook: Callable[..., Outcome]) -> None:
    view = view_of(handbook({"handbook.yml": "title: {sv: Resor, en: Journeys}\nlanguages: [sv, en]\n"}))
    assert view.complete and view.verdict == "Everything stands in every language."
