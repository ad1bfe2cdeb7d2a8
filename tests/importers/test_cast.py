import pytest

from personamap.domain.project import Project
from personamap.edits.cast import add_newcomers
from personamap.errors import MappingRefused, NoNames
from personamap.importers.cast.importing import import_table
from personamap.importers.cast.mapping import ColumnMapping, ColumnUse
from tests.importers.people import FACETS, imported, one, propose, table_of


def values(persona, facet):
    return tuple(value.value for value in persona.answer(facet).values)


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Full Name", "name"),
        ("job_title", "job.title"),
        ("painPoints", "experiences.barriers"),
        ("Pain points:", "experiences.barriers"),
        ("primary-goal", "goals"),
        ("Core Competencies", "strengths"),
        ("First name", "name.given"),
        ("Gender identity", "facet:gender"),
        ("Disability (own words)", "facet:disability/own_words"),
        ("Sources", "evidence"),
        ("shoe colour", "notes"),
    ],
)
def test_headings_are_understood(heading, target):
    assert propose(f"{heading},x\nAnn,y\n")[heading].goes_to == target


def test_a_near_spelling_of_a_heading_is_taken_and_told():
    result = imported("Name,Dissability\nAnn,Hearing\n")
    assert values(result.newcomers.personas[0], "disability") == ("hearing",)
    assert any("Dissability" in note for note in result.notes)


def test_values_alone_can_tell_what_a_column_is():
    uses = propose("Name,Q7\nAnn,Woman\nBo,Non-binary\n")
    assert (uses["Q7"].goes_to, uses["Q7"].because) == ("facet:gender", "values")


def test_values_about_somebody_else_never_choose_a_facet():
    table = "Name,Manager's sex\nAnn,Woman\nBo,Man\n"
    assert propose(table)["Manager's sex"].goes_to == "notes"


def test_words_that_could_mean_anything_never_choose_a_facet():
    assert propose("Name,Trained\nAnn,yes\nBo,no\n")["Trained"].goes_to == "notes"


def test_an_age_is_a_number_and_a_band_is_a_facet():
    assert propose("Name,Age\nAnn,34\nBo,28\n")["Age"].goes_to == "age"
    assert propose("Name,Age\nAnn,forty\n")["Age"].goes_to == "notes"
    assert propose("Name,Age group\nAnn,25-34\n")["Age group"].goes_to == "facet:age_band"
    assert one("Name,Age\nAnn,34 years\n")[0].age == 34


@pytest.mark.parametrize("joint", ["; ", ";", " | ", ", ", "\n"])
def test_several_values_in_a_cell_are_told_apart(joint):
    persona, report = one(f'Name,Disability\nAnn,"Blind{joint}Hearing"\n')
    assert values(persona, "disability") == ("blind", "hearing")
    assert persona.answer("disability").own_words == ""
    assert report.unknown == ()


def test_a_value_with_a_comma_of_its_own_stays_whole():
    persona, _report = one('Name,Disability\nAnn,"Hearing, Mobility, walking or climbing"\n')
    assert values(persona, "disability") == ("hearing", "mobility")


def test_qualifiers_in_brackets_are_read():
    answer = one("Name,Disability\nAnn,Hearing (permanent)\n")[0].answer("disability")
    assert answer.values[0].qualifiers == ("permanent",)


def test_other_words_for_a_value_are_counted_and_kept():
    answer = one("Name,Disability\nAnn,partially sighted\n")[0].answer("disability")
    assert (answer.values[0].value, answer.own_words) == ("seeing", "partially sighted")


def test_unknown_values_are_listed_and_kept():
    persona, report = one("Name,Disability\nAnn,Hearing; long covid\n")
    assert values(persona, "disability") == ("hearing",)
    assert persona.answer("disability").own_words == "Hearing; long covid"
    assert [unknown.text for unknown in report.unknown] == ["long covid"]


def test_only_a_near_slip_is_read_as_a_value_and_always_told():
    persona, report = one("Name,Gender\nAnn,Non-binray\n")
    assert values(persona, "gender") == ("non-binary",)
    assert "Non-binray" in report.warnings[0]
    persona, report = one("Name,Age band\nAnn,15-24\n")
    assert values(persona, "age_band") == ()
    assert report.unknown[0].text == "15-24"


def test_nothing_is_concluded_from_names_pronouns_or_prose():
    persona, _report = one(
        "Name,Pronouns,Bio\nMaria Blind,she/her,A woman who is severely sight impaired\n"
    )
    assert persona.answers == ()
    assert persona.brief == "A woman who is severely sight impaired"


def test_pronouns_in_a_gender_column_name_no_gender():
    persona, report = one("Name,Gender\nAnn,she/her\n")
    assert values(persona, "gender") == ()
    assert report.unknown[0].text == "she/her"


def test_a_blank_can_be_named():
    assert one("Name,Gender\nAnn,(open)\n")[0].answer("gender").state == "open"
    assert one("Name,Gender\nAnn,withheld\n")[0].answer("gender").state == "withheld"
    assert one("Name,Gender\nAnn,\n")[0].answers == ()


def test_more_values_than_a_facet_takes_are_all_kept_with_a_warning():
    persona, report = one('Name,Gender\nAnn,"Woman, Non-binary"\n')
    assert values(persona, "gender") == ("woman", "non-binary")
    assert "takes one value" in report.warnings[0]


@pytest.mark.parametrize(
    "cell",
    ["a b; c, d; e", "* a b * c, d * e", "- a b\n- c, d\n- e", "a b · c, d · e", "a b|c, d|e"],
)
def test_lists_in_a_cell_become_lists(cell):
    assert one(f'Name,Goals\nAnn,"{cell}"\n')[0].goals == ("a b", "c, d", "e")


def test_a_sentence_with_commas_is_one_goal():
    assert one('Name,Goals\nAnn,"Learn, rest, and grow"\n')[0].goals == ("Learn, rest, and grow",)


def test_people_with_the_same_pain_point_share_it():
    result = imported("Name,Pain points\nAnn,No time; Noise\nBo,no time\n")
    ann, bo = result.newcomers.personas
    assert [e.title for e in result.newcomers.experiences] == ["No time", "Noise"]
    assert bo.experiences[0].experience == ann.experiences[0].experience


def test_a_long_pain_point_stands_in_full_below_a_short_title():
    text = "The map never says where the lifts are, " * 5
    experience = imported(f'Name,Frustrations\nAnn,"{text}"\n').newcomers.experiences[0]
    assert len(experience.title) < 100
    assert experience.turn_text == text.strip()


def test_what_fits_nowhere_stands_in_the_notes_with_its_heading():
    assert one("Name,Shoe colour\nAnn,green\n")[0].notes == "Shoe colour: green"


def test_two_columns_of_text_stand_one_below_the_other():
    assert one("Name,Headline,About\nAnn,Short,Long\n")[0].brief == "Short\n\nLong"


def test_given_and_family_name_make_a_name():
    assert one("Surname,First name\nLee,Ann\n")[0].name == "Ann Lee"


def test_a_row_without_a_name_comes_in_unnamed_with_a_warning():
    result = imported("Name,Role\nAnn,Lead\n,Cook\n")
    assert result.newcomers.personas[1].job.title == "Cook"
    assert "no name" in result.rows[1].warnings[0]
    assert result.rows[1].row == 3


def test_a_table_without_names_is_refused_and_says_what_to_do():
    with pytest.raises(NoNames, match="Call one of them “Name”"):
        imported("Role,Town\nLead,Leeds\n")


def test_a_column_can_be_told_to_hold_the_names():
    assert one("Label,Town\nAnn,Leeds\n", Label="name")[0].name == "Ann"


def test_a_column_can_become_a_facet():
    result = imported('Name,Team\nAnn,"Red, Blue"\nBo,blue\nCy,Größe 3\n', Team="new-facet")
    facet = result.newcomers.facets[0]
    assert (facet.id, facet.label, facet.many) == ("team", "Team", True)
    assert [value.label for value in facet.values] == ["Red", "Blue", "Größe 3"]
    assert values(result.newcomers.personas[0], "team") == ("red", "blue")
    assert result.unknown_count == 0


def test_a_new_facet_never_takes_the_id_of_another():
    result = imported("Name,Gender \nAnn,x\n", Gender="new-facet")
    assert result.newcomers.facets[0].id == "gender_2"


def test_a_column_of_hundreds_of_values_is_no_facet():
    rows = "".join(f"P{i},v{i}\n" for i in range(300))
    with pytest.raises(MappingRefused, match="300 different values"):
        imported("Name,Code\n" + rows, Code="new-facet")


def test_a_column_can_be_left_out_and_the_report_says_so():
    persona, report = one("Name,Secret\nAnn,x\n", Secret="leave-out")
    assert persona.notes == ""
    assert report.placed[-1].where == "Left out"


def test_a_mapping_may_say_what_a_word_stands_for():
    table = table_of("Name,Gender\nAnn,W\n")
    use = ColumnUse(column="Gender", goes_to="facet:gender", values={"W": "woman"})
    mapping = ColumnMapping(columns=(ColumnUse(column="Name", goes_to="name"), use))
    result = import_table(Project(), table, mapping, FACETS)
    assert values(result.newcomers.personas[0], "gender") == ("woman",)
    assert [facet.id for facet in result.newcomers.facets] == ["gender"]


@pytest.mark.parametrize(
    "use",
    [
        ColumnUse(column="Town", goes_to="name"),
        ColumnUse(column="Name", goes_to="facet:shoe"),
        ColumnUse(column="Name", goes_to="facet:gender/size"),
        ColumnUse(column="Name", goes_to="shoe"),
        ColumnUse(column="Name", goes_to="facet:gender", values={"W": "wizard"}),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(use):
    names = ColumnUse(column="Role", goes_to="name")
    with pytest.raises(MappingRefused):
        import_table(
            Project(),
            table_of("Name,Role\nAnn,Lead\n"),
            ColumnMapping(columns=(names, use)),
            FACETS,
        )


def test_the_same_name_is_added_beside_the_other_and_told(project):
    result = imported("Name\nMara\nOle\nOle\n", project)
    after = add_newcomers(project, result.newcomers)
    assert [p.name for p in after.personas] == ["Mara", "Idris", "Lene", "Mara", "Ole", "Ole"]
    assert any("Already in the project" in note and "Mara" in note for note in result.notes)
    assert any("More than once" in note and "Ole" in note for note in result.notes)
    assert after.personas[:3] == project.personas
    assert [p.colour for p in after.personas[3:]] == [3, 4, 5]


def test_a_long_line_stands_in_the_notes():
    persona, report = one(f"Name,Job title\nAnn,{'x' * 1_001}\n")
    assert persona.job.title == ""
    assert "x" * 1_001 in persona.notes
    assert "notes" in report.warnings[0]


def test_ten_thousand_people_come_in_with_a_word_of_caution():
    result = imported("Name,Gender,Goals\n" + "Ann,f,a; b\n" * 10_000)
    assert len(result.newcomers.personas) == 10_000
    assert any("list of staff" in note for note in result.notes)
