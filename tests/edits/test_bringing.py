"""People of another project come over with what belongs to them."""

from personamap.analysis.references import dangling_references
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import BelongingArc, Persona, TurningPoint
from personamap.domain.portrait import Media, PicturePortrait
from personamap.domain.project import Project
from personamap.edits.bringing import bring_people
from personamap.edits.personas import set_persona_field, set_portrait
from tests.conftest import IDRIS, LENE, MARA, stated


def test_people_keep_their_ids_and_bring_what_belongs_to_them(project):
    empty = Project()
    brought = bring_people(empty, project, (MARA, IDRIS), {})
    assert [p.id for p in brought.personas] == [MARA, IDRIS]
    assert [facet.id for facet in brought.facets] == ["age_band", "disability"]
    assert [e.id for e in brought.experiences] == ["exp-rules"]
    assert [r.id for r in brought.relationships] == ["rel-manages"]
    assert not list(dangling_references(brought))


def test_nobody_brings_nothing(project):
    assert bring_people(project, project, (), {}) is project


def test_relationships_to_people_who_stay_there_stay_there(project):
    assert bring_people(Project(), project, (MARA,), {}).relationships == ()


def test_who_is_here_already_is_replaced_in_their_place(project):
    other = set_persona_field(project, IDRIS, "brief", "As in the file")
    brought = bring_people(project, other, (IDRIS,), {})
    assert [p.id for p in brought.personas] == [MARA, IDRIS, LENE]
    assert brought.persona(IDRIS).brief == "As in the file"
    assert brought.relationships == project.relationships


def test_somebody_can_come_as_a_second_person_with_relationships_of_their_own(project):
    brought = bring_people(project, project, (MARA,), {MARA: "per-second"})
    assert [p.id for p in brought.personas] == [MARA, IDRIS, LENE, "per-second"]
    ends = {(tie.source, tie.target) for tie in brought.relationships}
    assert ends == {(IDRIS, MARA), (IDRIS, "per-second")}
    assert len({tie.id for tie in brought.relationships}) == 2


def test_values_that_are_not_here_come_along_and_scenes_do_not(project):
    values = (
        FacetValue(id="sight", label="Sight"),
        FacetValue(id="blind", label="Blind", parent="sight"),
    )
    facet = Facet(id="disability", label="Disability", many=True, values=values)
    arc = BelongingArc(turning_points=(TurningPoint(scene="scn-elsewhere"),))
    noor = Persona(
        id="per-noor",
        answers=(stated("disability", "blind"),),
        belonging=arc,
        serves=("goal-elsewhere",),
    )
    brought = bring_people(project, Project(facets=(facet,), personas=(noor,)), ("per-noor",), {})
    have = [(v.id, v.parent) for v in brought.facet("disability").values]
    assert have == [("hearing", None), ("none", None), ("sight", None), ("blind", "sight")]
    assert not list(dangling_references(brought))


def test_pictures_come_along_once(project):
    picture = Media(id="a" * 64, mime="image/png", data=b"bytes")
    portrait = PicturePortrait(media=picture.id)
    other = set_portrait(project, MARA, portrait, picture)
    brought = bring_people(Project(), other, (MARA, IDRIS), {})
    assert brought.media == (picture,)
    assert bring_people(brought, other, (MARA,), {}).media == (picture,)
