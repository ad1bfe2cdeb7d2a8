"""A review pack in a real browser: reading, commenting, saving, going on later."""

import json

import pytest

from personamap.domain.review_file import ReviewFile
from tests.exporters.cast import KOFI, kofi, project
from tests.exporters.documents import cast_of
from tests.exporters.html.chromium import needs_chromium
from tests.exporters.html.test_page import render
from tests.exporters.nasty import EVERYTHING

pytestmark = needs_chromium

BUTTON = f'button[data-subject="{KOFI}"]'
ROW = f'button[data-subject="{KOFI}/hearing"]'
SAVE = "[data-pack] [data-saves]"


@pytest.fixture
def saved(browser, tmp_path):
    """Press “Save” and return what was saved."""
    folder = tmp_path / "downloads"

    def save(page):
        browser.call(
            "Browser.setDownloadBehavior",
            behavior="allow",
            downloadPath=str(folder),
            eventsEnabled=True,
        )
        page.press(SAVE)
        begun = browser.wait_for("Browser.downloadWillBegin")["guid"]
        done = {"guid": begun, "state": "completed"}
        while not done.items() <= browser.wait_for("Browser.downloadProgress").items():
            pass
        (path,) = folder.iterdir()
        text = path.read_text(encoding="utf-8")
        path.unlink()
        return path.name, text

    return save


def told(page):
    return page.ask("document.querySelector('[data-part=told]').textContent")


def comment(page, button, text):
    page.press(button)
    page.type(text)


def put_file(page, path):
    root = page.call("DOM.getDocument")["root"]["nodeId"]
    node = page.call("DOM.querySelector", nodeId=root, selector="#resume")["nodeId"]
    page.call("DOM.setFileInputFiles", nodeId=node, files=[str(path)])
    page.ask(
        "new Promise(done => { const told = document.querySelector('[data-part=told]');"
        " const look = () => told.textContent ? done() : setTimeout(look, 10); look(); })"
    )


def test_comments_on_people_answers_and_the_whole_are_saved_as_one_file(opened, saved):
    page = opened(render())
    comment(page, BUTTON, "Who is he when he is tired?")
    comment(page, ROW, "“Deaf” needs a capital D.\nAsk the network.")
    comment(page, "#whole", "A cast worth meeting. 🙂")
    comment(page, "#name", "Ada <Okafor>/..")
    comment(page, "#role", "Deaf network")
    page.press("#done")
    name, text = saved(page)
    assert name == "Review of Your first thirty days Ada -Okafor-.personamap-review"
    review = ReviewFile.model_validate_json(text)
    assert {(said.subject, said.about, said.text) for said in review.comments} == {
        ("", "", "A cast worth meeting. 🙂"),
        (KOFI, "Kofi Mensah", "Who is he when he is tired?"),
        (
            f"{KOFI}/hearing",
            "Kofi Mensah: Hearing",
            "“Deaf” needs a capital D.\nAsk the network.",
        ),
    }
    assert (review.author, review.role) == ("Ada <Okafor>/..", "Deaf network")
    assert [signed.subject for signed in review.signed] == [""]
    assert "Thank you" in told(page)


def test_saving_twice_is_the_same_review(opened, saved):
    page = opened(render())
    comment(page, BUTTON, "One.")
    first = ReviewFile.model_validate_json(saved(page)[1])
    page.ask("document.querySelector('#remark-1').focus()")
    page.type(" Two.")
    second = ReviewFile.model_validate_json(saved(page)[1])
    assert second.review == first.review
    assert second.comments[0].text == "One. Two."
    assert second.signed == ()


def test_a_reviewer_can_go_on_with_saved_comments(opened, saved, tmp_path):
    page = opened(render())
    comment(page, ROW, "Later.")
    comment(page, "#name", "Ada")
    _name, text = saved(page)
    kept = tmp_path / "kept.personamap-review"
    kept.write_text(text, encoding="utf-8")
    other = opened(render())
    put_file(other, kept)
    assert "back" in told(other)
    assert json.loads(saved(other)[1]) == json.loads(text)


def test_what_is_no_saved_comment_is_refused_in_words(opened, tmp_path):
    page = opened(render())
    (tmp_path / "x.personamap-review").write_text('{"kind": "other"}')
    put_file(page, tmp_path / "x.personamap-review")
    assert "holds no comments" in told(page)


def test_a_comment_on_somebody_who_left_is_kept_with_the_whole(opened, saved, tmp_path):
    page = opened(render())
    comment(page, BUTTON, "Stay!")
    kept = tmp_path / "kept.personamap-review"
    kept.write_text(saved(page)[1], encoding="utf-8")
    without = project().with_items(personas=project().personas[1:], sign_offs=())
    other = opened(render(of=without))
    put_file(other, kept)
    assert other.ask("document.querySelector('#whole').value") == "Kofi Mensah: Stay!"


def test_nothing_is_saved_when_nothing_was_said_and_done_needs_a_name(opened):
    page = opened(render())
    page.press(SAVE)
    assert "nothing to save" in told(page)
    page.press("#done")
    page.press(SAVE)
    assert "needs a name" in told(page)
    assert page.ask("document.activeElement.id") == "name"


def test_leaving_with_unsaved_comments_is_asked_about(opened, saved):
    page = opened(render())
    comment(page, BUTTON, "Not lost.")
    page.call("Page.reload")
    assert page.wait_for("Page.javascriptDialogOpening")["type"] == "beforeunload"
    page.call("Page.handleJavaScriptDialog", accept=False)
    saved(page)
    assert page.ask("document.querySelector('.bar span').textContent") == "Comments: 1 · saved"
    page.call("Page.reload")
    page.wait_for("Page.loadEventFired")
    assert not page.happened("Page.javascriptDialogOpening")


def test_a_box_opens_closes_and_keeps_its_text_by_keyboard_alone(opened):
    page = opened(render())
    page.ask(f"document.querySelector('{ROW}').focus()")
    for kind in ("keyDown", "keyUp"):
        page.call("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", text="\r")
    page.type("By keyboard.")
    assert page.ask("document.activeElement.tagName") == "TEXTAREA"
    assert page.ask(f"document.querySelector('{ROW}').textContent") == "Your comment"
    page.press(ROW)
    assert page.ask(f"document.querySelector('{ROW}').getAttribute('aria-expanded')") == "false"
    page.press(ROW)
    assert page.ask("document.querySelector('#remark-1').value") == "By keyboard."


def test_without_scripts_everything_is_there_but_the_boxes(opened):
    page = opened(render(), scripts=False)
    shown = page.ask("document.body.innerText")
    assert "Kofi Mensah" in shown
    assert "write to whoever sent you this page" in shown
    assert page.ask("document.querySelectorAll('.say').length")
    assert page.ask("[...document.querySelectorAll('.say')].every(b => !b.checkVisibility())")
    assert page.ask("!document.querySelector('#whole').checkVisibility()")


def test_on_paper_stands_what_was_written_and_nothing_to_press(opened):
    page = opened(render())
    comment(page, BUTTON, "On paper, too.")
    page.press(ROW)
    page.call("Emulation.setEmulatedMedia", media="print")
    shown = "document.querySelector('{}').checkVisibility()"
    assert page.ask(shown.format("#remark-1"))
    assert not page.ask(shown.format("#remark-2"))
    for gone in (BUTTON, "[data-pack]", ".bar", "nav"):
        assert not page.ask(shown.format(gone)), gone


@pytest.mark.parametrize("width", [360, 1100])
def test_the_page_never_scrolls_sideways(opened, width):
    page = opened(render(), width=width)
    page.ask("document.querySelectorAll('.say').forEach(button => button.click())")
    assert page.ask("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("language", "across"), [("en", "none"), ("ar", "matrix(-1, 0, 0, 1, 0, 0)")]
)
def test_drawn_people_look_into_the_page(opened, language, across):
    course = project().course.evolve(language=language)
    page = opened(render(of=project().with_items(course=course)))
    shown = "getComputedStyle(document.querySelector('svg.portrait')).transform"
    assert page.ask(shown) == across


def test_hostile_texts_stay_texts_and_nothing_is_asked_of_anybody(opened):
    hostile = cast_of(EVERYTHING)
    hostile = hostile.with_items(
        course=hostile.course.evolve(title=EVERYTHING[6]),
        personas=(*hostile.personas, kofi().evolve(name=EVERYTHING[8])),
    )
    page = opened(render(of=hostile))
    page.ask("document.querySelectorAll('.say').forEach(button => button.click())")
    comment(page, "#whole", "</textarea><script>alert(1)</script>")
    asked = [event["request"]["url"] for event in page.happened("Network.requestWillBeSent")]
    assert all(url.startswith(("file:", "data:image/", "blob:")) for url in asked)
    assert not page.happened("Page.javascriptDialogOpening")
    assert not page.happened("Runtime.exceptionThrown")
    assert not page.happened("Log.entryAdded")
    assert page.ask("document.scripts.length") == 1
    assert page.ask(
        "[...document.querySelectorAll('*')].every(e =>"
        " e.getAttributeNames().every(name => !name.startsWith('on')))"
    )


def test_no_script_but_our_own_can_run(opened):
    smuggled = render().replace(b"<main", b"<script>document.title = 'taken'</script><main", 1)
    page = opened(smuggled)
    assert page.ask("document.title") != "taken"
    assert page.happened("Log.entryAdded")
