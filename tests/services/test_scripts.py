"""A script comes into a project with who speaks in it, and again as an update."""

import csv
from pathlib import Path

import pytest

from personamap.domain.columns import folded
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.errors import PersonamapError
from personamap.importers.script.mapping import LEAVE_OUT, NEW, LabelMapping
from personamap.services.scripts import (
    bring_script,
    load_labels,
    news_of,
    prepare_script,
    propose_script,
    scenes_no_longer_there,
)
from tests.conftest import IDRIS, LENE, MARA

PLAYS = Path(__file__).resolve().parents[3] / "shared" / "data" / "scripts"
FORMATS = (
    "clean.fountain",
    "clean.fdx",
    "clean.txt",
    "with_stage_directions.txt",
    "screenplay_paragraphs.docx",
    "storyboard_table.docx",
)


@pytest.fixture
def propose(project, tmp_path):
    def propose_text(text, cast=project, name="course.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return propose_script(cast, path)

    return propose_text


def speakers(proposal):
    return {use.label: use.speakers for use in proposal.mapping.labels}


def said(project):
    return {
        scene.title: {a.persona: (a.lines, a.words) for a in scene.appearances if a.lines}
        for scene in project.scenes
    }


def people(*names):
    return Project(
        personas=tuple(
            Persona(id=f"per-{at}", name=name.partition("/")[0], called=name.partition("/")[2])
            for at, name in enumerate(names)
        )
    )


def test_names_and_what_people_are_called_say_who_speaks(propose):
    cast = people("Amara Okafor", "Björn Lund/Bear", "Chris Lund")
    found = propose("AMARA: Hi.\nBear: Ho.\nchris lund: Ha.\nGuard: Hey.", cast)
    assert speakers(found) == {
        "AMARA": ("per-0",),
        "Bear": ("per-1",),
        "chris lund": ("per-2",),
        "Guard": (),
    }
    assert found.mapping.open_labels == ("Guard",)


def test_several_people_under_one_label_are_asked_for(propose):
    found = propose("Lund: Hi.", people("Björn Lund", "Chris Lund"))
    (use,) = found.mapping.labels
    assert (use.speakers, use.candidates, use.because) == ((), ("per-0", "per-1"), "several")


@pytest.mark.parametrize(
    "label", ["MARA AND IDRIS", "Mara & Idris", "Mara/Idris", "Mara und Idris"]
)
def test_two_in_one_label_both_speak(propose, project, label):
    found = propose(f"{label}: We do.")
    assert speakers(found) == {label: (MARA, IDRIS)}
    after = bring_script(project, prepare_script(found.script, found.mapping))
    assert said(after)["course"] == {MARA: (1, 2), IDRIS: (1, 2)}


def test_two_names_of_which_one_is_unknown_stay_open(propose):
    assert speakers(propose("Mara and Zoe: We do.")) == {"Mara and Zoe": ()}


def test_nothing_is_counted_under_an_open_label_and_a_new_person_is_made_when_wanted(
    propose, project
):
    found = propose("MARA: Hi.\nTHE GUARD: Stop there.\nCAPTION: Later")
    brought = prepare_script(found.script, found.mapping)
    assert said(bring_script(project, brought))["course"] == {MARA: (1, 1)}
    chosen = found.mapping.with_use("THE GUARD", NEW).with_use("CAPTION", LEAVE_OUT)
    after = bring_script(project, prepare_script(found.script, chosen))
    assert [persona.name for persona in after.personas] == ["Mara", "Idris", "Lene", "The Guard"]
    guard = after.personas[-1].id
    assert said(after)["course"] == {MARA: (1, 1), guard: (1, 2)}


def test_a_script_again_changes_nothing_and_a_new_version_updates(propose, project):
    first = "Scene 1\n\nMara: Hi.\n\nScene 2\n\nMara: Bye."
    found = propose(first)
    once = bring_script(project, prepare_script(found.script, found.mapping))
    again = propose(first, once)
    brought = prepare_script(again.script, again.mapping)
    assert bring_script(once, brought) is once
    assert not any(news.is_changed for news in news_of(once, brought))

    later = propose("Scene 1\n\nMara: Hi there.\n\nIdris: Ho.\n\nScene 3\n\nMara: So.", once)
    brought = prepare_script(later.script, later.mapping)
    assert [(n.scene.title, bool(n.counterpart)) for n in news_of(once, brought)] == [
        ("Scene 1", True),
        ("Scene 3", False),
    ]
    assert scenes_no_longer_there(once, brought) == ("Scene 2",)
    assert said(bring_script(once, brought)) == {
        "Hand-over": {MARA: (3, 40)},
        "Scene 1": {MARA: (1, 2), IDRIS: (1, 1)},
        "Scene 3": {MARA: (1, 1)},
        "Scene 2": {MARA: (1, 1)},
    }


def test_somebody_removed_meanwhile_is_left_out(propose, project):
    found = propose("Mara: Hi.\nLene: Ho.")
    brought = prepare_script(found.script, found.mapping)
    left = project.with_items(personas=project.personas[:1], relationships=(), scenes=())
    assert said(bring_script(left, brought)) == {"course": {MARA: (1, 1)}}


def test_a_mapping_names_people_as_people_do(project, tmp_path):
    path = tmp_path / "map.json"
    path.write_text('{"BOSS": "Lene", "BOTH": ["mara", "per-idris"], "X": "leave-out"}')
    uses = load_labels(path, project)
    assert [use.speakers for use in uses.labels] == [(LENE,), (MARA, IDRIS), (LEAVE_OUT,)]


def test_what_holds_no_speech_is_refused(propose):
    with pytest.raises(PersonamapError, match=r"course\.txt.*nobody speaks"):
        propose("Once upon a time.\n\nThe end.")


@pytest.mark.skipif(not PLAYS.exists(), reason="the plays in ../shared/data/scripts are not here")
@pytest.mark.parametrize("play", ["chekhov-tragik-ponevole", "lessing-emilia-galotti"])
@pytest.mark.parametrize("form", FORMATS)
def test_real_plays_come_in_to_the_word(play, form):
    with (PLAYS / play / "labels.csv").open(encoding="utf-8") as table:
        rows = {folded(row["label"]): row for row in csv.DictReader(table)}
    cast = people(*(row["label"] for row in rows.values()))
    proposal = propose_script(cast, PLAYS / play / form)
    counted = {folded(label): (s.lines, s.words) for label, s in proposal.counts.items()}
    assert counted == {label: (int(r["lines"]), int(r["words"])) for label, r in rows.items()}
    assert proposal.mapping.open_labels == ()
    after = bring_script(cast, prepare_script(proposal.script, proposal.mapping))
    for persona in after.personas:
        mine = [s.find_appearance(persona.id) for s in after.scenes]
        row = rows[folded(persona.name)]
        assert sum(a.lines for a in mine if a) == int(row["lines"])
        assert sum(a.words for a in mine if a) == int(row["words"])


def test_an_empty_mapping_leaves_every_label_open():
    assert LabelMapping().use_of("MARA").speakers == ()


@pytest.mark.parametrize("name", ["course.txt", "course.fountain"])
def test_a_long_script_is_read_no_further_once_nobody_waits_for_it(name, project, tmp_path):
    path = tmp_path / name
    path.write_text("\n\n".join(f"MARA{n}: Hello, says she." for n in range(20_000)))
    asked = 0

    def wanted():
        nonlocal asked
        asked += 1
        return asked < 100

    with pytest.raises(PersonamapError, match="reading it was stopped"):
        propose_script(project, path, wanted)
    assert asked == 100
