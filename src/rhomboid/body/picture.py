"""The layers of one moment: props and body parts, far ones first."""

from rhomboid.body.camera import Blob, Camera, ball
from rhomboid.body.fit import joints
from rhomboid.body.flesh import Part, arm_parts, leg_parts, trunk_parts
from rhomboid.body.glow import glow_layers
from rhomboid.body.hand import grip_path
from rhomboid.body.head import ear_path, eyes_path, hair_path, lines_path, skull_chains, strands_path
from rhomboid.body.props import build
from rhomboid.body.scene import Scene
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.solids import BEHIND, Layer, Solid, to_layers
from rhomboid.body.vector import blend

GROUPS = ("leg_l", "leg_r", "trunk", "head", "arm_l", "arm_r")


def group_depths(scene: Scene, solved: tuple[Skeleton, ...], camera: Camera) -> dict[str, float]:
    """Return how near each group of parts is; one order for the whole movement, so that nothing jumps."""
    depths = dict.fromkeys(GROUPS, 0.0)
    for skeleton in solved:
        for name, chain in skeleton.limbs.items():
            depths[name] += sum(camera.depth(p) for p in (chain.root, chain.mid, chain.tip)) / (3 * len(solved))
        depths["trunk"] += (camera.depth(skeleton.at(0.1)[0]) + camera.depth(skeleton.at(0.8)[0])) / (2 * len(solved))
        depths["head"] += camera.depth(skeleton.head) / len(solved)
    depths["arm_r"] += 0.01
    depths["arm_l"] += 0.01
    for name, nearer in scene.order:
        depths[name] += nearer
    return depths


def _far(depths: dict[str, float], name: str) -> bool:
    """Return whether a limb is the farther one of its pair, clearly enough to be drawn darker."""
    other = name[:-1] + ("l" if name.endswith("r") else "r")
    return depths[name] < depths[other] - 0.09


def _group(name: str, skeleton: Skeleton, depths: dict[str, float]) -> tuple[Part, ...]:
    if name == "trunk":
        return trunk_parts(skeleton)
    if name == "head":
        return (Part("head", "skin", skull_chains(skeleton)),)
    make = arm_parts if name.startswith("arm") else leg_parts
    parts = make(name, skeleton.limbs[name], skeleton.build)
    if _far(depths, name):
        parts = tuple(Part(part.name, f"{part.tone}-far", part.chains) for part in parts)
    return parts


def body_parts(skeleton: Skeleton, depths: dict[str, float]) -> list[tuple[str, tuple[Part, ...]]]:
    """Return the groups of the body with their parts, far ones first."""
    return [(name, _group(name, skeleton, depths)) for name in sorted(GROUPS, key=lambda name: depths[name])]


def _join(name: str, skeleton: Skeleton, depths: dict[str, float], camera: Camera) -> list[Layer]:
    """Return the cloth between shirt and near sleeve, which hides the outline of the sleeve inside the shirt."""
    if depths[name] < depths["trunk"] or _far(depths, name):
        return []
    root = skeleton.limbs[name].root
    path = camera.hulls(
        (ball(root, skeleton.build.shoulder + 0.002), ball(blend(root, skeleton.at(0.9)[0], 0.45), 0.05))
    )
    return [Layer(f"{name}-join", "shirt", depths[name], path, line=False, clip="shirt")]


def body_layers(muscles: tuple[str, ...], skeleton: Skeleton, depths: dict[str, float], camera: Camera) -> list[Layer]:
    """Return the layers of the body, with the glow of the worked muscles on the parts that show them."""
    layers: list[Layer] = []
    spots = glow_layers(muscles, skeleton, depths, camera)
    for name, parts in body_parts(skeleton, depths):
        for part in parts:
            path = "".join(camera.hulls(chain) for chain in part.chains)
            layers.append(Layer(part.name, part.tone, depths[name], path, lit=True))
        if name == "head":
            layers.extend(head_layers(skeleton, camera, depths[name]))
        if name.startswith("arm"):
            layers.append(Layer(f"{name}-grip", "stroke", depths[name], grip_path(skeleton.limbs[name], camera)))
            layers.extend(_join(name, skeleton, depths, camera))
        layers.extend(layer for group, layer in spots if group == name)
    return layers


def solids_of(scene: Scene, skeleton: Skeleton, depths: dict[str, float]) -> list[Solid]:
    return [solid for prop in scene.props for solid in build(prop, skeleton, depths)]


def head_layers(skeleton: Skeleton, camera: Camera, depth: float) -> list[Layer]:
    """Return face and hair, to be drawn over the skull."""
    ears = {
        side: Layer(f"ear{index}", "skin", depth, ear_path(skeleton, camera, side))
        for index, side in enumerate((1.0, -1.0))
    }
    return [
        Layer("hair", "hair", depth, hair_path(skeleton, camera), lit=True),
        Layer("strands", "stroke", depth, strands_path(skeleton, camera)),
        ears[1.0],
        ears[-1.0],
        Layer("eyes", "ink", depth, eyes_path(skeleton, camera), line=False),
        Layer("lines", "stroke", depth, lines_path(skeleton, camera)),
    ]


def layers_of(
    scene: Scene, muscles: tuple[str, ...], skeleton: Skeleton, depths: dict[str, float], camera: Camera
) -> list[Layer]:
    """Return every layer of one moment, far ones first."""
    bare = {prop["kind"] for prop in scene.props}.isdisjoint(("mat", "water"))
    layers = [shadow(skeleton, camera)] if bare else []
    for solid in solids_of(scene, skeleton, depths):
        layers.extend(to_layers(solid, camera))
    layers.extend(body_layers(muscles, skeleton, depths, camera))
    return sorted(layers, key=lambda layer: layer.depth)


def shadow(skeleton: Skeleton, camera: Camera) -> Layer:
    """Return a soft shade on the floor under what is close to it."""
    low = [p for p in joints(skeleton) if p[1] < 0.35] or [skeleton.joint("hips")]
    xs, zs = [p[0] for p in low], [p[2] for p in low]
    centre = ((min(xs) + max(xs)) / 2 + 0.03, 0.0, (min(zs) + max(zs)) / 2)
    flat = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    blob = Blob(centre, ((max(xs) - min(xs)) / 2 + 0.22, 0.001, (max(zs) - min(zs)) / 2 + 0.16), flat)
    return Layer("shadow", "shadow", BEHIND - 3, camera.hulls((blob,)), line=False)
