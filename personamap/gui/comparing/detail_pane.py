"""One difference in full: what mine says, what theirs says, and which of the two stands."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from personamap.analysis.differences.contents import content_lines
from personamap.analysis.differences.telling import Telling
from personamap.edits.merging.point import Side
from personamap.gui.comparing.rows import Group, Row, can_all_be
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import N_, _, plural
from personamap.services.two_versions import TwoVersions

_LOWEST = 64
_NATIVE = QKeySequence.SequenceFormat.NativeText
CHOICES: tuple[tuple[Side, str, str], ...] = (
    ("mine", N_("&Keep mine"), "Ctrl+1"),
    ("theirs", N_("&Take theirs"), "Ctrl+2"),
    ("both", N_("Ha&ve both"), "Ctrl+3"),
)
_WHY: Mapping[str, str] = {
    "changed": N_("Both changed it, each in another way."),
    "removed": N_("It was removed in theirs and worked on in mine."),
    "added": N_("It was removed in mine and worked on in theirs."),
    "moved": N_("Both put it in another order."),
}


class DetailPane(QFrame):
    """Says what is chosen for the current row; a choice goes out by its side."""

    chosen = Signal(str)  # Side

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.notes = hint("", "section"), hint("", "secondary")
        self.sides = Segmented(
            [(side, _(words)) for side, words, _keys in CHOICES], _("Which of the two stands")
        )
        self.mine, self.theirs, self.before = _text(), _text(), _text()
        self._heads = (hint("", "label"), hint("", "label"), hint("", "label"))
        self._halves = [
            _under(head, text) for head, text in zip(self._heads, self._texts, strict=True)
        ]
        self.sides.chosen.connect(self.chosen)
        for side, _words, keys in CHOICES:
            self.sides.button(side).setToolTip(plain_tip(QKeySequence(keys).toString(_NATIVE)))
        self._lay_out()
        self.clear()

    def name_sides(self, mine: str, theirs: str) -> None:
        """Say whose the two texts are."""
        names = (_("Before"), _("Mine: {name}"), _("Theirs: {name}"))
        for head, text, name, whose in zip(
            self._heads, self._texts, names, ("", mine, theirs), strict=True
        ):
            head.setText(name.format(name=whose))
            text.setAccessibleName(name.format(name=whose))

    def clear(self) -> None:
        """Show nothing, as where nothing differs."""
        say(self.title, "")
        say(self.notes, "")
        for text in self._texts:
            text.clear()
        self._show_before("")
        self.sides.setEnabled(False)

    def show_row(self, row: Row, group: Group, two: TwoVersions, telling: Telling) -> None:
        """Show one difference with both texts in full."""
        field = telling.field(row.point)
        whole = _("{whole}: {part}").format(whole=group.title, part=field)
        say(self.title, whole if field else group.title)
        say(self.notes, _why(row, is_known=two.base is not None))
        if row.is_item:
            mine, theirs = (
                "\n".join(content_lines(side.project, row.point)) or _("It is not there.")
                for side in (two.mine, two.theirs)
            )
        else:
            mine, theirs = telling.values(row.point)
        self.mine.setPlainText(mine)
        self.theirs.setPlainText(theirs)
        self._show_before(_before(row, two))
        self._offer((row,))

    def show_group(self, group: Group) -> None:
        """Show how much differs in a person or thing, for a choice about all of it."""
        say(self.title, group.title)
        count = len(group.rows)
        say(
            self.notes,
            plural(
                "{count} difference: a choice here is for all of it.",
                "{count} differences: a choice here is for all of them.",
                count,
            ),
        )
        self.mine.clear()
        self.theirs.clear()
        self._show_before("")
        self._offer(group.rows)

    @property
    def _texts(self) -> tuple[QTextEdit, QTextEdit, QTextEdit]:
        return self.before, self.mine, self.theirs

    def _show_before(self, words: str) -> None:
        self.before.setPlainText(words)
        self._halves[0].setVisible(bool(words))

    def _offer(self, rows: tuple[Row, ...]) -> None:
        self.sides.setEnabled(True)
        for side, _words, _keys in CHOICES:
            self.sides.button(side).setEnabled(can_all_be(rows, side))
        taken = {row.point.taken for row in rows}
        if len(taken) > 1:
            self.sides.show_none()
        else:
            self.sides.choose(taken.pop())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.notes)
        head.addLayout(words, 1)
        head.addWidget(self.sides, 0, Qt.AlignmentFlag.AlignTop)
        texts = QHBoxLayout()
        texts.setSpacing(12)
        for half in self._halves:
            texts.addWidget(half, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(texts, 1)


def _text() -> QTextEdit:
    text = QTextEdit()
    text.setReadOnly(True)
    text.setAcceptRichText(False)
    text.setTabChangesFocus(True)
    text.setMinimumHeight(current_theme().px(_LOWEST))
    return text


def _under(head: QWidget, text: QTextEdit) -> QWidget:
    half = QWidget()
    column = QVBoxLayout(half)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(head)
    column.addWidget(text, 1)
    return half


def _why(row: Row, *, is_known: bool) -> str:
    if not is_known:
        return _("Nobody knows who changed it.") if row.point.is_conflict else _only(row)
    if row.point.is_conflict:
        return _(_WHY[row.point.kind])
    return _only(row) if row.is_item else _("Only theirs changed it.")


def _only(row: Row) -> str:
    return _("Only theirs has it.") if row.point.kind == "added" else _("Only mine has it.")


def _before(row: Row, two: TwoVersions) -> str:
    """Return what stood there before both changed it, in words."""
    if two.base is None or row.is_item or not row.point.is_conflict or row.point.kind == "moved":
        return ""
    telling = Telling(two.base.project, two.theirs.project)
    earlier = row.point.three._replace(mine=row.point.three.base)
    return telling.values(replace(row.point, three=earlier))[0]
