"""Who speaks how much, and who shares scenes with whom."""

from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.meetings import find_meetings
from personamap.analysis.voices import hear
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene

PEOPLE = ("per-ada", "per-ben", "per-cem")
CAST = tuple(Persona(id=who) for who in PEOPLE)

appearances = st.lists(
    st.builds(
        Appearance,
        persona=st.sampled_from(PEOPLE),
        presence=st.sampled_from(["speaks", "silent", "mentioned"]),
        lines=st.integers(0, 9),
        words=st.integers(0, 90),
    ),
    max_size=4,
    unique_by=lambda appearance: appearance.persona,
)
stories = st.lists(appearances, max_size=6).map(
    lambda scenes: Project(
        personas=CAST,
        scenes=tuple(Scene(id=f"scn-{n}", appearances=a) for n, a in enumerate(scenes)),
    )
)


@given(stories)
def test_everyone_is_heard_once_and_nothing_is_lost(story):
    voices = hear(story).voices
    parts = [a for scene in story.scenes for a in scene.appearances]
    assert sorted(v.persona for v in voices) == sorted(PEOPLE)
    assert sum(v.words for v in voices) == sum(a.words for a in parts)
    assert sum(v.lines for v in voices) == sum(a.lines for a in parts)
    assert sum(v.scenes + v.mentioned for v in voices) == len(parts)


@given(stories)
def test_those_who_say_most_come_first(story):
    heard = hear(story)
    measure = heard.measure or "words"
    said = [voice.said(measure) for voice in heard.voices]
    assert said == sorted(said, reverse=True)
    assert heard.most == (said[0] if heard.measure else 0)


def test_lines_count_where_nobody_counted_words():
    scene = Scene(id="scn-1", appearances=(Appearance(persona="per-ben", lines=2),))
    heard = hear(Project(personas=CAST, scenes=(scene,)))
    assert heard.measure == "lines"
    assert heard.voices[0].persona == "per-ben"


def test_before_a_scene_is_written_nothing_is_compared():
    heard = hear(Project(personas=CAST))
    assert (heard.measure, heard.most) == (None, 0)
    assert [voice.persona for voice in heard.voices] == list(PEOPLE)


@given(stories)
def test_sharing_scenes_goes_both_ways_and_leaves_out_who_is_only_mentioned(story):
    meetings = find_meetings(story)
    for one in PEOPLE:
        for other in PEOPLE:
            shared = meetings.between(one, other)
            assert shared == meetings.between(other, one)
            assert shared == tuple(
                scene
                for scene in story.scenes
                if {one, other}
                <= {a.persona for a in scene.appearances if a.presence != "mentioned"}
            )


def test_whom_somebody_meets_most_comes_first():
    both = tuple(Appearance(persona=who) for who in ("per-ada", "per-cem"))
    everyone = (*both, Appearance(persona="per-ben"))
    scenes = (Scene(id="scn-1", appearances=everyone), Scene(id="scn-2", appearances=both))
    meetings = find_meetings(Project(personas=CAST, scenes=scenes))
    assert meetings.met_by("per-ada") == ("per-cem", "per-ben")
