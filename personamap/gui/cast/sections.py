"""The sections of the editor, in order."""

from __future__ import annotations

from personamap.gui.cast.belonging_section import BelongingSection
from personamap.gui.cast.evidence import EvidenceSection
from personamap.gui.cast.experience_section import ExperienceSection
from personamap.gui.cast.facet_section import IdentitySection, WorkSection
from personamap.gui.cast.form_sections import DosSection, NotesSection, VoiceSection, WhoSection
from personamap.gui.cast.look_section import LookSection
from personamap.gui.cast.relationship_section import RelationshipSection
from personamap.gui.cast.section import Section

SECTIONS: tuple[type[Section], ...] = (
    WhoSection,
    IdentitySection,
    ExperienceSection,
    WorkSection,
    RelationshipSection,
    VoiceSection,
    LookSection,
    BelongingSection,
    DosSection,
    EvidenceSection,
    NotesSection,
)
