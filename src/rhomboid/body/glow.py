"""Where the worked muscles lie, as soft spots on the part of the body that shows them."""

from dataclasses import dataclass

from rhomboid.body.camera import Camera, ball
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.solids import Layer
from rhomboid.body.vector import Vec, add, along, blend, dot, from_frame, unit

SHOWN = 3  # more than the first few muscles would be no help
AWAY = -0.35  # a spot whose side looks further away than this is not drawn


@dataclass(frozen=True)
class TrunkSpot:
    """A spot on shirt or pelvis: share of the spine, way out of the body (forward, up, right), and radius."""

    share: float
    out: Vec
    radius: float


@dataclass(frozen=True)
class LimbSpot:
    """A spot on a limb: which bone (0 upper, 1 lower), how far along, front (1), back (-1) or middle (0), radius."""

    limb: str
    clip: str
    bone: int
    share: float
    side: float
    radius: float


BACK, FRONT = (-0.095, 0.0, 0.0), (0.095, 0.0, 0.0)
TRUNK = {
    "upper_trapezius": TrunkSpot(0.98, (-0.07, 0.0, 0.0), 0.10),
    "levator_scapulae": TrunkSpot(0.98, (-0.07, 0.0, 0.0), 0.09),
    "middle_trapezius": TrunkSpot(0.84, BACK, 0.12),
    "rhomboids": TrunkSpot(0.78, BACK, 0.12),
    "lower_trapezius": TrunkSpot(0.64, BACK, 0.12),
    "thoracic_extensors": TrunkSpot(0.64, BACK, 0.13),
    "latissimus_dorsi": TrunkSpot(0.50, (-0.08, 0.0, 0.05), 0.14),
    "teres_major": TrunkSpot(0.74, (-0.08, 0.0, 0.08), 0.09),
    "rotator_cuff": TrunkSpot(0.86, (-0.06, 0.0, 0.12), 0.09),
    "erector_spinae": TrunkSpot(0.28, BACK, 0.14),
    "multifidus": TrunkSpot(0.16, BACK, 0.11),
    "quadratus_lumborum": TrunkSpot(0.18, (-0.08, 0.0, 0.06), 0.10),
    "pectoralis_major": TrunkSpot(0.78, FRONT, 0.13),
    "pectoralis_minor": TrunkSpot(0.82, FRONT, 0.11),
    "serratus_anterior": TrunkSpot(0.58, (0.05, 0.0, 0.11), 0.10),
    "diaphragm": TrunkSpot(0.46, FRONT, 0.12),
    "heart_and_lungs": TrunkSpot(0.70, FRONT, 0.12),
    "rectus_abdominis": TrunkSpot(0.30, FRONT, 0.13),
    "transversus_abdominis": TrunkSpot(0.22, FRONT, 0.13),
    "obliques": TrunkSpot(0.28, (0.04, 0.0, 0.11), 0.11),
    "gluteus_maximus": TrunkSpot(-0.04, (-0.09, 0.0, 0.03), 0.14),
    "gluteus_medius": TrunkSpot(0.02, (-0.02, 0.0, 0.12), 0.11),
    "hip_flexors": TrunkSpot(-0.02, (0.08, 0.0, 0.04), 0.11),
}
LIMBS = {
    "posterior_deltoid": LimbSpot("arm", "sleeve", 0, 0.12, 0.0, 0.085),
    "lateral_deltoid": LimbSpot("arm", "sleeve", 0, 0.15, 0.0, 0.085),
    "anterior_deltoid": LimbSpot("arm", "sleeve", 0, 0.12, 0.0, 0.085),
    "biceps": LimbSpot("arm", "skin", 0, 0.75, 0.0, 0.08),
    "triceps": LimbSpot("arm", "skin", 0, 0.75, 0.0, 0.08),
    "forearms": LimbSpot("arm", "skin", 1, 0.35, 0.0, 0.08),
    "quadriceps": LimbSpot("leg", "shorts", 0, 0.5, 1.0, 0.12),
    "hamstrings": LimbSpot("leg", "shorts", 0, 0.55, -1.0, 0.12),
    "calves": LimbSpot("leg", "skin", 1, 0.32, -1.0, 0.09),
}
NECK = ("deep_neck_flexors", "neck_extensors", "neck_side_flexors")


def glow_layers(
    muscles: tuple[str, ...], skeleton: Skeleton, depths: dict[str, float], camera: Camera
) -> list[tuple[str, Layer]]:
    """Return the spots of the first muscles, each with the name of the group it is drawn with."""
    found = []
    for muscle in muscles[:SHOWN]:
        if muscle in TRUNK:
            found.append(("trunk", _on_trunk(muscle, skeleton, depths["trunk"], camera)))
        elif muscle in LIMBS:
            spot = LIMBS[muscle]
            near = max((f"{spot.limb}_r", f"{spot.limb}_l"), key=lambda name: depths[name])
            found.append((near, _on_limb(muscle, near, skeleton, depths[near], camera)))
        elif muscle in NECK:
            base, top = skeleton.neck
            path = camera.hulls((ball(blend(base, top, 0.6), 0.085),))
            found.append(("trunk", Layer(f"glow-{muscle}", "glow", depths["trunk"], path, clip="neck")))
    return found


def _on_trunk(muscle: str, skeleton: Skeleton, depth: float, camera: Camera) -> Layer:
    spot = TRUNK[muscle]
    centre, frame = skeleton.at(spot.share)
    out = spot.out
    if dot(frame[2], camera.toward) < 0:
        out = (out[0], out[1], -out[2])  # the side that looks at the viewer
    way = from_frame(frame, out)
    radius = spot.radius if dot(unit(way), camera.toward) > AWAY else 0.0
    clip = "pelvis" if spot.share < 0.05 else "shirt"
    return Layer(f"glow-{muscle}", "glow", depth, camera.hulls((ball(add(centre, way), radius),)), clip=clip)


def _on_limb(muscle: str, name: str, skeleton: Skeleton, depth: float, camera: Camera) -> Layer:
    spot, chain = LIMBS[muscle], skeleton.limbs[name]
    start, stop = ((chain.root, chain.mid), (chain.mid, chain.tip))[spot.bone]
    centre = along(blend(start, stop, spot.share), chain.front, spot.side * 0.05)
    path = camera.hulls((ball(centre, spot.radius),))
    return Layer(f"glow-{muscle}", "glow", depth, path, clip=f"{name}-{spot.clip}")
