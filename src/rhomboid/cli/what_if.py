"""`rhomboid what-if`: what another wish would change in the program."""

from dataclasses import replace
from pathlib import Path

import click

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.vocabulary import EQUIPMENT
from rhomboid.cli.arguments import PROFILE, check_whole
from rhomboid.cli.output import REFUSED, print_lines, triage_lines
from rhomboid.cli.stored_plan import plan_for
from rhomboid.lib.errors import bad_input
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.prescription.profile import OwnKit, Profile
from rhomboid.prescription.profile_toml import DAILY_MINUTES, MINUTES, PLACES, load_profile

OPTIONS = ("--equipment", "--days", "--minutes", "--daily-minutes", "--place", "--floor", "--avoid")


@click.command(name="what-if")
@PROFILE
@click.option("--equipment", help="Kit instead of the profile's, with commas between; none for no kit.")
@click.option("--days", help="Strength days instead of the profile's, such as mon,wed,fri.")
@click.option("--minutes", type=int, help="Minutes for a strength session instead of the profile's: 10 to 90.")
@click.option("--daily-minutes", type=int, help="Minutes for a daily session instead of the profile's: 5 to 30.")
@click.option("--place", help="Where instead of the profile's place: home, office, gym.")
@click.option("--floor/--no-floor", "floor", default=None, help="With or without moves on the floor.")
@click.option("--avoid", multiple=True, metavar="ID", help="An exercise to leave out as well; may be given again.")
def run(  # noqa: PLR0913 (one argument for each option)
    profile: Path,
    *,
    equipment: str | None,
    days: str | None,
    minutes: int | None,
    daily_minutes: int | None,
    place: str | None,
    floor: bool | None,
    avoid: tuple[str, ...],
) -> None:
    """Show what other kit, days, minutes or place, or a dislike, would change in the program."""
    if all(one is None for one in (equipment, days, minutes, daily_minutes, place, floor)) and not avoid:
        raise bad_input("command line", "what-if", "", f"at least one of {', '.join(OPTIONS)}")
    catalogue = load_catalogue()
    person = load_profile(profile, catalogue)
    changed = _with_days(_without(_with_kit(person, equipment), avoid, catalogue), days)
    changed = _with_minutes(changed, "minutes", minutes, MINUTES)
    changed = _with_minutes(changed, "daily_minutes", daily_minutes, DAILY_MINUTES)
    changed = _at(changed, place, floor=floor)
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


def _with_minutes(person: Profile, field: str, minutes: int | None, allowed: tuple[int, int]) -> Profile:
    if minutes is None:
        return person
    check_whole(f"--{field.replace('_', '-')}", minutes, allowed)
    schedule = person.schedule
    if field == "minutes":
        return replace(person, schedule=replace(schedule, minutes=minutes))
    return replace(person, schedule=replace(schedule, daily_minutes=minutes))


def _at(person: Profile, place: str | None, *, floor: bool | None) -> Profile:
    if place is not None and place not in PLACES:
        raise bad_input("command line", "--place", place, ", ".join(PLACES))
    setting = replace(
        person.setting,
        place=person.setting.place if place is None else place,
        can_get_to_floor=person.setting.can_get_to_floor if floor is None else floor,
    )
    return replace(person, setting=setting)


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
