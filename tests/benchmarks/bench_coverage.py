"""How long all checks take, beside one plain count of the same answers."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from statistics import median

from personamap.analysis.coverage import check_coverage
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet, FacetValue, ValueRef
from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.persona import (
    Answer,
    BelongingArc,
    Evidence,
    LivedExperience,
    Persona,
    Place,
    StatedValue,
    TurningPoint,
)
from personamap.domain.project import Course, CourseGoal, Project
from personamap.domain.scene import Appearance, Scene, Setting

NAMES = ("Amara", "Ingrid", "Jo", "Nadia", "Samira", "Idris", "Mara", "Anna", "Ola", "Zoë", "Kofi")
STATES = ("stated",) * 8 + ("undecided", "open", "withheld", "undisclosed")
FUNCTIONS = tuple(NARRATIVE_FUNCTIONS)
SIZES = ((12, 15), (100, 15), (500, 15), (500, 30))
TARGET_MS = 100.0


def large_project(people: int, facets: int, seed: int = 7) -> Project:
    """Return a cast with every kind of finding, the same for the same seed.

    One facet in five is a scale, the last is the organisational level;
    there is a scene for every ten people, with everything anybody can do
    and say in it, a tie for every two, and an arc for most.
    """
    chance = random.Random(seed)
    taxonomy = (*(_facet(number) for number in range(facets - 1)), _levels())
    experiences = tuple(_experience(chance, number, taxonomy) for number in range(12))
    scene_ids = tuple(f"scn-{number}" for number in range(max(3, people // 10)))
    cast = tuple(_persona(chance, number, taxonomy, scene_ids) for number in range(people))
    return Project(
        course=Course(goals=(CourseGoal(id="goal-ask", text="Ask before it breaks"),)),
        facets=taxonomy,
        personas=cast,
        experiences=experiences,
        relationships=tuple(_tie(chance, number, cast) for number in range(people // 2)),
        scenes=tuple(_scene(chance, scene_id, cast) for scene_id in scene_ids),
    )


def _facet(number: int) -> Facet:
    values = tuple(
        FacetValue(id=f"v{v}", label=f"Value {v}", parent=f"v{v % 6}" if v > 5 else None)
        for v in range(9)
    )
    return Facet(
        id=f"facet{number}",
        label=f"Facet {number}",
        many=number % 4 == 0,
        ordered=number % 5 == 3,
        starred=number < 6,
        values=values,
    )


def _levels() -> Facet:
    names = ("Trainee", "Individual", "Senior", "Team lead", "Manager", "Director")
    values = tuple(FacetValue(id=f"v{v}", label=name) for v, name in enumerate(names))
    return Facet(id="level", label="Level", kind="work", ordered=True, starred=True, values=values)


def _experience(chance: random.Random, number: int, facets: tuple[Facet, ...]) -> Experience:
    facet = chance.choice(facets)
    touched = ValueRef(facet=facet.id, value=chance.choice(facet.values).id)
    read = (Evidence(source="Interview", reviewer=chance.choice(("", "A network"))),)
    return Experience(
        id=f"exp-{number}",
        title=f"Nobody told me rule {number}",
        touches=(touched,),
        evidence=chance.choice(((), read)),
    )


def _persona(
    chance: random.Random, number: int, facets: tuple[Facet, ...], scenes: tuple[str, ...]
) -> Persona:
    lived = chance.sample(range(12), chance.randint(0, 2))
    given = chance.choice(NAMES)
    return Persona(
        id=f"per-{number}",
        name=f"{given} Family{number}",
        called=chance.choice(("", given, f"Dr. Family{number}")),
        answers=tuple(_answer(chance, facet) for facet in facets),
        experiences=tuple(LivedExperience(experience=f"exp-{one}") for one in lived),
        goals=chance.choice(((), ("Get home before six",))),
        belonging=_arc(chance, scenes),
        colour=number % 6,
    )


def _arc(chance: random.Random, scenes: tuple[str, ...]) -> BelongingArc:
    def place() -> Place:
        return Place(authenticity=chance.random(), acceptance=chance.random())

    turned = (TurningPoint(scene=chance.choice(scenes)),)
    return BelongingArc(start=place(), end=place(), turning_points=chance.choice(((), turned)))


def _tie(chance: random.Random, number: int, cast: tuple[Persona, ...]) -> Relationship:
    source, target = chance.sample(cast, 2)
    return Relationship(
        id=f"rel-{number}",
        source=source.id,
        target=target.id,
        label="manages",
        reciprocal="reports to",
        power=chance.choice(("source", "target", "equal", "unclear")),
        trust=chance.choice(("low", "mixed", "high", "unclear")),
    )


def _scene(chance: random.Random, scene_id: str, cast: tuple[Persona, ...]) -> Scene:
    there = chance.sample(cast, min(8, len(cast)))
    return Scene(
        id=scene_id,
        title=f"Scene {scene_id}",
        setting=Setting(space=chance.choice(("", "physical", "virtual", "hybrid"))),
        appearances=tuple(_appearance(chance, persona) for persona in there),
        risk_takers=tuple(p.id for p in there[: chance.randint(0, 2)]),
        safety=chance.choice(("", "safe", "unsafe", "mixed")),
    )


def _appearance(chance: random.Random, persona: Persona) -> Appearance:
    presence = chance.choice(("speaks", "speaks", "speaks", "silent", "mentioned"))
    lines = chance.randint(0, 12) if presence == "speaks" else 0
    return Appearance(
        persona=persona.id,
        functions=tuple(chance.sample(FUNCTIONS, chance.randint(0, 2))),
        presence=presence,
        lines=lines,
        words=lines * chance.randint(5, 15),
    )


def _answer(chance: random.Random, facet: Facet) -> Answer:
    state = chance.choice(STATES)
    if state != "stated":
        return Answer(facet=facet.id, state=state)
    chosen = chance.sample(facet.values, chance.randint(1, 3) if facet.many else 1)
    values = tuple(StatedValue(value=value.id) for value in chosen)
    return Answer(facet=facet.id, state="stated", values=values)


def plain_count(project: Project) -> Counter[tuple[str, str]]:
    """Count who has which value and nothing else: the floor of any coverage."""
    return Counter(
        (answer.facet, value.value)
        for persona in project.personas
        for answer in persona.answers
        if answer.state == "stated"
        for value in answer.values
    )


def milliseconds(work: Callable[[], object], rounds: int = 9) -> float:
    """Return the median time of a piece of work."""
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def main() -> None:
    """Print one line for each size of cast."""
    print("All checks on one snapshot; floor = one plain count of the same answers")
    for people, facets in SIZES:
        project = large_project(people, facets)
        checks = milliseconds(lambda p=project: check_coverage(p))
        floor = milliseconds(lambda p=project: plain_count(p))
        print(
            f"{people:>5} people × {facets} facets: {checks:7.2f} ms, floor {floor:6.2f} ms, "
            f"ratio {checks / floor:4.1f}"
        )
        if (people, facets) == (500, 15):
            print(f"      target {TARGET_MS:.0f} ms: {'met' if checks < TARGET_MS else 'MISSED'}")


if __name__ == "__main__":
    main()
