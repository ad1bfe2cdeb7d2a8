import errno
import io
import os
from pathlib import Path

import pytest

from personamap.gui.settings import MOST_RECENT, Preferences, Settings
from personamap.storage.temporary import temporary_beside
from tests.storage.json_corpus import ALL


def test_settings_survive_a_restart(tmp_path):
    file = tmp_path / "deep" / "settings.json"
    Preferences(file).choose(theme="dark", text_scale=1.5, reduce_motion=True)
    again = Preferences(file).settings
    assert (again.theme, again.text_scale, again.reduce_motion) == ("dark", 1.5, True)


def test_without_a_file_the_usual_settings_hold_and_nothing_is_said(tmp_path):
    preferences = Preferences(tmp_path / "settings.json")
    assert preferences.settings == Settings()
    assert preferences.trouble == ""


@pytest.mark.parametrize(
    "content", [b"{", b'{"text_scale": 9}', b"\xff\xfe", b'{"theme": "mauve"}']
)
def test_a_broken_file_is_set_aside_and_reported(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    preferences = Preferences(file)
    assert preferences.settings == Settings()
    assert "settings.broken.json" in preferences.trouble
    assert (tmp_path / "settings.broken.json").read_bytes() == content
    assert not file.exists()


def test_a_setting_of_a_later_version_does_no_harm(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"theme": "dark", "sidebar": "left"}')
    assert Preferences(file).settings.theme == "dark"


def test_settings_hold_when_they_cannot_be_saved(tmp_path, qtbot):
    (tmp_path / "config").write_text("a file where a folder should be")
    preferences = Preferences(tmp_path / "config" / "settings.json")
    with qtbot.waitSignal(preferences.refused):
        preferences.choose(theme="dark")
    assert preferences.settings.theme == "dark"


def test_recent_files_are_few_newest_first_and_never_twice():
    settings = Settings()
    for number in range(MOST_RECENT + 3):
        settings = settings.with_recent(Path(f"/casts/{number}.personamap"))
    settings = settings.with_recent(Path("/casts/5.personamap"))
    assert settings.recent[0] == "/casts/5.personamap"
    assert len(settings.recent) == len(set(settings.recent)) == MOST_RECENT


def test_choosing_what_holds_already_changes_nothing(tmp_path, qtbot):
    preferences = Preferences(tmp_path / "settings.json")
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.choose(theme=preferences.settings.theme)
    assert not preferences.file.exists()


def test_any_text_in_the_place_of_the_settings_lets_the_program_start(tmp_path):
    file = tmp_path / "settings.json"
    for text in ALL.values():
        file.write_bytes(text)
        assert Preferences(file).settings == Settings()


@pytest.mark.parametrize("failing", ["open", "read"])
def test_settings_that_cannot_be_read_stay_and_nothing_is_written_over_them(
    tmp_path, qtbot, monkeypatch, failing
):
    file = tmp_path / "settings.json"
    Preferences(file).choose(theme="dark", text_scale=1.5)
    kept = file.read_bytes()
    with monkeypatch.context() as disk:
        disk.setattr(Path, "open", fails_to(failing))
        preferences = Preferences(file)
    assert preferences.settings == Settings()
    assert "settings.json" in preferences.trouble
    preferences.remember(tmp_path / "cast.personamap")
    with qtbot.waitSignal(preferences.refused):
        preferences.choose(reading_font=True)
    assert preferences.settings.reading_font
    assert [file.read_bytes()] == [path.read_bytes() for path in tmp_path.iterdir()] == [kept]
    assert Preferences(file).settings.text_scale == 1.5


def fails_to(failing):
    """Return what the disk does to whoever opens a file: it fails at once, or at the first read."""

    def opened(_path, _mode):
        stream = io.BytesIO()
        stream.read = lambda _size: fail()
        return stream if failing == "read" else fail()

    def fail():
        raise OSError(errno.EIO if failing == "read" else errno.EACCES, "")

    return opened


def test_what_a_killed_program_left_beside_the_settings_is_swept_at_the_next_start(tmp_path):
    file = tmp_path / "settings.json"
    mine = temporary_beside(file)
    ended = mine.with_name(mine.name.replace(f".{os.getpid()}.", ".999999999."))
    for path in (mine, ended):
        path.touch()
    Preferences(file)
    assert list(tmp_path.iterdir()) == [mine]


def test_a_pipe_or_a_flood_in_the_place_of_the_settings_is_not_read(tmp_path):
    file = tmp_path / "settings.json"
    os.mkfifo(file)
    assert Preferences(file).trouble
    assert file.is_fifo()
    file.unlink()
    file.write_bytes(b'{"theme": "dark"' + b" " * 2_000_000 + b"}")
    assert Preferences(file).settings == Settings()
