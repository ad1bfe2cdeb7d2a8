"""A relationship seen from one of its two people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from personamap.domain.experience import Power, Relationship
from personamap.domain.labels import POWERS, TRUSTS
from personamap.exporters.wording import small
from personamap.gui.fields.search_popup import PopupRow
from personamap.i18n import _
from personamap.services.vocabulary import RelationshipType, reciprocal_of, relationship_types

Side = Literal["mine", "theirs"]

_TURNED: Mapping[Power, Power] = {"source": "target", "target": "source"}


class Seen(Struct, frozen=True):
    """A relationship as the person `me` sees it; `mine` reads from them to the other."""

    tie: Relationship
    me: str

    @property
    def other(self) -> str:
        """The id of the other person."""
        return self.tie.target if self._is_source else self.tie.source

    @property
    def mine(self) -> str:
        """How it reads from this person to the other."""
        return self.tie.label if self._is_source else self.tie.reciprocal

    @property
    def theirs(self) -> str:
        """How it reads from the other person to this one."""
        return self.tie.reciprocal if self._is_source else self.tie.label

    @property
    def other_end(self) -> str:
        """The field that names the other person."""
        return "target" if self._is_source else "source"

    @property
    def _is_source(self) -> bool:
        return self.tie.source == self.me

    def written(self, side: Side, words: str) -> dict[str, Any]:
        """Return the fields that change when the word of one side is written.

        The other side follows while it is empty or still what the
        vocabulary made of the word before.
        """
        here, there = (self.mine, self.theirs) if side == "mine" else (self.theirs, self.mine)
        follows = not there or there == reciprocal_of(here)
        answer = (reciprocal_of(words) or "") if follows else there
        mine, theirs = (words, answer) if side == "mine" else (answer, words)
        return self._labels(mine, theirs)

    def picked(self, kind_id: str) -> dict[str, Any]:
        """Return the fields that change when a kind of relationship is picked for this person."""
        name, turned = kind_id.removesuffix(_REVERSED), kind_id.endswith(_REVERSED)
        kind = next(k for k in relationship_types() if k.id == name)
        words = (kind.reciprocal, kind.label) if turned else (kind.label, kind.reciprocal)
        power = _turned(kind.power) if turned == self._is_source else kind.power
        return self._labels(*words) | {"power": power}

    def _labels(self, mine: str, theirs: str) -> dict[str, Any]:
        label, reciprocal = (mine, theirs) if self._is_source else (theirs, mine)
        return {"label": label, "reciprocal": reciprocal}


_REVERSED = ".reversed"


def kind_rows() -> tuple[PopupRow, ...]:
    """Return every kind of relationship in every direction it can be read."""
    return tuple(row for kind in relationship_types() for row in _directions(kind))


def power_choices(source: str, target: str) -> dict[str, str]:
    """Return who decides over whom, by name."""
    choices: dict[str, str] = {power: _(label.text) for power, label in POWERS.items()}
    return choices | {"source": source, "target": target}


def standing_words(tie: Relationship, source: str, target: str) -> str:
    """Return who decides and how far the two trust each other, as far as either is said."""
    decides = {"source": source, "target": target}.get(tie.power, "")
    power = _("{name} decides").format(name=decides) if decides else ""
    if tie.power == "equal":
        power = _("neither decides over the other")
    trust = small(_(TRUSTS[tie.trust].text)) if tie.trust != "unclear" else ""
    told = _("trust: {trust}").format(trust=trust) if trust else ""
    return " · ".join(words for words in (power, told, tie.note) if words)


def _directions(kind: RelationshipType) -> Iterator[PopupRow]:
    yield PopupRow(kind.id, kind.label, kind.definition)
    if kind.reciprocal != kind.label:
        yield PopupRow(kind.id + _REVERSED, kind.reciprocal, kind.definition)


def _turned(power: Power) -> Power:
    return _TURNED.get(power, power)
