"""Several programs write one project: each change is in the file, or was refused aloud."""

import os
import subprocess
import sys

import pytest

from personamap.cli.main import main
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.errors import ChangedElsewhere
from personamap.services.projects import open_or_start, open_project, save_project
from personamap.storage.standing import NOTHING

ADDS_PEOPLE = """
import sys
from pathlib import Path
from personamap.domain.persona import Persona
from personamap.errors import ChangedElsewhere
from personamap.services.projects import open_project, save_project
path, who = Path(sys.argv[1]), sys.argv[2]
for number in range(int(sys.argv[3])):
    opened = open_project(path)
    person = Persona(id=f"per-{who}-{number}", name=who)
    more = opened.project.with_items(personas=(*opened.project.personas, person))
    try:
        save_project(more, path, opened.digest)
    except ChangedElsewhere:
        continue
    print(person.id, flush=True)
"""


def test_no_change_that_was_acknowledged_is_lost_between_writers(tmp_path):
    path = tmp_path / "course.personamap"
    save_project(Project(), path)
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", ADDS_PEOPLE, str(path), who, "25"],
            stdout=subprocess.PIPE,
            text=True,
        )
        for who in ("a", "b")
    ]
    acknowledged = [line for writer in writers for line in writer.communicate()[0].split()]
    assert acknowledged
    assert sorted(p.id for p in open_project(path).project.personas) == sorted(acknowledged)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_project_changed_after_it_was_read_is_not_written_over(tmp_path):
    path = tmp_path / "course.personamap"
    opened = open_or_start(path)
    assert opened.digest == NOTHING
    known = save_project(opened.project, path, opened.digest)
    theirs = Project(personas=(Persona(id="per-a", name="Ada"),))
    save_project(theirs, path, known)
    with pytest.raises(ChangedElsewhere):
        save_project(Project(), path, known)
    assert open_project(path).project == theirs


@pytest.fixture
def changed_meanwhile(monkeypatch):
    """Let somebody else change a file at the moment the program begins to write."""

    def change(path, data):
        fsync = os.fsync

        def sync(handle):
            path.write_bytes(data)
            fsync(handle)

        monkeypatch.setattr(os, "fsync", sync)

    return change


def test_the_command_line_refuses_in_one_sentence(tmp_path, capsys, project, changed_meanwhile):
    path = tmp_path / "course.personamap"
    save_project(project, path)
    table = tmp_path / "cast.csv"
    table.write_text("Name,Pronouns\nNoor,she/her\n")
    theirs = path.read_bytes() + b" "
    changed_meanwhile(path, theirs)
    status = main(["import", "cast", str(table), "--into", str(path)])
    assert status == 2
    assert "was changed by another program" in " ".join(capsys.readouterr().err.split())
    assert path.read_bytes() == theirs


def test_a_project_that_appears_meanwhile_is_not_replaced_by_a_new_one(
    tmp_path, capsys, changed_meanwhile
):
    path = tmp_path / "course.personamap"
    changed_meanwhile(path, b"theirs")
    assert main(["new", str(path)]) == 2
    assert "already there" in capsys.readouterr().err
    assert path.read_bytes() == b"theirs"
