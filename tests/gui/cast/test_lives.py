import pytest
from PySide6.QtWidgets import QApplication, QMenu

from personamap.domain.experience import Relationship
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Persona
from personamap.edits.experiences import set_relationship
from personamap.edits.items import add_items
from personamap.gui.cast.experience_section import MOST_NAMES, ExperienceSection, names
from personamap.gui.cast.panel_section import AT_A_TIME
from personamap.gui.cast.relationship_section import RelationshipSection
from personamap.gui.dialogs.loss_dialog import LossDialog
from tests.conftest import IDRIS, LENE, MARA


@pytest.fixture
def lived(cast):
    section = cast.editor.sections[ExperienceSection]
    section.open()
    return section


@pytest.fixture
def ties(cast):
    section = cast.editor.sections[RelationshipSection]
    section.open()
    return section


def choose(panel, text, hands):
    hands.click(panel.more)
    menu = next(w for w in QApplication.topLevelWidgets() if type(w) is QMenu and w.isVisible())
    next(a for a in menu.actions() if a.text() == text).trigger()
    menu.close()


def test_a_shared_experience_says_with_whom(lived):
    panel = lived.panels["exp-rules"]
    assert panel.title.text() == "Nobody told me the rules"
    assert panel.line.text() == "shared with Idris"
    assert lived.header.summary == "1, 1 of them shared"


def test_an_experience_of_others_is_shared_by_one_pick(cast, lived, document, hands):
    cast.wall.select([LENE])
    hands.click(lived.add)
    popup = hands.popup()
    assert popup.found.index(0).data() == "Nobody told me the rules — lived by Mara, Idris"
    hands.search("rules")
    assert document.project.persona(LENE).experiences[0].experience == "exp-rules"
    hands.type("My first shift was the worst.")
    assert document.project.persona(LENE).experiences[0].own_words.startswith("My first")
    assert lived.panels["exp-rules"].line.text() == "shared with Mara, Idris"


def test_a_new_experience_is_written_in_place(cast, lived, document, hands):
    hands.click(lived.add)
    hands.search("The lift was out")
    experience = document.project.experiences[-1]
    assert experience.title == "The lift was out"
    panel = lived.panels[experience.id]
    assert panel.is_open
    panel.form.form.fields["help"].setFocus()
    hands.type("A note at the door")
    panel.form.form.fields["turn"].activated.emit(1)
    hands.click(panel.form.touches.add)
    hands.search("disability hearing")
    changed = document.project.find_experience(experience.id)
    assert changed.help == "A note at the door"
    assert changed.turn == "enabler"
    assert changed.touches == (ValueRef(facet="disability", value="hearing"),)
    hands.click(panel.form.touches.chips[0])
    assert document.project.find_experience(experience.id).touches == ()


def test_an_experience_is_dropped_by_one_and_kept_by_the_other(lived, document, hands):
    choose(lived.panels["exp-rules"], "Not lived by this person", hands)
    assert document.project.persona(MARA).experiences == ()
    assert document.project.persona(IDRIS).experiences != ()


def test_an_experience_deleted_for_everybody_comes_back_with_undo(lived, document, hands):
    before = document.project
    choose(lived.panels["exp-rules"], "Delete the experience for everybody…", hands)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, LossDialog))
    assert dialog.lines[0].endswith("Mara and Idris.")
    assert document.project is before
    dialog.accept()
    assert document.project.experiences == ()
    assert document.project.persona(IDRIS).experiences == ()
    document.undo_stack.undo()
    assert document.project is before
    assert "exp-rules" in lived.panels


def test_a_relationship_reads_rightly_from_both_sides(cast, ties):
    assert ties.panels["rel-manages"].title.text() == "reports to Idris"
    cast.wall.select([IDRIS])
    assert ties.panels["rel-manages"].title.text() == "manages Mara"


def test_a_relationship_is_added_with_a_word_and_shown_on_the_other(cast, ties, document, hands):
    hands.click(ties.add)
    hands.search("Lene")
    tie = document.project.relationships[-1]
    assert (tie.source, tie.target) == (MARA, LENE)
    hands.type("manages")
    tie = document.project.relationships[-1]
    assert (tie.label, tie.reciprocal) == ("manages", "reports to")
    cast.wall.select([LENE])
    assert ties.panels[tie.id].title.text() == "reports to Mara"


def test_a_word_is_picked_for_the_side_one_is_on(ties, document, hands):
    panel = ties.panels["rel-manages"]
    panel.open()
    hands.click(panel.form.choose)
    hands.search("manages")
    tie = document.project.relationships[0]
    assert (tie.source, tie.label, tie.reciprocal) == (IDRIS, "reports to", "manages")
    assert tie.power == "target"
    assert panel.form.power.currentText() == "Mara"


def test_words_of_ones_own_keep_what_the_other_side_says(ties, document, hands):
    panel = ties.panels["rel-manages"]
    panel.open()
    panel.form.theirs.setFocus()
    panel.form.theirs.selectAll()
    hands.type("keeps an eye on")
    tie = document.project.relationships[0]
    assert tie.label == "keeps an eye on"
    panel.form.mine.setFocus()
    panel.form.mine.selectAll()
    hands.type("hides from")
    tie = document.project.relationships[0]
    assert (tie.label, tie.reciprocal) == ("keeps an eye on", "hides from")


def test_power_trust_and_note_belong_to_the_tie(ties, document, hands):
    panel = ties.panels["rel-manages"]
    panel.open()
    panel.form.trust.activated.emit(panel.form.trust.findData("low"))
    panel.form.power.activated.emit(panel.form.power.findText("Idris"))
    panel.form.note.setFocus()
    hands.type("Since the rota")
    tie = document.project.relationships[0]
    assert (tie.trust, tie.power, tie.note) == ("low", "source", "Since the rota")


def test_a_closed_panel_says_how_the_two_stand(cast, ties, document):
    panel = ties.panels["rel-manages"]
    document.apply("Standing", set_relationship, "rel-manages", power="source", trust="mixed")
    assert panel.line.text() == "Idris decides · trust: mixed"
    assert not panel.picture.pixmap().isNull()
    cast.wall.select([IDRIS])
    assert ties.panels["rel-manages"].line.text() == "Idris decides · trust: mixed"
    document.apply("Equal", set_relationship, "rel-manages", power="equal", trust="unclear")
    assert ties.panels["rel-manages"].line.text() == "neither decides over the other"


def test_the_other_one_of_a_relationship_is_opened(cast, ties, hands):
    choose(ties.panels["rel-manages"], "Open in the cast", hands)
    assert cast.editor.persona_id == IDRIS


def test_a_relationship_turns_to_somebody_else(ties, document, hands):
    choose(ties.panels["rel-manages"], "With somebody else…", hands)
    hands.search("Lene")
    tie = document.project.relationships[0]
    assert (tie.source, tie.target) == (LENE, MARA)


def test_a_relationship_is_removed_and_brought_back(ties, document, hands):
    choose(ties.panels["rel-manages"], "Remove", hands)
    assert document.project.relationships == ()
    document.undo_stack.undo()
    assert ties.panels["rel-manages"].title.text() == "reports to Idris"


@pytest.fixture
def many(document, ties):
    """Mara has to do with Idris in fifty ways more than the section shows at first."""
    more = (Relationship(id=f"rel-{i}", source=MARA, target=IDRIS) for i in range(AT_A_TIME + 49))
    document.apply("Many", add_items, "relationships", *more)
    return ties


def test_of_many_relationships_the_first_are_shown_and_a_press_brings_the_next(many, hands):
    assert many.header.summary == str(AT_A_TIME + 50)
    assert (len(many.panels), many.more.text()) == (AT_A_TIME, "and 50 more")
    hands.click(many.more)
    assert (len(many.panels), many.more.text()) == (2 * AT_A_TIME, "and 10 more")
    hands.click(many.more)
    assert len(many.panels) == AT_A_TIME + 50
    assert many.more.isHidden()


def test_another_person_is_shown_from_the_first_again(cast, many, hands):
    hands.click(many.more)
    cast.wall.select([IDRIS])
    assert len(many.panels) == AT_A_TIME


def test_a_relationship_added_after_many_opens_at_once(many, document, hands):
    hands.click(many.add)
    hands.search("Lene")
    added = document.project.relationships[-1]
    assert many.panels[added.id].is_open
    assert many.more.text() == "and 50 more"


def test_a_crowd_that_shares_an_experience_is_named_in_part():
    people = tuple(Persona(id=f"per-{i}", name=f"P{i}") for i in range(MOST_NAMES + 3))
    assert names(people[:2]) == "P0, P1"
    assert names(people).endswith("P11 and 3 more")
