"""The one-folder bundle does the main job on a computer without Python or anything of ours."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[1]
HERE = {"PATH": os.defpath, "QT_QPA_PLATFORM": "offscreen"}
SIGNALLED = 128 + signal.SIGTERM
"""What the program ends with when it took care of its work first."""

LOOKS = 300
"""How often to look whether the window is there, five times a second."""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    work = tmp_path_factory.mktemp("bundle")
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(work / "made"), "--workpath", str(work / "work")),
            str(ROOT / "bundle" / "personamap.spec"),
        ],
        env=os.environ | {"PYINSTALLER_CONFIG_DIR": str(work / "config")},
        check=True,
    )
    return work / "made" / "personamap"


@pytest.fixture
def personamap(bundle, tmp_path):
    def command(*arguments, allowed=(0,)):
        ended = subprocess.run(
            [bundle / "personamap", *map(str, arguments)],
            env=HERE | {"HOME": str(tmp_path)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ended.returncode in allowed, ended.stderr
        return ended.stdout

    return command


@pytest.fixture
def example(bundle, tmp_path):
    path = tmp_path / "example.personamap"
    shipped = "_internal/personamap/_shipped/examples/onboarding.personamap"
    path.write_bytes((bundle / shipped).read_bytes())
    return path


def test_it_checks_and_prints_the_example(personamap, example, tmp_path):
    assert "6 people" in personamap("check", example, allowed=(1,))
    personamap("export", example, "--to", "pdf", "--out", "sheets.pdf")
    assert (tmp_path / "sheets.pdf").read_bytes().startswith(b"%PDF-")


def test_it_reads_a_workbook_behind_its_wall(personamap, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Name", "Gender"])
    book.active.append(["Ana Prieto", "Woman"])
    book.save(tmp_path / "cast.xlsx")
    personamap("new", "spring.personamap")
    personamap("import", "cast", "cast.xlsx", "--into", "spring.personamap")
    assert "Ana Prieto" in personamap("show", "spring.personamap")


def test_its_window_opens_the_example_and_ends_when_it_is_asked(bundle, example, tmp_path):
    mark = example.with_name(f".{example.name}.lock")
    window = subprocess.Popen(
        [bundle / "personamap", example], env=HERE | {"HOME": str(tmp_path)}, cwd=tmp_path
    )
    for _look in range(LOOKS):
        if mark.exists():
            break
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(timeout=0.2)
    assert mark.exists()
    window.terminate()
    assert window.wait(timeout=30) == SIGNALLED
