"""Scrolling past a field, and what it holds."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from personamap.gui.widgets.page_wheel import leave_wheel_to_page


def combo() -> QComboBox:
    box = QComboBox()
    box.addItems(["Gender", "Age band"])
    return box


def spin() -> QSpinBox:
    box = QSpinBox()
    box.setValue(3)
    return box


@pytest.mark.parametrize("make", [combo, spin])
def test_the_wheel_over_a_field_scrolls_the_page_and_changes_nothing(make, qtbot):
    field = make()
    leave_wheel_to_page(field)
    held = field.currentText() if isinstance(field, QComboBox) else field.text()
    page = QWidget()
    page.setMinimumHeight(2_000)
    QVBoxLayout(page).addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    at = field.mapTo(area, field.rect().center())
    QTest.wheelEvent(area.windowHandle(), at.toPointF(), QPoint(0, -120))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    assert held == (field.currentText() if isinstance(field, QComboBox) else field.text())
