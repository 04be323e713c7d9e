"""English blame as it is told: who did it by those who say so, whose shell it was, where it came from, what went wrong."""

import re
from functools import lru_cache
from typing import Final

from harmtrace.language.english.blame_frames import _SIDE_WORDS as _SIDES
from harmtrace.language.english.places import COUNTRY_NAMES, DEMONYMS
from harmtrace.language.parties import party as known_party

#: Peoples and groups as posts write them, without a capital.
_PEOPLES = (
    r"\b(?:russians?|americans?|israelis?|saudis?|emiratis?|turks|turkish|iranians?|iraqis?|syrians?|ukrainians?|ethiopians?|eritreans?|kenyans?|ugandans?|rwandans?|sudanese|egyptians?|french|british|afghans?|pakistanis?|indians?|burmese|chechens?|serbs?|croats?|kurds?|kurdish|azov|wagner|hamas|hezbollah|isis|isil|daesh|houthis?|taliban|"
    r"rsf|saf|sdf|ypg|idf|lna|gna|fano|ola|tplf|endf|m23|fardc|adf|janjaweed|al-shabaab|shabaab|al-qaeda|boko haram|contras?|partisans?|mujahideen|mujahedin|fedayeen|jihadis?|warlords?|peshmerga|basij|tatmadaw|amisom|nato|gov|govt)\b"
)
_OTHER_SENSE: Final = frozenset("guinea turkey chad jersey jordan polish island georgia".split())
#: Countries and their peoples: "it was the French", "an Iraqi plane".
_NATIONS = rf"\b(?:{'|'.join(sorted({name.lower() for name in (*COUNTRY_NAMES, *DEMONYMS) if len(name) > 3 and name.replace(' ', '').replace('-', '').isalpha() and name.isascii() and name.lower() not in _OTHER_SENSE}, key=len, reverse=True))})s?\b"
_ARMS = r"(?:planes?|jets?|warplanes?|aircraft|helicopters?|gunships?|drones?|drone boats?|boats?|vessels?|warships?|ships?|tanks?|guns|gunners|artillery|mortars?|rockets?|missiles?|shells?|snipers?|bombers?|sukhois?|migs?|antonovs?|f-16s?|apaches?|air defen[cs]es|launchers?)"
#: A word of who it was: none that begins another clause.
_W = r"(?!(?:the|a|an|said|says|say|that|was|were|had|has|have|came|from|by|and|but|on|in|at|to|who|which|when|after|before|with|is|are|not|no|whether|if|it|they|he|she|we|you|as|where|then|than|because|so|into|for|over|while|until|since|do|did|does|be|been|can|could|would|will|may|of|against|shot|fired|hit|killed|attack|blame|blames|blamed|accuse|accused|this|these|those)\b)\w[\w’'-]{0,29}"
_NAMED = r"(?-i:(?!(?:It|They|He|She|We|You|I|That|This|There|Nobody|Some|Who|What|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b)(?:[a-z]{2}-)?[A-Z][\w’'-]{0,30}(?: (?:al-|and )?[A-Z][\w’'-]{0,30}){0,3})"
_SIDED = rf"(?:{_W} ){{0,4}}?\b(?:{_SIDES}|vessel|warship|unit|gunboat|regiment|clan|tribesmen|nationalists|loyalists|jihadists|extremists|assassins|death squad|foreigners|presidential guard)\b(?: {_SIDES}\b)?"
_OF = r"(?: (?:of|from) (?:the |their |our |his |her )?(?!the\b|that\b)[\w’'-]{1,30}(?: (?-i:[A-Z])[\w’'-]{1,30}){0,3}| on the [\w’'-]{1,20})?"
_PEOPLED = rf"(?:{_W} ){{0,2}}?\b(?:{_PEOPLES}|{_NATIONS}|Islamic State|White Helmets|United States|Lord[’']s Resistance Army)\b(?: {_ARMS}| {_SIDES}){{0,2}}"
_THEIRS = r"(?:[’']s? (?:own )?(?:[\w-]{1,20} ){0,2}?(?:forces|troops|soldiers|men|fighters|army|air force|gunners|pilots|navy|planes?|jets?|drones?|guns|rockets?|missiles?|shells?|bombs?|mortars?|artillery|tanks?|police|guards?|snipers?|units?|patrols?))?"
_WHO = rf"(?P<party>(?:{_SIDED}|{_PEOPLED}|{_NAMED}(?: {_ARMS})?){_THEIRS}{_OF})"
#: One that is known to wage war.
_KNOWN = rf"(?P<party>(?:{_SIDED}|{_PEOPLED}){_THEIRS}{_OF})(?: (?:{_ARMS}|cells?|bombs?|mines?|bullets?|interceptors?|guns?|interceptor missiles?|strike|raid|operation|attack))?"
_DET = r"(?:the |a |an |some |two |three )?"
_SAY = (
    r"(?:say|says|said|saying|told \w+(?: \w+)?|adds|added|adding|insist(?:s|ed|ing)?|maintain(?:s|ed|ing)?|alleg(?:es?|ed|ing)|charg(?:es|ed)|claim(?:s|ed|ing)?|repl(?:ies|ied)|retort(?:s|ed)|counter(?:s|ed)|testif(?:ies|ied|ying)|sw(?:ore|ears?)|complain(?:s|ed)|assert(?:s|ed)?|stat(?:es|ed|ing)|argu(?:es?|ed|ing)|"
    r"believe[sd]?|thinks?|thought|suspects?|suspected|hears?|heard|report(?:s|ed|ing)?|f(?:inds?|ound)|conclude[sd]?|determine[sd]?|establishe[sd]|satisfied|sure|certain|convinced|announce[sd]?|writes|wrote|declare[sd]?|doubts?|know|knows|knew|recalls?|recalled|agreed?|saw|evidence|proof|view|opinion|likely|probable)"
)
_MAYBE = r"(?:(?:themselves|itself|himself|then|had|have|has|also|must|may|might|could|first|probably|apparently|deliberately|accidentally|wrongly|again|simply|later) ){0,3}"
_ACT = (
    r"(?:opened (?:fire|up (?:on|at|with))|staged (?:the|it|this)|(?:fired|shot)(?: (?:on|at|into|upon|short|first|from|over|across|the|it|that|those|shells?|rockets?|missiles?|mortars?|blindly|wildly|indiscriminately|without|with|first|again|\w+ (?:shells?|rockets?|missiles?|bombs?|rounds?|shots?))\b|$)|shelled|bombed|mortared|rocketed|strafed|machine-gunned|levelled|leveled|flattened|razed|pounded|pummelled|attacked|raided|stormed|ambushed|rammed|torpedoed|sank|sunk|"
    r"dropped (?:it|them|the|a|an|bombs|two|three|barrel)|launched (?:it|(?:(?:the|a|an|that|this|both|two|three) )?(?:\w+ ){0,2}?(?:attacks?|strikes?|raids?|rockets?|missiles?|drones?|assault|grenades?|shells?|bombs?))\b|burn(?:ed|t)|torched|set (?:fire|(?:the \w+|it|them|\w+) (?:on fire|ablaze|alight))|looted|ransacked|pillaged|bl(?:ew|own) (?:it|them|up|the \w+ up)|(?:hit|struck) (?:the|it|them|us|our|their|his|her|a(?! (?:deal|snag|wall|bargain|chord|note|balance|pact|record|peak))) |destroyed (?:the|it|them|our|their|his|her|a) |"
    r"targeted (?:the|it|them|us|our|their|his|her|a) |thr(?:ew|own) (?:the|it|them|a|grenades)|lobbed|hurled|(?:sent|flew|flown) (?:the|it|that|this|a) (?:drone|plane|missile|rocket|helicopter|jet|bomb)|(?:planted|laid|placed) (?:the|it|them|that|those|a|mines|bombs)|detonated|d(?:id|one) (?:it|this|that|the (?:kill|shell|shoot|bomb|burn|loot|fir)ing)\b|carried out (?:the|this|that|it)|committed|executed|massacred|slaughtered|murdered|butchered|"
    r"killed (?:them|him|her|his|my|our|their|the|these|those|us)\b|gassed|mined|gunned|rigged|demolished|(?:had )?(?:a |the )?hand in (?:it|this|(?:the |this |that |these |those )(?:[\w’'-]{1,20} ){0,2}?(?:raids?|attacks?|massacres?|bombings?|shelling|killings?|murders?|deaths?|ambush|arson|blast|explosion|fire|shootings?|strikes?))\b)"
)
_IT = r"(?:(?:fired|threw|dropped|bombed|shelled|sent|launched|hit|struck|burned|burnt|torched|destroyed|blew|flattened|attacked|mined|planted|laid|murdered|killed|shot|raided|levelled|bombs?|shells) (?:it|us|them|this|that one)|did (?:it|this) to (?:us|them|him|her))\b(?: up| down| themselves| on purpose| by mistake)?"
_THING = (
    r"(?:guided bomb|glide bomb|cluster bomb|barrel bomb|car bomb|truck bomb|lorry bomb|suicide bomb|bomb|missile|rocket|shell|mine|land ?mine|air ?strike|air attack|air raid|raid|strike|drone|projectile|interceptor|grenade|mortar(?: round| bomb| shell)?|round|bullet|device|charge|munition|torpedo|explosion|gas leak|gas cylinder|gas bottle|short circuit|fire|power line|"
    r"ammunition(?: store| dump| depot)?|fuel tank|fuel depot|stove|boiler|generator|transformer|booby trap|boobytrap|himars|grad|uragan|smerch|shahed|iskander|scud|f-16|sukhoi|hellfire|accident|sabotage|misfire|friendly fire|stampede|crossfire|explosives|shells|mines|munitions|rockets|bombs|ordnance|fuel|rounds)"
)
_SHOT = r"(?:shots?|rounds?|bullets?|shells?|fire|gunfire|shooting|shelling|rockets?|missiles?|bombs?|mortars?|mortar (?:bombs?|rounds?|shells?)|projectiles?|salvos?|grenades?|drones?|planes?|jets?|warplanes?|helicopters?|bombardment|volleys?|barrage|burst|attack|raid|strike)"
#: Where a shot that is told to have come from there was fired by whoever holds it.
_SITE = r"(?:fort|fortress|base|barracks|outpost|garrison|air ?base|checkpoint|airfield|airport|post|positions?|trench(?:es)?|lines?|front|side|territory|sector|air defen[cs]es?|guns?|batter(?:y|ies)|mortars?|artillery|tanks?|units?|compound|headquarters|camp|hill|ridge|bank|ship|boat|vessel|frigate|gunboat|drone|jet|plane|helicopter|launcher|weapon|soldiers|fighters|troops|forces|men|army|police|militia|rebels)"
_END = r"(?=[,.;:!?)\"”]|$)"
_CRIME = r"(?:raids?|attacks?|massacres?|bombings?|shelling|killings?|murders?|ambush|arson|assault|shootings?|strikes?|executions?|bombardment|slaughter|atrocit(?:y|ies))"
_ASIDE = r"(?:in (?:the )?[\w’' ]{2,30}?(?:view|opinion|judgement|judgment|account|estimation) |according to [\w’' ]{2,30}?,? |(?:it|they|he|she) (?:says?|said|believes?),? |apparently |probably |allegedly |reportedly |evidently |most likely |in all likelihood |it seems |almost certainly )"
_NEIGHBOURS = r"(?:neighbou?rs|residents|villagers|locals|people|townspeople|townsfolk|shopkeepers|survivors|witnesses|relatives|families|herders|traders|fishermen|everyone|everybody|others?|some|most|many|all|ppl|they|mourners|elders|drivers|farmers|women|men|the family|the town|the street|the quarter|the village|my \w+|his \w+|her \w+)"

#: (name, stance, gates, pattern), tried behind the frames of single turns of phrase.
BLAME_TOLD: Final[tuple[tuple[str, str, tuple[str, ...], str], ...]] = (
    ("told-it-was", "alleges", (), rf"(?:\b{_SAY}|\b(?:others?|some|many|most|anyone|us|me|them))(?: here| there| in town)?,? (?:that )?(?:it|this|that) (?:was|is) (?:not \w+ but )?(?:the |a |an |some )?[\"“]?(?:our own|their own|the town[’']s own)? ?{_KNOWN}[\"”]?(?: again| themselves)?(?=[,.;:!?)\"”]|$| (?:that|who|which|again)\b)"),
    ("it-was-they", "alleges", (), rf"(?:(?<=, )|(?<=: )|(?<=– )|(?<=— ))it was (?:all )?(?:the |some |our own |their own ){_KNOWN}(?: again| themselves)?(?=[,.;:!?)\"”]|$| (?:that|who|which)\b)"),
    ("say-they", "alleges", (), rf"\b{_NEIGHBOURS}(?: (?:in|of|from|here|there|you|i|we|on|at|ask|asked|round|around|who)(?: (?:the )?[\w’'-]{{1,20}})?){{0,2}} (?:all )?(?:say|says|sez|blame|swear|think|thinks|reckon|guess|believe|suspect|suspects) (?:it was |it[’']s |that it was )?(?:the |a |an |some )?(?P<party>(?:{_ARMS} of (?:the )?)?(?:{_SIDED}|{_PEOPLED})(?: {_ARMS})?){_END}"),
    ("told-side-did", "alleges", (), rf"\b{_SAY}(?:(?: [^\s.;:\"“”]{{1,20}}){{0,6}}? that)? (?:[\"“]?{_DET}|{_DET}[\"“]){_WHO}[\"”]? {_MAYBE}{_ACT}(?:(?! and\b)[^.;,:\"“”]){{0,50}}"),
    ("and-that-side-did", "alleges", (), rf"\b(?:and|but) that [\"“]?{_DET}{_WHO}[\"”]? {_MAYBE}{_ACT}(?:(?! and\b)[^.;,:\"“”]){{0,50}}"),
    ("side-did-it", "alleges", (), rf"(?:^\W{{0,3}}|(?<=[.;:!?,] )|(?<=[\"“])|\b{_SAY} (?:that )?)(?:the )?{_KNOWN}(?: themselves)? (?:had )?{_IT}"),
    ("did-the-act", "alleges", (), rf"(?:^\W{{0,3}}|(?<=[.;:,] )|(?<=[\"“])|\bthat |\b{_SAY} )(?:the )?{_WHO} (?:had |themselves )?(?:did|done) (?:all |most of |much of )?the (?:shelling|shooting|killings?|bombing|firing|burning|looting|massacre)"),
    ("it-came-from", "alleges", (), rf"(?:\b{_SAY} (?:that )?(?:it|they|this|both|all)|(?:\b{_SAY} (?:that )?|^\W{{0,3}}|(?<=[.;:,] )|(?<=[\"“])|\bthat )(?:(?:the |these |those |this |all |both )(?:{_W} ){{0,2}}?)?{_SHOT}) (?:had |has |have |must have |could only have |can only have )?(?:come|came|comes|been fired|was fired|were fired|was launched|were launched|flew) from (?:the |a |an |one of |their |our |inside |behind |direction of ){{0,3}}(?P<party>(?:{_W} ){{0,4}}?{_SITE}(?: of (?:the )?[\w’'-]{{1,30}}(?: [\w’'-]{{1,30}}){{0,2}}?)?)(?=[,.;:!?)\"”]|$| (?:and|on|in|at|above|across|near|which|where|that|beyond|over|behind|by|north|south|east|west|outside|opposite)\b)"),
    ("sent-by", "alleges", (), rf"\b(?:{_SHOT}|mines?|booby traps?|massacre|killings?|murders?|ambush|arson|explosion|blast|device|(?<=that )it|(?<=says )it|(?<=said )it) (?:was|were|had been|has been|have been) (?:in fact |actually |probably |likely |deliberately |really )?(?:sent|flown|fired|dropped|launched|planted|laid|thrown|hurled|lobbed|placed|ordered|carried out|perpetrated|committed|set|lit|started|detonated|guided|mounted|caused|triggered) by {_DET}[\"“]?{_KNOWN}"),
    ("aside-by", "alleges", (), rf"\b(?:fired|dropped|launched|planted|laid|sent|thrown|shelled|bombed|attacked|burned|burnt|hit|struck|carried out),? {_ASIDE}{{1,2}}by {_DET}{_KNOWN}"),
    ("by-according", "alleges", (), rf"\bby (?:the )?{_KNOWN},? (?:according to|as) (?:the )?[\w’'-]{{2,30}}(?: [\w’'-]{{2,30}}){{0,3}}"),
    ("holds-answerable", "alleges", (), r"\b(?:hold|holds|held|holding) (?:the )?[\"“]?(?P<party>[^,.;:\"“”]{2,60}?)[\"”]? (?:also |alone |fully |solely |directly |jointly |equally ){0,2}(?:answerable|to blame|liable|guilty|culpable|to account|at fault)\b[^.;,]{0,40}"),
    ("it-is-who", "alleges", (), rf"\bit(?:[’']s| is| was) (?:the |a )?{_KNOWN} (?:that|who|which) (?:is|are|was|were|has|have|had|bears?|bore|did|must|should|will|carry|carries)\b(?: \w{{1,20}}){{0,3}}? (?:to blame|responsible|responsibility|guilty|at fault|behind|answer|blame|guilt|this|it|the killings?|the shelling)\b[^.;,]{{0,40}}"),
    ("is-at-fault", "alleges", (), rf"(?:^\W{{0,3}}|(?<=[.;:,] )|(?<=[\"“])|\bthat |\b{_SAY} )(?:the |a |an )?{_KNOWN} (?:was|were|is|are|had been) (?:\w{{1,12}} )?(?:at fault|culpable|the (?:sole )?(?:culprits?|perpetrators?|aggressors?|authors? of|ones who (?:did|fired|attacked|shot|bombed|shelled))|guilty of)"),
    ("likeliest-cause", "alleges", (), rf"(?:^\W{{0,3}}|(?<=[.;:,] )|(?<=[\"“])|\bthat |\bsaid |\bsays )(?P<cause>(?:a|an|the) (?:[\w’'-]{{1,20}} ){{0,3}}?{_THING}s?)(?: [^.;,:]{{2,40}}?)? (?:was|is|were|had been|seems|seemed|remains|appears to be) (?:the |a |their |its ){{0,2}}(?:likeliest|most likely|most probable|probable|likely|possible|real|actual|main|true|sole|immediate|only)? ?(?:cause|culprit|explanation|origin|source of the (?:blast|explosion|fire))\b"),
    ("at-the-door-of", "alleges", (), r"\b(?:lays?|laid|laying|put|puts) (?:it|this|(?:the |this |that |these |those |all |both |most of the )?(?:[\w’\'-]{1,20} ){0,2}?(?:blame|guilt|responsibility|fault|crimes?|deaths?|fire|blast|explosion|disaster|carnage|bloodshed|violence|tragedy|raids?|attacks?|massacres?|bombings?|shelling|killings?|murders?|ambush|arson|shootings?|strikes?)(?: (?:for|of|in) [^.;,:]{2,40}?)?) (?:squarely |firmly )?at (?:the )?(?:very )?(?:doors?|feet|doorsteps?) of (?:the )?[\"“]?(?P<party>[^.;,:\"”“]{2,60})"),
    ("at-somebodys-door", "alleges", (), rf"\b(?:lays?|laid|laying|put|puts) (?:it|this|(?:the |this |that |these |those |all |both |most of the )?(?:[\w’\'-]{{1,20}} ){{0,2}}?(?:blame|guilt|responsibility|fault|crimes?|deaths?|fire|blast|explosion|disaster|carnage|bloodshed|violence|tragedy|raids?|attacks?|massacres?|bombings?|shelling|killings?|murders?|ambush|arson|shootings?|strikes?)(?: (?:for|of|in) [^.;,:]{{2,40}}?)?) (?:squarely |firmly )?at (?:the )?{_WHO}[’']s? (?:door|feet|doorstep)\b"),
    ("spoke-of-thing", "alleges", (), rf"\b(?:speaks?|spoke|talks?|talked|told) of (?:[\"“]?(?:an? )|[\"“])(?P<cause>(?:[\w’'-]{{1,20}} ){{0,3}}?{_THING}(?: (?:from|fired from|dropped by|fired by|of) (?:an? |the )?[\w’'-]{{1,20}}(?: [\w’'-]{{1,20}})?)?)(?=[,.;:!?)\"”]|$| (?:and|but|in|on|at|which|that|hitting|striking)\b)"),
    ("charge-that", "alleges", (), rf"\b(?P<holder>(?-i:[A-Z])[\w-]{{1,30}}(?: (?-i:[A-Z])[\w-]{{1,30}}){{0,2}}|(?:[\w-]{{1,20}} ){{0,2}}?(?:{_SIDES}|ministry|mission|committee|council|opposition|villagers|residents|families|prosecutors?|mayor|governor|president|minister))[’']s? (?:own )?(?:charges?|claims?|accusations?|allegations?|assertions?|contention|insistence|story|version|suggestion) that (?:one of )?(?:(?:its|their|his) (?:own )?(?:[\w-]{{1,20}} ){{1,3}}?(?:had |have |has |was |were )?|{_DET}{_WHO} {_MAYBE}){_ACT}(?:(?! and\b)[^.;,:\"“”]){{0,50}}"),
    ("something-failed", "alleges", (), r"\b(?:owing to|due to|because of|the result of|as a result of|traced to|put down to|explained by|attributable to|stemmed from|resulted from|followed from|blamed on) (?P<cause>(?:an? |the |its |their )?(?:[\w-]{1,20} ){0,2}?(?:technical|technological|targeting|aiming|mechanical|human|guidance|navigational?|pilot|operator|intelligence|computer|weapons?|system|clerical|coordinates?|map|rocket|bomb|missile|steering|fuse|electrical)(?: [\w-]{1,20})? (?:faults?|errors?|failures?|malfunctions?|mistakes?|defects?|mix-up|mixup|problems?|lapses?|breakdown))\b"),
    ("convicted-of", "alleges", (), rf"\b(?:convicted|sentenced|jailed|indicted|imprisoned|condemned|charged|found guilty) (?:the |a |an )?(?P<party>(?-i:[A-Z])[\w’'-]{{1,30}}(?: [\w’'-]{{1,30}}){{0,6}}?|(?:{_W} ){{0,2}}?(?:{_SIDES}|colonel|general|commander|sergeant|major|captain|corporal|lieutenant|officers?|men))(?: to (?:[\w-]{{1,20}} ){{0,4}}?(?:life|death|years|prison|jail|imprisonment|hang|months)(?: in (?:prison|jail)| imprisonment)?)?,? (?:of|for|over|with|in connection with) (?:[\w’'-]{{1,20}} ){{0,5}}?{_CRIME}\b[^.;,]{{0,30}}"),
    ("was-convicted-of", "alleges", (), rf"(?:^\W{{0,3}}|(?<=[.;:,] )|\bthat )(?:the |a |an )?(?P<party>(?-i:[A-Z])[\w’'-]{{1,30}}(?: [\w’'-]{{1,30}}){{0,4}}?|(?:{_W} ){{0,3}}?(?:{_SIDES}|colonel|general|commander|sergeant|major|captain|corporal|lieutenant|officers?|men)) (?:was|were|has been|have been|had been) (?:convicted|sentenced|jailed|indicted|charged|found guilty)(?: to (?:[\w-]{{1,20}} ){{0,4}}?(?:life|death|years|prison|jail|imprisonment)(?: in (?:prison|jail))?)?,? (?:of|for|over|with|in connection with) (?:[\w’'-]{{1,20}} ){{0,5}}?{_CRIME}\b[^.;,]{{0,30}}"),
    ("points-at-known", "alleges", (), rf"\bpoint(?:s|ed|ing)? (?:clearly |directly |squarely |instead |also |straight |back ){{0,2}}(?:at|to|towards?) (?:the |a |an )?[\"“]?{_KNOWN}"),
    ("evidence-leads", "alleges", (), rf"\b(?:evidence|signs|everything|fragments|remnants|markings|numbers?|trail|traces|tracks|suspicions?|fingers?|blame|responsibility|fault|guilt|accusations?) (?:has |have |had |is |are |was |were |immediately |soon |quickly |clearly |all |also ){{0,3}}(?:lead|leads|led|fell|fall|falls|fallen|falling|rest|rests|rested|lies|lay|belongs?|belonged|cent(?:res|red|ered)|land|lands|landed|pointed|points?|pointing) (?:back |squarely |entirely |solely |mainly |first |wholly |alone |immediately ){{0,2}}(?:to|on|upon|at|with|towards?) (?:the |a |an )?[\"“]?{_KNOWN}"),
    ("sees-hand", "alleges", (), rf"\b(?:sees?|saw|seen|suspects?|suspected|detects?|detected|recogni[sz]e[sd]?) (?:in (?:it|this|that|the \w+) )?(?:(?:the |a )?(?:hands?|fingerprints?|work|hallmarks?|handwriting|shadow) of (?:the )?{_KNOWN}|(?:the )?(?P<owner>{_PEOPLED}|{_SIDED})[’']s? (?:hands?|fingerprints?|handiwork))\b"),
    ("traced-to", "alleges", (), rf"\b(?:trace[sd]?|tracing|links?|linked|linking|ties|tied) (?:it|them|this|the (?:[\w-]{{1,20}} ){{0,3}}?(?:{_SHOT}|{_CRIME}|fragments?|bomb|blast|explosion)) (?:back )?to (?:the |a |an )?[\"“]?{_KNOWN}"),
    ("killers-were", "alleges", (), rf"\b(?:the )?(?:killers|attackers|gunmen|perpetrators|culprits|assailants|raiders|shooters|murderers|bombers|arsonists|gunners|men who (?:fired|came|shot|did it|attacked|burned)|ones who (?:fired|came|shot|did it|attacked|burned)) (?:was|were|had been|are|belonged to|belong to) (?:all |in fact |members of |men of |from |indeed ){{0,2}}(?:the )?{_KNOWN}"),
    ("calls-it-theirs", "alleges", (), rf"\b(?:calls?|called|calling|termed|labelled|branded|described) (?:it|this|the \w+(?: \w+)?)(?: as)? [\"“]?(?:a|an|another) (?P<party>{_PEOPLES}|{_NATIONS}|army|government|regime|rebel|militia|coalition) (?:air ?strike|strike|attack|raid|crime|massacre|bombing|operation|atrocity|drone strike)\b"),
    ("thing-is-theirs", "alleges", (), rf"(?:^\W{{0,3}}|(?<=[.;:,] )|(?<=[\"“])|\bthat |\b{_SAY} )(?:the|this|that) (?:[\w-]{{1,15}} )?(?:drones?|planes?|jets?|warplanes?|aircraft|rockets?|shells?|missiles?|bombs?|helicopters?|mortars?|rounds?|guns?|gunmen|killers|attackers|strike|raid|boat) (?:was|were|is|had been|must have been) (?:a |an |the )?(?P<party>{_PEOPLES}|{_NATIONS}|government|army|military|regime|rebel|coalition|militia)(?:[’']s?)?(?: (?:{_ARMS}|one|ones|strike|raid|attack|soldiers|men|forces))?{_END}"),
    ("taken-to-be", "alleges", (), rf"\b(?:took|taken|takes|believed?|believes|thought|presumed|assumed|understood|suspected|held) (?:it |them |him )?to (?:be|have been|belong to|come from|have come from) (?:the |a |an |those of |from ){{0,2}}(?!\w+ing\b)(?P<party>{_PEOPLED}|{_SIDED})(?: (?:{_ARMS}|one|ones))?(?=[,.;:!?)\"”]|$| (?:and|in|on|which|that|bombed|hit|struck)\b)"),
    ("suspects-thing-of", "alleges", (), rf"\bsuspect(?:s|ed|ing)? (?:an? |the |one of )?(?P<cause>(?:stray |errant |misfired |misdirected |[\w-]{{1,15}} ){{0,2}}?{_THING}) (?:from|of|fired by|fired from|left by|planted by|laid by|dropped by) (?:(?:the |a |an |one of |their |its |his |own ){{0,3}}{_KNOWN}|(?:one of )?(?P<owner>(?:their|its|our) own [\w’'-]{{1,20}}(?: [\w’'-]{{1,20}})?))"),
    ("their-things-did", "alleges", (), rf"\b(?:{_SAY}(?: that)?|and that|but that) (?:the )?(?P<party>{_NAMED}|{_SIDED}|{_PEOPLES})[’']s? (?:own )?(?:[\w-]{{1,15}} )?{_THING}s? {_MAYBE}(?:caused|set off|destroyed|hit|struck|triggered|started|sparked|brought down|fell|fallen|exploded|landed)\b(?:(?! and\b)[^.;,:\"“”]){{0,40}}"),
    ("it-was-thing-that", "alleges", (), rf"\bit was (?P<cause>(?:the |a |an |its |their |our )(?:[\w’'-]{{1,20}} ){{0,3}}?{_THING}s?)(?:, not [^,.;]{{2,40}},)? (?:that|which) (?:had )?(?:sunk|sank|hit|struck|destroyed|caused|exploded|went off|blew|brought down|levelled|flattened|demolished|damaged|set|killed|started|tore|ripped)\b[^.;,]{{0,40}}"),
    ("names-them", "alleges", (), rf"\b(?:neighbou?rs|residents|villagers|locals|survivors|witnesses|relatives|families|family|lawyers?|shopkeepers|he|she|they|others?|some|several|who) (?:all |then |later )?nam(?:e|es|ed) (?:the )?{_KNOWN}(?=[,.;:!?)\"”]|$| (?:as|for|and)\b)"),
    ("only-they-have", "alleges", (), rf"\b(?:only|nobody but|no one but|none but|no-one but|who else but|who but) (?:the )?{_KNOWN} (?:(?:has|have|flies|flew|uses|used|operates) (?:the |any |such |these |those |this |that |attack |combat |heavy )?(?:kind of |type of |sort of )?(?:aircraft|planes?|jets?|warplanes?|helicopters?|drones?|guns?|rockets?|missiles?|artillery|mortars?|tanks?|bombs?|weapons?|shells?|calibres?|launchers?|howitzers?)|(?:could|can|would) have (?:done|fired|dropped|shelled|bombed|been|hit|launched|carried))\b[^.;,\"”]{{0,40}}"),
    ("can-only-be", "alleges", (), rf"\bit (?:can|could|must) (?:only )?(?:have been|be) (?:the |a |an ){{0,1}}{_KNOWN}"),
    ("rests-with", "alleges", (), rf"\b(?:responsibility|blame|fault|guilt|liability|culpability)(?: for [^.;,]{{3,50}}?)? (?:rests?|rested|lies|lay|falls?|fell) (?:\w+ )?(?:with|on|upon) (?:the )?{_KNOWN}"),
    ("maybe-responsible", "alleges", (), rf"(?:^\W{{0,3}}|(?<=[.;:,] )|(?<=[\"“])|\bthat |\b{_SAY} )(?:the |a |an )?(?P<party>{_PEOPLED}|{_SIDED}|{_NAMED}) (?:was|were|is|are|had been|may be|may have been|must be|must have been) (?:probably |likely |most likely |almost certainly |clearly |directly |also |partly |jointly |ultimately |wholly |in all likelihood ){{1,2}}(?:responsible|to blame|behind it)\b[^.;,]{{0,40}}"),
    ("colon-culprit", "alleges", (), rf"\b(?:culprits?|perpetrators?|killers?|who did it|who was behind it|to blame|responsible|guilty)(?: [\w’'-]{{1,20}}){{0,4}}?(?:, (?:say|said|according to) [^,.;:]{{3,40}},|, according to [^,.;:]{{3,40}})? ?(?:: |is |are |was |were |— |– )(?:the )?{_KNOWN}"),
    ("label-of", "alleges", (), r"^\W{0,3}(?:(?:alleged|suspected|reported|presumed|likely|named|main|primary) )?(?:perpetrators?|perps?|belligerents?|culprits?|responsible(?: party| parties| actor)?|blamed|attributed to|attribution|accused(?: party)?|party responsible|who did it|by whom|blame)(?: \(\w+\))? ?: ?(?:the )?(?P<party>(?!unknown|unclear|not known|none|no one|nobody|n/a|to be|under|disputed|contested)[^,.;:\n(]{2,50})"),
    ("condemns-their", "alleges", (), rf"\b(?:condemn(?:s|ed|ing)?|denounc(?:es|ed|ing)|deplor(?:es|ed|ing)|decr(?:ies|ied)) (?:(?:the |this |that |what it called |it as )?[\"“]?(?:the )?{_KNOWN}[’']s? (?:[\w-]{{1,20}} ){{0,3}}?{_CRIME}|(?:the |this |that |an? )(?:[\w-]{{1,20}} ){{0,3}}?{_CRIME} (?:carried out |committed |perpetrated )?by (?:the )?[\"“]?(?P<owner>{_SIDED}|{_PEOPLED}))"),
    ("blames-error", "alleges", (), r"\b(?:blam(?:e|es|ed|ing)|fault(?:s|ed)) (?:it on |this on |the \w+ on )?(?:an? |the |its |their )?(?P<cause>(?:[\w-]{1,20} ){0,3}?(?:errors?|intelligence|coordinates?|maps?|malfunctions?|failures?|mix-up|misidentification|misunderstanding|guidance|targeting|software|miscalculation|stray (?:round|shell|bullet|rocket)s?))\b"),
    ("faults-them", "alleges", (), rf"\bfault(?:s|ed|ing) (?:the )?{_KNOWN}[^.;,]{{0,50}}"),
    ("mistook-for", "alleges", (), r"\b(?:mistook|mistaken|mistaking|misidentified) (?P<cause>(?:the |a |an |his |her |their |them|it|him)[^.;,]{0,40}? (?:for|as) (?:an? |the )?[^.;,]{3,50})"),
    ("links-to", "alleges", (), rf"\b(?:links?|linked|ties|tied|pins?|pinned|pinning) (?:it|them|this|the (?:[\w-]{{1,20}} ){{0,3}}?{_CRIME}|the (?:blast|explosion|bomb|blame)) (?:to|on) (?:the )?{_KNOWN}"),
    ("lays-most", "alleges", (), rf"\b(?:lays?|laid|put|puts|places?|placed|pins?|pinned|cast|heaps?|heaped) (?:most|much|all|some|part|the bulk|the brunt|a share|a good part) of the (?:blame|responsibility|guilt) (?:\w+ )?(?:on|upon|with|at) (?:the )?{_KNOWN}"),
    ("shares-blame", "alleges", (), rf"(?:^\W{{0,3}}|(?<=[.;:,] )|(?<=[\"“])|\bthat |\b{_SAY} )(?:the )?{_KNOWN} (?:share|shares|shared|must bear|must take|bear|bears|carries|carry) (?:the |some |much |most |part |all )(?:of the )?(?:blame|guilt|responsibility)\b"),
    ("were-their-doing", "alleges", (), rf"\b(?:was|were|is|are) (?:all )?(?:the )?{_KNOWN}[’']s? (?:own )?(?:doing|fault|deed|handiwork|crime|responsibility)\b"),
    ("charge-with", "alleges", (), rf"\b(?:charge[sd]?|charging) (?:the |two |three |four |five |six |seven |eight |nine |ten |several |\d{{1,3}} )?{_KNOWN} (?:with|over) (?:the )?(?:[\w-]{{1,20}} ){{0,3}}?{_CRIME}"),
    ("found-liable", "alleges", (), rf"\b(?:f(?:ound|inds)|ruled|declared|held|considers?|considered|deem(?:s|ed)) (?:that )?(?:the )?{_KNOWN} (?:was |is |are |were |to be )?(?:liable|responsible|guilty|culpable|at fault|to blame)\b[^.;,]{{0,40}}"),
    ("whom-it-says-did", "alleges", (), rf"{_KNOWN}, (?:which|who|whom) (?:it|they|he|she|(?:the )?[\w’'-]{{1,20}}(?: [\w’'-]{{1,20}})?) (?:say|says|said|believes?|believed|alleges?|alleged|claims?|claimed|suspects?) (?:had |have )?{_ACT}[^.;,:\"“”]{{0,40}}"),
    ("did-they-say", "alleges", (), rf"(?:^\W{{0,3}}|(?<=[.;:!?] )|(?<=[\"“])|(?<= [-–—] ))(?:the |a |an )?{_KNOWN} {_MAYBE}{_ACT}[^.;:\"“”]{{0,60}}?(?=[,;]?[\"”]?,? (?:said|says|insisted|insists|recalled|testified|claimed|told) |, (?:the |a |an |one |his |her )?[\w’'-]{{1,20}}(?: [\w’'-]{{1,20}}){{0,5}} (?:say|says|said|insist|insists|insisted|testified|claims?|claimed|told|recalled)\b)"),
    ("thing-did-they-say", "alleges", (), rf"(?:^\W{{0,3}}|(?<=[.;:!?] )|(?<=[\"“]))(?P<cause>(?:an? |one of (?:its|our|their) own |debris |wreckage |fragments )(?:(?:from|of) an? )?(?:[\w’'-]{{1,20}} ){{0,3}}?{_THING}s?(?: [^.;,:\"“”]{{1,30}}?)? (?:had |has )?(?:hit|struck|destroyed|caused|exploded|gone off|went off|brought|(?:fallen|fell)(?! short)|set off|gone astray|went astray|veered|missed|malfunctioned|misfired)\b[^.;:\"“”]{{0,60}}?)(?=[,;]?[\"”]?,? (?:said|says|insisted) |, (?:the |a |an |one |his |her |its )?[\w’'-]{{1,20}}(?: [\w’'-]{{1,20}}){{0,5}} (?:say|says|said|insist|insists|insisted|wrote|found|argued)\b)"),
    ("type-used-by", "alleges", (), rf"\bof (?:a|the) (?:type|kind|sort|make|calibre|model) (?:that )?(?:used|flown|fired|operated|favoured|fielded|dropped)? ?(?:only )?(?:by )?(?:the )?{_KNOWN}(?: (?:uses?|flies|fires?|has|have|operates?)\b|(?=[,.;:!?)\"”]|$))"),
    ("say-army-thing", "alleges", (), rf"\b(?:ppl|people|everyone|they|all|locals|neighbou?rs|some|others) (?:r |are |is )?(?:say|says|saying) (?:its |it[’']s |it was |it is )?(?:the |a |an )?{_KNOWN}{_END}"),
)  # fmt: skip

#: Frames whose party must be known for one: a side, a people, a country, a name of the table of parties.
_KNOWN_ONLY: Final = frozenset(
    "side-did-it".split()
)
#: Frames whose party may be a name that is not known.
_NAMES_TOO: Final = frozenset("told-side-did and-that-side-did did-the-act it-is-who is-at-fault their-things-did".split())
#: Names of these frames.
TOLD: Final = frozenset(name for name, *_ in BLAME_TOLD)
_SIDE: Final = re.compile(rf"\b(?:{_SIDES}|{_PEOPLES}|vessel|warship|units?|clan|tribesmen|loyalists|jihadists|extremists|death squad|side|foreigners|regime|organi[sz]ation|cells?)\b", re.IGNORECASE)
_NOBODY: Final = re.compile(r"(?:\b(?:nobody|no one|none|neither|never|not|cannot|hardly|without|short of|refus\w{1,6}|declin\w{1,6}|whether|if|unless)|n[’']t)(?: [\w’'-]{1,20}){0,4} $", re.IGNORECASE)
_IF: Final = re.compile(r"\b(?:whether|if|unless|did not say|nobody (?:says|said|knows|can say)|could not say|cannot say|not known)\b[^.;]{0,60}$", re.IGNORECASE)
#: What a belligerent hits in war and nobody is blamed for.
_MILITARY: Final = re.compile(
    r"\b(?:(?:rebel|enemy|army|militant|insurgent|terrorist|government|military|their|russian|ukrainian|houthi|taliban|jihadist) (?:positions?|bases?|camps?|targets?|convoys?|columns?|vehicles?|depots?|posts?|lines?|hideouts?)|positions? of|trenches|headquarters|command (?:post|centre|center)s?|hideouts?|(?:arms|ammunition|weapons|munitions) (?:depots?|stores?|dumps?|factor(?:y|ies)|caches?)|launchers?|air ?base|militants|terrorists|fighters|insurgents|troop concentrations?|at (?:soldiers|troops|the enemy|each other)|(?:its|their|our|his|an army|a police|a military) (?:own )?(?:base|positions?|posts?|convoys?|patrols?|troops|soldiers|men|fighters|forces|barracks|garrison|checkpoints?)|convoys? of (?:soldiers|troops|the army))\b",
    re.IGNORECASE,
)
_ROADS: Final = re.compile(r"\b(?:road|roads|sign|signpost|arrow|path|map|track|compass|telescope|street|lane|statue|needle|board|poster|window)\b", re.IGNORECASE)


#: Frames of what somebody did, and machines of nobody's.
_ACTS: Final = frozenset("told-side-did and-that-side-did did-they-say whom-it-says-did".split())
_MACHINE: Final = re.compile(rf"(?:(?:unknown|unidentified|armed|low-flying|single|big|small|black|grey|circling|second|third|other|first) )?(?:{_ARMS}|gunships?|batter(?:y|ies)|gunboats?|pilots?|crews?|units?|column|side)", re.IGNORECASE)
#: Older frames that a "not" before them turns round.
_TURNED: Final = frozenset(("is-responsible", "to-blame", "did-it", "it-was"))
_NOT_SO: Final = re.compile(r"it was (?:the )?(?:\d+(?:st|nd|rd|th)|\d+)\b", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def _is_known(party: str) -> bool:
    """Tell whether words name one that wages war: a side, a people, a country, a name of the table of parties."""
    if _SIDE.search(party) is not None or known_party(party) is not None:
        return True
    low = re.sub(r"[’']s?$", "", party).lower()
    if low in COUNTRY_NAMES or any(low == name.lower() for name in COUNTRY_NAMES):
        return True
    return any(word in _PEOPLE or word.removesuffix("s") in _PEOPLE for word in re.findall(r"[a-z-]+", low) if len(word) > 3)


_PEOPLE: Final = frozenset(name.lower() for name in DEMONYMS)


def holds(name: str, piece: str, m: re.Match[str]) -> bool:
    """Tell whether a frame of this table lays blame where it matched: at one that wages war, and not turned round by what stands before."""
    if name == "side-did" and _MILITARY.search(piece, m.end("party"), m.end()) is not None:
        return False
    if name in ("side-did", "did-the-act", "side-did-it") and _OLD_YEAR.search(piece, m.end("party"), m.end() + 40) is not None:
        return False  # of another year
    if name not in TOLD:
        return name not in _TURNED or (_NOBODY.search(piece, max(0, m.start() - 60), m.start() + 1) is None and _NOT_SO.match(m[0]) is None)
    groups = m.groupdict()
    party = groups.get("party") or groups.get("owner")
    if party is not None and party[:1].isdigit() and re.match(r"\d+ ", party) is not None:
        return False
    if party is not None and name in _ACTS and _MACHINE.fullmatch(party) is not None:
        return False  # "a drone fired two missiles" names nobody
    if party is not None and name in _KNOWN_ONLY and not _is_known(party):
        return False
    if party is not None and name == "it-came-from" and not (re.search(r"(?-i:[A-Z])|[’']s?\b", party) or _is_known(party) or re.search(r"\b(?:fort|base|barracks|outpost|garrison|air ?base|checkpoint|airfield|air defences?|headquarters|front|guns?)$", party)):
        return False
    if name in ("at-the-door-of", "at-somebodys-door") and party is not None and (_BUILT.search(party) is not None or not _is_known(party) or not _of_harm(piece, m.start())):
        return False
    if name in _ACTS and not _harms(piece, m):
        return False
    if name in ("holds-answerable", "it-is-who", "is-at-fault", "found-liable", "maybe-responsible") and party is not None and not _of_harm(piece, m.end("party")):
        return False
    if name == "blames-error" and _AIMED.search(m[0]) is None and _HITS.search(piece) is None:
        return False
    if _NOBODY.search(piece, max(0, m.start() - 60), m.start()) is not None or _IF.search(piece, 0, m.start()) is not None or _IF.search(m[0]) is not None:
        return False
    if name in ("points-at-known", "evidence-leads") and _ROADS.search(piece) is not None:
        return False
    if name in ("sees-hand", "mistook-for") and _WARLIKE.search(piece, 0 if name == "mistook-for" else m.end()) is None and (name == "mistook-for" or piece.startswith(" in the ", m.end())):
        return False
    if name in ("told-side-did", "and-that-side-did", "did-they-say", "whom-it-says-did") and _MILITARY.search(piece, m.end("party") if party is not None else m.start(), m.end() + 15) is not None:
        return False
    return not (party is None and name in ("something-failed", "likeliest-cause") and _HITS.search(piece) is None)


_WARLIKE: Final = re.compile(r"\b(?:fires?|killings?|deaths?|blaze|crash|sinking|explosion|blast|murders?|massacre|attacks?|strike|struck|hit|missed|bomb\w{0,5}|shell\w{0,4}|crew|pilots?|gunners?|soldiers?|troops|patrol|drone|operators?|targets?|rebels?|militants?|fighters?|ambush|raid|violence|unrest)\b", re.IGNORECASE)
_HITS: Final = re.compile(r"\b(?:str(?:ike|ikes|uck)|hit|missed|bomb\w{0,5}|missiles?|rockets?|shell\w{0,4}|drones?|target\w{0,3}|fired?|blast|explo\w{2,6}|raid|attack\w{0,2})\b", re.IGNORECASE)
#: A house or a figure at whose door or feet things are laid, and no party.
_BUILT: Final = re.compile(r"\b(?:church|mosque|temple|chapel|cathedral|shrine|statue|monument|memorial|tomb|grave|house|home|palace|embassy|barracks|station|headquarters|offices?|building|hospital|school|hall|base|camp|ministry building|court|museum)\b", re.IGNORECASE)
#: Acts that are harm whatever they hit, and words for what is harmed by the others.
_WARLIKE_ACT: Final = re.compile(
    r"\b(?:opened (?:fire|up)|shelled|bombed|mortared|rocketed|strafed|machine-gunned|ambushed|torpedoed|gassed|gunned|massacred|murdered|butchered|detonated|rammed|fired (?!the\b|it\b|that\b|those\b)|shot (?!the\b|it\b)|staged (?:it|this)|hand in|launched (?:[\w’'-]{1,20} ){0,3}?(?:attacks?|strikes?|raids?|rockets?|missiles?|drones?|assault|grenades?|shells?|bombs?)|bombs?|missiles?|rockets?|shells?|mines|grenades?|drone|jet|killed|did (?:it|this|that)|done (?:it|this|that)|d(?:id|one) the|set [^.;,]{1,30} (?:ablaze|on fire|alight)|"
    r"attacks?|strikes?|raids?|ambush|massacre|killings?|murders?|shelling|bombing|crimes?|atrocit(?:y|ies)|blast|explosion)\b",
    re.IGNORECASE,
)
_HARMED: Final = re.compile(
    r"(?:\b(?:it|us|them|him|her|me|everyone|everybody|people|civilians?|men|women|children|boys?|girls?|families|family|villagers|residents|worshippers|mourners|pilgrims|refugees|prisoners|detainees|students|pupils|patients|passengers|farmers|fishermen|herders|traders|workers|miners|protesters|demonstrators|crowds?|relatives|brothers?|sons?|daughters?|sisters?|fathers?|mothers?|husbands?|wife|wives|neighbou?rs|captives|hostages|guests|shoppers|"
    r"houses?|homes?|huts?|villages?|towns?|city|quarters?|districts?|neighbou?rhoods?|blocks?|flats|buildings?|towers?|markets?|stalls?|shops?|bakery|bakeries|schools?|hospitals?|clinics?|bridges?|mosques?|church(?:es)?|temples?|camps?|farms?|wedding|funeral|bus(?:es)?|cars?|vans?|taxis?|ambulances?|convoy|boats?|ferry|ships?|vessel|dinghy|train|station|hotel|prison|shelters?|mine|port|harbour|depot|warehouse|factory|mill|dam|hamlets?|settlement|compound|yard|square|queue|procession|university|college|kindergarten|nursery|orphanage)\b|(?<=[a-z] )(?-i:[A-Z])[a-z])",
    re.IGNORECASE,
)
_OLD_YEAR: Final = re.compile(r"\b(?:in|of|during|since|from)(?: (?:early|late|mid))? (?:1[89]|20)\d\d\b")
_OF_TREASON: Final = re.compile(r"(?:(?! and\b)[^.;,]){0,40}?\b(?:liable|responsible|guilty|culpable|answerable|at fault|to blame|to account|responsibility|blame|guilt) (?:for|of|over|in) ", re.IGNORECASE)
_OF_HARM: Final = re.compile(r"\b(?:it|this|that|what|them|kill\w*|deaths?|dying|attack\w*|strik\w+|strikes?|struck|shell\w*|bomb\w*|fir(?:e|ed|es|ing)|shoot\w*|shots?|massacre\w*|blast\w*|explo\w+|raid\w*|drones?|min(?:e|es|ed|ing)|burn\w*|violence|atrocit\w+|crimes?|abduct\w+|murder\w*|harm\w*|destr\w+|rockets?|missiles?|wound\w*|injur\w+|loot\w*|rape[sd]?|tortur\w+|siege|ambush\w*|sinking|arson|assassin\w*|starv\w+|bloodshed|carnage|tragedy|genocide|cleansing|slaughter|casualties|loss of (?:life|lives)|victims|disappear\w+|civilians?)\b", re.IGNORECASE)
_AIMED: Final = re.compile(r"\b(?:intelligence|coordinates?|misidentification|guidance|targeting|stray)\b", re.IGNORECASE)


def _harms(piece: str, m: re.Match[str]) -> bool:
    """Tell whether what a side is told to have done is harm: an act of war, or one on people, places, us; and of no other year."""
    at = m.end("party")
    if _OLD_YEAR.search(piece, at, m.end() + 40) is not None:
        return False
    return _WARLIKE_ACT.search(piece, at, m.end()) is not None or _HARMED.search(piece, at, m.end() + 1) is not None


def _of_harm(piece: str, at: int) -> bool:
    """Tell whether what one is held to answer for, where it is said, is harm."""
    found = _OF_TREASON.match(piece, at)
    return found is None or _OF_HARM.search(piece, found.end() - 4, found.end() + 80) is not None
