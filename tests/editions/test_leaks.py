"""The leak tests as properties: random audiences on random things, then every byte of every output, archives unpacked."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import tempfile
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_site.data_files import data_files
from journey_site.editions import edition
from journey_site.feeds import feed_files
from journey_site.guard.left_out import left_out
from journey_site.guard.search import Search, leaks
from journey_site.guard.unpacked import Member, every_file
from journey_site.handbook import Outcome, read_handbook
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer

AUDIENCES = ("internal", "client", "public")
FIELDS = ("thoughts", "questions", "actions", "feelings", "pains", "gains", "opportunities", "activities", "frontstage", "backstage")


class Secrets:
    """Words that stand once in a handbook, each with the narrowest audience of all that it stands in."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.audience: dict[str, str] = {}

    def choose(self, *around: str) -> tuple[str, str]:
        """An audience or none, and the narrowest of it and those ``around``."""
        said = self.data.draw(st.sampled_from(["", *AUDIENCES]))
        return (f"audience: {said}" if said else "x-none: 1"), min((each for each in (said, *around) if each), key=AUDIENCES.index, default="public")

    def word(self, who: str) -> str:
        """A name that is nowhere else in anything."""
        made = f"qzx{len(self.audience):03d}k"
        self.audience[made] = who
        return made


def write(folder: Path, data: st.DataObject) -> dict[str, str]:
    """A handbook in which every word of interest stands once; and who may see each."""
    secrets = Secrets(data)
    default = data.draw(st.sampled_from(["", "internal", "client"]))
    unstated = default or "public"

    def thing(kind: str, more: str = "") -> tuple[str, str]:
        said = data.draw(st.sampled_from(["", *AUDIENCES]))
        who = said or unstated
        name = secrets.word(who)
        line = f"{name}: {{name: {secrets.word(who)} of this handbook, note: {secrets.word(who)} is a longer text than most, {f'audience: {said}, ' if said else ''}{more}}}\n"
        with (folder / f"{kind}.yml").open("a", encoding="utf-8") as file:
            file.write(line)
        return name, who

    (folder / "journeys").mkdir()
    (folder / "personas").mkdir()
    (folder / "handbook.yml").write_text(
        f"title: T\naudiences: [internal, client, public]\nsummary: A handbook\n{f'default_audience: {default}' if default else ''}\n", encoding="utf-8"
    )
    touchpoint, _ = thing("touchpoints")
    content, _ = thing("content", "type: guide")
    evidence, _ = thing("evidence")
    metric, _ = thing("metrics", "value: 3")
    department, _ = thing("departments")
    persona_said, persona_who = secrets.choose()
    persona_who = persona_who if "audience" in persona_said else unstated
    persona, picture = secrets.word(persona_who), secrets.word(persona_who)
    (folder / f"personas/{persona}.yml").write_text(
        f"name: {secrets.word(persona_who)}\n{persona_said}\nportrait: {{file: {picture}.png, alt: '{secrets.word(persona_who)} in a picture'}}\nquote: '{secrets.word(persona_who)} & *what* they <say>'\nwas: [{secrets.word(persona_who)}]\n",
        encoding="utf-8",
    )
    (folder / f"personas/{picture}.png").write_bytes(b"a picture")
    for _ in range(2):
        said, who = secrets.choose()
        who = who if "audience" in said else unstated
        stages = ""
        for _ in range(2):
            stage_said, stage_who = secrets.choose(who)
            stages += f"  {secrets.word(stage_who)}:\n    name: {secrets.word(stage_who)}\n    {stage_said}\n    emotion: 1\n"
            stages += f"    touchpoints: [{touchpoint}]\n    content: [{content}]\n    metrics: [{metric}]\n    departments: [{department}]\n"
            for name in data.draw(st.lists(st.sampled_from(FIELDS), unique=True, max_size=3)):
                item_said, item_who = secrets.choose(stage_who)
                stages += f"    {name}: [{{text: 'They say {secrets.word(item_who)} \"often\" & at <length>', evidence: {evidence}, {item_said}}}]\n"
        (folder / f"journeys/{secrets.word(who)}.yml").write_text(
            f"title: {secrets.word(who)}\n{said}\npersona: {persona}\nowner: {department}\nwas: [{secrets.word(who)}]\nstages:\n{stages}", encoding="utf-8"
        )
    return secrets.audience


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every page and file of a planned site, by its path."""
    home = "https://example.com/"
    renderer = Renderer(site, lambda _: "<svg></svg>")
    for spec in site.pages.values():
        here = directory_address(spec.uri)
        body = renderer.render(spec, Addresses(here, directory_address, home))
        yield f"{here}index.html", f"<title>{escape(spec.title)}</title>{escape(spec.description)}{body.html}".encode()
    for redirect in site.redirects:
        yield f"{directory_address(redirect.uri)}redirect.html", directory_address(redirect.to).encode()
    for name, pieces in (data_files(site, directory_address, home) | feed_files(site, directory_address, home)).items():
        yield name, b"".join(pieces())


def written(folder: Path, site: Site, source: Path) -> None:
    for name, data in outputs(site):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for picture in site.pictures():
        (folder / picture).parent.mkdir(parents=True, exist_ok=True)
        (folder / picture).write_bytes((source / picture).read_bytes())


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_no_byte_of_any_output_knows_what_an_edition_left_out(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as place:
        source, site = Path(place, "maps"), Path(place, "site")
        source.mkdir()
        audience = write(source, data)
        reader = data.draw(st.sampled_from(AUDIENCES))
        outcome = read_handbook(source, audience=reader)
        assert not outcome.errors, [str(problem) for problem in outcome.problems]
        written(site, outcome.site(), source)
        hidden = [word for word, who in audience.items() if AUDIENCES.index(who) < AUDIENCES.index(reader)]
        for member in every_file(site):
            for word in hidden:
                assert word not in member.shown, (word, member.shown)
                assert word.encode() not in member.data.lower(), (word, member.shown)
        assert list(leaks(site, left_out(outcome.everything or outcome.atlas, reader))) == []


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_the_guard_finds_a_site_that_shows_everything(data: st.DataObject) -> None:
    """The site of the narrowest edition in the place of another: all that is long enough is found with its line."""
    with tempfile.TemporaryDirectory() as place:
        source, site = Path(place, "maps"), Path(place, "site")
        source.mkdir()
        write(source, data)
        outcome = read_handbook(source)
        written(site, outcome.site(), source)
        hidden = left_out(outcome.atlas, "public")
        found = {leak.place for leak in leaks(site, hidden)}
        for text in hidden.texts:
            assert text.place in found or "png" in text.written, text


TEXT = "We pay *forty* per cent & “never” tell <anybody> å säga"


def packed(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside/said.txt", data)
    return made.getvalue()


def in_tar(data: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        info = tarfile.TarInfo("said.txt")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def in_pdf(said: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj<</Filter/FlateDecode>>\nstream\n" + zlib.compress(said) + b"\nendstream"


HALVES = TEXT[: TEXT.index("tell")], TEXT[TEXT.index("tell") :]

FORMS = {
    "as written": TEXT.encode(),
    "without Markdown": TEXT.replace("*", "").encode(),
    "as HTML": escape(TEXT.replace("*", "")).replace("forty", "<em>forty</em>").encode(),
    "as HTML with entities": escape(TEXT).encode("ascii", "xmlcharrefreplace"),
    "in an attribute": f'<img alt="{escape(TEXT.replace("*", ""))}">'.encode(),
    "in a comment": f"<!-- {TEXT} -->".encode(),
    "as JSON": json.dumps({"said": TEXT}).encode(),
    "as JSON in letters": json.dumps({"said": escape(TEXT)}, ensure_ascii=False).encode(),
    "in an address": b"mailto:a@example.com?subject=" + quote(TEXT).encode(),
    "over lines": TEXT.replace(" ", "\n  ").encode(),
    "louder": TEXT.upper().encode(),
    "in UTF-16": TEXT.encode("utf-16"),
    "in a gzip": gzip.compress(TEXT.encode()),
    "in a zip": packed(TEXT.encode()),
    "in a zip in a zip": packed(packed(json.dumps(TEXT).encode())),
    "in a tar in a zip": packed(in_tar(gzip.compress(TEXT.encode()))),
    "with accents apart": normalize("NFD", TEXT).encode(),
    "with accents apart in an address": quote(normalize("NFD", TEXT)).encode(),
    "louder with accents apart": normalize("NFD", TEXT.upper()).encode(),
    "with soft hyphens": TEXT.replace("forty", "for\u00adty").replace("säga", "sä\u00adga").encode(),
    "with soft hyphens as HTML": escape(TEXT).replace("forty", "for&shy;ty").replace("säga", "sä&#173;ga").encode(),
    "with soft hyphens as JSON": json.dumps(TEXT.replace("forty", "for\u00adty")).encode(),
    "with a space of no width": TEXT.replace("forty", "for\u200bty").encode(),
    "with tags within words": escape(TEXT).replace("forty", "for<wbr>ty").replace("cent", "<b>c</b>ent").replace("säga", "sä<em>ga</em>").encode(),
    "as a word processor keeps it": packed("".join(f"<w:r><w:t>{escape(TEXT[at : at + 3])}</w:t></w:r>" for at in range(0, len(TEXT), 3)).encode()),
    "as JSON in JSON": json.dumps(json.dumps(TEXT)).encode(),
    "as a program has it": TEXT.replace("å", "\\xe5").replace("ä", "\\u{e4}").encode(),
    "in an address in an address": quote(quote(TEXT)).encode(),
    "as names of letters": escape(TEXT).replace("å", "&aring;").replace("ä", "&auml;").replace("ö", "&ouml;").encode(),
    "in a map of a program": json.dumps({"version": 3, "sourcesContent": [f"// {TEXT}"]}).encode(),
    "in an address as base64": b"//# sourceMappingURL=data:application/json;base64," + b64encode(json.dumps([TEXT]).encode()),
    "in Latin-1": TEXT.translate({0x201C: '"', 0x201D: '"'}).encode("latin-1"),
    "in UTF-16 without a mark": TEXT.translate({0x201C: '"', 0x201D: '"'}).encode("utf-16-le"),
    "in a PDF": in_pdf(b"BT (" + TEXT.translate({0x201C: '"', 0x201D: '"'}).encode("latin-1") + b") Tj ET"),
    "in a PDF, moved together": in_pdf(b"BT [" + b" -20 ".join(b"(" + half.encode("cp1252") + b")" for half in HALVES) + b"] TJ ET"),
    "as a PDF's title": b"%PDF-1.7\n1 0 obj<</Title <FEFF" + TEXT.encode("utf-16-be").hex().encode() + b">>>",
}


def handbook_with(folder: Path, text: str) -> Outcome:
    (folder / "handbook.yml").write_text("title: T\naudiences: [internal, public]\n", encoding="utf-8")
    (folder / "personas.yml").write_text(
        f"anna:\n  name: Anna\n  goals:\n    - {{text: {json.dumps(text, ensure_ascii=False)}, audience: internal}}\n    - {{text: Something that everybody may read}}\n", encoding="utf-8"
    )
    outcome = read_handbook(folder)
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    return outcome


@pytest.mark.parametrize("form", FORMS)
def test_a_text_is_found_in_every_form(tmp_path: Path, form: str) -> None:
    outcome = handbook_with(tmp_path, TEXT)
    site = tmp_path / "site"
    site.mkdir()
    alone = any(each in form for each in ("zip", "16", "PDF", "processor"))
    (site / "page.dat").write_bytes(FORMS[form] if alone else b"before\n" + FORMS[form])
    (found,) = leaks(site, left_out(outcome.atlas, "public"))
    assert str(found.place) == "personas.yml:4:14"
    assert found.file.startswith("page.dat")


@pytest.mark.parametrize(
    "text",
    ["Мы никогда не говорим об этом вслух", "私たちは価格について誰にも話しません", "เราไม่เคยบอกราคานี้กับลูกค้าของเรา", "לעולם איננו מספרים ללקוחות על זה", "Å ä ö ü ê ç ñ ø å ä ö ü ê ç ñ ø å ä ö ü ê"],
)
def test_every_script_is_searched(tmp_path: Path, text: str) -> None:
    outcome = handbook_with(tmp_path, text)
    site = tmp_path / "site"
    site.mkdir()
    hidden = left_out(outcome.atlas, "public")
    (site / "open.html").write_text("<p>Något helt annat, что-то другое, 何か別のもの</p>", encoding="utf-8")
    assert list(leaks(site, hidden)) == []
    (site / "a.html").write_text(f"<p>Så här: {text}!</p>", encoding="utf-8")
    (site / "b.json").write_text(json.dumps([text]), encoding="utf-8")
    assert [leak.file for leak in leaks(site, hidden)] == ["a.html", "b.json"]


@pytest.mark.parametrize("text", ["Die große Maßnahme kostet uns sehr viel Geld", "We save 40 t of CO₂ and 300 m² of our own floor"])
@pytest.mark.parametrize("louder", [False, True])
def test_letters_that_become_two_are_found(tmp_path: Path, text: str, louder: bool) -> None:
    outcome = handbook_with(tmp_path, text)
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_text(f"<p>{text.upper() if louder else text}</p>", encoding="utf-8")
    assert [leak.file for leak in leaks(site, left_out(outcome.atlas, "public"))] == ["a.html"]


def test_what_stands_openly_too_is_no_leak(tmp_path: Path) -> None:
    outcome = handbook_with(tmp_path, "that everybody may read")
    site = tmp_path / "site"
    site.mkdir()
    (site / "page.html").write_text("<p>Something that everybody may read</p>", encoding="utf-8")
    assert list(leaks(site, left_out(outcome.atlas, "public"))) == []


def test_in_a_style_an_address_is_one_and_a_class_is_none(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("title: T\naudiences: [internal, public]\n", encoding="utf-8")
    (tmp_path / "touchpoints.yml").write_text("old-drawer: {name: A drawer of letters, audience: internal}\n", encoding="utf-8")
    site, hidden = tmp_path / "site", left_out(read_handbook(tmp_path).atlas, "public")
    site.mkdir()
    (site / "own.css").write_text("a:not([old-drawer]).old-drawer, .x:is(.old-drawer) { color: red }", encoding="utf-8")
    assert list(leaks(site, hidden)) == []
    for opened in ("url(", "url('", '@import "'):
        (site / "own.css").write_text(f"a {{ background: {opened}../images/old-drawer.svg }}", encoding="utf-8")
        assert [leak.sort for leak in leaks(site, hidden)] == ["name"], opened


def test_the_words_of_a_built_in_model_are_no_secret_in_any_language(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("title: T\nlanguage: sv\naudiences: [internal, public]\n", encoding="utf-8")
    (tmp_path / "journeys.yml").write_text(
        "walk:\n  title: A walk\n  model: awareness-to-loyalty\n  stages:\n"
        "    awareness: {questions: [{text: Är det här något som rör mig?, audience: internal}]}\n"
        "    decision: {audience: internal, thoughts: [Wir sagen es ihnen niemals]}\n", encoding="utf-8"
    )  # fmt: skip
    (tmp_path / "personas.yml").write_text("david: {name: David, audience: internal}\n", encoding="utf-8")
    outcome = read_handbook(tmp_path)
    assert not outcome.errors
    hidden = left_out(outcome.atlas, "public")
    assert [text.written for text in hidden.texts] == ["Wir sagen es ihnen niemals"]
    assert [name.slug for name in hidden.anchors] == []
    assert [address.path for address in hidden.addresses] == ["personas/david", "journeys/walk/decision"]
    assert [name.slug for name in hidden.names] == ["david"], "a source of a model names a David, too, who is another"
    site = tmp_path / "site"
    site.mkdir()
    (site / "model.html").write_text("<h2 id='decision'>Er det her noget for mig? Är det här något som rör mig?</h2>", encoding="utf-8")
    assert list(leaks(site, hidden)) == []
    (site / "model.html").write_text("<a href='journeys/walk/decision/'>x</a>", encoding="utf-8")
    assert [leak.sort for leak in leaks(site, hidden)] == ["address"]


def test_a_stage_that_an_open_model_of_one_s_own_has_is_no_secret(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("title: T\naudiences: [internal, public]\n", encoding="utf-8")
    (tmp_path / "models.yml").write_text("ours: {name: Ours, stages: {first-call: Hello, second-call: Goodbye}}\n", encoding="utf-8")
    (tmp_path / "journeys.yml").write_text(
        "walk:\n  title: A walk\n  model: ours\n  stages:\n    second-call: {audience: internal}\n"
        "run: {title: A run, stages: {one: One, secret-call: {audience: internal, name: Whisper}}}\n", encoding="utf-8"
    )  # fmt: skip
    outcome = read_handbook(tmp_path)
    assert not outcome.errors
    assert [name.slug for name in left_out(outcome.atlas, "public").anchors] == ["secret-call"]


def test_the_narrowest_edition_leaves_nothing_out(tmp_path: Path) -> None:
    outcome = handbook_with(tmp_path, TEXT)
    assert not left_out(outcome.atlas, "internal")
    assert edition(outcome.atlas, "internal") is outcome.atlas


def test_the_demo_handbook_s_own_pages_tell_nothing_of_what_its_editions_leave_out() -> None:
    """Its guide shows examples, which are found as any page's words are."""
    maps = Path(__file__).resolve().parents[2] / "maps"
    outcome = read_handbook(maps, shown="maps")
    texts = [Member(path.relative_to(maps).as_posix(), "", path.read_bytes()) for path in sorted(maps.rglob("*.md"))]
    for audience in outcome.atlas.handbook.audiences[1:]:
        search = Search(left_out(outcome.atlas, audience))
        assert [f"{leak.file}: {leak.place}" for text in texts for leak in search.in_contents(text)] == []
