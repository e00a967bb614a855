"""The solved scene of one exercise for one body: view, order of parts, its poses, and any moment between."""

from functools import cache

from rhomboid.body.anatomy import BUILDS, DEFAULT, Build
from rhomboid.body.camera import Camera
from rhomboid.body.fit import EDGE, WIDTH, fit
from rhomboid.body.muscles import inset, inset_width
from rhomboid.body.picture import GROUPS, body_parts, group_depths, layers_of, solids_of
from rhomboid.body.pose import Pose
from rhomboid.body.scene import Scene, load_scene
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.solids import Layer
from rhomboid.body.solve import solve
from rhomboid.body.tween import tween


class Stage:
    """muscles: the main ones, which glow; helping: those that the small picture shows light."""

    def __init__(self, scene: Scene, muscles: tuple[str, ...], helping: tuple[str, ...], build: Build) -> None:
        self.scene = scene
        self.muscles, self.helping = muscles, helping
        self.build = build
        self.solved = tuple(solve(pose, build) for pose in scene.poses)
        flat = dict.fromkeys(GROUPS, 0.0)
        solids = [solid for skeleton in self.solved for solid in solids_of(scene, skeleton, flat)]
        found = fit(scene, self.solved, solids, inset_width(muscles, helping) if muscles or helping else 0.0)
        self.camera: Camera = found.camera
        self.corner = found.corner
        self.depths = group_depths(scene, self.solved, self.camera)

    @property
    def pair(self) -> tuple[Skeleton, Skeleton]:
        return self.solved[0], self.solved[-1]

    def _place(self, t: float) -> tuple[int, float]:
        """Return which pose `t` of the way comes after, and how far it is from there to the next."""
        last = len(self.solved) - 1
        leg = min(int(t * last + 1e-9), last - 1)
        return leg, round(t * last - leg, 9)

    def pose(self, t: float) -> Pose:
        """Return the pose `t` of the way through the movement, by way of the poses between."""
        leg, rest = self._place(t)
        poses = self.scene.poses
        return tween(poses[leg], poses[leg + 1], rest, (self.solved[leg], self.solved[leg + 1]))

    def skeleton(self, t: float) -> Skeleton:
        """Return the skeleton `t` of the way through the movement."""
        leg, rest = self._place(t)
        return self.solved[leg + int(rest)] if rest in (0.0, 1.0) else solve(self.pose(t), self.build)

    def layers(self, skeleton: Skeleton) -> list[Layer]:
        return layers_of(self.scene, self.muscles, skeleton, self.depths, self.camera)

    def inset(self, mirrored: bool) -> str:
        """Return the small picture of the worked muscles, in the corner that is free; empty where none is trained."""
        if not (self.muscles or self.helping):
            return ""
        left = WIDTH - self.corner - inset_width(self.muscles, self.helping) if mirrored else self.corner
        return inset(left, EDGE, self.muscles, self.helping)

    def ghost(self) -> str:
        """Return the outline of the start pose as one path."""
        groups = body_parts(self.solved[0], self.depths)
        chains = [chain for _, parts in groups for part in parts for chain in part.chains]
        return "".join(self.camera.hulls(chain) for chain in chains)


@cache
def load_stage(
    exercise_id: str, muscles: tuple[str, ...] = (), body: str = DEFAULT, helping: tuple[str, ...] = ()
) -> Stage:
    """Return the stage of an exercise; the same exercise is solved once for each body."""
    return Stage(load_scene(exercise_id), muscles, helping, BUILDS[body])
