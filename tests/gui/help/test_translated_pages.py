"""The help in other languages: the same pages, of the same shape, in the words of the window."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument

from personamap.gui.app import speak
from personamap.gui.help.library import Library
from personamap.gui.widgets.hung_actions import hung_actions
from personamap.gui.window.workspaces import WORKSPACES
from personamap.i18n import ENGLISH, _, languages_there, use_languages
from personamap.resources import resource
from tests.catalogues import ROOT, compiled

LINK = re.compile(r"\]\(([^)]*)\)")
KIND_OF_LINE = re.compile(r"#+ |- |\d+\. |")
MENU_WAY = re.compile(r"\*\*([^*]+ › [^*]+)\*\*")
KEYS = re.compile(r"\*\*([^*\s]+\+[^*\s]+|F\d+)\*\*")
NATIVE = QKeySequence.SequenceFormat.NativeText

compiled(ROOT)
LANGUAGES = [name for name in languages_there() if name != ENGLISH]


def ids_below(*folder):
    """The ids of the pages in a folder of the help, without those of other languages."""
    home = resource("help", *folder)
    files = (path for part in ("workspaces", "topics", "checks") for path in home.glob(f"{part}/*"))
    return {path.relative_to(home).with_suffix("").as_posix() for path in files}


def text_of(page_id, *folder):
    return resource("help", *folder, *f"{page_id}.md".split("/")).read_text(encoding="utf-8")


def title_of(text):
    return text.partition("\n")[0].removeprefix("# ")


def shape(text):
    """What each line is: a heading of some level, an item, a step or plain text."""
    return [KIND_OF_LINE.match(line).group() for line in text.splitlines() if line]


@pytest.fixture
def spoken(request, dressed):
    """The window in the language of the test, as far as Qt speaks it too."""
    speak(dressed, request.param)
    yield request.param
    use_languages([])
    for translator in dressed.findChildren(QTranslator):
        dressed.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_translated_and_no_translated_page_is_left_over(language):
    assert ids_below(language) == ids_below()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translated_page_has_the_shape_and_the_links_of_the_english_one(language):
    for page_id in sorted(ids_below(language)):
        own, english = text_of(page_id, language), text_of(page_id)
        assert shape(own) == shape(english), page_id
        assert Counter(LINK.findall(own)) == Counter(LINK.findall(english)), page_id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_of_a_translated_page_is_shown_as_it_is_written(dressed, language):
    for page_id in sorted(ids_below(language)):
        page = QTextDocument()
        page.setMarkdown(text_of(page_id, language))
        assert not re.search(r"[*_`\[\]]", page.toPlainText()), page_id


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)
def test_pages_are_called_what_the_window_calls_what_they_are_about(spoken):
    for page_id in sorted(ids_below(spoken)):
        english, own = title_of(text_of(page_id)), title_of(text_of(page_id, spoken))
        assert own == _(english) or english == _(english), page_id


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)
def test_the_menus_and_keys_that_translated_pages_tell_are_those_of_the_window(spoken, open_window):
    for entry in WORKSPACES:
        open_window.desk.stack.show_workspace(entry.id)
    hung = list(hung_actions(open_window.bar))
    ways = {" › ".join((*each.menus, each.words)) for each in hung}
    keys = {key for each in hung for key in each.keys}
    for shortcut in open_window.findChildren(QShortcut):
        keys.add(shortcut.key().toString(NATIVE))
    texts = [text_of(page_id, spoken) for page_id in ids_below(spoken)]
    told = {way for text in texts for way in MENU_WAY.findall(text)}
    assert told
    assert told <= ways
    assert {key for text in texts for key in KEYS.findall(text)} <= keys


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)
def test_a_translated_page_is_found_by_its_title_however_it_is_typed(spoken):
    library = Library(entry.id for entry in WORKSPACES)
    for page in library.pages:
        assert library.found(page.title.upper())[0].title == page.title
