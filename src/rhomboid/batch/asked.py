"""What every plan of a batch is asked to be, and the one function that makes such a plan from a profile's text."""

from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.rulebook import rules_version
from rhomboid.lib.canonical import digest, to_json
from rhomboid.lib.errors import UserError
from rhomboid.prescription.profile_toml import parse_profile
from rhomboid.prescription.program_json import plan_to_json

FAILED = "failed"
# The rooms a plan comes from.
ENGINE = ("planning", "prescription", "screening", "catalogue", "lib")


@dataclass(frozen=True)
class Asked:
    """The same options as of `rhomboid plan`; made_by: what the plans depend on beside profile and options."""

    weeks: int
    seed: int
    mode: str
    made_by: str


@dataclass(frozen=True)
class Answered:
    """status: of the plan, or FAILED; text: the plan as `rhomboid plan --json` prints it, or what is wrong."""

    status: str
    text: str


def ask(weeks: int, seed: int, mode: str) -> Asked:
    """Return what is asked of the engine that is installed here."""
    return Asked(weeks, seed, mode, engine_stamp())


def key_of(asked: Asked, profile: bytes) -> str:
    """Return a name for everything a plan depends on."""
    return digest({**asdict(asked), "profile": sha256(profile).hexdigest()})


@cache
def engine_stamp() -> str:
    """Return a name for the catalogue, the rules, the code and the solver, alike on every machine that has them."""
    root = Path(__file__).resolve().parents[1]
    files = sorted(path for room in ENGINE for path in (root / room).rglob("*.py"))
    code = {path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
    return digest([load_catalogue().version, rules_version(), code, version("ortools")])


def answer(asked: Asked, profile: tuple[str, str]) -> Answered:
    """Return the plan of a profile, given its name and text; whatever is wrong with it is an answer too."""
    try:
        return _plan(asked, *profile)
    except UserError as error:
        return Answered(FAILED, str(error))
    except Exception as error:  # noqa: BLE001 (the edge of a process: one profile never stops the others)
        problem = f"this should not happen, please report it: {type(error).__name__}: {error}"
        return Answered(FAILED, f"{profile[0]}: {problem}")


def _plan(asked: Asked, name: str, text: str) -> Answered:
    if engine_stamp() != asked.made_by:
        raise UserError(f"{name}: a worker has another version of rhomboid than the machine that asked it")
    catalogue = load_catalogue()
    person = parse_profile(text, name, catalogue)
    from rhomboid.planning.plan import plan  # the solver takes half a second to import

    made = plan(person, catalogue, weeks=asked.weeks, seed=asked.seed, mode=asked.mode)
    return Answered(made.status, to_json(plan_to_json(made)) + "\n")
