"""English words of time that may date a count beside the day that the date grammar gives them, or that it gives none."""

import re
from typing import Final

from harmtrace.language.english.dates import ORDINALS, UNITS, WEEKDAY_ABBREVIATIONS
from harmtrace.language.gated import Gated
from harmtrace.language.grammar import Moments
from harmtrace.language.late import late

_TENS: Final = {"twenty": 20, "thirty": 30}
_VALUES: Final[dict[str, int]] = (
    {word: n for n, word in enumerate(UNITS, 1)}
    | {word: n for n, word in enumerate(ORDINALS, 1)}
    | {f"{tens}-{word}": base + n for tens, base in _TENS.items() for words in (UNITS[:9], ORDINALS[:9]) for n, word in enumerate(words, 1)}
    | {"thirty": 30, "thirtieth": 30, "forty-eight": 48, "seventy-two": 72, "ninety": 90, "a": 1, "an": 1}
)
_WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?:['’]s)?"
_COUNT: Final = r"\d{1,3}|(?:twenty|forty|seventy)-\w{3,5}|" + "|".join(reversed(UNITS))
_NTH: Final = r"[0-9]{1,2}(?:st|nd|rd|th)|(?:twenty|thirty)-(?:" + "|".join(ORDINALS[:9]) + ")|thirtieth|" + "|".join(reversed(ORDINALS))
_GOES_ON: Final = r"(?=[.,;:)]|$|\s(?:a|an|the|at|in|near|with|it|he|she|they|we|i|you|when|as|his|her|their|our|my|another|one|two|three|four|five|six|seven|eight|nine|ten|no|nobody|there|that|this|and|are|is|were|was|had|has|said|by|from|to|[a-z]{3,20}(?:ed|ists|men|ers))\b)"
_LABEL: Final = r"(?-i:Mon|MON|Tues?|TUES?|Weds?|WEDS?|Thu(?:rs?)?|THU(?:RS?)?|Fri|FRI|Sat|SAT|Sun|SUN)"
#: What stands wherever words of :attr:`Moments.more` do, and short names of days as they stand there.
_GATES: Final = (
    *("quarter", "half", "q1", "q2", "q3", "q4", "same ", "period", "fortnight", "month", "week", "season", "hours", " days"),
    *("this year", "new year", "the year", "year to date", "since then", "ever since", "since.", "since,", "since;", "since)", "since been", "since that"),
    *("night", " morn", "morning", " even", "evening", "noon", "to date", "until now", "till now", "up to now", "to the present"),
    *(f"{before} the {digit}" for before in ("on", "until", "since") for digit in range(10)),
    *dict.fromkeys(f"on the {nth[:4]}" for nth in (*ORDINALS, "thirtieth")),
    *dict.fromkeys(f"{day}{behind}" for day in WEEKDAY_ABBREVIATIONS for behind in (".", ":", ",", " –", " -", " am", " pm")),
)
_SAME: Final = r"(?:weeks?|months?|period|quarter|days?|span|stretch|half|season|time)"

MOMENTS: Final = Moments(
    values=_VALUES,
    weekdays={day: number for day, number in WEEKDAY_ABBREVIATIONS.items() if len(day) == 3},
    weekday=late(rf"\b({_WEEKDAY})\b", re.IGNORECASE),
    month=late(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE),
    joins=late(r"\b(?:until|till|to|through|into)\b[^.;\n]{0,20}$", re.IGNORECASE),
    one_blow=late(r"\b(?:the|an?|that|this|['’]s) (?:[\w’'-]+ ){0,2}?(?:strike|air ?strike|raid|attack|blast|bombing|bomb|explosion|shelling|shell|rocket|missile|massacre|ambush|collapse|crash|killing|incident|accident|earthquake|fire|sinking|stampede|landslide|assault|barrage)\b", re.IGNORECASE),
    once=late(r"\b(?:a|one) single\b|\bsome ?time (?:between|in|during)\b|\b(?:an|one|a)(?: [\w’'-]+){0,2} (?:strike|air ?strike|raid|attack|blast|bombing|bomb|explosion|shell|rocket|missile|grenade|mortar|drone|massacre|ambush|collapse|crash|mine|land ?mine|earthquake|stampede|landslide|assault|barrage|sniper|gunman)\b", re.IGNORECASE),
    more=Gated(
        rf"(?P<quarter>\b(?:(?P<quarter_n>first|second|third|fourth|last|1st|2nd|3rd|4th)[ -](?P<quarter_unit>quarter|half)\b|(?-i:Q)(?P<quarter_q>[1-4])\b)(?:,? (?:of )?(?P<quarter_year>(?:19|20)\d\d)\b| (?:of )?(?:the|this) year\b|(?<=(?:in|of) the second quarter)(?! of\b)|(?<=(?:in|of) the fourth quarter)(?! of\b)|(?<=(?:in|of) the first quarter)(?! of\b)|(?<=(?:in|of) the third quarter)(?! of\b)))"
        rf"|(?P<again>\bsame (?:\w{{3,6}} )?{_SAME}\b(?: (?:of|in) (?P<again_year>(?:19|20)\d\d)\b| (?P<again_last>(?:of )?last year|(?:a|one) year (?:ago|earlier|before)|(?:of )?the (?:previous year|year before)))?)"
        rf"|(?P<within>\b(?:in|during|over|for) (?:the|this|that) (?:reporting )?(?:period|quarter|fortnight|month|week|half-year|half year|season)\b(?! (?:before|after|of|to|ending|ended|beginning|from)))"
        rf"|(?P<before>\b(?:a|one) year (?:ago|earlier|before),? (?:in )?the same {_SAME}\b)"
        rf"|(?P<hours>\b(?:previous|preceding|past|last) (?P<hours_n>{_COUNT}) (?P<hours_unit>hours|days|weeks)\b(?! (?:of|on|at|in) ))"
        rf"|(?P<since>\bsince then\b|\bever since\b|\bsince(?=[.,;)]| been| (?:then|that)\b))"
        rf"|(?P<year>\b(?:so far this year|since New Year(?:['’]s Day)?|since the (?:start|beginning|turn|first day) of (?:the|this) year|year to date)\b)"
        rf"|(?P<date>\b(?:to date|until now|till now|up to now|to the present)\b)"
        rf"|(?P<month>\bsince the (?:first|start|beginning|1st) of (?:the|this) month\b)"
        rf"|(?P<nth>(?:(?-i:\bOn)(?= the [\w-]+,)|\b(?:evening|night|morning)(?: of)?) the (?P<nth_n>{_NTH})\b{_GOES_ON}|\b(?:on|until|since) the (?P<nth_d>[0-9]{{1,2}}(?:st|nd|rd|th))\b{_GOES_ON})"
        rf"|(?P<on>\b(?P<on_n>{_COUNT}) (?P<on_unit>days|nights|weeks) on(?=[,.;:)]|$))"
        rf"|(?P<eve>\ba night (?:earlier|before)\b|\bthe night before\b)"
        rf"|(?P<night>\b(?:during|in|through|throughout|all|over) the night\b(?! (?:of|to|from|\d))|\bat night\b|\bthat night\b|\btonight\b)"
        rf"|(?P<week>(?:(?:^|\n|[,(:–-] ?)|\b(?:calendar|reporting|epidemiological) )week (?P<week_n>\d{{1,2}})(?=[.:)\n]|$))"
        rf"|(?P<label>(?:^|\n|(?<=\n))[ \t•*–-]{{0,4}}(?P<label_day>{_LABEL})\b(?=\.|:| –| -| (?:morn|even|night|afternoon|noon))|(?:\b(?:on |this |last )(?P<label_after>{_LABEL})\b\.?(?= (?:morn|even|night|afternoon|noon|am\b|pm\b)|[,.])|\b(?P<label_then>{_LABEL}|mon|tues?|weds?|thurs?|fri)\b\.?(?= (?:morning|evening|night|afternoon|noon|am|pm)\b)))",
        *_GATES,
    ),
)
