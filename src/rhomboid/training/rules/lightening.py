"""C2. The weekly wave: a lighter week (or flare, D7) lowers only what is due now."""

from rhomboid.prescription.course_back import lighter, lower_load_or_hold
from rhomboid.prescription.course_standing import Dosage, work
from rhomboid.training.tracks import Case, Lighter, Note


def lighten_now(case: Case, dose: Dosage) -> tuple[Dosage, Note] | None:
    """Return the lightest dose that anything asks for today, from the dose before it, or None."""
    asked = [one for one in case.facts.lighter if case.bounds.is_loaded or not one.loaded_only]
    found = [(_lower(case, dose, one), one.note) for one in asked]
    return min(found, key=lambda pair: work(pair[0]), default=None)


def _lower(case: Case, dose: Dosage, asked: Lighter) -> Dosage:
    if asked.whole:
        return lighter(dose, case.bounds, asked.share)
    return lower_load_or_hold(dose, case.bounds, asked.share) or lighter(dose, case.bounds, asked.share)
