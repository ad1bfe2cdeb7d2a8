"""Which facets should meet in people, and how many of them at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QPushButton, QSpinBox, QVBoxLayout, QWidget

from personamap.analysis.facet_counts import counted_facets
from personamap.domain.audience import FacetPair
from personamap.domain.project import Project
from personamap.edits.aims import set_level, set_pairs
from personamap.gui.coverage.matters.draft import AimDraft
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.chips import chip_to_take_out
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

_MOST, _NARROW, _WIDE, _INSET = 20, 100, 200, 6
_BESIDE_UP_TO_SCALE = 1.3
"""In larger text the facets of a pair stand below each other, so that both are read."""


class PairsSection(QWidget):
    """Chosen pairs as chips that are pressed to take them out, and the size of combinations."""

    def __init__(self, draft: AimDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._told: tuple[FacetPair, ...] | None = None
        self.chips: list[QPushButton] = []
        self.first, self.second = QComboBox(), QComboBox()
        self.add = QPushButton(_("Add &pair"))
        self.add.setAutoDefault(False)
        self.level = QSpinBox()
        leave_wheel_to_page(self.first, self.second, self.level)
        self.level.setRange(1, _MOST)
        self.level.setValue(draft.project.aim.level)
        self.level.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.level.setMaximumWidth(current_theme().px(_NARROW))
        self.level.setAccessibleName(_("How many facets a combination joins"))
        self._offer()
        self._lay_out()
        self.tell()
        for box in (self.first, self.second):
            box.activated.connect(self._enable)
        self.add.clicked.connect(self._on_add)
        self.level.valueChanged.connect(self._on_level)
        draft.changed.connect(self.tell)

    def tell(self) -> None:
        """Show the pairs of the draft."""
        pairs = self._draft.project.aim.pairs
        if pairs != self._told:
            self._told = pairs
            self._flow.clear()
            self.chips = [self._chip(pair) for pair in pairs]
            for chip in self.chips:
                self._flow.addWidget(chip)
                chip.show()
            self._none.setVisible(not pairs)
            self._flow_box.setVisible(bool(pairs))
        self._enable()

    def _offer(self) -> None:
        for box, words in ((self.first, _("First facet")), (self.second, _("Second facet"))):
            box.setAccessibleName(words)
            box.setMaximumWidth(current_theme().px(_WIDE))
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            for facet in counted_facets(self._draft.project.facets):
                box.addItem(facet.label, facet.id)
        self.second.setCurrentIndex(min(1, self.second.count() - 1))

    def _lay_out(self) -> None:
        self._flow_box = QWidget()
        self._flow = FlowLayout(self._flow_box, 6)
        self._none = hint(_("None chosen: all pairs of the facets with a star should meet."))
        is_large = current_theme().text_scale > _BESIDE_UP_TO_SCALE
        way = QBoxLayout.Direction.TopToBottom if is_large else QBoxLayout.Direction.LeftToRight
        choice = QBoxLayout(way)
        choice.setSpacing(8)
        choice.addWidget(self.first, 1)
        choice.addWidget(self.second, 1)
        choice.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(hint(_("Pairs of facets that should meet in one person"), "label"))
        column.addWidget(self._flow_box)
        column.addWidget(self._none)
        column.addLayout(choice)
        column.addSpacing(12)
        column.addWidget(hint(_("How many facets a combination joins"), "label"))
        column.addWidget(self.level)
        column.addWidget(
            hint(
                _(
                    "Two looks at pairs, three at triples. The more are joined, the smaller the "
                    "part that a few people can show. Chosen pairs are always looked at in twos."
                )
            )
        )

    def _chip(self, pair: FacetPair) -> QPushButton:
        chip = chip_to_take_out(_pair_words(self._draft.project, pair), self)
        chip.clicked.connect(partial(self._on_removed, pair))
        return chip

    def _chosen(self) -> FacetPair | None:
        first, second = self.first.currentData(), self.second.currentData()
        if not first or not second or first == second:
            return None
        return FacetPair(first=first, second=second)

    def _enable(self) -> None:
        pair = self._chosen()
        known = {frozenset((p.first, p.second)) for p in self._draft.project.aim.pairs}
        reason = ""
        if pair is None:
            reason = _("Choose two different facets.")
        elif frozenset((pair.first, pair.second)) in known:
            reason = _("This pair is chosen already.")
        self.add.setEnabled(not reason)
        self.add.setToolTip(plain_tip(reason))

    def _on_add(self) -> None:
        pair = self._chosen()
        if pair is not None:
            self._draft.apply(set_pairs, (*self._draft.project.aim.pairs, pair))
            self.first.setFocus()

    def _on_removed(self, pair: FacetPair, _checked: bool = False) -> None:
        self.first.setFocus()
        self._draft.apply(set_pairs, [p for p in self._draft.project.aim.pairs if p != pair])

    def _on_level(self, level: int) -> None:
        self._draft.apply(set_level, level)


def _pair_words(project: Project, pair: FacetPair) -> str:
    facets = {facet.id: facet.label for facet in project.facets}
    return _("{first} × {second}").format(
        first=facets.get(pair.first, pair.first), second=facets.get(pair.second, pair.second)
    )
