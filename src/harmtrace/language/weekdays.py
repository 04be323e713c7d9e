"""Words of time -> the day of the week that they name, in English or Arabic."""

import re
from typing import Final

_ENGLISH: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ARABIC: Final = ("ثنين", "ثلاث", "ربعا", "خميس", "جمع", "سبت", "حد")
_NAMED: Final = re.compile(
    r"\b(?P<en>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b"
    r"|(?<![ء-ي])[وبف]?ال[اأإ]?(?P<ar>ثنين|ثلاثا[ءئ]?|ربعا[ءئ]?|خميس|جمع[ةه]|سبت|حد)(?![ء-ي])",
    re.IGNORECASE,
)


def weekday_named(words: str) -> int | None:
    """Return the day of the week that words name (Monday 0), None where they name none.

    >>> weekday_named("Friday, Apr. 22"), weekday_named("اليوم الأربعاء"), weekday_named("22 April")
    (4, 2, None)
    """
    found = _NAMED.search(words)
    if found is None:
        return None
    if found["en"] is not None:
        return _ENGLISH.index(found["en"].lower())
    return next(number for number, stem in enumerate(_ARABIC) if found["ar"].startswith(stem))
