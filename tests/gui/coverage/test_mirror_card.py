from personamap.domain.audience import Audience, AudienceGroup, Implausible
from personamap.domain.facet import ValueRef
from personamap.edits.aims import add_implausible
from personamap.edits.audiences import set_audience
from personamap.gui.importing.audience.overview import AudienceDialog
from tests.gui.asking import nothing_is_asked, the_dialog


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
    qtbot.waitUntil(workspace.mirror.everyone.isVisible)
    return workspace.mirror


def test_without_an_audience_the_card_says_what_one_is_good_for(workspace, qtbot):
    card = workspace.mirror
    assert "who will take the course" in card.nothing.text()
    assert not card.everyone.isVisible()
    assert not card.alike.isVisible()
    assert not card.remove.isVisible()
    card.bring.click()
    dialog = the_dialog(qtbot, AudienceDialog)
    assert not dialog.remove.isEnabled()
    dialog.reject()


def test_the_head_leads_to_the_audience(workspace, qtbot):
    next(b for b in workspace.head.buttons if "Audience…" in b.text()).click()
    the_dialog(qtbot, AudienceDialog).reject()


def test_an_audience_counted_by_other_facets_says_so(workspace, qtbot):
    town = AudienceGroup(values=(ValueRef(facet="town", value="york"),), people=1300)
    workspace.document.apply("Set", set_audience, STAFF.evolve(groups=(town,)))
    card = workspace.mirror
    qtbot.waitUntil(lambda: "not counted by" in card.nothing.text())
    assert card.bring.isVisible()
    assert card.remove.isVisible()
    assert "All staff" in card.about.text()


def test_a_person_like_the_largest_group_who_meet_nobody_is_one_click_and_one_step(
    workspace, qtbot
):
    card, document = hold(workspace, qtbot), workspace.document
    before, steps = document.project, document.undo_stack.count()
    line = card.groups[0]
    assert line.add.text() == "Add a person like this"
    assert line.add.accessibleDescription() == "55 and over (260)"
    line.add.click()
    newcomer = document.project.personas[-1]
    assert newcomer.find_answer("age_band").counted_values == ("55plus",)
    assert document.undo_stack.count() == steps + 1
    assert nothing_is_asked()
    qtbot.waitUntil(line.isHidden)
    assert "1,260 of 1,300" in card.everyone.text()
    document.undo_stack.undo()
    assert document.project is before


def test_nobody_is_added_whom_the_team_holds_to_be_implausible(workspace, qtbot):
    ruled_out = Implausible(values=STAFF.groups[1].values, reason="no pensioners here")
    workspace.document.apply("Rule out", add_implausible, ruled_out)
    card = hold(workspace, qtbot)
    qtbot.waitUntil(lambda: not card.groups[0].add.isEnabled())
    assert "implausible" in card.groups[0].add.toolTip()


def test_one_more_persona_has_a_button_of_their_own_where_they_are_like_no_group(workspace, qtbot):
    card = hold(workspace, qtbot)
    assert not card.best.add.isVisible()
    several = tuple(ValueRef(facet="disability", value=value) for value in ("none", "seeing"))
    both = AudienceGroup(values=several, people=50)
    workspace.document.apply("Set", set_audience, STAFF.evolve(groups=(both,), people=50))
    qtbot.waitUntil(card.best.add.isVisible)


def test_the_card_says_in_people_who_meets_somebody_and_who_meets_nobody(workspace, qtbot):
    card = hold(workspace, qtbot)
    assert card.about.text() == "All staff · 1,300 people · counts below 10 hidden"
    assert "of 1,300 meet somebody like them" in card.everyone.text()
    assert card.leaders.text().startswith("Among those who lead:")
    assert card.groups[0].words.text() == "55 and over (260)"
    assert "40 are in groups too small to tell" in card.everyone.text()
    assert "One more persona could be met by" in card.best.words.text()


def test_the_mirror_goes_with_its_audience_and_comes_back_with_undo(workspace, qtbot):
    card = hold(workspace, qtbot)
    card.remove.click()
    assert not workspace.document.project.audiences
    qtbot.waitUntil(lambda: not card.everyone.isVisible())
    assert not any(line.isVisible() for line in (*card.groups, card.best))
    workspace.document.undo_stack.undo()
    qtbot.waitUntil(card.everyone.isVisible)


def test_another_facet_is_asked_for_with_the_chooser(workspace, qtbot):
    able = AudienceGroup(values=(ValueRef(facet="disability", value="hearing"),), people=300)
    card = hold(workspace, qtbot, STAFF.evolve(groups=(*STAFF.groups, able)))
    offered = [card.alike.itemText(place) for place in range(card.alike.count())]
    assert len(offered) == 2
    before = card.everyone.text()
    card.alike.setCurrentIndex(1)
    card.alike.activated.emit(1)
    assert card.everyone.text() != before
