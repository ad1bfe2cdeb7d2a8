"""What would be lost with a facet is said before it goes."""

from functools import partial

from personamap.analysis.coverage import check_coverage
from personamap.analysis.facet_loss import answering, loss_lines, resting_lines, resting_on
from personamap.domain.audience import Aim, FacetPair
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Answer
from personamap.domain.review import Comment, Decision
from personamap.edits.facet_removal import remove_facet
from personamap.edits.personas import set_answer
from personamap.edits.reviews import accept_finding
from tests.conftest import IDRIS, LENE, MARA, stated


def test_blanks_chosen_on_purpose_are_answers_too(project):
    assert [p.id for p in answering(project, "disability")] == [MARA, IDRIS]
    asked = set_answer(project, LENE, Answer(facet="disability"))
    assert [p.id for p in answering(asked, "disability")] == [MARA, IDRIS]
    assert [p.id for p in answering(project, "disability", "hearing")] == [MARA]


def test_everything_that_would_go_is_said_in_counts(project):
    said = set_answer(project, MARA, stated("disability", "hearing", words="Deaf since birth"))
    touched = ValueRef(facet="disability", value="hearing")
    full = said.with_items(
        experiences=(said.experiences[0].evolve(touches=(touched,)),),
        aim=Aim(pairs=(FacetPair(first="age_band", second="disability"),)),
        comments=(Comment(id="cmt-1", subject="disability"),),
    )
    assert loss_lines(full, "disability") == (
        "2 people answer with it: Mara and Idris.",
        "1 of them says it in their own words.",
        "1 lived experience touches it.",
        "1 wish of “What matters” names it.",
        "1 comment is about it.",
    )
    assert loss_lines(full, "disability", "none") == ("Nobody has answered with it yet.",)


def test_findings_and_decisions_that_rest_on_it_are_named(project):
    edit = partial(remove_facet, facet_id="age_band")
    resting = resting_on(project, edit)
    assert resting.findings
    finding = resting.findings[0]
    accepted = accept_finding(
        project,
        Decision(id="dec-1", finding=finding.key, reason="A small team", evidence=finding.digest),
    )
    found = resting_on(accepted, edit)
    assert [one.finding.key for one in found.accepted] == [finding.key]
    assert f"A decision rests on it: {finding.title} (A small team)." in resting_lines(found)
    after = {f.key for f in check_coverage(edit(accepted)).findings}
    assert finding.key not in after
