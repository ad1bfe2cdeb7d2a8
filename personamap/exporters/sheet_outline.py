"""The first half of a persona sheet: who somebody is, what drives them, how they speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.domain import labels
from personamap.domain.facet import Facet
from personamap.domain.persona import Answer, Persona
from personamap.domain.project import Project
from personamap.domain.review import SignOff
from personamap.domain.subjects import part_of
from personamap.exporters import wording
from personamap.exporters.figures import Figures
from personamap.exporters.options import ExportOptions
from personamap.exporters.sheet_parts import (
    FacetRow,
    Identity,
    ItemList,
    Lists,
    Notes,
    Pair,
    Quote,
    Section,
    Sheet,
    Voice,
)
from personamap.exporters.states import states_of
from personamap.exporters.story_outline import StoryOutline
from personamap.exporters.titles import titles_for
from personamap.i18n import _


class SheetOutline:
    """Words the sheet of any persona of one project."""

    def __init__(self, project: Project, options: ExportOptions) -> None:
        self._project, self._options = project, options
        self._lang = project.course.language
        self._figures = Figures(project)
        self._stories = StoryOutline(project, options, self._figures)

    def sheet(self, persona: Persona) -> Sheet:
        """Return what the sheet of this persona says."""
        front = tuple(self._front(persona))
        back = (*self._stories.sections(persona), *self._notes(persona))
        glance = tuple(self._glance(persona))
        empty = not (front or back or glance or persona.brief or persona.job.title)
        return Sheet(
            persona.id,
            persona.name or _("Nameless"),
            self._figures.of(persona),
            tuple(self._called(persona)),
            persona.job.title,
            persona.brief,
            glance,
            front,
            back,
            self._status(persona),
            _("Nothing has been written about this person yet.") if empty else "",
        )

    def _called(self, persona: Persona) -> Iterator[str]:
        yield from filter(None, (persona.pronunciation, persona.pronouns))
        if persona.called:
            name = wording.quoted(persona.called, self._lang)
            yield wording.held_together(_("colleagues say {name}").format(name=name), self._lang)

    def _status(self, persona: Persona) -> str:
        for sign_off in reversed(self._project.sign_offs):
            if sign_off.subject == persona.id and sign_off.name:
                return self._signed(sign_off)
        return _(labels.STATUSES[persona.status].text)

    def _signed(self, sign_off: SignOff) -> str:
        if sign_off.state and states_of(self._project, [sign_off.subject]) != (sign_off.state,):
            return _("Changed since {name} signed it off").format(name=sign_off.name)
        day = wording.dated(sign_off.date)
        signed = _("Signed off by {name}, {date}") if day else _("Signed off by {name}")
        return signed.format(name=sign_off.name, date=day)

    def _glance(self, persona: Persona) -> Iterator[Pair]:
        arc = persona.belonging
        turn = next((t.note for t in reversed(arc.turning_points) if t.note), arc.end_note)
        pairs = (
            Pair(_("Age"), "" if persona.age is None else str(persona.age)),
            Pair(_("Works in"), persona.job.department),
            Pair(_("Does"), persona.job.duties),
            Pair(_("In the course"), self._stories.part_in_course(persona), is_summary=True),
            Pair(_("Feels"), persona.feelings),
            Pair(
                _("Turning point"),
                turn if self._options.wants("belonging") else "",
                is_summary=True,
            ),
        )
        return (pair for pair in pairs if pair.text)

    def _front(self, persona: Persona) -> Iterator[Section]:
        wants, titles = self._options.wants, titles_for(persona.pronouns)
        if wants("own_words") and persona.own_words:
            yield Quote(titles.own_words, wording.quoted(persona.own_words, self._lang))
        if wants("identity"):
            rows = tuple(self._facet_rows(persona))
            if rows:
                yield self._identity(persona, rows)
        if wants("drive"):
            yield from self._drive(persona)
        voice = persona.voice
        if wants("voice") and (voice.tone or voice.sample_lines or voice.avoid):
            avoid = ItemList(titles.would_not_say, self._quotes(voice.avoid), "cross")
            yield Voice(_("Voice"), voice.tone, self._quotes(voice.sample_lines), avoid)

    def _identity(self, persona: Persona, rows: tuple[FacetRow, ...]) -> Identity:
        titles = titles_for(persona.pronouns)
        if any(row.shown or row.shown_how for row in rows):
            note = _("Own words where there are any, and how the story shows it.")
            heads = (_("Facet"), titles.in_words, _("How the story shows it"))
            return Identity(titles.who, note, heads, rows)
        return Identity(titles.who, "", (_("Facet"), titles.in_words), rows)

    def _drive(self, persona: Persona) -> Iterator[Lists]:
        lists = (
            ItemList(_("Goals"), persona.goals),
            ItemList(_("Driven by"), persona.motivations),
            ItemList(_("Good at"), persona.strengths),
            ItemList(_("Flaw"), (persona.flaw,) if persona.flaw else ()),
        )
        filled = tuple(found for found in lists if found.items)
        if filled:
            yield Lists(filled)

    def _notes(self, persona: Persona) -> Iterator[Notes]:
        if self._options.wants("notes") and self._options.sees_private and persona.notes:
            yield Notes(_("Notes for the team"), persona.notes)

    def _quotes(self, texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(wording.quoted(text, self._lang) for text in texts if text)

    def _facet_rows(self, persona: Persona) -> Iterator[FacetRow]:
        for facet in self._project.active_facets:
            answer = persona.find_answer(facet.id)
            if answer is None:
                continue
            words = self._words(facet, answer)
            shown = wording.capital(
                wording.joined([wording.small(_(labels.SHOWINGS[s].text)) for s in answer.shown])
            )
            subject = part_of(persona.id, facet.id)
            if answer.state == "stated":
                if words:
                    yield FacetRow(facet.label, words, shown, answer.shown_how, subject=subject)
            elif answer.state == "open" or (answer.state != "undecided" and words):
                state = wording.explained(labels.ANSWER_STATES[answer.state])
                said = f"{state} – {words}" if words else state
                yield FacetRow(
                    facet.label, said, shown, answer.shown_how, is_blank=True, subject=subject
                )

    def _words(self, facet: Facet, answer: Answer) -> str:
        """Return own words if there are any; the groups used for counting only otherwise."""
        if answer.own_words:
            return wording.quoted(answer.own_words, self._lang)
        options = {o.id: o.label for q in facet.qualifiers for o in q.options}
        words = []
        for stated in answer.values:
            value = facet.find_value(stated.value)
            label = value.label if value else stated.value
            extra = ", ".join(options.get(q, q) for q in stated.qualifiers)
            words.append(f"{label} ({extra})" if extra else label)
        return ", ".join(words)
