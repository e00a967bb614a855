"""The plan a verb works on: the one given, or the one this profile always leads to, kept so that it is made once.

The kept plan is only a shortcut: its name is a digest of everything a plan depends on, and a file that
cannot be read is made anew.
"""

import os
from pathlib import Path

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rules_version
from rhomboid.lib.canonical import digest, to_json
from rhomboid.lib.errors import UserError
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program_json import check_version, load_plan, parse_plan, plan_to_json

ENGINE_FOLDERS = ("planning", "prescription", "screening", "catalogue")


def plan_for(profile: Profile, catalogue: Catalogue, path: Path | None) -> Plan:
    """Return the plan in the file `path`, else the plan of 15 weeks this profile leads to."""
    if path is not None:
        given = load_plan(path)
        check_version(given, catalogue, str(path))
        return given
    kept_at = _folder() / f"{_name(profile, catalogue)}.json"
    kept = _read(kept_at)
    if kept is not None:
        return kept
    from rhomboid.planning.plan import plan  # the solver takes half a second to import

    made = plan(profile, catalogue)
    _keep(kept_at, made)
    return made


def _folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "rhomboid" / "plans"


def _name(profile: Profile, catalogue: Catalogue) -> str:
    parts = {
        "profile": _plain(profile),
        "catalogue": catalogue.version,
        "rules": rules_version(),
        "engine": _engine_stamp(),
    }
    return digest(parts)


def _plain(profile: Profile) -> str:
    """Return a text in which equal profiles are equal: sets are written in order."""
    fields = {name: getattr(profile, name) for name in profile.__dataclass_fields__}
    return repr([(name, _ordered(value)) for name, value in sorted(fields.items())])


def _ordered(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    if hasattr(value, "__dataclass_fields__"):
        return [(name, _ordered(getattr(value, name))) for name in sorted(value.__dataclass_fields__)]
    if isinstance(value, tuple):
        return [_ordered(part) for part in value]
    if isinstance(value, dict):
        return sorted(value.items())
    return value


def _engine_stamp() -> list[tuple[str, int, int]]:
    """Return name, size and time of the source files a plan depends on: an edited engine makes plans anew."""
    root = Path(__file__).resolve().parents[1]
    files = sorted(path for folder in ENGINE_FOLDERS for path in (root / folder).rglob("*.py"))
    return [(str(path.relative_to(root)), path.stat().st_size, path.stat().st_mtime_ns) for path in files]


def _read(path: Path) -> Plan | None:
    try:
        return parse_plan(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError, UserError):
        return None


def _keep(path: Path, plan: Plan) -> None:
    """Write the plan whole or not at all; a folder that cannot be written costs only time."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.write_text(to_json(plan_to_json(plan)), encoding="utf-8")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
