"""What this computer lacks is said before Qt says it wrongly."""

import subprocess
import sys

import pytest

from personamap.gui import preflight

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux libraries")


def test_the_libraries_that_are_here_are_not_missing():
    assert preflight.missing_packages({"libc.so.6": "libc6"}) == []
    assert preflight.problem_with_this_computer({"QT_QPA_PLATFORM": "offscreen"}) == ""


def test_a_missing_library_is_named_with_the_command_that_brings_it():
    missing = preflight.missing_packages({"libnowhere.so.9": "libnowhere9"})
    said = preflight.sentence(missing)
    assert said.endswith("sudo apt-get install -y --no-install-recommends libnowhere9")
    assert "\n" not in said


def test_no_screen_is_said():
    assert "DISPLAY" in preflight.problem_with_this_computer({})


def test_wrong_use_is_refused(capsys):
    assert preflight.main(["--install", "everything"]) == 2
    assert "window|offscreen" in capsys.readouterr().err


def test_it_imports_no_qt():
    code = "import sys, personamap.gui.preflight; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
