"""How long a still and a film take to draw, and how large they are, for each body."""

import gzip
import json
import statistics
import time

from rhomboid.body.anatomy import BUILDS
from rhomboid.body.figure import draw, frames
from rhomboid.body.stage import load_stage
from rhomboid.catalogue.load import load_catalogue


def main() -> None:
    for body in BUILDS:
        measure(body)


def measure(body: str) -> None:
    exercises = load_catalogue().exercises
    draw(exercises[0], body=body)
    stills, films, sizes, packed = [], [], [], []
    for exercise in exercises:
        load_stage.cache_clear()
        start = time.perf_counter()
        text = draw(exercise, body=body)
        middle = time.perf_counter()
        film = frames(exercise, body=body)
        stills.append((middle - start) * 1000)
        films.append((time.perf_counter() - middle) * 1000)
        sizes.append(len(text.encode()))
        packed.append(len(gzip.compress(json.dumps(film).encode())))
    print(f"{body}: {len(exercises)} figures, all stills in {sum(stills) / 1000:.1f} s")
    print(f"still: median {statistics.median(stills):.1f} ms, worst {max(stills):.1f} ms, largest {max(sizes)} bytes")
    print(
        f"film: median {statistics.median(films):.1f} ms, worst {max(films):.1f} ms, largest {max(packed)} bytes gzip"
    )


if __name__ == "__main__":
    main()
