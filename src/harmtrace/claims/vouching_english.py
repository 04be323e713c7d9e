"""What the words of an English text say of who vouches for a count in it."""

from collections.abc import Sequence
from typing import Final

from harmtrace.claims.alike import telling
from harmtrace.claims.asking import Asking, Option
from harmtrace.claims.hearing import Heard
from harmtrace.claims.vouching_weights import MARGIN, WEIGHTS

_STANDS_FOR: Final = {
    "he": frozenset(("PERSON", "NAME", "OTHERS", "FIGHTERS")),
    "they": frozenset(("PEOPLE", "BODY", "OTHERS", "MEDIA", "NAME", "FIGHTERS")),
    "it": frozenset(("BODY", "RECORD", "MEDIA", "NAME")),
}
_SCARE = 40  # characters of a quotation up to which it is rather a phrase held at arm's length
_SAME = 3  # sentences of its own paragraph before a count in which who tells may tell on
_OPENS = 6  # characters of an article before who opens a sentence
_PLACED: Final = frozenset(("in _", "at _", "to _", "of _", "on _", "oth from _", "edge from _", "DO from _", "with a number"))
#: Signs of those who may tell on behind their own sentence.
_TELLING: Final = frozenset(f"_ {verb}" for verb in ("SAY", "CLAIM", "DENY", "ADMIT", "COUNT", "SEE", "HAVE", "LOSE", ":"))
_FAR_BACK = "taken: pronoun of one far back"


class English(Asking):
    """A count in an English text."""

    weights = WEIGHTS
    margin = MARGIN
    goes_on = True
    whole_names = True
    in_lines = True
    standing = frozenset(("carried", "nobody, of one in doubt"))  # what carries a voice on (a line's label, a record, who told it all) is more than the table sees; a doubt is the outlet's own
    pronouns = frozenset(_STANDS_FOR)
    comes_to_harm = frozenset(("_ HARM", "BE _"))
    by_verb = True

    def told(self, here: Sequence[Heard]) -> bool:
        """Tell whether anybody in the count's own sentence does what those do who vouch for a count."""
        tells = self.sentence.grammar.cues.tells
        return any(not tells.isdisjoint(each.mention.signs) for each in here)

    def outlet(self) -> Sequence[str]:
        """Return what the count's sentence is like, and who tells in it and before it, for the outlet."""
        asked, sentence = self.asked, self.sentence
        self._teller: Heard | None = None  # who told last before the sentence
        like = self._like = sentence.grammar.like(self.text, sentence.start, sentence.end, asked.start, asked.end)
        if asked.quotation is not None:
            like.append("scare quote" if asked.quotation[1] - asked.quotation[0] < _SCARE else "long quote")
        told = False
        for each in self.near:
            if each.says and each.sentence.index != sentence.index:
                self._teller = each
                told = told or (each.sentence.index == sentence.index - 1 and each.sentence.paragraph == sentence.paragraph)
        here = self.told([each for each in self.near if each.sentence.index == sentence.index])
        self._here = "another tells here" if here else "nobody tells here"
        outlet = "outlet, one tells here" if here else "outlet, one told before" if told else "outlet, nobody tells"
        return [outlet, *[f"{outlet} | {each}" for each in like]]

    def own(self, each: Heard) -> bool:
        """Tell whether somebody gathers for the outlet, or is what it published before: the outlet vouches then."""
        return self.sentence.grammar.cues.own_staff.search(each.mention.name) is not None

    def among(self) -> Sequence[Heard]:
        """Return those of the ones heard near the count who are not the outlet's own."""
        return [each for each in self.near if not self.own(each)]

    def beside(self, each: Heard) -> Sequence[str]:
        """Return what the sort and the place of somebody say, and for one named before the sentence, what it is like."""
        mention, sentence = each.mention, self.sentence
        out: list[str] = []
        if mention.kind == "NAME":
            out += (
                "NAME: no place" if telling(mention.name).isdisjoint(self.talk.places) else "NAME: a place",
                "NAME: two words" if " " in mention.name else "NAME: capitals" if any(letter.isupper() for letter in mention.name[1:]) else "NAME: one word",
            )
        gap = sentence.index - each.sentence.index
        out.append(f"{mention.kind} {each.behind}")
        out.append(f"{mention.kind}, {'here' if not gap else 'sentence before' if gap == 1 else 'earlier'}")
        beside = each.sentence.paragraph == sentence.paragraph
        if not gap or (gap > 1 and not (beside and gap <= _SAME)):
            return out
        place = self.where(each)
        if gap == 1 and beside:
            out.append(f"{place}: {each.behind}")
        tells = " telling" if each.speech is not None or not _TELLING.isdisjoint(mention.signs) else ""
        out += [f"{place}{tells} | {like}" for like in self._like]
        if self._teller is each:
            out.append(f"{place}: last to tell")
        out.append(f"{place}: {self._here}")
        if each.sentence.first_of_paragraph and mention.start - each.sentence.start < _OPENS:
            out.append(f"{place}: opens its paragraph")
        return out

    def means(self, pronoun: Heard, each: Heard) -> bool:
        """Tell whether somebody is of those for whom a pronoun stands, and no place."""
        kind = each.mention.kind
        return kind in _STANDS_FOR[pronoun.mention.kind] and not (kind == "NAME" and not _PLACED.isdisjoint(each.mention.signs))

    def only_taken(self) -> str:
        """Return the row of who was taken where nobody near the count is: by a pronoun, of one named far back."""
        speaker = self.asked.speaker
        return _FAR_BACK if self.how == "pronoun" and speaker is not None and speaker.lower() not in _STANDS_FOR else super().only_taken()

    def chosen(self, found: Sequence[Option]) -> Option | None:
        """Return the answer that outweighs who was taken; one far back whom a pronoun means stands."""
        return None if found[-1].rows[-1] == _FAR_BACK else super().chosen(found)
