"""The summary for a doctor or therapist, in words."""

from datetime import date
from typing import Any

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.words import PHASE_NAMES
from rhomboid.service.report import Report, StopRow
from rhomboid.web.intake_steps import AIMS
from rhomboid.web.presenters.history import move_rows
from rhomboid.web.presenters.progress import trend_cards
from rhomboid.web.result_pages import VERDICTS, answer_words, show_hits, show_limits_of

# What is told of the pain itself, in this order, where it was answered.
PAIN_FACTS = (
    ("sites", "Where"),
    ("quality", "How it feels"),
    ("pattern", "Always there?"),
    ("average_24h", "Mean of 24 hours at the intake"),
    ("worst_24h", "Worst of 24 hours at the intake"),
    ("duration_weeks", "This spell, in weeks"),
    ("onset_age", "Age at the first pain"),
    ("suspected_cause", "Suspected cause"),
)
WHY = {
    "sharp": "Sharp pain",
    "worsening": "Pain that grew",
    "pain": "Pain of 5 or more",
    "twist": "Twisted or wobbled",
    "tired": "Stopped, tired",
    "time": "Stopped, no time",
    "skipped": "Session left out for pain",
}
AIM_WORDS = dict(AIMS.fields[0].options)
SQUAT_WORDS = {"none": "stay in the middle", "left": "go left", "right": "go right", "unsure": "not sure"}
PROMPT_WORDS = {"will_go": "will see someone", "was_there": "has seen someone", "not_now": "not now"}


def report_page(report: Report, catalogue: Catalogue, day: date) -> dict[str, Any]:
    """Return everything the page shows, in its four parts."""
    triage, progress = report.outcome.triage, report.progress
    week = progress.program.week_on(day) if progress else None
    return {
        "day": day,
        "finished": report.outcome.finished,
        "verdict": VERDICTS[triage.level],
        "hits": show_hits(triage),
        "limits": show_limits_of(triage.restrictions),
        "screens": report.screens,
        "facts": [
            (words, answer_words(fact, value))
            for fact, words in PAIN_FACTS
            if (value := report.answers.get(fact)) is not None
        ],
        "aims": ", ".join(AIM_WORDS[one] for one in report.goals.aims) if report.goals else "",
        "sport": report.goals.sport if report.goals else "",
        "squat": SQUAT_WORDS.get(report.squat, ""),
        "clinician_limits": [(catalogue[one.exercise].name, one) for one in report.limits],
        "cards": {card.key: card for card in trend_cards(progress)} if progress else {},
        "flares": progress.flares if progress else (),
        "kept": progress.adherence if progress else None,
        "loads": move_rows(report.moves, catalogue),
        "stops": [_stop(one, catalogue) for one in report.stops],
        "prompted": [(one.day, PROMPT_WORDS[one.answers["answer"]]) for one in report.prompted],
        "program": progress.program if progress else None,
        "week": week,
        "phase": PHASE_NAMES[week.phase].lower() if week else "",
    }


def _stop(row: StopRow, catalogue: Catalogue) -> dict[str, Any]:
    name = catalogue[row.exercise].name if row.exercise else "–"
    return {"day": row.day, "name": name, "why": WHY[row.why], "pain": "–" if row.pain is None else row.pain}
