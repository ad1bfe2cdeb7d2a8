import subprocess
import sys

from hypothesis import given

from personamap.analysis.index import ProjectIndex
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import ValueRef
from personamap.domain.scene import Appearance, Scene
from tests.analysis.casts import AGE, audience, cast, casts, person


@given(casts())
def test_every_value_of_every_active_facet_is_a_node_with_or_without_people(project):
    graph = ProjectIndex(project).graph
    nodes = {f"{f.id}.{v.id}" for f in project.active_facets for v in f.values}
    assert nodes == {n for n, kind in graph.nodes(data="kind") if kind == "value"}


@given(casts())
def test_the_graph_holds_the_cast_and_nobody_archived(project):
    graph = ProjectIndex(project).graph
    people = {n for n, kind in graph.nodes(data="kind") if kind == "persona"}
    assert people == {p.id for p in project.cast}
    assert all("kind" in tie for _one, _other, tie in graph.edges(data=True))


def test_a_tie_to_somebody_archived_connects_nobody():
    project = cast(
        person("Jo", lived=("exp-rules",)),
        person("Mara", lived=("exp-rules",), archived=True),
        person("Idris"),
        experiences=(Experience(id="exp-rules"),),
        relationships=(Relationship(id="rel-x", source="per-jo", target="per-mara"),),
        scenes=(
            Scene(
                id="scn-x",
                appearances=(Appearance(persona="per-jo"), Appearance(persona="per-mara")),
            ),
        ),
    )
    assert not ProjectIndex(project).is_connected("per-jo")


def test_people_of_one_scene_are_connected():
    met = (Appearance(persona="per-jo"), Appearance(persona="per-idris"))
    index = ProjectIndex(
        cast(person("Jo"), person("Idris"), scenes=(Scene(id="scn-x", appearances=met),))
    )
    assert index.is_connected("per-jo")
    assert [scene.id for scene, _appearance in index.appearances_of("per-idris")] == ["scn-x"]


def test_an_audience_counted_in_several_crossings_counts_nobody_twice():
    by_age = audience("age_band", **{"16_34": 60, "35_54": 40})
    crossed = by_age.groups[0].evolve(
        values=(
            ValueRef(facet="age_band", value="16-34"),
            ValueRef(facet="disability", value="none"),
        ),
        people=55,
    )
    both = by_age.evolve(groups=(*by_age.groups, crossed))
    index = ProjectIndex(cast(facets=(AGE,), audiences=(both,)))
    assert index.audience is not None
    assert index.audience.of("age_band", "16-34") == 60


def test_running_the_checks_loads_neither_qt_nor_networkx():
    code = (
        "import sys; from personamap.analysis.coverage import check_coverage;"
        "from personamap.domain.project import Project; check_coverage(Project());"
        "sys.exit(any(m in sys.modules for m in ('PySide6', 'networkx')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
