"""The Review workspace, driven as a person drives it."""

import pytest
from PySide6.QtCore import Qt

from personamap.domain.project import Project
from personamap.domain.review import Comment, Decision
from personamap.edits.personas import set_persona_field
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.review.head import COMMENTS, DECISIONS, SIGN_OFFS
from personamap.gui.review.workspace import ReviewWorkspace
from tests.conftest import IDRIS, MARA

HIS = f"{IDRIS}/disability"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def make_review(dressed, qtbot):
    kept = []

    def make(project):
        document = Document(project)
        watcher = CoverageWatcher(document, delay_ms=0)
        workspace = ReviewWorkspace(document, watcher)
        qtbot.addWidget(workspace)
        workspace.resize(1200, 840)
        workspace.show()
        qtbot.waitExposed(workspace)
        qtbot.waitUntil(lambda: watcher.report is not None)
        kept.append(document)
        return workspace

    yield make
    for document in kept:
        document.deleteLater()


@pytest.fixture
def review(make_review, project):
    """Two comments, the older one on Mara and settled."""
    return make_review(
        project.with_items(
            comments=(
                Comment(id="cmt-1", subject=MARA, text="From where?", author="Ada", resolved=True),
                Comment(id="cmt-2", subject=HIS, text="Is he heard?", author="Bo"),
            )
        )
    )


def press(qtbot, review, page):
    qtbot.mouseClick(review.head.pages.button(page), LEFT)


def about(page):
    return [row.words[0] for row in page.table.rows.rows]


def comments(review):
    return review.document.project.comments


def test_an_answer_is_one_step_and_an_emptied_one_is_none(make_review, project, qtbot):
    review = make_review(project)
    field = review.questions.fields["leadership"]
    qtbot.keyClicks(field, "Nobody yet")
    (reflection,) = review.document.project.reflections
    assert (reflection.question, reflection.answer) == ("leadership", "Nobody yet")
    assert review.document.undo_stack.count() == 1
    review.document.undo_stack.undo()
    assert field.text() == ""
    review.document.undo_stack.redo()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert review.document.project.reflections == ()


def test_only_open_comments_are_listed_until_others_are_asked_for(review, qtbot):
    press(qtbot, review, COMMENTS)
    assert about(review.comments) == ["Idris: Disability"]
    qtbot.mouseClick(review.comments.states.button("settled"), LEFT)
    assert about(review.comments) == ["Mara"]
    qtbot.mouseClick(review.comments.states.button("all"), LEFT)
    qtbot.keyClicks(review.comments.search, "ada")
    assert about(review.comments) == ["Mara"]
    qtbot.keyClicks(review.comments.search, "xyzzy")
    assert about(review.comments) == []
    assert review.comments.none.isVisible()


def test_a_comment_is_written_about_what_is_chosen(review, qtbot):
    press(qtbot, review, COMMENTS)
    form = review.comments.form
    assert not form.add.isEnabled()
    qtbot.keyClicks(form.author, "Cy")
    form.about.setFocus()
    qtbot.keyClicks(form.about, "Mara")
    qtbot.keyClicks(form.words, "Give her a say.")
    qtbot.mouseClick(form.add, LEFT)
    new = comments(review)[-1]
    assert (new.subject, new.text, new.author) == (MARA, "Give her a say.", "Cy")
    assert about(review.comments) == ["Mara", "Idris: Disability"]
    assert form.words.text() == ""


def test_a_comment_is_settled_answered_and_deleted_by_keys(review, qtbot):
    press(qtbot, review, COMMENTS)
    page = review.comments
    review.activateWindow()
    page.table.setFocus()
    page.actions_of_one.answer.trigger()
    qtbot.keyClicks(page.form.words, "He is now.")
    qtbot.mouseClick(page.form.add, LEFT)
    assert comments(review)[-1].subject == HIS
    page.table.go_to("cmt-2")
    page.actions_of_one.settle.trigger()
    assert next(one for one in comments(review) if one.id == "cmt-2").resolved
    assert "cmt-2" not in [row.id for row in page.table.rows.rows]
    page.actions_of_one.delete.trigger()
    assert [one.id for one in comments(review)] == ["cmt-1", "cmt-2"]
    qtbot.mouseClick(review.message.offer, LEFT)
    assert len(comments(review)) == 3


def test_return_on_a_comment_leads_to_what_it_is_about(review, qtbot):
    press(qtbot, review, COMMENTS)
    with qtbot.waitSignal(review.place_asked) as asked:
        qtbot.keyClick(review.comments.table, Qt.Key.Key_Return)
    assert asked.args == ["person", IDRIS]


def test_an_accepted_finding_tells_whether_it_holds_and_can_be_withdrawn(
    make_review, project, qtbot
):
    review = make_review(project)
    finding = review.decisions._watcher.report.findings[0]
    kept = Decision(id="dec-1", finding=finding.key, reason="On purpose", evidence=finding.digest)
    other = Decision(id="dec-2", finding="no:such", reason="Long ago")
    review = make_review(project.with_items(decisions=(kept, other)))
    press(qtbot, review, DECISIONS)
    page = review.decisions
    rows = {row.id: row.words for row in page.table.rows.rows}
    assert rows["dec-1"][0] == finding.title
    assert (rows["dec-1"][-1], rows["dec-2"][-1]) == ("Holds", "Not found any more")
    page.table.go_to("dec-1")
    qtbot.mouseClick(page.withdraw, LEFT)
    assert [one.id for one in review.document.project.decisions] == ["dec-2"]
    qtbot.mouseClick(review.message.offer, LEFT)
    assert len(review.document.project.decisions) == 2


def test_a_sign_off_tells_when_what_was_signed_has_changed(make_review, project, qtbot):
    review = make_review(project)
    press(qtbot, review, SIGN_OFFS)
    page = review.sign_offs
    assert page.none.isVisible()
    assert not page.form.done.isEnabled()
    qtbot.keyClicks(page.form.name, "Ada")
    qtbot.keyClicks(page.form.role, "HR")
    qtbot.mouseClick(page.form.done, LEFT)

    def since():
        return [row.words[2:] for row in page.table.rows.rows]

    qtbot.waitUntil(lambda: since()[0][-1] == "As it was signed")
    assert since()[0][0] == "Ada (HR)"
    review.document.apply("Edit", set_persona_field, MARA, "brief", "Somebody else")
    qtbot.waitUntil(lambda: since()[0][-1] == "Changed since signed")
    qtbot.mouseClick(page.withdraw, LEFT)
    assert review.document.project.sign_offs == ()


def test_an_empty_project_is_told_what_belongs_on_each_page(make_review, qtbot):
    review = make_review(Project())
    for page in (COMMENTS, DECISIONS, SIGN_OFFS):
        press(qtbot, review, page)
        assert review.stack.currentWidget().none.isVisible()
    assert not review.decisions.withdraw.isEnabled()


def test_a_comment_leads_to_the_person_in_the_window(open_window, qtbot):
    review = open_window.desk.stack.show_workspace("review")
    review.place_asked.emit("person", MARA)
    assert open_window.offers["show-cast"].isChecked()
    open_window.desk.places.go_to("scene", "scn-handover")
    assert open_window.desk.stack.show_workspace("story").scenes.current_id == "scn-handover"
    assert review.comment_actions.settle in open_window.menus.review.actions()
