import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from personamap.gui.look.theme import Theme, apply_theme, current_theme
from personamap.resources import resource


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return Theme.load(request.param)


@pytest.mark.parametrize("ground", ["ground", "surface", "sunken"])
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3", "accent", "warn", "good"])
def test_every_ink_can_be_read_on_every_ground(theme, ink, ground):
    assert contrast(theme.color(ink), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("ground", ["ground", "surface"])
@pytest.mark.parametrize("mark", ["edge", "seat"])
def test_borders_of_controls_can_be_seen(theme, mark, ground):
    assert contrast(theme.color(mark), theme.color(ground)) >= 3.0


@pytest.mark.parametrize(
    ("ink", "ground"),
    [("on", "accent"), ("on", "accent-hover"), ("accent", "accent-soft"), ("warn", "warn-soft")],
)
def test_text_on_coloured_ground_can_be_read(theme, ink, ground):
    assert contrast(theme.color(ink), theme.color(ground)) >= 4.5


def test_portraits_stand_out_from_their_grounds_in_both_themes(theme):
    drawn = QColor("#2A211C")
    assert all(contrast(drawn, theme.ground(turn)) >= 4.5 for turn in range(6))


def test_both_themes_name_the_same_tokens():
    light, dark = Theme.load("light"), Theme.load("dark")
    assert [token for token, _ in light.colours] == [token for token, _ in dark.colours]


def test_the_style_sheet_template_holds_no_colour():
    template = resource("themes", "style.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(", template)


def test_text_grows_with_the_scale_and_the_scale_has_limits():
    assert Theme.load("light", text_scale=2.0).font("base").pixelSize() == 28
    assert Theme.load("light", text_scale=9.0).text_scale == 2.0
    assert Theme.load("light", text_scale=0.1).text_scale == 1.0


def test_nothing_moves_when_motion_is_reduced():
    assert Theme.load("light", reduce_motion=True).duration(240) == 0
    assert Theme.load("light").duration(240) == 240


def test_applying_a_theme_changes_palette_fonts_and_what_is_current(qapp):
    look = apply_theme(qapp, Theme.load("dark"))
    assert current_theme().is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#1C1816")
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert apply_theme(qapp, Theme.load("light")) is look
    assert not current_theme().is_dark


def test_a_change_of_theme_is_announced(qapp, qtbot):
    look = apply_theme(qapp, Theme.load("light"))
    with qtbot.waitSignal(look.changed):
        apply_theme(qapp, Theme.load("dark"))
    apply_theme(qapp, Theme.load("light"))


def test_the_reading_font_is_there(qapp):
    apply_theme(qapp, Theme.load("light", reading_font=True))
    assert QFontInfo(qapp.font()).family() == "Atkinson Hyperlegible Next"
    apply_theme(qapp, Theme.load("light"))


def test_a_primary_button_is_filled_with_the_accent(qapp, qtbot):
    apply_theme(qapp, Theme.load("light"))
    button = QPushButton("Add person")
    button.setProperty("role", "primary")
    qtbot.addWidget(button)
    button.show()
    assert button.grab().toImage().pixelColor(button.width() // 2, 4) == QColor("#6E3A63")


def test_buttons_of_dialogs_carry_no_icons_of_the_desktop(qtbot, qapp):
    apply_theme(qapp, Theme.load("light"))
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Apply)
    qtbot.addWidget(box)
    assert all(button.icon().isNull() for button in box.buttons())
