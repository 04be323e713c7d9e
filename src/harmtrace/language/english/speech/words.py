"""Words of English attributions: pronouns, titles, bodies, what ends a speaker's name."""

import re

CLAIM_VERBS = frozenset("boasts boasted brags bragged claimed claims claim alleged alleges allege claiming".split())
DENY_VERBS = frozenset("denied denies deny rejected rejects dismissed denying rejecting".split())
PRONOUNS = frozenset("he she they it".split())
OWN = frozenset("we i our us".split())
AUX = frozenset("has have had also always since earlier addition later then now still initially yesterday today previously first would will could did does is was were are be been being already once itself themselves himself herself".split())
BREAK = frozenset(",;:()\"“”—–[]!?…")
MEDIA_WORDS = frozenset("reuters afp ap dpa bbc cnn rt ruptly aljazeera npr sana tass interfax xinhua upi anadolu efe telegram twitter facebook state radio television tv newspaper agency channel news herald post times press".split())
#: What an outlet is called by its kind.
OUTLETS = (MEDIA_WORDS - frozenset("state press times post x".split())) | frozenset(
    "newspaper newspapers daily weekly magazine broadcaster broadcasters station stations channels website websites outlet outlets media portal agencies newswire wire network networks newsroom gazette tribune journal "
    "monitor fm whatsapp signal instagram tiktok vk weibo youtube".split()
)
TELLING = frozenset("told tells telling".split())
NOT_MEDIA = frozenset("us me reporters journalists him her them this our the parliament residents you".split())
TITLE_CASE = re.compile(r"[A-ZÀ-Þ]")
#: Who "raised the number of dead to 41" vouches for it.
RAISES = dict.fromkeys("raised raises lowered lowers cut cuts revised revises updated updates corrected corrects".split(), True)
FINDS = frozenset("divers firefighters firemen paramedics coastguard volunteers defence defense crescent crews rescuers rescue hospital clinic workers volunteers commission committee team teams officials office doctors medics residents nurse doctor group network ministry agency helmets observatory league".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
NP_STOP = frozenset(
    "said says is are was were be been being killed died wounded injured to by that if when where while because but although since until than told and or so yet do does did not "
    "would will could may might can should what how why as which who whom whose like reached".split()
)
DETERMINERS = frozenset("the a an his her its their our my this another one some several two three four five six seven eight".split())
LINKERS = frozenset("of for at in on to from with near by inside and".split())
LEADING = frozenset("that then but also in on at of from with for near later today yesterday meanwhile and earlier now however".split()) | DAYS
MONTHS = frozenset("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split())
SAY_NOUNS = frozenset("state states report reports claim claims estimate count counts lists names post".split())
TITLES = frozenset("maj gen col dr mr mrs ms brig lt capt sgt st prof rev gov sen".split())
ORG_NOUNS = frozenset(
    "ministry hospital office committee agency network group team league commission observatory department service centre center spokesman spokeswoman spokesperson chief head director "
    "source sources authorities police army military government coalition workers statement clinic command council administration station council page pages doctors medics directorate bureau brigade association institute union authority corps board municipality chamber court tribunal prosecutors syndicate federation secretariat".split()
)
QUOTES = frozenset("\"“”")
LABEL_NOUNS = ORG_NOUNS | frozenset("mayor governor company minister president ministry army reporter presenter newsreader witness resident doctor nurse official officials mp coroner".split())


def is_day(words: list[str], i: int) -> bool:
    """Tell whether a word can open a day: "Monday", "May", "3", "late"."""
    return i < len(words) and (words[i] in DAYS or words[i] in MONTHS or words[i][0].isdigit() or words[i] in ("late", "early"))


def is_date_like(word: str) -> bool:
    """Tell whether a word can belong to a day between a speaker and the verb."""
    return word in DAYS or word in ("on", "late", "early", "night", "evening", "morning")
