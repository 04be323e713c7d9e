"""Arabic words that the rules of harm ask for beside the verbs and nouns of harm: met death, lives, rubble, the missing."""

from typing import Final

from harmtrace.language.arabic.words import DEATH, FALL, INJURY, LOSS, RECOVERY

GOVERNS: Final = frozenset((DEATH, INJURY, LOSS, RECOVERY, FALL))
FELL: Final = frozenset("سقط سقطت سقوط يسقط تسقط سقطوا راح راحت".split())
NEEDS: Final = {
    **dict.fromkeys(("اودي", "اودت", "تودي", "يودي", "ادي", "ادت"), ("حياه", "حياته", "حياتها", "ارواح")),
    **dict.fromkeys(("حصد", "حصدت", "حصدا", "تحصد", "ازهق", "ازهقت"), ("ارواح", "حياه", "روح")),
    **dict.fromkeys(("فارق", "فارقت", "فارقوا"), ("حياه",)),
    **dict.fromkeys(("فاضت", "فاض", "زهقت", "صعدت"), ("روح", "روحه", "روحها", "ارواحهم", "روحهما", "ارواح")),
    **dict.fromkeys(("اسلم", "اسلمت", "اسلموا"), ("روح", "ارواح", "ارواحهم")),
    **dict.fromkeys(("وافته", "وافتها", "وافتهم"), ("منيه",)),
    **dict.fromkeys(("انتقل", "انتقلت", "انتقلوا"), ("رحمه", "رحمته", "جوار", "رفيق", "باريه", "باريها", "ربه", "ربها")),
    **dict.fromkeys(("لفظ", "لفظت", "لفظوا", "لفظا"), ("انفاسه", "انفاسها", "انفاسهم", "انفاسهما")),
    **dict.fromkeys(("راح", "راحت"), ("ضحيته", "ضحيتها", "ضحيتهما", "ضحيتهم", "ضحيه")),
}  # fmt: skip
#: "took eleven workers with it": without the word for life.
TOOK: Final = frozenset("اودي اودت تودي يودي".split())
#: "a bullet hit a woman": the hurt stand right behind.
STRIKES_ONE: Final = frozenset("اصاب اصابت يصيب تصيب".split())
LIVES: Final = frozenset("ارواح".split())
THEIR_LIVES: Final = frozenset("حياتهم حياته حياتها ارواحهم حياتهما".split())
COST: Final = frozenset("كلف كلفت يكلف تكلف خسر خسرت خسروا دفع دفعوا فقد فقدت فقدوا".split())
OF_ITS_OWN: Final = frozenset("عايلتي عايلته عايلتها عايلتهم اسرتي اسرته اسرتها اقاربي اقاربه اقاربها اهلي ابنايي اولادي اطفالي اخوتي اخوته اخوتها جيراني ابنايها ابنايه ابناها ابناه ابنايهم ابنا افرادها افراده اهلها اهله اهاليها سكانها سكانه كوادرها كوادره عناصره عناصرها مقاتليه مقاتليها جنوده جنودها رجاله رجالها اعضايه اعضايها".split())
MOURNS: Final = frozenset("نحتسب احتسبت احتسبنا ننعي نعت نعي تنعي ينعي نزف تزف يزف شيعت شيع شيعنا تشييع نودع ودعت ودع".split())
MET_DEATH: Final = frozenset("مصرعهم مصرعه مصرعها حتفهم حتفه حتفها مصرعهما حتفهما مصرع حتف ربهم ربه ربها نحبهم نحبه".split())
DIED: Final = frozenset("وفاه توفي توفيت توفوا يتوفي مات ماتت ماتوا استشهاد استشهد استشهدت موت فارق فارقت فارقوا لفظ لفظت لفظوا قضي قضت قضوا ارتقا ارتقي".split())
HOSPITAL: Final = frozenset("مستشفي مشفي مستشفيات مشافي عنايه".split())
#: What one loses and lives on, and what strikes one down without an attack.
BODIES: Final = frozenset("اشلا جثه جثث جثمان جثامين رفات جثته جثتها جثتي جثثهم".split())
LIMBS_OWN: Final = frozenset(part + suffix for part in "ساق قدم يد ذراع كف عين بصر رجل ساقي قدمي يدي عيني ذراعي كفي رجلي طرف اطراف سمع".split() for suffix in ("ه", "ها", "هم", "هما", "هن"))
LOST_OWN: Final = LIMBS_OWN | frozenset("رجله رجلها يديه يديها سمعه سمعها ذراعيه كفه ساقه ساقها قدمه قدمها يده يدها ذراعه ذراعها عينه عينها بصره بصرها اطرافه طرفه منزله منزلها بيته عمله وعيه وعيها ساقيه قدميه عينيه".split())
#: "people left us in the raid", in spoken Arabic: only where the sentence tells of a strike.
GONE: Final = frozenset("راح راحت".split())
LEFT: Final = frozenset("راحوا راحو".split())
#: Who is looked for and nobody knows of: "we do not know their fate".
FATES: Final = frozenset("مصيرهم مصيره مصيرها مصيرهما مصيرهن".split())
#: Limbs, of those counted before them: "their legs were torn off".
LIMBS: Final = ("ارجل", "ايدي", "اطراف", "سيقان", "اقدام", "اذرع")
TORN: Final = frozenset("تقطعت بترت قطعت تمزقت تهشمت احترقت طارت تفتتت".split())
BOATS: Final = frozenset("مركب قارب زورق سفينه عباره مركبهم قاربهم مراكب قوارب باخره".split())
#: Sicknesses that kill many over a time, and no attack.
PLAGUES: Final = frozenset("كوليرا بالكوليرا ملاريا بالملاريا حصبه بالحصبه وبا بالوبا كورونا بكورونا جوع جوعا بالجوع تغذيه مجاعه المجاعه عطش عطشا بردا ضنك بالضنك مرض بمرض فيروس بفيروس سرطان بالسرطان انفلونزا".split())
ILLNESS: Final = frozenset("بسكته سكته بنوبه نوبه بوعكه وعكه بازمه بجلطه جلطه بفيروس فيروس كورونا بكورونا بمرض مرض بالكوليرا كوليرا حصبه بالحصبه انفلونزا".split())
RUBBLE: Final = frozenset("ردم انقاض ركام حطام سقف تراب منازلهم بيوتهم منزلهم رماد".split())
MISSING: Final = frozenset("مفقود مفقودا مفقودين مفقودون مفقودان مفقودات مطمور مطمورين مطمورون مدفونين".split())
TRAPPED: Final = frozenset("محاصر محاصرين محاصرون محاصره عالق عالقين عالقون عالقه عالقا محاصرا مهدد مهددين مهددون مهدده".split())
#: Behind these verbs "on" leads to the one who is killed or found.
ONE_OF_THEM: Final = frozenset("احدهم احدهما احداهما احداهن احداهم".split())
BURNT: Final = frozenset("احترق احترقت احتراق احترقوا".split())
#: "put an end to sixteen of them": behind these "on" leads to who is killed.
ENDS: Final = frozenset("قضا اجهاز".split())
#: What carries off the lives that stand behind it.
CARRIES_OFF: Final = frozenset("ازهق ازهقت حصد حصدت تحصد اودي اودت تودي يودي".split())
#: Wounds that befall those told of before: "four were exposed to burns".
WOUNDS: Final = frozenset("جروح اصابات اصابه كسور حروق رضوض شظايا بتر".split())
BEFELL: Final = frozenset("تعرض تعرضت تعرضوا تعرضا يتعرض تتعرض".split())
#: Who went out and never came back.
NEVER_BACK: Final = frozenset("يعد تعد يعودوا يعودا يرجع ترجع يرجعوا يعدن".split())
WENT: Final = frozenset("خرج خرجت خرجوا خرجا ذهب ذهبت ذهبوا توجه توجهت توجهوا غادر غادرت غادروا مضي نزل نزلت نزلوا انطلق انطلقوا".split())
UPON: Final = frozenset("قضي قضت يقضي تقضي قضوا قضا عثر عثرت عثروا عثور العثور يعثر تعثر".split())
NO_SINGLE_AFTER: Final = frozenset("من علي في الي ضد مع لدي بين منذ عبر داخل خارج قرب ضمن تحت فوق امام".split())
