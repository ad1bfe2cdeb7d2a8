import pytest

from personamap.gui.map.head import MapHead


@pytest.mark.parametrize("width", [600, 735, 800, 1100, 1600])
@pytest.mark.parametrize("lens", ["people", "identity"])
def test_no_lens_is_cut_however_narrow_the_map_is(qtbot, width, lens):
    head = MapHead()
    qtbot.addWidget(head)
    head.choose_lens(lens)
    head.resize(width, 120)
    head.show()
    qtbot.waitExposed(head)
    for name in ("people", "experiences", "identity", "gaps"):
        button = head.lenses.button(name)
        assert button.width() >= button.minimumSizeHint().width()
    assert head.export_button.geometry().right() <= width
