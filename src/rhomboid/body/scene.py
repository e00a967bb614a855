"""What is drawn for one exercise: view, two poses, props, arrows and order, as the content files say."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from rhomboid.body.pose import Pose, merge, to_pose
from rhomboid.catalogue.reader import list_tables, read_table
from rhomboid.lib.errors import bad_input

FOLDER = "poses"
VIEWS = {"side": (18.0, 7.0), "half": (38.0, 10.0), "front": (90.0, 4.0), "face": (66.0, 8.0), "back": (-90.0, 4.0)}


@dataclass(frozen=True)
class Scene:
    """start and end: the two poses. props: tables of things in the room. arrows: tables of movement arrows.
    order: how much nearer to the viewer a part is taken to be, in metres, where its depth alone misleads.
    """

    id: str
    start: Pose
    end: Pose
    yaw: float
    pitch: float
    props: tuple[dict[str, Any], ...]
    arrows: tuple[dict[str, Any], ...]
    order: tuple[tuple[str, float], ...]


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


@cache
def load_scene(exercise_id: str) -> Scene:
    """Return the scene of an exercise. Raises UserError when it has no poses."""
    tables = _tables()
    if exercise_id not in tables:
        raise bad_input("content/poses", "id", exercise_id, "an exercise with a pose table")
    table = tables[exercise_id]
    bases = read_table(f"{FOLDER}/bases.toml")
    base = merge(bases["all"], bases[table["base"]])
    first = merge(base, table.get("start", {}))
    second = merge(first, table.get("end", {}))
    view = table.get("view", "side")
    yaw, pitch = VIEWS[view] if isinstance(view, str) else view
    room = () if table.get("bare", False) else bases[table["base"]].get("props", ())
    props = (*room, *table.get("props", ()))
    return Scene(
        exercise_id, to_pose(first), to_pose(second), float(yaw), float(pitch), tuple(props),
        tuple(table.get("arrows", ({"of": "hand_r"},))), tuple(sorted(table.get("order", {}).items())),
    )  # fmt: skip
