"""Coverage from its top to its end, its findings, and what opens over it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QWidget

from docs.camera.place import Place
from docs.camera.studio import Studio, scrolled
from personamap.gui.coverage.accept_dialog import AcceptDialog
from personamap.gui.coverage.checks_dialog import ChecksDialog
from personamap.gui.coverage.completing.dialog import CompleteDialog
from personamap.gui.coverage.finding_card import FindingCard
from personamap.gui.coverage.fix_dialog import FixDialog
from personamap.gui.coverage.matters.dialog import WhatMattersDialog
from personamap.gui.coverage.several.dialog import FixSeveralDialog
from personamap.gui.coverage.switch_off import SwitchOffQuestion
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.coverage.workspace import CoverageWorkspace


def _coverage(studio: Studio) -> CoverageWorkspace:
    coverage = studio.show("coverage", CoverageWorkspace)
    studio.wait(lambda: coverage.filled and coverage.inspector.filled)
    return coverage


def _page(studio: Studio, share: float) -> QWidget:
    scrolled(_coverage(studio), share)
    return studio.window


def _findings(studio: Studio, share: float) -> QWidget:
    coverage = _coverage(studio)
    coverage.inspector_wanted.emit()
    scrolled(coverage.inspector, share)
    return studio.window


def _first_card(studio: Studio) -> FindingCard:
    return _coverage(studio).inspector.cards[0]


def _clicked(
    studio: Studio, kind: type[QWidget], button: Callable[[FindingCard], QAbstractButton]
) -> QWidget:
    button(_first_card(studio)).click()
    return studio.front(kind)


def _fix(studio: Studio) -> QWidget:
    _first_card(studio).fix.click()
    dialog = studio.front(FixDialog)
    studio.wait(lambda: bool(dialog.fixes))
    return dialog


def _several(studio: Studio) -> QWidget:
    _coverage(studio).inspector.head.several.click()
    dialog = studio.front(FixSeveralDialog)
    studio.wait(lambda: dialog.plan is not None)
    return dialog


def _complete(studio: Studio) -> QWidget:
    dialog = studio.press("complete", CompleteDialog)
    studio.wait(lambda: bool(dialog.cards))
    return dialog


def _switch_off(studio: Studio) -> QWidget:
    finding = _first_card(studio).finding
    assert finding is not None
    SwitchOffQuestion.ask(studio.document, finding.check, 3, studio.window)
    return studio.front(SwitchOffQuestion)


COVERAGE = (
    Place("coverage", partial(_page, share=0), kept=("light", "dark"), explains="coverage"),
    Place("coverage-middle", partial(_page, share=0.5)),
    Place("coverage-end", partial(_page, share=1)),
    Place("findings", partial(_findings, share=0)),
    Place("findings-end", partial(_findings, share=1)),
    Place("why", partial(_clicked, kind=WhyDialog, button=lambda card: card.why)),
    Place("accept", partial(_clicked, kind=AcceptDialog, button=lambda card: card.accept)),
    Place("fix", _fix),
    Place("fix-several", _several),
    Place("complete", _complete),
    Place("check-switched-off", _switch_off),
    Place("matters", lambda studio: studio.press("matters", WhatMattersDialog)),
    Place("checks", lambda studio: studio.press("checks", ChecksDialog)),
)
