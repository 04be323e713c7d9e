"""Match incidents to strike reports that others linked: ``python -m benchmarks.strike_links FOLDER [--why]``.

FOLDER is the folder of data that others made; below it ``strikes/strike_report_incident_links.jsonl.gz``,
``strikes/military_strike_reports_text.jsonl.gz`` and ``airwars_syria/incidents.jsonl.gz``. Asked is whether the
linked report is first, or among the best five, for the incidents that have a date and a place. Reports of the
very same words are one report. Nothing of the data is printed but its codes.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from harmtrace.intake import gazetteers, strike_logs
from harmtrace.pipeline.striking import place_lookup
from harmtrace.records.measure import Place, Tier
from harmtrace.records.strike import Strike
from harmtrace.strikes import Asked, Context, Log, matches

ZONE = "Asia/Damascus"
PARTIES = {"RS": "Russia", "CS": "US-led coalition"}
MEMBERS = dict.fromkeys(
    ("coalition", "united_kingdom", "france", "netherlands", "australia", "denmark", "jordan", "united_states"),
    "US-led coalition",
) | {"russia": "Russia", "russian_forces": "Russia"}
TIERS = {
    "village": Tier.VILLAGE, "town": Tier.TOWN, "city": Tier.CITY, "neighbourhood_area": Tier.NEIGHBOURHOOD,
    "street": Tier.STREET, "nearby_landmark": Tier.LANDMARK, "within_100m": Tier.WITHIN_100M,
    "subdistrict": Tier.SUBDISTRICT, "district": Tier.DISTRICT, "province_governorate": Tier.DISTRICT,
}  # fmt: skip


def rows(path: Path) -> list[dict[str, object]]:
    """Return the records of a packed file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def reports(folder: Path) -> tuple[list[Strike], dict[str, str]]:
    """Return what the reports log, and the words of each report by its id."""
    held = rows(folder / "strikes" / "military_strike_reports_text.jsonl.gz")
    words = {str(one["report_id"]): str(one["text"] or "") for one in held}
    lines = [
        json.dumps({"id": one["report_id"], "by": MEMBERS.get(str(one["by"])), "text": one["text"] or "nothing"})
        for one in held
    ]
    places, _ = gazetteers.load([])
    look = place_lookup(places)
    context = Context(log="reports.jsonl", zone=ZONE, lookup=lambda name, country: look(name, country or "Syria"))
    found, _ = strike_logs.read("\n".join(lines).encode(), "reports.jsonl", context=context)
    return list(found), words


def asked(link: dict[str, object], about: dict[str, object]) -> Asked:
    """Return what is known of an incident: its day, its place, and who is blamed."""
    day = date.fromisoformat(str(link["incident_date"])[:10])
    tier = TIERS.get(str(about.get("geo_precision")), Tier.TOWN)
    place = Place(
        name=str(about.get("location_en") or "").split(",")[0] or "place",
        latitude=float(str(link["incident_lat"])),
        longitude=float(str(link["incident_lon"])),
        radius_m=tier.radius_m,
        tier=tier,
        admin1=str(about.get("district") or "") or None,
        within=tuple(part.strip() for part in str(about.get("location_en") or "").split(",")[1:]),
    )
    blamed = tuple(PARTIES[code[:2]] for code in str(link["code"]).split())
    return Asked(first=day, last=day, place=place, zone=ZoneInfo(ZONE), blamed=blamed)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--why", action="store_true", help="say of each miss what stood against it")
    given = options.parse_args()
    if not (given.folder / "strikes").is_dir():
        print(f"{given.folder}/strikes: not there; nothing measured", file=sys.stderr)
        return 2
    links = rows(given.folder / "strikes" / "strike_report_incident_links.jsonl.gz")
    about = {str(one["airwars_id"]): one for one in rows(given.folder / "airwars_syria" / "incidents.jsonl.gz")}
    usable = [one for one in links if one["incident_lat"] is not None and one["incident_date"]]
    strikes, words = reports(given.folder)
    log = Log(strikes, zone=ZONE)
    every = [asked(one, about.get(str(one["airwars_id"]), {})) for one in usable]
    near = log.candidates(every)
    first = five = 0
    misses: Counter[str] = Counter()
    for at, link in enumerate(usable):
        wanted = words[str(link["report_id"])]
        ranked = list(
            dict.fromkeys(
                words[one.strike.id.split(".")[0].split("#")[0]] for one in matches(every[at], near.get(at, ()))
            )
        )
        first += ranked[:1] == [wanted]
        five += wanted in ranked[:5]
        if wanted not in ranked[:5]:
            own = [one for one in strikes if _report(one) == link["report_id"]]
            kind = _why(own, wanted, ranked)
            misses[kind] += 1
            if given.why:
                print(
                    link["code"],
                    link["incident_date"],
                    link["report_id"],
                    kind,
                    [(one.days, one.place) for one in own][:3],
                )
    print(f"{len(usable)} incidents with date and place, {len(strikes)} logged lines of {len(words)} reports")
    print(f"first: {first} ({first / len(usable):.3f}); among five: {five} ({five / len(usable):.3f})")
    for kind, many in misses.most_common():
        print(f"missed: {many} {kind}")
    return 0


def _report(one: Strike) -> str:
    """Return the id of the report that logs a strike: a report with several lines gives several."""
    return one.id.split(".")[0].split("#")[0]


def _why(own: list[Strike], wanted: str, ranked: list[str]) -> str:
    if wanted in ranked:
        return "ranked below five"
    if all(one.days is None for one in own):
        return "the report names no day that is read"
    return "no score above 0 for its days and places"


if __name__ == "__main__":
    sys.exit(main())
