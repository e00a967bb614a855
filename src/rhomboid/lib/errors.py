"""The one error that people see."""


class UserError(Exception):
    """Something wrong with the input: one line naming where, what, and what is allowed. Exit code 2."""


LONGEST_SHOWN = 200


def bad_input(where: str, field: str, value: object, allowed: str) -> UserError:
    """Return the error for one wrong value, in the order people read: file, field, value, allowed."""
    shown = repr(value)
    if len(shown) > LONGEST_SHOWN:
        shown = f"{shown[:LONGEST_SHOWN]} …"
    return UserError(f"{where}: {field}: {shown} is not allowed; allowed: {allowed}")
