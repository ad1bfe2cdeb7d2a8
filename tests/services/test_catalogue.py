from pathlib import Path

from personamap.resources import example
from personamap.services.catalogue import OpenCourse, file_names, left_out, read_catalogue

FILES = sorted(example("catalogue").glob("*.personamap"))


def test_the_files_of_a_client_are_read_as_one_catalogue():
    heard = []
    catalogue = read_catalogue(FILES, lambda done, total: heard.append((done, total))).catalogue
    assert [course.name for course in catalogue.courses] == [
        "customer-service",
        "onboarding",
        "safety",
    ]
    assert heard == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert {shared.persona.name: len(shared.courses) for shared in catalogue.shared} == {
        "Luz Villarreal": 3,
        "Patrick Dunleavy": 2,
        "Everett Boone": 2,
        "Mai Yang": 2,
    }


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_kept(tmp_path):
    gone = tmp_path / "gone.personamap"
    read = read_catalogue([FILES[0], gone, FILES[1]])
    assert read.sources == (FILES[0], FILES[1])
    assert [course.name for course in read.catalogue.courses] == ["customer-service", "onboarding"]
    (unread,) = read.unread
    assert unread.path == gone
    assert "gone" in str(unread.error)


def test_a_catalogue_of_which_nothing_can_be_read_is_empty(tmp_path):
    read = read_catalogue([tmp_path / "gone.personamap"])
    assert read.catalogue.courses == read.sources == ()
    assert not read.catalogue.has_open_findings


def test_a_folder_stands_for_the_files_in_it_by_name():
    assert read_catalogue([FILES[0].parent]).sources == tuple(FILES)


def test_a_folder_without_courses_says_so(tmp_path):
    (tmp_path / "notes.txt").write_text("Nothing to read here.")
    read = read_catalogue([tmp_path, FILES[0]])
    assert read.sources == (FILES[0],)
    assert "ends in .personamap" in str(read.unread[0].error)


def test_a_course_that_is_open_counts_as_it_is_on_screen(project):
    here = OpenCourse("spring", project)
    read = read_catalogue([here, FILES[0]])
    assert read.sources == (here, FILES[0])
    assert read.catalogue.courses[0].project is project


def test_the_file_of_a_course_on_screen_is_not_counted_beside_it(project):
    here = OpenCourse("onboarding", project, FILES[1])
    assert read_catalogue([FILES[0].parent, here]).sources == (FILES[0], here, FILES[2])


def test_a_file_that_is_named_twice_counts_once():
    around = FILES[0].parent / ".." / FILES[0].parent.name / FILES[0].name
    assert read_catalogue([FILES[0], around]).sources == (FILES[0],)


def test_files_of_one_name_are_told_apart():
    files = [Path("a/spring.personamap"), Path("b/spring.personamap"), Path("autumn.personamap")]
    assert file_names(files) == ("spring", "spring (2)", "autumn")


def test_a_file_is_left_out_of_what_was_chosen():
    assert left_out(FILES, FILES[1], FILES) == (FILES[0], FILES[2])


def test_a_folder_gives_way_to_the_others_in_it_when_one_file_is_left_out(tmp_path):
    folder, beside = FILES[0].parent, tmp_path / "beside.personamap"
    assert left_out((folder, beside), FILES[0], (*FILES, beside)) == (*FILES[1:], beside)
    assert left_out((folder, beside), folder, (*FILES, beside)) == (beside,)
