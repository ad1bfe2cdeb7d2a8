import json

import pytest
from msgspec import json as json_text

from personamap.analysis.disclosure.publishing import LEAST_SMALLEST, SMALLEST
from personamap.gui.coverage.checks_dialog import ChecksDialog
from personamap.gui.dialogs.preferences import PreferencesDialog
from personamap.gui.importing.audience.dialog import ImportAudienceDialog
from personamap.gui.importing.audience.totals_dialog import TotalsDialog
from personamap.gui.settings import GROUPS, USUAL_COPIES_MB, USUAL_GROUP, Preferences
from personamap.storage import backups

EARLIER = {
    "theme": "dark",
    "text_scale": 1.25,
    "reading_font": True,
    "reduce_motion": True,
    "recent": ["/casts/harbour.personamap"],
    "folder": "/casts",
}
"""What the first version of the settings file held."""


@pytest.fixture
def opened(open_window):
    open_window.offers["preferences"].trigger()
    return open_window.findChild(PreferencesDialog)


def test_a_file_of_an_earlier_version_keeps_every_choice(tmp_path, qapp):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(EARLIER))
    preferences = Preferences(file)
    kept = json.loads(json_text.encode(preferences.settings))
    assert {name: kept[name] for name in EARLIER} == EARLIER
    assert preferences.trouble == ""
    assert preferences.settings.smallest_group == USUAL_GROUP == SMALLEST
    assert preferences.settings.copies_mb * 1_000_000 == backups.ROOM


@pytest.mark.parametrize("written", [-3, 0, 4, 10**9])
def test_a_number_beyond_what_is_allowed_is_taken_as_the_nearest(tmp_path, qapp, written):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"smallest_group": written, "theme": "dark"}))
    settings = Preferences(file).settings
    assert settings.theme == "dark"
    assert GROUPS[0] <= settings.smallest_group <= GROUPS[1]
    assert GROUPS[0] == LEAST_SMALLEST


def test_counts_never_show_fewer_than_five_people(opened, preferences):
    opened.smallest_group.setValue(2)
    assert opened.smallest_group.value() == LEAST_SMALLEST
    assert preferences.settings.smallest_group == LEAST_SMALLEST


def test_a_new_audience_proposes_the_number_somebody_prefers(open_window, preferences):
    preferences.choose(smallest_group=25)
    open_window.offers["import-audience"].trigger()
    assert open_window.findChild(ImportAudienceDialog).columns.smallest.value() == 25
    totals = TotalsDialog.ask(open_window.desk.session.document, open_window)
    assert totals.smallest.value() == 25
    totals.reject()


def test_room_for_older_copies_holds_at_once(opened, open_window, preferences):
    opened.copies_mb.setValue(500)
    assert open_window.desk.session.copies.room == 500_000_000
    opened.reject()
    assert open_window.desk.session.copies.room == USUAL_COPIES_MB * 1_000_000


def test_less_room_lets_go_of_the_oldest_copies(tmp_path, project):
    of = tmp_path / "harbour.personamap"
    of.write_bytes(b"x")
    for at in range(4):
        backups.keep_copy(bytes([65 + at]) * 1000, of, "import", room=2_500)
    assert len(backups.older_copies(of)) == 2


def test_another_language_is_said_to_be_spoken_from_the_next_start_on(opened, preferences):
    assert not opened.later.isVisible()
    assert opened.language.currentData() == ""
    opened.language.setCurrentIndex(opened.language.findData("en"))
    assert opened.later.isVisible()
    assert preferences.settings.language == "en"
    opened.reject()
    assert preferences.settings.language == ""


def test_the_checks_of_the_project_are_one_press_away(opened):
    opened.checks.click()
    assert opened.findChild(ChecksDialog).isVisible()


def test_without_a_project_the_checks_say_what_is_missing(window):
    window.offers["preferences"].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert not dialog.checks.isEnabled()
    assert dialog.checks.toolTip() == "Open or start a project first."


def test_done_keeps_everything_for_the_next_start(opened, preferences):
    opened.theme.button("dark").click()
    opened.smallest_group.setValue(12)
    opened.accept()
    again = Preferences(preferences.file).settings
    assert (again.theme, again.smallest_group) == ("dark", 12)
