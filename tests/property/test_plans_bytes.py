"""Same input, same bytes, whatever order Python gives its sets."""

import os
import subprocess
import sys

from tests.property.profiles import random_table, to_toml

SCRIPT = """
import sys
from pathlib import Path
from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.canonical import to_json
from rhomboid.planning.plan import plan
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program_json import plan_to_json

catalogue = load_catalogue()
for path in sys.argv[1:]:
    print(to_json(plan_to_json(plan(load_profile(Path(path), catalogue), catalogue))))
"""


def planned(hash_seed, paths):
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", SCRIPT, *map(str, paths)]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


def test_it_gives_the_same_bytes_under_two_hash_seeds(tmp_path):
    seeds = (5, 41, 12)
    paths = [tmp_path / f"{seed}.toml" for seed in seeds]
    for seed, path in zip(seeds, paths, strict=True):
        path.write_text(to_toml(random_table(seed)), encoding="utf-8")
    assert planned("0", paths) == planned("4242", paths)
