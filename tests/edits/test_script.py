"""Scenes of a script come in once, and again only as what has changed."""

from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene
from personamap.edits.script import ScriptedScene, Spoken, counterparts, spoken_by, take_script
from tests.conftest import IDRIS, LENE, MARA


def scripted(scene_id, title, **spoken):
    people = {"mara": MARA, "idris": IDRIS, "lene": LENE}
    said = {people[name]: Spoken(*counts) for name, counts in spoken.items()}
    return ScriptedScene(scene_id, title, "", said)


def told(project):
    return {
        scene.title: [(a.persona, a.presence, a.lines, a.words) for a in scene.appearances]
        for scene in project.scenes
    }


def test_a_scene_with_the_same_title_is_brought_up_to_date(project):
    after = take_script(project, [scripted("scn-a", "HAND-OVER", mara=(5, 60), idris=(2, 9))])
    assert told(after) == {"Hand-over": [(MARA, "speaks", 5, 60), (IDRIS, "speaks", 2, 9)]}
    assert after.scenes[0].appearances[0].functions == ("asks",)


def test_who_says_nothing_any_more_stays_with_no_lines(project):
    after = take_script(project, [scripted("scn-a", "Hand-over", idris=(1, 3))])
    assert told(after)["Hand-over"] == [(MARA, "speaks", 0, 0), (IDRIS, "speaks", 1, 3)]


def test_who_was_only_mentioned_and_speaks_now_speaks():
    scene = Scene(id="scn-a", appearances=(Appearance(persona=MARA, presence="mentioned"),))
    after = take_script(Project(scenes=(scene,)), [scripted("scn-a", "", mara=(1, 1))])
    assert after.scenes[0].appearances[0].presence == "speaks"


def test_new_scenes_stand_where_the_script_has_them(project):
    script = [
        scripted("scn-1", "Before", mara=(1, 1)),
        scripted("scn-2", "Hand-over", mara=(1, 1)),
        scripted("scn-3", "After", mara=(1, 1)),
    ]
    first = take_script(project, script[1:])
    assert list(told(first)) == ["Hand-over", "After"]
    assert list(told(take_script(first, script))) == ["Before", "Hand-over", "After"]


def test_a_scene_keeps_the_name_the_team_gave_it(project):
    script = [scripted("scn-1", "INT. DESK", mara=(1, 1))]
    once = take_script(project, script)
    renamed = once.with_items(
        scenes=tuple(s.evolve(title="The desk") if s.id == "scn-1" else s for s in once.scenes)
    )
    again = take_script(renamed, [scripted("scn-1", "INT. DESK", mara=(4, 4))])
    assert told(again)["The desk"] == [(MARA, "speaks", 4, 4)]
    assert len(again.scenes) == 2


def test_of_scenes_with_one_title_each_is_met_once():
    project = Project(scenes=(Scene(id="scn-x", title="Desk"), Scene(id="scn-y", title="Desk")))
    script = [scripted(f"scn-{number}", "Desk") for number in range(3)]
    assert counterparts(project, script) == {"scn-0": "scn-x", "scn-1": "scn-y"}


def test_lines_and_words_are_counted_by_speaker():
    assert spoken_by(iter([(MARA, 3), (IDRIS, 1), (MARA, 4)])) == {
        MARA: Spoken(2, 7),
        IDRIS: Spoken(1, 1),
    }


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ABC"),
            st.dictionaries(
                st.sampled_from([MARA, IDRIS]),
                st.builds(Spoken, st.integers(0, 9), st.integers(0, 9)),
            ),
        ),
        max_size=6,
    ),
    st.lists(st.sampled_from("ABCD"), max_size=4),
)
def test_the_same_script_again_changes_nothing(scenes, titles):
    script = [
        ScriptedScene(f"scn-{at}", title, "", spoken) for at, (title, spoken) in enumerate(scenes)
    ]
    here = tuple(Scene(id=f"scn-own{at}", title=title) for at, title in enumerate(titles))
    once = take_script(Project(scenes=here), script)
    assert take_script(once, script) is once
    assert {scene.id for scene in here} <= {scene.id for scene in once.scenes}
    assert len(once.scenes) >= len(script)
