"""`rhomboid why-changed`: how the dose of an exercise came to be, step by step."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.arguments import PLAN, PROFILE, json_option
from rhomboid.cli.output import REFUSED, parse_day, print_json, print_lines, triage_lines
from rhomboid.cli.stored_plan import plan_for
from rhomboid.cli.today import read_log_file
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.words import load_words
from rhomboid.training.decision import Decision, DoseShown
from rhomboid.training.story import Step, Story, tell_story
from rhomboid.training.today_json import decision_to_json, dose_to_json

VERDICTS = {
    "stop": "pain stopped it",
    "twist": "you twisted or wobbled",
    "sore": "it was sore",
    "miss": "not all of it was done or told",
    "clean": "it went well",
}


@click.command(name="why-changed")
@PROFILE
@click.argument("exercise")
@click.option("--log", type=click.Path(path_type=Path), required=True, help="The training log, JSON lines.")
@click.option("--date", "day", help="The day asked for; today when left out.")
@PLAN
@json_option("Print the steps as JSON.")
def run(profile: Path, exercise: str, *, log: Path, day: str | None, plan: Path | None, as_json: bool) -> None:
    """Say step by step how the dose of an exercise came to be, each step with its rule and the events behind it."""
    asked = date.fromisoformat(parse_day(day, "--date")) if day else date.today()  # noqa: DTZ011 (the person's own day)
    catalogue = load_catalogue()
    person = load_profile(profile, catalogue)
    if exercise not in catalogue.by_id:
        raise bad_input("command line", "EXERCISE", exercise, "exercise ids of `rhomboid catalogue`")
    events = read_log_file(log)
    made = plan_for(person, catalogue, plan)
    if made.program is None:
        print_lines("There is no program for this profile.", *triage_lines(made.triage), *made.advice)
        raise SystemExit(REFUSED)
    story = tell_story(person, catalogue, made.program, events, exercise, asked)
    for problem in story.problems:
        sys.stderr.write(f"{problem}\n")
    if as_json:
        print_json(_to_json(story))
    else:
        print_lines(*_lines(story, catalogue[exercise].name))


def _to_json(story: Story) -> dict[str, Any]:
    return {
        "exercise": story.exercise,
        "steps": [
            {
                "date": step.day.isoformat(),
                "session": step.session,
                "due": dose_to_json(step.due),
                "decision": None if step.decision is None else decision_to_json(step.decision),
                "verdict": step.verdict or None,
                "events": list(step.events),
            }
            for step in story.steps
        ],
        "date": story.day.isoformat(),
        "now": None if story.now is None else decision_to_json(story.now),
    }


def _lines(story: Story, name: str) -> list[str]:
    if not story.steps and story.now is None:
        return [f"{name}: nothing in the log has changed it yet."]
    lines = [name]
    for step in story.steps:
        lines += [f"{step.day.isoformat()} {step.session}", *_step_lines(step)]
    if story.now is not None:
        lines += [f"{story.day.isoformat()}: due now", *_decision_lines(story.now)]
    return lines


def _step_lines(step: Step) -> list[str]:
    if step.decision is not None:
        lines = _decision_lines(step.decision)
    else:
        lines = [f"  First time: {_dose_text(step.due)}. [C4]"]
    if step.verdict:
        lines.append(f"  Then {VERDICTS[step.verdict]}. [D0] Events: {', '.join(step.events)}")
    elif step.due is not None:
        lines.append("  It was not done.")
    return lines


def _decision_lines(decision: Decision) -> list[str]:
    change = f"{_dose_text(decision.was)} to {_dose_text(decision.now)}"
    told = f" Events: {', '.join(decision.events)}" if decision.events else ""
    return [f"  {decision.kind}: {change}. {decision.reason} [{decision.rule}]{told}"]


def _dose_text(dose: DoseShown | None) -> str:
    """Return a dose in a few words."""
    if dose is None:
        return "nothing"
    reps = f" x {dose.reps[1]}" if dose.reps else ""
    hold = f" x {dose.hold_s} s" if dose.hold_s else ""
    load = f" with {load_words(dose.load)}" if dose.load is not None and not dose.load.is_bodyweight else ""
    return f"{dose.exercise} {dose.sets}{reps}{hold}{load}"
