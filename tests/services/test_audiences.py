import json

import pytest

from personamap.domain.audience import Aim, FacetPair
from personamap.errors import MappingRefused
from personamap.importers.audience.counting import Wishes
from personamap.importers.audience.mapping import AudienceMapping
from personamap.services.audiences import (
    add_audience,
    load_audience_mapping,
    propose_audience,
    read_audience,
)

MAPPING = AudienceMapping().with_column("Age", "age_band").with_column("Able", "disability")


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "staff.csv"

    def write(**people):
        rows = {"young": "16 to 34,Hearing", "older": "35 to 54,No disability"}
        text = "".join(f"{rows[key]}\n" * count for key, count in people.items())
        path.write_text("Age,Able\n" + text)
        return path

    return write


def told(project):
    return [group.people for group in project.audiences[0].groups]


def test_a_second_import_is_never_finer_than_the_first(project, table):
    first = read_audience(project, table(young=60, older=50), MAPPING, Wishes(smallest=20))
    project = add_audience(project, first)
    second = read_audience(project, table(young=95, older=80), MAPPING, Wishes(smallest=5))
    assert second.audience.smallest_group == 20
    assert "below 20" in second.notes[-1]
    assert told(add_audience(project, second)) == [95, 80, 95, 80]
    assert add_audience(project, second).audiences == (second.audience,)


def test_few_who_came_in_between_are_not_told(project, table):
    first = read_audience(project, table(young=60, older=50), MAPPING, Wishes())
    project = add_audience(project, first)
    second = read_audience(project, table(young=62, older=80), MAPPING, Wishes())
    assert told(add_audience(project, second)) == [60, 50, 60, 50]
    assert (second.audience.people, second.audience.hidden) == (142, 32)
    assert "fewer than 10 people" in second.notes[-1]


def test_crossings_of_two_imports_together_form_no_ring(project, tmp_path):
    path = tmp_path / "staff.csv"
    row = "16 to 34,Hearing,Woman\n35 to 54,No disability,Man\n"
    path.write_text("Age,Able,Gender\n" + row * 2000)
    three = MAPPING.with_column("Gender", "gender")
    first = read_audience(project, path, three, Wishes(pairs=(("age_band", "disability"),)))
    project = add_audience(project, first)
    for pairs in ((("gender", "age_band"),), ()):
        second = read_audience(project, path, three, Wishes(pairs=pairs))
        assert ("disability", "gender") not in crossed(second)
    ring = (("gender", "age_band"), ("gender", "disability"))
    with pytest.raises(MappingRefused, match="the audience it replaces"):
        read_audience(project, path, three, Wishes(pairs=ring))
    turned = read_audience(project, path, three, Wishes(pairs=(("disability", "age_band"),)))
    assert crossed(turned) == {("age_band", "disability")}


def crossed(found):
    told = (tuple(ref.facet for ref in group.values) for group in found.audience.groups)
    return {facets for facets in told if len(facets) > 1}


def test_the_pairs_a_course_aims_for_are_crossed(project, table):
    pair = FacetPair(first="disability", second="age_band")
    project = project.with_items(aim=Aim(pairs=(pair,)))
    found = read_audience(project, table(young=2000, older=2000), MAPPING, Wishes())
    crossed = [[r.facet for r in g.values] for g in found.audience.groups if len(g.values) > 1]
    assert crossed == [["disability", "age_band"]] * 2


def test_columns_of_the_projects_own_facets_are_proposed(project, table):
    survey = propose_audience(project, table(young=20, older=20))
    assert survey.mapping.target_of("Age") == "age_band"


def test_a_mapping_can_be_plain_pairs_or_what_was_printed(tmp_path):
    path = tmp_path / "map.json"
    pairs = {"Age": "age_band", "Able": "disability", "Staff": "count"}
    path.write_text(json.dumps(pairs))
    mapping = load_audience_mapping(path)
    assert mapping == MAPPING.with_column("Staff", "count")
    path.write_text(mapping.model_dump_json())
    assert load_audience_mapping(path) == mapping
    for text in ("[", "[1]", '{"columns": [{"column": 1}]}', '{"a": ["b"]}'):
        path.write_text(text)
        with pytest.raises(MappingRefused):
            load_audience_mapping(path)
