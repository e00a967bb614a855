"""What the solver chooses for a phase, before dates and doses are put on it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Template:
    """What is chosen for a phase.

    loaded, core: exercise ids by session of the week; sets, core_sets: the most sets an item may reach.
    """

    loaded: tuple[tuple[str, ...], ...]
    core: tuple[tuple[str, ...], ...]
    sets: int
    core_sets: int


@dataclass(frozen=True)
class EaseTemplate:
    """What is chosen around the strength sessions. warm_up: id and seconds by the clock, or None; cool_down: id, sets."""

    warm_up: tuple[tuple[str, int | None], ...]
    cool_down: tuple[tuple[str, int], ...]
    daily: tuple[tuple[str, ...], ...]
    warm_up_s: int
    cool_down_s: int
