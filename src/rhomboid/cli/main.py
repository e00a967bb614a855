"""The command `rhomboid`: one file per verb, one place where errors become one line."""

import gc
import signal
import sys
from importlib import import_module
from types import FrameType

import click

from rhomboid.lib.errors import UserError

VERBS = (
    "screen",
    "plan",
    "plan-many",
    "check",
    "today",
    "reschedule",
    "why",
    "why-changed",
    "what-if",
    "catalogue",
    "figure",
    "simulate",
    "serve",
)
# A command lives for a second or two and makes few cycles: looking for them often costs a tenth of its time.
GARBAGE_THRESHOLD = 200_000
INTERRUPTED = 130
HELP = (
    "Screens, plans, guides and adapts exercise for upper-back pain. "
    "Educational, not medical advice; no clinician has reviewed its rules."
)


class Verbs(click.Group):
    """Imports only the verb asked for, so that a quick verb starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own signature)
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (the same)
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"rhomboid.cli.{cmd_name.replace('-', '_')}").run
        return command


def run() -> None:
    """Run the command line; whatever goes wrong is one line on standard error."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    interrupts = _listen()
    try:
        code = Verbs(name="rhomboid", help=HELP)(
            sys.argv[1:] or ["--help"], standalone_mode=False, prog_name="rhomboid"
        )
    except UserError as error:
        code = _complain(str(error))
    except click.ClickException as error:
        code = _complain(f"command line: {error.format_message()} Try: rhomboid --help")
    except click.Abort:
        code = INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except Exception as error:  # noqa: BLE001 (the process edge: no traceback reaches a person)
        report = f"rhomboid: this should not happen, please report it: {type(error).__name__}: {error}"
        # Ctrl-C in the midst of compiling comes back as whatever the compiler made of it.
        code = INTERRUPTED if interrupts else _complain(report, 70)
    sys.exit(code if isinstance(code, int) else 0)


def _listen() -> list[int]:
    """Return a list that every Ctrl-C adds to, before it does what it always does."""
    came: list[int] = []
    usual = signal.getsignal(signal.SIGINT)
    if callable(usual):

        def note(number: int, frame: FrameType | None) -> None:
            came.append(number)
            usual(number, frame)

        signal.signal(signal.SIGINT, note)
    return came


def _complain(message: str, code: int = 2) -> int:
    sys.stderr.write(" ".join(message.split()) + "\n")
    return code
