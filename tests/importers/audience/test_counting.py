import csv
import io
import resource
import sys
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.facet import Facet, FacetValue
from personamap.domain.project import Project
from personamap.errors import AudienceRefused, MappingRefused, PersonamapError, TableRefused
from personamap.importers.apart.refusal import NotRead
from personamap.importers.audience import opening, text_rows
from personamap.importers.audience.counting import Wishes, count_audience
from personamap.importers.audience.mapping import AudienceMapping
from personamap.importers.audience.proposing import survey_table
from personamap.importers.audience.rows import Wanted

GENDER = Facet(
    id="gender",
    label="Gender",
    values=(
        FacetValue(id="woman", label="Woman", synonyms=("female", "f")),
        FacetValue(id="man", label="Man"),
        FacetValue(id="non-binary", label="Non-binary"),
    ),
)
ABILITY = Facet(
    id="disability",
    label="Disability",
    many=True,
    values=(
        FacetValue(id="seeing", label="Seeing"),
        FacetValue(id="low-vision", label="Low vision", parent="seeing"),
        FacetValue(id="hearing", label="Hearing"),
        FacetValue(id="none", label="No disability"),
    ),
)
FACETS = {facet.id: facet for facet in (GENDER, ABILITY)}


def mapping(**columns):
    count = columns.pop("count", "")
    result = AudienceMapping(count=count)
    for column, facet in columns.items():
        result = result.with_column(column, facet)
    return result


@pytest.fixture
def count(tmp_path):
    def count_text(content, chosen, name="staff.csv", **wishes):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        progress = []
        found = count_audience(
            path, chosen, FACETS, Wishes(**wishes), lambda done, total: progress.append(done)
        )
        assert progress
        return found

    return count_text


def told(found):
    return {
        tuple(f"{ref.facet}.{ref.value}" for ref in group.values): group.people
        for group in found.audience.groups
    }


STAFF = "Gender,Name\n" + "Woman,x\n" * 30 + "man,y\n" * 25 + "F,z\n" * 2 + "Martian,q\n" * 12


def test_people_are_counted_by_labels_ids_and_synonyms(count):
    found = count(STAFF, mapping(Gender="gender"))
    assert told(found) == {("gender.woman",): 32, ("gender.man",): 25}
    assert found.audience.people == 69
    assert found.audience.hidden == 12
    (column,) = found.columns
    assert (column.counted, column.unknown, column.unknown_words) == (57, 12, 1)
    assert column.often == ("Martian",)


def test_no_number_of_a_column_tells_a_small_group(count):
    (column,) = count(STAFF + "Other,q\n" * 3, mapping(Gender="gender")).columns
    assert (column.counted, column.small, column.unknown, column.empty) == (57, None, 15, None)
    assert column.unknown_words == 2
    (column,) = count(STAFF + "Non-binary,q\n" * 3, mapping(Gender="gender")).columns
    # With the twelve told, so would be the three.
    assert (column.counted, column.small, column.unknown, column.empty) == (57, None, None, None)


def test_words_of_a_table_can_stand_for_values(count):
    chosen = mapping(Gender="gender")
    column = chosen.columns[0].evolve(values={"Martian": "non-binary"})
    found = count(STAFF, chosen.evolve(columns=(column,)))
    assert told(found)["gender.non-binary",] == 12
    with pytest.raises(MappingRefused, match="neither"):
        count(STAFF, chosen.evolve(columns=(column.evolve(values={"Martian": "neither"}),)))


def test_rows_may_stand_for_many_people(count):
    table = 'Gender,Count\nWoman,"1,200"\nMan,900\nNon-binary,4\nMan,n/a\n'
    found = count(table, mapping(Gender="gender", count="Count"))
    assert found.audience.people == 2104
    # With 4 people alone left out, their number would be known.
    assert told(found) == {("gender.woman",): 1200}
    assert "1 row has no number" in found.notes[0]


def test_somebody_with_several_values_is_counted_once_under_all_of_them(count):
    rows = "Seeing; Hearing\n" * 12 + "Low vision\n" * 20 + "No disability\n" * 40
    found = count("Disability\n" + rows, mapping(Disability="disability"))
    assert told(found) == {
        ("disability.none",): 40,
        ("disability.seeing",): 20,
        ("disability.hearing", "disability.seeing"): 12,
    }


def test_large_audiences_are_crossed_and_small_ones_are_not(count):
    rows = "Woman,Hearing\nWoman,No disability\nMan,No disability\n"
    chosen = mapping(Gender="gender", Disability="disability")
    small = count("Gender,Disability\n" + rows * 500, chosen)
    large = count("Gender,Disability\n" + rows * 1000, chosen)
    assert not any(len(key) == 2 for key in told(small))
    assert told(large)["gender.woman", "disability.hearing"] == 1000
    assert "not crossed" in small.notes[-1]


@pytest.mark.parametrize(
    ("chosen", "wishes", "words"),
    [
        (mapping(), {}, "no column"),
        (mapping(Gender="shoe"), {}, "shoe"),
        (mapping(Gender="gender"), {"smallest": 4}, "fewer than 5"),
        (mapping(Gender="gender"), {"pairs": (("gender", "disability"),)}, "disability"),
        (
            mapping(Gender="gender", Name="disability"),
            {"pairs": (("gender", "disability"), ("disability", "gender"))},
            "worked out",
        ),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(count, chosen, wishes, words):
    with pytest.raises(MappingRefused, match=words):
        count(STAFF, chosen, **wishes)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("Gender\n" + "Woman\n" * 9, "fewer than 10"),
        ("Sex\nWoman\n", "no column"),
        ("Gender\n" + "\n".join(f"n{i}" for i in range(52)), "nearly everybody"),
        ("Gender\n" + "\n".join(f"n{i}" for i in range(12)), "nearly everybody"),
        ("Gender\nWoman\nMan\n" * 2000 + "".join(f"i{i}\n" for i in range(60)), "nearly"),
    ],
)
def test_a_table_that_is_no_audience_is_refused(count, table, words):
    with pytest.raises(AudienceRefused, match=words):
        count(table, mapping(Gender="gender"))


@pytest.mark.parametrize("content", [b"", b"\0\1\2\0\0", b'Gender\n"Woman\nMan\n', b"%PDF-1.4"])
def test_what_is_no_table_is_refused_in_one_sentence(count, content):
    with pytest.raises((TableRefused, AudienceRefused)):
        count(content, mapping(Gender="gender"))


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(PersonamapError, match=r"gone\.csv"):
        count_audience(
            tmp_path / "gone.csv", mapping(a="gender"), FACETS, Wishes(), lambda _d, _t: None
        )


def test_no_core_file_is_written_from_the_first_row_on(count, monkeypatch):
    seen = []
    plain = opening.TextRows.count

    def watched(*arguments):
        seen.append(resource.getrlimit(resource.RLIMIT_CORE)[0])
        return plain(*arguments)

    monkeypatch.setattr(opening.TextRows, "count", watched)
    count(STAFF, mapping(Gender="gender"))
    assert seen == [0]
    # Memory that was given back still holds what stood in it.
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    left_out = Path("/proc/self/coredump_filter")
    assert not left_out.exists() or int(left_out.read_text(), 16) == 0


CELLS = st.sampled_from(["Woman", "Man", "", "É", "a b", ' "q" ', "x,y", "two\nlines", "ж"])


@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=30), st.sampled_from(",;\t"), st.booleans()
)
def test_blocks_of_lines_and_single_cells_count_alike(tmp_path_factory, rows, separator, wide):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n" if wide else "\n")
    writer.writerows([("One", "Two", "Three"), ("a", "b", "c"), *rows])
    path = tmp_path_factory.mktemp("table") / "t.csv"
    path.write_bytes(text.getvalue().encode("utf-8-sig" if wide else "utf-8"))
    filled = [row for row in [("a", "b", "c"), *rows] if any(map(str.strip, row))]
    expected = Counter(tuple(row[p].strip() for p in (2, 0)) for row in filled)
    size = text_rows._BLOCK_BYTES
    text_rows._BLOCK_BYTES = 40
    try:
        counts = text_rows.TextRows(path).count(Wanted(("Three", "One"), 2), lambda _d, _t: None)
    finally:
        text_rows._BLOCK_BYTES = size
    assert counts == expected


def test_ragged_lines_are_read_as_far_as_they_go(count):
    table = "Id,Gender\n" + "".join(f"{n},Woman\n" for n in range(40)) + "7\n8\n" * 10
    found = count(table, mapping(Gender="gender"))
    assert (found.audience.people, found.columns[0].empty) == (60, 20)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(count, encoding):
    heading = "sep=;\nGeschlecht für alle;Name\n"
    found = count(
        (heading + "Woman;é\n" * 20).encode(encoding), mapping(**{"Geschlecht für alle": "gender"})
    )
    assert told(found) == {("gender.woman",): 20}


def test_a_workbook_is_counted(count, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Gender", "Name"])
    for number in range(30):
        book.active.append(["Woman" if number % 3 else "Man", f"Person {number}"])
    book.save(tmp_path / "staff.xlsx")
    found = count((tmp_path / "staff.xlsx").read_bytes(), mapping(Gender="gender"), "b.xlsx")
    assert told(found) == {("gender.woman",): 20, ("gender.man",): 10}


@pytest.fixture
def parquet(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "staff.parquet"
    duckdb.execute(
        "copy (select case when i % 3 = 0 then 'Man' else 'Woman' end as Gender, "
        f"'name ' || i as Name, i % 2 as n from range(90) t(i)) to '{path}' (format parquet)"
    )
    return path


def count_file(path, chosen):
    return count_audience(path, chosen, FACETS, Wishes(), lambda _done, _total: None)


def test_a_parquet_file_is_counted_alike(parquet):
    found = count_file(parquet, mapping(Gender="gender"))
    assert told(found) == {("gender.woman",): 60, ("gender.man",): 30}
    with pytest.raises(AudienceRefused, match="nearly everybody"):
        count_file(parquet, mapping(Name="gender"))
    survey = survey_table(parquet, (GENDER,))
    assert survey.mapping.target_of("Gender") == "gender"


def test_the_engine_may_read_that_one_file_alone(parquet, tmp_path):
    other = tmp_path / "it's.parquet"
    other.write_bytes(parquet.read_bytes())
    assert told(count_file(other, mapping(Gender="gender")))
    from personamap.importers.audience.parquet_groups import engine_for

    with pytest.raises(NotRead), engine_for(str(parquet)) as engine:
        engine.execute("select * from read_parquet(?)", [str(other)])
    with pytest.raises(NotRead), engine_for(str(parquet)) as engine:
        engine.execute(f"copy (select 1) to '{tmp_path / 'out.csv'}'")
    assert not (tmp_path / "out.csv").exists()


def test_a_parquet_file_without_a_column_says_which(parquet):
    with pytest.raises(AudienceRefused, match="no column “Sex”"):
        count_file(parquet, mapping(Sex="gender"))


def test_counting_a_parquet_file_can_be_stopped(parquet):
    class NotWanted(Exception):
        pass

    def refuse(_done, _total):
        raise NotWanted

    with pytest.raises(NotWanted):
        count_audience(parquet, mapping(Gender="gender"), FACETS, Wishes(), refuse)


def test_a_damaged_parquet_file_tells_nothing_it_holds(parquet):
    parquet.write_bytes(parquet.read_bytes()[:200])
    with pytest.raises(TableRefused) as refused:
        count_file(parquet, mapping(Gender="gender"))
    assert "Parquet" in str(refused.value)
    assert "name" not in str(refused.value)
    assert refused.value.__suppress_context__


def test_without_the_engine_a_parquet_file_says_what_to_install(parquet, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(AudienceRefused, match=r"personamap\[audience\]"):
        count_file(parquet, mapping(Gender="gender"))


def test_columns_that_tell_people_apart_are_neither_proposed_nor_shown(tmp_path):
    path = tmp_path / "staff.csv"
    rows = "".join(f"{n},Person {n},{'Woman' if n % 2 else 'Man'}\n" for n in range(80))
    path.write_text("Staff no,Gender identity,Gender\n" + rows)
    survey = survey_table(path, (GENDER,))
    shown = {column.column: column.entries for column in survey.columns}
    assert shown == {"Staff no": (), "Gender identity": (), "Gender": ("Man", "Woman")}
    assert survey.mapping.target_of("Gender") == "gender"
    assert survey.mapping.target_of("Gender identity") == ""


def test_a_column_of_numbers_of_people_is_found(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text("Gender,Headcount\nWoman,700\nMan,650\n")
    survey = survey_table(path, (GENDER,))
    assert survey.mapping == mapping(Gender="gender", count="Headcount")
    assert Project().audiences == ()
