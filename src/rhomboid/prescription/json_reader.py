"""Typed access to parsed JSON: whatever is wrong is one line with the file, the path, the value and what is allowed."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from rhomboid.lib.errors import bad_input

T = TypeVar("T")
# Beyond this no figure of a plan makes sense; seeds go up to it. NaN and infinity are out as well.
LARGEST = 2**31


class JsonReader:
    """Typed access to parsed JSON; every refusal names the file and the path."""

    def __init__(self, where: str) -> None:
        self.where = where

    def table(self, value: Any, at: str) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            raise bad_input(self.where, at, value, "an object")
        return value

    def rows(self, value: Any, at: str) -> list[Any]:
        if not isinstance(value, list):
            raise bad_input(self.where, at, value, "a list")
        return value

    def text(self, table: Mapping[str, Any], key: str, at: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value:
            raise bad_input(self.where, f"{at}.{key}", value, "text")
        return value

    def one_of(self, table: Mapping[str, Any], key: str, allowed: tuple[str, ...], at: str) -> Any:
        value = table.get(key)
        if value not in allowed:
            raise bad_input(self.where, f"{at}.{key}", value, ", ".join(allowed))
        return value

    def whole(self, table: Mapping[str, Any], key: str, at: str) -> int:
        value = table.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not abs(value) <= LARGEST:
            raise bad_input(self.where, f"{at}.{key}", value, f"a whole number, at most {LARGEST:g} from zero")
        return value

    def number(self, table: Mapping[str, Any], key: str, at: str) -> float:
        value = table.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
            raise bad_input(self.where, f"{at}.{key}", value, f"a number, at most {LARGEST:g} from zero")
        return float(value)

    def flag(self, table: Mapping[str, Any], key: str, at: str) -> bool:
        value = table.get(key)
        if type(value) is not bool:
            raise bad_input(self.where, f"{at}.{key}", value, "true or false")
        return value

    def maybe(self, table: Mapping[str, Any], key: str, at: str, read: Callable[..., T]) -> T | None:
        return None if table.get(key) is None else read(table, key, at)

    def day(self, value: Any, at: str) -> date:
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise bad_input(self.where, at, value, "a date like 2026-11-23") from error
