import pytest

from personamap.stopping import StoppableBytes, each, go_on, stoppable


class NotWanted(Exception):
    pass


def refuse():
    raise NotWanted


def each_of(steps, wanted):
    def ask():
        if next(wanted, refuse) is refuse:
            refuse()

    with stoppable(ask):
        yield from each(steps)


def test_work_that_nobody_can_stop_goes_on():
    go_on()
    assert list(each([1, 2])) == [1, 2]


def test_work_stops_between_its_steps():
    wanted = iter([None, None])
    steps = each_of("abc", wanted)
    assert [next(steps), next(steps)] == ["a", "b"]
    with pytest.raises(NotWanted):
        next(steps)


def test_a_large_file_is_not_written_to_its_end_when_it_is_not_wanted():
    written = StoppableBytes()
    written.write(b"begun")
    with stoppable(refuse), pytest.raises(NotWanted):
        written.write(b", and not ended")
    assert written.getvalue() == b"begun"


def test_what_follows_is_not_asked_any_more():
    with pytest.raises(NotWanted), stoppable(refuse):
        go_on()
    go_on()


def test_work_within_work_is_asked_by_whoever_started_it():
    with stoppable(refuse):
        with stoppable(lambda: None):
            go_on()
        with pytest.raises(NotWanted):
            go_on()
