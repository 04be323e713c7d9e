"""Words of time and the day they are read from; EDTF out, nothing invented."""

from harmtrace.language.dates.almanac import shift, shift_months
from harmtrace.language.dates.datelines import reference
from harmtrace.language.dates.finding import find
from harmtrace.language.dates.records import Anchor, DateKind, DateMention, Reference
from harmtrace.language.dates.stamps import stamped, worded

__all__ = [
    "Anchor",
    "DateKind",
    "DateMention",
    "Reference",
    "find",
    "reference",
    "shift",
    "shift_months",
    "stamped",
    "worded",
]
