"""Who is heard in a sentence: everyone who may vouch for a count, with who carried their voice."""

from dataclasses import dataclass, replace

from harmtrace.claims.drafts import Sentence
from harmtrace.language.grammar import SentenceMentions, SpeechMention, VoucherMention

#: The kinds of pronouns: they stand for one named before.
PRONOUNS = frozenset(("he", "they", "it"))
_TAIL = 32  # characters between who somebody is and their name
#: Whose people somebody's are, and who is told: they are not heard.
_WHOSE = frozenset(("_'s PERSON", "_'s PEOPLE", "_'s OTHERS", "_'s FIGHTERS", "_'s BODY", "told _"))


@dataclass(slots=True, kw_only=True)
class Heard:
    """One who may vouch for counts: where they are named, and who carried their voice if a frame said so.

    Attributes:
        says: they are told to say, to count, to deny; ``noted`` where that is asked.
        behind: the sign of the words behind those that name them; empty before it is noted.
    """

    mention: VoucherMention
    sentence: Sentence
    speech: SpeechMention | None
    says: bool = False
    behind: str = ""


def hear(text: str, sentence: Sentence, m: SentenceMentions | None) -> list[Heard]:
    """Return everyone in a sentence who may vouch for a count; a frame of speech that names nobody of them adds its own."""
    out = [Heard(mention=mention, sentence=sentence, speech=None) for mention in sentence.grammar.vouchers(text, sentence.start, sentence.end) if _WHOSE.isdisjoint(mention.signs)]
    for speech in m.speeches if m is not None else ():
        if speech.own or speech.pronoun or speech.name_end <= speech.name_start:
            continue
        whole = framed_whole(speech, out)
        over = [each for each in out if each.mention.start < speech.name_end and speech.name_start < each.mention.end and each.speech is None]
        exact = [each for each in over if each.mention.end == speech.name_end or each.mention.start == speech.name_start]
        if whole is not None:
            whole.speech = speech
        elif over:
            (exact or over)[0].speech = speech
        else:
            name = text[speech.name_start : speech.name_end]
            mention = VoucherMention(start=speech.name_start, end=speech.name_end, name=name, kind="FRAME", verb=speech.verb, signs=frozenset(("FRAME",)))
            out.append(Heard(mention=mention, sentence=sentence, speech=speech))
    out.sort(key=lambda each: each.mention.start)
    return _apposed(text, [each for k, each in enumerate(out) if not (k and each.speech is None and any(_tells_of(text, one.mention, each.mention) for one in out[max(0, k - 2) : k]))])


def note(near: list[Heard], *, framed: bool) -> None:
    """Note of those heard what their signs say; ``framed``: whom a frame of speech names is told to say it too."""
    for each in near:
        if not each.behind:
            signs = each.mention.signs
            each.says = (framed and each.speech is not None) or not each.sentence.grammar.cues.spoke.isdisjoint(signs)
            each.behind = min([sign for sign in signs if sign[0] == "_"], default="_")


def framed_whole(speech: SpeechMention, near: list[Heard]) -> Heard | None:
    """Return the subject of a frame's verb of whom the frame took the tail alone: "(the post at) Orla reported", "(a nurse) whom we met in Orla said"."""
    if speech.trailing or speech.label:
        return None
    found: Heard | None = None
    for each in near:
        a, b = each.mention.start, each.mention.end
        if each.mention.verb == speech.verb and a < speech.name_start and each.mention.kind not in PRONOUNS and each.mention.kind != "NAME":
            found = found or each
        elif a < speech.name_end and speech.name_start < b:
            return None  # whom the frame names may vouch
    return found


def whole_of(text: str, speaker: str | None, near: list[Heard]) -> str | None:
    """Return the name of whom a frame of speech names by the tail alone, None where it names them in full."""
    for each in near:
        speech, name = each.speech, each.mention.name
        if speech is not None and each.mention.start < speech.name_start and text[speech.name_start : speech.name_end] == speaker and not name[0].isdigit() and ((text[speech.name_start].islower() and each.mention.end <= speech.name_start) or (speech.name_end <= each.mention.end and " " in text[each.mention.start : speech.name_start].strip())):
            return name
    return None


def _tells_of(text: str, before: VoucherMention, mention: VoucherMention) -> bool:
    """Tell what a person is from who it is: "Ramla, the baker's niece, lost"."""
    return before.kind == "NAME" and mention.kind in ("PERSON", "OTHERS", "PEOPLE") and text[before.end : mention.start] == ", " and text.startswith(",", mention.end)


def _apposed(text: str, out: list[Heard]) -> list[Heard]:
    """Return those heard, of one who is told of twice the name, else what stands first: "A baker from Orla, Ramla Deh, saw", "the register, exhibit 9, holds"."""
    gone: set[int] = set()
    for k in range(1, len(out)):
        one, two = out[k - 1].mention, out[k].mention
        between = text[one.end : two.start]
        if one.verb < 0 or not between.endswith(", ") or len(between) > _TAIL or between.count(",") > 1 or not PRONOUNS.isdisjoint((one.kind, two.kind)):
            continue
        if two.verb != one.verb and not (text.startswith(",", two.end) and one.verb > two.end and two.verb < 0):
            continue
        speech = out[k - 1].speech or out[k].speech
        if one.kind in ("PERSON", "PEOPLE", "OTHERS") and two.kind in ("NAME", "PERSON") and text[two.start].isupper() and "with a number" not in two.signs:
            gone.add(k - 1)
            out[k].mention = replace(two, verb=one.verb, signs=one.signs | {two.kind, "apposed name"})
            out[k].speech = speech
        else:
            gone.add(k)
            out[k - 1].speech = speech
    return [each for k, each in enumerate(out) if k not in gone]
