"""How long all checks take, beside one plain count of the same answers."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from statistics import median

from personamap.analysis.coverage import check_coverage
from personamap.domain.experience import Experience
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Answer, LivedExperience, Persona, StatedValue
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene

NAMES = ("Amara", "Ingrid", "Jo", "Nadia", "Samira", "Idris", "Mara", "Anna", "Ola", "Zoë", "Kofi")
STATES = ("stated",) * 8 + ("undecided", "open", "withheld", "undisclosed")
SIZES = ((12, 15), (100, 15), (500, 15), (500, 30))
TARGET_MS = 100.0


def large_project(people: int, facets: int, seed: int = 7) -> Project:
    """Return a cast with every kind of finding, the same for the same seed."""
    chance = random.Random(seed)
    taxonomy = tuple(_facet(number) for number in range(facets))
    cast = tuple(_persona(chance, number, taxonomy) for number in range(people))
    scenes = tuple(
        Scene(
            id=f"scn-{number}",
            title=f"Scene {number}",
            appearances=tuple(
                Appearance(persona=persona.id, functions=("asks",))
                for persona in chance.sample(cast, min(8, people))
            ),
        )
        for number in range(max(3, people // 10))
    )
    experiences = (Experience(id="exp-rules", title="Nobody told me the rules"),)
    return Project(facets=taxonomy, personas=cast, scenes=scenes, experiences=experiences)


def _facet(number: int) -> Facet:
    values = tuple(
        FacetValue(id=f"v{v}", label=f"Value {v}", parent=f"v{v % 6}" if v > 5 else None)
        for v in range(9)
    )
    many, starred = number % 4 == 0, number < 6
    return Facet(
        id=f"facet{number}", label=f"Facet {number}", many=many, starred=starred, values=values
    )


def _persona(chance: random.Random, number: int, facets: tuple[Facet, ...]) -> Persona:
    lived = (LivedExperience(experience="exp-rules"),) if chance.random() < 0.5 else ()
    return Persona(
        id=f"per-{number}",
        name=f"{chance.choice(NAMES)} Family{number}",
        answers=tuple(_answer(chance, facet) for facet in facets),
        experiences=lived,
        colour=number % 6,
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
