"""Looking through a built site for what its edition left out: the last door before readers."""
