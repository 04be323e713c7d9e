"""What the words of an Arabic text say of who vouches for a count in it."""

from collections.abc import Sequence
from typing import Final

from harmtrace.claims.asking import MOST, NEAR, Asking, same
from harmtrace.claims.hearing import Heard
from harmtrace.claims.vouching_weights_arabic import MARGIN, WEIGHTS

_FORMS: Final = {"HE": "he", "SHE": "she", "MANY": "many"}
_FEW = 4  # voices that a text gives the word to one after the other
#: One of these must be true of somebody in another sentence.
_IDLE: Final = frozenset(("spoke", "edge _", "as for _", "NAME"))
_STIRS: Final = frozenset(("spoke", "edge _", "as for _"))


class Arabic(Asking):
    """A count in an Arabic text."""

    weights = WEIGHTS
    margin = MARGIN
    top = 2
    close = 1
    in_lines = True
    standing = frozenset(("framed",))
    pronouns = frozenset(_FORMS)
    framed = True

    def stands(self) -> bool:
        """Tell whether who was taken gives out the list that the count is of."""
        asked, text, source = self.asked, self.text, self.talk.source
        if asked.speaker is None or self.how != "carried":
            return False
        at = text.rfind(asked.speaker, 0, asked.at)
        end = text.find("\n", at)
        return at != -1 and at < end < asked.at and text[end - 1] == ":" and not (source is not None and same(source, asked.speaker))

    def among(self) -> Sequence[Heard]:
        """Return those who are not the outlet's own, and in other sentences do not only stand there."""
        self._form = self._by_verb()
        return [each for each in self.near if not self._ours(each) and (each.sentence is self.sentence or each.speech is not None or not _IDLE.isdisjoint(each.mention.signs))]

    def outlet(self) -> Sequence[str]:
        """Return how the outlet speaks of itself and its own in the count's sentence."""
        here = [each.mention for each in self.near if each.sentence is self.sentence and self._ours(each)]
        return [f"outlet: {'we tell' if mention.kind == 'WE' else 'ours'} {'before' if mention.start < self.asked.at else 'behind'}" for mention in here]

    def _ours(self, each: Heard) -> bool:
        mention = each.mention
        return mention.kind == "WE" or "ours" in mention.signs or self.sentence.grammar.cues.own_staff.search(mention.name) is not None

    def beside(self, each: Heard) -> Sequence[str]:
        """Return by what words somebody tells the count."""
        asked, cues, text, mention = self.asked, self.sentence.grammar.cues, self.text, each.mention
        ahead, where = _ahead(each), self._place(each)
        out = [f"{where}: {ahead}", f"{where}: {mention.kind}"]
        if each.sentence.index <= 1:
            out.append("at the top")
            if mention.kind in ("BODY", "RECORD"):
                out.append(f"at the top: {mention.kind}")
        if where != "here" or "spoke" not in mention.signs:
            return out
        if mention.end <= asked.at:
            between = text[max(mention.end, mention.verb) : asked.start]
            since = any("spoke" in other.mention.signs for other in self.near if mention.end <= other.mention.start < asked.at)
            how = "another spoke" if since else "that" if cues.tells_that.search(between) is not None else "of" if cues.tells_of.match(between) is not None else "stop" if cues.ends_telling.search(between) is not None else "plain"
            out += (f"tells: {how}", f"tells: {how}, {_size(between)}", f"tells: {how}, {ahead}")
        elif mention.start >= asked.end:
            between = text[asked.end : mention.start]
            since = any("spoke" in other.mention.signs for other in self.near if asked.at <= other.mention.start < mention.start)
            how = "another spoke" if since else "turned" if cues.tells_anew.search(between) is not None else "plain"
            out += (f"told: {how}, {ahead}", f"told: {how}, {_size(between)}")
        return out

    def voice(self, each: Heard, *, meant: bool) -> Sequence[str]:
        """Return what the talk of the whole text says of somebody, and whether a verb that names nobody may tell of them."""
        return self._in_talk(each) if meant or self._form is None else [*self._in_talk(each), *self._by_form(each, self._form)]

    def _in_talk(self, each: Heard) -> list[str]:
        asked, said, name = self.asked, self.talk, each.mention.name
        mine, heard, out = said.of(name), said.heard, list[str]()
        before = next(((name, at) for name, at in reversed(heard) if at < asked.at), None)
        behind = next((name for name, at in heard if at >= asked.end), None)
        round_it = behind is not None and same(behind, name)
        if mine:
            out.append("heard" if len(mine) == 1 else "heard again")
            if same(heard[0][0], name):
                out.append("first heard")
                if len(mine) == len(heard):
                    out.append("alone heard")
            if before is not None and same(before[0], name):
                out += ("last heard", f"last heard: {min(self.text.count(chr(10), before[1], asked.at), MOST)} lines back")
                if round_it:
                    out.append("heard round")
                if asked.period:
                    out.append("last heard, of a time")
        if round_it:
            out.append("next heard")
        most, share = said.most
        if most is not None and same(most, name):
            out += ("vouches for most", f"vouches for most: {share}")
        if asked.speaker is None:
            if not heard:
                out.append("nobody heard")
            elif mine and len(mine) == len(heard):
                out.append(f"alone heard, {self._place(each)}")
            few = len({name for name, _ in heard})
            if few < _FEW and mine and heard[0][1] == mine[0]:
                out.append(f"first of {few} heard, {_ahead(each)}")
        return out

    def means(self, pronoun: Heard, each: Heard) -> bool:
        """Tell whether somebody may be meant by a verb of telling that names nobody: they speak, or open a sentence."""
        mention = each.mention
        if mention.kind in _FORMS or mention.kind == "WE" or (_FORMS[pronoun.mention.kind] not in mention.signs and mention.kind not in ("NAME", "FRAME")):
            return False
        return each.speech is not None or not _STIRS.isdisjoint(mention.signs)

    def _by_verb(self) -> str | None:
        """Return "she", "many" or "he" where a verb alone tells whose words the count is of: "and she added that"."""
        held = [s for s in self.m.speeches if s.pronoun and s.scope_start <= self.asked.at < s.scope_end]
        if not held:
            return None
        cues = self.sentence.grammar.cues
        word = "".join([letter for letter in self.text[held[-1].verb : held[-1].verb_end] if letter.isalpha()])
        return "many" if cues.of_many.search(word) is not None else "she" if cues.of_woman.search(word) is not None else "he"

    def _by_form(self, each: Heard, form: str) -> list[str]:
        """Return whether somebody is of the kind that such a verb tells, and how near: rows of the table."""
        mention, at = each.mention, self.asked.at
        if mention.start >= at:
            return []
        fits = form in mention.signs or (form == "he" and mention.kind == "NAME")
        out = [f"pronoun: {'fits' if fits else 'another'}", f"pronoun: {self._place(each)}"]
        if fits:
            nearer = [other for other in self.near if mention.end <= other.mention.start < at and other.says and form in other.mention.signs]
            out.append(f"pronoun: {min(len(nearer), MOST)} nearer")
        return out

    def _place(self, each: Heard) -> str:
        gap = self.sentence.index - each.sentence.index
        return "here" if gap == 0 else "sentence before" if gap == 1 else "earlier"


def _ahead(each: Heard) -> str:
    """Return the sign of what stands before the words that name somebody."""
    return min([sign for sign in each.mention.signs if sign[-2:] == " _"], default="_")


def _size(between: str) -> str:
    return "beside" if len(between) * 5 < NEAR * 2 else "near" if len(between) < 2 * NEAR else "far"
