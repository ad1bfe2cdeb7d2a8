"""The widgets of the map's inspector, made from what it has to tell."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.gui.look.icons import icon, icon_pixmap, size_before_words
from personamap.gui.map.told import Named, Passage, Told
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.chips import value_chip
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _, plural

MOST_ROWS = 40
"""How many people are listed; of more it is said how many they are."""

_FACE, _MARK, _SIDE = 40, 14, 24


class TellingWidgets(QObject):
    """Builds the inspector's content; a press on a person asks to open them."""

    person_opened = Signal(str)

    def __init__(self, project: Project, portraits: Portraits, ratio: float) -> None:
        super().__init__()
        self._project, self._portraits, self._ratio = project, portraits, ratio

    def build(self, told: Told) -> QWidget:
        """Return a widget that shows all of it."""
        content = QWidget()
        self.setParent(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(told))
        sections = [self._passages(told.passages), self._people(told), self._footnote(told)]
        for section in sections:
            if section is not None:
                column.addWidget(_hairline())
                column.addWidget(section)
        column.addStretch(1)
        return content

    def _head(self, told: Told) -> QWidget:
        section, column = _section(8)
        column.addLayout(self._marked(told.icon, told.kind))
        title = plain_label(told.title)
        title.setProperty("role", "person")
        title.setWordWrap(True)
        column.addWidget(title)
        if told.chips:
            flow = FlowLayout(gap=6)
            for label in told.chips:
                chip = value_chip(label)
                chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                flow.addWidget(chip)
            column.addLayout(flow)
        if told.opens:
            button = QPushButton(icon("pencil", "ink"), _("Open"))
            button.setIconSize(size_before_words())
            button.setAccessibleName(_("Open {name}").format(name=told.title))
            button.clicked.connect(lambda: self.person_opened.emit(told.opens))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return section

    def _passages(self, passages: tuple[Passage, ...]) -> QWidget | None:
        if not passages:
            return None
        section, column = _section(12)
        for passage in passages:
            block = QVBoxLayout()
            block.setSpacing(2)
            block.addLayout(self._marked(passage.icon, passage.title))
            text = plain_label(passage.text)
            text.setWordWrap(True)
            block.addWidget(text)
            column.addLayout(block)
        return section

    def _people(self, told: Told) -> QWidget | None:
        if not told.people_title:
            return None
        section, column = _section(4)
        title = plain_label(told.people_title)
        title.setProperty("role", "strong")
        title.setWordWrap(True)
        column.addWidget(title)
        for named in told.people[:MOST_ROWS]:
            persona = self._project.find_persona(named.persona)
            if persona is not None:
                column.addWidget(self._row(persona, named))
        rest = len(told.people) - MOST_ROWS
        if rest > 0:
            more = plain_label(plural("and {count} more", "and {count} more", rest))
            more.setProperty("role", "secondary")
            column.addWidget(more)
        return section

    def _row(self, persona: Persona, named: Named) -> QPushButton:
        row = _PersonRow()
        name = persona.name or _("Unnamed")
        row.setAccessibleName(_("Open {name}").format(name=name))
        row.setAccessibleDescription(named.line)
        face = plain_label()
        face.setPixmap(self._portraits.circle(persona, _FACE, self._ratio))
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, role in ((name, "strong"), (named.line, "secondary")):
            if text:
                label = plain_label(text)
                label.setProperty("role", role)
                label.setWordWrap(True)
                words.addWidget(label)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(12)
        layout.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        row.let_presses_through()
        row.clicked.connect(lambda: self.person_opened.emit(persona.id))
        return row

    def _footnote(self, told: Told) -> QWidget | None:
        if not told.footnote:
            return None
        section, column = _section(0)
        words = plain_label(told.footnote)
        words.setProperty("role", "secondary")
        words.setWordWrap(True)
        column.addWidget(words)
        return section

    def _marked(self, icon_name: str, text: str) -> QHBoxLayout:
        mark = plain_label()
        mark.setPixmap(icon_pixmap(icon_name, "ink3", _MARK, self._ratio))
        words = plain_label(text)
        words.setProperty("role", "hint")
        words.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(mark)
        line.addWidget(words, 1)
        return line


def _section(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(_SIDE, 16, _SIDE, 16)
    column.setSpacing(spacing)
    return section, column


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line


class _PersonRow(QPushButton):
    """A button as tall as the words laid out inside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "row")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def let_presses_through(self) -> None:
        """Let a press on any word be a press on the row."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout else super().minimumSizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else super().heightForWidth(width)
