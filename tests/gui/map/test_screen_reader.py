import gc

from PySide6.QtGui import QAccessible

from personamap.gui.map.workspace import MapWorkspace

MARA, IDRIS, LENE, RULES = "per-mara", "per-idris", "per-lene", "exp-rules"


def test_a_screen_reader_walks_the_map(workspace, document):
    interface = QAccessible.queryAccessibleInterface(workspace.view)
    names = {interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())}
    assert names == {
        "Mara, 1 relationship, shares 1 experience",
        "Idris, 1 relationship, shares 1 experience",
        "Lene, no relationships",
        "Nobody told me the rules, 2 people",
    }
    assert interface.text(QAccessible.Text.Name) == "Persona map"
    assert interface.text(QAccessible.Text.Description) == "3 people, 1 experience"


def test_a_screen_reader_is_told_where_the_focus_is(workspace):
    workspace.select(LENE)
    interface = QAccessible.queryAccessibleInterface(workspace.view)
    focused = interface.focusChild()
    assert focused.text(QAccessible.Text.Name) == "Lene, no relationships"
    assert focused.state().focused
    assert focused.role() == QAccessible.Role.ListItem
    assert interface.indexOfChild(focused) >= 0
    assert focused.rect().width() > 40
    assert focused.parent().object() is workspace.view


def test_screen_reader_interfaces_outlive_no_map(qtbot, document):
    for _ in range(20):
        workspace = MapWorkspace(document)
        workspace.show()
        interface = QAccessible.queryAccessibleInterface(workspace.view)
        [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]
        workspace.close()
        workspace.deleteLater()
        qtbot.waitSignal(workspace.destroyed).wait()
        del workspace, interface
        gc.collect()
