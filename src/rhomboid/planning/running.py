"""What a person does now, as the solver's start for a new program: what works stays (C7)."""

from rhomboid.lib.weekdays import weekday
from rhomboid.planning.instance import Instance
from rhomboid.planning.template import Template
from rhomboid.prescription.schedule_days import WEEK_DAYS, choose_strength_days, phase_of


def running(instance: Instance) -> Template | None:
    """Return the moves of the last weeks that may still be done, on their days.

    None where nothing was done, or where no days are left for strength.

    What kit, a restriction, pain or the person has taken away is no longer there and so cannot hold its place.
    """
    past = instance.past
    days = choose_strength_days(instance.profile.schedule.strength_days)
    if past is None or not past.lately or not days:
        return None
    phase = next((one for one in instance.phases if one.has_strength), instance.phases[0])
    sessions: dict[str, list[set[str]]] = {}
    for name, moves in (("loaded", phase.loaded), ("core", phase.core)):
        still_open = {move.exercise.id for move in moves}
        sessions[name] = [set() for _ in days]
        for day, one in past.lately:
            if one in still_open:
                # A day that is no longer a strength day hands its moves to the first one.
                place = days.index(weekday(day)) if weekday(day) in days else 0
                sessions[name][place].add(one)
    last = max(day for day, _ in past.lately)
    week = (last - instance.profile.schedule.start).days // WEEK_DAYS + 1
    return Template(
        loaded=tuple(tuple(sorted(session)) for session in sessions["loaded"]),
        core=tuple(tuple(sorted(session)) for session in sessions["core"]),
        sets=2,
        core_sets=1,
        is_running=phase.name == phase_of(max(week, 1)),
    )
