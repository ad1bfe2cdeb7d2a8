"""The examples and templates open, hold together and are written with care."""

import importlib.util
import io
import json
import re
from collections import defaultdict
from pathlib import Path

import pikepdf
import pytest

from personamap.analysis.coverage import check_coverage
from personamap.analysis.references import dangling_references
from personamap.domain.changes import COLLECTIONS
from personamap.domain.persona import AnswerState, Persona
from personamap.domain.project import Project
from personamap.exporters.exporter import Exporter
from personamap.exporters.formats import find_exporter
from personamap.exporters.options import ExportOptions
from personamap.i18n import ENGLISH, _, languages_there, speaking
from personamap.portraits.catalogue import catalogue
from personamap.resources import example, resource
from personamap.services.exports import make_outline
from personamap.services.projects import open_project
from tests.catalogues import compiled

HOME = Path(__file__).resolve().parents[2]
CATALOGUE = sorted(example("catalogue").glob("*.personamap"))
TEMPLATES = sorted(resource("templates").glob("*.personamap"))
SHIPPED = [example("onboarding.personamap"), *CATALOGUE, *TEMPLATES]
compiled(HOME)
TRANSLATED = sorted(
    path
    for name in languages_there()
    for folder in (resource("templates", name), example(name))
    for path in folder.glob("*.personamap")
)
PROJECTS = {path: open_project(path).project for path in SHIPPED}
ONBOARDING = PROJECTS[SHIPPED[0]]
UNSEEN_ON_PURPOSE = "per-rajan"
EVERY_PROJECT = pytest.mark.parametrize(
    "project", PROJECTS.values(), ids=[f"{p.parent.name}-{p.stem}" for p in PROJECTS]
)


def _maker():
    spec = importlib.util.spec_from_file_location(
        "make_examples", HOME / "docs" / "make_examples.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _texts(persona: Persona) -> list[str]:
    """Return what is written about one person, without names and values that must repeat."""
    written = persona.model_dump(
        include={
            "brief": True,
            "own_words": True,
            "goals": True,
            "motivations": True,
            "strengths": True,
            "flaw": True,
            "feelings": True,
            "voice": True,
            "dos": True,
            "donts": True,
            "belonging": {"start_note", "end_note", "turning_points"},
            "answers": {"__all__": {"own_words"}},
            "experiences": {"__all__": {"own_words"}},
        }
    )
    return [text for text in _strings(written) if not re.fullmatch(r"scn-[\w-]+", text)]


def _strings(value) -> list[str]:
    match value:
        case str():
            return [value] if value.strip() else []
        case dict():
            return [text for one in value.values() for text in _strings(one)]
        case list() | tuple():
            return [text for one in value for text in _strings(one)]
        case _:
            return []


def test_there_is_one_example_a_catalogue_of_three_and_four_templates():
    assert len(ONBOARDING.personas) == 6
    assert [path.stem for path in CATALOGUE] == ["customer-service", "onboarding", "safety"]
    assert [path.stem for path in TEMPLATES] == [
        "compliance",
        "customer-service",
        "leadership",
        "onboarding",
    ]
    assert all(5 <= len(PROJECTS[path].personas) <= 7 for path in TEMPLATES)
    assert all(4 <= len(PROJECTS[path].personas) <= 5 for path in CATALOGUE)


def test_what_ships_is_what_its_source_says():
    maker = _maker()
    made = {maker.target(source): maker.build(source) for source in maker.sources()}
    shipped = PROJECTS | {path: open_project(path).project for path in TRANSLATED}
    assert {path.resolve() for path in made} == {path.resolve() for path in shipped}
    assert {p.resolve(): one for p, one in made.items()} == {
        p.resolve(): one for p, one in shipped.items()
    }


def test_a_translation_has_words_for_every_text_of_its_source_and_for_no_other():
    maker = _maker()
    for source in maker.sources():
        if maker.language_of(source) != ENGLISH:
            words = json.loads(source.read_text(encoding="utf-8"))
            original = json.loads((maker.SOURCES / source.name).read_text(encoding="utf-8"))
            assert set(words) == set(maker.texts(original["project"])), source
            assert all(words.values())


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_translated_cast_speaks_its_language_as_briefly(path: Path):
    project = open_project(path).project
    language = path.parent.name
    with speaking(language):
        assert project.facet("gender").label == _("Gender")
    assert project.course.language == language
    assert 40 <= len(project.course.summary) <= 220
    for persona in project.personas:
        assert 40 <= len(persona.look.alt_text) <= 150
        assert persona.look.alt_text.startswith(persona.name)


@EVERY_PROJECT
def test_nothing_points_at_what_is_not_there(project: Project):
    assert list(dangling_references(project)) == []


@EVERY_PROJECT
def test_ids_are_unique_across_all_kinds(project: Project):
    ids = [item.id for name in COLLECTIONS for item in getattr(project, name)]
    assert len(set(ids)) == len(ids)


@EVERY_PROJECT
def test_every_qualifier_is_one_of_its_facet(project: Project):
    for persona in project.personas:
        for answer in persona.answers:
            known = {
                option.id
                for qualifier in project.facet(answer.facet).qualifiers
                for option in qualifier.options
            }
            assert known.issuperset(q for value in answer.values for q in value.qualifiers)


@EVERY_PROJECT
def test_one_value_is_given_where_a_facet_takes_one(project: Project):
    for persona in project.personas:
        for answer in persona.answers:
            facet = project.facet(answer.facet)
            assert facet.many or len(answer.values) <= 1, f"{persona.name}: {facet.id}"


@EVERY_PROJECT
def test_an_exact_age_lies_within_its_band(project: Project):
    for persona in project.personas:
        low, _, high = persona.answer("age_band").values[0].value.partition("-")
        assert int(low) <= persona.age <= (200 if high == "plus" else int(high))


@EVERY_PROJECT
def test_every_alternative_text_is_short_enough_to_be_read_aloud(project: Project):
    for persona in project.personas:
        assert 40 <= len(persona.look.alt_text) <= 150
        assert persona.look.alt_text.startswith(persona.name)


@EVERY_PROJECT
def test_portraits_are_composed_of_parts_on_offer(project: Project):
    shelves = {shelf.field: {choice.id for choice in shelf.choices} for shelf in catalogue()}
    for persona in project.personas:
        drawn = persona.portrait.model_dump(exclude={"kind", "aids"})
        assert {f: p for f, p in drawn.items() if p and p not in shelves[f]} == {}
        assert shelves["aids"].issuperset(persona.portrait.aids)
        assert {pose.face for pose in persona.look.poses} <= shelves["face"]
    assert len({persona.portrait for persona in project.personas}) == len(project.personas)


@EVERY_PROJECT
def test_everyone_has_a_life_beside_an_identity(project: Project):
    for persona in project.personas:
        told = (
            persona.pronunciation,
            persona.called,
            persona.pronouns,
            persona.brief,
            persona.own_words,
            persona.job.title,
            persona.answers,
            persona.experiences,
            persona.goals,
            persona.motivations,
            persona.strengths,
            persona.flaw,
            persona.feelings,
            persona.voice.tone,
            persona.voice.sample_lines,
            persona.voice.avoid,
            persona.look.description,
            persona.look.poses,
            persona.dos,
            persona.donts,
            persona.belonging.start,
            persona.belonging.end,
        )
        assert all(told), persona.name
        ties = {t.source for t in project.relationships} | {t.target for t in project.relationships}
        assert persona.id in ties, persona.name


@pytest.mark.parametrize(
    "path", [p for p in SHIPPED if p not in TEMPLATES], ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_everyone_in_an_example_is_seen_and_rests_on_evidence(path: Path):
    project = PROJECTS[path]
    for persona in project.personas:
        assert persona.evidence, persona.name
        assert persona.serves, persona.name
        seen = any(scene.find_appearance(persona.id) for scene in project.scenes)
        assert seen == (persona.id != UNSEEN_ON_PURPOSE), persona.name
        assert bool(persona.belonging.turning_points) == seen, persona.name


EVERY_TEMPLATE = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)


@EVERY_TEMPLATE
def test_everyone_in_a_template_is_seen_and_turns_in_a_scene(path: Path):
    project = PROJECTS[path]
    assert 3 <= len(project.scenes) <= 5
    assert all(s.setting.space and s.setting.place and s.serves for s in project.scenes)
    for persona in project.personas:
        assert any(scene.find_appearance(persona.id) for scene in project.scenes), persona.name
        assert persona.belonging.turning_points, persona.name
        assert persona.serves, persona.name


@EVERY_TEMPLATE
def test_no_two_people_of_a_template_start_alike(path: Path):
    people = PROJECTS[path].personas
    assert len({persona.called[0] for persona in people}) == len(people)


@EVERY_TEMPLATE
def test_several_people_of_a_template_lead_decide_and_err(path: Path):
    project = PROJECTS[path]
    for function in ("leads", "decides", "errs"):
        who = {
            one.persona
            for scene in project.scenes
            for one in scene.appearances
            if function in one.functions
        }
        assert len(who) >= 2, function


@EVERY_TEMPLATE
def test_what_was_lived_in_a_template_is_lived_by_somebody_and_partly_shared(path: Path):
    project = PROJECTS[path]
    lived = [one.experience for persona in project.personas for one in persona.experiences]
    assert set(lived) == {experience.id for experience in project.experiences}
    assert len([e for e in project.experiences if lived.count(e.id) > 1]) >= 2


@EVERY_PROJECT
def test_who_turns_in_a_scene_is_in_it_and_so_is_who_takes_a_risk(project: Project):
    for persona in project.personas:
        for turn in persona.belonging.turning_points:
            assert project.find_scene(turn.scene).find_appearance(persona.id)
    for scene in project.scenes:
        assert all(scene.find_appearance(persona_id) for persona_id in scene.risk_takers)


def test_no_two_people_are_written_with_the_same_sentence():
    people: dict[str, set[str]] = defaultdict(set)
    for project in PROJECTS.values():
        for persona in project.personas:
            for text in _texts(persona):
                people[text.strip().casefold()].add(persona.name)
    assert {text: names for text, names in people.items() if len(names) > 1} == {}


def test_people_shared_by_the_courses_of_a_client_are_the_same_people():
    seen: dict[str, list[Persona]] = defaultdict(list)
    for path in CATALOGUE:
        for persona in PROJECTS[path].personas:
            seen[persona.id].append(persona)
    shared = [several for several in seen.values() if len(several) > 1]
    assert len(shared) >= 2
    for several in shared:
        assert len({(p.name, p.age, p.portrait, p.brief, p.answers) for p in several}) == 1
    assert len({PROJECTS[path].course.client for path in CATALOGUE}) == 1


def test_the_example_uses_all_four_kinds_of_blank():
    states = {answer.state for persona in ONBOARDING.personas for answer in persona.answers}
    assert states == set(AnswerState.__args__)


def test_the_example_has_shared_experiences():
    lived = [one.experience for persona in ONBOARDING.personas for one in persona.experiences]
    assert len([e for e in ONBOARDING.experiences if lived.count(e.id) > 1]) >= 4
    assert set(lived) == {experience.id for experience in ONBOARDING.experiences}


def test_the_example_shows_findings_worth_seeing():
    findings = check_coverage(ONBOARDING).findings
    assert {finding.check for finding in findings} >= {
        "missing-values",
        "only-one",
        "uncovered-combinations",
        "typecast-parts",
        "blanks",
        "unbacked-experiences",
        "unseen-personas",
        "similar-names",
    }
    assert "dangling-references" not in {finding.check for finding in findings}
    assert len(findings) <= 12


@EVERY_PROJECT
def test_what_ships_is_not_flooded_with_findings(project: Project):
    findings = check_coverage(project).findings
    assert 4 <= len(findings) <= 12
    assert len({finding.check for finding in findings}) >= 3


@pytest.mark.parametrize(
    "path",
    [
        example("onboarding.personamap"),
        example("de", "onboarding.personamap"),
        example("es", "onboarding.personamap"),
    ],
    ids=["en", "de", "es"],
)
def test_every_sheet_of_the_example_fits_on_two_pages(path: Path):
    pdf: Exporter = find_exporter("pdf")
    project = open_project(path).project
    with speaking(project.course.language):
        outline = make_outline(project, pdf, ExportOptions())
        rendered = pdf.render(outline, lambda *_done: None)
    with pikepdf.open(io.BytesIO(rendered.data)) as document:
        assert len(document.pages) == 1 + 2 * len(project.personas)
    assert rendered.missing == ()


@EVERY_PROJECT
def test_a_start_page_can_say_what_a_project_is_about(project: Project):
    assert project.course.title
    assert 40 <= len(project.course.summary) <= 220
    assert project.course.goals
