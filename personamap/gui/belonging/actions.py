"""What can be done with the way of the person who is chosen in the belonging square."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from personamap.domain.persona import Place
from personamap.edits.personas import set_persona_part
from personamap.edits.turning_points import set_turning_point
from personamap.gui.belonging.square_view import SquareView
from personamap.gui.belonging.stands import END, START, Stand
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.gui.selection_actions import offer
from personamap.gui.sight import Sight
from personamap.i18n import _

_MIDDLE = Place(authenticity=0.5, acceptance=0.5)


class BelongingActions(QObject):
    """The actions of the menu; each is one step to undo."""

    turning_wanted = Signal()
    person_opened = Signal(str)

    def __init__(self, document: Document, square: SquareView, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._square = document, square
        self.start = self._action(_("Place the &start"), "Ctrl+Shift+B", self._on_start)
        self.end = self._action(_("Place the &end"), "Ctrl+Shift+F", self._on_end)
        self.turning = self._action(_("Add what &turns them…"), "Ctrl+Shift+M", self._on_turning)
        self.open = self._action(_("&Open the person"), "", self._on_open)
        self.clear = self._action(_("Ta&ke away the place"), "", self._on_clear)
        self.clear.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.clear.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        square.addAction(self.clear)
        square.point_changed.connect(self.follow)
        self._sight = Sight(parent)
        self._sight.changed.connect(self.follow)
        self.follow()

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the menu."""
        return (self.start, self.end, self.turning, self.open, self.clear)

    def move(self, persona_id: str, stand: Stand, goes_on: bool) -> None:
        """Put a point of an arc elsewhere; what goes on with one key is one step."""
        words, typing = _("Place in belonging"), f"{persona_id}.belonging.{stand.key}.square"
        if stand.key in (START, END):
            change = partial(set_persona_part, part="belonging", field=stand.key, value=stand.place)
            if goes_on:
                self._document.apply_typing(words, typing, change, persona_id)
            else:
                self._document.apply(words, change, persona_id)
            return
        turn = partial(set_turning_point, place=stand.place)
        if goes_on:
            self._document.apply_typing(words, typing, turn, persona_id, stand.key)
        else:
            self._document.apply(words, turn, persona_id, stand.key)

    def follow(self) -> None:
        """Offer what can be done with who is chosen now, where that is seen."""
        persona = None
        if not self._sight.is_lost:
            persona = self._document.find_persona(self._square.chosen)
        reason = "" if persona else _("Choose somebody first.")
        arc = persona.belonging if persona else None
        placed = _("They are placed already. Drag the portrait to move it.")
        offer(self.start, reason or (placed if arc and arc.start else ""))
        offer(self.end, reason or (placed if arc and arc.end else ""))
        no_scene = "" if self._document.project.scenes else _("There is no scene yet.")
        offer(self.turning, reason or no_scene)
        offer(self.open, reason)
        stand = self._square.stand
        nowhere = "" if stand and stand.told else _("Choose a point that is placed first.")
        offer(self.clear, reason or nowhere)

    def _action(self, text: str, keys: str, act: Callable[[], None]) -> QAction:
        action = QAction(icon("heart-handshake"), text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        return action

    def _put(self, key: str) -> None:
        persona = self._document.find_persona(self._square.chosen)
        if persona is None:
            return
        arc = persona.belonging
        place = arc.start or arc.end or _MIDDLE
        self.move(persona.id, Stand(key, place), False)
        self._square.choose(persona.id, key)
        self._square.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_start(self) -> None:
        self._put(START)

    def _on_end(self) -> None:
        self._put(END)

    def _on_turning(self) -> None:
        self.turning_wanted.emit()

    def _on_open(self) -> None:
        self.person_opened.emit(self._square.chosen)

    def _on_clear(self) -> None:
        stand = self._square.stand
        if stand is None:
            return
        words, who, key = _("Take away the place"), self._square.chosen, stand.key
        if key in (START, END):
            self._document.apply(words, set_persona_part, who, "belonging", key, None)
        else:
            change = partial(set_turning_point, place=None)
            self._document.apply(words, change, who, key)
