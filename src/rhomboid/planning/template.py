"""What the solver chooses for a phase, before dates and doses are put on it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Template:
    """The work of the strength sessions.

    loaded, core: exercise ids by session of the week; sets, core_sets: the most sets an item may reach.
    is_running: it is what a person does now, in the middle of a phase, so nothing is replaced yet.
    """

    loaded: tuple[tuple[str, ...], ...]
    core: tuple[tuple[str, ...], ...]
    sets: int
    core_sets: int
    is_running: bool = False

    @property
    def moves(self) -> frozenset[str]:
        """Return the loaded moves of the week."""
        return frozenset(one for session in self.loaded for one in session)


@dataclass(frozen=True)
class FrameTemplate:
    """What stands around the work. warm_up: exercise id and seconds by the clock, or None; cool_down: id and sets.

    turns: the cool-down of each session of the week, alike in time; empty where each has the one above.
    """

    warm_up: tuple[tuple[str, int | None], ...]
    cool_down: tuple[tuple[str, int], ...]
    warm_up_s: int
    cool_down_s: int
    turns: tuple[tuple[tuple[str, int], ...], ...] = ()

    @property
    def taken_s(self) -> int:
        """Return the time that is not left for the work."""
        return self.warm_up_s + self.cool_down_s


@dataclass(frozen=True)
class DailyTemplate:
    """The daily sets, in turn. gentle: the set of the first days of acute pain, empty where there are none."""

    usual: tuple[tuple[str, ...], ...]
    gentle: tuple[str, ...]
