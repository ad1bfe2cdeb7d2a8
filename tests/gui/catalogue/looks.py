"""What the catalogue shows, read as a person reads it."""

from PySide6.QtWidgets import QApplication

from personamap.gui.coverage.people_popup import PeoplePopup


def titles(catalogue):
    return [row.title.text() for row in catalogue.courses.rows]


def cells(catalogue):
    """Every row of the table by its label, as a screen reader says its cells."""
    model = catalogue.together.tabs.seats.model
    return {
        row.label: [model.spoken(model.index(at, c)) for c in range(model.columnCount())]
        for at, row in enumerate(model.rows)
    }


def index_of(catalogue, label, column):
    model = catalogue.together.tabs.seats.model
    at = next(at for at, row in enumerate(model.rows) if row.label == label)
    return model.index(at, column)


def choose_in_popup(catalogue, index):
    catalogue.together.tabs.seats.table.setCurrentIndex(index)
    catalogue.together.tabs.seats.table.clicked.emit(index)
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PeoplePopup))
    popup.list.activated.emit(popup.model.index(0))
