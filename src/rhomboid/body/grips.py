"""What a figure is checked for: is a closed hand closed round something, and is what is held in the hand?"""

from itertools import pairwise

from rhomboid.body.camera import Blob
from rhomboid.body.held import SIDES, grip_of
from rhomboid.body.picture import solids_of
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.solids import Solid
from rhomboid.body.stage import Stage
from rhomboid.body.vector import Vec, along, dot, length, sub

FIST = 0.041  # from the middle of a fist to its side
CLOSE = 0.01
# Things that are in a hand, and the solid of each that the hand closes round.
HANDLES = {"band": "band-{side}", "dumbbell": "handle-{side}", "kettlebell": "loop-{side}", "barbell": "bar"}
LYING = ("mat", "pool", "wave")


def distance(place: Vec, solid: Solid) -> float:
    """Return how far a place is from the surface of a solid; nothing when it is inside."""
    gaps = [_from_bone(place, one, two) for chain in solid.chains for one, two in pairwise((*chain, chain[-1]))]
    if solid.faces:
        corners = [corner for face in solid.faces for corner in face]
        low, high = (tuple(pick(c[i] for c in corners) for i in range(3)) for pick in (min, max))
        x, y, z = (max(low[i], min(high[i], place[i])) for i in range(3))
        gaps.append(length(sub(place, (x, y, z))))
    return max(0.0, min(gaps))


def _from_bone(place: Vec, one: Blob, two: Blob) -> float:
    way = sub(two.centre, one.centre)
    share = dot(sub(place, one.centre), way) / dot(way, way) if length(way) > 1e-9 else 0.0
    near = along(one.centre, way, max(0.0, min(1.0, share)))
    return length(sub(place, near)) - max(one.radii)


def off_their_handles(stage: Stage, skeleton: Skeleton) -> tuple[str, ...]:
    """Return the things that should be in a hand and are not, at one moment."""
    found = []
    solids = {solid.name: solid for solid in solids_of(stage.scene, skeleton, stage.depths)}
    for prop in stage.scene.props:
        if prop["kind"] in HANDLES:
            usual = "r" if prop["kind"] == "kettlebell" else "both"
            for side in SIDES["both" if prop.get("shared") else prop.get("hands", usual)]:
                name = HANDLES[prop["kind"]].format(side="r" if prop.get("shared") else side)
                off = distance(grip_of(skeleton, side), solids[name]) - FIST
                if off > CLOSE:
                    found.append(f"{name} is {off * 100:.1f} cm from hand_{side}")
    return tuple(found)


def empty_fists(stage: Stage, skeleton: Skeleton) -> tuple[str, ...]:
    """Return the closed hands that are closed round nothing and lean on nothing, at one moment."""
    solids = [s for s in solids_of(stage.scene, skeleton, stage.depths) if not s.name.startswith(LYING)]
    found = []
    for side in ("r", "l"):
        place = grip_of(skeleton, side)
        if skeleton.limbs[f"arm_{side}"].grip == "fist" and place[1] > FIST + CLOSE:
            off = min((distance(place, solid) for solid in solids), default=float("inf")) - FIST
            if off > CLOSE:
                found.append(f"hand_{side} is {off * 100:.1f} cm from anything")
    return tuple(found)
