from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.disclosure.earlier import held_to_earlier, tables_of
from personamap.analysis.disclosure.publishing import Wanted, keep
from personamap.domain.audience import Audience

K = 5
PAIRS = (("one", "two"),)
CATEGORIES = ((), ("a",), ("b",), ("c",))
CELLS = [(one, two) for one in CATEGORIES for two in CATEGORIES]


def counts():
    people = st.one_of(st.just(0), st.integers(0, 15), st.integers(1000, 1020))
    return st.lists(people, min_size=len(CELLS), max_size=len(CELLS))


def told(people):
    kept = keep(dict(zip(CELLS, people, strict=True)), Wanted(("one", "two"), PAIRS, K))
    return Audience(
        id="aud-staff",
        facets=("one", "two"),
        groups=kept.groups,
        people=kept.people,
        hidden=kept.hidden,
        smallest_group=K,
    )


@st.composite
def two_imports(draw):
    """The same people twice, with some who came, left or moved in between."""
    first = draw(counts())
    moves = draw(st.lists(st.integers(-8, 8), min_size=len(first), max_size=len(first)))
    return told(first), told([max(0, n + move) for n, move in zip(first, moves, strict=True)])


def differences(one, other):
    """Everything two audiences tell apart when one is taken from the other."""
    yield one.people - other.people
    tables, others = tables_of(one.groups), tables_of(other.groups)
    for facets in tables.keys() & others.keys():
        both = tables[facets].keys() & others[facets].keys()
        changed = {key: tables[facets][key] - others[facets][key] for key in both}
        yield from changed.values()
        yield one.people - other.people - sum(changed.values())
        if len(facets) == 2:
            yield from rows(changed, tables, others)


def rows(changed, tables, others):
    sums = defaultdict(int)
    for key, change in changed.items():
        for ref in key:
            sums[ref] += change
    for ref, change in sums.items():
        own = tables[ref.facet,].get((ref,), 0) - others[ref.facet,].get((ref,), 0)
        if (ref,) in others[ref.facet,]:
            yield own - change


@given(two_imports())
def test_no_small_group_is_found_by_subtracting_two_imports(imports):
    earlier, new = imports
    held = held_to_earlier(new, earlier)
    assert all(n == 0 or abs(n) >= K for n in differences(held, earlier))
    assert all(group.people >= K for group in held.groups)
    assert held.hidden >= 0


def test_the_same_counts_again_stay_as_they_are():
    audience = told([20] * len(CELLS))
    assert held_to_earlier(audience, audience) == audience


def test_a_count_that_hardly_changed_is_told_as_before():
    earlier = told([0, 0, 0, 0, 0, 900, 900, 0, 0, 900, 900, 0, 0, 0, 0, 0])
    new = told([0, 0, 0, 0, 0, 903, 950, 0, 0, 900, 900, 0, 0, 0, 0, 0])
    held = held_to_earlier(new, earlier)
    people = {tuple(f"{r.facet}.{r.value}" for r in g.values): g.people for g in held.groups}
    assert (held.people, people["one.a",], people["one.b",]) == (3653, 1853, 1800)
    # The other value grew by 50 of the 53: both together would tell the three apart.
    assert (people["two.a",], people["two.b",]) == (1800, 1800)
    assert [count for key, count in people.items() if len(key) == 2] == [900] * 4
