"""Facets of identity and work life, and the values a person can have on them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from personamap.domain.base import Entity, Id, Item, ShortText, Text

FacetId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
FacetKind = Literal["identity", "work"]


class ValueRef(Entity):
    """Points at one value of one facet."""

    facet: FacetId
    value: Id

    @property
    def node(self) -> str:
        """The id of this value as a node of the persona map."""
        return f"{self.facet}.{self.value}"


class Standard(Entity):
    """The public standard a facet follows, so that its counts can be compared with others."""

    name: ShortText = ""
    version: ShortText = ""
    region: ShortText = ""
    url: ShortText = ""


class FacetValue(Entity):
    """One answer a facet offers.

    A value with a `parent` is a detail of that value and rolls up into it
    when people are counted by group. `synonyms` are other words a table
    may use for it.
    """

    id: Id
    label: ShortText
    definition: Text = ""
    parent: Id | None = None
    starred: bool = False
    synonyms: tuple[ShortText, ...] = ()


class QualifierOption(Entity):
    """One choice of a qualifier; its id is unique within the facet."""

    id: Id
    label: ShortText
    definition: Text = ""
    synonyms: tuple[ShortText, ...] = ()


class Qualifier(Entity):
    """Something that can be added to a value and is never counted, such as "permanent"."""

    id: Id
    label: ShortText
    options: tuple[QualifierOption, ...] = ()


class Facet(Item):
    """A dimension of identity or work life with its values, in the order they are shown.

    `many` allows several values in one answer, `ordered` says that the
    values form a scale, `counted` lets coverage count it, `starred` marks
    what matters for this course, and a facet that is not `active` keeps
    its answers but is neither shown nor counted.
    """

    id: FacetId
    label: ShortText
    help: Text = ""
    kind: FacetKind = "identity"
    pack: ShortText = ""
    standard: Standard = Standard.model_construct()
    many: bool = False
    ordered: bool = False
    counted: bool = True
    active: bool = True
    starred: bool = False
    values: tuple[FacetValue, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()

    def find_value(self, value_id: str) -> FacetValue | None:
        """Return the value with that id, if this facet has it."""
        return next((value for value in self.values if value.id == value_id), None)

    def group_of(self, value_id: str) -> str:
        """Return the id of the group a value rolls up into, which may be itself."""
        value = self.find_value(value_id)
        return value.parent if value and value.parent else value_id

    @property
    def groups(self) -> tuple[FacetValue, ...]:
        """The values of the first level."""
        return tuple(value for value in self.values if value.parent is None)
