import subprocess
import sys

import pytest

WATCHED = """
import linecache
from personamap.gui.quick_imports import import_plainly
{first}
from PySide6.QtCore import QObject
from personamap.domain.project import Project
print(sum(name.endswith("/domain/project.py") for name in linecache.cache))
"""


@pytest.mark.parametrize(("first", "read"), [("import_plainly()", "0"), ("", "1")])
def test_the_source_of_what_is_imported_after_qt_is_left_unread(first, read):
    command = [sys.executable, "-c", WATCHED.format(first=first)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == read
