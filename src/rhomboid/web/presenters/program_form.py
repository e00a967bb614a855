"""The forms a program can take (C1, C2, C10), in plain words."""

from dataclasses import dataclass

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.plan import MODES


@dataclass(frozen=True)
class Form:
    """One form. mode: one of MODES. lead: what a week looks like; suits: whom it suits."""

    mode: str
    name: str
    lead: str
    suits: str
    is_now: bool


def forms(now: str) -> tuple[Form, ...]:
    """Return every form, the fullest first. now: the form the person is in, empty before there is a program."""
    return tuple(Form(mode, *_words(mode), is_now=mode == now) for mode in MODES)


def name_of(mode: str) -> str:
    """Return the name of a form."""
    return _words(mode)[0]


def _words(mode: str) -> tuple[str, str, str]:
    numbers = rule("C10").numbers
    (few, longer), (many, short) = numbers["splits"]
    return {
        "full": (
            "Full program",
            "Two or three strength days a week, easy moves on the other days, and walks.",
            "It does the most. It uses your days and your minutes as they stand.",
        ),
        "minimal": (
            "Two minutes",
            f"One set of one pulling move, {numbers['minimal_minutes']} minutes on {numbers['minimal_days']} days.",
            "For busy or bad weeks. It keeps the habit, but does less.",
        ),
        "split3": (
            f"{few} times {longer} minutes",
            f"{few} strength sessions a week of at most {longer} minutes each.",
            "For when longer sessions do not fit. It may use other days than the ones you chose.",
        ),
        "split9": (
            f"{many} times {short} minutes",
            f"Three small sessions of about {short} minutes on each of three days, an hour or more apart.",
            "For short gaps in the day, such as at work. It may use other days than the ones you chose.",
        ),
        "daily": (
            "Easy moves only",
            "Easy moving and stretching each day, and walks. No strength work.",
            "It can feel good. For neck and shoulder pain, trials back strength work more.",
        ),
        "maintain": (
            "Keep what you gained",
            "Two strength days a week. Doses stay where they are.",
            "For when your pain has settled.",
        ),
    }[mode]
