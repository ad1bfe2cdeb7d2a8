import random
import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from personamap.domain.audience import Audience, AudienceGroup
from personamap.domain.facet import ValueRef
from personamap.edits.audiences import remove_audience, set_audience
from personamap.gui.document import Document
from personamap.gui.importing.audience.dialog import ImportAudienceDialog, in_steps
from personamap.gui.importing.audience.overview import AudienceDialog
from personamap.gui.importing.audience.totals_dialog import TotalsDialog
from personamap.gui.jobs import Progress
from personamap.services.projects import save_project

YOUNG, OLDER = "16 to 34", "35 to 54"


@pytest.fixture
def document(project):
    return Document(project)


def kept(qtbot, dialog):
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def staff(tmp_path, young=40, older=30, heading="Staff no,Age,Able", third="Hearing"):
    path = tmp_path / "staff.csv"
    ages = [YOUNG] * young + [OLDER] * older
    rows = [f"S{number},{age},{third}" for number, age in enumerate(ages)]
    path.write_text("\n".join((heading, *rows)) + "\n")
    return path


@pytest.fixture
def read(qtbot, document):
    def read_table(path):
        dialog = kept(qtbot, ImportAudienceDialog(document))
        dialog.read(path)
        qtbot.waitUntil(dialog.progress.isHidden)
        return dialog

    return read_table


def choose(dialog, column, target):
    box = dialog.columns.boxes[column]
    box.setCurrentIndex(box.findData(target))
    box.activated.emit(box.currentIndex())


def count(qtbot, dialog):
    dialog.next.click()
    qtbot.waitUntil(lambda: dialog.job is None)


def rows(tree):
    tops = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return {
        top.text(0): {
            top.child(at).text(0): top.child(at).text(1) for at in range(top.childCount())
        }
        for top in tops
    }


def test_counts_of_a_table_become_the_audience_as_one_step(qtbot, read, document, tmp_path):
    before = document.project
    dialog = read(staff(tmp_path))
    count(qtbot, dialog)
    assert document.project is before
    assert rows(dialog.kept.counts)["Age band"] == {YOUNG: "40", OLDER: "30"}
    dialog.next.click()
    (audience,) = document.project.audiences
    assert (audience.people, audience.name) == (70, "staff")
    assert dialog.isHidden()
    document.undo_stack.undo()
    assert document.project is before


def test_a_column_that_tells_people_apart_is_never_shown_or_offered(read, tmp_path):
    dialog = read(staff(tmp_path))
    box = dialog.columns.boxes["Staff no"]
    assert [box.itemText(at) for at in range(box.count())] == ["Not read", "Number of people"]
    assert "S1" not in box.accessibleDescription()


def test_a_facet_chosen_for_another_column_moves_there(read, tmp_path):
    dialog = read(staff(tmp_path))
    assert dialog.columns.mapping.target_of("Age") == "age_band"
    box = dialog.columns.boxes["Able"]
    box.setCurrentIndex(box.findData("age_band"))
    box.activated.emit(box.currentIndex())
    assert dialog.columns.mapping.target_of("Age") == ""
    assert dialog.columns.boxes["Age"].currentText() == "Not read"


def test_without_a_column_there_is_nothing_to_count(read, tmp_path):
    path = tmp_path / "towns.csv"
    path.write_text("Town\nLeeds\nYork\nLeeds\n")
    dialog = read(path)
    assert not dialog.next.isEnabled()


def test_small_groups_are_hidden_from_the_number_on_that_is_chosen(qtbot, read, tmp_path):
    dialog = read(staff(tmp_path, young=100, older=30))
    dialog.columns.smallest.setValue(40)
    count(qtbot, dialog)
    assert OLDER not in rows(dialog.kept.counts).get("Age band", {})
    assert "none below 40" in dialog.kept.summary.text()


def test_what_stays_hidden_is_told_with_the_reason(qtbot, read, tmp_path):
    path = tmp_path / "staff.csv"
    ages = [YOUNG] * 100 + [OLDER] * 30 + ["55 and over"] * 3 + ["grown up"] * 12 + [""] * 20
    path.write_text("Age,Able\n" + "".join(f"{age},Hearing\n" for age in ages))
    dialog = read(path)
    choose(dialog, "Age", "age_band")
    choose(dialog, "Able", "disability")
    count(qtbot, dialog)
    told = rows(dialog.kept.counts)
    assert [words for words in told["Age band"] if "people" in words] == [
        "20 people without an answer",
        # Twelve in unknown words would tell that three are left.
        "15 people in groups too small to tell, in words that name no value, or without an answer",
    ]
    assert list(told["Disability"]) == ["Hearing"]


def test_counts_by_what_the_project_no_longer_has_are_still_shown(qtbot, document):
    refs = (ValueRef(facet="age_band", value="centenarian"), ValueRef(facet="town", value="york"))
    groups = tuple(AudienceGroup(values=(ref,), people=40) for ref in refs)
    audience = Audience(id="aud-old", people=40, facets=("age_band", "town"), groups=groups)
    document.apply("Set", set_audience, audience)
    overview = kept(qtbot, AudienceDialog(document))
    assert rows(overview.counts) == {"Age band": {"centenarian": "40"}, "town": {"york": "40"}}


def test_a_word_no_value_is_known_by_can_be_given_one(qtbot, read, document, tmp_path):
    dialog = read(staff(tmp_path, third="Zzyzx"))
    assert dialog.columns.mapping.target_of("Able") == ""
    box = dialog.columns.boxes["Able"]
    box.setCurrentIndex(box.findData("disability"))
    box.activated.emit(box.currentIndex())
    count(qtbot, dialog)
    (stands_for,) = dialog.kept.boxes.values()
    stands_for.setCurrentIndex(stands_for.findText("Hearing"))
    stands_for.activated.emit(stands_for.currentIndex())
    assert not dialog.next.isEnabled()
    qtbot.waitUntil(lambda: dialog.job is None)
    assert rows(dialog.kept.counts)["Disability"] == {"Hearing": "70"}
    (again,) = dialog.kept.boxes.values()
    assert again.currentText() == "Hearing"


def test_too_few_people_are_refused_where_the_columns_are_chosen(qtbot, read, document, tmp_path):
    before = document.project
    dialog = read(staff(tmp_path, young=3, older=2))
    count(qtbot, dialog)
    assert "fewer than 10 people" in dialog.columns.problem.text()
    assert dialog.pages.currentWidget() is dialog.columns
    assert document.project is before


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\0\0\0", b"PAR1 no"])
def test_a_file_that_is_no_table_is_refused_in_the_dialog(read, tmp_path, content):
    path = tmp_path / "staff.csv"
    path.write_bytes(content)
    dialog = read(path)
    assert "staff.csv" in dialog.start.problem.text()
    assert dialog.start.choose.isEnabled()


def test_going_back_while_it_counts_lets_the_count_go(qtbot, read, document, tmp_path):
    dialog = read(staff(tmp_path, young=4_000))
    dialog.next.click()
    dialog.back.click()
    assert dialog.job is None
    assert dialog.progress.isHidden()
    assert dialog.pages.currentWidget() is dialog.start


def test_cancelling_changes_nothing(qtbot, read, document, tmp_path):
    before = document.project
    dialog = read(staff(tmp_path))
    dialog.next.click()
    dialog.cancel.click()
    assert dialog.isHidden()
    assert document.project is before


def test_totals_can_be_typed_and_follow_the_same_rules(qtbot, document):
    dialog = kept(qtbot, TotalsDialog(document))
    place = next(at for at, f in enumerate(dialog.facets) if f.id == "age_band")
    dialog.list.setCurrentRow(place)
    for value, people in {"16-34": "120", "35-54": "90", "55plus": "4"}.items():
        qtbot.keyClicks(dialog.fields[value], people)
    assert "hidden" in dialog.summary.text()
    dialog.accept()
    (audience,) = document.project.audiences
    assert audience.people == 214
    assert sorted(group.people for group in audience.groups) == [120]
    document.undo_stack.undo()
    assert not document.project.audiences


def test_what_was_typed_can_be_typed_over(qtbot, document):
    first = kept(qtbot, TotalsDialog(document))
    first.totals = {"age_band": {"16-34": 120, "35-54": 90}}
    first.accept()
    second = kept(qtbot, TotalsDialog(document))
    place = next(at for at, f in enumerate(second.facets) if f.id == "age_band")
    assert second.list.currentRow() == place
    assert second.fields["16-34"].text() == "120"
    assert second.people.text() == "210"


def typing(qtbot, document, **people):
    dialog = kept(qtbot, TotalsDialog(document))
    place = next(at for at, f in enumerate(dialog.facets) if f.id == "age_band")
    dialog.list.setCurrentRow(place)
    for value, count in people.items():
        dialog.fields[value].clear()
        qtbot.keyClicks(dialog.fields[value], str(count))
    return dialog


def test_numbers_typed_again_as_they_are_change_nothing(qtbot, document):
    typing(qtbot, document, **{"16-34": 120, "35-54": 90}).accept()
    before = document.project
    typing(qtbot, document).accept()
    assert document.project is before


def test_a_number_that_stays_as_it_was_is_told(qtbot, document):
    typing(qtbot, document, **{"16-34": 120, "35-54": 90}).accept()
    dialog = typing(qtbot, document, **{"16-34": 123})
    assert "stay as they were" in dialog.summary.text()
    assert "remove the audience first" in dialog.summary.text()


def test_numbers_that_exceed_all_people_are_told(qtbot, document):
    dialog = typing(qtbot, document, **{"16-34": 120, "35-54": 90})
    qtbot.keyClicks(dialog.people, "200")
    assert "add up to 210" in dialog.summary.text()


def test_typing_over_a_crossed_audience_says_what_goes(qtbot, document):
    young = ValueRef(facet="age_band", value="16-34")
    crossed = (young, ValueRef(facet="disability", value="hearing"))
    groups = tuple(AudienceGroup(values=refs, people=4000) for refs in ((young,), crossed))
    audience = Audience(id="aud-1", people=4000, groups=groups, smallest_group=20)
    document.apply("Set", set_audience, audience)
    dialog = typing(qtbot, document, **{"16-34": 3000})
    assert "lost if you keep these" in dialog.summary.text()
    assert dialog.smallest.minimum() == 20


def test_a_crossed_audience_can_be_given_another_name_and_keeps_its_counts(qtbot, document):
    young = ValueRef(facet="age_band", value="16-34")
    crossed = (young, ValueRef(facet="disability", value="hearing"))
    groups = tuple(AudienceGroup(values=refs, people=4000) for refs in ((young,), crossed))
    audience = Audience(id="aud-1", people=4000, groups=groups)
    document.apply("Set", set_audience, audience)
    dialog = typing(qtbot, document)
    assert dialog.summary.text() == "1 number is kept"
    qtbot.keyClicks(dialog.about.name, "Everybody")
    dialog.accept()
    assert document.project.audiences == (audience.evolve(name="Everybody"),)


def test_nothing_typed_is_nothing_to_keep(qtbot, document):
    dialog = kept(qtbot, TotalsDialog(document))
    keep = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not keep.isEnabled()


def test_the_audience_shows_what_is_kept_and_can_be_removed(qtbot, read, document, tmp_path):
    overview = kept(qtbot, AudienceDialog(document))
    assert overview.summary.text() == "Nobody yet"
    assert not overview.remove.isEnabled()
    dialog = read(staff(tmp_path))
    count(qtbot, dialog)
    dialog.next.click()
    assert "70 people" in overview.summary.text()
    assert rows(overview.counts)["Age band"][YOUNG] == "40"
    qtbot.mouseClick(overview.remove, Qt.MouseButton.LeftButton)
    assert overview.summary.text() == "Nobody yet"
    assert not document.project.audiences
    document.undo_stack.undo()
    assert "70 people" in overview.summary.text()


def test_the_overview_leads_to_a_table_and_to_typing(qtbot, document):
    overview = kept(qtbot, AudienceDialog(document))
    overview.bring.click()
    bringing = overview.findChild(ImportAudienceDialog)
    assert bringing.findChild(QFileDialog).isVisible()
    bringing.findChild(QFileDialog).reject()
    bringing.reject()
    overview.type.click()
    overview.findChild(TotalsDialog).reject()


def test_an_audience_that_is_gone_leaves_nothing_to_show(qtbot, document):
    dialog = kept(qtbot, TotalsDialog(document))
    dialog.totals = {"age_band": {"16-34": 120, "35-54": 90}}
    dialog.accept()
    overview = kept(qtbot, AudienceDialog(document))
    document.apply("Remove the audience", remove_audience)
    assert overview.counts.isHidden()


def test_no_row_or_identifier_of_a_table_is_in_any_byte_written(
    qtbot, read, document, tmp_path, monkeypatch
):
    away = tmp_path / "temporary"
    away.mkdir()
    monkeypatch.setenv("TMPDIR", str(away))
    dice = random.Random(7)
    tokens = [f"Tok{dice.getrandbits(48):012x}" for _number in range(100)]
    table = tmp_path / "table"
    table.mkdir()
    lines = ["Name,Age,Able"]
    lines += [f"{token},{YOUNG},Hearing" for token in tokens[:60]]
    lines += [f"{token},{OLDER},No disability" for token in tokens[60:97]]
    lines += [f"{token},{OLDER},{token}" for token in tokens[97:]]
    (table / "staff.csv").write_text("\n".join(lines) + "\n")
    dialog = read(table / "staff.csv")
    count(qtbot, dialog)
    assert dialog.columns.problem.text() == ""
    dialog.next.click()
    assert document.project.audiences[0].people == 100
    save_project(document.project, tmp_path / "course.personamap")
    written = [p.read_bytes() for p in tmp_path.rglob("*") if p.is_file() and p.parent != table]
    with zipfile.ZipFile(tmp_path / "course.personamap") as parts:
        written += [parts.read(name) for name in parts.namelist()]
    assert len(written) == 2
    assert not [token for token in tokens for content in written if token.encode() in content]


def test_a_file_of_many_gigabytes_is_counted_in_steps_a_bar_can_show():
    told = []
    report = in_steps(Progress(lambda done, total: told.append((done, total))))
    report(5 * 2**32, 10 * 2**32)
    report(0, 0)
    assert told == [(500, 1000), (0, 0)]
