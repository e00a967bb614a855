"""The one error that people see."""


class UserError(Exception):
    """Something wrong with the input: one line naming where, what, and what is allowed. Exit code 2."""


def bad_input(where: str, field: str, value: object, allowed: str) -> UserError:
    """Return the error for one wrong value, in the order people read: file, field, value, allowed."""
    return UserError(f"{where}: {field}: {value!r} is not allowed; allowed: {allowed}")
