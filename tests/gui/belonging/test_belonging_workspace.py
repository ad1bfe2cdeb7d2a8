"""The Belonging workspace, driven as a person drives it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from personamap.domain.persona import Place
from personamap.domain.project import Project
from personamap.edits.personas import set_persona_part
from personamap.edits.turning_points import set_turning_point
from personamap.gui.belonging.stands import spoken_arc
from personamap.gui.belonging.workspace import BelongingWorkspace
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.side_by_side import SideBySide
from tests.conftest import IDRIS, MARA

HANDOVER = "scn-handover"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def make_belonging(dressed, qtbot):
    kept = []

    def make(project):
        document = Document(project)
        watcher = CoverageWatcher(document, delay_ms=0)
        workspace = BelongingWorkspace(document, watcher)
        place = SideBySide(workspace, workspace.inspector, ("Belonging", "Selected"))
        qtbot.addWidget(place)
        place.resize(1350, 840)
        place.show()
        qtbot.waitExposed(place)
        qtbot.waitUntil(lambda: watcher.report is not None)
        kept.append((document, place))
        return workspace

    yield make
    for document, _place in kept:
        document.deleteLater()


@pytest.fixture
def belonging(make_belonging, project):
    """Mara goes from minimisation to belonging, turned by the handover; nobody else is placed."""
    ends = {"start": (0.2, 0.7), "end": (0.8, 0.8)}
    for end, (across, up) in ends.items():
        place = Place(authenticity=across, acceptance=up)
        project = set_persona_part(project, MARA, "belonging", end, place)
    return make_belonging(set_turning_point(project, MARA, HANDOVER))


def arc(belonging, persona_id=MARA):
    return belonging.document.project.persona(persona_id).belonging


def spot(belonging, key, persona_id=MARA):
    return next(s for s in belonging.square.spots[persona_id] if s.stand.key == key)


def drag(qtbot, square, start, end):
    qtbot.mousePress(square, LEFT, pos=start)
    qtbot.mouseMove(square, (start + end) / 2)
    qtbot.mouseMove(square, end)
    qtbot.mouseRelease(square, LEFT, pos=end)


def test_a_screen_reader_hears_where_somebody_starts_and_ends(belonging):
    mara = belonging.document.project.persona(MARA)
    words = spoken_arc(mara)
    assert words == f"{mara.name}: starts in Minimisation, ends in Belonging"
    listed = belonging.people.ids.index_of(MARA)
    assert listed.data(Qt.ItemDataRole.AccessibleTextRole) == words
    belonging.show_person(MARA)
    assert belonging.square.accessibleDescription().startswith(words)


def test_dragging_a_portrait_moves_that_end_in_one_step_to_undo(belonging, qtbot):
    before, square = arc(belonging).start, belonging.square
    at = spot(belonging, "start").at.toPoint()
    drag(qtbot, square, at, at + QPoint(0, 150))
    assert belonging.square.chosen == MARA
    assert arc(belonging).start.quadrant == "reclusiveness"
    assert arc(belonging).start.authenticity == pytest.approx(before.authenticity, abs=0.01)
    assert belonging.document.undo_stack.count() == 1
    belonging.document.undo_stack.undo()
    assert arc(belonging).start == before


def test_nothing_can_be_dragged_out_of_the_square(belonging, qtbot):
    at = spot(belonging, "end").at.toPoint()
    drag(qtbot, belonging.square, at, at + QPoint(2000, -2000))
    assert arc(belonging).end == Place(authenticity=1.0, acceptance=1.0)


def test_a_click_chooses_and_moves_nothing(belonging, qtbot):
    qtbot.mouseClick(belonging.square, LEFT, pos=spot(belonging, "end").at.toPoint())
    assert (belonging.square.chosen, belonging.square.key) == (MARA, "end")
    assert belonging.people.ids.id_at(belonging.people.currentIndex()) == MARA
    assert belonging.document.undo_stack.count() == 0


def test_the_keys_move_the_point_that_was_clicked_also_on_somebody_else(belonging, qtbot):
    belonging.show_person(IDRIS)
    start, end = arc(belonging).start, arc(belonging).end
    qtbot.mouseClick(belonging.square, LEFT, pos=spot(belonging, "end").at.toPoint())
    assert (belonging.square.chosen, belonging.square.key) == (MARA, "end")
    qtbot.keyClick(belonging.square, Qt.Key.Key_Left)
    assert arc(belonging).end.authenticity < end.authenticity
    assert arc(belonging).start == start


def test_in_a_crowd_all_but_the_chosen_fade(make_belonging, project, qtbot):
    mara = project.persona(MARA)
    crowd = [mara.evolve(id=f"per-crowd-{number}") for number in range(20)]
    project = project.evolve(personas=(*project.personas, *crowd))
    for number, persona in enumerate(crowd):
        place = Place(authenticity=number / 20, acceptance=0.3)
        project = set_persona_part(project, persona.id, "belonging", "end", place)
    square = make_belonging(project).square
    circle = square.spots["per-crowd-0"][-1].circle
    ring = QPoint(round(circle.left()), round(circle.center().y()))

    def colour():
        return square.grab().toImage().pixelColor(ring)

    bare = current_theme().color("surface")
    square.choose(IDRIS)
    # A crowd is painted a few a turn.
    qtbot.waitUntil(lambda: colour() != bare)
    unfaded = colour()
    square.choose("per-crowd-15")
    qtbot.waitUntil(lambda: colour() not in (bare, unfaded))


def test_tab_goes_along_the_way_and_the_arrow_keys_move_the_point(belonging, qtbot):
    square = belonging.square
    belonging.show_person(MARA)
    square.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(square.hasFocus)
    assert square.key == "start"
    qtbot.keyClick(square, Qt.Key.Key_Tab)
    assert square.key == HANDOVER
    qtbot.keyClick(square, Qt.Key.Key_Tab)
    assert square.key == "end"
    for _press in range(3):
        qtbot.keyClick(square, Qt.Key.Key_Down)
    qtbot.keyClick(square, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert arc(belonging).end == Place(authenticity=0.7, acceptance=0.74)
    belonging.document.undo_stack.undo()
    assert arc(belonging).end == Place(authenticity=0.8, acceptance=0.8)
    qtbot.keyClick(square, Qt.Key.Key_Tab)
    assert not square.hasFocus()


def test_a_scene_without_a_place_lies_between_and_gets_one_when_it_is_moved(belonging, qtbot):
    between = spot(belonging, HANDOVER)
    assert not between.stand.told
    assert between.stand.place == Place(authenticity=0.5, acceptance=0.75)
    at = between.at.toPoint()
    drag(qtbot, belonging.square, at, at + QPoint(0, 120))
    (turn,) = arc(belonging).turning_points
    assert turn.place is not None
    assert turn.place.acceptance < 0.75


def test_somebody_who_is_not_placed_is_placed_from_the_head_and_taken_away_with_delete(
    belonging, qtbot
):
    assert belonging.next_step.isVisible()
    belonging.show_person(IDRIS)
    qtbot.mouseClick(belonging.start, LEFT)
    assert arc(belonging, IDRIS).start is not None
    assert not belonging.start.isEnabled()
    square = belonging.square
    qtbot.waitUntil(square.hasFocus)
    assert (square.chosen, square.key) == (IDRIS, "start")
    qtbot.keyClick(square, Qt.Key.Key_Delete)
    assert arc(belonging, IDRIS).start is None
    assert belonging.start.isEnabled()


def test_the_list_is_walked_with_the_arrow_keys(belonging, qtbot):
    people = belonging.people
    people.follow(MARA)
    people.setFocus()
    qtbot.keyClick(people, Qt.Key.Key_Down)
    chosen = people.ids.id_at(people.currentIndex())
    assert chosen != MARA
    assert belonging.square.chosen == chosen
    with qtbot.waitSignal(belonging.person_opened) as opened:
        qtbot.keyClick(people, Qt.Key.Key_Return)
    assert opened.args == [chosen]


def test_a_double_click_opens_the_person(belonging, qtbot):
    at = spot(belonging, "end").at.toPoint()
    with qtbot.waitSignal(belonging.person_opened) as opened:
        qtbot.mouseDClick(belonging.square, LEFT, pos=at)
    assert opened.args == [MARA]


def test_the_numbers_beside_the_square_are_those_of_the_editor(belonging, qtbot):
    belonging.show_person(MARA)
    start, _end = belonging.inspector.ends.ends
    start.sliders["acceptance"].setFocus()
    qtbot.keyClick(start.sliders["acceptance"], Qt.Key.Key_Home)
    assert arc(belonging).start.acceptance == 0
    assert spot(belonging, "start").stand.place == arc(belonging).start


def test_scenes_are_added_and_removed_beside_the_square(belonging):
    belonging.show_person(MARA)
    steps = belonging.inspector.steps
    assert tuple(steps.panels) == (HANDOVER,)
    assert not steps.add.isVisible()
    steps._remove(HANDOVER)
    assert not steps.panels
    assert arc(belonging).turning_points == ()
    belonging.belonging_actions.turning.trigger()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.picked.emit(HANDOVER)
    popup.close()
    assert tuple(steps.panels) == (HANDOVER,)


def test_portraits_in_one_place_are_told_apart(belonging):
    mara, idris = arc(belonging), IDRIS
    belonging.document.apply("", set_persona_part, idris, "belonging", "end", mara.end)
    first, second = spot(belonging, "end"), spot(belonging, "end", IDRIS)
    assert first.stand.place == second.stand.place
    assert (first.at - second.at).manhattanLength() >= 24


def test_findings_about_belonging_alone_stand_beside_it(belonging, qtbot):
    belonging.inspector.show_side("findings")
    findings = belonging.inspector.findings
    report = belonging._watcher.report
    wanted = {f.key for f in report.findings if f.check in ("guarded-starts", "nobody-belongs")}
    qtbot.waitUntil(lambda: not findings.busy)
    assert wanted <= {card.finding.key for card in findings.cards}


def test_an_empty_cast_offers_its_first_person(make_belonging, qtbot):
    belonging = make_belonging(Project())
    assert belonging.empty.isVisible()
    with qtbot.waitSignal(belonging.person_opened):
        qtbot.mouseClick(belonging.add, LEFT)
    assert len(belonging.document.project.cast) == 1
    assert belonging.square.isVisible()


def test_with_large_text_the_end_of_a_way_has_a_line_of_its_own_in_the_list(
    dressed_window, open_window, preferences
):
    belonging = open_window.desk.stack.show_workspace("belonging")
    first = belonging.people.ids.index(0)
    assert "\n" not in first.data().partition("\n")[2]
    preferences.choose(text_scale=2.0)
    name, _start, end = first.data().split("\n")
    assert name == "Mara"
    assert not end or end.startswith("→ ")
