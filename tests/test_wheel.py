"""An installed wheel does the main job from any folder, with nothing of the checkout at hand."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(
        sys.executable,
        *("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--disable-pip-version-check", "--wheel-dir", folder, ROOT),
    )
    return next(folder.glob("personamap-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A fresh environment with the wheel, and the libraries of this one so that it needs no net."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False)
    base = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", scheme="venv", vars=base))
    run(
        sys.executable,
        *("-m", "pip", "install", "--quiet", "--no-deps", "--no-index"),
        *("--disable-pip-version-check", "--target", site, wheel),
    )
    # A path file, read after the wheel's own folder: an editable install here comes second.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return home / ("Scripts" if os.name == "nt" else "bin") / "python"


def run(*command, cwd=None, allowed=(0,)):
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode in allowed, ended.stderr
    return ended.stdout


@pytest.fixture
def elsewhere(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.fixture
def personamap(installed, elsewhere):
    def command(*arguments, **options):
        return run(installed, "-m", "personamap", *arguments, cwd=elsewhere, **options)

    return command


@pytest.fixture
def example(installed, elsewhere):
    code = "from personamap.services.templates import example_path; print(example_path())"
    return Path(run(installed, "-c", code, cwd=elsewhere).strip())


def test_the_wheel_holds_resources_and_examples_and_no_tests(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "personamap/_shipped/examples/onboarding.personamap" in names
    assert "personamap/_shipped/resources/facets/identity.json" in names
    assert not [name for name in names if name.startswith("tests/") or name.endswith(".pyc")]


def test_the_example_comes_from_the_installed_copy(example, installed):
    assert example.is_relative_to(installed.parents[1])
    assert example.is_file()


def test_the_main_job_is_done_from_another_folder(personamap, example, elsewhere):
    assert "6 personas" in personamap("show", example)
    assert "6 people" in personamap("check", example, allowed=(1,))
    personamap("export", example, "--to", "pdf", "--out", "sheets.pdf")
    personamap("export", example, "--to", "pdf", "--what", "report", "--out", "coverage.pdf")
    for name in ("sheets.pdf", "coverage.pdf"):
        assert (elsewhere / name).read_bytes().startswith(b"%PDF-")


def test_a_new_project_has_the_facets_that_travel_along(personamap, elsewhere):
    personamap("new", "spring.personamap")
    assert "Age band" in personamap("show", "spring.personamap")


def test_the_program_has_a_name_to_call_it_by(wheel):
    with zipfile.ZipFile(wheel) as archive:
        entry = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "personamap = personamap.__main__:main" in archive.read(entry).decode()
