"""Measures of an adult of 1.75 m, in metres: bone lengths and the thickness of the body along them."""

THIGH, SHIN, UPPER_ARM, FOREARM = 0.43, 0.42, 0.29, 0.25
SPINE, NECK = 0.52, 0.10
HIP_HALF, SHOULDER_HALF = 0.092, 0.172
SOLE = 0.085  # the ankle joint above the sole
WRIST = 0.03  # the wrist joint above the surface a flat hand rests on

# (how far along the bone, radius, bulge to the front)
THIGH_SHAPE = ((0.0, 0.094, 0.0), (0.3, 0.086, 0.006), (0.65, 0.068, 0.005), (1.0, 0.053, 0.002))
SHIN_SHAPE = ((0.0, 0.053, 0.002), (0.28, 0.056, -0.013), (0.55, 0.046, -0.009), (1.0, 0.033, 0.0))
SHORTS_SHAPE = ((0.0, 0.100, 0.0), (0.3, 0.096, 0.006), (0.74, 0.083, 0.004))
UPPER_ARM_SHAPE = ((0.0, 0.056, 0.0), (0.45, 0.047, 0.002), (1.0, 0.039, 0.0))
FOREARM_SHAPE = ((0.0, 0.039, 0.0), (0.25, 0.042, 0.0), (0.6, 0.035, 0.0), (1.0, 0.026, 0.0))
SLEEVE_SHAPE = ((0.0, 0.066, 0.0), (0.35, 0.062, 0.0), (0.68, 0.060, 0.0))

# (how far up the spine, half depth, half width, shift to the front)
PELVIS_SHAPE = ((-0.13, 0.070, 0.085, -0.010), (-0.02, 0.106, 0.148, -0.010), (0.10, 0.112, 0.160, -0.008))
SHIRT_SHAPE = (
    (0.06, 0.114, 0.164, -0.008),
    (0.22, 0.107, 0.152, -0.002),
    (0.42, 0.101, 0.140, 0.003),
    (0.62, 0.111, 0.152, 0.008),
    (0.80, 0.109, 0.162, 0.004),
    (0.92, 0.088, 0.150, -0.006),
    (1.00, 0.060, 0.090, -0.012),
)

SKULL = (0.098, 0.112, 0.084)  # half depth, half height, half width
