"""What a person has done by a day: what a new program from that day on starts from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from rhomboid.prescription.course_standing import Standing
from rhomboid.prescription.profile import Profile
from rhomboid.screening.clearance import Clearance
from rhomboid.screening.reports import Report, answers_after
from rhomboid.screening.triage import Triage, screen_reports


@dataclass(frozen=True)
class Basis:
    """What a program made anew stands on, kept in its document so that it can be checked and gone on with.

    on: its first day. reports, clearances: what was told after the intake. form_confirmed: by then. lately, standings,
    left_out: as in Past.
    """

    on: date
    reports: tuple[Report, ...]
    clearances: tuple[Clearance, ...]
    form_confirmed: frozenset[str]
    lately: tuple[tuple[date, str], ...]
    standings: Mapping[str, Standing]
    left_out: frozenset[str]

    def past_of(self, profile: Profile) -> "Past":
        """Return the past of a person as it was when the program was made."""
        reports = (Report(min(profile.schedule.start, self.on), profile.answers), *self.reports)
        told = replace(
            profile,
            answers=answers_after(reports),
            clearances=self.clearances,
            experience=replace(profile.experience, form_confirmed=self.form_confirmed),
        )
        triage = screen_reports(reports, self.clearances, self.on)
        return Past(self.on, told, triage, self.lately, self.standings, self.left_out, self.reports)


@dataclass(frozen=True)
class Past:
    """on: the first day of the new program. profile, triage: with all that was told by then.

    lately: the day and id of each loaded or trunk move of the last weeks trained. standings: where each move stands.
    left_out: moves that pain stopped again and again. reports: what was told after the intake.
    """

    on: date
    profile: Profile
    triage: Triage
    lately: tuple[tuple[date, str], ...]
    standings: Mapping[str, Standing]
    left_out: frozenset[str]
    reports: tuple[Report, ...] = ()

    @property
    def basis(self) -> Basis:
        """Return what of it is kept with the program."""
        return Basis(
            on=self.on,
            reports=self.reports,
            clearances=self.profile.clearances,
            form_confirmed=self.profile.experience.form_confirmed,
            lately=self.lately,
            standings=self.standings,
            left_out=self.left_out,
        )
