"""What the mirror says, in words: the same in the window, the report and on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from personamap.analysis.index import ProjectIndex
from personamap.analysis.mirror.mirror import Mirror, MirrorPair
from personamap.analysis.proposals import value_label
from personamap.domain.audience import Audience, AudienceGroup
from personamap.i18n import _, in_digits, plural


def about_audience(audience: Audience) -> str:
    """Say who the audience is, where its counts come from, and what is not told."""
    people = plural("{count} person", "{count} people", audience.people)
    if audience.people > 1:
        people = _("{people} people").format(people=in_digits(audience.people))
    parts = [audience.name, people, audience.source, audience.date]
    parts.append(_("counts below {k} hidden").format(k=audience.smallest_group))
    return " · ".join(part for part in parts if part)


def question_of(index: ProjectIndex, pair: MirrorPair) -> str:
    """Return what people are to be alike in."""
    labels = [index.counts[facet].facet.label for facet in pair.facets]
    if len(labels) == 1:
        return labels[0]
    template = _("{first} and {second}") if pair.agreeing > 1 else _("{first} or {second}")
    return template.format(first=labels[0], second=labels[1])


def told(mirror: Mirror) -> str:
    """Say how many meet somebody like them, in people and not in parts of a hundred."""
    sentence = _("{met} of {people} meet somebody like them").format(
        met=in_digits(mirror.met), people=in_digits(mirror.people)
    )
    if not mirror.untold:
        return sentence
    return _("{sentence}; {untold} are in groups too small to tell").format(
        sentence=sentence, untold=in_digits(mirror.untold)
    )


def group_words(index: ProjectIndex, group: AudienceGroup) -> str:
    """Return what the people of a group have in common."""
    labels = [
        value_label(index.counts[ref.facet].facet, ref.value)
        for ref in group.values
        if ref.facet in index.counts
    ]
    return _(", ").join(labels)


def groups_words(index: ProjectIndex, groups: Sequence[AudienceGroup], most: int) -> str:
    """Return the largest groups with their numbers, as one line."""
    listed = [
        _("{group} ({people})").format(
            group=group_words(index, group), people=in_digits(group.people)
        )
        for group in groups[:most]
    ]
    if len(groups) > most:
        listed.append(plural("{count} more group", "{count} more groups", len(groups) - most))
    return _("; ").join(listed)


def best_words(index: ProjectIndex, mirror: Mirror) -> str:
    """Say what one more persona could add at most, or nothing where nobody is left out."""
    if mirror.best is None:
        return ""
    return _("One more persona could be met by {people} more people at most: {group}").format(
        people=in_digits(mirror.best.people), group=group_words(index, mirror.best)
    )
