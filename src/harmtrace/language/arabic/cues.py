"""Arabic turns of phrase that the claims stage looks for between and round mentions."""

import re
from typing import Final

from harmtrace.language.grammar import Cues

_MARKS: Final = "[\u0640\u064b-\u0652\u0670\u0621]*"
_SPELT: Final = {"ا": "[اأإآٱ]", "ي": "[يىئی]", "ه": "[هة]", "و": "[وؤ]", "ك": "[كک]"}


def loose(pattern: str) -> re.Pattern[str]:
    """Return a pattern in folded letters that finds them however they are spelt.

    >>> loose("غاره|اسرايل").search("غـارةٌ") is not None
    True
    """
    pieces = re.split(r"(\[[^\]]*\])", pattern)
    return re.compile("".join(piece if piece.startswith("[") else _spelt(piece) for piece in pieces))


def _spelt(letters: str) -> str:
    return "".join(_SPELT.get(char, char) + _MARKS if "\u0620" < char < "\u064b" else char for char in letters)


_NEVER: Final = re.compile(r"(?!)")
_B: Final = r"(?<!\w)[وفبلك]?[بلك]?"
_STRIKES: Final = "غار(?:ه|ات|تان|تين)|ضرب(?:ه|ات)|هجوم|قصف|انفجار|تفجير|مجزره|استهداف|صاروخ|قذيفه|قذايف|كمين|اشتباك|حادث|لغم|عبوه|برميل|سقوط|رصاص|قنص"

CUES = Cues(
    pronouns=frozenset("هو هي هم انه انها انهم".split()),
    single_event=loose(rf"{_B}(?:ال)?(?:{_STRIKES})"),
    of_wounds=loose(r"متاثر\w{0,20} بجراح|متاثر\w{0,20} باصاب|متاثر\w{0,20} بجروح"),
    superlative=loose(r"الاعنف|الاكثر دمويه|الاسوا|الاكبر|الاعلي|الاول من نوع|اعنف|اكبر|اسوا"),
    here=loose(r"هناك|(?:في|عموم) (?:المدينه|المحافظه|المديريه|القضا|الناحيه|المنطقه|البلده|القطاع|البلاد|المخيم|الحي)"),
    dateline=loose(r"\s{0,20}([^\W\d_]{1,40}(?:\s[^\W\d_]{1,40}){0,2}?)(?:\s{0,20}[،,]\s{0,20}\d{1,2}\s[^\W\d_]{1,40}(?:\s[^\W\d_]{1,40})?(?:\s\d{4})?)?\s{0,20}(?:\([^)\n]{2,30}\)|/[^/\n]{2,30}/)?\s{0,20}(?:[—–]|-{1,2}\s)"),
    reporting=loose(r"نشره|تقرير|حصيله|احصاي|بيان شهري|اسبوعي|شهري"),
    whether=loose(r"ما اذا كان|عما اذا|صحه (?:الانبا|التقارير|المعلومات)"),
    unnamed_speaker=loose(r"^(?:ال)?(?:متحدث|ناطق|بيان|مسوول|قايد|ضابط|مصدر)"),
    sides=loose(r"تحالف|جيش|نظام|روسي|اسراييل|احتلال|قوات|حكوم|وزاره|قسد|تركي|ميليشيا|مليشيا|داعش|تنظيم|حوثي|قياده|قوه المهام|عسكري"),
    spokesman=loose(r"متحدث|ناطق|بيان"),
    dated=re.compile(r"[0-9٠-٩۰-۹]{1,2}\s*[/.-]\s*[0-9٠-٩۰-۹]{1,2}|(?:19|20)\d\d|[٢۲][٠۰][٠-٩۰-۹]{2}"),
    urgent=loose(r"عاجل|قبل قليل|الان|قبل لحظات|لحظات"),
    since_event=loose(r"منذ (?:وقوع |بدايه )?(?:ال)?(?:غاره|هجوم|قصف|انفجار|مجزره|ضربه)"),
    since_daytime=loose(r"منذ (?:فجر|صباح|مسا|ظهر|الفجر|الصباح|ساعات)"),
    toll_of_time=loose(r"منذ|هذا (?:الشهر|العام|الاسبوع)|حتي الان"),
    ordinal=loose(r"\s{0,20}[وف]?(?:ال)?(?:ثاني|ثانيه|ثالث|ثالثه|اخري)"),
    several=loose(r"غارتان|غارتين|ضربتان|ضربتين|هجومان|هجومين|انفجاران|انفجارين|عده غارات|ثلاث غارات"),
    series=loose(r"(?:سلسله|موجه) (?:من )?(?:ال)?(?:هجمات|تفجيرات|غارات|ضربات|انفجارات|حوادث)|(?:هجمات|تفجيرات|غارات|انفجارات) (?:متفرقه|متزامنه|متتاليه|منفصله)"),
    opens_pronoun=loose(r"[\"“«]?[وف]?(?:هو|هي|هم|اضاف|اضافت|تابع|اوضح|يضيف|تضيف|اشار|لفت|يقول|تقول|اكد|قال|قالت)(?!\w)"),
    no_subject=loose(r"(?:^|\s)(?:في|من|علي|الي|عن|ان|التي|الذي|و)$"),
    any_event=loose(rf"{_B}(?:ال)?(?:{_STRIKES}|استهدف|طيران|قذف|نيران|قناص|انهيار|حريق)"),
    cut=loose(r"[.;؛:]|[وف](?:اصيب|جرح|قتل|اصابه|مقتل|استشهاد|استشهد|جرحت|اصيبت|قتلت)"),
    striking=_NEVER,
    states=frozenset("روسيا إسرائيل تركيا الولايات المتحدة واشنطن موسكو إيران السعودية فرنسا بريطانيا".split()),
    officials=loose(r"متحدث|ناطق|تحالف|جيش|قوات|قياد|قايد|وزير|وزاره|مسوول|محافظ|والي|رييس|عسكري|عقيد|لوا|عميد|نقيب|قوه المهام|حكوم|تنظيم|بيان|نظام|احتلال|ميليشيا|قسد|حركه|جماعه"),
    noun_before=_NEVER,
    participle=_NEVER,
    one_of=loose(r"(?:احد|احدي|اخر|اخري)(?!\w)"),
    plural_pronouns=frozenset(("هم",)),
    thing_pronouns=frozenset(("هي",)),
    bodies=_NEVER,  # a verb has no "it": who spoke last goes on, person or body
    persons=loose(r"متحدث|ناطق|مسوول|ضابط|مدير(?!ي)|رييس|وزير|طبيب|مصدر|مصادر|شاهد|شهود|موظف|عضو|عقيد|لوا|عميد|نقيب|رايد|قايد|محافظ|والي|مهندس|معلم|رجل|امراه|احد|سكان|اهالي"),
    same=_NEVER,
    early=loose(r"حصيله اوليه|انبا اوليه|في البدايه|معلومات اوليه|تقارير اوليه"),
    owned_before=_NEVER,
    owned_after=loose(r"\s{0,20}(?:من )?(?:ابنا|اطفال|اولاد|بنات|اخوت|احفاد)(?:ه|ها|هم|هن)(?!\w)"),
    later=loose(r"لاحقا|وقت لاحق|بعد ذلك|فيما بعد"),
    introduces=loose(r":\s*$"),
    onlookers=loose(r"سكان|اهالي|شهود|ناشط"),
    clauses=("، بينما ", "، فيما ", "، في حين ", "؛ "),
    place_openers=("في", "وفي", "قرب", "وقرب", "ففي"),
    place_leads=frozenset(("في", "وفي", "أما في", "ففي", "كما في", "وفي بلدة", "وفي مدينة", "في بلدة", "في مدينة", "وفي قرية", "في قرية", "وفي حي", "وفي محافظة", "في محافظة", "•", "-", "- في")),
    carriers=frozenset(("الوكالة", "القناة", "الصحيفة", "الشبكة", "الموقع", "الإذاعة", "المنصة")),
    possessives=(),
    agents=(),
    shares_places=True,
    daytime_tells=True,
    one_day=True,
    wounds_reach=60,
    list_of_day=loose(r"(?<!\w)(?:ليوم|لليوم|عن يوم|خلال يوم|في يوم|ليله|لليله|لنهار)(?!\w)"),
)  # fmt: skip
