"""The sheet on screen: walked, edited and selected as in a spreadsheet, the names in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from personamap.gui.cast.sheet.delegate import SheetDelegate
from personamap.gui.cast.sheet.model import Index, SheetModel
from personamap.gui.fields.fields import LineField
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.i18n import _

_ROW, _HEAD = 38, 36
_WIDTHS = {"name": 200, "job.title": 160, "brief": 240}
_FACET_WIDTH = 160

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CTRL = Qt.KeyboardModifier.ControlModifier
_GOING = (
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
_Standard = QKeySequence.StandardKey
_KEYS = (_Standard.Copy, _Standard.Cut, _Standard.Paste)
_Trigger = QAbstractItemView.EditTrigger


class SheetView(QTableView):
    """Return or F2 edits, typing searches or writes, Delete clears, Ctrl with C, X, V and D."""

    facet_opened = Signal(object, str)  # index, what was typed
    clearing = Signal()
    copied = Signal()
    cut = Signal()
    pasted = Signal()
    current_changed = Signal(int)  # row, or -1

    def __init__(self, model: SheetModel, portraits: Portraits, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = model
        self.setModel(model)
        self.setItemDelegate(SheetDelegate(portraits, self))
        self.setAccessibleName(_("Cast as a sheet"))
        self.setProperty("ownFocusRing", True)
        _behave(self)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.names = _FrozenNames(self, portraits)
        self.doubleClicked.connect(self.edit_cell)
        self.names.doubleClicked.connect(self.edit_cell)
        model.modelReset.connect(self._fit)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self._fit()

    def edit_cell(self, index: QModelIndex, typed: str = "") -> None:
        """Edit a cell: a text in its place, a facet in a popup."""
        if not index.isValid():
            return
        if self._sheet.columns[index.column()].facet is not None:
            self.scrollTo(index)
            self.facet_opened.emit(index, typed)
            return
        view: QTableView = self.names if index.column() == 0 else self
        self.scrollTo(index)
        view.edit(index)
        editor = view.viewport().findChild(LineField)
        if typed and isinstance(editor, LineField):
            editor.setText(typed)

    def show_sorting(self, column: int, backwards: bool) -> None:
        """Mark the heading of the column people are sorted by; -1 is none of them."""
        self._mark(self.horizontalHeader(), column, backwards)
        self._mark(self.names.horizontalHeader(), column if column == 0 else -1, backwards)

    @staticmethod
    def _mark(header: QHeaderView, column: int, backwards: bool) -> None:
        orders = Qt.SortOrder
        header.blockSignals(True)
        header.setSortIndicator(
            column, orders.DescendingOrder if backwards else orders.AscendingOrder
        )
        header.blockSignals(False)

    @property
    def is_writing(self) -> bool:
        """Tell whether a text is being written in its cell."""
        return self.state() == QAbstractItemView.State.EditingState

    def choose(self, index: QModelIndex) -> None:
        """Go to a cell and select it alone."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() in _CLEARING or any(event.matches(key) for key in _KEYS))
        ):
            # These keys work on cells here, whatever else they are the shortcuts of.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_writing or self.names.is_writing:
            # What a line has finished with arrives here once more.
            event.accept()
            return
        for keys, signal in zip(_KEYS, (self.copied, self.cut, self.pasted), strict=True):
            if event.matches(keys):
                signal.emit()
                return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        typed = event.text() if plain and event.text().isprintable() else ""
        if event.key() in _OPENING and self.currentIndex().isValid():
            self.edit_cell(self.currentIndex())
        elif event.key() in _CLEARING:
            self.clearing.emit()
        elif typed.strip():
            self.edit_cell(self.currentIndex(), typed)
        else:
            super().keyPressEvent(event)

    @override
    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        # Qt would leave behind what was selected, and paste would land there.
        if isinstance(event, QKeyEvent) and event.modifiers() == _CTRL and event.key() in _GOING:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return super().selectionCommand(index, event)

    @override
    def currentChanged(
        self,
        current: Index,
        previous: Index,
    ) -> None:
        super().currentChanged(current, previous)
        self._bring_out(current)
        self.current_changed.emit(current.row())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.names.stand()

    def _bring_out(self, index: Index) -> None:
        """Keep the current cell from being hidden behind the names."""
        if index.column() < 1:
            return
        behind = self.columnViewportPosition(index.column()) - self.columnWidth(0)
        if self.isRightToLeft():
            end = self.columnViewportPosition(index.column()) + self.columnWidth(index.column())
            behind = self.viewport().width() - self.columnWidth(0) - end
        if behind < 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + behind)

    def _fit(self) -> None:
        theme = current_theme()
        for view in (self, self.names):
            header = view.verticalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(theme.px(_ROW))
            header.setDefaultSectionSize(theme.px(_ROW))
            view.horizontalHeader().setFixedHeight(theme.px(_HEAD))
        for at, column in enumerate(self._sheet.columns):
            self.setColumnWidth(at, theme.px(_WIDTHS.get(column.id, _FACET_WIDTH)))
        self.names.stand()


class _FrozenNames(QTableView):
    """The first column once more, laid over the sheet, so that it stays while that scrolls."""

    def __init__(self, sheet: SheetView, portraits: Portraits) -> None:
        super().__init__(sheet)
        self._over = sheet
        self.setModel(sheet.model())
        self.setSelectionModel(sheet.selectionModel())
        self.setItemDelegate(SheetDelegate(portraits, sheet))
        self.setProperty("role", "frozen")
        _behave(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(sheet)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.customContextMenuRequested.connect(sheet.customContextMenuRequested)
        sheet.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(sheet.verticalScrollBar().setValue)
        sheet.horizontalHeader().sectionResized.connect(self._on_resized)
        sheet.model().modelReset.connect(self._hide_others)
        self._hide_others()

    @property
    def is_writing(self) -> bool:
        """Tell whether a name is being written in its cell."""
        return self.state() == QAbstractItemView.State.EditingState

    def stand(self) -> None:
        """Stand over the first column of the sheet, as wide and as high as it is."""
        sheet = self._over
        width = sheet.columnWidth(0)
        self.setColumnWidth(0, width)
        view = sheet.viewport().geometry()
        left = view.right() + 1 - width if sheet.isRightToLeft() else view.left()
        head = sheet.horizontalHeader().height()
        self.setGeometry(left, view.top() - head, width, view.height() + head)
        self.show()

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        # The names take no keys themselves, so these would be left with nobody.
        self._over.setFocus()

    def _hide_others(self) -> None:
        for column in range(1, self.model().columnCount()):
            self.setColumnHidden(column, True)

    def _on_resized(self, column: int, _before: int, _after: int) -> None:
        if column == 0:
            self.stand()


def _behave(view: QTableView) -> None:
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setEditTriggers(_Trigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setWordWrap(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.verticalHeader().hide()
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSortIndicatorClearable(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    view.setSortingEnabled(True)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
