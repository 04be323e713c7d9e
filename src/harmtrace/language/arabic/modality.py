"""How firmly a number is vouched for in Arabic: denied, conditional, unconfirmed, alleged, or asserted."""

import re
from typing import Final

from harmtrace.language.arabic.letters import Letters
from harmtrace.language.grammar import HarmMention, Manner, SpeechMention
from harmtrace.language.late import late
from harmtrace.records.claim import Modality, Step

SAID: Final = late(r"(?<![^\W_])قيل")
_CONDITIONAL: Final = late(r"(?<![^\W_])[وف]?(?:في حال|اذا ما|اذا |ان صح|لو )(?!لم )|(?<![^\W_])قد (?:يرتفع|ترتفع|يصل|تصل|يزداد|تزداد|يبلغ|تبلغ|يتجاوز|تتجاوز|يكون|تكون)|(?:يتوقع|متوقع|مرشح|مرشحه|يمكن) (?:ان )?(?:ل|ان)?(?:يرتفع|ترتفع|يصل|تصل)")
_UNCONFIRMED: Final = late(r"(?:(?<!وكاله ال)(?<!وكالات ال)انبا|تقارير|معلومات)\w{0,20}(?! موثوق| موكده)(?: (?:غير موكده|اوليه|متضاربه|متداوله))*(?: [^\W\d]{1,40})? (?:عن|تفيد|تتحدث|تشير|حول|ب)|(?:غير|مش|مو) موكد|ما (?:ورد|قيل|تردد|يتردد|اشيع|يشاع|نشر|يتداول|تداول\w{0,3}|يقال) (?:عن|حول|بشان|من)|يعتقد|يخشي|مخاوف|شايعات|يرجح|ترجح|رجح(?:ت|وا)?(?![^\W_])|مرجح|ترجيح|ربما|(?:لم|لا) (?:يتسن|نتمكن|يتمكن|يمكن|تتمكن|نستطع)[^.]{0,40}(?:تحقق|تثبت|تاكد)|(?:يصعب|تعذر|يتعذر|صعوبه) [^.]{0,20}(?:تحقق|تثبت|تاكد)|(?:لم|ما) (?:ن|ي|ت)?تاكد|محتمل|احتمال|(?<![^\W_])(?:يقال|قيل)")
#: Behind a number: nobody could check it.
_UNCHECKED: Final = late(r"(?:لا|لم) (?:نملك|نمتلك|يملك|تملك|تتوافر|تتوفر|تتوفر لدينا) [^.]{0,30}(?:تسمح|تمكن|توكد|تاكيد|نفيه)|(?:لم|لا) (?:يتسن|نتمكن|يتمكن|يمكن|تتمكن|نستطع)[^.]{0,40}(?:تحقق|تثبت|تاكد)|(?:يصعب|تعذر|يتعذر) [^.]{0,20}(?:تحقق|تثبت|تاكد)|(?:لسا |بعد |لسه )?(?:لم|ما) (?:[نيت])?تاكد(?:نا|وا)?")
_ALLEGED: Final = late(r"زعم|يزعم|مزاعم|ادعي|ادعت|ادعا|البلاغ عن|بلاغات عن|اتهامات ب|المزعوم")
_WRONG: Final = late(r"غير (?:دقيق|صحيح|صحيحه|دقيقه)|لا صحه|عار\w{0,20} عن الصحه|غير صحيحه|لا اساس|(?:محض|مجرد) (?:افترا|كذب|خيال|اكاذيب|شايعات|ادعا)|ليس صحيح|مفبرك|كاذب|ملفق|مختلق|الخبر باطل|(?:ادعا|زعم|كلام|امر|ما) ننفيه|نفيا قاطعا|خطا (?:في|مطبعي|طباعي|غير مقصود)")
_CORRECTED: Final = late(r"تصحيح|ورد (?:سابقا|في|خطا)|ذكرنا (?:سابقا|خطا|في (?:منشور|خبر|بيان|تقرير|تدوينه) سابق\w*)|كنا (?:قد )?(?:ذكرنا|نشرنا|قلنا)|(?<!بال)(?<!طريق ال)خطا")
#: A mistake of the report, not of the pilot ("hit by mistake").
_MISTAKE: Final = late(r"(?<!بال)(?<!طريق ال)خطا")
_LOWERED: Final = late(r"(?<![^\W_])[وف]?(?:خفض|خفضت|يخفض|تخفض|صحح|صححت)(?![^\W_])")
_RIGHT: Final = late(r"والصحيح|والصواب|العدد الصحيح|الصحيح|والاصح")


def modality(found: Letters, mention: HarmMention, speech: SpeechMention | None, start: int, end: int) -> Modality:
    """Return how firmly a number is vouched for: the strongest doubt in its clause."""
    text = found.text
    a, b = found.folded(start), found.folded(end)
    first, last = found.folded(mention.start), found.folded(mention.end)
    at = found.folded(mention.at)
    cut = max((text.rfind(mark, a, first) + len(mark) for mark in {". ", "; ", ", فيما ", ", بينما ", ", في حين ", ", لكن "} if text.rfind(mark, a, first) >= 0), default=a)
    stop = min((k for k in (text.find(mark, last, b) for mark in {"; ", ", فيما ", ", بينما ", ", في حين ", ", لكن "}) if k >= 0), default=b)
    lead = text[cut:first]
    if mention.denied:
        return Modality.DENIED
    if speech is not None and speech.manner is Manner.DENIES and speech.scope_start <= mention.at < speech.scope_end and not _turns(text[found.folded(speech.scope_start) : first]):
        return Modality.DENIED
    if _RIGHT.search(lead) is None:
        before = _WRONG.search(lead)
        if (before is not None and "," not in lead[before.end() :]) or _WRONG.search(text[last:stop]) is not None:
            return Modality.DENIED
    if _LOWERED.search(lead) is not None and mention.step is Step.REPLACED:
        return Modality.DENIED  # "lowered the toll from 31": the figure is taken back
    if _CORRECTED.search(lead) is not None and _RIGHT.search(lead) is None and (_RIGHT.search(text[last:b]) is not None or _MISTAKE.search(lead) is not None or "سابق" in lead):
        return Modality.DENIED
    near = text[max(cut, first - 60) : min(stop, last + 30)]
    if _CONDITIONAL.search(near) is not None:
        return Modality.CONDITIONAL
    if text[max(a, first - 90) : first].find("هل ") >= 0 and "?" in text[last:b]:
        return Modality.UNCONFIRMED
    if b > a and "?" in text[b - 2 : b]:
        return Modality.UNCONFIRMED
    if speech is not None and speech.manner is Manner.CLAIMS and speech.scope_start <= mention.at < speech.scope_end:
        return Modality.ALLEGED
    if _ALLEGED.search(text[max(cut, first - 70) : min(stop, last + 25, next((k for k in (text.find(", و", last),) if k >= 0), b))]) is not None:
        return Modality.ALLEGED
    if mention.unsure or _UNCONFIRMED.search(text[max(cut, at - 90) : at]) is not None or _UNCHECKED.search(text[last : max(stop, min(b, last + 90))]):
        return Modality.UNCONFIRMED
    return Modality.ASSERTED


def _turns(words: str) -> bool:
    """Tell whether a denial has turned into what is held instead."""
    return re.search(r"موكد|قايلا|مشيرا|لكن|بل |وقال|الا ان", words) is not None
