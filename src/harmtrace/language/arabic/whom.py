"""Arabic words round a count -> whom it counts where its own noun does not say, or to whom it points back."""

from collections.abc import Sequence
from typing import Final

from harmtrace.language.arabic.letters import fold
from harmtrace.language.arabic.words import NUMBER, PERSON, Word, read
from harmtrace.language.grammar import Pointing, PointsBack
from harmtrace.records.claim import Who

_ALL: Final = frozenset("كلهم وكلهم جميعهم وجميعهم كلهن وكلهن جميعهن وجميعهن".split())
_THEM: Final = frozenset("منهم منهن منهما بينهم فيهم".split())
_OTHERS: Final = frozenset("غيرهم غيرهن".split())
_POINT: Final = _ALL | _THEM | _OTHERS
#: Places and gatherings of people who do not fight, and deeds of those who do; folded.
_CIVIL: Final = frozenset(
    fold(word)
    for word in "مدرسة مدارس مستشفى مشفى مستوصف عيادة سوق أسواق مسجد جامع كنيسة مخبز فرن حفل عرس زفاف عزاء جنازة حشد حشود جمع تجمع عائلة عائلات أسرة أسر منزل منازل بيت بيوت حافلة حافلات قرية قرى حي أحياء مخيم روضة جامعة مصلين مارة أهالي سكان".split()
)
_DEEDS: Final = frozenset(
    fold(word)
    for word in "قصف قصفت قصفوا هاجم هاجمت هاجموا اقتحم اقتحمت أطلق أطلقت أطلقوا فتح فتحوا داهم داهمت دهم أعدم أعدموا استهدف استهدفت فجر فجرت نهب خطف احتجز ذبح أحرق أحرقوا دخل دخلوا رمى ألقى شن شنت اجتاح حاصر ضرب".split()
)
_STOPS: Final = frozenset(".؛!؟?")
_BEHIND: Final = 12  # words behind a count in which something is said of all of them
_FAR: Final = 30  # words looked back for those pointed to
_PLURAL: Final = 3


def pointed(asked: Pointing) -> PointsBack | None:
    """Return whom the words round a count say that it counts, or to whom they point; None where they say nothing."""
    words = asked.words
    if asked.named or _POINT.isdisjoint(words):
        return None
    for k in range(asked.after, min(len(words), asked.end + _BEHIND)):
        if words[k] in _STOPS:
            break
        if words[k] in _ALL:
            said = _told_of_all(words, k + 1)
            return None if said is None else PointsBack(who=said)
    near = words[asked.number : asked.after + 2]
    if not _OTHERS.isdisjoint(near):
        return PointsBack(others=True, alone=not any(_civil(word) for word in (*asked.before(), *words)))
    if any(a in _THEM for a in near) and not any(_class(word) is not Who.UNSPECIFIED for word in near):
        return PointsBack(who=_group([*asked.before(), *words[: asked.number]]))
    return None


def _class(written: str) -> Who:
    """Return what a written word says that people are."""
    word = _person(written)
    return Who.UNSPECIFIED if word is None else word.who


def _person(written: str) -> Word | None:
    """Return what is known of a written word that names people, None where it names none."""
    folded = fold(written)
    word = read(folded).word if folded else None
    return word if word is not None and word.kind == PERSON else None


def _told_of_all(words: Sequence[str], k: int) -> Who | None:
    """Return what the noun or adjective right behind "all of them" (and "from") says that they are."""
    outright = words[k : k + 1] != ["من"]
    k += 0 if outright else 1
    if k >= len(words) or (who := _class(words[k])) is Who.UNSPECIFIED:
        return None
    told = read(fold(words[k]))
    if told.preposition or told.conjunction or (outright and told.definite):
        return None
    mixed = k + 1 < len(words) and read(fold(words[k + 1]) or "-").conjunction and _class(words[k + 1]) not in (who, Who.UNSPECIFIED)
    return None if mixed else who


def _civil(written: str) -> bool:
    """Tell whether a word names people who do not fight, a crowd of them or a place of theirs."""
    if _class(written) is Who.CIVILIAN:
        return True
    folded = fold(written)
    return bool(folded) and read(folded).stem in _CIVIL


def _group(words: Sequence[str]) -> Who | None:
    """Return who the people named last before a count were, by a plural; fighters only where nobody else is named and they did nothing."""
    near = words[-_FAR:]
    for k in range(len(near) - 1, -1, -1):
        word = _person(near[k])
        if word is not None and word.value == _PLURAL:
            if word.who is Who.COMBATANT:
                return word.who if _hurt(near, k) else None
            return word.who if word.who is not Who.UNSPECIFIED else None
    return None


def _hurt(words: Sequence[str], k: int) -> bool:
    """Tell whether fighters are those told of: they open their clause as a bare statement, or were counted among the hurt, and no deed or other people are named."""
    if any(_civil(word) or ((folded := fold(word)) and read(folded).stem in _DEEDS) for word in words):
        return False
    if any((other := _person(word)) is not None and other.who is not Who.COMBATANT for word in words):
        return False
    numbered = any(0 <= m < len(words) and (words[m][0].isdigit() or ((folded := fold(words[m])) and (told := read(folded).word) is not None and told.kind == NUMBER)) for m in (k - 1, k + 1))
    return bool(numbered)
