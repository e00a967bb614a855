"""What a drawn pose is checked for: does what rests on something touch it, and does the body stand in balance?"""

from itertools import pairwise

from rhomboid.body.limb import shoe_points
from rhomboid.body.pose import Pose
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.stage import Stage
from rhomboid.body.surface import FLOOR, Flat, Surface
from rhomboid.body.touch import knee_blob, lowest, part_gap
from rhomboid.body.vector import Vec, add, along, blend, scale

CLOSE = 0.01  # what touches is no more than a centimetre off or in
SPARE = 0.02  # how far the centre of mass may be beyond the middles of toes, heels and knees

# Share of the body's mass, and how far from the near joint the centre lies: woman, man.
# De Leva 1996, J Biomech 29:1223-1230, table 4 (the trunk from the middle of the shoulders to the middle of the hips,
# the shank from knee to ankle joint). Every number was compared with published copies of the table.
SEGMENTS: dict[str, tuple[tuple[float, float], tuple[float, float]]] = {
    "head": ((0.0668, 0.0694), (0.0, 0.0)),
    "trunk": ((0.4257, 0.4346), (0.3782, 0.4310)),
    "upper arm": ((0.0255, 0.0271), (0.5754, 0.5772)),
    "forearm": ((0.0138, 0.0162), (0.4559, 0.4574)),
    "hand": ((0.0056, 0.0061), (0.7474, 0.7900)),
    "thigh": ((0.1478, 0.1416), (0.3612, 0.4095)),
    "shank": ((0.0481, 0.0433), (0.4352, 0.4395)),
    "foot": ((0.0129, 0.0137), (0.4014, 0.4415)),
}
HAND = 0.085  # from the wrist to the knuckles


def contacts(pose: Pose) -> tuple[tuple[str, Surface], ...]:
    """Return what rests on what in a pose, as it is written."""
    found = list(pose.rests)
    for name, limb in pose.limbs.items():
        if limb.on is None:
            continue
        kind, side = name.split("_")
        end, middle = ("hand", "forearm") if kind == "arm" else ("foot", "knee")
        if limb.target is None and limb.touch != "end":
            found.append((f"{middle}_{side}", limb.on))
        if limb.target is not None or limb.touch != "mid":
            found.append((f"{end}_{side}", limb.on))
    return tuple(found)


def loose_contacts(stage: Stage, t: float) -> tuple[str, ...]:
    """Return what should touch and does not, or is sunk in, at a moment of the movement."""
    pose, skeleton = stage.pose(t), stage.skeleton(t)
    found = []
    for part, surface in contacts(pose):
        gap, _ = part_gap(skeleton, part, surface)
        if abs(gap) > CLOSE:
            found.append(f"{part} is {gap * 100:.1f} cm off at {t:.2f}")
    if pose.settle and abs(lowest(skeleton)) > CLOSE:
        found.append(f"the body is {lowest(skeleton) * 100:.1f} cm off the floor at {t:.2f}")
    return tuple(found)


def centre_of_mass(skeleton: Skeleton) -> Vec:
    """Return the centre of mass of the body without what it holds."""
    column = 0 if skeleton.build.name == "woman" else 1
    total: Vec = (0.0, 0.0, 0.0)
    for name, start, stop in _segments(skeleton):
        masses, shares = SEGMENTS[name]
        total = add(total, scale(blend(start, stop, shares[column]), masses[column]))
    return total


def _segments(skeleton: Skeleton) -> list[tuple[str, Vec, Vec]]:
    shoulders = blend(skeleton.roots["arm_r"], skeleton.roots["arm_l"], 0.5)
    found = [("head", skeleton.head, skeleton.head), ("trunk", shoulders, skeleton.at(0.0)[0])]
    for name, chain in skeleton.limbs.items():
        one, two = ("upper arm", "forearm") if name.startswith("arm") else ("thigh", "shank")
        found += [(one, chain.root, chain.mid), (two, chain.mid, chain.tip)]
        if name.startswith("arm"):
            found.append(("hand", chain.tip, along(chain.tip, chain.end, HAND)))
        else:
            points = shoe_points(chain)
            found.append(("foot", points[0][0], points[-1][0]))
    return found


def stands_free(pose: Pose) -> bool:
    """Return whether feet or knees on the floor are all that carries the body."""
    parts = contacts(pose)
    names = {part.split("_")[0] for part, _ in parts}
    return bool(parts) and names <= {"foot", "knee", "knees"} and all(surface == FLOOR for _, surface in parts)


def base(pose: Pose, skeleton: Skeleton) -> tuple[tuple[float, float], ...]:
    """Return the places on the floor (x, z) that carry the body: under the shoes and the knees."""
    points = []
    for part, _surface in contacts(pose):
        if part == "knees":
            points += [knee_blob(skeleton.limbs[leg], skeleton).centre for leg in ("leg_r", "leg_l")]
        elif part.startswith("knee"):
            points.append(knee_blob(skeleton.limbs[f"leg_{part[-1]}"], skeleton).centre)
        elif part.startswith("foot"):
            points += [centre for centre, _ in shoe_points(skeleton.limbs[f"leg_{part[-1]}"])]
    return tuple((x, z) for x, _, z in points)


def beyond(point: tuple[float, float], places: tuple[tuple[float, float], ...]) -> float:
    """Return how far a point lies outside the hull of the places; negative inside."""
    corners = _hull(sorted(set(places)))
    worst = float("-inf")
    for (x0, z0), (x1, z1) in pairwise([*corners, corners[0]]):
        size = ((x1 - x0) ** 2 + (z1 - z0) ** 2) ** 0.5
        worst = max(worst, ((point[0] - x0) * (z1 - z0) - (point[1] - z0) * (x1 - x0)) / size)
    return worst


def _hull(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the corners of the hull, against the clock."""
    halves = []
    for row in (places, places[::-1]):
        half: list[tuple[float, float]] = []
        for x, z in row:
            while len(half) > 1 and _turn(half[-2], half[-1], (x, z)) <= 0:
                half.pop()
            half.append((x, z))
        halves.append(half[:-1])
    return halves[0] + halves[1]


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def off_balance(stage: Stage, t: float) -> float:
    """Return how far the centre of mass is outside the base, in metres; negative when it is over it or held."""
    pose, skeleton = stage.pose(t), stage.skeleton(t)
    if stage.scene.moving_base or stage.scene.held or not stands_free(pose):
        return float("-inf")
    x, _, z = centre_of_mass(skeleton)
    return beyond((x, z), base(pose, skeleton)) - SPARE


def walls(surfaces: dict[str, Surface]) -> tuple[Flat, ...]:
    """Return the upright sides of the walls in a room."""
    found = (side for name, side in surfaces.items() if name.startswith("wall.") and name != "wall.top")
    return tuple(side for side in found if isinstance(side, Flat))
