"""Check every figure and picture them all on contact sheets in docs/figures: `python scripts/contact_sheet.py`.

Needs Chromium: on the path, or named in RHOMBOID_CHROMIUM. The woman is shown on light pages, the man on dark ones, and
the skins take turns, so that each is seen. Ends with an error when a figure fails a check.
"""  # noqa: INP001  # a script, not a package

import gzip
import json
import os
import shutil
import subprocess  # runs the browser that paints the pages
import sys
import tempfile
from base64 import b64encode
from html import escape
from pathlib import Path

from rhomboid.body.anatomy import BUILDS
from rhomboid.body.check import loose_contacts, off_balance
from rhomboid.body.figure import draw, frames
from rhomboid.body.grips import off_their_handles
from rhomboid.body.stage import load_stage
from rhomboid.body.style import SKINS
from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue

FOLDER = Path(__file__).parent.parent / "docs" / "figures"
COLUMNS, ROWS, WIDE, HIGH = 6, 6, 180, 155
THEMES = {"woman": ("light", "#fff", "#26324a"), "man": ("dark", "#1b2335", "#e8ecf5")}
MOMENTS = 6
LARGEST_FILM = 120_000
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main() -> int:
    exercises = load_catalogue().exercises
    faults = [fault for body in BUILDS for exercise in exercises for fault in faults_of(exercise, body)]
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    browser = find_browser()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("contact-sheet-*.png"):
        old.unlink()
    size = COLUMNS * ROWS
    pages = [exercises[i : i + size] for i in range(0, len(exercises), size)]
    for body in BUILDS:
        for number, page in enumerate(pages, start=1):
            paint(browser, to_html(page, body), FOLDER / f"contact-sheet-{body}-{number}.png", len(page))
    sys.stdout.write(f"{len(exercises)} figures, {len(faults)} faults\n")
    return 1 if faults else 0


def faults_of(exercise: Exercise, body: str) -> list[str]:
    """Return what of an exercise does not touch what it rests on, or does not stand in balance."""
    stage = load_stage(exercise.id, exercise.primary, body)
    found = []
    for t in (i / MOMENTS for i in range(MOMENTS + 1)):
        found += [f"{exercise.id} ({body}): {loose}" for loose in loose_contacts(stage, t)]
        found += [f"{exercise.id} ({body}): {loose}" for loose in off_their_handles(stage, stage.skeleton(t))]
        if off_balance(stage, t) > 0:
            found.append(f"{exercise.id} ({body}): out of balance at {t:.2f}")
    size = len(gzip.compress(json.dumps(frames(exercise, body=body)).encode()))
    if size >= LARGEST_FILM:
        found.append(f"{exercise.id} ({body}): the film takes {size} bytes")
    return found


def find_browser() -> str:
    named = os.environ.get("RHOMBOID_CHROMIUM")
    found = named or next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise SystemExit("contact_sheet: no Chromium found: install it, or name one in RHOMBOID_CHROMIUM")
    return found


def to_html(page: tuple[Exercise, ...], body: str) -> str:
    """Return one page: every figure with the small picture of its muscles."""
    theme, ground, ink = THEMES[body]
    cells = []
    for index, exercise in enumerate(page):
        picture = draw(exercise, body=body, tone=index % len(SKINS) + 1).replace(
            "@media (prefers-color-scheme:dark)", "@media all" if theme == "dark" else "@media not all"
        )
        source = b64encode(picture.encode()).decode()
        cells.append(
            f'<figure><img src="data:image/svg+xml;base64,{source}">'
            f"<figcaption>{escape(exercise.id)}</figcaption></figure>"
        )
    style = (
        f"body{{margin:0;background:{ground};color:{ink};font:11px sans-serif;display:grid;"
        f"grid-template-columns:repeat({COLUMNS},{WIDE}px);grid-auto-rows:{HIGH}px}}"
        f"figure{{margin:0;position:relative}}figcaption{{text-align:center}}img{{width:{WIDE}px;display:block}}"
    )
    return f'<!doctype html><meta charset="utf-8"><style>{style}</style>{"".join(cells)}'


def paint(browser: str, html: str, path: Path, count: int) -> None:
    """Write the page as a picture."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        size = f"{COLUMNS * WIDE},{-(-count // COLUMNS) * HIGH}"
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/user")
        subprocess.run(  # noqa: S603  # the browser the person named or has on the path
            [browser, *options, f"--screenshot={path}", f"--window-size={size}", page.as_uri()],
            check=True,
            capture_output=True,
        )


if __name__ == "__main__":
    sys.exit(main())
