"""Serve the web app on loopback with its embedded database."""

import gc
import os
import sys
from threading import Thread
from time import sleep
from typing import Any

from rhomboid.catalogue.load import load_catalogue

GARBAGE_THRESHOLD = 20_000  # a request makes many short-lived values and hardly any rings of them
PAUSE_S = 0.1  # between two pictures: pages come first


def prepare() -> None:
    """Set Django up and bring the database up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rhomboid.web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def start_drawing() -> None:
    """Draw the pictures ahead in the background, a little at a time, so that no page waits for them."""
    from django.conf import settings

    from rhomboid.service.figure_shelf import Shelf, draw_ahead

    shelf = Shelf(settings.DATA / "figures")
    Thread(target=draw_ahead, args=(shelf, lambda: sleep(PAUSE_S)), name="draw-ahead", daemon=True).start()


def keep_for_good() -> None:
    """Read what every request reads, and spare it the search for garbage, which would hold some requests up."""
    load_catalogue()
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE_THRESHOLD)


def serve(port: int = 8000) -> None:
    """Migrate, then answer on 127.0.0.1 until stopped; the address goes to standard error."""
    prepare()
    from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
        def load_config(self) -> None:
            self.cfg.set("bind", f"127.0.0.1:{port}")
            self.cfg.set("workers", 1)
            self.cfg.set("worker_class", "gthread")
            self.cfg.set("threads", 4)
            self.cfg.set("loglevel", "warning")
            self.cfg.set("post_worker_init", lambda _worker: start_drawing())

        def load(self) -> Any:
            from rhomboid.web.wsgi import application

            keep_for_good()
            return application

    sys.stderr.write(f"Rhomboid is at http://127.0.0.1:{port}/ (stop with Ctrl-C)\n")
    Server().run()
