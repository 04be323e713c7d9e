"""What an Arabic sentence tells of the event: another one, one of long ago, one told of before; what was hit."""

import re
from typing import Final

from harmtrace.language.arabic.tokens import Tokens

TARGETS: Final = {
    word: name
    for name, words in {
        "house": "منزل منازل بيت بيوت مبني مباني بنايه عماره شقه منزلهم منزلا", "mosque": "مسجد جامع", "market": "سوق محال محلات متجر", "school": "مدرسه مدارس جامعه",
        "hospital": "مستشفي مشفي مستوصف", "vehicle": "سياره سيارات حافله باص شاحنه قافله سيارتهم دراجه", "boat": "قارب زورق قوارب مركب", "camp": "مخيم", "bakery": "فرن مخبز", "church": "كنيسه", "checkpoint": "حاجز", "farm": "مزرعه بستان حقل", "wedding": "عرس عزا جنازه",
    }.items()
    for word in words.split()
}  # fmt: skip
_SEPARATE: Final = re.compile(r"(?:غاره|هجوم|حادثه|حادث|انفجار|قصف|ضربه|استهداف) (?:اخر|اخري|ثانيه|ثان|منفصل|منفصله|مماثل|مماثله)|سياق (?:اخر|متصل|منفصل)|من جهه اخري|في حادثه? (?:اخري|منفصله)|حادثه اخري")
BACKGROUND: Final = re.compile(r"منذ (?:غاره|مجزره|هجوم|قصف)|الاعنف منذ|الاكثر دمويه|ذكري|العام الماضي|قبل (?:عام|عامين|سنه|سنوات|اعوام|اشهر|شهور)")
RETURNS: Final = re.compile(r"(?:الغاره|الهجوم|القصف|الضربه|المجزره) (?:الاخيره|الاخير)")


def another(t: Tokens, line: str) -> int | None:
    """Return where the words for another event stand in a folded sentence, None where there are none."""
    match = _SEPARATE.search(line)
    return None if match is None else t.letters.starts[t.starts[0] + match.start()]
