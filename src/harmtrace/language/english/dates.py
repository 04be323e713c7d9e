"""English words of time, by the part they play in the date grammar."""

from collections.abc import Mapping
from typing import Final

MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH_ABBREVIATIONS: Final = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_ABBREVIATIONS: Final = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

#: Verbs that follow a date as often as a number: "the strike on 3 March 2018 killed nine".
HARMED: Final = frozenset(("killed", "wounded", "injured"))
#: Words that are months or weekdays only with a capital letter ("may have", "they march", "sat").
CAPITAL_ONLY: Final = frozenset(
    {"may", "march", *WEEKDAY_ABBREVIATIONS, *MONTH_ABBREVIATIONS} - {"sept", "thurs", "tues"},
)

UNITS: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
ORDINALS: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    "twentieth",
)

#: Part of the grammar -> word -> value (number, shift in days, or the canonical word).
WORDS: Final[Mapping[str, Mapping[str, int | str]]] = {
    "month": {name: number for number, name in enumerate(MONTHS, 1)},
    "abbr": dict(MONTH_ABBREVIATIONS),
    "wd": {name: number for number, name in enumerate(WEEKDAYS)},
    "wa": dict(WEEKDAY_ABBREVIATIONS),
    "card": {name: number for number, name in enumerate(UNITS, 1)} | {"thirty": 30, "forty": 40, "fifty": 50},
    "ord": {name: number for number, name in enumerate(ORDINALS, 1)},
    "few": dict.fromkeys(("few", "couple", "several", "some", "many", "couples", "handful", "number"), 0),
    "a": {"a": 1, "an": 1},
    "days": {"day": 1, "days": 1, "nights": 1},
    "weeks": {"week": 7, "weeks": 7, "fortnight": 14, "wk": 7, "wks": 7},
    "months": {"month": 1, "months": 1},
    "years": {"year": 1, "years": 1, "yr": 1, "yrs": 1},
    "decades": {"decade": 10, "decades": 10, "century": 100, "centuries": 100},
    "hours": {"hour": 1, "hours": 1, "hrs": 1},
    "minutes": {"minute": 1, "minutes": 1, "mins": 1, "moments": 1},
    "weekend": {"weekend": 1},
    "season": dict.fromkeys(("spring", "summer", "autumn", "winter"), 0),
    "tod": {
        "morning": "morning",
        "afternoon": "afternoon",
        "evening": "evening",
        "eve": "evening",
        "night": "night",
        "nite": "night",
        "midnight": "night",
        "dawn": "dawn",
        "daybreak": "dawn",
        "sunrise": "dawn",
        "predawn": "dawn",
        "noon": "afternoon",
        "midday": "afternoon",
        "dusk": "evening",
        "sunset": "evening",
        "sundown": "evening",
        "nightfall": "evening",
    },
    "today": {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "tonite": 0, "yday": -1},
    "overnight": {"overnight": "overnight"},
    "ago": {"ago": 1},
    "earlier": {"earlier": -1, "previously": -1},
    "later": {"later": 1},
    "before": {"before": -1, "prior": -1},
    "after": {"after": 1},
    "last": {"last": -1},
    "past": {"past": -1},
    "previous": {"previous": -1, "preceding": -1},
    "next": {"next": 1, "following": 1, "coming": 1, "ensuing": 1},
    "this": {"this": 0, "current": 0},
    "same": {"same": 0},
    "that": {"that": 0},
    "since": {"since": 0},
    "from": {"from": 0},
    "between": {"between": 0},
    "to": {"to": 0, "through": 0, "until": 0, "till": 0, "thru": 0},
    "into": {"into": 0},
    "and": {"and": 0},
    "or": {"or": 0},
    "in": dict.fromkeys(("in", "during", "over", "within", "throughout"), 0),
    "by": {"by": 0},
    "on": {"on": 0},
    "at": {"at": 0, "around": 0, "about": 0, "approximately": 0, "roughly": 0, "circa": 0, "near": 0, "nearly": 0},
    "of": {"of": 0},
    "for": {"for": 0},
    "the": {"the": 0},
    "its": dict.fromkeys(("its", "their", "his", "her"), 0),
    "all": {"all": 0, "whole": 0},
    "qual": {"early": "early", "late": "late", "mid": "mid"},
    "small": {"small": 0, "wee": 0},
    "edge": {"end": "end", "beginning": "start", "start": "start", "middle": "mid", "close": "end", "outset": "start"},
    "half": {"half": 6, "quarter": 3},
    "space": {"space": 0, "course": 0, "span": 0, "period": 0},
    "recent": {"recent": 0},
    "vague": dict.fromkeys(("recently", "lately"), 0),
    "every": dict.fromkeys(("every", "each", "per"), 0),
    "daily": dict.fromkeys(("daily", "weekly", "nightly"), 0),
    "ampm": {"am": 0, "pm": 12, "a.m.": 0, "p.m.": 12, "a.m": 0, "p.m": 12},
    "oclock": {"clock": 0},
    "hijri": dict.fromkeys(
        ("ramadan", "ramadhan", "shawwal", "muharram", "safar", "rajab", "shaban", "eid", "ashura", "feast"), 0
    ),
    "when": {"when": 0, "where": 0},
    "people": dict.fromkeys(
        (
            *("people", "persons", "civilians", "families", "residents", "men", "women", "children", "fighters"),
            *("soldiers", "houses", "homes", "victims", "bodies", "dead", "wounded", "injured", "killed", "others"),
            *("militants", "households", "deaths", "casualties", "patients", "dollars", "tonnes", "kilometres"),
            *("kilometers", "metres", "meters", "percent", "refugees", "detainees", "prisoners", "villagers"),
        ),
        0,
    ),
}

#: Parts whose presence makes a passage worth reading; without one no date is looked for.
TRIGGERS: Final = (
    *("month", "abbr", "wd", "wa", "days", "weeks", "months", "years", "decades", "hours", "weekend", "today"),
    *("overnight", "ago", "earlier", "later", "vague", "recent", "daily", "hijri", "season", "since"),
)
#: Of the times of day, only these can stand for a date without another word of the list above.
TRIGGER_TIMES: Final = ("morning", "afternoon", "evening", "night", "nite")

#: Months that are people's names too ("Mrs. May's statement").
GIVEN_NAMES: Final = frozenset({"April", "May", "June", "August"})
#: Words between "week" and a day that say how the two stand: the days before the week's first day.
WEEK_ENDS: Final = frozenset({"ending", "ended", "to"})
WEEK_STARTS: Final = frozenset({"beginning", "starting", "from", "of", "commencing"})
#: Words before a weekday that make it the name of something else.
NAMED_WEEKDAYS: Final = frozenset({"Black", "Bloody", "Good", "Palm", "Easter", "Ash", "Holy", "Super", "Cyber", "Fat"})

#: What happens, as far as it stops "will ... on Saturday" from meaning the coming Saturday.
EVENT_NOUNS: Final = frozenset(
    {
        *("strike", "strikes", "airstrike", "airstrikes", "attack", "attacks", "raid", "raids", "incident", "bombing"),
        *("blast", "explosion", "shelling", "killing", "killings", "deaths", "casualties", "massacre", "assault"),
        *("reports", "allegations", "events", "clashes", "fighting", "what"),
    }
)
#: Endings of what comes before a day that lies ahead.
AHEAD: Final = (
    r"\b(?:will|shall|is to|are to|was to|due|set to|scheduled|planned|expected to|plans? to|resumes?|begins|opens)\b"
    r"((?:\s{1,20}[\w'-]{1,40}){0,4})\s{0,20}(?:on|from|by|for|again on)?\s{0,20}(?:the\s{1,20})?$"
)
#: Verbs after a weekday that put it in the days to come ("the march on Tuesday starts").
COMING: Final = frozenset({"starts", "begins", "resumes", "opens", "will"})
#: Words that go on after "on the 14th" where a noun would make it a floor or a brigade.
TELLS: Final = frozenset(
    {
        *("left", "hit", "struck", "fell", "shot", "came", "said", "was", "were", "had", "has", "saw", "took", "went", "blew"),
        *("broke", "burnt", "sank", "cost", "claimed", "began", "brought", "put", "drove", "gave", "lost", "met", "died"),
        *("with", "when", "as", "while", "after", "when", "near", "against", "because", "but", "that", "which", "he", "she"),
        *("they", "we", "there", "his", "her", "their", "our", "no", "nobody", "shortly", "alone", "under"),
    }
)
#: What may be on a month: "its report on May".
REPORTS: Final = frozenset({"report", "reports", "bulletin", "update", "figures", "data", "review", "statistics", "summary"})
#: What is held on a weekday as a habit ("the Thursday market").
HABITS: Final = frozenset({"market", "markets", "bazaar", "souk"})
#: One of these words stands in every ending that ``AHEAD`` finds.
AHEAD_WORDS: Final = frozenset(
    {"will", "shall", "to", "due", "scheduled", "planned", "resume", "resumes", "begins", "opens"}
)
#: Words that say a full date belongs to the past of the story, not to its time.
HISTORICAL: Final = (
    r"(?:since|founded|established|born|signed|created|until|before|expelled|dating from|dated)\s+"
    r"(?:on\s+|in\s+)?(?:the\s+)?$"
)
SUPERLATIVES: Final = (
    *("first", "worst", "only", "most", "deadliest", "bloodiest", "biggest", "largest", "heaviest", "highest"),
    *("gravest", "fiercest", "greatest", "lowest", "longest", "costliest", "severest", "second", "third"),
)
#: Words after which a comparison, not a period, starts at "since".
SUPERLATIVE: Final = rf"\b(?:{'|'.join(SUPERLATIVES)})\b[^.;!?]{{0,80}}$"

#: A line with one of these before a date says when the text was published.
POSTED: Final = (
    r"(?:(?:first |last |originally |date |(?:this )?(?:story|article|page|report|post) (?:was )?)?(?:posted|published|updated|issued|released|uploaded|modified|revised|edited)"
    r"|last (?:revision|update)|(?:publication|release) date|online since|on line since|available since|put online|date|dated)"
)
#: A caption with one of these shows an older picture.
ARCHIVE: Final = r"\b(?:file|archive|archival|undated)\b"
