"""Ukrainian place phrases: names after у, в, на, біля; inflected names brought back where the ending tells."""

import re
from collections.abc import Sequence
from typing import Final

from harmtrace.language.places import PlaceMention

_GENERIC: Final = r"міст(?:і|о|а)|сел(?:і|о|а|ищі|ище|ища)|район(?:і|у)|громад(?:і|и)|смт|передміст(?:і|я)|центр(?:і|у)"
_NAME: Final = r"[А-ЯҐЄІЇ][\w'’ʼ-]+(?: [А-ЯҐЄІЇ][\w'’ʼ-]+)?"
_PHRASE: Final = re.compile(rf"(?<![\w'])(?:[УуВв]|[Нн]а|[Бб]іля|[Пп]облизу|[Пп]ід|[Пп]о)\s+(?:(?:{_GENERIC})\s+)?(?P<name>{_NAME})(?P<oblast>\s+(?:області|районі|району|громаді))?")
_NOT: Final = re.compile(r"(?:Генштаб|ОВА|ДСНС|ЗСУ|ООН|МВС|СБУ|Телеграм|Telegram|Facebook|Міністерств|Національн|Повітрян|Збройн|Офіс|Держав|Україн[іу]|Росі[їюя])")


def places(text: str, start: int, end: int, known: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return the places named in a sentence, in order; a known name wins over a phrase that holds it."""
    found: list[PlaceMention] = []
    for match in _PHRASE.finditer(text, start, end):
        if _NOT.match(match["name"]) is None:
            stop = match.end("oblast") if match["oblast"] else match.end("name")
            name = match["name"] + (match["oblast"] or "")
            found.append(PlaceMention(start=match.start("name"), end=stop, name=name if match["oblast"] else nominative(name)))
    for mention in known:
        if not any(mention.start < one.end and one.start < mention.end for one in found):
            found.append(mention)
    return sorted(found, key=lambda one: one.start)


_ENDINGS: Final = (("ькові", "ськ"), ("ові", "ів"), ("єві", "їв"), ("ську", "ськ"), ("цьку", "цьк"), ("му", "м"), ("ні", "на"), ("прі", "про"), ("сі", "са"), ("лі", "ль"), ("пі", "пи"))


def nominative(name: str) -> str:
    """Return a name in the case in which maps have it, where the ending tells; else the name as it is.

    >>> nominative("Харкові"), nominative("Краматорську"), nominative("Ізюм")
    ('Харків', 'Краматорськ', 'Ізюм')
    """
    return next((name[: -len(ending)] + base for ending, base in _ENDINGS if name.endswith(ending) and len(name) > len(ending) + 2), name)
