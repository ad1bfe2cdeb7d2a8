"""Who will take the course, from a table to a file, and never more of them than may be kept."""

import json
import logging
import zipfile

import pytest

from personamap.cli.import_audience import AudienceReport
from personamap.services.projects import open_project

TOKENS = [f"zq{number:03d}x" for number in range(100)]


@pytest.fixture
def staff(tmp_path):
    """Four thousand people with names, rare answers and a hundred words nobody else has."""
    path = tmp_path / "staff.csv"
    lines = ["Name,Age,Disability,Remark"]
    for number in range(4000):
        age = ("16 to 34", "35 to 54", "55 and over")[number % 3]
        able = "Hearing" if number % 7 == 0 else "No disability"
        lines.append(f"Person {number},{age},{able},")
    for number, token in enumerate(TOKENS):
        age, able = (token, "Hearing") if number < 20 else ("16 to 34", "No disability")
        able = token if 20 <= number < 40 else able
        lines.append(f"{token},{age},{able},{token}")
    path.write_text("\n".join(lines))
    return path


def kept(file):
    return open_project(file).project.audiences[0]


def test_an_audience_is_counted_into_a_project(run, file, staff):
    status, out, _err = run("import", "audience", staff, "--into", file, "--name", "All staff")
    assert status == 0
    audience = kept(file)
    assert (audience.name, audience.people) == ("All staff", 4100)
    assert audience.facets == ("age_band", "disability")
    assert "4,100 people were counted" in out


def test_no_row_and_no_rare_word_reaches_a_file_a_log_or_the_screen(run, file, staff, caplog):
    caplog.set_level(logging.DEBUG)
    arguments = ("import", "audience", staff, "--into", file)
    printed = [run(*arguments), run(*arguments, "--json"), run(*arguments, "--column", "Name=zz")]
    printed.append(run(*arguments, "--column", "Name=age_band"))
    assert [status for status, _out, _err in printed] == [0, 0, 2, 2]
    with zipfile.ZipFile(file) as archive:
        written = b"".join(archive.read(name) for name in archive.namelist())
    everything = [str(printed), caplog.text, written.decode("utf-8", "replace")]
    beside = [p for p in file.parent.rglob("*") if p.is_file() and p != staff]
    everything += [p.read_bytes().decode("latin-1") for p in beside]
    for text in everything:
        assert not [word for word in (*TOKENS, "Person 1") if word in text]


def test_the_answer_as_data_holds_a_mapping_to_use_again(run, file, staff, tmp_path):
    chosen = ("--column", "Age=age_band", "--cross", "age_band,disability")
    _status, _out, err = run("import", "audience", staff, "--into", file, *chosen)
    assert "disability" in err
    chosen = ("--column", "Age=age_band", "--column", "Disability=disability")
    _status, out, _err = run(
        "import", "audience", staff, "--into", file, *chosen, "--dry-run", "--json"
    )
    report = AudienceReport.model_validate_json(out)
    assert not report.written
    assert open_project(file).project.audiences == ()
    (tmp_path / "map.json").write_text(report.mapping.model_dump_json())
    again = run(
        "import", "audience", staff, "--into", file, "--map", tmp_path / "map.json", "--json"
    )
    assert json.loads(again[1])["audience"]["groups"] == json.loads(out)["audience"]["groups"]
    assert len(kept(file).groups) == 11


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--k", "4"), "fewer than 5"),
        (("--column", "Age"), "Heading=facet"),
        (("--cross", "age_band"), "two facets"),
        (("--column", "Age=age_band", "--count", "People"), "People"),
    ],
)
def test_wrong_wishes_are_told_and_write_nothing(run, file, staff, arguments, words):
    before = file.read_bytes()
    status, _out, err = run("import", "audience", staff, "--into", file, *arguments)
    assert (status, words in err) == (2, True)
    assert file.read_bytes() == before


def test_the_check_says_whether_they_can_see_themselves_in_it(run, file, staff):
    assert run("import", "audience", staff, "--into", file)[0] == 0
    _status, out, _err = run("check", file)
    told = out[out.index("Can they see themselves") :].splitlines()
    assert told[0].endswith("staff · 4,100 people · counts below 10 hidden")
    assert "Meet somebody who leads" in told[2]
    rows = {row.strip().split("  ")[0]: row for row in told[3:]}
    assert "2,747" in rows["Age band"]
    assert "55 and over (1,333)" in rows["Age band"]
    assert "One more persona could be met by" in told[-1]


def test_the_mirror_is_part_of_the_answer_as_data(run, file, staff):
    assert json.loads(run("check", file, "--json")[1])["audience"] is None
    assert run("import", "audience", staff, "--into", file)[0] == 0
    answer = json.loads(run("check", file, "--json")[1])["audience"]
    assert (answer["people"], answer["smallest_group"]) == (4100, 10)
    asked = [(tuple(m["facets"]), m["agreeing"]) for m in answer["mirrors"]]
    assert asked == [
        (("age_band",), 1),
        (("disability",), 1),
        (("age_band", "disability"), 2),
        (("age_band", "disability"), 1),
    ]
    by_age = answer["mirrors"][0]["everyone"]
    assert by_age["groups"] == [{"values": ["age_band.55plus"], "people": 1333}]
    assert by_age["met"] + by_age["unmet"] + by_age["untold"] == 4100
