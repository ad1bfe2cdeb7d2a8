"""A small set of facets, and a short way to import a table written as text."""

from personamap.domain.facet import Facet, FacetValue, Qualifier, QualifierOption
from personamap.domain.project import Project
from personamap.importers.cast.importing import import_table
from personamap.importers.cast.proposing import propose_mapping
from personamap.importers.tables import table_from_bytes

FACETS = (
    Facet(
        id="gender",
        label="Gender",
        values=(
            FacetValue(id="woman", label="Woman", synonyms=("f", "female")),
            FacetValue(id="man", label="Man", synonyms=("m", "male")),
            FacetValue(id="non-binary", label="Non-binary", synonyms=("nb",)),
        ),
    ),
    Facet(
        id="disability",
        label="Disability",
        many=True,
        values=(
            FacetValue(id="seeing", label="Seeing", synonyms=("partially sighted",)),
            FacetValue(id="blind", label="Blind", parent="seeing"),
            FacetValue(id="hearing", label="Hearing"),
            FacetValue(id="mobility", label="Mobility, walking or climbing"),
            FacetValue(id="none", label="No disability", synonyms=("none", "no")),
        ),
        qualifiers=(
            Qualifier(
                id="context",
                label="Context",
                options=(
                    QualifierOption(id="permanent", label="Permanent"),
                    QualifierOption(id="temporary", label="Temporary"),
                ),
            ),
        ),
    ),
    Facet(
        id="age_band",
        label="Age band",
        ordered=True,
        values=(
            FacetValue(id="16-24", label="16\u201324"),
            FacetValue(id="25-34", label="25\u201334"),
        ),
    ),
    Facet(
        id="attends",
        label="Trans experience",
        values=(
            FacetValue(id="same", label="Same as at birth", synonyms=("no",)),
            FacetValue(id="different", label="Different", synonyms=("yes",)),
        ),
    ),
)


def table_of(text):
    return table_from_bytes("cast.csv", text.encode())


def propose(text, facets=FACETS):
    return {use.column: use for use in propose_mapping(table_of(text), facets).columns}


def imported(text, project=None, facets=FACETS, **goes_to):
    table = table_of(text)
    mapping = propose_mapping(table, facets)
    for column, target in goes_to.items():
        mapping = mapping.with_use(column, target)
    return import_table(project or Project(facets=facets), table, mapping, facets)


def one(text, **goes_to):
    result = imported(text, **goes_to)
    return result.newcomers.personas[0], result.rows[0]
