"""View models: one per type of page, everything computed, so that templates only print.

Their fields are the contract for templates that override ours.
"""
