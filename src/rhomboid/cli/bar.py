"""The progress bar of verbs that take long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def show_bar(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on standard error while something goes on, where there is somebody to look at it."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=total)
        yield lambda count: progress.advance(task, count)
