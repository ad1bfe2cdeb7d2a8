"""How long all checks take: beside a plain count, as casts grow, and again after one edit.

Times are those of the processor, so that others who work on the machine
matter little.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable
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
from personamap.edits.answers import add_value
from personamap.edits.personas import set_persona_field
from personamap.edits.scenes import set_scene_field

NAMES = ("Amara", "Ingrid", "Jo", "Nadia", "Samira", "Idris", "Mara", "Anna", "Ola", "Zoë", "Kofi")
STATES = ("stated",) * 8 + ("undecided", "open", "withheld", "undisclosed")
FUNCTIONS = tuple(NARRATIVE_FUNCTIONS)
TARGETS_MS = {(12, 15): 20.0, (500, 15): 300.0}
SIZES = ((12, 15), (100, 15), (500, 15), (500, 30))
PEOPLE = (12, 25, 50, 100, 250, 500, 1_000, 2_000)
FACETS = (5, 10, 20, 40)
EDITED = (12, 100, 500)


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
    """Return the median processor time of a piece of work."""
    times = []
    for _round in range(rounds):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return median(times)


def tell_sizes() -> None:
    """Print what all checks take, beside the floor of any coverage."""
    print("All checks on one snapshot; floor = one plain count of the same answers")
    for people, facets in SIZES:
        project = large_project(people, facets)
        checks = milliseconds(lambda p=project: check_coverage(p))
        floor = milliseconds(lambda p=project: plain_count(p))
        target = TARGETS_MS.get((people, facets))
        met = "met" if target and checks < target else "MISSED"
        print(
            f"{people:>5} people × {facets} facets: {checks:7.2f} ms, floor {floor:6.2f} ms, "
            f"ratio {checks / floor:5.1f}" + (f", target {target:.0f} ms {met}" if target else "")
        )


def tell_growth(sizes: Iterable[tuple[int, int]], grows: str) -> None:
    """Print how checks grow with the cast or with its facets; 1 is in proportion."""
    print(f"Growth with {grows}: times what it was; 1.0 = in proportion")
    known: tuple[int, float] | None = None
    for people, facets in sizes:
        project = large_project(people, facets)
        taken = milliseconds(lambda p=project: check_coverage(p), 5)
        size = people if grows == "people" else facets
        step = (
            f", {taken / known[1]:4.1f} ×, {taken / known[1] * known[0] / size:4.2f}"
            if known
            else ""
        )
        print(f"{people:>5} people × {facets} facets: {taken:7.2f} ms{step}")
        known = size, taken


def tell_edits() -> None:
    """Print what it takes to check again after one edit, and how many checks that asks."""
    print("Again after one edit, beside all checks on the edited snapshot")
    for people in EDITED:
        before = large_project(people, 15)
        report = check_coverage(before)
        for name, after in one_edit_each(before).items():
            again = check_coverage(after, before=report)
            answers = report.checked.answers
            asked = sum(told is not answers[key] for key, told in again.checked.answers.items())
            whole = milliseconds(lambda p=after: check_coverage(p))
            part = milliseconds(lambda p=after, r=report: check_coverage(p, before=r))
            print(
                f"{people:>5} people, {name:<10}: {part:6.2f} ms instead of {whole:6.2f} ms, "
                f"{whole / part:4.1f} × faster; {asked} of {len(answers)} checks asked"
            )


def one_edit_each(project: Project) -> dict[str, Project]:
    """Return the project after each of the edits that are most frequent while writing."""
    persona, scene = project.personas[3], project.scenes[0]
    value = project.facets[1].values[4].id
    return {
        "one note": set_persona_field(project, persona.id, "brief", "Knows every corridor."),
        "one name": set_persona_field(project, persona.id, "name", "Somebody Else"),
        "one answer": add_value(project, persona.id, project.facets[1].id, value),
        "one scene": set_scene_field(project, scene.id, "title", "Another title"),
    }


def main() -> None:
    """Print a line for each size, each step of growth and each edit."""
    tell_sizes()
    tell_growth(((people, 15) for people in PEOPLE), "people")
    tell_growth(((100, facets) for facets in FACETS), "facets")
    tell_edits()


if __name__ == "__main__":
    main()
