"""Crossing two things, unfolding what has two levels, and filling a place nobody is in."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from personamap.analysis.coverage import check_coverage
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Answer
from personamap.domain.project import Project
from personamap.edits.facets import set_facet_field
from personamap.edits.personas import set_answer
from personamap.gui.coverage.fix_dialog import FixDialog
from personamap.gui.coverage.matrix_card import MatrixCard
from personamap.gui.coverage.people_popup import PeoplePopup
from personamap.gui.coverage.shown import Shown
from personamap.gui.document import Document
from personamap.gui.portrait.portraits import Portraits
from tests.conftest import IDRIS, MARA, stated
from tests.gui.coverage.conftest import is_settled

TWO_LEVELS = (
    FacetValue(id="hearing", label="Hearing"),
    FacetValue(id="deaf", label="Deaf", parent="hearing"),
    FacetValue(id="hard", label="Hard of hearing", parent="hearing"),
    FacetValue(id="none", label="No disability"),
)


@pytest.fixture
def two_levels(project, qtbot, themed):
    """A matrix of who is disabled in which way, by what they do."""
    project = set_facet_field(project, "disability", "values", TWO_LEVELS)
    project = set_facet_field(project, "disability", "starred", True)
    project = set_facet_field(project, "age_band", "starred", False)
    project = set_answer(project, MARA, stated("disability", "deaf"))
    card = MatrixCard()
    qtbot.addWidget(card)
    card.resize(900, 400)
    list(card.show_report(Shown(check_coverage(project), Portraits.of(Document(project)))))
    card.show()
    QAbstractItemModelTester(card.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return card


def rows(card):
    return [line.id for line in card.model.matrix.rows]


def popup() -> PeoplePopup:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PeoplePopup))


def test_plus_opens_a_group_and_minus_closes_it_from_any_of_its_rows(two_levels, qtbot):
    table, model = two_levels.table, two_levels.model
    table.setCurrentIndex(model.index(0, 2))
    qtbot.keyClicks(table, "+")
    assert rows(two_levels) == ["hearing", "deaf", "hard", "none"]
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, 2)
    table.setCurrentIndex(model.index(2, 2))
    qtbot.keyClicks(table, "-")
    assert rows(two_levels) == ["hearing", "none"]
    assert table.currentIndex().row() == 0


def test_a_click_on_the_name_of_a_group_opens_it(two_levels, qtbot):
    header = two_levels.table.verticalHeader()
    at = two_levels.table.rowViewportPosition(0) + 8
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, at))
    assert rows(two_levels) == ["hearing", "deaf", "hard", "none"]


def test_one_button_shows_the_details_of_every_group(two_levels, qtbot):
    two_levels.details.click()
    assert "deaf" in rows(two_levels)
    assert two_levels.details.isChecked()
    two_levels.details.click()
    assert rows(two_levels) == ["hearing", "none"]


def test_a_row_says_that_it_can_be_opened(two_levels):
    said = two_levels.model.headerData(
        0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole
    )
    assert said.startswith("Hearing: 1 person")
    assert "2 details" in said


def test_a_facet_is_not_crossed_with_itself_unless_people_have_several_values(workspace):
    columns = workspace.matrix.columns_box
    offered = {columns.itemData(i) for i in range(columns.count())}
    assert "age_band" not in offered
    rows_box = workspace.matrix.rows_box
    rows_box.setCurrentIndex(rows_box.findData("disability"))
    rows_box.activated.emit(rows_box.currentIndex())
    assert {columns.itemData(i) for i in range(columns.count())} >= {"age_band", "disability"}


def test_an_empty_cell_offers_ways_to_fill_exactly_this_place(workspace, qtbot, document):
    model = workspace.matrix.model
    leads = [line.id for line in model.matrix.columns].index("leads")
    workspace.matrix.table.activated.emit(model.index(0, leads))
    asked = popup()
    assert not asked.ways.isHidden()
    asked.ways.click()
    dialog = workspace.findChild(FixDialog)
    qtbot.waitUntil(lambda: bool(dialog.fixes))
    assert dialog.fixes[0].text == "Let Mara lead in “Hand-over”"
    with qtbot.waitSignal(workspace.watcher.reported):
        dialog.accept()
    qtbot.waitUntil(lambda: is_settled(workspace))
    assert model.people(model.index(0, leads)) == (MARA,)
    document.undo_stack.undo()
    assert document.undo_stack.isClean()


def test_an_empty_seat_offers_to_fill_a_free_blank_or_to_add_somebody(workspace, qtbot, document):
    open_age = Answer(facet="age_band", state="open")
    with qtbot.waitSignal(workspace.watcher.reported):
        document.apply("Open", set_answer, IDRIS, open_age)
    qtbot.waitUntil(lambda: is_settled(workspace))
    workspace.facets.row_of("age_band").grid.asked.emit("55plus")
    popup().ways.click()
    dialog = workspace.findChild(FixDialog)
    qtbot.waitUntil(lambda: bool(dialog.fixes))
    assert [fix.kind for fix in dialog.fixes] == ["fill", "add"]
    dialog.reject()


def test_a_place_somebody_is_in_offers_no_ways(workspace):
    model = workspace.matrix.model
    asks = [line.id for line in model.matrix.columns].index("asks")
    workspace.matrix.table.activated.emit(model.index(0, asks))
    assert popup().ways.isHidden()
    popup().close()


@pytest.mark.parametrize("width", [560, 700, 797, 812, 830, 900, 1100])
def test_the_table_comes_to_rest_at_every_width(qtbot, themed, project, width):
    values = tuple(FacetValue(id=f"v{n}", label=f"Value {n}") for n in range(14))
    facet = Facet(id="level", label="Level", starred=True, values=values)
    many: Project = project.with_items(facets=(*project.facets, facet))
    card = MatrixCard()
    qtbot.addWidget(card)
    card.resize(width, 700)
    list(card.show_report(Shown(check_coverage(many), Portraits.of(Document(many)))))
    card.show()
    qtbot.waitExposed(card)
    for facet_id in ("level", "age_band"):
        card.rows_box.setCurrentIndex(card.rows_box.findData(facet_id))
        card.rows_box.activated.emit(card.rows_box.currentIndex())
        QApplication.processEvents()
        with qtbot.assertNotEmitted(card.table.horizontalHeader().geometriesChanged):
            for _turn in range(5):
                QApplication.processEvents()
