"""Write docs/reference from content and code: the same content gives the same bytes. `make docs` runs it."""  # noqa: INP001  # a script, not a package

import importlib
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.ledger import STATUSES, load_contradictions, load_requirements
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.rulebook import load_rulebook
from rhomboid.catalogue.sources import load_sources
from rhomboid.catalogue.vocabulary import CATEGORIES, LEVELS, TIERS
from rhomboid.checking.check import CHECKS
from rhomboid.cli.main import VERBS
from rhomboid.prescription.phase_dose import PhaseDose, phase_doses, start_of
from rhomboid.screening.restriction_table import load_restrictions
from rhomboid.screening.restrictions import bars_of
from rhomboid.screening.rules import RULE_LEVELS, load_rules

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
HEAD = "<!-- Written by `make docs` from content and code; do not edit. -->\n"
NOT_REVIEWED = "No clinician has reviewed any of this. Educational, not medical advice.\n"
RULE_GROUPS = {
    "A": "Screening", "B": "What may be in a program", "C": "The shape of a program", "D": "How it adapts",
    "E": "Around the sessions", "P": "Choosing among allowed programs",
}  # fmt: skip
KIT_AND_DOSE = (
    "Kit is what must be there besides floor, wall, chair, doorway and towel. "
    "A dose of `reps` follows the phase table of rule C4.\n"
)
DOSE_BY_PHASE = (
    "For someone new to training: sets x repetitions or hold, and the repetitions left in reserve. Two figures are the "
    "first and the most. A move new in a phase keeps 4 in reserve at first. First load: for new, some and trained, in "
    "kg or a band. Kit, pain and restrictions only lower any of it; locks ask for more than the phase (rule B3).\n"
)
ACTIVATION = (
    "How hard a muscle worked, of its greatest effort: low under 20 percent, moderate 20 to 40, high 40 to 60, very "
    "high over 60. Studies differ in load and method, so only the class is kept. It says nothing about pain.\n"
)
EXIT_CODES = (
    "Exit 0: done. 1: `check` found violations. 2: wrong input, one line on standard error. "
    "3: refused by the screen. 4: no program fits the wishes.\n"
)
ARGUMENTS = {
    "PROFILE": "a profile in TOML, like those in `examples/`",
    "PLAN.json": "a plan made by `rhomboid plan --json`",
    "EXERCISE": "the id of an exercise, for instance band-row",
    "FOLDER": "a folder with a profile in each file *.toml",
}
# What the head of settings.py does not list.
MORE_SETTINGS = (
    ("RHOMBOID_SECRET_KEY", "the secret key itself, instead of the one kept in RHOMBOID_DATA"),
    ("RHOMBOID_CHROMIUM", "path of a Chromium for the browser tests"),
    ("RHOMBOID_LIVES", "how many random lives the fold is tested on"),
    ("RHOMBOID_PROVE", "how many lives the proofs drive; `make prove` sets it"),
    ("XDG_CACHE_HOME", "where the command line keeps the plan it made for a profile; default ~/.cache"),
)
CONSTRAINTS = ROOT / "src" / "rhomboid" / "planning" / "constraints"
# Rules that leave the solver nothing to choose.
SETTLED_IN = {
    **dict.fromkeys(("B1", "B2", "B3", "B4", "B6", "B8"), ("prescription/eligibility.py",)),
    "B5": ("training/verdicts.py",),
    "B7": ("content/exercises", "catalogue"),
    "B9": ("prescription/kit.py",),
    **dict.fromkeys(("C1", "C2"), ("prescription/schedule_days.py",)),
    "C4": ("prescription/course.py",),
    "C9": ("prescription/breaks.py",),
    "C10": ("planning/minimal.py", "planning/modes.py"),
}
STATUS_WORDS = {"proved": "proved", "partly": "partly", "not_yet": "not yet"}


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; bars and line ends inside a cell are made harmless."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    for row in rows:
        cells = [" ".join(cell.replace("|", "\\|").split()) or "–" for cell in row]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def page(title: str, *parts: str) -> str:
    """Return a whole page."""
    return "\n".join((HEAD, f"# {title}\n", *parts))


def code(names: Iterable[str]) -> str:
    """Return ids as code, in the order given."""
    return ", ".join(f"`{name}`" for name in names)


DOSE_ORIGINS = {
    "documents": "as the documents have it",
    "adapted": "taken from a document or trial, and changed; the note says how",
    "ours": "authored: the documents leave it out or have it in pieces; the note says which",
}
LEFT_OUT = "What the exercise provokes, or what its file names, meets a restriction or rule of a person's screen.\n"


def exercises() -> str:
    """Return the catalogue, a table for each category."""
    catalogue = load_catalogue()
    tiers = ", ".join(f"{sum(one.tier == tier for one in catalogue.exercises)} {tier}" for tier in TIERS)
    parts = [
        f"{len(catalogue.exercises)} exercises: {tiers}. `rhomboid catalogue ID` shows one in full.\n",
        NOT_REVIEWED,
        KIT_AND_DOSE,
    ]
    for category in CATEGORIES:
        members = [one for one in catalogue.exercises if one.category == category]
        heads = ("Id", "Name", "Tier", "Pattern", "Kit", "Muscles", "Dose", "Easier, harder", "Cautions", "Sources")
        parts += [f"## {category.capitalize()} ({len(members)})\n", table(heads, map(_exercise_row, members))]
    parts += [*_origins(), *_dose_by_phase(), *_activation(), *_left_out(), *_practices()]
    return page("Exercises", *parts)


def _dose_by_phase() -> tuple[str, ...]:
    phases = ("familiarise", "build", "strengthen", "maintain")
    rows = []
    for one in load_catalogue().exercises:
        doses = {dose.phase: _phase_words(dose) for dose in phase_doses(one)}
        starts = [_start_words(start_of(one, level)) for level in LEVELS]
        start = starts[0] if len(set(starts)) == 1 else ", ".join(starts)
        if doses:
            rows.append((f"`{one.id}`", *(doses.get(phase, "") for phase in phases), start))
    return (f"## Dose by phase ({len(rows)})\n", DOSE_BY_PHASE, table(("Id", *phases, "First load"), rows))


def _start_words(start: float | str | None) -> str:
    return f"{start:g} kg" if isinstance(start, float | int) else (start or "").replace("_", " ")


def _phase_words(dose: PhaseDose) -> str:
    sets, reps, hold, minutes = (
        f"{low}" if low == high else f"{low} to {high}"
        for low, high in (figure or ("", "") for figure in (dose.sets, dose.reps, dose.hold_s, dose.minutes))
    )
    parts = [part for part in (reps, hold and f"{hold} s", minutes and f"{minutes} min") if part]
    reserve = f", {dose.reserve[0]} left" if dose.reserve else ""
    return (f"{sets} x " if sets else "") + " of ".join(parts) + reserve


def _origins() -> tuple[str, ...]:
    """Return whose the doses are: how many, and which are not our own."""
    every = load_catalogue().exercises
    rows = []
    for origin, meaning in DOSE_ORIGINS.items():
        ids = [one.id for one in every if one.dose.origin == origin]
        rows.append((origin, meaning, str(len(ids)), "all others" if origin == "ours" else code(ids)))
    return ("## Whose the doses are\n", table(("Origin", "Means", "Count", "Exercises"), rows))


def _left_out() -> tuple[str, ...]:
    """Return what leaves each exercise out: restrictions by what it provokes, and what its own file names."""
    rows = [
        (f"`{one.id}`", code([bar.id for bar in bars_of(one)]), code(one.contraindications))
        for one in load_catalogue().exercises
        if one.tier != "never" and bars_of(one)
    ]
    return (
        f"## Left out by ({len(rows)})\n",
        LEFT_OUT,
        table(("Id", "Restrictions and rules", "Named by its file"), rows),
    )


def _activation() -> tuple[str, ...]:
    rows = [
        (f"`{one.id}`", measure.muscle.replace("_", " "), measure.level.replace("_", " "), f"`{measure.source}`",
         measure.confidence)
        for one in load_catalogue().exercises
        for measure in one.activation
    ]  # fmt: skip
    heads = ("Id", "Muscle", "Class", "Source", "Confidence")
    return (f"## Measured muscle activity ({len(rows)})\n", ACTIVATION, table(heads, rows))


def _practices() -> tuple[str, ...]:
    rows = [(f"`{one.id}`", one.name, code(one.leads_to)) for one in load_catalogue().exercises if one.leads_to]
    return (f"## Practices and their moves ({len(rows)})\n", table(("Id", "Name", "Leads to"), rows))


def _exercise_row(one: Exercise) -> tuple[str, ...]:
    kit = ", ".join((*one.equipment, *(" or ".join(group) for group in one.any_of)))
    muscles = ", ".join(one.primary) + (f" (also {', '.join(one.secondary)})" if one.secondary else "")
    ladder = "; ".join(f"{word} {code(ids)}" for word, ids in (("easier", one.easier), ("harder", one.harder)) if ids)
    tier = f"{one.tier}: {one.lock_reason}" if one.lock_reason else one.tier
    cautions = " ".join(f"{caution.text} ({caution.source})" for caution in one.cautions)
    ids = f"`{one.id}`", one.name, tier, one.pattern
    return (*ids, kit.replace("_", " "), muscles.replace("_", " "), _dose(one), ladder, cautions, code(one.sources))


def _dose(one: Exercise) -> str:
    dose = one.dose
    figures = [
        f"{value} {word}" for value, word in ((dose.sets, "sets"), (dose.reps, "reps"), (dose.hold_s, "s")) if value
    ]
    tempo = [dose.tempo] if dose.tempo else []
    sides = ["each side"] if one.unilateral else []
    origin = dose.origin if dose.origin == "ours" else f"{dose.origin}, `{dose.source}`"
    return f"{', '.join((dose.kind.replace('_', ' '), *figures, *tempo, *sides))}. {dose.note} ({origin})"


def rules() -> str:
    """Return the decided rules with their figures."""
    parts = [
        "Decided where the documents leave a choice. The figures here are the ones the code reads.\n",
        NOT_REVIEWED,
    ]
    book = sorted(load_rulebook().values(), key=lambda one: (one.id[0], int(one.id[1:])))
    for letter, name in RULE_GROUPS.items():
        parts.append(f"## {letter}. {name}\n")
        for one in (each for each in book if each.id[0] == letter):
            parts.append(f"### {one.id}: {one.title}\n\n{one.reason}\n\nVersion {one.version}. Source: {one.source}.\n")
            figures = [(f"`{name}`", value) for name, value in _figures(one.numbers)]
            if figures:
                parts.append(table(("Figure", "Value"), figures))
    parts.append(
        "## Where the rules of planning live\n\nThe solver's modules are those of `planning/constraints`; the others "
        "settle a rule before anything is searched. The checker knows neither. "
        "B5 waits for what is logged, and a break (C9) is told beside the plan: a plan has neither to check.\n"
    )
    parts.append(table(("Rule", "Module", "Checker", "Spec tests"), planning_homes()))
    parts.append(
        "## Where the rules of adapting live\n\nThe first words of a module name the rules it holds; those of a file "
        "of tests, or of the test itself, the rules it tries.\n"
    )
    parts.append(table(("Rule", "Module", "Spec tests"), homes()))
    return page("The decided rules", *parts)


def planning_homes() -> list[tuple[str, str, str, str]]:
    """Return for each rule of what is planned the modules that hold it, its checks, and the tests that try it."""
    specs = sorted((ROOT / "tests" / "spec").glob("test_*.py"))
    specs = [path for path in specs if path.name.startswith(("test_plan_", "test_check_", "test_catalogue_"))]
    rows = []
    for one in sorted((each for each in load_rulebook() if each[0] in "BC"), key=lambda each: (each[0], int(each[1:]))):
        solver = [f"planning/constraints/{path.name}" for path in sorted(CONSTRAINTS.glob("*.py")) if _holds(path, one)]
        checks = [check.__name__ for check in CHECKS if _names(check.__doc__ or "", one)]
        tests = [path.name for path in specs if one in _tried(path) or _names(path.read_text(encoding="utf-8"), one)]
        rows.append((one, code([*SETTLED_IN.get(one, ()), *solver]), code(checks), code(tests)))
    return rows


def _holds(path: Path, rule: str) -> bool:
    return f', "{rule}", ' in path.read_text(encoding="utf-8")


def _names(text: str, rule: str) -> bool:
    """Return whether the first line of a text names a rule, by itself or within a range such as B1 to B4."""
    head = text.strip().strip('"').split("\n", 1)[0]
    ranges = re.findall(r"([A-E])(\d+) to [A-E](\d+)", head)
    within = any(rule[0] == letter and int(first) <= int(rule[1:]) <= int(last) for letter, first, last in ranges)
    return within or re.search(rf"\b{rule}\b", head) is not None


def homes() -> list[tuple[str, str, str]]:
    """Return for each rule of adapting the modules that hold it and the files of tests that try it."""
    rooms = ROOT / "src" / "rhomboid"
    modules = [one for room in ("training", "prescription") for one in sorted((rooms / room).rglob("*.py"))]
    specs = sorted((ROOT / "tests" / "spec").glob("test_*.py"))
    adapting = [one for one in load_rulebook() if one[0] == "D"]
    wanted = ["C2", "C3", "C8", *sorted(adapting, key=lambda one: int(one[1:])), "E1", "E4"]
    return [
        (
            one,
            ", ".join(f"`{path.relative_to(rooms)}`" for path in modules if one in _owned(path)),
            ", ".join(f"`{path.name}`" for path in specs if one in _tried(path)),
        )
        for one in wanted
    ]


def _owned(path: Path) -> list[str]:
    """Return the rules at the head of a module: its first words, such as `D4, B5.`."""
    head = re.match(r'"""((?:[A-E]\d+(?:, )?)+)\.', path.read_text(encoding="utf-8"))
    return head.group(1).split(", ") if head else []


def _tried(path: Path) -> set[str]:
    """Return the rules named in the docstrings of a file of tests, `D3 to D6` as all four."""
    said = " ".join(re.findall(r'"""(.*?)"""', path.read_text(encoding="utf-8"), re.DOTALL))
    found = set(re.findall(r"\b[A-E]\d+\b", said))
    for letter, first, last in re.findall(r"\b([A-E])(\d+) to [A-E]?(\d+)\b", said):
        found |= {f"{letter}{number}" for number in range(int(first), int(last) + 1)}
    return found


def _figures(numbers: Mapping[str, Any], inside: str = "") -> Iterable[tuple[str, str]]:
    for name, value in numbers.items():
        if isinstance(value, Mapping):
            yield from _figures(value, f"{inside}{name}.")
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            for count, row in enumerate(value, 1):
                yield from _figures(row, f"{inside}{name}[{count}].")
        else:
            yield f"{inside}{name}", ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def screening() -> str:
    """Return the screening rules by level, and the restrictions."""
    every = load_rules().values()
    parts = [
        f"{len(every)} rules. The most cautious one that fits decides; every one that fits is listed.\n",
        NOT_REVIEWED,
    ]
    for level in RULE_LEVELS:
        rows = [
            (f"`{one.id}`", one.title, one.text, code(one.adds), one.cleared_by or "ends with its answer", one.source)
            for one in every
            if one.level == level
        ]
        heads = ("Rule", "When", "What it says", "Adds", "Cleared by", "Source")
        parts += [f"## {level.replace('_', ' ').capitalize()} ({len(rows)})\n", table(heads, rows)]
    left_out = [(f"`{one.id}`", one.text) for one in load_restrictions().values()]
    parts += ["## Restrictions\n", table(("Restriction", "What it says"), left_out)]
    return page("The screen", *parts)


def sources() -> str:
    """Return every source that content names, and how often it does."""
    used: dict[str, int] = {}
    for one in load_catalogue().exercises:
        for key in one.sources:
            used[key] = used.get(key, 0) + 1
    rows = [
        (f"`{one.key}`", one.title, str(one.year or ""), one.note, one.confidence, str(used.get(one.key, 0)))
        for one in load_sources().values()
    ]
    heads = ("Key", "Title", "Year", "What it is, and its limits", "Confidence", "Exercises")
    about = "Confidence is how sure we are that the source says what we took from it, not how good it is.\n"
    return page("Sources", about, table(heads, rows))


def contradictions() -> str:
    """Return the ledger of contradictions."""
    every = load_contradictions().values()
    parts = [
        f"The documents disagree {len(every)} times. Each entry: both sides, what was decided, what holds it.\n",
        NOT_REVIEWED,
    ]
    for one in every:
        sides = "\n".join(f"- {side.says} ({', '.join(side.sources)})" for side in one.sides)
        tests = "\n".join(f"- {_link(ref)}" for ref in one.held_by)
        parts.append(
            f"## {one.title}\n\n`{one.id}`. {one.why}\n\n{sides}\n\n**Decided:** {one.decision}\n\n"
            f"Rules: {code(one.rules)}\n\nHeld by:\n\n{tests}\n"
        )
    return page("Where the documents disagree", *parts)


def requirements() -> str:
    """Return the ledger of requirements."""
    every = load_requirements().values()
    counts = ", ".join(f"{sum(one.status == status for one in every)} {STATUS_WORDS[status]}" for status in STATUSES)
    parts = [f"{len(every)} requirements: {counts}.\n"]
    for area in dict.fromkeys(one.area for one in every):
        rows = [
            (f"`{one.id}`", one.text, STATUS_WORDS[one.status], " ".join(map(_link, one.proof)), one.missing)
            for one in every
            if one.area == area
        ]
        heads = ("Id", "Asks", "Stands", "Shown by", "What is missing, and why")
        parts += [f"## {area.capitalize()}\n", table(heads, rows)]
    return page("What is asked for, and what shows it", *parts)


def _link(reference: str) -> str:
    path, _, name = reference.partition("::")
    words = name.removeprefix("test_").replace("_", " ") or Path(path).name
    return f"[{words}](../../{path})"


def commands() -> str:
    """Return every command with its arguments, and every setting of the environment."""
    parts = [EXIT_CODES]
    for verb in VERBS:
        command: click.Command = importlib.import_module(f"rhomboid.cli.{verb.replace('-', '_')}").run
        told = [_parameter(one) for one in command.params]
        parts += [f"## rhomboid {verb}\n", f"{command.help}\n", table(("Argument", "Means", "Default"), told)]
    settings = (ROOT / "src" / "rhomboid" / "web" / "settings.py").read_text(encoding="utf-8")
    found = re.findall(r"^(RHOMBOID_[A-Z_]+)\s+(.+)$", settings, re.MULTILINE)
    rows = [(f"`{name}`", text) for name, text in (*found, *MORE_SETTINGS)]
    parts += ["## Environment\n", table(("Variable", "Means"), rows)]
    return page("Commands and settings", *parts)


def _parameter(one: click.Parameter) -> tuple[str, str, str]:
    if not isinstance(one, click.Option):
        name = one.metavar or one.human_readable_name.upper()
        return f"`{name}`", ARGUMENTS[name], "required" if one.required else ""
    if one.is_flag:
        return f"`{one.opts[0]}`", one.help or "", "off"
    return f"`{one.opts[0]}`", one.help or "", str(one.default) if isinstance(one.default, int | str) else ""


PAGES: dict[str, Callable[[], str]] = {
    "exercises.md": exercises,
    "rules.md": rules,
    "screening.md": screening,
    "sources.md": sources,
    "contradictions.md": contradictions,
    "requirements.md": requirements,
    "commands.md": commands,
}


def main() -> None:
    """Write every page."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (REFERENCE / name).write_text(make(), encoding="utf-8")
    sys.stdout.write(f"wrote {len(PAGES)} pages to {REFERENCE.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
