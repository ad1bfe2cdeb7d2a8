"""The Cast: cards, sheet and library, the person beside them, and what opens there."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from docs.camera.place import Place
from docs.camera.studio import Studio, scrolled
from personamap.gui.cast.experiences.join_dialog import JoinDialog
from personamap.gui.cast.experiences.people_dialog import LivedByDialog
from personamap.gui.cast.head import CARDS, LIBRARY, SHEET
from personamap.gui.cast.sheet.answer_popup import AnswerPopup, ask_answers
from personamap.gui.cast.sheet.columns import columns_of
from personamap.gui.cast.sheet.paste_dialog import PasteDialog
from personamap.gui.cast.sheet.pasting import landed
from personamap.gui.cast.workspace import CastWorkspace
from personamap.gui.portrait.portrait_dialog import PortraitDialog

SOMEBODY = "per-ifeoma"


def _cast(studio: Studio, layout: str) -> CastWorkspace:
    cast = studio.show("cast", CastWorkspace)
    studio.window.offers[f"cast-{layout}"].trigger()
    studio.wait(lambda: cast.editor.is_whole)
    scrolled(cast.editor, 0)
    return cast


def _layout(studio: Studio, layout: str) -> QWidget:
    _cast(studio, layout)
    return studio.window


def _person(studio: Studio, share: float) -> QWidget:
    cast = _cast(studio, CARDS)
    cast.open_person(SOMEBODY)
    studio.settle()
    scrolled(cast.editor, share)
    return studio.window


def _experience(studio: Studio) -> QWidget:
    cast = _cast(studio, LIBRARY)
    cast.open_experience(studio.document.project.experiences[0].id)
    return studio.window


def _portrait(studio: Studio) -> QWidget:
    _cast(studio, CARDS)
    return PortraitDialog.open_for(studio.document, SOMEBODY, studio.window)


def _lived_by(studio: Studio) -> QWidget:
    LivedByDialog(studio.document, studio.document.project.experiences[0], studio.window).open()
    return studio.front(LivedByDialog)


def _join(studio: Studio) -> QWidget:
    both = [experience.id for experience in studio.document.project.experiences[:2]]
    JoinDialog(studio.document, both, studio.window).open()
    return studio.front(JoinDialog)


def _answers(studio: Studio) -> QWidget:
    cast = _cast(studio, CARDS)
    facet = studio.document.project.facet("disability")
    ask_answers(studio.document, [SOMEBODY], facet, cast, cast.rect())
    return studio.front(AnswerPopup)


def _paste(studio: Studio) -> QWidget:
    project = studio.document.project
    columns = [column for column in columns_of(project) if column.facet][:2]
    block = (("45–54", "wmn"), ("", "Man"), ("about fifty", "Woman"))
    pasted = landed(block, [person.id for person in project.cast[-2:]], columns)
    PasteDialog(project, pasted, lambda _meant: None, studio.window).open()
    return studio.front(PasteDialog)


CAST = (
    Place("cast", partial(_layout, layout=CARDS), kept=("light",), explains="cast"),
    Place("cast-person", partial(_person, share=0)),
    Place("cast-person-middle", partial(_person, share=0.5)),
    Place("cast-person-end", partial(_person, share=1)),
    Place("cast-sheet", partial(_layout, layout=SHEET)),
    Place("cast-experiences", partial(_layout, layout=LIBRARY)),
    Place("cast-experience", _experience),
    Place("portrait", _portrait),
    Place("lived-by", _lived_by),
    Place("experiences-joined", _join),
    Place("answers", _answers),
    Place("paste", _paste),
)
