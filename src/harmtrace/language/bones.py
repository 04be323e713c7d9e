"""Names in Arabic and Latin letters -> the consonants that both spellings share."""

import re
from functools import lru_cache
from typing import Final

_ARABIC: Final = dict(zip("بتطثجغدضذرزظسصشفقكخلمن", "btttjjdddrzzsssfkkklmn", strict=True))
_LATIN: Final = {
    **{letter: letter for letter in "bdfjklmnrstz"}, "p": "b", "v": "f", "q": "k", "c": "k", "g": "j", "x": "ks",
}  # fmt: skip
_DIGRAPHS: Final = re.compile(r"([kgsdtcpzj])h")
_ENDING: Final = {"c": "s", "p": "f", "z": "j", "j": "j"}
_DOUBLES: Final = re.compile(r"(\w)\1+")
_VOWELS: Final = "aeiouwyhاويهىةءأإآئؤحع'’-"
_KEPT: Final = str.maketrans({**_ARABIC, **_LATIN, **dict.fromkeys(_VOWELS, "")})
_DROPPED: Final = re.compile(r"[^a-z\s]+")
#: Articles and short titles before a name, apart or joined: "al-", "el ", "ash-"; and the Arabic article.
_ARTICLES: Final = re.compile(
    r"(?<!\w)(?:(?:al|el|ar|as|ash|at|ad|an|az|ez|ul)[-' ]|ال|وال|بال)(?=\w{2})", re.IGNORECASE
)


def bones_of(text: str) -> str:
    """Return a text with each word's consonants alone, in classes that spellings in both scripts share.

    Vowels, h, w and y go, and what Latin spellings do not tell apart becomes one letter (ض د ذ d, ق ك خ k, س ص ش s).
    A key for finding, never for deciding: other names have the same bones.

    >>> bones_of("Kansafra, al-Shuhail") == bones_of("كنصفرة، الشحيل")
    True
    """
    plain = _ARTICLES.sub("", text.casefold())
    plain = _DIGRAPHS.sub(lambda match: _ENDING.get(match[1], match[1]), plain)
    return _DOUBLES.sub(r"\1", _DROPPED.sub("", plain.translate(_KEPT)))


@lru_cache(maxsize=65_536)
def bones(name: str) -> str:
    """Return the bones of one name, as one word.

    >>> bones("Kafr Nuran") == bones("كفرنوران")
    True
    """
    return bones_of(name).replace(" ", "")
