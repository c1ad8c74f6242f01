"""The format's own words as readers see them: names of lanes, states, types, and their icons."""

from __future__ import annotations

from journey_site.sentence import N_, NN_

LANES: dict[str, tuple[str, str]] = {
    "goal": (N_("Customer's goal"), "material/crosshairs"),
    "our_goal": (N_("Our goal"), "material/flag-outline"),
    "thoughts": (N_("Thinks"), "material/thought-bubble-outline"),
    "questions": (N_("Asks"), "material/comment-question-outline"),
    "actions": (N_("Does"), "material/walk"),
    "feelings": (N_("Feels"), "material/heart-outline"),
    "emotion": (N_("Emotion"), "material/emoticon-outline"),
    "moment_of_truth": (N_("Moment of truth"), "material/star-four-points-outline"),
    "touchpoints": (N_("Touchpoints"), "material/gesture-tap"),
    "content": (N_("Recommended content"), "material/bookshelf"),
    "evidence_shown": (N_("Physical evidence"), "material/eye-outline"),
    "frontstage": (N_("Frontstage"), "material/account-voice"),
    "backstage": (N_("Backstage"), "material/account-cog-outline"),
    "support": (N_("Support processes"), "material/cog-outline"),
    "activities": (N_("What we do"), "material/briefcase-outline"),
    "pains": (N_("Pains"), "material/alert-circle-outline"),
    "gains": (N_("Gains"), "material/thumb-up-outline"),
    "opportunities": (N_("Opportunities"), "material/lightbulb-on-outline"),
    "metrics": (N_("Metrics"), "material/chart-line"),
    "duration": (N_("Time"), "material/clock-outline"),
    "owner": (N_("Owner"), "material/account-tie-outline"),
    "departments": (N_("Departments"), "material/account-group-outline"),
}
"""Each known lane's name and icon."""

LINES = {
    "interaction": (N_("Line of interaction"), N_("above it the customer, below it our people")),
    "visibility": (N_("Line of visibility"), N_("what is below it the customer does not see")),
    "internal_interaction": (N_("Line of internal interaction"), N_("below it what our people rely on: systems and partners")),
}
"""The service blueprint's lines, each with what it parts."""

FACES = {
    1: (N_("very bad"), "material/emoticon-angry-outline"),
    2: (N_("bad"), "material/emoticon-sad-outline"),
    3: (N_("neutral"), "material/emoticon-neutral-outline"),
    4: (N_("good"), "material/emoticon-happy-outline"),
    5: (N_("very good"), "material/emoticon-excited-outline"),
}
"""The five faces of the scale, from worst to best."""

CONTENT_TYPES: dict[str, tuple[str, str]] = {
    "article": (N_("Article"), "material/text-box-outline"),
    "guide": (N_("Guide"), "material/book-open-outline"),
    "video": (N_("Video"), "material/play-box-outline"),
    "comparison": (N_("Comparison"), "material/scale-balance"),
    "checklist": (N_("Checklist"), "material/format-list-checks"),
    "case": (N_("Customer case"), "material/account-star-outline"),
    "review": (N_("Product review"), "material/star-outline"),
    "faq": (N_("Questions and answers"), "material/frequently-asked-questions"),
    "offer": (N_("Offer"), "material/tag-outline"),
    "newsletter": (N_("Newsletter"), "material/email-newsletter"),
    "tip": (N_("Tip"), "material/lightbulb-outline"),
    "social": (N_("Social media"), "material/share-variant-outline"),
    "event": (N_("Event"), "material/calendar-outline"),
    "tool": (N_("Tool"), "material/calculator-variant-outline"),
    "template": (N_("Template"), "material/file-document-edit-outline"),
}
OTHER_CONTENT = "material/file-outline"

CONTENT_STATUSES = {
    "live": N_("published"),
    "planned": N_("planned"),
    "missing": N_("missing"),
    "outdated": N_("outdated"),
}
CONTENT_WANTING = {
    "missing": NN_("%(num)s missing", "%(num)s missing"),
    "outdated": NN_("%(num)s outdated", "%(num)s outdated"),
    "planned": NN_("%(num)s planned", "%(num)s planned"),
}
"""What is not as it should be, counted, the worst first."""

OPPORTUNITY_STATUSES = {
    "idea": N_("idea"),
    "planned": N_("planned"),
    "doing": N_("under way"),
    "done": N_("done"),
    "dropped": N_("dropped"),
}

PURPOSES = {
    "recognise": N_("helps to recognise the need"),
    "choose": N_("helps to choose"),
    "buy": N_("helps to buy"),
    "use": N_("helps to use it"),
    "recommend": N_("helps to recommend"),
}

PHASES = {
    "recognise": N_("Recognise"),
    "choose": N_("Choose"),
    "buy": N_("Buy"),
    "use": N_("Use"),
    "recommend": N_("Recommend"),
}
"""The same purposes as short heads."""

CONFIDENCES = {
    "assumed": (N_("assumed"), "material/help-circle-outline"),
    "observed": (N_("observed"), "material/eye-outline"),
    "measured": (N_("measured"), "material/check-decagram-outline"),
}

STATES = {
    "current": N_("as it is today"),
    "future": N_("as it should become"),
    "planned": N_("as planned"),
    "actual": N_("as it turned out"),
}

ROLES = {
    "initiator": N_("initiator"),
    "user": N_("user"),
    "influencer": N_("influencer"),
    "decider": N_("decider"),
    "approver": N_("approver"),
    "buyer": N_("buyer"),
    "gatekeeper": N_("gatekeeper"),
    "champion": N_("champion"),
}

EVIDENCE_KINDS = {
    "interview": N_("Interviews"),
    "survey": N_("Survey"),
    "observation": N_("Observation"),
    "analytics": N_("Analytics"),
    "test": N_("Test"),
    "ticket": N_("Support tickets"),
    "workshop": N_("Workshop"),
    "desk": N_("Desk research"),
    "diary": N_("Diary study"),
}
EVIDENCE_ICON = "material/file-search-outline"
CHANNEL_ICON = "material/swap-horizontal"
TOUCHPOINT_ICON = "material/gesture-tap"

KINDS: dict[str, tuple[str, str, str]] = {
    "personas": (N_("Personas"), "material/account-multiple-outline", N_("Who our customers are, and which journeys each makes.")),
    "journeys": (N_("Journeys"), "material/map-outline", N_("Every journey, stage by stage.")),
    "departments": (N_("Departments"), "material/office-building-outline", N_("What each team owns, and where it takes part.")),
    "touchpoints": (N_("Touchpoints"), "material/gesture-tap", N_("Where customers meet us, and how it feels there.")),
    "content": (N_("Content"), "material/bookshelf", N_("What we give customers to read, watch and use, and what is missing.")),
    "opportunities": (N_("Opportunities"), "material/lightbulb-on-outline", N_("What would help customers most, and who drives it.")),
    "pains": (N_("Pains"), "material/alert-circle-outline", N_("What hurts customers, worst first.")),
    "metrics": (N_("Metrics"), "material/chart-line", N_("What we measure, against what we aim for.")),
    "channels": (N_("Channels"), "material/swap-horizontal", N_("The ways in which customers and we meet.")),
    "evidence": (N_("Evidence"), "material/file-search-outline", N_("What we know, and from where.")),
    "models": (N_("Stage models"), "material/chart-timeline-variant", N_("The patterns of stages that the journeys follow.")),
}
"""Each list's name, icon, and what it is for."""

CHECKS = (N_("Do we meet them?"), "material/map-marker-check-outline", N_("What each journey answers, where it falls short, and what to do."))
"""Name, icon and purpose of the page of checks."""

VERDICTS: dict[str, tuple[str, str]] = {
    "met": (N_("yes"), "material/check-circle-outline"),
    "wanting": (N_("not yet"), "material/alert-circle-outline"),
    "told": (N_("worth a look"), "material/eye-outline"),
    "unsaid": (N_("cannot be said"), "material/help-circle-outline"),
}
"""What rules of coverage answer, with an icon that tells them apart without colour."""

ATLAS = (N_("Atlas"), "material/grid", N_("How every persona feels in every stage, and where nothing is known."))
"""Name, icon and purpose of the page that lays everything side by side."""

CONTENT_MATRIX = (
    N_("Content matrix"), "material/table-large", N_("What each persona finds to read, watch and use in each stage, and where there is nothing."),
)  # fmt: skip
"""Name, icon and purpose of the page that lays content out by persona and stage."""

ASSUMED = (N_("Only assumed"), "material/help-circle-outline", N_("What nobody has checked yet, journey by journey."))
"""Name, icon and purpose of the page of what is only assumed."""

CHANGES = (N_("Changes"), "material/history", N_("What is new in the handbook, month by month."))
"""Name, icon and purpose of the page of changes."""

TRANSLATIONS = (N_("Translations"), "material/translate", N_("How much of the handbook stands in each language, and where words are missing."))
"""Name, icon and purpose of the page of translations."""

REVIEW = (N_("Reviews"), "material/calendar-clock-outline", N_("What is to be checked again, by whom and by when."))
"""Name, icon and purpose of the queue of reviews."""

TURNS: dict[str, tuple[str, str]] = {
    "overdue": (N_("Overdue"), "material/calendar-alert"),
    "month": (N_("Due this month"), "material/calendar-clock-outline"),
    "later": (N_("Later"), "material/calendar-check-outline"),
    "never": (N_("Never reviewed"), "material/calendar-question-outline"),
}
"""When something is to be checked again, with an icon."""

ONE_OF = {
    "personas": N_("Persona"),
    "journeys": N_("Journey"),
    "departments": N_("Department"),
    "channels": N_("Channel"),
    "touchpoints": N_("Touchpoint"),
    "content": N_("Content"),
    "metrics": N_("Metric"),
    "evidence": N_("Source"),
    "models": N_("Stage model"),
}
"""What one thing of a kind is called."""
