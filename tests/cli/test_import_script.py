"""`personamap import script`."""

import pytest

from personamap.cli.import_script import ScriptReport
from personamap.services.projects import open_project
from tests.conftest import IDRIS, MARA

TEXT = "First week\n\nScene 1\n\nMara: Good morning.\n\nSupplier: Hello.\n\nMARA AND IDRIS: Hello!"


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "first week.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def said(file):
    project = open_project(file).project
    names = {persona.id: persona.name for persona in project.personas}
    return {
        scene.title: {names[a.persona]: (a.lines, a.words) for a in scene.appearances}
        for scene in project.scenes
    }


def test_scenes_come_in_with_who_says_how_much(run, file, script):
    status, told, _ = run("import", "script", script, "--into", file)
    assert status == 0
    assert "Who speaks in “first week.txt”:" in told
    assert "Mara + Idris" in told
    assert "Nothing was counted for Supplier." in told
    assert f"1 new scene, 0 changed scenes and 0 new people came into “{file}”." in told
    assert said(file)["Scene 1"] == {"Mara": (2, 3), "Idris": (1, 1)}


def test_the_same_script_again_writes_nothing(run, file, script):
    run("import", "script", script, "--into", file)
    before = file.read_bytes()
    told = run("import", "script", script, "--into", file)[1]
    assert "already" in told
    assert file.read_bytes() == before


def test_labels_that_name_nobody_become_people_when_asked(run, file, script):
    run("import", "script", script, "--into", file, "--new-people")
    assert said(file)["Scene 1"]["Supplier"] == (1, 1)


def test_a_mapping_says_who_speaks(run, file, script, tmp_path):
    mapping = tmp_path / "map.json"
    mapping.write_text('{"supplier": "Lene"}', encoding="utf-8")
    run("import", "script", script, "--into", file, "--map", mapping)
    assert said(file)["Scene 1"]["Lene"] == (1, 1)


def test_it_answers_with_data_that_can_be_used_as_the_mapping(run, file, script, tmp_path):
    told = run("import", "script", script, "--into", file, "--dry-run", "--json")[1]
    answer = ScriptReport.model_validate_json(told)
    assert not answer.written
    assert [(u.label, u.speakers) for u in answer.labels] == [
        ("Mara", (MARA,)),
        ("Supplier", ()),
        ("MARA AND IDRIS", (MARA, IDRIS)),
    ]
    assert [(s.title, s.new, len(s.spoken)) for s in answer.scenes] == [("Scene 1", True, 2)]
    mapping = tmp_path / "map.json"
    mapping.write_text(told, encoding="utf-8")
    assert run("import", "script", script, "--into", file, "--map", mapping)[0] == 0


def test_a_speaker_nobody_knows_is_refused(run, file, script, tmp_path):
    mapping = tmp_path / "map.json"
    mapping.write_text('{"Supplier": "Zoe"}', encoding="utf-8")
    before = file.read_bytes()
    status, _, complaint = run("import", "script", script, "--into", file, "--map", mapping)
    assert status == 2
    assert "“Zoe”" in complaint
    assert file.read_bytes() == before
