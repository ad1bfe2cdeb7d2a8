from personamap.domain.persona import Persona
from personamap.gui.map.faces import NEW_A_TURN, Faces
from personamap.gui.portrait.portraits import Portraits


def crowd(size):
    return [Persona(id=f"per-{place}", name=f"Person {place}") for place in range(size)]


def asked_of(faces, people):
    return [faces.circle(person, 64, 1.0) is not None for person in people]


def test_a_turn_draws_only_a_few_new_portraits(qtbot):
    faces, people = Faces(Portraits(lambda _media: None)), crowd(NEW_A_TURN + 5)
    with qtbot.waitSignal(faces.ready):
        assert asked_of(faces, people) == [True] * NEW_A_TURN + [False] * 5
    assert all(asked_of(faces, people))


def test_those_drawn_before_cost_no_turn(qtbot):
    portraits = Portraits(lambda _media: None)
    people = crowd(3 * NEW_A_TURN)
    for person in people:
        portraits.circle(person, 64, 1.0)
    assert all(asked_of(Faces(portraits), people))
