"""The grammar of dates: patterns over the letters that stand for words of time."""

import re
from functools import lru_cache
from typing import Final

from harmtrace.language.dates.tokens import LETTER
from harmtrace.language.late import late

_NAME = re.compile(r"(?<!\?P)<(\w+)>")
_MACRO = re.compile(r"\{([A-Z]+)\}")

#: Building blocks; ``<part>`` is one word of that part, ``{NAME}`` another block.
_BLOCKS: Final[dict[str, str]] = {
    "WD": r"(?:<wd>|<wa><dot>?)",
    "MON": r"(?:<month>|<abbr><dot>?)",
    "DN": r"[<day><nth>]",
    "YR": r"(?:<comma>?<year>|<of><year>|<of>?(?:<last>|<this>)<years>)",
    "DATE": r"(?:(?:{WD}[<comma><open>]?<the>?)?(?:<the>?{DN}<of>?{MON}|{MON}<the>?{DN}|<the><ord><of>{MON}){YR}?"
    r"|<iso>|<slash>)",
    "MONY": r"{MON}(?:<comma>?<of>?<year>|<of>?(?:<last>|<this>)<years>)?",
    "QUAL": r"(?:<the>?<qual>[<dash><of><in>]?<the>?|<the>?<edge><of><the>?)",
    "NUM": r"(?:<card><dash><card>|[<day><card><num>])",
    "UNIT": r"[<days><weeks><months><years><decades><hours><minutes>]",
    "TOD": r"(?:<qual>?<dash>?<tod>)",
    "CLK": r"(?:(?:<clock>|<day>|<card>)<ampm>|<clock><hours>?|(?:<day>|<card>)<x><quote><oclock>)",
    "CONN": r"(?:<to><the>?|<dash>|<and><the>?)",
    "WEEK": r"(?:<comma>?<of>?(?:<last>|<this>)<weeks>)",
    "DAYX": r"(?:{DATE}|<the><days><before><today>|<the><tod><before><last>|<today>"
    r"|{WD}<comma>?<the><nth>|<last><weeks><on>?{WD}|(?:<last>|<next>|<this>[<past><last>]?|<the>?<previous>|<the><next>|<that>)?{WD}{WEEK}?"
    r"|<on><the><nth>(?:<of>(?:<this>|<last>)<months>)?|<the><nth>)",
    "PRE": r"(?:{CLK}[<on><comma>]?|{CLK}<x>{1,2}<on>|<in>?<the>[<qual><small>]<hours><of>|{CLK}?[<in><at><before><after><on>]?<the>?{TOD}[<of><on><from>]?"
    r"|<qual><in>?<the>?{TOD}?[<on><of>]?)",
    "SUF": r"(?:<comma>?<at>{0,2}{CLK}|<comma>?(?:<qual>?<in><the>|<at>|<before>)?{TOD})",
    "ENDX": r"(?:{DATE}|{WD})",
    "PREF": r"[<from><between><in><on><of>]?<the>?",
    "LONG": r"(?:[^<break><mark><comma><dot><since><wd><month><open>]{0,12}?)",
    "GAP": r"(?:[^<break><mark><comma><dot><since><wd><month><open>]{0,12}?[<of><in><on>])",
}

#: Rules by name, the longer reading before the shorter; the first that fits at a word wins.
_RULES: Final[tuple[tuple[str, str], ...]] = (
    (
        "nights",
        r"(?:<overnight>|[<in><on>]?<the>?<tod>(?=[<of><from><between>])<of>?)[<from><between><on>]?<the>?(?P<nights1>{ENDX}|{DN})(?:<into>|{CONN})"
        r"(?P<nights2>{ENDX}|{DN})<tod>?",
    ),
    (
        "nightinto",
        r"(?P<nightinto1>{ENDX})<tod><comma>?(?:<into>|<to>)<the>?(?:<tod><of>)?(?P<nightinto2>{ENDX})<tod>?",
    ),
    ("nightbefore", r"(?:<overnight>|[<in><on>]?<the>?<tod>)(?:<into>|<to>)<the>?(?P<nightbefore1>{ENDX})<tod>?"),
    ("nightof", r"<overnight>[<on><comma>]?(?P<nightof1>{ENDX}|<today>)|(?P<nightof2>{ENDX})<overnight>"),
    ("overnight", r"<overnight>"),
    (
        "since",
        r"<since>(?:{GAP})??<at>?(?:(?P<since_day>{DATE}|(?:<last>)?{WD}{WEEK}?{TOD}?|<today>{TOD}?|<last><tod>)"
        r"|(?P<since_month>{QUAL}?(?:{MONY}|<last><months>))|(?P<since_year>{QUAL}?(?:<year>|<last><years>))"
        r"|(?P<since_edge><the>?<edge><of><the>?<this>?[<months><years><weeks>])"
        r"|(?P<since_hour>{CLK}|<the>?{TOD}|<this><tod>))(?P<since_when><comma><when>)?"
        r"|<since><the>(?P<since_named>{MON}|{MON}?<year>)(?=<x>)|<since>{LONG}(?P<since_last><last>(?:{MON}|{WD}|<weeks>|<months>|<years>))"
        r"|<since>{LONG}(?P<since_ago>(?:{NUM}|<a>){UNIT}<ago>)|<since><a>(?P<since_event>{MON}?<year>)(?=<x>)",
    ),
    (
        "days",
        r"{PREF}(?:{WD}<comma>?<the>?)?(?P<days1>{DN}){CONN}(?:{WD}<comma>?<the>?)?(?P<days2>{DN})<of>?{MON}{YR}?",
    ),
    ("daysafter", r"{PREF}{MON}<the>?(?P<daysafter1>{DN})(?P<daysafterc>{CONN})(?P<daysafter2>{DN}){YR}?"),
    ("dates", r"{PREF}(?P<dates1>{DATE}){CONN}(?P<dates2>{DATE}|<today>)"),
    (
        "months",
        r"{PREF}(?P<months1>{QUAL}?{MONY}|{QUAL}?<year>){CONN}(?P<months2>{QUAL}?{MONY}|<last><months>|<this><months>)",
    ),
    ("years", r"{PREF}(?P<years1>{QUAL}?<year>){CONN}(?P<years2>{QUAL}?<year>|<last><years>|<this><years>|<today>)"),
    (
        "mixed",
        r"{PREF}(?:(?P<mixed1>{QUAL}?{MONY})<to><the>?(?P<mixed2>{DATE})|(?P<mixed3>{DATE})<to><the>?(?P<mixed4>{QUAL}?{MONY}))",
    ),
    ("weekdays", r"{PREF}(?P<weekdays1>{WD}){TOD}?{CONN}<on>?(?P<weekdays2>{WD}){TOD}?"),
    ("weekof", r"[<in><on>]?<the>?<weeks>(?P<weekof_way>[<to><of><x>])(?P<weekof_day>{DATE})"),
    ("until", r"<to>(?:(?P<until1>{DATE})|(?P<until2>{QUAL}?{MON}<comma>?<year>)|(?P<until3><year>))"),
    ("ago", r"(?:{NUM}|<a>|<a>?<few><of>?)?{UNIT}<ago>"),
    (
        "relative",
        r"(?:{NUM}|<a>|<a>?<few><of>?|<the>)?(?:{UNIT}|<tod>)(?:<earlier>|<later>|<before>(?!<today>|<last>)|<after>)"
        r"(?:<that>(?!<x>))?",
    ),
    (
        "part",
        r"<in>?<the>(?:<ord>|<last>)(?:<half>|(?P<part_n>{NUM})(?:<months>|<weeks>|<days>))<of>"
        r"(?:(?P<part_year><the>?<years>|<this><years>|<last><years>|<year>)|(?P<part_month>{MONY}|<this><months>))",
    ),
    (
        "window",
        r"[<in><for>]?(?:<the>(?:<past>|<last>)|<this><past>|<past>|<last>(?={NUM}|<few>))(?P<window_n>{NUM}|<a>?<few><of>?)?"
        r"(?P<window_unit>{UNIT})",
    ),
    ("space", r"<in><the><space><of>(?:{NUM}|<a>)<x>?{UNIT}"),
    ("hijri", r"(?:<the>?<ord><days><of>|<tod><of>|[<in><since><before><after><of><on><by>])<the>?<hijri>"),
    (
        "weekdayof",
        r"[<in><on>]?<the>?(?P<weekdayof_n><ord>|<nth>|<last>)(?P<weekdayof_day><wd>)(?:<of>|<in>)"
        r"(?P<weekdayof_month>{MONY}|(?:<the>|<this>|<last>)<months>)",
    ),
    ("point", r"{PRE}?(?P<point_core>{DAYX}){SUF}?"),
    ("season", r"[<in><of>]?<the>?{QUAL}?(?:<season><of>?(?P<season_year><year>)|(?:<last>|<this>|<next>)<season>)"),
    (
        "this",
        r"(?:(?:{QUAL}|<later>|<earlier>)?<this>|[<in><at><on>]<the>(?=<weekend>))"
        r"(?P<this_unit>[<weeks><months><years><weekend><tod>])(?!<of>{DN})",
    ),
    ("last", r"(?:{QUAL}|<later>|<earlier>)?<last>(?P<last_unit>[<weeks><months><years><weekend><tod>])"),
    (
        "other",
        r"(?:<later>|<earlier>)?[<on><in>]?<the>?(?P<other_word><same>|<that>|<previous>|<next>)<qual>?"
        r"(?P<other_unit>[<days><tod><weeks><months><years><weekend>])",
    ),
    ("inday", r"(?:<later>|<earlier>|<qual>)<in><the>(?P<inday_unit>[<days><weeks><months><years>])"),
    ("recent", r"[<in>]?<the>?<recent>{UNIT}|<vague>"),
    ("induration", r"[<in>](?:{NUM}|<a>|<few>){UNIT}"),
    ("rate", r"<every>(?:{UNIT}|<tod>|{WD}|<weekend>)|<a>[<days><weeks><months><years>]|<daily>"),
    ("month", r"(?P<month_qual>{QUAL})?(?P<month_pre><last>|<next>|<this>)?(?P<month_core>{MONY})"),
    ("year", r"(?P<year_qual>{QUAL})?<all>?<of>?(?P<year_core><year>)"),
)


_DAYS = frozenset(("wd", "wa", "the", "day", "nth", "month", "abbr", "iso", "slash"))
_TIMES = frozenset(("clock", "day", "card", "in", "at", "before", "after", "on", "the", "qual", "tod"))
_PREFIXES = frozenset(("from", "between", "in", "on", "of", "the"))
_QUALIFIED = frozenset(("the", "qual", "edge"))
_COUNTED = frozenset(("card", "day", "num"))
_UNITS = frozenset(("days", "weeks", "months", "years", "decades", "hours", "minutes"))
#: The words that each rule can start with; a law in the tests holds it to the rules.
STARTERS: Final[dict[str, frozenset[str]]] = {
    "nights": frozenset(("overnight", "in", "on", "the", "tod")),
    "nightinto": _DAYS,
    "nightbefore": frozenset(("overnight", "in", "on", "the", "tod")),
    "nightof": _DAYS | {"overnight"},
    "overnight": frozenset(("overnight",)),
    "since": frozenset(("since",)),
    "days": _PREFIXES | {"day", "nth", "wd", "wa"},
    "daysafter": _PREFIXES | {"month", "abbr"},
    "dates": _PREFIXES | _DAYS,
    "months": _PREFIXES | _QUALIFIED | {"month", "abbr", "year"},
    "years": _PREFIXES | _QUALIFIED | {"year"},
    "weekdays": _PREFIXES | {"wd", "wa"},
    "mixed": _PREFIXES | _QUALIFIED | _DAYS,
    "weekof": frozenset(("in", "on", "the", "weeks")),
    "inday": frozenset(("later", "earlier", "qual")),
    "until": frozenset(("to",)),
    "ago": _COUNTED | _UNITS | {"a", "few"},
    "relative": _COUNTED | _UNITS | {"a", "few", "the", "tod"},
    "part": frozenset(("in", "the")),
    "window": frozenset(("in", "for", "the", "this", "past", "last")),
    "space": frozenset(("in",)),
    "hijri": frozenset(("the", "ord", "tod", "in", "since", "before", "after", "of", "on", "by")),
    "weekdayof": frozenset(("in", "on", "the", "ord", "nth", "last")),
    "point": _TIMES | _DAYS | {"today", "last", "next", "this", "previous", "that"},
    "season": _QUALIFIED | {"in", "of", "season", "last", "this", "next"},
    "this": _QUALIFIED | {"later", "earlier", "this", "in", "at", "on"},
    "last": _QUALIFIED | {"later", "earlier", "last"},
    "other": frozenset(("later", "earlier", "on", "in", "the", "same", "that", "previous", "next")),
    "recent": frozenset(("in", "the", "recent", "vague")),
    "induration": frozenset(("in",)),
    "rate": frozenset(("every", "a", "daily")),
    "month": _QUALIFIED | {"last", "next", "this", "month", "abbr"},
    "year": _QUALIFIED | {"all", "of", "year"},
}


def _written(pattern: str) -> str:
    while _MACRO.search(pattern) is not None:
        pattern = _MACRO.sub(lambda match: _BLOCKS[match[1]], pattern)
    return _NAME.sub(lambda match: LETTER[match[1]], pattern)


_PLAIN = "".join(LETTER[part] for part in ("x", "comma", "dot", "dash", "mark", "quote", "break", "people", "colon"))
_SMALL = "".join(LETTER[part] for part in ("the", "a", "in", "of", "on", "at", "and", "by", "for", "from", "to", "all"))
_COUNTS = "".join(LETTER[part] for part in ("day", "card", "num", "nth", "few"))
_NOT_TIME = f"{LETTER['people']}|{LETTER['x']}(?!{LETTER['quote']}{LETTER['oclock']})"
_WRITTEN = {name: f"(?P<{name}>{_written(rule)})" for name, rule in _RULES}
#: Where a rule may start: not at a plain word, nor at small words or a number before one.
START: Final = re.compile(f"(?![{_SMALL}]{{0,4}}(?:[{_PLAIN}]|$))(?![{_COUNTS}](?:{_NOT_TIME}|$))")
#: Each rule alone, in order.
EACH: Final = {name: late(rule) for name, rule in _WRITTEN.items()}
#: First letter -> the rules that can start with it, as one pattern; the last group's name is the rule's.
BY_LETTER: Final[dict[str, re.Pattern[str]]] = {
    LETTER[part]: late("|".join(rule for name, rule in _WRITTEN.items() if part in STARTERS[name]))
    for part in LETTER
    if any(part in STARTERS[name] for name in _WRITTEN)
}


def _any(*parts: str) -> str:
    return f"[{''.join(LETTER[part] for part in parts)}]"


_X, _ON = LETTER["x"], LETTER["on"]
_DATE_STARTS = ("wd", "wa", "the", "day", "nth", "month", "abbr", "iso", "slash")
#: Where no rule goes on: marks that none holds, a plain word after a mark, plain words that none holds together.
_CUT = re.compile(
    f"{_any('break', 'mark', 'people', 'colon', 'close')}|{_any('comma', 'dot', 'dash', 'quote')}{_X}|{_X}{_X}(?!{_ON})"
    f"|{_X}(?!{_any('x', 'on', 'quote', *_DATE_STARTS, *_UNITS)})"
)
#: What "since" may leap over before its date.
_LEAP = re.compile(f"[^{_any('break', 'mark', 'comma', 'dot', 'since', 'wd', 'month', 'open')[1:-1]}]{{0,13}}")
_SINCE = LETTER["since"]
#: Words before the first and after the last of a rule that its meaning may hang on.
BEFORE: Final = 2
_AFTER: Final = 3
#: More words than any rule can match.
_LONGEST: Final = 80


def reach(letters: str, start: int) -> int:
    """Return one past the last word that a rule starting at a word can match or look at."""
    place = start
    if letters[start] == _SINCE and (leap := _LEAP.match(letters, start + 1)) is not None:
        place = leap.end()
    cut = _CUT.search(letters, place, start + _LONGEST)
    return start + _LONGEST if cut is None else cut.start() + 1 + _AFTER


@lru_cache(maxsize=8_192)
def fitting(letters: str, start: int) -> re.Match[str] | None:
    """Return the first rule that fits the letters at a word, None where none does; passages repeat such letters."""
    pattern = BY_LETTER.get(letters[start])
    return None if pattern is None else pattern.match(letters, start)
