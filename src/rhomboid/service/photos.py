"""Photos of posture that a person chose to keep. They lie in a folder of their own, outside what is served as files.

A photo is made anew from its pixels: what a camera writes into a file (place, time, device) is left behind.
"""

import io
import os
import shutil
import uuid
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.conf import settings
from PIL import Image, ImageOps, UnidentifiedImageError

from rhomboid.lib.errors import UserError, bad_input
from rhomboid.service.models import Person, Photo

WHERE = "photo"
VIEWS = ("front", "side", "back")
FORMATS = ("JPEG", "PNG", "WEBP")
MEGABYTE = 1_000_000
MOST_BYTES = 15 * MEGABYTE
MOST_PIXELS = 60_000_000  # more than phones take; above it a small file may unpack to fill the memory
LONGEST_EDGE = 1600
QUALITY = 85
MOST_PHOTOS = 100


@dataclass(frozen=True)
class Kept:
    """A photo as it is listed."""

    id: UUID
    day: date
    view: str


def keep_photo(person: Person, content: bytes, *, view: str, on: date, today: date) -> Kept:
    """Keep a photo. Raises UserError with one line when it is none, too large, or not told which view it is."""
    if view not in VIEWS:
        raise bad_input(WHERE, "view", view, ", ".join(VIEWS))
    if on > today:
        raise bad_input(WHERE, "day", on.isoformat(), "today or an earlier day")
    if Photo.objects.for_person(person).count() >= MOST_PHOTOS:
        raise UserError(f"{WHERE}: there are {MOST_PHOTOS} already; delete one first")
    pixels = _as_plain_jpeg(content)
    kept = Kept(uuid.uuid4(), on, view)
    path = _path(person, kept.id)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(pixels)
    Photo.objects.create(id=kept.id, person=person, taken_on=on, view=view)
    return kept


def photos_of(person: Person) -> tuple[Kept, ...]:
    """Return a person's photos by day."""
    rows = Photo.objects.for_person(person).order_by("taken_on", "created", "id")
    return tuple(Kept(row.id, row.taken_on, row.view) for row in rows)


def load_photo_for(person: Person, photo_id: UUID) -> bytes | None:
    """Return the picture of the person's photo with this id; None when there is none, or it is another person's."""
    if not Photo.objects.for_person(person).filter(id=photo_id).exists():
        return None
    path = _path(person, photo_id)
    return path.read_bytes() if path.is_file() else None


def remove_photo(person: Person, photo_id: UUID) -> None:
    """Delete one photo for good: the row and the file."""
    found, _ = Photo.objects.for_person(person).filter(id=photo_id).delete()
    if found:
        _path(person, photo_id).unlink(missing_ok=True)


def forget_photos(person_id: UUID) -> None:
    """Delete every photo file of a person; the rows go with the person."""
    shutil.rmtree(_folder(person_id), ignore_errors=True)


def _as_plain_jpeg(content: bytes) -> bytes:
    """Return the picture written anew, upright, at most so large, with nothing but its pixels."""
    allowed = f"a JPEG, PNG or WebP picture of at most {MOST_BYTES // MEGABYTE} MB"
    if not content or len(content) > MOST_BYTES:
        raise bad_input(WHERE, "file", f"{len(content)} bytes", allowed)
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise bad_input(WHERE, "file", f"{picture.width} × {picture.height} points", allowed)
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise bad_input(WHERE, "file", "what was sent", allowed) from error
    upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    # A new picture of the same pixels carries none of the old one's notes.
    plain = Image.new("RGB", upright.size)
    plain.paste(upright)
    written = io.BytesIO()
    plain.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def _folder(person_id: UUID) -> Path:
    return Path(settings.PHOTOS) / str(person_id)


def _path(person: Person, photo_id: UUID) -> Path:
    return _folder(person.id) / f"{photo_id}.jpg"
