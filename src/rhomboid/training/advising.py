"""What is said beside the session: when to see someone, when to rest, heat and cold (A6, C8, D3, D7 to D10, E1, E4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rhomboid.catalogue.rulebook import rule
from rhomboid.training.calendar import Calendar
from rhomboid.training.fold import State
from rhomboid.training.rules.heat_and_cold import choose_heat_or_cold
from rhomboid.training.rules.little_change import PROMPT, is_little_change, period_begun
from rhomboid.training.rules.relief import OFFER, is_relieved, month_begun

DAYS_OF_WEEK = 7


@dataclass(frozen=True)
class Advised:
    """One piece of advice with the rule or source it comes from."""

    text: str
    source: str


def advise(state: State, calendar: Calendar, day: date, problems: Sequence[str]) -> tuple[Advised, ...]:
    """Return all advice of a day, most urgent first."""
    screen = [Advised(one.text, one.source) for one in state.person.triage_on(day).advice]
    due = state.person.screen_due(day)
    first = [Advised(due.reason, due.rule)] if due else []
    rest = (*_pain(state, day), *_progress(state, day), *_comfort(state, day), *_calendar(calendar, day))
    left_out = [Advised(_left_out_words(len(problems)), "D0")] if problems else []
    return (*first, *rest, *left_out, *screen)


def _left_out_words(count: int) -> str:
    return (
        "One entry of your log could not be used." if count == 1 else f"{count} entries of your log could not be used."
    )


def _pain(state: State, day: date) -> Iterator[Advised]:
    flares, numbers = state.person.flares, rule("D7").numbers["gentle"]
    gentle = flares.gentle_on(day)
    if gentle is not None:
        yield Advised("Your pain is high. For now there is no strength work, only short walks and easy movement.", "C8")
        if day - gentle.first >= timedelta(days=numbers["prompt_days"]):
            yield Advised("Your pain has been this high for two weeks. Please see a clinician, such as a doctor.", "C8")
    if flares.flare_on(day) is not None:
        text = "Your pain has flared up. Do the lighter session or take days off, as you like. A clinician can help."
        yield Advised(text, "D7")
    if state.sharp_on is not None and day - state.sharp_on <= timedelta(days=DAYS_OF_WEEK):
        text = "You had sharp or growing pain. If it comes back, see a clinician before you train again."
        yield Advised(text, "D3")


def _progress(state: State, day: date) -> Iterator[Advised]:
    pain, start = state.person.pain, state.program.start
    begun = period_begun(start, day)
    # It stands until it is answered, so that nobody who was away misses it; then not again before the next period.
    if begun is not None and not state.heard("D8", begun) and is_little_change(pain, start, day):
        yield Advised(PROMPT, "D8")
    if is_relieved(pain, day) and not state.heard("D10", month_begun(day)):
        yield Advised(OFFER, "D10")


def _comfort(state: State, day: date) -> Iterator[Advised]:
    told_on = [one.day for one in state.person.reports if one.day <= day and one.answers.contains("quality", "spasm")]
    told = choose_heat_or_cold(day, spasm_on=max(told_on, default=None), stiff_on=state.stiff_on, sore_on=state.sore_on)
    for text in told:
        yield Advised(text, "E1")


def _calendar(calendar: Calendar, day: date) -> Iterator[Advised]:
    off = calendar.off_on(day)
    if off is not None:
        yield Advised(f"You are taking time off until {off.last.isoformat()}. That counts as kept.", "E4")
