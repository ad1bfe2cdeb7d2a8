"""Every kind of edit a project can get, drawn at random and sensible enough to matter."""

from hypothesis import strategies as st

from personamap.analysis.checks import CHECKS
from personamap.domain.audience import (
    Aim,
    Audience,
    AudienceGroup,
    CheckSetting,
    FacetPair,
    Implausible,
    MinimumCount,
    Threshold,
)
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import ValueRef
from personamap.domain.persona import BelongingArc, Place, TurningPoint
from personamap.domain.review import Decision
from personamap.domain.scene import Appearance, InclusionAnswer, Scene, Setting
from personamap.edits.answers import add_value, remove_value, set_own_words, set_state
from personamap.edits.course import set_aim_field, set_course
from personamap.edits.experiences import (
    add_experience,
    add_relationship,
    remove_experiences,
    remove_relationships,
    set_lived,
)
from personamap.edits.facets import set_facet_field, set_value_starred
from personamap.edits.items import add_items, move_item, set_field
from personamap.edits.personas import (
    add_persona,
    clear_answer,
    duplicate_persona,
    new_persona,
    remove_personas,
    set_archived,
    set_persona_field,
    set_persona_part,
)
from personamap.edits.reviews import accept_finding
from personamap.edits.scenes import (
    add_scene,
    remove_appearance,
    remove_scenes,
    set_appearance,
    set_scene_field,
)
from personamap.errors import EditRefused
from tests.storage.any_project import any_value

NAMES = ("Mara Lind", "Moira Lindt", "Dr. Idris Bello", "Jo", "李娜", "Tom", "")
ITEMS = ("facets", "personas", "experiences", "relationships", "scenes", "audiences")
FUNCTIONS = any_value(Appearance.model_fields["functions"].annotation)
PLACES = st.builds(
    Place, authenticity=st.sampled_from((0.2, 0.8)), acceptance=st.sampled_from((0.2, 0.8))
)


class NothingThere(Exception):
    """Raised by an edit of something the project does not have."""


def one_of(draw, items):
    if not items:
        raise NothingThere
    return draw(st.sampled_from(items))


def some(draw, items, most=3):
    return tuple(
        draw(st.lists(st.sampled_from(items), max_size=most, unique=True) if items else st.just([]))
    )


def ids(items):
    return [item.id for item in items]


def a_value(draw, project):
    facet = one_of(draw, [facet for facet in project.facets if facet.values])
    return ValueRef(facet=facet.id, value=one_of(draw, ids(facet.values)))


def set_any_field(draw, project):
    part = one_of(draw, ITEMS)
    item = one_of(draw, getattr(project, part))
    name = one_of(draw, [name for name in type(item).model_fields if name not in ("id", "answers")])
    field = type(item).model_fields[name]
    return set_field(
        project, part, item.id, name, draw(any_value(field.annotation, field.metadata))
    )


def rename(draw, project):
    field = one_of(draw, ("name", "called", "pronouns"))
    return set_persona_field(
        project, one_of(draw, ids(project.personas)), field, one_of(draw, NAMES)
    )


def write(draw, project):
    persona = one_of(draw, ids(project.personas))
    field = one_of(draw, ("goals", "motivations", "strengths", "serves"))
    texts = one_of(draw, ((), ("goal-ask",), ("finish", "be-heard")))
    return set_persona_field(project, persona, field, texts)


def answer(draw, project):
    value, persona = a_value(draw, project), one_of(draw, ids(project.personas))
    return add_value(project, persona, value.facet, value.value)


def answer_less(draw, project):
    persona = one_of(draw, [p for p in project.personas if p.answers])
    said = one_of(draw, persona.answers)
    if draw(st.booleans()) or not said.values:
        return clear_answer(project, persona.id, said.facet)
    return remove_value(project, persona.id, said.facet, said.values[0].value)


def keep_back(draw, project):
    persona, facet = one_of(draw, ids(project.personas)), one_of(draw, ids(project.facets))
    state = one_of(draw, ("stated", "undecided", "open", "withheld", "undisclosed"))
    return set_state(project, persona, facet, state)


def say(draw, project):
    persona, facet = one_of(draw, ids(project.personas)), one_of(draw, ids(project.facets))
    return set_own_words(project, persona, facet, one_of(draw, ("", "It depends")))


def arrive(draw, project):
    newcomer = new_persona(one_of(draw, NAMES)).evolve(id=f"per-new{len(project.personas)}")
    return project if newcomer.id in ids(project.personas) else add_persona(project, newcomer)


def leave(draw, project):
    return remove_personas(project, {one_of(draw, ids(project.personas))})


def set_aside(draw, project):
    return set_archived(project, {one_of(draw, ids(project.personas))}, draw(st.booleans()))


def copy(draw, project):
    fresh = f"per-copy{len(project.personas)}"
    if fresh in ids(project.personas):
        return project
    return duplicate_persona(project, one_of(draw, ids(project.personas)), fresh)


def reorder(draw, project):
    part = one_of(draw, ("personas", "facets", "scenes"))
    return move_item(
        project, part, one_of(draw, ids(getattr(project, part))), draw(st.integers(0, 3))
    )


def move_in_the_square(draw, project):
    turns = [TurningPoint(scene=scene) for scene in some(draw, ids(project.scenes))]
    arc = BelongingArc(start=draw(PLACES), end=draw(PLACES), turning_points=tuple(turns))
    return set_persona_field(project, one_of(draw, ids(project.personas)), "belonging", arc)


def forget_an_end(draw, project):
    persona = one_of(draw, ids(project.personas))
    return set_persona_part(project, persona, "belonging", one_of(draw, ("start", "end")), None)


def live(draw, project):
    persona, lived = one_of(draw, ids(project.personas)), one_of(draw, ids(project.experiences))
    return set_lived(project, persona, lived, lived=draw(st.booleans()))


def experience(draw, project):
    fresh = Experience(
        id=f"exp-new{len(project.experiences)}",
        title="Left out",
        touches=tuple(a_value(draw, project) for _ in range(draw(st.integers(0, 2)))),
    )
    if fresh.id in ids(project.experiences):
        return remove_experiences(project, {fresh.id})
    return add_experience(project, fresh, some(draw, ids(project.personas)))


def tie(draw, project):
    fresh = Relationship(
        id=f"rel-new{len(project.relationships)}",
        source=one_of(draw, ids(project.personas)),
        target=one_of(draw, ids(project.personas)),
        label="manages",
        power=one_of(draw, ("source", "target", "equal", "unclear")),
    )
    if fresh.id in ids(project.relationships):
        return remove_relationships(project, {fresh.id})
    return add_relationship(project, fresh)


def untie(draw, project):
    return remove_relationships(project, {one_of(draw, ids(project.relationships))})


def act(draw, project):
    appearance = Appearance(
        persona=one_of(draw, ids(project.personas)),
        functions=draw(FUNCTIONS),
        presence=one_of(draw, ("speaks", "silent", "mentioned")),
        lines=draw(st.integers(0, 9)),
        words=draw(st.integers(0, 90)),
    )
    return set_appearance(project, one_of(draw, ids(project.scenes)), appearance)


def step_out(draw, project):
    scene = one_of(draw, [s for s in project.scenes if s.appearances])
    return remove_appearance(project, scene.id, one_of(draw, scene.appearances).persona)


def stage(draw, project):
    space = one_of(draw, ("", "physical", "virtual", "hybrid"))
    asked = (InclusionAnswer(question="seating", answer="Yes", settled=draw(st.booleans())),)
    setting = Setting(space=space, inclusion=asked if draw(st.booleans()) else ())
    return set_scene_field(project, one_of(draw, ids(project.scenes)), "setting", setting)


def dare(draw, project):
    scene = one_of(draw, ids(project.scenes))
    return set_scene_field(project, scene, "risk_takers", some(draw, ids(project.personas)))


def scene(draw, project):
    fresh = Scene(id=f"scn-new{len(project.scenes)}", title="A new scene")
    known = fresh.id in ids(project.scenes)
    return remove_scenes(project, {fresh.id}) if known else add_scene(project, fresh)


def cut_a_scene(draw, project):
    return remove_scenes(project, {one_of(draw, ids(project.scenes))})


def star(draw, project):
    starred, value = draw(st.booleans()), a_value(draw, project)
    if draw(st.booleans()):
        return set_facet_field(project, value.facet, "starred", starred)
    return set_value_starred(project, value.facet, value.value, starred=starred)


def switch_a_facet(draw, project):
    field = one_of(draw, ("active", "counted", "many", "ordered"))
    return set_facet_field(project, one_of(draw, ids(project.facets)), field, draw(st.booleans()))


def aim(draw, project):
    facets = ids(project.facets)
    fields = {
        "pairs": (FacetPair(first=one_of(draw, facets), second=one_of(draw, facets)),),
        "minimums": (MinimumCount(value=a_value(draw, project), count=draw(st.integers(1, 3))),),
        "implausible": (Implausible(values=(a_value(draw, project), a_value(draw, project))),),
        "level": draw(st.integers(1, 3)),
        "audience": one_of(draw, (None, "aud-staff", "aud-other")),
    }
    field = one_of(draw, sorted(fields))
    cleared = draw(st.booleans())
    return set_aim_field(project, field, Aim().__dict__[field] if cleared else fields[field])


def set_a_check(draw, project):
    check = one_of(draw, CHECKS)
    moved = tuple(Threshold(name=m.name, value=draw(st.integers(0, 9))) for m in check.limits)
    setting = CheckSetting(check=check.id, active=draw(st.booleans()), thresholds=moved)
    return set_aim_field(project, "checks", (setting,) if draw(st.booleans()) else ())


def know_the_audience(draw, project):
    groups = tuple(
        AudienceGroup(values=(a_value(draw, project),), people=draw(st.integers(10, 500)))
        for _ in range(draw(st.integers(1, 3)))
    )
    fresh = Audience(id=one_of(draw, ("aud-staff", "aud-other")), groups=groups)
    if fresh.id in ids(project.audiences):
        return project.with_items(audiences=(fresh,))
    return add_items(project, "audiences", fresh)


def decide(draw, project):
    key = one_of(draw, ("blanks:gender", "missing-values:age_band.65-plus"))
    return accept_finding(project, Decision(id="dec-one", finding=key, reason="On purpose"))


def describe(draw, project):
    project = project.with_items(notes=one_of(draw, ("", "Remember the milk")))
    return set_course(project, **{one_of(draw, ("title", "client")): one_of(draw, NAMES)})


EDITS = (
    set_any_field,
    rename,
    write,
    answer,
    answer_less,
    keep_back,
    say,
    arrive,
    leave,
    set_aside,
    copy,
    reorder,
    move_in_the_square,
    forget_an_end,
    live,
    experience,
    tie,
    untie,
    act,
    step_out,
    stage,
    dare,
    scene,
    cut_a_scene,
    star,
    switch_a_facet,
    aim,
    set_a_check,
    know_the_audience,
    decide,
    describe,
)


def edited(draw, project, edits=EDITS):
    """Return `project` after one edit; where there is nothing to edit, as it was."""
    try:
        return one_of(draw, edits)(draw, project)
    except (NothingThere, EditRefused):
        return project
