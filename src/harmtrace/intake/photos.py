"""Photographs: what EXIF says of their time and place; read in the process that opens files."""

import math
from collections.abc import Iterator, Mapping
from typing import IO, Any, BinaryIO, cast

import exifread

from harmtrace.intake.parts import Part
from harmtrace.records.entry import Issue

_WORDS = {
    "EXIF DateTimeOriginal": "DateTimeOriginal",
    "EXIF DateTimeDigitized": "DateTimeDigitized",
    "Image DateTime": "DateTime",
    "EXIF OffsetTimeOriginal": "OffsetTimeOriginal",
    "EXIF OffsetTime": "OffsetTime",
    "GPS GPSDate": "GPSDate",
    "Image Make": "Make",
    "Image Model": "Model",
    "Image Software": "Software",
}
_TURNS = {3: 180, 6: 90, 8: 270}
_LONGEST = 200


def probe(file: IO[bytes], part: Part, parameters: Mapping[str, object]) -> Iterator[Mapping[str, object] | Issue]:
    """Yield one object: words by name, place, size, turn. A file without EXIF yields its size alone."""
    words: dict[str, str] = {}
    place: list[float] | None = None
    turn = 0
    try:
        tags: Mapping[str, Any] = exifread.process_file(cast(BinaryIO, file), details=False)
    except Exception as error:  # noqa: BLE001 - a stranger's file in a package that raises whatever it meets
        yield part.issue("feed-damaged", "EXIF that can be read", type(error).__name__, done="read without it")
        tags = {}
    for tag, name in _WORDS.items():
        if tag in tags:
            words[name] = str(tags[tag])[:_LONGEST]
    clock = _numbers(tags.get("GPS GPSTimeStamp"))
    if len(clock) == 3:
        words["GPSTimeStamp"] = ":".join(f"{value:g}" if value != int(value) else str(int(value)) for value in clock)
    latitude = _angle(tags.get("GPS GPSLatitude"), str(tags.get("GPS GPSLatitudeRef", "")), "S")
    longitude = _angle(tags.get("GPS GPSLongitude"), str(tags.get("GPS GPSLongitudeRef", "")), "W")
    if latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180:
        altitude = _numbers(tags.get("GPS GPSAltitude"))
        below = _numbers(tags.get("GPS GPSAltitudeRef"))[:1] == [1.0]
        place = [latitude, longitude, *(-value if below else value for value in altitude[:1])]
    facing = _numbers(tags.get("GPS GPSImgDirection"))
    turned = _numbers(tags.get("Image Orientation"))
    if turned:
        turn = _TURNS.get(int(turned[0]), 0)
    width, height = _size(file, tags)
    yield {
        "words": words,
        "place": place,
        "facing": facing[0] % 360 if facing else None,
        "width": width,
        "height": height,
        "turn": turn,
    }


def _size(file: IO[bytes], tags: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Return width and height: the picture's own, else those that EXIF states (HEIC, which Pillow does not open)."""
    from PIL import Image, UnidentifiedImageError

    try:
        file.seek(0)
        with Image.open(file) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        stated = (_numbers(tags.get(f"EXIF ExifImage{side}")) for side in ("Width", "Length"))
        width, height = (int(one[0]) if one and one[0] > 0 else None for one in stated)
        return width, height


def _numbers(tag: Any) -> list[float]:
    """Return the numbers of a tag; none where one of them is no number."""
    values = getattr(tag, "values", None)
    if not isinstance(values, list):
        return []
    found = []
    for value in values:
        try:
            found.append(float(value))
        except (TypeError, ValueError, ZeroDivisionError, OverflowError):
            return []
    return found if all(math.isfinite(value) for value in found) else []


def _angle(tag: Any, side: str, negative: str) -> float | None:
    parts = _numbers(tag)
    if len(parts) != 3:
        return None
    value = parts[0] + parts[1] / 60 + parts[2] / 3600
    return -value if side.strip().upper().startswith(negative) else value
