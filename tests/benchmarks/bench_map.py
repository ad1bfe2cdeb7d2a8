"""How long a frame of the map takes while it is moved and zoomed, with 200 people on it.

A frame is the processor time of the window's own thread for one step of a
gesture and what it paints. Sixty a second leave 16.7 ms for each. The floor
beside it is a scene of as many plain circles, moved and scaled as far.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from tests.benchmarks.bench_workspaces import program, settle, whole_window

PEOPLE, FRAMES, TARGET_MS = 200, 60, 1000 / 60
ZOOM, GROWTH, TURNS_AFTER = 0.6, 1.03, 10


def frames(app: QApplication, step: Callable[[int], None]) -> list[float]:
    """Return how many milliseconds each step of a gesture kept the window's thread."""
    taken = []
    for number in range(FRAMES):
        began = time.thread_time()
        step(number)
        app.processEvents()
        taken.append((time.thread_time() - began) * 1000)
    return taken


def pan(view: QGraphicsView) -> Callable[[int], None]:
    """Return a gesture that moves what a view shows, there and back again."""
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()

    def step(number: int) -> None:
        way = 1 if number // TURNS_AFTER % 2 == 0 else -1
        across.setValue(across.value() + 8 * way)
        down.setValue(down.value() + 3 * way)

    return step


def zoom(view: QGraphicsView) -> Callable[[int], None]:
    """Return a gesture that goes closer and further away again."""

    def step(number: int) -> None:
        closer = number // TURNS_AFTER % 2 == 0
        factor = GROWTH if closer else 1 / GROWTH
        view.scale(factor, factor)

    return step


def plain_view() -> QGraphicsView:
    """Return a view of as many circles as there are people."""
    scene = QGraphicsScene()
    for number in range(PEOPLE):
        scene.addEllipse(number % 20 * 120, number // 20 * 120, 88, 88)
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.resize(1000, 800)
    view.scale(ZOOM, ZOOM)
    view.show()
    return view


def tell(gesture: str, ours: list[float], plain: list[float]) -> None:
    """Print the median and the slowest frame in twenty."""
    slow = sorted(ours)[len(ours) * 19 // 20]
    verdict = "reached" if slow < TARGET_MS else "MISSED"
    print(
        f"a frame of the map, {PEOPLE} people, {gesture}: median {median(ours):.1f} ms, "
        f"{median(ours) / median(plain):.1f} x plain circles; 19 of 20 within {slow:.1f} ms "
        f"(60 a second leave {TARGET_MS:.1f}: {verdict})"
    )


def main() -> None:
    """Move and zoom the map and the plain view in turn."""
    app = program()
    with tempfile.TemporaryDirectory() as home:
        window = whole_window(app, home, PEOPLE)
        workspace = window.desk.stack.show_workspace("map")
        settle(app, window)
        ours, plain = workspace.view, plain_view()
        ours.set_zoom(ZOOM)
        settle(app, window)
        tell("moved", frames(app, pan(ours)), frames(app, pan(plain)))
        tell("zoomed", frames(app, zoom(ours)), frames(app, zoom(plain)))
        window.desk.session.close()
        window.close()


if __name__ == "__main__":
    main()
