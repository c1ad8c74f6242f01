"""The stage models that come with the product, held to what is said of them line by line."""

from __future__ import annotations

import re

import pytest

from journey_site.documents.built_in import built_in_model, built_in_models, unused_models
from journey_site.documents.items import PURPOSES
from journey_site.documents.models import Model, ModelStage
from journey_site.documents.values import Text
from journey_site.site.vocabulary import CONTENT_TYPES

LANGUAGES = ("en", "sv", "da", "nb")

NAMES = {
    ("awareness-to-loyalty", "en"): "Awareness, Consideration, Decision, Purchase, Loyalty",
    ("awareness-to-loyalty", "sv"): "Medvetenhet, Övervägande, Beslut, Köp, Lojalitet",
    ("awareness-to-advocacy", "en"): "Awareness, Consideration, Decision, Retention, Advocacy",
    ("awareness-to-advocacy", "sv"): "Medvetenhet, Övervägande, Beslut, Lojalitet, Ambassadörskap",
    ("discovery-to-decision", "en"): "Discovery, Consideration, Decision",
    ("discovery-to-decision", "sv"): "Upptäckten, Övervägandet, Beslutet",
    ("interest-to-retention", "en"): "Interest, Learn, Evaluate, Justify, Purchase, Retention",
    ("attention-to-retention", "en"): "Attention, Interest, Evaluation, Conversion, Retention",
    ("attention-to-retention", "da"): "Opmærksomhed, Interesse, Evaluering, Konvertering, Fastholdelse",
    ("hankins-hexagon", "en"): "No current need, Trigger, Explore possibilities, Compare contenders, Make purchase, Experience product",
    ("aida", "en"): "Attention, Interest, Desire, Action",
    ("race", "en"): "Plan, Reach, Act, Convert, Engage",
    ("five-e", "en"): "Entice, Enter, Engage, Exit, Extend",
    ("mckinsey-loop", "en"): "Consider, Evaluate, Buy, Experience, Bond",
    ("jobs-timeline", "en"): "First thought, Passive looking, Active looking, Deciding, Using",
}
ORDERS = {"hankins-hexagon": "network", "mckinsey-loop": "cyclic"}
SOURCES = {
    "aida": "Edward K. Strong Jr.",
    "race": "Dave Chaffey",
    "five-e": "Conifer Research",
    "mckinsey-loop": "David Court, Dave Elzinga, Susan Mulder",
    "jobs-timeline": "Bob Moesta",
    "hankins-hexagon": "James Hankins",
}
"""Whom each is from; the others are in common use, and say so."""

SERVES = {
    "awareness-to-loyalty": "recognise choose choose buy use",
    "awareness-to-advocacy": "recognise choose buy use recommend",
    "discovery-to-decision": "recognise choose buy",
    "interest-to-retention": "recognise choose choose choose buy use",
    "attention-to-retention": "recognise recognise choose buy use",
    "hankins-hexagon": "recognise recognise choose choose buy use",
    "aida": "recognise recognise choose buy",
    "race": "recognise recognise choose buy use",
    "five-e": "recognise buy use use recommend",
    "mckinsey-loop": "recognise choose buy use recommend",
    "jobs-timeline": "recognise recognise choose buy use",
}


def model_of(identity: str) -> Model:
    model = built_in_model(identity)
    assert model is not None
    return model


def said(words: Text | str | None, language: str = "en") -> str:
    assert words
    return words if isinstance(words, str) else words.values[language]


@pytest.mark.parametrize(("identity", "language"), NAMES)
def test_the_stages_are_called_as_they_should_be(identity: str, language: str) -> None:
    assert ", ".join(said(stage.name, language) for stage in model_of(identity).stages) == NAMES[identity, language]


@pytest.mark.parametrize("identity", built_in_models())
def test_every_model_is_whole(identity: str) -> None:
    model = model_of(identity)
    assert model.built_in
    assert model.order == ORDERS.get(identity, "linear")
    assert " ".join(stage.serves or "" for stage in model.stages) == SERVES[identity]
    texts: list[Text | None] = [model.name, model.summary, model.fits, model.source]
    for stage in model.stages:
        assert stage.thoughts and stage.content and stage.serves in PURPOSES
        texts += [stage.name, stage.summary, stage.asks, *(thought.text for thought in stage.thoughts)]
        texts += [each for each in stage.content if isinstance(each, Text)]
        assert {each for each in stage.content if isinstance(each, str)} <= CONTENT_TYPES.keys()
        for way in stage.next or ():
            texts += [text for text in (way.why, way.exit) if text]
            assert way.exit or model.stage(way.to or "")
    for text in texts:
        assert text is not None and set(text.values) == {*LANGUAGES}, text
        assert all(words.strip() for words in text.values.values())


@pytest.mark.parametrize("identity", built_in_models())
def test_what_should_be_one_sentence_is(identity: str) -> None:
    model = model_of(identity)
    for text in (model.summary, model.fits, *(stage.summary for stage in model.stages)):
        for language in LANGUAGES:
            words = said(text, language)
            assert words.endswith(".") and not re.search(r"[.!?] ", words), words
    for stage in model.stages:
        assert all(said(stage.asks, language).endswith("?") for language in LANGUAGES)
        assert all(len(said(stage.name, language)) <= 30 for language in LANGUAGES)


@pytest.mark.parametrize("identity", built_in_models())
def test_every_model_names_its_source(identity: str) -> None:
    source = model_of(identity).source
    assert SOURCES.get(identity, "in common use, with no single author") in said(source)
    names = SOURCES.get(identity, "")
    assert all(name in said(source, language) for language in LANGUAGES for name in names.split(", "))


def content(stage: ModelStage) -> list[str]:
    return [each if isinstance(each, str) else said(each) for each in stage.content]


def test_the_thoughts_and_content_of_awareness_to_advocacy() -> None:
    stages = model_of("awareness-to-advocacy").stages
    assert [said(stage.thoughts[0].text) for stage in stages] == [
        "This I recognise", "How do I solve this?", "Which one do I choose?", "Was it worth it?", "I want to tip others",
    ]  # fmt: skip
    assert [said(stage.thoughts[0].text, "sv") for stage in stages] == [
        "Det här känner jag igen", "Hur löser jag det här?", "Vilken väljer jag?", "Var det värt det?", "Jag vill tipsa andra",
    ]  # fmt: skip
    assert [content(stage) for stage in stages] == [
        ["Posts", "social", "video"],
        ["guide", "comparison", "checklist"],
        ["References", "offer", "faq"],
        ["newsletter", "Follow-up", "tip"],
        ["Shareable material", "case", "Resources"],
    ]


def test_the_way_back_and_the_exit_of_discovery_to_decision() -> None:
    _, consideration, decision = model_of("discovery-to-decision").stages
    assert [way.to for way in consideration.next or ()] == ["decision", "discovery"]
    assert said((consideration.next or ())[1].why) == "Discovers a new need"
    assert [(way.to, said(way.exit)) for way in decision.next or ()] == [(None, "Leaves the journey")]


def test_what_the_stages_of_interest_to_retention_mean() -> None:
    meanings = ("not yet recognised a need", "has recognised the need", "actively searching", "has chosen but is still unsure", "purchase", "judges the purchase")
    for stage, meaning in zip(model_of("interest-to-retention").stages, meanings, strict=True):
        assert meaning in said(stage.summary)


def test_the_hexagon_has_no_order() -> None:
    model = model_of("hankins-hexagon")
    assert model.order == "network"
    assert all(stage.next is None for stage in model.stages)


def test_the_loyalty_loop_skips_evaluation() -> None:
    model = model_of("mckinsey-loop")
    ids = [stage.id for stage in model.stages]
    ways = [way.to for way in model.stages[-1].next or ()]
    assert model.order == "cyclic"
    assert ways == ["consider", "buy"], "the ring closes, and loyal customers go to the purchase"
    assert ids.index("evaluate") < ids.index("buy")
    assert all(stage.next is None for stage in model.stages[:-1])


def test_built_in_models_are_read_once() -> None:
    assert built_in_model("aida") is built_in_model("aida")
    assert "aida" not in unused_models({"aida"})
    assert set(unused_models(())) == set(built_in_models())
    assert built_in_model("nothing-like-it") is None
