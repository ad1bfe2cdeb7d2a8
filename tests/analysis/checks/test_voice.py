"""Who is heard: lines and words against presence."""

from personamap.analysis.fixes import fixes_for
from personamap.domain.scene import Scene
from tests.analysis.stories import found, keys, scene, story


def test_a_group_that_is_there_and_says_little_is_noticed_in_counts():
    told = [
        scene(n, ada="", bea="", dan="", eli="", lines={"ada": 1, "dan": 6, "eli": 5})
        for n in (1, 2)
    ]
    (finding,) = found(story(*told), "fewer-words")
    assert finding.text == (
        "Gender: people with “Woman” get few words. Ada and Bea: there 4 of 8 times, with "
        "20 of 240 words. Is that what you intend?"
    )
    assert finding.counted == "20 of 240 words"


def test_lines_are_counted_where_nobody_counted_words():
    told = [
        scene(n, ada="", bea="", dan="", eli="", lines={"ada": 1, "dan": 6, "eli": 5})
        for n in (1, 2)
    ]
    plain = [
        Scene(id=s.id, appearances=tuple(a.evolve(words=0) for a in s.appearances), title=s.title)
        for s in told
    ]
    (finding,) = found(story(*plain), "fewer-words")
    assert finding.counted == "2 of 24 lines"


def test_nothing_is_said_about_words_as_long_as_none_are_written():
    assert not found(story(scene(1, ada="", dan=""), scene(2, ada="", bea="")), "fewer-words")


def test_whoever_is_only_mentioned_is_not_there():
    lines = {"dan": 9, "eli": 9}
    told = [scene(n, ada="mentioned", bea="mentioned", dan="", eli="", lines=lines) for n in (1, 2)]
    assert not found(story(*told), "fewer-words")
    assert keys(story(*told), "never-heard") == {"per-ada", "per-bea"}


def test_somebody_who_is_only_talked_about_can_come_and_speak():
    project = story(scene(1, ada="mentioned", dan=""))
    (finding,) = found(project, "never-heard")
    assert finding.title == "Ada is only ever talked about"
    (fix,) = fixes_for(project, finding)
    assert fix.text == "Let Ada speak in “Scene 1”"
    assert not found(fix.edit(project), "never-heard")


def test_somebody_in_two_pictures_without_a_line_is_noticed_once_scenes_are_written():
    quiet = [scene(n, ada="", dan="", lines={"dan": 3}) for n in (1, 2)]
    (finding,) = found(story(*quiet), "never-heard")
    assert finding.title == "Ada is there and never heard"
    assert not found(story(*quiet[:1]), "never-heard")
    assert not found(story(scene(1, ada="", dan=""), scene(2, ada="", dan="")), "never-heard")


def test_whoever_is_marked_as_silent_is_so_even_before_lines_are_written():
    assert keys(story(scene(1, ada="silent"), scene(2, ada="silent")), "never-heard") == {"per-ada"}


def test_whoever_leads_without_a_line_is_noticed_once_for_all_scenes():
    told = [scene(n, ada="leads", dan="", lines={"dan": 3}) for n in (1, 2)]
    (finding,) = found(story(*told), "silent-leads")
    assert finding.text == (
        "Ada leads or decides without a word. In “Scene 1” and “Scene 2” learners are told that "
        "Ada leads or decides, and they never hear it. Is that what you intend?"
    )


def test_leading_in_a_scene_nobody_has_written_yet_is_not_silent():
    assert not found(story(scene(1, ada="leads", dan="")), "silent-leads")


def test_a_silent_lead_can_be_given_a_voice():
    project = story(scene(1, ada="silent decides", dan=""))
    (finding,) = found(project, "silent-leads")
    (fix,) = fixes_for(project, finding)
    assert fix.text == "Let Ada speak in “Scene 1”"


def test_a_decision_about_words_holds_while_a_few_words_change():
    def told(extra):
        lines = {"ada": 1, "dan": 60 + extra, "eli": 50}
        return story(*(scene(n, ada="", bea="", dan="", eli="", lines=lines) for n in (1, 2)))

    one, other = (found(told(extra), "fewer-words")[0] for extra in (0, 1))
    assert one.digest == other.digest
    assert one.sentence != other.sentence
