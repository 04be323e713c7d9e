"""An invented case, made by hand: two incidents, a running count, an Arabic text, a hostile one."""

import hashlib
from collections.abc import Iterator

from harmtrace.records.claim import (
    Account,
    Blame,
    Casualty,
    Claim,
    ClaimId,
    Exposure,
    Group,
    Modality,
    Outcome,
    Position,
    Reading,
    Scope,
    SetAside,
    Stated,
    Step,
    Unit,
    VoiceKind,
    Who,
)
from harmtrace.records.entry import Issue
from harmtrace.records.incident import (
    AtRisk,
    BlamedParty,
    BodyPosition,
    Bounds,
    Feature,
    Grade,
    GroupBest,
    Grouped,
    Hypothesis,
    Incident,
    LeftOut,
    OfficialFigure,
    Pairing,
    PositionStatus,
    Range,
    Tally,
    TallyLine,
    Voice,
)
from harmtrace.records.judgement import Decision, Judgement
from harmtrace.records.measure import Count, Place, Tier
from harmtrace.records.text import (
    DateCandidate,
    Document,
    Family,
    Passage,
    Relation,
    RelationKind,
    Sha256,
    SourceKind,
    Zone,
    ZoneKind,
)
from harmtrace.reports.book import Head, ReportCase
from harmtrace.reports.brief import brief
from harmtrace.reports.pages import Page, Seen, pages

HOSTILE = 'posts/"><script>alert(1)</script>.txt'

TEXTS = {
    "lantern/first.txt": (
        "Home | World | Subscribe\n"
        "Strike flattens houses in Bab Sirwal\n"
        "By Ilda Maron\n"
        "QALAT RIMA, May 5. At least 40 bodies were pulled from houses in the Bab Sirwal quarter after an air strike "
        "on Sunday, the civil defence said. Residents said 137 people were killed. “We have counted "
        "dozens of wounded,” "
        "a nurse said. Residents blamed the Northern Alliance. The alliance said it was looking into the report. "
        "About 20,000 people are still trapped in the old quarters. The alliance flew 62 sorties that day.\n"
        "Caption: A street in Bab Sirwal, May 4."
    ),
    "lantern/second.txt": (
        "Strike flattens houses in Bab Sirwal\n"
        "QALAT RIMA, May 8. The civil defence said on Thursday that the number of bodies recovered in Bab Sirwal had "
        "risen to 83. Residents said 137 people were killed, among them 31 children. The Northern Alliance said it had "
        "opened an assessment. A militia spokesman said a truck bomb of the Harad Brigade had brought the houses down."
    ),
    "wire-0506.txt": (
        "Up to 100 people died when houses in Bab Sirwal collapsed on 4 May, a district official told Northern Wire. "
        "The civil defence put the bodies found at 60. Between 20 and 30 were injured, he said. "
        "In a separate attack on 9 May, a shell hit the market of Tell Amber and killed 6 people."
    ),
    "ar/nur.txt": ("قالت شبكة النور إن مئة وواحد من المدنيين قتلوا في حي باب سروال يوم 4 مايو.\nوأصيب العشرات بجروح."),
    "alliance.txt": (
        "Statement, 30 June. The Northern Alliance finds that there is insufficient information to find that harm to "
        "civilians in Bab Sirwal on 4 May was more likely than not. The report is closed as non-credible."
    ),
    "roundup.txt": "More than 1,200 civilians were killed in Qalat Rima province from March to May, the monitor said.",
    HOSTILE: "A user \u202ewrote\u202c <b>2</b> dead\x00 in Tell Amber & <script>alert('x')</script> nearby.",
    "silent.txt": "The harvest festival was held as every year.",
}

_SOURCES = {
    "lantern/first.txt": ("The Daily Lantern", SourceKind.NEWS, "2031-05-05"),
    "lantern/second.txt": ("The Daily Lantern", SourceKind.NEWS, "2031-05-08"),
    "wire-0506.txt": ("Northern Wire", SourceKind.AGENCY, "2031-05-06"),
    "ar/nur.txt": ("شبكة النور", SourceKind.LOCAL, None),
    "alliance.txt": ("Northern Alliance", SourceKind.OFFICIAL_MILITARY, "2031-06-30"),
    "roundup.txt": ("Harbour Monitor", SourceKind.MONITOR, "2031-06"),
    HOSTILE: ('<img src="http://bad.example/x.png">', SourceKind.SOCIAL, "2031-05-09"),
    "silent.txt": (None, None, None),
}


def _document(name: str, text: str) -> Document:
    source, kind, published = _SOURCES[name]
    zones: tuple[Zone, ...] = ()
    if name == "lantern/first.txt":
        zones = (
            _zone(text, "Home | World | Subscribe", ZoneKind.MENU, "links only"),
            _zone(text, "Strike flattens houses in Bab Sirwal", ZoneKind.TITLE, "first heading"),
            _zone(text, "By Ilda Maron", ZoneKind.BYLINE, "starts with By"),
            _zone(text, "Caption: A street in Bab Sirwal, May 4.", ZoneKind.CAPTION, "starts with Caption"),
        )
    return Document(
        id=name,
        text=text,
        sha256=Sha256(hashlib.sha256(text.encode()).hexdigest()),
        source=source,
        source_kind=kind,
        published=published,
        published_why="given" if published else "",
        zones=zones,
        dates=() if published is None else (DateCandidate(day=published, found="given"),),
        language="ar" if name.startswith("ar/") else "en",
        url="https://lantern.example/" if "lantern" in name else None,
        title='<script>alert("title")</script> & "more"'
        if name == HOSTILE
        else "Strike flattens houses in Bab Sirwal"
        if "lantern" in name
        else None,
    )


def _zone(text: str, words: str, kind: ZoneKind, why: str) -> Zone:
    start = text.index(words)
    return Zone(start=start, end=start + len(words), kind=kind, why=why)


DOCUMENTS = {name: _document(name, text) for name, text in TEXTS.items()}


def _at(document: str, words: str) -> tuple[int, int]:
    start = TEXTS[document].index(words)
    return start, start + len(words)


def casualty(
    id: str,
    document: str,
    words: str,
    outcome: Outcome,
    low: int | None,
    high: int | None,
    *,
    speaker: str | None = None,
    who: Who = Who.UNSPECIFIED,
    vague: str | None = None,
    approx: bool = False,
    via: str | None = None,
    when: str | None = "2031-05-04",
    where: str | None = "Bab Sirwal",
    voice: VoiceKind = VoiceKind.PEOPLE,
    unit: Unit = Unit.PEOPLE,
    step: Step = Step.TOTAL,
    scope: Scope = Scope.EVENT,
    groups: tuple[Group, ...] = (),
    modality: Modality = Modality.ASSERTED,
) -> Casualty:
    """Return a casualty claim on words that stand in the document."""
    start, end = _at(document, words)
    return Casualty(
        id=ClaimId(id),
        document=document,
        start=start,
        end=end,
        quote=words,
        speaker=speaker,
        via=via,
        voice=voice,
        when=when,
        when_why="in the sentence" if when else "",
        where=where,
        event=0,
        outcome=outcome,
        who=who,
        count=Count(low=low, high=high, vague=vague, approx=approx),
        unit=unit,
        groups=groups,
        scope=scope,
        step=step,
        modality=modality,
        number_start=start,
        number_end=start + 1,
        rules=("count-1",),
    )


_FIRST, _SECOND, _WIRE, _NUR = "lantern/first.txt", "lantern/second.txt", "wire-0506.txt", "ar/nur.txt"
_DEFENCE = "the civil defence"
_start, _end = _at("alliance.txt", "insufficient information to find that harm")
_MORE: dict[str, Claim] = {}


def _add(claim: Claim) -> None:
    _MORE[claim.id] = claim


def _words(document: str, words: str) -> tuple[str, int, int, str]:
    start, end = _at(document, words)
    return document, start, end, words


def position(id: str, document: str, words: str, stated: Stated, when: str) -> Position:
    """Return what the invented alliance says of the allegation."""
    name, start, end, quote = _words(document, words)
    return Position(
        id=ClaimId(id),
        document=name,
        start=start,
        end=end,
        quote=quote,
        speaker="the alliance",
        when=when,
        voice=VoiceKind.MILITARY,
        position=stated,
        body="Northern Alliance",
        event=0,
    )


def blame(id: str, document: str, words: str, speaker: str, blamed: str | None, cause: str | None) -> Blame:
    """Return who is said to have done it."""
    name, start, end, quote = _words(document, words)
    return Blame(
        id=ClaimId(id),
        document=name,
        start=start,
        end=end,
        quote=quote,
        speaker=speaker,
        when="2031-05-04",
        voice=VoiceKind.PEOPLE,
        blamed=blamed,
        cause=cause,
        stance="alleges",
        event=0,
    )


_B, _K, _I = Outcome.BODIES_RECOVERED, Outcome.KILLED, Outcome.INJURED
_CLAIMS: tuple[Claim, ...] = (
    casualty(
        "f1",
        _FIRST,
        "At least 40 bodies were pulled from houses",
        _B,
        40,
        None,
        speaker=_DEFENCE,
        voice=VoiceKind.CIVIL_DEFENCE,
        unit=Unit.BODIES,
        step=Step.RUNNING,
    ),
    casualty("f2", _FIRST, "137 people were killed", _K, 137, 137, speaker="residents"),
    casualty("f3", _FIRST, "dozens of wounded", _I, 24, None, speaker="a nurse", vague="dozens"),
    blame("f4", _FIRST, "Residents blamed the Northern Alliance", "residents", "the Northern Alliance", "air strike"),
    position("f5", _FIRST, "The alliance said it was looking into the report", Stated.UNDER_REVIEW, "2031-05-05"),
    Exposure(
        id=ClaimId("f6"),
        document=_FIRST,
        start=_at(_FIRST, "About 20,000 people are still trapped")[0],
        end=_at(_FIRST, "About 20,000 people are still trapped")[1],
        quote="About 20,000 people are still trapped",
        count=Count(low=20_000, high=20_000, approx=True),
        what="trapped in the old quarters",
        event=0,
    ),
    casualty(
        "s1",
        _SECOND,
        "the number of bodies recovered in Bab Sirwal had risen to 83",
        _B,
        83,
        83,
        speaker=_DEFENCE,
        voice=VoiceKind.CIVIL_DEFENCE,
        unit=Unit.BODIES,
        step=Step.RUNNING,
    ),
    casualty(
        "s2",
        _SECOND,
        "137 people were killed, among them 31 children",
        _K,
        137,
        137,
        speaker="residents",
        groups=(Group(name="children", low=31, high=31),),
        when=None,
    ),
    casualty("s2b", _SECOND, "31 children", _K, 31, 31, speaker="residents", who=Who.CIVILIAN, step=Step.PART),
    position(
        "s3", _SECOND, "The Northern Alliance said it had opened an assessment", Stated.ASSESSMENT_OPENED, "2031-05-08"
    ),
    blame(
        "s4",
        _SECOND,
        "A militia spokesman said a truck bomb of the Harad Brigade",
        "a militia spokesman",
        "the Harad Brigade",
        "truck bomb",
    ),
    casualty("w1", _WIRE, "Up to 100 people died", _K, None, 100, speaker="a district official", when="XXXX-05-04"),
    casualty(
        "w2",
        _WIRE,
        "the bodies found at 60",
        _B,
        60,
        60,
        speaker=_DEFENCE,
        via="Northern Wire",
        voice=VoiceKind.CIVIL_DEFENCE,
        unit=Unit.BODIES,
        step=Step.RUNNING,
        when="XXXX-05-04",
    ),
    casualty(
        "w3", _WIRE, "Between 20 and 30 were injured", _I, 20, 30, speaker="a district official", when="XXXX-05-04"
    ),
    casualty("w4", _WIRE, "killed 6 people", _K, 6, 6, where="Tell Amber", when="XXXX-05-09", voice=VoiceKind.OUTLET),
    casualty(
        "n1",
        _NUR,
        "مئة وواحد من المدنيين قتلوا",
        _K,
        101,
        101,
        who=Who.CIVILIAN,
        speaker="شبكة النور",
        where="باب سروال",
        when="XXXX-05-04",
    ),
    casualty(
        "n2", _NUR, "وأصيب العشرات", _I, 20, None, vague="العشرات", speaker="شبكة النور", where="باب سروال", when=None
    ),
    position("a1", "alliance.txt", "insufficient information to find that harm", Stated.NON_CREDIBLE, "2031-06-30"),
    casualty(
        "r1",
        "roundup.txt",
        "More than 1,200 civilians were killed",
        _K,
        1201,
        None,
        speaker="the Harbour Monitor",
        who=Who.CIVILIAN,
        scope=Scope.PERIOD,
        when="2031-03/2031-05",
        where="Qalat Rima province",
    ),
    casualty(
        "h1",
        HOSTILE,
        "<b>2</b> dead",
        _K,
        2,
        2,
        speaker='"><script>alert(2)</script>',
        where="Tell Amber",
        when=None,
        modality=Modality.UNCONFIRMED,
    ),
)
CLAIMS = {claim.id: claim for claim in _CLAIMS}


def reading(document: str) -> Reading:
    """Return what one document of the case says."""
    found = sorted(
        (claim for claim in _CLAIMS if claim.document == document), key=lambda claim: (claim.start, claim.end)
    )
    aside: tuple[SetAside, ...] = ()
    if document == _FIRST:
        start, end = _at(document, "62 sorties")
        aside = (SetAside(document=document, start=start, end=end, quote="62 sorties", reason="flights, not people"),)
    accounts: tuple[Account, ...] = ()
    return Reading(
        document=document,
        claims=tuple(found),
        accounts=accounts,
        set_aside=aside,
        issues=(),
        reference=DOCUMENTS[document].published,
        reference_why="given",
    )


SIRWAL = Place(
    name="Bab Sirwal",
    latitude=35.412,
    longitude=43.208,
    radius_m=1_000,
    tier=Tier.NEIGHBOURHOOD,
    country="XXX",
    within=("Qalat Rima",),
    gazetteer="places.csv",
)
OLD = Place(
    name="Old Quarters",
    latitude=35.398,
    longitude=43.226,
    radius_m=1_000,
    tier=Tier.NEIGHBOURHOOD,
    within=("Qalat Rima",),
    gazetteer="places.csv",
)
AMBER = Place(
    name="Tell Amber", latitude=35.421, longitude=43.181, radius_m=1_500, tier=Tier.VILLAGE, gazetteer="geonames"
)


def _ids(*ids: str) -> tuple[ClaimId, ...]:
    return tuple(ClaimId(one) for one in ids)


def _line(
    id: str,
    said: str | None,
    voice: str,
    *,
    by: str | None = None,
    why: str = "latest of its voice",
    counts: bool = True,
) -> TallyLine:
    claim = CLAIMS[ClaimId(id)]
    assert isinstance(claim, Casualty)
    return TallyLine(
        claim=claim.id,
        said=said,
        voice=voice,
        outcome=claim.outcome,
        low=claim.count.low,
        high=claim.count.high,
        current=counts and by is None,
        superseded_by=None if by is None else ClaimId(by),
        why=why,
    )


_PEOPLE, _WIRE_VOICE = "The Daily Lantern (residents, a nurse)", "Northern Wire (a district official)"
TALLY = Tally(
    lines=(
        _line("f1", "2031-05-05", _DEFENCE, by="w2", why="an earlier step of one running count"),
        _line("f2", "2031-05-05", _PEOPLE, by="s2", why="the same figure in a later version of the text"),
        _line("f3", "2031-05-05", _PEOPLE),
        _line("w1", "2031-05-06", _WIRE_VOICE),
        _line("w2", "2031-05-06", _DEFENCE, by="s1", why="an earlier step of one running count"),
        _line("w3", "2031-05-06", _WIRE_VOICE),
        _line("s1", "2031-05-08", _DEFENCE),
        _line("s2", "2031-05-08", _PEOPLE),
        _line("s2b", "2031-05-08", _PEOPLE, counts=False, why="part of 137"),
        _line("n1", None, "شبكة النور"),
        _line("n2", None, "شبكة النور"),
    ),
    ranges=(
        Range(
            rule="airwars_range",
            version="v1",
            killed=Bounds(low=83, high=137),
            injured=Bounds(low=20, high=30),
            claims=_ids("s1", "s2", "w3"),
            left_out=(
                LeftOut(claim=ClaimId("s2b"), why="part of another count"),
                LeftOut(claim=ClaimId("f3"), why="a vague word, and another claim has a number"),
            ),
        ),
        Range(
            rule="acled_min",
            version="v1",
            killed=Bounds(low=83, high=83),
            claims=_ids("s1"),
            notes=("Sources differ: 83, 100, 101, 137.",),
        ),
        Range(
            rule="ged_best",
            version="v1",
            best=101,
            low=83,
            high=137,
            claims=_ids("n1", "s1", "s2"),
            groups=(
                ("civilian", GroupBest(best=101, low=101, high=101)),
                ("unknown", GroupBest(best=None, low=83, high=137)),
            ),
        ),
        Range(
            rule="latest_official",
            version="v1",
            claims=_ids("s1"),
            bodies=(
                OfficialFigure(
                    body="civil defence",
                    said="2031-05-08",
                    killed=Bounds(low=83, high=83),
                    injured=None,
                    claim=ClaimId("s1"),
                ),
            ),
        ),
    ),
    voices=(
        Voice(
            name=_PEOPLE,
            documents=(_FIRST, _SECOND),
            claims=_ids("f2", "f3", "s2", "s2b"),
            why="gathered from residents; two versions of one text",
        ),
        Voice(
            name=_DEFENCE,
            documents=(_FIRST, _SECOND, _WIRE),
            claims=_ids("f1", "w2", "s1"),
            why="an organisation's own count, wherever it appears",
        ),
        Voice(name=_WIRE_VOICE, documents=(_WIRE,), claims=_ids("w1", "w3"), why="gathered from an official"),
        Voice(name="شبكة النور", documents=(_NUR,), claims=_ids("n1", "n2"), why="its own count"),
    ),
    sources=4,
    blamed=(
        BlamedParty(party="Northern Alliance", written=("the Northern Alliance",), stance="alleges", claims=_ids("f4")),
        BlamedParty(party="Harad Brigade", written=("the Harad Brigade",), stance="alleges", claims=_ids("s4")),
    ),
    positions=(
        BodyPosition(
            body="Northern Alliance",
            status=PositionStatus.OPEN_INCIDENT,
            stated=Stated.UNDER_REVIEW,
            on="2031-05-05",
            claims=_ids("f5"),
        ),
        BodyPosition(
            body="Northern Alliance",
            status=PositionStatus.OPEN_INCIDENT,
            stated=Stated.ASSESSMENT_OPENED,
            on="2031-05-08",
            claims=_ids("s3"),
        ),
        BodyPosition(
            body="Northern Alliance",
            status=PositionStatus.NON_CREDIBLE_UNSUBSTANTIATED,
            stated=Stated.NON_CREDIBLE,
            on="2031-06-30",
            claims=_ids("a1"),
        ),
    ),
    at_risk=(AtRisk(claim=ClaimId("f6"), low=20_000, high=20_000, what="trapped in the old quarters"),),
    grade_suggested=Grade.CONTESTED,
    grade_why="two parties are blamed by independent voices, neither withdrawn",
)
GROUPED = Grouped(
    when="2031-05-04",
    when_why="day in the wire and in ar/nur.txt; year from the Lantern's day of publication",
    hypotheses=(
        Hypothesis(place=SIRWAL, claims=_ids("f1", "f2", "s1", "w1", "w2", "n1")),
        Hypothesis(place=OLD, claims=_ids("f6")),
    ),
    documents=("alliance.txt", _NUR, _FIRST, _SECOND, _WIRE),
    accounts=((_NUR, 0), (_FIRST, 0), (_SECOND, 0), (_WIRE, 0)),
    claims=_ids("f1", "f2", "f3", "f4", "f5", "f6", "s1", "s2", "s2b", "s3", "s4", "w1", "w2", "w3", "n1", "n2", "a1"),
    inferred=tuple(
        (ClaimId(one), "2031-05-04", "year filled from lantern/first.txt") for one in ("w1", "w2", "w3", "n1")
    ),
    pairings=(
        Pairing(
            a=(_FIRST, 0),
            b=(_WIRE, 0),
            score=6.1,
            verdict="same",
            features=(
                Feature(name="day", finding="4 May and 4 May", weight=3.2),
                Feature(name="place", finding="Bab Sirwal in both", weight=3.4),
                Feature(name="target", finding="houses, houses", weight=0.5),
                Feature(name="number", finding="137 and up to 100", weight=-1.0),
            ),
        ),
    ),
)
GROUPED_2 = Grouped(
    when="XXXX-05-09",
    when_why="day in wire-0506.txt",
    hypotheses=(Hypothesis(place=AMBER, claims=_ids("w4", "h1")),),
    documents=(HOSTILE, _WIRE),
    accounts=((_WIRE, 1),),
    claims=_ids("w4", "h1"),
    inferred=(),
    pairings=(),
)
TALLY_2 = Tally(
    lines=(_line("w4", "2031-05-06", "Northern Wire"), _line("h1", "2031-05-09", "a post")),
    ranges=(Range(rule="airwars_range", version="v1", killed=Bounds(low=6, high=None), claims=_ids("w4")),),
    voices=(Voice(name="Northern Wire", documents=(_WIRE,), claims=_ids("w4"), why="its own count"),),
    sources=2,
    blamed=(),
    positions=(),
    at_risk=(),
    grade_suggested=Grade.WEAK,
    grade_why="one voice",
)


def publisher(document: str) -> str:
    """Return a document's publisher as the case names it."""
    return DOCUMENTS[document].source or f"document {document}"


def incidents() -> tuple[Incident, ...]:
    """Return the two incidents, with their briefs."""
    pairs = (("XXX-20310504-001", GROUPED, TALLY, None), ("XXX-XXXX0509-001", GROUPED_2, TALLY_2, Grade.WEAK))
    return tuple(
        Incident(
            code=code,
            grouped=grouped,
            tally=tally,
            grade=grade,
            brief=brief(grouped, tally, claim_of=CLAIMS.__getitem__, publisher_of=publisher),
        )
        for code, grouped, tally, grade in pairs
    )


def case() -> ReportCase:
    """Return the whole case."""
    statement = _at(_FIRST, "Residents said 137 people were killed")
    other = _at(_SECOND, "Residents said 137 people were killed")
    return ReportCase(
        title="Qalat Rima, spring 2031",
        on="2031-07-02",
        incidents=incidents(),
        periods=tuple(claim for claim in _CLAIMS if isinstance(claim, Casualty) and claim.scope is Scope.PERIOD),
        relations=(
            Relation(
                a=_SECOND,
                b=_FIRST,
                kind=RelationKind.REVISION_OF,
                why="same address, later day",
                passages=(
                    Passage(a_start=other[0], a_end=other[1], b_start=statement[0], b_end=statement[1], quoted=True),
                ),
            ),
        ),
        families=tuple(
            Family(first=_FIRST, members=(_FIRST, _SECOND)) if name == _FIRST else Family(first=name, members=(name,))
            for name in DOCUMENTS
            if name != _SECOND
        ),
        issues=(
            Issue(
                code="bidi-control",
                message="1 bidi control character, shown by its number",
                document=HOSTILE,
                start=7,
                end=8,
            ),
        ),
        heads={name: Head.of(document, claims=len(reading(name).claims)) for name, document in DOCUMENTS.items()},
        rules=(("airwars_range", "v1"), ("grouping", "v1")),
        judgements=(
            Judgement(
                id=1,
                decision=Decision.ACCEPT,
                subject="s1",
                by="K. Osei",
                why="read against the statement",
                at="2031-07-01T10:00:00Z",
            ),
            Judgement(
                id=2,
                decision=Decision.DIFFERENT,
                subject="XXX-20310504-001",
                other="XXX-XXXX0509-001",
                by="K. Osei",
                why="<i>two</i> places",
                at="2031-07-01T10:05:00Z",
            ),
        ),
    )


def made(shown: ReportCase, *, seen: Seen | None = None) -> Iterator[Page]:
    """Yield the report's pages, not made yet."""
    readings = {head.id: reading(head.id) for head in shown.heads.values() if head.claims > 0}
    return pages(shown, readings=readings, document_of=DOCUMENTS.__getitem__, claim_of=CLAIMS.__getitem__, seen=seen)


def written(shown: ReportCase) -> dict[str, str]:
    """Return the report's pages by their paths."""
    return {page.path: page.make() for page in made(shown)}
