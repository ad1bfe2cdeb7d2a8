from personamap.domain.audience import Audience, AudienceGroup
from personamap.domain.facet import ValueRef
from personamap.edits.audiences import remove_audience, set_audience


def group(value, people):
    return AudienceGroup(values=(ValueRef(facet="age_band", value=value),), people=people)


STAFF = Audience(
    id="aud-staff",
    name="All staff",
    people=1300,
    facets=("age_band",),
    groups=(group("16-34", 1000), group("55plus", 260)),
    hidden=40,
)


def hold(workspace, qtbot, audience=STAFF):
    workspace.document.apply("Set the audience", set_audience, audience)
    qtbot.waitUntil(workspace.mirror.isVisible)
    return workspace.mirror


def test_without_an_audience_there_is_no_mirror(workspace):
    assert not workspace.mirror.isVisible()


def test_the_card_says_in_people_who_meets_somebody_and_who_meets_nobody(workspace, qtbot):
    card = hold(workspace, qtbot)
    assert card.about.text() == "All staff · 1,300 people · counts below 10 hidden"
    assert "of 1,300 meet somebody like them" in card.everyone.text()
    assert card.leaders.text().startswith("Among those who lead:")
    assert "55 and over (260)" in card.groups.text()
    assert "40 are in groups too small to tell" in card.everyone.text()
    assert "One more persona could be met by" in card.best.text()


def test_the_mirror_goes_with_its_audience_and_comes_back_with_undo(workspace, qtbot):
    card = hold(workspace, qtbot)
    workspace.document.apply("Remove the audience", remove_audience)
    qtbot.waitUntil(lambda: not card.isVisible())
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(card.isVisible)


def test_another_facet_is_asked_for_with_the_chooser(workspace, qtbot):
    able = AudienceGroup(values=(ValueRef(facet="disability", value="hearing"),), people=300)
    card = hold(workspace, qtbot, STAFF.evolve(groups=(*STAFF.groups, able)))
    offered = [card.alike.itemText(place) for place in range(card.alike.count())]
    assert len(offered) == 2
    before = card.everyone.text()
    card.alike.setCurrentIndex(1)
    card.alike.activated.emit(1)
    assert card.everyone.text() != before
