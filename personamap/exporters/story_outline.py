"""The second half of a persona sheet: what somebody has lived, and their part in the course."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.domain import labels
from personamap.domain.experience import Experience, Relationship
from personamap.domain.persona import BelongingArc, Evidence, LivedExperience, Persona, Quadrant
from personamap.domain.project import Project
from personamap.domain.scene import Appearance as InScene
from personamap.domain.scene import NarrativeFunction, Scene
from personamap.domain.subjects import part_of
from personamap.exporters import wording
from personamap.exporters.figures import Figures
from personamap.exporters.options import ExportOptions
from personamap.exporters.scene_words import function_words, part_words, setting_words
from personamap.exporters.sheet_parts import (
    Appearance,
    Arc,
    Companion,
    ItemList,
    Lists,
    PoseFigure,
    SceneRow,
    Scenes,
    Section,
    Square,
    Step,
    Stories,
    Story,
    Turn,
)
from personamap.exporters.titles import titles_for
from personamap.i18n import _, plural

_ALT_TEXT_LIMIT = 150
_MOST_PLACED = 2
_MOST_NAMES = 5
_SQUARE: tuple[Quadrant, ...] = ("minimisation", "belonging", "reclusiveness", "overbearing")


def _lived_by(project: Project) -> dict[str, list[Persona]]:
    # Once for all sheets: looked for on each of them, it is as much work as people squared.
    lived_by: dict[str, list[Persona]] = {}
    for persona in project.cast:
        for experience_id in dict.fromkeys(lived.experience for lived in persona.experiences):
            lived_by.setdefault(experience_id, []).append(persona)
    return lived_by


class StoryOutline:
    """Words the story part of the sheet of any persona of one project."""

    def __init__(self, project: Project, options: ExportOptions, figures: Figures) -> None:
        self._project, self._options, self._figures = project, options, figures
        self._lang = project.course.language
        self._present = {persona.id: persona for persona in project.cast}
        self._lived_by = _lived_by(project)

    def sections(self, persona: Persona) -> Iterator[Section]:
        """Yield what there is to say, in the order of the sheet."""
        wants = self._options.wants
        if wants("experiences"):
            yield from self._stories(persona)
        yield from self._arc(persona)
        if wants("scenes"):
            yield from self._scenes(persona)
        if wants("look"):
            yield from self._look(persona)
        if wants("guidance"):
            yield from self._guidance(persona)

    def part_in_course(self, persona: Persona) -> str:
        """Say what the persona does in the course, what is done most often first."""
        ranked = self._ranked(persona)
        often = [function_words(f) for f, scenes in ranked if len(scenes) > 1]
        once = [(f, scenes[0]) for f, scenes in ranked if len(scenes) == 1]
        if len(once) > _MOST_PLACED:
            every = [*often, *(function_words(f) for f, _at in once)]
            return wording.capital(wording.joined(every))
        placed = [
            _("{does} in scene {number}").format(does=function_words(f), number=at)
            for f, at in once
        ]
        parts = [wording.joined(often), *placed] if often else placed
        return wording.capital("; ".join(parts))

    def functions(self, persona: Persona) -> str:
        """Name what the persona does in the course, what is done most often first."""
        return wording.capital(", ".join(function_words(f) for f, _scenes in self._ranked(persona)))

    def _ranked(self, persona: Persona) -> list[tuple[NarrativeFunction, list[int]]]:
        places: dict[NarrativeFunction, list[int]] = {}
        for number, _scene, appearance in self._appearances(persona):
            for function in appearance.functions:
                places.setdefault(function, []).append(number)
        return sorted(places.items(), key=lambda item: -len(item[1]))

    def _appearances(self, persona: Persona) -> Iterator[tuple[int, Scene, InScene]]:
        for number, scene in enumerate(self._project.scenes, start=1):
            appearance = scene.find_appearance(persona.id)
            if appearance:
                yield number, scene, appearance

    def _stories(self, persona: Persona) -> Iterator[Stories]:
        stories = []
        for lived in persona.experiences:
            experience = self._project.find_experience(lived.experience)
            if experience:
                stories.append(self._story(persona, experience, lived))
        if stories:
            yield Stories(titles_for(persona.pronouns).lived, tuple(stories))

    def _story(self, persona: Persona, experience: Experience, lived: LivedExperience) -> Story:
        others = [other for other in self._lived_by.get(experience.id, ()) if other is not persona]
        hinders = experience.turn == "barrier"
        steps = (
            Step(_("Situation"), experience.situation),
            Step(_("Barrier") if hinders else _("Enabler"), experience.turn_text, hinders),
            Step(titles_for(persona.pronouns).does, experience.response),
            Step(_("What helps"), experience.help),
        )
        return Story(
            experience.title or _("Untitled experience"),
            self._story_note(experience, others),
            tuple(step for step in steps if step.text),
            tuple(self._figures.of(other) for other in others[:4]),
            wording.quoted(lived.own_words, self._lang),
            part_of(persona.id, experience.id),
        )

    def _story_note(self, experience: Experience, others: list[Persona]) -> str:
        parts = [_(labels.CONTEXTS[experience.context].text)] if experience.context else []
        if others:
            names = self._names(others)
            parts.append(_("shared with {names}").format(names=names))
        if experience.themes:
            parts.append(_("themes: {themes}").format(themes=", ".join(experience.themes)))
        reviewers = [e.reviewer for e in experience.evidence if e.reviewer]
        if reviewers:
            parts.append(_("reviewed by {names}").format(names=wording.joined(reviewers)))
        return wording.capital(" · ".join(parts))

    def _names(self, people: list[Persona]) -> str:
        names = [person.name or _("Nameless") for person in people]
        if len(names) > _MOST_NAMES:
            more = plural("{count} more", "{count} more", len(names) - _MOST_NAMES + 1)
            names = [*names[: _MOST_NAMES - 1], more]
        return wording.joined(names)

    def _arc(self, persona: Persona) -> Iterator[Arc]:
        arc = persona.belonging if self._options.wants("belonging") else BelongingArc()
        people = tuple(self._people(persona)) if self._options.wants("people") else ()
        turns = tuple(self._turns(arc))
        if not (turns or people or arc.start or arc.end):
            return
        square = Square(
            tuple(_(labels.BELONGING_PLACES[place].text) for place in _SQUARE),
            _("Across: authenticity. Up: acceptance of others."),
        )
        placed = arc.start or arc.end or any(turn.place for turn in turns)
        yield Arc(
            _("Belonging arc"),
            _("What turned it"),
            _("People"),
            square if placed else None,
            self._arc_in_words(arc),
            arc.start,
            arc.end,
            turns,
            people,
        )

    def _turns(self, arc: BelongingArc) -> Iterator[Turn]:
        if arc.start_note:
            yield Turn(_("Start"), "", arc.start_note, key="start")
        number = 0
        for point in arc.turning_points:
            scenes = self._project.scenes
            at = next((i for i, s in enumerate(scenes, start=1) if s.id == point.scene), 0)
            lead = _("Scene {number}.").format(number=at) if at else ""
            if not (point.note or lead):
                continue
            number += 1
            title = self._project.find_scene(point.scene)
            note = point.note or (title.title if title else "")
            yield Turn(str(number), lead, note, point.place, point.scene)
        if arc.end_note:
            yield Turn(_("End"), "", arc.end_note, key="end")

    def _arc_in_words(self, arc: BelongingArc) -> str:
        places = [place for place in (arc.start, arc.end) if place]
        words = [
            _("authenticity {across} of 10, acceptance of others {up} of 10").format(
                across=round(place.authenticity * 10), up=round(place.acceptance * 10)
            )
            for place in places
        ]
        if arc.start and arc.end:
            return _("Belonging square. Start: {start}. End: {end}.").format(
                start=words[0], end=words[1]
            )
        return _("Belonging square. {place}.").format(place=wording.capital("; ".join(words)))

    def _people(self, persona: Persona) -> Iterator[Companion]:
        for tie in self._project.relationships:
            if persona.id not in (tie.source, tie.target):
                continue
            other = self._present.get(tie.target if tie.source == persona.id else tie.source)
            if other is not None and other is not persona:
                yield Companion(self._figures.of(other), self._tie(persona, other, tie), tie.id)

    def _tie(self, persona: Persona, other: Persona, tie: Relationship) -> str:
        outward = tie.source == persona.id
        source, target = (persona, other) if outward else (other, persona)
        names = {"source": source.name or _("Nameless"), "target": target.name or _("Nameless")}
        label = tie.label if outward else (tie.reciprocal or tie.label)
        parts = [wording.capital(label)]
        if tie.power in wording.POWER:
            parts.append(_(wording.POWER[tie.power]).format(**names))
        if tie.trust in wording.TRUST:
            parts.append(_(wording.TRUST[tie.trust]))
        facts = "; ".join(part for part in parts if part)
        return ". ".join(part for part in (facts, tie.note) if part)

    def _scenes(self, persona: Persona) -> Iterator[Scenes]:
        found = list(self._appearances(persona))
        if not found:
            return
        speaks = [appearance for *_rest, appearance in found if appearance.presence == "speaks"]
        lines = sum(appearance.lines for appearance in speaks)
        notes = [
            _("Speaks in {count} of {total} scenes.").format(
                count=len(speaks), total=len(self._project.scenes)
            )
        ]
        if lines:
            notes.append(plural("{count} line.", "{count} lines.", lines))
        serves = [g.text for g in self._project.course.goals if g.id in persona.serves and g.text]
        if serves:
            # The sentence around them has its own full stop.
            named = [wording.quoted(goal.rstrip(" ."), self._lang) for goal in serves]
            goals = wording.joined(named)
            notes.append(_("Serves {goals}.").format(goals=goals))
        heads = (_("No."), _("Scene"), _("Part in it"), _("Setting"))
        rows = tuple(self._scene_row(*entry) for entry in found)
        yield Scenes(_("Scenes and functions"), " ".join(notes), heads, rows)

    def _scene_row(self, number: int, scene: Scene, appearance: InScene) -> SceneRow:
        title = scene.title or _("Untitled scene")
        setting = setting_words(scene.setting)
        return SceneRow(number, title, part_words(appearance), setting, scene.id)

    def _look(self, persona: Persona) -> Iterator[Appearance]:
        look = persona.look
        poses = tuple(
            PoseFigure(pose.label, self._figures.pose(persona, pose), pose.note)
            for pose in look.poses
        )
        if not (look.description or poses or look.alt_text):
            return
        length = _("{count} of {limit} characters").format(
            count=len(look.alt_text), limit=_ALT_TEXT_LIMIT
        )
        yield Appearance(
            _("On screen"), look.description, poses, _("Alt text"), length, look.alt_text
        )

    def _guidance(self, persona: Persona) -> Iterator[Lists]:
        evidence = tuple(self._evidence(e) for e in persona.evidence if e.source or e.reviewer)
        lists = (
            ItemList(_("Do"), persona.dos, "check"),
            ItemList(_("Don’t"), persona.donts, "cross"),
            ItemList(_("Evidence"), evidence, "dot"),
        )
        filled = tuple(found for found in lists if found.items)
        if filled:
            yield Lists(filled)

    def _evidence(self, evidence: Evidence) -> str:
        read = _("read by {name}").format(name=evidence.reviewer) if evidence.reviewer else ""
        return ", ".join(filter(None, (evidence.source, read, wording.dated(evidence.date))))
