"""How a dose came to be is told step by step, and ends where `today` stands."""

import json

from rhomboid.training.events import read_log
from rhomboid.training.story import tell_story
from tests.training_diary import CATALOGUE, Diary, figures

ROW = "band-row"


def story(diary, exercise=ROW):
    log = read_log("\n".join(diary.lines))
    return tell_story(diary.profile, CATALOGUE, diary.program, log, exercise, diary.upcoming.date)


def test_each_session_says_what_was_due_how_it_went_and_why():
    diary = Diary(ROW).do(2).do(1, pain=6).do(1)
    told = story(diary)
    assert [step.verdict for step in told.steps] == ["clean", "clean", "stop", "clean"]
    assert [step.decision and (step.decision.kind, step.decision.rule) for step in told.steps] == [
        None,
        ("hold", "D1"),
        ("progress", "D1"),
        ("regress", "D3"),
    ]
    assert all(step.events for step in told.steps)


def test_each_step_is_what_today_answered_on_its_day():
    diary = Diary(ROW, "one-arm-dumbbell-row").do(9).end(pain=6).do(3, compensation=True)
    for step in story(diary).steps:
        answered = diary.due(step.day)
        assert answered.session is not None
        assert [one for one in answered.decisions if one.exercise == ROW] == ([step.decision] if step.decision else [])
        shown = [item for item in answered.session.items if item.exercise == ROW]
        assert [figures(item) for item in shown] == ([figures(step.due)] if step.due else [])


def test_it_ends_with_the_decision_of_the_day_asked_for():
    diary = Diary(ROW).do(3)
    assert story(diary).now == diary.decision(ROW)


def test_a_correction_changes_the_story_as_if_the_error_had_never_been():
    diary = Diary(ROW).do(2).do(1, pain=9)
    wrong = diary.lines[-1]
    clean = Diary(ROW).do(3)
    event = {name: value for name, value in read_event(clean.lines[-1]).items() if name != "at"}
    day = diary.program.sessions[2].date
    diary.write("correction", day, "20:00", of=read_event(wrong)["id"], event=event)
    assert story(diary).steps == story(clean).steps


def test_what_stood_in_and_what_was_swapped_tell_the_same_day():
    diary = Diary(ROW).do(1, pain=6).do(1, pain=6).do(2)
    swapped = next(step for step in story(diary).steps if step.decision and step.decision.kind == "swap")
    assert swapped.due is None
    assert swapped.decision.now is not None
    other = swapped.decision.now.exercise
    assert story(diary, other).steps[0].day == swapped.day


def read_event(line):
    return json.loads(line)
