"""The command `rhomboid`: one file per verb, one place where errors become one line."""

import sys

import click
import typer

from rhomboid.cli import catalogue, check, figure, plan, screen, serve, today, why
from rhomboid.lib.errors import UserError

app = typer.Typer(
    name="rhomboid",
    help="Screens, plans, guides and adapts exercise for upper-back pain. Educational, not medical advice; "
    "no clinician has reviewed its rules.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for verb in (screen, plan, check, today, why, catalogue, figure, serve):
    app.command(name=verb.NAME)(verb.run)


def run() -> None:
    """Run the command line; whatever goes wrong is one line on standard error."""
    try:
        code = app(standalone_mode=False)
    except UserError as error:
        code = _complain(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stderr.write(error.format_message() + "\n")
        code = 2
    except click.ClickException as error:
        code = _complain(error.format_message())
    except click.Abort:
        code = 130
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except Exception as error:  # noqa: BLE001 (the process edge: no traceback reaches a person)
        code = _complain(f"rhomboid: this should not happen, please report it: {type(error).__name__}: {error}", 70)
    sys.exit(code if isinstance(code, int) else 0)


def _complain(message: str, code: int = 2) -> int:
    sys.stderr.write(" ".join(message.split()) + "\n")
    return code
