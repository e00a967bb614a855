"""A wrong content file is one line that names file, field, value and what is allowed."""

import copy

import pytest
import tomli

from rhomboid.catalogue.crosscheck import check_together
from rhomboid.catalogue.parse import EXERCISE_FIELDS, parse_exercise
from rhomboid.catalogue.reader import read_table, read_text
from rhomboid.lib.errors import UserError

WHERE = "content/exercises/band-row.toml"
GOOD = read_table("exercises/band-row.toml")


def changed(**changes):
    table = copy.deepcopy(GOOD)
    for path, value in changes.items():
        *inside, name = path.split("__")
        place = table
        for step in inside:
            place = place[step]
        if value is None:
            del place[name]
        else:
            place[name] = value
    return table


def message(table) -> str:
    with pytest.raises(UserError) as caught:
        parse_exercise(WHERE, table)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_it_takes_a_good_file():
    exercise = parse_exercise(WHERE, GOOD)
    assert exercise.id == "band-row"
    assert exercise.primary == ("rhomboids", "middle_trapezius", "latissimus_dorsi")
    assert exercise.dose.sets is None
    assert exercise.start_load is not None
    assert exercise.start_load.new == "light"
    assert exercise.faults[0].fix


@pytest.mark.parametrize(
    ("changes", "field", "value", "allowed"),
    [
        ({"tier": "easy"}, "tier", "'easy'", "one of entry, standard"),
        ({"equipment": ["resistance_band", "wall"]}, "equipment", "'wall'", "dumbbell"),
        ({"household": ["sofa"]}, "household", "'sofa'", "floor, wall, chair, doorway, towel"),
        ({"provocations": ["painful"]}, "provocations", "'painful'", "trunk_flexion_loaded"),
        ({"muscles__primary": ["biceps", "biceps"]}, "muscles.primary", "['biceps', 'biceps']", "different"),
        ({"muscles__primary": []}, "muscles.primary", "[]", "1 or more"),
        ({"muscles__secondary": ["gills"]}, "muscles.secondary", "'gills'", "rhomboids"),
        ({"steps": ["One", "Two"]}, "steps", "['One', 'Two']", "3 to 6 texts"),
        ({"floor": 1}, "floor", "1", "true or false"),
        ({"name": " Band row"}, "name", "' Band row'", "a text"),
        ({"name": ""}, "name", "''", "a text"),
        ({"any_of": [[]]}, "any_of", "[[]]", "lists of dumbbell"),
        ({"any_of": [["sofa"]]}, "any_of", "[['sofa']]", "lists of dumbbell"),
        ({"dose__kind": "until tired"}, "dose.kind", "'until tired'", "reps"),
        ({"dose__sets": 0}, "dose.sets", "0", "1 to 5"),
        ({"dose__sets": True}, "dose.sets", "True", "whole number"),
        ({"start_load__new": 0}, "start_load.new", "0", "above 0"),
        ({"start_load__new": "huge"}, "start_load.new", "'huge'", "extra_light"),
        ({"load_class__neck": "some"}, "load_class.neck", "'some'", "none, low"),
        ({"review_status": "signed off"}, "review_status", "'signed off'", "not clinician-reviewed"),
        ({"colour": "red"}, "colour", "'red'", "only the fields id"),
        ({"dose__weight": 3}, "dose.weight", "3", "only the fields kind"),
        ({"faults": [{"fault": "x", "fix": ""}] * 2}, "faults[1].fix", "''", "a text"),
        ({"faults": [{"fault": "x", "fix": "y"}]}, "faults", "[{'fault': 'x', 'fix': 'y'}]", "2 to 4"),
        ({"dose": 3}, "dose", "3", "a table with kind"),
    ],
)
def test_it_names_file_field_value_and_what_is_allowed(changes, field, value, allowed):
    told = message(changed(**changes))
    assert told.startswith(f"{WHERE}: {field}: {value}")
    assert allowed in told


@pytest.mark.parametrize("field", [field.name for field in EXERCISE_FIELDS if not field.optional])
def test_it_misses_every_field_that_is_left_out(field):
    assert message(changed(**{field: None})).startswith(f"{WHERE}: {field}: is missing")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"implements": ["dumbbell"]}, "implements"),
        ({"start_load": None}, "start_load"),
        ({"lock_reason": "Too heavy."}, "lock_reason"),
        ({"tier": "locked"}, "lock_reason"),
        ({"blocks": []}, "blocks"),
        ({"dose__kind": "stretch"}, "dose.kind"),
        ({"floor": True}, "floor"),
    ],
)
def test_it_finds_fields_that_contradict_each_other(changes, field):
    assert message(changed(**changes)).startswith(f"{WHERE}: {field}: ")


def exercises(**ladders):
    return tuple(
        parse_exercise(f"content/exercises/{name}.toml", changed(id=name, **ladder)) for name, ladder in ladders.items()
    )


def test_it_takes_a_ladder_that_goes_down():
    check_together(exercises(a={"easier": ["b"], "harder": []}, b={"easier": [], "harder": ["a"]}))


def test_it_names_a_neighbour_that_does_not_exist():
    with pytest.raises(UserError, match=r"content/exercises/a.toml: easier: 'ghost'"):
        check_together(exercises(a={"easier": ["ghost"], "harder": []}))


def test_it_names_a_neighbour_that_is_the_exercise_itself():
    with pytest.raises(UserError, match=r"content/exercises/a.toml: harder: 'a'"):
        check_together(exercises(a={"easier": [], "harder": ["a"]}))


def test_it_names_a_ladder_that_goes_in_a_circle():
    circle = exercises(
        a={"easier": ["b"], "harder": []}, b={"easier": ["c"], "harder": []}, c={"easier": ["a"], "harder": []}
    )
    with pytest.raises(UserError, match=r"content/exercises/a.toml: easier: .*come back"):
        check_together(circle)


def test_it_is_read_from_plain_toml():
    assert tomli.loads(read_text("exercises/band-row.toml")) == GOOD
