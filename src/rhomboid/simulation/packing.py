"""Many named numbers as one record, which compiled code takes by its address instead of number by number."""

from typing import NamedTuple, TypeVar, cast

import numpy as np

Numbers = TypeVar("Numbers", bound=NamedTuple)


def pack(numbers: Numbers) -> Numbers:
    """Return the numbers as a record with the same names."""
    fields = {name: np.asarray(value) for name, value in numbers._asdict().items()}
    dtype = np.dtype([(name, value.dtype, value.shape) for name, value in fields.items()])
    record = np.recarray(1, dtype=dtype)
    for name, value in fields.items():
        record[name] = value
    return cast("Numbers", record[0])
