"""Can they see themselves in it? The audience held against the cast, facet by facet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from personamap.analysis.index import ProjectIndex
from personamap.analysis.mirror.mirror import MirrorPair, mirrors
from personamap.analysis.mirror.proposals import person_like
from personamap.analysis.mirror.wording import (
    about_audience,
    best_words,
    groups_words,
    question_of,
    told,
)
from personamap.domain.audience import AudienceGroup
from personamap.gui.coverage.group_line import GroupLine
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.small_button import small_button
from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _, plural

_MOST_GROUPS = 3
_WIDEST = 340


class MirrorCard(QWidget):
    """Says how many of the audience meet somebody like them, and somebody who leads.

    Without an audience that was counted by a facet the cast is counted by
    it says what one is good for and offers to bring one in.
    """

    audience_asked = Signal()
    person_asked = Signal(object)  # Proposal
    removal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index: ProjectIndex | None = None
        self._pairs: tuple[MirrorPair, ...] = ()
        self.alike = QComboBox()
        leave_wheel_to_page(self.alike)
        self.alike.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.alike.setMaximumWidth(current_theme().px(_WIDEST))
        self.alike.setAccessibleName(_("What people are to be alike in"))
        self.everyone, self.leaders, self.about = hint("", "strong"), hint("", ""), hint("")
        self.nothing, self.unmet, self.more = hint("", ""), hint("", ""), hint("")
        self.alike_in = plain_label(_("alike in"))
        self.groups = [GroupLine() for _number in range(_MOST_GROUPS)]
        self.best = GroupLine()
        self.bring = small_button(_("Audience…"))
        self.remove = small_button(_("Remove this audience"), "text-link")
        self._lay_out()
        self.alike.activated.connect(self._tell)
        for line in (*self.groups, self.best):
            line.asked.connect(self.person_asked)
        self.remove.clicked.connect(lambda _checked=False: self.removal_asked.emit())
        self.bring.clicked.connect(lambda _checked=False: self.audience_asked.emit())
        self.hide()

    def show_report(self, shown: Shown) -> None:
        """Hold the audience of a report against its cast, keeping what was asked for."""
        index = shown.report.checked.index
        if index is not self._index:
            self._index = index
            self._pairs = mirrors(index)
            self._offer(index)
        self._say_nothing(index)
        self._tell()
        self.show()

    def _offer(self, index: ProjectIndex) -> None:
        words = [question_of(index, pair) for pair in self._pairs]
        if words == [self.alike.itemText(place) for place in range(self.alike.count())]:
            return
        chosen = self.alike.currentText()
        self.alike.clear()
        self.alike.addItems(words)
        self.alike.setCurrentIndex(max(0, self.alike.findText(chosen)))

    def _say_nothing(self, index: ProjectIndex) -> None:
        """Show what stands here without a mirror, and hide the mirror, or the other way round."""
        there = bool(self._pairs)
        audience = index.audience.audience if index.audience else None
        say(self.nothing, "" if there else _purpose(counted=audience is not None))
        say(self.about, about_audience(audience) if audience else "")
        self.remove.setVisible(audience is not None)
        self.bring.setVisible(not there)
        for widget in (self.alike_in, self.alike, self.everyone, self.leaders):
            widget.setVisible(there)
        if not there:
            for label in (self.unmet, self.more):
                say(label, "")
            for line in (*self.groups, self.best):
                line.tell("", None)

    def _tell(self) -> None:
        place = self.alike.currentIndex()
        if self._index is None or not 0 <= place < len(self._pairs):
            return
        pair, index = self._pairs[place], self._index
        self.everyone.setText(_("In the whole cast: {told}").format(told=told(pair.everyone)))
        self.leaders.setText(_("Among those who lead: {told}").format(told=told(pair.leaders)))
        self._tell_groups(index, pair.everyone.groups)
        best = pair.everyone.best
        like = person_like(index, best) if best else None
        self.best.tell(best_words(index, pair.everyone), like)
        # Where the newcomer is like one of the groups, the button there is enough.
        listed = [group.values for group in pair.everyone.groups[:_MOST_GROUPS]]
        self.best.add.setHidden(best is None or best.values in listed)

    def _tell_groups(self, index: ProjectIndex, groups: Sequence[AudienceGroup]) -> None:
        say(self.unmet, _("Meet nobody:") if groups else "")
        for place, line in enumerate(self.groups):
            group = groups[place] if place < len(groups) else None
            words = groups_words(index, [group], 1) if group else ""
            line.tell(words, person_like(index, group) if group else None)
        more = len(groups) - _MOST_GROUPS
        words = plural("{count} more group", "{count} more groups", more)
        say(self.more, words if more > 0 else "")

    def _lay_out(self) -> None:
        head = WrappingHead(_("Can they see themselves in it?"), "section")
        head.put(self.alike_in, self.alike)
        card = QFrame()
        card.setProperty("role", "card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.setSpacing(6)
        above = (self.nothing, self.everyone, self.leaders, self.unmet)
        for widget in (*above, *self.groups, self.more, self.best):
            lines.addWidget(widget)
        lines.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.about, 1)
        foot.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(card)


def _purpose(*, counted: bool) -> str:
    if counted:
        return _(
            "The audience is counted by facets that this cast is not counted by, so the two "
            "cannot be held against each other. Count the audience by other facets, or switch "
            "its facets on."
        )
    return _(
        "Say who will take the course: how many people by age, language or another facet. This "
        "then shows how many of them meet somebody like themselves in the cast, and who meets "
        "nobody. Only counts are kept, never a row about a person."
    )
