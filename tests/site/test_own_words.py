"""Words of the interface that a handbook brings: they take our place where they fit, and never break a page."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from journey_site.handbook import Outcome
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.catalogues.offered import head_of, words_offered, words_po
from journey_site.site.language import Language
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.source.po import parse_po

HANDBOOK = {
    "handbook.yml": "title: T\nlanguages: [sv, en]\n",
    "journeys/a.yml": "title: A\nstages: {need: {touchpoints: [{name: X}, {name: Y}]}}\n",
}


def own(folder: Path, text: str, code: str = "sv") -> Language:
    (folder / f"{code}.po").write_text(text, encoding="utf-8")
    return Language(code, folder)


def test_what_does_not_fit_falls_back_to_our_own_words(tmp_path: Path) -> None:
    language = own(
        tmp_path,
        'msgid "and %(num)s more"\nmsgstr "och fler"\n\nmsgid "up to %(time)s"\nmsgstr "till %(tid)s"\n\n'
        'msgid "%(num)s stage"\nmsgid_plural "%(num)s stages"\nmsgstr[0] "%(num)s bit"\n\n'
        'msgid "Owner\nmsgstr "Ägare"\n\nmsgid "Personas"\nmsgstr "Folk"\n\n#, fuzzy\nmsgid "Journeys"\nmsgstr "Vägar"\n',
    )
    assert language.gettext("and %(num)s more") == "och %(num)s till"
    assert language.gettext("up to %(time)s") == Language("sv").gettext("up to %(time)s")
    assert language.ngettext("%(num)s stage", "%(num)s stages", 1) == "%(num)s steg"
    assert [language.gettext(words) for words in ("Personas", "Journeys", "Owner")] == ["Folk", "Kundresor", "Ansvarig"]


def test_a_form_of_its_own_leaves_the_others_to_us(tmp_path: Path) -> None:
    language = own(tmp_path, 'msgid "%(num)s stages"\nmsgstr "%(num)s bitar"\n')
    assert [language.ngettext("%(num)s stage", "%(num)s stages", n) for n in (1, 2)] == ["%(num)s steg", "%(num)s bitar"]
    plain = own(tmp_path, 'msgid "%(num)s stage"\nmsgstr "%(num)s bit"\n', "da")
    assert plain.ngettext("%(num)s stage", "%(num)s stages", 1) == "%(num)s bit"
    assert plain.ngettext("%(num)s stage", "%(num)s stages", 2) == Language("da").ngettext("%(num)s stage", "%(num)s stages", 2)


def test_a_language_counts_as_it_does_where_the_file_does_not_say(tmp_path: Path) -> None:
    polish = own(tmp_path, 'msgid "%(num)s stage"\nmsgid_plural "%(num)s stages"\nmsgstr[0] "a"\nmsgstr[1] "b %(num)s"\nmsgstr[2] "c %(num)s"\n', "pl")
    assert [polish.ngettext("%(num)s stage", "%(num)s stages", n)[0] for n in (1, 3, 5)] == ["a", "b", "c"]


def test_names_of_files(tmp_path: Path) -> None:
    more = 'msgid "More"\nmsgstr "{}"\n'
    own(tmp_path, more.format("no"), "no")
    assert Language("no", tmp_path).gettext("More") == Language("nb", tmp_path).gettext("More") == "no"
    own(tmp_path, more.format("pt") + 'msgid "Owner"\nmsgstr "dono"\n', "pt")
    own(tmp_path, more.format("BR"), "pt_BR")
    brazil = Language("pt-BR", tmp_path)
    assert (brazil.gettext("More"), brazil.gettext("Owner")) == ("BR", "dono")


def test_a_file_is_read_again_when_it_has_changed(tmp_path: Path) -> None:
    assert own(tmp_path, 'msgid "More"\nmsgstr "Ett"\n').gettext("More") == "Ett"
    again = own(tmp_path, 'msgid "More"\nmsgstr "Två"\n')
    os.utime(tmp_path / "sv.po", ns=(1, 1))
    assert again.gettext("More") == "Två"


def test_signs_of_markup_and_of_percent_are_words(handbook: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = handbook(HANDBOOK)
    (tmp_path / "locales").mkdir()
    own(
        tmp_path / "locales",
        'msgid "Touchpoints"\nmsgstr "50 % <script>\\"&"\n\nmsgid "%(num)s stage"\nmsgid_plural "%(num)s stages"\nmsgstr[0] "<u>%(num)s"\nmsgstr[1] "<q>%(num)s"\n',
    )
    site: Site = outcome.site(language=Language("sv", tmp_path / "locales"))
    renderer = Renderer(site, lambda _: "<svg></svg>")
    bodies = "".join(renderer.render(page, Addresses(directory_address(page.uri), directory_address)).html for page in site.pages.values())
    assert "50 % &lt;script&gt;&#34;&amp;" in bodies and "<script>" not in bodies and "&lt;u&gt;1" in bodies and "<u>" not in bodies


def test_a_word_that_is_half_replaced_is_told(handbook: Callable[..., Outcome]) -> None:
    def told(text: str) -> list[str]:
        problems = handbook({**HANDBOOK, "locales/sv.po": text}).problems
        return [f"{each.span.line} {each.message} ({each.hint})" for each in problems if each.rule == "half-replaced-word"]

    (line,) = told('msgid "Touchpoints"\nmsgstr "Möten"\n')
    assert line.startswith('1 "Touchpoints" has words of your own, and "') and "still use ours" in line
    assert line.endswith("(journey-site translations words sv --find touchpoints lists them)")
    offered = head_of("sv", "Swedish", "sv.po") + "\n" + "\n".join(words_po(words_offered("sv", Path("nowhere"), "touchpoint"), "sv"))
    (line,) = told(offered.replace('msgstr "Kontaktpunkter"', 'msgstr "Möten"'))
    assert '"Touchpoints" has words of your own' in line and "still use ours" in line
    assert told(offered) == []
    assert told('msgid "Touchpoints"\nmsgstr "Kontaktpunkter"\n') == [], "our own word is no other"
    every = "\n".join(words_po(words_offered("sv", Path("nowhere"), "touchpoint"), "sv"))
    assert told(every.replace("kontaktpunkt", "möte").replace("Kontaktpunkt", "Möte")) == []


def test_what_is_offered_is_whole_and_is_read_without_a_word(handbook: Callable[..., Outcome], tmp_path: Path) -> None:
    for code, forms in (("sv", 2), ("ar", 6), ("ja", 1), ("pl", 3), ("en", 2)):
        text = head_of(code, code, f"locales/{code}.po") + "\n" + "\n".join(words_po(words_offered(code, tmp_path), code))
        file = parse_po(text)
        assert not file.slips and file.plurals is not None and file.plurals[0] == forms
        assert {len(entry.words) for entry in file.entries if entry.many} == {forms}
        assert all(all(entry.words) for entry in file.entries) == (code == "sv")
        outcome = handbook({**HANDBOOK, "handbook.yml": f"title: T\nlanguages: [{code}]\n", f"locales/{code}.po": text})
        assert not outcome.problems, [str(problem) for problem in outcome.problems]
        (tmp_path / "locales" / f"{code}.po").unlink()
