"""Which language packs, tables and documents speak, whatever the program speaks."""

import threading

import pypdfium2
import pytest

from personamap.exporters.exporter import untold
from personamap.exporters.options import ExportOptions
from personamap.i18n import _, language, speaking, use_languages, within
from personamap.resources import example
from personamap.services.exports import export_project
from personamap.services.facet_packs import load_pack
from personamap.services.projects import open_project
from tests.catalogues import ROOT, compiled
from tests.exporters.pdf.reading import read


@pytest.fixture(autouse=True)
def german():
    """The program speaks German."""
    compiled(ROOT)
    use_languages(["de"])
    yield
    use_languages([])


def bible_of(project, folder):
    out = folder / "bible.md"
    export_project(project, out, "md", ExportOptions(what="bible"), untold)
    return out.read_text("utf-8")


def test_facets_are_offered_in_german_and_english_tables_are_understood(german):
    gender = next(facet for facet in load_pack("identity") if facet.id == "gender")
    woman = gender.find_value("woman")
    assert (gender.label, woman.label) == ("Geschlecht", "Frau")
    assert "Woman" in woman.synonyms


def test_nouns_within_a_sentence_are_large_in_german_only():
    assert within("Personenblätter") == "Personenblätter"
    with speaking("en"):
        assert within("Persona sheets") == "persona sheets"


def test_a_document_speaks_the_language_of_its_course(project, tmp_path):
    assert "What they have lived" not in bible_of(in_language(project, "de-AT"), tmp_path)
    assert "Szenen" in (tmp_path / "bible.md").read_text("utf-8")
    (tmp_path / "bible.md").unlink()
    assert "Szenen" not in bible_of(in_language(project, "en-GB"), tmp_path)
    assert language() == "de"


@pytest.mark.parametrize(("course", "headings"), [("de-AT", ""), ("ar", "de"), ("en", "")])
def test_headings_are_read_aloud_in_their_own_language(project, tmp_path, course, headings):
    out = tmp_path / "sheets.pdf"
    export_project(in_language(project, course), out, "pdf", ExportOptions(), untold)
    spoken = {element.lang for element in read(out.read_bytes()).elements if element.text}
    assert spoken == {course, headings or course}


@pytest.mark.parametrize(
    ("what", "whole"),
    [("sheets", {"Anfang", "Rückzug", "Zeilen."}), ("report", {"Entscheidet", "Unterstützt"})],
)
def test_no_german_label_is_cut_for_want_of_room(tmp_path, what, whole):
    out = tmp_path / "printed.pdf"
    course = in_language(open_project(example("onboarding.personamap")).project, "de")
    export_project(course, out, "pdf", ExportOptions(what=what), untold)
    with pypdfium2.PdfDocument(out) as pages:
        printed = {word for page in pages for word in page.get_textpage().get_text_range().split()}
    assert whole <= printed


def test_what_is_spoken_meanwhile_is_spoken_on_one_thread_only():
    said = []
    with speaking("en"):
        thread = threading.Thread(target=lambda: said.append(_("Cast")))
        thread.start()
        thread.join()
        assert _("Cast") == "Cast"
    assert said == ["Besetzung"]
    assert _("Cast") == "Besetzung"


def in_language(project, tag):
    return project.with_items(course=project.course.evolve(language=tag))
