"""The messages of ``diff``, by what changed: whole phrases, because no two languages put them together alike."""

from __future__ import annotations

from journey_site.sentence import N_, NN_, Sentence

NEW: dict[str, Sentence] = {
    "personas": Sentence(N_("new persona")),
    "journeys": Sentence(N_("new journey")),
    "departments": Sentence(N_("new department")),
    "channels": Sentence(N_("new channel")),
    "touchpoints": Sentence(N_("new touchpoint")),
    "content": Sentence(N_("new content")),
    "metrics": Sentence(N_("new metric")),
    "evidence": Sentence(N_("new evidence")),
    "models": Sentence(N_("new stage model")),
}
GONE: dict[str, Sentence] = {
    "personas": Sentence(N_("persona removed")),
    "journeys": Sentence(N_("journey removed")),
    "departments": Sentence(N_("department removed")),
    "channels": Sentence(N_("channel removed")),
    "touchpoints": Sentence(N_("touchpoint removed")),
    "content": Sentence(N_("content removed")),
    "metrics": Sentence(N_("metric removed")),
    "evidence": Sentence(N_("evidence removed")),
    "models": Sentence(N_("stage model removed")),
}
RETIRED = Sentence(N_("retired: it has left the lists"))
BACK = Sentence(N_("back in the lists"))
NEW_STAGE = Sentence(N_("new stage"))
STAGE_GONE = Sentence(N_("stage removed"))
UNKNOWN = Sentence(N_("unknown"))
PERSONA = Sentence(N_("Persona"))
NOBODY = Sentence(N_("nobody"))
WAYS_ON = Sentence(N_("where it goes from here changed"))
OTHER = Sentence(N_("told in more detail or in other words"))

NAMED = N_("%(what)s (%(names)s)")
QUOTED = N_("“%(words)s”")
FROM_TO = N_("%(what)s: %(before)s → %(after)s")
RENAMED = N_("renamed, before: “%(before)s”")
EMOTION = N_("emotion %(before)s → %(after)s")
EMOTION_OF = N_("emotion in “%(what)s” %(before)s → %(after)s")
EMOTION_FOR = N_("emotion of %(who)s %(before)s → %(after)s")
EMOTION_ANEW = Sentence(N_("emotion told in other words"))
TIME = N_("time %(before)s → %(after)s")
WAITING = N_("waiting %(before)s → %(after)s")
OWNER = N_("owner: %(before)s → %(after)s")
CHANNEL = N_("channel: %(before)s → %(after)s")
VALUE = N_("value %(before)s → %(after)s")
TARGET = N_("target %(before)s → %(after)s")
STATUS = N_("state: %(before)s → %(after)s")
SEVERITY_OF = N_("severity of %(what)s %(before)s → %(after)s")
EXPERIENCE_OF = N_("experience of %(what)s %(before)s → %(after)s")

SAID = N_("%(lane)s: now said")
REWORDED = N_("%(lane)s: reworded")
UNSAID = N_("%(lane)s: no longer said")

TEXTS: dict[str, Sentence] = {
    "summary": Sentence(N_("In short")),
    "goal": Sentence(N_("Customer's goal")),
    "our_goal": Sentence(N_("Our goal")),
    "moment_of_truth": Sentence(N_("Moment of truth")),
    "scenario": Sentence(N_("Scenario")),
    "trigger": Sentence(N_("Begins when")),
    "outcome": Sentence(N_("Ends well when")),
    "quote": Sentence(N_("Quote")),
    "role": Sentence(N_("Role")),
    "age": Sentence(N_("Age")),
    "location": Sentence(N_("Place")),
    "segment": Sentence(N_("Segment")),
}
"""Fields that hold one text."""

Forms = tuple[str, str]
COUNTED: dict[str, tuple[Forms, Forms, Forms]] = {
    "touchpoints": (
        NN_("one touchpoint added", "%(num)s touchpoints added"),
        NN_("one touchpoint removed", "%(num)s touchpoints removed"),
        NN_("one touchpoint changed", "%(num)s touchpoints changed"),
    ),
    "content": (
        NN_("one piece of content added", "%(num)s pieces of content added"),
        NN_("one piece of content removed", "%(num)s pieces of content removed"),
        NN_("one piece of content changed", "%(num)s pieces of content changed"),
    ),
    "pains": (
        NN_("one pain added", "%(num)s pains added"),
        NN_("one pain removed", "%(num)s pains removed"),
        NN_("one pain changed", "%(num)s pains changed"),
    ),
    "gains": (
        NN_("one gain added", "%(num)s gains added"),
        NN_("one gain removed", "%(num)s gains removed"),
        NN_("one gain changed", "%(num)s gains changed"),
    ),
    "opportunities": (
        NN_("one opportunity added", "%(num)s opportunities added"),
        NN_("one opportunity removed", "%(num)s opportunities removed"),
        NN_("one opportunity changed", "%(num)s opportunities changed"),
    ),
    "metrics": (
        NN_("one metric added", "%(num)s metrics added"),
        NN_("one metric removed", "%(num)s metrics removed"),
        NN_("one metric changed", "%(num)s metrics changed"),
    ),
    "steps": (
        NN_("one step added", "%(num)s steps added"),
        NN_("one step removed", "%(num)s steps removed"),
        NN_("one step changed", "%(num)s steps changed"),
    ),
    "departments": (
        NN_("one department added", "%(num)s departments added"),
        NN_("one department removed", "%(num)s departments removed"),
        NN_("one department changed", "%(num)s departments changed"),
    ),
    "actors": (
        NN_("one actor added", "%(num)s actors added"),
        NN_("one actor removed", "%(num)s actors removed"),
        NN_("one actor changed", "%(num)s actors changed"),
    ),
}
"""Lists whose entries are counted by name: added, removed, changed."""

LANES: dict[str, Sentence] = {
    "thoughts": Sentence(N_("Thinks")),
    "questions": Sentence(N_("Asks")),
    "actions": Sentence(N_("Does")),
    "feelings": Sentence(N_("Feels")),
    "activities": Sentence(N_("What we do")),
    "evidence_shown": Sentence(N_("Physical evidence")),
    "frontstage": Sentence(N_("Frontstage")),
    "backstage": Sentence(N_("Backstage")),
    "support": Sentence(N_("Support processes")),
    "expectations": Sentence(N_("Expects")),
    "goals": Sentence(N_("Goals")),
    "needs": Sentence(N_("Needs")),
    "frustrations": Sentence(N_("Frustrations")),
    "jobs": Sentence(N_("Jobs to be done")),
    "journey": Sentence(N_("Opens from here")),
    "stages": Sentence(N_("Stages")),
}
"""Lists whose entries are counted under the list's name."""
IN_LANE: tuple[Forms, Forms, Forms] = (
    NN_("%(lane)s: one entry added", "%(lane)s: %(num)s entries added"),
    NN_("%(lane)s: one entry removed", "%(lane)s: %(num)s entries removed"),
    NN_("%(lane)s: one entry changed", "%(lane)s: %(num)s entries changed"),
)

STATUSES: dict[str, Sentence] = {
    "live": Sentence(N_("published")),
    "planned": Sentence(N_("planned")),
    "missing": Sentence(N_("missing")),
    "outdated": Sentence(N_("outdated")),
    "idea": Sentence(N_("idea")),
    "doing": Sentence(N_("under way")),
    "done": Sentence(N_("done")),
    "dropped": Sentence(N_("dropped")),
}

FIRST = ("name", "emotion", "duration", "waiting")
"""What is told before everything else."""
WAYS = frozenset({"next", "parallel", "any_order", "after", "optional", "repeatable", "paths", "extends"})
"""Fields that say how a customer may go through the stages."""
SILENT = frozenset({
    "id", "was", "reviewed", "reviewed_by", "review_every", "publish", "order", "tags", "url", "image", "portrait", "colour",
    "icon", "group", "audience", "lanes", "model", "remove", "compare_with", "replaces", "serves", "evidence", "extra",
    "language", "period", "file",
})  # fmt: skip
"""Fields whose change no reader has to hear of."""
