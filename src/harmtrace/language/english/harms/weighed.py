"""Counts that no rule of harm took, weighed once more by one table of signs: "washed nine of them", "its total to 196"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from harmtrace.language.english.counts.records import Counted
from harmtrace.language.english.harms.finder import Finder, one_person
from harmtrace.language.english.harms.things import is_no_harm
from harmtrace.language.english.harms.weights import BIAS, WEIGHTS
from harmtrace.language.english.names import POSSESSIVES
from harmtrace.language.english.words import LEX, NOUNS, NUMBER_WORDS, SAY_WORDS, SINGULARS, THING_WORDS
from harmtrace.language.weighing import weighed
from harmtrace.records.claim import Outcome, Step, Who

#: The rule of a count that the table took for harm, and of a bare one that has no word of harm beside it.
RULE, BARE_RULE = "weighed/1", "weighed-bare/1"


@dataclass(slots=True, kw_only=True)
class Told:
    """What was told before a sentence: what the last count was of, what the first of that sentence was of, and the words right before."""

    last: Outcome | None
    whole: Outcome | None
    deaths: bool
    before: str
    since: int
    counts: Mapping[int, Outcome]
    opens: bool


_DEAD, _HURT, _GONE, _EITHER, _BODIES = "dead", "hurt", "missing", "casualties", "bodies"
#: The classes of words of harm, as the class string has them.
_TAGS = {**dict.fromkeys("kK1dDe", _DEAD), **dict.fromkeys("i3IjW", _HURT), **dict.fromkeys("gu", _GONE), "c": _EITHER, "b": _BODIES, "t": "toll", "L": "loss"}
_OUTCOMES = {_DEAD: Outcome.KILLED, _HURT: Outcome.INJURED, _GONE: Outcome.MISSING, _EITHER: Outcome.KILLED_OR_INJURED, _BODIES: Outcome.BODIES_RECOVERED, "loss": Outcome.KILLED, "deathly": Outcome.KILLED, "sore": Outcome.INJURED, "unknown": Outcome.MISSING}
_TAG_SET = frozenset(_TAGS)
#: Words that go with death, wounds and disappearance without telling of them by themselves.
_SOFT = {
    "deathly": "grave graves graveyard cemetery funeral funerals burial burials bury burying buried shroud shrouds shrouded coffin coffins hearse mortuary morgue obituary obituaries mourn mourns mourned mourning condolences memorial remembered washed fallen fell "
    "flames throat throats gone executed execution executions hanged gallows firing squad massacre martyr martyrs martyred killer killers murder murders died die dying lifeless cold stiff expired breathing breath breathe pulse heartbeat lasted losses loss toll deadly lethal bled".split(),
    "sore": "wound wounds scratch scratches scratched splinter splinters shrapnel fragment fragments bullet bullets pellet pellets crutches wheelchair bandage bandages bandaged bandaging cast plaster sling stitches stitched stretcher stretchers drip ventilator coma unconscious bleeding blood bloody burns burn blisters bruise bruises "
    "fracture fractures fractured broke broken sprained dislocated cracked ruptured pierced slashed cut cuts gash gashes torn severed amputated amputation amputee amputees blind blinded deaf deafened limp limping jaw hip skull rib ribs spine spinal knee knees ankle ankles elbow wrist shoulder shoulders chest stomach belly abdomen thigh thighs "
    "foot feet leg legs arm arms hand hands finger fingers toe toes eye eyes ear ears face cheek nose scalp lung lungs kidney surgery operated operation operations operating theatre hospital hospitals clinic ward wards ambulance ambulances treated treating treatment treat tended tending surgeon patient patients critical serious stable condition concussion smoke inhalation".split(),
    "unknown": "fate trace traced whereabouts disappeared vanished vanish unaccounted unfound unheard searching search searches overboard capsized".split(),
}
_SOFT_OF = {word: kind for kind, words in _SOFT.items() for word in words}
#: What befalls people whom no harm befalls, or not this one.
_AGAINST = {
    "AWAY": "rescued rescue saved save freed free released release arrested arrest arrests detained detain detention seized captured captive abducted abduct kidnapped hostage hostages imprisoned jailed jail prison sentenced convicted charged tried accused wanted suspected questioned acquitted cleared suspended dismissed relieved custody indicted court trial surrendered exchanged swapped pardoned",
    "MOVED": "displaced displace displacement fled flee fleeing evacuated evacuate evacuation escaped sheltered sheltering shelter shelters homeless stranded trapped besieged left leave returned return crossed arrived resettled moved relocated hosted housed camped live lives lived living reside inhabitants population residents home families",
    "FORCE": "deployed deploy armed strong recruited recruits trained training patrol patrols guarded guards guarding fought fighting fight joined mobilised mobilized garrison stationed posted attacked attackers stormed opened fired launched planted wore carrying arrived",
    "GOOD": "aid received receive given food meals parcels vaccinated screened registered born employed hired paid fed taught attended attend enrolled graduated married wedding voted vote elected seats applied invited visited visitors won win played scored championship",
    "BEDS": "beds bed doctors nurses staff staffed capacity ambulances",
}  # fmt: skip
_CLASSES = {word: kind for kind, words in _AGAINST.items() for word in words.split()}
_TOLLS = frozenset("toll total totals tally count figure figures number numbers register registers list lists listed roll book books ledger record records names name".split())
_FUNCTION = frozenset("of by to at from with for in as on and or but than against not no is are was were be been remains remain remained stands stood makes make made has have had the those all only just some another other more , : ; ( ) \" “ ” - – — . ! ? who whom which that where when while before after since until into under inside near including".split())
_VERBISH = frozenset("a V s k i d g R r X B 1 K 3 I L".split())
_NEXT, _NEAR = 2, 6  # chunks to a word of harm
_SHORT, _LONG = 9, 40  # tokens of a sentence
_AND = frozenset("and , ; while but with".split())
_YEARS = range(1800, 2100)


def find_weighed(finder: Finder, told: Told) -> None:
    """Find the counts of harm that no rule took, by what speaks for and against each of them."""
    for at in candidates(finder):
        if BIAS + weighed(signs(finder, at, told), WEIGHTS) > 0:
            take(finder, at, told)
    for at in persons(finder):
        counted = finder.chunks.counts.get(at)
        if BIAS + weighed(signs(finder, at, told), WEIGHTS) > 0:
            take(finder, at, told)
        elif counted is not None:
            del finder.chunks.counts[at]


def persons(finder: Finder) -> Iterator[int]:
    """Yield the persons named by a noun without a number ("her driver", "the elder") where a word near goes with harm, each made a count of one."""
    tags, words = finder.tags, finder.tokens.words
    if "p" not in tags or (_TAG_SET.isdisjoint(tags) and _SOFT_OF.keys().isdisjoint(words)):
        return
    for at, tag in enumerate(finder.tags):
        if tag != "p" or at in finder.chunks.counts or at in finder.found or at in finder.breakdown:
            continue
        start, end = finder.chunks.spans[at]
        head = words[end - 1]
        if _TAG_SET.isdisjoint(tags[max(0, at - _NEAR) : at + _NEAR]) and _SOFT_OF.keys().isdisjoint(words[max(0, start - _NEAR) : end + _NEAR]):
            continue
        if head not in SINGULARS or (start and finder.tokens.words[start - 1] in _NOT_ONE):
            continue
        one_person(finder, at, head)
        if _told_again(finder, at, finder.chunks.counts[at]) or _no_victim(finder, at, finder.chunks.counts[at]) or _breaks_down(finder, at) or _no_people(finder, finder.chunks.counts[at]) or is_no_harm(finder, finder.chunks.counts[at]):
            del finder.chunks.counts[at]
            continue
        yield at


_NOT_ONE = frozenset("every each any no civilian police of".split())


def candidates(finder: Finder) -> list[int]:
    """Return the counts that no rule took, and the persons named by a noun that may be one each."""
    return [
        at for at, counted in sorted(finder.chunks.counts.items())
        if at not in finder.found and at not in finder.breakdown and counted.kind not in "xyz" and not _no_people(finder, counted) and not _breaks_down(finder, at) and not _told_again(finder, at, counted) and not _no_victim(finder, at, counted) and not is_no_harm(finder, counted)
    ]  # fmt: skip


def _no_victim(finder: Finder, at: int, counted: Counted) -> bool:
    """Tell those who do the harm, who tell of it, and those whom a part is taken of: "a sniper killed …", "of those nine villagers, two"."""
    words, raw, tags = finder.tokens.words, finder.tokens.raw, finder.tags
    s, e = counted.start, counted.end
    before, first = words[s - 1] if s else "", words[s - 2] if s > 1 else ""
    behind = words[e] if e < len(words) else ""
    if _present(words, e):
        return True
    if counted.kind == "m":
        if words[e : e + 2] == [",", "including"] or _ends_a_range(words, s):
            return True  # "between 54 and 70, including four children, were hurt": its own words tell what befell them
        if words[s] == "both" or (before == "than" and first in _COMPARED) or before in _COMPARED:
            return True
        if first == "instead" and not finder.found:
            return True  # "91 dinars instead of 87"
        if behind == "names" or (before == "at" and first in _ENDED):
            return True  # the rule of lists has judged it; "stopped at a hundred"
        if before == ";" and (not behind or behind in _CLOSING or behind == ";"):
            return True  # a row of a table
        return behind in _WHERE and ":" in words[:s] and bool(finder.found)  # "ten were killed: four in the market and six on the road"
    if counted.kind not in "nv":
        return False
    if behind in _DOING:
        return True  # "saw three policemen shooting toward the house"
    if any(words[k] in _HELD and words[k + 1] in _AS for k in range(e, min(len(words) - 1, e + _NEAR))):
        return True  # "three people we had counted as dead"
    if any(words[k] in _CARRIED and words[k + 1] in _OFF for k in range(e, min(len(words) - 1, e + _NEAR * 2))):
        return True
    if before in _KEEPS or before == "by" or behind in _FACES or (first == "of" and (before in _THOSE or before in POSSESSIVES)):
        return True
    if counted.kind == "v" and (behind.endswith("ing") or (before == "," and any(h.counted.number.low == 1 and s - 2 <= h.end - 1 < s for h in finder.found.values()))):
        return True  # "one dead, a corporal" is one
    if behind == "," and e + 1 < len(words):
        if words[e + 1][0].isdigit():
            return True  # ages, which the rules of ages have judged
        k = e + 1
        while k < len(words) and raw[k][:1].isupper():
            k += 1
        if e + 1 < k < len(words) - 1 and words[k] == "," and (words[k + 1] in SAY_WORDS or words[k + 1] in _SPEAKING):
            return True
    k = at + 1
    while k < len(tags) and tags[k] in "-&a" and k < at + 4:
        k += 1
    return k + 1 < len(tags) and tags[k] in "k1i3" and "a" not in tags[at + 1 : k] and (tags[k + 1] in "nvmpfx" or (tags[k + 1] == "-" and tags[k + 2 : k + 3] == "x" and finder.word(k + 1) in ("a", "an", "the")))


def _present(words: list[str], e: int) -> bool:
    """Tell whether those counted are only said to be at a place: "over 50 members of the family were in the building"."""
    for k in range(e, min(len(words) - 2, e + _NEAR)):
        if words[k] in _STOPS:
            return False
        if words[k] in ("was", "were"):
            return words[k + 1] in _PRESENT and words[k + 2] in _ARTICLES and "when" not in words[k + 3 : k + 8]
    return False


_PRESENT = frozenset("in inside aboard at".split())
_ARTICLES = frozenset("the a an its their his her".split())
_STOPS = frozenset(", . ; : ! ?".split())


def _ends_a_range(words: list[str], s: int) -> bool:
    """Tell whether a number ends a range that another rule has read or left: "ranged from 30 to “more than 45”"."""
    k = s - 1
    while k >= 0 and words[k] in _BETWEEN:
        k -= 1
    return k > 1 and words[k] == "to" and "from" in words[max(0, k - 5) : k]


_BETWEEN = frozenset("more than over about some nearly up as many \" “".split())
_WHERE = frozenset("in on at near inside outside".split())
_COMPARED = frozenset("younger older than under".split())
_KEEPS = frozenset("keeps keep kept employs employ employed hires hired pays paid trains trained has deploys deployed fields fielded".split())
_ENDED = frozenset("stopped ended ends capped".split())
_DOING = frozenset("shooting firing stabbing attacking chasing killing wounding".split())
_HELD = frozenset("counted listed reported given named taken left mistaken".split())
_AS = frozenset("as for".split())
_CARRIED = frozenset("carried led taken marched driven dragged herded bundled whisked".split())
_OFF = frozenset("off away".split())
_FACES = frozenset("faced faces face threatened".split())
_THOSE = frozenset("those these the".split())


def _told_again(finder: Finder, at: int, counted: Counted) -> bool:
    """Tell "One of them" in "One of them, a woman of 34, lost a leg", where the woman is the claim, and "the oldest of the dead a woman"."""
    if counted.part and counted.number.low == 1 and finder.tags[at + 1 : at + 3] in (",v", ",p"):
        return True
    words = finder.tokens.words
    return counted.kind == "v" and not _SUPERLATIVES.isdisjoint(words[max(0, counted.start - 6) : counted.start])


_SUPERLATIVES = frozenset("oldest youngest eldest latest last first".split())


def _breaks_down(finder: Finder, at: int) -> bool:
    """Tell whether a count stands in a list behind "among them"."""
    k = at - 1
    while k >= 0 and finder.tags[k] in ",&nvmpx-a":
        k -= 1
    return k >= 0 and finder.tags[k] == "q"


def signs(finder: Finder, at: int, told: Told) -> list[str]:
    """Return what speaks for and against a count being one of harm: rows of the table; ``#`` is the count."""
    counted = finder.chunks.counts[at]
    out = [*_own(counted), *_beside(finder, counted), *_harm(finder, at), *_company(finder, at)]
    words = finder.tokens.words
    out += _discourse(finder, at, told)
    e = counted.end
    said = next((k for k in range(e, min(len(words), e + _SPEAKS)) if words[k] in SAY_WORDS or words[k] in _SPEAKING), None)
    if counted.kind in "nv" and said is not None and not any(LEX.get(word, "") in _TAGS for word in words[e:said]):
        out.append("who speaks")
    if counted.part and counted.of == "them":
        noun = finder.tags.find("p", 0)
        if noun != -1 and any(finder.chunks.spans[k][0] in (e, e + 1) for k, tag in enumerate(finder.tags) if tag == "p"):
            out.append("a part, and its noun")
    if e >= len(words) or words[e] in _CLOSING:
        out.append("bare, and closes the sentence" if counted.kind == "m" else "closes the sentence")
    if len(words) <= _SHORT:
        out.append("a short sentence")
    elif len(words) > _LONG:
        out.append("a long sentence")
    a, b = _clause(finder, counted)
    for word in set(words[a:b]):
        if (kind := _CLASSES.get(word)) is not None:
            out.append(kind)
    if not _TOLLS.isdisjoint(words[a : counted.start]):
        out.append("toll words #")
    return sorted(set(out))


def _no_people(finder: Finder, counted: Counted) -> list[str]:
    """Return what makes a number none of people, or one of people who tell of harm: ages, labels, scores, witnesses."""
    words, raw, tokens = finder.tokens.words, finder.tokens.raw, finder.tokens
    s, e = counted.start, counted.end
    out: list[str] = []
    before, behind = words[s - 1] if s else "", words[e] if e < len(words) else ""
    if counted.kind == "m" and not counted.part:
        low = counted.number.low if counted.number.low is not None else counted.number.high
        if low is not None and low <= _OLDEST:
            first = words[s - 2] if s > 1 else ""
            if before == "(" and behind == ")":
                out.append("an age: (#)")
            elif before in ("aged", "age", "turned", "turning") or (before in ("of", "about") and (first in SINGULARS or first == "aged")):
                out.append("an age: aged #")
            elif before in _BEING and not _ONES.isdisjoint(words[max(0, s - 4) : s]):
                out.append("an age: was #")
            elif (words[s] in _YOUNGER and (before in NOUNS or (before in _BEING_MANY and (not behind or behind in _CLOSING or behind in ",;")))) or (before == "and" and s > 2 and words[s - 3] in ("of", "aged") and (words[s - 2][0].isdigit() or words[s - 2] in NUMBER_WORDS)):
                out.append("an age: under #")
            elif before in _HOURS and counted.number.plain and low <= _NOON:
                out.append("an hour")
            elif before == "," and behind == "," and s > 1 and (raw[s - 2][:1].isupper() or first in SINGULARS):
                out.append("an age: , #,")
        if before == "." and s > 1 and words[s - 2] in ("no", "nos", "nr", "art", "para", "sec", "ch", "fig", "vol", "p", "pp"):
            out.append("a label #")
        if s and words[s][0].isdigit() and (raw[s - 1][:1].isupper() or before in _LABELS) and before[:1].isalpha() and s > 1:
            out.append("a label #")
        if before in _SIGNS_OF_SCORES and s and tokens.ends[s - 1] == tokens.starts[s]:
            out.append("glued to another")
        if behind in _SIGNS_OF_SCORES and e + 1 < len(words) and tokens.ends[e - 1] == tokens.starts[e] and tokens.ends[e] == tokens.starts[e + 1] and words[e + 1][0].isalnum():
            out.append("glued to another")
        if counted.number.plain and before == "of" and s > 1 and (words[s - 2][0].isdigit() or words[s - 2] in _TOLLS):
            out.append("N of #")
    if counted.kind == "m" and behind in _BLOWS:
        out.append("# of blows")
    if before == "of" and s > 1 and words[s - 2] == "out":
        out.append("out of #")
    if counted.kind in "nv" and (counted.head in _TELLERS or (before in _HEARD) or (s > 1 and words[s - 2] in _HEARD)):
        out.append("who is heard")
    return out


_BLOWS = frozenset("massacres massacre shootings shooting bombings shellings raids attacks clashes battles".split())
_OLDEST = 110
_NOON = 12
_YOUNGER = frozenset("under over above below".split())
_HOURS = frozenset("after before until till".split())
_CLOSING = frozenset(". ! ? \" ” …".split())
_SPEAKS = 9  # tokens behind a person in which a verb of saying is theirs
_BEING_MANY = frozenset("were are was is be those all aged being mostly".split())
_BEING = frozenset("is was am be turned only".split())
_ONES = frozenset("he she i who boy girl son daughter man woman".split())
_LABELS = frozenset("district sector zone precinct lot point exhibit volume chapter statement report bulletin resolution case file level phase stage floor platform camp site plot hut shelter apartment flat school road bus train boat battalion brigade regiment company division square gate team move entry item line page room house ward unit bed gate day hour week round match game minute age no nos number street block group class".split())
_SIGNS_OF_SCORES = frozenset("- – / : . +".split())
_SPEAKING = frozenset("speaking spoke spoken tells explained explains recalls remembers asked asks insists thinks believes put puts gave gives signed saw watched keeps".split())
_TELLERS = frozenset("survivors survivor witnesses witness escapees escapee monitors monitor investigators experts observers journalists reporters judges spokesman spokeswoman spokesperson sources".split())
_HEARD = frozenset("interviewed interviewing interviews interview met questioned heard asked told".split())


def _discourse(finder: Finder, at: int, told: Told) -> list[str]:
    """Return how a count stands to those told before its sentence and in it: how far the last is, whether its number was told, whether the parts make up a whole."""
    counted = finder.chunks.counts[at]
    kind = "bare" if counted.kind == "m" and not counted.part else "a part" if counted.part else "a noun"
    out: list[str] = []
    if told.last is None:
        out.append("nothing told before" if not finder.found else "told in the sentence alone")
    else:
        away = "1" if told.since == 0 else "2" if told.since == 1 else "3-5" if told.since < 5 else "far"
        out += [f"told before: {told.last.value}", f"{kind}, and told before", f"told {away} before", f"{kind}, told {away} before"]
    number = counted.number.low or counted.number.high
    if number is not None and number > 2 and counted.kind != "v":
        if number in told.counts:
            out += ["its number told before", f"{kind}, its number told before"]
        if _adds_up(finder, at, told):
            out += ["adds up", f"{kind}, adds up"]
    if told.opens:
        out.append("opens a paragraph")
    opening = finder.tokens.words[: counted.start]
    if not any(word[0].isalnum() for word in opening):
        out += ["opens the sentence", f"{kind}, opens the sentence"]
        if told.last is not None and told.since == 0:
            out.append(f"{kind}, right behind one told")
    words = finder.tokens.words
    peers = [(other, c) for other, c in finder.chunks.counts.items() if other != at and c.kind == counted.kind and c.kind in "nmE"]
    front, back = _class(finder, counted.start - 1), _class(finder, counted.end)
    for other, c in peers:
        alike = (back in _JOINS and _class(finder, c.end) == back) or (front in _JOINS and _class(finder, c.start - 1) == front)
        if alike:
            out.append(f"{kind}, like one of harm" if other in finder.found else f"{kind}, like another")
    if counted.part and any(word in NUMBER_WORDS or word[0].isdigit() for word in words[counted.number.end : counted.end]):
        out.append("a part of a number")
    return out


_JOINS = frozenset("by in at on from near to for among inside outside".split())


def _adds_up(finder: Finder, at: int, told: Told) -> bool:
    """Tell whether the counts beside one in its sentence make up, with it, a number told of harm: "64 civilians, 58 soldiers and 17 fighters" of 139."""
    wholes = {number for number in told.counts if number > 3} | {n for h in finder.found.values() if (n := h.counted.number.low or 0) > 3}
    if not wholes:
        return False
    row = [(k, c.number.low) for k, c in sorted(finder.chunks.counts.items()) if c.kind in "nmvE" and c.number.low is not None and c.number.low == c.number.high]
    here = next((k for k, (other, _) in enumerate(row) if other == at), None)
    if here is None:
        return False
    for a in range(max(0, here - 3), here + 1):
        for b in range(here + 2 if a == here else here + 1, min(len(row), a + 5) + 1):
            if sum(n for _, n in row[a:b]) in wholes and b - a > 1:
                return True
    return False


def _clause(finder: Finder, counted: Counted) -> tuple[int, int]:
    """Return the tokens of the clause of a count: between semicolons and colons."""
    words = finder.tokens.words
    a = next((k + 1 for k in range(counted.start - 1, -1, -1) if words[k] in ";"), 0)
    b = next((k for k in range(counted.end, len(words)) if words[k] in ";"), len(words))
    return a, b


def _own(counted: Counted) -> list[str]:
    """Return what a count is by itself."""
    number = counted.number
    kind = "named" if counted.kind == "v" and counted.number.start == counted.start and counted.number.core == counted.start and counted.number.end == counted.end and counted.head else {"n": "many", "v": "one", "m": "bare", "f": "families", "b": "bodies", "E": "deaths", "C": "casualties", "J": "injuries", "l": "lives"}.get(counted.kind, "other")
    out = [kind]
    if counted.kind in "nv":
        out.append(f"{kind} {counted.who.value}")
        if counted.child:
            out.append("of children")
        if counted.woman:
            out.append("of women")
    if counted.part:
        out.append("a part of " + (counted.of or "some"))
    if counted.more:
        out.append("more")
    if number.vague is not None:
        out.append("vague")
    low = number.low if number.low is not None else number.high
    if low is not None and counted.kind != "v":
        out.append("1" if low < 2 else "2-9" if low < 10 else "10-99" if low < 100 else "100-999" if low < 1000 else "1000-")
        if low >= 1000 and low % 500 == 0:
            out.append("round thousands")
        if number.plain and low in _YEARS and counted.kind == "m":
            out.append("like a year")
    if number.approx:
        out.append("about")
    if (number.low is None) != (number.high is None):
        out.append("bounded")
    return out


def _class(finder: Finder, k: int) -> str:
    """Return the class of a token beside a count."""
    words = finder.tokens.words
    if not 0 <= k < len(words):
        return "edge"
    word = words[k]
    if word in _FUNCTION:
        return word
    if word in POSSESSIVES:
        return "OWN"
    if word in SAY_WORDS:
        return "SAY"
    if word in _TOLLS:
        return "TOLL"
    if word in _SOFT_OF:
        return _SOFT_OF[word]
    if word in _CLASSES:
        return _CLASSES[word]
    if word in THING_WORDS:
        return "THING"
    if word[0].isdigit():
        return "NUM"
    symbol = LEX.get(word, "")
    if symbol in _TAGS:
        return _TAGS[symbol]
    if symbol:
        return "lex" + symbol
    if finder.tokens.raw[k][:1].isupper() and k:
        return "NAME"
    return "ING" if word.endswith("ing") else "ED" if word.endswith("ed") else "word"


def _beside(finder: Finder, counted: Counted) -> list[str]:
    """Return what stands right before and behind a count."""
    s, e = counted.start, counted.end
    before, behind = _class(finder, s - 1), _class(finder, e)
    out = [f"{before} #", f"# {behind}"]
    kind = counted.kind
    out += [f"{before} # {kind}", f"# {kind} {behind}"]
    if before in ("of", "by", "to", "at", "as", "with", "for", "in", "\"", "“", "the", ",", "and"):
        out.append(f"{_class(finder, s - 2)} {before} #")
    if behind in ("of", "who", "in", "\"", "”", ",", "and", "are", "were", "had", "have", "has", "is", "was", "to"):
        out.append(f"# {behind} {_class(finder, e + 1)}")
    return out


def _harm(finder: Finder, at: int) -> list[str]:
    """Return which words of harm stand near a count, on which side and how far."""
    tags = finder.tags
    out: list[str] = []
    for side, step in (("behind", 1), ("before", -1)):
        crossed = False
        found = False
        k = at + step
        while 0 <= k < len(tags) and tags[k] != ";":
            kind = _TAGS.get(tags[k])
            if kind is not None:
                gap = abs(k - at)
                far = "next" if gap <= _NEXT else "near" if gap <= _NEAR else "far"
                out.append(f"{kind} {side}, {far}" + (", past a count" if crossed else ""))
                found = True
                break
            crossed |= tags[k] in "nmvfz"
            k += step
        if not found:
            out.append(f"no harm {side}")
    a, b = _clause(finder, finder.chunks.counts[at])
    s, e = finder.chunks.counts[at].start, finder.chunks.counts[at].end
    words = finder.tokens.words
    for k in range(a, b):
        kind = _SOFT_OF.get(words[k])
        if kind is not None and not s <= k < e:
            side = "before" if k < s else "behind"
            out.append(f"{kind} words {side}" + (", near" if (s - k if k < s else k - e) <= _NEAR else ""))
    return out


def _company(finder: Finder, at: int) -> list[str]:
    """Return how a count stands to those of its sentence that are harm."""
    out: list[str] = []
    tags = finder.tags
    for other in finder.found:
        a, b = sorted((at, other))
        between = tags[a + 1 : b]
        if not between.strip(",&-x\"(nvpmfo)") and (set(between) & set(",&") or len(between) < 2):
            out.append("listed with harm" if not between.strip(",&-x\"(") else "in a list with harm")
            if "&" in between:
                out.append("joined to harm")
        out.append("harm counted before" if other < at else "harm counted behind")
        if finder.found[other].counted.number.low == finder.chunks.counts[at].number.low and finder.chunks.counts[at].kind != "v":
            out.append("the same number")
    return out


def take(finder: Finder, at: int, told: Told) -> None:
    """Keep a count as harm of the outcome that the nearest word of harm gives, or that of the count before it."""
    counted = finder.chunks.counts[at]
    outcome, trigger = _outcome(finder, at, told)
    general = next((h.counted for k, h in sorted(finder.found.items(), reverse=True) if k < at), None)
    if counted.kind == "m" and counted.who is Who.UNSPECIFIED and general is not None and general.number.vague is not None:
        finder.chunks.counts[at] = replace(counted, who=general.who)  # "killed a good number of rebels, maybe twenty"
    step = Step.PART if counted.part else Step.TOTAL
    finder.add(at, outcome, trigger, BARE_RULE if counted.kind == "m" and trigger == at else RULE, step=step)


def _outcome(finder: Finder, at: int, told: Told) -> tuple[Outcome, int]:
    """Return what befell those counted, and the word that says so, the count itself where none does."""
    counted = finder.chunks.counts[at]
    if counted.kind in _KINDS:
        return _KINDS[counted.kind], at
    behind, before = _nearest(finder, at, 1), _nearest(finder, at, -1)
    soft = _softly(finder, counted)
    if behind is not None and behind[0] <= _NEXT:
        return behind[2], behind[1]
    if soft is not None and soft[0] > 0 and soft[0] <= _NEAR:
        return soft[1], at
    if before is not None and before[0] <= _NEAR:
        return before[2], before[1]
    if behind is not None and behind[0] <= _NEAR:
        return behind[2], behind[1]
    goes_on = [h.outcome for k, h in sorted(finder.found.items()) if k < at and h.counted.number.low != 0][-1:] or ([told.last] if told.last is not None else [])
    if goes_on and (counted.kind == "m" or soft is None or abs(soft[0]) > _NEAR):
        return goes_on[0], at
    if soft is not None:
        return soft[1], at
    far = behind or before
    return (far[2], at) if far is not None else (Outcome.KILLED, at)


_KINDS = {"b": Outcome.BODIES_RECOVERED, "E": Outcome.KILLED, "C": Outcome.KILLED_OR_INJURED, "J": Outcome.INJURED, "l": Outcome.KILLED}


def _nearest(finder: Finder, at: int, step: int) -> tuple[int, int, Outcome] | None:
    """Return the nearest word of harm on one side with no count between: how far, which chunk, what it tells."""
    k = at + step
    while 0 <= k < len(finder.tags) and finder.tags[k] not in ";nmvf":
        outcome = _OUTCOMES.get(_TAGS.get(finder.tags[k], ""))
        if outcome is not None:
            return abs(k - at), k, outcome
        k += step
    return None


def _softly(finder: Finder, counted: Counted) -> tuple[int, Outcome] | None:
    """Return the nearest word that goes with harm in the clause, negative where it stands before, and what it goes with."""
    words = finder.tokens.words
    a, b = _clause(finder, counted)
    near = [(abs(k - counted.start), k - counted.start, _SOFT_OF[words[k]]) for k in range(a, b) if words[k] in _SOFT_OF and not counted.start <= k < counted.end]
    if counted.start and words[counted.start - 1] in _AND and (behind := [one for one in near if 0 < one[1] <= _NEAR]):
        near = behind  # "5 have died and 11 are in theatre"
    return (min(near)[1], _OUTCOMES[min(near)[2]]) if near else None
