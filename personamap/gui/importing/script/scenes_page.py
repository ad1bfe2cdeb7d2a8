"""The second page: what the scenes of a script become, and who says how much in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from personamap.domain.project import Project
from personamap.gui.id_list_model import IdListModel
from personamap.gui.importing.script.labels_page import how_much
from personamap.gui.look.icons import icon
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.i18n import _, plural
from personamap.services.scripts import (
    SceneNews,
    ScriptImport,
    news_of,
    scenes_no_longer_there,
)


class ScenesPage(QWidget):
    """Lists the scenes; the chosen one tells who says how much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._news: dict[str, SceneNews] = {}
        self._names: dict[str, str] = {}
        self.summary = hint("", "strong")
        self.gone = hint("", "secondary")
        self.scenes = QListView()
        self.scenes.setUniformItemSizes(True)
        self.scenes.setProperty("role", "panel")
        self.scenes.setAccessibleName(_("Scenes"))
        self._model = IdListModel(self._show, self)
        self.scenes.setModel(self._model)
        self.scenes.selectionModel().currentChanged.connect(self._on_current_changed)
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setAccessibleName(_("Who says how much in this scene"))
        self._lay_out()

    def show_result(self, project: Project, brought: ScriptImport) -> None:
        """List the scenes of a script as they will be in a project."""
        self._news = {news.scene.id: news for news in news_of(project, brought)}
        people = (*project.personas, *brought.newcomers)
        self._names = {persona.id: persona.name or _("Nameless") for persona in people}
        self.summary.setText(_summary(tuple(self._news.values()), brought))
        say(self.gone, "\n".join(_gone(scenes_no_longer_there(project, brought))))
        self._model.show_ids(list(self._news))
        self.scenes.setCurrentIndex(self._model.index(0))
        self._on_current_changed(self.scenes.currentIndex())

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.scenes, 3)
        both.addWidget(self.detail, 2)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addWidget(self.summary)
        page.addWidget(self.gone)
        page.addLayout(both, 1)

    def _on_current_changed(self, current: QModelIndex) -> None:
        news = self._news.get(self._model.id_at(current))
        self.detail.setPlainText("\n".join(self._told(news)) if news else "")

    def _told(self, news: SceneNews) -> Iterator[str]:
        if not news.scene.spoken:
            yield _("Nobody of the cast says anything here.")
        for persona, said in news.scene.spoken.items():
            yield _("{name}: {much}").format(
                name=self._names.get(persona, persona), much=how_much(said.lines, said.words)
            )

    def _show(self, scene_id: str, role: int) -> Any:
        news = self._news[scene_id]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{news.scene.title}: {_what_becomes(news)}"
            case Qt.ItemDataRole.DecorationRole:
                return icon(_icon_of(news))
            case _:
                return None


def _what_becomes(news: SceneNews) -> str:
    if not news.counterpart:
        return _("new")
    return _("updated") if news.is_changed else _("as it is")


def _icon_of(news: SceneNews) -> str:
    if not news.counterpart:
        return "plus"
    return "pencil" if news.is_changed else "check"


def _gone(titles: tuple[str, ...]) -> Iterator[str]:
    for title in titles:
        yield _("“{scene}” is no longer in the script and stays in the project.").format(
            scene=title
        )


def _summary(news: tuple[SceneNews, ...], brought: ScriptImport) -> str:
    new = sum(1 for one in news if not one.counterpart)
    changed = sum(1 for one in news if one.counterpart and one.is_changed)
    parts = (
        plural("{count} new scene", "{count} new scenes", new) if new else "",
        plural("{count} changed scene", "{count} changed scenes", changed) if changed else "",
        plural("{count} new person", "{count} new people", len(brought.newcomers))
        if brought.newcomers
        else "",
    )
    return " · ".join(filter(None, parts)) or _("All of this is in the project already.")
