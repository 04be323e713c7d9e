"""Ukrainian turns of phrase that the claims stage looks for between and round mentions."""

import re
from typing import Final

from harmtrace.language.grammar import Cues
from harmtrace.language.late import late

_NEVER: Final = late(r"(?!)")
_EVENTS: Final = r"удар\w*|обстріл\w*|атак\w*|вибух\w*|влучанн\w+|бомбардуванн\w+|авіаудар\w*|ракет\w*|дрон\w*|безпілотник\w*|шахед\w*|приліт\w*|підрив\w*|мін\w{0,2}"


def _loose(pattern: str) -> "re.Pattern[str]":
    return late(rf"(?<![\w'])(?:{pattern})", re.IGNORECASE)


CUES = Cues(
    pronouns=frozenset("він вона вони воно".split()),
    single_event=_loose(rf"(?:внаслідок|через|від|під час) (?:\w+ ){{0,3}}?(?:{_EVENTS})"),
    of_wounds=_loose(r"від (?:отриманих )?(?:поранень|травм|опіків)|у лікарні помер"),
    superlative=_loose(r"наймасштабніш|найсмертоносніш|найбільш"),
    here=_loose(r"(?:в|у) (?:області|місті|регіоні|районі|країні)|там(?!\w)"),
    dateline=late(r"\s{0,20}([А-ЯҐЄІЇ][А-ЯҐЄІЇ'’-]{2,40})\s{0,20}(?:[—–:]|-\s)"),
    reporting=_loose(r"звітн\w+ період|зведення|підсумк\w+"),
    whether=_loose(r"чи (?:були|є|загинули|постраждали)"),
    unnamed_speaker=_loose(r"речни\w+|представни\w+|пресслужб\w+"),
    sides=_loose(r"росі|армі|військ|сил|окупант|зсу|міноборони|генштаб"),
    spokesman=_loose(r"речни|пресслужб|представни"),
    dated=late(r"\d\d?\.\d\d\.(?:19|20)\d\d|(?:19|20)\d\d"),
    urgent=_loose(r"терміново|щойно|зараз"),
    since_event=_loose(rf"(?:після|з моменту) (?:\w+ ){{0,2}}?(?:{_EVENTS})"),
    since_daytime=_loose(r"з(?:і)? (?:ранку|світанку|півночі|ночі)"),
    toll_of_time=_loose(r"з початку|за (?:рік|місяць|тиждень|добу)|цього року"),
    ordinal=_loose(r"\s{0,20}(?:друг\w+|трет\w+|інш\w+) "),
    series=_NEVER,
    several=_loose(rf"(?:два|дві|три|кілька|обидва) (?:\w+ )?(?:{_EVENTS})"),
    opens_pronoun=late(r"[\"«]?(?:Він|Вона|Вони)(?!\w)"),
    no_subject=_loose(r"(?:та|і|що|у|в|на|з|від|до|за)$"),
    any_event=_loose(_EVENTS),
    cut=late(r"[.;:]"),
    striking=_NEVER,
    states=frozenset(("Росія", "Україна", "США")),
    officials=_loose(r"речни|військ|командув|генерал|полковник|міністр|президент|голов|мер|прокурор|генштаб"),
    noun_before=_NEVER,
    participle=_NEVER,
    one_of=_loose(r"один|одна|інший|інша"),
    plural_pronouns=frozenset(("вони",)),
    thing_pronouns=frozenset(("воно",)),
    bodies=_loose(r"агентств|міністерств|лікарн|адміністрац|ова|дснс|поліці|прокуратур|генштаб|рад[аи]|комітет|служб|видання"),
    persons=_loose(r"речни|голов|мер|лікар(?!н)|керівник|начальник|міністр|мешкан|свідок|очевид|директор"),
    same=_NEVER,
    goes_on=_NEVER,
    corrected=_NEVER,
    turns=_loose(r"але|проте|натомість|водночас"),
    pictured=_loose(r"фото|світлин\w+|відео|кадр\w+"),
    early=_loose(r"попередньо|за попередніми даними|спочатку|спершу|раніше повідомлялося"),
    owned_before=_loose(r"(?:його|її|їхн\w+) $"),
    owned_after=_NEVER,
    later=_loose(r"згодом|пізніше|потім"),
    introduces=late(r":\s*$"),
    onlookers=_loose(r"мешкан|жител|очевид"),
    clauses=(", тоді як ", ", а "),
    place_openers=("у", "в", "на", "біля"),
    place_leads=frozenset(("у", "в", "на", "біля", "у місті", "у селі", "в місті", "в селі")),
    carriers=frozenset(("агентство", "видання", "телеканал")),
    possessives=(),
    agents=(),
)  # fmt: skip
