"""What bodies answer in Arabic, and who it is that answers where the words do not name it: invented texts."""

import pytest

from tests.reading import flat, read_text

#: What the words are, the text, the position, and a word of who states it.
ANSWERED = (
    ("its aircraft did not fly", "وقال الناطق باسم الجيش إن طائراتنا لم تحلق في سماء دلبون يوم القصف.",
     "responsibility_denied", "الناطق"),
    ("its guns were silent", "وقالت قيادة القوات إن مدفعيتها كانت صامتة يوم قصف السوق.",
     "responsibility_denied", "قيادة القوات"),
    ("any presence of its men", "ونفى ممثل كتيبة الرعد أي وجود لقواته في دلبون يوم القصف.",
     "responsibility_denied", "ممثل كتيبة الرعد"),
    ("what it denied, told behind", "واتهمت البلدية كتيبة الرعد بقصف السوق، وهو ما نفته الكتيبة.",
     "responsibility_denied", "الكتيبة"),
    ("a link denied, said how", "ونفت كتيبة الرعد من جهتها أي صلة لها بالقصف.",
     "responsibility_denied", "كتيبة الرعد"),
    ("the body set before its verb", "كتيبة الرعد تتبنى الهجوم على السوق.",
     "responsibility_accepted", "كتيبة الرعد"),
    ("it was content to say", "قُصفت دلبون أمس. واكتفى متحدث عسكري بالقول إن الأمر قيد التدقيق.",
     "under_review", "متحدث"),
    ("the accused speaks for himself", "وأنكر المتهم أي مسؤولية له عن قصف دلبون.",
     "responsibility_denied", "المتهم"),
    ("no sorties there", "ونفت قيادة السلاح تحليق أي من طائراتها فوق دلبون ليلة القصف.",
     "responsibility_denied", "قيادة السلاح"),
    ("a letter with its day", "وأقر ممثل التحالف في كتابه المؤرخ 3/2/2018 بتنفيذ ضربة على دلبون.",
     "strike_acknowledged", "ممثل التحالف"),
    ("two reports of no credence", "ورأت القيادة أن بلاغين عن قصف دلبون لا يتمتعان بالمصداقية.",
     "non_credible", "القيادة"),
    ("too little for it", "وقال التحالف إن المعلومات عن قصف دلبون لا تكفي لإثبات البلاغ.",
     "non_credible", "التحالف"),
    ("it knows of no such strike", "ورد المتحدث بأنه لا علم للجيش بضربة كهذه في دلبون.",
     "not_aware", "المتحدث"),
    ("a committee at work", "وقال المتحدث العسكري إن لجنة برئاسة لواء باشرت التحقيق في قصف دلبون.",
     "investigation_opened", "المتحدث"),
    ("a denial said again", "وجدد الناطق نفيه مسؤولية الجيش عن القصف.",
     "responsibility_denied", "الناطق"),
    ("in a statement", "وأصدرت القيادة بياناً نفت فيه قصف المستشفى.",
     "responsibility_denied", "القيادة"),
    ("not ours", "وقال المتحدث باسم اللواء بعد القصف إن القذيفة ليست من عندنا.",
     "responsibility_denied", "المتحدث"),
    ("accusations so called", "ورفضت القيادة بعد القصف ما وصفته بالاتهامات.",
     "responsibility_denied", "القيادة"),
    ("no record", "وقال التحالف إنه لا يملك أي سجل لقصف دلبون.",
     "not_aware", "التحالف"),
    ("credit", "وأعلنت حركة الفجر وقوفها وراء التفجير.",
     "responsibility_accepted", "حركة الفجر"),
    ("an office of public affairs", "وقال مكتب الشؤون العامة إن مقاتلاته لم تقصف دلبون ليلة أمس.",
     "responsibility_denied", "مكتب الشؤون العامة"),
)  # fmt: skip
NOT_ANSWERED = (
    ("what a witness says it did not", "وقال شاهد إن الجيش لم يقصف القرية في ذلك اليوم."),
    ("no inquiry was opened", "ولم يفتح الجيش أي تحقيق في القصف حتى الآن."),
    ("a doctor of a number", "الطبيب: لا صحة لما قيل عن ستة شهداء في القصف، هم ثلاثة."),
    ("called for", "وطالب المجلس المحلي قيادة الجيش بفتح تحقيق في قصف السوق."),
    ("a condition", "وإذا فتح الجيش تحقيقاً في القصف فسيتعاون المجلس معه."),
    ("other matters", "ونفى الجيش بعد القصف وجود خلافات بين قادته."),
    ("people, not a body", "ونفى سكان دلبون أي صلة لهم بالقصف."),
    ("nobody has claimed it", "ولم تعلن أي جهة مسؤوليتها عن الهجوم على السوق."),
    ("what it says of another", "واتهمت حكومة درون طيراناً أجنبياً بشن الضربة."),
    ("a letting go denied", "ونفى الجيش بعد القصف إطلاق سراح الأسرى."),
    ("their own losses denied", "ونفى المتحدث باسم الجيش ما بثته الوكالة عن مقتل ثلاثين من جنوده."),
    ("the enemy's strike on it", "وأكد جيش الساحل أن طيران العدو قصف مستودعاً تابعاً له."),
    ("shells fell on its men", "وقال الجيش إن قواته كانت في ثكناتها حين سقطت القذائف عليها."),
    ("a withdrawal is no allegation", "وقال الجيش إن أنباء انسحاب وحداته محض افتراء."),
    ("a leak owned", "وأعلنت شركة المياه مسؤوليتها عن تسرب الغاز."),
)


@pytest.mark.parametrize(("text", "stated", "speaker"), [row[1:] for row in ANSWERED], ids=[row[0] for row in ANSWERED])
def test_a_body_answers_and_is_named(text: str, stated: str, speaker: str) -> None:
    (found,) = _positions(text)
    assert found["position"] == stated
    assert speaker in str(found["speaker"])


@pytest.mark.parametrize("text", [row[1] for row in NOT_ANSWERED], ids=[row[0] for row in NOT_ANSWERED])
def test_words_like_an_answer_are_none(text: str) -> None:
    assert _positions(text) == []


def test_an_inquiry_is_that_of_the_body_that_spoke_before() -> None:
    text = "وقال الجيش إن قواته قصفت مخزناً قرب دلبون. وعن سقوط القذيفة على المدرسة، أوضح أنه فتح تحقيقاً."
    assert [claim["position"] for claim in _positions(text)][-1] == "investigation_opened"


def test_words_of_an_onlooker_before_it_are_not_given_to_a_body() -> None:
    assert _positions("وصل الجيش إلى دلبون. وقال شاهد إنه لم يتلق أي خبر عن القصف. وأضاف أنه لا علم له بما جرى.") == []


def _positions(text: str) -> list[dict[str, object]]:
    claims: list[dict[str, object]] = [
        dict(flat(claim)) for claim in read_text(text, published="2024-05-10", language="ar").claims
    ]
    return [claim for claim in claims if claim["kind"] == "position"]
