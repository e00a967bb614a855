"""How many strength days fit a menu of weekdays (C1)."""

import pytest

from rhomboid.checking.calendar import most_days
from rhomboid.lib.weekdays import WEEKDAYS


@pytest.mark.parametrize(
    ("menu", "fits"),
    [
        (("mon", "wed", "fri"), 3),
        (WEEKDAYS, 3),
        (("mon", "tue", "thu"), 2),
        (("mon", "wed", "sun"), 2),
        (("fri", "sat", "sun"), 2),
        (("sun", "mon"), 1),
        (("wed",), 1),
        ((), 0),
    ],
)
def test_it_counts_the_days_that_are_no_neighbours(menu, fits):
    assert most_days(menu) == fits
