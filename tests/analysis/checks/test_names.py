"""What is noticed about the names people are called by."""

from tests.analysis.casts import answer, cast, person
from tests.analysis.courses import GENDER, LEVEL
from tests.analysis.stories import found, keys


def called(first, how, gender="woman", level="trainee"):
    return person(
        f"{first} Berg",
        answer("gender", gender),
        answer("level", level),
        id=f"per-{first.lower()}",
        called=how,
    )


def course(*people):
    return cast(*people, facets=(GENDER, LEVEL))


def test_titles_that_go_by_gender_are_told():
    men = [called(n, f"Dr. {n} Berg", "man") for n in ("Omar", "Kofi", "Tom")]
    women = [called(n, n) for n in ("Mara", "Ida", "Lene")]
    (finding,) = found(course(*men, *women), "uneven-address")
    assert finding.title == ("Gender: only people with “Man” are called by title or family name")
    assert finding.sentence.startswith("“Dr. Omar Berg”, “Dr. Kofi Berg” and “Dr. Tom Berg”: the ")


def test_titles_from_a_level_upwards_are_told_for_the_level():
    trainees = [called(n, n, g) for n, g in (("Mara", "woman"), ("Omar", "man"), ("Tom", "man"))]
    managers = [called(n, "Berg", g, "manager") for n, g in (("Ida", "woman"), ("Kofi", "man"))]
    assert keys(course(*trainees, *managers), "uneven-address") == {"level"}


def test_titles_from_several_levels_upwards_are_told_for_the_lowest():
    levels = LEVEL.evolve(
        values=tuple({"id": v, "label": v.capitalize()} for v in ("low", "middle", "high"))
    )
    low = [called(n, n, "woman", "low") for n in ("Mara", "Ida", "Lene")]
    middle = [called(n, "Berg", "woman", "middle") for n in ("Ola", "Zoe")]
    project = cast(*low, *middle, called("Omar", "Dr. Berg", "man", "high"), facets=(levels,))
    (finding,) = found(project, "uneven-address")
    assert finding.title.startswith("From “Middle” upwards people are called")


def test_one_who_is_called_unlike_all_others_is_noted():
    people = [called(n, n) for n in ("Mara", "Ida", "Lene")]
    (finding,) = found(course(*people, called("Tom", "Mr. Berg", "man")), "uneven-address")
    assert finding.severity == "note"
    assert finding.title == "Only Tom Berg is called formally: “Mr. Berg”"


def test_names_that_mix_freely_and_names_nobody_chose_are_left_alone():
    mixed = [called("Mara", "Dr. Berg"), called("Ida", "Ida")]
    mixed += [called("Omar", "Berg", "man"), called("Tom", "Tom", "man")]
    assert not found(course(*mixed), "uneven-address")
    unsaid = [called(n, "") for n in ("Mara", "Ida", "Lene")]
    assert not found(course(*unsaid, called("Tom", "Mr. Berg", "man")), "uneven-address")
