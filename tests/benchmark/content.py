"""What the benchmark's handbook says: personas, journeys and stages in plain data, the same on every run."""

from __future__ import annotations

from dataclasses import dataclass, field

STAGES = ("trigger", "explore", "compare", "decide", "wait", "start", "use")
JOURNEYS = 4
"""How many journeys a persona has."""
LISTS = 13
"""Pages that every handbook has: the start and the lists."""
DEPARTMENTS = ("marketing", "sales", "service")
CHANNELS = ("web", "phone", "store", "mail")

_OPENINGS = (
    "I did not expect",
    "Nobody told me about",
    "I keep thinking of",
    "My neighbour asked me about",
    "I finally understood",
)
_THINGS = (
    "the second invoice",
    "the waiting time",
    "the noise at night",
    "the form in three parts",
    "the price per hour",
    "the man who came early",
    "the warranty",
    "the letter from the bank",
    "the app",
    "the old boiler",
)
_ENDINGS = (
    "and I would like somebody to explain it.",
    "before it was too late to change.",
    "when I compared the two offers.",
    "while the children were asleep.",
    "and that is why I called again.",
)


@dataclass
class Persona:
    """A persona, and the ids of the journeys it makes."""

    id: str
    number: int
    journeys: list[Journey] = field(default_factory=list)


@dataclass
class Journey:
    """A journey, and the ids of its stages."""

    id: str
    persona: str
    number: int
    stages: list[Stage] = field(default_factory=list)


@dataclass
class Stage:
    """A stage with what its lanes hold."""

    id: str
    number: int
    touchpoints: list[str]
    content: list[str]
    emotion: float
    owner: str

    def said(self, lane: str, count: int) -> list[str]:
        """Sentences for a lane; each stage has its own."""
        return [
            sentence(self.number * 7 + place * 3 + len(lane)) + f" ({lane} {self.number}.{place + 1})"
            for place in range(count)
        ]


@dataclass
class Content:
    """A whole handbook."""

    personas: list[Persona] = field(default_factory=list)
    touchpoints: list[str] = field(default_factory=list)
    content: list[str] = field(default_factory=list)

    @property
    def journeys(self) -> list[Journey]:
        """All journeys."""
        return [journey for persona in self.personas for journey in persona.journeys]


def sentence(number: int) -> str:
    """One of a few hundred sentences."""
    return " ".join(
        (
            _OPENINGS[number % len(_OPENINGS)],
            _THINGS[number // 3 % len(_THINGS)],
            _ENDINGS[number // 7 % len(_ENDINGS)],
        )
    )


def content_of(pages: int) -> Content:
    """A handbook whose site has about that many pages."""
    made = Content()
    count = LISTS + len(DEPARTMENTS) + len(CHANNELS)
    stages = journeys = 0
    while count < pages:
        number = len(made.personas) + 1
        persona = Persona(f"persona-{number}", number)
        made.personas.append(persona)
        mine = [f"touchpoint-{number}-{place}" for place in range(1, 4)]
        pieces = [f"guide-{number}-{place}" for place in range(1, 3)]
        made.touchpoints += mine
        made.content += pieces
        count += 2 + len(mine) + len(pieces)  # the persona, its booklet, what it meets
        for _ in range(JOURNEYS):
            journeys += 1
            journey = Journey(f"journey-{journeys}", persona.id, journeys)
            persona.journeys.append(journey)
            count += 1
            for place, identity in enumerate(STAGES):
                stages += 1
                count += 1
                emotion = (stages * 37 % 41) / 10 - 2
                journey.stages.append(
                    Stage(
                        identity,
                        stages,
                        [mine[place % 3], mine[(place + 1) % 3]],
                        [pieces[place % 2]],
                        emotion,
                        DEPARTMENTS[stages % 3],
                    )
                )
                if count >= pages and place >= 2:
                    break
            if count >= pages:
                break
    return made
