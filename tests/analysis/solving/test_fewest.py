from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.analysis.solving.effort import Budget, never
from personamap.analysis.solving.fewest import fewest
from personamap.analysis.solving.puzzle import Choice, Puzzle, Seat, Wish

AGE, LEVEL, DOING = (1, 2), (3, 4), (5,)
ATOMS = (*AGE, *LEVEL, *DOING)
MOST_NEW = 2

some_atoms = st.frozensets(st.sampled_from(ATOMS), max_size=3)
conditions = st.lists(
    st.frozensets(st.sampled_from(ATOMS), min_size=1, max_size=2), min_size=1, max_size=2
)
wishes = st.builds(Wish, conditions.map(tuple), st.integers(1, 2))


@st.composite
def puzzles(draw):
    seats = []
    for _number in range(draw(st.integers(0, 2))):
        has = draw(some_atoms)
        seats.append(Seat(has, draw(some_atoms) - has))
    groups = draw(st.lists(st.lists(wishes, min_size=1, max_size=2).map(tuple), max_size=2))
    barred = draw(st.lists(conditions.map(tuple), max_size=1))
    return Puzzle(
        present=tuple(seats),
        newcomer=Seat(frozenset(), draw(some_atoms)),
        choices=(Choice(frozenset(AGE)), Choice(frozenset(LEVEL))),
        barred=tuple(barred),
        wishes=tuple(groups),
        doing=frozenset(DOING),
    )


def takings(puzzle, seat):
    """Everything one seat could take within the rules; nothing is always allowed."""
    for count in range(len(seat.may) + 1):
        for taken in map(frozenset, combinations(sorted(seat.may), count)):
            one_each = all(len(taken & choice.atoms) <= choice.most for choice in puzzle.choices)
            if one_each and (not taken or _may_be(puzzle, seat, taken)):
                yield taken


def _may_be(puzzle, seat, taken):
    return not any(
        all(condition & (seat.has | taken) for condition in barred)
        and not all(condition & seat.has for condition in barred)
        for barred in puzzle.barred
    )


def measure(puzzle, taken, newcomers):
    """Return what is closed, and the cost by kind: people, functions, fills."""
    seats = [*zip(puzzle.present, taken, strict=True)]
    seats += [(puzzle.newcomer, atoms) for atoms in newcomers]
    closed = [
        all(sum(seat.meets(w, atoms) for seat, atoms in seats) >= w.count for w in group)
        for group in puzzle.wishes
    ]
    functions = sum(len(atoms & puzzle.doing) for _seat, atoms in seats)
    fills = sum(len(atoms - puzzle.doing) for atoms in taken)
    return -sum(closed), len(newcomers), functions, fills


def best_by_trying_all(puzzle):
    present = [list(takings(puzzle, seat)) for seat in puzzle.present]
    new = list(takings(puzzle, puzzle.newcomer))
    return min(
        measure(puzzle, taken, newcomers)
        for count in range(MOST_NEW + 1)
        for newcomers in product(new, repeat=count)
        for taken in product(*present)
    )


@given(puzzles())
@settings(max_examples=150, deadline=None)
def test_the_answer_is_as_small_as_trying_all_finds(puzzle):
    solution = fewest(puzzle, MOST_NEW, Budget(5.0), seed=1)
    assert solution.proven
    assert measure(puzzle, solution.taken, solution.newcomers) == best_by_trying_all(puzzle)
    assert len(solution.newcomers) >= solution.at_least


def test_somebody_who_may_have_two_sides_of_a_choice_meets_the_wishes_for_both():
    old, both = Wish((frozenset({2}),)), Wish((frozenset({2}), frozenset({1})))
    somebody = Seat(has=frozenset({1}), may=frozenset({2}))
    puzzle = Puzzle((somebody,), Seat(), (Choice(frozenset(AGE)),), (), ((old, both),))
    solution = fewest(puzzle, MOST_NEW, Budget(5.0), seed=1)
    assert (solution.newcomers, solution.closed, solution.at_least) == ((), (True,), 0)


@given(puzzles())
@settings(max_examples=100, deadline=None)
def test_nobody_takes_what_they_may_not_and_nothing_is_taken_for_nothing(puzzle):
    solution = fewest(puzzle, MOST_NEW, Budget(5.0), seed=2)
    for seat, atoms in zip(puzzle.present, solution.taken, strict=True):
        assert atoms in set(takings(puzzle, seat))
    for atoms in solution.newcomers:
        assert atoms
        assert atoms in set(takings(puzzle, puzzle.newcomer))


@given(puzzles())
@settings(max_examples=60, deadline=None)
def test_what_is_said_to_be_closed_is_closed(puzzle):
    solution = fewest(puzzle, MOST_NEW, Budget(5.0), seed=3)
    told = measure(puzzle, solution.taken, solution.newcomers)
    assert -told[0] == sum(solution.closed)


def busy():
    """Somebody who does not ask to stop, and takes long to say so: a slow computer."""
    return sum(range(3_000)) < 0


def test_the_same_seed_takes_the_same_however_fast_the_computer_is():
    facets = [range(1 + 5 * facet, 6 + 5 * facet) for facet in range(4)]
    met = tuple(
        (Wish((frozenset({one}), frozenset({other}))),)
        for first, second in combinations(facets, 2)
        for one, other in product(first, second)
    )
    choices = tuple(Choice(frozenset(values)) for values in facets)
    puzzle = Puzzle((), Seat(may=frozenset(range(1, 21))), choices, (), met)
    brief = [fewest(puzzle, 40, Budget(0.2, stop), seed=7) for stop in (never, never, busy)]
    assert brief[0] is not None
    assert brief[0] == brief[1] == brief[2]


def test_nothing_to_spend_gives_no_answer():
    assert fewest(Puzzle((), Seat(), (), (), ()), 1, Budget(0.0), seed=1) is None
