"""The changes of facets that take something away, in words."""

from __future__ import annotations

from functools import partial

from personamap.analysis.facet_loss import answering, loss_lines
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.project import Project
from personamap.edits.facet_removal import remove_facet, remove_facet_value
from personamap.edits.facets import set_facet_field
from personamap.gui.dialogs.loss_dialog import Loss
from personamap.gui.facets.words import facet_name
from personamap.i18n import _, plural


def loss_of_facet(project: Project, facet: Facet) -> Loss:
    """Return what removing a facet means."""
    return Loss(
        title=_("Remove a facet"),
        question=_("Remove “{facet}” from everybody?").format(facet=facet_name(facet)),
        lines=loss_lines(project, facet.id),
        word=_("&Remove"),
        edit=partial(remove_facet, facet_id=facet.id),
    )


def loss_of_value(project: Project, facet: Facet, value: FacetValue) -> Loss:
    """Return what removing a value means."""
    lines = [*loss_lines(project, facet.id, value.id)]
    details = sum(other.parent == value.id for other in facet.values)
    if details:
        lines.append(
            plural(
                "{count} detail below it stays, on the first level.",
                "{count} details below it stay, on the first level.",
                details,
            )
        )
    question = _("Remove “{value}” from “{facet}”?")
    return Loss(
        title=_("Remove a value"),
        question=question.format(value=value.label, facet=facet_name(facet)),
        lines=lines,
        word=_("&Remove"),
        edit=partial(remove_facet_value, facet_id=facet.id, value_id=value.id),
    )


def loss_of_use(project: Project, facet: Facet) -> Loss:
    """Return what switching a facet off means: nothing goes, but it is not counted."""
    people = len(answering(project, facet.id))
    kept = plural(
        "What {count} person answered is kept, and neither shown nor counted.",
        "What {count} people answered is kept, and neither shown nor counted.",
        people,
    )
    return Loss(
        title=_("Switch a facet off"),
        question=_("Switch “{facet}” off for everybody?").format(facet=facet_name(facet)),
        lines=[kept if people else _("Nobody has answered with it yet.")],
        word=_("&Switch off"),
        edit=partial(set_facet_field, facet_id=facet.id, field="active", value=False),
        keeps_copy=False,
    )
