"""Write every figure to docs/figures as SVG, and one page that shows them all: `python scripts/contact_sheet.py`."""  # noqa: INP001  # a script, not a package

from html import escape
from pathlib import Path

from rhomboid.body.figure import draw
from rhomboid.catalogue.load import load_catalogue

FOLDER = Path(__file__).parent.parent / "docs" / "figures"
STYLE = (
    "body{font:16px system-ui,sans-serif;margin:24px;background:#f8f9fd;color:#26324a}"
    "main{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:16px}"
    "figure{margin:0;background:#fff;border-radius:16px;padding:8px}figcaption{text-align:center;padding:4px}"
    "img{width:100%}"
    "@media(prefers-color-scheme:dark){body{background:#141a28;color:#e8ecf5}figure{background:#1b2335}}"
)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    cells = []
    for exercise in load_catalogue().exercises:
        (FOLDER / f"{exercise.id}.svg").write_text(draw(exercise), encoding="utf-8")
        name = escape(exercise.name)
        cells.append(
            f'<figure><img src="{exercise.id}.svg" alt="{name}" loading="lazy"><figcaption>{name}</figcaption></figure>'
        )
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>All figures</title>'
        f"<style>{STYLE}</style><h1>All figures</h1><main>{''.join(cells)}</main></html>\n"
    )
    (FOLDER / "index.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
