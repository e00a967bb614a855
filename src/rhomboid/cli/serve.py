"""`rhomboid serve`: the web app on loopback with its embedded database."""

import click

from rhomboid.lib.errors import bad_input


@click.command(name="serve")
@click.option("--port", type=int, default=8000, show_default=True, help="The port on 127.0.0.1.")
def run(*, port: int) -> None:
    """Serve the web app on this computer only."""
    if not 1 <= port <= 65535:
        raise bad_input("command line", "--port", port, "a whole number from 1 to 65535")
    from rhomboid.web.server import serve  # Django is needed here alone

    serve(port)
