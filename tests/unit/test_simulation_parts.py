"""The parts of the simulation: chance, the watch, the plot, the report."""

from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from rhomboid.catalogue.reader import read_table
from rhomboid.prescription.program import Load
from rhomboid.simulation import anchors, chance
from rhomboid.simulation.chart import draw_chart
from rhomboid.simulation.crowd import Order, kinds_of, live_batch, simulate
from rhomboid.simulation.model import PATH, Model, load_model, load_sources
from rhomboid.simulation.report import report
from rhomboid.simulation.running import DayDue
from rhomboid.spread.work import Where
from rhomboid.training.prescribing import Due
from rhomboid.training.tracks import Note, Outcome, Track
from tests.simulation_people import WEIGHTS, life, planned


def test_draws_are_even_and_independent_of_their_neighbours():
    key = chance.person_key(1, 2)
    drawn = np.array([chance.draw(key, chance.NOISE, day, place) for day in range(300) for place in range(10)])
    assert abs(drawn.mean() - 0.5) < 0.02
    assert abs(drawn.var() * 12 - 1) < 0.05
    assert abs(np.corrcoef(drawn[1:], drawn[:-1])[0, 1]) < 0.05


def test_people_and_seeds_have_luck_of_their_own():
    keys = {chance.person_key(seed, person) for seed in range(20) for person in range(50)}
    assert len(keys) == 1000


def test_every_number_of_the_model_has_a_source():
    assert set(read_table(PATH)) == set(Model._fields)
    assert all(len(source) > 3 for source in load_sources().values())


def outcome(dose, kind, before):
    note = Note("D1", "A test.", ())
    return Outcome("one-arm-dumbbell-row", dose, Track(), kind, note, before, "one-arm-dumbbell-row")


def looked_at(day, change, kind="progress", *, stopped=False):
    """Return what the watch says of a row that was done once and is due again, changed."""
    one = life(0)
    session = next(s for s in one.program.sessions if s.kind == "strength" and s.block("strength"))
    item = next(item for item in session.block("strength") if item.load and item.load.kg)
    one.watch.confirmed = frozenset({item.exercise})
    exercise = one.catalogue[item.exercise]
    from rhomboid.training.rules.climbing import planned_dose

    dose = planned_dose(item)
    one.watch.did(session.date, exercise, dose, stopped=stopped)
    later = session.date + timedelta(days=day)
    now = change(dose)
    plan = replace(item, load=Load(kg=60.0), sets=9)
    made = outcome(now, kind, dose)._replace(exercise=item.exercise, before_exercise=item.exercise)
    due = DayDue(one.fold.state.person.triage_on(later), ((session, (Due("strength", plan, None, made),)),))
    one.watch.look(later, due, in_flare=False)
    return {broken.rule for broken in one.watch.broken}


def heavier(kg):
    return lambda dose: dose._replace(load=Load(kg=dose.load.kg + kg))


@pytest.mark.parametrize(
    ("change", "kind", "stopped", "rule"),
    [
        (heavier(0), "hold", False, None),
        (heavier(1), "hold", False, "D1"),
        (heavier(4), "progress", False, "D2"),
        (lambda dose: dose._replace(reps=dose.reps + 2), "progress", True, "D11"),
        (lambda dose: dose._replace(load=Load(kg=61.0)), "progress", False, "D0"),
    ],
)
def test_the_watch_sees_what_must_never_happen(change, kind, stopped, rule):
    assert looked_at(8, change, kind, stopped=stopped) >= ({rule} if rule else set())
    if rule is None:
        assert looked_at(8, change, kind, stopped=stopped) == set()


def test_the_watch_sees_a_rise_while_the_screen_is_due():
    found = looked_at(29, lambda dose: dose._replace(reps=dose.reps + 2))
    assert "D11" in found


def test_batches_of_any_size_give_the_same_lives():
    order = Order(6, 3, 2, "rhomboid")
    plans = {place: planned(WEIGHTS) for place in range(12)}
    whole = live_batch(order, plans, range(6))
    parts = [lived for people in ([4, 5], [0], [1, 2, 3]) for lived in live_batch(order, plans, people)]
    assert whole == parts[2:] + parts[:2]


def test_a_pool_gives_the_same_lives_as_one_process():
    orders = [Order(12, 2, 2, policy) for policy in ("rhomboid", "none")]
    plans = {place: planned(WEIGHTS) for place in set(kinds_of(2, 12))}
    advanced: list[int] = []
    assert simulate(orders, plans, Where(1), advanced.append) == simulate(orders, plans, Where(2), lambda _: None)
    assert sum(advanced) == 24


def test_the_report_says_it_is_no_evidence_and_the_plot_is_svg():
    orders = [Order(4, 3, 2, policy) for policy in ("rhomboid", "fixed", "regardless", "none")]
    plans = {place: planned(WEIGHTS) for place in range(12)}
    answer = report(orders, [live_batch(order, plans, range(4)) for order in orders])
    assert "no evidence" in answer["notice"]
    assert list(answer["policies"]) == ["rhomboid", "fixed", "regardless", "none"]
    assert answer["policies"]["none"]["sets"] == 0
    drawn = draw_chart(answer)
    root = ET.fromstring(drawn)
    assert root.tag.endswith("svg")
    assert drawn.count("<polyline") == 4
    assert "no evidence" in drawn


def test_the_anchors_that_were_fitted_are_met_again():
    found = anchors.measure(people=3000)
    assert [one.name for one in found if one.fitted and not one.met] == []
    assert load_model().effect > 0
