"""Plans to JSON and back. The shape is a contract; reading names the path of the first wrong thing."""

import json
from pathlib import Path
from typing import Any

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.vocabulary import BLOCKS
from rhomboid.lib.errors import UserError, bad_input
from rhomboid.prescription.basis_json import basis_from_json, basis_to_json
from rhomboid.prescription.json_reader import JsonReader
from rhomboid.prescription.load_json import load_from_json, load_to_json
from rhomboid.prescription.plan import MODES, Plan, Wish
from rhomboid.prescription.program import Block, Item, Program, Proof, Session, Versions, Week, Why

STATUSES = ("optimal", "feasible", "refused", "infeasible")
PHASES = ("familiarise", "build", "strengthen", "maintain")
KINDS = ("strength", "daily", "walk")
PROOF_KEYS = ("objective", "bound", "gap", "seconds")
E5_NOTICE = "Educational, not medical advice. No clinician has reviewed this program or its rules."


def item_to_json(item: Item) -> dict[str, Any]:
    """Return an item with all keys of the contract, null where they do not apply."""
    return {
        "exercise": item.exercise,
        "sets": item.sets,
        "reps": list(item.reps) if item.reps else None,
        "hold_s": item.hold_s,
        "minutes": item.minutes,
        "per_side": item.per_side,
        "rest_s": item.rest_s,
        "tempo": item.tempo,
        "load": load_to_json(item.load),
        "rir": item.rir,
        "seconds": item.seconds,
        "why": [{"text": why.text, "source": why.source} for why in item.why],
    }


def session_to_json(session: Session) -> dict[str, Any]:
    """Return a session as in a plan."""
    return {
        "id": session.id,
        "date": session.date.isoformat(),
        "kind": session.kind,
        "minutes": session.minutes,
        "blocks": [
            {"name": block.name, "items": [item_to_json(item) for item in block.items]} for block in session.blocks
        ],
    }


def program_to_json(program: Program) -> dict[str, Any]:
    """Return a program as in a plan."""
    return {
        **({} if program.made_on is None else {"made_on": program.made_on.isoformat()}),
        **({"is_minimal": True} if program.is_minimal else {}),
        "start": program.start.isoformat(),
        "end": program.end.isoformat(),
        "review_dates": [day.isoformat() for day in program.review_dates],
        "weeks": [
            {
                "number": week.number,
                "phase": week.phase,
                "deload": week.deload,
                "sessions": [session_to_json(session) for session in week.sessions],
            }
            for week in program.weeks
        ],
    }


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Return the whole plan document; every plan carries the notice of rule E5."""
    proof = plan.proof
    return {
        "status": plan.status,
        "triage": plan.triage,
        "program": program_to_json(plan.program) if plan.program else None,
        "proof": {key: getattr(proof, key, None) for key in PROOF_KEYS},
        "conflict": list(plan.conflict),
        "wishes": [{"field": one.field, "value": one.value, "text": one.text} for one in plan.wishes],
        "advice": list(plan.advice),
        "mode": plan.mode,
        "basis": basis_to_json(plan.basis) if plan.basis else None,
        "seed": plan.seed,
        "versions": {
            "catalogue": plan.versions.catalogue,
            "rules": plan.versions.rules,
            "engine": plan.versions.engine,
        },
        "notice": E5_NOTICE,
    }


def load_plan(path: Path) -> Plan:
    """Return the plan in a file. Raises UserError naming the file and what is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be read: {_reason(error)}") from error
    return parse_plan(text, str(path))


def parse_plan(text: str, where: str) -> Plan:
    """Return the plan in `text`. Raises UserError naming `where`, the field, the value and what is allowed."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, lists without end
        raise UserError(f"{where}: not a plan: not valid JSON ({error})") from error
    return plan_from_json(document, where)


def check_version(plan: Plan, catalogue: Catalogue, where: str) -> None:
    """Raise UserError when the plan was made from another catalogue than the one in use."""
    if plan.versions.catalogue != catalogue.version:
        allowed = f"{catalogue.version} (make the plan again with this version)"
        raise bad_input(where, "versions.catalogue", plan.versions.catalogue, allowed)


def plan_from_json(document: Any, where: str) -> Plan:
    """Return a plan from parsed JSON; raises UserError like `parse_plan`."""
    read = JsonReader(where)
    table = read.table(document, "plan")
    versions = read.table(table.get("versions"), "versions")
    program = table.get("program")
    return Plan(
        status=read.one_of(table, "status", STATUSES, "status"),
        triage=dict(read.table(table.get("triage"), "triage")),
        program=None if program is None else _program(read, program),
        proof=_proof(read, table.get("proof")),
        conflict=tuple(str(name) for name in read.rows(table.get("conflict"), "conflict")),
        advice=tuple(str(line) for line in read.rows(table.get("advice", []), "advice")),
        seed=read.whole(table, "seed", "plan"),
        versions=Versions(*(read.text(versions, key, "versions") for key in ("catalogue", "rules", "engine"))),
        wishes=tuple(_wish(read, row) for row in read.rows(table.get("wishes", []), "wishes")),
        # A plan of before this key is one of the full form.
        mode=read.one_of({"mode": "full", **table}, "mode", MODES, "mode"),
        basis=None if table.get("basis") is None else basis_from_json(read, table["basis"]),
    )


def _wish(read: JsonReader, document: Any) -> Wish:
    row = read.table(document, "wishes")
    value = row.get("value")
    kept = tuple(value) if isinstance(value, list) else value
    return Wish(read.text(row, "field", "wishes"), kept, read.text(row, "text", "wishes"))


def program_from_json(document: Any, where: str) -> Program:
    """Return a program from parsed JSON; raises UserError like `parse_plan`."""
    return _program(JsonReader(where), document)


def _proof(read: JsonReader, document: Any) -> Proof | None:
    """Return what is proved of a program; where there is none, every figure is null."""
    table = read.table({} if document is None else document, "proof")
    if all(table.get(key) is None for key in PROOF_KEYS):
        return None
    return Proof(*(read.number(table, key, "proof") for key in PROOF_KEYS))


def _program(read: JsonReader, document: Any) -> Program:
    table = read.table(document, "program")
    reviews = read.rows(table.get("review_dates"), "program.review_dates")
    weeks = tuple(
        _week(read, week, f"program.weeks[{index}]")
        for index, week in enumerate(read.rows(table.get("weeks"), "program.weeks"))
    )
    _refuse_repeated_ids(read, weeks)
    return Program(
        start=read.day(table.get("start"), "program.start"),
        end=read.day(table.get("end"), "program.end"),
        review_dates=tuple(read.day(day, "program.review_dates") for day in reviews),
        weeks=weeks,
        made_on=None if table.get("made_on") is None else read.day(table["made_on"], "program.made_on"),
        is_minimal=read.flag({"is_minimal": False, **table}, "is_minimal", "program"),
    )


def _refuse_repeated_ids(read: JsonReader, weeks: tuple[Week, ...]) -> None:
    seen: set[str] = set()
    for session in (session for week in weeks for session in week.sessions):
        if session.id in seen:
            raise bad_input(read.where, "session id", session.id, "each id once")
        seen.add(session.id)


def _week(read: JsonReader, document: Any, at: str) -> Week:
    table = read.table(document, at)
    return Week(
        number=read.whole(table, "number", at),
        phase=read.one_of(table, "phase", PHASES, at),
        deload=read.flag(table, "deload", at),
        sessions=tuple(
            _session(read, session, f"{at}.sessions[{index}]")
            for index, session in enumerate(read.rows(table.get("sessions"), f"{at}.sessions"))
        ),
    )


def _session(read: JsonReader, document: Any, at: str) -> Session:
    table = read.table(document, at)
    return Session(
        id=read.text(table, "id", at),
        date=read.day(table.get("date"), f"{at}.date"),
        kind=read.one_of(table, "kind", KINDS, at),
        minutes=read.number(table, "minutes", at),
        blocks=tuple(
            _block(read, block, f"{at}.blocks[{index}]")
            for index, block in enumerate(read.rows(table.get("blocks"), f"{at}.blocks"))
        ),
    )


def _block(read: JsonReader, document: Any, at: str) -> Block:
    table = read.table(document, at)
    items = read.rows(table.get("items"), f"{at}.items")
    return Block(
        name=read.one_of(table, "name", BLOCKS, at),
        items=tuple(_item(read, item, f"{at}.items[{index}]") for index, item in enumerate(items)),
    )


def _item(read: JsonReader, document: Any, at: str) -> Item:
    table = read.table(document, at)
    missing = [key for key in ITEM_KEYS if key not in table]
    if missing:
        raise UserError(f"{read.where}: {at}: {missing[0]} is missing; allowed: all of {', '.join(ITEM_KEYS)}")
    why = [read.table(row, f"{at}.why") for row in read.rows(table["why"], f"{at}.why")]
    return Item(
        exercise=read.text(table, "exercise", at),
        sets=read.whole(table, "sets", at),
        reps=_reps(read, table["reps"], at),
        hold_s=read.maybe(table, "hold_s", at, read.whole),
        minutes=read.maybe(table, "minutes", at, read.number),
        per_side=read.flag(table, "per_side", at),
        rest_s=read.whole(table, "rest_s", at),
        tempo=read.maybe(table, "tempo", at, read.text),
        load=load_from_json(table["load"], read.where, f"{at}.load"),
        rir=read.maybe(table, "rir", at, read.whole),
        seconds=read.whole(table, "seconds", at),
        why=tuple(Why(read.text(row, "text", at), read.text(row, "source", at)) for row in why),
    )


ITEM_KEYS = (
    "exercise", "sets", "reps", "hold_s", "minutes", "per_side", "rest_s", "tempo", "load", "rir", "seconds", "why",
)  # fmt: skip


def _reps(read: JsonReader, value: Any, at: str) -> tuple[int, int] | None:
    if value is None:
        return None
    if isinstance(value, list) and len(value) == 2 and all(type(part) is int and part >= 1 for part in value):
        return (value[0], value[1])
    raise bad_input(read.where, f"{at}.reps", value, "null or two whole numbers [lowest, today's target]")


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "not UTF-8 text"
