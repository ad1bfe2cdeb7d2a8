"""Every document in every format, for tests that ask the same of all of them.

Run as `python -m tests.exporters.documents`, it makes them of a cast of nasty texts in a fresh
process and prints, as JSON, a hash of each and what the process touched meanwhile.
"""

import hashlib
import json
import os
import sys

from personamap.domain.persona import Job, Persona, Voice
from personamap.exporters.formats import EXPORTERS
from personamap.exporters.options import ExportOptions
from personamap.services.exports import make_outline
from tests.exporters.cast import project
from tests.exporters.nasty import EVERYTHING

WATCHED = ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system")
DOCUMENTS = [(exporter, what) for exporter in EXPORTERS for what in exporter.makes]


def made(exporter, what, of):
    outline = make_outline(of, exporter, ExportOptions(what=what))
    return exporter.render(outline, lambda _done, _total: None)


def cast_of(texts, each=25):
    """A cast that says every text: one as a name, the others in the fields of that person."""
    groups = [texts[i : i + each] for i in range(0, len(texts), each)]
    people = tuple(_person(number, group) for number, group in enumerate(groups))
    return project().with_items(personas=people, relationships=(), scenes=(), sign_offs=())


def _person(number, texts):
    name, *others = texts
    third = len(others) // 3
    return Persona(
        id=f"per-{number}",
        name=name,
        job=Job(title=name),
        brief=name,
        goals=tuple(others[:third]),
        strengths=tuple(others[third : 2 * third]),
        voice=Voice(sample_lines=tuple(others[2 * third :])),
    )


def main():
    touched = []

    def watch(event, arguments):
        if event in WATCHED:
            touched.append(f"{event} {os.fsdecode(str(arguments[0]))}")

    of = cast_of(EVERYTHING)
    sys.addaudithook(watch)
    hashes = {
        f"{what} {exporter.id}": hashlib.sha256(made(exporter, what, of).data).hexdigest()
        for exporter, what in DOCUMENTS
    }
    print(json.dumps({"hashes": hashes, "touched": touched}))


if __name__ == "__main__":
    main()
