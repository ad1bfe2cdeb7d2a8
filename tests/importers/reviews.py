"""Reviews as a page saves them."""

import json

from personamap.domain.review_file import Remark, ReviewFile, SignedState

ID = "0123456789abcdef0123456789abcdef"


def review(*remarks, **parts):
    """A review of Ada's; each remark is a subject and a text."""
    said = {
        "kind": "personamap-review",
        "format": 1,
        "review": ID,
        "course": "First week",
        "date": "2026-11-26",
        "author": "Ada",
        "role": "Deaf network",
    }
    comments = tuple(Remark(subject=s, about=f"<{s}>", text=text) for s, text in remarks)
    return ReviewFile(**(said | {"comments": comments} | parts))


def signed(subject, state):
    return (SignedState(subject=subject, state=state),)


def raw(**parts):
    return json.loads(review(("per-mara", "Good.")).model_dump_json()) | parts


def written(folder, content, name="ada.personamap-review"):
    path = folder / name
    if isinstance(content, ReviewFile):
        content = content.model_dump_json()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
