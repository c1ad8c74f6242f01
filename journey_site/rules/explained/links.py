"""Links to other sites: what asking them finds, for which ``journey-site check --links`` is there."""

from __future__ import annotations

from journey_site.problems import Severity
from journey_site.rules.explained.docstring import Told

LINKS = (
    Told("dead-link", Severity.WARNING, r"""
        An address of another site is not there any more.

        Its page answers 404 or 410, or there is no host of that name. Write the address that is right now, or take
        the link out. Only ``journey-site check --links`` asks; a build never does.

        Why: readers and customers are sent where nothing is.
    """),
    Told("moved-link", Severity.ADVICE, r"""
        An address of another site leads to a new one, for good.

        Write the new address, which the message names. Only ``journey-site check --links`` asks.

        Why: old addresses are kept for a while, and then they are not.
    """),
    Told("unchecked-link", Severity.ADVICE, r"""
        An address of another site could not be checked.

        It wants a password, is busy, does not answer in time, or is not on the open internet. Open it in a browser;
        ``--links-private`` asks addresses of your own network too. Only ``journey-site check --links`` asks.

        Why: it may be right for readers and closed to programs, so nothing is said against it.
    """),
)
