"""`personamap import review`."""

from personamap.cli.import_review import ReviewReport
from personamap.exporters.states import states_of
from personamap.services.projects import open_project
from tests.importers.reviews import review, signed, written

SAID = review(("per-mara", "Where is she from?\nAsk her."), ("", "Good."), ("per-gone", "Hm."))


def comments(file):
    return [comment.text for comment in open_project(file).project.comments]


def test_comments_are_merged_and_told(run, file, tmp_path):
    status, said, _ = run("import", "review", written(tmp_path, SAID), "--into", file)
    assert status == 0
    assert "Comments of Ada (Deaf network), 26 November 2026:" in said
    assert "Mara" in said
    assert "Where is she from? Ask her." in said
    assert f"3 comments came into “{file}”." in said
    assert comments(file) == ["Where is she from?\nAsk her.", "Good.", "[<per-gone>] Hm."]


def test_the_same_file_again_adds_nothing_and_writes_nothing(run, file, tmp_path):
    path = written(tmp_path, SAID)
    run("import", "review", path, "--into", file)
    before = file.read_bytes()
    status, said, _ = run("import", "review", path, "--into", file)
    assert status == 0
    assert "already" in said
    assert file.read_bytes() == before


def test_a_dry_run_only_says_what_would_come(run, file, tmp_path):
    before = file.read_bytes()
    path = written(tmp_path, SAID)
    status, said, _ = run("import", "review", path, "--into", file, "--dry-run")
    assert status == 0
    assert "3 comments would come" in said
    assert file.read_bytes() == before


def test_it_answers_with_data(run, file, tmp_path, project):
    (state,) = states_of(project, ["per-mara"])
    path = written(tmp_path, SAID.evolve(signed=signed("per-mara", state)))
    said = run("import", "review", path, "--into", file, "--json")[1]
    answer = ReviewReport.model_validate_json(said)
    assert answer.written
    assert [(c.about, c.known, c.news) for c in answer.comments] == [
        ("Mara", True, "new"),
        ("The whole", True, "new"),
        ("<per-gone>", False, "new"),
    ]
    assert [(s.about, s.current, s.news) for s in answer.sign_offs] == [("Mara", True, "new")]
    assert open_project(file).project.sign_offs[0].name == "Ada"


def test_a_project_has_to_be_there(run, tmp_path):
    path = written(tmp_path, SAID)
    status, _, complaint = run("import", "review", path, "--into", tmp_path / "none.personamap")
    assert status == 2
    assert "none.personamap" in complaint


def test_what_is_no_review_is_refused_and_the_project_stays(run, file, tmp_path):
    before = file.read_bytes()
    status, _, complaint = run("import", "review", written(tmp_path, "{}"), "--into", file)
    assert status == 2
    assert "holds no comments" in complaint
    assert file.read_bytes() == before
