import base64
import hashlib
import re

import pytest

from personamap.domain.review_file import ReviewPack
from personamap.exporters.html.commenting import script
from personamap.exporters.states import states_of
from personamap.resources import resource
from tests.exporters.cast import JUN, KOFI, SECRET, project
from tests.exporters.html.test_page import WHAT, render, seen

FORBIDDEN = (
    "innerHTML",
    "outerHTML",
    "insertAdjacent",
    "document.write",
    "eval",
    "Function",
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "sendBeacon",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "cookie",
    "import",
)


def subjects(document):
    return [a["data-subject"] for name, a in seen(document).tags if "data-subject" in a]


def pack_in(document):
    (written,) = [a["data-pack"] for _name, a in seen(document).tags if "data-pack" in a]
    return ReviewPack.model_validate_json(written)


def test_the_one_script_is_the_programs_own_and_named_by_its_hash():
    document = render().decode()
    (run,) = re.findall(r"<script>(.*?)</script>", document, re.DOTALL)
    assert run == resource("html", "comments.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(run.encode()).digest()).decode()
    (policy,) = [a["content"] for _n, a in seen(document.encode()).tags if "http-equiv" in a]
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("what", [what for what in WHAT if what != "review"])
def test_only_a_review_pack_can_be_commented(what):
    document = render(what)
    assert subjects(document) == []
    assert b"<script" not in document
    assert b"script-src" not in document


@pytest.mark.parametrize("word", FORBIDDEN)
def test_the_script_writes_text_alone_and_keeps_and_sends_nothing(word):
    assert not re.search(rf"\b{re.escape(word)}\b", script())


def test_people_answers_lives_findings_and_scenes_can_each_be_commented_once():
    found = subjects(render())
    assert len(set(found)) == len(found)
    assert {KOFI, f"{KOFI}/hearing", f"{KOFI}/exp-round", "scn-list"} <= set(found)
    assert any(":" in subject for subject in found)


def test_every_button_says_what_it_is_for():
    for name, attributes in seen(render()).tags:
        if name == "button" and "data-subject" in attributes:
            assert attributes["data-about"] in attributes["aria-label"]


def test_done_is_about_the_whole_or_about_the_people_who_were_chosen():
    (whole,) = states_of(project(), [""])
    everything = pack_in(render())
    assert everything.state == whole
    assert [(signed.subject, signed.state) for signed in everything.signed] == [("", whole)]
    some = pack_in(render(personas=(JUN,)))
    assert some.state == whole
    assert [signed.subject for signed in some.signed] == [JUN]


def test_without_scripts_a_sentence_says_how_to_comment():
    assert "write to whoever sent you this page" in "".join(seen(render()).text)


def test_what_the_team_alone_reads_can_be_commented_by_the_team_alone():
    assert f"{KOFI}/love" not in subjects(render())
    assert f"{KOFI}/love" in subjects(render(reader="team"))
    assert SECRET.encode() not in render()
