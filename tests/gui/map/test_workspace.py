import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from personamap.domain.project import Project
from personamap.edits.personas import remove_personas, set_persona_field
from personamap.gui.document import Document
from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.map.head import MapHead
from personamap.gui.map.workspace import MapWorkspace
from personamap.i18n import speaking

MARA, IDRIS, LENE, RULES = "per-mara", "per-idris", "per-lene", "exp-rules"


def on_screen(workspace, spot_id):
    return workspace.view.mapFromScene(workspace.scene.item(spot_id).pos())


def drag(workspace, spot_id, by):
    viewport = workspace.view.viewport()
    start = on_screen(workspace, spot_id)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + by / 2)
    QTest.mouseMove(viewport, start + by)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + by)


def test_the_map_shows_people_and_what_they_lived(workspace):
    assert {spot.id for spot in workspace.scene.picture.spots} == {MARA, IDRIS, LENE, RULES}


def test_items_are_moved_and_not_made_anew(workspace, document):
    before = workspace.scene.item(MARA)
    document.apply("Rename", set_persona_field, MARA, "name", "Mara Okafor")
    assert workspace.scene.item(MARA) is before
    assert before.spot.label == "Mara Okafor"


def test_who_is_deleted_leaves_the_map_and_comes_back_with_undo(workspace, document):
    document.apply("Delete", remove_personas, [MARA])
    assert workspace.scene.item(MARA) is None
    document.undo_stack.undo()
    assert workspace.scene.item(MARA) is not None


def test_dragging_a_person_is_one_undo_step(workspace, document, qtbot):
    home = workspace.scene.item(MARA).pos()
    drag(workspace, MARA, QPoint(60, 40))
    assert document.undo_stack.count() == 1
    (pin,) = document.project.pins
    assert pin.node == MARA
    assert workspace.scene.item(MARA).pos() == QPointF(pin.x, pin.y) != home
    document.undo_stack.undo()
    assert workspace.scene.item(MARA).pos() == home


def test_a_click_moves_nothing(workspace, document):
    QTest.mouseClick(
        workspace.view.viewport(), Qt.MouseButton.LeftButton, pos=on_screen(workspace, MARA)
    )
    assert document.undo_stack.count() == 0
    assert workspace.scene.selected == MARA


def test_choosing_tells_what_was_chosen_and_the_inspector_tells_about_it(workspace, qtbot):
    with qtbot.waitSignal(workspace.selected) as chosen:
        workspace.select(RULES)
    assert chosen.args == [RULES]
    rows = [row for row in workspace.inspector.findChildren(QPushButton) if row.accessibleName()]
    ways = {row.accessibleName(): row for row in rows}
    assert ways.keys() == {"Open Nobody told me the rules", "Open Mara", "Open Idris"}
    with qtbot.waitSignal(workspace.person_opened) as opened:
        ways["Open Mara"].click()
    assert opened.args == [MARA]
    with qtbot.waitSignal(workspace.experience_opened) as opened:
        ways["Open Nobody told me the rules"].click()
    assert opened.args == [RULES]


def test_a_double_click_opens_a_person(workspace, qtbot):
    with qtbot.waitSignal(workspace.person_opened) as opened:
        QTest.mouseDClick(
            workspace.view.viewport(), Qt.MouseButton.LeftButton, pos=on_screen(workspace, IDRIS)
        )
    assert opened.args == [IDRIS]


def test_enter_opens_a_person_or_an_experience(workspace, qtbot):
    workspace.select(RULES)
    with (
        qtbot.assertNotEmitted(workspace.person_opened),
        qtbot.waitSignal(workspace.experience_opened) as opened,
    ):
        qtbot.keyClick(workspace.view, Qt.Key.Key_Return)
    assert opened.args == [RULES]
    workspace.select(LENE)
    with qtbot.waitSignal(workspace.person_opened):
        qtbot.keyClick(workspace.view, Qt.Key.Key_Return)


def test_arrow_keys_walk_from_neighbour_to_neighbour(workspace, qtbot):
    qtbot.keyClick(workspace.view, Qt.Key.Key_Home)
    first = workspace.scene.item(workspace.scene.selected)
    qtbot.keyClick(workspace.view, Qt.Key.Key_Down)
    second = workspace.scene.item(workspace.scene.selected)
    assert second.pos().y() > first.pos().y()
    qtbot.keyClick(workspace.view, Qt.Key.Key_Escape)
    assert workspace.scene.selected == ""


def test_tab_visits_everything_and_then_leaves_the_map(workspace, qtbot):
    workspace.view.clearFocus()
    workspace.view.setFocus(Qt.FocusReason.TabFocusReason)
    visited = [workspace.scene.selected]
    while workspace.view.hasFocus():
        qtbot.keyClick(workspace.view, Qt.Key.Key_Tab)
        visited.append(workspace.scene.selected)
    assert {MARA, IDRIS, LENE, RULES} == set(visited)


def test_a_person_can_be_moved_and_freed_without_a_mouse(workspace, document, qtbot):
    workspace.select(MARA)
    home = workspace.scene.item(MARA).pos()
    for _ in range(3):
        qtbot.keyClick(workspace.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert workspace.scene.item(MARA).pos().x() == home.x() + 48
    assert document.undo_stack.count() == 1
    with qtbot.waitSignal(workspace.scene.asked):
        qtbot.keyClick(workspace.view, Qt.Key.Key_Menu)
    menu = workspace.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    free = next(a for a in menu.actions() if a.text() == "Free from its place")
    free.trigger()
    menu.close()
    assert document.project.pins == ()
    assert workspace.scene.item(MARA).pos() == home


def test_control_and_wheel_zoom_and_fit_shows_everything(workspace):
    view = workspace.view
    start = view.zoom
    turned = QWheelEvent(
        QPointF(300, 300),
        QPointF(300, 300),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(turned)
    assert view.zoom > start
    view.fit()
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(workspace.scene.content_rect())


def test_large_text_is_not_made_small_to_show_the_whole_map(document, shown, qapp):
    apply_theme(qapp, Theme.load("light", text_scale=2.0, reduce_motion=True))
    view = shown(document).view
    view.window().resize(900, 420)
    assert view.zoom == pytest.approx(0.5)
    view.fit()
    assert view.zoom < 0.5
    view.window().resize(3000, 2400)
    assert view.zoom > 0.5


def test_zoom_buttons_show_how_large_the_map_is(workspace, qtbot):
    workspace.view.set_zoom(1.0)
    larger = next(
        b for b in workspace.zoom_control.findChildren(QPushButton) if b.toolTip() == "Zoom in"
    )
    qtbot.mouseClick(larger, Qt.MouseButton.LeftButton)
    texts = {button.text() for button in workspace.zoom_control.findChildren(QPushButton)}
    assert "125 %" in texts


def test_large_text_magnifies_the_whole_map(workspace, qapp):
    workspace.view.set_zoom(1.0)
    apply_theme(qapp, Theme.load("light", text_scale=1.5, reduce_motion=True))
    workspace.view.set_zoom(1.0)
    assert workspace.view.transform().m11() == pytest.approx(1.5)


def test_all_but_the_neighbours_fade_unless_switched_off(workspace):
    workspace.select(MARA)
    assert workspace.scene.item(LENE).standing.is_faded
    assert not workspace.scene.item(IDRIS).standing.is_faded
    workspace.head.fade_button.click()
    assert not workspace.scene.item(LENE).standing.is_faded


def test_finding_chooses_who_was_looked_for(workspace, qtbot):
    qtbot.keyClicks(workspace.head.find_field, "rules")
    assert workspace.scene.selected == RULES
    qtbot.keyClick(workspace.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert workspace.head.find_field.hasFocus()


@pytest.mark.parametrize(
    ("lens", "there", "gone"),
    [
        ("people", LENE, RULES),
        ("identity", "age_band.55plus", RULES),
        ("gaps", "age_band.55plus", "age_band.16-34"),
    ],
)
def test_each_lens_shows_its_things(workspace, lens, there, gone):
    workspace.show_lens(lens)
    assert workspace.scene.item(there) is not None
    assert workspace.scene.item(gone) is None


def test_starred_facets_come_first_and_others_can_be_chosen(workspace):
    workspace.show_lens("identity")
    assert workspace.scene.item("disability.none") is None
    box = workspace.head.facet_box
    box.setCurrentIndex(box.findData("disability"))
    box.activated.emit(box.currentIndex())
    assert workspace.scene.item("disability.none") is not None
    assert workspace.scene.item("age_band.16-34") is None


def test_the_legend_explains_the_lines_that_are_there(workspace):
    kinds = {kind for kind, (row, _) in workspace.legend._rows.items() if row.isVisible()}
    assert kinds == {"relationship", "lived"}


def test_an_empty_map_teaches_and_offers_the_next_step(shown, qtbot):
    document = Document(Project())
    workspace = MapWorkspace(document)
    qtbot.addWidget(workspace)
    workspace.show()
    assert workspace.empty.isVisible()
    assert not workspace.view.isVisible()
    with qtbot.waitSignal(workspace.person_opened) as opened:
        qtbot.mouseClick(workspace.empty.add_person, Qt.MouseButton.LeftButton)
    assert document.project.find_persona(opened.args[0])
    assert workspace.view.isVisible()


def test_the_map_follows_the_theme(workspace, qapp):
    def ground():
        return workspace.view.grab().toImage().pixelColor(3, 3).name()

    assert ground() == "#f7f3ed"
    apply_theme(qapp, Theme.load("dark", reduce_motion=True))
    assert ground() == "#1c1816"


def test_moves_glide_unless_motion_is_reduced(document, shown, qapp, qtbot):
    apply_theme(qapp, Theme.load("light"))
    workspace = shown(document)
    workspace.select(MARA)
    home = workspace.scene.item(MARA).pos()
    qtbot.keyClick(workspace.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert workspace.scene.item(MARA).pos().x() < home.x() + 16
    qtbot.waitUntil(lambda: workspace.scene.item(MARA).pos().x() == home.x() + 16)


def test_the_map_fits_into_a_window_beside_other_things(document, qtbot):
    host = QWidget()
    layout = QVBoxLayout(host)
    workspace = MapWorkspace(document)
    layout.addWidget(workspace)
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    assert workspace.minimumSizeHint().width() <= 900


def test_large_text_does_not_widen_the_window(document, qtbot, qapp):
    workspace = MapWorkspace(document)
    qtbot.addWidget(workspace)
    workspace.show()
    apply_theme(qapp, Theme.load("light", text_scale=2.0, reduce_motion=True))
    assert workspace.minimumSizeHint().width() <= 1100


def test_zoom_and_legend_stand_at_the_foot_of_the_map_from_the_start(document, shown, qtbot):
    workspace = shown(document)
    for floating in (workspace.zoom_control, workspace.legend):
        qtbot.waitUntil(
            lambda it=floating: 0 <= workspace.view.height() - it.geometry().bottom() < 40
        )


def test_the_legend_gives_way_where_it_would_cover_the_map(document, shown, qapp, qtbot):
    apply_theme(qapp, Theme.load("light", text_scale=2.0, reduce_motion=True))
    workspace = shown(document)
    qtbot.waitUntil(workspace.legend.isVisible)
    workspace.resize(900, 380)
    qtbot.waitUntil(lambda: not workspace.legend.isVisible())
    workspace.resize(1400, 1400)
    qtbot.waitUntil(workspace.legend.isVisible)


def test_large_german_text_leaves_the_lenses_whole(qapp, qtbot):
    apply_theme(qapp, Theme.load("light", text_scale=2.0, reduce_motion=True))
    host = QWidget()
    qtbot.addWidget(host)
    with speaking("de"):
        head = MapHead(host)
    host.show()
    for width in (1000, 1050, 1100, 1200, 1400):
        head.resize(width, 200)
        QApplication.processEvents()
        assert head.lenses.width() >= head.lenses.sizeHint().width(), width
    assert head.title.isVisible()


def test_somebody_dragged_where_nothing_may_be_pinned_goes_back(workspace, document):
    where = workspace.scene.item(MARA).pos()
    workspace.scene.item(MARA).setPos(where + QPointF(50, 0))
    workspace.scene.item(MARA).dragged.emit(MARA)
    document.refused.emit("Not now")
    assert workspace.scene.item(MARA).pos() == where
