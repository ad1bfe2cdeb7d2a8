import pytest

from personamap.cli.main import main
from personamap.services.projects import save_project


@pytest.fixture
def run(capsys):
    """Run a command and return its exit status, what it printed and what it complained about."""

    def run_command(*arguments):
        status = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_command


@pytest.fixture
def file(tmp_path, project):
    path = tmp_path / "course.personamap"
    save_project(project, path)
    return path
