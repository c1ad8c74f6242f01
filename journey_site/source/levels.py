"""Mistakes with lines: at the wrong level, without a colon, with a colon too many, without a space."""

from __future__ import annotations

import re

from journey_site.problems import Problem, Related
from journey_site.source.colons import WithoutColon, without_colon
from journey_site.source.odd_spaces import odd_beside_colon
from journey_site.source.scene import (
    BULLETS,
    DASHES_OF_PRINT,
    Line,
    Scene,
    in_quotes,
    named,
    reads_as_words,
    shorten,
    without_comment,
)
from journey_site.source.written import in_quote_marks

_NO_SPACE = re.compile(r"""(?P<key>[\w-]+|"[^"]*"|'[^']*'):(?P<value>[^\s/:].*)""")
_ID = re.compile(r"[a-z][a-z0-9_-]*")
_FAR = 50
"""What a line belongs to stands no further from it."""
_LONGEST_NAME = 1000
"""YAML reads no name that is longer."""


def colon_mistake(scene: Scene) -> Problem | None:
    """A colon where none may stand: in an unquoted text, or in a line at the wrong level."""
    clue, here = scene.clue, scene.here
    if clue.problem != "mapping values are not allowed in this context":
        return None
    if here.key and here.value and clue.column > here.value_column:
        message = f"{named(here.value)} holds a colon and needs quotes"
        hint = in_quotes(here.value, f"{here.key}: ")
        certain = reads_as_words(here.value) and here.value[0] not in "\"'[{|>&*!" and scene.stands_alone(here.number)
        fix = scene.edit(here.number, here.value_column, len(here.value), in_quote_marks(here.value)) if certain else ()
        return scene.problem("unquoted-colon", message, here.number, here.value_column, len(here.value), hint, fix=fix)
    if clue.column > _LONGEST_NAME:
        return _long_name(scene, here)
    above = scene.above
    if above is None:
        return None
    slip = _missing_space(scene, above) or _field_above(scene)
    if slip:
        return slip
    if here.names_something and " " not in here.key.strip("\"'"):
        return _too_deep(scene, above) if above.key or above.dashes else _no_colon(scene, above)
    if here.dashes and (above.key or above.dashes):
        return _too_deep(scene, above)
    message = f"{named(here.content)} goes on with the text above, and holds a colon"
    hint = "put quotes around the whole text, or begin it below a |"
    return scene.problem("unquoted-colon", message, here.number, here.column, len(here.content), hint)


def lonely_line(scene: Scene) -> Problem | None:
    """A line without a colon among lines with one."""
    clue = scene.clue
    if clue.problem != "could not find expected ':'":
        return None
    line = scene.line(clue.context_line)
    if len(line.text) >= _LONGEST_NAME:
        return _long_name(scene, line)
    return _below_block(scene, line) or _missing_space(scene, line) or _no_colon(scene, line)


def list_beside_name(scene: Scene) -> Problem | None:
    """``a: - b``: a list cannot begin beside its name."""
    clue, here = scene.clue, scene.here
    if clue.problem != "block sequence entries are not allowed in this context":
        return None
    text = scene.rest
    begin = here.text[: clue.column - 1].rstrip()
    if begin.endswith(("'", '"')):
        message = f"the text goes on after its closing quote: {shorten(here.content)}"
        hint = in_quotes(here.text[here.key_column - 1 :])
        return scene.problem("text-after-quote", message, here.number, clue.column, len(text), hint)
    if here.key:
        message = f'a list cannot begin on the same line as "{shorten(here.key)}:"'
        hint = f"write {named(text)} on the line below, or put quotes around it if it is a text"
    else:
        message, hint = f"{named(text)} begins a list where none can stand", "begin it on the line below"
    return scene.problem("list-place", message, here.number, clue.column, len(text), hint)


_LEVEL_PROBLEMS = (
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
)


def wrong_level(scene: Scene) -> Problem | None:
    """A line whose indentation is that of no line above, or that stands among lines of another sort."""
    clue, here, above = scene.clue, scene.here, scene.above
    if clue.problem not in _LEVEL_PROBLEMS or not here.content or clue.column != here.column:
        return None
    block = _below_block(scene, here)
    if block:
        return block
    if above and here.column > above.key_column and above.key and above.value:
        return _too_deep(scene, above)
    if not scene.levels:
        return _no_colon(scene, above) if above and not above.key and above.content != "..." else None
    if here.column - 1 not in scene.levels:
        return _between_levels(scene)
    if clue.problem == "did not find expected '-' indicator":
        message = f"{named(here.key or here.content)} stands beside list items and is none"
        hint = "write a dash and a space before it, or move it to the level of the list's name"
    elif here.dashes or here.content == "-":
        message = f"{named(here.content)} is a list item among names"
        hint = "move it below the name it belongs to, and leave nothing else after that name's colon"
    else:
        return None
    return scene.problem("wrong-indent", message, here.number, here.column, len(here.content), hint)


def _too_deep(scene: Scene, above: Line) -> Problem:
    here = scene.here
    word = here.content if here.dashes else here.key or here.content
    message = f"{named(word)} is indented deeper than line {above.number}, which is complete in itself"
    hint = "give it the same indentation as the lines it belongs beside"
    if here.dashes:
        hint = f"leave nothing after the colon in line {above.number} if the list belongs to it"
    return scene.problem("wrong-indent", message, here.number, here.column, len(word), hint)


def _between_levels(scene: Scene) -> Problem:
    here = scene.here
    word = here.content if here.dashes else here.key or here.content
    indent = here.column - 1
    spaces = {0: "not indented", 1: "indented by 1 space"}.get(indent, f"indented by {indent} spaces")
    message = f"{named(word)} is {spaces}, which fits no line above it"
    deeper = min((level for level in scene.levels if level > indent), default=None)
    shallower = max((level for level in scene.levels if level < indent), default=None)
    ways = [level for level in (deeper, shallower) if level is not None]
    hint = " or ".join(f"indent it by {level} spaces" if level else "do not indent it" for level in ways)
    related = _outsider(scene)
    return scene.problem("wrong-indent", message, here.number, here.column, len(word), hint, *related)


def _outsider(scene: Scene) -> list[Related]:
    """A line above that may be the one at the wrong level: the lines before it are indented like this one."""
    here = scene.here
    found: Line | None = None
    for number in range(here.number - 1, max(here.number - 100, 0), -1):
        line = scene.line(number)
        if not line.content or line.column > here.column:
            continue
        if found is None and line.column == here.column:
            return []
        if found is None:
            found = line
        elif line.column == here.column:
            message = f"unless this line should be indented by {here.column - 1} spaces"
            return [Related(scene.source.span(found.number, found.column, len(found.content)), message)]
        else:
            return []
    return []


def _below_block(scene: Scene, line: Line) -> Problem | None:
    """A line that belongs to the text under a ``|`` and is not indented enough for it."""
    last = scene.last
    if not last or last.kind != "text" or last.style not in ("|", ">") or last.end_line != line.number:
        return None
    if line.names_something and line.column - 1 in scene.levels:
        return None
    message = f"{named(line.content)} is indented less than the text of line {last.line} that it goes on with"
    hint = "indent every line of that text alike"
    return scene.problem("wrong-indent", message, line.number, line.column, len(line.content), hint)


def _missing_space(scene: Scene, line: Line) -> Problem | None:
    """``name:Anna`` and ``-item``."""
    if line.key:
        return None
    odd = odd_beside_colon(scene.source, line.number)
    if odd:
        return odd
    text = without_comment(line.value)
    found = _NO_SPACE.match(text)
    if found:
        column = line.value_column + len(found["key"]) + 1
        message = f"a space is missing after the colon in {named(text)}"
        hint = f"write {shorten(found['key'] + ': ' + found['value'])}"
        fix = scene.edit(line.number, column, 0, " ")
        return scene.problem("missing-space", message, line.number, column, 1, hint, fix=fix)
    if re.match(r"-[^\s-]", text):
        message = f"a space is missing after the dash in {named(text)}"
        hint = f"write - {shorten(text[1:])}"
        fix = scene.edit(line.number, line.value_column + 1, 0, " ") if text[1].isalpha() else ()
        return scene.problem("missing-space", message, line.number, line.value_column + 1, 1, hint, fix=fix)
    return None


def _no_colon(scene: Scene, line: Line) -> Problem:
    found = _bullet(scene, line) or _without_colon(scene, line)
    if found:
        return found
    text = line.content
    message = f"{named(text)} stands where a name and a colon are expected"
    hint = "write name: text, or indent the line if it goes on with the text above"
    above = scene.source.line(line.number - 1) if line.number > 1 else ""
    if above.startswith("- ", line.column - 1) and not above[: line.column - 1].strip():
        hint = f"write {named('- ' + text)} if it is an item of the list, or indent the line if it goes on with the text above"
    return scene.problem("missing-colon", message, line.number, line.column, len(text), hint)


def _bullet(scene: Scene, line: Line) -> Problem | None:
    """``• one``: an item of a list as other programs write it."""
    text = line.content
    if text[:1] not in BULLETS or text[1:2] != " ":
        return None
    message = f'a list item begins with a dash, not with "{text[0]}": {shorten(text)}'
    fix = () if text[0] in DASHES_OF_PRINT else scene.edit(line.number, line.column, 1, "-")
    hint = f"write {named('- ' + text[1:].strip())}"
    return scene.problem("list-place", message, line.number, line.column, len(text), hint, fix=fix)


def _without_colon(scene: Scene, line: Line) -> Problem | None:
    """``name Anna``, and ``look`` above what belongs to it."""
    if _goes_on(scene, line):
        return None
    text = without_comment(line.text[line.key_column - 1 :])
    meant = without_colon(text, scene.fields)
    if meant is None and _ID.fullmatch(text) and (_has_more_below(scene, line) or _is_beside_names(scene, line)):
        meant = WithoutColon(text, "", len(text), "")
    if meant is None:
        return None
    certain = meant.is_plain_sign or (not meant.rest and _has_more_below(scene, line)) or _is_first(scene, line)
    fix = scene.edit(line.number, line.key_column, meant.width, f"{meant.field}:") if certain and ": " not in meant.rest else ()
    return scene.problem("missing-colon", meant.message, line.number, line.key_column, len(text), meant.hint, fix=fix)


def _field_above(scene: Scene) -> Problem | None:
    """A line above that has no colon, so that YAML reads on to the next one that has."""
    found: Line | None = None
    for number in range(scene.here.number - 1, max(scene.here.number - _FAR, 0), -1):
        line = scene.line(number)
        if line.key:
            break
        found = line if line.content else found
    return _without_colon(scene, found) if found else None


def _goes_on(scene: Scene, line: Line) -> bool:
    """Whether a line goes on with a text that began above: it is indented deeper than a name that has one."""
    for number in range(line.number - 1, max(line.number - _FAR, 0), -1):
        above = scene.line(number)
        if above.key:
            return bool(above.value) and not line.dashes and line.column > above.key_column
    return False


def _has_more_below(scene: Scene, line: Line) -> bool:
    """Whether the next line belongs to this one: it is indented deeper, or begins a list."""
    for number in range(line.number + 1, min(line.number + _FAR, len(scene.source.lines)) + 1):
        below = scene.line(number)
        if below.content:
            return below.column > line.key_column or (bool(below.dashes) and below.column == line.key_column)
    return False


def _is_beside_names(scene: Scene, line: Line) -> bool:
    """Whether a name above begins in the same column."""
    above = next((each for each in map(scene.line, range(line.number - 1, max(line.number - _FAR, 0), -1)) if each.key), None)
    return above is not None and above.key_column == line.key_column and not line.dashes


def _is_first(scene: Scene, line: Line) -> bool:
    """Whether nothing stands above, so that the line goes on with no other text."""
    return not any(scene.line(number).content for number in range(max(1, line.number - _FAR), line.number))


def _long_name(scene: Scene, line: Line) -> Problem | None:
    if not line.content:
        return None
    message = f"what stands before the colon is too long for a name: {named(line.content)}"
    hint = "put quotes around it if it is a text"
    return scene.problem("yaml-syntax", message, line.number, line.column, len(line.content), hint)
