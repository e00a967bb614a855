"""The bodies and skins that the page You offers for the pictures."""

from dataclasses import dataclass

from rhomboid.body.anatomy import BUILDS
from rhomboid.body.figure import Wish
from rhomboid.body.style import SKINS
from rhomboid.web.figure_choice import chosen, still_url

SAMPLE = "stomach-vacuum"  # stands upright and shows the face
BODY_WORDS = {"woman": "Woman", "man": "Man"}
TONE_WORDS = ("Light", "Medium light", "Medium dark", "Dark")


@dataclass(frozen=True)
class Option:
    """One body or skin that may be chosen, with the picture of it."""

    value: str
    words: str
    picture: str
    is_chosen: bool


def figure_options() -> dict[str, tuple[Option, ...]]:
    """Return the bodies in the skin of now, and the skins on the body of now."""
    now = chosen()
    bodies = [(body, BODY_WORDS[body], Wish(body, now.tone)) for body in BUILDS]
    tones = [(str(tone), TONE_WORDS[tone - 1], Wish(now.body, tone)) for tone in range(1, len(SKINS) + 1)]
    return {
        name: tuple(Option(value, words, still_url(SAMPLE, wish), wish == now) for value, words, wish in rows)
        for name, rows in (("bodies", bodies), ("tones", tones))
    }
