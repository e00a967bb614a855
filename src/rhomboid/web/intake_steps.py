"""The pages of the intake in order: the screen's own, then kit, place and time. To add a page, add a row here."""

from dataclasses import dataclass
from functools import cache

from rhomboid.catalogue.load import load_catalogue
from rhomboid.screening.facts import Fact
from rhomboid.screening.questions import Page, Question, load_pages
from rhomboid.web.intake_fields import Field, Options

OPTIONAL = frozenset({"sex", "height_cm", "mass_kg", "systolic_mmhg", "diastolic_mmhg", "quality", "pattern"})
NPRS: Options = tuple((str(score), str(score)) for score in range(11))
YES_NO: Options = (("yes", "Yes"), ("no", "No"))
# Where a field shows something else than its fact's kind would.
KIND_OF = {"sites": "bodymap", "duration_weeks": "duration", "age": "stepper", "onset_age": "stepper"}
LABELS = {"duration_weeks": ("How long has it lasted this time?", "The present spell. A guess is fine.")}
FIRST = {"age": 40, "onset_age": 40}


@dataclass(frozen=True)
class Step:
    """One page. kind: ticks (any of these?) or form. topic: the part of the intake it belongs to."""

    key: str
    title: str
    lead: str
    kind: str
    topic: str
    questions: tuple[Question, ...] = ()
    fields: tuple[Field, ...] = ()


@cache
def load_steps() -> tuple[Step, ...]:
    """Return every page of the intake in the order they are asked in."""
    return (*(_step_of(page) for page in load_pages()), AIMS, PLACE, _week())


def find_step(key: str) -> Step | None:
    """Return the page called `key`, or None."""
    return next((step for step in load_steps() if step.key == key), None)


def _step_of(page: Page) -> Step:
    if page.kind == "ticks":
        return Step(page.key, page.title, page.lead, "ticks", "Safety", questions=page.questions)
    fields = tuple(_field_of(question) for question in page.questions)
    return Step(page.key, page.title, page.lead, "form", "Your pain", fields=fields)


def _field_of(question: Question) -> Field:
    fact = question.fact
    label, hint = LABELS.get(fact.id, (question.text, question.help))
    return Field(
        name=fact.id,
        kind=_kind_of(fact),
        label=label,
        hint=hint,
        options=NPRS if fact.unit == "NPRS" else question.labels,
        required=fact.id not in OPTIONAL,
        low=fact.low or 0,
        high=fact.high or 0,
        whole=fact.kind == "int",
        unit="" if fact.unit == "NPRS" else UNITS.get(fact.id, ""),
        first=FIRST.get(fact.id, 0),
        cast=int if fact.unit == "NPRS" else str,
    )


UNITS = {
    "age": "years", "onset_age": "years", "height_cm": "cm", "mass_kg": "kg",
    "systolic_mmhg": "mmHg", "diastolic_mmhg": "mmHg",
}  # fmt: skip


def _kind_of(fact: Fact) -> str:
    if fact.id in KIND_OF:
        return KIND_OF[fact.id]
    if fact.unit == "NPRS":
        return "nprs"
    return {"int": "number", "number": "number", "choice": "choice", "set": "chips"}[fact.kind]


def _is_yes(value: str) -> bool:
    return value == "yes"


AIMS = Step(
    key="aims",
    title="What you want",
    lead="It helps you see later whether it was worth it. Choose all that fit.",
    kind="form",
    topic="Your program",
    fields=(
        Field(
            name="aims", kind="chips", group="goals", label="What should get better?",
            options=(
                ("less_pain", "Less pain"),
                ("stronger", "Be stronger"),
                ("looser", "Be looser"),
                ("sit_better", "Sit with more ease"),
                ("back_to_sport", "Back to my sport"),
            ),
        ),
        Field(
            name="sport", kind="text", group="goals", required=False, label="Which sport do you do, or did before?",
            hint="Such as rowing or tennis. It is told to whoever reads your report.",
        ),
    ),
)  # fmt: skip
PLACE = Step(
    key="place",
    title="Where and with what",
    lead="We only plan what you can really do there.",
    kind="form",
    topic="Your program",
    fields=(
        Field(
            name="place", kind="choice", group="setting", label="Where will you train?",
            options=(("home", "At home"), ("office", "At work"), ("gym", "In a gym")),
            hint="At work you do nothing lying or kneeling.",
        ),
        Field(
            name="can_get_to_floor", kind="flag", group="setting", cast=_is_yes, options=YES_NO,
            label="Can you get down to the floor and up again?",
            hint="With a hand on a chair is fine. If not, you do everything standing or sitting.",
        ),
        Field(
            name="equipment", kind="chips", group="setting", label="What do you have there?",
            hint="A chair, a wall, a towel and a door we take for granted.",
            options=(
                ("none", "None of these"),
                ("resistance_band", "Stretch band"),
                ("dumbbell", "Dumbbells"),
                ("kettlebell", "Kettlebell"),
                ("foam_roller", "Foam roller"),
                ("massage_ball", "Massage ball"),
                ("exercise_ball", "Large exercise ball"),
                ("pull_up_bar", "Pull-up bar"),
                ("suspension_trainer", "Sling trainer"),
                ("bench", "Weight bench"),
                ("barbell", "Barbell"),
                ("rack", "Rack"),
                ("cable_machine", "Cable machine"),
                ("stationary_bike", "Exercise bike"),
                ("pool", "Swimming pool"),
            ),
        ),
    ),
)  # fmt: skip


def _week() -> Step:
    return Step(
        key="week",
        title="Your week",
        lead="The last page. You can move a session later.",
        kind="form",
        topic="Your program",
        fields=(*WEEK_FIELDS, _likes()),
    )


WEEK_FIELDS = (
    Field(
        name="strength_days", kind="days", group="schedule", label="On which days could you do strength?",
        hint="Choose all that could work. We take two or three of them, with a rest day between.",
        options=tuple(zip(
            ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
            ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
            strict=True,
        )),
    ),
    Field(
        name="minutes", kind="choice", group="schedule", cast=int,
        label="How many minutes at most for a strength session?",
        options=tuple((str(minutes), str(minutes)) for minutes in (10, 15, 20, 30, 45, 60, 90)),
    ),
    Field(
        name="daily_minutes", kind="choice", group="schedule", cast=int,
        label="And for a few easy moves every day?",
        options=tuple((str(minutes), str(minutes)) for minutes in (5, 10, 15, 20, 30)),
    ),
    Field(
        name="level", kind="choice", group="experience", label="How used are you to strength training?",
        options=(("new", "New to it"), ("some", "Some practice"), ("trained", "I train often")),
    ),
    Field(
        name="sitting_hours_per_day", kind="number", group="desk", low=0, high=24, whole=False, unit="hours a day",
        label="How many hours a day do you sit?", hint="Work, travel and evening together. A guess is fine.",
    ),
)  # fmt: skip

LIKES = {
    "bands": "Band work",
    "weights": "Weights",
    "own-weight": "Own body weight",
    "yoga": "Yoga",
    "rolling": "Rolling",
}


def _likes() -> Field:
    return Field(
        name="like", kind="chips", group="preferences", required=False, label="Is there anything you like doing?",
        hint="We lean towards it where it is safe. You can leave this open.",
        options=tuple(LIKES.items()), expand=_liked_exercises,
    )  # fmt: skip


def _liked_exercises(kinds: list[str]) -> list[str]:
    """Return the ids of the exercises of the kinds a person likes."""
    matches = {
        "bands": lambda one: one.loading == "band",
        "weights": lambda one: one.loading == "free_weight",
        "own-weight": lambda one: one.loading == "bodyweight",
        "yoga": lambda one: one.category == "yoga",
        "rolling": lambda one: one.category == "foam-roll",
    }
    found = load_catalogue().exercises
    return [one.id for one in found if any(matches[kind](one) for kind in kinds)]
