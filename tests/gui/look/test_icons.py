import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QPushButton, QStyle

from personamap.gui.look.icons import icon, icon_pixmap
from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.widgets.chips import add_chip
from personamap.resources import resource

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


def colours_of(image):
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_one_colour_and_draws_something(qapp, name):
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in source
    assert colours_of(icon_pixmap(name, "accent", 64).toImage()) == {"#6e3a63"}


def test_an_icon_follows_the_theme_without_being_made_again(qapp):
    apply_theme(qapp, Theme.load("light"))
    star = icon("star", "accent")
    assert colours_of(star.pixmap(QSize(48, 48)).toImage()) == {"#6e3a63"}
    apply_theme(qapp, Theme.load("dark"))
    assert colours_of(star.pixmap(QSize(48, 48)).toImage()) == {"#e0aed6"}
    apply_theme(qapp, Theme.load("light"))


def test_an_icon_is_sharp_on_a_fine_screen(qapp):
    pixmap = icon("users").pixmap(QSize(16, 16), 2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.devicePixelRatio() == 2.0


def test_a_checked_button_shows_its_icon_in_the_accent(qapp):
    apply_theme(qapp, Theme.load("light"))
    picture = icon("star").pixmap(QSize(48, 48), QIcon.Mode.Normal, QIcon.State.On)
    assert colours_of(picture.toImage()) == {"#6e3a63"}


def test_copies_of_an_icon_outlive_the_first(qapp):
    for _ in range(50):
        copy = QIcon(icon("star"))
        gc.collect(0)
        assert not copy.pixmap(QSize(16, 16)).isNull()


def test_icons_within_lines_and_before_words_grow_with_the_text(qapp):
    sizes = []
    for scale in (1.0, 2.0):
        apply_theme(qapp, Theme.load("light", text_scale=scale))
        line, button, chip = QLineEdit(), QPushButton(icon("search"), "Find"), add_chip("Add")
        for pressed in (button, chip):
            pressed.ensurePolished()
        metric = QStyle.PixelMetric.PM_LineEditIconSize
        in_line = line.style().pixelMetric(metric, None, line)
        sizes.append((in_line, button.iconSize().width(), chip.iconSize().width()))
    apply_theme(qapp, Theme.load("light"))
    assert sizes == [(16, 16, 12), (32, 32, 24)]
