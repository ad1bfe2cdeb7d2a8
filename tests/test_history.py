"""Random edits, undo and redo: every step lands on the very same snapshot, and files read back."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from personamap.domain.experience import Experience, Relationship
from personamap.domain.persona import Answer, Persona
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene
from personamap.edits.experiences import add_experience, add_relationship, remove_experiences
from personamap.edits.map import pin_node
from personamap.edits.personas import (
    add_persona,
    duplicate_persona,
    remove_personas,
    set_answer,
    set_persona_field,
)
from personamap.edits.scenes import add_scene, remove_scenes, set_appearance
from personamap.gui.document import Document
from personamap.services.projects import open_project, save_project

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
PLACE = st.integers(0, 50)


class History(RuleBasedStateMachine):
    """A person who edits, undoes and redoes without end."""

    def __init__(self):
        super().__init__()
        self.document = Document(Project())
        self.trail = [self.document.project]
        self.number = 0

    def do(self, edit, *arguments):
        before = self.document.project
        self.document.apply("Edit", edit, *arguments)
        if self.document.project is not before:
            index = self.document.undo_stack.index()
            self.trail = [*self.trail[:index], self.document.project]

    def fresh(self, prefix):
        self.number += 1
        return f"{prefix}-{self.number}"

    def pick(self, part, place):
        items = getattr(self.document.project, part)
        return items[place % len(items)].id if items else None

    @rule(name=TEXT)
    def add_somebody(self, name):
        self.do(add_persona, Persona(id=self.fresh("per"), name=name))

    @rule(place=PLACE, name=TEXT)
    def rename(self, place, name):
        if who := self.pick("personas", place):
            self.do(set_persona_field, who, "name", name)

    @rule(place=PLACE, words=TEXT, state=st.sampled_from(["stated", "open", "withheld"]))
    def answer(self, place, words, state):
        if who := self.pick("personas", place):
            self.do(set_answer, who, Answer(facet="gender", state=state, own_words=words))

    @rule(place=PLACE)
    def duplicate(self, place):
        if who := self.pick("personas", place):
            self.do(duplicate_persona, who, self.fresh("per"))

    @rule(place=PLACE)
    def remove(self, place):
        if who := self.pick("personas", place):
            self.do(remove_personas, [who])

    @rule(one=PLACE, other=PLACE)
    def relate(self, one, other):
        source, target = self.pick("personas", one), self.pick("personas", other)
        if source and target:
            tie = Relationship(id=self.fresh("rel"), source=source, target=target)
            self.do(add_relationship, tie)

    @rule(place=PLACE)
    def live(self, place):
        who = self.pick("personas", place)
        self.do(add_experience, Experience(id=self.fresh("exp")), [who] if who else [])

    @rule(place=PLACE)
    def forget(self, place):
        if what := self.pick("experiences", place):
            self.do(remove_experiences, [what])

    @rule()
    def stage(self):
        self.do(add_scene, Scene(id=self.fresh("scn")))

    @rule(place=PLACE, other=PLACE)
    def appear(self, place, other):
        scene, who = self.pick("scenes", place), self.pick("personas", other)
        if scene and who:
            self.do(set_appearance, scene, Appearance(persona=who))

    @rule(place=PLACE)
    def strike(self, place):
        if scene := self.pick("scenes", place):
            self.do(remove_scenes, [scene])

    @rule(place=PLACE, x=st.floats(-1e6, 1e6), y=st.floats(-1e6, 1e6))
    def pin(self, place, x, y):
        if who := self.pick("personas", place):
            self.do(pin_node, who, x, y)

    @rule()
    def undo(self):
        self.document.undo_stack.undo()

    @rule()
    def redo(self):
        self.document.undo_stack.redo()

    @invariant()
    def is_the_snapshot_of_that_step(self):
        assert self.document.project is self.trail[self.document.undo_stack.index()]

    @invariant()
    def nothing_points_at_what_is_gone(self):
        project = self.document.project
        people = {persona.id for persona in project.personas}
        assert {a.persona for s in project.scenes for a in s.appearances} <= people
        assert {end for r in project.relationships for end in (r.source, r.target)} <= people
        assert {pin.node for pin in project.pins} <= people

    def teardown(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "history.personamap"
            save_project(self.document.project, path)
            assert open_project(path).project == self.document.project


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
