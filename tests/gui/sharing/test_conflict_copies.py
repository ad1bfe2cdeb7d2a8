"""What a sync program put beside a project is said when that is opened, and can be compared."""

import pytest

from personamap.edits.personas import set_persona_field
from personamap.gui.comparing.dialog import CompareDialog
from personamap.services.projects import save_project
from tests.conftest import IDRIS, MARA
from tests.gui.asking import nothing_is_asked, the_dialog

BEN = "harbour (Ben's conflicted copy 2026-11-20).personamap"
SYNCTHING = "harbour.sync-conflict-20261120-091233-KJ4XQTR.personamap"


@pytest.fixture
def ben(project, file):
    """Another version of the project, which a sync program put beside it."""
    path = file.with_name(BEN)
    save_project(set_persona_field(project, MARA, "brief", "Keeps the ward calm."), path)
    return path


@pytest.fixture
def told(ben, open_window, qtbot):
    """The window, once it has found what lies beside its project."""
    qtbot.waitUntil(open_window.desk.sharing.copies.banner.isVisible)
    return open_window


def test_a_conflict_copy_is_said_quietly_and_nothing_is_asked(told, ben):
    assert ben.stem in told.desk.sharing.copies.banner.text.text()
    assert nothing_is_asked()


def test_what_is_brought_in_is_on_screen_and_the_copy_stays_as_it_was(told, ben, qtbot):
    before = ben.read_bytes()
    told.desk.sharing.copies.banner.offers[0].click()
    dialog = the_dialog(qtbot, CompareDialog)
    qtbot.waitUntil(lambda: dialog.two is not None)
    assert ben.name in dialog.head.title.text()
    dialog.view.choose("theirs")
    with qtbot.waitSignal(dialog.brought_in):
        dialog.foot.bring.click()
    assert told.desk.session.document.project.persona(MARA).brief == "Keeps the ward calm."
    assert not told.desk.sharing.copies.banner.isVisible()
    assert "Both versions are on screen now" in told.desk.messages.text.text()
    assert ben.read_bytes() == before


def test_who_only_looks_is_still_told_of_it(told, qtbot):
    told.desk.sharing.copies.banner.offers[0].click()
    the_dialog(qtbot, CompareDialog).reject()
    assert told.desk.sharing.copies.banner.isVisible()


def test_several_are_shown_one_after_the_other(ben, project, window, file, qtbot):
    other = file.with_name(SYNCTHING)
    save_project(set_persona_field(project, IDRIS, "flaw", "Talks over others."), other)
    window.desk.flows.open(file)
    banner = window.desk.sharing.copies.banner
    qtbot.waitUntil(banner.isVisible)
    assert "put 2 other versions" in banner.text.text()
    assert ben.stem in banner.text.text()
    banner.offers[1].click()
    assert other.stem in banner.text.text()


def test_sent_away_it_is_not_said_again_by_a_save(told, qtbot):
    banner = told.desk.sharing.copies.banner
    banner.close_button.click()
    told.desk.session.document.apply("Rename", set_persona_field, MARA, "name", "Mara Okafor")
    told.desk.flows.save()
    qtbot.waitUntil(lambda: not told.desk.session.busy_or_dirty)
    assert not banner.isVisible()


def test_it_goes_with_the_project(told, qtbot):
    told.desk.flows.close()
    qtbot.waitUntil(lambda: told.desk.session.document is None)
    assert not told.desk.sharing.copies.banner.isVisible()
