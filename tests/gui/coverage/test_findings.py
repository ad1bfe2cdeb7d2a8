from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from personamap.analysis.check import AREAS
from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import check_coverage
from personamap.domain.review import Decision
from personamap.edits.personas import add_persona, new_persona
from personamap.edits.reviews import accept_finding
from personamap.gui.coverage.accept_dialog import AcceptDialog
from personamap.gui.coverage.findings_panel import PAGE, FindingsPanel
from personamap.gui.coverage.fix_dialog import FixDialog
from personamap.gui.coverage.known_checks import area_of
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.document import Document
from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.portrait.portraits import Portraits
from tests.benchmarks.bench_coverage import large_project
from tests.conftest import IDRIS, LENE
from tests.gui.coverage.conftest import is_settled


def card(workspace, key):
    return next(c for c in workspace.inspector.cards if c.finding.key == key and not c.isHidden())


def open_keys(workspace):
    return {c.finding.key for c in workspace.inspector.cards if not c.isHidden()}


def after_report(qtbot, workspace, act):
    with qtbot.waitSignal(workspace.watcher.reported):
        act()
    qtbot.waitUntil(lambda: is_settled(workspace))


def test_findings_stand_worst_first_and_only_one_is_current(workspace):
    current = [c for c in workspace.inspector.cards if c.property("current") == "true"]
    assert current == [workspace.inspector.cards[0]]
    assert workspace.inspector.cards[0].title.text() == "Nobody is 55 and over"
    assert workspace.inspector.head.numbers.text().endswith("open")


def test_the_arrow_keys_walk_the_findings(workspace, qtbot, window):
    panel = workspace.inspector
    panel.cards[0].take_focus()
    qtbot.keyClick(panel.cards[0].fix, Qt.Key.Key_Down)
    assert panel.cards[1].property("current") == "true"
    qtbot.keyClick(panel.cards[1].fix, Qt.Key.Key_Up)
    assert panel.cards[0].property("current") == "true"


def test_a_fix_is_previewed_and_applied_as_one_undo_step(workspace, qtbot, document):
    finding = card(workspace, "unseen-personas:per-idris").finding
    dialog = FixDialog.ask(document, finding, workspace)
    qtbot.waitUntil(lambda: bool(dialog.fixes))
    assert dialog.fixes[0].closes == ("unseen-personas:per-idris",)
    after_report(qtbot, workspace, dialog.accept)
    assert document.project.find_scene("scn-handover").find_appearance(IDRIS)
    assert finding.key not in open_keys(workspace)
    after_report(qtbot, workspace, document.undo_stack.undo)
    assert document.undo_stack.isClean()
    assert finding.key in open_keys(workspace)


def test_who_somebody_is_is_never_chosen_for_people(workspace, qtbot, document):
    finding = next(f for f in check_coverage(document.project).findings if f.check == "blanks")
    dialog = FixDialog.ask(document, finding, workspace)
    qtbot.waitUntil(lambda: bool(dialog.fixes))
    assert dialog.choices.checkedId() == -1
    assert not dialog.apply_button.isEnabled()
    assert "Nobody has decided this yet" in dialog.state.text()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert dialog.choices.checkedId() == 0
    assert dialog.apply_button.isEnabled()


def test_cancelling_a_fix_changes_nothing(workspace, qtbot, document):
    before = document.project
    dialog = FixDialog.ask(document, workspace.inspector.cards[0].finding, workspace)
    qtbot.waitUntil(lambda: bool(dialog.fixes))
    dialog.reject()
    assert document.project is before


def test_the_fix_button_opens_the_offers(workspace, qtbot):
    workspace.inspector.cards[0].fix.click()
    dialog = workspace.findChild(FixDialog)
    qtbot.waitUntil(lambda: bool(dialog.fixes))
    dialog.reject()


def test_accepting_needs_a_reason_and_moves_the_finding_down(workspace, qtbot, document):
    finding = workspace.inspector.cards[0].finding
    dialog = AcceptDialog.ask(document, finding, workspace)
    button = dialog.box.button(QDialogButtonBox.StandardButton.Ok)
    assert not button.isEnabled()
    dialog.reason.setPlainText("Nobody of that age works there.")
    dialog.author.setText("P. Lind")
    assert button.isEnabled()
    after_report(qtbot, workspace, dialog.accept)
    assert finding.key not in open_keys(workspace)
    qtbot.waitUntil(lambda: len(workspace.inspector.accepted_cards) == 1)
    quiet = workspace.inspector.accepted_cards[0]
    assert "P. Lind" in quiet.reason.text()
    after_report(qtbot, workspace, quiet.withdraw.click)
    assert finding.key in open_keys(workspace)
    assert quiet.isHidden()


def test_the_last_author_is_proposed_for_the_next_decision(workspace, qtbot, document):
    first = AcceptDialog.ask(document, workspace.inspector.cards[0].finding, workspace)
    first.reason.setPlainText("On purpose.")
    first.author.setText("P. Lind")
    after_report(qtbot, workspace, first.accept)
    second = AcceptDialog.ask(document, workspace.inspector.cards[0].finding, workspace)
    assert second.author.text() == "P. Lind"
    second.reject()


def test_every_check_can_say_why_it_matters(workspace, qtbot):
    for check in CHECKS:
        dialog = WhyDialog(check, workspace)
        assert "\nSource" in dialog.page.toPlainText()
        assert dialog.page.toPlainText().startswith(check.title)
        dialog.reject()


def test_a_finding_without_fixes_offers_none(qtbot, themed):
    project = large_project(12, 2)
    report = check_coverage(project)
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_report(Shown(report, Portraits.of(Document(project))))
    qtbot.waitUntil(lambda: len(panel.cards) == min(PAGE, len(report.findings)))
    names = [c for c in panel.cards if c.finding.check == "similar-names"]
    assert names
    assert all(c.fix.isHidden() and not c.accept.isHidden() for c in names)


def test_hundreds_of_findings_come_a_page_at_a_time_and_the_rest_is_told(qtbot, themed):
    project = large_project(200, 6)
    report = check_coverage(project)
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_report(Shown(report, Portraits.of(Document(project))))
    qtbot.waitUntil(lambda: len(panel.cards) == PAGE)
    assert not panel.hidden.isVisible()
    while panel.more.isVisible():
        wanted = min(len(panel.cards) + PAGE, len(report.findings))
        panel.more.click()
        qtbot.waitUntil(lambda count=wanted: len(panel.cards) == count)
    assert panel.hidden.isVisible()
    assert all("more" in line.text() for line in panel.hidden.lines)


def many_findings(qtbot, people=60, facets=6):
    """A panel with the findings of a large cast, more of some checks than a report lists."""
    project = large_project(people, facets)
    report = check_coverage(project)
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.resize(376, 800)
    panel.show()
    shown = Shown(report, Portraits.of(Document(project)))
    panel.show_report(shown)
    qtbot.waitUntil(lambda: panel.filled)
    return panel, shown


def shown_cards(panel):
    return [card for card in panel.cards if not card.isHidden()]


def test_what_a_report_does_not_list_is_there_when_one_check_is_asked_for(qtbot, themed):
    panel, shown = many_findings(qtbot)
    while panel.more.isVisible():
        panel.more.click()
        qtbot.waitUntil(lambda: panel.filled)
    check, number = next(iter(shown.report.hidden.items()))
    listed = sum(f.check == check for f in shown.report.findings)
    panel.hidden.lines[0].click()
    told = f"{listed + number} of {shown.report.open_count} open"
    qtbot.waitUntil(lambda: panel.filled)
    assert panel.head.numbers.text().startswith(told)
    assert {card.finding.check for card in shown_cards(panel)} == {check}
    panel.head.only.click()
    qtbot.waitUntil(lambda: panel.filled)
    assert len({card.finding.check for card in shown_cards(panel)}) > 1


def test_findings_are_listed_by_area_underheadings(qtbot, themed):
    panel, _shown = many_findings(qtbot)
    panel.head.put_in("area")
    qtbot.waitUntil(lambda: panel.filled)
    areas = [area_of(card.finding.check) for card in shown_cards(panel)]
    assert areas == sorted(areas, key=list(AREAS).index)
    headings = [label for label in panel.column.headings if not label.isHidden()]
    assert [label.text() for label in headings] == [AREAS[a] for a in dict.fromkeys(areas)]


def test_the_menu_narrows_the_findings_to_one_area(qtbot, themed):
    panel, _shown = many_findings(qtbot)
    panel.head.fill_menu()
    action = next(a for a in panel.head.menu.actions() if a.text().startswith("Names ("))
    action.trigger()
    qtbot.waitUntil(lambda: panel.filled)
    assert {area_of(c.finding.check) for c in shown_cards(panel)} == {"names"}
    assert panel.head.only.text() == "Only: Names"


def test_the_newest_come_first_when_that_is_wanted(workspace, qtbot, document):
    panel = workspace.inspector
    panel.head.put_in("newest")
    act = partial(document.apply, "Add", add_persona, new_persona("Nova"))
    after_report(qtbot, workspace, act)
    qtbot.waitUntil(lambda: panel.filled)
    before = {f.key for f in check_coverage(document.undo_stack.command(0).before).findings}
    new = [c.finding.key not in before for c in shown_cards(panel)]
    assert new[0]
    panel.head.put_in("worst")
    qtbot.waitUntil(lambda: panel.filled)
    listed = [c.finding.key for c in shown_cards(panel)]
    assert listed == [f.key for f in workspace.watcher.report.findings]


def test_what_came_back_says_what_was_decided_and_that_its_ground_has_changed(
    workspace, qtbot, document
):
    finding = workspace.inspector.cards[0].finding
    decision = Decision(
        id="dec-1", finding=finding.key, reason="On purpose.", author="P. Lind", evidence="other"
    )
    after_report(qtbot, workspace, partial(document.apply, "Accept", accept_finding, decision))
    back = card(workspace, finding.key)
    qtbot.waitUntil(lambda: "P. Lind" in back.decided.text())
    assert "“On purpose.”" in back.decided.text()
    assert "has changed since" in back.decided.text()


def test_the_current_finding_stays_current_while_the_cast_changes(workspace, qtbot, document):
    key = "unconnected-personas:per-lene"
    workspace.inspector.bring(key)
    finding = card(workspace, "unseen-personas:per-idris").finding
    dialog = FixDialog.ask(document, finding, workspace)
    qtbot.waitUntil(lambda: bool(dialog.fixes))
    after_report(qtbot, workspace, dialog.accept)
    assert card(workspace, key).property("current") == "true"
    assert LENE in card(workspace, key).finding.subjects
    assert QApplication.activeModalWidget() is None


def test_the_fields_of_a_decision_stand_clear_of_each_other_in_large_text(
    workspace, qtbot, qapp, document
):
    try:
        apply_theme(qapp, Theme.load("light", text_scale=2.0))
        qtbot.waitUntil(lambda: is_settled(workspace))
        dialog = AcceptDialog.ask(document, workspace.inspector.cards[0].finding, workspace)
        assert dialog.reason.geometry().bottom() < dialog.author.geometry().top()
        assert dialog.author.geometry().bottom() < dialog.box.geometry().top()
        dialog.reject()
    finally:
        apply_theme(qapp, Theme.load("light"))
