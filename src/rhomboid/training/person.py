"""What the log says of the person as a whole: screens, pain, confirmed form; walked through event by event."""

from collections.abc import Callable, Mapping
from copy import copy
from datetime import date, timedelta
from typing import Any, ClassVar

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.profile import Profile
from rhomboid.screening.clearance import Clearance
from rhomboid.screening.reports import Report
from rhomboid.screening.triage import Triage, screen_reports
from rhomboid.training import event_types as types
from rhomboid.training.flares import Flare, FlareWatch
from rhomboid.training.pain_history import DayScores, long_average, usual_pain
from rhomboid.training.tracks import ANY_PATTERN, DayFacts, Lighter, Note


class Person:
    """The state of the person, told one event after the other in order of time."""

    def __init__(self, profile: Profile, day: date, *, unreadable: bool) -> None:
        self.profile = profile
        usual = profile.answers.number("average_24h") or 0
        self.pain = DayScores(usual)
        self.mornings = DayScores(usual)
        self.flares = FlareWatch(self.pain)
        self.confirmed = profile.experience.form_confirmed
        self.reports = [Report(min(profile.schedule.start, day), profile.answers)]
        self.clearances = list(profile.clearances)
        self.last_screen = profile.schedule.start
        self.symptom: types.NewSymptom | types.SessionStart | None = None
        self.unscreened: Flare | None = None
        self.hip_shift: Note | None = None
        self.reported: tuple[str, ...] = ()
        self.red_flag_days: dict[date, str] = {}
        self.pattern_stops: dict[str, date] = {}
        self.high_pain_day: date | None = None
        self.unreadable = unreadable
        self._triages: dict[tuple[int, int], Triage] = {}

    def copy(self) -> "Person":
        """Return the same person, who goes their own way from here on."""
        found = copy(self)
        found.pain, found.mornings = self.pain.copy(), self.mornings.copy()
        found.flares = self.flares.copy(found.pain)
        found.reports, found.clearances = list(self.reports), list(self.clearances)
        found.red_flag_days, found.pattern_stops = dict(self.red_flag_days), dict(self.pattern_stops)
        return found

    def take(self, event: types.Event) -> None:
        """Take in one event that belongs to no session."""
        taken = self._taken.get(type(event))
        if taken is not None:
            taken(self, event)

    def triage_on(self, day: date) -> Triage:
        """Return the triage as it stands on a day with all that has been told so far."""
        # Between two reports or clearances nothing changes, so the screen is worked out once, for copies too.
        key = self._told_by(day)
        if key not in self._triages:
            self._triages[key] = screen_reports(self.reports, self.clearances, day)
        return self._triages[key]

    def _told_by(self, day: date) -> tuple[int, int]:
        """Return how much had been reported and cleared by a day."""
        return (sum([one.day <= day for one in self.reports]), sum([one.date <= day for one in self.clearances]))

    def screen_due(self, day: date) -> Note | None:
        """Return why another screen is due (A6), or None."""
        every = timedelta(days=rule("A6").numbers["rescreen_every_days"])
        if self.symptom is not None:
            return Note("A6", "You told us of something new, so the safety questions come first.", (self.symptom.id,))
        if self.unscreened is not None and self.profile.schedule.start < self.unscreened.first <= day:
            return Note("A6", "Your pain has flared, so the safety questions come first.", self.unscreened.events)
        if day - self.last_screen >= every:
            return Note("A6", "It is four weeks since the safety questions, so they come first.", ())
        return None

    def facts_on(self, day: date, *, deload: bool, after_two_stops: Note | None) -> DayFacts:
        """Return all that holds for a whole session on a day."""
        flare = self.flares.flare_on(day)
        lighter = self._lighter(day, deload=deload, after_two_stops=after_two_stops)
        return DayFacts(
            triage=self.triage_on(day),
            confirmed=self.confirmed,
            usual_pain=usual_pain(self.pain, day),
            average_pain=long_average(self.pain, day),
            blocked=self._blocked(day, lighter),
            lighter=lighter,
            in_flare=flare is not None,
            quiet_since=self._quiet_since(),
            hip_shift=self.hip_shift,
            reported=self.reported,
        )

    def _take_check_in(self, event: types.CheckIn) -> None:
        if not self.pain.add(event.day, event.average_24h):
            return
        known = len(self.flares.flares)
        self.flares.add(event.day, event.id)
        if len(self.flares.flares) > known:
            self.unscreened = self.flares.flares[-1]
        if usual_pain(self.pain, event.day) > rule("D3").numbers["return_usual_pain"]:
            self.high_pain_day = event.day

    def _take_morning(self, event: types.MorningAfter) -> None:
        self.mornings.add(event.day, event.pain)

    def _take_form(self, event: types.FormConfirmed) -> None:
        self.confirmed |= {event.exercise}

    def _take_clearance(self, event: types.ClearanceGiven) -> None:
        self.clearances.append(Clearance(event.by, event.role, event.day, event.scope, event.at))
        self._triages = {}

    def _take_report(self, event: types.Rescreen | types.NewSymptom) -> None:
        before = self.triage_on(event.day)
        self.reports.append(Report(event.day, event.facts, event.at))
        # Where nothing was told anew the screen says what it said before.
        self._triages = {} if event.facts.items else {self._told_by(event.day): before}
        self.reported = (event.id,)
        if not self.triage_on(event.day).may_train:
            self.red_flag_days[event.day] = event.id
        if isinstance(event, types.Rescreen):
            self.last_screen = max(self.last_screen, event.day)
            self.symptom = self.unscreened = None
        else:
            self.symptom = event

    # By type of event: most say nothing of the person and are passed over at once.
    _taken: ClassVar[Mapping[type[types.Event], Callable[["Person", Any], None]]] = {
        types.CheckIn: _take_check_in,
        types.MorningAfter: _take_morning,
        types.FormConfirmed: _take_form,
        types.ClearanceGiven: _take_clearance,
        types.Rescreen: _take_report,
        types.NewSymptom: _take_report,
    }

    def _blocked(self, day: date, lighter: tuple[Lighter, ...]) -> tuple[Note, ...]:
        notes = []
        if day in self.red_flag_days:
            reason = "A warning sign was told today, so nothing goes up."
            notes.append(Note("D11", reason, (self.red_flag_days[day],)))
        due = self.screen_due(day)
        if due is not None:
            notes.append(due)
        return (*notes, *(Note("D11", one.note.reason, one.note.events) for one in lighter))

    def _lighter(self, day: date, *, deload: bool, after_two_stops: Note | None) -> tuple[Lighter, ...]:
        week, flares = rule("C2").numbers["lower_load"], rule("D7").numbers
        # Where two leave the same work the first named decides (D12): the lighter week before the flare.
        found = []
        if deload:
            note = Note("C2", "This is a lighter week, so you do a little less.", ())
            found.append(Lighter(note, week, whole=True, loaded_only=True))
        flare, way_back = self.flares.flare_on(day), self.flares.way_back_on(day)
        if flare is not None:
            note = Note("D7", "Your pain has been up for days, so you do less this week.", flare.events)
            found.append(Lighter(note, flares["lower_load"], whole=True, loaded_only=False))
        elif way_back is not None:
            note = Note("D7", "The flare is over; this week you come most of the way back.", way_back.events)
            found.append(Lighter(note, flares["back_load"], whole=False, loaded_only=False))
        if after_two_stops is not None:
            found.append(Lighter(after_two_stops, week, whole=True, loaded_only=True))
        return tuple(found)

    def _quiet_since(self) -> dict[str, date]:
        """Return for each pattern the last day that spoke against trying a swapped move again (D3).

        A flare and usual pain that was high speak against every pattern, also one that had no stop.
        """
        general = [one.until for one in self.flares.flares] + [day for day in (self.high_pain_day,) if day]
        days = {pattern: max([day, *general]) for pattern, day in self.pattern_stops.items()}
        return days | ({ANY_PATTERN: max(general)} if general else {})
