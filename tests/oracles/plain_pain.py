"""Pain over time, the slow way: usual pain, bad mornings, flares, and when a re-screen is due."""

from datetime import date, timedelta
from itertools import pairwise
from statistics import mean, median

from tests.oracles.plain_log import day_of, moment_of, of_type


def check_ins(events, first, last):
    """The averages told on days first to last, both included."""
    return worst_of_each_day(of_type(events, "check_in"), "average_24h", first, last)


def worst_of_each_day(events, field, first, last):
    """One value a day: the worst where a day has several."""
    worst: dict[date, int] = {}
    for one in events:
        if first <= day_of(one) <= last:
            worst[day_of(one)] = max(worst.get(day_of(one), 0), one[field])
    return [worst[day] for day in sorted(worst)]


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
    mornings = worst_of_each_day(of_type(events, "morning_after"), "pain", first, last)
    weeks = [values for values in (check_ins(events, first, last), mornings) if len(values) >= 3]
    usual = min([median(values) for values in weeks] or [profile_pain(profile)])
    return any(
        one["pain"] is not None and one["pain"] >= usual + 2
        for one in of_type(events, "morning_after")
        if day_of(one) == morning
    )


def flare_shows(events, profile, day):
    """D7: three check-in days running, within 7, 2 or more above the median of the 14 days before them (four values,
    else the profile's); or a 7-day mean 2 above that of two weeks before (three values each). One day's jump is no
    flare. Returns the median or mean that was passed, or None."""
    days = sorted({day_of(one) for one in of_type(events, "check_in") if day_of(one) <= day})
    if not days:
        return None
    last_three = days[-3:]
    if len(last_three) == 3 and (last_three[2] - last_three[0]).days < 7:
        before = check_ins(events, last_three[0] - timedelta(days=14), last_three[0] - timedelta(days=1))
        usual = median(before) if len(before) >= 4 else profile_pain(profile)
        if all(check_ins(events, one, one)[0] >= usual + 2 for one in last_three):
            return usual
    now = check_ins(events, day - timedelta(days=6), day)
    then = check_ins(events, day - timedelta(days=20), day - timedelta(days=7))
    if len(now) < 3 or len(then) < 3 or mean(now) < mean(then) + 2:
        return None
    return mean(then) if len([one for one in now if one >= mean(then) + 2]) > 1 else None


def is_still_there(events, usual, first, end):
    """Still there: pain is up on the last of the seven days that tells, or on their mean; not told is still there."""
    told = check_ins(events, first + timedelta(days=1), end - timedelta(days=1))
    return not told or told[-1] >= usual + 2 or mean(told) >= usual + 2


def flares(events, profile, day):
    """Every flare begun by `day`, as (first day, first day after it): 7 days; still there, 7 more."""
    found: list[tuple[date, date]] = []
    events = of_type(events, "check_in")
    told = sorted({day_of(one) for one in of_type(events, "check_in") if day_of(one) <= day})
    for one in told:
        if found and one < found[-1][1]:
            continue
        # Nothing that D7 asks lies more than three weeks back; to read all of it for each day takes minutes.
        lately = [event for event in events if one - timedelta(days=21) <= day_of(event) <= one]
        usual = flare_shows(lately, profile, one)
        if usual is None:
            continue
        end = one + timedelta(days=7)
        if end <= day and is_still_there(events, usual, one, end):
            end += timedelta(days=7)
        found.append((one, end))
    return found


def worst_by_day(events, day):
    """The worst check-in of each day up to one, as (day, pain) in order."""
    days = sorted({day_of(one) for one in of_type(events, "check_in") if day_of(one) <= day})
    return [(one, check_ins(events, one, one)[0]) for one in days]


def gentle_days(events, day):
    """C8: every stretch without strength work begun by a day, as (first day, first day after it or None).

    6 or more on two check-in days running starts it, two below 5 end it, after 3 days at the earliest."""
    found: list[tuple[date, date | None]] = []
    told = worst_by_day(events, day)
    for (_, before), (when, now) in pairwise(told):
        is_on = bool(found) and found[-1][1] is None
        if not is_on and before >= 6 and now >= 6:
            found.append((when, None))
        elif is_on and before < 5 and now < 5 and (when - found[-1][0]).days >= 3:
            found[-1] = (found[-1][0], when)
    return found


def is_gentle(events, day):
    return any(first <= day and (until is None or day < until) for first, until in gentle_days(events, day))


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
    # A flare that shows on the day of a screen asks for another one, unless it showed before that screen.
    known = [one for one in events if screens and moment_of(one) <= moment_of(screens[-1])]
    shown = {start for start, _ in flares(known, profile, day)}
    found = [start for start, _ in flares(events, profile, day)]
    return any(start > last or (screens and start == last and start not in shown) for start in found)
