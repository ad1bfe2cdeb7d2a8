"""What is done to the open project is written down before it is seen, and comes back."""

import shutil

import pytest

from personamap.edits.course import set_course
from personamap.edits.personas import set_persona_field
from personamap.gui.document import Document
from personamap.gui.keeping.keeper import Keeper
from personamap.services.projects import save_project
from personamap.storage.entries import Origin, Saved
from personamap.storage.folders import state_folder
from personamap.storage.journal import BASE, journals_folder
from personamap.storage.journal_reading import read_journal
from tests.conftest import IDRIS, LENE, MARA


@pytest.fixture
def document(qapp, project):
    document = Document(project)
    yield document
    document.deleteLater()


@pytest.fixture
def path(tmp_path, project):
    path = tmp_path / "harbour.personamap"
    save_project(project, path)
    return path


@pytest.fixture
def keeper(document):
    keeper = Keeper(document, None)
    yield keeper
    keeper.put_away()


@pytest.fixture
def keeper_of_file(document, path):
    digest = save_project(document.project, path)
    keeper = Keeper(document, Saved(document.project, Origin(path, digest)))
    yield keeper
    keeper.put_away()


def journals():
    return sorted(journals_folder().iterdir()) if journals_folder().exists() else []


def kept():
    (folder,) = journals()
    return read_journal(folder)


def rename(document, name, who=MARA):
    document.apply("Rename", set_persona_field, who, "name", name)


def type_name(document, name, who=MARA):
    document.apply_typing("Rename", f"{who}.name", set_persona_field, who, "name", name)


def test_only_looking_writes_nothing(keeper_of_file):
    assert journals() == []
    keeper_of_file.put_away()
    assert journals() == []


def test_a_change_is_written_down_before_any_view_shows_it(document, keeper):
    seen = []
    document.changed.connect(lambda _changes: seen.append(kept().history.project))
    rename(document, "Mara Okafor")
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert [project.persona(MARA).name for project in seen] == [
        "Mara Okafor",
        "Mara",
        "Mara Okafor",
    ]


def test_the_way_there_comes_back_as_the_undo_stack_has_it(document, keeper):
    for name in ("M", "Ma", "Mar"):
        type_name(document, name)
    rename(document, "Ida", IDRIS)
    rename(document, "Lena", LENE)
    document.undo_stack.setIndex(1)
    assert kept().history == document.history
    assert [step.text for step in kept().history.steps] == ["Rename"] * 3


def test_what_is_typed_and_taken_back_is_no_step(document, keeper):
    rename(document, "Ida", IDRIS)
    type_name(document, "Mar")
    type_name(document, "Mara")
    assert document.undo_stack.count() == 1
    assert kept().history == document.history


def test_typing_after_a_save_is_a_step_of_its_own(document, keeper, path):
    type_name(document, "M")
    keeper.saving(path)
    document.undo_stack.setClean()
    keeper.saved(path, "d" * 64)
    type_name(document, "Ma")
    assert document.undo_stack.count() == 2
    assert kept().history == document.history
    assert kept().file.project is kept().history.steps[0].after or kept().changes == 1


def test_a_save_before_the_first_change_is_what_the_work_begins_from(document, keeper, path):
    keeper.saving(path)
    keeper.saved(path, save_project(document.project, path))
    rename(document, "Ida", IDRIS)
    assert kept().file.file == Origin(path, save_project(kept().history.base, path))
    assert kept().changes == 1


def test_the_file_work_begins_from_is_copied_beside_it(qtbot, document, keeper_of_file, path):
    rename(document, "Ida", IDRIS)
    qtbot.waitUntil((journals()[0] / BASE).exists)
    assert (journals()[0] / BASE).read_bytes() == path.read_bytes()
    path.unlink()
    assert kept().history == document.history


def test_a_file_changed_by_others_since_is_no_base(document, keeper_of_file, path):
    save_project(document.project.with_items(notes="by somebody else"), path)
    rename(document, "Ida", IDRIS)
    assert kept().history == document.history
    assert kept().stands_alone


def test_a_journal_grown_too_large_is_written_anew(qtbot, document, keeper):
    rename(document, "Ida", IDRIS)
    first = journals()[0]
    keeper._diary._largest = 0
    for name in ("M", "Ma", "Mar"):
        type_name(document, name)
    qtbot.waitUntil(lambda: first not in journals())
    assert kept().entries == 3
    assert kept().history == document.history


def test_what_happens_while_it_is_written_anew_is_in_it(qtbot, document, keeper):
    rename(document, "Ida", IDRIS)
    first = journals()[0]
    keeper._diary.write_anew()
    rename(document, "Lena", LENE)
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: first not in journals())
    assert kept().history == document.history


def test_a_full_disk_stops_nobody_and_is_told_once(qtbot, document, keeper):
    told = []
    keeper.told.connect(told.append)
    block()
    rename(document, "Ida", IDRIS)
    rename(document, "Lena", LENE)
    assert document.project.persona(LENE).name == "Lena"
    assert len(told) == 1
    assert "Save from time to time" in told[0]
    unblock()
    keeper._diary._retry.start(0)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == "What is not saved yet is kept again, should the program stop."
    assert kept().history == document.history


def test_a_journal_somebody_deleted_is_begun_again(qtbot, document, keeper):
    rename(document, "Ida", IDRIS)
    keeper._diary._journal._entries.close()
    shutil.rmtree(journals_folder())
    told = []
    keeper.told.connect(told.append)
    rename(document, "Lena", LENE)
    keeper._diary._retry.start(0)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert kept().history == document.history


def test_put_away_leaves_nothing_even_where_it_is_just_written_anew(qtbot, document, keeper):
    rename(document, "Ida", IDRIS)
    keeper._diary.write_anew()
    keeper.put_away()
    qtbot.waitUntil(lambda: journals() == [])
    rename(document, "Lena", LENE)
    assert journals() == []


def test_a_program_ended_from_outside_leaves_its_work(document, keeper):
    rename(document, "Ida", IDRIS)
    keeper.leave_behind()
    assert kept().history == document.history
    shutil.rmtree(journals_folder())


def test_the_course_and_texts_without_end_are_kept_too(document, keeper):
    document.apply("Edit", set_course, summary="long " * 10_000)
    assert kept().history == document.history


def block():
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("no folder")


def unblock():
    state_folder().unlink()
