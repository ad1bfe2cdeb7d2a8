"""What a coverage check is, what it finds, and what may be done about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from personamap.analysis.index import ProjectIndex
from personamap.analysis.wording import Words, filled
from personamap.domain.project import Project
from personamap.i18n import _

Severity = Literal["gap", "imbalance", "note"]
FixKind = Literal["fill", "function", "add"]
Evidence = Mapping[str, int | str | tuple[str, ...]]
Limits = Mapping[str, float]
"""The thresholds of a check by name, as this project wants them."""

SEVERITIES: tuple[Severity, ...] = ("gap", "imbalance", "note")
FIX_KINDS: tuple[FixKind, ...] = ("fill", "function", "add")
"""From the smallest change to the largest."""

CONTEXT = frozenset(("cast", "people"))
"""Evidence that is told but does not reopen a decision when it alone changes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the team should look at, as a headline, a sentence and counts.

    `key` names the gap itself and nothing around it, so that it stays the
    same across runs and edits elsewhere. Texts are templates: they are
    translated and filled when they are read, not when they are found.
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
        """A fingerprint of the evidence; a decision holds as long as it stays the same."""
        told = {name: value for name, value in self.evidence.items() if name not in CONTEXT}
        plain = json.dumps([sorted(self.subjects), told], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that should close a finding: what it says and the edit that makes it."""

    kind: FixKind
    message: str
    values: Mapping[str, Words]
    edit: Callable[[Project], Project]

    @property
    def text(self) -> str:
        """What would change, as a sentence that asks for it."""
        return filled(self.message, self.values)


@dataclass(frozen=True, slots=True)
class Fix:
    """A proposal that was tried: the findings it closes, and those it opens."""

    kind: FixKind
    text: str
    edit: Callable[[Project], Project]
    closed: tuple[Finding, ...]
    opened: tuple[Finding, ...]

    @property
    def closes(self) -> tuple[str, ...]:
        """The keys of the findings that are gone afterwards."""
        return tuple(finding.key for finding in self.closed)

    @property
    def opens(self) -> tuple[str, ...]:
        """The keys of the findings that are new afterwards."""
        return tuple(finding.key for finding in self.opened)


@dataclass(frozen=True, slots=True)
class Limit:
    """A number a check compares with, and what it means to whoever changes it."""

    name: str
    default: float
    label: str


def propose_nothing(_index: ProjectIndex, _finding: Finding) -> Iterable[Proposal]:
    """Propose no change: what to do is for the team alone to know."""
    return ()


@dataclass(frozen=True, slots=True)
class Check:
    """A question asked of the whole project. `help` names its page in `resources/help/checks`."""

    id: str
    title: str
    why: str
    source: str
    find: Callable[[ProjectIndex, Limits], Iterable[Finding]]
    propose: Callable[[ProjectIndex, Finding], Iterable[Proposal]] = propose_nothing
    limits: tuple[Limit, ...] = ()
    most: int = 25

    @property
    def help(self) -> str:
        """The file name of the page that explains this check."""
        return f"{self.id}.md"
