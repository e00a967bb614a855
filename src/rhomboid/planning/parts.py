"""What the time of one session says about several that are only counted together."""

from collections.abc import Iterator, Sequence

from ortools.sat.python import cp_model

# A session or a daily set holds no more items than this, so no smaller parts of its time need looking at.
PARTS = range(1, 8)


def parts_of(
    items: Sequence[tuple[int, cp_model.IntVar]], room: int, sessions: int
) -> Iterator[cp_model.BoundedLinearExpression | bool]:
    """Yield what holds for each of the sessions that are only counted: at most four items over a fifth of its time.

    So for each part; what takes over two fifths counts as two (Fekete and Schepers 2001: dual feasible functions).
    """
    for most in PARTS if room > 0 else ():
        counts = [(((most + 1) * seconds - 1) // room, on) for seconds, on in items]
        if sum(count > 0 for count, _ in counts) > most:
            yield cp_model.LinearExpr.sum([count * on for count, on in counts]) <= sessions * most
