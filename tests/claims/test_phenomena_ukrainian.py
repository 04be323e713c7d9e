"""Ukrainian phenomena of casualty reports are read as they are meant: sentences of our own, places invented."""

import pytest

from harmtrace import intake
from harmtrace.claims import read
from harmtrace.intake.given import Given
from tests.claims.phenomena_english import Row, injured, killed, people, row
from tests.fields import Fields
from tests.reading import flat, gazetteer

ROWS = (
    # numbers
    row("digits", "Унаслідок удару загинули 5 людей.", killed(5, 5)),
    row("words", "Загинули двадцять двоє людей.", killed(22, 22)),
    row("collective", "Загинуло п'ятеро осіб.", killed(5, 5)),
    row("curly apostrophe", "Загинуло п’ятеро осіб.", killed(5, 5)),
    row("genitive", "Вбито двох цивільних.", killed(2, 2, who="civilian")),
    row("hundreds", "Загинули сто двадцять три людини.", killed(123, 123)),
    row("thousands", "Поранено 1 240 людей.", injured(1240, 1240)),
    row("scale", "Загинули дві тисячі людей.", killed(2000, 2000)),
    row("range", "Загинули 8-11 людей.", killed(8, 11)),
    row("from to", "Поранено від 20 до 30 людей.", injured(20, 30)),
    row("at least", "Щонайменше 40 людей загинули.", killed(40, None)),
    row("not fewer", "Загинуло не менше ніж шестеро людей.", killed(6, None)),
    row("over", "Понад 100 людей поранено.", injured(101, None)),
    row("more than", "Загинули більше ніж 20 людей.", killed(21, None)),
    row("up to", "Загинуло до 12 людей.", killed(None, 12)),
    row("about", "Поранено близько 30 людей.", injured(30, 30, approx=True)),
    row("nearly", "Загинули майже 200 людей.", killed(None, 200, approx=True)),
    row("dozens", "Десятки людей загинули.", killed(20, None, vague="десятки")),
    row("several", "Поранено кількох людей.", injured(3, None, vague="кількох")),
    row("ten", "Загинули десяток людей.", killed(10, 10)),
    # people
    row("one woman", "Загинула жінка.", killed(1, 1, who="civilian", women="1-1")),
    row("one child", "Поранено дитину.", injured(1, 1, who="civilian", children="1-1")),
    row("age", "Загинула 54-річна жінка.", killed(1, 1)),
    row("civilians", "Загинули троє мирних жителів.", killed(3, 3, who="civilian")),
    row("soldiers", "Загинули четверо військових.", killed(4, 4, who="combatant")),
    row("families", "Загинули дві родини.", killed(2, 2, unit="families")),
    row("breakdown", "Загинули семеро людей, серед них двоє дітей.", killed(7, 7, children="2-2")),
    row(
        "breakdown 2",
        "Поранено 14 людей, у тому числі 3 дітей та 5 жінок.",
        injured(14, 14, children="3-3", women="5-5"),
    ),
    row("part of the dead", "Серед загиблих — троє дітей.", killed(3, 3)),
    # outcomes
    row("two outcomes", "Загинули п'ятеро людей, ще дванадцятеро поранені.", killed(5, 5), injured(12, 12)),
    row("and", "Росіяни вбили двох людей і поранили ще сімох людей.", killed(2, 2), injured(7, 7)),
    row("wounds", "Поранень зазнали 8 людей.", injured(8, 8)),
    row("suffered", "Постраждали 19 людей.", injured(19, 19)),
    row("bodies", "З-під завалів дістали тіла трьох людей.", people("bodies_recovered", 3, 3, unit="bodies")),
    row("missing", "Зникли безвісти двоє людей.", people("missing", 2, 2)),
    row("nobody", "Ніхто не постраждав.", people("killed_or_injured", 0, 0)),
    row("without", "Обійшлося без постраждалих.", people("killed_or_injured", 0, 0)),
    row("no dead", "Загиблих немає.", killed(0, 0)),
    # running counts
    row("rose", "Кількість загиблих зросла до 14.", killed(14, 14)),
    row("rose from", "Кількість загиблих зросла з 11 до 14.", killed(14, 14), killed(11, 11)),
    # speakers
    row("trailing", "Загинули троє людей, повідомив міський голова Остап Верба.", killed(3, 3, speaker="Остап Верба")),
    row("leading", "Міський голова повідомив, що загинули троє людей.", killed(3, 3, speaker="Міський голова")),
    row("according", "За даними ДСНС, поранено 6 людей.", injured(6, 6, speaker="ДСНС")),
    row("office", "У прокуратурі повідомили, що загинуло двоє людей.", killed(2, 2, speaker="прокуратурі")),
    row("own", "Загинули троє людей.", killed(3, 3, speaker=None)),
    # modality
    row("denied", "Речник заперечив, що загинули 10 людей.", killed(10, 10, modality="denied")),
    row("alleged", "Нібито загинули 10 людей.", killed(10, 10, modality="alleged")),
    row("perhaps", "Можливо, загинули 10 людей.", killed(10, 10, modality="unconfirmed")),
    # time and scope
    row("day", "3 травня 2021 року загинули п'ять людей.", killed(5, 5, when="2021-05-03")),
    row("day without year", "3 травня загинули п'ять людей.", killed(5, 5, when="2021-05-03")),
    row("yesterday", "Учора загинули п'ять людей.", killed(5, 5, when="2021-06-08")),
    row("weekday", "У понеділок загинули п'ять людей.", killed(5, 5, when="2021-06-07")),
    row("period", "З початку року загинули 641 людина.", killed(641, 641, scope="period")),
    row("last day", "За минулу добу поранено 12 людей.", injured(12, 12, scope="period")),
    # places
    row("place", "У Вербогорах загинули двоє людей.", killed(2, 2, where="Вербогорах")),
    row("town", "У місті Яругове поранено 9 людей.", injured(9, 9, where="Яругове")),
    row("locative", "У Краснодолі вибухнула міна, загинув чоловік.", killed(1, 1, where="Краснодолі")),
    # no claims
    row("houses", "Пошкоджено 12 будинків."),
    row("missiles", "Збито 15 ракет і 30 дронів."),
    row("distance", "Село лежить за 12 км від фронту."),
    row("bare plural", "Є загиблі та поранені."),
)


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.id)
def test_the_phenomenon_is_read_as_it_is_meant(case: Row) -> None:
    given = Given(language="uk", published=case.published)
    (document,), _ = intake.extract(case.text.encode(), "text.txt", given=given)
    reading = read(document, gazetteer=gazetteer(), tags=("en", "uk"), on=None)
    casualties = [flat(claim) for claim in reading.claims if flat(claim)["kind"] == "casualty"]
    assert len(casualties) == len(case.expected), casualties
    for want in case.expected:
        assert any(_answers(fields, want) for fields in casualties), (want, casualties)
    for claim in reading.claims:
        assert case.text[claim.start : claim.end] == claim.quote


def _answers(found: Fields, want: Fields) -> bool:
    for name, value in want.items():
        held = found.get(name)
        if name == "speaker" and value:
            if str(value).casefold() not in str(held).casefold():
                return False
        elif held != value:
            return False
    return True


def test_there_are_at_least_forty() -> None:
    assert len(ROWS) >= 40
