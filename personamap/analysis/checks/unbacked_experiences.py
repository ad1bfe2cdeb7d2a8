"""Lived experiences that rest on nothing, or that nobody who knows them has read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.item_titles import experience_title
from personamap.domain.experience import Experience
from personamap.i18n import N_


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    lived = [e for e in index.project.experiences if index.sharers(e.id)]
    unfounded = [e for e in lived if not _is_founded(e)]
    if unfounded and len(unfounded) >= limits["unfounded"]:
        yield _finding("evidence", unfounded, len(lived))
    delicate = [e for e in lived if _touches_identity(index, e)]
    unread = [e for e in delicate if _is_founded(e) and not _is_read(e)]
    if unread and len(unread) >= limits["unread"]:
        yield _finding("review", unread, len(delicate))


def _is_founded(experience: Experience) -> bool:
    return any(e.source.strip() or e.reviewer.strip() for e in experience.evidence)


def _is_read(experience: Experience) -> bool:
    return any(e.reviewer.strip() for e in experience.evidence)


def _touches_identity(index: ProjectIndex, experience: Experience) -> bool:
    facets = (index.project.find_facet(ref.facet) for ref in experience.touches)
    return any(facet is not None and facet.kind == "identity" for facet in facets)


def _finding(what: str, experiences: Sequence[Experience], of: int) -> Finding:
    one, many, message = _WORDS[what]
    return Finding(
        key=f"unbacked-experiences:{what}",
        check="unbacked-experiences",
        severity="note",
        headline=one if len(experiences) == 1 else many,
        message=message,
        summary=N_("{count} of {experiences}"),
        subjects=tuple(experience.id for experience in experiences),
        values={
            "titles": tuple(f"“{experience_title(e)}”" for e in experiences),
            "count": len(experiences),
            "experiences": counted("experience", of),
        },
        evidence={"count": len(experiences)},
        weight=(0.5 if what == "evidence" else 0.3) * len(experiences) / of,
    )


_WORDS = {
    "evidence": (
        N_("One lived experience rests on nothing yet"),
        N_("{count} lived experiences rest on nothing yet"),
        N_("{titles}: where does this come from? Somebody who has lived it could say."),
    ),
    "review": (
        N_("One experience of identity has been read by nobody who knows it"),
        N_("{count} experiences of identity have been read by nobody who knows them"),
        N_("{titles}: this touches who people are. Who could read it before it is shown?"),
    ),
}

UNBACKED_EXPERIENCES = Check(
    id="unbacked-experiences",
    title=N_("Experiences without evidence or a reader who knows"),
    why=N_(
        "What is made up about other people's lives is usually what is usual to think about them. "
        "Nothing about people should be written without them."
    ),
    source=N_(
        "James I. Charlton, Nothing About Us Without Us: Disability Oppression and Empowerment, "
        "1998"
    ),
    find=_find,
    limits=(
        Limit("unfounded", 1, N_("Experiences without evidence")),
        Limit("unread", 1, N_("Experiences of identity that nobody who knows them has read")),
    ),
    area="roundness",
    reads=frozenset(("facets", "cast", "lives", "experiences")),
)
