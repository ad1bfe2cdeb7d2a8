from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication

from personamap.domain.project import Project
from personamap.edits.facets import set_value_starred
from personamap.edits.personas import remove_personas
from personamap.gui.coverage.people_popup import PeoplePopup
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.coverage.workspace import CoverageWorkspace
from personamap.gui.document import Document
from personamap.gui.look.theme import Theme, apply_theme
from tests.conftest import IDRIS, MARA
from tests.gui.coverage.conftest import is_settled


def popup() -> PeoplePopup:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PeoplePopup))


def reported(qtbot, workspace, act):
    with qtbot.waitSignal(workspace.watcher.reported):
        act()
    qtbot.waitUntil(lambda: is_settled(workspace))


def test_a_row_says_who_sits_where_and_that_nobody_does(workspace):
    grid = workspace.facets.row_of("age_band").grid
    spoken = [
        grid.values.data(grid.values.index(row), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(grid.values.rowCount())
    ]
    assert spoken == ["16 to 34: 1 person", "35 to 54: 1 person", "55 and over: nobody"]


def test_blanks_have_a_sentence_of_their_own(workspace):
    row = workspace.facets.row_of("age_band")
    assert row.blanks.accessibleName() == "Age band: 1 withheld"


def test_starred_facets_come_first_and_the_others_on_request(workspace, qtbot):
    assert workspace.facets.row_of("disability") is None
    workspace.facets.more.click()
    qtbot.waitUntil(lambda: workspace.facets.row_of("disability") is not None)


def test_a_facet_with_a_starred_value_is_not_folded_away(workspace, qtbot, document):
    act = partial(document.apply, "Star", set_value_starred, "disability", "hearing", starred=True)
    reported(qtbot, workspace, act)
    assert workspace.facets.row_of("disability") is not None


def test_a_star_shows_at_once_and_is_one_undo_step(workspace, qtbot, document):
    workspace.facets.more.click()
    qtbot.waitUntil(lambda: workspace.facets.row_of("disability") is not None)
    row = workspace.facets.row_of("disability")
    qtbot.keyClick(row.star, Qt.Key.Key_Space)
    assert document.project.facet("disability").starred
    document.undo_stack.undo()
    assert not row.star.isChecked()
    assert document.undo_stack.isClean()


def test_enter_on_a_seat_lists_its_people_and_leads_to_them(workspace, qtbot):
    grid = workspace.facets.row_of("age_band").grid
    grid.setCurrentIndex(grid.values.index_of("16-34"))
    grid.activated.emit(grid.currentIndex())
    listed = popup()
    assert listed.model.ids == (MARA,)
    with qtbot.waitSignal(workspace.person_opened) as opened:
        qtbot.keyClick(listed.list, Qt.Key.Key_Return)
    assert opened.args == [MARA]


def test_a_value_can_be_starred_from_its_seat(workspace, document):
    workspace.facets.row_of("age_band").grid.asked.emit("55plus")
    listed = popup()
    listed.star.click()
    listed.close()
    assert document.project.facet("age_band").find_value("55plus").starred


def test_the_matrix_crosses_facets_with_functions_and_hatches_what_nobody_can_be(workspace):
    model = workspace.matrix.model
    assert [line.id for line in model.matrix.rows] == ["16-34", "35-54", "55plus"]
    asks = [line.id for line in model.matrix.columns].index("asks")
    assert model.people(model.index(0, asks)) == (MARA,)
    assert model.is_out_of_reach(model.index(2, asks))
    assert model.spoken(model.index(0, asks)) == "16 to 34, Asks: 1 person: Mara"


def test_enter_on_a_cell_lists_who_is_in_it(workspace, qtbot):
    table, model = workspace.matrix.table, workspace.matrix.model
    asks = [line.id for line in model.matrix.columns].index("asks")
    table.setCurrentIndex(model.index(0, asks))
    table.activated.emit(table.currentIndex())
    listed = popup()
    assert listed.model.ids == (MARA,)
    listed.close()


def test_any_facet_can_be_crossed_with_another(workspace):
    box = workspace.matrix.columns_box
    box.setCurrentIndex(box.findData("disability"))
    box.activated.emit(box.currentIndex())
    assert [line.id for line in workspace.matrix.model.matrix.columns] == ["hearing", "none"]


def test_the_models_hold_what_qt_expects_of_them(workspace, qtbot, document):
    QAbstractItemModelTester(
        workspace.matrix.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    grid = workspace.facets.row_of("age_band").grid
    QAbstractItemModelTester(grid.values, QAbstractItemModelTester.FailureReportingMode.Fatal)
    reported(qtbot, workspace, lambda: document.apply("Remove", remove_personas, [MARA]))
    assert workspace.matrix.model.matrix.rows[0].people == ()
    reported(qtbot, workspace, document.undo_stack.undo)
    assert workspace.matrix.model.matrix.rows[0].people == (MARA,)


def test_somebody_removed_is_gone_from_every_part(workspace, qtbot, document):
    reported(qtbot, workspace, lambda: document.apply("Remove", remove_personas, [MARA, IDRIS]))
    assert workspace.facets.row_of("age_band").grid.cell("16-34").people == ()
    assert workspace.pairs.count.text().startswith("0 of")


def test_the_line_says_achieved_of_achievable_first(workspace):
    assert workspace.pairs.accessibleName().startswith("1 of 3 pairs that 3 people can show")


def test_an_empty_project_is_told_what_belongs_here(qtbot, themed):
    document = Document(Project())
    watcher = CoverageWatcher(document, delay_ms=0)
    empty = CoverageWorkspace(document, watcher)
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(watcher.reported):
        pass
    assert empty.empty.isVisible()
    assert empty.empty.title.text() == "There is nothing to count by yet"
    assert not empty.empty.add_person.isVisible()


def test_the_first_person_is_added_from_here(qtbot, themed, project):
    document = Document(project.evolve(personas=(), scenes=(), relationships=()))
    watcher = CoverageWatcher(document, delay_ms=0)
    workspace = CoverageWorkspace(document, watcher)
    qtbot.addWidget(workspace)
    workspace.show()
    qtbot.waitUntil(workspace.empty.add_person.isVisible)
    with qtbot.waitSignal(workspace.person_opened) as opened:
        workspace.empty.add_person.click()
    assert [persona.id for persona in document.project.cast] == opened.args


def test_a_workspace_shown_late_shows_the_report_that_came_before(qtbot, workspace, document):
    late = CoverageWorkspace(document, workspace.watcher)
    qtbot.addWidget(late)
    late.show()
    qtbot.waitUntil(lambda: late.facets.row_of("age_band") is not None)


def test_every_control_says_its_name(window):
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.accessibleName() or button.text(), button


def test_nothing_is_cut_at_the_right_when_text_grows_while_it_is_shown(
    workspace, window, qtbot, qapp
):
    window.resize(900, 700)
    try:
        apply_theme(qapp, Theme.load("light", text_scale=1.5))
        qtbot.waitUntil(lambda: is_settled(workspace))
        area = workspace._page
        qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    finally:
        apply_theme(qapp, Theme.load("light"))


def test_the_tab_key_goes_down_the_page_and_then_to_the_findings(workspace, window):
    head, findings = workspace.head.buttons[0], workspace.inspector
    rows = [workspace.facets.row_of(facet) for facet in ("age_band", "disability")]
    wanted = [
        head,
        *(widget for row in rows if row is not None for widget in (row.star, row.grid)),
        workspace.matrix.rows_box,
        workspace.matrix.table,
        findings.head.order,
        findings.head.several,
        findings.cards[0].fix,
    ]
    met, widget = [], head
    for _step in range(400):
        if widget in wanted and widget not in met:
            met.append(widget)
        widget = widget.nextInFocusChain()
    assert met == wanted
