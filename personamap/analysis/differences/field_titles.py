"""What the fields of a project are called where two versions of it are compared."""

from __future__ import annotations

from collections.abc import Mapping

from personamap.domain.audience import Aim, CheckSetting, Implausible, MinimumCount, Threshold
from personamap.domain.base import Entity
from personamap.domain.columns import FIELD_COLUMNS
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet, FacetValue, Qualifier, QualifierOption
from personamap.domain.persona import (
    Answer,
    BelongingArc,
    Job,
    LivedExperience,
    Persona,
    TurningPoint,
    Voice,
)
from personamap.domain.portrait import Look
from personamap.domain.project import Course, CourseGoal, Project
from personamap.domain.review import Comment, Decision, HandOff, Reflection, SignOff
from personamap.domain.scene import Appearance, InclusionAnswer, Scene, Setting
from personamap.i18n import N_, _

_COLUMNS = {column.field: column.heading for column in FIELD_COLUMNS}

_TITLES: Mapping[type[Entity], Mapping[str, str]] = {
    Project: {
        "personas": N_("Order of the people"),
        "facets": N_("Order of the facets"),
        "experiences": N_("Order of the experiences"),
        "relationships": N_("Order of the relationships"),
        "scenes": N_("Order of the scenes"),
        "decisions": N_("Order of the decisions"),
        "comments": N_("Order of the comments"),
        "reflections": N_("Order of the reflections"),
        "sign_offs": N_("Order of the sign-offs"),
        "hand_offs": N_("Order of the issues"),
        "pins": N_("Place on the map"),
        "media": N_("Pictures"),
        "audiences": N_("Who will take the course"),
        "notes": N_("Notes"),
    },
    Course: {
        "title": N_("Title"),
        "client": N_("Client"),
        "summary": N_("Summary"),
        "goals": N_("Goals"),
        "language": N_("Language"),
        "words": N_("Words of its own"),
    },
    CourseGoal: {"text": N_("Goal"), "kind": N_("Kind of goal")},
    Persona: {
        **{name: heading for name, heading in _COLUMNS.items() if "." not in name},
        "portrait": N_("Portrait"),
        "colour": N_("Colour"),
        "answers": N_("Answers"),
        "serves": N_("Serves the goals"),
        "archived": N_("Archived"),
    },
    Job: {name: _COLUMNS[f"job.{name}"] for name in ("title", "department", "duties")},
    Voice: {name: _COLUMNS[f"voice.{name}"] for name in ("tone", "sample_lines", "avoid")},
    Look: {
        "description": _COLUMNS["look.description"],
        "alt_text": _COLUMNS["look.alt_text"],
        "poses": N_("Poses"),
    },
    Answer: {"said": N_("Answer"), "shown": N_("Shown"), "shown_how": N_("Shown how")},
    LivedExperience: {"own_words": N_("In their own words")},
    BelongingArc: {
        "start": N_("Belonging at the start"),
        "start_note": N_("Belonging at the start, in words"),
        "end": N_("Belonging at the end"),
        "end_note": N_("Belonging at the end, in words"),
        "turning_points": N_("Turning points"),
    },
    TurningPoint: {"note": N_("Turning point"), "place": N_("Place after the turning point")},
    Experience: {
        "title": N_("Title"),
        "situation": N_("Situation"),
        "turn": N_("What turns it"),
        "turn_text": N_("Namely"),
        "response": N_("What they do"),
        "help": N_("What helps"),
        "context": N_("How long it lasts"),
        "themes": N_("Themes"),
        "touches": N_("Touches"),
        "evidence": N_("Evidence"),
    },
    Relationship: {
        "source": N_("The first person"),
        "target": N_("The second person"),
        "label": N_("Relationship"),
        "reciprocal": N_("The other way round"),
        "power": N_("Who decides"),
        "trust": N_("Trust"),
        "note": N_("Note"),
    },
    Scene: {
        "title": N_("Title"),
        "summary": N_("Summary"),
        "appearances": N_("Who is in it"),
        "risk_takers": N_("Who takes a risk"),
        "safety": N_("Safe to speak up"),
        "safety_note": N_("Safe to speak up, in words"),
        "serves": N_("Serves the goals"),
    },
    Setting: {
        "space": N_("Space"),
        "place": N_("Place"),
        "inclusion": N_("Inclusion questions"),
    },
    InclusionAnswer: {"answer": N_("Inclusion question"), "settled": N_("Settled")},
    Appearance: {
        "functions": N_("What they do"),
        "presence": N_("Presence"),
        "lines": N_("Lines"),
        "words": N_("Words"),
        "note": N_("Note"),
    },
    Facet: {
        "label": N_("Name"),
        "help": N_("Explanation"),
        "kind": N_("Kind of facet"),
        "pack": N_("Facet pack"),
        "standard": N_("Standard"),
        "many": N_("Several values at once"),
        "ordered": N_("Values form a scale"),
        "counted": N_("Counted"),
        "active": N_("Switched on"),
        "starred": N_("Matters for this course"),
        "values": N_("Values"),
        "qualifiers": N_("Additions to a value"),
    },
    FacetValue: {
        "label": N_("Name"),
        "definition": N_("Definition"),
        "parent": N_("Part of"),
        "starred": N_("Matters for this course"),
        "synonyms": N_("Other words"),
    },
    Qualifier: {"label": N_("Name"), "options": N_("Choices")},
    QualifierOption: {
        "label": N_("Name"),
        "definition": N_("Definition"),
        "synonyms": N_("Other words"),
    },
    Aim: {
        "pairs": N_("Facets that should meet"),
        "minimums": N_("At least"),
        "implausible": N_("Held to be impossible"),
        "level": N_("Facets joined in a combination"),
        "audience": N_("Held against an audience"),
        "checks": N_("Checks"),
    },
    MinimumCount: {"count": N_("At least")},
    Implausible: {"reason": N_("Held to be impossible")},
    CheckSetting: {"active": N_("Switched on"), "thresholds": N_("Thresholds")},
    Threshold: {"value": N_("Threshold")},
    Decision: {
        "finding": N_("Finding"),
        "reason": N_("Reason"),
        "evidence": N_("What it rested on"),
    },
    Comment: {"subject": N_("About"), "text": N_("Comment"), "resolved": N_("Resolved")},
    Reflection: {"question": N_("Question"), "answer": N_("Answer")},
    SignOff: {
        "name": N_("Name"),
        "role": N_("Role"),
        "subject": N_("About"),
        "note": N_("Note"),
        "state": N_("What was signed"),
    },
    HandOff: {
        "number": N_("Number"),
        "recipient": N_("For"),
        "note": N_("Note"),
        "personas": N_("People"),
        "snapshot": N_("What was handed over"),
    },
}
_EVERYWHERE = {"author": N_("Author"), "date": N_("Day")}


def field_title(owner: type[Entity], field: str) -> str:
    """Return what one field of a class is called."""
    return _(_TITLES.get(owner, {}).get(field) or _EVERYWHERE.get(field) or field)
