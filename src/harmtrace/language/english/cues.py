"""English turns of phrase that the claims stage looks for between and round mentions."""

import re

from harmtrace.language.english.moments import MOMENTS
from harmtrace.language.english.unreal import PRETENCE
from harmtrace.language.gated import Gated
from harmtrace.language.grammar import Cues
from harmtrace.language.late import late

_PRONOUNS = frozenset("he she they it we this that who which".split())
_SINGLE = Gated(
    r"\b(?:a|an|one|single|the|another|this|that|in|second|third|fourth|fifth|latest|fresh|new|deadly|suspected) (?:[\w’'-]+ ){0,3}?(?:strike|air ?strike|attack|raid|blast|bombing|explosion|shelling|incident|massacre|ambush|clash|shell|rocket|missile|bomb|assault|event|operation|crash|fire|engagement)\b|\b(?:one|a|an|that|some|the same) (?:\w{3,12} )?(?:evening|morning|night|afternoon|day|dawn|dusk|midday) (?:in|last|at the (?:start|end) of|towards|early in|late in)\b",
    "evening", "morning", "night", "afternoon", "day", "dawn", "dusk", "strike", "attack", "raid", "blast", "bombing", "explosion", "shelling", "incident", "massacre", "ambush", "clash", "shell", "rocket", "missile", "bomb", "assault", "event", "operation", "crash", "fire", "engagement",
)  # fmt: skip
_WOUNDS = late(r"\b(?:of|to|from) (?:his|her|their|its|the) (?:wounds|injuries|burns)\b|\blater died\b", re.IGNORECASE)
_SUPERLATIVE = late(r"\b(?:greatest|worst|deadliest|gravest|biggest|bloodiest|highest|most|first|largest|heaviest)\b", re.IGNORECASE)
_SPOKE = frozenset(("_ SAY", "_ CLAIM", "_ DENY", "_ ADMIT", "_ COUNT", "according to _", "SAY _"))
_HERE = late(r"\b(?:there(?! (?:has|had|have|was|were|is|are|will|would|could|may|might)\b)|in the (?:region|city|governorate|province|area|country|district|town|territory|county|canton|state|township|valley|archipelago|zone))\b", re.IGNORECASE)
#: Who gathers for the one who publishes, and what that one published before: nobody else vouches.
_GATHERS = r"(?:correspondents?|reporters?|stringers?|photographers?|cameram[ae]n|journalists?|researchers?|investigators?|field ?workers?|monitors|monitoring|teams?|staff|newsroom|editors?|bureau)"
_PUBLISHED = r"(?:list|tally|count|register|ledger|database|figures?|records?|logs?|data|statement|message|notes?|notice|sheet|report|bulletin|update|brief|edition|issue|article|story|dispatch|post|tweet|headline|caption)"
_OWN_STAFF = late(
    rf"^(?:our|this) (?:[\w-]{{1,20}} ){{0,3}}?(?:{_GATHERS}|{_PUBLISHED}|paper|newspaper|page|site|website|blog|magazine|agency|station|programme|program|desk|channel)(?: (?:in|at|of|for|on) .{{1,40}})?$"
    rf"|^(?:(?:an?|one|two|the) )?{_GATHERS}\b.{{0,30}}? (?:for|of|from|with|at) (?:this|our) \w"
    rf"|^(?:an?|the) (?:earlier|first|previous|original) (?:version|edition)\b|^(?:an? |the )?{_PUBLISHED} (?:published |posted |carried |printed )?(?:here\b|(?:in|on) (?:our|this|yesterday['’]s|\w+day['’]s) )"
    rf"|^(?:yesterday|\w+day|last (?:week|month|quarter|year|night))['’]s (?:paper|sitrep|{_PUBLISHED})$|^the (?:[\w-]{{1,20}} ){{0,2}}?{_PUBLISHED} (?:that |which )?(?:we|I) \w|^(?:here|all)$",
    re.IGNORECASE,
)
_DATELINE = late(
    r"\s{0,20}(?:Statement,\s+|STATEMENT,?\s+)?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}?)(?:, [A-Z][\w.]+){0,2}?(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?\s{0,20}(?:[(/][^)/\n]{2,30}[)/]\s{0,20})?(?:[—–:]|-{1,2}\s)"
)
_REPORTING = late(r"\b(?:reporting period|period|monthly tally|review|bulletin|update|tally)\b", re.IGNORECASE)
_REPORT_HEAD = late(r"\b(?:weekly|sheet|digest|brief|sitrep|situation report|summary|civilian harm|civilian impact|casualt\w{1,4}|verified|documented|recorded)\b", re.IGNORECASE)
_WHETHER = late(r"\bwhether (?:the )?(?:reports|allegations|claims)\b", re.IGNORECASE)
_GENERIC = late(r"^(?:a|an|the|its|their|his|one)?\s*(?:\w+ )?(?:spokes\w+|statement|release|official|officials|commander|press desk|press office|officer|it|they)\b", re.IGNORECASE)
#: "An officer of its command" names no side: whose command it is stands before.
_SIDES = late(r"(?<!\bits )(?<!\btheir )(?:coalition|army|military|pentagon|centcom|command\b|russia|israel|iraqi|syrian|sdf|turkish|u\.?s\.?\b|forces|government|ministry|nato)", re.IGNORECASE)
_SPOKESMAN = late(r"spokes|statement|release|press\b|press office|press desk|officer|\bcommand", re.IGNORECASE)
#: "2017", "3rd", "3/4"; the digit stands first, so that the search can leap to it.
_YEAR_OR_ORDINAL = late(r"\d(?:(?:st|nd|rd|th)\b|/\d|(?<!\w\d)(?:(?<=1)9|(?<=2)0)\d\d\b)")
_URGENT = late(r"\b(?:URGENT|BREAKING|urgent|breaking|Breaking|Urgent|rn|right now|just now|happening now|moments ago|(?:\d+|few) minutes ago)\b")
_SINCE_EVENT = late(r"since (?:the|this|that|an?|last|\w+['’]s) (?:[\w-]+ ){0,2}?(?:strike|air ?strike|attack|raid|blast|bombing|explosion|shelling|massacre|collapse)\b", re.IGNORECASE)
_TOLL_OF_TIME = late(r"\b(?:this (?:year|month|week)|since|so far this|to date)\b", re.IGNORECASE)
#: "Two raids hit the city on 3 May. … The second, on …": both are of the day given for the two.
_ORDINAL = late(r"\s{0,20}(?:the|a) (?:second|third|fourth|other)\b", re.IGNORECASE)
_SEVERAL = late(r"\b(?:two|three|four|both|several)\b[^.;]{0,30}\b(?:strikes|raids|attacks|explosions|blasts|bombings|air ?strikes|shellings)\b", re.IGNORECASE)
#: "At 15:40", "Later that day", "On the same day", "In the afternoon": what follows was at another hour.
_ANOTHER_HOUR = late(
    r"\s{0,20}(?:(?:(?:minutes|hours?|\w{1,12} hours?) )?(?:earlier|later|before that|after that)\b|(?:on |in )?(?:the|that) (?:same |very )?(?:day|morning|afternoon|evening|night)\b|in the (?:early |late )?(?:morning|afternoon|evening)\b|(?:at|by|around) (?:about |around |some )?(?:\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m|noon|midday|dawn|dusk|midnight)\b|(?:also|then),? (?:on|that) )",
    re.IGNORECASE,
)
_WEAPON = r"(?:drones?|missiles?|rockets?|shells?|bombs?|jets?|warplanes?|aircraft|helicopters?|mortars?|(?:air ?)?strikes?|(?:air ?)?raids?|attacks?)"
_HITS = r"(?:hit|hits|struck|strikes|fired|fell|falls|landed|crashed|bombed|targeted|destroyed|killed|kills|wounded|slammed|exploded|dropped)"
_NEW_BLOW = late(
    rf"\b(?:an?|one|two|three|four|several|more|further) (?:[\w-]{{1,20}} ){{0,2}}?{_WEAPON}\b[^.;]{{0,60}}?\b{_HITS}\b|\b{_HITS}\b[^.;]{{0,40}}\bby (?:an?|two|three|several) (?:[\w-]{{1,20}} ){{0,2}}?{_WEAPON}\b",
    re.IGNORECASE,
)
_SECOND_BLOW = late(rf"\b(?:a|the) (?:second|third|fourth|further|separate) (?:[\w-]{{1,20}} ){{0,1}}?{_WEAPON}\b|\banother (?:[\w-]{{1,20}} ){{0,1}}?{_WEAPON}\b", re.IGNORECASE)
#: "Thursday's air strike", "the raid on Monday": the day that an attack is called by.
_STRIKE_OF_DAY = late(
    r"(?<!\bday after )(?<!days after )(?<!hours after )(?<!day before )(?<!days before )\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2})['’]s (?:[\w-]{1,20} ){0,3}?(?:strikes?|air ?strikes?|attacks?|raids?|blasts?|bombings?|explosions?|shelling|massacre)\b"
    r"|\bthe (?:[\w-]{1,20} ){0,2}?(?:strike|air ?strike|attack|raid|blast|bombing|explosion|shelling|massacre) (?:on|of) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2})\b",
    re.IGNORECASE,
)
#: "They blamed a jet": who they are stands in the sentence before, which is read even where it tells of no harm.
_OPENS_PRONOUN = late(r"[\"“]?(?:They|He|She|It)\b")
#: "On 11 May a (lorry …)": what stands before is no subject.
_NO_SUBJECT = late(
    r"(?:^|\s)(?:a|an|the|that|of|to|by|on|in|at|with|and)$|^there (?:is|was|are|were|has|had)\b|^(?:the|this|that|both|these|all|each|our|its) (?:\w+ ){0,2}?(?:allegations?|reports?|claims?|cases?|complaints?|files?)\b", re.IGNORECASE
)
_ANY_EVENT = late(
    r"\b(?:strike|air ?strike|attack|raid|blast|bombing|explosion|shelling|incident|massacre|ambush|clash|shell|rocket|missile|bomb|assault|operation|crash|fire|gunmen|soldiers|drone|mine|shot|collapsed|hit|struck|opened|fired|when|sank|capsized|explosives?)\b",
    re.IGNORECASE,
)
_CUT = late(r"[.;:]|\band\b.{0,12}\b(?:killed|wounded|injured)\b")
_STRIKING = late(r"\s{0,20}(?:air ?)?(?:strikes?|raids?|attacks?|jets?|warplanes?|aircraft|missiles?|shelling|artillery|rockets?|fire|forces|drones?|bombs?|bombing|fighters|-led|\w{1,40} (?:strike|shelling|missiles|fire))\b")
_STATES = frozenset(("US", "U.S.", "United States", "UK", "Britain", "Russia", "Israel", "Turkey", "Saudi Arabia", "France", "Washington", "Moscow", "Nato", "NATO"))
_SPOKES = late(r"spokes|\bstate (?:television|tv|radio|media|broadcaster)\b|\bspox\b|\bgov(?:t|ts)?\b|\bmin of\b|coalition|military|forces|pentagon|command|general|colonel|minist|captain|major\b|commodore|admiral|brigadier|lieutenant|officials?\b|prosecutor|governor|president|leaders|lawyer|gen\.|col\.|maj\.|pilot|task force", re.IGNORECASE)
_NP_TAIL = late(r"(?:^|[,;:\"“”(]|\bthat\b|\bwhile\b|\bbut\b|\band\b|\bwhere\b|\bwhether\b)\s*((?:[^\s,;:\"“”()]+\s+){0,7}?[^\s,;:\"“”()]+?)(?:\s+(?:has|have|had|also|since|now|again|later)){0,3}\s*$")
_PARTICIPLE = late(r"[^ ]{0,60}ing(?: |$)", re.IGNORECASE)
_ONE = late(r"(?:one|another|an?)\b", re.IGNORECASE)

_NUMBER = r"(?:\d[\d,]{0,8}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w{3,5})?|a dozen|a hundred)(?: hundred| thousand)?"
_FOLLOWS = late(
    rf"[\W\d]{{0,12}}(?:[A-Z][\w ]{{1,20}}: )?(?:(?:so|no|not|just|only|yes|and|well|make it|that makes|that made|now),? ){{0,3}}{_NUMBER}(?:\W{{0,3}}$|[!?.\"”]|, (?:all|not|none|both|most|including|among)\b|,[\"”])"
    rf"|[^.;\n]{{1,70}}\b(?:says?|said|saw|puts? it at|counts?|reckons?|makes? it|speaks? of|spoke of|talks? of|talked of|puts? (?:it|the number|the figure) at|there had been|there were|total (?:was|had been|is)|figure (?:was|had been|is)) (?:it was |that it was )?(?:only |just |about |some |at least ){{0,2}}[\"“]?{_NUMBER}\+?(?:\W{{0,3}}$|, (?:but|though|and)\b)"
    rf"|[^.;\n]{{1,60}}\b(?:is|was|were) (?:one|two|among) (?:of )?the (?:{_NUMBER}|dead|fallen)\W{{0,3}}$"
    rf"|[\W\d]{{0,12}}{_NUMBER}, (?:says?|said|according to)\b"
    rf"|[^.;\n]{{1,60}}\b(?:has|have|had|gave|gives|holds?|lists?) (?:about |some |at least )?{_NUMBER} (?:names|on (?:his|her|its|their|the|a) (?:\w{{1,12}} )?(?:list|register|books))\b",
    re.IGNORECASE,
)

_NUMBERED = late(
    r"(?<![\d.,:/$€£-])\d{1,3}(?:,\d{3})?(?!\d|[:/%]|[.,]\d|-\w|(?:st|nd|rd|th)\b|\s(?:km|kilomet|met(?:re|er)s|miles?|hours?|minutes?|days?|weeks?|months?|years?|per\s?cent|tonnes?|tons?|degrees|[ap]\.?m\b))"
    r"|\b(?:no (?:one|civilian|people|person|soldier|worker|child|aid|staff|casualt|injur|death)|nobody(?!['’])|none|not one|without (?:an?|any|one|further|civilian|loss|casualt|injur|death|victims?)\b"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten)(?! hundred)|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds|both)\b",
    re.IGNORECASE,
)

_AFTERMATH = late(
    r"\b(?:courts?|tribunal|trial|judges?|prosecut\w{1,5}|indict\w{1,5}|sentenced?|convict\w{1,4}|verdict|appeal\w{0,3}|hearing|acquit\w{1,4}|lawsuit|arrest\w{0,3}|detain\w{1,4}|charged with"
    r"|funerals?|buried|burials?|mourn\w{1,5}|vigil|memorial|commemorat\w{1,5}|anniversary|reports?|reported|published?|statements?|releases?|briefing|communiqué|press conference|letter|article|interview\w{0,3}"
    r"|inquiry|investigat\w{1,5}|inquest|committee|commission|parliament|council|visit\w{0,3}|ceasefire|truce|talks|condemn\w{1,3}|replied|asked|announced|compensation|apologi[sz]\w{1,4}|corrected|edited|updated)\b",
    re.IGNORECASE,
)

_WITHIN_PLACE = late(r",? (?:[a-z]+ )?(?:of|in) (?:the )?|, ")
_PLACE_FIELD = late(r"(?:place|location|where|site|town|village|locality) ?:", re.IGNORECASE)
_ASIDE_OPENS = late(r"\b(?:elsewhere|another|separately|earlier|the other|previous|last year|before that|in a separate|also)\b", re.IGNORECASE)
#: Who sits, speaks or treats somewhere.
_BODY_BEFORE = late(
    r"\b(?:court|tribunal|judges?|prosecutors?|parliament|conference|capital|ministry|embassy|headquarters|hearing|session|interview\w*|ministers?|hospital|clinic|ward|university|talks|summit|committee|spoke|"
    r"speaking|told|reporters|office|officials?|governor|mayor|commander|council|based|lives?|living|born)\b",
    re.IGNORECASE,
)
_BLOW_BESIDE = late(
    r"\b(?:raids?|strikes?|attack\w*|shell\w*|bomb\w*|rockets?|missiles?|mortars?|drones?|blasts?|explosions?|explod\w+|hit|hits|struck|massacres?|ambush\w*|fire|fired|opened|stormed|entered|landed|fell|fall|"
    r"came down|crash\w*|mines?|shot|shoot\w*|killings?|clash\w*|fighting|gunmen|burn\w*|torched|overran|targeted|detonat\w*|blew|sank|capsized|collapsed|siege|slaughter\w*|gun\w*|jets?|helicopters?|artillery|"
    r"grenades?|rounds?|impacts?|hurt|wound\w*)\b",
    re.IGNORECASE,
)
_HURT_BESIDE = late(r"\b(?:killed|kill|died|dead|deaths?|die|injur\w*|wounded|lives|bodies|missing|victims?|perished|murdered|dying|casualties)\b", re.IGNORECASE)

CUES = Cues(
    within_place=_WITHIN_PLACE,
    place_field=_PLACE_FIELD,
    aside=_ASIDE_OPENS,
    body_before=_BODY_BEFORE,
    blow=_BLOW_BESIDE,
    hurt=_HURT_BESIDE,
    aftermath=_AFTERMATH,
    month_or_year=late(r"\b(month|year)\b"),
    moments=MOMENTS,
    before_time={word: word for word in "on in by of since until till before after from during at for between to dated and the early late".split()},
    behind_time={"'s": "'s", "’s": "'s", "when": "when", ":": ":", ".": ".", "after": "after", "that": "that", "the": "the", "in": "in", ")": ")", "to": "to", "and": "and"},
    report_week=late(r"\b(?:week|weekly|covering|reporting|period|digest|bulletin|sitrep|situation report|summary|round-?up|days|monitor|update|record|log|diary|incidents)\b", re.IGNORECASE),
    follows=_FOLLOWS,
    numbered=_NUMBERED,
    of_victim=late(r"(?:, (?:aged )?\d{1,2},? (?:an? |the |who |was |were |had |has |of |from |died|and (?:his|her) )|,? who (?:was|had|has|is|owned|worked|ran|sold|lived|taught|drove|died|lost|leaves|left)\b|(?:, (?:an?|the|our|his|her) [^,.;:]{3,40},|,)? (?:(?:was|were|is|had been|has been|got) (?:(?:also|later|fatally|shot and|then) )?(?:killed|shot|wounded|injured|murdered|dead|beheaded|executed|buried)\b(?!(?<=shot) (?:at|up)\b| (?:under|beneath|in|by) (?:(?:the|an?|deep|heavy|thick|metres|feet|of) ){0,3}(?:snow|snowfall|mud|ash|lava|sand|water|floods?|earth|avalanche|landslide|mudslide)\b)|died\b|(?:has |had )?lost (?:his|her|an?|both) ))"),
    victim_next=late(r"\b(?:[Dd]eath|[Kk]illing|[Mm]urder|[Ff]uneral|[Bb]ody|[Bb]urial) of (?:[Mm]r |[Mm]rs |[Mm]s |[Dd]r )?$|\b(?:killed|killing|kills|wounded|wounding|injured|injuring|murdered|murdering|shot dead|shooting dead) (?:[Mm]r |[Mm]rs |[Mm]s |[Dd]r )?$"),
    subject_next=late(r"(?:[;:.“”\"–—-]\s?|\b(?:and|but|that|when|while|where|said|says|Mr|Mrs|Ms|Dr|Sheikh|Haji|Hajji|Ustaz|Sister|Father|uncle|aunt|named|called)\s)$"),
    own_dead=late(r"\b([A-Z][\w’'-]{2,24}(?: [A-Z][\w’'-]{2,24})?) (?:is |was |has |had |again |still ){0,2}(?:count|bur|mourn|number|tall)\w{1,6} (?:up )?its (?:own )?(?:dead|losses|victims|wounded|missing|martyrs)\b"),
    seat=late(
        r"(?:[Tt]he )?(?!The )([A-ZÀ-Þ][\w’'-]{2,24}(?: [A-ZÀ-Þ][\w’'-]{2,24})?) (?:(?:local|city|town|village|municipal|district|county|parish|general|military|civil|health) ){0,2}"
        r"(?:council|municipality|mayor|parish|hospital|clinic|town hall|police|health office|health directorate|ambulance service|fire brigade|media (?:office|centre|center)|coordination committee)\b"
    ),
    area_line=late(r"[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2}(?: (?:territory|province|region|district|governorate|county|state|zone|township|oblast|canton|prefecture))?(?:, [A-Z][\w ]{2,20})?[,:] (?:\d{1,2}|[A-Z][a-z]{2,8} \d{1,2})[^.]{0,10}(?: to |-|–| and )[^.]{2,30}\.?$"),
    many_events=late(r"\b(?:raids|attacks|clashes|fighting|strikes|air ?strikes|ambushes|bombings|shellings?|incidents|shootings|battles|massacres|recorded|documented|registered|verified|counted)\b", re.IGNORECASE),
    guesses=late(r"\b(?:thinks?|thought|believes?|believed|fears?|feared|suspects?|suspected|guess(?:es|ed)?|reckons?)\b", re.IGNORECASE),
    same_time=late(r"\b(?:in|over|during|for) (?:the|that|those|these) same (?:period|time|months?|weeks?|quarter|years?|days)\b|\b(?:in|during) the (?:month|quarter|week)\b|\bover that (?:time|period)\b", re.IGNORECASE),
    broken_down=late(r"\s{0,5}(?:\(?\w{1,2}[.)] )?(?:(?:Deaths|Casualties|Killed|Dead|Injured|Victims|Figures) )?[Bb]y (?:\w{1,20} ){0,2}\w{1,20}(?: \w{1,20})?:"),
    own_words=late(
        r"\b(?:(?:[Ww]e|[Ww]e had|I) (?:wrote|said|reported|stated|quoted|gave|put|had)|[Oo]ur (?:[\w'’-]{1,20} ){0,3}[\w'’-]{1,20}(?:, (?:of|dated|issued on|from|on) [\w .]{1,18},)? (?:of \w{1,12} |in [\w'’ ]{1,24} )?(?:wrote|said|reported|stated|quoted|gave|put|had)|(?:[Aa]|[Tt]he) (?:\w{1,12} ){0,2}(?:story|report|article|sheet|caption|entry|post|bulletin)\b[^.;]{0,70}\b(?:wrote|said|reported|stated|gave|put|had|that))\b"
    ),
    mended=Gated(
        r"\b(?:CORRECTIONS?|CLARIFICATIONS?|ERRAT(?:UM|A)|Corrections?|Clarifications?|Erratum|Revisions?|correction|corrected|erratum|in error|editing error|by mistake|wrongly|mistakenly|retract\w{0,3}|withdr[ae]w\w{0,2}|taken down|taken back|proved to be|turned out to be|should have (?:said|read|been)|counted twice|double[- ]counted|incorrect|[Ee]ditor['’]s note)\b",
        "correct", "clarif", "errat", "revision", "error", "mistake", "wrongly", "retract", "withdr", "taken ", "proved to", "turned out", "should have", "counted twice", "double", "incorrect", "note",
    ),
    owned_name=late(r"(?:his|her|their|its|our|my) ", re.IGNORECASE),
    pronouns=_PRONOUNS,
    single_event=_SINGLE,
    one_target=late(r"\b(?:two|both|twin|double) (?:[a-z-]{3,12} )?(?:air ?)?(?:strikes|raids|attacks|blasts|bombings|hits) (?:on|at|against) (?:the|a|an) (?!(?:whole |same )?(?:city|town|country|province|region|district|area|capital|north|south|east|west|coast|border|front|strip|governorate|villages?|camps)\b)"),
    of_wounds=_WOUNDS,
    superlative=_SUPERLATIVE,
    here=_HERE,
    wide_area=late(r"in the (?:region|governorate|province|territory|county|canton|state|valley|archipelago|zone)\b", re.IGNORECASE),
    dateline=_DATELINE,
    reporting=_REPORTING,
    whether=_WHETHER,
    unnamed_speaker=_GENERIC,
    sides=_SIDES,
    spokesman=_SPOKESMAN,
    dated=_YEAR_OR_ORDINAL,
    urgent=_URGENT,
    since_event=_SINCE_EVENT,
    since_daytime=late(r"since (?:the |this |yesterday |last )?(?:early )?(?:yesterday|night|today|tonight|evening|afternoon|early hours|dawn|morning|daybreak|midnight|noon|sunrise|first light|about \w+ o['’]clock)\b", re.IGNORECASE),
    toll_of_time=_TOLL_OF_TIME,
    ordinal=_ORDINAL,
    speaks_for=late(r",? (?:(?:an?|the|its|chief|who is (?:an?|the)) )?(?:[\w-]{1,15} ){0,2}?spokes(?:man|woman|person) (?:for|of) (?:the )?([A-Z][\w’'-]{0,30}(?: (?:of |the )?[A-Z][\w’'-]{0,30}){0,4}|army|military|coalition|government|navy|police|alliance)"),
    office_of=late(r"(?:[Aa]n?|[Tt]he)? ?((?:[A-Z][\w’'-]{0,30} ){0,3}(?:army|military|coalition|government|navy|air force|police|alliance|armed forces))(?:['’]s)? (?:spokes(?:man|woman|person)|spokespeople|spokesmen)\b"),
    strike_of_day=_STRIKE_OF_DAY,
    another_hour=_ANOTHER_HOUR,
    new_blow=_NEW_BLOW,
    second_blow=_SECOND_BLOW,
    series=late(r"(?!)"),
    several=_SEVERAL,
    opens_pronoun=_OPENS_PRONOUN,
    no_subject=_NO_SUBJECT,
    any_event=_ANY_EVENT,
    cut=_CUT,
    striking=_STRIKING,
    states=_STATES,
    officials=_SPOKES,
    noun_before=_NP_TAIL,
    participle=_PARTICIPLE,
    one_of=_ONE,
    heard_label=late(r"(?:\d{1,2}[:.h]\d\d\s{1,3})?((?:[A-Z][\w'’.-]{1,20} ){0,3}[A-Z][\w'’-]{1,20}): "),
    takes_stand=late(r"(?:, [^,\n]{1,60},)? (?:has |have |had )?(?:called|calls|rejected|rejects|denied|denies|dismissed|dismisses|disputed|disputes|contested|contests|described|waved)\b"),
    of_a_count=late(r"\bof the (\d[\d,]{0,8})\b"),
    anyones=frozenset("source sources witness doctor man woman official post message statement account video".split()),
    person_pronouns=frozenset(("he", "she", "him", "her")),
    several_people=late(rf"(?!(?:one|a|an)\b)(?:{_NUMBER}|several|some|many|most|all|both|other|dozens|local)\b|(?:\w{{1,20}} ){{0,4}}\w{{0,14}}(?:[eo]rs|ents|sts|ics|ans|ives|urs|men|women|people|ses)$", re.IGNORECASE),
    plural_pronouns=frozenset(("they",)),
    thing_pronouns=frozenset(("it",)),
    bodies=late(
        r"\b(?:agency|ministry|committee|commission|hospital|office|council|government|army|military|coalition|command|police|police force|television|tv|radio|newspaper|statement|release|authorities|administration|court|group|organi[sz]ation|network|union|embassy|observatory|company|service|league|team|department|party|movement)\b",
        re.IGNORECASE,
    ),
    persons=late(
        r"\b(?:spokes\w+|officials?|officer|director|head|chief|minister|president|mayor|governor|doctors?|nurses?|source|sources|employee|worker|workers|member|secretary|general|colonel|captain|commander|lawyer|prosecutor|teacher|priest|man|woman|resident|residents|witness\w*)\b",
        re.IGNORECASE,
    ),
    same=late(r"(?:the|this|that) (?:very )?same (\w+)$", re.IGNORECASE),
    owned_before=late(r"\b(?:his|her|their)(?: \w+)?\s+$", re.IGNORECASE),
    owned_after=late(r"\s{1,20}of (?:his|her|their)\b", re.IGNORECASE),
    goes_on=late(r"[,;] (?:and|then|while|but) (?:\w{1,8} ){0,2}$"),
    corrected=late(r"\b(?:(?:has|have|had|later|then|since) (?:since |later |now )?(?:corrected|withdrawn|withdrew|retracted|revised|lowered|amended)|corrected (?:itself|himself|herself|themselves|that|this|it)|(?:took|taken|takes|walked|scaled|rolled) (?:it|them|that|this|(?:that|this|the|its|their|his|her) (?:\w{1,12} )?(?:figures?|numbers?|counts?|claims?|tolls?|reports?|posts?|totals?)) back|(?:took|taken|takes|walked|scaled|rolled) back (?:it|them|that|this|(?:that|this|the|its|their|his|her) )|no longer (?:gives|stands|counts|claims|holds|puts)|(?:has|have) (?:since |now )?(?:dropped|deleted|abandoned|disowned) (?:it|that|this|the))\b", re.IGNORECASE),
    next_count=late(r"(?:;|,?\s(?:and|while|whereas|but))\s(?:(?:at|least|about|some|around|over|more|than|another|a|further|up|to|as|many|nearly|almost)\s){0,3}$", re.IGNORECASE),
    turns=late(r"\b(?:but|while|whereas|although|before|with others?)\b", re.IGNORECASE),
    pictured=late(r"\b(?:images?|photos?|photographs?|pictures?|portraits?|videos?|clips?|footage|film|pictured|filmed)\b", re.IGNORECASE),
    early=Gated(r"\b(?:(?:which|who|that|had|having|it|they|he|she) (?:had )?first (?:gave|given|put|wrote|written|counted|had|spoke|spoken|listed|announced|named|published|carried|cited|told|claimed|posted)|among the first (?:sources|to report)|at the time|soon (?:reported|said|put|wrote)|earlier reports?|earlier accounts?|first (?:to )?report(?:s|ed)|initial|initially|at first|first reports?|early reports?|early accounts?|originally|preliminary|in the immediate aftermath|quick to report)\b", "initial", "first", "early", "earlier", "at the time", "soon", "original", "preliminary", "immediate", "quick"),
    later=late(r"\b(?:later|since|subsequently|afterwards|eventually)\b", re.IGNORECASE),
    introduces=Gated(
        r"\b(?:describe[sd]?|recount(?:s|ed)?|recall(?:s|ed)?|tells?|told|gave|gives|offers?|offered|lists?|listed) (?:an?|another|the|two|three|several|what|how|that) |:\s*$",
        "describe", "recount", "recall", "tell", "told", "gave", "gives", "offer", "list", ":",
    ),
    onlookers=late(r"residents|villagers|townspeople|civilians|\bpeople\b|survivors|witness|relatives|famil(?:y|ies)|neighbou?rs|children|\bwomen\b|shopkeepers|\bunion\b|\bbanks?\b|\bclubs?\b|regulator|(?<!security )(?<!military )\bcompan(?:y|ies)\b|\bairlines?\b|\bfirms?\b|brewer|retailer|insurer|manufacturer|\bstudio|\bleague\b|federation", re.IGNORECASE),
    clauses=(", while ", ", whereas ", ": in "),
    place_openers=("in", "at", "near", "off", "outside"),
    place_leads=frozenset(("in", "at", "near", "off", "across the line, in", "in other news: in", "further north, in", "meanwhile, in", "on")),
    carriers=frozenset(("the agency", "the network", "the newspaper", "the broadcaster", "the channel")),
    possessives=("'s", "’s"),
    agents=("by ", "by the ", "by a ", "by an "),
    own_body=late(
        r"(?:the|our|its|this|a|an) (?:[a-z-]{1,20} ){0,3}(?:committee|panel|board|team|commission|unit|cell|inquiry|assessment|review|investigation|investigators|command|mechanism)"
        r"(?: (?:of|on|for|at|into) [^,.;]{1,60})?",
        re.IGNORECASE,
    ),
    answering=late(
        r"\b((?:(?:the|an?|its|both|all|his|our) )?(?:(?!(?:the|an?|its|both|all|his|our|and|of|said|told|that|where|which|whose) )[^\W\d][\w’'-]{0,30} ){0,4}?"
        r"\b(?:front|alliance|coalition|division|regiment|battalion|brigade|corps|squadron|flotilla|fleet|garrison|mission|contingent|forces?|faction|militias?|movement|rebels?|guerrillas?|insurgents|separatists|fighters|gunmen|rangers|gendarmes|gendarmerie|guards?|officers?|advis[eo]rs?"
        r"|aides?|envoys?|ambassadors?|embassy|diplomats?|counsel|attorney|accused|defendants?|governments?|(?<!united )(?<!federal )state(?! television| radio| tv| media)|presidency|palace|kremlin|junta|regime|team|panel|board|inquiry|headquarters|staff|corporal|sergeant|lieutenant|brigadier|marshal|admiral|general|colonel|commanders?|commandant|comandante"
        r"|ministry|minister|army|military|air force|navy|command|police|cabinet|authorities|administration|spokes\w+|prosecutors?|taliban|(?:sdf|idf|rsf|tplf|ola|ypg|pkk|lna|isis|isil|hamas|hezbollah)))\b",
        re.IGNORECASE,
    ),
    reviewers=late(r"\b(?:panel|board|review|inquiry|cell|mechanism|assessment team|commission of inquiry)\b", re.IGNORECASE),
    inquirers=late(r"investigat|inquir|prosecut|criminal", re.IGNORECASE),
    nobody=late(r"\b(?:nobody|no[ -]one|none|few|everyone|everybody|anyone) (?:\w{1,8} )?$", re.IGNORECASE),
    points_back=late(r"\W{0,3}(?:\d{1,2}[:.h]\d\d\W{1,3})?(?:It|They|He|She|Its|Their|His|Her)\b"),
    things=late(
        r"\b(?:was|were|is|are|be|been|had|has|have)\b|\b(?:reports?|allegations?|claims?|complaints?|cases?|incidents?|matter|strikes?|attacks?|files?|inquiry|investigation|probe|proceedings|assessment|review|deaths?|it)$", re.IGNORECASE
    ),
    says_pronoun=late(r"\b(?:he|she|they) (?:said|says|added|told|explained|recalled|went on|continued)\b"),
    report_head=_REPORT_HEAD,
    place_label=late(
        r"\s{0,9}(?:[-•*–]\s)?(?:\(?[a-z\d]{1,2}[).]\s)?(?:(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?: \d{4})?,\s)?(?!(?:Total|Killed|Dead|Injured|Wounded|Deaths|Injuries|Casualties|Children|Women|Men|Civilians|Note|Notes|Update|Summary|Sources?|Correction|Location|Date|Place|By|In|At|On|Of|For|From|To|With|Among|Per|Across|After|Before)\b)"
        r"([A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,3}|[a-z]{2}-[A-Z][\w'’-]{1,30})(?: (?:governorate|province|region|district|city|town|village|camp|area))?(?:,[^:\n]{1,40})?:\s"
    ),
    corrects=late(r"\b(?:correct(?:ed)?|true|right|real|actual) (?:number|figure|toll|count|total|death toll|tally)\b", re.IGNORECASE),
    tells_on=late(r", (?:which|who|whose)\b"),
    relative=late(r"(?:^|,|\band\b|:)\s{0,3}((?:(?!and\b)[^\s,;:()]{1,40} ){0,6}?[^\s,;:()]{1,40}?)(?: itself| themselves)?, (?:which|who) (?:(?:has|have|had|also|since|now|later) ){0,3}$"),
    takes_back=late(
        r"[^\w]{0,5}(?:\d{1,2}[/.)] )?(?:(?:That|This|It|The (?:figure|number|report|statement|claim|story|entry|count|list))(?: \w{1,20})? (?:is|was|were|proved|turned out to be) (?:\w{1,20} )?(?:untrue|wrong|false|mistaken|incorrect|an error|a mistake|inaccurate|not true|not so|not the case|a lie|fake)\b"
        r"|None of (?:this|that|it|them) (?:is|was) true\b|(?:We|I) (?:were|was) wrong\b|(?:This|That|It) never happened\b|(?:We|I) (?:withdraw|retract|take back) (?:it|that|this|the (?:figure|number|report|claim))\b)"
    ),
    unchecked=late(
        r"[^\w]{0,5}(?:(?:Her|His|Its|Their|That|This|These|The|Neither)(?: \w{1,20}){0,2} (?:count|counts|figure|figures|toll|number|numbers|claim|claims|account|accounts|list|total|report|reports)|It|That|This|These) (?:could not|cannot|can not|has not|have not|had not)(?: yet)? (?:be|been) (?:independently |immediately )?(?:verified|confirmed|checked|corroborated)\b"
        r"|[^\w]{0,5}(?:None of (?:this|these|that|them|it)|Neither(?: \w{1,20}){0,2}) (?:has|have|had|could|can) (?:yet )?(?:be|been) (?:independently )?(?:verified|confirmed|checked|corroborated)\b"
        r"|[^\n.;]{0,60}\b(?:we|We|I) (?:treat|regard|list|record|mark|count|carry) (?:it|this|that|them|the|these|that number|this number)\b[^.;]{0,25}\b(?:unconfirmed|unverified|a rumour|rumour|hearsay)\b"
        r"|[^\w]{0,5}(?:We|I) (?:could not|cannot|can not|couldn['’]t|can['’]t|were unable to|was unable to|have not been able to|had no way to) (?:independently )?(?:check|verify|confirm|corroborate)\b(?! that\b)"
        r"|[^\w]{0,5}(?:We|I|Our \w{1,20}) (?:have |has |had )?(?:found|seen|heard) (?:nothing|no one|nobody|no \w{1,20})(?: \w{1,20}){0,2} (?:to|that|who) (?:would |could |can )?(?:support|supports|confirm|confirms|bear|bears|back|backs|corroborate|corroborates)\b"
        r"|[^\w]{0,5}(?:No|Neither) (?:hospital|clinic|doctor|official|other source|source|second source|morgue|witness|record)\w{0,2}\b[^.;]{0,40}\b(?:has|have|had|could|would|knows?|confirms?|confirmed)\b[^.;]{0,30}\b(?:trace|confirm\w{0,3}|know|record|evidence|of this|of it)\b"
    ),
    we=late(r"\s{0,5}(?:We|Our) (?!were\b|had\b|saw\b|lost\b)(?:own |hold\b|believe\b|count\b|grade\b|take\b|put\b|record\b|estimate\b)"),
    and_then=late(r"(?<!night)(?<!Night) (?:and|and on|&) ", re.IGNORECASE),
    that_year=late(r",? (?:of )?(?:that|the same) year\b"),
    itemises=late(r":(?!\d)|\b(?:namely|that is|they were|they are|among whom were)\b", re.IGNORECASE),
    sets_time=late(r"[\"“]?(?:It|This|That|All this|It all) (?:was|happened|began) (?:in |on |during |about |around |at )?(?:the |a )?(?:\w+ ){0,3}?(?:day|night|morning|afternoon|evening|dawn|week|weekend|month|eve|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|\d{1,2})\b"),
    of_them=late(r"\s{0,5}(?:\d{1,2}[.)] )?\w{1,12} of (?:them|these|those|the (?:wounded|injured|hurt|casualties|burned))\b", re.IGNORECASE),
    there=late(r"\s{1,3}there\b"),
    that_time=late(r"that (?:night|day|morning|evening|afternoon|same|time)\b", re.IGNORECASE),
    before_first=late(r"[^.;]{0,12}\bthe (?:first|main)\b|\s{0,2}before the [^.,;]{0,30}\b(?:hit|struck|bombed|shelled|attacked|strike|attack|raid|bombing|shelling)\b"),
    afterwards=late(
        r"\b(?:died|dies|dying|succumbed|succumbs)\b([^.;:]{0,60}?\b(?:of|to|from) (?:(?:his|her|their|its|the|\w+) ){0,2}(?:wounds?|injuries|burns)\b[^.;:,]{0,30})"
        r"|\b(?:last|one|two|three|another|others?) of (?:them|whom|these|those)\b[^.;:]{0,30}?\bdied\b([^.;:]{0,50})"
        r"|\b(?:buried(?!(?: \w{1,12}){0,2} (?:alive|under|underneath|beneath|by)\b|(?: \w{1,12}){0,2} in (?:an? |the )?(?:\w{1,12} )?(?:pits?|rubble|ruins|debris|trench|ditch)\b)|laid to rest|interred|funerals? (?:was|were|took)|burials? (?:was|were|took))\b([^.;:]{0,40})"
        r"|\b(?:released|published|issued|put out|updated|revised|made public)\b (?:(?:its|the|their|a|new|first|last|final|full|own) ){0,3}(?:figures|toll|list|lists|tally|count|numbers|names|data|bulletin|statement)\b([^.;:]{0,40})",
        re.IGNORECASE,
    ),
    harm_behind=late(
        r"\b(?:kill(?:s|ed|ing)?|killings?|died?|dead|deaths?|wounded|wounding|injured|injuring|hurt|shot|burn(?:ed|t)|tortured?|raid\w{0,3}|(?:air)?strikes?|struck|hits?|attack\w{0,3}|shell(?:s|ed|ing)?|bomb\w{0,5}|rockets?|missiles?|drones?|mines?|blasts?|explo(?:sion|ded)\w{0,1}|massacre\w{0,1}|clash\w{0,3}|ambush\w{0,2}|crash\w{0,2}|accident)\b",
        re.IGNORECASE,
    ),
    long_matter=late(
        r"\b(?:open|launch|begin|began|begun|start|mount|unleash|wag|resum|declar|impos)(?:ed|ing|s|es)?\b[^.;]{0,60}?\b(?:offensive|campaign|war|siege|counter-?offensive|truce|cease-?fire)\b"
        r"|\b(?:war|siege|offensive|campaign|truce|cease-?fire)\b[^.;]{0,50}?\b(?:broke out|beg[au]n|started|erupted|opened|(?:took|takes|taking) effect|(?:came|entered|went) into (?:force|effect)|took hold|collapsed|ended|expired|was (?:signed|declared|launched))\b",
        re.IGNORECASE,
    ),
    one_day=True,
    scenes=True,
    day_of_place=True,
    told_by=late(
        r"\b(?:(?:told (?:to (?:me|us) )?by|all (?:of )?(?:it|this|that) (?:is |comes )?(?:from|by)|(?:this|it) (?:all )?(?:is|comes?) (?:all )?(?:from|by)|heard (?:it |this )?(?:all )?from|(?:account|words) (?:of|from)|(?:on|off) (?:the phone|a call) (?:with|w/?|to)|(?:spoke|talked|got through|got thru) (?:with|w/?|to)|(?:call|text|voice note|voice message|message|msg) from|what) "
        r"|(?=(?:my|our) (?:\w+ )?\w+ (?:(?:has |just |jus |only )+(?:called|phoned|rang|texted|messaged|rung)|(?:called|phoned|rang|texted|messaged) (?:me|us|from)|\([^)\n]{1,40}\) (?:says|said|writes|tells))\b))"
        r"((?:my|our) (?:\w+ )?(?:sis|bro|mom|dad's|grandma|grandpa|nan|hubby|flatmate|classmate|boss|brother|sister|mother|father|mum|dad|aunt|auntie|uncle|cousin|friend|wife|husband|son|daughter|nephew|niece|neighbour|neighbor|colleague|teacher|grandmother|grandfather|gran|in-laws?|brother-in-law|sister-in-law))\b",
        re.IGNORECASE,
    ),
    pretence=PRETENCE,
    tells_whom=True,
    tells_whom_else=True,
    doubts_beside=True,
    own_staff=_OWN_STAFF,
    spoke=_SPOKE,
    tells=_SPOKE | {"_ SEE", "_ CARE", "_ LOSE", "_ HAVE", "_ :", "_ , :", "_'s COUNT", "by _'s COUNT", "citing _", "( _", "RECORD of _", "NUMBER by _", "NUMBER from _"},
    nobody_else=late(r"\b(?:nobody|no one|no-one|none|anyone|anybody) else\b|\b(?:no|any) (?:other|others|further|additional|more)\b", re.IGNORECASE),
    pronoun_revises=late(r"\b(?:it|they|he|she)(?: (?:has|have|had|later|then|since|also|now|subsequently)){0,3} $", re.IGNORECASE),
    revises=late(r"\b(?:corrected|revised|lowered|reduced|cut|amended|adjusted|brought) (?:itself|himself|herself|themselves|that|it|this|(?:the|its|his|her|their) (?:\w{1,12} )?(?:figures?|number|count|toll|total|tally)) (?:down |back )?to\b", re.IGNORECASE),
    out_of=late(r"\s{0,9}(?:out )?of (?:the|those|these|all) (?:\w{1,12} ){0,2}?(?:\d{1,7}|[a-z-]{3,15})(?: \w{1,12}){0,4},", re.IGNORECASE),
    aside_post=late(r"\b(?:last (?:year|yr|month|week)|remember|whoever|in (?:19|20)\d\d|rumou?rs?)\b", re.IGNORECASE),
    dialogue=late(r"^(?:[A-Z]{2,5}\. )?([A-ZÀ-Þ][A-ZÀ-Þ'’-]{1,20}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]{1,20}){0,2}|[QA]): (?=\S)", re.MULTILINE),
    askers=late(r"^(?:Q|QUESTION|HOST|PRESENTER|NEWSREADER|ANCHOR|INTERVIEWER|MODERATOR|REPORTER|CORRESPONDENT|NARRATOR|STUDIO|ANNOUNCER|EDITOR|UPDATE|BREAKING|URGENT|NOTE|PHOTO|VIDEO|WATCH|CAPTION|IMAGE|LIVE|GRAPHIC|MAP|CORRECTION|READ|LISTEN|JOURNALIST)\b"),
    relays=late(r"\b(?:told|tells|tell) me\b|\bI(?:'ve| have)? (?:just )?(?:spoke|spoken|talked) (?:to|with)\b|\bI(?:'m| am) (?:now )?(?:at|in|outside) (?:the )?[A-Z]"),
    asks_of=late(r"\b(?:And|and|[Ww]hat about|[Ww]hat of|[Hh]ow about) ((?:the|your|our|their) (?:\w+ ){0,2}?\w+)\?\s{0,3}$"),
    names_place=late(r".{0,200}?\b(?:[Ii]n|into|[Aa]t|[Nn]ear|[Oo]ff|over|[Oo]utside|[Oo]n) (?:the )?[A-Z]"),
    comes_from=late(r"\b(?:(?<!came )(?<!come )(?<!coming )(?<!fired )(?<!launched )(?<!away )(?<!shot )(?<!shelled )(?<!taken )(?<!driven )from|natives? of|resident in) (?:the (?:\w{1,12} )?(?:village|town|city|quarter|district|hamlet) of )?(?=\Z|[A-Z])"),
    vicinity=late(r"\b(?:in the (?:vicinity|area|surroundings|countryside|environs|neighbourhood) of|near|close to|around|on the outskirts of|outside|not far from)(?: the)?(?: (?:town|city|village|port) of)? $", re.IGNORECASE),
    lives_there=late(r"\b(?:heard|met|spoke|speaks|lives?|lived|born|read|grew up|studied|fled|moved|based|remember\w{0,2}|come|came) (?:\w{1,20} ){0,4}?(?:in|at|from|to|up from)\b"),
    head_line=late(r"[A-Z][^.,:;\n—–|]{0,30}[,:—–|][^.;\n]{1,50}[.\n]"),
    opens_with_place=late(r"\s{0,20}((?!(?:The|A|An|This|That|These|We|They|He|She|It|No|Not|All|Why|What|When|Where|Who|How|Two|Three|Four|Five|My|Our|Their|More|Update|Breaking|Day|If|In|On|At|I|Now|Just|So|And|But)\b)[A-Z][\w’'-]{2,30}(?: [A-Z][\w’'-]{2,30})?) (?:again|today|tonight|now|rn|(?:is )?under (?:fire|attack|siege)|after the|before the|since the|this (?:morning|evening))\b[^.!?\n]{0,30}[.!?\n:]"),
)
