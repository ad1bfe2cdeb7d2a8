import contextlib
import json

import pytest

from personamap.storage.strict_json import NotStrictJson, read_json, read_typed_json
from tests.storage.json_corpus import EITHER, NO, YES


@pytest.mark.parametrize("name", YES)
def test_json_is_read_as_it_stands(name):
    assert read_json(YES[name]) == json.loads(YES[name])


@pytest.mark.parametrize("name", NO)
def test_what_two_programs_could_read_differently_is_refused_with_a_reason(name):
    with pytest.raises(NotStrictJson) as refused:
        read_json(NO[name])
    assert str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("name", EITHER)
def test_what_is_unusual_is_read_or_refused(name):
    with contextlib.suppress(NotStrictJson):
        read_json(EITHER[name])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_what_somebody_typed_may_have_any_unicode_encoding(encoding):
    assert read_typed_json('{"Rôle": "job.title"}'.encode(encoding)) == {"Rôle": "job.title"}


@pytest.mark.parametrize("text", [b"\xff\xfe{\0", b"\xff\xfe\x00\xd8{\0", b'["\xff"]'])
def test_what_is_damaged_stays_refused_in_any_encoding(text):
    with pytest.raises(NotStrictJson):
        read_typed_json(text)
