"""A schema of a content file, and the one reader that holds a parsed table against it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rhomboid.lib.errors import UserError, bad_input


@dataclass(frozen=True)
class Field:
    """One field of a content file.

    kind: "text", "flag", "whole", "choice" (one of `allowed`), "choices" (a list of them), "texts", "groups" (a list
    of lists of `allowed`), "either" (a number above 0, or one of `allowed`), "table" (of `fields`), "tables" (a list of
    them). least, most: how many a list holds, or the range of a whole number; may_be_empty: for a text.
    optional: the value is None when the field is absent.
    """

    name: str
    kind: str
    allowed: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()
    least: int = 0
    most: int = 1_000_000
    may_be_empty: bool = False
    optional: bool = False


def read_fields(where: str, table: Mapping[str, Any], fields: Sequence[Field], inside: str = "") -> dict[str, Any]:
    """Return the values of `table` by field name, lists as tuples. Raises UserError for the first wrong one."""
    names = [field.name for field in fields]
    for name in table:
        if name not in names:
            raise bad_input(where, f"{inside}{name}", table[name], f"only the fields {', '.join(names)}")
    return {field.name: _read(where, table, field, inside) for field in fields}


def _read(where: str, table: Mapping[str, Any], field: Field, inside: str) -> Any:
    full = inside + field.name
    if field.name not in table:
        if field.optional:
            return None
        raise UserError(f"{where}: {full}: is missing; allowed: {_describe(field)}")
    value = table[field.name]
    if field.kind == "table" and isinstance(value, dict):
        return read_fields(where, value, field.fields, f"{full}.")
    if field.kind == "tables" and _is_list_of(value, dict, field):
        return tuple(read_fields(where, row, field.fields, f"{full}[{n}].") for n, row in enumerate(value, 1))
    check = _CHECKS.get(field.kind)
    if check is None or not check(value, field):
        raise bad_input(where, full, _wrong_part(value, field), _describe(field))
    return _frozen(value)


def _is_list_of(value: Any, wanted: type, field: Field) -> bool:
    is_right = isinstance(value, list) and all(isinstance(row, wanted) for row in value)
    return is_right and field.least <= len(value) <= field.most


def _is_text(value: Any, field: Field) -> bool:
    return isinstance(value, str) and value == value.strip() and (field.may_be_empty or value != "")


def _is_flag(value: Any, _field: Field) -> bool:
    return isinstance(value, bool)


def _is_whole(value: Any, field: Field) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and field.least <= value <= field.most


def _is_choice(value: Any, field: Field) -> bool:
    return isinstance(value, str) and value in field.allowed


def _is_choices(value: Any, field: Field) -> bool:
    if not _is_list_of(value, str, field):
        return False
    return all(part in field.allowed for part in value) and len(set(value)) == len(value)


def _is_texts(value: Any, field: Field) -> bool:
    return _is_list_of(value, str, field) and all(part and part == part.strip() for part in value)


def _is_groups(value: Any, field: Field) -> bool:
    return _is_list_of(value, list, field) and all(group and _is_choices(group, field) for group in value)


def _is_either(value: Any, field: Field) -> bool:
    if isinstance(value, str):
        return value in field.allowed
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


_CHECKS: dict[str, Callable[[Any, Field], bool]] = {
    "text": _is_text,
    "flag": _is_flag,
    "whole": _is_whole,
    "choice": _is_choice,
    "choices": _is_choices,
    "texts": _is_texts,
    "groups": _is_groups,
    "either": _is_either,
}


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value


def _wrong_part(value: Any, field: Field) -> Any:
    """Return the first part of a list that is not allowed, so that the message points at it; else the value."""
    if field.kind == "choices" and isinstance(value, list):
        return next((part for part in value if part not in field.allowed), value)
    return value


def _describe(field: Field) -> str:
    listed = ", ".join(field.allowed)
    count = f"{field.least} to {field.most}" if field.most < Field("", "").most else f"{field.least} or more"
    return {
        "text": "a text without spaces at its ends" + (", or empty" if field.may_be_empty else ""),
        "flag": "true or false",
        "whole": f"a whole number, {count}",
        "choice": f"one of {listed}",
        "choices": f"a list of {count} different ones of {listed}",
        "texts": f"a list of {count} texts",
        "groups": f"a list of lists of {listed}",
        "either": f"a number above 0, or one of {listed}",
        "table": f"a table with {', '.join(part.name for part in field.fields)}",
        "tables": f"{count} tables with {', '.join(part.name for part in field.fields)}",
    }[field.kind]
