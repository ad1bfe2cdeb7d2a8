from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from personamap.gui.id_list_model import ID_ROLE, IdListModel

ids = st.lists(st.sampled_from("abcdefghij"), unique=True)


def show(item_id, role):
    return item_id.upper() if role == Qt.ItemDataRole.DisplayRole else None


@given(st.lists(ids, min_size=2, max_size=6))
def test_any_list_may_follow_any_other(qapp, lists):
    model = IdListModel(show)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for wanted in lists:
        marks = {i: QPersistentModelIndex(model.index_of(i)) for i in model.ids}
        model.show_ids(wanted)
        assert model.ids == tuple(wanted)
        for item_id, mark in marks.items():
            assert mark.isValid() == (item_id in wanted)
            if mark.isValid():
                assert mark.data(ID_ROLE) == item_id
    assert tester.model() is model


def test_only_the_span_of_what_was_edited_is_redrawn(qapp, qtbot):
    model = IdListModel(show)
    model.show_ids("abcde")
    with qtbot.waitSignal(model.dataChanged) as said:
        model.show_ids("abcde", {"b", "d"})
    assert (said.args[0].row(), said.args[1].row()) == (1, 3)
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_ids("abcde", {"x"})


def test_runs_of_rows_are_told_by_their_ends(qapp):
    model = IdListModel(lambda item_id, _role: item_id)
    model.show_ids("abcdefg")
    spans = [(start.row(), end.row()) for start, end in model.spans_of(["g", "a", "c", "b", "zz"])]
    assert spans == [(0, 2), (6, 6)]
