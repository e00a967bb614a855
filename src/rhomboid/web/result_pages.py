"""What the result page shows: one of six outcomes, unmistakable, with the answers that caused it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rhomboid.catalogue.load import load_catalogue
from rhomboid.screening.advice import Advice
from rhomboid.screening.facts import FactValue, facts_by_id
from rhomboid.screening.hits import Hit
from rhomboid.screening.questions import Question, question_for
from rhomboid.screening.restriction_table import load_restrictions
from rhomboid.screening.restrictions import excluding
from rhomboid.screening.triage import Triage
from rhomboid.screening.triage_json import hit_text
from rhomboid.web.intake_steps import load_steps

ANSWERS = {"yes": "Yes", "unsure": "Not sure", "no": "No", "unknown": "Not answered"}


@dataclass(frozen=True)
class Verdict:
    """One outcome in words. tone: danger, amber, blue or good, always beside an icon and a heading."""

    title: str
    lead: str
    tone: str
    icon: str
    chip: str
    steps: tuple[str, ...]


BUILD_STEP = "Build your program: fifteen weeks around your days and your kit."
VERDICTS = {
    "emergency": Verdict(
        "Get help now",
        "Your answers can mean an emergency.",
        "danger",
        "warning",
        "Emergency",
        ("There is no program while this stands.",),
    ),
    "same_day": Verdict(
        "Speak to a doctor today",
        "Do not start exercise yet. What you told us should be looked at today.",
        "amber",
        "phone",
        "Today",
        (
            "Call your doctor, or an out-of-hours line, today. Show or read out this page.",
            "If it gets worse while you wait, call your emergency number.",
            "There is no program until a doctor has cleared each point on this page by name.",
        ),
    ),
    "see_clinician": Verdict(
        "See a clinician before you start",
        "Someone who can examine you should say first whether this is right for you.",
        "amber",
        "doctor",
        "Before you start",
        (
            "Make an appointment. Show this page: it says which answers matter.",
            "There is no program until each point on this page is cleared by name.",
            "If anything new turns up, answer the questions again.",
        ),
    ),
    "modify": Verdict(
        "You can start, with some limits",
        "You may train. Because of your answers we leave some things out and keep others gentle.",
        "good",
        "adjust",
        "Start with limits",
        (
            "Read what is left out for your safety.",
            BUILD_STEP,
            "We ask these questions again every four weeks, and whenever something is new.",
        ),
    ),
    "proceed": Verdict(
        "You can start",
        "None of your answers speaks against starting.",
        "good",
        "tick",
        "Ready",
        (
            BUILD_STEP,
            "We ask these questions again every four weeks, and whenever something is new.",
        ),
    ),
    "incomplete": Verdict(
        "Some answers are still open",
        "Until they are there, we cannot say whether exercise is safe for you.",
        "blue",
        "question",
        "Not finished",
        ("Answer the open questions.", "Then you see at once whether you may start."),
    ),
}


@dataclass(frozen=True)
class Cause:
    """One answer that counted."""

    question: str
    answer: str


@dataclass(frozen=True)
class ShownHit:
    """One rule that speaks: what to do, because of which answers."""

    title: str
    text: str
    level: str
    label: str
    tone: str
    causes: tuple[Cause, ...]
    rule: str
    version: int
    source: str
    can_clear: str


@dataclass(frozen=True)
class Alarm:
    """What to do in an emergency and the answers behind it, each said once."""

    texts: tuple[str, ...]
    causes: tuple[Cause, ...]


@dataclass(frozen=True)
class Limit:
    """One restriction in words, with the names of some exercises it leaves out."""

    text: str
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class OpenPage:
    key: str
    title: str
    count: int


ROLES = (
    ("physician", "Doctor"),
    ("physiotherapist", "Physiotherapist"),
    ("osteopath", "Osteopath"),
    ("chiropractor", "Chiropractor"),
)
CLEARS = {"physician": "a doctor", "clinician": "a doctor or therapist", "nobody": "", "": ""}


def show_hits(triage: Triage) -> tuple[ShownHit, ...]:
    return tuple(show_hit(hit) for hit in triage.hits)


def show_alarm(hits: Sequence[Hit]) -> Alarm:
    """Return what several emergencies ask for, without saying the same twice."""
    shown = [show_hit(hit) for hit in hits if hit.level == "emergency"]
    texts = dict.fromkeys(one.text for one in shown)
    causes = dict.fromkeys(cause for one in shown for cause in one.causes)
    return Alarm(tuple(texts), tuple(causes))


def show_limits_of(restrictions: Sequence[str]) -> tuple[Limit, ...]:
    """Return each restriction in words, with the exercises that it, alone or with others, leaves out."""
    in_force = Triage("modify", (), tuple(restrictions), (), ())
    names: dict[str, list[str]] = {restriction: [] for restriction in restrictions}
    for exercise in load_catalogue().exercises:
        for reason in excluding(exercise, in_force, phase="familiarise", form_confirmed=(), required=()):
            names[reason.rule].append(exercise.name)
    known = load_restrictions()
    return tuple(Limit(known[name].text, tuple(left_out)) for name, left_out in names.items())


def show_open_pages(triage: Triage) -> tuple[OpenPage, ...]:
    """Return the intake pages that hold what is missing, with how many questions each."""
    missing = set(triage.missing)
    pages = []
    for step in load_steps():
        asked = {question.fact.id for question in step.questions} | {one.name for one in step.fields}
        if asked & missing:
            pages.append(OpenPage(step.key, step.title, len(asked & missing)))
    return tuple(pages)


def split_advice(triage: Triage) -> tuple[Advice | None, Advice | None, tuple[Advice, ...]]:
    """Return the reassurance (only where the screen gave it), the safety net, and the rest."""
    by_id = {one.id: one for one in triage.advice}
    rest = tuple(one for one in triage.advice if one.id not in ("reassurance", "safety_net"))
    return by_id.get("reassurance"), by_id.get("safety_net"), rest


def show_hit(hit: Hit) -> ShownHit:
    verdict = VERDICTS[hit.level]
    return ShownHit(
        title=hit.rule.title,
        text=hit_text(hit),
        level=hit.level,
        label=verdict.chip,
        tone=verdict.tone,
        causes=tuple(Cause(question_for(fact).text, answer_words(fact, value)) for fact, value in hit.facts),
        rule=hit.rule.id,
        version=hit.rule.version,
        source=hit.rule.source,
        can_clear=_who_can_clear(hit),
    )


def _who_can_clear(hit: Hit) -> str:
    """Return who may lift what stops the person; empty when nobody may, or nothing is to be lifted."""
    if not hit.rule.stops or hit.lifted_by is not None:
        return ""
    if hit.level == "emergency":
        # Only once its answer is no again, and by a doctor alone.
        return CLEARS["physician"] if hit.raised_on is not None else ""
    return CLEARS[hit.rule.cleared_by]


def answer_words(fact_id: str, value: FactValue) -> str:
    """Return an answer as a person would say it."""
    fact, question = facts_by_id()[fact_id], question_for(fact_id)
    if isinstance(value, tuple):
        return ", ".join(_label(question, one) for one in value) or "None"
    if isinstance(value, str):
        return ANSWERS.get(value) or _label(question, value)
    unit = " out of 10" if fact.unit == "NPRS" else f" {fact.unit}" if fact.unit else ""
    return f"{value:g}{unit}"


def _label(question: Question, value: str) -> str:
    return dict(question.labels).get(value, value)
