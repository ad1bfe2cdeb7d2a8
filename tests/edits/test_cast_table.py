"""Many cells filled as one change."""

from personamap.domain.persona import Answer, StatedValue
from personamap.edits.cast_table import (
    AnswerCell,
    Cells,
    TextCell,
    answer_for_all,
    blank_for_all,
    fill_cells,
)
from personamap.edits.personas import set_answer
from tests.conftest import IDRIS, LENE, MARA, stated

EVERYBODY = (MARA, IDRIS, LENE)


def test_texts_and_answers_are_filled_together(project):
    edited = fill_cells(
        project,
        Cells(
            texts=(TextCell(LENE, "name", "Lena"), TextCell(LENE, "job.title", "Nurse")),
            answers=(AnswerCell(LENE, "age_band", "stated", (StatedValue(value="55plus"),)),),
        ),
    )
    lene = edited.persona(LENE)
    assert (lene.name, lene.job.title) == ("Lena", "Nurse")
    assert lene.answer("age_band") == stated("age_band", "55plus")
    assert edited.persona(MARA) is project.persona(MARA)


def test_filling_in_what_is_there_changes_nothing(project):
    same = AnswerCell(MARA, "age_band", "stated", (StatedValue(value="16-34"),))
    undecided = AnswerCell(LENE, "disability", "undecided")
    cells = Cells(texts=(TextCell(MARA, "name", "Mara"),), answers=(same, undecided))
    assert fill_cells(project, cells) is project


def test_own_words_and_how_it_is_shown_stay(project):
    said = Answer(facet="age_band", state="stated", own_words="Old", shown=("seen",))
    kept = set_answer(project, LENE, said)
    edited = blank_for_all(kept, (LENE,), "age_band", "withheld")
    assert edited.persona(LENE).answer("age_band") == said.evolve(state="withheld")


def test_several_people_answer_at_once(project):
    edited = answer_for_all(project, EVERYBODY, "age_band", "55plus", wanted=True)
    assert {p.answer("age_band").counted_values for p in edited.personas} == {("55plus",)}
    back = answer_for_all(edited, EVERYBODY, "age_band", "55plus", wanted=False)
    assert {p.answer("age_band").state for p in back.personas} == {"undecided"}


def test_where_several_values_are_taken_one_more_joins_the_others(project):
    edited = answer_for_all(project, EVERYBODY, "disability", "none", wanted=True)
    assert edited.persona(MARA).answer("disability").counted_values == ("hearing", "none")
    assert edited.persona(IDRIS).answer("disability").counted_values == ("none",)
