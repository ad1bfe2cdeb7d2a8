"""Opening, saving and starting projects, and what happens with files that are none."""

import os
import subprocess
import sys

import pytest

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.errors import (
    CannotRead,
    DamagedProject,
    FileTooNew,
    NotAProject,
    UnknownPack,
    UnknownTemplate,
)
from personamap.i18n import speaking
from personamap.services.facet_packs import (
    DEFAULT_PACKS,
    default_facets,
    load_pack,
    pack_ids,
    packs,
)
from personamap.services.projects import new_project, open_project, save_project
from personamap.services.templates import (
    EMPTY,
    example_path,
    load_template,
    template_ids,
    templates,
)
from personamap.storage.archive import pack, unpack
from tests.catalogues import ROOT, compiled
from tests.storage.test_codec import rewritten


@pytest.fixture
def file(tmp_path, project):
    path = tmp_path / "course.personamap"
    save_project(project, path)
    return path


def test_a_saved_project_opens_equal(file, project):
    opened = open_project(file)
    assert opened.project == project
    assert opened.path == file
    assert opened.upgraded_from is None
    assert opened.shared_ids == ()


def test_the_digest_of_a_save_is_the_digest_of_the_next_open(file, project):
    assert save_project(project, file) == open_project(file).digest


def test_items_that_share_an_id_are_told_and_only_changed_in_memory(tmp_path):
    path = tmp_path / "twins.personamap"
    save_project(Project(personas=(Persona(id="a"), Persona(id="a"))), path)
    before = path.read_bytes()
    opened = open_project(path)
    assert opened.shared_ids == ("a",)
    assert [p.id for p in opened.project.personas] == ["a", "a-2"]
    assert path.read_bytes() == before


BAD = {
    "nothing at all": (lambda data: b"", NotAProject, "it is empty"),
    "zeros": (lambda data: bytes(len(data)), NotAProject, "after a power cut"),
    "a picture": (lambda data: b"\x89PNG\r\n\x1a\n" + data, NotAProject, "another kind"),
    "half of it": (lambda data: data[: len(data) // 2], DamagedProject, "its end is missing"),
    "edited": (
        lambda data: pack(
            {"project.json": unpack(data, "")["project.json"].replace(b"Mara", b"Nora")}
        ),
        DamagedProject,
        "checksum does not fit",
    ),
    "newer": (
        lambda data: rewritten(data, b'"format": 1', b'"format": 2'),
        FileTooNew,
        "Update personamap",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_gets_one_sentence_and_stays_as_it_is(file, kind):
    spoil, error, words = BAD[kind]
    file.write_bytes(spoil(file.read_bytes()))
    before = file.read_bytes()
    with pytest.raises(error, match=words) as refusal:
        open_project(file)
    assert str(file) in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert file.read_bytes() == before
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(CannotRead, match="is not there"):
        open_project(tmp_path / "gone.personamap")
    with pytest.raises(CannotRead, match="it is a folder"):
        open_project(tmp_path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_without_permission_nothing_changes_on_disk(file):
    file.parent.chmod(0o555)
    file.chmod(0o600)
    before = file.read_bytes()
    said = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(file)], capture_output=True, text=True, check=False
    )
    file.parent.chmod(0o755)
    assert said.stdout.splitlines() == ["CannotRead", "CannotWrite", "permissions"], said.stderr
    assert file.read_bytes() == before
    assert [p.name for p in file.parent.iterdir()] == [file.name]


AS_NOBODY = """
import os, sys
from pathlib import Path
from personamap.domain.project import Project
from personamap.errors import PersonamapError
from personamap.services.projects import open_project, save_project
from personamap.storage.codec import encode
encode(Project())  # loads what nobody could not load: Python itself may lie in a private folder
path = Path(sys.argv[1])
for folder in path.parents[:-2]:
    if folder != path.parent:
        folder.chmod(0o755)
os.setuid(65534)
for attempt in (lambda: open_project(path), lambda: save_project(Project(), path)):
    try:
        attempt()
    except PersonamapError as error:
        print(type(error).__name__)
        last = str(error)
print("permissions" if "permissions" in last else last)
"""


def test_an_empty_project_has_the_default_facets():
    assert new_project().facets == default_facets()
    assert {facet.pack for facet in default_facets()} == set(DEFAULT_PACKS)


def test_packs_replace_the_default_ones_and_are_never_added_twice():
    chosen = new_project(EMPTY, ["work", "work"])
    assert chosen.facets == load_pack("work")
    assert new_project(EMPTY, pack_ids()).facets[0] == packs()[0].facets[0]


def test_an_unknown_pack_or_template_names_those_there_are():
    with pytest.raises(UnknownPack, match="identity"):
        new_project(EMPTY, ["nope"])
    with pytest.raises(UnknownTemplate, match="empty"):
        new_project("nope")
    with pytest.raises(UnknownPack):
        load_pack("../themes/light")


def test_every_template_opens_and_says_what_it_is():
    for template in templates():
        assert template.title
        assert load_template(template.id).facets


def test_a_start_is_offered_in_the_language_that_is_spoken_and_else_in_english():
    compiled(ROOT)
    english = {template.id: template.title for template in templates()}
    with speaking("de"):
        german = {template.id: template.title for template in templates()}
        course = load_template("leadership").course
        assert example_path().parent.name == "de"
    assert german.keys() == english.keys()
    assert (english["leadership"], german["leadership"]) == ("Leadership", "Führung")
    assert (course.title, course.language) == ("Führung", "de")
    assert set(template_ids()) == german.keys()


def test_ids_of_facets_are_the_same_in_no_two_packs():
    ids = [facet.id for one in packs() for facet in one.facets]
    assert len(set(ids)) == len(ids)


def test_the_example_opens():
    assert len(open_project(example_path()).project.personas) == 6
