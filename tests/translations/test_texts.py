"""Which texts there are, how they are addressed, and how complete a language is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journey_site.documents.load import load_documents
from journey_site.handbook import Outcome
from journey_site.translations.completeness import Field, completeness
from journey_site.translations.texts import Languages, texts_of

FILES = {
    "handbook.yml": """
        title: {sv: Resor, en: Journeys}
        languages: [sv, en, nb]
        traits: {careful: Försiktig}
        brand: {footer: AB}
        lanes: [thoughts, {id: rule, label: Regler, kind: list}, {divider: Vi}]
        departments: {sales: Sälj, it: {contact: "mailto:it@x.example"}}
        """,
    "channels.yml": "web: {sv: Webb, no: Nett}\nstore:\n",
    "personas/anna.yml": """
        name: Anna
        age: 38
        portrait: {file: anna.jpg, alt: Anna på cykel}
        needs: [Trygghet, {text: Ro, id: calm, note: Lugn}]
        """,
    "journeys/a.yml": """
        title: Köper
        actors: [{persona: anna, role: user}, {persona: anna, role: Ordförande}]
        stages:
          need:
            emotion: {value: 1, note: efter jul}
            thoughts: [Vad?, Hur?]
            rule: [Lagen]
            touchpoints: [{name: Grannen, channel: web}]
            next: [{to: buy, why: Vill}, {exit: Nej}]
          buy: Köp
        """,
    "journeys/b.yml": "title: B\nextends: a\nstages: {need: {thoughts+: [Mer]}}\n",
    "journeys/old.yml": "title: Gammal\npublish: retired\nstages: [buy]\n",
    "models/m.yml": "name: M\nstages: [first, {id: second, name: Andra}]\n",
}


def test_each_text_once_by_ids(handbook: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "personas").mkdir()
    (tmp_path / "personas/anna.jpg").write_bytes(b"")
    outcome = handbook(FILES)
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    found = texts_of(load_documents(tmp_path))
    assert {each.context for each in found} == {
        "handbook name", "handbook traits.careful", "handbook brand.footer", "handbook lanes.rule.label", "handbook lanes[2].divider",
        "departments/sales name", "channels/web name", "personas/anna name", "personas/anna portrait.alt", "personas/anna needs[0]",
        "personas/anna needs.calm", "personas/anna needs.calm.note", "journeys/a name", "journeys/a actors[1].role",
        "journeys/a stages.need.emotion.note", "journeys/a stages.need.thoughts[0]", "journeys/a stages.need.thoughts[1]",
        "journeys/a stages.need.rule[0]", "journeys/a stages.need.touchpoints[0].name", "journeys/a stages.need.next.buy.why",
        "journeys/a stages.need.next[1].exit", "journeys/a stages.buy.name", "journeys/b name", "journeys/b stages.need.thoughts+[0]",
        "models/m name", "models/m stages.second.name",
    }  # fmt: skip
    thought = next(each for each in found if each.context == "journeys/a stages.need.thoughts[1]")
    assert (thought.place.line, thought.field, thought.about) == (7, "stages.thoughts", ("Köper", "need"))
    assert thought.meaning == "What the customer thinks, in the customer's words."


def test_completeness_by_language_file_and_field(handbook: Callable[..., Outcome], tmp_path: Path) -> None:
    handbook({name: text for name, text in FILES.items() if name in ("handbook.yml", "channels.yml")})
    documents = load_documents(tmp_path)
    languages, texts = Languages.of(documents.handbook), texts_of(documents)
    assert languages.every == ("sv", "en", "nb")
    assert [languages.declared(code) for code in ("EN", "no", "NB", "de", "sv_SE")] == ["en", "nb", "nb", None, None]
    swedish, english, norwegian = (completeness(texts, each, languages) for each in languages.every)
    assert (swedish.whole.share, english.whole.there, norwegian.whole.there) == (1.0, 1, 1)
    assert english.files["channels.yml"].whole_percent == 0 and norwegian.files["channels.yml"].whole_percent == 100
    assert english.fields[Field("handbook", "title")].missing == 0
    assert [text.context for text in norwegian.missing][:1] == ["handbook name"]
