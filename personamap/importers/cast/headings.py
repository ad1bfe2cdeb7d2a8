"""What other people call the fields of a persona and the facets of identity.

Only headings that can hardly mean anything else are listed: a column
that is not recognised is kept in the notes, while one put into the wrong
field would say something about a person that nobody wrote.
"""

from __future__ import annotations

import re

from personamap.domain.columns import FIELD_COLUMNS, folded
from personamap.domain.facet import Facet
from personamap.i18n import N_
from personamap.importers.grid import NAME_HEADINGS

GIVEN_NAME, FAMILY_NAME, BARRIERS = "name.given", "name.family", "experiences.barriers"
"""Targets of an import that are no field: parts of a name, and what stands in the way."""

PORTRAIT = "portrait"
ONLY_OURS = ("id", PORTRAIT)
"""Columns of our own tables that no field is filled from elsewhere."""

FIELD_LABELS: dict[str, str] = {
    column.field: column.heading for column in FIELD_COLUMNS if column.field not in ONLY_OURS
} | {
    GIVEN_NAME: N_("Name: given name"),
    FAMILY_NAME: N_("Name: family name"),
    BARRIERS: N_("Lived experiences: barriers"),
}
"""Every field a column can go to, and what it is called where people choose."""

_WORDS: dict[str, str] = {
    GIVEN_NAME: "first name|given name|forename|first names|given names",
    FAMILY_NAME: "last name|family name|surname",
    "pronunciation": "name pronunciation|pronounced|how to say it|say it",
    "called": "nickname|preferred name|known as|goes by|short name",
    "pronouns": "pronoun|personal pronouns|preferred pronouns",
    "age": "age in years|exact age",
    "brief": "bio|biography|description|about|summary|headline|background|profile|overview|story"
    "|short bio|short description|introduction|intro|who they are|backstory",
    "own_words": "quote|quotes|in their words|in his words|in her words|in own words|own words"
    "|quotation|motto",
    "job.title": "job|role|occupation|profession|position|titles|job titles|job role|work role"
    "|current role|title|roles",
    "job.department": "team|dept|division|business unit|org unit",
    "job.duties": "responsibilities|tasks|job duties|key responsibilities|what they do"
    "|day to day|daily tasks|main tasks|job description",
    "experiences": "lived experience|life experiences|shared experiences",
    BARRIERS: "pain points|pain point|frustrations|frustration|barriers|barrier|challenges"
    "|challenge|obstacles|obstacle|pains|struggles|difficulties|key challenges|main challenges",
    "goals": "goal|objectives|objective|aims|aim|primary goal|main goal|key goals|wants"
    "|aspirations|primary goals|goals and objectives",
    "motivations": "motivation|motivators|drivers|what motivates them|motivated by",
    "strengths": "strength|skills|abilities|talents|competencies|core competencies|key skills"
    "|competences|superpowers|superpower",
    "flaw": "flaws|weakness|weaknesses|shortcomings|fatal flaw",
    "feelings": "feeling|emotions|feels|emotional state|how they feel|present feeling",
    "voice.tone": "tone|tone of voice|speech|speaking style|how they speak",
    "voice.sample_lines": "sample line|example lines|says|typical lines|sample dialogue",
    "voice.avoid": "avoid saying|words to avoid|never says|phrases they avoid",
    "look.description": "looks|look|physical description|visual description|physical appearance",
    "look.alt_text": "alternative text|image description|alt",
    "dos": "dos|do s|please do",
    "donts": "don t|don ts|donts|dont|please don t|do nots",
    "evidence": "source|sources|reference|references|based on|research|citation",
    "status": "review status",
    "notes": "note|comments|comment|remarks|remark|other|misc|miscellaneous|anything else",
}

_FACET_WORDS: dict[str, str] = {
    "age band": "age group|age range|age bracket|age bands|age category",
    "gender": "gender identity|genders",
    "trans experience": "trans|transgender|trans identity|trans status",
    "sexual orientation": "sexuality",
    "race ethnicity": "race and ethnicity|ethnicity|race|ethnic group|ethnic background"
    "|ethnic origin|race or ethnicity|ethnicities|ethnic identity",
    "disability": "disabilities|disability status|impairment|impairments",
    "religion or belief": "religion|belief|faith|religion and belief|religious belief",
    "languages": "language|language s|languages spoken|spoken languages",
    "migration": "migration background|migration history|migration experience|immigration",
    "socio economic background": "socioeconomic background|social class|class background"
    "|socio economic status|socioeconomic status|parental occupation",
    "education route": "education|education level|highest education|schooling|qualification",
    "caregiving": "care responsibilities|caring responsibilities|carer status|caregiver"
    "|caregiving responsibilities|dependants|dependents",
    "body size": "body type",
    "veteran": "veteran status|military service|armed forces",
    "job family": "occupation group|job function|job category|occupational group",
    "organisational level": "organizational level|job level|seniority|seniority level"
    "|career level|management level|org level|organisation level|organization level",
    "work arrangement": "work arrangements|work location|working arrangement|work mode"
    "|remote status|where they work",
    "contract": "contract type|employment type|contract and hours",
    "hours": "working hours|contract hours",
    "tenure": "length of service|years of service|time in role|years at company|time in company",
}
"""Headings that speak of one facet, beside the one it has here; any of them may be its label."""


def heading_words(heading: str) -> str:
    """Return a heading as plain words: `painPoints`, `pain_points` and `Pain points:` are alike."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return " ".join(re.sub(r"[^\w]|_", " ", folded(apart)).split())


_FACET_NAMES = tuple(frozenset({name, *words.split("|")}) for name, words in _FACET_WORDS.items())
_FIELD_OF: dict[str, str] = (
    {
        heading_words(name): column.field
        for column in FIELD_COLUMNS
        if column.field != PORTRAIT
        for name in (column.field, column.heading)
    }
    | dict.fromkeys(NAME_HEADINGS, "name")
    | {word: field for field, words in _WORDS.items() for word in words.split("|")}
)


def field_of(heading: str) -> str:
    """Return the field that a heading names, or nothing."""
    return _FIELD_OF.get(heading_words(heading), "")


def facets_named(heading: str, facets: tuple[Facet, ...]) -> tuple[Facet, ...]:
    """Return the facets that a heading names; several when packs of countries answer alike."""
    words = heading_words(heading)
    return tuple(facet for facet in facets if words in names_of(facet))


def names_of(facet: Facet) -> frozenset[str]:
    """Return all headings that name a facet."""
    own = frozenset({heading_words(facet.label), heading_words(facet.id)})
    return own.union(*(words for words in _FACET_NAMES if own & words))


def known_headings(facets: tuple[Facet, ...]) -> tuple[str, ...]:
    """Return all headings that are known, to look for near spellings."""
    return (*_FIELD_OF, *(name for facet in facets for name in sorted(names_of(facet))))
