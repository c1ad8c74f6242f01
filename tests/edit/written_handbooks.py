"""Handbooks as people write them, for Hypothesis: in any order and layout, with comments in odd places."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = [
    "Anna köper en cykel", "Vad kostar det?", "\"I'm sure\", she said", "50 % off: today", "#1 choice", "a # b", "☂️ 🚲 ja", "null",
    "- no item", "{x}", "é och e\u0301", "C:\\temp", "yes", "007", "ends in a colon:", "'", "日本語", "x" * 90,
]  # fmt: skip
COMMENTS = ["# why", "#", "#no space", "# \"quoted\" 'text'", "# key: value", "#  - item", "# ÅÄÖ 🚲", "# | >"]


def quoted(words: str) -> str:
    """A text in whichever quotes can hold it."""
    return "'" + words.replace("'", "''") + "'"


@st.composite
def text(draw: st.DrawFn, indent: int, *, flow: bool = False) -> str:
    """A text as it stands behind a colon; further lines are indented deeper than ``indent``."""
    words = draw(st.sampled_from(WORDS))
    ways = ["quoted", "plain"] if flow else ["quoted", "plain", "block", "folded", "long", "wrapped"]
    way = draw(st.sampled_from(ways))
    deep = " " * (indent + draw(st.integers(1, 5)))
    if way == "plain":
        return draw(st.sampled_from(["Kort text", "two  words", "Åsa", "12:30", "2026-11-12", "1984", "it's"]))
    if way in ("block", "folded"):
        sign = "|" if way == "block" else ">"
        chomp = draw(st.sampled_from(["", "-", "+"]))
        more = draw(st.sampled_from(["", f"\n{deep}# no comment", f"\n\n{deep}  deeper", f"\n{deep}- item  "]))
        comment = draw(st.sampled_from(["", "  # beside the sign"]))
        return f"{sign}{chomp}{comment}\n{deep}{words}{more}" + draw(st.sampled_from(["", "\n", "\n\n"]))
    if way == "long":
        return f"One line\n{deep}and   another\n\n{deep}after an empty one"
    if way == "wrapped":
        return f'"first \\\n{deep}second  \n{deep}third # no comment"'
    return quoted(words) if draw(st.booleans()) or "\\" in words or '"' in words else f'"{words}"'


@st.composite
def gap(draw: st.DrawFn) -> str:
    """Comments and empty lines above something, at any indentation."""
    lines = draw(st.lists(st.sampled_from(["", "", *COMMENTS]), max_size=3)) if draw(st.integers(0, 3)) == 0 else []
    return "".join(f"{' ' * draw(st.integers(0, 8)) if line else ''}{line}\n" for line in lines)


@st.composite
def beside(draw: st.DrawFn) -> str:
    """A comment, or spaces, at the end of a line."""
    if draw(st.integers(0, 4)):
        return draw(st.sampled_from(["", "", " ", "   "]))
    return f"{draw(st.sampled_from([' ', '   ']))}{draw(st.sampled_from(COMMENTS))}"


def with_comment(value: str, comment: str) -> str:
    """A value with a comment at the end of its line, where one can stand."""
    return value if "\n" in value else value + comment


@st.composite
def item(draw: st.DrawFn, dash: int) -> str:
    """An entry of a list of texts, behind its dash in column ``dash``."""
    way = draw(st.sampled_from(["text", "flow", "block"]))
    if way == "text":
        return with_comment(draw(text(dash)), draw(beside()))
    if way == "flow":
        inner = draw(text(0, flow=True))
        space = draw(st.sampled_from(["", " "]))
        return f"{{{space}severity:  {draw(st.integers(1, 5))} ,text: {inner}{space}}}{draw(beside())}"
    column = " " * (dash + 2)
    fields = draw(st.permutations([f"text: {draw(text(dash + 2))}", "severity:   3", "tags: [a,b , c]", "x-mine: {b: 1, a: [2]}"]))
    return f"\n{column}".join(field.rstrip("\n") if "|+" not in field else field for field in fields)


@st.composite
def stage(draw: st.DrawFn, indent: int) -> str:
    """The lines below a stage's id."""
    step = draw(st.sampled_from([2, 4, 3]))
    column = indent + step
    lead = " " * column
    dash = column + draw(st.sampled_from([0, 2]))
    fields = [f"goal: {draw(text(column))}", "emotion:   -1", f"summary:    {draw(text(column))}", "name: Steg"]
    fields.append("thoughts:" + draw(beside()) + "".join(
        f"\n{draw(gap())}{' ' * dash}-{draw(st.sampled_from([' ', '   ']))}{{}}" for _ in range(draw(st.integers(1, 2)))
    ))
    chosen = draw(st.permutations(fields))[: draw(st.integers(1, len(fields)))]
    lines: list[str] = []
    for field in chosen:
        while "{}" in field:
            before, _, after = field.partition("{}")
            start = len(before) - (before.rfind("\n") + 1)
            field = before + draw(item(start - 2)) + after
        if field.startswith("emotion"):
            field += draw(beside())
        lines.append(f"{draw(gap())}{lead}{field}")
    return "\n".join(lines)


@st.composite
def journey(draw: st.DrawFn) -> str:
    """A journey's file."""
    indent = draw(st.sampled_from([2, 4, 1]))
    ids = draw(st.lists(st.sampled_from(["need", "choose", "buy", "use"]), min_size=1, max_size=3, unique=True))
    stages = "stages:" + draw(beside()) + "".join(f"\n{draw(gap())}{' ' * indent}{each}:{draw(beside())}\n{draw(stage(indent))}" for each in ids)
    fields = [
        f"title: {draw(text(0))}", f"persona:  anna{draw(beside())}", "x-own:\n  - 1\n  -   b: 2", f"scenario: {draw(text(0))}",
        "tags: [ a,b ]", "state: current",
    ]  # fmt: skip
    kept = [fields[0], *draw(st.permutations(fields[1:]))[: draw(st.integers(0, 4))], stages]
    lines = [f"{draw(gap())}{field}" for field in draw(st.permutations(kept))]
    start = draw(st.sampled_from(["", "", "---\n", "# About this file\n\n", "\n\n"]))
    end = draw(st.sampled_from(["", "\n", "\n\n\n", "\n# the end\n", "\n  # deep end"]))
    whole = start + "\n".join(lines) + end
    return whole.replace("\n", "\r\n") if draw(st.integers(0, 3)) == 0 else whole
