"""D11. Why a dose stays as it is: a reason to hold, a lighter time, a count that is not full yet."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course import dose_now, is_prescribed, rise_in
from rhomboid.prescription.course_rise import is_earned
from rhomboid.prescription.course_standing import Standing, work
from rhomboid.training.rules.climbing import under_plan
from rhomboid.training.rules.gaps import gap_days, is_holding_gap
from rhomboid.training.tracks import Case, Note


def hold_reason(case: Case, standing: Standing) -> Note | None:
    """Return the first reason to keep the dose that does not depend on what would come next."""
    if case.track.holds:
        return _joined(case.track.holds)
    if is_holding_gap(case, standing):
        days = gap_days(case, standing)
        return Note("D9", f"It is {days} days since you last did this, so it stays as it was.", case.track.events)
    rises = is_earned(standing) or begins_on_a_still_day(case, standing)
    return case.facts.blocked[0] if case.facts.blocked and rises else None


def begins_on_a_still_day(case: Case, standing: Standing) -> bool:
    """Return whether a clinician's dose begins on a day on which nothing may rise: then it is not above the last."""
    before, since = case.track.standing, standing.prescribed_on
    begins = since is not None and before is not None and before.prescribed_on != since
    return begins and bool(case.facts.blocked or case.track.holds)


def why_it_stays(case: Case, standing: Standing) -> Note:
    """Return the reason for a dose that is neither lower nor higher."""
    events = case.track.events
    if case.facts.lighter:
        return Note("D11", "It stays the same; nothing goes up in a lighter time.", events)
    if is_prescribed(case.bounds, case.slot) and case.bounds.prescribed is not None:
        return _as_written(case, standing, case.bounds.prescribed.by)
    if standing.lightened:
        return Note("D11", "It stays the same in the first session after a lighter time.", events)
    if not is_earned(standing):
        missing = rule("D1").numbers["clean_outings"] - len(standing.left)
        left = "one more clean time" if missing == 1 else "two clean times running"
        return Note("D1", f"It stays the same; after {left} it goes up.", events)
    if case.exercise.id not in case.facts.confirmed and rise_in(standing, case.bounds, case.slot, form_confirmed=True):
        return Note("D2", "It stays the same; a heavier load waits until your form is confirmed.", events)
    return Note("D1", "It stays the same; your plan goes no higher here for now.", events)


def _as_written(case: Case, standing: Standing, by: str) -> Note:
    """Return why a dose is as a clinician wrote it; a plan that was made before it may not give so much."""
    written, last = dose_now(standing), case.track.last
    if work(under_plan(case, written)) < work(written):
        return Note("B1", f"{by} wrote more; your plan gives it once it is made anew.", case.track.events)
    begins = "It stays" if standing.lightened or last == written else "From today it is"
    return Note("B1", f"{begins} as {by} wrote it.", case.track.events)


def _joined(notes: tuple[Note, ...]) -> Note:
    first, *others = notes
    named = sorted({one.rule for one in others} - {first.rule})
    also = f" (Also: {', '.join(named)}.)" if named else ""
    return Note(first.rule, first.reason + also, tuple(dict.fromkeys(event for one in notes for event in one.events)))
