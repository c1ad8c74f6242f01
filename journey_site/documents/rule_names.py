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
    "adds-and-replaces", "adds-to-nothing", "bad-address", "bad-alias", "bad-colour", "bad-date",
    "bad-duration", "bad-embed", "bad-escape", "bad-font", "bad-id", "bad-key", "bad-language", "bad-level", "bad-requirement",
    "bidirectional-override", "broken-letters", "colour-needs-quotes", "control-character", "custom-tag",
    "cut-at-hash", "dead-link", "duplicate-entry", "duplicate-id", "duplicate-key", "emotion-order", "emotion-range",
    "empty-file", "empty-next", "extends-circle", "file-too-large", "flag-expected", "format-version",
    "half-replaced-word", "id-from-name", "inherits-too-much", "invisible-character", "journey-circle", "link-circle", "link-outside",
    "list-expected", "list-place", "lost-placeholder", "mapping-expected", "merge-conflict", "merge-key", "missing-colon", "missing-comma",
    "missing-field", "missing-folder", "missing-font", "missing-picture", "missing-space", "misspelt-block", "moved-link", "near-kind", "no-audience-chosen",
    "no-handbook", "no-stages", "not-utf8", "number-expected", "odd-space", "old-id-in-use", "other-id",
    "persona-and-actors", "plural-forms", "po-syntax", "printed-quotes", "removed-and-written", "removed-stage", "score-range", "secret-in-address", "several-documents",
    "share-expected", "shares-above-100", "tab-indent", "template", "text-after-quote", "text-expected",
    "text-needs-quotes", "to-and-exit", "too-deep", "too-large", "too-many-problems", "unchecked-link",
    "unclosed-bracket", "unclosed-quote", "unfinished-message", "unknown-actor", "unknown-audience", "unknown-channel", "unknown-content",
    "unknown-department", "unknown-evidence", "unknown-field", "unknown-journey", "unknown-lane",
    "unknown-language", "unknown-message", "unknown-metric", "unknown-model", "unknown-pain", "unknown-person", "unknown-persona",
    "unknown-rule", "unknown-stage", "unknown-touchpoint", "unknown-word", "unquoted-colon", "unreadable-file",
    "unused-catalogue", "unused-ignore", "unused-override", "wrong-indent", "yaml-syntax",
)  # fmt: skip
"""Rules of reading and linking, each about one place."""

ON_DEMAND = ("dead-link", "moved-link", "unchecked-link")
"""Rules that are looked at only where somebody asks for it: a comment that silences one is of use all the same."""

LEFT_OUT = (
    "bad-address", "bad-date", "bad-duration", "bad-font", "duplicate-entry", "emotion-order", "emotion-range", "flag-expected",
    "journey-circle", "missing-font", "missing-picture", "number-expected", "score-range", "share-expected", "shares-above-100",
    "unknown-actor", "unknown-channel", "unknown-content", "unknown-department", "unknown-evidence",
    "unknown-field", "unknown-metric", "unknown-pain", "unknown-person", "unknown-touchpoint",
    "unknown-word",
)  # fmt: skip
"""Errors after which everything else is shown rightly, because only what is wrong is left out: a comment on the line
may silence them. All other errors keep a file, or a whole thing in it, from being read."""

CHECKS = (
    "accent-hard-to-read", "after-comes-later", "assumed-with-evidence", "channel-never-used", "compares-with-itself",
    "content-never-used", "content-without-address", "copied-not-shared", "crowded-lane", "dead-end",
    "department-never-named", "duplicate-thought", "emotion-without-thought", "empty-persona",
    "evidence-never-used", "ids-alike", "journey-without-evidence", "lane-never-used", "long-name",
    "long-thought", "measured-without-evidence", "metric-never-used", "metric-off-unit",
    "metric-without-target", "missing-translation", "names-alike", "never-reviewed", "no-way-out",
    "old-evidence", "opportunity-without-owner", "owner-missing", "owner-without-contact", "pain-and-delight",
    "path-shares-above-100", "percent-as-share", "persona-without-journey", "picture-too-large",
    "picture-without-words", "placeholder-text", "portrait-missing", "replaced-still-live", "retired-in-use",
    "review-overdue", "reviewed-in-future", "same-emotion-everywhere", "self-loop", "severe-pain-unsolved",
    "share-missing", "shares-below-100", "silent-actor", "stage-without-emotion", "stage-without-touchpoint",
    "target-behind", "thought-in-third-person", "too-many-stages", "touchpoint-never-used",
    "touchpoint-without-channel", "unreachable-stage", "waiting-longer-than-stage", "way-twice",
)  # fmt: skip
"""Rules that look at the whole handbook: most are advice, and none is an error unless handbook.yml says so."""

KNOWN = (*COVERAGE, *CHECKS, *PROBLEMS)
"""Every name that may stand under ``checks:``."""
