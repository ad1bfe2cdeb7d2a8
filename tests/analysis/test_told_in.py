"""Which findings stand beside a scene."""

from personamap.analysis.check import Finding
from personamap.analysis.checks import CHECKS
from personamap.analysis.told_in import story_checks, told_in


def finding(check, *subjects, **evidence):
    return Finding(
        f"{check}:{subjects}", check, "note", "", "", "", subjects=subjects, evidence=evidence
    )


def test_checks_that_never_look_at_scenes_are_not_about_the_story():
    about = story_checks(CHECKS)
    assert {"silent-leads", "bechdel-wallace", "unasked-spaces", "unseen-personas"} <= about
    assert not about & {"similar-names", "thin-personas", "dangling-references"}


def test_findings_are_on_the_scene_or_on_people_in_it_or_on_the_rest(project):
    scene = project.scenes[0]
    named = finding("unasked-spaces", scene.id)
    resting = finding("silent-leads", "per-mara", scenes=(scene.id,))
    person = finding("never-heard", "per-mara")
    other = finding("unseen-personas", "per-lene", scenes=0)
    elsewhere = finding("similar-names", "per-mara")
    told = told_in([other, named, person, resting, elsewhere], story_checks(CHECKS), scene)
    assert told.scene == (named, resting)
    assert told.people == (person,)
    assert told.others == (other,)
    alone = told_in([other, named], story_checks(CHECKS), None)
    assert alone.others == (other, named)
