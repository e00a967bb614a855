"""Measures of two adults of 1.75 m, in metres: bone lengths, and the thickness of the body along them.

Both bodies share the lengths of their bones, so a pose that stands on its feet and holds the bar does so for both;
they differ in the width of shoulders and hips, in thickness, and in hair.
"""

from dataclasses import dataclass

THIGH, SHIN, UPPER_ARM, FOREARM = 0.43, 0.42, 0.29, 0.25
SPINE, NECK = 0.52, 0.10
SOLE = 0.085  # the ankle joint above the sole
WRIST = 0.03  # the wrist joint above the surface a flat hand rests on

# (how far along the bone, radius, bulge to the front)
Bone = tuple[tuple[float, float, float], ...]
# (how far up the spine, half depth, half width, shift to the front)
Trunk = tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True)
class Build:
    """The flesh of one body. hair: "short" or "bound"."""

    name: str
    hip_half: float
    shoulder_half: float
    thigh: Bone
    shin: Bone
    shorts: Bone
    upper_arm: Bone
    forearm: Bone
    sleeve: Bone
    pelvis: Trunk
    shirt: Trunk
    shoulder: float  # radius of the rounded shoulder
    neck: tuple[float, float]
    jaw: tuple[float, float]  # how low it is, and its radius
    hair: str


MAN = Build(
    name="man",
    hip_half=0.092,
    shoulder_half=0.172,
    thigh=((0.3, 0.086, 0.006), (0.65, 0.068, 0.005), (1.0, 0.053, 0.002)),
    shin=((0.0, 0.053, 0.002), (0.28, 0.056, -0.013), (0.55, 0.046, -0.009), (1.0, 0.033, 0.0)),
    shorts=((0.0, 0.100, 0.0), (0.3, 0.096, 0.006), (0.74, 0.083, 0.004)),
    upper_arm=((0.0, 0.056, 0.0), (0.45, 0.047, 0.002), (1.0, 0.039, 0.0)),
    forearm=((0.0, 0.039, 0.0), (0.25, 0.042, 0.0), (0.6, 0.035, 0.0), (1.0, 0.026, 0.0)),
    sleeve=((0.0, 0.066, 0.0), (0.35, 0.062, 0.0), (0.68, 0.060, 0.0)),
    pelvis=((-0.13, 0.070, 0.085, -0.010), (-0.02, 0.106, 0.148, -0.010), (0.10, 0.112, 0.160, -0.008)),
    shirt=(
        (0.06, 0.114, 0.164, -0.008),
        (0.22, 0.107, 0.152, -0.002),
        (0.42, 0.101, 0.140, 0.003),
        (0.62, 0.111, 0.152, 0.008),
        (0.80, 0.109, 0.162, 0.004),
        (0.92, 0.088, 0.150, -0.006),
        (1.00, 0.060, 0.090, -0.012),
    ),
    shoulder=0.060,
    neck=(0.056, 0.053),
    jaw=(-0.078, 0.043),
    hair="short",
)
WOMAN = Build(
    name="woman",
    hip_half=0.094,
    shoulder_half=0.156,
    thigh=((0.3, 0.085, 0.006), (0.65, 0.065, 0.004), (1.0, 0.050, 0.002)),
    shin=((0.0, 0.050, 0.002), (0.28, 0.053, -0.013), (0.55, 0.043, -0.009), (1.0, 0.031, 0.0)),
    shorts=((0.0, 0.101, 0.0), (0.3, 0.095, 0.006), (0.74, 0.078, 0.004)),
    upper_arm=((0.0, 0.048, 0.0), (0.45, 0.040, 0.001), (1.0, 0.035, 0.0)),
    forearm=((0.0, 0.035, 0.0), (0.25, 0.037, 0.0), (0.6, 0.031, 0.0), (1.0, 0.024, 0.0)),
    sleeve=((0.0, 0.059, 0.0), (0.35, 0.054, 0.0), (0.62, 0.052, 0.0)),
    pelvis=((-0.13, 0.070, 0.090, -0.010), (-0.02, 0.107, 0.158, -0.012), (0.10, 0.110, 0.160, -0.010)),
    shirt=(
        (0.06, 0.113, 0.163, -0.009),
        (0.22, 0.099, 0.139, -0.004),
        (0.40, 0.092, 0.122, 0.000),
        (0.56, 0.103, 0.134, 0.006),
        (0.70, 0.118, 0.144, 0.014),
        (0.82, 0.104, 0.146, 0.004),
        (0.92, 0.080, 0.134, -0.006),
        (1.00, 0.053, 0.080, -0.012),
    ),
    shoulder=0.053,
    neck=(0.049, 0.046),
    jaw=(-0.075, 0.037),
    hair="bound",
)
BUILDS = {"woman": WOMAN, "man": MAN}
DEFAULT = "woman"  # pain of neck and upper back is the more common in women

SKULL = (0.098, 0.112, 0.084)  # half depth, half height, half width
