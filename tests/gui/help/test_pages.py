import re

import pytest
from PySide6.QtGui import QKeySequence, QShortcut

from personamap.analysis.checks import CHECKS
from personamap.gui.help import library
from personamap.gui.help.library import SCHEME, TOPICS, Library, page_of_check, page_of_workspace
from personamap.gui.widgets.hung_actions import hung_actions
from personamap.gui.window.workspaces import WORKSPACES
from personamap.i18n import MIRRORED_PSEUDO_LANGUAGE, use_languages
from personamap.resources import resource

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]*)\)")
MENU_WAY = re.compile(r"\*\*([^*]+ › [^*]+)\*\*")
KEYS = re.compile(r"\*\*((?:Ctrl|Alt|Shift)\+[^*]+|F\d+)\*\*")
ALL = Library(entry.id for entry in WORKSPACES)


@pytest.mark.parametrize("entry", WORKSPACES, ids=lambda entry: entry.id)
def test_every_workspace_has_its_page(entry):
    page = ALL.page(page_of_workspace(entry.id))
    assert page is not None
    assert page.title == entry.title


def test_every_check_has_its_page():
    assert all(ALL.page(page_of_check(check.id)) for check in CHECKS)


def test_every_file_is_listed_once_and_no_page_lacks_its_file():
    ids = [page.id for page in ALL.pages]
    assert len(ids) == len(set(ids))
    topics = {path.stem for path in resource("help", "topics").glob("*.md")}
    assert topics == set(TOPICS)
    checks = {path.stem for path in resource("help", "checks").glob("*.md")}
    assert {page_of_check(check) for check in checks} <= set(ids)


@pytest.mark.parametrize("page", ALL.pages, ids=lambda page: page.id)
def test_every_link_leads_to_a_page(page):
    for target in LINK.findall(page.text):
        assert target.startswith(SCHEME), target
        assert ALL.page(target.removeprefix(SCHEME)), target


@pytest.mark.parametrize("page", ALL.pages, ids=lambda page: page.id)
def test_every_page_begins_with_its_title_and_says_something(page):
    assert page.text.startswith(f"# {page.title}\n")
    assert len(page.text.split()) > 30
    assert page.begins


def test_the_ways_through_the_menus_that_pages_tell_are_there(open_window):
    hung = {" › ".join((*each.menus, each.words)) for each in hung_actions(open_window.bar)}
    told = {way for page in ALL.pages for way in MENU_WAY.findall(page.text)}
    assert told
    assert told <= hung


def test_the_keys_that_pages_tell_do_something(open_window):
    for entry in WORKSPACES:
        open_window.desk.stack.show_workspace(entry.id)
    keys = {key for each in hung_actions(open_window.bar) for key in each.keys}
    for shortcut in open_window.findChildren(QShortcut):
        keys |= set(map(QKeySequence.toString, shortcut.keys()))
    told = {key for page in ALL.pages for key in KEYS.findall(page.text)}
    assert told
    assert told <= keys


def test_a_translated_page_takes_the_place_of_the_english_one(tmp_path, monkeypatch):
    here = tmp_path / MIRRORED_PSEUDO_LANGUAGE / "workspaces" / "cast.md"
    here.parent.mkdir(parents=True)
    here.write_text("# Ensemble\n\nWer dabei ist.\n")

    def found(_help, *parts):
        own = tmp_path.joinpath(*parts)
        return own if own.exists() else resource("help", *parts)

    monkeypatch.setattr(library, "resource", found)
    try:
        use_languages([MIRRORED_PSEUDO_LANGUAGE, "en"])
        assert Library(["cast"]).page("workspaces/cast").title == "Ensemble"
        use_languages(["en_GB", MIRRORED_PSEUDO_LANGUAGE])
        assert Library(["cast"]).page("workspaces/cast").title == "Cast"
    finally:
        use_languages([])


def test_a_search_finds_titles_before_texts():
    found = [page.id for page in ALL.found("only one")]
    assert found[0] == "checks/only-one"
    assert "checks/few-of-a-kind" in [page.id for page in ALL.found("kanter")]
    assert ALL.found("no page has this xyzzy") == ()
