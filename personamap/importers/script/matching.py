"""Finding who is meant by a label, where the names of the cast leave no doubt.

A label is a name, what somebody is called, or one part of a name that
nobody else has. Where several people could be meant, they are asked for
and never guessed at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from personamap.domain.columns import folded
from personamap.domain.persona import Persona
from personamap.importers.script.labels import parts_of
from personamap.importers.script.mapping import Because, LabelMapping, LabelUse
from personamap.importers.script.script import Script

_Index = Mapping[str, tuple[str, ...]]


def propose_labels(script: Script, cast: Iterable[Persona]) -> LabelMapping:
    """Return who speaks under each label of a script, as far as that is beyond doubt."""
    known = _known(tuple(cast))
    labels = {folded(speech.label): speech.label for speech in script.speeches}
    return LabelMapping(labels=tuple(_use(label, known) for label in labels.values()))


class _Known(Struct, frozen=True):
    """The ways to name a persona, the surest first, and whom each name stands for."""

    ways: tuple[tuple[Because, _Index], ...]

    def find(self, label: str) -> tuple[tuple[str, ...], Because]:
        """Return whom a label may stand for in the surest way that knows it."""
        name = folded(label)
        for because, index in self.ways:
            if name in index:
                return index[name], because
        return (), "nobody"


def _known(cast: tuple[Persona, ...]) -> _Known:
    return _Known(
        (
            ("name", _index((persona.id, persona.name) for persona in cast)),
            ("called", _index((persona.id, persona.called) for persona in cast)),
            (
                "part of a name",
                _index((persona.id, part) for persona in cast for part in persona.name.split()),
            ),
        )
    )


def _index(names: Iterable[tuple[str, str]]) -> _Index:
    index = defaultdict[str, dict[str, None]](dict)
    for persona_id, name in names:
        if name.strip():
            index[folded(name)][persona_id] = None
    return {name: tuple(ids) for name, ids in index.items()}


def _use(label: str, known: _Known) -> LabelUse:
    people, because = known.find(label)
    if len(people) == 1:
        return LabelUse(label=label, speakers=people, because=because)
    if people:
        return LabelUse(label=label, because="several", candidates=people)
    parts = [known.find(part)[0] for part in parts_of(label)]
    if parts and all(len(found) == 1 for found in parts):
        together = tuple(dict.fromkeys(found[0] for found in parts))
        return LabelUse(label=label, speakers=together, because="together")
    candidates = tuple(dict.fromkeys(who for found in parts for who in found))
    return LabelUse(
        label=label, because="several" if candidates else "nobody", candidates=candidates
    )
