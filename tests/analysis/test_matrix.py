from hypothesis import given

from personamap.analysis.check import Need
from personamap.analysis.coverage import check_coverage
from personamap.analysis.matrix import FUNCTIONS, cross
from personamap.domain.facet import ValueRef
from personamap.domain.scene import Appearance, Scene
from tests.analysis.casts import answer, cast, casts, person


@given(casts())
def test_a_cell_holds_exactly_who_is_in_its_row_and_its_column(project):
    matrix = cross(check_coverage(project), "age_band", "disability")
    for row, cells in zip(matrix.rows, matrix.cells, strict=True):
        for column, people in zip(matrix.columns, cells, strict=True):
            assert set(people) == set(row.people) & set(column.people)


def test_narrative_functions_cross_with_who_does_them():
    errs = Appearance(persona="per-jo", functions=("errs", "asks"))
    project = cast(
        person("Jo", answer("age_band", "16-34")),
        person("Mara", answer("age_band", "16-34")),
        scenes=(Scene(id="scn-x", appearances=(errs,)),),
    )
    matrix = cross(check_coverage(project), "age_band", FUNCTIONS)
    named = {
        (row.id, column.id): people
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
        for column, people in zip(matrix.columns, cells, strict=True)
        if people
    }
    assert named == {("16-34", "errs"): ("per-jo",), ("16-34", "asks"): ("per-jo",)}
    assert len(matrix.columns) == 12


def test_an_opened_group_is_followed_by_its_details():
    project = cast(person("Jo", answer("disability", "low-vision")))
    matrix = cross(check_coverage(project), "disability", "age_band", {"seeing"})
    assert [(row.id, row.group) for row in matrix.rows] == [
        ("seeing", ""),
        ("low-vision", "seeing"),
        ("colours", "seeing"),
        ("hearing", ""),
        ("none", ""),
    ]
    assert matrix.rows[0].details == 2
    assert matrix.rows[0].people == matrix.rows[1].people == ("per-jo",)
    assert matrix.rows[2].people == ()


def test_a_cell_says_what_somebody_needs_to_be_in_it():
    report = check_coverage(cast(person("Jo")))
    oldest = ValueRef(facet="age_band", value="55plus")
    deeds = cross(report, "age_band", FUNCTIONS)
    assert deeds.need(2, 0) == Need((oldest,), ("leads",))
    crossed = cross(report, "age_band", "disability")
    hearing = ValueRef(facet="disability", value="hearing")
    assert crossed.need(2, 1) == Need((oldest, hearing))
