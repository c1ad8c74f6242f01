"""Side by side: one stage in many journeys, two states of one journey, a variant and its base."""
