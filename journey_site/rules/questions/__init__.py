"""The questions that are asked of every journey: do we meet the customer where they are? One module for each."""

from __future__ import annotations

from journey_site.rules.finding import Rule
from journey_site.rules.questions import (
    content_beyond_decision,
    content_to_choose,
    easy_to_recommend,
    every_touchpoint_measured,
    follow_up_after_purchase,
    goal_in_every_stage,
    no_stage_left_empty,
    touchpoints_rated_alike,
    worst_experience_has_opportunity,
)

QUESTIONS: tuple[Rule, ...] = (
    content_beyond_decision.RULE,
    content_to_choose.RULE,
    follow_up_after_purchase.RULE,
    easy_to_recommend.RULE,
    goal_in_every_stage.RULE,
    worst_experience_has_opportunity.RULE,
    every_touchpoint_measured.RULE,
    touchpoints_rated_alike.RULE,
    no_stage_left_empty.RULE,
)
"""Every question, in the order in which pages and commands tell of them."""
