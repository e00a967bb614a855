"""The array copy of the rules says what the engine says, through random sequences of outings, gaps and bad days."""

import numpy as np
import pytest

from rhomboid.simulation import arrays, compare
from rhomboid.simulation.figures import load_figures
from rhomboid.simulation.multitude import live_multitude

LIVES = 8


@pytest.mark.parametrize("level", ["some", "trained"])
def test_engine_and_copy_agree_on_every_dose(level):
    found = [compare.compare(seed, level) for seed in range(LIVES)]
    assert [one for each in found for one in each.differences] == []
    assert sum(one.decisions for one in found) > 150 * LIVES


def test_the_comparison_can_fail(monkeypatch):
    """With another share for one step back in the copy alone the two drift apart."""
    real = load_figures()
    monkeypatch.setattr(compare, "load_figures", lambda: real._replace(clean_outings=3))
    assert compare.compare(0).differences


def test_multitudes_are_the_same_on_any_number_of_threads():
    one, two = (live_multitude(2100, 4, 5, "rhomboid", workers, lambda _: None) for workers in (1, 2))
    assert np.array_equal(one.counts, two.counts)
    assert np.array_equal(one.pain_by_week, two.pain_by_week)
    assert np.array_equal(one.change, two.change)


def test_the_copy_breaks_no_rule_and_adapts_where_the_others_do_not():
    found = {policy: live_multitude(300, 15, 1, policy, 2, lambda _: None) for policy in ("rhomboid", "regardless")}
    assert found["rhomboid"].violations == 0
    assert found["rhomboid"].counts[arrays.DECISIONS] > 50_000
    assert found["rhomboid"].counts[arrays.LOAD_RISES] > 0
    assert found["rhomboid"].counts[arrays.TOO_HARD] < found["regardless"].counts[arrays.TOO_HARD]
