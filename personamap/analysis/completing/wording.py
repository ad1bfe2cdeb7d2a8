"""What is said about the people who could complete a cast."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.completing.completion import Completion, Newcomer, Tally
from personamap.i18n import _, in_digits, plural


def result_lines(completion: Completion) -> Iterator[str]:
    """Yield what was found and how sure it is, one sentence after another."""
    if not completion.asked.all:
        yield _("Nothing is missing: the cast shows all of this already.")
    elif completion.is_whole:
        yield _whole(completion)
    else:
        yield _part(completion)
        yield _bound(completion)
        yield _all_of_it(completion)


def chosen_line(completion: Completion) -> str:
    """Say what people show whom somebody has chosen or changed by hand."""
    if completion.is_whole:
        return _("With them, the cast shows all of this.")
    return _part(completion)


def adds_line(newcomer: Newcomer) -> str:
    """Say what somebody shows that nobody did before them."""
    added = Tally.of(newcomer.gaps)
    if not added.all:
        return _("Shows nothing that was still missing")
    return _("Shows {what} that nobody had").format(what=tally_words(added))


def tally_words(tally: Tally) -> str:
    """Say how many values and combinations, those of which there are any."""
    values = plural("{count} value", "{count} values", tally.values)
    joined = plural("{count} combination", "{count} combinations", tally.combinations)
    if not tally.combinations:
        return values
    if not tally.values:
        return joined
    return _("{values} and {combinations}").format(values=values, combinations=joined)


def _whole(completion: Completion) -> str:
    people = len(completion.people)
    if completion.is_proven:
        return plural(
            "{count} person more shows all of it, and nobody less does.",
            "{count} people more show all of it, and no fewer could.",
            people,
        )
    enough = plural(
        "{count} person more shows all of it", "{count} people more show all of it", people
    )
    least = plural("at least {count} is needed", "at least {count} are needed", completion.at_least)
    return _("{enough}; {least}. A longer search might find fewer.").format(
        enough=enough, least=least
    )


def _part(completion: Completion) -> str:
    values, combinations = completion.asked.values, completion.asked.combinations
    if not combinations:
        message = _("With them, the cast shows {values_met} of {values} values nobody has yet.")
    elif not values:
        message = _(
            "With them, the cast shows {met} of {combinations} combinations nobody has yet."
        )
    else:
        message = _(
            "With them, the cast shows {values_met} of {values} values and {met} of {combinations} "
            "combinations nobody has yet."
        )
    return message.format(
        values=in_digits(values),
        values_met=in_digits(completion.met.values),
        combinations=in_digits(combinations),
        met=in_digits(completion.met.combinations),
    )


def _bound(completion: Completion) -> str:
    if completion.is_proven:
        return plural(
            "Nobody else could show more.",
            "No other {count} people could show more.",
            len(completion.people),
        )
    return _("So many people could show {most} at the most.").format(
        most=tally_words(completion.within)
    )


def _all_of_it(completion: Completion) -> str:
    if completion.found is None:
        return _("All of it takes at least {count} people.").format(count=completion.at_least)
    if completion.found == completion.at_least:
        return _("All of it takes {count} people.").format(count=completion.found)
    return _("All of it takes {least} to {count} people.").format(
        least=completion.at_least, count=completion.found
    )
