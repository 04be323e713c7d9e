"""Words round an English count -> what they say of its span, one event or a time: rows of ``span_weights``."""

from typing import Final

from harmtrace.language.english.events import MEANS
from harmtrace.language.english.sites import SITES
from harmtrace.language.tokens import tokenise

_KINDS: Final = (
    ("BLOW", "strike airstrike raid attack blast bombing explosion shelling incident massacre ambush clash shell rocket missile bomb assault event crash collapse fire stampede landslide accident collision salvo volley shooting drone gunman grenade mine gunmen device"),
    ("BLOWS", "strikes airstrikes raids attacks blasts bombings explosions shellings incidents massacres ambushes clashes battles mines remnants hostilities fighting violence war conflict crackdown campaign offensive siege unrest events assaults shootings skirmishes operations executions kidnappings accidents protests engagements firefights bombardments"),
    ("SICK", "cholera measles disease epidemic outbreak fever diarrhoea diarrhea dengue malaria meningitis diphtheria hunger malnutrition cold famine heat floods flood rains covid"),
    ("KEPT", "documented recorded registered logged verified counted tallied compiled monitored tracked catalogued listed reported noted confirmed records documents counts lists registers logs"),
    ("SUM", "total altogether overall cumulative cumulatively combined alone totals totalled totalling sum"),
    ("FIGURE", "toll figure figures number numbers count tally register list ledger database statistics score roll record deaths fatalities casualties injuries"),
    ("BRING", "brings bringing brought taking takes raising raises raised rises risen rose lifting lifts pushing stands stood standing"),
    ("SPAN", "day days week weeks month months year years quarter fortnight season term period decade weekend summer winter spring autumn yr yrs half"),
    ("EACH", "every each daily weekly monthly per average"),
    ("WIDE", "country countrywide nationwide province provinces governorate governorates region regions district districts state county territory everywhere sides border strip bank"),
    ("PARTS", "of them among including"),
    ("SIDE", "troops army forces ranks soldiers fighters losses side military ministry police servicemen militants rebels"),
    ("MORE", "another further more additional others other"),
    ("NTH", "first second third fourth fifth sixth seventh eighth ninth tenth"),
    ("SAW", "saw seen heard told said says say witness nurse doctor"),
)  # fmt: skip
_CLASS: Final[dict[str, str]] = {word: kind for kind, words in reversed(_KINDS) for word in words.split()}
_CLASS.update({word: "SITE" for word in SITES if word not in _CLASS})
_CLASS.update({word: "MEANS" for word in MEANS if word not in _CLASS})
#: Words that stand for themselves.
_LEADS: Final = frozenset("since between throughout during within past last previous so across all".split())
_CLASS.update({word: word for word in _LEADS})
_PERFECT: Final = frozenset("been killed died lost claimed wounded injured".split())
_ARTICLES: Final = {"a": "a", "an": "a", "one": "a", "the": "the"}
_OF_SPAN: Final = {"this": "this", "the": "the", "that": "the", "last": "the", "past": "the"}


def signs(text: str, at: int, start: int, end: int, a: int, b: int) -> list[str]:
    """Return the rows for the count at ``at``, whose words are ``text[start:end]``, in the clause ``text[a:b]``, each once."""
    found: dict[str, None] = {}
    tokens = tokenise(text, min(a, start), max(b, end))
    words, starts = tokens.words, tokens.starts
    before = ""
    for k, word in enumerate(words):
        kind = _CLASS.get(word)
        if kind is None and word not in ("have", "has", "had"):
            before = word
            continue
        stands = starts[k]
        side = "within" if start <= stands < end else "before" if stands < at else "behind"
        if kind is None:
            if k + 1 < len(words) and words[k + 1] in _PERFECT:
                found[f"{word} been, {side}"] = None
        else:
            found[f"{kind} {side}"] = None
            if kind in ("BLOW", "SITE", "MEANS", "NTH"):
                article = _ARTICLES.get(before)
                if article is not None:
                    found[f"{article} {kind} {side}"] = None
            elif kind == "SPAN" and k:
                found[f"{_OF_SPAN.get(before, 'some')} SPAN {side}"] = None
        before = word
    return list(found)
