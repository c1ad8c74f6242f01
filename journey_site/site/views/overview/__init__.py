"""The whole handbook at a glance: the start page, the atlas, what needs care, what is due, what is new."""
