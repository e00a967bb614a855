"""`rhomboid serve`: the web app on loopback with its embedded database."""

from typing import Annotated

import typer

from rhomboid.lib.errors import bad_input


def run(port: Annotated[int, typer.Option(help="The port on 127.0.0.1.")] = 8000) -> None:
    """Serve the web app on this computer only."""
    if not 1 <= port <= 65535:
        raise bad_input("command line", "--port", port, "a whole number from 1 to 65535")
    from rhomboid.web.server import serve  # Django is needed here alone

    serve(port)
