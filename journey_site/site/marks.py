"""The smallest parts of pages: faces, owners, badges, scores, links.

They stand in pages by the thousand, so they are plain functions here instead of macros; templates get
them under the same names, and a handbook's own ``parts/entries.html`` may put macros in their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Sized
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import Markup, escape

from journey_site.site.html import as_html
from journey_site.site.language import N_
from journey_site.site.vocabulary import CONFIDENCES

_A_LINK = re.compile(r"</?a\b[^>]*>")
"""A link's own marks in HTML that we made, where ``>`` in an attribute is escaped."""

if TYPE_CHECKING:
    from journey_site.documents.values import Text
    from journey_site.site.addresses import Link
    from journey_site.site.language import Language
    from journey_site.site.views.entries import FaceView, Labelled, OwnerView
    from journey_site.site.views.lists.series import SeriesView
    from journey_site.site.views.lists.tables import Cell
    from journey_site.site.views.used import MetricView


_PLACES = 3
"""How many stages are seen at once."""


class People(Container[str], Sized, Protocol):
    """Everybody who makes a journey, by id."""


class Marks:
    """The smallest parts, printed for one page."""

    def __init__(
        self,
        language: Language,
        text: Callable[[Text | str | None], Markup],
        href: Callable[[Link], str],
        icon: Callable[[str], Markup],
    ) -> None:
        self._say = language.gettext
        self._text = text
        self._href = href
        self._icon = icon

    def names(self) -> dict[str, Any]:
        """What templates call each part."""
        return {
            "linked_mark": self.linked,
            "label_mark": self.label,
            "face_mark": self.face,
            "owner_mark": self.owner,
            "badge_mark": self.badge,
            "score_mark": self.score,
            "permalink_mark": self.permalink,
            "labels_mark": self.labels,
            "metric_mark": self.metric,
            "series_mark": self.series,
            "cell_mark": self.cell,
            "whose_mark": self.whose,
        }

    def linked(self, words: Text | str, link: Link) -> Markup:
        """Words, as a link where they lead somewhere; links within them then give way to it, as none can stand in another."""
        said = self._text(words)
        return as_html(f'<a href="{escape(self._href(link))}">{_A_LINK.sub("", said)}</a>') if link else said

    def label(self, label: Labelled) -> Markup:
        """A thing's name with its page."""
        return self.linked(label.words, label.link)

    def face(self, face: FaceView, size: str = "") -> Markup:
        """How something feels: face, number and, for those who do not see it, the word."""
        sized = f" journey-face--{escape(size)}" if size else ""
        value, said = escape(face.value), escape(face.label)
        return as_html(
            f'<span class="journey-face journey-face--{face.level}{sized}" title="{value} · {said}">{self._icon(face.icon)}'
            f'<span class="journey-face__value">{value}</span><span class="journey-hidden"> {said}</span></span>'
        )

    def owner(self, owner: OwnerView) -> Markup:
        """Who answers for something."""
        colour = f' style="--journey-owner: {escape(owner.colour)}"' if owner.colour else ""
        person = f' <span class="journey-owner__person">{escape(owner.person)}</span>' if owner.person else ""
        return as_html(f'<span class="journey-owner"{colour}>{self.linked(owner.words, owner.link)}{person}</span>')

    def badge(self, status: str, words: str) -> Markup:
        """A state in a word."""
        return as_html(f'<span class="journey-badge journey-badge--{escape(status or "none")}">{escape(words)}</span>')

    def score(self, number: int, of: int = 5) -> Markup:
        """A number of dots out of five."""
        said = escape(self._say(N_("%(n)s of %(of)s")) % {"n": number, "of": of})
        dots = "<b></b>" * number + "<i></i>" * (of - number)
        return as_html(f'<span class="journey-score" role="img" aria-label="{said}">{dots}</span>')

    def whose(self, concerned: Iterable[str], people: People, departments: Collection[str] | None = None) -> Markup:
        """What tells the script whom an entry concerns, and which ``departments`` have to do with it.

        Of people nothing where it is everybody, or one person makes the journey; of departments nothing where none
        could have to do with it, and an empty mark where one could and none does.
        """
        said = ""
        if len(people) > 1 and concerned and (ids := " ".join(identity for identity in concerned if identity in people)):
            said = f' data-actors="{escape(ids)}"'
        if departments is not None:
            said += f' data-departments="{escape(" ".join(departments))}"' if departments else ' data-departments=""'
        return as_html(said)

    def permalink(self, anchor: str) -> Markup:
        """An entry's own address, to be sent to a colleague; assets/journey/links.js copies it."""
        if not anchor:
            return Markup("")
        said = escape(self._say(N_("Link to this")))
        return as_html(f'<a class="headerlink" href="#{escape(anchor)}" title="{said}" aria-label="{said}">#</a>')

    def labels(self, labels: Iterable[Labelled], between: str = ", ") -> Markup:
        """Several things' names with their pages."""
        return Markup(escape(between)).join(self.label(label) for label in labels)

    def metric(self, metric: MetricView, judged_beside: bool = False) -> Markup:
        """A number against its target, as words and as a bar; ``judged_beside``: how it stands is said next to it."""
        unit = f" <small>{self._text(metric.unit)}</small>" if metric.unit else ""
        bar = ""
        if metric.filled is not None:
            bar = f'<span class="journey-metric__bar" aria-hidden="true"><i style="inline-size: {metric.filled}%"></i></span>'
        target = escape(self._say(N_("target %(target)s")) % {"target": metric.target} if metric.target else self._say(N_("no target")))
        target += f" · {metric.verdict_label}" if metric.verdict_label and not judged_beside else ""
        return as_html(
            f'<span class="journey-metric journey-metric--{metric.verdict or "open"}">'
            f'<span class="journey-metric__value">{escape(metric.value or "–")}{unit}</span>{bar}'
            f'<span class="journey-metric__target">{target}</span></span>'
        )

    def series(self, series: SeriesView) -> Markup:
        """Values over time as a small line, the first and the last of them in words."""
        target = f'<path class="target" d="M0 {series.target:g}H100"/>' if series.target is not None else ""
        drawn = "".join(f'<path class="gap" d="{path}"/>' for path in series.gaps)
        drawn += "".join(f'<path d="{path}"/>' for path in series.paths)
        drawn += "".join(f'<path class="end" d="{path}h0"/>' for path in series.ends)
        return as_html(
            f'<span class="journey-series" role="img" aria-label="{escape(series.label)}">'
            f'<svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">{target}{drawn}</svg></span>'
            f'<span class="journey-series__words" aria-hidden="true">{escape(series.words)}</span>'
        )

    def places(self, places: Iterable[Labelled]) -> Markup:
        """Stages, one below the other, each with whose it is."""
        said = [f"<li>{self.label(place)}{f' <small>{escape(place.note)}</small>' if place.note else ''}</li>" for place in places]
        first, others = "".join(said[:_PLACES]), said[_PLACES:]
        if not others:
            return as_html(f'<ul class="journey-places">{first}</ul>')
        more = escape(self._say(N_("and %(num)s more")) % {"num": len(others)})
        return as_html(
            f'<ul class="journey-places">{first}</ul>'
            f'<details class="journey-places"><summary>{more}</summary><ul class="journey-places">{"".join(others)}</ul></details>'
        )

    def cell(self, cell: Cell) -> Markup:
        """What stands in one field of a table."""
        parts: list[str] = []
        if cell.mark:
            parts.append(f'<span class="journey-mark">{escape(cell.mark)}</span> ')
        if cell.icon:
            parts.append(f"{self._icon(cell.icon)} ")
        if cell.words:
            parts.append(self.badge(cell.badge, self._text(cell.words)) if cell.badge else self.linked(cell.words, cell.link))
        if cell.draft:
            parts.append(" " + self.badge("draft", self._say(N_("draft"))))
        if cell.face:
            parts.append(" " + self.face(cell.face))
        if cell.owner:
            parts.append(self.owner(cell.owner))
        if cell.metric:
            parts.append(self.metric(cell.metric, cell.judged_beside))
        if cell.score:
            parts.append(self.score(cell.score))
        if cell.series:
            parts.append(self.series(cell.series))
        if cell.places:
            parts.append(self.places(cell.places))
        if cell.confidence:
            said = escape(self._say(CONFIDENCES[cell.confidence][0]))
            parts.append(f' <small class="journey-confidence journey-confidence--{escape(cell.confidence)}">{said}</small>')
        if cell.labels:
            parts.append(f"{'<br>' if cell.words else ''}<small>{self.labels(cell.labels)}</small>")
        if cell.note:
            parts.append(f'<span class="journey-cell-note">{self._text(cell.note)}</span>')
        return as_html("".join(parts))
