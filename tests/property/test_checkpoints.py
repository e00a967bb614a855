"""A checkpoint makes an answer faster, never another one: however the events of a log arrive."""

import json
import random
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhomboid.lib.canonical import to_json
from rhomboid.training.checkpoint import Checkpoints
from rhomboid.training.events import join_logs, read_bodies, read_log
from rhomboid.training.today import due_on
from rhomboid.training.today_json import today_to_json
from tests.property.test_training_fold import PERSON, diaries
from tests.training_diary import CATALOGUE, somebody

FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
OTHER_PERSON = somebody(average=3, confirmed=frozenset())
ARRIVALS = 5


def told(person, program, log, day, checkpoints=None):
    answer = due_on(person, CATALOGUE, program, log, day, checkpoints=checkpoints)
    return to_json([today_to_json(answer), answer.problems])


def corrected(event, number, chance):
    """Return a correction of an event: taken back, told otherwise, or told as of another hour or another zone."""
    changes = [
        None,
        {**event, "pain": 6} if event["type"] == "set" else None,
        {**event, "at": event["at"].replace("T12", "T23").replace("T13", "T22")},
        {**event, "at": event["at"].replace("+01:00", "-11:00")},
    ]
    return {
        "id": f"c{number}-{event['id']}",
        "at": event["at"].replace("+01:00", "+00:00"),
        "type": "correction",
        "of": event["id"],
        "event": chance.choice(changes),
    }


def disturbed(diary, chance):
    """Return the bodies of a log as devices deliver them: late, twice, corrected, some of them broken."""
    bodies = [json.loads(line) for line in diary.lines]
    wrong = [one for one in bodies if chance.random() < 0.06]
    bodies += [corrected(event, number, chance) for number, event in enumerate(wrong)]
    bodies += [one for one in bodies if chance.random() < 0.05]
    if chance.random() < 0.3:
        bodies.append({"id": "broken", "at": "yesterday", "type": "walk", "minutes": 3})
    late = [one for one in bodies if chance.random() < 0.15]
    return [one for one in bodies if one not in late] + late


@FEW
@given(diaries(), st.integers(0, 10_000))
def test_a_log_that_arrives_in_any_way_is_told_the_same_from_checkpoints_and_from_the_beginning(diary, seed):
    chance = random.Random(seed)
    bodies, checkpoints = disturbed(diary, chance), Checkpoints()
    cuts = sorted(chance.randrange(len(bodies) + 1) for _ in range(ARRIVALS))
    for cut in (*cuts, len(bodies)):
        log = read_log("\n".join(json.dumps(one) for one in bodies[:cut]))
        day = diary.upcoming.date - timedelta(days=chance.choice((0, 0, 0, 1, 2, 9)))
        person = OTHER_PERSON if chance.random() < 0.1 else PERSON
        assert told(person, diary.program, log, day, checkpoints) == told(person, diary.program, log, day)


@FEW
@given(diaries(), st.integers(0, 10_000))
def test_a_log_read_in_two_parts_is_the_log_read_at_once(diary, seed):
    chance = random.Random(seed)
    bodies = list({one["id"]: one for one in disturbed(diary, chance)}.values())
    cut = chance.randrange(len(bodies) + 1)
    parts = join_logs(read_bodies(bodies[:cut]), read_bodies(bodies[cut:], first=cut + 1))
    assert parts == read_bodies(bodies) == read_log("\n".join(json.dumps(one) for one in bodies))
