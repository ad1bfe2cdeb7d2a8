"""What the checks of belonging notice, and what they leave alone."""

from personamap.analysis.fixes import fixes_for
from tests.analysis.casts import answer, cast, person
from tests.analysis.courses import GENDER, arc, does, scene
from tests.analysis.stories import found, keys

LOW, HIGH, MUTED, LOUD = (0.2, 0.2), (0.8, 0.8), (0.2, 0.8), (0.8, 0.2)


def people(gender, *names, belonging=None):
    fields = {"belonging": belonging} if belonging else {}
    return [person(name, answer("gender", gender), **fields) for name in names]


def course(*everyone, **parts):
    return cast(*everyone, facets=(GENDER,), **parts)


def test_nobody_arriving_in_belonging_is_told_with_where_they_end():
    ends = [*people("woman", "Mara", belonging=arc(None, MUTED))]
    ends += people("man", "Omar", "Kofi", belonging=arc(None, LOUD))
    (finding,) = found(course(*ends), "nobody-belongs")
    assert finding.sentence == (
        "Of those whose end is told: 1 in minimisation, 0 in reclusiveness and "
        "2 in overbearing. Is that what you intend?"
    )


def test_one_who_arrives_is_enough_and_one_end_alone_is_not_asked_about():
    arrived = people("woman", "Mara", belonging=arc(None, (0.5, 0.5)))
    lost = people("man", "Omar", belonging=arc(None, LOW))
    assert not found(course(*arrived, *lost), "nobody-belongs")
    assert not found(course(*lost), "nobody-belongs")


def test_only_some_who_hide_at_the_start_are_told_by_what_they_share():
    hiding = [*people("woman", "Mara", belonging=arc(LOW, None))]
    hiding += people("woman", "Ida", "Lene", belonging=arc(MUTED, None))
    at_ease = people("man", "Omar", "Kofi", "Tom", belonging=arc(HIGH, None))
    (finding,) = found(course(*hiding, *at_ease), "guarded-starts")
    assert finding.text == (
        "Gender: only people with “Woman” start in minimisation or reclusiveness. It is Mara, Ida "
        "and Lene. The 3 with other values whose start is told show themselves from the "
        "beginning. Is that what you intend?"
    )


def test_what_small_casts_show_by_chance_is_left_alone():
    hiding = people("woman", "Mara", "Ida", belonging=arc(LOW, None))
    at_ease = [*people("woman", "Lene", belonging=arc(HIGH, None))]
    at_ease += people("man", "Omar", "Kofi", "Tom", belonging=arc(HIGH, None))
    assert not found(course(*hiding, *at_ease), "guarded-starts")


def test_a_blank_among_those_who_hide_leaves_the_facet_out():
    hiding = people("woman", "Mara", "Ida", "Lene", belonging=arc(LOW, None))
    unknown = person("Sol", answer("gender", state="undisclosed"), belonging=arc(LOW, None))
    at_ease = people("man", "Omar", "Kofi", "Tom", belonging=arc(HIGH, None))
    assert not found(course(*hiding, unknown, *at_ease), "guarded-starts")


def test_an_arc_that_moves_needs_a_scene_that_turned_it():
    moved = people("woman", "Mara", belonging=arc(LOW, HIGH))
    stayed = people("man", "Omar", belonging=arc(HIGH, (0.85, 0.8)))
    turned = people("man", "Kofi", belonging=arc(LOW, HIGH, "scn-1"))
    first, second = scene(1, "per-mara", "per-kofi"), scene(2, does("per-mara", "learns"))
    project = course(*moved, *stayed, *turned, scenes=(first, second))
    (finding,) = found(project, "unturned-arcs")
    assert finding.title == "Nothing says what turns Mara"
    fixes = fixes_for(project, finding)
    assert [fix.text for fix in fixes] == [
        "Name “Scene 2” as what turns Mara",
        "Name “Scene 1” as what turns Mara",
    ]
    assert fixes[0].edit(fixes[0].edit(project)).persona("per-mara").belonging.turning_points
    assert not found(project.with_items(scenes=()), "unturned-arcs")


def test_nothing_that_turns_anybody_is_told_once():
    moved = people("woman", "Mara", "Ida", "Lene", belonging=arc(LOW, HIGH))
    assert keys(course(*moved, scenes=(scene(1),)), "unturned-arcs") == {"cast"}


EVERYONE = (*people("woman", "Mara", "Ida"), *people("man", "Omar", "Kofi"))
ALL = ("per-mara", "per-ida", "per-omar", "per-kofi")


def risky(*takers):
    return course(
        *EVERYONE, scenes=tuple(scene(n, *ALL, risk_takers=who) for n, who in enumerate(takers))
    )


def test_risks_only_one_group_takes_are_told_when_others_were_there():
    project = risky(("per-mara",), ("per-ida",), ("per-mara", "per-ida"))
    (finding,) = found(project, "one-sided-risk")
    assert finding.text == (
        "Gender: only people with “Woman” take a risk. In 3 scenes somebody dares something, and "
        "it is Mara and Ida every time. People with other values were there 6 times. "
        "Is that what you intend?"
    )
    fix = fixes_for(project, finding)[0]
    assert fix.text == "Let Omar take a risk in “Scene 0” too"
    assert fix.closes == ("one-sided-risk:gender.woman",)


def test_one_person_who_takes_every_risk_is_named():
    project = risky(("per-mara",), ("per-mara",), ("per-mara",))
    (finding,) = found(project, "one-sided-risk")
    assert finding.title == "Only Mara takes a risk"
    assert fixes_for(project, finding)


def test_risks_nobody_else_could_have_taken_and_few_risks_are_left_alone():
    alone = tuple(scene(n, "per-mara", risk_takers=("per-mara",)) for n in range(4))
    assert not found(course(*EVERYONE, scenes=alone), "one-sided-risk")
    assert not found(risky(("per-mara",), ("per-ida",)), "one-sided-risk")
    assert not found(risky(("per-mara",), ("per-ida",), ("per-omar",)), "one-sided-risk")
