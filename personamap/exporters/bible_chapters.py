"""What a character bible says besides its sheets: what people share, what happens, how to write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from personamap.analysis.wording import set_apart
from personamap.domain import labels
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet
from personamap.domain.persona import Persona, Place
from personamap.domain.project import CourseGoal, Project
from personamap.exporters import wording
from personamap.exporters.flow import plot_flow
from personamap.exporters.flow_blocks import (
    Block,
    Chapter,
    Grid,
    Heading,
    Items,
    LabelText,
    Words,
)
from personamap.exporters.options import ExportOptions
from personamap.exporters.plot_outline import plot_outline
from personamap.exporters.wording import labelled
from personamap.i18n import _

COURSE, ARCS = "course", "arcs"
"""The chapters that begin the book, and in which pages show squares."""


class BibleChapters:
    """Words the chapters for some people of a project as its reader may see it."""

    def __init__(self, project: Project, options: ExportOptions, people: Sequence[Persona]) -> None:
        self._project, self._options, self._people = project, options, people
        self._lang = project.course.language

    def course(self) -> Iterator[Chapter]:
        """Yield what the course is for, if that is written down."""
        course = self._project.course
        goals = [goal for goal in course.goals if goal.text]
        blocks: list[Block] = [Words(course.summary)] if course.summary else []
        if goals:
            heads = _labels(_("Goal"), _("Kind"), _("Served by"), _("In the scenes"))
            blocks.append(Grid(heads, tuple(map(self._goal, goals))))
        if blocks:
            yield Chapter(COURSE, _("The course"), "", tuple(blocks))

    def after(self) -> Iterator[Chapter]:
        """Yield what follows the sheets; a chapter with nothing in it is left out."""
        written: tuple[tuple[str, str, str, Callable[[], Iterator[Block]]], ...] = (
            (
                "experiences",
                _("Shared experiences"),
                _("What several people have lived, each in their own way."),
                self._experiences,
            ),
            ("ties", _("Relationships"), "", self._ties),
            ("scenes", _("Scenes"), _("What happens, in the order of the course."), self._scenes),
            (
                ARCS,
                _("Belonging arcs"),
                _("Where people stand at the start and at the end, and what turned it."),
                self._arcs,
            ),
            (
                "guidance",
                _("Do and don’t"),
                _("What whoever writes, draws or speaks should know of each person."),
                self._guidance,
            ),
            (
                "facets",
                _("What the words mean"),
                _("The facets on which people of this cast have said something."),
                self._facets,
            ),
        )
        for key, title, lead, tell in written:
            blocks = tuple(tell())
            if blocks:
                yield Chapter(key, title, lead, blocks)

    def _goal(self, goal: CourseGoal) -> tuple[str, ...]:
        people = [_name(p) for p in self._people if goal.id in p.serves]
        scenes = enumerate(self._project.scenes, start=1)
        numbers = [str(number) for number, scene in scenes if goal.id in scene.serves]
        kind = _(labels.GOAL_KINDS[goal.kind].text)
        return goal.text, kind, wording.joined(people), ", ".join(numbers)

    def _experiences(self) -> Iterator[Block]:
        for experience in self._project.experiences:
            lived = [
                (persona, told.own_words)
                for persona in self._people
                for told in persona.experiences
                if told.experience == experience.id
            ]
            if len(lived) > 1:
                yield from self._experience(experience, lived)

    def _experience(
        self, experience: Experience, lived: Sequence[tuple[Persona, str]]
    ) -> Iterator[Block]:
        yield Heading(2, experience.title or LabelText(_("Untitled experience")))
        names = wording.joined([_name(persona) for persona, _words in lived])
        yield Words(LabelText(_("Lived by {names}.").format(names=names)), "note")
        steps = (
            (_("Situation"), experience.situation),
            (_(labels.TURNS[experience.turn].text), experience.turn_text),
            (_("What they do"), experience.response),
            (_("What helps"), experience.help),
        )
        told = tuple(labelled(label, text) for label, text in steps if text)
        if told:
            yield Items(told)
        for persona, words in lived:
            if words:
                said = wording.quoted(words, self._lang)
                yield Words(labelled(set_apart(_name(persona)), said), "quote")

    def _ties(self) -> Iterator[Block]:
        here = {persona.id: persona for persona in self._people}
        rows = tuple(
            self._tie(tie, here[tie.source], here[tie.target])
            for tie in self._project.relationships
            if tie.source in here and tie.target in here
        )
        if rows:
            yield Grid(_labels(_("Who"), _("Is to"), _("Whom"), _("Between them")), rows)

    def _tie(self, tie: Relationship, source: Persona, target: Persona) -> tuple[str, ...]:
        names = {"source": _name(source), "target": _name(target)}
        label = tie.label
        if tie.reciprocal and tie.reciprocal != tie.label:
            both = _("{label}; the other way round: {reciprocal}")
            label = both.format(label=label, reciprocal=tie.reciprocal)
        facts = []
        if tie.power in wording.POWER:
            facts.append(_(wording.POWER[tie.power]).format(**names))
        if tie.trust in wording.TRUST:
            facts.append(_(wording.TRUST[tie.trust]))
        between = ". ".join(filter(None, (wording.capital("; ".join(facts)), tie.note)))
        return names["source"], label, names["target"], between

    def _scenes(self) -> Iterator[Block]:
        plot = plot_outline(self._project, self._options)
        if plot:
            # The chapter has the title already.
            yield from tuple(plot_flow(plot))[1:]

    def _arcs(self) -> Iterator[Block]:
        rows = tuple(filter(None, (self._arc(persona) for persona in self._people)))
        if rows:
            yield Grid(_labels(_("Person"), _("Start"), _("What turned it"), _("End")), rows)

    def _arc(self, persona: Persona) -> tuple[str, ...] | None:
        arc = persona.belonging
        places = {scene.id: number for number, scene in enumerate(self._project.scenes, start=1)}
        turns = []
        for point in arc.turning_points:
            scene = places.get(point.scene)
            lead = _("Scene {number}.").format(number=scene) if scene else ""
            turns.append(" ".join(filter(None, (lead, point.note))))
        start, end = _stands(arc.start, arc.start_note), _stands(arc.end, arc.end_note)
        turned = " ".join(filter(None, turns))
        return (_name(persona), start, turned, end) if start or end or turned else None

    def _guidance(self) -> Iterator[Block]:
        for persona in self._people:
            if persona.dos or persona.donts:
                yield Heading(2, _name(persona))
            if persona.dos:
                yield from (Heading(3, LabelText(_("Do"))), Items(persona.dos, "check"))
            if persona.donts:
                yield from (Heading(3, LabelText(_("Don’t"))), Items(persona.donts, "cross"))

    def _facets(self) -> Iterator[Block]:
        return chain.from_iterable(map(self._facet, self._project.active_facets))

    def _facet(self, facet: Facet) -> Iterator[Block]:
        who: dict[str, list[str]] = {}
        for persona in self._people:
            for stated in persona.answer(facet.id).values:
                who.setdefault(stated.value, []).append(_name(persona))
        rows = tuple(
            (value.label, value.definition, wording.joined(who[value.id]))
            for value in facet.values
            if value.id in who
        )
        if not rows:
            return
        yield Heading(2, facet.label)
        standard = facet.standard
        sourced = _("Follows: {name}, {version}.") if standard.version else _("Follows: {name}.")
        names = {"name": standard.name, "version": standard.version}
        follows = sourced.format(**names) if standard.name else ""
        about = " ".join(filter(None, (facet.help, follows)))
        if about:
            yield Words(about, "note")
        yield _explained(rows)


def _explained(rows: Sequence[tuple[str, str, str]]) -> Grid:
    """Return the values of a facet as a table, without a column nobody has written in."""
    if any(definition for _value, definition, _who in rows):
        return Grid(_labels(_("Value"), _("What it means"), _("Who")), tuple(rows))
    return Grid(
        _labels(_("Value"), _("Who")), tuple((value, who) for value, _definition, who in rows)
    )


def _labels(*texts: str) -> tuple[str, ...]:
    return tuple(map(LabelText, texts))


def _name(persona: Persona) -> str:
    return persona.name or _("Nameless")


def _stands(place: Place | None, note: str) -> str:
    quadrant = _(labels.BELONGING_PLACES[place.quadrant].text) if place else ""
    return labelled(quadrant, note)
