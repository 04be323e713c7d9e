"""Who speaks in an Arabic sentence: the name behind or before a verb of saying, and what sort of voice it is."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from harmtrace.language.arabic.letters import fold
from harmtrace.language.arabic.nouns import ORDINARY
from harmtrace.language.arabic.placewords import HIT
from harmtrace.language.arabic.tokens import DATE, Tokens
from harmtrace.language.arabic.words import (
    BREAK,
    DEATH,
    EVENT,
    FALL,
    INJURY,
    LOSS,
    MOVES,
    NUMBER,
    PERSON,
    RECOVERY,
    SAY,
    STATE,
    THAT,
    TOLL,
    VAGUE,
)
from harmtrace.language.late import late
from harmtrace.records.claim import VoiceKind

_STOPS: Final = frozenset((".", '"', ":", THAT, SAY, VAGUE, TOLL, DATE, BREAK))
#: Kinds of words at which a subject before its verb ends.
_BEFORE_SUBJECT: Final = frozenset((".", ",", ":", '"', "-", THAT, SAY, DATE, BREAK, DEATH, INJURY, NUMBER, "(", ")", "#"))
NOUNS_OF_HARM: Final = frozenset((DEATH, INJURY, LOSS, RECOVERY, FALL))
_PLATFORMS: Final = frozenset("تويتر فيسبوك فيس تلغرام تليغرام تلجرام انستغرام يوتيوب واتساب اكس منصه منصات مواقع".split())
_IN_WHAT: Final = frozenset("حينه حينها وقته وقتها بيان تصريح تصريحات حديث تقرير تقريره تقريرها موتمر اتصال ايجاز منشور تغريده وقت بيانه بيانها مقابله رساله حوار كلمه حصيله نشره احدث اخر وقت".split())
#: What a body puts out; who did stands behind it.
PUBLISHED: Final = frozenset("حصيله بيان تقرير احصاييه احصايه احصا ارقام تقديرات معطيات بيانات حصيلتها معلومات توثيق منشور تصريح تصريحات".split())
_CONDEMNS: Final = frozenset("ينفي تنفي نفوا ادان ادانت يدين تدين استنكر استنكرت تستنكر يستنكر نعت نعي تنعي ينعي شجب شجبت نفي نفت ينفي تنفي انكر انكرت".split())
_MOURNERS: Final = frozenset("نعي نعت تنعي ينعي".split())
_DENIED: Final = frozenset("مسووليته مسووليتها مسووليتهم علاقته علاقتها تورطه تورطها ضلوعه ضلوعها صلته صلتها وقوفه وقوفها اي".split())
_NAMED: Final = frozenset("يدعي تدعي اسمه اسمها يدعى ويدعي".split())
#: After these the name goes on: "Abu Ali", "Muhammad bin Salem".
_NAME_GOES_ON: Final = frozenset("ابو ابا ابي ام ابن بن عبد".split())


def _ali(t: Tokens, k: int) -> bool:
    """Tell the name Ali from "on", folded alike: written with its dots, before another name."""
    a, b = t.letters.original(t.starts[k], t.ends[k])
    return t.letters.source[b - 1 : b] == "ي" and t.raw[k] == "علي" and t.kind(k + 1) == "x" and not t.definite[k + 1] and not t.prepositions[k + 1] and a < b


_TITLE_LETTERS: Final = frozenset("د م ا".split())
_CREWS: Final = frozenset("رجال فرق فريق فرقه طواقم طاقم عمال منظمه وحده وحدات لجنه هييه مركز".split())
_MARKS: Final = frozenset((".", '"', ":", "(", ")"))
_HEALTH_OF: Final = frozenset("وزاره وزير وزيره مديريه مدير دايره مكتب قطاع هييه".split())
_WHO_IS: Final = frozenset("هو هي وهو وهي الذي التي ردا عضو احد احدي نايب والد والده شقيق زوج زوجه ابن جار صاحب مالك رب".split())
CLAUSES: Final = frozenset("لكن بينما فيما حيث كما اذ غير وقت حين ثم بل".split())
ADVERBS: Final = frozenset("سابقا لاحقا مسا صباحا رسميا اخيرا موخرا حينها وقتها بدايه".split())
SPEAKERS: Final = late(
    r"مصدر|مصادر|متحدث|وسايل اعلام|(?<!م)ناطق|وزاره|وزير|مرصد|مركز|شبكه|منظمه|جيش|قياد|قايد|شرطه|دفاع|عضو|نايب|امين عام|عقيد|عميد|لوا ال|نقيب|رايد|موظف|مختار|معلم|اسعاف|خوذ|صحه|اهالي|سكان|ناشط|شاهد|شهود|طبيب|مسعف|مدير|مكتب|مستشفي|مشفي|تحالف|حكوم|مسوول|محافظ|والي|رييس|هيي|لجنه|اتحاد|نقابه|غرفه|قوات|الامم|وكاله|قناه|صحيفه|اطفا|بلديه|عمده|مراسل|نازح|جيران|اقارب|عايله|عمليات|اعلامي|هلال|صليب|قوه|ميليشيا|تنظيم|ناس$|ناس |ناجي|ناجون|ناجين|ناجيه|داخليه|خارجيه|رياسه|كتايب|سرايا|لوا |فيلق|جبهه|نيابه|جمعيه|بعثه|مفوضيه|يونيسف|اوتشا|افريكوم|سنتكوم|قسد|بنتاغون|كرملين|دعم سريع|الدعم السريع|حماس|حركه|حزب|الاعلام|^اعلام|موقع|رجال|جهات|جهه|عناصر|ضابط|شرطي|محقق|مسعفون|متطوع|منسق|مواطن|مجلس|(?<![^ ])(?:ال)?خليه|ديوان|امانه|ايتلاف|تيار|عشاير|قبيله|محكمه|قاضي|محام|باحث|خبير|ارمله|وجها|مشايخ|شيوخ|وجيه|رابطه|تجمع|صندوق|برنامج|مبادره|راصد|موثق|راديو|صحافي|صحفي|فصيل|مخابرات|استخبارات|مستوصف|جامعه|كليه|حراك|مصنع|شيخ عشير|فريق|طاقم|كوادر|اداره|مديريه|تنسيقيه|موسسه|مبعوث|سفير|نواب|راعي|كاهن|امام"
)

_VOICES: Final = (
    (VoiceKind.HEARSAY, r"^(?:انبا|تقارير|معلومات|شايعات|صفحات|مواقع|رواد|تداول|روايات)"),
    (VoiceKind.PEOPLE, r"^(?:مصدر|مصادر|شاهد|شهود|طبيب|مسعف|مسوول|ناشط|اهالي|الاهالي|سكان|السكان|ضابط|احد|احدي|ناج|ناجون|ناجين|جيران|اقارب|ذوي|مهندس|موظف)"),
    (VoiceKind.CIVIL_DEFENCE, r"دفاع المدني|خوذ البيضا|الخوذ|اسعاف|اطفا|فرق الانقاذ|فرق الاغاثه|رجال الانقاذ"),
    (VoiceKind.HEALTH, r"صحه|الصحه|مستشفي|مشفي|طواري|صحيه|طب العدلي|مستوصف|هلال الاحمر|الصليب الاحمر"),
    (VoiceKind.MEDIA, r"وكاله|رويترز|فرانس برس|اسوشيتد|قناه|صحيفه|مراسل|اذاعه|تلفزيون|الجزيره|العربيه|بي بي سي|سبوتنيك|سانا|موقع|الاناضول"),
    (VoiceKind.MONITOR, r"مرصد|مراصد|توثيق|حقوق|منظمه|هيومن|العفو|الامم المتحده|اليونيسف|لجنه|شبكه|مركز(?!يه)|ايروورز|تنسيقيه"),
    (VoiceKind.MILITARY, r"جيش|تحالف|القياده|قياده|قوات|الدفاع|بنتاغون|عمليات|تنظيم|قسد|حوثي|ميليشيا|مليشيا|كتايب|سلاح|القسام|حشد|طيران|عسكري|افريكوم|سنتكوم|بنتاغون|فريق تقييم|حزب الله|قوه المهام|القوه$|القوه|الحركه|داعش|فصيل"),
    (VoiceKind.GOVERNMENT, r"حكوم|محافظ|والي|الوالي|بلديه|رييس|وزار|وزير|اعلامي الحكومي|شرطه|داخليه|سفار|خارجيه|الكرملين|دوله|روسيا|تركيا|اسراييل|امريكا|واشنطن|موسكو|عمده"),
)  # fmt: skip
_VOICE_OF: Final = tuple((kind, late(pattern)) for kind, pattern in _VOICES)


@lru_cache(maxsize=20_000)
def voice(name: str) -> VoiceKind:
    """Return what sort of voice a speaker is, from the words that name it.

    >>> voice("الدفاع المدني").value, voice("مصدر طبي").value
    ('civil_defence', 'people')
    """
    folded = " ".join(fold(name).split())
    for kind, pattern in _VOICE_OF:
        if pattern.search(folded) is not None:
            return kind
    return VoiceKind.PEOPLE


@dataclass(slots=True)
class Speaker:
    """The tokens of a speaker, and what follows."""

    start: int
    end: int
    after: int
    carrier: tuple[int, int] | None = None


def _two_names(t: Tokens, i: int) -> bool:
    """Tell a person's name of two words from a thing: neither word is known, and the first has no article."""
    return (
        i + 1 < t.size
        and t.kinds[i] == t.kinds[i + 1] == "x"
        and not t.definite[i]
        and not (t.prepositions[i] or t.prepositions[i + 1] or t.conjunctions[i + 1])
        and t.stems[i] not in ORDINARY
        and t.stems[i + 1] not in ORDINARY
        and len(t.stems[i]) > 2
        and t.stems[i].isalpha()
        and t.stems[i + 1].isalpha()
    )


def _named_person(t: Tokens, i: int, *, alone: bool) -> tuple[int, int] | None:
    """Return the person who is named at a token: by two words, as somebody's father or mother, or ``alone`` by one."""
    if _two_names(t, i):
        return i, i + 2
    if t.stem(i) in ("ابو", "ام", "ابا") and t.kind(i + 1) not in (".", ","):
        return i, i + 2
    if alone and t.kind(i) == "x" and not (t.definite[i] or t.prepositions[i] or t.conjunctions[i]) and len(t.stems[i]) > 2 and t.stems[i].isalpha() and t.stems[i] not in ORDINARY:
        if t.kind(i + 1) in ("p", ",", DATE) or (i + 1 < t.size and (t.conjunctions[i + 1] or t.prepositions[i + 1])):
            return i, i + 1
        if t.kind(i + 1) == "x" and t.kind(i + 2) in ("p", ",", DATE):
            return i, i + 2  # a name whose second word is an ordinary one
    return None


#: What people do whom a report from the ground opens with.
_SEEN: Final = frozenset(stem for end in "جلس قف حكي روي تذكر عيش ستعيد قيم سكن فتح مسك حمل نظر قلب حدق حتضن تكي عد رتب نام فرد ستقبل شير مسح قص سرد جمع بكي تنقل بحث نتظر عمل تفقد".split() for stem in ("ي" + end, "ت" + end))
_LEAD: Final = 10  # words from the head of a sentence to such a verb: "in front of her tent in the camp Umm X sits"


def subject(t: Tokens) -> tuple[int, int] | None:
    """Return the person that a sentence opens with behind its verb: "Abu Yasser sits on the rubble"."""
    if t.size > 3 and t.stems[0] in ("لا", "ما", "لم") and len(t.stems[1]) > 3 and t.stems[1][:1] in "يت" and (named := _named_person(t, 2, alone=t.stems[1] in _SEEN)) is not None:
        return named  # "Suad Mari does not sleep"
    if t.size > 4 and t.kinds[0] == "p":
        verb = next((k for k in range(2, min(t.size - 1, _LEAD)) if t.stems[k] in _SEEN or t.kinds[k] in (".", SAY, '"')), t.size)
        return _named_person(t, verb + 1, alone=True) if verb < t.size and t.stems[verb] in _SEEN else None
    if t.size > 2 and t.stems[0] in _SEEN and (named := _named_person(t, 1, alone=True)) is not None:
        return named
    if t.size < 3 or t.kinds[0] != "x" or t.stems[0][:1] not in "يت" or len(t.stems[0]) < 4:
        return None
    if _two_names(t, 1):
        return 1, 3
    if t.stems[1] in ("ابو", "ام", "ابا"):
        return 1, 3
    if t.kinds[1] == "P" and t.kind(2) in ("x", ","):
        end = 2
        while end < t.size and end < 4 and t.kinds[end] == "x":
            end += 1
        return 1, end
    return None


#: What somebody said, who is no speaker, and who bears it out.
_HIS_WORDS: Final = frozenset("كلامه كلامها كلامهم قوله قولها قولهم اقواله اقوالها اقوالهم روايته روايتها روايتهم شهادته شهادتها".split())
_CONFIRMS: Final = frozenset("يوكد ينفي يثبت يدحض يكذب يصدق يوكدها ينفيها توكد تنفي".split())
_DAY_OF: Final = frozenset("يوم ليله صباح مسا عشيه غداه فجر ظهر عصر".split())


def speaker_at(t: Tokens, i: int, *, of: bool = False) -> Speaker | None:
    """Return the speaker that stands at a token, None where none does; ``of`` behind "spoke of"."""
    if t.kind(i) == '"' and (closed := quoted_name(t, i)) is not None:
        if t.kind(closed) in (THAT, ",", ":") or t.kind(closed) in NOUNS_OF_HARM:
            return Speaker(i + 1, closed - 1, closed + (t.kind(closed) in (THAT, ":")))
        if SPEAKERS.search(" ".join(t.stems[i + 1 : closed - 1])) is not None:
            after = _behind_brackets(t, closed)
            return Speaker(i + 1, closed - 1, after + (t.kind(after) in (THAT, ":")))
    if i < t.size and (t.prepositions[i] == "ل" or is_outlet(t, i)):
        return None  # "he told the agency"
    if t.stem(i) in _DENIED and i < t.size and not t.definite[i]:
        return None  # "denied its responsibility": who denies stands before
    if t.stem(i) in _HIS_WORDS or (t.stem(i - 1) in _CONFIRMS and t.stem(i - 2) == "من"):
        return None  # "we found nobody who confirms what he says"
    if t.stem(i) in _DAY_OF and i + 2 < t.size and not t.definite[i] and t.definite[i + 1]:
        return None if t.kinds[i + 2] in _MARKS or t.kinds[i + 2] == "," else speaker_at(t, i + 2, of=of)  # "said on the day of the raid, 2 October:"
    start = i
    k = i
    n = t.size
    carrier: tuple[int, int] | None = None
    cut: int | None = None
    while k < n and k - start < 14:
        kind, stem = t.kinds[k], t.stems[k]
        if kind == '"' and k > start and (closed := quoted_name(t, k)) is not None:
            k = closed
            continue
        if k > start and t.stems[k - 1] in _NAME_GOES_ON and kind not in _MARKS:
            k += 1
            continue
        if kind == BREAK and k == start + 1 and t.stems[start] in _CREWS:
            k += 1  # "rescue men"
            continue
        if t.raw[k] == "والي" or (stem == "علي" and k > start and _ali(t, k)):  # "the wali", spelt as "and to"
            k += 1
            continue
        if kind == "." and k > start and t.raw[k] == "." and t.stems[k - 1] in _TITLE_LETTERS:
            k += 1  # "Dr. X"
            continue
        if kind == BREAK and k > start and t.definite[k] and not t.definite[k - 1] and not t.prepositions[k] and not t.conjunctions[k] and t.kinds[k - 1] in ("x", "P") and (service := t.words[k]) is not None and service.value == 1:
            k += 1  # "the spokesman of the ambulance service X"
            continue
        if kind in _STOPS or (kind in NOUNS_OF_HARM and (True)) or (kind == NUMBER and (stem not in ("احد", "احدي", "احدهم") or t.kind(k + 1) == NUMBER)) or (kind == MOVES and k > start) or kind in "()":
            break
        if kind in (STATE, PERSON) and k > start and t.stem(i - 1) in _MOURNERS and (kind == STATE or ((word := t.words[k]) is not None and word.value < 3)):
            break  # "the town mourned two martyrs"
        if kind == EVENT and k > start and (t.prepositions[k] == "ب" or (t.definite[k] and t.kind(k + 1) == ",")):
            break
        if of and stem == "عن":
            break
        if stem == "نقلا" and k > start and t.stem(k + 1) == "عن" and (inner := speaker_at(t, k + 2)) is not None and _namelike(t, start, k):
            inner.carrier = inner.carrier or (start, k)
            return inner
        if stem == "صحه" and k > start and not t.definite[k] and k + 1 < t.size and t.definite[k + 1] and t.stems[k - 1] not in _HEALTH_OF:
            break  # "the ministry denied the truth of the reports"
        if stem in ADVERBS or (k > start and stem in HIT):
            break  # "activists said patrols raided": who speaks ends before the verb
        if stem == "علي" and k > start and t.stem(k + 1) in _PLATFORMS:
            k += 2  # "accounts on a platform"
            continue
        if stem in ("قوله", "قولها", "قولهم", "كذلك", "ايضا", "ذلك") or (stem == "في" and t.stem(k + 1) in _IN_WHAT) or stem in ("امس", "اليوم", "خلال", "الي", "حول", "ردا", "علي", "ما", "لدي", "منذ", "حتي", "لم", "لن", "دون", "استهداف", "وجود", "كيف", "لحظه", "لحظات", "تفاصيل", "مشهد", "عدم", "مما", "رفض", "رفضت", "طلب", "طلبت", "فضل", "اشترط", "منشورا", "منشورات", "صورا", "مقاطع", "مقطعا", "انبا"):
            break
        if kind == "p" and (k == start or stem in {"بعد", "قبل", "اثر", "جرا", "ضد", "عبر", "حيث", "عند", "اثنا", "مقابل", "نتيجه", "بسبب", "عقب", "بشان", "تحت"}):
            break
        if (kind == EVENT and k > start and t.stem(i - 1) in _CONDEMNS) or (k > start and stem in _DENIED and not t.definite[k]):
            break
        if stem == "ل" and k > start and t.kind(k + 1) == '"' and (closed := quoted_name(t, k + 1)) is not None:
            carrier, cut, k = (k + 2, closed - 1), k, closed
            break
        if t.prepositions[k] == "ب" and k > start and stem not in ("اسم",):
            break
        if kind == "x" and stem.startswith("ل") and k > start and not t.definite[k] and is_outlet(t, k):
            carrier = (k, outlet_end(t, k))
            k = carrier[1]
            break
        if t.prepositions[k] == "ل" and k > start and t.stems[k] in {"وكاله", "قناه", "صحيفه", "موقع", "مراسل"}:
            carrier = (k, outlet_end(t, k))
            k = carrier[1]
            break
        if kind == ",":
            inner = _apposition(t, start, k)
            if inner is not None:
                return inner
            break
        if stem in _NAMED:
            start = k + 1
        if kind in ("S",) and k == start:
            break
        k += 1
    if k <= start or (t.kind(start) == "p" and t.raw[start] != "والي") or not _namelike(t, start, k if carrier is None else carrier[0]):
        return None
    end = cut if cut is not None else carrier[0] if carrier is not None else k
    while end - 1 > start and t.stems[end - 1] in ("عن", "الي", "في", "ما", "قد", "يوم", "لي", "لنا"):
        end -= 1
    while k < n and (t.kinds[k] in (THAT, ":") or t.stems[k] in {"قوله", "قولها", "قولهم", "كذلك", "ايضا"}):
        k += 1
    return Speaker(start, end, k, carrier)


_IN_NAMES: Final = frozenset(("x", "P", "p", "T", "X", "E", "H", "N"))
_OUTLET: Final = late(r"ل(?:باحث|موفد|مندوب|محرر|صحف|محقق|لجنه |رويترز|فرانس|اسوشيتد|وكاله|قناه|صحيفه|موقع|مراسل|بي|الجزيره|لجزيره|لعربيه|سي|سبوتنيك|شبكه|تلفزيون|اذاعه|لاناضول)")


def quoted_name(t: Tokens, k: int) -> int | None:
    """Return the token behind a short name in quotation marks that open at a token: "the organisation «Open Hands»"."""
    for j in range(k + 1, min(t.size, k + 6)):
        if t.kinds[j] == '"':
            return j + 1 if j > k + 1 else None
        if t.kinds[j] not in _IN_NAMES:
            return None
    return None


def _behind_brackets(t: Tokens, k: int) -> int:
    """Return the token behind another name in brackets: "the «civil defence» (the White Helmets)"."""
    if t.kind(k) != "(":
        return k
    closed = next((j for j in range(k + 1, min(t.size, k + 6)) if t.kinds[j] == ")"), None)
    return k if closed is None else closed + 1


def is_outlet(t: Tokens, k: int) -> bool:
    """Tell whether a token is "to Reuters", "to the channel": who was told."""
    return k < t.size and _OUTLET.match(t.raw[k]) is not None


def outlet_end(t: Tokens, k: int) -> int:
    """Return where the name of an outlet ends that begins at a token."""
    end = k + 1
    while end < t.size and end - k < 4 and t.kinds[end] in ("x", "P") and t.stems[end] not in CLAUSES and not t.conjunctions[end]:
        end += 1
    return end


def _apposition(t: Tokens, start: int, k: int) -> Speaker | None:
    """Return the name where words between commas say more of it: "one of the survivors, Salem al-Hamdani, that".

    The name may stand before them too: "Salem al-Hamdani, head of the council, that".
    """
    for j in range(k + 1, min(t.size, k + 16)):
        told = j + 1 if t.kinds[j] == "," and is_outlet(t, j + 1) else None  # "one of the residents, Abu Salem, to the agency:"
        if told is not None and (that := next((m for m in range(told + 1, min(t.size, told + 5)) if t.kinds[m] in (THAT, ":")), None)) is not None:
            first, last = (k + 1, j) if _introduces_name(t, start, k) and not _tells_more(t, k + 1) else (start, k)
            return Speaker(first, last, that + 1, (told, that))
        if (t.kinds[j] == "," and t.kind(j + 1) in (THAT, ":")) or (t.kinds[j] == THAT and j - k > 2 and t.kinds[j - 1] != ","):
            if j == k + 1:
                return None
            after = j + 1 + (t.kinds[j] == ",")
            if is_outlet(t, k + 1) or (t.raw[k + 1][:1] == "ل" and not t.definite[k + 1] and j - k <= 5 and t.kinds[k + 1] == "x"):
                return Speaker(start, k, after, (k + 1, j))  # "a source, to the agency, that"
            if _introduces_name(t, start, k) and not _tells_more(t, k + 1):
                return Speaker(k + 1, j, after)
            return Speaker(start, k, after)
        if t.kinds[j] in _MARKS or t.kinds[j] in (SAY, THAT) or t.kinds[j] in NOUNS_OF_HARM:
            return None
    return None


def _introduces_name(t: Tokens, start: int, k: int) -> bool:
    """Tell words that say who somebody is ("the head of the council") from a name."""
    return SPEAKERS.search(" ".join(t.stems[start:k])) is not None or t.stems[start] in ("احد", "احدي")


def _tells_more(t: Tokens, i: int) -> bool:
    """Tell words that say more of a name before them: "head of", "who is", "in a statement"."""
    return t.kind(i) in ("p", DATE) or t.stem(i) in _WHO_IS or SPEAKERS.match(t.stem(i)) is not None


def _namelike(t: Tokens, start: int, end: int) -> bool:
    """Tell whether words can name a speaker: not a verb of another kind, not a bare preposition."""
    if end <= start:
        return False
    stem = t.stems[start]
    if stem in {"ذلك", "هذا", "هذه", "له", "لها", "لهم", "لنا", "لي", "وقت", "فيه", "عنه", "به", "بها", "كما", "كيف", "هو", "هي", "هم", "نحن", "انا", "كان", "كانت", "لو", "لك", "قد", "لقد", "جميع", "اي", "لا", "لم", "ثم", "امامه", "امامها", "امامهم", "امامنا", "امامي", "عنده", "عندها", "عندنا", "لديه", "لديها", "كانوا", "بن", "وقتها", "حينها"}:
        return False
    return t.kinds[start] in {"x", "P", "T", "Z", "X", "E", "n", "p", "H", "B"} or t.kinds[start] == "x"


_TO_US: Final = frozenset("لي لنا لهم له لها".split())


def _said_of(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the subject that words between commas part from its verb: "Abu Khalil, who farms there, said that"."""
    comma = next((j for j in range(i - 3, max(0, i - 14), -1) if t.kinds[j] == ","), None)
    if comma is None or not (t.stems[comma + 1] in _WHO_IS or SPEAKERS.match(t.stems[comma + 1]) is not None):
        return None
    start = comma
    while start > 0 and comma - start < 6 and t.kinds[start - 1] not in _BEFORE_SUBJECT:
        start -= 1
    if start == comma or t.kinds[start] in ("p", STATE) or not (start == 0 or t.kinds[start - 1] in (".", '"')):
        return None
    if t.stems[start] in _WE_MET:
        start += 1 + (t.stem(start + 1) in ("مع", "الي", "ب"))
    return (start, comma) if start < comma else None


def _set_before(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the body set before its verb and parted from it by a comma: "The observatory, explained that"."""
    if t.kind(i + 1) not in (THAT, ":") or t.conjunctions[i]:
        return None
    start = i - 1
    while start > 0 and i - start < 7 and t.kinds[start - 1] not in _BEFORE_SUBJECT:
        start -= 1
    if start == i - 1 or i - start >= 7 or t.kinds[start] in ("p", STATE) or not (start == 0 or t.kinds[start - 1] in (".", '"')):
        return None
    return (start, i - 1) if SPEAKERS.search(" ".join(t.stems[start : i - 1])) is not None or t.kinds[start] == "T" else None


def _named_first(t: Tokens, start: int, i: int) -> bool:
    """Tell a name of two words or three that opens a sentence before "says that": "Salma Haddad says that"."""
    if not (start == 0 or t.kinds[start - 1] in (".", '"')) or not 2 <= i - start <= 3 or t.kind(i + 1) not in (THAT, ":"):
        return False
    return all((t.kinds[k] == "x" or (t.kinds[k] == "P" and k > start)) and not t.prepositions[k] and len(t.stems[k]) > 2 for k in range(start, i)) and not t.definite[start]


_WE_MET: Final = frozenset("تواصلنا التقينا تحدثنا اتصلنا سالنا قابلنا حاورنا زرنا".split())
#: What is denied behind its verb: "denies what was reported", "the news of".
_REPORTED: Final = frozenset("ما صحه انبا نبا خبر تقارير اخبار ذلك هذا هذه مزاعم ادعاات معلومات".split())
_CHARGES: Final = frozenset("اتهم اتهمت اتهموا يتهم تتهم حمل حملت حملوا يحمل تحمل".split())


def subject_before(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the subject that stands before its verb: "but an officer in the army said that"."""
    start, reach = i, 14 if t.stem(i - 1) in ("قد", "لقد") else 9
    while start > 0 and i - start < reach:
        kind, stem = t.kinds[start - 1], t.stems[start - 1]
        if kind in _BEFORE_SUBJECT or stem in CLAUSES:
            break
        start -= 1
        if t.conjunctions[start] and start < i - 1 and t.kinds[start] in ("x", "T", "P") and (start == 0 or t.kinds[start - 1] in (",", ".", '"')):
            break
    while start < i and not t.stems[start][:1].isalpha():
        start += 1  # the clock of a live page
    if start == i - 2 and t.stems[start] == "في" and not t.definite[i - 1]:
        start += 1  # "there are people who say"
    if start >= i and t.kind(i - 1) == ",":
        return _said_of(t, i) or _set_before(t, i)
    if start < i - 1 and t.stems[start] == "اما":
        start += 1  # "as for her neighbour X, he says"
    if start >= i or i - start >= reach or t.kinds[start] in ("p", STATE, "K", "I", "F", "N") or not t.stems[start][:1].isalpha():
        return None
    if SPEAKERS.search(" ".join(t.stems[start:i])) is None and t.kinds[start] not in ("P", "T") and not _named_first(t, start, i) and not (t.stems[start] in ("كان", "كانت") and t.stems[i - 1] == "قد"):
        return None
    said = i + 1
    if is_outlet(t, said):
        said += 1  # "Umm X tells our correspondent:"
    if t.stem(said) in _TO_US and t.kind(said + 1) in (THAT, ":"):
        said += 1  # "the doctor on duty told me that"
    if t.stem(said) == "في" and t.kind(said + 1) == DATE:
        said += 1  # "the command stated on 10 August that"
    if t.stem(said) == "في" and t.stem(said + 1) in ("حينه", "حينها", "وقته", "وقتها"):
        said += 2
    while t.kind(said) == DATE or t.stem(said) in ADVERBS or (t.stem(said) == "في" and t.stem(said + 1) == "وقت"):
        said += 3 if t.stem(said) == "في" else 1  # "had announced earlier the death of"
    if t.stem(said) == "في" and t.stem(said + 1) in _IN_WHAT:  # "had announced in a first toll the death of"
        said = next((k for k in range(said + 2, min(t.size, said + 6)) if t.kinds[k] in (THAT, ":", DEATH, INJURY)), said)
    if not (t.stem(said) in _REPORTED and t.stems[i] in _CONDEMNS) and t.kind(said) not in (THAT, ":", '"', DEATH, INJURY, FALL, RECOVERY, MOVES, LOSS, TOLL, STATE, ",", NUMBER, VAGUE) and t.stem(said) != "عن" and not (t.stems[i] in _CHARGES and t.kind(said) == "T") and not (t.prepositions[said] if said < t.size else ""):
        return None
    if t.stems[start] in _WE_MET and t.stem(start + 1) in ("مع", "الي", "ب"):
        start += 2  # "we spoke with X, who said"
    elif t.stems[start] in _WE_MET:
        start += 1
    if start >= i:
        return None
    end = i - 1 if i - start > 1 and t.stems[i - 1] in ("قد", "لقد") else i
    if t.stems[start] in ("كان", "كانت", "وكان", "وكانت", "اما") and end - start > 1:
        start += 1
    return None if end - start == 1 and t.stems[start] in ("كان", "كانت") else (start, end)


