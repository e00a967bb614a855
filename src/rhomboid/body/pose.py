"""A pose as it is written, and as it is between two poses."""

import math
from dataclasses import dataclass
from typing import Any

from rhomboid.body.surface import FLOOR, Surface
from rhomboid.body.vector import Vec

LIMBS = ("arm_r", "arm_l", "leg_r", "leg_l")
PAIRS = {"arms": ("arm_r", "arm_l"), "legs": ("leg_r", "leg_l")}
CENTRAL = ("head", "neck", "chest", "belly", "hips")
NUMBERS = ("pitch", "lumbar", "thoracic", "bend", "twist", "neck", "nod", "look", "tilt", "shrug", "retract")


@dataclass(frozen=True)
class Limb:
    """An arm or leg: either aimed at `target` (wrist or ankle), or laid along two directions.

    near: the target is an offset from this joint; None for the room itself. hint: where elbow or knee points.
    on: what hand or foot rests on; a limb laid along directions rests with its elbow or knee too. floor: on the floor
    by a target without a height. touch: "both" joints of a limb laid on it, or only its "mid" one
    (elbow, knee) or its "end".
    end: direction of fingers or toes, None for the natural one; grip: "fist", "flat", or "shoe".
    """

    target: Vec | None
    near: str | None
    floor: bool
    upper: Vec | None
    lower: Vec | None
    hint: Vec
    end: Vec | None
    grip: str
    on: Surface | None
    touch: str


@dataclass(frozen=True)
class Pose:
    """Where the pelvis is, how it is turned, how spine and head bend (degrees), and the four limbs.

    up and face: directions from pelvis to head and of the belly. lumbar, thoracic, neck, nod: bending forward is
    positive; bend: to the right side; twist: the chest turns to the right; look: the head turns to the right.
    settle: the whole body sinks or rises until its lowest point rests on the floor.
    rests: parts of the trunk ("seat", "back", "belly", "head", "knees") and what they rest on.
    """

    pelvis: Vec
    up: Vec
    face: Vec
    lumbar: float
    thoracic: float
    bend: float
    twist: float
    neck: float
    nod: float
    look: float
    tilt: float
    shrug: float
    retract: float
    settle: bool
    rests: tuple[tuple[str, Surface], ...]
    arm_r: Limb
    arm_l: Limb
    leg_r: Limb
    leg_l: Limb

    @property
    def limbs(self) -> dict[str, Limb]:
        return {"arm_r": self.arm_r, "arm_l": self.arm_l, "leg_r": self.leg_r, "leg_l": self.leg_l}


def merge(*stages: dict[str, Any]) -> dict[str, Any]:
    """Return one table of a pose; later stages win, and a pair ("arms") replaces both of its sides."""
    merged: dict[str, Any] = {}
    for stage in stages:
        for key, value in stage.items():
            if key in PAIRS:
                for side in PAIRS[key]:
                    merged[side] = {**value, "mirror": side.endswith("_l")}
            else:
                merged[key] = value
    return merged


def to_vec(values: Any, mirror: bool = False) -> Vec:
    x, y, z = values
    return (float(x), float(y), -float(z) if mirror else float(z))


def _near(table: dict[str, Any], mirror: bool) -> str | None:
    """Return the joint a target is near; a name without a side means the limb's own side."""
    name = table.get("near")
    if name is None or name in CENTRAL or name[-2:] in ("_r", "_l"):
        return name
    return f"{name}_{'l' if mirror else table.get('side', 'r')}"


def to_limb(table: dict[str, Any], is_arm: bool) -> Limb:
    """Return the limb of a table: "hand"/"foot" aims it, "up"+"fore" or "thigh"+"shin" lays it."""
    names = ("hand", "up", "fore", "elbow", "finger") if is_arm else ("foot", "thigh", "shin", "knee", "toe")
    mirror = bool(table.get("mirror", False))
    goal, upper, lower, hint, end = (table.get(name) for name in names)
    floor = goal is not None and len(goal) == 2
    if goal is not None and floor:
        goal = (goal[0], 0.03 if is_arm else 0.085, goal[1])
    fallback = (-0.5, -0.6, 0.5) if is_arm else (1.0, 0.0, 0.12)
    return Limb(
        target=None if goal is None else to_vec(goal, mirror),
        near=_near(table, mirror),
        floor=floor,
        upper=None if upper is None else to_vec(upper, mirror),
        lower=None if lower is None else to_vec(lower, mirror),
        hint=to_vec(hint or fallback, mirror if hint or "mirror" in table else False),
        end=None if end is None else to_vec(end, mirror),
        grip=table.get("grip", "flat") if is_arm else "shoe",
        on=FLOOR if floor else table.get("on"),
        touch=table.get("touch", "both"),
    )


def to_pose(table: dict[str, Any]) -> Pose:
    """Return the pose of a merged table; "pitch" is short for leaning forward in the side plane."""
    pitch = table.get("pitch")
    up, face = (lean(pitch)) if pitch is not None else (to_vec(table["up"]), to_vec(table["face"]))
    values: dict[str, Any] = {name: float(table.get(name, 0.0)) for name in NUMBERS if name != "pitch"}
    values |= {name: to_limb(table[name], name.startswith("arm")) for name in LIMBS}
    return Pose(
        pelvis=to_vec(table["pelvis"]), up=up, face=face, settle=bool(table.get("settle", False)),
        rests=tuple(sorted(table.get("rest", {}).items())), **values)  # fmt: skip


def lean(degrees: float) -> tuple[Vec, Vec]:
    """Return up and face of a pelvis that leans forward by `degrees`; 90 is face down, -90 face up."""
    angle = math.radians(degrees)
    return (math.sin(angle), math.cos(angle), 0.0), (math.cos(angle), -math.sin(angle), 0.0)
