"""Random projects in which every field of every entity may hold anything it can store."""

import hashlib
from typing import Annotated, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, MinLen
from hypothesis import strategies as st

from personamap.domain.base import Entity
from personamap.domain.persona import Persona
from personamap.domain.portrait import Media
from personamap.domain.project import Project

PICTURES = (b"\x89PNG one", b"\xff\xd8 two", b'{"three": 3}')
DIGESTS = tuple(hashlib.sha256(picture).hexdigest() for picture in PICTURES)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


def any_project():
    return any_entity(Project)


def any_entity(entity):
    if entity is Media:
        return st.sampled_from(PICTURES).map(
            lambda data: Media(
                id=hashlib.sha256(data).hexdigest(), mime="image/png", width=3, data=data
            )
        )
    fields = {
        name: any_value(field.annotation, field.metadata)
        for name, field in entity.model_fields.items()
    }
    required = {name: fields.pop(name) for name in list(fields) if needs(entity, name)}
    made = st.fixed_dictionaries(required, optional=fields)
    if entity is Persona:
        made = made.map(with_one_answer_a_facet)
    return made.map(lambda values: entity(**values))


def needs(entity, name):
    return entity.model_fields[name].is_required()


def with_one_answer_a_facet(values):
    answers = {answer.facet: answer for answer in values.get("answers", ())}
    return values | {"answers": tuple(answers.values())}


def any_value(kind, metadata=()):
    if get_origin(kind) is Annotated:
        inner, *more = get_args(kind)
        told = [rule for one in more for rule in getattr(one, "metadata", [one])]
        return any_value(inner, (*metadata, *told))
    if get_origin(kind) is tuple:
        return st.lists(any_value(get_args(kind)[0]), max_size=2).map(tuple)
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) in (Union, type(int | None)):
        return st.one_of(*(any_value(part, metadata) for part in get_args(kind)))
    if isinstance(kind, type) and issubclass(kind, Entity):
        return any_entity(kind)
    return any_plain(kind, metadata)


def any_plain(kind, metadata):
    low = next(
        (m.ge if isinstance(m, Ge) else m.gt for m in metadata if isinstance(m, Ge | Gt)), None
    )
    high = next((m.le for m in metadata if isinstance(m, Le)), None)
    if kind is type(None):
        return st.none()
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(-9 if low is None else low, 10**6 if high is None else high)
    if kind is float:
        exclude = any(isinstance(m, Gt) for m in metadata)
        return st.floats(low, high, exclude_min=exclude, allow_nan=False, allow_infinity=False)
    return any_text(metadata)


def any_text(metadata):
    patterns = [m.pattern for m in metadata if getattr(m, "pattern", None)]
    if any("64}$" in pattern for pattern in patterns):
        return st.sampled_from(DIGESTS)
    if patterns:
        return st.from_regex(patterns[0].replace("63", "9").replace("$", r"\Z"))
    filled = any(isinstance(m, MinLen) or getattr(m, "min_length", None) for m in metadata)
    return WORDS.filter(bool) if filled else WORDS
