"""The solved scene of one exercise: view, order of parts, both skeletons, and any moment between."""

from functools import cache

from rhomboid.body.camera import Camera
from rhomboid.body.picture import body_parts, fit, group_depths, layers_of
from rhomboid.body.scene import Scene, load_scene
from rhomboid.body.skeleton import Skeleton, solve
from rhomboid.body.solids import Layer
from rhomboid.body.tween import tween


class Stage:
    def __init__(self, scene: Scene, muscles: tuple[str, ...]) -> None:
        self.scene = scene
        self.muscles = muscles
        self.pair = (solve(scene.start), solve(scene.end))
        self.camera: Camera = fit(scene, self.pair)
        self.depths = group_depths(scene, self.pair, self.camera)

    def skeleton(self, t: float) -> Skeleton:
        """Return the skeleton `t` of the way through the movement."""
        if t in (0.0, 1.0):
            return self.pair[int(t)]
        return solve(tween(self.scene.start, self.scene.end, t, self.pair))

    def layers(self, skeleton: Skeleton) -> list[Layer]:
        return layers_of(self.scene, self.muscles, skeleton, self.depths, self.camera)

    def ghost(self) -> str:
        """Return the outline of the start pose as one path."""
        groups = body_parts(self.pair[0], self.depths)
        chains = [chain for _, parts in groups for part in parts for chain in part.chains]
        return "".join(self.camera.hulls(chain) for chain in chains)


@cache
def load_stage(exercise_id: str, muscles: tuple[str, ...] = ()) -> Stage:
    """Return the stage of an exercise; the same exercise is solved once."""
    return Stage(load_scene(exercise_id), muscles)
