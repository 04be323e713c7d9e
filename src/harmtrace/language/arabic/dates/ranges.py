"""Rules of the Arabic date grammar for nights and ranges: "between 28 September and 3 October"."""

from re import Match
from typing import Final

from harmtrace.language.arabic.calendar import DAY_OF, MONTH_OF
from harmtrace.language.arabic.dates.days import Rule, after_midnight, mention_of, month_before, number_of
from harmtrace.language.dates import almanac
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference


def _range(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    first, last, month = number_of(m["r1"]), number_of(m["r2"]), MONTH_OF[m["rm"]]
    if first is None or last is None or last <= first or last > 31:
        return None
    year = int(m["ry"]) if m["ry"] else None
    if year is None:
        known, anchor = almanac.month_day(month, last, ref)
        prefix = known[:4]
    else:
        prefix, anchor = f"{year:04d}", Anchor.EXPLICIT
    if not first or not almanac.exists(None if prefix.startswith("X") else int(prefix), month, last):
        return None
    return mention_of(f"{prefix}-{month:02d}-{first:02d}/{prefix}-{month:02d}-{last:02d}", DateKind.RANGE, "range", anchor)


def _months_apart(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "between 28 September and 3 October 2021"."""
    first, last = number_of(m["g1"]), number_of(m["g2"])
    one, two = MONTH_OF[m["gm1"]], MONTH_OF[m["gm2"]]
    if first is None or last is None or not (1 <= first <= 31 and 1 <= last <= 31) or (one, first) == (two, last):
        return None
    anchor = Anchor.EXPLICIT
    if m["gy2"]:
        year = int(m["gy2"])
    else:
        known, anchor = almanac.month_day(two, last, ref)
        if known.startswith("X"):
            return mention_of(f"XXXX-{one:02d}-{first:02d}/XXXX-{two:02d}-{last:02d}", DateKind.RANGE, "range", anchor)
        year = int(known[:4])
    before = int(m["gy1"]) if m["gy1"] else year - (one > two)
    if not almanac.exists(before, one, first) or not almanac.exists(year, two, last):
        return None
    return mention_of(f"{before:04d}-{one:02d}-{first:02d}/{year:04d}-{two:02d}-{last:02d}", DateKind.RANGE, "range", anchor)


def _nights(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    second = almanac.weekday(DAY_OF[m["n2"]], ref)
    first = None if second is None else almanac.shift(second, -((DAY_OF[m["n2"]] - DAY_OF[m["n1"]]) % 7))
    if second is not None and m["nn"] != "يومي" and after_midnight(m, text):
        return mention_of(second, DateKind.POINT, "night between", tod="night")
    return mention_of(almanac.interval(first, second), DateKind.RANGE, "night between", tod=None if m["nn"] == "يومي" else "overnight")


def _from_to(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "from yesterday to today", "from Sunday until today"."""
    word = m["ft1"]
    first = almanac.weekday(DAY_OF[word], ref) if word in DAY_OF else None if ref.day is None else almanac.shift(ref.day, -2 if "اول" in word else -1)
    return mention_of(almanac.interval(first, ref.day) if first is not None and ref.day is not None else None, DateKind.RANGE, "range")


def _range_of(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "between the 20th and the 26th of the same month"."""
    first, last = number_of(m["ro1"]), number_of(m["ro2"])
    if m["rwhich"] in ("نفسه", "ذاته"):
        known = month_before(text, m.start())
    else:
        day = None if ref.day is None else almanac.shift_months(ref.day, -1) if m["rwhich"] in ("الماضي", "الفايت", "المنصرم") else ref.day[:7]
        known = None if day is None else (int(day[:4]), int(day[5:7]))
    if known is None or first is None or last is None or not 0 < first < last or not almanac.exists(*known, last):
        return None
    return mention_of(f"{known[0]:04d}-{known[1]:02d}-{first:02d}/{known[0]:04d}-{known[1]:02d}-{last:02d}", DateKind.RANGE, "range", Anchor.EXPLICIT)


def _years(m: Match[str], ref: Reference, text: str) -> DateMention | None:
    """Read "between the years 2015 and 2021"."""
    first, last = m["ye1"] or m["ye3"], m["ye2"] or m["ye4"]
    return mention_of(f"{first}/{last}", DateKind.WINDOW, "years", Anchor.EXPLICIT) if first < last else None


RANGE_RULES: Final[dict[str, Rule]] = {"years": _years, "fromto": _from_to, "rangeof": _range_of, "ranges": _months_apart, "range": _range, "nights": _nights}
