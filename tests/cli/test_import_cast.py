import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from personamap.cli.import_cast import ImportReport, import_cast
from personamap.errors import CannotRead, MappingRefused, NoNames, PersonamapError, TableRefused
from personamap.services.projects import new_project, open_project, save_project

TABLE = "Name,Gender,Team,Shoe\nAnn,Woman,Red,green\nBo,wmn,Blue,\n"


@pytest.fixture
def run(tmp_path):
    app = typer.Typer()
    app.command("cast")(import_cast)
    app.command("other")(lambda: None)

    def run_with(*arguments, text=TABLE):
        (tmp_path / "people.csv").write_bytes(text.encode())
        where = [str(tmp_path / "people.csv"), "--into", str(tmp_path / "course.personamap")]
        result = CliRunner().invoke(app, ["cast", *where, *map(str, arguments)])
        if isinstance(result.exception, PersonamapError):
            raise result.exception
        assert result.exception is None, result.output
        return result.output

    return run_with


def course(tmp_path):
    return open_project(tmp_path / "course.personamap").project


def test_a_table_makes_a_new_project_with_the_default_facets(run, tmp_path):
    output = run()
    project = course(tmp_path)
    assert [person.name for person in project.personas] == ["Ann", "Bo"]
    assert [f.id for f in project.facets] == [f.id for f in new_project().facets]
    assert "2 people came into" in output
    assert "wmn" in output


def test_people_join_those_who_are_there(run, tmp_path, project):
    save_project(project, tmp_path / "course.personamap")
    run()
    assert [person.name for person in course(tmp_path).personas][-2:] == ["Ann", "Bo"]


def test_a_dry_run_writes_nothing(run, tmp_path):
    assert "nothing was written" in run("--dry-run")
    assert list(tmp_path.iterdir()) == [tmp_path / "people.csv"]


def test_a_column_becomes_a_facet(run, tmp_path):
    run("--new-facet", "Team", "--new-facet", "Shoe")
    facets = {facet.id: facet for facet in course(tmp_path).facets}
    assert [value.label for value in facets["team"].values] == ["Red", "Blue"]
    assert [value.label for value in facets["shoe"].values] == ["green"]


def test_the_answer_as_data_can_be_used_as_a_mapping(run, tmp_path):
    answer = run("--dry-run", "--json", "--new-facet", "Team")
    report = ImportReport.model_validate_json(answer)
    assert not report.written
    assert report.people[1].unknown[0].text == "wmn"
    (tmp_path / "map.json").write_text(answer)
    assert ImportReport.model_validate_json(run("--map", tmp_path / "map.json", "--json")).written
    assert course(tmp_path).find_facet("team")


def test_a_mapping_can_be_plain_pairs(run, tmp_path):
    pairs = {"Shoe": "look.description", "Team": "job.department"}
    (tmp_path / "map.json").write_text(json.dumps(pairs))
    run("--map", tmp_path / "map.json")
    ann = course(tmp_path).personas[0]
    assert (ann.look.description, ann.job.department) == ("green", "Red")


@pytest.mark.parametrize("text", ["", "[]x", '{"a": 1}', '{"Shoe": "soles"}', "[" * 100_000])
def test_a_mapping_that_is_none_is_refused(run, tmp_path, text):
    (tmp_path / "map.json").write_text(text)
    with pytest.raises(MappingRefused):
        run("--map", tmp_path / "map.json")
    assert not (tmp_path / "course.personamap").exists()


def test_a_missing_mapping_is_named(run, tmp_path):
    with pytest.raises(CannotRead, match="nowhere"):
        run("--map", tmp_path / "nowhere.json")


def test_an_unknown_column_is_named_with_those_there_are(run):
    with pytest.raises(MappingRefused, match="Shoe"):
        run("--new-facet", "Hat")


@pytest.mark.parametrize(
    ("text", "error"), [("Role,Town\nLead,Leeds\n", NoNames), ("", TableRefused)]
)
def test_a_refused_table_leaves_the_project_as_it_was(run, tmp_path, project, text, error):
    path = tmp_path / "course.personamap"
    save_project(project, path)
    before = path.read_bytes()
    with pytest.raises(error):
        run(text=text)
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in Path(tmp_path).iterdir()) == [path.name, "people.csv"]
