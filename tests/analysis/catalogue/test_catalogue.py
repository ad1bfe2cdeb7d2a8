from personamap.analysis.catalogue.catalogue import read_together
from personamap.analysis.catalogue.courses import CatalogueCourse
from personamap.analysis.coverage import check_coverage
from personamap.domain.review import Decision
from personamap.domain.scene import Appearance, Scene
from personamap.edits.reviews import accept_finding
from personamap.resources import resource
from tests.analysis.casts import AGE, answer, cast, person


def together(*projects):
    return read_together([CatalogueCourse(f"course {n}", p) for n, p in enumerate(projects)])


def course(name, *functions, facets=(AGE,)):
    """A course in which one young and one older person play, and the older one does it all."""
    return cast(
        person(f"Young {name}", answer("age_band", "16-34"), id=f"per-young-{name}"),
        person(f"Old {name}", answer("age_band", "55plus"), id=f"per-old-{name}"),
        scenes=(
            Scene(
                id=f"scn-{name}",
                appearances=(Appearance(persona=f"per-old-{name}", functions=functions),),
            ),
        ),
        facets=facets,
    )


def keys(catalogue):
    return {finding.key for finding in catalogue.across.findings}


def test_a_value_is_missing_across_courses_only_if_no_course_has_it():
    young, middle = person("Jo", answer("age_band", "16-34")), answer("age_band", "35-54")
    found = keys(together(cast(young), cast(person("Mara", middle))))
    assert "missing-values:age_band.55plus" in found
    assert "missing-values:age_band.35-54" not in found


def test_what_matters_to_several_courses_is_not_told_of_one_cast():
    starred = AGE.evolve(starred=True)
    young = person("Jo", answer("age_band", "16-34"))
    middle = person("Mara", answer("age_band", "35-54"))
    one = cast(young, facets=(starred,))
    both = together(one, cast(middle, facets=(starred,))).across.findings
    told = next(f for f in both if f.key == "missing-values:age_band.55plus").sentence
    assert told.startswith("It matters for these courses, and none of the 2 people in them has it.")
    alone = next(f for f in together(one).across.findings if f.check == "missing-values")
    assert alone.sentence.startswith("It matters for this course")


def test_questions_about_how_one_person_is_written_are_not_asked_across_courses():
    lone = cast(person("Jo", answer("age_band", "16-34"), answer("disability", "none")))
    assert "unseen-personas" in {f.check for f in check_coverage(lone).findings}
    assert "unseen-personas" not in {f.check for f in together(lone, lone).across.findings}


def test_what_always_falls_to_the_same_value_in_every_course_is_told():
    found = keys(together(course("a", "errs"), course("b", "errs", "leads")))
    assert "every-course:errs:age_band.55plus" in found
    assert not any(key.startswith("every-course:leads") for key in found)


def test_one_course_in_which_it_is_otherwise_is_enough():
    other = cast(
        person("Ada", answer("age_band", "16-34")),
        person("Lene", answer("age_band", "55plus")),
        scenes=(
            Scene(id="scn-c", appearances=(Appearance(persona="per-ada", functions=("errs",)),)),
        ),
        facets=(AGE,),
    )
    found = keys(together(course("a", "errs"), course("b", "errs"), other))
    assert not any(key.startswith("every-course") for key in found)


def test_where_nobody_else_could_have_done_it_nothing_is_told():
    alone = cast(
        *course("c", "errs").personas[1:], scenes=course("c", "errs").scenes, facets=(AGE,)
    )
    found = keys(together(course("a", "errs"), alone))
    assert not any(key.startswith("every-course") for key in found)


def test_a_finding_is_accepted_across_courses_once_every_course_that_has_it_accepted_it():
    def accepted(project):
        found = next(f for f in check_coverage(project).findings if f.key.endswith("35-54"))
        decision = Decision(
            id="dec-a", finding=found.key, reason="On purpose", evidence=found.digest
        )
        return accept_finding(project, decision)

    one, other = course("a"), course("b")
    key = "missing-values:age_band.35-54"
    assert key in keys(together(accepted(one), other))
    both = together(accepted(one), accepted(other))
    assert key not in keys(both)
    assert [done.decision.reason for done in both.across.accepted] == ["On purpose"]


def test_who_plays_in_several_courses_is_named_with_what_differs():
    jo = person("Jo", answer("age_band", "16-34"))
    older = person("Jo", answer("age_band", "35-54"))
    shared = together(cast(jo), cast(person("Mara")), cast(older)).shared
    assert [(s.persona.name, s.courses, s.differs) for s in shared] == [
        ("Jo", (0, 2), ("age_band",))
    ]


def test_functions_are_counted_by_value_in_each_course():
    facets = together(course("a", "errs"), course("b", "leads")).together
    old = next(value for value in facets[0].values if value.value == "55plus")
    assert old.functions == {"errs": (1, 0), "leads": (0, 1)}
    assert (old.counts, old.count, old.people) == ((1, 1), 2, 2)


def test_somebody_in_two_courses_counts_in_both_and_once_as_a_person():
    jo = cast(person("Jo", answer("age_band", "16-34")))
    young = together(jo, jo).together[0].values[0]
    assert (young.counts, young.count, young.people) == ((1, 1), 2, 1)


def test_the_check_of_a_catalogue_has_a_help_page():
    check = together(course("a")).across.checked.answers["every-course"].check
    page = resource("help", "checks", check.help).read_text(encoding="utf-8")
    assert page.startswith(f"# {check.title}")


def test_an_empty_catalogue_has_no_findings():
    assert not together().has_open_findings
