"""Every test gets an offscreen display and config and state folders of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Answer, LivedExperience, Persona, StatedValue
from personamap.domain.project import Course, Project
from personamap.domain.scene import Appearance, Scene

# What a test takes depends on what else the computer does.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

MARA, IDRIS, LENE = "per-mara", "per-idris", "per-lene"


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """No test can touch a real home, or depends on the language of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name))
    monkeypatch.setenv("HOME", str(home))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def stated(facet: str, *values: str, words: str = "") -> Answer:
    return Answer(
        facet=facet,
        state="stated",
        values=tuple(StatedValue(value=value) for value in values),
        own_words=words,
    )


@pytest.fixture
def project() -> Project:
    """Three people, two facets, one shared experience, one relationship, one scene."""
    return Project(
        course=Course(title="First week", client="Harbour Clinics"),
        facets=(
            Facet(
                id="age_band",
                label="Age band",
                ordered=True,
                starred=True,
                values=(
                    FacetValue(id="16-34", label="16 to 34"),
                    FacetValue(id="35-54", label="35 to 54"),
                    FacetValue(id="55plus", label="55 and over"),
                ),
            ),
            Facet(
                id="disability",
                label="Disability",
                many=True,
                values=(
                    FacetValue(id="hearing", label="Hearing"),
                    FacetValue(id="none", label="No disability"),
                ),
            ),
        ),
        personas=(
            Persona(
                id=MARA,
                name="Mara",
                answers=(stated("age_band", "16-34"), stated("disability", "hearing")),
                experiences=(LivedExperience(experience="exp-rules"),),
            ),
            Persona(
                id=IDRIS,
                name="Idris",
                colour=1,
                answers=(stated("age_band", "35-54"), Answer(facet="disability", state="open")),
                experiences=(LivedExperience(experience="exp-rules"),),
            ),
            Persona(id=LENE, name="Lene", colour=2),
        ),
        experiences=(Experience(id="exp-rules", title="Nobody told me the rules"),),
        relationships=(
            Relationship(
                id="rel-manages",
                source=IDRIS,
                target=MARA,
                label="manages",
                reciprocal="reports to",
                power="source",
            ),
        ),
        scenes=(
            Scene(
                id="scn-handover",
                title="Hand-over",
                appearances=(Appearance(persona=MARA, functions=("asks",), lines=3, words=40),),
            ),
        ),
    )
