"""The one error that people see."""


class UserError(Exception):
    """Something wrong with the input: one line naming where, what, and what is allowed. Exit code 2.

    field, allowed: the same in parts, where one value is to blame, so that a form can say it beside its field.
    """

    def __init__(self, line: str, *, field: str = "", allowed: str = "") -> None:
        super().__init__(line)
        self.field, self.allowed = field, allowed


LONGEST_SHOWN = 200


def bad_input(where: str, field: str, value: object, allowed: str) -> UserError:
    """Return the error for one wrong value, in the order people read: file, field, value, allowed."""
    shown = repr(value)
    if len(shown) > LONGEST_SHOWN:
        shown = f"{shown[:LONGEST_SHOWN]} …"
    line = f"{where}: {field}: {shown} is not allowed; allowed: {allowed}"
    return UserError(line, field=field, allowed=allowed)
