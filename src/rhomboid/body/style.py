"""The colours of figures: light by attribute, so that no style sheet is needed; dark by class, where one is read."""

PREFIX = "rf"

# tone: (light, its shade, dark, its shade)
TONES: dict[str, tuple[str, str, str, str]] = {
    "shirt": ("#2f9e93", "#278a81", "#38b3a6", "#2f9e93"),
    "shirt-far": ("#23807a", "#1f716c", "#2a8f86", "#258079"),
    "shorts": ("#3b4a6b", "#303d5b", "#62759f", "#556790"),
    "shorts-far": ("#2d3954", "#26314a", "#4d5f88", "#44557c"),
    "sock": ("#ffffff", "#e6eaf1", "#f3f5f9", "#d9dee8"),
    "sock-far": ("#e3e7ee", "#d5dae4", "#d5dae4", "#c5ccd8"),
    "shoe": ("#f4f5f7", "#d9dee8", "#eef1f6", "#cfd6e2"),
    "shoe-far": ("#d5d9e0", "#c3c9d4", "#c9cfda", "#b6bdca"),
    "mat": ("#a9c6e8", "#7fa6d3", "#47638c", "#38507a"),
    "wood": ("#d8c3a5", "#bfa683", "#a08a6b", "#86724f"),
    "wall": ("#e4e9f2", "#cfd7e5", "#46546f", "#3b4863"),
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
# Skin and hair, light to dark. The geometry is the same for all; a page may switch by the class of the figure.
SKINS: tuple[dict[str, tuple[str, str, str, str]], ...] = (
    {
        "skin": ("#f5d3bb", "#eac0a4", "#f0cdb4", "#e0b89c"),
        "skin-far": ("#e2b99d", "#d6aa8c", "#d8b095", "#c9a083"),
        "hair": ("#8a5a34", "#744a2a", "#a06c42", "#8a5b36"),
    },
    {
        "skin": ("#e6b48f", "#d8a27c", "#e2b08b", "#d09d78"),
        "skin-far": ("#cd9871", "#bf8a64", "#c8946f", "#b88560"),
        "hair": ("#4a3426", "#3c2a1f", "#6b4d39", "#5a4030"),
    },
    {
        "skin": ("#bd8358", "#aa734a", "#c08a61", "#ad7850"),
        "skin-far": ("#a26c45", "#935f3b", "#a5724c", "#956440"),
        "hair": ("#2f241f", "#251c18", "#57443a", "#493830"),
    },
    {
        "skin": ("#805338", "#6f462e", "#936448", "#80553b"),
        "skin-far": ("#6b432c", "#5d3a26", "#7c523a", "#6d4730"),
        "hair": ("#211b1a", "#181413", "#4a403d", "#3d3532"),
    },
)
DEFAULT_SKIN = 2
# The body of the small picture of the muscles, those that help, the main ones: (light, dark)
MUSCLES = {
    "muscle-body": ("#e6ebf3", "#3a4763"),
    "muscle-second": ("#f6c9a8", "#b3704f"),
    "muscle-main": ("#e2572b", "#f0703f"),
}
LINE = ("#26324a", "#0f1626")
GHOST_LINE = ("#94a3bb", "#7a89a6")
GLOW = "#ffd36b"


def tone_class(tone: int) -> str:
    """Return the class on a figure that says which skin and hair it has."""
    return f"{PREFIX}-tone-{tone}"


def colour(tone: str, skin: int) -> tuple[str, str]:
    """Return the light colour of a tone and its shade."""
    light, shade, _, _ = SKINS[skin - 1].get(tone) or TONES[tone]
    return light, shade


def dark_css() -> str:
    """Return the rules for people who prefer dark pages; a page with a strict policy carries them in its own sheet."""
    rules = [_rule("", tone, dark, shade) for tone, (_, _, dark, shade) in TONES.items()]
    rules += [_rule(f".{tone_class(skin)} ", *row) for skin in range(1, len(SKINS) + 1) for row in _skin(skin, 2)]
    return in_the_dark("".join(rules) + _line_rules() + muscle_rules())


def in_the_dark(rules: str) -> str:
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


def _line_rules() -> str:
    return f".{PREFIX}-line{{stroke:{LINE[1]}}}.{PREFIX}-ghost{{stroke:{GHOST_LINE[1]}}}"


def muscle_rules() -> str:
    """Return the dark colours of the small picture of the muscles."""
    rules = "".join(f".{PREFIX}-{name}{{fill:{dark}}}" for name, (_, dark) in MUSCLES.items())
    return f"{rules}.{PREFIX}-muscle-body{{stroke:{GHOST_LINE[1]}}}"


def tone_css() -> str:
    """Return the rules by which a page changes skin and hair of a figure that stands in it, by class alone."""
    rows = [(skin, row) for skin in range(1, len(SKINS) + 1) for row in _skin(skin, 0)]
    return "".join(_rule(f".{tone_class(skin)} ", *row) for skin, row in rows) + dark_css()


def own_dark_css(skin: int) -> str:
    """Return the dark rules one figure needs that stands alone."""
    rules = [_rule("", tone, dark, shade) for tone, (_, _, dark, shade) in TONES.items()]
    rules += [_rule(f".{tone_class(skin)} ", *row) for row in _skin(skin, 2)]
    return in_the_dark("".join(rules) + _line_rules() + muscle_rules())


def _skin(skin: int, first: int) -> list[tuple[str, str, str]]:
    return [(tone, colours[first], colours[first + 1]) for tone, colours in SKINS[skin - 1].items()]


def _rule(scope: str, tone: str, fill: str, shade: str) -> str:
    return f"{scope}.{PREFIX}-{tone}{{fill:{fill}}}{scope}.{PREFIX}-{tone}-s{{fill:{shade}}}"
