"""``journey-site init`` and ``new``: what they write passes the check, and nothing that is there is lost."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.main import commands
from journey_site.cli.new import KINDS
from journey_site.handbook import read_handbook
from journey_site.problems import Severity
from journey_site.site import vocabulary
from journey_site.starter.field_words import FIELD_WORDS
from journey_site.starter.first_fields import CONTENT_TYPES, EVIDENCE_KINDS, FIRST_FIELDS


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(commands, list(words))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def begun(here: Path) -> Path:
    assert run("init", "--yes", "--language", "sv")[0] == 0
    return here


def wrong(folder: Path) -> list[str]:
    return [str(problem) for problem in read_handbook(folder / "maps").problems if problem.severity >= Severity.WARNING]


def test_a_new_handbook_builds_strictly(here: Path) -> None:
    code, said = run("init", "my handbook", "--yes", "--language", "da", "--host", "gitlab")
    assert code == 0, said
    assert "11 filer skrevet. Ingen problemer." in said
    assert "cd 'my handbook' && " in said
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict"]
    done = subprocess.run(command, cwd=here / "my handbook", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (here / "my handbook" / "site" / "journeys" / "bliver-kunde" / "index.html").is_file()


def test_nothing_is_overwritten(begun: Path) -> None:
    (begun / "README.md").write_text("mine", encoding="utf-8")
    before = bytes_in(begun)
    code, said = run("init", "--yes")
    assert code == 2
    assert "so nothing was written" in said
    assert bytes_in(begun) == before


def test_a_folder_maps_of_somebody_elses_is_left_alone(here: Path) -> None:
    (here / "maps").mkdir()
    (here / "maps" / "treasure.txt").write_text("X", encoding="utf-8")
    assert run("init", "--yes")[0] == 2
    assert [*bytes_in(here)] == ["maps/treasure.txt"]


MORE = {"stage": ["--journey", "blir-kund"], "journey": ["--stages", "Ett, Två: sen, Tre"], "model": ["--stages", "Ett,Två"]}
"""What must be said of some kinds."""


@pytest.mark.parametrize("language", ["en", "sv", "da", "nb"])
def test_what_is_new_is_told_in_the_handbooks_language(language: str, here: Path) -> None:
    run("init", "--yes", "--language", language, "--host", "none")
    text = (here / "maps" / "handbook.yml").read_text(encoding="utf-8")
    (here / "maps" / "handbook.yml").write_text(f"{text}emotion: {{from: 1, to: 7}}\naudiences: [us, all]\n", encoding="utf-8")
    run("new", "persona", "Bo")
    run("new", "stage", "Extra", "--journey", read_ids(here, "journeys")[0])
    persona = (here / "maps" / "personas" / "bo.yml").read_text(encoding="utf-8")
    words = FIELD_WORDS[language]
    assert f"# role:             # {words['role']}\n" in persona
    assert f"# owner:            # {words['owner']}: {read_ids(here, 'departments')[0]}\n" in persona
    assert f"# audience:         # {words['audience']}: us, all\n" in persona
    assert persona.endswith("journey-site new persona --fields\n")
    journey = next((here / "maps" / "journeys").glob("*.yml")).read_text(encoding="utf-8")
    assert f"{words['emotion']}: 1 {words['to']} 7\n" in journey
    assert f"assumed ({words['assumed']}), observed ({words['observed']}), measured ({words['measured']})" in journey
    assert run("fmt", "--check", *map(str, (here / "maps").rglob("*/*.yml")))[0] == 0


def read_ids(folder: Path, kind: str) -> list[str]:
    return [*read_handbook(folder / "maps").atlas.table(kind)]


def test_a_language_without_words_of_its_own_gets_english(begun: Path) -> None:
    text = (begun / "maps" / "handbook.yml").read_text(encoding="utf-8")
    (begun / "maps" / "handbook.yml").write_text(text.replace("language: sv", "language: fi"), encoding="utf-8")
    run("new", "persona", "Bo")
    assert "what they do" in (begun / "maps" / "personas" / "bo.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [*KINDS])
def test_every_field_is_told_on_request(kind: str, here: Path) -> None:
    code, said = run("new", kind, "--fields")
    assert code == 0
    fields = [line.split()[0] for line in said.splitlines()]
    assert fields[0] == "name"
    assert len(fields) == len(set(fields)) > 15
    assert {"owner", "evidence", "confidence"} <= set(fields)
    firsts = {first.name for first in FIRST_FIELDS[KINDS[kind]]}
    assert firsts <= set(fields)


def test_the_words_that_are_offered_are_those_that_readers_know() -> None:
    assert CONTENT_TYPES == tuple(vocabulary.CONTENT_TYPES)
    assert EVIDENCE_KINDS == tuple(vocabulary.EVIDENCE_KINDS)
    assert len({frozenset(words) for words in FIELD_WORDS.values()}) == 1


@pytest.mark.parametrize("kind", [*KINDS])
def test_what_is_new_passes_the_check(kind: str, begun: Path) -> None:
    more = MORE.get(kind, [])
    code, said = run("new", kind, "Ny sak: på väg", *more)
    assert code == 0, said
    assert "written" in said
    assert "still to do" not in said
    assert wrong(begun) == []
    assert run("new", kind, "Ny sak: på väg", *more)[0] == 2


def test_each_comment_may_be_taken_out(begun: Path) -> None:
    for kind in KINDS:
        assert run("new", kind, "Ny sak", *MORE.get(kind, []))[0] == 0
    run("new", "journey", "Ny på modell", "--model", "aida")
    run("fmt")
    for path in (begun / "maps").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^( *)# ([a-z_]+:)", r"\1\2", text), encoding="utf-8")
    assert wrong(begun) == []
    assert "thoughts" in read_handbook(begun / "maps").atlas.journeys["ny-pa-modell"].stages[3].places


def test_a_new_journey_says_what_its_stages_are(begun: Path) -> None:
    before = bytes_in(begun)
    for words, why in (
        (["new", "journey", "Byter"], 'say what its stages are: --model awareness-to-loyalty (or another model), or --stages "Needs, Compares, Buys"'),
        (["new", "model", "Byter"], 'say what its stages are: --stages "Needs, Compares, Buys"'),
        (["new", "journey", "Byter", "--model", "aidda"], 'there is no model called "aidda": did you mean "aida"?'),
        (["new", "journey", "Byter", "--model", "aida", "--stages", "A"], "say either --model or --stages"),
        (["new", "journey", "Byter", "--stages", "Köp, köp"], 'two of the stages would have the id "kop"'),
        (["new", "journey", "Byter", "--stages", " , "], "name its stages"),
        (["new", "journey", "Byter", "--stages", "日本"], "say one with --id"),
        (["new", "persona", "Byter", "--stages", "A"], "--stages says nothing of a persona"),
        (["new", "journey", "Byter", "--after", "A"], "--after says nothing of a journey"),
    ):
        code, said = run(*words)
        assert (code, why in said) == (2, True), said
    assert bytes_in(begun) == before
    assert run("new", "journey", "Byter", "--stages", "Märker,  Jämför: noga,Köper", "--persona", "Anna Andersson", "--owner", "MARKNAD")[0] == 0
    journey = read_handbook(begun / "maps").atlas.journeys["byter"]
    assert [(stage.id, stage.name.best("sv").words) for stage in journey.stages] == [("marker", "Märker"), ("jamfor-noga", "Jämför: noga"), ("koper", "Köper")]
    assert (journey.persona, journey.owner.department if journey.owner else "") == ("anna-andersson", "marknad")
    assert run("new", "model", "Våra steg", "--stages", "Ett, Två")[0] == 0
    assert run("new", "journey", "På vår", "--model", "Våra steg")[0] == 0
    assert [stage.id for stage in read_handbook(begun / "maps").atlas.journeys["pa-var"].stages] == ["ett", "tva"]


def test_a_stage_of_the_model_is_told_as_such(begun: Path) -> None:
    path = begun / "maps" / "journeys" / "min.yml"
    path.write_text("title: Min\nmodel: awareness-to-loyalty\nremove: [loyalty]\nstages:\n  awareness: {}\n  own: {name: Egen}\n  purchase:\n    # mine\n", encoding="utf-8")
    order = [stage.id for stage in read_handbook(begun / "maps").atlas.journeys["min"].stages]
    code, said = run("new", "stage", "Köp", "--journey", "Min")
    assert code == 2
    assert '"purchase" is a stage of the model "awareness-to-loyalty", and stands in maps/journeys/min.yml:7:3: fill it in there' in said
    assert "write remove: [purchase]" in said
    code, said = run("new", "stage", "Loyalty", "--journey", "min")
    assert (code, "remove: in maps/journeys/min.yml leaves it out" in said) == (2, True)
    code, said = run("new", "stage", "Beslut", "--journey", "min", "--after", "awareness")
    assert (code, "which says where it comes: leave out --after" in said) == (2, True)
    code, said = run("new", "stage", "Beslut", "--journey", "min")
    assert code == 0
    assert '"decision" is a stage of the model "awareness-to-loyalty", which gives it its name and its place.' in said
    assert "remove: [decision]" in said
    text = path.read_text(encoding="utf-8")
    assert text.index("  own:") < text.index("  decision:\n    # emotion:") < text.index("  purchase:\n    # mine\n")
    assert "name: Beslut" not in text
    assert [stage.id for stage in read_handbook(begun / "maps").atlas.journeys["min"].stages] == order
    assert run("new", "stage", "Beslut", "--journey", "min", "--id", "our-own")[0] == 0


@pytest.mark.parametrize(
    ("where", "order"),
    [
        ([], ["awareness", "own", "consideration", "decision", "purchase", "loyalty", "ny"]),
        (["--after", "Övervägande"], ["awareness", "own", "consideration", "ny", "decision", "purchase", "loyalty"]),
        (["--before", "loyalty"], ["awareness", "own", "consideration", "decision", "purchase", "ny", "loyalty"]),
        (["--before", "own"], ["awareness", "ny", "own", "consideration", "decision", "purchase", "loyalty"]),
        (["--after", "Egen"], ["awareness", "own", "ny", "consideration", "decision", "purchase", "loyalty"]),
        (["--before", "awareness"], ["ny", "awareness", "own", "consideration", "decision", "purchase", "loyalty"]),
    ],
)
@pytest.mark.parametrize("stages", ["stages:\n  awareness: {}\n  own: {name: Egen}\n", "stages:\n- id: awareness\n- {id: own, name: Egen}\n"])
def test_a_stage_is_put_where_it_is_wanted_among_those_of_a_model(where: list[str], order: list[str], stages: str, begun: Path) -> None:
    path = begun / "maps" / "journeys" / "min.yml"
    path.write_text(f"title: Min\nmodel: awareness-to-loyalty\n{stages}# end\n", encoding="utf-8")
    code, said = run("new", "stage", "Ny", "--journey", "min", *where)
    assert code == 0, said
    assert [stage.id for stage in read_handbook(begun / "maps").atlas.journeys["min"].stages] == order
    assert f"written as stage {order.index('ny') + 1} of 7" in said
    assert "remove: [loyalty] above stages: would leave one out" in said
    assert wrong(begun) == []


@pytest.mark.parametrize("stages", ["", "stages:\n", "summary: x"])
def test_a_journey_on_a_model_may_have_written_no_stage_yet(stages: str, begun: Path) -> None:
    path = begun / "maps" / "journeys" / "min.yml"
    path.write_text(f"title: Min\nmodel: aida\n{stages}", encoding="utf-8")
    assert run("new", "stage", "Ny", "--journey", "min", "--after", "interest")[0] == 0
    assert run("new", "stage", "Först", "--journey", "min", "--before", "attention")[0] == 0
    assert [stage.id for stage in read_handbook(begun / "maps").atlas.journeys["min"].stages] == ["forst", "attention", "interest", "ny", "desire", "action"]


def test_stages_of_another_journey_and_ways_out_are_told(begun: Path) -> None:
    folder = begun / "maps" / "journeys"
    (folder / "bas.yml").write_text("title: Bas\nstages:\n  ett: {next: [tre]}\n  tre: {}\n", encoding="utf-8")
    (folder / "variant.yml").write_text("title: Variant\nextends: bas\n", encoding="utf-8")
    code, said = run("new", "stage", "Ett", "--journey", "variant")
    assert (code, "from \"bas\", which it extends: write ett: under its stages:" in said) == (2, True), said
    code, said = run("new", "stage", "Två", "--journey", "bas", "--after", "ett")
    assert code == 0, said
    assert '"ett" says itself where it leads, to "tre", in maps/journeys/bas.yml:3: add tva there if the way goes through it.' in said
    code, said = run("new", "stage", "Två", "--journey", "bas", "--id", "tva-b", "--after", "ett", "--before", "tre")
    assert (code, "say either --after or --before" in said) == (2, True)


def test_ways_that_lead_past_a_new_stage_are_told_with_their_lines(begun: Path) -> None:
    text = """title: Min
paths:
  kort: {name: Kort, stages: [ett, tva, tre]}
stages:
  ett:
    next:
      - {to: tva, share: 60%}
      - tre
  tva: {}
  tre: {next: [tva, fyra]}
  fyra: {next: []}
"""
    (begun / "maps" / "journeys" / "min.yml").write_text(text, encoding="utf-8")
    code, said = run("new", "stage", "Ny", "--journey", "min", "--after", "tva")
    assert code == 0, said
    assert '"ett" says itself where it leads, to "tva", "tre", in maps/journeys/min.yml:8: add ny there' in said
    assert 'The path "kort" goes from "tva" on to "tre", in maps/journeys/min.yml:3: add ny between them' in said
    assert said.count("says itself") == 1
    code, said = run("new", "stage", "Sist", "--journey", "min")
    place = next(at for at, line in enumerate((begun / "maps/journeys/min.yml").read_text("utf-8").splitlines(), 1) if "fyra: {next" in line)
    assert f'"fyra" says itself where it leads (out of the journey), in maps/journeys/min.yml:{place}: add sist there' in said, said


def test_in_a_handbook_of_several_languages_the_language_of_a_name_is_told(begun: Path) -> None:
    code, said = run("new", "persona", "Bo Berg")
    assert (code, "svenska" in said) == (0, False), said
    handbook = begun / "maps" / "handbook.yml"
    handbook.write_text(handbook.read_text("utf-8") + "languages: [sv, en]\n", encoding="utf-8")
    code, said = run("new", "stage", "Väntar: länge", "--journey", "blir-kund")
    assert code == 0, said
    assert 'It is written in svenska (sv). For readers of English: name: {sv: "Väntar: länge", en: …}' in said
    code, said = run("new", "journey", "Säljer bilen", "--stages", "Ett, Två")
    assert (code, "title: {sv: Säljer bilen, en: …}" in said) == (0, True), said


def test_comments_of_a_stage_stay_with_it(begun: Path) -> None:
    run("new", "journey", "Egen", "--stages", "Ett, Två")
    run("new", "stage", "Tre", "--journey", "egen")
    run("new", "stage", "Mellan", "--journey", "egen", "--before", "Två")
    text = (begun / "maps" / "journeys" / "egen.yml").read_text(encoding="utf-8")
    assert text.index("  tva:\n    name: Två\n    # emotion:\n") < text.index("  tre:")
    assert run("fmt", "--check")[0] == 0


def test_references_are_checked_before_anything_is_written(begun: Path) -> None:
    before = bytes_in(begun)
    code, said = run("new", "touchpoint", "Kassan", "--channel", "wbe")
    assert (code, 'there is no channel called "wbe": did you mean "web" (Webb)?' in said) == (2, True)
    code, said = run("new", "journey", "Byter", "--persona", "nobody-at-all")
    assert (code, "there is anna-andersson" in said) == (2, True)
    code, said = run("new", "persona", "Bo", "--channel", "web")
    assert (code, "--channel says nothing of a persona" in said) == (2, True)
    assert bytes_in(begun) == before


def test_a_journey_on_a_model_with_its_persona(begun: Path) -> None:
    assert run("new", "journey", "Byter bil", "--persona", "anna-andersson", "--model", "aida", "--owner", "marknad")[0] == 0
    journey = read_handbook(begun / "maps").atlas.journeys["byter-bil"]
    assert (journey.persona, journey.model, len(journey.stages)) == ("anna-andersson", "aida", 4)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_stage_goes_where_it_is_wanted_and_moves_nothing(ending: str, begun: Path) -> None:
    path = begun / "maps" / "journeys" / "egen.yml"
    lines = ["title: Egen # min", "stages:", "    one:", "        name: Ett # ett", "", "    # the second", "    two: {}  # två", "trigger: Något"]
    path.write_bytes((ending.join(lines) + ending).encode())
    before = path.read_bytes().decode().split(ending)
    assert run("new", "stage", "Mellan", "--journey", "egen", "--after", "one")[0] == 0
    after = path.read_bytes().decode().split(ending)
    assert [line for line in after if line in before] == before
    assert "    mellan:" in after
    assert "        name: Mellan" in after
    stages = [stage.id for stage in read_handbook(begun / "maps").atlas.journeys["egen"].stages]
    assert stages == ["one", "mellan", "two"]
    assert run("new", "stage", "Sist", "--journey", "egen")[0] == 0
    assert [stage.id for stage in read_handbook(begun / "maps").atlas.journeys["egen"].stages] == [*stages, "sist"]


@pytest.mark.parametrize("stages", ["stages: {one: {}, two: {}}", "stages: [one, two]"])
def test_a_journey_written_otherwise_is_left_alone(stages: str, begun: Path) -> None:
    path = begun / "maps" / "journeys" / "egen.yml"
    path.write_text(f"title: Egen\n{stages}\n", encoding="utf-8")
    code, said = run("new", "stage", "Ny", "--journey", "egen")
    assert (code, "write the new one by hand" in said) == (2, True)
    assert path.read_text(encoding="utf-8") == f"title: Egen\n{stages}\n"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["new", "persona"], "say what the persona is called"),
        (["new", "persona", "日本"], "say one with --id"),
        (["new", "persona", "Bo", "--id", "Bo Berg"], "is no id"),
        (["new", "stage", "Ny"], "--journey"),
        (["new", "stage", "Ny", "--journey", "blir-kud"], 'did you mean "blir-kund"?'),
        (["new", "stage", "Ny", "--journey", "blir-kund", "--after", "nowhere"], 'there is no stage of "blir-kund" called "nowhere"'),
    ],
)
def test_what_cannot_be_made_is_told(words: list[str], why: str, begun: Path) -> None:
    before = bytes_in(begun)
    code, said = run(*words)
    assert (code, why in said) == (2, True), said
    assert bytes_in(begun) == before


def test_what_a_repository_begins_with_is_left_as_it_is(here: Path) -> None:
    (here / "README.md").write_text("mine", encoding="utf-8")
    (here / ".gitignore").write_text("*.log\n", encoding="utf-8")
    (here / "LICENSE").write_text("MIT", encoding="utf-8")
    code, said = run("init", "--yes", "--language", "sv")
    assert code == 0, said
    assert "Lämnat som det var: README.md, .gitignore" in said
    assert "Skriv de här raderna i .gitignore: .venv/ " in said
    assert ((here / "README.md").read_text(encoding="utf-8"), (here / ".gitignore").read_text(encoding="utf-8")) == ("mine", "*.log\n")
    assert (here / "maps" / "handbook.yml").is_file()


def test_a_file_of_the_same_name_stops_it(here: Path) -> None:
    (here / "mkdocs.yml").write_text("mine", encoding="utf-8")
    code, said = run("init", "--yes")
    assert (code, "mkdocs.yml: there already, so nothing was written" in said) == (2, True)
    assert bytes_in(here) == {"mkdocs.yml": b"mine"}


def test_where_nobody_can_answer_it_says_what_it_took(here: Path) -> None:
    code, said = run("init", "--persona", "Bo Berg", "--host", "none")
    assert code == 0
    assert "Nothing was asked, because nobody can answer here. Taken, as nothing else was said: --language en --title \"Our customer journeys\"" in said
    assert "--persona" not in said.split("Taken")[1].split("\n")[0]
    assert "To choose, say so in an empty folder: journey-site init --language sv" in said


@pytest.mark.parametrize("contact", ["nobody", "a b@c", "a@b?subject=x"])
def test_an_address_that_is_none_is_told_before_anything_is_written(contact: str, here: Path) -> None:
    code, said = run("init", "--yes", "--contact", contact)
    assert (code, f'"{contact}" is no mail address' in said) == (2, True)
    assert bytes_in(here) == {}


def test_it_asks_in_the_language_that_is_chosen(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "nn_NO.UTF-8")
    monkeypatch.setattr("journey_site.cli.init._can_answer", lambda: True)
    answers = ["fr", "", "Håndboken", "Kari\x1b[D Ås", "", "bad", "99", "1", "gitea", "GitLab.com", "Salg", "nei", "salg@example.com"]
    done = CliRunner().invoke(commands, ["init"], input="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    said = done.output
    assert "norsk) [norsk bokmål]: fr\nNot yet: français." in said
    for words in (
        "Ctrl-C avbryter, og da skrives ingenting.\nHva skal håndboken hete? [Våre kundereiser]: ",
        "Hva gjør Kari Ås på reisen?",
        "   1  aida                    Oppmerksomhet, Interesse, Ønske, Handling\n",
        'Modellen "bad" finnes ikke. Skriv et nummer',
        'Modellen "99" finnes ikke.',
        '"gitea" er ingen av dem. Skriv en av: github',
        '"nei" er ingen e-postadresse.',
        "Skriv videre i: maps/journeys/blir-kunde.yml\n",
        "kommandoene svarer på engelsk",
    ):
        assert words in said
    assert "--language" not in said
    atlas = read_handbook(here / "maps").atlas
    assert (atlas.handbook.language, *atlas.personas, atlas.journeys["blir-kunde"].model) == ("nb", "kari-as", "aida")
    assert atlas.departments["salg"].contact == "mailto:salg@example.com"
    assert (here / ".gitlab-ci.yml").is_file()


@pytest.mark.parametrize("answers", ["", "sv\n", "sv\n\n\n\n\nnone\n"])
def test_who_stops_in_the_middle_finds_nothing_written(answers: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    monkeypatch.setattr("journey_site.cli.init._can_answer", lambda: True)
    done = CliRunner().invoke(commands, ["init"], input=answers)
    assert (done.exit_code, "\nAvbrutet. Ingenting skrevs.\n" in done.output) == (2, True), done.output
    assert bytes_in(here) == {}


@pytest.mark.parametrize(
    ("named", "code"),
    [("svenska", "sv"), ("Swedish", "sv"), ("SV-se", "sv"), ("dansk", "da"), ("Danish", "da"), ("norsk", "nb"), ("Bokmål", "nb"), ("no", "nb"),
     ("nynorsk", "nb"), ("engelska", "en"), ("English", "en"), ("en_GB", "en")],
)  # fmt: skip
def test_a_language_is_known_by_its_names(named: str, code: str, here: Path) -> None:
    assert run("init", "--yes", "--language", named)[0] == 0
    assert read_handbook(here / "maps").atlas.handbook.language == code


@pytest.mark.parametrize(("named", "then"), [("Deutsch", ", and then write language: de in maps/handbook.yml"), ("tyska", ": de in"), ("flubb", "sv, da, nb\n")])
def test_a_language_without_first_words_is_told_with_what_to_do(named: str, then: str, here: Path) -> None:
    code, said = run("init", "--yes", "--language", named)
    assert (code, f'no handbook begins in "{named}" yet: say one of en, sv, da, nb' in said, then in said) == (2, True, True), said
    assert bytes_in(here) == {}


def test_a_name_that_makes_no_id_has_one_all_the_same(here: Path) -> None:
    assert run("init", "--yes", "--persona", "Index", "--journey", "日本", "--department", "å" * 300)[0] == 0
    atlas = read_handbook(here / "maps").atlas
    assert ([*atlas.personas], [*atlas.journeys], [*atlas.departments]) == (["persona"], ["journey"], ["a" * 60])


def test_the_journey_that_is_written_says_how_a_stage_is_left_out(begun: Path) -> None:
    journey = begun / "maps" / "journeys" / "blir-kund.yml"
    text = journey.read_text(encoding="utf-8")
    assert "# remove: []    # steg i modellen som inte hör hit; ta bort deras rader nedan också\n" in text
    without = text[: text.index("  loyalty:")].replace("# remove: []", "remove: [loyalty]")
    journey.write_text(without, encoding="utf-8")
    assert wrong(begun) == []
    assert "loyalty" not in [stage.id for stage in read_handbook(begun / "maps").atlas.journeys["blir-kund"].stages]
