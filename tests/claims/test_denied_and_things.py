"""Nobody beside people, numbers set against each other, things that are taken for people; texts of our own."""

import pytest

from harmtrace.records.claim import Casualty
from tests.reading import read_text

#: Outcome, lower and upper bound, who, modality, place.
Told = tuple[str, int | None, int | None, str, str, str | None]
Case = tuple[str, list[Told]]


def _told(text: str, language: str = "en") -> list[Told]:
    claims = [
        claim
        for claim in read_text(text, published="2021-05-04", language=language).claims
        if isinstance(claim, Casualty)
    ]
    return [(c.outcome.value, c.count.low, c.count.high, c.who.value, c.modality.value, c.where) for c in claims]


def _one(
    outcome: str, number: int, who: str = "unspecified", modality: str = "asserted", where: str | None = None
) -> Told:
    return outcome, number, number, who, modality, where


NONE_OF: tuple[Case, ...] = (
    ("None of the 14 people killed was carrying a rifle.", [_one("killed", 14)]),
    ("None of the seven men killed in the raid on Halvin on Monday was armed.", [_one("killed", 7, where="Halvin")]),
    ("None of the nine dead has been named, the clinic said.", [_one("killed", 9)]),
    ("Neither of the two women killed had left the yard.", [_one("killed", 2, "civilian")]),
    ("Not one of the 30 wounded was let through the gate.", [_one("injured", 30)]),
    ("None of the 16 people who died had been warned.", [_one("killed", 16)]),
    ("None of the eight people killed, most of them guests, was armed.", [_one("killed", 8)]),
    ("None of the 40 wounded has died.", [_one("killed", 0), _one("injured", 40)]),
    ("None of the 14 people on the bus was killed.", [_one("killed", 0)]),
    ("None of the six passengers was killed or wounded.", [_one("killed_or_injured", 0, "civilian")]),
    ("None of the four soldiers was injured, the army said.", [_one("injured", 0, "combatant")]),
    ("Not one of the 40 villagers was killed.", [_one("killed", 0, "civilian")]),
    ("None of the 14 survived.", []),
    ("None of the dead were fighters.", []),
    ("None of the four men who killed the trader was arrested.", []),
    ("None of the two men who murdered the teacher was arrested.", []),
    ("None of the three gunmen who wounded the teacher was found.", []),
    ("None of the 20 police officers who injured protesters was charged.", []),
    ("None of the three boys who stabbed the tourist was charged.", []),
    ("None of the four men who were killed was armed.", [_one("killed", 4)]),
    ("Not one of the 12 houses was hit.", []),
    ("Not one of the 300 sheep was killed.", []),
    ("Not one of the 30 candidates was killed off.", []),
)
SET_AGAINST: tuple[Case, ...] = (
    ("Five, not eight, people were killed.", [_one("killed", 5), _one("killed", 8, modality="denied")]),
    ("Six women, not nine, were wounded.", [_one("injured", 6, "civilian"), _one("injured", 9, "civilian", "denied")]),
    (
        "It was three, not seven, soldiers who were killed.",
        [_one("killed", 3, "combatant"), _one("killed", 7, "combatant", "denied")],
    ),
    ("Five, not eight, buses were sent.", []),
    (
        "Twelve people were killed in Halvin. The right number is 13, not 12.",
        [
            _one("killed", 12, modality="denied", where="Halvin"),
            _one("killed", 13, where="Halvin"),
            _one("killed", 12, modality="denied", where="Halvin"),
        ],
    ),
    ("The correct death toll is 21, not 24.", [_one("killed", 21), _one("killed", 24, modality="denied")]),
    (
        "Twelve people were killed in Halvin. The correct number was four.",
        [_one("killed", 12, modality="denied", where="Halvin"), _one("killed", 4, where="Halvin")],
    ),
    ("The bus line is 13, not 12, and two people were killed.", [_one("killed", 2)]),
)
THINGS: tuple[Case, ...] = (
    ("The squadron executed 40 manoeuvres and 12 barrages.", []),
    ("Six barrages were executed on Monday.", []),
    ("The clerk executed nine transfers.", []),
    ("The junta executed 12 prisoners and three farmers.", [_one("killed", 12), _one("killed", 3, "civilian")]),
    ("Nine dissidents were executed on Monday.", [_one("killed", 9)]),
    ("Prosecutors asked for the execution of nine men.", []),
    ("Militants announced the execution of nine men.", [_one("killed", 9)]),
    ("The auditor found 212 missing ballots and three missing seals.", []),
    ("Police brought back 12 missing rifles.", []),
    ("Rescuers look for the 12 missing miners and two missing fishermen.", [_one("missing", 12), _one("missing", 2)]),
    ("Nine missing days after the ferry sank.", [_one("missing", 9)]),
    ("No one was struck by lightning.", []),
    ("No one was struck by the shells.", [_one("killed_or_injured", 0)]),
)
WHOSE: tuple[Case, ...] = (
    ("Rebels stormed the office of the union and killed 12 of its members.", [_one("killed", 12)]),
    ("The party said rebels killed 12 of its members.", [_one("killed", 12)]),
    ("The army said rebels killed 12 of its men.", [_one("killed", 12, "combatant")]),
    ("The rebels killed nine of their own men.", [_one("killed", 9, "combatant")]),
    ("The fire brigade lost 4 killed.", [_one("killed", 4)]),
    ("A civil defence unit lost two killed.", [_one("killed", 2)]),
    ("Our village lost twelve men.", [_one("killed", 12)]),
    ("The 3rd Brigade lost 4 killed.", [_one("killed", 4, "combatant")]),
    ("The Defence Forces lost three killed.", [_one("killed", 3, "combatant")]),
    ("The garrison lost four men.", [_one("killed", 4, "combatant")]),
)
VERIFIED: tuple[Case, ...] = (
    (
        "Monitors verified that nine people were killed and could not verify 20 more.",
        [_one("killed", 9), _one("killed", 20, modality="unconfirmed")],
    ),
    (
        "The group confirmed nine deaths, but was unable to confirm four others.",
        [_one("killed", 9), _one("killed", 4, modality="unconfirmed")],
    ),
    ("Nine people were killed, but we could not verify the number.", [_one("killed", 9, modality="unconfirmed")]),
    ("Monitors could not verify that nine people were killed.", [_one("killed", 9, modality="unconfirmed")]),
    ("Monitors said nine people were killed and could not verify 20 more reports.", [_one("killed", 9)]),
)
OWN_PLACE: tuple[Case, ...] = (
    (
        "A shell killed nine in the Homs market, and four others died in a school near Aleppo.",
        [_one("killed", 9, where="Homs"), _one("killed", 4, where="Aleppo")],
    ),
    (
        "In Homs nine people were killed; four others died at a school in Raqqa.",
        [_one("killed", 9, where="Homs"), _one("killed", 4, where="Raqqa")],
    ),
    (
        "Nine people were killed and four were wounded in Homs.",
        [_one("killed", 9, where="Homs"), _one("injured", 4, where="Homs")],
    ),
    ("Raqqa counted its dead: 40.", [_one("killed", 40, where="Raqqa")]),
    ("The mayor counted the dead: 40.", [_one("killed", 40)]),
)
ARABIC: tuple[Case, ...] = (
    ("مات 400 رأس غنم.", []),
    ("قتل 12 شخصا و400 رأس غنم في الغارة على حمص.", [_one("killed", 12, where="حمص")]),
    ("حكمت المحكمة بالإعدام على 11 شخصا.", []),
    ("أصدرت المحكمة أحكاما بالإعدام بحق تسعة متهمين.", []),
    ("قضت محكمة في حمص بإعدام 11 شخصا.", []),
    ("تم تنفيذ حكم الإعدام بحق 11 شخصا في حلب.", [_one("killed", 11, where="حلب")]),
    ("أعدم المسلحون 11 شخصا في حلب.", [_one("killed", 11, where="حلب")]),
    ("وثقت الشبكة إعدام سبعة مدنيين في حمص.", [_one("killed", 7, "civilian", where="حمص")]),
    ("أصدر القاضي حكما جديدا بإعدام ستة رجال.", []),
    ("حكمت محكمة الجنايات في حمص أمس بإعدام ستة رجال.", []),
    ("طالبت النيابة بإعدام 11 متهما.", []),
    ("يواجه عقوبة الإعدام 12 معتقلا.", []),
)
#: Told beside a sentence, a demand or a threat, and carried out all the same.
PUT_TO_DEATH: tuple[tuple[str, int], ...] = (
    ("أدانت الأمم المتحدة إعدام 9 معتقلين في سجن تدمر.", 9),
    ("أدانت منظمة العفو إعدام السلطات 81 شخصا.", 81),
    ("عقب إدانة دولية، أقدم التنظيم على إعدام 30 صيادا.", 30),
    ("هددت الميليشيا الأهالي وقامت بإعدام 12 رجلا.", 12),
    ("توعد الأهالي بالثأر بعد إعدام ثلاثة من أبنائهم.", 3),
    ("طالبت العائلات بالتحقيق في إعدام 14 قرويا رميا بالرصاص يوم الاثنين.", 14),
    ("طالبت العائلات بمحاكمة المتهمين بإعدام 14 قرويا.", 14),
    ("يواجه قائد الميليشيا تهمة إعدام 20 أسيرا في القرية.", 20),
    ("حكمت المحكمة بالسجن على المتهم بإعدام 20 أسيرا.", 20),
    ("حكمت المحكمة على رجل أدين بإعدام 20 أسيرا.", 20),
    ("صادق البرلمان على القانون بعد إعدام 12 رجلا على يد التنظيم.", 12),
    ("قضى التنظيم ليلته في القرية ثم قام بإعدام 12 رجلا.", 12),
    ("قال حكمت إن إعدام 12 شابا جرى فجرا.", 12),
    ("حكمت المحكمة على المتهم بالسجن، وأعلن التنظيم إعدام 12 مدنيا في دورنا.", 12),
    ("تحكم الميليشيا القرية منذ إعدام سبعة من وجهائها.", 7),
    ("وصلت عقوبات دولية بعد إعدام 9 معارضين.", 9),
)


@pytest.mark.parametrize(("text", "expected"), [*NONE_OF, *SET_AGAINST, *THINGS, *WHOSE, *VERIFIED, *OWN_PLACE])
def test_an_english_sentence_tells(text: str, expected: list[Told]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(("text", "expected"), ARABIC)
def test_an_arabic_sentence_tells(text: str, expected: list[Told]) -> None:
    assert _told(text, "ar") == expected


@pytest.mark.parametrize(("text", "killed"), PUT_TO_DEATH)
def test_an_execution_told_beside_a_sentence_was_carried_out(text: str, killed: int) -> None:
    assert [told[:2] for told in _told(text, "ar")] == [("killed", killed)]
