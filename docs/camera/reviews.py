"""Review, page by page, and what a reviewer sends back."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from docs.camera.files import later
from docs.camera.place import Place
from docs.camera.studio import Studio, scrolled
from personamap.domain.project import Project
from personamap.domain.review_file import Remark, ReviewFile
from personamap.gui.review.head import CHANGES, COMMENTS, DECISIONS, QUESTIONS, SIGN_OFFS
from personamap.gui.review.merge_dialog import MergeReviewDialog
from personamap.gui.review.workspace import ReviewWorkspace
from personamap.services.backups import keep_project


def _page(studio: Studio, page: str, share: float = 0) -> QWidget:
    review = studio.show("review", ReviewWorkspace)
    review.show_page(page)
    studio.settle()
    scrolled(review, share)
    return studio.window


def _changes(studio: Studio) -> QWidget:
    keep_project(later(studio.document.project), studio.file, "import")
    return _page(studio, CHANGES)


def _merge(studio: Studio) -> QWidget:
    file = studio.home / "ada.personamap-review"
    file.write_text(_review_of(studio.document.project).model_dump_json(), encoding="utf-8")
    studio.desk.flows.merge_review(file)
    dialog = studio.front(MergeReviewDialog)
    studio.wait(dialog.accept_button.isEnabled)
    return dialog


def _review_of(project: Project) -> ReviewFile:
    first, second = project.cast[:2]
    remarks = (
        (first.id, first.name, "Where did she begin? Nobody here starts as a director."),
        (second.id, second.name, "I would not call him by his first name over the radio."),
        ("", project.course.title, "Nobody uses a wheelchair. Two of us at the yard do."),
        ("per-gone", "Somebody who left", "Was he not in the first version?"),
    )
    return ReviewFile(
        kind="personamap-review",
        format=1,
        review="0123456789abcdef0123456789abcdef",
        course=project.course.title,
        date="2026-11-26",
        author="Ada Nwosu",
        role="Deaf network and night shift",
        comments=tuple(Remark(subject=s, about=about, text=text) for s, about, text in remarks),
    )


REVIEWS = (
    Place("review-questions", partial(_page, page=QUESTIONS), explains="review"),
    Place("review-questions-end", partial(_page, page=QUESTIONS, share=1)),
    Place("review-comments", partial(_page, page=COMMENTS)),
    Place("review-decisions", partial(_page, page=DECISIONS)),
    Place("review-changes", _changes),
    Place("review-sign-offs", partial(_page, page=SIGN_OFFS)),
    Place("review-merged", _merge),
)
