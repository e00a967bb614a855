"""What the template of an intake page shows: steps, ticks and fields with what was answered before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rhomboid.screening.hits import Hit
from rhomboid.service.models import Person
from rhomboid.web.intake_fields import Field
from rhomboid.web.intake_steps import Step, load_steps
from rhomboid.web.intake_ticks import NONE, UNSURE

DURATION_UNITS = (("days", "Days"), ("weeks", "Weeks"), ("months", "Months"), ("years", "Years"))


@dataclass(frozen=True)
class Choice:
    value: str
    words: str
    checked: bool
    id: str


@dataclass(frozen=True)
class ShownField:
    """A field with its answer, for the template of its kind."""

    field: Field
    value: Any
    error: str
    choices: tuple[Choice, ...]
    template: str


@dataclass(frozen=True)
class ShownTick:
    id: str
    name: str
    text: str
    help: str
    yes: bool
    unsure: bool


@dataclass(frozen=True)
class StepMark:
    """A page in the list of pages: done, here, or open."""

    step: Step
    number: int
    state: str


@dataclass(frozen=True)
class Problem:
    anchor: str
    text: str


def first_open(person: Person) -> Step | None:
    """Return the first page not answered yet, or None when all are."""
    return next((step for step in load_steps() if step.key not in person.draft), None)


def is_open_to(person: Person, step: Step) -> bool:
    """Return whether a page may be shown: answered before, or the next one."""
    following = first_open(person)
    return step.key in person.draft or following is None or following.key == step.key


def neighbours(step: Step) -> tuple[Step | None, Step | None]:
    """Return the page before and the page after."""
    steps = load_steps()
    index = steps.index(step)
    return (steps[index - 1] if index else None), (steps[index + 1] if index + 1 < len(steps) else None)


def present(
    person: Person, step: Step, shown: Mapping[str, Any] | None, errors: Mapping[str, str], urgent: Sequence[Hit]
) -> dict[str, Any]:
    """Return what the page shows. shown: what was just sent, else what was answered before."""
    answered = shown if shown is not None else person.draft.get(step.key, {}).get("shown", {})
    before, after = neighbours(step)
    marks = _marks(person, step)
    return {
        "step": step,
        "number": load_steps().index(step) + 1,
        "total": len(marks),
        "before": before,
        "is_last": after is None,
        "marks": marks,
        "ticks": tuple(_tick(question, answered) for question in step.questions),
        "none_checked": bool(answered.get(NONE)),
        "unsure_checked": bool(answered.get(UNSURE)),
        "fields": tuple(show_field(one, answered, errors) for one in step.fields),
        "problems": tuple(_problem(name, text, step) for name, text in errors.items()),
        "urgent": urgent,
    }


def _marks(person: Person, here: Step) -> tuple[StepMark, ...]:
    marks = []
    for index, step in enumerate(load_steps()):
        state = "here" if step == here else "done" if step.key in person.draft else "open"
        marks.append(StepMark(step, index + 1, state))
    return tuple(marks)


def _tick(question: Any, answered: Mapping[str, Any]) -> ShownTick:
    fact = question.fact.id
    answer = answered.get(fact)
    return ShownTick(
        f"f-{fact.replace('_', '-')}", fact, question.text, question.help, answer == "yes", answer == "unsure"
    )


def show_field(one: Field, answered: Mapping[str, Any], errors: Mapping[str, str]) -> ShownField:
    value = answered.get(one.name, ["", ""] if one.kind == "duration" else "")
    options = DURATION_UNITS if one.kind == "duration" else one.options
    chosen = value[1:] if one.kind == "duration" else value if isinstance(value, list) else [str(value)]
    choices = tuple(Choice(option, words, option in chosen, f"{one.id}-{option}") for option, words in options)
    return ShownField(
        field=one,
        value=value[0] if one.kind == "duration" else value,
        error=errors.get(one.name, ""),
        choices=choices,
        template=f"intake/fields/{one.kind}.html",
    )


def _problem(name: str, text: str, step: Step) -> Problem:
    for one in step.fields:
        if one.name == name:
            grouped = one.options and one.kind != "duration"
            return Problem(f"{one.id}-{one.options[0][0]}" if grouped else one.id, f"{one.label} {text}")
    return Problem("f-none" if name == NONE else "f-unsure", text)
