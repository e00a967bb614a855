"""What went wrong in other programs of this kind, as tests: none of it may happen here (D0 to D12).

Progress that jumps, one good set that opens the gate, a pain that spoils the whole trend, a missed day that breaks the
plan, a swap with a senseless load. Each class is named after the trouble.
"""

import json
from datetime import timedelta
from typing import Any

import pytest

from rhomboid.prescription.course_standing import Dosage, work
from rhomboid.prescription.profile import OwnKit
from rhomboid.training.rules.climbing import planned_dose
from tests.screening_people import START
from tests.training_diary import CATALOGUE, Diary, band, figures, kg, somebody

ROW, PRESS, SQUEEZE, PLANK = "band-row", "one-arm-dumbbell-row", "scapular-squeeze", "plank"


def effort(item):
    return work(planned_dose(item))


def effort_of(shown):
    """Return the work of a dose as a decision shows it."""
    return work(Dosage(shown.sets, shown.reps[1] if shown.reps else None, shown.hold_s, shown.load, shown.rir))


def on(number):
    return START + timedelta(days=number - 1)


class TestProgressDoesNotJump:
    def test_one_session_earns_one_step_however_well_it_went(self):
        diary = Diary(ROW).do(2, left=9)
        assert figures(diary.decision(ROW).now)[:2] == (2, 8)
        diary.do(1, left=9)
        assert figures(diary.dose(ROW))[:2] == (2, 8)

    def test_one_good_set_does_not_open_the_gate(self):
        """All prescribed sets decide: the other one fell short."""
        diary = Diary(ROW).do(1).do(1, reps=4).do(1, reps=4)
        assert diary.decision(ROW).kind == "hold"

    def test_more_repetitions_than_asked_buy_no_second_step(self):
        diary = Diary(ROW)
        for _ in range(2):
            diary.do(1, reps=20)
        assert figures(diary.decision(ROW).now)[:2] == (2, 8)

    def test_it_is_held_against_the_load_that_was_due_not_against_the_last_one(self):
        due = Diary(PRESS).do(2)
        lighter = Diary(PRESS).do(1).do(1, load={"kg": 1})
        assert due.decision(PRESS).kind == "progress"
        assert lighter.decision(PRESS).kind == "hold"

    def test_it_is_held_against_todays_target_not_the_lowest_of_the_range(self):
        diary = Diary(ROW).do(2)
        assert diary.dose(ROW).reps == (5, 8)
        diary.do(2, reps=5)
        assert diary.decision(ROW).kind == "hold"

    @pytest.mark.parametrize("missing", ["the last set", "the whole move"])
    def test_what_was_left_out_is_a_miss_or_nothing_and_earns_nothing(self, missing):
        diary = Diary(ROW, SQUEEZE).do(1)
        at = len(diary.lines)
        diary.do(1)
        skipped = [n for n in range(at, len(diary.lines)) if json.loads(diary.lines[n])["exercise"] == ROW]
        for n in reversed(skipped if missing == "the whole move" else skipped[-1:]):
            del diary.lines[n]
        assert diary.decision(ROW).kind == "hold"
        assert diary.decision(SQUEEZE).kind == "progress"

    def test_a_gap_earns_nothing(self):
        for missed in range(1, 20):
            diary = Diary(ROW).do(1).skip(missed).rescreen(on(1 + 2 * missed))
            assert diary.decision(ROW).kind != "progress", missed

    def test_a_session_told_twice_is_one_session(self):
        diary = Diary(ROW).do(1)
        diary.lines += diary.lines
        assert diary.decision(ROW).kind == "hold"


class TestPainInOneMoveStaysWithThatMove:
    def test_only_the_move_that_hurt_gets_lighter(self):
        diary = Diary(ROW, PRESS, SQUEEZE).do(2, pain=6, only=PRESS)
        kinds = {one.exercise: one.kind for one in diary.due().decisions}
        assert kinds[ROW] == kinds[SQUEEZE] == "progress"
        assert diary.decision(PRESS).kind in ("regress", "swap")

    def test_its_trend_goes_on_from_there_and_is_not_lost(self):
        diary = Diary(PRESS).do(4).do(1, pain=6)
        lower = diary.decision(PRESS).now
        assert figures(lower)[:2] == (2, 10)
        assert kg(lower) < kg(diary.decision(PRESS).was)
        assert figures(diary.do(2).decision(PRESS).now)[:2] == (2, 12)


class TestASessionMayBeMissedMovedOrDoneAgain:
    def test_the_missed_session_changes_nothing(self):
        done, missed = Diary(ROW, PRESS).do(3), Diary(ROW, PRESS).do(3)
        assert [figures(item) for item in done.session().items] == [
            figures(item) for item in missed.skip().session().items
        ]
        assert figures(missed.decision(ROW).was) == figures(done.decision(ROW).was)

    def test_saying_that_it_is_skipped_changes_nothing_either(self):
        said, silent = Diary(ROW).do(2), Diary(ROW).do(2).skip()
        said.write("skipped", said.upcoming.date, session=said.upcoming.id, why="pain")
        assert said.skip().decision(ROW).now == silent.decision(ROW).now

    def test_a_moved_session_is_the_same_session(self):
        stayed, moved = Diary(ROW).do(2), Diary(ROW).do(2)
        moved.write("moved", on(3), session="s03", to=on(6).isoformat())
        assert moved.due(on(6)).session is not None
        assert moved.decision(ROW, on(6)).now == stayed.decision(ROW, on(5)).now

    def test_a_session_done_on_another_day_than_planned_counts_where_it_was_done(self):
        diary = Diary(ROW).do(2)
        diary.lines = [line.replace("2026-11-25T", "2026-11-26T") for line in diary.lines]
        assert diary.decision(ROW).kind == "progress"

    def test_a_session_done_again_gives_no_second_credit_and_its_pain_counts(self):
        """The same session logged once more in the evening: its worst set decides, and it is still one outing."""
        diary = Diary(ROW).do(1)
        again = [json.loads(line) for line in diary.lines]
        evening = [{**row, "id": f"x{row['id']}", "at": row["at"].replace("T08", "T19")} for row in again]
        diary.lines += [json.dumps(row) for row in evening]
        assert diary.decision(ROW).kind == "hold"
        diary.lines[-1] = json.dumps({**evening[-1], "pain": 6})
        assert diary.decision(ROW).rule == "D3"


class TestASwapCarriesASensibleLoad:
    def test_it_starts_at_its_own_entry_and_not_at_the_load_that_was_left(self):
        diary = Diary(PRESS).do(8).do(1, pain=6).do(1, pain=6)
        decision = diary.decision(PRESS)
        assert decision.kind == "swap"
        assert effort_of(decision.now) <= effort_of(decision.was)

    def test_it_asks_for_no_more_sets_or_repetitions(self):
        diary = Diary(ROW).do(1, pain=6).do(1, pain=6)
        was, now = figures(diary.decision(ROW).was), figures(diary.decision(ROW).now)
        assert now[0] <= was[0]
        assert now[1] <= was[1]

    def test_the_move_that_left_keeps_its_own_load_for_later(self):
        diary = Diary(ROW).do(1, pain=6).do(1, pain=6)
        was = diary.decision(ROW).was
        diary.do(6)
        back = diary.decision(ROW)
        assert (back.kind, back.now is not None and back.now.exercise) == ("resume", ROW)
        assert figures(back.now)[0] <= figures(was)[0]


class TestByName:
    def test_the_lighter_week_lowers_and_gives_back_without_earning(self):
        diary = Diary(PRESS).do(9)
        before = diary.decision(PRESS).was
        assert effort(diary.dose(PRESS)) < effort_of(before)
        diary.do(3).rescreen(diary.upcoming.date)
        assert (diary.decision(PRESS).kind, figures(diary.decision(PRESS).now)) == ("resume", figures(before))

    def test_the_one_sided_item_counts_its_worse_side(self):
        worse: list[dict[str, Any]] = [{"pain": 6}, {"reps": 1}, {"rir": 0}]
        for changes in worse:
            diary = Diary(PRESS).do(1).do(1, **changes)
            last = json.loads(diary.lines[-1])
            assert (CATALOGUE[PRESS].unilateral, last["side"]) == (True, "right")
            assert diary.decision(PRESS).kind != "progress"

    def test_the_one_sided_item_with_one_side_untold_is_a_miss(self):
        diary = Diary(PRESS).do(2)
        diary.lines = [line for line in diary.lines if json.loads(line)["side"] == "left"]
        assert diary.decision(PRESS).kind == "hold"

    def test_the_coarse_step_waits_for_two_weeks_and_room_to_spare_and_starts_with_a_set_less(self):
        diary = Diary(ROW, profile=somebody(own=OwnKit(bands=("light", "medium", "heavy"))))
        asked = []
        for number in range(30):
            if number % 9 == 0:
                diary.rescreen(diary.upcoming.date)
            asked.append((diary.upcoming.date, diary.dose(ROW)))
            diary.do(1, left=2)
        place = next(n for n, (_, item) in enumerate(asked) if band(item) == "heavy")
        (_, before), (day, first) = asked[place - 1], asked[place]
        assert band(before) == "medium"
        assert first.sets == before.sets - 1
        assert day - START >= timedelta(days=14)

    def test_the_coarse_step_above_half_the_load_is_never_taken(self):
        coarse = somebody(own=OwnKit(dumbbell_kg=(2, 4, 8, 16)))
        diary = Diary(PRESS, profile=coarse)
        loads = set()
        for number in range(40):
            if number % 9 == 0:
                diary.rescreen(diary.upcoming.date)
            loads.add(kg(diary.dose(PRESS)))
            diary.do(1, left=9)
        assert len(loads) <= 2, loads  # the start load and, in a lighter week, the next below
        assert max(loads) == kg(diary.program.sessions[0].items[0])

    def test_the_two_stops_in_one_day_make_the_next_session_lighter_once(self):
        diary = Diary(PRESS, ROW, SQUEEZE).do(3)
        for item in diary.session().items:
            diary._sets(item, 2, {"pain": 0 if item.exercise == SQUEEZE else 6})
        diary.at += 1
        decision = diary.decision(SQUEEZE)
        assert (decision.kind, decision.rule) == ("deload", "D3")
        assert len(decision.events) > 1
        assert diary.do(1).decision(SQUEEZE).kind == "resume"

    @pytest.mark.parametrize(
        ("usual", "pain", "kind"),
        [(3, 3, "progress"), (4, 4, "progress"), (3, 4, "hold"), (2, 3, "hold"), (5, 4, "hold")],
    )
    def test_the_usual_pain_of_three_or_four_does_not_stop_repetitions(self, usual, pain, kind):
        diary = Diary(ROW, profile=somebody(average=usual, worst_24h=6)).check_ins(START, *[usual] * 5)
        for _ in range(2):
            at = len(diary.lines)
            diary.do(1)
            told = [json.loads(line) for line in diary.lines[at:]]
            diary.lines[at:] = [json.dumps({**row, "pain": pain, "pain_kind": "sore"}) for row in told]
        assert diary.decision(ROW).kind == kind

    def test_the_event_that_arrives_a_week_late_counts_on_its_own_day(self):
        late, never = Diary(ROW).do(5), Diary(ROW).do(5)
        late.write("session_end", on(3), "18:00", session="s02", felt="fine", effort=5, pain=6)
        assert late.due(on(3)) == never.due(on(3))
        asked, would = figures(late.dose(ROW)), figures(never.dose(ROW))
        assert asked[1] <= would[1]
        assert late.due(on(5)).decisions[0].rule == "D5"
