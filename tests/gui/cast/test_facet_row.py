import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from personamap.domain.facet import FacetValue, Qualifier, QualifierOption
from personamap.edits.facets import set_facet_field
from personamap.gui.cast.facet_section import IdentitySection
from personamap.gui.cast.facet_words import showing_words, value_rows
from personamap.i18n import speaking
from tests.conftest import LENE, MARA


@pytest.fixture
def rows(cast):
    return cast.editor.sections[IdentitySection].rows


@pytest.fixture
def answer(document, cast):
    return lambda facet: document.project.persona(cast.editor.persona_id).answer(facet)


def texts(row):
    return [chip.text() for chip in row.value_chips.values()]


def menu():
    return next(w for w in QApplication.topLevelWidgets() if type(w) is QMenu and w.isVisible())


def choose(text):
    shown = menu()
    next(a for a in shown.actions() if a.text() == text).trigger()
    shown.close()


def test_a_value_is_added_with_the_keyboard_alone(cast, rows, answer, hands):
    cast.wall.select([LENE])
    row = rows["disability"]
    row.add.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.search("hea")
    assert answer("disability").counted_values == ("hearing",)
    assert texts(row) == ["Hearing"]
    assert row.add.hasFocus()


def test_picking_a_value_again_takes_it_out(rows, answer, hands):
    row = rows["disability"]
    hands.click(row.add)
    hands.search("hear")
    assert answer("disability").state == "undecided"
    assert not row.value_chips


def test_a_facet_that_takes_one_value_replaces_it(rows, answer, hands):
    row = rows["age_band"]
    assert not row.add.isVisible()
    hands.click(row.value_chips["16-34"])
    choose("Choose another…")
    hands.search("55")
    assert answer("age_band").counted_values == ("55plus",)


def test_words_nobody_listed_become_own_words(cast, rows, answer, hands):
    cast.wall.select([LENE])
    hands.click(rows["disability"].add)
    hands.search("My back, on some days")
    assert answer("disability").own_words == "My back, on some days"
    assert answer("disability").state == "stated"
    assert rows["disability"].words.isVisible()


def test_a_blank_is_chosen_from_the_menu_with_the_keyboard(cast, rows, answer, document, hands):
    cast.wall.select([LENE])
    row = rows["age_band"]
    row.blank.setFocus()
    hands.press(Qt.Key.Key_Space)
    shown = hands.menu()
    assert [a.text().split(":")[0] for a in shown.actions()[1:]] == [
        "Undecided",
        "Open",
        "Withheld",
        "Undisclosed",
    ]
    assert shown.actions()[1].isChecked()
    hands.press(Qt.Key.Key_Down, shown)
    hands.press(Qt.Key.Key_Down, shown)
    hands.press(Qt.Key.Key_Return, shown)
    assert answer("age_band").state == "withheld"
    assert row.blank.text() == "Withheld"
    document.undo_stack.undo()
    assert row.blank.text() == "Undecided"


def test_a_click_on_a_blank_chooses_it(cast, rows, answer, hands):
    cast.wall.select([LENE])
    hands.click(rows["age_band"].blank)
    hands.click(hands.menu().rows["open"])
    assert answer("age_band").state == "open"


def test_a_value_left_blank_is_kept_and_can_count_again(rows, answer, hands):
    row = rows["disability"]
    hands.click(row.more)
    hands.click(hands.menu().rows["withheld"])
    assert answer("disability").state == "withheld"
    assert texts(row) == ["Hearing"]
    assert row.value_chips["hearing"].property("role") == "chip-blank"
    hands.click(row.state_again)
    assert answer("disability").counted_values == ("hearing",)


def test_a_chip_is_removed_with_the_delete_key(cast, rows, answer, hands):
    chip = rows["disability"].value_chips["hearing"]
    chip.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert answer("disability").is_blank
    assert cast.document.project.find_persona(MARA) is not None


def test_a_qualifier_is_added_and_changed(document, rows, answer, hands):
    context = Qualifier(
        id="context",
        label="Context",
        options=(
            QualifierOption(id="permanent", label="Permanent"),
            QualifierOption(id="temporary", label="Temporary"),
        ),
    )
    document.apply("Qualify", set_facet_field, "disability", "qualifiers", (context,))
    row = rows["disability"]
    for option in ("Permanent", "Temporary"):
        hands.click(row.value_chips["hearing"])
        choose(option)
    assert answer("disability").values[0].qualifiers == ("temporary",)
    assert texts(row) == ["Hearing, temporary"]


def test_own_words_are_one_undo_step(document, rows, answer, hands):
    row = rows["disability"]
    hands.click(row.say)
    hands.type("I lip-read.")
    assert answer("disability").own_words == "I lip-read."
    document.undo_stack.undo()
    assert document.undo_stack.isClean()
    assert row.words.text() == ""


def test_how_the_story_shows_it(rows, answer, hands):
    row = rows["disability"]
    for way in ("Seen", "Mentioned"):
        hands.click(row.showing)
        choose(way)
    assert answer("disability").shown == ("seen", "mentioned")
    assert row.showing.text() == "Seen, mentioned"
    hands.click(row.showing)
    choose("Note for the writers")
    hands.type("A hearing aid")
    assert answer("disability").shown_how == "A hearing aid"


def test_german_nouns_stay_large_in_how_the_story_shows_it():
    with speaking("de"):
        assert showing_words(("seen", "writers")) == "Gesehen, nur für Schreibende"


def test_the_star_says_that_a_facet_matters(document, rows, hands):
    row = rows["disability"]
    assert rows["age_band"].star.isChecked()
    hands.press(Qt.Key.Key_Space, row.star)
    assert document.project.facet("disability").starred
    document.undo_stack.undo()
    assert not row.star.isChecked()


def test_a_facet_switched_off_loses_its_row(document, rows, cast):
    document.apply("Off", set_facet_field, "disability", "active", False)
    assert list(cast.editor.sections[IdentitySection].rows) == ["age_band"]
    document.undo_stack.undo()
    shown = cast.editor.sections[IdentitySection].rows
    assert list(shown) == ["age_band", "disability"]
    assert texts(shown["disability"]) == ["Hearing"]


def test_details_stand_under_their_groups(document):
    facet = document.project.facet("disability").evolve(
        values=(
            FacetValue(id="detail", label="Deaf", parent="hearing"),
            FacetValue(id="hearing", label="Hearing"),
            FacetValue(id="lost", label="Lost", parent="gone"),
        )
    )
    answer = document.project.persona(MARA).answer("disability")
    shown = [(row.id, row.level, row.chosen) for row in value_rows(facet, answer)]
    assert shown == [("hearing", 0, True), ("detail", 1, False), ("lost", 0, False)]


def test_an_answer_on_a_value_the_facet_lost_is_still_shown(document, rows):
    document.apply("Less", set_facet_field, "disability", "values", ())
    assert texts(rows["disability"]) == ["hearing"]


def test_the_name_of_a_facet_breaks_only_where_there_is_no_room(cast, rows, document):
    cast.wall.select([LENE])
    label = rows["disability"].label
    label.setText("Socio-economic background")
    line = label.fontMetrics().lineSpacing()
    assert label.heightForWidth(label.sizeHint().width()) < 2 * line
    assert label.heightForWidth(label.sizeHint().width() // 2) >= 2 * line
