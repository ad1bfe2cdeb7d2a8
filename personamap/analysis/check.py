"""What a coverage check is, what it finds, and what may be done about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, get_args

from msgspec import Struct, field

from personamap.analysis.index import ProjectIndex
from personamap.analysis.wording import Words, filled
from personamap.domain.facet import ValueRef
from personamap.domain.project import Project
from personamap.domain.scene import NarrativeFunction
from personamap.i18n import N_, _

Severity = Literal["gap", "imbalance", "note"]
FixKind = Literal["fill", "function", "add"]
Evidence = Mapping[str, int | str | tuple[str, ...]]
Limits = Mapping[str, float]
"""The thresholds of a check by name, as this project wants them."""

Aspect = Literal[
    "course",
    "facets",
    "cast",
    "answers",
    "lives",
    "texts",
    "arcs",
    "relationships",
    "experiences",
    "scenes",
    "aim",
    "audiences",
]
"""A part of a project that edits reach on their own. `cast` is who there is and what they are
called, `lives` which experiences they have had, `arcs` their belonging, `texts` everything else
written about them."""

ASPECTS: frozenset[Aspect] = frozenset(get_args(Aspect))

Area = Literal[
    "values",
    "combinations",
    "position",
    "voice",
    "carriers",
    "roundness",
    "connection",
    "belonging",
    "names",
    "tests",
    "spaces",
    "file",
]

AREAS: Mapping[Area, str] = {
    "values": N_("Values"),
    "combinations": N_("Combinations"),
    "position": N_("Position"),
    "voice": N_("Voice"),
    "carriers": N_("Carriers"),
    "roundness": N_("Roundness"),
    "connection": N_("Connection"),
    "belonging": N_("Belonging"),
    "names": N_("Names"),
    "tests": N_("Tests from film and stage"),
    "spaces": N_("Spaces"),
    "file": N_("The file"),
}
"""What checks are about, in the order in which they are listed, and what each is called."""

SEVERITIES: tuple[Severity, ...] = ("gap", "imbalance", "note")
FIX_KINDS: tuple[FixKind, ...] = ("fill", "function", "add")
"""From the smallest change to the largest."""

CONTEXT = frozenset(("cast", "people", "events", "present", "said", "excluded"))
"""Evidence that is told but does not reopen a decision when it alone changes."""


class Need(Struct, frozen=True):
    """What the cast must show for a finding to close, stated so that a solver can reach it.

    At least `count` people must have all of `values` (a group is met by
    any of its details) and, where `functions` are named, do one of them
    in some scene.
    """

    values: tuple[ValueRef, ...] = ()
    functions: tuple[NarrativeFunction, ...] = ()
    count: int = 1


class Finding(Struct, frozen=True):
    """One thing the team should look at, as a headline, a sentence and counts.

    `key` names the gap itself and nothing around it, so that it stays the
    same across runs and edits elsewhere. Texts are templates: they are
    translated and filled when they are read, not when they are found.
    Meeting all of `needs`, where there are any, closes it.
    """

    key: str
    check: str
    severity: Severity
    headline: str
    message: str
    summary: str
    subjects: tuple[str, ...] = ()
    values: Mapping[str, Words] = field(default_factory=dict)
    evidence: Evidence = field(default_factory=dict)
    weight: float = 0.0
    needs: tuple[Need, ...] = ()

    @property
    def title(self) -> str:
        """The finding in a few words."""
        return filled(self.headline, self.values)

    @property
    def sentence(self) -> str:
        """What stands behind it, as one or two sentences."""
        return filled(self.message, self.values)

    @property
    def counted(self) -> str:
        """Its evidence in counts, as one short line."""
        return filled(self.summary, self.values)

    @property
    def text(self) -> str:
        """Headline and sentence together."""
        return _("{title}. {sentence}").format(title=self.title, sentence=self.sentence)

    @property
    def digest(self) -> str:
        """A fingerprint of the evidence; a decision holds as long as it stays the same.

        What is listed counts, and not in which order: people can be moved on the wall.
        """
        told = {
            name: sorted(value) if isinstance(value, tuple) else value
            for name, value in self.evidence.items()
            if name not in CONTEXT
        }
        plain = json.dumps([sorted(self.subjects), told], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()[:16]


class Proposal(Struct, frozen=True):
    """A change that should close a finding: what it says and the edit that makes it.

    `told` says it where it cannot be chosen, as in a report: there who somebody is must not
    read as decided.
    """

    kind: FixKind
    message: str
    values: Mapping[str, Words]
    edit: Callable[[Project], Project]
    told: str = ""

    @property
    def text(self) -> str:
        """What would change, as a sentence that asks for it."""
        return filled(self.message, self.values)

    @property
    def told_text(self) -> str:
        """What would change, for whoever only reads of it."""
        return filled(self.told or self.message, self.values)


class Fix(Struct, frozen=True):
    """A proposal that was tried: the findings it closes, and those it opens.

    `text` asks for it, `told` is for whoever only reads of it.
    """

    kind: FixKind
    text: str
    edit: Callable[[Project], Project]
    closed: tuple[Finding, ...]
    opened: tuple[Finding, ...]
    told: str

    @property
    def closes(self) -> tuple[str, ...]:
        """The keys of the findings that are gone afterwards."""
        return tuple(finding.key for finding in self.closed)

    @property
    def opens(self) -> tuple[str, ...]:
        """The keys of the findings that are new afterwards."""
        return tuple(finding.key for finding in self.opened)


class Limit(Struct, frozen=True):
    """A number a check compares with, and what it means to whoever changes it."""

    name: str
    default: float
    label: str


def propose_nothing(_index: ProjectIndex, _finding: Finding) -> Iterable[Proposal]:
    """Propose no change: what to do is for the team alone to know."""
    return ()


class Check(Struct, frozen=True):
    """A question asked of the whole project. `help` names its page in `resources/help/checks`.

    `reads` are the aspects of a project an answer can depend on: an edit
    elsewhere leaves the findings as they are. `most` findings are listed.
    A check that is not `active` by itself waits until a project wants it.
    One that is asked `across` courses says something about a catalogue too:
    what is balanced over all of them, and not how one person is written.
    There a message in `words_across` is told as what stands beside it.
    """

    id: str
    title: str
    why: str
    source: str
    find: Callable[[ProjectIndex, Limits], Iterable[Finding]]
    propose: Callable[[ProjectIndex, Finding], Iterable[Proposal]] = propose_nothing
    limits: tuple[Limit, ...] = ()
    most: int = 25
    area: Area = "values"
    reads: frozenset[Aspect] = ASPECTS
    active: bool = True
    across: bool = False
    words_across: Mapping[str, str] = field(default_factory=dict)

    @property
    def help(self) -> str:
        """The file name of the page that explains this check."""
        return f"{self.id}.md"
