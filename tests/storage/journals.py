"""Work to write down: a small project, what somebody does to it, and the journal of that."""

from msgspec import Struct

from personamap.domain.persona import Persona
from personamap.edits.personas import add_persona, remove_personas, set_persona_field
from personamap.storage.entries import Origin, begun, done, moved
from personamap.storage.history import History, Step
from personamap.storage.journal import Journal, process_of

ENDED = 999_999_999
"""A number no process has."""

TYPED = ("N", "Ni", "Nia")


class Desk(Struct):
    """Somebody at work: what they did so far, and the journal it is written to."""

    history: History
    journal: Journal
    trail: list

    def do(self, after, text="Edit", field="", joins=False):
        before = self.history.project
        self.journal.write(done(text, field, joins, before, after))
        self.history = self.history.done(Step(text, field, after), joins)
        self.trail.append(self.history)

    def move(self, steps):
        self.journal.write(moved(steps))
        self.history = self.history.moved(steps)
        self.trail.append(self.history)


def abandon(folder):
    """Give a journal to a process that has ended, as a killed program leaves it."""
    mine = process_of(folder.name)
    token = folder.name.rpartition("-")[2]
    return folder.rename(folder.with_name(f"{mine.computer}-{ENDED}-gone-{token}"))


def desk_for(project, origin=None):
    """Sit down to a project; without a file its whole is in the journal."""
    first = begun(origin) if origin else begun(Origin(), base=project)
    history = History(project)
    return Desk(history, Journal.begin([first]), [history])


def work_a_while(desk):
    """Add somebody, type their name, remove somebody, change one's mind."""
    desk.do(add_persona(desk.history.project, Persona(id="per-nia")), "Add a person")
    for number, name in enumerate(TYPED):
        after = set_persona_field(desk.history.project, "per-nia", "name", name)
        desk.do(after, "Rename", "per-nia.name", joins=number > 0)
    desk.do(remove_personas(desk.history.project, [desk.history.project.personas[0].id]), "Remove")
    desk.move(-1)
    desk.move(-1)
    desk.move(1)
    return desk
