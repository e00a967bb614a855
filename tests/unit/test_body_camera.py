"""Paths: numbers short, steps without drift, hulls with the same count of points."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhomboid.body.camera import DIRECTIONS, Blob, Camera, ball, number, polygon


@pytest.mark.parametrize(
    ("tenths", "text"), [(0, "0"), (5, ".5"), (-5, "-.5"), (120, "12"), (-123, "-12.3"), (10, "1")]
)
def test_it_writes_tenths_as_the_shortest_number(tenths, text):
    assert number(tenths) == text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), min_size=2, max_size=30))
def test_it_steps_from_point_to_point_without_drift(points):
    values = [float(v) for v in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", polygon(points))]
    x, y = sum(values[0::2]), sum(values[1::2])
    assert x == pytest.approx(points[-1][0], abs=0.051)
    assert y == pytest.approx(points[-1][1], abs=0.051)


def test_it_sees_a_person_that_faces_right_from_the_right_side():
    camera = Camera(0, 0, 100, (0, 0))
    assert camera.point((1, 2, 3)) == pytest.approx((100, -200))
    assert camera.depth((1, 2, 3)) == pytest.approx(3)


def test_it_sees_the_right_hand_on_the_left_from_the_front():
    camera = Camera(90, 0, 100, (0, 0))
    assert camera.point((0, 0, 1))[0] == pytest.approx(-100)
    assert camera.depth((1, 0, 0)) == pytest.approx(1)


def test_it_sees_near_things_lower_when_it_looks_down():
    camera = Camera(0, 30, 100, (0, 0))
    assert camera.point((0, 0, 1))[1] > camera.point((0, 0, 0))[1]


def test_it_draws_a_ball_as_wide_as_it_is():
    camera = Camera(20, 10, 100, (0, 0))
    x, y, a, b, c = camera.flatten(ball((0, 0, 0), 0.5))
    assert (x, y, b) == pytest.approx((0, 0, 0))
    assert a == pytest.approx(2500)
    assert c == pytest.approx(2500)


def test_it_draws_a_disc_edge_on_as_a_line():
    camera = Camera(0, 0, 100, (0, 0))
    frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    _, _, a, _, c = camera.flatten(Blob((0, 0, 0), (0.5, 0.0, 0.5), frame))
    assert (a, c) == pytest.approx((2500, 0))


def test_it_joins_neighbours_with_one_hull_each():
    camera = Camera(0, 0, 100, (0, 0))
    chain = [ball((i * 0.2, 0, 0), 0.1) for i in range(4)]
    path = camera.hulls(chain)
    assert path.count("M") == 3
    assert len(re.findall(r"-?(?:\d+\.?\d*|\.\d+)", path)) == 3 * 2 * len(DIRECTIONS)
