"""Complete my cast, as a person does it."""

import pytest
from PySide6.QtCore import Qt

from personamap.domain.audience import Aim
from personamap.domain.persona import Answer, StatedValue
from personamap.edits.facets import set_facet_field
from personamap.edits.personas import set_answer
from personamap.gui.coverage.completing.dialog import CompleteDialog
from personamap.gui.document import Document
from tests.conftest import LENE
from tests.gui.asking import the_dialog

OLDEST = Answer(facet="age_band", state="stated", values=(StatedValue(value="55plus"),))


def is_ready(dialog):
    """Tell whether nobody is being looked for any more."""
    return not dialog.working.stop.isVisible()


@pytest.fixture
def project(project):
    """Two facets matter, so that their values should meet."""
    return set_facet_field(project, "disability", "starred", True)


@pytest.fixture
def ask(workspace, document, qtbot):
    """Open the dialog and wait until somebody is found."""

    def asked(shown=document):
        dialog = CompleteDialog.ask(shown, workspace)
        qtbot.waitUntil(lambda: is_ready(dialog))
        return dialog

    return asked


def people(dialog):
    return {frozenset(card.values) for card in dialog.cards}


def test_the_button_in_the_head_proposes_people(workspace, qtbot):
    button = next(b for b in workspace.head.buttons if b.text() == "Complete my cast…")
    button.click()
    dialog = the_dialog(qtbot, CompleteDialog)
    qtbot.waitUntil(lambda: bool(dialog.cards))
    assert len(dialog.cards) <= dialog.wishes.most.value()
    first = dialog.cards[0]
    assert first.chips
    assert "nobody had" in first.adds.text()
    assert first.closes.text().startswith("Closes")
    assert dialog.said.text()
    dialog.reject()


def test_everybody_is_added_in_one_undo_step(ask, document):
    before = document.project
    dialog = ask()
    values = [card.values for card in dialog.cards]
    assert dialog.add_button.text() == f"&Add {len(values)} people"
    dialog.accept()
    added = document.project.personas[len(before.personas) :]
    said = [[(a.facet, *a.counted_values) for a in persona.answers] for persona in added]
    assert said == [[(ref.facet, ref.value) for ref in person] for person in values]
    assert document.project.personas[: len(before.personas)] == before.personas
    document.undo_stack.undo()
    assert document.project is before
    assert document.undo_stack.isClean()


def test_somebody_can_be_left_out(ask, document, qtbot):
    before = len(document.project.personas)
    dialog = ask()
    count = len(dialog.cards)
    with qtbot.waitSignal(dialog.weighed):
        qtbot.keyClick(dialog.cards[0].choice, Qt.Key.Key_Space)
    assert dialog.cards[0].adds.text() == "Left out"
    assert not dialog.cards[0].closes.isVisible()
    assert dialog.cards[1].closes.text()
    dialog.accept()
    assert len(document.project.personas) == before + count - 1


def test_nobody_is_added_when_all_are_left_out(ask, qtbot):
    dialog = ask()
    for card in dialog.cards:
        card.choice.setChecked(False)
    assert not dialog.add_button.isEnabled()
    dialog.reject()


def test_another_value_can_be_chosen_and_one_can_be_left_undecided(ask, document, qtbot):
    dialog = ask()
    card = next(card for card in dialog.cards if len(card.values) > 1)
    chip, old = card.chips[0], card.values[0]
    chip.menu().aboutToShow.emit()
    other = next(a for a in chip.menu().actions() if a.isCheckable() and not a.isChecked())
    words = other.text()
    with qtbot.waitSignal(dialog.weighed):
        other.trigger()
    assert card.values[0].facet == old.facet
    assert card.values[0] != old
    assert words in card.chips[0].text()
    menu = card.chips[0].menu()
    menu.aboutToShow.emit()
    with qtbot.waitSignal(dialog.weighed):
        menu.actions()[-1].trigger()
    assert old.facet not in {value.facet for value in card.values}
    chosen = [card.values for card in dialog.cards]
    dialog.accept()
    added = document.project.personas[-len(chosen) :]
    assert [len(persona.answers) for persona in added] == [len(values) for values in chosen]


def test_another_suggestion_is_of_other_people(ask, qtbot):
    dialog = ask()
    first = people(dialog)
    dialog.again.click()
    qtbot.waitUntil(lambda: is_ready(dialog))
    assert people(dialog) != first or "Nobody else was found" in dialog.said.text()
    dialog.reject()


def test_fewer_people_are_proposed_when_fewer_are_wanted(ask, qtbot):
    dialog = ask()
    dialog.wishes.most.setValue(1)
    qtbot.waitUntil(lambda: is_ready(dialog) and len(dialog.cards) == 1)
    assert dialog.add_button.text() == "&Add 1 person"
    dialog.reject()


def test_a_search_can_be_stopped_and_begun_again(workspace, document, qtbot):
    dialog = CompleteDialog.ask(document, workspace)
    dialog.working.stop.click()
    qtbot.waitUntil(lambda: is_ready(dialog))
    assert dialog.said.text().startswith("Stopped.")
    assert not dialog.cards
    assert not dialog.add_button.isEnabled()
    dialog.again.click()
    qtbot.waitUntil(lambda: bool(dialog.cards))
    dialog.reject()


def test_closing_it_while_it_looks_changes_nothing(workspace, document, qtbot):
    before = document.project
    dialog = CompleteDialog.ask(document, workspace)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert document.project is before


def test_where_nothing_is_missing_it_says_so(ask, project, qtbot):
    one_facet = set_facet_field(project, "disability", "starred", False)
    document = Document(set_answer(one_facet, LENE, OLDEST))
    dialog = ask(document)
    dialog.wishes.joined.setCurrentIndex(0)
    qtbot.waitUntil(lambda: dialog.nothing.isVisible() and is_ready(dialog))
    assert dialog.nothing.title.text() == "Nothing of this is missing"
    assert not dialog.again.isEnabled()
    dialog.wishes.values.setChecked(False)
    qtbot.waitUntil(lambda: dialog.nothing.title.text() == "Nothing is chosen")
    dialog.reject()
    document.deleteLater()


def test_without_facets_it_says_what_is_needed_first(ask, project):
    document = Document(project.evolve(facets=()))
    dialog = ask(document)
    assert dialog.nothing.title.text() == "There is nothing to count by yet"
    assert not dialog.add_button.isEnabled()
    dialog.reject()
    document.deleteLater()


def test_an_empty_cast_can_be_begun_with_what_matters(ask, project):
    document = Document(project.evolve(personas=(), scenes=(), relationships=()))
    dialog = ask(document)
    dialog.accept()
    assert len(document.project.personas) == len(dialog.cards) > 0
    document.deleteLater()


def test_where_nothing_is_starred_it_asks_what_matters(ask, project):
    plain = tuple(
        facet.evolve(
            starred=False, values=tuple(value.evolve(starred=False) for value in facet.values)
        )
        for facet in project.facets
    )
    document = Document(project.evolve(facets=plain, audiences=(), aim=Aim()))
    dialog = ask(document)
    assert dialog.wishes.wish.scope.joined == 0
    assert dialog.nothing.title.text() == "Nothing is said to matter yet"
    dialog.reject()
    document.deleteLater()
