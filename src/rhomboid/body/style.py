"""The colours of figures: light by attribute, so that no style sheet is needed; dark by class, where one is read."""

PREFIX = "rf"

# tone: (light, its shade, dark, its shade)
TONES: dict[str, tuple[str, str, str, str]] = {
    "shirt": ("#2f9e93", "#278a81", "#38b3a6", "#2f9e93"),
    "shirt-far": ("#23807a", "#1f716c", "#2a8f86", "#258079"),
    "shorts": ("#3b4a6b", "#303d5b", "#62759f", "#556790"),
    "shorts-far": ("#2d3954", "#26314a", "#4d5f88", "#44557c"),
    "skin": ("#ecc0a0", "#dfae8c", "#ecc0a0", "#dcab8a"),
    "skin-far": ("#d6a384", "#c99576", "#cf9d7f", "#c08e70"),
    "hair": ("#4a3426", "#3c2a1f", "#6b4d39", "#5a4030"),
    "sock": ("#ffffff", "#e6eaf1", "#f3f5f9", "#d9dee8"),
    "sock-far": ("#e3e7ee", "#d5dae4", "#d5dae4", "#c5ccd8"),
    "shoe": ("#f4f5f7", "#d9dee8", "#eef1f6", "#cfd6e2"),
    "shoe-far": ("#d5d9e0", "#c3c9d4", "#c9cfda", "#b6bdca"),
    "mat": ("#a9c6e8", "#7fa6d3", "#47638c", "#38507a"),
    "wood": ("#d8c3a5", "#bfa683", "#a08a6b", "#86724f"),
    "wall": ("#e4e9f2", "#cfd7e5", "#2f3a52", "#28324a"),
    "metal": ("#8a93a3", "#5d6675", "#9aa4b6", "#6f7989"),
    "iron": ("#4b5566", "#3a4352", "#7d889b", "#687386"),
    "pad": ("#56627d", "#454f68", "#7584a6", "#65739a"),
    "band": ("#7a5aa6", "#7a5aa6", "#a98bd4", "#a98bd4"),
    "cloth": ("#f0d9a8", "#dcc18a", "#d8c08e", "#c2a872"),
    "ball": ("#f0b76b", "#dc9f50", "#e0a85f", "#c98f47"),
    "roller": ("#6f86c9", "#5b71b3", "#8297d6", "#6f84c4"),
    "shadow": ("#dde3ee", "#dde3ee", "#1c2436", "#1c2436"),
    "ghost": ("#e6ebf3", "#e6ebf3", "#313c55", "#313c55"),
    "arrow": ("#e2572b", "#e2572b", "#f0703f", "#f0703f"),
    "ink": ("#26324a", "#26324a", "#0f1626", "#0f1626"),
}
LINE = ("#26324a", "#0f1626")
GHOST_LINE = ("#94a3bb", "#7a89a6")
GLOW = "#ffd36b"


def dark_css() -> str:
    """Return the rules for people who prefer dark pages; a page with a strict policy carries them in its own sheet."""
    rules = [
        f".{PREFIX}-{tone}{{fill:{dark}}}.{PREFIX}-{tone}-s{{fill:{shade}}}"
        for tone, (_, _, dark, shade) in TONES.items()
    ]
    rules.append(f".{PREFIX}-line{{stroke:{LINE[1]}}}.{PREFIX}-ghost{{stroke:{GHOST_LINE[1]}}}")
    return "@media (prefers-color-scheme:dark){" + "".join(rules) + "}"
