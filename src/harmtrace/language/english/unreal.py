"""English turns of phrase for harm that nobody alleges: plots, games, exercises, sport."""

import re
from typing import Final

from harmtrace.language.late import late
from harmtrace.language.unreal import Pretence

_WORK = r"(?:novel|novella|film|movie|thriller|play|musical|opera|short story|sitcom|telenovela|soap opera|comic|graphic novel|cartoon|screenplay|storyline|plot|(?:video|computer|mobile|board|role-playing) ?game|(?:TV|television|drama|Netflix) series|sequel)"
_OWN = r"(?:the|a|an|this|that|his|her|their|its|one|another|[A-Z][\w-]{1,20}(?: [A-Z][\w-]{1,20})?['’]s)"
_WORDS = r"(?: (?!who\b|whose\b|and\b|of\b|after\b|when\b)[\w'’-]{1,20}){0,3}?"
#: Somebody of the world had a part in the work: "an actor who starred in the film was killed".
_NO_PART = r"(?<!star )(?<!starred )(?<!starring )(?<!starring role )(?<!acted )(?<!acting )(?<!appear )(?<!appears )(?<!appeared )(?<!appearing )(?<!role )(?<!roles )(?<!part )(?<!parts )(?<!featured )(?<!shown )(?<!seen )(?<!interviewed )(?<!worked )(?<!played )(?<!extras )(?<!extra )(?<!filmed )"
_TELLS = r"(?:tells|opens|begins|starts|ends|closes|culminates|climaxes|follows|imagines|depicts|portrays|describes|recounts|narrates|centres|centers|revolves|is set|lets|sees|has|shows|features|takes place)"
FICTION: Final = late(
    rf"{_NO_PART}\b(?:[Ii]n|[Aa]t the (?:end|start|climax|heart|close) of|[Bb]y the (?:end|close) of|[Oo]n (?:the )?(?:first|last|opening|final) page of) {_OWN}{_WORDS} {_WORK}\b(?!-| (?:maker|director|crew|festival|theatre|theater|industry|studio|school|house|set\b|poster|premiere|screening|club))"
    rf"|\b(?:{_OWN}|[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Tt]his){_WORDS} {_WORK}(?:,? [“\"‘][^”\"’\n]{{1,40}}[”\"’],?)?(?:,? by [A-Z][\w'’-]{{1,20}}(?: [A-Z][\w'’-]{{1,20}}){{0,2}},?)? {_TELLS}\b"
    rf"|\b(?:novel|novella|short story|thriller|play|opera)(?: by [A-Z][\w'’-]{{1,20}}(?: [A-Z][\w'’-]{{1,20}}){{0,2}})? about an?\b"
    r"|\b[Ii]n the (?:first|second|third|fourth|fifth|sixth|opening|closing|last|final|next|latest|pilot) (?:chapter|act|scene|episode|reel|level)\b(?! of (?!the (?:novel|film|play|book|series|game|story)))"
    r"|\b(?:[Ff]ictional|[Ii]maginary) (?:\w{1,20} ){0,1}(?:attack|strike|raid|war|country|village|town|city|battle|massacre|soldiers?|villagers?|victims?|characters?|bombing|people|deaths?)\b"
    r"|\b(?:[Tt]he|[Hh]is|[Hh]er) (?:protagonist|heroine|main character|novel['’]s|film['’]s|play['’]s|game['’]s)(?!['’]s (?:author|director|maker|producer|star|premiere|editor|actor|crew|writer))\b"
    r"|\b(?:[Pp]layers|[Gg]amers) (?:can |must |may |have to |get to )?(?:kill|shoot|mow|slaughter)\b"
    r"|\b[Tt]he (?:painting|mural|sculpture|fresco|canvas|tapestry) (?:shows|depicts|portrays)\b"
)
EXERCISE: Final = late(
    r"\bnotional(?:ly)?\b|\b(?:war[- ]?gam(?:e|es|ed|ing)|table-?top (?:exercise|game|drill))\b(?! maker)|\brole[- ]?play(?:ers?|ed|ing)\b(?! game)"
    r"|\bsimulat(?:e|es|ed|ing|ion|ions)\b(?! (?:drown|execut|hang|centre|center|company|firm|software))"
    r"|\bmock (?:\w{1,20} )?(?:attack|bomb|casualt\w{1,4}|victims?|patients?|strike|raid|battle|explosion|disaster|emergency|incident|enemy|blast|assault|invasion|wounded|dead)\b"
    r"|\b(?:pretend(?:ed|ing)?|dummy|imaginary|imagined|make-believe) (?:\w{1,20} )?(?:casualt\w{1,4}|victims?|wounded|dead|enemy|attack|strike)\b"
    r"|\b(?:the|this|exercise|training|drill['’]s|exercise['’]s) scenario (?:calls?|called|assume[sd]?|envisage[sd]?|has|had|saw|sees|simulate[sd]?|imagine[sd]?|is|was|foresaw|involve[sd]?|begins?|began)\b|\b(?:in|under) the (?:exercise |drill |training )?scenario\b"
    r"|\b(?:exercise|drill)s?\b[^.\n]{0,80}\b(?:volunteers?|actors|students|cadets|extras|mannequins|dummies)\b[^.\n]{0,30}\b(?:played|acted as|acting as|posed as|posing as|pretended|playing|made up as|stood in for)\b"
    r"|\b(?:volunteers?|actors|students|cadets|extras|mannequins|dummies)\b[^.\n]{0,30}\b(?:played|acted as|acting as|posed as|posing as|pretended|playing|made up as|stood in for)\b[^.\n]{0,60}\b(?:exercise|drill)",
    re.IGNORECASE,
)
PRETENCE: Final = Pretence(
    fiction=FICTION,
    exercise=EXERCISE,
    drill=late(r"\b(?:drills?|exercises?|manoeuvres?|maneuvers?|rehearsals?|training day)\b", re.IGNORECASE),
    quoted=late(r"[“\"‘'](?:killed|dead|wounded|injured|casualt\w{1,4}|victims?|hurt|died)[”\"’']"),
    documentary=late(r"\bdocumentar(?:y|ies)\b|\btrue stor(?:y|ies)\b|\bbased on\b|\breal[- ]life\b|\bin reality\b|\bnot fiction\b|\bnon-?fiction\b|\beyewitness", re.IGNORECASE),
    accident=late(r"\baccident\w{0,4}\b|\bmisfir\w{1,4}\b|\bastray\b|\bwent wrong\b|\bmalfunction\w{0,3}\b|\bfor real\b|\breal (?:shell|bomb|round|ammunition|casualt)|\blive (?:shell|round|ammunition|grenade)|\bin earnest\b|\boverturned\b|\bcrashed\b", re.IGNORECASE),
    now=late(r"\b(?:kills?|dies?|die|is|are|lies?|loses?|leaves?|shoots?|perish(?:es)?|falls?|drowns?|executes?|murders?)\b", re.IGNORECASE),
    players=late(r"\b(?:players?|strikers?|defenders?|midfielders?|goalkeepers?|footballers?|batsmen|batsman|cricketers?|athletes?|jockeys?|riders?|wrestlers?|boxers?|forwards|wingers?|starters|internationals)\b", re.IGNORECASE),
    lost=late(r"\b(?:lost|lose|loses|losing|without)\b", re.IGNORECASE),
    lost_to=late(r"\b(?:lost|lose|loses|losing|without)\b[^.;]{0,40}\bto (?:an? )?(?:\w{1,12} )?(?:injur(?:y|ies)|suspensions?|red cards?|bookings|transfers?|rivals|free agency|illness)\b", re.IGNORECASE),
    sport=late(
        r"\b(?:match|matches|league|cup|coach|fixture|half-time|second half|first half|kick-?off|penalt(?:y|ies)|season|semi-?finals?|quarter-?finals?|final|play-?offs?|tournament|championship|derby|squad|substitutes?|training|hamstring|ligament|knee|ankle|tackle|tackles|referee|goals?|race|lap|bout|round|pitch|stadium|team|club)\b",
        re.IGNORECASE,
    ),
    violence=late(
        r"\b(?:bomb\w{0,6}|shell(?:s|ed|ing|fire)?|air ?strikes?|missiles?|rockets?|gunm[ae]n|gunfire|drones?|explosions?|exploded|blasts?|massacre|war|raid(?:s|ed)?|artillery|mortars?|grenades?|mines?|soldiers?|army|police|tear gas|stampede|crush|crash(?:ed)?|collapsed?|fire|beaten|stabbed|stabbing|arson|earthquake|flood|strike (?:on|hit|that)|shot dead|killed|dead|died|bullets?)\b",
        re.IGNORECASE,
    ),
)  # fmt: skip
