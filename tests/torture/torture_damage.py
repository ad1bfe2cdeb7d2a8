"""Files that a disk, a cable or another program damaged: never opened as something else.

A crash ends this part, and the table says so.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from personamap.domain.persona import Persona
from personamap.domain.portrait import Media, PicturePortrait
from personamap.domain.project import Project
from personamap.resources import example
from personamap.storage.codec import decode, encode
from personamap.storage.files import digest
from tests.services.damage import WORN, Damage, Victim, cut, flip, flip_inside, victim
from tests.torture.faults import ROOT
from tests.torture.row import Row, rounds
from tests.torture.window_program import WindowProgram

CHANCE = random.Random(20_261_126)
PICTURE_BYTES = 60_000
FIGURE = "0 opened as something else, copy offered"


def run() -> Iterator[Row]:
    """Damage every project file there is, in every way, thousands of times."""
    with tempfile.TemporaryDirectory(prefix="damage-") as folder:
        victims = list(_victims(Path(folder)))
        yield _row("cut short", victims, (cut,), rounds(5_000))
        yield _row("one bit flipped", victims, (flip,), rounds(5_000))
        yield _row("one bit of its text flipped", victims, (flip_inside,), rounds(2_000))
        yield _row("sectors lost, empty, foreign, twice", victims, WORN, rounds(3_000))
        yield _row("cut at every byte", victims[:1], _all_cuts(victims[0].data), None)
        yield _in_the_window(Path(folder), victims[1], rounds(300))


def _victims(folder: Path) -> Iterator[Victim]:
    found = [ROOT / "tests" / "files" / "format-1.personamap", *example("").rglob("*.personamap")]
    files = [path.read_bytes() for path in found]
    files.append(encode(_pictured(decode(files[1], "").project)))
    for number, data in enumerate(files):
        path = folder / f"course-{number}.personamap"
        yield victim(path, data, spoilt_copy=bool(number % 2))


def _pictured(project: Project) -> Project:
    picture = random.Random(3).randbytes(PICTURE_BYTES)
    media = Media(id=digest(picture), mime="image/png", data=picture)
    shown = Persona(id="per-shown", name="Shown", portrait=PicturePortrait(media=media.id))
    return project.with_items(personas=(*project.personas, shown), media=(media,))


def _all_cuts(data: bytes) -> tuple[Damage, ...]:
    return tuple((lambda whole, _chance, end=end: whole[:end]) for end in range(len(data)))


def _row(title: str, victims: list[Victim], damages: Sequence[Damage], times: int | None) -> Row:
    problems: Counter[str] = Counter()
    for number in range(len(damages) if times is None else times):
        hit = victims[number % len(victims)]
        problems[hit.problem_after(damages[number % len(damages)], CHANCE)] += 1
    done = problems.total()
    del problems[""]
    outcome = _told(problems, f"0 bad of {done:,}, in {len(victims)} files")
    return Row(f"damaged project: {title}", FIGURE, outcome, not problems)


def _in_the_window(folder: Path, hit: Victim, times: int) -> Row:
    whole = folder / "whole.personamap"
    whole.write_bytes(hit.data)
    program = WindowProgram(whole)
    problems: Counter[str] = Counter()
    for number in range(times):
        damage = (cut, flip, *WORN)[number % (2 + len(WORN))]
        problems[_shown_after(program, hit, damage, whole)] += 1
    opened, offered = problems.pop("opened", 0), problems.pop("offered", 0)
    program.close()
    told = _told(problems, f"{opened} opened equal, {offered} refused and a copy offered")
    return Row("damaged project: in the window", FIGURE, told, not problems)


def _shown_after(program: WindowProgram, hit: Victim, damage: Damage, whole: Path) -> str:
    hit.path.write_bytes(damage(hit.data, CHANCE))
    window, session = program.window, program.desk.session
    window.desk.flows.open(hit.path)
    bar = window.desk.messages
    program.wait_for(lambda: session.path == hit.path or "An older copy of" in bar.text.text())
    if session.path != hit.path:
        is_offered = any("&Bring back" in offer.text() for offer in bar.offers)
        said = "offered" if is_offered else "no way to bring it back"
        bar.hide()
        bar.text.clear()
        return said
    same = session.document.project == hit.project
    window.desk.flows.open(whole)
    program.wait_for(lambda: session.path == whole)
    return "opened" if same else "opened as something else"


def _told(problems: Counter[str], well: str) -> str:
    return ", ".join(f"{count} x {problem}" for problem, count in problems.items()) or well
