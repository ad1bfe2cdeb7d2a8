"""What stands in a field, as somebody would read it aloud."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatchmethod
from typing import Any

from personamap.analysis.differences.names import Names
from personamap.domain import labels
from personamap.domain.audience import (
    Audience,
    CheckSetting,
    FacetPair,
    Implausible,
    MinimumCount,
    Threshold,
)
from personamap.domain.base import Entity
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import (
    Facet,
    FacetValue,
    Qualifier,
    QualifierOption,
    Standard,
    ValueRef,
)
from personamap.domain.persona import (
    Answer,
    Evidence,
    LivedExperience,
    Persona,
    Place,
    TurningPoint,
)
from personamap.domain.portrait import IllustratedPortrait, PicturePortrait, Pose
from personamap.domain.project import CourseGoal, Pin
from personamap.domain.review import Comment, Decision, HandOff, SignOff
from personamap.domain.scene import Appearance, InclusionAnswer, Scene, Setting
from personamap.edits.merging.answers import SAID, Saying, saying_of
from personamap.edits.merging.point import Absent, Spot
from personamap.i18n import _, in_decimals, plural

_CHOICES: Mapping[tuple[type[Entity], str], Mapping[Any, labels.Label]] = {
    (Persona, "status"): labels.STATUSES,
    (Answer, "shown"): labels.SHOWINGS,
    (Experience, "turn"): labels.TURNS,
    (Experience, "context"): labels.CONTEXTS,
    (Relationship, "power"): labels.POWERS,
    (Relationship, "trust"): labels.TRUSTS,
    (Scene, "safety"): labels.SAFETIES,
    (Setting, "space"): labels.SPACES,
    (Appearance, "functions"): labels.NARRATIVE_FUNCTIONS,
    (Appearance, "presence"): labels.PRESENCES,
    (Facet, "kind"): labels.FACET_KINDS,
    (CourseGoal, "kind"): labels.GOAL_KINDS,
}

_SUBJECTS = {(Comment, "subject"), (SignOff, "subject"), (Decision, "finding")}
_DIGESTS = {(Decision, "evidence"), (SignOff, "state"), (HandOff, "snapshot")}
"""What only a machine can read: that it is another one is all there is to say."""

_IDS = {
    (Persona, "serves"),
    (Scene, "serves"),
    (Scene, "risk_takers"),
    (Relationship, "source"),
    (Relationship, "target"),
    (HandOff, "personas"),
}


class Values:
    """Puts the values of one version of a project into words."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def words(self, spot: Spot, value: Any) -> str:
        """Return what stands in a place; nothing where nothing does."""
        if spot.field == SAID and isinstance(value, Saying):
            return self._said(spot.path[-2], value)
        if isinstance(value, tuple):
            return _(", ").join(self.items(spot, value))
        return self._one(spot, value)

    def items(self, spot: Spot, values: tuple[Any, ...]) -> tuple[str, ...]:
        """Return each member of a list in words."""
        return tuple(self._one(spot, value) for value in values)

    def _one(self, spot: Spot, value: Any) -> str:
        at = (spot.owner, spot.field)
        if value is None or isinstance(value, Absent):
            return ""
        if at in _CHOICES and value in _CHOICES[at]:
            return _(_CHOICES[at][value].text)
        if at == (FacetValue, "parent"):
            return self._names.value(spot.path[1], value)
        return self._named(at, value) if isinstance(value, str) else self._plain(value)

    def _named(self, at: tuple[type[Entity], str], value: str) -> str:
        if at in _DIGESTS:
            return value[:8]
        if at in _SUBJECTS:
            return self._names.subject(value)
        return self._names.of(value) if at in _IDS else value

    def _said(self, facet: str, said: Saying) -> str:
        stated = [self._stated(facet, one.value, one.qualifiers) for one in said.values]
        words = _("“{words}”").format(words=said.own_words) if said.own_words else ""
        content = _(", ").join(filter(None, (*stated, words)))
        if said.state == "stated" and content:
            return content
        state = _(labels.ANSWER_STATES[said.state].text)
        return _("{state}: {words}").format(state=state, words=content) if content else state

    def _stated(self, facet: str, value: str, qualifiers: tuple[str, ...]) -> str:
        label = self._names.value(facet, value)
        if not qualifiers:
            return label
        added = _(", ").join(self._names.value(facet, qualifier) for qualifier in qualifiers)
        return _("{value} ({more})").format(value=label, more=added)

    def _pair(self, first: str, last: str) -> str:
        return _("{names} and {last}").format(names=first, last=last)

    @singledispatchmethod
    def _plain(self, value: Any) -> str:
        return str(value)

    @_plain.register
    def _yes_or_no(self, value: bool) -> str:
        return _("Yes") if value else _("No")

    @_plain.register
    def _decimal(self, value: float) -> str:
        return f"{value:g}"

    @_plain.register
    def _answer(self, value: Answer) -> str:
        return self._said(value.facet, saying_of(value))

    @_plain.register
    def _lived(self, value: LivedExperience) -> str:
        return self._names.of(value.experience)

    @_plain.register
    def _turn(self, value: TurningPoint) -> str:
        return self._names.of(value.scene)

    @_plain.register
    def _evidence(self, value: Evidence) -> str:
        return value.source or value.reviewer

    @_plain.register
    def _place(self, value: Place) -> str:
        quadrant = _(labels.BELONGING_PLACES[value.quadrant].text)
        where = {"across": in_decimals(value.authenticity), "up": in_decimals(value.acceptance)}
        return _("{place} ({across} across, {up} up)").format(place=quadrant, **where)

    @_plain.register
    def _drawn(self, value: IllustratedPortrait) -> str:
        parts = (value.head, value.face, value.facial_hair, value.accessory, *value.aids)
        colours = (value.skin, value.hair, value.clothing)
        words = _(", ").join(filter(None, (*parts, *colours)))
        return _("Drawn: {parts}").format(parts=words)

    @_plain.register
    def _picture(self, value: PicturePortrait) -> str:
        picture = _("Picture {id}").format(id=value.media[:8])
        return _(", ").join(filter(None, (picture, _square(value), value.credit)))

    @_plain.register
    def _pose(self, value: Pose) -> str:
        return value.label or value.note or _("Pose")

    @_plain.register
    def _appearance(self, value: Appearance) -> str:
        name = self._names.of(value.persona)
        deeds = [_(labels.NARRATIVE_FUNCTIONS[f].text) for f in value.functions]
        if not deeds:
            return name
        return _("{value} ({more})").format(value=name, more=_(", ").join(deeds))

    @_plain.register
    def _asked(self, value: InclusionAnswer) -> str:
        return value.answer or (_("Settled") if value.settled else _("Open"))

    @_plain.register(FacetValue)
    @_plain.register(Qualifier)
    @_plain.register(QualifierOption)
    def _labelled(self, value: FacetValue | Qualifier | QualifierOption) -> str:
        return value.label

    @_plain.register
    def _standard(self, value: Standard) -> str:
        return " ".join(filter(None, (value.name, value.version, value.region)))

    @_plain.register
    def _ref(self, value: ValueRef) -> str:
        label = self._names.value(value.facet, value.value)
        return _("{whole}: {part}").format(whole=self._names.of(value.facet), part=label)

    @_plain.register
    def _goal(self, value: CourseGoal) -> str:
        return value.text

    @_plain.register
    def _pin(self, value: Pin) -> str:
        return f"{value.x:.0f}, {value.y:.0f}"

    @_plain.register
    def _audience(self, value: Audience) -> str:
        people = plural("{count} person", "{count} people", value.people)
        return _("{value} ({more})").format(value=value.name or _("Audience"), more=people)

    @_plain.register
    def _facets(self, value: FacetPair) -> str:
        return self._pair(self._names.of(value.first), self._names.of(value.second))

    @_plain.register
    def _minimum(self, value: MinimumCount) -> str:
        return _("{value} ({more})").format(value=self._ref(value.value), more=value.count)

    @_plain.register
    def _implausible(self, value: Implausible) -> str:
        return _(" + ").join(map(self._ref, value.values))

    @_plain.register
    def _setting(self, value: CheckSetting) -> str:
        name = self._names.check(value.check)
        state = _("Switched on") if value.active else _("Switched off")
        return _("{value} ({more})").format(value=name, more=state)

    @_plain.register
    def _threshold(self, value: Threshold) -> str:
        return _("{value} ({more})").format(value=value.name, more=f"{value.value:g}")


def _square(portrait: PicturePortrait) -> str:
    """Say which part of a picture shows somebody, if that is not all of it."""
    if (portrait.left, portrait.top, portrait.size) == (0.0, 0.0, 1.0):
        return ""
    where = {"across": in_decimals(portrait.left), "down": in_decimals(portrait.top)}
    return _("cut to {size} of its width ({across} across, {down} down)").format(
        size=in_decimals(portrait.size), **where
    )
