"""The names of rules, which handbook.yml gives levels to: public, and for ever.

They stand here because what is written under ``checks:`` is read before any rule is asked. Tests hold both
lists to the code.
"""

from __future__ import annotations

COVERAGE = (
    "content-beyond-decision",
    "content-to-choose",
    "follow-up-after-purchase",
    "easy-to-recommend",
    "goal-in-every-stage",
    "worst-experience-has-opportunity",
    "every-touchpoint-measured",
    "touchpoints-rated-alike",
    "no-stage-left-empty",
)
"""Rules that ask something of every journey: their level may be raised, and a share or count be required."""

TOLD_ONLY = ("touchpoints-rated-alike",)
"""Rules of coverage that tell and do not judge."""

PROBLEMS = (
    "adds-and-replaces", "adds-to-nothing", "bad-address", "bad-alias", "bad-colour", "bad-date", "bad-duration",
    "bad-escape", "bad-id", "bad-key", "bad-language", "bad-level", "bad-requirement", "colour-needs-quotes",
    "control-character", "custom-tag", "duplicate-entry", "duplicate-id", "duplicate-key", "emotion-order",
    "emotion-range", "empty-file", "empty-next", "extends-circle", "file-too-large", "flag-expected",
    "format-version", "id-from-name", "inherits-too-much", "journey-circle", "link-circle", "link-outside",
    "list-place", "mapping-expected", "merge-conflict", "merge-key", "missing-colon", "missing-comma",
    "missing-field", "missing-folder", "missing-picture", "missing-space", "near-kind", "no-audience-chosen",
    "no-handbook", "no-stages", "not-utf8", "number-expected", "old-id-in-use", "other-id", "persona-and-actors",
    "removed-stage", "score-range", "several-documents", "share-expected", "shares-above-100", "tab-indent",
    "template", "text-after-quote", "text-expected", "text-needs-quotes", "to-and-exit", "too-deep", "too-large",
    "too-many-problems", "unclosed-bracket", "unclosed-quote", "unknown-actor", "unknown-audience",
    "unknown-channel", "unknown-content", "unknown-department", "unknown-evidence", "unknown-field",
    "unknown-journey", "unknown-lane", "unknown-language", "unknown-metric", "unknown-model", "unknown-pain",
    "unknown-person", "unknown-persona", "unknown-rule", "unknown-stage", "unknown-touchpoint", "unknown-word",
    "unquoted-colon", "unreadable-file", "wrong-indent", "yaml-syntax",
)  # fmt: skip
"""Rules of reading and linking, each about one place."""

RESERVED = ("emotion-without-thought", "review-overdue")
"""Names that the format promises and no rule has yet: a level given to them today is kept."""

KNOWN = (*COVERAGE, *PROBLEMS, *RESERVED)
"""Every name that may stand under ``checks:``."""
