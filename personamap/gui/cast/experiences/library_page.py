"""What the cast knows of the page of lived experiences before anybody has asked for it."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from personamap.gui.cast.list_tools import ListTools
from personamap.gui.document_view import DocumentView


class LibraryPage(DocumentView):
    """The list of experiences, with an editor to be placed beside it and tools above."""

    person_opened = Signal(str)
    opened = Signal()  # somebody wants to edit the current one
    counted = Signal(str)  # how many there are, in words

    editor: QWidget
    tools: ListTools[Any]

    @property
    @abstractmethod
    def selected_ids(self) -> tuple[str, ...]:
        """The experiences that are selected, in their order."""

    @abstractmethod
    def open_experience(self, experience_id: str) -> None:
        """Select an experience, whatever was filtered."""

    @abstractmethod
    def tell_count(self) -> None:
        """Say how many there are, where something else was said in between."""

    @abstractmethod
    def edit_title(self) -> None:
        """Put the cursor into the title of the current one."""
