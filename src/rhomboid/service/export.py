"""Everything kept about a person, as files that the command line reads back."""

import io
import json
import zipfile
from typing import Any

from rhomboid.lib.canonical import to_json
from rhomboid.service.models import Acknowledgement, LogEvent, Person, Program, Screening
from rhomboid.service.photos import load_photo_for, photos_of
from rhomboid.service.programs import with_dates
from rhomboid.service.self_checks import checks_of
from rhomboid.service.toml_text import to_toml

# A fixed time, so that the same data gives the same bytes.
STAMP = (1980, 1, 1, 0, 0, 0)
README = """Everything Rhomboid keeps about you.

profile.toml  what your program is built from
plan.json     your program as it stands (only if there is one)
log.jsonl     your log, one event a line, in the order received
record.json   earlier programs, earlier screens, notices read, half-answered questions, who set which limit,
              what you checked on yourself (what you can do, how far you reach, your desk)
photos        photos of your posture (only if you kept any)

With the command line, what is due on a day:
rhomboid today profile.toml --plan plan.json --log log.jsonl --date 2026-11-23

Answers that could not be taken in stay on the device they were given on; the page You saves those as a file.
"""


def export_zip(person: Person) -> bytes:
    """Return one ZIP of everything kept about this person."""
    files = {"README.txt": README.encode(), **{name: text.encode() for name, text in _files(person).items()}}
    files |= _photos(person)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _files(person: Person) -> dict[str, str]:
    programs = list(Program.objects.for_person(person).order_by("created", "id"))
    files = {}
    if person.profile is not None:
        files["profile.toml"] = to_toml(with_dates(person.profile))
    if programs:
        files["plan.json"] = to_json(programs[-1].plan) + "\n"
    bodies = LogEvent.objects.for_person(person).order_by("id").values_list("body", flat=True)
    files["log.jsonl"] = "".join(json.dumps(body, ensure_ascii=False) + "\n" for body in bodies)
    files["record.json"] = to_json(_record(person, programs[:-1])) + "\n"
    return files


def _photos(person: Person) -> dict[str, bytes]:
    """Return each photo under a name that says its day and view."""
    kept = [(one, load_photo_for(person, one.id)) for one in photos_of(person)]
    return {f"photos/{one.day.isoformat()}-{one.view}-{one.id}.jpg": content for one, content in kept if content}


def _record(person: Person, earlier: list[Program]) -> dict[str, Any]:
    screens = Screening.objects.for_person(person)
    notices = Acknowledgement.objects.for_person(person)
    return {
        "name": person.name,
        "since": person.created.isoformat(),
        "draft": person.draft,
        "limit_notes": person.limit_notes,
        "self_checks": [
            {"kind": one.kind, "day": one.day.isoformat(), "answers": one.answers} for one in checks_of(person)
        ],
        "screenings": [{"made_on": one.made_on.isoformat(), "facts": one.facts} for one in screens],
        "notices_read": [{"what": one.what, "version": one.version, "at": one.at.isoformat()} for one in notices],
        "earlier_programs": [
            {"made_on": one.made_on.isoformat(), "plan": one.plan, "profile": one.profile} for one in earlier
        ],
    }
