"""The figures of the decided rules, copied by hand from the rules: a second reading, so that none drifts unseen."""

from typing import Any

import pytest

from rhomboid.catalogue.rulebook import rule

DECIDED: dict[str, Any] = {
    "A6.rescreen_every_days": 28,
    "B3.average_pain_at_most": 3,
    "B4.squat_kg_at_most": 9,
    "B7.area_s": [60, 120],
    "B7.tender_s": [15, 30],
    "B8.average_pain_at_most": 3,
    "B9.dumbbell": [[1, 10, 1], [10, 60, 2]],
    "B9.kettlebell": [[4, 12, 2], [12, 60, 4]],
    "B9.bands": ["extra_light", "light", "medium", "heavy", "extra_heavy"],
    "C1.strength_days": [2, 3],
    "C1.daily_sets": 3,
    "C1.walk.minutes": 10,
    "C1.walk.more_minutes": 5,
    "C1.walk.every_weeks": 2,
    "C1.walk.minutes_at_most": 30,
    "C1.walk.days.familiarise": 3,
    "C1.walk.days.build": 4,
    "C1.walk.days.strengthen": 5,
    "C1.calendar.lighter_every": 4,
    "C1.calendar.review_weeks": [4, 8, 12],
    "C2.lower_load": 0.1,
    "C2.fewer_reps_least": 5,
    "C2.shorter_hold_s": 5,
    "C3.items": [3, 8],
    "C4.entry_reps": 5,
    "C4.entry_sets": 2,
    "C4.entry_reserve": 4,
    "C4.targets.familiarise": [5, 8, 10, 12],
    "C4.targets.build": [8, 10, 12],
    "C4.targets.strengthen": [6, 8, 10],
    "C4.targets.maintain": [10],
    "C4.most_sets.familiarise": 2,
    "C4.most_sets.build": 3,
    "C4.most_sets.strengthen": 3,
    "C4.most_sets.maintain": 2,
    "C4.reserve.familiarise": 4,
    "C4.reserve.build": 3,
    "C4.reserve.strengthen": 2,
    "C4.reserve.maintain": 3,
    "C4.scapular_hold.hold_s": 10,
    "C4.core_hold.shortest_s": 10,
    "C4.core_hold.longest_s": 60,
    "C4.core_hold.step_s": 5,
    "C5.pull_sessions": 2,
    "C5.retraction_items": 2,
    "C5.core_items": 2,
    "C5.ease_days": 5,
    "C5.yoga_minutes_familiarise": 60,
    "C6.weekly_sets.familiarise": [4, 12],
    "C6.weekly_sets.build": [6, 16],
    "C6.weekly_sets.strengthen": [8, 18],
    "C6.lighter_share": 0.5,
    "C8.high_pain": 6,
    "C8.high_pain_days": 7,
    "C8.new_pain_weeks": 2,
    "C8.new_pain_days": 3,
    "C9.sitting_hours_over": 4,
    "C9.every_minutes": [30, 60],
    "C9.seconds": [30, 90],
    "C10.minimal_minutes": 2,
    "C10.minimal_days": 5,
    "C10.splits": [[3, 20], [9, 7]],
    "D0.stop_pain": 5,
    "D0.stop_rise": 3,
    "D0.sore_pain": 3,
    "D0.sore_pain_most": 4,
    "D0.step_back": 0.1,
    "D1.clean_outings": 2,
    "D2.days_between": 7,
    "D2.small_step": 0.1,
    "D2.largest_step": 0.5,
    "D2.step_in_hand_kg": 1,
    "D2.step_on_bar_kg": 2.5,
    "D2.big_step_days": 14,
    "D2.spare_reserve": 2,
    "D3.step_back": 0.2,
    "D3.swap_stops": 2,
    "D3.swap_outings": 3,
    "D3.return_days": 14,
    "D3.tissue_stop_above": 3,
    "D5.above_usual": 2,
    "D5.session_end_pain": 5,
    "D6.sessions_running": 2,
    "D7.above": 2,
    "D7.days_running": 3,
    "D7.within_days": 7,
    "D7.lasts_days": 7,
    "D7.lower_load": 0.2,
    "D8.weeks": 6,
    "D9.hold_from_days": 8,
    "D9.step_back_from_days": 15,
    "D9.restart_from_days": 29,
    "D9.restart_load": 0.7,
    "D10.days": 28,
    "D10.check_ins": 14,
    "D10.mean_at_most": 1,
    "D10.none_above": 3,
    "E1.cold_minutes": 20,
}
# Budget of C3: minutes, then warm-up, moves, sets, rest, core, cool-down.
BUDGET = [
    ([10, 14], 90, [2, 2, 2], [2, 2, 2], [30, 30, 45], 1, 45),
    ([15, 19], 150, [3, 3, 3], [2, 2, 2], [30, 30, 45], 1, 90),
    ([20, 29], 240, [3, 4, 4], [2, 2, 3], [45, 45, 60], 1, 120),
    ([30, 44], 360, [3, 4, 5], [2, 3, 3], [45, 45, 60], 2, 150),
    ([45, 59], 480, [3, 4, 5], [2, 3, 3], [45, 60, 90], 2, 240),
    ([60, 90], 600, [3, 4, 5], [2, 3, 3], [60, 60, 90], 2, 300),
]


@pytest.mark.parametrize("name", DECIDED)
def test_a_figure_is_the_one_that_was_decided(name):
    rule_id, *path = name.split(".")
    value: Any = rule(rule_id).numbers
    for part in path:
        value = value[part]
    assert value == DECIDED[name]


def test_the_table_of_a_session_is_the_one_that_was_decided():
    columns = ("minutes", "warm_up_s", "moves", "sets", "rest_s", "core", "cool_down_s")
    assert [tuple(row[name] for name in columns) for row in rule("C3").numbers["budget"]] == BUDGET
