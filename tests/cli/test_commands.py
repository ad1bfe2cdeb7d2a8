"""What each command answers, as text and as data."""

import json
import re

import pytest

from personamap.analysis.answer import CheckAnswer
from personamap.cli.check import CatalogueAnswer
from personamap.cli.show import ShowAnswer
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.services.facet_packs import default_facets, load_pack
from personamap.services.projects import open_project, save_project
from personamap.storage.backups import older_copies
from personamap.storage.codec import encode
from personamap.storage.envelope import Envelope
from tests.storage.test_codec import text_of


def test_new_makes_a_project_with_the_default_facets(run, tmp_path):
    status, said, _ = run("new", tmp_path / "spring")
    assert status == 0
    assert "spring.personamap" in said
    assert open_project(tmp_path / "spring.personamap").project.facets == default_facets()


def test_new_takes_the_packs_it_is_told(run, tmp_path):
    path = tmp_path / "spring.personamap"
    assert run("new", path, "--facets", "work")[0] == 0
    assert open_project(path).project.facets == load_pack("work")


def test_new_never_replaces_a_file(run, file):
    before = file.read_bytes()
    status, _, complaint = run("new", file)
    assert status == 2
    assert "already there" in complaint
    assert file.read_bytes() == before


@pytest.mark.parametrize("option", ["--facets", "--template"])
def test_new_names_the_packs_and_templates_there_are(run, tmp_path, option):
    status, _, complaint = run("new", tmp_path / "a.personamap", option, "nope")
    assert status == 2
    assert "Choose one of" in complaint
    assert list(tmp_path.iterdir()) == []


def test_show_says_what_is_in_a_project(run, file):
    status, said, _ = run("show", file)
    assert status == 0
    assert "First week (Harbour Clinics)" in said
    assert "3 personas, 1 experience, 1 relationship, 1 scene" in said
    assert re.search(r"Mara +2 +1 +1 +per-mara", said)


def test_show_answers_with_data(run, file):
    answer = ShowAnswer.model_validate_json(run("show", file, "--json")[1])
    assert [person.name for person in answer.personas] == ["Mara", "Idris", "Lene"]
    assert answer.facets[0].answered == 2


def test_a_name_cannot_steer_the_terminal(run, tmp_path):
    path = tmp_path / "a.personamap"
    save_project(Project(personas=(Persona(id="per-a", name="\x1b[2Jgone\nline [bold]"),)), path)
    said = run("show", path)[1]
    assert "\x1b" not in said
    assert "gone line [bold]" in said


def test_check_says_what_is_lacking_and_answers_no(run, file):
    status, said, _ = run("check", file)
    assert status == 1
    assert said.startswith("First week: 3 people, ")
    assert "Age band" in said


def test_check_never_fails_when_told_so(run, file):
    assert run("check", "--fail-on", "never", file)[0] == 0


def test_check_of_a_project_without_findings_is_fine(run, tmp_path):
    path = tmp_path / "empty.personamap"
    save_project(Project(), path)
    status, said, _ = run("check", path)
    assert status == 0
    assert said.startswith("empty: 0 people, 0 findings")
    assert "Nobody is in the cast yet" in said
    assert "0 of the 0" not in said


def test_check_answers_with_data_that_fits_its_schema(run, file):
    status, said, _ = run("check", "--json", file)
    assert status == 1
    answer = CheckAnswer.model_validate_json(said)
    assert answer.findings
    assert {"findings", "facets", "pairs"} <= json.loads(said).keys()


def test_several_files_are_a_catalogue(run, file, tmp_path, project):
    other = tmp_path / "other.personamap"
    save_project(project, other)
    said = run("check", file, other)[1]
    assert said.count("First week: 3 people") == 2
    assert "All 2 courses together: 3 people" in said
    assert re.search(r"Age band +35 to 54 +1 +1 +1", said)
    assert "Mara plays in First week and First week." in said
    answer = CatalogueAnswer.model_validate_json(run("check", "--json", file, other)[1])
    assert [one.file for one in answer.files] == [str(file), str(other)]
    age = answer.together[0]
    assert [(value.value, value.counts, value.people) for value in age.values] == [
        ("16-34", (1, 1), 1),
        ("35-54", (1, 1), 1),
        ("55plus", (0, 0), 0),
    ]
    assert answer.across.people == 3
    assert {shared.files for shared in answer.shared} == {(str(file), str(other))}


def test_an_unreadable_file_of_a_catalogue_is_named_and_the_others_are_read(run, file, tmp_path):
    gone = tmp_path / "gone.personamap"
    status, said, complaint = run("check", file, gone, "--fail-on", "never")
    assert status == 2
    assert "First week: 3 people" in said
    assert "1 course alone: 3 people" in said
    assert "gone.personamap" in complaint
    assert "1 file is left out" in complaint
    status, said, _ = run("check", "--json", file, gone)
    answer = CatalogueAnswer.model_validate_json(said)
    assert status == 2
    assert [one.file for one in answer.files] == [str(file)]
    assert [one.file for one in answer.unread] == [str(gone)]


def test_a_catalogue_of_which_nothing_can_be_read_answers_nothing(run, tmp_path):
    status, said, complaint = run("check", tmp_path / "a", tmp_path / "b")
    assert (status, said) == (2, "")
    assert complaint.count("cannot be read") == 2


def test_a_folder_is_read_as_a_catalogue(run, file, tmp_path, project):
    save_project(project, tmp_path / "other.personamap")
    assert "All 2 courses together" in run("check", file.parent)[1]


def test_validate_says_that_a_file_is_whole(run, file):
    status, said, _ = run("validate", file)
    assert status == 0
    assert "is whole" in said


def test_validate_says_what_is_damaged_without_touching_it(run, file):
    file.write_bytes(file.read_bytes()[:-5])
    before = file.read_bytes()
    status, said, complaint = run("validate", file)
    assert (status, complaint) == (1, "")
    assert "is damaged" in said
    assert file.read_bytes() == before


def test_validate_names_ids_that_two_items_share(run, file):
    file.write_bytes(encode(Project(personas=(Persona(id="a"), Persona(id="a")))))
    status, said, _ = run("validate", file)
    assert status == 1
    assert "“a”" in said


def test_validate_names_what_leads_nowhere_and_is_content(run, file, project):
    save_project(project.with_items(personas=project.personas[1:]), file)
    status, said, _ = run("validate", file)
    assert status == 0
    assert "per-mara" in said


def test_validate_of_a_file_that_cannot_be_read_is_wrong_use(run, tmp_path):
    assert run("validate", tmp_path / "gone.personamap")[0] == 2


@pytest.mark.parametrize(
    "subject",
    [
        "project",
        "show",
        "check",
        "catalogue",
        "fix",
        "complete",
        "import",
        "map",
        "facets",
        "review",
        "review-file",
    ],
)
def test_schemas_are_json_schemas(run, subject):
    status, said, _ = run("schema", "--for", subject)
    assert status == 0
    assert json.loads(said)["type"] == "object"


def test_the_project_schema_names_all_keys_of_a_file(run, project):
    written = json.loads(run("schema")[1])
    assert written == Envelope.model_json_schema()
    assert json.loads(text_of(encode(project))).keys() == written["properties"].keys()
    assert "data" not in written["$defs"]["Media"]["properties"]


def test_validate_says_what_a_damaged_file_still_holds_and_changes_nothing(run, file):
    file.write_bytes(file.read_bytes()[:-40])
    before = file.read_bytes()
    status, said, _ = run("validate", file)
    assert status == 1
    assert "its end is missing" in said
    assert "Whole in the file itself: 3 people, 1 experience, 1 relationship, 1 scene." in said
    assert file.read_bytes() == before


def test_validate_names_the_older_copy_of_a_damaged_file(run, file, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("Name\nNia\n", "utf-8")
    run("import", "cast", table, "--into", file)
    file.write_bytes(b"")
    said = run("validate", file)[1]
    assert re.search(r"An older copy of .* opens: 3 people", said)
    (copy,) = older_copies(file)
    assert f"The older copy is “{copy.path}”." in said
