"""What happens in a scene, what it is called, and which goals of the course it serves."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.analysis.item_titles import goal_text
from personamap.domain.scene import Scene
from personamap.edits.scenes import set_scene_field
from personamap.gui.cast.form import Entry, EntryForm
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import LineField
from personamap.gui.fields.search_popup import PopupRow
from personamap.gui.story.picked_chips import PickedChips
from personamap.gui.story.scene_section import SceneSection
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.fold_section import padded
from personamap.i18n import N_, _, plural

_ENTRIES = (
    Entry("title", N_("Title"), hint=N_("What would you call it on the phone?")),
    Entry("summary", N_("What happens"), "text", N_("Who wants what, what goes wrong, and then?")),
)


class HappeningSection(SceneSection):
    """Title, summary and goals."""

    title = N_("What happens")

    @override
    def summary(self, scene: Scene) -> str:
        if scene.serves:
            return plural("serves {count} goal", "serves {count} goals", len(scene.serves))
        return "" if scene.summary else _("not written yet")

    @override
    def build(self) -> QWidget:
        self.form = EntryForm(_ENTRIES)
        self.form.edited.connect(self._on_edited)
        self.goals = PickedChips(_("Which goal of the course does it serve?"))
        self.goals.picked.connect(partial(self._on_serving, serves=True))
        self.goals.taken_out.connect(partial(self._on_serving, serves=False))
        self.no_goals = hint(_("The course has no goals yet. They are written under File, Course."))
        field = labelled(_("Which goal of the course does it serve?"), self.goals)
        return padded(self.form, field, self.no_goals)

    @override
    def redraw(self, scene: Scene) -> None:
        self.form.show_entity(scene)
        goals = self.document.project.course.goals
        rows = [PopupRow(goal.id, goal_text(goal)) for goal in goals]
        self.goals.show_picked(rows, scene.serves)
        self.no_goals.setVisible(not goals)

    def start(self) -> None:
        """Put the cursor into the title, with all of it selected."""
        self.open()
        field = self.form.fields["title"]
        assert isinstance(field, LineField)
        field.setFocus()
        field.selectAll()

    def _on_edited(self, entry: Entry, value: Any) -> None:
        text = _("Edit {field}").format(field=_(entry.label))
        typing = f"{self.subject_id}.{entry.key}"
        change = partial(set_scene_field, field=entry.field, value=value)
        self.document.apply_typing(text, typing, change, self.subject_id)

    def _on_serving(self, goal_id: str, serves: bool) -> None:
        others = tuple(other for other in self.subject.serves if other != goal_id)
        wanted = (*others, goal_id) if serves else others
        text = _("Goals of a scene")
        self.document.apply(text, set_scene_field, self.subject_id, "serves", wanted)
