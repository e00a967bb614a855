"""The lines on a fist: the thumb over the fingers from one side, the knuckles from the other."""

from rhomboid.body.camera import Camera, polygon
from rhomboid.body.limb import Chain, hand_frame, hand_place
from rhomboid.body.vector import Vec, add, dot, scale

# In the frame of the hand: along the fingers, out of the palm, to the thumb.
CREASE: tuple[Vec, ...] = ((0.030, 0.030, 0.016), (0.056, 0.040, 0.008), (0.074, 0.034, -0.006), (0.078, 0.020, -0.016))
KNUCKLES: tuple[tuple[Vec, Vec], ...] = tuple(
    ((0.094, 0.010, z), (0.080, -0.026, z * 1.1)) for z in (0.016, -0.002, -0.020)
)
SEEN = 0.15


def grip_path(chain: Chain, camera: Camera) -> str:
    """Return the lines on a hand; those that are turned away, and all of a flat hand, shrink to a point."""
    ahead, normal, side = hand_frame(chain)
    palm = add(scale(normal, 0.75), scale(side, 0.5))
    back = add(scale(normal, -0.8), scale(ahead, 0.5))
    is_fist = chain.grip == "fist"
    lines = [(CREASE, is_fist and dot(palm, camera.toward) > SEEN)]
    lines += [(line, is_fist and dot(back, camera.toward) > SEEN) for line in KNUCKLES]
    paths = []
    for line, seen in lines:
        points = [camera.point(hand_place(chain, place)) for place in line]
        paths.append(polygon(points if seen else points[:1] * len(points), closed=False))
    return "".join(paths)
