"""Tables of a text: a column whose head names the killed or injured gives each row's number, with the row's place and day."""

import re
from dataclasses import dataclass

from harmtrace.claims.drafts import Draft, Sentence
from harmtrace.claims.events import REGION_RANK, Spot, spot
from harmtrace.claims.statements import Statements
from harmtrace.language.dates import DateKind
from harmtrace.language.places import PlaceMention
from harmtrace.records.claim import Casualty, Modality, Outcome, Scope, Step, Unit, VoiceKind, Who
from harmtrace.records.measure import Count
from harmtrace.records.text import ZoneKind

#: A line of cells as intake writes a row of a table.
_LINE = re.compile(r"(?m)^[^\n;]{0,200}(?:;[^\n;]{0,200}){1,15}$")
_GAP = re.compile(r"\n{1,2}")
_HEADS: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (
        Outcome.KILLED,
        re.compile(
            r"(?:(?:no\.?|number) (?:of )?)?(?:civilians? |people |persons )?(?:killed|dead|deaths|fatalities|died)(?: civilians)?|civilian deaths|القتلى|قتلى|الشهداء|شهداء|الضحايا القتلى|عدد القتلى|عدد الشهداء",
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.INJURED,
        re.compile(
            r"(?:(?:no\.?|number) (?:of )?)?(?:civilians? |people |persons )?(?:injured|wounded|injuries|hurt)(?: civilians)?|الجرحى|جرحى|المصابون|الإصابات|إصابات|المصابين|عدد الجرحى|عدد المصابين",
            re.IGNORECASE,
        ),
    ),
    (Outcome.MISSING, re.compile(r"(?:people )?missing|المفقودون|مفقودون|المفقودين", re.IGNORECASE)),
)
_CIVILIANS = re.compile(r"civilian|مدني", re.IGNORECASE)
_DAY = re.compile(r"(?:date|day|when|week|month|year|period)(?: of (?:incident|event|attack|strike))?|التاريخ|تاريخ|اليوم", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:place|location|where|town|village|city|site|area|locality|district|governorate|province|region|state|county|country)(?: of (?:incident|event|attack|strike))?|المكان|الموقع|البلدة|المدينة|القرية|المنطقة|المحافظة|المديرية",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?P<least>at least |≥ ?|>= ?|more than |over |> ?)?(?P<about>about |some |~ ?|around )?(?P<low>\d[\d,]{0,9})(?: ?(?:–|-|to) ?(?P<high>\d[\d,]{0,9}))?(?P<plus>\+)?",
    re.IGNORECASE,
)
_OVER = re.compile(r"more than|over|>(?!=)", re.IGNORECASE)
_DAY_LONG = 10  # characters of a full day
_SUM = re.compile(r"(?:grand |sub-?)?totals?\b|sum\b|all\b|المجموع|الإجمالي|مجموع", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its words without the space round them."""

    text: str
    start: int
    end: int


class Tables(Statements):
    """Makes the claims of tables."""

    def _tables(self, sentences: list[Sentence]) -> None:
        """Read the tables of the text whose head names an outcome; each row is an event, told of before or not."""
        if ";" not in self.text:
            return
        head: list[Cell] = []
        end = -1
        for line in _LINE.finditer(self.text):
            cells = _cells(line[0], line.start())
            follows = head and _GAP.fullmatch(self.text, end, line.start()) is not None
            if follows and len(cells) == len(head):
                self._table_row(head, cells, sentences)
                end = line.end()
            else:
                found = len(cells) > 1 and any(_outcome(cell) is not None for cell in cells)
                head, end = (cells, line.end()) if found and not any(map(_number, cells)) else ([], -1)

    def _table_row(self, head: list[Cell], cells: list[Cell], sentences: list[Sentence]) -> None:
        counted = [(_outcome(top), _count(cell), top, cell) for top, cell in zip(head, cells, strict=True)]
        if any(_SUM.match(cell.text) for cell in cells):
            for outcome, count, _, cell in counted:
                if outcome is not None and count is not None:
                    self._set_aside(cell.start, cell.end, "the sum of a table's rows")
            return
        start, end = cells[0].start, cells[-1].end
        if any(start <= draft.claim.start < end for draft in self.drafts):
            return  # the row's own words say it already
        sentence = next((s for s in sentences if s.start <= start < s.end), None)
        if sentence is None or sentence.zone is not ZoneKind.BODY:
            return
        when = self._day_of(head, cells)
        spots = self._place_of(head, cells)
        period = self._over_time(when, spots)
        when = when or (self.reporting if period else None)
        event = None
        for outcome, count, top, cell in counted:
            if outcome is None or count is None:
                continue
            if event is None and not period:
                event = self._dated(when[0], spots) if when is not None else None
                event = event or self._open(sentence, when, spots, separate=False, background=False)
                self.cluster += 1
            if event is not None:
                event.claims += 1
                event.in_body = True
            who = Who.CIVILIAN if _CIVILIANS.search(top.text) is not None else Who.UNSPECIFIED
            where = min(spots, key=lambda each: each.rank, default=None)
            claim = Casualty(
                id=self.ids.give("casualty", cell.text, count, f"{outcome}:{who}"), document=self.document.id,
                start=cell.start, end=cell.end, quote=cell.text, speaker=None, via=None, voice=VoiceKind.OUTLET,
                when=when[0] if when is not None else None, when_why=when[1] if when is not None else "",
                where=where.name if where is not None else None, places=where.places if where is not None else (), event=None,
                zone=sentence.zone, rules=("table/row/1",), outcome=outcome, who=who, count=count, unit=Unit.PEOPLE, groups=(),
                scope=Scope.PERIOD if period else Scope.EVENT, modality=Modality.ASSERTED, step=Step.TOTAL, blamed=None, headline=False,
                number_start=cell.start, number_end=cell.end,
            )  # fmt: skip
            self.drafts.append(Draft(claim, event, cell.start, when[0] if when is not None else None, where, self.cluster))

    def _over_time(self, when: tuple[str, str] | None, spots: list[Spot]) -> bool:
        """Tell whether a row counts over a time or an area with many events: a month, a province, a row of a report without a day."""
        if when is not None and len(when[0]) == _DAY_LONG:
            return False
        wide = not spots or min(each.rank for each in spots) >= REGION_RANK
        return wide or (when is None and self.reporting is not None)

    def _day_of(self, head: list[Cell], cells: list[Cell]) -> tuple[str, str] | None:
        for top, cell in zip(head, cells, strict=True):
            if _DAY.fullmatch(top.text) is not None:
                for date in self.grammar.dates(self.text, cell.start, cell.end, self.ref):
                    if date.edtf is not None and date.kind in (DateKind.POINT, DateKind.SPAN, DateKind.RELATIVE):
                        return date.edtf, f"in the row: {date.why}"
        return None

    def _place_of(self, head: list[Cell], cells: list[Cell]) -> list[Spot]:
        """Return the places of a row's place cells, "Sarraj, Tell Marun" as two."""
        out: list[Spot] = []
        for top, cell in zip(head, cells, strict=True):
            if _PLACE.fullmatch(top.text) is None:
                continue
            for part in re.finditer(r"[^,،]{2,60}", cell.text):
                lead = len(part[0]) - len(part[0].lstrip())
                start = cell.start + part.start() + lead
                named = PlaceMention(start=start, end=start + len(part[0].strip()), name=part[0].strip())
                out.append(spot(named, self.text, self.gazetteer, self.near))
        return out


def _cells(line: str, at: int) -> list[Cell]:
    """Return the cells of a row that begins at a position of the text."""
    out = []
    for piece in line.split(";"):
        bare = piece.strip()
        start = at + len(piece) - len(piece.lstrip())
        out.append(Cell(bare, start, start + len(bare)))
        at += len(piece) + 1
    return out


def _outcome(cell: Cell) -> Outcome | None:
    """Return what a head cell counts, None where it counts nobody."""
    return next((outcome for outcome, named in _HEADS if named.fullmatch(cell.text) is not None), None)


def _number(cell: Cell) -> bool:
    return _NUMBER.fullmatch(cell.text) is not None


def _count(cell: Cell) -> Count | None:
    """Return the number of a cell with the bounds that it states, None where it holds no plain number."""
    found = _NUMBER.fullmatch(cell.text)
    if found is None:
        return None
    low = int(found["low"].replace(",", ""))
    if found["high"] is not None:
        high = int(found["high"].replace(",", ""))
        return Count(low=low, high=high, approx=found["about"] is not None) if low <= high else None
    if found["least"] is not None or found["plus"] is not None:
        return Count(low=low + (found["least"] is not None and _OVER.match(found["least"]) is not None), high=None)
    return Count(low=low, high=low, approx=found["about"] is not None)
