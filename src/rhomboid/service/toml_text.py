"""A profile table as TOML text that the profile's own parser reads back."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any


def to_toml(table: Mapping[str, Any]) -> str:
    """Return tables of plain values, lists, dates, tables inside tables and lists of tables as TOML."""
    lines: list[str] = []
    for name, value in table.items():
        if isinstance(value, Mapping):
            lines += ["", *_table((name,), value)]
        else:
            for row in value:
                lines += ["", f"[[{_key(name)}]]", *(f"{_key(key)} = {_value(field)}" for key, field in row.items())]
    return "\n".join(lines).strip() + "\n"


def _table(path: Sequence[str], table: Mapping[str, Any]) -> list[str]:
    """Return a table's own values first, then the tables inside it: TOML asks for that order."""
    plain = [f"{_key(key)} = {_value(value)}" for key, value in table.items() if not isinstance(value, Mapping)]
    inner = [(key, value) for key, value in table.items() if isinstance(value, Mapping)]
    lines = [f"[{'.'.join(_key(part) for part in path)}]", *plain]
    for key, value in inner:
        lines += ["", *_table((*path, key), value)]
    return lines


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if bare else json.dumps(name)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):  # in a list, where TOML takes it in one line
        return f"{{{', '.join(f'{_key(key)} = {_value(field)}' for key, field in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, str):
        # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped.
        return json.dumps(value).replace("\x7f", "\\u007f")
    return str(value)
