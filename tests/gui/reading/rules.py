"""What a screen reader and the Tab key need of a window, asked of Qt itself."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

MOST_STEPS = 400
MOST_CHILDREN = 300


def unnamed(root):
    """What can have the focus, and has no name to be told by."""
    return [told(role, path) for role, name, path in focusable(_interface(root), ()) if not name]


def names(root, role):
    """The names of everything of one role."""
    return [name for found, name, _path in everything(_interface(root), ()) if found == role]


def focusable(interface, path):
    return ((r, n, p) for r, n, p, can in _walk(interface, path) if can)


def everything(interface, path):
    return ((r, n, p) for r, n, p, _can in _walk(interface, path))


def told(role, path):
    return " > ".join(str(step).removeprefix("Role.") for step in (*path[-5:], role))


def tab_walk(window):
    """Press Tab until the focus is where it has been, and return everything it was on."""
    walked, seen = [], set()
    for _step in range(MOST_STEPS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget is None or (widget in seen and widget is not walked[-1]):
            break
        if widget not in seen:
            walked.append(widget)
            seen.add(widget)
    return walked


def backward_steps(window, walked):
    """The steps of a round that go up, or back within a row; one of them closes the round."""
    steps = [
        f"{_say(a)} -> {_say(b)}"
        for a, b in zip(walked, walked[1:] + walked[:1], strict=True)
        if _goes_back(*_branches(a, b, window), window)
    ]
    return steps if len(steps) > 1 else []


def _walk(interface, path):
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    role, state = interface.role(), interface.state()
    yield role, interface.text(QAccessible.Text.Name), path, state.focusable
    for at in range(min(interface.childCount(), MOST_CHILDREN)):
        yield from _walk(interface.child(at), (*path, role))


def _interface(widget):
    return QAccessible.queryAccessibleInterface(widget)


def _branches(a, b, window):
    """The widgets below the last common one, which are what is read one after the other."""
    one, other = _ancestry(a, window), _ancestry(b, window)
    for left, right in zip(one, other, strict=False):
        if left is not right:
            return left, right
    return window, window


def _ancestry(widget, window):
    chain = [widget]
    while chain[-1] is not window:
        chain.append(chain[-1].parentWidget())
    return chain[::-1]


def _goes_back(a, b, window):
    first, second = _rect(a, window), _rect(b, window)
    if a is b:
        return False
    same_row = second.top() <= first.bottom() and first.top() <= second.bottom()
    return second.bottom() < first.top() or (same_row and second.right() < first.left())


def _rect(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _say(widget):
    name = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {name!r}"
