import itertools
import re
from html.parser import HTMLParser

import pytest

from personamap.exporters.flow_blocks import Grid
from personamap.exporters.formats import find_exporter
from personamap.exporters.html.flowing import flowed
from personamap.exporters.html.markup import Markup, joined, tag
from personamap.exporters.html.saying import Say
from personamap.exporters.options import ExportOptions
from personamap.services.exports import make_outline
from tests.exporters.cast import SECRET, kofi, project

WHAT = ("sheets", "wall", "map", "report", "review")
NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "</style><script>x</script>",
    "&lt;b&gt; & <b>",
    "]]><!--",
    "\0\x1b",
)


class Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)


def render(what="review", of=None, **choices):
    exporter = find_exporter("html")
    outline = make_outline(of or project(), exporter, ExportOptions(what=what, **choices))
    return exporter.render(outline, lambda _done, _total: None).data


def seen(document):
    parser = Seen()
    parser.feed(document.decode())
    return parser


@pytest.mark.parametrize("what", WHAT)
def test_a_page_needs_nothing_from_outside_and_runs_nothing_of_others(what):
    for name, attributes in seen(render(what)).tags:
        assert name not in {"iframe", "object", "link", "base", "form"}
        assert what == "review" or name != "script"
        assert not any(key.startswith("on") for key in attributes)
        for key in ("href", "src", "xlink:href", "action"):
            assert attributes.get(key, "#").startswith(("#", "data:image/"))


@pytest.mark.parametrize("what", WHAT)
def test_headings_follow_one_another_and_everything_has_its_name(what):
    tags = seen(render(what)).tags
    levels = [int(name[1]) for name, _attributes in tags if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    ids = [attributes["id"] for _name, attributes in tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    for name, attributes in tags:
        if name == "img":
            assert attributes["alt"]
        if name == "svg":
            assert attributes["role"] == "img"


def test_the_review_pack_holds_wall_map_report_and_sheets():
    page = seen(render())
    targets = {attributes.get("id") for _name, attributes in page.tags}
    assert {"wall", "map", "coverage", "plot", *(p.id for p in project().cast)} <= targets
    links = {a["href"] for name, a in page.tags if name == "a" and a["href"] != "#content"}
    assert {f"#{persona.id}" for persona in project().cast} <= links


@pytest.mark.parametrize("text", NASTY)
def test_no_text_becomes_markup(text):
    person = kofi().evolve(name=text, brief=text, own_words=text, goals=(text,))
    plain = seen(render(of=project().with_items(personas=(kofi().evolve(name="x"),))))
    page = seen(render(of=project().with_items(personas=(person,))))
    assert {name for name, _a in page.tags} <= {name for name, _a in plain.tags}
    shown = text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    assert shown.strip() in "".join(page.text)


def test_only_the_team_reads_private_answers():
    assert SECRET.encode() not in render()
    assert SECRET.encode() in render(reader="team")


def test_the_page_runs_in_the_direction_of_its_language():
    arabic = project().with_items(course=project().course.evolve(language="ar"))
    (root,) = [a for name, a in seen(render(of=arabic)).tags if name == "html"]
    assert root == {"lang": "ar", "dir": "rtl"}


def test_words_of_the_program_in_a_course_of_another_language_say_so():
    french = project().with_items(course=project().course.evolve(language="fr"))
    page = render(of=french).decode()
    assert '<h3 lang="en">In his own words</h3>' in page
    assert '<th lang="en" scope="col" role="columnheader">Facet</th>' in page
    assert "<h2>Kofi Mensah</h2>" in page
    assert '<p lang="en" class="strong">' in page
    (whole,) = (found for name, found in seen(page.encode()).tags if found.get("id") == "whole")
    assert whole["lang"] == "fr"


def test_a_page_in_the_language_of_the_program_names_no_other():
    tags = seen(render()).tags
    assert {name for name, attributes in tags if "lang" in attributes} == {"html", "svg"}


def test_words_of_the_program_on_a_page_of_the_other_direction_say_their_language():
    arabic = project().with_items(course=project().course.evolve(language="ar"))
    heads = [a for name, a in seen(render(of=arabic)).tags if name == "h3"]
    assert {"lang": "en"} in heads
    heads = [a for name, a in seen(render()).tags if name == "h3"]
    assert not any(a.get("lang") for a in heads)


def test_drawn_people_look_into_the_page_and_initials_are_not_turned():
    arabic = project().course.evolve(language="ar")
    page = render("wall", project().with_items(course=arabic)).decode()
    assert 'class="portrait bust drawn"' in page
    assert 'class="portrait bust"' in page
    assert '[dir="rtl"] svg.drawn { transform: scaleX(-1); }' in page


def test_the_same_project_gives_the_same_bytes():
    assert render() == render()


def test_finished_markup_is_kept_and_everything_else_is_escaped():
    assert tag("p", "a<b", Markup("<b>c</b>"), class_="x") == '<p class="x">a&lt;b<b>c</b></p>'
    assert tag("img", alt='"', hidden=True) == '<img alt="&quot;" hidden>'
    assert joined("&", ["<", Markup("<i>")]) == "&amp;&lt;<i>"


def test_tables_of_words_fall_apart_on_a_phone_and_tables_of_counts_do_not():
    heads = ("Facet", "People")
    words = Grid(heads, (("Languages", "English 6, Tamil 1, Welsh 3, Igbo 1"),))
    counts = Grid(heads, (("Languages", "6"),))
    say = Say(make_outline(project(), find_exporter("html"), ExportOptions()))
    assert 'class="stacking"' in joined(*flowed([words], 2, say))
    assert 'class="stacking"' not in joined(*flowed([counts], 2, say))
