"""Pain over time, the slow way: usual pain, bad mornings, flares, and when a re-screen is due."""

from datetime import date, timedelta
from statistics import mean, median

from tests.oracles.plain_log import day_of, moment_of, of_type


def check_ins(events, first, last):
    """The averages told on days first to last, both included."""
    return [one["average_24h"] for one in of_type(events, "check_in") if first <= day_of(one) <= last]


def profile_pain(profile):
    return profile.answers.number("average_24h")


def usual_pain(events, profile, day):
    """*Usual pain*: median `average_24h` of the last 7 days (three values, else the profile's)."""
    values = check_ins(events, day - timedelta(days=6), day)
    return median(values) if len(values) >= 3 else profile_pain(profile)


def is_bad_morning(events, profile, session_id, day):
    """D5: the next day's `morning_after` 2 or more above the median of the 7 days before, or session end 5 or more.

    The median of the mornings or of the check-ins: the page leaves it open, so the lower one."""
    ends = [one["pain"] for one in of_type(events, "session_end") if one["session"] == session_id]
    if any(pain is not None and pain >= 5 for pain in ends):
        return True
    morning = day + timedelta(days=1)
    first, last = morning - timedelta(days=7), morning - timedelta(days=1)
    mornings = [one["pain"] for one in of_type(events, "morning_after") if first <= day_of(one) <= last]
    weeks = [values for values in (check_ins(events, first, last), mornings) if len(values) >= 3]
    usual = min([median(values) for values in weeks] or [profile_pain(profile)])
    return any(
        one["pain"] is not None and one["pain"] >= usual + 2
        for one in of_type(events, "morning_after")
        if day_of(one) == morning
    )


def flare_shows(events, profile, day, baseline=None):
    """D7: three check-in days running, within 7, 2 or more above the median of the 14 days before them (four values,
    else the profile's); or a 7-day mean 2 above that of two weeks before (three values each). Returns the median that
    was passed, or None."""
    days = sorted({day_of(one) for one in of_type(events, "check_in") if day_of(one) <= day})
    if not days:
        return None
    last_three = days[-3:]
    if len(last_three) == 3 and (last_three[2] - last_three[0]).days < 7:
        before = check_ins(events, last_three[0] - timedelta(days=14), last_three[0] - timedelta(days=1))
        usual = median(before) if len(before) >= 4 else profile_pain(profile)
        usual = usual if baseline is None else baseline
        if all(min(check_ins(events, one, one)) >= usual + 2 for one in last_three):
            return usual
    now = check_ins(events, day - timedelta(days=6), day)
    then = check_ins(events, day - timedelta(days=20), day - timedelta(days=14))
    if len(now) >= 3 and len(then) >= 3 and mean(now) >= mean(then) + 2:
        return mean(then) if baseline is None else baseline
    return None


def flares(events, profile, day):
    """Every flare begun by `day`, as (first day, first day after it): 7 days; still there, 7 more."""
    found: list[tuple[date, date]] = []
    events = of_type(events, "check_in")
    told = sorted({day_of(one) for one in of_type(events, "check_in") if day_of(one) <= day})
    for one in told:
        if found and one < found[-1][1]:
            continue
        usual = flare_shows(events, profile, one)
        if usual is None:
            continue
        end = one + timedelta(days=7)
        if end <= day and flare_shows(events, profile, end, baseline=usual) is not None:
            end += timedelta(days=7)
        found.append((one, end))
    return found


def flare_state(events, profile, day):
    """ "flare" in its days, "back" in the week at 10 % back after it, else None."""
    for start, end in reversed(flares(events, profile, day)):
        if start <= day < end:
            return "flare"
        if end <= day < end + timedelta(days=7):
            return "back"
    return None


def is_rescreen_due(events, profile, day):
    """A6: another screen is due every 28 days, at each flare, at a new symptom."""
    screens = [one for one in of_type(events, "rescreen") if day_of(one) <= day]
    last = day_of(screens[-1]) if screens else profile.schedule.start
    if (day - last).days >= 28:
        return True
    symptoms = [one for one in of_type(events, "new_symptom") if day_of(one) <= day]
    if symptoms and not any(moment_of(one) >= moment_of(symptoms[-1]) for one in screens):
        return True
    return any(start > last for start, _ in flares(events, profile, day))
