"""`rhomboid what-if`: what another wish would change in the program."""

from dataclasses import replace
from pathlib import Path

import click

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.vocabulary import EQUIPMENT
from rhomboid.cli.arguments import PROFILE
from rhomboid.cli.output import REFUSED, print_lines, triage_lines
from rhomboid.cli.stored_plan import plan_for
from rhomboid.lib.errors import bad_input
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.prescription.profile import OwnKit, Profile
from rhomboid.prescription.profile_toml import load_profile

MINUTES = (10, 90)


@click.command(name="what-if")
@PROFILE
@click.option("--equipment", help="Kit instead of the profile's, with commas between; none for no kit.")
@click.option("--days", help="Strength days instead of the profile's, such as mon,wed,fri.")
@click.option("--minutes", type=int, help="Minutes for a strength session instead of the profile's: 10 to 90.")
@click.option("--avoid", multiple=True, metavar="ID", help="An exercise to leave out as well; may be given again.")
def run(profile: Path, *, equipment: str | None, days: str | None, minutes: int | None, avoid: tuple[str, ...]) -> None:
    """Show what other kit, days or minutes, or a dislike, would change in the program."""
    if equipment is None and days is None and minutes is None and not avoid:
        raise bad_input("command line", "what-if", "", "at least one of --equipment, --days, --minutes, --avoid")
    catalogue = load_catalogue()
    person = load_profile(profile, catalogue)
    changed = _with_days(_with_minutes(_without(_with_kit(person, equipment), avoid, catalogue), minutes), days)
    now = plan_for(person, catalogue, None)
    if now.status == "refused":
        print_lines(*triage_lines(now.triage))
        raise SystemExit(REFUSED)
    from rhomboid.planning.compare import differences

    print_lines(*differences(now, plan_for(changed, catalogue, None), catalogue))


def _with_kit(person: Profile, equipment: str | None) -> Profile:
    if equipment is None:
        return person
    wanted = _listed(equipment, "--equipment", EQUIPMENT)
    kit = OwnKit(
        dumbbell_kg=person.kit.dumbbell_kg if "dumbbell" in wanted else None,
        kettlebell_kg=person.kit.kettlebell_kg if "kettlebell" in wanted else None,
        bands=person.kit.bands if "resistance_band" in wanted else None,
    )
    return replace(person, kit=kit, setting=replace(person.setting, equipment=frozenset(wanted)))


def _with_days(person: Profile, days: str | None) -> Profile:
    if days is None:
        return person
    wanted = tuple(sorted(_listed(days, "--days", WEEKDAYS), key=WEEKDAYS.index))
    return replace(person, schedule=replace(person.schedule, strength_days=wanted))


def _with_minutes(person: Profile, minutes: int | None) -> Profile:
    if minutes is None:
        return person
    if not MINUTES[0] <= minutes <= MINUTES[1]:
        raise bad_input("command line", "--minutes", minutes, f"a whole number from {MINUTES[0]} to {MINUTES[1]}")
    return replace(person, schedule=replace(person.schedule, minutes=minutes))


def _without(person: Profile, avoid: tuple[str, ...], catalogue: Catalogue) -> Profile:
    for one in avoid:
        if one not in catalogue.by_id:
            raise bad_input("command line", "--avoid", one, "exercise ids of `rhomboid catalogue`")
    return replace(person, avoid=person.avoid | frozenset(avoid), like=person.like - frozenset(avoid))


def _listed(text: str, option: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a list with commas; raises UserError on a word that is not allowed."""
    words = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
    if words in ((), ("none",)):
        return ()
    for word in words:
        if word not in allowed:
            raise bad_input("command line", option, word, f"none, or some of {', '.join(allowed)}")
    return words
