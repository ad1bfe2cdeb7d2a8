"""Can they see themselves in it? The audience held against the cast, facet by facet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QVBoxLayout, QWidget

from personamap.analysis.index import ProjectIndex
from personamap.analysis.mirror import MirrorPair, mirrors
from personamap.analysis.mirror_wording import (
    about_audience,
    best_words,
    groups_words,
    question_of,
    told,
)
from personamap.domain.project import Project
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.look.theme import current_theme
from personamap.i18n import _

_MOST_GROUPS = 3
_WIDEST = 260


class MirrorCard(QWidget):
    """Says how many of the audience meet somebody like them, and somebody who leads.

    It is there only where the project has an audience that was counted by
    a facet the cast is counted by.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._index: ProjectIndex | None = None
        self._pairs: tuple[MirrorPair, ...] = ()
        self.alike = QComboBox()
        self.alike.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.alike.setMaximumWidth(current_theme().px(_WIDEST))
        self.alike.setAccessibleName(_("What people are to be alike in"))
        self.about, self.everyone, self.leaders = QLabel(), QLabel(), QLabel()
        self.groups, self.best = QLabel(), QLabel()
        self._lay_out()
        self.alike.activated.connect(self._tell)
        self.hide()

    def show_report(self, shown: Shown) -> None:
        """Hold the audience of a report against its cast, keeping what was asked for."""
        if shown.report.project is not self._project:
            self._project = shown.report.project
            self._index = ProjectIndex(self._project)
            self._pairs = mirrors(self._index)
            self._offer(self._index)
        self.setVisible(bool(self._pairs))
        self._tell()

    def _offer(self, index: ProjectIndex) -> None:
        words = [question_of(index, pair) for pair in self._pairs]
        if words == [self.alike.itemText(place) for place in range(self.alike.count())]:
            return
        chosen = self.alike.currentText()
        self.alike.clear()
        self.alike.addItems(words)
        self.alike.setCurrentIndex(max(0, self.alike.findText(chosen)))

    def _tell(self) -> None:
        place = self.alike.currentIndex()
        if self._index is None or not 0 <= place < len(self._pairs):
            return
        pair, index = self._pairs[place], self._index
        assert index.audience is not None
        self.about.setText(about_audience(index.audience.audience))
        self.everyone.setText(_("In the whole cast: {told}").format(told=told(pair.everyone)))
        self.leaders.setText(_("Among those who lead: {told}").format(told=told(pair.leaders)))
        groups = groups_words(index, pair.everyone.groups, _MOST_GROUPS)
        _say(self.groups, _("Meet nobody: {groups}").format(groups=groups) if groups else "")
        _say(self.best, best_words(index, pair.everyone))

    def _lay_out(self) -> None:
        head = WrappingHead(_("Can they see themselves in it?"), "section")
        head.put(QLabel(_("alike in")), self.alike)
        card = QFrame()
        card.setProperty("role", "card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.setSpacing(6)
        self.everyone.setProperty("role", "strong")
        self.about.setProperty("role", "hint")
        for label in (self.everyone, self.leaders, self.groups, self.best, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            lines.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(card)


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
