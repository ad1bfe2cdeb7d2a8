"""What the checks of connection notice, and what they leave alone."""

from personamap.analysis.fixes import fixes_for
from personamap.domain.experience import Experience
from tests.analysis.casts import answer, cast, person
from tests.analysis.checks.test_checks import found, keys
from tests.analysis.courses import GENDER, LEVEL, scene, tie


def women(*names):
    return [person(name, answer("gender", "woman")) for name in names]


def men(*names):
    return [person(name, answer("gender", "man")) for name in names]


def course(*people, **parts):
    return cast(*people, facets=(GENDER,), **parts)


APART = course(
    *women("Mara", "Ida", "Lene"),
    *men("Omar", "Kofi", "Tom"),
    scenes=(
        scene(1, "per-mara", "per-ida", "per-lene"),
        scene(2, "per-omar", "per-kofi", "per-tom"),
    ),
)


def test_circles_that_never_meet_are_told_and_so_is_what_sets_them_apart():
    assert keys(APART, "separate-groups") == {"cast", "gender.woman:man"}
    finding = next(f for f in found(APART, "separate-groups") if f.subjects[0] == "gender.woman")
    assert finding.text == (
        "People with “Woman” and people with “Man” never meet. Gender: people have 6 ties – a "
        "scene in common or a relationship. Between these groups: 0. If everyone met everyone "
        "alike, it would be about 3. Is that what you intend?"
    )


def test_one_who_joins_a_scene_of_the_others_brings_them_together():
    finding = next(f for f in found(APART, "separate-groups") if f.key.endswith("man"))
    fix = fixes_for(APART, finding)[0]
    assert fix.text == "Put Mara into “Scene 2”"
    assert "separate-groups:cast" in fix.closes


def test_two_who_meet_now_and_then_are_not_called_separate():
    joined = APART.with_items(relationships=(tie("per-mara", "per-omar"),))
    assert not keys(joined, "separate-groups")


def test_a_group_that_keeps_away_from_all_others_is_told_once():
    others = [
        person("Sol", answer("gender", "non-binary")),
        person("Ash", answer("gender", "non-binary")),
    ]
    project = course(
        *women("Mara", "Ida", "Lene"),
        *men("Omar", "Kofi"),
        *others,
        scenes=(
            scene(1, "per-mara", "per-ida", "per-lene"),
            scene(2, "per-omar", "per-kofi", "per-sol", "per-ash"),
        ),
    )
    told = {f.key: f.title for f in found(project, "separate-groups")}
    assert told["separate-groups:gender.woman:others"] == (
        "People with “Woman” and people with “Man” and “Non-binary” never meet"
    )
    assert not {key for key in told if key.endswith((":man", ":non-binary"))}


def test_few_ties_prove_nothing():
    project = course(
        *women("Mara", "Ida"), *men("Omar", "Kofi"), relationships=(tie("per-mara", "per-ida"),)
    )
    assert not keys(project, "separate-groups")


def test_the_only_person_between_two_sides_is_named_with_both():
    bridge = APART.with_items(
        scenes=(*APART.scenes, scene(3, "per-lene", "per-omar")),
    )
    assert keys(bridge, "only-link") == {"per-lene", "per-omar"}
    finding = next(f for f in found(bridge, "only-link") if f.key.endswith("lene"))
    assert finding.title == "Only Lene joins Mara and Ida with the rest of the cast"
    for fix in fixes_for(bridge, finding):
        assert not keys(fix.edit(bridge), "only-link") & {"per-lene"}


def test_who_alone_knows_the_people_of_another_value_is_noticed_from_three_ties():
    bridge = APART.with_items(
        scenes=(*APART.scenes, scene(3, "per-lene", "per-omar", "per-kofi", "per-tom"))
    )
    assert "per-lene:gender.woman:man" in keys(bridge, "only-link")


def test_somebody_beside_a_pair_is_no_bridge():
    trio = course(
        *women("Mara", "Ida", "Lene"),
        scenes=(scene(1, "per-mara", "per-ida"), scene(2, "per-ida", "per-lene")),
    )
    assert not keys(trio, "only-link")


def test_power_that_always_lies_on_one_side_is_told_from_four_relationships():
    people = (*women("Mara", "Ida"), *men("Omar", "Kofi"))
    down = (
        tie("per-omar", "per-mara", "source"),
        tie("per-ida", "per-omar", "target"),
        tie("per-kofi", "per-ida", "source"),
        tie("per-kofi", "per-mara", "source"),
    )
    project = course(*people, relationships=down)
    (finding,) = found(project, "power-one-way")
    assert finding.key == "power-one-way:gender.woman:never"
    assert finding.title == "People with “Woman” never decide over anybody else"
    assert not found(course(*people, relationships=down[:3]), "power-one-way")
    both = (*down, tie("per-mara", "per-kofi", "source"))
    assert not found(course(*people, relationships=both), "power-one-way")


def test_one_person_is_no_group():
    people = (*women("Mara"), *men("Omar", "Kofi", "Tom", "Li"))
    ties = tuple(tie(p.id, "per-mara", "source") for p in people[1:])
    assert "gender.woman:never" not in keys(course(*people, relationships=ties), "power-one-way")


def test_power_by_level_is_what_levels_are_for():
    people = [person(f"P{n}", answer("level", "trainee")) for n in range(5)]
    boss = person("Ida", answer("level", "manager"))
    ties = tuple(tie("per-ida", p.id, "source") for p in people)
    project = cast(*people, boss, facets=(LEVEL.evolve(starred=True),), relationships=ties)
    assert not found(project, "power-one-way")


EXPERIENCES = tuple(Experience(id=f"exp-{n}", title=f"Story {n}") for n in range(3))


def test_an_experience_nobody_has_lived_is_offered_to_who_has_lived_least():
    people = (
        person("Jo", lived=("exp-0", "exp-1")),
        person("Mara", lived=("exp-0", "exp-1")),
        person("Ida"),
    )
    project = cast(*people, experiences=EXPERIENCES)
    (finding,) = found(project, "unshared-experiences")
    assert finding.title == "Nobody in the cast has lived “Story 2”"
    assert fixes_for(project, finding)[0].text == "Let Ida have lived “Story 2”"


def test_experiences_of_one_person_each_are_told_together_once_they_are_most():
    people = (person("Jo", lived=("exp-0", "exp-2")), person("Mara", lived=("exp-0", "exp-1")))
    project = cast(*people, experiences=EXPERIENCES)
    (finding,) = found(project, "unshared-experiences")
    assert finding.title == "2 of 3 experiences connect nobody"
    fix = fixes_for(project, finding)[0]
    assert not found(fix.edit(project), "unshared-experiences")
    half = project.with_items(experiences=(*EXPERIENCES, Experience(id="exp-3")))
    shared = half.with_items(
        personas=tuple(
            p.evolve(experiences=(*p.experiences, {"experience": "exp-3"})) for p in people
        )
    )
    assert not found(shared, "unshared-experiences")
