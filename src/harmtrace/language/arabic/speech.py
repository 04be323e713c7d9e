"""Who says what in an Arabic sentence: verbs of saying with their speakers, "according to", labels before a colon."""

import re
from dataclasses import replace
from itertools import compress
from typing import Final

from harmtrace.language.arabic.sources import RECORDS, according, as_said, carried, issuer, label, mention
from harmtrace.language.arabic.speakers import (
    ADVERBS,
    CLAUSES,
    NOUNS_OF_HARM,
    PUBLISHED,
    SPEAKERS,
    is_outlet,
    speaker_at,
    subject_before,
)
from harmtrace.language.arabic.tokens import DATE, Memo, Tokens, info
from harmtrace.language.arabic.words import (
    DEATH,
    INJURY,
    MOVES,
    NUMBER,
    SAY,
    STATE,
    THAT,
    TOLL,
    VAGUE,
    VIA,
)
from harmtrace.language.grammar import Manner, SpeechMention

_ENDS_ISSUER: Final = frozenset((".", ",", ":", '"', THAT, SAY, DATE))
_OF: Final = frozenset("تحدث تحدثت يتحدث تتحدث تحدثوا يتحدثون تتحدثن يتحدثان تحدثن".split())
_PARTICIPLES: Final = frozenset("زاعما زاعمه مدعيا مدعيه مشيرا مشيره موكدا موكده قايلا قايله مضيفا مضيفه نافيا نافيه لافتا لافته منوها منوهه موضحا موضحه مبينا مبينه كاشفا كاشفه معلنا معلنه متحدثا متحدثه مقدرا مقدره مرجحا مرجحه محذرا محذره".split())


def speeches(t: Tokens) -> list[SpeechMention]:
    """Return the attributions of a sentence."""
    out: list[SpeechMention] = []
    opening = label(t) if ":" in t.kinds else None
    if opening is not None:
        out.append(opening)
    for i in compress(range(t.size), map(_TELLS.__getitem__, t.raw)):
        kind, stem = t.kinds[i], t.stems[i]
        if kind == SAY and (t.stem(i + 1) in _SELF or (stem == "حكي" and t.stem(i - 1) in ("في", "فيه", "هناك"))):
            continue  # "that he counted himself": no other speaks
        if kind == SAY and _only_is(t, i):
            continue
        if stem in _ACCUSES and (accused := _accused(t, i)) is not None:
            out.append(accused)
            continue
        if stem in _BLAMING and out and out[-1].manner is Manner.DENIES:
            accuser = t.at(out[-1].name_start), t.at(out[-1].name_end - 1) + 1
            out.append(mention(t, accuser, i, (i + 1, t.size), Manner.SAYS))
            continue
        if stem in ISSUES and (issued := _issued(t, i)) is not None:
            out.append(issued)
            continue
        if stem in _CLAIM_NOUNS and (noted := _claimed(t, i)) is not None:
            out.append(noted)
            continue
        if stem.startswith(("نقل", "ينقل", "تنقل")) and t.stem(i + 1) in _FROM_HIM and out:
            out[-1].carrier = out[-1].carrier or _carrier(t, i + 2)
            continue  # "seven dead, the ministry said, as Reuters quoted from it"
        found: SpeechMention | None = None
        if (topic := _topic(t, i)) is not None:
            first = i + 1 + (t.kind(i + 1) in (THAT, ":"))
            word = t.words[i]
            out.append(mention(t, topic, i, (first, _scope_end(t, i)), Manner(word.note) if word is not None and kind == SAY and word.note in ("denies", "claims") else Manner.SAYS))
            continue
        if stem in _TOLD_BY:
            found = _told_by(t, i)
            if found is None and stem in _ARRIVED and any(t.kinds[k] == THAT for k in range(i + 2, min(t.size, i + 8))) and not t.stem(i + 1).startswith(("في", "من", "الي")):
                found = _said(t, i)  # "and it replied", spelt as "arrived"
        elif (lead := as_said(t, i)) is not None:
            found = according(t, lead)
        elif kind == SAY or (stem in RECORDS and kind != "x") or stem in _OF:
            found = _participle(t, i, out) if stem in _PARTICIPLES else _said(t, i)
        elif kind == VIA or (stem == "حد" and t.stem(i + 1) == "قول"):
            found = according(t, i)
        elif stem.endswith("ه") and t.stem(i - 1) == "ما" and t.stem(i - 2) in _THIS:
            found = _this_is_what(t, i)
        elif (t.stem(i - 1) in _GIVEN_OUT or t.stem(i - 1) == "كما") and kind != SAY and stem.endswith(("ه", "ها")):
            found = _given_out(t, i)
        if found is not None:
            out.append(found)
            if found.record and (whole := _in_report(t, found)) is not None:
                out.append(whole)
    return out


_REPORT: Final = frozenset("تقرير تقريرها تقريره نشره نشرتها حصيلتها دراسه وثيقه احصاييه بيان بيانها".split())


def _in_report(t: Tokens, said: SpeechMention) -> SpeechMention | None:
    """Read "the group documented in a report ...": what follows the sentence is of the report too."""
    k = t.at(said.name_end - 1) + 1
    if not any(t.stem(j) == "في" and t.stem(j + 1) in _REPORT for j in range(k, min(t.size, k + 4))):
        return None
    whole = replace(said, scope_start=said.scope_end, scope_end=said.scope_end)
    whole.record = True
    return whole


_TOPIC_REACH: Final = 22  # words from "as for" to the verb of its subject


def _topic(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the subject that "as for" sets before its verb: "as for the director of the hospital, X, he had told the agency"."""
    stem, kind = t.stems[i], t.kinds[i]
    if not (kind == SAY or stem in RECORDS or stem in _REVISES or stem in _FEARS):
        return None
    verb = i
    if t.stem(verb - 1) in ("قد", "لقد"):
        verb -= 1
    if t.stem(verb - 1) in ("كان", "كانت", "كانوا"):
        verb -= 1
    if not (t.conjunctions[verb] and t.raw[verb].startswith("ف")):
        return None
    first = next((k for k in range(verb - 2, max(-1, verb - _TOPIC_REACH), -1) if t.stems[k] == "اما"), None)
    if first is None or any(t.kinds[k] in (".", SAY) for k in range(first, verb)):
        return None
    end = next((k for k in range(first + 1, verb) if t.kinds[k] in (",", "(", '"') and k > first + 1), verb)
    named = end < verb and t.kinds[end] == "," and t.kind(end + 1) == "x" and not t.definite[end + 1] and not t.conjunctions[end + 1] and t.kind(end + 3) != "p"
    if named and (closed := next((k for k in range(end + 2, min(verb, end + 6)) if t.kinds[k] == ","), None)) is not None:
        return end + 1, closed  # "as for the director of the hospital, X Y, he told"
    return (first + 1, end) if t.kinds[first + 1] not in ("p", DATE, NUMBER, STATE) and not t.prepositions[first + 1] and t.kinds[first + 1] != "#" else None


_FROM_HIM: Final = frozenset("عنه عنها عنهم".split())
_CLAIM_NOUNS: Final = {"ادعا": Manner.CLAIMS, "زعم": Manner.CLAIMS, "اعلان": Manner.SAYS, "تاكيد": Manner.SAYS}


def _carrier(t: Tokens, k: int) -> tuple[int, int] | None:
    """Return where the outlet stands that quoted somebody."""
    end = k
    while end < t.size and end - k < 5 and t.kinds[end] in ("x", "P", "T"):
        end += 1
    return t.span(k, end, core=True) if end > k else None


def _claimed(t: Tokens, i: int) -> SpeechMention | None:
    """Read "a rights group's allegation of the killing of 11"."""
    if t.definite[i] or (t.kinds[i] == SAY and t.kind(i + 1) == THAT):
        return None
    k = i + 1
    while k < t.size and k - i < 8 and t.kinds[k] in ("x", "P", "T"):
        k += 1
    if k == i + 1 or t.kind(k) not in (DEATH, INJURY) or SPEAKERS.search(" ".join(t.stems[i + 1 : k])) is None:
        return None
    return mention(t, (i + 1, k), i, (k, t.size), _CLAIM_NOUNS[t.stems[i]])


def _participle(t: Tokens, i: int, told: list[SpeechMention]) -> SpeechMention | None:
    """Read "claiming that" behind a clause: whoever spoke in it claims."""
    until = _scope_end(t, i)
    first = i + 1 + (t.kind(i + 1) in (THAT, ":"))
    word = t.words[i]
    manner = Manner(word.note) if word is not None else Manner.SAYS
    for speech in reversed(told):
        if speech.pronoun:
            return mention(t, (i, i + 1), i, (first, until), manner, pronoun=True)
        if speech.name_end > speech.name_start and not speech.trailing:
            return mention(t, (t.at(speech.name_start), t.at(speech.name_end - 1) + 1), i, (first, until), manner)
    return _said(t, i)


_THIS: Final = frozenset("هذا ذلك هو هي".split())


def _this_is_what(t: Tokens, i: int) -> SpeechMention | None:
    """Read "seven dead, this is what the ministry announced"."""
    span = speaker_at(t, i + 1)
    if span is None:
        return None
    first = next((j for j in range(i - 3, -1, -1) if t.kinds[j] == "."), -1) + 1
    return mention(t, (span.start, span.end), i, (first, i - 2), Manner.SAYS, trailing=True)


#: What is given out, behind which a verb with its pronoun names who did: "a toll that the observatory announced".
_GIVEN_OUT: Final = frozenset("حصيله احصاييه ارقام احصا احصايات رقم حصيلته".split())


def _given_out(t: Tokens, i: int) -> SpeechMention | None:
    """Read "nine wounded, a toll that the observatory announced", "in a toll that the ministry announced, nine were wounded"."""
    span = speaker_at(t, i + 1)
    if span is None:
        return None
    first = next((j for j in range(i - 2, -1, -1) if t.kinds[j] == "."), -1) + 1
    if any(kind in NOUNS_OF_HARM or kind in (NUMBER, VAGUE, STATE) for kind in t.kinds[first : i - 1]):
        return mention(t, (span.start, span.end), i, (first, i - 1), Manner.SAYS, trailing=True)
    return mention(t, (span.start, span.end), i, (span.after, t.size), Manner.SAYS)


#: "is considered the busiest road": a verb of saying only where "that" follows.
_HOLDS: Final = frozenset("يعتبر تعتبر اعتبر اعتبرت".split())
_HOLDS_REACH: Final = 12


def _only_is(t: Tokens, i: int) -> bool:
    """Tell "the road is considered" from "the minister considers that"."""
    end = min(t.size, i + _HOLDS_REACH)
    return t.stems[i] in _HOLDS and SPEAKERS.match(t.stem(i + 1)) is None and not any(t.kinds[k] in (THAT, ":", '"') for k in range(i + 1, end))


_SELF: Final = frozenset("نفسه نفسها انفسهم بنفسه بنفسها".split())
#: Verbs that name who tells without a verb of saying: who lowers a toll, who spreads a post, who fears, in what it stands.
_REVISES: Final = frozenset("خفض خفضت يخفض تخفض رفع رفعت يرفع ترفع عدل عدلت حدث حدثت صحح صححت".split())
_SPREADS: Final = frozenset("تداول تداولت تداولوا يتداول تتداول تناقل تناقلت يتناقل تتناقل".split())
_FEARS: Final = frozenset("يخشي تخشي يخشون خشي يرجح ترجح رجح رجحت توقع توقعت".split())
_STANDS_IN: Final = frozenset("جا جات ورد وردت".split())
_ARRIVED: Final = frozenset(("ورد", "وردت"))
_TOLD_BY: Final = _REVISES | _SPREADS | _FEARS | _STANDS_IN


def _told_by(t: Tokens, i: int) -> SpeechMention | None:
    """Read "the ministry lowered the toll to 27", "accounts spread a post", "neighbours fear the death of", "the statement said"."""
    stem, until = t.stems[i], _scope_end(t, i)
    if stem in _STANDS_IN:
        if t.stem(i + 1) != "في" or t.stem(i + 2) not in PUBLISHED:
            return None
        that = next((k for k in range(i + 3, min(t.size, i + 14)) if t.kinds[k] in (THAT, ":", ".")), t.size)
        return mention(t, (i + 2, that), i, (that + 1, until), Manner.SAYS) if t.kind(that) in (THAT, ":") and that < t.size else None
    if stem in _REVISES:
        k = i + 1
        while k < t.size and k - i < 8 and t.kinds[k] in ("x", "P", "T", "X"):
            k += 1
        return mention(t, (i + 1, k), i, (k, until), Manner.SAYS) if k > i + 1 and t.kind(k) == TOLL else None
    span = speaker_at(t, i + 1)
    if span is None or t.prepositions[i + 1] or (stem in _FEARS and t.kind(span.after) not in NOUNS_OF_HARM and t.stem(span.after) != "وجود" and t.kind(span.after - 1) != THAT):
        return None
    return mention(t, (span.start, span.end), i, (span.after, until), Manner.SAYS)


def _tells(form: str) -> bool:
    """Tell whether an attribution may hang on a form, by the form alone."""
    kind, stem, *_ = info(form)
    return kind in (SAY, VIA) or stem in RECORDS or stem in _OF or stem in _ACCUSES or stem in ISSUES or stem == "حد" or stem in _TOLD_BY or stem in _BLAMING or stem in _CLAIM_NOUNS or (stem[-1] == "ه" and len(stem) > 3 and (info(stem[:-1])[0] == SAY or info(stem[:-2])[0] == SAY)) or (stem[-2:] == "ها" and len(stem) > 4 and (info(stem[:-2])[0] == SAY or stem[:-2] in ISSUES))


_TELLS: Final = Memo(_tells)


def _said(t: Tokens, i: int) -> SpeechMention | None:
    """Read a verb of saying: its speaker behind it, before it, or named earlier."""
    stem, word = t.stems[i], t.words[i]
    manner = Manner(word.note) if word is not None and t.kinds[i] == SAY else Manner.SAYS
    if stem == "تابع" and i + 1 < t.size and t.prepositions[i + 1] == "ل":
        return None
    if stem in {"نقل", "نقلت", "ينقل", "تنقل"} and t.kind(i + 1) in ("P", "S", "p", NUMBER, VAGUE, "M"):
        return None  # people taken to hospital
    if stem in ("جا", "ورد"):
        return None
    until = _scope_end(t, i)
    if manner is Manner.CARRIES:
        return carried(t, i, until)
    if stem in ("قيل", "يذكر"):
        return None
    if stem in _OF and t.stem(i - 1) in ("التي", "الذي", "الذين"):
        return None  # "the reports that spoke of"
    if stem in _OF:
        span = speaker_at(t, i + 1, of=True)
        if span is None and (before := subject_before(t, i)) is not None:
            return mention(t, before, i, (i + 1, until), Manner.SAYS)
        return mention(t, (span.start, span.end), i, (span.after, until), Manner.SAYS) if span is not None else None
    first = i + 1 + (t.stem(i + 1) in _TO_US)
    span = speaker_at(t, first, of=stem in _STORIES)
    if span is not None:
        span.start = min(issuer(t, span.start), span.end - 1)
        while t.stem(span.after) in ADVERBS:
            span.after += 1
        if stem in RECORDS and t.kind(span.after) not in NOUNS_OF_HARM and t.kind(span.after) not in (NUMBER, VAGUE, DATE, "p", STATE, MOVES, TOLL):
            return None
        if i > 2 and t.kind(i - 1) == "," and t.kind(span.after) == "." and span.after == span.end:
            return mention(t, (span.start, span.end), i, (0, i), manner, trailing=True, carrier=span.carrier)  # "seven dead, say residents."
        said = mention(t, (span.start, span.end), i, (span.after, until), manner, carrier=span.carrier)
        said.record = stem in RECORDS
        return said
    if stem in RECORDS:
        return _recorded_before(t, i, until)
    if stem in _PARTICIPLES and (main := speaker_at(t, 1)) is not None and main.end < i:
        return mention(t, (main.start, main.end), i, (i + 1, until), manner)
    first = i + 1 + (t.kind(i + 1) in (THAT, ":"))
    if (issued := _given_out_by(t, i)) is not None:
        return mention(t, issued, i, (first, until), manner)
    before = subject_before(t, i)
    if before is not None:
        return mention(t, before, i, (first, until), manner)
    if t.kind(i + 1) in (THAT, ":", '"') or manner in (Manner.DENIES, Manner.CLAIMS):
        own = stem in ("ننفي", "قلنا")
        return mention(t, None if own else (i, i + 1), i, (first, until), manner, pronoun=not own, own=own)
    if (that := _aside(t, i)) is not None:
        outlet = next((k for k in range(i + 1, that) if is_outlet(t, k) or _MEDIA.match(t.stems[k]) is not None), None)
        return mention(t, (i, i + 1), i, (that + 1, until), manner, pronoun=True, carrier=None if outlet is None else (outlet, that))
    if t.kind(i - 1) in (",", '"', ".") or i == 0:
        quoted = i > 1 and '"' in t.kinds[max(0, i - 3) : i]
        if quoted:
            return mention(t, (i, i + 1), i, (0, i), manner, pronoun=True, trailing=True)
    return None


#: "told us", before who did; what is told "of".
_TO_US: Final = frozenset("لنا لي لهم به بها".split())
_STORIES: Final = frozenset("حكي تحكي يحكي حكت روي روت يروي تروي".split())


_ACCUSES: Final = frozenset("اتهم اتهمت اتهموا يتهم تتهم حمل حملت حملوا يحمل تحمل".split())


_MEDIA: Final = re.compile(r"(?:ال)?(?:وكاله|قناه|تلفزيون|صحيفه|اذاعه|موقع|شبكه)")


def _aside(t: Tokens, i: int) -> int | None:
    """Return the "that" behind "he added in an interview with the channel": a pronoun speaks, and where is said between."""
    if t.kind(i + 1) != "p" and not (i + 1 < t.size and t.prepositions[i + 1]) and t.stem(i + 1) not in ("ايضا", "كذلك", "بدوره"):
        return None
    for k in range(i + 2, min(t.size, i + 14)):
        if t.kinds[k] == THAT or (t.kinds[k] == ":" and k + 1 < t.size):
            return k
        if t.kinds[k] in (".", SAY) or t.kinds[k] in NOUNS_OF_HARM:
            return None
    return None


def _accused(t: Tokens, i: int) -> SpeechMention | None:
    """Read who accuses: "residents held the coalition responsible for the deaths of ten"."""
    party = next((k for k in range(i + 1, min(t.size, i + 8)) if t.kinds[k] == "T"), None)
    if party is None or not any(kind in (DEATH, INJURY) for kind in t.kinds[party:]):
        return None
    if party > i + 1 and all(t.kinds[k] in ("x", "P") for k in range(i + 1, party)):
        return mention(t, (i + 1, party), i, (party, t.size), Manner.SAYS)
    before = subject_before(t, i) if party == i + 1 else None
    return None if before is None else mention(t, before, i, (party, t.size), Manner.SAYS)


_PUBLISHED_BY: Final = frozenset("صدر صدرت صادر صادره اصدره".split())


def _given_out_by(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return who gave out what speaks: "from the ministry came an updated statement that announced"."""
    first = next((k for k in range(i - 3, max(-1, i - 16), -1) if t.stems[k] in _PUBLISHED_BY and t.stem(k + 1) == "عن"), None)
    if first is None:
        return None
    end = next((k for k in range(first + 3, i) if t.stems[k] in PUBLISHED and not t.definite[k]), None)
    return None if end is None or any(t.kinds[k] in (".", ",", SAY, NUMBER) for k in range(first, end)) else (first + 2, end)


ISSUES: Final = frozenset("اصدر اصدرت تصدر يصدر نشر نشرت انجز انجزت".split())
_ISSUED: Final = re.compile(r"^(?:ال)?(?:تقرير|بيان|نتايج|خلاصه|قايمه|سجل|احصاي|حصيل|نشره|احصا)")


def _issued(t: Tokens, i: int) -> SpeechMention | None:
    """Read "the task force issued its monthly report": all that follows is its own, though it says nothing here."""
    k = i + 1
    dated = 0
    while k < t.size and k - i < 8 and (t.kinds[k] not in _ENDS_ISSUER or t.kinds[k] == DATE):
        if t.kinds[k] == DATE:
            dated = dated or k
        elif k > i + 1 and _ISSUED.match(t.stems[k]) is not None:
            found = mention(t, (i + 1, dated or k), i, (k, k), Manner.SAYS)
            found.scope_end = found.scope_start
            found.record = True
            return found
        k += 1
    return None


def _recorded_before(t: Tokens, i: int, until: int) -> SpeechMention | None:
    before = subject_before(t, i)
    first = next((k for k in range(i + 1, t.size) if t.kinds[k] != DATE), i + 1)
    if before is None or (t.kind(first) not in NOUNS_OF_HARM and t.kind(first) not in (NUMBER, VAGUE)):
        return None
    said = mention(t, before, i, (i + 1, until), Manner.SAYS)
    said.record = True
    return said


_BLAMING: Final = frozenset("متهما متهمه متهمين محملا محمله محملين".split())
_DENYING: Final = frozenset("نفي نفت ينفي تنفي انكر انكرت نافيا نافيه".split())
_RUMOURS: Final = frozenset("تقارير انبا مزاعم اتهامات شهادات ادعاات".split())


def _scope_end(t: Tokens, i: int) -> int:
    """Return where what is said ends: at the next verb of saying of another clause, or the end of the sentence."""
    for k in range(i + 2, t.size):
        if t.kinds[k] == "." and t.stems[k] != ".":
            return k
        if t.kinds[k] == SAY and (t.conjunctions[k] or t.kind(k - 1) in (",",) or t.stem(k - 1) in CLAUSES) and t.stems[k] not in ("قدر", "قدرت"):
            return k
        if t.stems[k] in _BLAMING and t.stems[i] in _DENYING:
            return k  # "denied it, accusing ...": the accusation is no denial
        if t.stems[k] in _RUMOURS and t.stems[k - 1] in ("بعد", "عقب", "وسط", "اثر"):
            return k  # "admitted the raid after reports of": not its own words
        if t.stems[k] in ("بينما", "فيما") and any(t.kinds[j] == SAY or t.stems[j] in _OF for j in range(k + 1, min(t.size, k + 7))):
            return k
    return t.size


