from personamap.analysis.catalogue.catalogue import read_together
from personamap.analysis.catalogue.courses import CatalogueCourse
from personamap.analysis.catalogue.seats import Seats
from personamap.analysis.catalogue.wording import courses_together, shared_words, where_words
from personamap.analysis.coverage import check_coverage
from personamap.domain.review import Decision
from personamap.domain.scene import Appearance, Scene
from personamap.edits.reviews import accept_finding
from tests.analysis.casts import ABILITY, AGE, answer, cast, person

ADA = person("Ada", answer("age_band", "55plus"), answer("disability", "low-vision"))
JO = person("Jo", answer("age_band", "16-34"))
LENE = person("Lene", answer("age_band", words="about fifty"))


def together(*projects):
    return read_together([CatalogueCourse(f"course {n}", p) for n, p in enumerate(projects)])


def rows(catalogue, *opened, function=None):
    return {row.id: row for row in Seats(catalogue, function).rows(opened)}


def test_every_value_has_a_seat_in_every_course_taken_or_not():
    shown = rows(together(cast(ADA, JO), cast(ADA)), "age_band")
    assert shown["age_band.55plus"].seats == ((ADA.id,), (ADA.id,))
    assert shown["age_band.55plus"].everybody == (ADA.id,)
    assert shown["age_band.16-34"].seats == ((JO.id,), ())
    assert shown["age_band.35-54"].everybody == ()


def test_a_course_that_does_not_count_by_a_facet_has_no_seats_there():
    shown = rows(together(cast(ADA), cast(JO, facets=(AGE,))), "disability")
    assert shown["disability"].seats == ((ADA.id,), None)
    assert shown["disability.hearing"].seats == ((), None)


def test_the_row_of_a_facet_says_who_answers_it():
    assert rows(together(cast(ADA, LENE), cast(JO)))["age_band"].seats == (
        (ADA.id, LENE.id),
        (JO.id,),
    )


def test_values_and_details_show_where_they_are_asked_for():
    catalogue = together(cast(ADA), cast(JO))
    assert list(rows(catalogue)) == ["age_band", "disability"]
    shown = rows(catalogue, "disability", "disability.seeing")
    assert [row.depth for row in shown.values()] == [0, 0, 1, 2, 2, 1, 1]
    assert shown["disability.seeing"].below == 2
    assert shown["disability.seeing"].seats == ((ADA.id,), ())


def test_starred_facets_come_first_and_are_those_that_matter():
    unstarred = AGE.evolve(starred=False)
    assert Seats(together(cast(ADA, facets=(ABILITY, AGE)))).that_matter == ("age_band",)
    assert list(rows(together(cast(ADA, facets=(ABILITY, AGE))))) == ["age_band", "disability"]
    plain = Seats(together(cast(ADA, facets=(ABILITY, unstarred))))
    assert plain.that_matter == ("disability", "age_band")


def test_those_alone_are_seated_who_do_what_is_asked():
    leading = Scene(id="scn-a", appearances=(Appearance(persona=ADA.id, functions=("leads",)),))
    catalogue = together(cast(ADA, JO, scenes=(leading,)), cast(ADA))
    shown = rows(catalogue, "age_band", function="leads")
    assert shown["age_band.55plus"].seats == ((ADA.id,), ())
    assert shown["age_band.16-34"].seats == ((), ())


def test_a_finding_across_courses_tells_which_courses_have_it_too():
    young = cast(JO)
    key = "missing-values:age_band.55plus"
    (gap,) = (f for f in check_coverage(young).findings if f.key == key)
    decision = Decision(id="dec-a", finding=key, reason="Short", evidence=gap.digest)
    done = accept_finding(young, decision)
    catalogue = together(young, done)
    (finding,) = (f for f in catalogue.across.checked.findings() if f.key == key)
    assert where_words(catalogue, finding) == "Also in course 0. Accepted in course 1."


def test_people_in_several_courses_are_told_with_what_differs():
    catalogue = together(cast(ADA), cast(ADA.evolve(answers=(answer("age_band", "35-54"),))))
    assert courses_together(catalogue) == "All 2 courses together"
    assert shared_words(catalogue, catalogue.shared[0]) == (
        "Ada plays in course 0 and course 1; they say different things on Age band."
    )
