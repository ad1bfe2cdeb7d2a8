"""Whatever is exported, it can be stopped: while it is prepared, and before a file is replaced."""

import itertools

import pytest

from personamap.exporters.formats import EXPORTERS
from personamap.exporters.options import ExportOptions
from personamap.services.exports import export_project
from personamap.stopping import stoppable
from tests.benchmarks.bench_coverage import large_project

PEOPLE = 6
CAST = large_project(PEOPLE, 4)


class NotWanted(Exception):
    pass


def untold(_done, _total):
    pass


@pytest.mark.parametrize(
    ("exporter", "what"),
    [
        pytest.param(exporter, what, id=f"{what} as {exporter.id}")
        for exporter in EXPORTERS
        for what in exporter.makes
    ],
)
def test_an_export_asks_for_each_person_or_finding_whether_to_go_on(tmp_path, exporter, what):
    asked = itertools.count()

    def refuse_in_the_end():
        if next(asked) == PEOPLE:
            raise NotWanted

    path = tmp_path / ("portraits" if what == "portraits" else f"x{exporter.suffix}")
    with pytest.raises(NotWanted), stoppable(refuse_in_the_end):
        export_project(CAST, path, exporter.id, ExportOptions(what=what), untold)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
