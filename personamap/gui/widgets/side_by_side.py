"""A workspace with its inspector: side by side, or as two tabs when text is large."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QTabWidget, QWidget

from personamap.gui.look.theme import current_look, current_theme
from personamap.i18n import _

INSPECTOR_WIDTH, NARROWEST_INSPECTOR = 376, 320
TABS_ABOVE_SCALE = 1.3


class SideBySide(QWidget):
    """Puts an inspector to the right of a workspace, as wide as the person draws it.

    Above 130 % text there is no room for both: the inspector becomes a
    tab, and `show_inspector` brings it to the front. One that shows now
    this and now that names its tab by its window title.
    """

    def __init__(
        self,
        main: QWidget,
        inspector: QWidget,
        titles: tuple[str, str],
        parent: QWidget | None = None,
        inspector_width: int = INSPECTOR_WIDTH,
    ) -> None:
        super().__init__(parent)
        self._inspector_width = inspector_width
        self._main, self._inspector, self._titles = main, inspector, titles
        self._holder: QSplitter | QTabWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        look = current_look()
        if look is not None:
            look.changed.connect(self._arrange)
        inspector.windowTitleChanged.connect(self._on_named)
        self._arrange()

    def _on_named(self, title: str) -> None:
        self._titles = self._titles[0], title
        if isinstance(self._holder, QTabWidget):
            self._holder.setTabText(self._holder.indexOf(self._inspector), title)

    def show_inspector(self) -> None:
        """Bring the inspector to the front, where it is a tab."""
        if isinstance(self._holder, QTabWidget):
            self._holder.setCurrentWidget(self._inspector)

    def _arrange(self) -> None:
        focused = QApplication.focusWidget()
        tabbed = current_theme().text_scale > TABS_ABOVE_SCALE
        if tabbed and not isinstance(self._holder, QTabWidget):
            self._hold(self._tabs())
        elif not tabbed and not isinstance(self._holder, QSplitter):
            self._hold(self._splitter())
        self._give_keys_back(focused)

    def _hold(self, holder: QSplitter | QTabWidget) -> None:
        before, self._holder = self._holder, holder
        layout = self.layout()
        assert layout is not None
        layout.addWidget(holder)
        holder.setVisible(True)
        if before is not None:
            before.setParent(None)
            before.deleteLater()

    def _give_keys_back(self, focused: QWidget | None) -> None:
        """Focus what lost the keys by being taken out of one holder, wherever it was put."""
        if focused is None or not self.isAncestorOf(focused) or focused.hasFocus():
            return
        if self._inspector.isAncestorOf(focused):
            self.show_inspector()
        focused.setFocus()

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        self._inspector.setMinimumWidth(0)
        tabs.addTab(self._main, self._titles[0])
        tabs.addTab(self._inspector, self._titles[1])
        return tabs

    def _splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setAccessibleName(_("Workspace and inspector"))
        self._inspector.setMinimumWidth(NARROWEST_INSPECTOR)
        splitter.addWidget(self._main)
        splitter.addWidget(self._inspector)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([10_000, self._inspector_width])
        self._main.show()
        self._inspector.show()
        return splitter
