"""What is drawn for one exercise: view, its poses, props, arrows and order, as the content files say."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from rhomboid.body.anatomy import BUILDS, DEFAULT
from rhomboid.body.places import surfaces
from rhomboid.body.pose import LIMBS, Pose, merge, to_pose
from rhomboid.body.skeleton import assemble
from rhomboid.body.surface import Surface
from rhomboid.catalogue.reader import list_tables, read_table
from rhomboid.lib.errors import bad_input

FOLDER = "poses"
VIEWS = {"side": (18.0, 7.0), "half": (38.0, 10.0), "front": (90.0, 4.0), "face": (66.0, 8.0), "back": (-90.0, 4.0)}


@dataclass(frozen=True)
class Scene:
    """poses: start, those between where the path matters, end. props: tables of things in the room.

    arrows: tables of movement arrows. order: how much nearer to the viewer a part is taken to be, in metres, where its
    depth alone misleads. moving_base: feet leave the ground or the body swings, so that balance is not at rest.
    held: hands (or a saddle) carry some of the weight by something that stands fast.
    """

    id: str
    poses: tuple[Pose, ...]
    yaw: float
    pitch: float
    props: tuple[dict[str, Any], ...]
    arrows: tuple[dict[str, Any], ...]
    order: tuple[tuple[str, float], ...]
    moving_base: bool
    held: bool

    @property
    def start(self) -> Pose:
        return self.poses[0]

    @property
    def end(self) -> Pose:
        return self.poses[-1]


@cache
def _tables() -> dict[str, dict[str, Any]]:
    """Return the tables of all exercises by id; every file but bases.toml holds some."""
    found: dict[str, dict[str, Any]] = {}
    for path in list_tables(FOLDER):
        if path.endswith("/bases.toml"):
            continue
        for exercise_id, table in read_table(path).items():
            if exercise_id in found:
                raise bad_input(f"content/{path}", exercise_id, "a second pose", "one table for each exercise")
            found[exercise_id] = table
    return found


def scene_ids() -> tuple[str, ...]:
    """Return the ids of all exercises that have poses, sorted."""
    return tuple(sorted(_tables()))


def scene_source(exercise_id: str) -> dict[str, Any]:
    """Return all that content says of how an exercise is drawn. Raises UserError when it has no poses."""
    tables = _tables()
    if exercise_id not in tables:
        raise bad_input("content/poses", "id", exercise_id, "an exercise with a pose table")
    bases = read_bases()
    table = tables[exercise_id]
    return {"table": table, "bases": [bases["all"], bases["stand"], bases[table["base"]]]}


@cache
def read_bases() -> dict[str, Any]:
    """Return the poses that others start from."""
    return read_table(f"{FOLDER}/bases.toml")


@cache
def load_scene(exercise_id: str) -> Scene:
    """Return the scene of an exercise. Raises UserError when it has no poses."""
    table, bases = scene_source(exercise_id)["table"], read_bases()
    base = merge(bases["all"], bases[table["base"]])
    base["rest"] = table.get("rest", base.get("rest", {}))
    stages = [merge(base, table.get("start", {}))]
    stages += [merge(stages[0], middle) for middle in table.get("middle", ())]
    stages.append(merge(stages[0], table.get("end", {})))
    view = table.get("view", "side")
    yaw, pitch = VIEWS[view] if isinstance(view, str) else view
    room = () if table.get("bare", False) else bases[table["base"]].get("props", ())
    props = (*room, *table.get("props", ()))
    there = surfaces(props, assemble(to_pose(merge(bases["all"], bases["stand"])), BUILDS[DEFAULT]))
    poses = tuple(to_pose(_placed(stage, there, exercise_id)) for stage in stages)
    return Scene(
        exercise_id, poses, float(yaw), float(pitch), tuple(props), tuple(table.get("arrows", ({"of": "hand_r"},))),
        tuple(sorted(table.get("order", {}).items())), bool(table.get("moving_base", False)),
        bool(table.get("held", False)),
    )  # fmt: skip


def _placed(stage: dict[str, Any], there: dict[str, Surface], exercise_id: str) -> dict[str, Any]:
    """Return the table with the names of what it rests on replaced by those surfaces."""

    def find(name: str) -> Surface:
        if name not in there:
            raise bad_input(f"content/poses: {exercise_id}", "on", name, ", ".join(sorted(there)))
        return there[name]

    placed = dict(stage)
    for limb in LIMBS:
        if "on" in stage[limb]:
            placed[limb] = {**stage[limb], "on": find(stage[limb]["on"])}
    placed["rest"] = {part: find(name) for part, name in stage.get("rest", {}).items() if name}
    return placed
