"""English positions, blame and exposure: patterns over a sentence's words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Final, Generic, TypeVar

from harmtrace.language.english.answer_turns import TURNS
from harmtrace.language.english.answers import BLAME_NEEDS, NEEDS, answers, laid
from harmtrace.language.english.blame_frames import BLAME_FRAMES
from harmtrace.language.english.blame_told import BLAME_TOLD, TOLD, holds
from harmtrace.language.english.chunks import Chunks
from harmtrace.language.gates import Gates, Opened
from harmtrace.language.grammar import EVERYTHING, BlameMention, ExposureMention, PositionMention
from harmtrace.language.late import late
from harmtrace.language.needs import needs, plain
from harmtrace.language.tokens import Tokens
from harmtrace.records.claim import Stated
from harmtrace.records.measure import Count

_A = TypeVar("_A")
_READY: list[list[int]] = []

# (stated, name, gates, pattern); the first that matches words keeps them
_POSITION_ROWS: tuple[tuple[Stated, str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (stated, name, gates, late(pattern, re.IGNORECASE))
    for stated, name, gates, pattern in (
        (Stated.NON_CREDIBLE, "non-credible", ("credible", "unfounded", "unsubstantiated", "baseless", "groundless"), r"\b(?:(?:deem|assess|judg|rul|consider|rat|clos|reject|dismiss)(?:ed|es|s|d|ing|e)?|f(?:inds|inding|ound)|was|were|is|are|as)\b[^.;]{0,40}?\b(?:non-?credible|not credible|unfounded|unsubstantiated|baseless|groundless)\b[^.;]*"),
        (Stated.NON_CREDIBLE, "without-substance", ("without substance", "without foundation", "without merit", "no substance"), r"\b(?:found|judged|deemed|considered) to be without (?:substance|foundation|merit)\b"),
        (Stated.NON_CREDIBLE, "insufficient", ("insufficient", "not enough"), r"\b(?:insufficient|not enough) (?:evidence|information)\b[^.;]{0,80}"),
        (Stated.NON_CREDIBLE, "item", ("substantiated", "credible"), r"^\W{0,4}(?:unsubstantiated|not substantiated|non-credible|not credible)\W{0,3}$"),
        (Stated.STRIKE_ACKNOWLEDGED, "acknowledges-strike", ("acknowledg", "confirm", "admit"), r"\b(?:acknowledged|acknowledges|confirmed|confirms|confirm|admitted|admits|has confirmed|has acknowledged)\b[^.;]{0,60}?\b(?:air ?strikes?|strikes?|air attacks?|air raids?|raid|bombing|bombed|struck|attack|sorties?|air mission)\b[^.;,]{0,40}"),
        (Stated.STRIKE_ACKNOWLEDGED, "own-strike", (" conducted", " struck", " carried out", " launched", " bombed", " targeted", " hit"), r"\b(?:the |our |its |we |it |coalition |U\.S\. |american |russian |israeli |saudi-led ){0,8}(?:coalition|warplanes|aircraft|forces|jets|military|ships|boats|gunners|batteries|units|drones|helicopters|artillery|we|it|they|targets)\b (?:had |has |have )?(?:been )?(?:conducted|struck|carried out|launched|bombed|targeted|hit)\b(?:[^.;\"”]|(?<=[\w ])[\"“”](?=\w)){0,90}"),
        (Stated.STRIKE_ACKNOWLEDGED, "conceded-strike", ("conceded", "admitted", "acknowledged"), r"(?<![\w’-])[A-Z][^.;,]{4,60}?\b(?:had |have )?(?:fired|struck|hit|bombed|shelled|launched|attacked|dropped)\b[^.;,]{0,50}(?=, (?:he|she|it|they|the \w+) (?:conceded|admitted|acknowledged)\b)"),
    )
)  # fmt: skip

_STRIKE_BODY = re.compile(
    r"coalition|military|army|pentagon|centcom|central command|air force|defen[cs]e (?:ministry|forces|minister)|\bidf\b|task force|command\b|command(?:er|ant)|general\b|colonel|\bmajor\b|captain|officers?\b|rebels|moscow|russia|nato|kremlin|navy|junta|saudi|spokes|inherent resolve|\bwe\b|sdf\b|\bU\.?S\.?\b", re.IGNORECASE
)


#: What the patterns below need, as bits above those of triggers.
GATES: Final = Gates(first=EVERYTHING.bit_length())


class _Table(Generic[_A]):
    """Rows of patterns, each tried only where what it needs stands in a sentence."""

    def __init__(self, rows: tuple[tuple[_A, str, tuple[str, ...], re.Pattern[str]], ...]) -> None:
        self._rows = rows

    @cached_property
    def _opened(self) -> Opened:
        return Opened([GATES.bits((*needs(pattern.pattern, pattern.flags), *((frozenset(map(plain, gates)),) if gates else ()))) for _, _, gates, pattern in self._rows])

    def opened(self, mask: int) -> list[int]:
        """Return the numbers of the rows that may find something in a sentence whose pieces are ``mask``."""
        return self._opened.rules(mask)

    def matches(self, piece: str, mask: int = -1) -> Iterator[tuple[_A, str, re.Match[str]]]:
        """Yield what each row finds, in order of the rows."""
        for number in self._opened.rules(mask):
            first, second, _, pattern = self._rows[number]
            for m in pattern.finditer(piece):
                yield first, second, m


_BARE = 3  # characters that may follow "held X responsible for", "accused X of" without naming what
_HELD_TO = re.compile(r"^\s*(?:alone )?(?:responsible|accountable|of)\b(?: for)?", re.IGNORECASE)
_LEAST = 16
_LINK = re.compile(r"[\s,]{0,5}(?:\band\b)?(?: that)?[\s,]{0,5}$")
_UNFOUNDED = re.compile(r"(?:was|were|is|are)(?: [\"“]?\w+){0,2}? [\"“]?(?:unfounded|baseless|groundless)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\W{0,3}(?:It|They|He|She)\b")
_NOBODY_HURT = re.compile(r"(?:denied|denies|deny|rejected|rejects) (?:on \w+ )?that (?:anyone|anybody|any civilians?|any people|any residents?|civilians|people) (?:had|has|have|was|were)\b")
_NEXT_VERB = re.compile(r" and (?:it )?(?:has|have|had|is|was|will|would)\b")
_TURN_ROWS: tuple[tuple[Stated, str, tuple[str, ...], re.Pattern[str]], ...] = tuple((stated, name, (), late(pattern, re.IGNORECASE)) for stated, name, pattern in TURNS)
_POSITIONS = _Table(_POSITION_ROWS)
_TURNS = _Table(_TURN_ROWS)
_LAID = Opened([GATES.bits(needed) for needed in BLAME_NEEDS])
_ANSWERS = Opened([GATES.bits(needed) for needed in NEEDS])


def find(text: str) -> list[tuple[int, int]]:
    """Return where what positions and blame need stands in a text, and its bits."""
    if not _READY:
        _READY.extend((_POSITIONS.opened(0), _TURNS.opened(0), _BLAMES.opened(0), _ANSWERS.rules(0), _LAID.rules(0)))
    return GATES.find(text)


def opened(mask: int) -> bool:
    """Tell whether a sentence whose pieces are ``mask`` may state a position or lay blame."""
    return bool(_ANSWERS.rules(mask) or _LAID.rules(mask) or _POSITIONS.opened(mask) or _TURNS.opened(mask) or _BLAMES.opened(mask))


#: Who says so is the reader's matter: "Its tanks returned fire", "confirmed a sortie".
_OWNED_UP = ("confirms-", "acknowledges-", "said-strike-ours", "said-strike-razed", "strike-is-confirmed", "did-strike", "does-not-deny", "turn-")


def lays(mask: int) -> bool:
    """Tell whether a sentence whose pieces are ``mask`` may lay blame."""
    return bool(_LAID.rules(mask) or _BLAMES.opened(mask))


#: What says least of all that one sentence may say of an allegation.
_WEAK = frozenset(("is-aware", "takes-seriously", "unsure"))
_BEFORE = 40
_CALL = 90
_LOOKS_INTO = (Stated.UNDER_REVIEW, Stated.ASSESSMENT_OPENED, Stated.INVESTIGATION_OPENED)
_ASKS = late(r"\W{0,3}(?:Q: )?(?:Will|Would|Has|Have|Did|Does|Do|Is|Are|Was|Were|When|Why|Who|How|Can|Could|Should|Had|What)\b[^.;:!\"“”]{0,300}\?\W{0,3}$")
_CALLED_ON = late(
    r"\b(?:call(?:s|ed|ing)?|urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|press(?:ed|es|ing)?|appeal(?:s|ed|ing)?|want(?:s|ed)?|beg(?:s|ged)?|implore[sd]?|plead(?:s|ed)?|petition(?:s|ed)?|invite[sd]?|request(?:s|ed)?|recommend(?:s|ed)?|refus\w+|fail\w+|declin\w+|yet|need(?:s|ed)?|unwilling|reluctant)\b[^.;:]{0,70}\bto (?:\w+ )?$"
    r"|\b(?:should|must|ought to|could|might|never|not|unless|if|until|whether)(?: \w+){0,3} $|\b(?:call(?:s|ed|ing)?|demand(?:s|ed|ing)?|appeal(?:s|ed)?|plea|pleas|press(?:ed|ing)?) (?:for )?(?:an? |the )?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_OTHER_MATTER = late(
    r"\b(?:into|investigating|probing|examining|reviewing|of|on) (?:the |an? |its |their |alleged |suspected )?(?:[\w’'-]+ ){0,2}?(?:sale|purchase|thefts?|fraud|corruption|spending|budget|finances|tenders?|contracts?|procurement|elections?|prices?|leaks?|smuggling|bribery|bribes|embezzlement|tax(?:es)?|derailment|outbreak|doping|fees|salaries|pay)\b",
    re.IGNORECASE,
)
#: A demand is no act; an inquiry does not deny; what has nothing to do with a blow answers no allegation of one.
_DEMANDED = late(r"\b(?:demand|call|urg|ask|want|press|appeal|must|should|ought|need|whether|if|unless|until|expect)\w{0,3}\b[^.;:]{0,70}$", re.IGNORECASE)
_OTHERS_DID = late(r"\bthat (?!it\b|they\b|we\b|(?:its|our) (?:own )?\w+ (?:had |have |has )?(?:fired|struck|shelled|bombed|hit|raided|attacked|shot|launched|carried|conducted)\b|(?:the|a) (?:air ?)?(?:strike|raid|attack)\b)", re.IGNORECASE)
_OWNS_UP = late(r"\b(?:admit|conced|acknowledg|accept|said|says|recogni)", re.IGNORECASE)
_OWNING_UP = ("turn-apologised", "turn-own-took-blame")
_OF_PANEL = late(r"\b(?:inquiry|inquest|panel|board|commission|committee|probe|investigators?|court|tribunal)\b", re.IGNORECASE)
_NO_BLOW = late(
    r"\b(?:talks|cease-?fire|truce|peace|negotiat\w+|mediat\w+|fraud\w*|brib\w+|corrupt\w*|embezzl\w+|elections?|votes?|ballots?|contracts?|tenders?|loans?|tax(?:es)?|budget|prices?|crash(?:ed|es)?|trains?|derail\w+|players?|referees?|coach|clubs?|compan(?:y|ies)|firm|airline|bank|merger|takeover|resign\w*|mayor|stolen|thefts?|journalists?|deal|doping|match-fixing|split|rift|cars|delay|licen[cs]e|sanctions|debts?|wages|salaries|jobs)\b",
    re.IGNORECASE,
)
_BLOW = late(
    r"\b(?:kill\w*|death\w*|dead|died|attack\w*|strik\w+|struck|airstrike\w*|shell\w*|bomb\w*|fir(?:e|ed|ing)|shoot\w*|shot\w*|massacre\w*|blast\w*|explo\w+|raid\w*|drones?|mines?|target\w*|hit|murder\w*|harm\w*|civilian\w*|rockets?|missiles?|wound\w*|injur\w*|tortur\w*|ambush\w*|warplanes?|jets?|planes?|aircraft|sorties?|artillery|mortars?|gunmen|atrocit\w+|casualt\w+|victims?|flown|flew|sank|sunk|burn\w*|abduct\w*|execut\w+|bod(?:y|ies)|downed|downing)\b",
    re.IGNORECASE,
)
_NOBODY_DID = late(r"\b(?:no|nobody|none|nor|neither|never|not|without|refus\w{1,6}|declin\w{1,6}|yet to)\b[^.;,]{0,30}$|n[’']t\b[^.;,]{0,30}$", re.IGNORECASE)


def positions(text: str, start: int, end: int, mask: int = -1) -> Iterator[PositionMention]:
    """Yield the positions that a sentence states, each on words of its own, in order of the table; ``mask`` are its pieces.

    The words say what is stated; whether a body that could answer says it is the reader's matter.
    """
    piece = text[start:end]
    if _ASKS.match(piece) is not None:
        return  # "Will the army ever accept responsibility?"
    taken: list[tuple[int, int]] = []
    kinds: dict[int, Stated] = {}
    for stated, name, a, b, agent in chain(answers(piece, _ANSWERS.rules(mask)), ((stated, name, *m.span(), None) for stated, name, m in chain(_POSITIONS.matches(piece, mask), _TURNS.matches(piece, mask)))):
        while b > a and piece[b - 1] in " ,\"“”-":
            b -= 1
        while a < b and piece[a] in " ":
            a += 1
        for x, _ in taken if not name.startswith("said-strike") else ():
            if a < x < b and x - a >= _LEAST and stated is not kinds[x] and kinds[x] is not Stated.RESPONSIBILITY_ACCEPTED:  # what comes first of two that share words keeps those before the other
                b = a + len(_LINK.sub("", piece[a:x]))
        if b - a < 4 or any(a < y and x < b for x, y in taken):
            continue
        if name == "non-credible" and _UNFOUNDED.match(piece, a) is not None:
            stated = Stated.RESPONSIBILITY_DENIED  # who was accused says so; no inquiry found it
        if stated is Stated.STRIKE_ACKNOWLEDGED and not name.startswith(_OWNED_UP) and not _STRIKE_BODY.search(piece) and _GOES_ON.match(piece) is None:
            continue
        if stated is Stated.RESPONSIBILITY_DENIED and _NOBODY_HURT.match(piece, a) is not None:
            continue  # that nobody was hurt is a count of none, denied, and no position
        cut = _NEXT_VERB.search(piece, a + 12, b) if stated is Stated.RESPONSIBILITY_ACCEPTED else None
        if cut is not None:
            b = cut.start()
        if stated is Stated.STRIKE_ACKNOWLEDGED and re.search(r"\b(?:said|told|blamed|according to)\b", piece[a:b]) and name == "own-strike":
            continue
        if stated in (Stated.CREDIBLE, Stated.NON_CREDIBLE) and re.search(r"\b(?:whether|if|to determine|should|of (?:the |all |its )?(?:allegations|reports|claims)|percent|per cent)\b", piece[:a], re.IGNORECASE):
            continue
        if stated in kinds.values() or (name in _WEAK and kinds):
            continue  # "denied that its jets had flown, calling the story an invention" denies once
        if stated in _LOOKS_INTO and _CALLED_ON.search(piece, max(0, a - _CALL), a) is not None:
            continue  # "called on the government to open an inquiry"
        if stated in _LOOKS_INTO and _OTHER_MATTER.search(piece, a) is not None:
            continue  # "opened an inquiry into the sale of the port"
        if stated in (Stated.RESPONSIBILITY_ACCEPTED, Stated.STRIKE_ACKNOWLEDGED) and not name.startswith(("turn-does-not", "does-not")) and _NOBODY_DID.search(piece, max(0, a - _BEFORE), a) is not None:
            continue  # "no group has claimed responsibility"
        if name in _OWNING_UP and _DEMANDED.search(piece, max(0, a - _CALL), a) is not None:
            continue  # "demanded that the army has apologised to the families"
        if name in ("own-did-not", "but-did-not") and _OF_PANEL.search(piece, max(0, a - _BEFORE), b) is not None:
            continue  # "the board did not conduct a hearing"
        if name == "does-not-deny" and _OTHERS_DID.search(piece, a, min(len(piece), b + _CALL)) is not None:
            continue  # "does not deny that rebels attacked the post"
        if name == "at-fault" and _OWNS_UP.search(piece, max(0, a - _CALL), a) is None:
            continue  # "the driver and his men were at fault"
        if _NO_BLOW.search(piece) is not None and _BLOW.search(piece) is None:
            continue  # "denied that any talks had been held"
        taken.append((a, b))
        kinds[a] = stated
        subject = None if agent is None else (start + agent[0], start + agent[1])
        yield PositionMention(start=start + a, end=start + b, stated=stated, rule=f"position/{name}/1", subject=subject)


_PARTY = r"(?P<party>(?:[^,.;:\"“”]|(?<=U)\.(?=S)|(?<=U\.S)\.){2,70}?)"
_TAIL = r"(?=\s+(?:that|whose|where|for|of|with|over|on|after|in|at|alone|and|who|which|as|from|saying|because|when|north|south|east|west|,)\b|[,;:\"”“]|\.(?:\s|$)|$)"
_MEANS = r"(?:air ?strikes?|strikes?|bombs?|bombing|shells?|shelling|artillery|rockets?|missiles?|mortars?|drones?|car bombs?|explosives?|mines?|IEDs?|improvised explosive devices|gunfire|explosions?|blast|fire)"
_BLAME_ROWS: tuple[tuple[str, str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (name, stance, gates, late(pattern, re.IGNORECASE))
    for name, stance, gates, pattern in (
        ("blame-on", "alleges", ("blam",), rf"\b(?:blam(?:e|es|ed|ing)) (?:it|this|them|(?:the|this|that|these|those|both|his|her|their) (?:[\w’'-]+ ){{0,3}}?[\w’'-]+) (?:on|upon) (?:the )?{_PARTY}{_TAIL}"),
        ("recognised-as", "alleges", ("recogni", "identified the"), rf"\b(?:recogni[sz]ed|identified) (?:the )?(?:attackers|gunmen|assailants|killers|men|raiders|soldiers|them|shooters) as (?:members of |men of |soldiers of |fighters of |belonging to )?(?:the )?{_PARTY}{_TAIL}"),
        ("blame", "alleges", ("blam",), rf"(?<!U\.S\. )(?<!the )(?<!any )(?<!take )(?<!to )(?<!of )(?<!full )\b(?:blamed|blames|blame|blaming)\b (?:on )?(?:the )?[\"“]?{_PARTY}[\"”]?{_TAIL.replace('of|', '', 1)}"),
        ("is-blamed", "alleges", ("blamed", "accused", "held resp"), r"(?:^|[,;\"“] ?)(?:the )?(?P<party>[^,.;:\"“”]{2,50}?) (?:is|was|were|are|has been|have been) (?:widely )?(?:blamed|accused|held responsible)\b[^.;,]{0,40}"),
        ("lays-blame", "alleges", ("blame", "responsib"), rf"\b(?:lays?|laid|put|puts|pins?|pinned) (?:the )?(?:blame|responsibility) (?:\w+ )?(?:on|with) (?:the )?{_PARTY}{_TAIL}"),
        ("accuse", "alleges", ("accus",), rf"(?<!to )(?<!not )\b(?:accused?|accuses|accusing)\b (?:the )?{_PARTY} of\b[^.;]{{0,60}}"),
        ("accuse-plain", "alleges", ("accus",), rf"(?<!to )(?<!not )\b(?:accused?|accuses|accusing)\b (?:the )?{_PARTY}(?=[.;,\"”]|$)"),
        ("left-by", "alleges", ("left by", "laid by", "planted by", "fired by", "dropped by", "launched by", "placed by"), r"\b(?:mines?|bombs?|shells?|rockets?|missiles?|explosives|booby traps?|devices?|drones?)\b (?:was |were |had been |was |being )?(?:left|laid|planted|fired|dropped|launched|placed) by (?:the |an? )?(?P<party>[^,.;:\"“”]{2,50}?)(?=\s+(?:in|on|at|as|when|who|before|after|from)\b|[,.;:\"”]|$)"),
        ("put-down-to", "alleges", ("down to",), r"\b(?:which )?(?:he |she |it |they )?puts? (?:the )?(?:\w+ )?down to (?:an? |the )?(?P<cause>[^.;,]{3,60})"),
        ("suspects", "alleges", ("suspect",), r"\b(?:suspects?|suspected) (?:an? |the )?(?P<cause>(?:\w+ )?(?:accident|gas leak|explosion|bomb|mine|attack|sabotage|fault|leak))\b"),
        ("murdered", "alleges", ("murdered", "massacred", "slaughtered"), r"(?:\bthat |\bsaid |\bsays )(?:the |an? )?(?P<party>(?:(?!\bsays?\b|\bsaid\b|\bthat\b)[^,.;:\"“”]){2,40}?) (?:had )?(?:murdered|massacred|slaughtered) (?:unarmed |innocent |the |our |civilian )*\w+"),
        ("it-was-that", "alleges", ("it was ",), r"\bit was (?:the |an? )?(?P<party>[^,.;:\"“”]{2,40}?) (?:that|who|which) (?:had )?(?:attacked|killed|shelled|bombed|struck|shot|fired|hit|did|carried|dropped|launched)\b[^.;,]{0,30}"),
        ("it-was", "alleges", ("it was the ",), r"(?:^|(?<=, ))it was the (?P<party>[^,.;:\"“”]{3,50}?)(?=[,.;]|$)"),
        ("hold-responsible", "alleges", ("responsib", "accountab"), rf"\b(?:hold|holds|held|holding) (?:the )?[\"“]?{_PARTY}[\"”]? (?:alone )?(?:responsible|accountable)\b[^.;,]{{0,40}}"),
        ("is-responsible", "alleges", ("responsib",), r"(?:^|[,;\"“] ?|\bsa(?:id|ys|y) |\bthat )(?:the |an? )?(?P<party>(?:(?!\bsays?\b|\bsaid\b|\bthat\b)[^,.;:\"“”]){2,50}?) (?:alone )?(?:bears?|bore|was|were|is|are) (?:the |full |sole |solely |alone )?responsib(?:le|ility)\b(?:(?! and\b)[^.;,]){0,40}"),
        ("attribute", "alleges", ("attribut",), rf"\b(?:attributes?|attributed|attributing)\b (?:it|them|(?:the |this )?\w+(?: \w+){{0,3}}?)? ?to (?:the )?{_PARTY}{_TAIL}"),
        ("to-blame", "alleges", ("to blame",), r"(?:^|[,;\"“] ?|\bthat |\bsa(?:id|ys|y) )(?:and |but )?(?P<party>(?:(?!\bsays?\b|\bsaid\b|\bthat\b)[^,.;:\"“”]){2,50}?) (?:was|were|is|are) to blame\b[^.;,]{0,40}"),
        ("did-it", "alleges", ("did it", "did this"), r"(?:^|[,;.\"“] ?|\bthat |\bsa(?:id|ys|y) )(?:the )?(?P<party>(?:(?!\bsays?\b|\bsaid\b|\bthat\b)[^,.;:\"“”]){2,50}?) did (?:it|this)\b"),
        ("came-from", "alleges", ("came from", "come from", "comes from", "coming from", "fired from"), rf"\b(?:the )?(?:{_MEANS})\b[^.;]{{0,40}}?\b(?:came|come|comes|coming|was fired|were fired|had come) from (?:a |an |the )?(?:direction of )?(?:an? |the )?(?:positions?|lines?|trenches|bases?|camps?|checkpoints?|territory|areas?|guns|side)?(?: (?:of|held by|controlled by|belonging to))? ?(?:the )?{_PARTY}{_TAIL}"),
        ("were-those-of", "alleges", ("those of", "that of", "belonged to"), rf"\b(?:the |these |those |it was (?:a |an )?)?(?:\w+ )?(?:planes?|jets?|warplanes?|aircraft|helicopters?|drones?|guns?|gunmen|fighters|attackers|soldiers|vehicles?) (?:was |were |had been )?(?:those of|that of|belonged to) (?:the )?{_PARTY}{_TAIL}"),
        ("had-fired", "alleges", ("fired", "shelled", "bombed", "launched", "dropped", "flown", "flew the", "sent the"), r"(?:\bthat |\bsa(?:id|ys|y) |^)(?:the |an? )?(?P<party>(?:(?!\bsays?\b|\bsaid\b|\bthat\b)[^,.;:\"“”]){2,40}?) (?:had )?(?:fired|shelled|bombed|launched|dropped|flown|flew|sent) (?:the |a |an |both |all )?(?:shells?|rockets?|missiles?|mortars?|bombs?|it|their own|its own|smerch|grad|barrel bombs?|drones?|artillery|short)\b[^.;,]{0,40}"),
        ("carried-out", "alleges", ("carried out the",), r"\b(?:a |an |the )?(?P<party>[^,.;:\"“”]{2,50}?) carried out the (?:killings?|attack|massacre|bombing|raid|strike|shelling)\b"),
        ("alleged-strike", "alleges", ("alleged ",), r"\b(?:an |the )?alleged (?P<party>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?(?:-led coalition)?) (?:air ?strike|strike|raid|attack|shelling|bombing)\b[^.;,]{0,40}"),
        ("rigged", "denies airstrike", ("rigged", "booby", "mined"), r"\b(?:walls?|building|house|site)\b[^.;]{0,40}\b(?:rigged|booby-trapped|mined)\b[^.;]{0,100}"),
        ("placed-explosives", "alleges", ("placed", "planted", "stored", "left", "laid", "hid", "set up"), r"(?P<party>(?-i:[A-Z][\w-]{1,40}(?: [A-Z][\w-]{1,40})?)|(?:army|military|militia|rebels|fighters|militants|insurgents|gunmen|guerrillas|terrorists|police|soldiers|troops))(?: \w+)? (?:had )?(?:placed|planted|stored|left|laid|hid|set up)\b[^.;]{0,20}\b(?:explosives?|bombs?|mines?|ammunition|booby[ -]traps?)\b[^.;]{0,40}"),
        ("store-blew-up", "alleges", ("blown up", "exploded", "blew up", "detonated"), r"\b(?:an? )?(?-i:(?P<party>[A-Z][\w-]+(?: [A-Z][\w-]+)?)) (?:ammunition|weapons|explosives|arms) (?:store|depot|cache|dump|warehouse|workshop)\b[^.;]{0,60}\b(?:blown up|exploded|blew up|detonated)\b"),
        ("caused-by", "alleges", ("caused by", "triggered", "set off", "touched off", "caused "), r"\b(?:caused|triggered|set off|touched off)\b (?:\w+ )?by (?P<cause>[^.;,]{3,90})"),
        ("cause-struck", "alleges", ("struck a", "hit a"), r"\b(?:a |an )(?P<cause>(?:missile|bomb|rocket|shell|strike|air ?strike)s? (?:had )?(?:struck|hit) (?:a|an) (?:car bomb|truck bomb|ammunition \w+|fuel \w+|gas \w+|explosives \w+|vehicle bomb)[^.;]{0,60})"),
        ("bomb-of", "alleges", (" bomb", "-bomb"), rf"\b(?:(?:car|truck|lorry|vehicle|van|motorcycle|suicide)[ -]bombs?|suicide vehicles?)(?: \w+){{0,2}}? (?:of|belonging to|planted by|left by|parked by|driven by|laid by|set off by|detonated by) (?:the )?{_PARTY}(?=\s+(?:brought|had|has|was|that|which|caused|destroyed|exploded|went)\b|{_TAIL[3:]}"),
        ("vehicle-packed", "alleges", ("with explosives",), rf"\b(?:lorry|truck|car|van|vehicle|tanker|bus)\b(?: \w+){{0,2}} (?:packed|loaded|laden|filled|rigged) with explosives\b[^.;]{{0,60}}?\bby (?:the )?(?:terrorists of (?:the )?)?{_PARTY}(?=\s+(?:blew|exploded|detonated|went|was|had|has|caused|killed|destroyed|brought)\b|{_TAIL[3:]}"),
        ("bomb-caused", "alleges", ("caused", "brought down", "destroyed", "collapsed"), r"\b(?:that |said )(?:a |an |the )?(?P<cause>(?:truck|car|lorry|van|suicide|roadside|vehicle) ?(?:-| )?bombs?|secondary explosions?|stored explosives|booby traps?)(?: (?:parked|left|placed|driven|planted|set|hidden)(?: \w+){0,5}?)? (?:had )?(?:caused|brought down|destroyed|collapsed)\b[^.;,]{0,60}"),
    )
)  # fmt: skip
_BLAMES = _Table((*_BLAME_ROWS, *((name, stance, gates, late(pattern, re.IGNORECASE)) for name, stance, gates, pattern in (*BLAME_FRAMES, *BLAME_TOLD))))
_TELLS = re.compile(r"^.*\b(?:believes?|thinks?|insists?|swears?|reckons?|sure|that) (?:that )?(?:the |an? )?", re.IGNORECASE)  # "residents believe a French jet"
_OWN_CAUSE = re.compile(r"(?:our|any of our|any) ", re.IGNORECASE)
_WEAK_PARTY = re.compile(r"^(?:by\b.*|.*\bwho|(?:.*\b)?(?:whether|if|nobody|not|unless)\b.*|(?:the |its |his |their |our )?(?:worst|deadliest|first|second|third|latest|only|biggest|most)\b.*\b(?:attacks?|strikes?|raids?|massacre|bombing|blast|incident|time|day|night|loss|shelling|killing)\b.*|its\b.*|their own\b.*|his\b.*|it|him|her|them|us|this|that|they|we|he|she|you|people|someone|somebody|who|nobody|(?:on |to )?each other|(?:on |to )?one another|others|anyone|no ?one|me|civilian.*|allegations?.*|reports?.*|.*\b(?:were|was|had|have|said|says)\b.*)$", re.IGNORECASE)
_SIDE = re.compile(
    r"army|military|government|militia|rebels?|soldiers?|troops|helicopter|forces|insurgents?|terrorists?|coalition|police|gunmen|\bside\b|jets?|aircraft|warplanes?|drones?|regime|authorities|guards?|fighters|militants|separatists|guerrillas|"
    r"garrison|brigades?|battalion|division|regiment|paramilitaries|gunners|dissidents|snipers?|patrol|occupiers|state|command|navy|group|gang|settlers|mercenaries|junta|president|distribution|explosives|marines?|sailors|enemy|volunteers|vigilantes|organi[sz]ation|gunboat|submarine", re.IGNORECASE
)
# (cause, gates, pattern): a row is tried only where one of its gates, lower case, stands in the sentence
_CAUSES = tuple(
    (cause, gates, late(pattern, re.IGNORECASE))
    for cause, gates, pattern in (
        ("airstrike", ("air", "warplane", "jet", "bombing"), r"air ?strike|warplane|air raid|aircraft|\bjets?\b|from the air|bombing"),
        ("car bomb", ("bomb", "vbied", "with explosives"), r"(?:car|truck|lorry|van|vehicle)[ -]bomb|vbied|(?:lorry|truck|car|van|vehicle)\b[^.;]{0,20}\b(?:packed|loaded|laden|filled) with explosives"),
        ("explosives", ("explosive", "rigged", "ammunition", "improvised", "ied"), r"explosive|rigged|ammunition|improvised|\bied"),
        ("shelling", ("shell", "artillery", "mortar"), r"shell|artillery|mortar"),
        ("rocket", ("rocket", "missile", "smerch", "grad", "s-300"), r"rocket|missile|smerch|grad\b|s-300"),
        ("drone", ("drone",), r"drone"),
        ("gunfire", ("shoot", "shot", "gunfire", "gunm"), r"shoot|shot|gunfire|gunm"),
    )
)  # fmt: skip


def _cause(piece: str) -> str | None:
    """Return the first cause that a sentence names, None where it names none."""
    low = piece.lower()
    for cause, gates, pattern in _CAUSES:
        for gate in gates:
            if gate in low:
                if pattern.search(piece) is not None:
                    return cause
                break
    return None


_INSTITUTION = re.compile(r"\b(?:Government|Army|Movement|Front|Council|Forces|Party|Authority|Command|Union|Emirate|Republic|State|Alliance|Congress|Brigades?|Battalions?|Ministry|Board|Committee)$")
_OF_TIME = re.compile(r"(?:\w{1,30} ){0,3}?(?:second|minute|hour|day|night|morning|noon|midnight|evening|afternoon|dawn|week|weekend|month|year|season|summer|winter|spring|autumn|time|eve|anniversary|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?\b", re.IGNORECASE)
_OF_THE = re.compile(r"\b[A-Z]\w{2,20} (?:of|for)(?: the)?$")
_NAMES = re.compile(r" [A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,3}")
_OF_NAME = re.compile(r" (?:of|for) (?:the )?[A-Z][\w’'-]{1,20}(?: (?:and |of |the )?[A-Z][\w’'-]{1,20}){0,3}")

_DENIED_BEFORE = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing))(?: (?!and\b|but\b|while\b|say|said|blam|accus|point)[\w’'-]{1,20}){0,5} (?:that )?(?:the |an? )?\Z", re.IGNORECASE)


def blames(text: str, start: int, end: int, mask: int = -1) -> Iterator[BlameMention]:
    """Yield who or what a sentence says caused the harm, each on words of its own; ``mask`` are the sentence's pieces."""
    piece = text[start:end]
    taken: list[tuple[int, int]] = []
    for name, stance, m in _BLAMES.matches(piece, mask):
        a, b = m.span()
        if any(a < y and x < b for x, y in taken) or not holds(name, piece, m):
            continue
        groups = m.groupdict()
        if name in ("caused-by", "hit-by-thing") and _OWN_CAUSE.match(groups.get("cause") or "") is not None:
            continue
        party = groups.get("party") or groups.get("owner")
        if party is not None and stance == "alleges" and _DENIED_BEFORE.search(piece, 0, m.start("party")) is not None:
            continue  # "we deny that our forces fired": a position, and no allegation
        if party is not None:
            if _INSTITUTION.search(party) is not None and (of := _OF_NAME.match(piece, m.end("party"))) is not None:
                party += of[0]  # "the Government of National Accord"
                b = max(b, of.end())
            elif _OF_THE.search(party) is not None and (of := _NAMES.match(piece, m.end("party"))) is not None:
                party += of[0]  # "the Army of the North"
                b = max(b, of.end())
            party = re.sub(r"^(?:in (?:our|my|their|its|his) (?:view|opinion|judgement|judgment),? )?(?:(?:the|a|an|stray)\s+)?", "", party.strip(), flags=re.IGNORECASE)
            if (name == "blame" or name in TOLD) and (only := _ONLY_MEANS.fullmatch(party)) is not None:
                b = min(b, m.end("party"))
                taken.append((a, b))
                yield BlameMention(start=start + a, end=start + b, blamed=None, cause=only[0], stance=stance, rule=f"blame/{name}/1")
                continue
            party = re.sub(rf"(?:['’]s)?\s+(?:guns|jets?|warplanes?|aircraft|planes?|{_MEANS})$", "", party, flags=re.IGNORECASE)
            party = _TELLS.sub("", party)
            if name == "it-came-from":
                party = re.sub(r"(?:['’]s?)?\s+(?:territory|soil|positions?|side|lines?)$", "", party)
            if _WEAK_PARTY.match(party) or not party:
                continue
            if name in ("came-from", "had-fired", "murdered", "is-responsible", "left-by", "it-was", "accuse-plain", "were-those-of", "side-that") and not (re.search(r"[A-Z]", party) or _SIDE.search(party)):
                continue
            if name == "accuse-plain" and re.search(r" of \w+ing\b", party) is not None:
                continue
            if name in ("accuse", "hold-responsible") and len(rest := _HELD_TO.sub("", piece[m.end("party") : b]).partition(" and ")[0]) > _BARE and _OF_WAR.search(rest) is None:
                continue  # of waste, or for a debt
            if name == "it-was" and (" who " in party or _OF_TIME.match(party) is not None or _NTH.match(party) is not None):
                continue  # "it was the first week of October"
            if name == "blame" and not (re.search(r"[A-Z]", party) or _SIDE.search(party) or re.search(_MEANS, party, re.IGNORECASE)):
                continue
        while b > a and piece[b - 1] in " ,\"“”-":
            b -= 1
        while a < b and piece[a] in " ,;.\"“":
            a += 1
        cause = groups.get("cause")
        if cause is None:
            cause = _cause(piece)
        if party is not None and name in ("attribute", "blame") and not re.search(r"[A-Z]", party) and (
            re.match(rf"(?:heavy |stored |unorganised )?(?:{_MEANS}|distribution|stored)", party, re.IGNORECASE) or (name == "attribute" and not _SIDE.search(party))
        ):
            by = re.search(r"(?:fired|dropped|planted|launched) by (?:the )?([^.;,]+)", piece[a:])
            cause, party = party, by[1] if by else None
        taken.append((a, b))
        yield BlameMention(start=start + a, end=start + b, blamed=party, cause=cause.strip() if cause else None, stance=stance, rule=f"blame/{name}/1")
    for one in _laid(piece, _LAID.rules(mask), taken):
        yield replace(one, start=start + one.start, end=start + one.end)


_ONLY_MEANS = re.compile(rf"(?:gas leak|{_MEANS})", re.IGNORECASE)
_OF_WAR = re.compile(
    r"kill|death|attack|str(?:ike|uck|iking)|shell|bomb|\bfir(?:e|ed|es|ing)\b|shoot|shot|massacre|blast|explo|raid|drone|\bmin(?:e|es|ed|ing)\b|warn|burn|execut|target|hit|violen|crime|atrocit|abduct|murder|harm|civilian|besieg|destr|rocket|missile|wound|injur|loot|rape|tortur|siege|"
    r"ambush|sink|sank|sunk|torch|assassin|behind|starv|\b(?:it|this|that|what|them)\b|crash|collaps|aiming at|dropp(?:ed|ing) (?:[\w-]{1,20} ){0,2}?(?:bombs?|shells?)|flatten|raz(?:ed|ing)|(?:levell?|pound)ing (?-i:the (?:town|city|village|quarter|district|camp)|their|our|[A-Z])|genocid|cleansing|butcher|slaughter(?!(?:ed|ing)? (?:its|the|their|his) (?:budget|economy|\w+ budget|\w+ economy|language))|human shields?|chlorine|phosphorus|\bgass|displac|expel|forc(?:ed|ing) (?:people|families|residents|them|civilians|villagers)|crimes?\b|tragedy|carnage|bloodshed|being|hospital|school|mosque|church|market|camp", re.IGNORECASE
)
_NTH = re.compile(r"(?:work of |first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w{1,12}th|latest|last|only|worst|deadliest) (?!(?:army|division|brigade|regiment|column|battalion|corps)\b)", re.IGNORECASE)


def _laid(piece: str, opened: list[int], taken: list[tuple[int, int]]) -> Iterator[BlameMention]:
    """Yield the blame that rules over classes of words read, where nothing else took the words; places are those of the piece."""
    for name, (a, b), (p, q) in laid(piece, opened):
        if any(a < y and x < b for x, y in taken):
            continue
        party = re.sub(r"^[\"“]?(?:(?:the|a|an|some|stray)\s+)?", "", piece[p:q].strip(), flags=re.IGNORECASE)
        party = re.sub(r"(?:['’]s)?\s+(?:territory|soil|positions|side|lines)$", "", party).strip(' "“”')
        side = re.search(r"[A-Z]", party) is not None or _SIDE.search(party) is not None
        if not party or (name == "hit-by" and "used by" in piece[a:b]) or _WEAK_PARTY.match(party) is not None or _OWN_CAUSE.match(party) is not None:
            continue
        if name == "described-as":
            if re.search(rf"\b{_MEANS}$", party, re.IGNORECASE) is None:
                continue
            taken.append((a, b))
            yield BlameMention(start=a, end=b, blamed=None, cause=party, stance="alleges", rule=f"blame/{name}/1")
        elif side and (name != "from-side" or _SAYS.search(piece, 0, a) is not None):
            taken.append((a, b))
            yield BlameMention(start=a, end=b, blamed=party, cause=_cause(piece), stance="alleges", rule=f"blame/{name}/1")


_SAYS = re.compile(r"\b(?:sa(?:y|ys|id)|sp(?:eaks|oke) of|told|insist\w{0,2}|maintain\w{0,2}|suspect\w{0,2})\b")
_AT_RISK = re.compile(
    r"\b(?:trapped|besieged|under siege|stranded|encircled|surrounded|confined|caught (?:in|between|under)|cut off|(?:were|are|was) (?:still )?inside|inside when|sle(?:pt|ep|eps) (?:in|on|under|outside|at)|still sle(?:pt|ep|eps)|living in the (?:building|house|block|basement|ruins)|dar(?:e|es|ed) not|holed up|marooned|locked in|penned|bottled up|tak(?:en|ing|e) (?:shelter|refuge|cover)|took (?:shelter|refuge|cover)|sought (?:shelter|refuge)|remain(?:s|ed|ing)?|still (?:live|living)|living under|are living|still inside|sheltering|sheltered|taking shelter|"
    r"waiting|sleeping|had been (?:waiting|sleeping|sheltering|living)|(?:un|never |not )able to (?:leave|flee|escape|get out)|(?:could|can)(?:not| not) (?:leave|flee|escape|get (?:out|off|away|through)|go out|cross|be reached|come out)|hemmed in|pinned down|at risk|in danger|asleep|camp(?:ed|ing)|encamped|huddled|hiding|cowering|blockaded|(?:packed|crammed|crowded) into|no (?:way|means|route) (?:out|to (?:leave|flee|escape))|liv(?:e|es|ed|ing) (?:within|in range|under|near|close to|along|beside|on) [^.;,]{0,40}?(?:front|guns?|line|fire|range|mines?|minefield)|within (?:range|reach) of|inside the (?:building|city|town|area)|stuck (?:in|at|on|inside|between)|still (?:in|at) the (?:camp|town|village|enclave|cellars?|basements?|shelters?|quarter|hospital|school)|in the open)\b",
    re.IGNORECASE,
)
_NOT_AT_RISK = re.compile(r"\b(?:in detention|detained|wanted|remain(?:s|ed)? (?:missing|in hospital|unaccounted|in a critical|critical|displaced|open|closed|unclear)|displaced|fled|to be (?:cleared|found)|in intensive)\b", re.IGNORECASE)
_HOLDING = frozenset("holding held sheltering housing housed holds houses".split())
_HELD = frozenset("prisoners detainees inmates people civilians families captives refugees residents patients displaced persons".split())


def exposures(text: str, tokens: Tokens, chunks: Chunks, taken: set[int]) -> Iterator[ExposureMention]:
    """Yield the people at risk that a sentence counts; ``taken`` are the counts that are harm."""
    for at, counted in chunks.counts.items():
        if at in taken or counted.kind not in "nfm" or counted.number.low == 0 or (counted.part and tokens.words[counted.end - 1] != "us"):
            continue
        value = counted.number.low if counted.number.low is not None else counted.number.high
        if value is None or value < 5 or counted.head in ("soldiers", "fighters", "troops", "guards", "officers", "guests", "visitors", "tourists", "fans"):
            continue
        start, end = tokens.starts[counted.start], tokens.ends[counted.end - 1]
        reach = min(end + 90, tokens.ends[-1])
        stop = text.find(";", end, reach)
        tail = text[end : stop if stop != -1 else reach]
        before = tokens.words[counted.start - 1] if counted.start else ""
        found = _AT_RISK.search(tail)
        if before in _HOLDING and counted.head in _HELD:
            finish, what = end, f"{counted.head} held there"
            start = tokens.starts[counted.start - 1]
        elif found is not None and found.start() < 60 and not _NOT_AT_RISK.search(tail[: found.end() + 30]) and (counted.head or value >= 100):
            finish = end + found.end()
            what = f"{counted.head or 'people'} {found[0].lower()}"
        else:
            continue
        number = counted.number
        yield ExposureMention(
            start=start, end=finish, count=Count(low=number.low, high=number.high, vague=number.vague, approx=number.approx), what=what
        )
