"""axe-core, the usual checker of web pages, finds nothing wrong in any of ours."""

import json
import os
from pathlib import Path

import pytest

from tests.exporters.cast import project
from tests.exporters.documents import cast_of
from tests.exporters.html.chromium import needs_chromium
from tests.exporters.html.test_page import WHAT, render
from tests.exporters.nasty import EVERYTHING

ROOT = Path(__file__).resolve().parents[3]
AXE = Path(os.environ.get("AXE_CORE", ROOT / "build/axe/node_modules/axe-core/axe.min.js"))

pytestmark = [
    needs_chromium,
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here (make axe fetches it)"),
]

OPEN_SOME = (
    "document.querySelectorAll('.say').forEach((button, i) => i % 5 || button.click());"
    "document.querySelectorAll('details').forEach(part => { part.open = true; });"
)
RULES = "{rules: {'target-size': {enabled: true}}, resultTypes: ['violations']}"


def violations(page):
    page.ask(f"{AXE.read_text(encoding='utf-8')};0")
    told = page.ask(f"axe.run({RULES}).then(found => JSON.stringify(found.violations))")
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in json.loads(told)]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1100])
def test_a_review_pack_has_no_barriers(opened, dark, width):
    page = opened(render(), dark=dark, width=width)
    assert violations(page) == []
    page.ask(OPEN_SOME)
    assert violations(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("what", [what for what in WHAT if what != "review"])
def test_no_other_page_has_barriers(opened, what, dark):
    assert violations(opened(render(what), dark=dark)) == []


def test_a_page_from_right_to_left_has_no_barriers(opened):
    arabic = project().with_items(course=project().course.evolve(language="ar"))
    assert violations(opened(render(of=arabic))) == []


@pytest.mark.parametrize("reader", ["anyone", "team"])
def test_hostile_texts_raise_no_barrier(opened, reader):
    page = opened(render(of=cast_of(EVERYTHING), reader=reader))
    page.ask(OPEN_SOME)
    assert violations(page) == []


def test_the_checker_finds_what_is_wrong(opened):
    page = opened(render().replace(b' lang="en"', b""))
    assert [rule for rule, _where in violations(page)] == ["html-has-lang"]
