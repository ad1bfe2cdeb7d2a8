"""Many copies of late, ever fewer of long ago, whatever the clock says."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from personamap.storage.older_copy import DAMAGED, OlderCopy
from personamap.storage.thinning import (
    DAYS,
    LAST,
    MONTHS,
    MOST_COPIES,
    MOST_DAMAGED,
    WEEKS,
    newest_first,
    survivors,
    too_many_bytes,
)

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def copy(number, made=NOON, reason="first-save", size=1000):
    name = Path(f"{number:06}_{reason}")
    return OlderCopy(name, number, made, reason, people=3, digest="0" * 16, size=size)


def made_of(steps):
    """Copies with a clock that goes on by so many hours each time, or back."""
    made = NOON
    for number, (hours, opens) in enumerate(steps, start=1):
        made += timedelta(hours=hours)
        yield copy(number, made, "import" if opens else DAMAGED, size=1000 + hours % 7000)


def any_copies():
    hours = st.sampled_from([0, 1, 5, 20, 30, 200, 900, -3, -100, -9000])
    return st.lists(st.tuples(hours, st.booleans()), max_size=90).map(lambda s: [*made_of(s)])


def days_back(count, an_hour_apart=1):
    return [
        copy(number, NOON - timedelta(hours=24 * (count - number) / an_hour_apart))
        for number in range(1, count + 1)
    ]


@given(any_copies())
def test_the_newest_stays_and_no_more_stay_than_agreed(copies):
    kept = survivors(copies)
    assert kept[:1] == newest_first(copies)[:1]
    assert sum(one.opens for one in kept) <= MOST_COPIES
    assert sum(not one.opens for one in kept) <= MOST_DAMAGED


@given(any_copies())
def test_the_last_ten_that_open_always_stay(copies):
    opening = [one for one in newest_first(copies) if one.opens]
    assert set(opening[:LAST]) <= set(survivors(copies))


@given(any_copies())
def test_it_does_not_matter_in_which_order_a_folder_lists_them(copies):
    assert survivors(copies[::-1]) == survivors(copies[1::2] + copies[::2]) == survivors(copies)


@given(any_copies())
def test_thinning_what_was_thinned_changes_nothing(copies):
    assert survivors(survivors(copies)) == survivors(copies)


@given(any_copies())
def test_what_does_not_open_takes_the_place_of_nothing_that_does(copies):
    opening = [one for one in copies if one.opens]
    assert [one for one in survivors(copies) if one.opens] == list(survivors(opening))


@given(any_copies(), st.integers(0, 200_000))
def test_what_is_left_fits_into_the_room_or_is_the_newest_that_opens(copies, room):
    gone = set(too_many_bytes(copies, room))
    left = [one for one in newest_first(copies) if one not in gone]
    opening = [one for one in newest_first(copies) if one.opens]
    assert sum(one.size for one in left) <= room or left == opening[:1]
    assert opening[:1] == [one for one in left if one.opens][:1]


def test_of_a_year_of_hourly_work_remain_ten_copies_twelve_days_ten_weeks_and_nine_months():
    kept = survivors(days_back(24 * 400, an_hour_apart=24))
    assert len(kept) == LAST + DAYS + WEEKS + MONTHS
    rest = [one.made.astimezone() for one in kept[LAST:]]
    days, weeks, months = rest[:DAYS], rest[DAYS : DAYS + WEEKS], rest[DAYS + WEEKS :]
    assert len({made.date() for made in days}) == DAYS
    assert len({made.isocalendar()[:2] for made in weeks}) == WEEKS
    assert len({(made.year, made.month) for made in months}) == MONTHS


def test_of_a_day_its_last_copy_stays():
    copies = days_back(24 * 20, an_hour_apart=24)
    by_day = {one.made.astimezone().date(): one for one in copies}
    kept = survivors(copies)[LAST : LAST + DAYS]
    assert all(by_day[one.made.astimezone().date()] == one for one in kept)


def test_a_clock_that_was_wrong_for_an_hour_costs_no_copy_of_the_days_before():
    copies = days_back(15)
    wrong = [copy(16 + at, NOON - timedelta(days=5)) for at in range(3)]
    after = [copy(19 + at, NOON + timedelta(hours=at)) for at in range(LAST)]
    kept = survivors([*copies, *wrong, *after])
    assert set(days_back(15)[-8:-1]) <= set(kept)


def test_a_clock_far_ahead_keeps_no_copy_for_good():
    ahead = copy(1, datetime(2090, 1, 1, tzinfo=UTC))
    later = [copy(at + 2, NOON + timedelta(days=31 * at)) for at in range(60)]
    assert ahead not in survivors([ahead, *later])


def test_keeping_them_one_by_one_reaches_back_most_of_a_year():
    kept = ()
    for one in days_back(400):
        kept = survivors([*kept, one])
    assert NOON - kept[-1].made > timedelta(days=270)
    assert len(kept) == MOST_COPIES
