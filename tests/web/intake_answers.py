"""How a healthy person answers the intake, for tests that need to get through it."""

from typing import Any

from django.test import Client

from rhomboid.web.intake_steps import Step, load_steps

HEALTHY: dict[str, Any] = {
    "age": "38", "sex": "female", "height_cm": "", "mass_kg": "", "systolic_mmhg": "", "diastolic_mmhg": "",
    "sites": ["interscapular"], "quality": ["ache"], "pattern": "intermittent",
    "worst_24h": "4", "average_24h": "3", "at_rest_now": "2",
    "duration_weeks": "4", "duration_weeks_unit": "months", "onset_age": "36", "suspected_cause": ["posture"],
    "aims": ["less_pain"], "sport": "Rowing",
    "place": "home", "can_get_to_floor": "yes", "equipment": ["resistance_band", "dumbbell"],
    "strength_days": ["mon", "wed", "fri"], "minutes": "30", "daily_minutes": "10",
    "level": "new", "sitting_hours_per_day": "8", "like": ["bands"],
}  # fmt: skip


def answers_to(step: Step, **changed: Any) -> dict[str, Any]:
    """Return what a healthy person sends for one page, with some answers changed."""
    if step.kind == "ticks":
        asked = {question.fact.id for question in step.questions}
        said = {name: value for name, value in changed.items() if name in asked}
        return said or {"none_of_these": "yes"}
    answers = {**HEALTHY, **changed}
    names = {one.name for one in step.fields} | {f"{one.name}_unit" for one in step.fields}
    return {name: value for name, value in answers.items() if name in names}


def text_of(response: Any) -> str:
    """Return a page as text."""
    return str(response.content.decode())


def go_through(client: Client, **changed: Any) -> Any:
    """Start and answer every page; return the last response, the one after the last page or an interruption."""
    response: Any = client.post("/start")
    for step in load_steps():
        response = client.post(f"/intake/{step.key}", answers_to(step, **changed))
        if response.status_code != 302 or response.url in ("/intake/stop", "/intake/talk"):
            return response
    return response
