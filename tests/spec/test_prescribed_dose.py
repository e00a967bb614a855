"""B1, supervised first: a clinician writes the dose, it stands in place of the rules' one, and pain still lowers it."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.lib.errors import UserError
from rhomboid.planning.plan import plan
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.prescribed import PrescribedDose, parse_prescribed
from rhomboid.prescription.profile import Limits, Profile
from rhomboid.prescription.profile_toml import parse_profile
from rhomboid.prescription.program import Item, Load
from rhomboid.service.toml_text import to_toml
from tests.screening_people import START
from tests.training_diary import Diary, figures, somebody, tiny_program

BAND = Path(__file__).parents[2] / "examples" / "band-at-home.toml"
ROW = "band-row"
WRITTEN = '\n[[limits.dose]]\nexercise = "band-row"\nsets = 2\nreps = 15\nload = {band = "medium"}\n'
SIGNED = 'by = "A. Example"\nrole = "physiotherapist"\ndate = 2026-11-20\n'
LATER = START + timedelta(weeks=5)


def with_dose(text: str) -> Profile:
    return parse_profile(BAND.read_text(encoding="utf-8") + text, "me.toml", load_catalogue())


@cache
def planned() -> Plan:
    return plan(with_dose(WRITTEN + SIGNED), load_catalogue())


def rows(made: Plan) -> list[tuple[bool, Item]]:
    assert made.program is not None
    return [
        (week.deload, item)
        for week in made.program.weeks
        for session in week.sessions
        for item in session.block("strength")
        if item.exercise == ROW
    ]


def written(on: date = START, **changes) -> Limits:
    dose = PrescribedDose(ROW, 2, 12, None, Load(band="light"), "A. Example", "physiotherapist", on)
    return Limits(dose={ROW: replace(dose, **changes)})


def test_the_clinicians_dose_stands_in_every_week_but_the_lighter_ones():
    usual = {(item.sets, item.reps, item.load) for deload, item in rows(planned()) if not deload}
    assert {(sets, reps[1], load) for sets, reps, load in usual if reps} == {(2, 15, Load(band="medium"))}
    assert all(item.sets == 1 and item.load == Load(band="light") for deload, item in rows(planned()) if deload)


def test_every_item_says_who_wrote_its_dose_and_when():
    for _, item in rows(planned()):
        told = next(why.text for why in item.why if why.source == "limits.dose")
        assert told == "A. Example (physiotherapist) wrote its dose on 2026-11-20."


def test_the_checker_passes_it_and_refuses_more_less_and_nameless():
    profile, made = with_dose(WRITTEN + SIGNED), planned()
    assert check(profile, load_catalogue(), made) == ()
    for changes, words in (
        ({"sets": 3}, "is more than A. Example wrote"),
        ({"reps": (8, 12)}, "is not the dose A. Example wrote"),
        ({"why": ()}, "does not say who wrote its dose"),
    ):
        found = check(profile, load_catalogue(), _spoiled(made, changes))
        assert any(one.rule == "B1" and words in one.text for one in found), (changes, found)


def _spoiled(made: Plan, changes: dict[str, Any]) -> Plan:
    """Return the plan with the first row of week 6 changed."""
    assert made.program is not None
    weeks = list(made.program.weeks)
    week = weeks[5]
    session = next(one for one in week.sessions if ROW in {item.exercise for item in one.block("strength")})
    blocks = tuple(
        replace(block, items=tuple(replace(i, **changes) if i.exercise == ROW else i for i in block.items))
        for block in session.blocks
    )
    sessions = tuple(replace(one, blocks=blocks) if one is session else one for one in week.sessions)
    weeks[5] = replace(week, sessions=sessions)
    return replace(made, program=replace(made.program, weeks=tuple(weeks)))


def test_clean_outings_raise_nothing_while_it_holds_and_the_reason_names_the_writer():
    diary = Diary(ROW, profile=somebody(limits=written())).do(5)
    decision = diary.decision(ROW)
    assert (decision.kind, decision.rule) == ("hold", "B1")
    assert decision.reason == "It stays as A. Example wrote it."
    assert figures(decision.now) == (2, 12, "light")


def test_pain_lowers_it_and_nothing_raises_it_again():
    diary = Diary(ROW, profile=somebody(limits=written())).do(2).do(1, pain=6, pain_kind="sharp")
    lower = diary.dose(ROW)
    assert figures(lower) < (2, 12, "light")
    diary.do(6)
    assert figures(diary.dose(ROW)) <= figures(lower)


def test_a_dose_written_later_begins_on_its_day():
    diary = Diary(ROW, profile=somebody(limits=written(LATER, reps=7)))
    before = []
    while diary.upcoming.date < LATER:
        if diary.at % 9 == 0:
            diary.rescreen(diary.upcoming.date)
        before.append(diary.dose(ROW).reps)
        diary.do(1)
    assert all((reps and reps[1] > 7) or reps == (5, 5) for reps in before)
    assert diary.dose(ROW).reps == (7, 7)


@pytest.mark.parametrize("trouble", ["bad morning", "unreadable line", "safety questions due"])
def test_more_than_was_done_waits_for_a_day_on_which_things_may_rise(trouble):
    begins = START + timedelta(days=2)
    diary = Diary(ROW, profile=somebody(limits=written(begins)))
    diary.program = tiny_program(somebody(limits=written()), ROW)
    diary.do(1)
    if trouble == "bad morning":
        diary.morning_after(9)
    elif trouble == "unreadable line":
        diary.lines.append("{")
    else:
        diary.write("new_symptom", diary.upcoming.date, "05:00", facts={"fever_or_sweats": "no"})
    held = diary.decision(ROW)
    assert held.kind == "hold"
    assert held.rule != "B1"
    assert figures(held.now) == (2, 5, "light"), "the lighter band at once, the more repetitions not yet"
    if trouble != "unreadable line":
        diary.do(1).rescreen(diary.upcoming.date)
        decision = diary.decision(ROW)
        assert (decision.rule, figures(decision.now)) == ("B1", (2, 12, "light"))
        assert decision.reason == "From today it is as A. Example wrote it."


def test_a_plan_made_before_it_says_that_it_has_to_be_made_anew():
    diary = Diary(ROW, profile=somebody(limits=written(START + timedelta(days=2), load=Load(band="medium"))))
    diary.program = tiny_program(somebody(), ROW)
    decision = diary.do(1).decision(ROW)
    assert decision.rule == "B1"
    assert decision.reason == "A. Example wrote more; your plan gives it once it is made anew."


def test_taken_out_again_the_person_goes_on_alone_from_there():
    diary = Diary(ROW, profile=somebody(limits=written(reps=8))).do(3)
    alone = Diary(ROW, profile=somebody()).do(3)
    alone.lines = diary.lines
    assert figures(alone.dose(ROW)) <= figures(alone.planned(ROW))
    assert alone.decision(ROW).rule != "B1"


def test_neither_ban_nor_cap_nor_restriction_gives_way_to_it():
    banned = with_dose('\n[limits]\nban = ["band-row"]\n' + WRITTEN + SIGNED)
    assert rows(plan(banned, load_catalogue(), weeks=4)) == []


def test_a_profile_keeps_it_when_it_is_written_out_and_read_again():
    row = {
        "exercise": ROW,
        "sets": 2,
        "reps": 12,
        "load": {"band": "light"},
        "by": "A. Example",
        "role": "physician",
        "date": date(2026, 11, 20),
    }
    text = to_toml({"limits": {"ban": [], "dose": [row]}})
    assert with_dose(text).limits.dose == parse_prescribed("x", [row], load_catalogue())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (WRITTEN.replace("reps = 15", "reps = 16") + SIGNED, ("limits.dose[1].reps", "16", "5 to 15")),
        (WRITTEN.replace("sets = 2", "sets = 9") + SIGNED, ("limits.dose[1].sets", "9", "2 to 3")),
        (WRITTEN.replace("sets = 2\n", "") + SIGNED, ("limits.dose[1].sets", "2 to 3")),
        (WRITTEN + "hold_s = 10\n" + SIGNED, ("limits.dose[1].hold_s", "not dosed so")),
        (WRITTEN.replace("band-row", "cat-cow") + SIGNED, ("limits.dose[1].exercise", "cat-cow", "loaded move")),
        (WRITTEN.replace('band = "medium"', "kg = 4") + SIGNED, ("limits.dose[1].load", "a band")),
        (WRITTEN + SIGNED.replace("physiotherapist", "trainer"), ("limits.dose[1].role", "trainer", "physician")),
        (WRITTEN + SIGNED.replace('"A. Example"', '""'), ("limits.dose[1].by", "the name")),
        (WRITTEN + SIGNED.replace("2026-11-20", '"soon"'), ("limits.dose[1].date", "soon", "a date")),
        (WRITTEN + SIGNED + WRITTEN + SIGNED, ("limits.dose[2].exercise", "one dose")),
        (WRITTEN + SIGNED + "note = 1\n", ("limits.dose[1]", "note", "exercise, sets")),
    ],
)
def test_a_wrong_entry_is_named_with_its_field_and_what_is_allowed(text, words):
    with pytest.raises(UserError) as refused:
        with_dose(text)
    for word in ("me.toml", *words):
        assert word in str(refused.value)
