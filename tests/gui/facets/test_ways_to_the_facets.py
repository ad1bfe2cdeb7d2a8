"""From where the facets are reached."""

from personamap.gui.facets.dialog import FacetsDialog
from tests.gui.asking import the_dialog


def test_the_menu_leads_to_the_facets(open_window, qtbot):
    open_window.offers["facets"].trigger()
    assert the_dialog(qtbot, FacetsDialog).panel.list.current_id == "age_band"


def test_the_filter_of_the_cast_leads_to_the_facets(open_window, qtbot):
    head = open_window.desk.stack.show_workspace("cast").head
    head.people.filter_menu.aboutToShow.emit()
    entry = next(a for a in head.people.filter_menu.actions() if a.text() == "Change facets…")
    entry.trigger()
    assert the_dialog(qtbot, FacetsDialog)


def test_a_row_of_coverage_leads_to_its_facet(open_window, qtbot):
    coverage = open_window.desk.stack.show_workspace("coverage")
    qtbot.waitUntil(lambda: coverage.filled)
    coverage.facets.more.click()
    qtbot.waitUntil(lambda: coverage.facets.row_of("disability") is not None)
    edit = coverage.facets.row_of("disability").edit
    assert edit.accessibleName() == "Change Disability and its values"
    edit.click()
    assert the_dialog(qtbot, FacetsDialog).panel.list.current_id == "disability"
