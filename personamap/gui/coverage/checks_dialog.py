"""All checks of a project by area: which it asks, and from which numbers on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.check import AREAS, Check
from personamap.analysis.checks import CHECKS
from personamap.edits.aims import set_checks
from personamap.gui.coverage.check_choices import CheckChoice
from personamap.gui.coverage.check_page import CheckPage
from personamap.gui.coverage.known_checks import area_title
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import buttons, hint, size_for
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.plain_words import plain_tip
from personamap.gui.widgets.reading_order import go_on_reading
from personamap.i18n import _, plural

_SIZE = QSize(860, 600)
_LIST_WIDTH, _ROW = 380, 30
_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ChecksDialog(QDialog):
    """Switches checks on and off; what was chosen is one undo step."""

    def __init__(
        self,
        document: Document,
        parent: QWidget | None = None,
        current: str = "",
        checks: Sequence[Check] = CHECKS,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._before = {c.id: CheckChoice.of(c, document.project.aim) for c in checks}
        self.choices = dict(self._before)
        self.items: dict[str, QTreeWidgetItem] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Checks"))
        self.resize(size_for(self, _SIZE))
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setProperty("role", "list")
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(_("Checks by area"))
        self.list.setMinimumWidth(current_theme().px(_LIST_WIDTH) * 3 // 4)
        self.page: CheckPage | None = None
        self.area = page_of(QWidget(), steady=False)
        self.numbers = hint("")
        self._fill()
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemChanged.connect(self._on_item_changed)
        self.accepted.connect(self._on_accepted)
        self.list.setCurrentItem(self.items.get(current) or next(iter(self.items.values())))

    @classmethod
    def ask(cls, document: Document, parent: QWidget, current: str = "") -> ChecksDialog:
        """Open the list over the window, with one check in front."""
        dialog = cls(document, parent, current)
        dialog.open()
        return dialog

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        return go_on_reading(self, is_next=is_next)

    def _fill(self) -> None:
        for area in AREAS:
            of_area = [c for c in self.choices.values() if c.check.area == area]
            if not of_area:
                continue
            head = QTreeWidgetItem(self.list, [area_title(area)])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setSizeHint(0, _row())
            head.setFont(0, current_theme().font("label"))
            for choice in of_area:
                item = QTreeWidgetItem(head)
                item.setSizeHint(0, _row())
                item.setData(0, _ID, choice.check.id)
                self.items[choice.check.id] = item
                self._tell(choice)
            head.setExpanded(True)
        self._count()

    def _tell(self, choice: CheckChoice) -> None:
        """Show one check in the list; what differs from how it comes is said in words."""
        item = self.items[choice.check.id]
        title = _(choice.check.title)
        words = _("{check} · changed").format(check=title) if choice.changed else title
        item.setText(0, words)
        item.setToolTip(0, plain_tip(words))
        item.setCheckState(0, _ON if choice.active else _OFF)
        if choice.changed:
            item.setIcon(0, icon("pencil", "ink3"))
        else:
            item.setData(0, Qt.ItemDataRole.DecorationRole, None)

    def _count(self) -> None:
        off = sum(not choice.active for choice in self.choices.values())
        changed = sum(choice.changed for choice in self.choices.values())
        self.numbers.setText(
            _("{checks} checks, {off} switched off, {changed} changed").format(
                checks=len(self.choices), off=off, changed=changed
            )
        )

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 1)
        middle.addWidget(self.area, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.numbers, 1)
        foot.addWidget(buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Done")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(
            hint(
                _(
                    "Each check is a question to the cast, and none is a verdict. Switch off what "
                    "this course has no use for; it can be switched on again at any time."
                ),
                "secondary",
            )
        )
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def _choose(self, choice: CheckChoice) -> None:
        self.choices[choice.check.id] = choice
        self.list.blockSignals(True)
        self._tell(choice)
        self.list.blockSignals(False)
        self._count()

    def _show_page(self, check_id: str) -> None:
        self.page = CheckPage(self.choices[check_id])
        self.page.changed.connect(self._on_page_changed)
        self.page.more_asked.connect(self._on_more_asked)
        self.area.setWidget(self.page)

    def _on_current(self, item: QTreeWidgetItem | None, _before: object) -> None:
        if item is not None and item.data(0, _ID):
            self._show_page(item.data(0, _ID))

    def _on_item_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        choice = self.choices[item.data(0, _ID)]
        active = item.checkState(0) == _ON
        if active != choice.active:
            self._choose(choice.switched(active))
            self.list.setCurrentItem(item)
            self._show_page(choice.check.id)

    def _on_page_changed(self, choice: CheckChoice) -> None:
        reset = self.page is not None and choice == CheckChoice.default(choice.check)
        self._choose(choice)
        if reset:
            self._show_page(choice.check.id)

    def _on_more_asked(self, check: Check) -> None:
        WhyDialog(check, self).open()

    def _on_accepted(self) -> None:
        touched = {
            check_id: choice.setting()
            for check_id, choice in self.choices.items()
            if choice != self._before[check_id]
        }
        if touched:
            words = plural("Change a check", "Change {count} checks", len(touched))
            self._document.apply(words, set_checks, touched)


def _row() -> QSize:
    return QSize(0, current_theme().px(_ROW))
