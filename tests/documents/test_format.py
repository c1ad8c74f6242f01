"""The format's own examples, as they stand in its description: all of it loads, and means what is said there.

The files under ``format/`` are the description's blocks, with the things that they refer to added.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from journey_site.atlas.atlas import Atlas
from journey_site.documents.built_in import built_in_model, built_in_models
from journey_site.documents.checks import Check
from journey_site.documents.durations import Amount, Duration
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Emotion, Owner, Scale
from journey_site.handbook import Outcome, read_handbook
from journey_site.problems import Severity

FORMAT = Path(__file__).parent / "format" / "maps"
Write = Callable[..., Outcome]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    outcome = read_handbook(FORMAT, shown="maps")
    found = [str(problem) for problem in outcome.problems if problem.severity > Severity.ADVICE]
    assert found == []
    return outcome.atlas


@pytest.fixture(scope="module")
def awareness(atlas: Atlas) -> Stage:
    return stage(atlas.journeys["anna-ebike"], "awareness")


def stage(journey: Journey, identity: str) -> Stage:
    found = journey.stage(identity)
    assert found is not None
    return found


def journey_of(outcome: Outcome, identity: str = "a") -> Journey:
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    return outcome.atlas.journeys[identity]


def said(items: object) -> list[str]:
    return [item.text.best("sv", "en").words for item in items]  # type: ignore[attr-defined]


def rules(outcome: Outcome) -> list[str]:
    return [problem.rule for problem in outcome.problems]


def test_the_handbook(atlas: Atlas) -> None:
    handbook = atlas.handbook
    assert handbook.name.values == {"sv": "Kundresor på Cykelkraft"}
    assert handbook.site_languages == ("sv", "en")
    assert handbook.scale == Scale(-2, 2)
    assert handbook.review_every == Duration(Amount(6, "month"), Amount(6, "month"))
    assert handbook.audiences == ("internal", "client", "public")
    assert handbook.default_audience == "public"
    assert handbook.brand is not None
    assert (handbook.brand.logo, handbook.brand.primary) == ("images/logo.svg", "#bf360c")
    assert handbook.checks == {"emotion-without-thought": Check("off"), "review-overdue": Check("error")}
    assert handbook.report == "mailto:resor@cykelkraft.example"
    assert handbook.extra == {"x-made-by": {"team": "design", "since": 2026}}
    assert handbook.traits["price-aware"].values == {"sv": "Prismedveten", "en": "Price-aware"}


def test_the_lanes(atlas: Atlas) -> None:
    lanes = atlas.handbook.lanes or ()
    assert [lane.id for lane in lanes[:4]] == ["goal", "our_goal", "thoughts", "actions"]
    divider = next(lane for lane in lanes if lane.divider)
    assert divider.divider is not None
    assert divider.divider.values == {"sv": "Line of visibility"}
    own = lanes[-1]
    assert (own.id, own.kind, own.icon, own.own) == ("policy", "list", "material/gavel", True)
    assert own.label is not None
    assert own.label.values == {"sv": "Regelverk", "en": "Policy"}


def test_departments_and_channels(atlas: Atlas) -> None:
    assert atlas.departments["sales"].name.values == {"sv": "Sälj"}
    assert atlas.departments["marketing"].contact == "mailto:marknad@cykelkraft.example"
    assert atlas.channels["web"].icon == "material/web"
    assert atlas.departments["legal"].name.values == {"sv": "Juridik"}, "from the folder that is used"
    assert atlas.departments["legal"].origin.file == "common/departments.yml"


def test_a_persona(atlas: Atlas) -> None:
    anna = atlas.personas["anna"]
    assert anna.name.values == {"sv": "Anna Lindqvist"}
    assert anna.age is not None
    assert anna.age.values == {"sv": "38"}
    assert anna.portrait is not None
    assert atlas.picture_path(anna.portrait) == "personas/anna.jpg"
    assert said(anna.goals) == ["Slippa bilköerna"]
    assert anna.traits == {"price-aware": 4, "Teknikvan": 2}
    assert anna.channels == {"web": 5, "store": 3}
    assert anna.origin.file == "maps/personas/anna.yml"


def test_numbers_are_texts_as_written_where_texts_stand(atlas: Atlas) -> None:
    bo = atlas.personas["bo"]
    assert [text.best("sv").words for text in (bo.age, bo.segment, bo.location) if text] == ["038", "1984", "3.0"]
    assert bo.tags == ("007", "true")


def test_a_journey(atlas: Atlas) -> None:
    journey = atlas.journeys["anna-ebike"]
    assert journey.personas == ("anna", "bo")
    assert [(a.persona, a.role.best("sv").words if a.role else "", a.veto) for a in journey.actors] == [
        ("anna", "user", None),
        ("bo", "decider", True),
    ]
    assert [each.id for each in journey.stages] == ["awareness", "consideration", "decision", "purchase", "loyalty"]
    (path,) = journey.paths
    assert (path.id, path.share, path.stages) == ("impulse", 0.2, ("awareness", "purchase"))
    assert (journey.state, journey.compare_with) == ("current", "anna-ebike-2027")
    assert said(journey.expectations) == ["Ett val som håller i flera år"]
    assert journey.owner == Owner(journey.owner.department if journey.owner else None)
    assert journey.owner is not None
    assert journey.owner.department == "marketing"
    assert journey.reviewed == date(2026, 11, 12)


def test_a_stage(awareness: Stage) -> None:
    assert awareness.name.values == {"sv": "Medvetenhet"}
    assert awareness.serves == "recognise"
    assert awareness.duration == Duration(Amount(0, "month"), Amount(3, "month"))
    assert awareness.waiting == Duration(Amount(2, "day"), Amount(2, "day"))
    assert awareness.emotion == Emotion(-0.5)
    assert awareness.optional is True
    assert awareness.actor == ("anna", "bo")
    assert said(awareness.thoughts) == ["Det här känner jag igen", "Är en elcykel något för mig?"]
    assert awareness.thoughts[1].evidence == ("interviews-2026",)
    assert awareness.thoughts[1].confidence == "observed"
    assert awareness.pains[0].severity == 4
    assert awareness.frontstage == ()
    assert awareness.departments == ("marketing",)
    assert awareness.moment_of_truth is not None


def test_touchpoints_and_content_in_a_stage(awareness: Stage) -> None:
    instagram, paper, quote, neighbour = awareness.touchpoints
    assert instagram.touchpoint == "instagram"
    assert (paper.touchpoint, paper.experience, paper.importance) == ("local-paper", -1, 3)
    assert (quote.sender, quote.receiver, quote.channel) == ("sales", "anna", "mail")
    assert neighbour.touchpoint is None
    assert neighbour.name is not None
    assert (neighbour.name.values, neighbour.channel) == ({"sv": "Grannens lådcykel"}, "street")
    shared, sent, inline = awareness.content
    assert shared.content == "commute-guide"
    assert (sent.content, sent.actor) == ("commute-guide", ("bo",))
    assert inline.name is not None
    assert (inline.type, inline.status, inline.helps) == ("video", "planned", "recognise")


def test_metrics_opportunities_and_ways_in_a_stage(awareness: Stage, atlas: Atlas) -> None:
    reach, own = awareness.metrics
    assert reach.metric == "reach"
    assert (own.value, own.target, own.period) == (41000, 50000, "2026-10")
    (trial,) = awareness.opportunities
    assert (trial.impact, trial.effort, trial.status) == (4, 2, "planned")
    on, to, out = awareness.next or ()
    assert on.to == "consideration"
    assert (to.to, to.share) == ("consideration", 0.6)
    assert out.to is None
    assert out.exit is not None
    assert (out.exit.values, out.share) == ({"sv": "Kör vidare med bil"}, 0.4)
    consideration = stage(atlas.journeys["anna-ebike"], "consideration")
    assert [(s.id, s.name.values, s.emotion) for s in consideration.steps] == [("googlar", {"sv": "Googlar"}, Emotion(-1))]
    assert consideration.journey[0].journey == "anna-test-ride"


def test_a_model_of_ones_own(atlas: Atlas) -> None:
    model = atlas.models["our-seven"]
    assert model.order == "linear"
    trigger = model.stage("trigger")
    assert trigger is not None
    assert (trigger.serves, trigger.content) == ("recognise", ("article", "social"))
    assert [way.to for way in trigger.next or ()] == ["compare"]
    assert trigger.asks is not None
    assert said(trigger.thoughts) == ["Nu räcker det"]


def test_touchpoints_content_metrics_evidence(atlas: Atlas) -> None:
    checkout = atlas.touchpoints["checkout"]
    assert (checkout.channel, checkout.url, checkout.metrics[0].metric) == ("web", "https://cykelkraft.example/kassa", "reach")
    guide = atlas.content["commute-guide"]
    assert (guide.type, guide.status, guide.language, guide.helps) == ("guide", "live", "sv", "recognise")
    reach = atlas.metrics["reach"]
    assert (reach.baseline, reach.better, reach.period) == (30000, "higher", "2026-10")
    assert reach.series == {"2026-08": 36000, "2026-09": 39500}
    interviews = atlas.evidence["interviews-2026"]
    assert (interviews.kind, interviews.date, interviews.n) == ("interview", "2026-09-14", 12)


BUILT_IN = """
awareness-to-loyalty: awareness, consideration, decision, purchase, loyalty
awareness-to-advocacy: awareness, consideration, decision, retention, advocacy
discovery-to-decision: discovery, consideration, decision
interest-to-retention: interest, learn, evaluate, justify, purchase, retention
attention-to-retention: attention, interest, evaluation, conversion, retention
hankins-hexagon: no-need, trigger, explore, compare, purchase, experience
aida: attention, interest, desire, action
race: plan, reach, act, convert, engage
five-e: entice, enter, engage, exit, extend
mckinsey-loop: consider, evaluate, buy, experience, bond
jobs-timeline: first-thought, passive-looking, active-looking, deciding, using
"""


def test_the_built_in_models() -> None:
    said_of_them = dict(line.split(": ") for line in BUILT_IN.strip().splitlines())
    assert set(built_in_models()) == set(said_of_them)
    for identity, stages in said_of_them.items():
        model = built_in_model(identity)
        assert model is not None
        assert [each.id for each in model.stages] == stages.split(", ")
        assert model.source is not None


def test_title_and_name_mean_the_same(handbook: Write) -> None:
    outcome = handbook(
        {
            "handbook.yml": "name: One\nlanes: [{id: goal, title: Mål}, {id: policy, name: Regler, kind: list}]\n",
            "personas.yml": "anna: {title: Anna}",
            "journeys/a.yml": """
                name: A
                paths: {quick: {title: Quick, stages: [one]}}
                owner: {title: Eva Ek}
                stages:
                  one:
                    title: First
                    thoughts: [{title: Hm}, {name: Well}]
                    touchpoints: [{title: Street}]
                    metrics: [{title: Reach, value: 3}]
                    content: [{name: Guide}]
            """,
            "content.yml": "guide: {name: Guide}",
        }
    )
    journey = journey_of(outcome)
    assert journey.name.values == {"en": "A"}
    assert said(journey.stages[0].thoughts) == ["Hm", "Well"]
    assert journey.owner == Owner(None, "Eva Ek")
    assert outcome.atlas.handbook.name.values == {"en": "One"}


def test_a_kind_may_stand_in_a_folder_a_file_and_the_handbook(handbook: Write) -> None:
    outcome = handbook(
        {
            "handbook.yml": "title: T\ntouchpoints: {one: One}\n",
            "touchpoints.yml": "two: Two\nx-mine: {anything: at all}\n",
            "touchpoints/deep/er/three.yaml": "name: Three\n",
            "touchpoints/four.yml": "",
            "notes.yml": "none: [of, ours]\n",
        }
    )
    assert rules(outcome) == []
    assert sorted(outcome.atlas.touchpoints) == ["four", "one", "three", "two"]
    assert outcome.atlas.touchpoints["four"].name.values == {"en": "Four"}


def test_texts_are_in_composed_letters(handbook: Write) -> None:
    outcome = handbook({"personas.yml": "asa: {name: A\u030asa}\n"})
    assert outcome.atlas.personas["asa"].name.values == {"en": "Åsa"}


@pytest.mark.parametrize(("declared", "written"), [("no", "nb"), ("nb", "no")])
def test_the_two_codes_of_norwegian_are_one_language(handbook: Write, declared: str, written: str) -> None:
    outcome = handbook(
        {
            "handbook.yml": f"title: {{{written}: Reiser}}\nlanguages: [sv, {declared}]\n",
            "journeys/a.yml": f"title: A\nmodel: aida\nscenario: {{sv: Hej, {written}: Hei}}\n",
        }
    )
    journey = journey_of(outcome)
    assert journey.scenario is not None
    assert journey.scenario.best(declared) == ("Hei", declared)
    assert outcome.atlas.handbook.name.best(written, "sv").words == "Reiser"
    assert journey.stages[0].name.best(declared).words == journey.stages[0].name.best("nb").words


def test_yaml_words_stay_words(handbook: Write) -> None:
    outcome = handbook(
        {
            "handbook.yml": "title: yes\nlanguages: [sv, no]\naudiences: [on, off]\n",
            "journeys/a.yml": "title: 12:30\ntrigger: 2026-11-12\nstages: {one: {thoughts: [no, 1_000, 0x1F, null, ~, '']}}\n",
        }
    )
    journey = journey_of(outcome)
    assert outcome.atlas.handbook.site_languages == ("sv", "no")
    assert outcome.atlas.handbook.audiences == ("on", "off")
    assert journey.name.values == {"sv": "12:30"}
    assert journey.trigger is not None
    assert journey.trigger.values == {"sv": "2026-11-12"}
    assert said(journey.stages[0].thoughts)[:3] == ["no", "1_000", "0x1F"]


def test_a_single_value_is_a_list_of_one(handbook: Write) -> None:
    outcome = handbook(
        {
            "handbook.yml": "title: T\nlanguages: sv\naudiences: internal\nlanes: thoughts\n",
            "personas.yml": "anna: {name: Anna, goals: Lugn}\n",
            "journeys/a.yml": """
                title: A
                actors: anna
                tags: bike
                pains: Dyrt
                stages:
                  one: {thoughts: Hm, touchpoints: {name: Gatan}, actor: anna, next: two, departments: [], after: two}
                  two: {next: {exit: Nej}, journey: b}
            """,
            "journeys/b.yml": "title: B\nstages: {one: {goal: G}}\n",
        }
    )
    journey = journey_of(outcome)
    one, two = journey.stages
    assert (journey.personas, journey.tags) == (("anna",), ("bike",))
    assert (said(journey.pains), said(one.thoughts), one.after) == (["Dyrt"], ["Hm"], ("two",))
    assert [way.to for way in one.next or ()] == ["two"]
    assert two.next is not None
    assert two.next[0].exit is not None
    assert two.journey[0].journey == "b"
    assert [lane.id for lane in outcome.atlas.handbook.lanes or ()] == ["thoughts"]


def test_the_editors_own_keys_are_kept_everywhere(handbook: Write) -> None:
    outcome = handbook(
        {
            "handbook.yml": "title: T\nx-a: [1, two, null]\nlanes: [{id: x-risk, kind: text}]\nbrand: {x-b: true}\n",
            "journeys/a.yml": """
                title: A
                x-c: 3
                owner: {name: Eva, x-d: 1}
                stages:
                  x-note: none of the stages
                  one:
                    x-risk: High
                    x-e: {deep: er}
                    emotion: {value: 1, x-f: 2}
                    thoughts: [{text: Hm, x-g: 007}]
            """,
        }
    )
    journey = journey_of(outcome)
    assert outcome.atlas.handbook.extra == {"x-a": [1, "two", None]}
    assert journey.extra == {"x-c": 3}
    assert [each.id for each in journey.stages] == ["one"]
    assert journey.stages[0].extra == {"x-e": {"deep": "er"}}
    assert journey.stages[0].own["x-risk"].values == {"en": "High"}
    assert journey.stages[0].thoughts[0].extra == {"x-g": 7}


def test_every_kind_of_own_lane(handbook: Write) -> None:
    kinds = "policy: list, tone: text, effort-score: score, cost: metric, source-link: link"
    lanes = ", ".join("{{id: {}, kind: {}}}".format(*pair.split(": ")) for pair in kinds.split(", "))
    outcome = handbook(
        {
            "handbook.yml": f"title: T\nlanes: [{lanes}]\n",
            "journeys/a.yml": """
                title: A
                stages:
                  one:
                    policy: [GDPR, {text: Law, severity: 2}]
                    tone: Warm
                    effort-score: 4
                    cost: {name: Cost, value: 12}
                    source-link: ["https://x.example/", {text: Here, url: a.html}]
                    steps: {first: {policy: Also here}}
            """,
        }
    )
    one = journey_of(outcome).stages[0]
    assert said(one.own["policy"]) == ["GDPR", "Law"]
    assert one.own["tone"].values == {"en": "Warm"}
    assert one.own["effort-score"] == 4
    assert one.own["cost"][0].value == 12
    assert [link.url for link in one.own["source-link"]] == ["https://x.example/", "a.html"]
    assert said(one.steps[0].own["policy"]) == ["Also here"]


def test_a_journey_may_bring_lanes(handbook: Write) -> None:
    outcome = handbook(
        {
            "journeys/a.yml": """
                title: A
                lanes: [{id: thoughts, label: Funderar}, {id: law, kind: list}, {divider: Here}]
                stages: {one: {law: [A law]}}
            """,
            "journeys/b.yml": "title: B\nlanes: blueprint\nstages: [one]\n",
        }
    )
    first, second, third = journey_of(outcome).lanes or ()
    assert first.label is not None
    assert (first.own, second.own, third.divider is not None) == (False, True, True)
    rows = [lane.id or f"line {lane.line}" for lane in outcome.atlas.journeys["b"].lanes or ()]
    assert rows[:8] == [
        "evidence_shown",
        "actions",
        "line interaction",
        "frontstage",
        "line visibility",
        "backstage",
        "line internal_interaction",
        "support",
    ]
    assert "thoughts" in rows[8:]


def test_stages_may_be_a_list(handbook: Write) -> None:
    outcome = handbook(
        {
            "journeys/a.yml": """
                title: A
                stages:
                  - {id: need, name: Need}
                  - {name: Första provturen}
                  - buy
                  - Köpa cykel
            """
        }
    )
    journey = journey_of(outcome)
    assert [each.id for each in journey.stages] == ["need", "forsta-provturen", "buy", "kopa-cykel"]
    assert [each.name.best("en").words for each in journey.stages][2:] == ["Buy", "Köpa cykel"]
    assert rules(outcome) == ["id-from-name", "id-from-name"]
    assert all(problem.severity is Severity.ADVICE for problem in outcome.problems)


def test_models_fill_what_is_not_written(handbook: Write) -> None:
    outcome = handbook(
        {
            "models/aida.yml": "name: Ours\nstages: {attention: {name: Look, serves: choose, next: [action]}, action: Do}\n",
            "journeys/a.yml": "title: A\nmodel: aida\nstages: {own: {name: Own}, action: , after-all: {name: After all}}\n",
            "journeys/b.yml": "title: B\nmodel: five-e\n",
        }
    )
    journey = journey_of(outcome)
    assert [each.id for each in journey.stages] == ["attention", "own", "action", "after-all"], "an own model wins"
    assert journey.stages[0].serves == "choose"
    assert [way.to for way in journey.stages[0].next or ()] == ["action"]
    assert len(outcome.atlas.journeys["b"].stages) == 5


@pytest.mark.parametrize(
    ("written", "emotion"),
    [
        ("-0.5", Emotion(-0.5)),
        ("null", None),
        ("", None),
        ("{anna: -0.5, bo: 1}", Emotion(by_actor={"anna": -0.5, "bo": 1})),
        ("{anna: null, bo: 1}", Emotion(by_actor={"bo": 1})),
        ("{anna: null}", None),
        ("{value: 1, low: -1, high: 2}", Emotion(1, -1, 2)),
        ("{value: 1}", Emotion(1)),
    ],
)
def test_emotions(handbook: Write, written: str, emotion: Emotion | None) -> None:
    people = "anna: {name: Anna}\nbo: {name: Bo}\n"
    text = f"title: A\nactors: [anna, bo]\nstages: {{one: {{emotion: {written}}}}}\n"
    assert journey_of(handbook({"personas.yml": people, "journeys/a.yml": text})).stages[0].emotion == emotion


def test_an_empty_next_is_a_warning_and_an_empty_list_an_end(handbook: Write) -> None:
    outcome = handbook({"journeys/a.yml": "title: A\nstages:\n  one:\n    next:\n  two:\n    next: []\n"})
    one, two = journey_of(outcome).stages
    assert (one.next, two.next) == (None, ())
    assert [(problem.rule, problem.severity) for problem in outcome.problems] == [("empty-next", Severity.WARNING)]


@pytest.mark.parametrize(
    ("written", "owner"),
    [
        ("sales", ("sales", "", "")),
        ("{department: sales, name: Eva Ek, contact: mailto:eva@x.example}", ("sales", "Eva Ek", "mailto:eva@x.example")),
        ("{name: Eva Ek}", (None, "Eva Ek", "")),
    ],
)
def test_owners(handbook: Write, written: str, owner: tuple[str | None, str, str]) -> None:
    outcome = handbook({"departments.yml": "sales: Sales\n", "journeys/a.yml": f"title: A\nowner: {written}\nstages: [one]\n"})
    found = journey_of(outcome).owner
    assert found is not None
    assert (found.department, found.name, found.contact) == owner


def test_pictures(handbook: Write) -> None:
    outcome = handbook(
        {
            "journeys/one.jpg": "",
            "journeys/a.yml": """
                title: A
                image: one.jpg
                stages: {one: {image: {file: one.jpg, alt: {en: A bike}, credit: Eva}}}
            """,
        }
    )
    journey = journey_of(outcome)
    assert rules(outcome) == []
    picture = journey.stages[0].image
    assert picture is not None
    assert picture.alt is not None
    assert (picture.file, picture.alt.values, picture.credit) == ("one.jpg", {"en": "A bike"}, "Eva")


def test_common_fields_of_things(handbook: Write) -> None:
    outcome = handbook(
        {
            "handbook.yml": "title: T\naudiences: [internal, public]\ndepartments: {sales: Sales}\nevidence: {test: Test}\n",
            "touchpoints.yml": """
                checkout:
                  owner: sales
                  tags: [a, b]
                  audience: internal
                  reviewed: 2026-11-12
                  reviewed_by: Eva
                  review_every: 6 months
                  evidence: [test]
                  publish: live
                  order: 2
                  note: Hm
                  was: [till]
                  group: Shop
                other: {order: 1}
            """,
        }
    )
    assert rules(outcome) == ["no-audience-chosen"]
    assert list(outcome.atlas.touchpoints) == ["other", "checkout"], "by order"
    checkout = outcome.atlas.touchpoints["checkout"]
    assert (checkout.reviewed, checkout.reviewed_by, checkout.was) == (date(2026, 11, 12), "Eva", ("till",))


def test_a_models_order_may_be_a_place_in_lists(handbook: Write) -> None:
    outcome = handbook({"models.yml": "a: {order: 2, stages: [x]}\nb: {order: 1, stages: [x]}\nc: {order: cyclic, stages: [x]}\n"})
    assert list(outcome.atlas.models) == ["b", "a", "c"]


def test_pains_and_what_solves_them(handbook: Write) -> None:
    outcome = handbook(
        {
            "journeys/a.yml": """
                title: A
                pains: [{text: Dear, id: dear}]
                stages:
                  one:
                    pains: [{text: Slow, id: slow}]
                    opportunities: [{text: Hurry, solves: [slow, dear]}]
            """
        }
    )
    assert journey_of(outcome).stages[0].opportunities[0].solves == ("slow", "dear")


def test_where_nothing_is_stated_nothing_is_claimed(handbook: Write) -> None:
    journey = journey_of(handbook({"journeys/a.yml": "title: A\nstages: {one: {thoughts: [Hm]}}\n"}))
    one = journey.stages[0]
    assert (one.emotion, one.owner, one.duration, one.serves) == (None, None, None, None)
    assert (one.thoughts[0].confidence, one.optional, journey.personas, journey.state) == (None, None, (), None)


def test_a_newer_format_is_refused_in_one_sentence(handbook: Write) -> None:
    outcome = handbook({"handbook.yml": "format: 2\ntitle: T\nnew: things\n", "journeys/a.yml": "also: new\n"})
    assert rules(outcome) == ["format-version"]
    assert "format 2" in outcome.problems[0].message
    assert "newer version of mkdocs-journey-site" in outcome.problems[0].hint


def test_today_is_the_source_date_where_it_is_set(handbook: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert handbook({}).atlas.today == date(1970, 1, 2)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 30)
    assert handbook({}).atlas.today >= date(2024, 1, 1)


def test_links_that_lead_out_of_the_folder(handbook: Write, tmp_path: Path) -> None:
    inside = tmp_path / "maps"
    (inside / "personas").mkdir(parents=True)
    (tmp_path / "anna.yml").write_text("name: Anna\n", encoding="utf-8")
    (inside / "personas" / "anna.yml").symlink_to(tmp_path / "anna.yml")
    (inside / "handbook.yml").write_text("title: T\njourneys: {a: {title: A, persona: anna, stages: [one]}}\n", encoding="utf-8")
    assert rules(read_handbook(inside)) == ["link-outside"], "and the journey's persona is not reported too"


def test_a_draft_is_not_built_and_what_refers_to_it_loses_the_link(handbook: Write) -> None:
    files = {
        "touchpoints.yml": "one: {publish: draft}\n",
        "journeys/a.yml": "title: A\nscenario: See [it [here]](touchpoint:one).\nstages: {s: {touchpoints: [one, {name: Own}]}}\n",
    }
    outcome = handbook(files)
    journey = journey_of(outcome)
    assert outcome.atlas.touchpoints == {}
    assert len(journey.stages[0].touchpoints) == 1
    assert journey.scenario is not None
    assert journey.scenario.values == {"en": "See it [here]."}
    assert set(handbook(files, drafts=True).atlas.touchpoints) == {"one"}


def test_levels_of_rules(handbook: Write) -> None:
    journey = "title: A\nstages:\n  one:\n    next:\n"
    for level, severity in (("error", Severity.ERROR), ("advice", Severity.ADVICE)):
        outcome = handbook({"handbook.yml": f"title: T\nchecks: {{empty-next: {level}}}\n", "journeys/a.yml": journey})
        assert [problem.severity for problem in outcome.problems] == [severity]
    assert rules(handbook({"handbook.yml": "title: T\nchecks: {empty-next: off}\n", "journeys/a.yml": journey})) == []


def test_references_to_what_cannot_be_read_are_not_reported(handbook: Write) -> None:
    outcome = handbook(
        {
            "handbook.yml": "title: T\ntouchpoints: {}\n",
            "personas/anna.yml": "name: [Anna\n",
            "touchpoints.yml": "a: b: c\n",
            "journeys/base.yml": "title: 'x\n",
            "journeys/a.yml": """
                title: See [her](persona:anna)
                persona: anna
                extends: base
                remove: [gone]
                stages: {one: {thoughts+: [Hm], touchpoints: [any], next: [gone], emotion: {anna: 1}}}
            """,
            "journeys/b.yml": "title: B\nscenario: '[x](journey:base#any)'\npersona: anna\nstages: [one]\n",
        }
    )
    assert sorted({problem.span.file for problem in outcome.problems}) == [
        "journeys/base.yml",
        "personas/anna.yml",
        "touchpoints.yml",
    ]


def test_a_broken_handbook_yml_is_not_held_against_the_rest(handbook: Write) -> None:
    outcome = handbook(
        {
            "handbook.yml": "title: [T\nlanguages: [sv, en]\n",
            "journeys/a.yml": """
                title: {sv: A, en: B}
                persona: anna
                audience: internal
                stages: {one: {policy: Own lane, emotion: 7, owner: sales}}
            """,
        }
    )
    assert {problem.span.file for problem in outcome.problems} == {"handbook.yml"}


def test_what_stands_under_an_id_begins_at_the_id(handbook: Write) -> None:
    """So that “Edit this page” opens the line of the id, not the one after it."""
    outcome = handbook(
        {
            "personas.yml": "anna:\n  name: Anna\n",
            "journeys/j.yml": "title: J\nstages:\n  need:\n    goal: G\n    steps:\n      ask:\n        goal: G\n  buy: {}\n",
        }
    )
    atlas = outcome.atlas
    need, buy = atlas.journeys["j"].stages
    places = [thing.origin for thing in (atlas.personas["anna"], need, need.steps[0], buy)]
    assert [(place.line, place.column) for place in places] == [(1, 1), (3, 3), (6, 7), (8, 3)]
