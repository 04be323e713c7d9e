"""Everyone in an English sentence who may vouch for a count, with what stands round each."""

import re
from collections.abc import Iterator

from harmtrace.language.english.speech.voices import PERSONAL
from harmtrace.language.english.speech.words import (
    DAYS,
    DETERMINERS,
    LABEL_NOUNS,
    MONTHS,
    OUTLETS,
    PRONOUNS,
    QUOTES,
    TITLE_CASE,
    TITLES,
)
from harmtrace.language.english.words import LEX, NOT_NAMES, NOUNS, NUMBER_WORDS, SAY_WORDS, WHO_COMBATANT
from harmtrace.language.grammar import VoucherMention
from harmtrace.language.tokens import Tokens, tokenise

_RECORDS = frozenset(
    "list lists register registers log logs ledger book books notebook diary archive database dataset spreadsheet table leaflet report reports survey surveys study letter memo note notes post posts bulletin communiqué communique "
    "statement statements release summary indictment verdict judgment judgement inquiry investigation assessment review findings document documents file files record records footage video sheet map tally census poster plaque "
    "obituary dispatch telegram message fax email tweet transcript testimony affidavit figures data statistics count estimate".split()
)
_BODIES = LABEL_NOUNS - frozenset("chief director head mayor governor minister president mp coroner resident reporter presenter newsreader witness spokesman spokeswoman spokesperson doctor nurse source sources workers doctors medics official officials prosecutors".split()) | frozenset(
    "forces force side government rebels movement party front militia brigade battalion regiment division unit patrol staff navy guard junta regime cabinet parliament senate embassy consulate mission delegation panel team crews crew "
    "service services charity ngo organisation organization foundation trust fund society union league alliance coalition network observatory monitor watchdog partners partner desk bureau project initiative campaign chamber court "
    "room rooms ward post outpost checkpoint assembly secretariat presidency academy university faculty institute laboratory governorate prefecture headquarters leadership administration diocese archdiocese cell hub helpline hotline wing faction legion squad squadron resistance opposition prison jail orphanage defence defense prosecution morgue mortuary school church mosque parish convent monastery chiefdom municipality tribe clan community company firm operator fire-brigade emergency_ army un nations".split()
)
_PERSONS = frozenset(
    "mr mrs ms dr general colonel major captain lieutenant sergeant corporal admiral president minister spokesman spokeswoman spokesperson mayor governor sheikh imam chief director head deputy doctor nurse teacher farmer driver "
    "abbot monk nun pastor priest bishop deacon rabbi mullah neighbour neighbor cousin commander midwife surgeon paramedic medic rescuer volunteer porter shopkeeper baker herder trader student pupil engineer lawyer journalist "
    "photographer cameraman reporter stringer correspondent resident elder activist analyst expert demographer cook official officer aide adviser advisor envoy ambassador judge prosecutor coroner pathologist paediatrician investigator "
    "researcher inspector administrator prefect registrar gravedigger undertaker warden guard clerk secretary coordinator manager owner landlord keeper fisherman ferryman boatman transporter merchant tailor barber miner worker "
    "labourer survivor witness eyewitness relative mother father brother sister son daughter husband wife widow widower uncle aunt nephew niece grandmother grandfather man woman boy girl matron leader representative speaker "
    "observer informant source caller passenger shepherd hunter mechanic welder janitor caretaker accused defendant suspect attendant catechist superintendent constable detective sheriff marshal brigadier sapper deminer lifeguard dispatcher technician plumber electrician carpenter mason butcher waiter grocer vendor seller buyer broker accountant magistrate justice notary bailiff usher chaplain sexton bystander onlooker passer-by motorist motorcyclist cyclist commuter guest reader listener viewer user blogger follower bride groom orphan grandson granddaughter mother-in-law father-in-law brother-in-law sister-in-law son-in-law stepfather guardian girlfriend boyfriend bro sis mum mom dad cousin private recruit conscript headman headmaster headmistress principal dean rector lecturer professor scholar historian physician anaesthetist obstetrician psychologist radiologist archivist librarian trucker weaver archbishop cardinal chancellor premier king emir sultan warlord ombudsman rapporteur commissioner controller organiser organizer steward postman smith cobbler gardener cleaner laundress maid counsel attorney barrister solicitor claimant plaintiff appellant petitioner complainant councillor councilman deputy_ legislator lawmaker senator founder chairman chairwoman "
    "pilot soldier fighter deserter defector refugee villager townsman policeman fireman firefighter orderly pharmacist dentist mp".split()
)
_PEOPLES = frozenset(
    "residents villagers locals neighbours neighbors witnesses eyewitnesses survivors relatives elders doctors medics nurses paramedics rescuers volunteers officials officers sources activists monitors experts researchers investigators "
    "prosecutors lawyers analysts observers diplomats journalists reporters fishermen traders farmers herders shepherds hunters drivers passengers workers teachers pupils students divers firefighters spotters partners managers "
    "spokesmen authorities police families parents friends colleagues refugees clerks priests monks imams leaders representatives crews engineers soldiers fighters rebels commanders points correspondents locals".split()
)
_NOBODY = frozenset("people persons person others other everyone i we us you nobody nothing none no yes everyone everybody all most more other others such here please not two three four five six seven eight nine ten".split())
_CLASS: dict[str, str] = {}
for _kind, _members in (("RECORD", _RECORDS), ("PERSON", _PERSONS), ("PEOPLE", _PEOPLES), ("MEDIA", OUTLETS - _PERSONS), ("BODY", _BODIES), ("PEOPLE", frozenset([word for word in PERSONAL if word.endswith("s")] + [f"{word}s" for word in _PERSONS])), ("PERSON", PERSONAL - _NOBODY), ("OTHERS", NOUNS - _NOBODY), ("FIGHTERS", WHO_COMBATANT)):
    for _word in _members:
        _CLASS.setdefault(_word, _kind)

_VERBS: dict[str, str] = {}
for _kind, _words in (
    ("CLAIM", "claimed claims claim claiming boasted boasts bragged brags alleged alleges allege contends contended asserted asserts insisted insists maintained maintains vowed swore swears"),
    ("DENY", "denied denies deny denying rejected rejects reject dismissed dismisses disputed disputes refuted refutes"),
    ("ADMIT", "admitted admits admit conceded concedes concede acknowledged acknowledges acknowledge accepted accepts accept owned recognised recognises recognized regretted regrets apologised"),
    ("COUNT", "counted counts count listed lists list registered registers register recorded records record documented documents document logged logs tallied verified verifies estimated estimates estimate reckoned reckons put puts gave gives give "
     "holds hold contains bears identified identifies names named corrected corrects revised revises raised lowers arrived arrives arrive retains retained retain ascertained ascertains confirm confirms confirmed confirming verify verifies updated compiled collected published publishes issued issues released releases posted posts lists noted tracked tracks"),
    ("SEE", "saw sees see heard hears hear watched witnessed found finds find learned learnt learns knew knows know understands understood noticed observed interviewed met believes believed believe thinks thought think doubts fears feared "
     "suspects suspected assumes remembers remembered recalls recalled satisfied convinced certain sure aware adamant positive confident unaware"),
    ("CARE", "treated treats treating received receives receive took takes take taken buried buries bury pulled pulls dug lifted recovered retrieved collected brought carried evacuated washed covered stitched bandaged operated"),
    ("LOSE", "lost loses lose losing mourns mourned mourn"),
):  # fmt: skip
    for _word in _words.split():
        _VERBS.setdefault(_word, _kind)
for _word in SAY_WORDS | frozenset("testified testifies testify telling asks asked adding called calls speaking describes described describe replying replies reply responds responded answers answer comments commented protests protested complains complained declares declare "
    "deposed deposes pleaded pleads submitted submits ruled rules reminded reminds recounted recounts retorted countered counters sez msgd msged tweeted tweets blogged relayed relays informed informs briefed warns warned disclosed revealed reveals confided conveyed conveys repeating reports tells talks talked talk spoken speak" " "
    "remarked remarks pointed points stresses specified specifies clarified clarifies hinted hints indicated indicates indicate relates related narrated narrates whispered whispers shouted shouts repeated repeats predicted predicts complain argue "
    "conclude concludes emphasised emphasised emphasized underlined reiterated promised promises signalled wrote writes write writing texted texts messaged emailed phoned radioed attested attests certified certifies swears opined".split()):
    _VERBS.setdefault(_word, "SAY")
for _word, _tag in LEX.items():
    if _tag in "k1Ki3Id":
        _VERBS.setdefault(_word, "HARM")
    elif _tag in "VXBR":
        _VERBS.setdefault(_word, "DO")
_HELPS = frozenset("has have had also later then now still first only just since yesterday today earlier would will could may might must did does not never both all there here locally alone itself himself herself themselves again already meanwhile would".split())
_BE = frozenset("is are was were be been being am".split())
_STOPS = frozenset("; : . ! ? …".split()) | QUOTES
_FORMS = frozenset("by in at near from to on out off outside with for as inside behind under".split())
_PREPOSITIONS = frozenset("of for at in from to on with near by inside outside into over under between against among after before during since until through along beside behind around about within".split())
_NO_PART = frozenset("above below beyond amid despite per via and or but that which who whom whose where when while because although though if as than so nor not there what how why".split()) | _PREPOSITIONS | _BE | _HELPS | PRONOUNS
_OWNED = frozenset("his her its their our my your".split())
_NUMBERS = frozenset(NUMBER_WORDS) | frozenset("dozens scores hundreds thousands several many few".split())
#: Behind these stands the outlet that was shown or told something.
_SHOWN = frozenset("showed shows gave gives handed hands sent sends wrote phoned telephoned called emailed assured informed asked texted messaged passed offered promised".split())
#: What goes on to the verb that tells: "was able to confirm", "went on to say".
_LEADS_ON = frozenset("able unable ready went goes go came continues continued managed began begins seems appears appeared seemed happened tends refused refuses declined wants wanted prefers chose".split())
_INSET = 18
_REACH = 16


def candidates(text: str, start: int, end: int) -> list[VoucherMention]:
    """Return everyone in a sentence who may vouch for a count, in order."""
    tokens = tokenise(text, start, end)
    out: list[VoucherMention] = []
    for first, last, kind in _phrases(tokens):
        out.append(_mention(text, tokens, first, last, kind))
    return out


def _head(tokens: Tokens, k: int) -> str | None:
    """Return what sort of speaker a word may be the noun of, None where it is none."""
    word = tokens.words[k].removesuffix("'s").removesuffix("s'")
    found = _CLASS.get(word)
    if found == "RECORD" and k and not word.endswith("s") and _CLASS.get(tokens.words[k - 1]) is not None and not tokens.words[k - 1].endswith("s"):
        return found  # "The hospital register"
    if found is not None and (word not in _VERBS or k == 0 or tokens.words[k - 1] in DETERMINERS or tokens.words[k - 1].endswith("'s") or TITLE_CASE.match(tokens.raw[k])):
        return found
    return None


#: Names that would be other words in small letters.
_CAPITALS = frozenset(("US", "IS", "WHO", "IT"))
_CAPITAL = re.compile(r"[A-ZÀ-ÞŠŽĀĪŪ]|(?:al|ad|an|ar|as|ash|az|el|ez)-[A-ZÀ-Þ]")


def _named(tokens: Tokens, k: int) -> bool:
    if tokens.raw[k] in _CAPITALS:
        return True
    return _CAPITAL.match(tokens.raw[k]) is not None and tokens.words[k].partition("-")[0] not in NUMBER_WORDS and tokens.words[k] not in DAYS and tokens.words[k] not in MONTHS and tokens.words[k] not in _NO_PART and tokens.words[k] not in DETERMINERS and tokens.words[k] not in _OWNED and tokens.words[k] not in _NOBODY




def _phrases(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Yield the noun phrases that may name a speaker, first token to one past the last, with their sort."""
    words = tokens.words
    n, k = len(words), 0
    while k < n:
        word = words[k]
        if tokens.raw[k] in _CAPITALS and not (k and tokens.raw[k - 1].isupper()):
            word = "_"
        if word == "it" and k + 1 < n and words[k + 1] in ("is", "was"):
            k += 1
            continue  # "It is feared that"
        if word in DAYS and not words[k].endswith("'s"):
            k += 1
            continue  # "MONDAY Shells hit"
        if word in PRONOUNS:
            yield k, k + 1, "it" if word == "it" else "they" if word == "they" else "he"
            k += 1
            continue
        if not _opens(tokens, k):
            k += 1
            continue
        end, kind, owner = k, None, None
        j = k + (word in DETERMINERS or word in _OWNED or word in _NUMBERS or words[k][0].isdigit())
        while j < n and _part(tokens, j, j > k and kind is not None):
            head = _head(tokens, j)
            named = _named(tokens, j)
            if head is not None or named:
                if words[j].endswith(("'s", "s'")):
                    owner = (k, j + 1, head or "NAME")
                kind = head or ("NAME" if kind is None or kind == "NAME" else kind)
                end = j + 1
            j += 1
            if words[j - 1] in TITLES and words[j : j + 1] == ["."]:
                j += 1
        if kind is None:
            if _acts(tokens, k, j):
                yield k, j, "THING"
            k = max(j, k + 1)
            continue
        if kind == "NAME":
            first = next(t for t in range(k, end) if _named(tokens, t))
            k = first if first > k + 1 else k  # "the column Zara had joined"
        if words[k] in ("this", "these"):
            pass  # "This team": the outlet's own
        elif kind == "NAME" and _adjective(tokens, k, end):
            pass
        elif kind == "NAME" and (k and words[k - 1] in _AT) | (end - k == 1 and (words[k] in NOT_NAMES or words[k] in _OPENERS or (words[k] in LEX and not any(word[0].isalpha() and word not in DAYS for word in words[:k])))):
            pass  # a place, or a word that only opens its sentence
        else:
            whole = _attached(tokens, end, kind)
            if owner is not None and owner[1] < whole:
                yield owner
            yield k, whole, kind
            inner = end + 1
            if whole > inner and words[end] == "of":
                inner += words[inner] in DETERMINERS
                last = next((t for t in range(inner, whole) if words[t] in _PREPOSITIONS), whole)
                if last > inner and (head := _head(tokens, last - 1)) in ("BODY", "MEDIA"):
                    yield end + 1, last, head or "BODY"
            end = whole
        k = max(end, k + 1)


def _adjective(tokens: Tokens, k: int, end: int) -> bool:
    """Tell a name that belongs to the noun behind it, or a word that only opens its sentence: "the Orlan village", "Stay in shelters"."""
    words = tokens.words
    if end >= len(words) or not words[end][0].isalpha() or tokens.raw[end][0].isupper():
        return False
    if end - k == 1 and words[end] in _PREPOSITIONS:
        return not any(word[0].isalpha() for word in words[:k])
    return words[k] in DETERMINERS and words[end] not in _NO_PART and words[end] not in _VERBS and not words[end].endswith(("ed", "ly"))


def _acts(tokens: Tokens, k: int, end: int) -> bool:
    """Tell whether words of no known sort are the subject of a verb by which one tells or counts: "the reviewers hold that", "rescue guys say"."""
    words = tokens.words
    if end <= k or words[end - 1] in DETERMINERS or words[end - 1] in _OWNED or words[end - 1] in _NUMBERS or words[end - 1] in _NOBODY or words[end - 1] in DAYS or words[end - 1] in MONTHS or not words[end - 1][-1].isalpha():
        return False
    last = words[end - 1]
    if words[k] in ("this", "these") or last in _TIMES or last in _MARKS or (k and words[k - 1] == "of") or not (len(last) > 3 and last.endswith(_AGENTS) and not last.endswith("ss")):
        return False
    return _verb(tokens, end)[1] in _TELLING and (k == 0 or words[k - 1] not in _PREPOSITIONS)


#: Words that open a sentence with a capital and name nobody.
_OPENERS = frozenset("last next perhaps nonsense across correction corrections clarification update early late maybe sorry yes thanks note figures trends highlights access health killed wounded injured dead missing sources method context summary note".split())
_AGENTS = ("s", "er", "or", "ist", "ian", "ee", "man", "woman", "guy", "ant", "ppl", "folk", "staff", "crew")
_TIMES = frozenset("day week month year hour minute morning evening night noon midnight afternoon dawn dusk weekend today yesterday tonight days weeks months years hours minutes times mornings evenings nights ago always perhaps besides sometimes afterwards december november october september later earlier after over under never ever quarter winter summer christmas ashes easter center other either rather another together however".split())
_MARKS = frozenset("correction clarification update figures numbers highlights news lines terms casualties deaths losses incidents details things matters facts signs reports claims rumours lives bodies strikes attacks raids".split())
#: What somebody does of whom nothing else tells that they may vouch.
_TELLING = frozenset(("SAY", "CLAIM", "DENY", "ADMIT", "COUNT", "SEE", "HAVE"))
_AT = frozenset("in at on near outside inside around".split())


def _opens(tokens: Tokens, k: int) -> bool:
    word = tokens.words[k]
    if word in DETERMINERS or word in _OWNED or word in _NUMBERS or (word[0].isdigit() and k + 1 < len(tokens.words) and tokens.words[k + 1] in _PEOPLES):
        return True
    if (word in _NO_PART and tokens.raw[k] not in _CAPITALS) or not word[0].isalpha():
        return False
    return word not in _VERBS or _named(tokens, k) or _head(tokens, k) is not None


def _part(tokens: Tokens, j: int, headed: bool) -> bool:
    """Tell whether a word goes on with a noun phrase."""
    word = tokens.words[j]
    if not (word[0].isalpha() or (word == "-" and j + 1 < len(tokens.words))) or (word in _NO_PART and tokens.raw[j] not in _CAPITALS) or word in DETERMINERS or word in _OWNED:
        return False
    if headed and not _named(tokens, j) and _head(tokens, j) is None:
        return tokens.words[j - 1].endswith("'s") or (word not in _VERBS and _CAPITAL.match(tokens.raw[j - 1]) is not None and j + 1 < len(tokens.words) and tokens.words[j + 1] not in _VERBS and _head(tokens, j + 1) is not None)
    return word not in _VERBS or _named(tokens, j) or _head(tokens, j) is not None


def _attached(tokens: Tokens, end: int, kind: str) -> int:
    """Return where a noun phrase ends with what hangs on it: "of the regiment", "for missing persons", "from Konga"."""
    words, n = tokens.words, len(tokens.words)
    for _ in range(3):
        if kind == "RECORD" and words[end : end + 1] == ["of"]:
            return end  # "the count of the coroner": who made it is another
        if end >= n or words[end] not in ("of", "for", "at", "in", "from", "to", "on") or kind in ("NAME", "OTHERS", "FIGHTERS") or words[end - 1].endswith("'s"):
            return end
        if words[end] == "to" and words[end - 1] not in ("adviser", "advisor", "envoy", "ambassador", "aide"):
            return end
        j = end + 1
        j += j < n and (words[j] in DETERMINERS or words[j] in _OWNED)
        while j < n and j < end + 7 and _part(tokens, j, headed=False) and words[j] not in DAYS and words[j] not in MONTHS and not (_named(tokens, j - 1) and not _named(tokens, j) and _head(tokens, j) is None):
            j += 1
        if j == end + 1 or (words[end] in ("in", "at", "on", "for", "from") and not any(TITLE_CASE.match(raw) for raw in tokens.raw[end + 1 : j]) and words[end] != "for"):
            return end
        end = j
    return end


def _mention(text: str, tokens: Tokens, first: int, last: int, kind: str) -> VoucherMention:
    """Return one who may vouch, with what stands round the words that name it: the names of the rows of the table of weights."""
    words = tokens.words
    owner = words[last - 1].endswith(("'s", "s'"))
    verb, behind = _verb(tokens, last)
    before = _before(tokens, first)
    if kind in ("MEDIA", "NAME") and first and words[first - 1] in _SHOWN:
        before = "told"
    signs = [kind, f"{before} _"]
    if owner:
        head = next((_head(tokens, t) for t in range(last, min(len(words), last + 4)) if _head(tokens, t) is not None), None)
        if any(word in ("count", "tally", "figure", "figures", "list", "toll", "total", "estimate", "account", "version", "number", "reckoning") for word in words[last : last + 4]):
            head = "COUNT"
        signs.append(f"_'s {head or 'oth'}")
        if head == "COUNT" and before in ("edge by", "oth by", "according to", "on", "DO by", "HARM by", "edge from"):
            signs.append("by _'s COUNT")
        verb = -1
    else:
        signs.append(f"_ {behind}")
        if before in ("edge", ",", "that", "and", "quote", "time"):
            signs.append(f"subject {behind}")
        if last < len(words) and words[last] == "," and last + 2 < len(words):
            apposed = last + 1 < len(words) and (_named(tokens, last + 1) or _head(tokens, last + 1) is not None or (words[last + 1] in DETERMINERS and any(_head(tokens, t) for t in range(last + 2, min(len(words), last + 5)))))
            if apposed:
                signs.append("apposed behind")
        if first > 1 and words[first - 1] == "," and first > 2 and (_head(tokens, first - 2) is not None or _named(tokens, first - 2)):
            signs.append("apposed before")
    if kind == "NAME" and any(char.isdigit() for word in words[first:last] for char in word):
        signs.append("with a number")
    if words[first] in DETERMINERS:
        signs.append("an" if words[first] in ("a", "an", "another", "one", "some", "two", "three", "four", "several") else "the")
    elif words[first] in ("our", "my"):
        signs.append("our")
    elif words[first] in _OWNED:
        signs.append("his")
    a, b = tokens.starts[first], tokens.ends[last - 1]
    if owner:
        b -= 2 if words[last - 1].endswith("'s") else 1
    return VoucherMention(start=a, end=b, name=text[a:b], kind=kind, verb=tokens.starts[verb] if verb >= 0 else -1, signs=frozenset(signs))


def _before(tokens: Tokens, first: int) -> str:
    words = tokens.words
    k = first - 1
    if k < 0:
        return "edge"
    word = words[k]
    if word == "to" and k and words[k - 1] in ("according", "accordin"):
        return "according to"
    if word in QUOTES:
        return "quote"
    if word in _BE:
        return "BE"
    if word in ("by", "from"):
        beyond = words[k - 1] if k else ""
        kind = "NUMBER" if beyond in _RECORDS or beyond in ("count", "figure", "figures", "toll", "number", "word") else _VERBS.get(beyond, "edge" if k == 0 or not beyond[0].isalpha() else "oth")
        return f"{kind} {word}"
    if word == "of" and k and (words[k - 1] in _RECORDS or words[k - 1] in ("words", "telling", "reckoning", "version")):
        return "RECORD of"
    if all(not piece[0].isalpha() for piece in words[: k + 1]):
        return "edge"
    if word in ("and", ",", "(", ":", "-", "–", "—", "of", "for", "to", "at", "in", "on", "with", "as"):
        return word
    if word in DAYS or word in MONTHS or word in _TIMES or word[0].isdigit():
        return "time"
    if word in ("that", "but", "while", "whereas", "although", "though", "since", "so", "than", "how", "whether", "because", "when", "where", "which", "if"):
        return "that"
    if word in (";", ".", "•", "*", "–"):
        return "edge"
    if word in ("citing", "quoting", "cited", "quoted"):
        return "citing"
    if word in ("told", "tells", "tell", "telling"):
        return "told"
    return _VERBS.get(word, "oth")


def _verb(tokens: Tokens, last: int) -> tuple[int, str]:
    """Return the token and the sort of the verb of which a noun phrase may be the subject."""
    words, n = tokens.words, len(tokens.words)
    j, steps = last, 0
    while j < n and steps < _REACH:
        word = words[j]
        steps += 1
        if word == ":":
            return j, ":" if j - last < 2 else ", :" if words[last] in (",", "(") else "far :"
        if word in QUOTES:
            return j, "quote"
        if word in _STOPS:
            return -1, "."
        if word == "(":
            close = next((t for t in range(j + 1, min(n, j + _INSET)) if words[t] == ")"), None)
            if close is None:
                return -1, "("
            j = close + 1
            continue
        if word == ")":
            return -1, ")"
        if word == ",":
            if j + 1 < n and words[j + 1] in ("and", "but", "while", "when", "as", "after"):
                return -1, ", and"
            close = next((t for t in range(j + 1, min(n, j + _INSET)) if words[t] == "," or words[t] in _STOPS), None)
            if close is not None and words[close] == ":" and not any(words[t][0].isdigit() or words[t] in MONTHS or words[t] in DAYS for t in range(j + 1, close)):
                return close, ", :"  # "A field doctor, reached by radio: one dead"; "Clinic in Orla, 3 May: shells hit" is a heading
            if close is None or words[close] != ",":
                if words[j + 1 : j + 2] in (["who"], ["which"]):
                    at, found = _first_verb(words, j + 2)
                    if found in _TELLING:
                        return at, found
                return -1, ","
            ahead = words[close + 1] if close + 1 < n else "."
            if ahead in _VERBS or ahead in _HELPS or ahead in _BE or ahead in _LEADS_ON:
                j = close + 1
                continue
            return -1, ","
        if word in _HELPS and not (word in ("has", "have", "had") and _has(tokens, j)):
            j += 1
            continue
        if word in ("has", "have", "had"):
            return j, "HAVE"
        if word in _BE and tokens.raw[j] not in _CAPITALS:
            able = next((t for t in range(j + 1, min(n, j + 3)) if words[t] in _LEADS_ON and words[t + 1 : t + 2] == ["to"] and words[t + 2 : t + 3] and words[t + 2] in _VERBS), None)
            if able is not None:
                return able + 2, _VERBS[words[able + 2]]
            at, found = _first_verb(words, j + 1)
            return (at, found) if found == "SEE" else (j, "BE")
        if word == "who" or word == "that" or word == "which":
            at, found = _first_verb(words, j + 1)
            beyond, second = _second_verb(words, at + 1) if at >= 0 else (-1, "")
            return (beyond, second) if beyond >= 0 else (at, f"who {found}") if at >= 0 else (-1, "who")
        if word in ("and", "or"):
            return -1, "and"
        kind = _VERBS.get(word)
        if kind is None and word in _LEADS_ON:
            to = next((t for t in range(j + 1, min(n, j + 4)) if words[t] == "to"), None)
            if to is not None and words[to + 1 : to + 2] and words[to + 1] in _VERBS:
                return to + 1, _VERBS[words[to + 1]]
        if kind is not None and words[j - 1] != "to":
            if word.endswith(("ed", "en", "un", "wn")) and j + 1 < n and words[j + 1] in _FORMS:
                beyond, second = _second_verb(words, j + 1)
                if beyond >= 0:
                    return beyond, second
            return j, kind
        if kind is None and word.endswith("ed") and j == last and len(word) > 4:
            beyond, second = _second_verb(words, j + 1)
            return (beyond, second) if beyond >= 0 else (j, "DO")
        j += 1
    return -1, "none"


def _has(tokens: Tokens, j: int) -> bool:
    """Tell "has" that has something from one that helps another verb."""
    words = tokens.words
    k = j + 1
    while k < len(words) and (words[k] in _HELPS or words[k].endswith("ly")):
        k += 1
    return k < len(words) and words[k] not in _VERBS and words[k] not in _BE and not words[k].endswith("ed")


def _first_verb(words: list[str], j: int) -> tuple[int, str]:
    """Return the verb right behind a token, helping words passed over."""
    for t in range(j, min(len(words), j + 5)):
        if words[t] in _VERBS:
            return t, _VERBS[words[t]]
        if words[t] not in _HELPS and words[t] not in _BE and not words[t].endswith("ly") and words[t] not in DAYS and words[t] != "on":
            break
    return -1, ""


def _second_verb(words: list[str], j: int) -> tuple[int, str]:
    """Return the verb of speech that ends what is told of its subject: "stationed three kilometres off stated"."""
    for t in range(j, min(len(words), j + 14)):
        if words[t] in _STOPS or words[t] in (",", "and", "but", "who", "that"):
            break
        kind = _VERBS.get(words[t])
        if kind in ("SAY", "CLAIM", "DENY", "ADMIT") and words[t - 1] not in ("to", "be"):
            return t, kind
    return -1, ""
