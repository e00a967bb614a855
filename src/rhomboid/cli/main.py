"""The command `rhomboid`: one file per verb, one place where errors become one line."""

import sys
from importlib import import_module

import typer
from typer.exceptions import Abort, TyperException

from rhomboid.lib.errors import UserError

VERBS = ("screen", "plan", "check", "today", "why", "catalogue", "figure", "serve")
HELP = (
    "Screens, plans, guides and adapts exercise for upper-back pain. "
    "Educational, not medical advice; no clinician has reviewed its rules."
)


def build_app(asked: str) -> typer.Typer:
    """Return the command line; only the verb asked for is imported, so that a quick verb starts quickly."""
    app = typer.Typer(
        name="rhomboid",
        help=HELP,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(lambda: None)  # keeps the verb a word of its own when it is the only one imported
    for name in (asked,) if asked in VERBS else VERBS:
        app.command(name=name)(import_module(f"rhomboid.cli.{name}").run)
    return app


def run() -> None:
    """Run the command line; whatever goes wrong is one line on standard error."""
    words = sys.argv[1:] or ["--help"]
    try:
        code = build_app(words[0])(words, standalone_mode=False, prog_name="rhomboid")
    except UserError as error:
        code = _complain(str(error))
    except TyperException as error:
        code = _complain(f"command line: {error.format_message()} Try: rhomboid --help")
    except Abort:
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
