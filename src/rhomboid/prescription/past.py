"""What a person has done by a day: what a new program from that day on starts from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rhomboid.prescription.course_standing import Standing
from rhomboid.prescription.profile import Profile
from rhomboid.screening.triage import Triage


@dataclass(frozen=True)
class Past:
    """on: the first day of the new program. profile, triage: with all that was told by then.

    lately: the day and id of each loaded or trunk move of the last weeks trained. standings: where each move stands.
    left_out: moves that pain stopped again and again.
    """

    on: date
    profile: Profile
    triage: Triage
    lately: tuple[tuple[date, str], ...]
    standings: Mapping[str, Standing]
    left_out: frozenset[str]
