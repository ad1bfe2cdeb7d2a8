"""Edits of facets, of places on the map, of decisions and comments."""

from personamap.domain.facet import Facet
from personamap.domain.review import Comment, Decision
from personamap.edits.course import set_aim_field, set_course
from personamap.edits.facets import add_facets, set_facet_field, set_value_starred
from personamap.edits.map import pin_node, unpin_nodes
from personamap.edits.personas import remove_personas
from personamap.edits.reviews import accept_finding, withdraw_decision


def test_a_new_facet_is_undecided_on_everyone(project):
    edited = add_facets(project, Facet(id="caregiving", label="Caregiving"))
    assert all(p.answer("caregiving").state == "undecided" for p in edited.personas)


def test_a_facet_that_is_there_already_stays_as_it_is(project):
    assert add_facets(project, Facet(id="age_band", label="Other")) is project


def test_facets_and_values_can_be_starred(project):
    edited = set_facet_field(project, "disability", "starred", True)
    edited = set_value_starred(edited, "disability", "none", starred=True)
    assert edited.facet("disability").starred
    assert [v.starred for v in edited.facet("disability").values] == [False, True]


def test_a_node_has_one_place_and_can_be_freed(project):
    edited = pin_node(pin_node(project, "per-mara", 1, 2), "per-mara", 3, 4)
    assert [(pin.x, pin.y) for pin in edited.pins] == [(3, 4)]
    assert unpin_nodes(edited, "per-mara").pins == ()
    assert unpin_nodes(project, "per-mara") is project


def test_a_finding_is_accepted_once_and_can_be_opened_again(project):
    edited = accept_finding(project, Decision(id="dec-1", finding="k", reason="first"))
    edited = accept_finding(edited, Decision(id="dec-2", finding="k", reason="second"))
    assert [decision.reason for decision in edited.decisions] == ["second"]
    assert withdraw_decision(edited, "dec-2").decisions == ()


def test_course_and_aim_can_be_edited(project):
    assert set_course(project, client="Harbour Clinics") is project
    assert set_course(project, title="Day one").course.title == "Day one"
    assert set_aim_field(project, "level", 3).aim.level == 3


def test_comments_on_what_somebody_says_go_with_them(project):
    about = ("per-mara", "per-mara/age_band", "per-idris/age_band", "missing-values:age_band.x", "")
    comments = tuple(Comment(id=f"cmt-{n}", subject=s) for n, s in enumerate(about))
    edited = remove_personas(project.with_items(comments=comments), ["per-mara"])
    assert [comment.subject for comment in edited.comments] == list(about[2:])
