"""Bringing in a cast, a script, an audience and people of another course, step by step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from docs.camera.place import Place
from docs.camera.studio import Studio
from personamap.gui.document import Document
from personamap.gui.importing.audience.dialog import ImportAudienceDialog
from personamap.gui.importing.audience.overview import AudienceDialog
from personamap.gui.importing.audience.totals_dialog import TotalsDialog
from personamap.gui.importing.cast.dialog import ImportCastDialog
from personamap.gui.importing.people.dialog import BringPeopleDialog
from personamap.gui.importing.script.dialog import ImportScriptDialog
from personamap.gui.importing.step_dialog import StepDialog
from personamap.resources import example

Kind = Callable[[Document, QWidget], StepDialog]

_CAST = (
    "Name,Pronouns,Job,Gender,Team,Shoe size\n"
    "Ann Lloyd,she/her,Surveyor,Woman,Red,38\n"
    "Bo Pritchard,they/them,Driver,wmn,Blue,\n"
    ",,,Man,Red,44\n"
)
_SCRIPT = (
    "Scene 1: The gate\n\nIfeoma: Good morning. Who let you in?\n\nSupplier: Nobody did.\n\n"
    "Scene 2: The board\n\nTOMOS: That reading is wrong.\n\nGuard: Stop there.\n\n"
    "DANNY (V.O.): I knew it then.\n\nBethan and Tam: We stop.\n"
)


def _people_of_a_payroll() -> str:
    ages = ("24", "31", "38", "47", "58")
    rows = (
        f"{number},{ages[number % 5]},{'Woman' if number % 3 else 'Man'},"
        f"{'Mobility' if number % 8 == 0 else 'No disability'},"
        f"{'Yorkshire and the Humber' if number % 2 else 'Isle of Wight'}"
        for number in range(240)
    )
    return "\n".join(("Staff no,Age,Gender,Disability,Where they work", *rows)) + "\n"


def _written(studio: Studio, name: str, content: str) -> Path:
    path = studio.home / name
    path.write_text(content, encoding="utf-8")
    return path


def _step(studio: Studio, kind: Kind, path: Path | None, steps: int) -> QWidget:
    """Return a dialog after so many steps: none is the choice of a file."""
    dialog = kind(studio.document, studio.window)
    dialog.begin(path)
    studio.settle()
    for picker in dialog.findChildren(QFileDialog):
        picker.reject()
    for _more in range(steps - 1):
        studio.wait(dialog.next.isEnabled)
        dialog.next.click()
        studio.settle()
    return dialog


def _file(studio: Studio, kind: Kind) -> QWidget:
    return _step(studio, kind, None, 0)


def _cast(studio: Studio, steps: int) -> QWidget:
    return _step(studio, ImportCastDialog, _written(studio, "people.csv", _CAST), steps)


def _script(studio: Studio, steps: int) -> QWidget:
    return _step(studio, ImportScriptDialog, _written(studio, "first-days.txt", _SCRIPT), steps)


def _audience(studio: Studio, steps: int) -> QWidget:
    table = _written(studio, "payroll-export-north-and-south.csv", _people_of_a_payroll())
    return _step(studio, ImportAudienceDialog, table, steps)


def _people(studio: Studio) -> QWidget:
    other = next(example("catalogue").glob("customer*.personamap"))
    return _step(studio, BringPeopleDialog, other, 1)


IMPORTS = (
    Place("import-cast-file", partial(_file, kind=ImportCastDialog)),
    Place("import-cast-columns", partial(_cast, steps=1)),
    Place("import-cast-people", partial(_cast, steps=2)),
    Place("import-script-file", partial(_file, kind=ImportScriptDialog)),
    Place("import-script-labels", partial(_script, steps=1)),
    Place("import-script-scenes", partial(_script, steps=2)),
    Place("audience", lambda studio: studio.press("audience", AudienceDialog)),
    Place("audience-totals", lambda studio: TotalsDialog.ask(studio.document, studio.window)),
    Place("import-audience-file", partial(_file, kind=ImportAudienceDialog)),
    Place("import-audience-columns", partial(_audience, steps=1)),
    Place("import-audience-kept", partial(_audience, steps=2)),
    Place("bring-people-file", partial(_file, kind=BringPeopleDialog)),
    Place("bring-people", _people),
)
