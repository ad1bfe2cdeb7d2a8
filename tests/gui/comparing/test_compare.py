"""Comparing with another file in the window, and bringing both together, as a person does it."""

import hashlib

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog

from personamap.domain.persona import Persona
from personamap.domain.portrait import IllustratedPortrait, Media, PicturePortrait
from personamap.domain.review import Comment
from personamap.edits.items import add_items
from personamap.edits.personas import add_persona, remove_personas, set_persona_field
from personamap.gui.comparing.dialog import CompareDialog
from personamap.gui.comparing.difference_model import MINE, TAKEN, THEIRS, WHAT
from personamap.gui.comparing.flow import compare_with
from personamap.services.backups import keep_project
from personamap.services.projects import open_project, save_project
from personamap.storage.backups import older_copies
from tests.conftest import IDRIS, LENE, MARA
from tests.gui.asking import the_dialog


def brief(project, words, persona=MARA):
    return set_persona_field(project, persona, "brief", words)


@pytest.fixture
def theirs(project, tmp_path):
    """Another designer and a reviewer: a brief, a newcomer, a comment."""
    ben = brief(project, "Keeps the ward calm.")
    ben = add_persona(ben, Persona(id="per-noor", name="Noor"))
    said = Comment(id="com-1", subject=MARA, author="Ines", text="Let her help once.")
    path = tmp_path / "ben.personamap"
    save_project(add_items(ben, "comments", said), path)
    return path


@pytest.fixture
def mine(open_window, project, file):
    """What is on screen came from a copy that was kept, and has another brief and flaw now."""
    keep_project(project, file, "first-save")
    document = open_window.desk.session.document
    document.apply("Type", brief, "Leads the night shift.")
    document.apply("Type", set_persona_field, IDRIS, "flaw", "Talks over others.")
    return open_window


@pytest.fixture
def compare(qtbot):
    def compared(window, path, base=None):
        dialog = compare_with(window, window.desk.session, path, base)
        qtbot.waitUntil(lambda: not dialog.reading.busy)
        return dialog

    return compared


@pytest.fixture
def choose(qtbot):
    """Choose a side at the current row and wait until the window has worked it out."""

    def chosen(dialog, side):
        with qtbot.waitSignal(dialog.settling.finished):
            dialog.view.detail.sides.button(side).click()

    return chosen


@pytest.fixture
def bring_in(qtbot):
    def brought(dialog):
        with qtbot.waitSignal(dialog.brought_in) as brought_in:
            dialog.foot.bring.click()
        return brought_in.args[0]

    return brought


def lines(dialog):
    """Every line of the tree, as its four cells."""
    model = dialog.view.model

    def below(parent):
        for at in range(model.rowCount(parent)):
            cells = [model.index(at, column, parent) for column in range(TAKEN + 1)]
            yield tuple(model.data(cell) for cell in cells)
            yield from below(cells[WHAT])

    return list(below(QModelIndex()))


def go_to(dialog, *path):
    dialog.view.tree.go_to(dialog.view.model.index_of(path))


def test_the_menu_asks_for_a_file_and_compares_with_it(mine, theirs, qtbot):
    mine.offers["compare"].trigger()
    dialog = the_dialog(qtbot, CompareDialog)
    picker = the_dialog(qtbot, QFileDialog)
    picker.fileSelected.emit(str(theirs))
    picker.reject()
    qtbot.waitUntil(lambda: dialog.two is not None)
    assert dialog.head.title.text() == "“harbour.personamap” on screen and “ben.personamap”"


def test_without_a_project_there_is_nothing_to_compare(window):
    assert not window.offers["compare"].isEnabled()
    assert compare_with(window, window.desk.session) is None


def test_conflicts_come_first_and_are_marked(mine, theirs, compare, project):
    dialog = compare(mine, theirs)
    name = project.persona(MARA).name
    assert lines(dialog) == [
        (name, "", "", "to decide"),
        ("Brief", "Leads the night shift.", "Keeps the ward calm.", "Mine, to decide"),
        ("Noor", "is not there", "is there", "Theirs"),
        ("Let her help once.", "is not there", "is there", "Theirs"),
    ]
    assert dialog.head.base.text().startswith("Both come from the older copy of")
    assert "1 person changed, 1 person added, 1 comment added" in dialog.head.summary.text()
    assert dialog.foot.waiting.text().startswith("1 conflict is not decided")


def test_both_texts_stand_side_by_side_in_full_with_what_was_there_before(
    mine, theirs, compare, project
):
    detail = compare(mine, theirs).view.detail
    assert detail.notes.text() == "Both changed it, each in another way."
    assert detail.mine.toPlainText() == "Leads the night shift."
    assert detail.theirs.toPlainText() == "Keeps the ward calm."
    assert detail.before.toPlainText() == project.persona(MARA).brief
    assert detail.sides.choice == "mine"


def test_of_a_newcomer_everything_is_told(mine, theirs, compare):
    dialog = compare(mine, theirs)
    go_to(dialog, "personas", "per-noor")
    assert dialog.view.detail.mine.toPlainText() == "It is not there."
    assert "Name: Noor" in dialog.view.detail.theirs.toPlainText()
    assert not dialog.view.detail.sides.button("both").isEnabled()


def test_bringing_in_is_one_step_and_nothing_is_dropped(mine, theirs, compare, bring_in, project):
    document = mine.desk.session.document
    before, steps = document.project, document.undo_stack.count()
    digest = bring_in(compare(mine, theirs))
    after = document.project
    assert digest == open_project(theirs).digest
    assert document.undo_stack.count() == steps + 1
    assert after.persona(MARA).brief == "Leads the night shift."
    assert after.persona(IDRIS).flaw == "Talks over others."
    assert after.persona("per-noor").name == "Noor"
    by_author = {comment.author: comment for comment in after.comments}
    assert by_author["Ines"].text == "Let her help once."
    kept = by_author["Merge with ben.personamap"]
    assert (kept.subject, kept.text) == (MARA, "Brief in “ben.personamap”: Keeps the ward calm.")
    document.undo_stack.undo()
    assert document.project == before


def test_a_copy_of_what_was_on_screen_is_kept_first(mine, theirs, compare, bring_in, file):
    bring_in(compare(mine, theirs))
    assert older_copies(file)[0].reason == "import"


def test_a_conflict_can_be_decided_either_way_or_for_both(
    mine, theirs, compare, choose, bring_in, qtbot
):
    dialog = compare(mine, theirs)
    choose(dialog, "theirs")
    assert lines(dialog)[1][TAKEN] == "Theirs"
    assert dialog.foot.waiting.text() == ""
    choose(dialog, "both")
    bring_in(dialog)
    project = mine.desk.session.document.project
    assert project.persona(MARA).brief == "Leads the night shift.\n\nKeeps the ward calm."
    assert [comment.author for comment in project.comments] == ["Ines"]


def test_a_portrait_both_changed_can_be_decided_and_brings_its_picture(
    mine, compare, choose, bring_in, project, tmp_path
):
    drawn = IllustratedPortrait(head="afro")
    mine.desk.session.document.apply("Draw", set_persona_field, LENE, "portrait", drawn)
    name = hashlib.sha256(b"photo").hexdigest()
    photo = Media(id=name, mime="image/png", width=2, height=2, data=b"photo")
    square = PicturePortrait(media=photo.id, left=0.25, size=0.5)
    theirs = add_items(project, "media", photo)
    save_project(
        set_persona_field(theirs, LENE, "portrait", square), path := tmp_path / "b.personamap"
    )
    dialog = compare(mine, path)
    go_to(dialog, "personas", LENE, "portrait")
    (row,) = [line for line in lines(dialog) if line[WHAT] == "Portrait"]
    assert row[MINE].startswith("Drawn: afro")
    assert row[THEIRS] == f"Picture {name[:8]}, cut to 0.50 of its width (0.25 across, 0.00 down)"
    choose(dialog, "theirs")
    bring_in(dialog)
    merged = mine.desk.session.document.project
    assert merged.persona(LENE).portrait == square
    assert merged.find_media(photo.id) == photo


def test_what_only_theirs_has_can_be_left_out(mine, theirs, compare, choose, bring_in):
    dialog = compare(mine, theirs)
    go_to(dialog, "personas", "per-noor")
    choose(dialog, "mine")
    bring_in(dialog)
    assert mine.desk.session.document.project.find_persona("per-noor") is None


def test_a_choice_on_a_person_is_for_everything_in_it(mine, theirs, compare, choose, project):
    both = brief(open_project(theirs).project, "Counts the keys.", LENE)
    save_project(set_persona_field(both, LENE, "flaw", "Never asks."), theirs)
    dialog = compare(mine, theirs)
    model = dialog.view.model
    at = [group.title for group in model.groups].index(project.persona(LENE).name)
    dialog.view.tree.go_to(model.index(at, WHAT))
    assert dialog.view.detail.notes.text().startswith("2 differences")
    choose(dialog, "mine")
    assert {row.point.taken for row in model.groups[at].rows} == {"mine"}


def test_the_keyboard_is_enough(mine, theirs, compare, qtbot):
    dialog = compare(mine, theirs)
    tree = dialog.view.tree
    assert dialog.focusWidget() is tree
    for expected in ("Theirs", "Mine"):
        with qtbot.waitSignal(dialog.settling.finished):
            qtbot.keyClick(tree, Qt.Key.Key_Space)
        assert lines(dialog)[1][TAKEN] == expected
    with qtbot.waitSignal(dialog.settling.finished):
        qtbot.keyClick(tree, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert lines(dialog)[1][TAKEN] == "Both"


def test_enter_goes_on_and_brings_nothing_in(mine, theirs, compare, qtbot):
    dialog = compare(mine, theirs)
    go_to(dialog, "personas", "per-noor")
    qtbot.keyClick(dialog.view.tree, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.view.tree.place == ("personas", MARA, "brief")


def test_the_next_conflict_is_one_button_away(mine, theirs, compare, choose, project):
    mine.desk.session.document.apply("Type", brief, "Mine.", LENE)
    save_project(brief(open_project(theirs).project, "Theirs.", LENE), theirs)
    dialog = compare(mine, theirs)
    first = dialog.view.tree.place
    choose(dialog, "theirs")
    dialog.foot.next.click()
    second = dialog.view.tree.place
    assert {first, second} == {("personas", MARA, "brief"), ("personas", LENE, "brief")}
    choose(dialog, "mine")
    assert not dialog.foot.next.isVisible()


def test_a_screen_reader_hears_a_whole_row(mine, theirs, compare):
    dialog = compare(mine, theirs)
    model = dialog.view.model
    index = model.index_of(("personas", MARA, "brief"))
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == (
        "Brief, mine: Leads the night shift., theirs: Keeps the ward calm., stands: Mine, to decide"
    )
    assert model.data(index.siblingAtColumn(MINE)) == "Leads the night shift."
    assert model.data(index.siblingAtColumn(THEIRS)) == "Keeps the ward calm."


def test_somebody_removed_and_worked_on_is_shown_as_a_conflict(mine, compare, project, tmp_path):
    mine.desk.session.document.apply("Remove", remove_personas, {LENE})
    path = tmp_path / "ben.personamap"
    save_project(set_persona_field(project, LENE, "flaw", "Never asks."), path)
    dialog = compare(mine, path)
    assert lines(dialog)[1][1:] == ("is not there", "is there", "Theirs, to decide")
    assert dialog.view.detail.notes.text().startswith("It was removed in mine")


def test_without_a_common_version_every_difference_is_a_choice(open_window, theirs, compare):
    open_window.desk.session.document.apply("Type", set_persona_field, IDRIS, "flaw", "Loud.")
    dialog = compare(open_window, theirs)
    assert "is not known" in dialog.head.base.text()
    assert [line[TAKEN] for line in lines(dialog) if line[WHAT] in ("Brief", "Flaw")] == [
        "Mine, to decide"
    ] * 2


def test_the_version_both_come_from_can_be_chosen(mine, theirs, compare, file, qtbot):
    dialog = compare(mine, theirs)
    none = dialog.head.through.choices.actions()[-1]
    none.trigger()
    qtbot.waitUntil(lambda: not dialog.reading.busy)
    assert dialog.two.base is None
    assert "Flaw" in [line[WHAT] for line in lines(dialog)]
    dialog.head.through.choices.actions()[0].trigger()
    qtbot.waitUntil(lambda: not dialog.reading.busy)
    assert "Flaw" not in [line[WHAT] for line in lines(dialog)]
    dialog.head.through.choices.actions()[-2].trigger()
    picker = the_dialog(qtbot, QFileDialog)
    picker.fileSelected.emit(str(file))
    picker.reject()
    qtbot.waitUntil(lambda: not dialog.reading.busy)
    assert dialog.head.base.text() == "Both come from “harbour.personamap”, as you chose."


def test_two_that_are_the_same_say_so(open_window, file, compare):
    dialog = compare(open_window, file)
    assert dialog.body.currentWidget() is dialog.nothing
    assert dialog.nothing.title.text() == "The two are the same"
    assert not dialog.foot.bring.isVisible()


def test_an_older_version_brings_nothing(mine, compare, project, tmp_path):
    path = tmp_path / "older.personamap"
    save_project(project, path)
    dialog = compare(mine, path)
    assert dialog.nothing.title.text() == "Nothing new in theirs"


def test_a_file_that_cannot_be_read_leaves_the_comparison_as_it_was(
    mine, theirs, compare, tmp_path, qtbot
):
    dialog = compare(mine, theirs)
    dialog.read(tmp_path / "gone.personamap")
    qtbot.waitUntil(lambda: not dialog.reading.busy)
    assert "gone.personamap" in dialog.head.problem.text()
    assert dialog.body.currentWidget() is dialog.view
    assert "“ben.personamap”" in dialog.head.title.text()


def test_a_file_that_cannot_be_read_at_first_lets_people_choose_another(mine, compare, tmp_path):
    path = tmp_path / "broken.personamap"
    path.write_bytes(b"Not a project at all.")
    dialog = compare(mine, path)
    assert "broken.personamap" in dialog.head.problem.text()
    assert dialog.nothing.choose.isVisible()


def test_reading_can_be_stopped(mine, theirs):
    dialog = compare_with(mine, mine.desk.session, theirs)
    assert dialog.head.stop.isVisible()
    dialog.head.stop.click()
    assert not dialog.reading.busy
    assert dialog.nothing.choose.isVisible()
    assert dialog.two is None


def test_cancel_changes_nothing(mine, theirs, compare, choose):
    before = mine.desk.session.document.project
    dialog = compare(mine, theirs)
    choose(dialog, "theirs")
    dialog.foot.cancel.click()
    assert mine.desk.session.document.project is before
