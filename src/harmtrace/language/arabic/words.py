"""Arabic words by the part they play in a casualty report, folded, with every form they take."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from harmtrace.language.arabic.letters import fold
from harmtrace.records.claim import Outcome, Who

# What a word is; one letter each, so that a sentence can be scanned as a string.
PERSON, STATE, FAMILY, THING = "P", "S", "Z", "X"
DEATH, INJURY, LOSS, RECOVERY, FALL = "K", "I", "L", "R", "F"
TOLL, MOVES, AMONG, MOSTLY, NOT = "C", "V", "B", "M", "N"
SAY, VIA, THAT, BREAK, EVENT, PREPOSITION = "Y", "A", "O", "W", "E", "p"
NUMBER, VAGUE, PARTY, OTHER, PLAIN, AGENT = "n", "q", "T", "H", "x", "g"


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is.

    Attributes:
        kind: one of the letters above.
        value: of a number; of a noun 1, 2 (dual) or 3 (plural); of a verb 1 where it is a verbal noun.
        outcome: what it says of people.
        who: what it says that they are.
        group: ``children``, ``women``, ``men`` or nothing.
        note: what rules ask of a word (the kind of number word, what a verb does).
    """

    kind: str
    value: int = 1
    outcome: Outcome | None = None
    who: Who = Who.UNSPECIFIED
    group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A written word: its clitics and what is left.

    Attributes:
        conjunction: it begins with "and" or "so".
        preposition: the joined preposition, or nothing.
        definite: it has the article.
        cut: how many folded letters the conjunction and preposition take.
        stem: the rest without article.
    """

    word: Word | None
    conjunction: bool
    preposition: str
    definite: bool
    cut: int
    stem: str


# ---- people: singular, broken plurals after "/" (none: sound plural), each line of one status ----

_CIVILIANS = """
مدني- زوجه/زوجات:women طفل/اطفال:children طفله/طفلات:children رضيع/رضع:children رضيعه:children فتي/فتيان:children بنت/بنات:children صبي/صبيه:children
امراه/نسا,نسوان:women مراه:women سيده/سيدات:women فتاه/فتيات:women عجوز/عجايز دكتور/دكاتره دكتوره نازح- نازحه كادر/كوادر طاقم/طواقم لاجي- لاجيه مهجر- مزارع- فلاح- طبيب/اطبا طبيبه مسعف- مسعفه صحفي- صحافي-
صحفيه صحافيه اعلامي- مهندس- عامل/عمال عامله معلم- معلمه مدرس- مدرسه! استاذ/اساتذه طالب/طلاب,طلبه طالبه تلميذ/تلاميذ:children تلميذه:children بايع/باعه بايعه متسوق- ممرض- ممرضه
سايق- صياد- راعي/رعاه راع مصلي- مصل تاجر/تجار حاج/حجاج قروي- مريض/مرضي متطوع- متطوعه موظف- موظفه ناشط- ناشطه مسافر- راكب/ركاب متظاهر- مصور- حرفي- خباز- نجار- بحار/بحاره
حداد- عتال- خطيب امام مختار مدني- ارمله/ارامل:women قابله مودن- اغاثي- منقذ- قاض/قضاه قاضي محام/محامين محامي/محامون محاميه ممثل- ممثله فنان- فنانه مغني مطرب- شاعر/شعرا كاتب/كتاب رسام- لاعب- مدرب- اكاديمي- صيدلي/صيادله محاسب- مترجم- اطفايي- ناطور/نواطير بواب- سباك- كهربايي- ميكانيكي- عابر- حمال- اسكافي خادمه راهب/رهبان كاهن/كهنه قس مربيه مفتي محاضر- مخرج- حفار- حلاق- جزار- بستاني- ربان بقال- خياط- مقيم- ساكن/سكان سايح/سياح سايحه مصطاف- مصطافه متنزه- حاضن/حواضن خضرجي عطار- نحال- غواص- حطاب- خفير/خفرا غفير/غفرا سقا جاني- بناي/بنايين قاطف- متسوقه مصليه مشيع- معزي/معزين محتفل- مدعو/مدعوين ولاده! مولود/مواليد:children جنين/اجنه:children يافع-:children قاصر-:children صغير! مهندسه مزارعه فلاحه مترجمه مدربه صيدلانيه مدونه شاعره
شابه/شابات:women مار/ماره عروس/عرايس:women عيل/عيال:children بت:children بنيه:children طفيل:children غلام/غلمان:children حرمه/حريم:women ختيار ختياره:women حامل/حوامل:women مستوطن- مستوطنه طباخ- طباخه طاه/طهاه نادل قصاب- لحام- سمكري دهان- كناس- زبال- ملاح- فران- مديره حقوقي- حقوقيه نقابي- داعيه/دعاه واعظ/وعاظ راهبه اسقف/اساقفه شماس/شمامسه منشد- عازف- نحات- خطاط- صايغ/صاغه سباح- عدا/عداين ملاكم- مشجع- متفرج- معتمر- مراجع- باحثه استاذه محاسبه سكرتير سكرتيره حمامي بزاز مطوف مرشد- مرشده مضيف- مضيفه مهاجره تاجره خياطه ممثله رسامه فنان- مزين تلميذات:children رضيعه:children حضري كادح- حلاقه بدوي- رعيان حطابه فني- فنيه نادله راعيه طاهيه حارسه سواق- شغيل/شغيله اجير/اجرا تقني- غطاس- جراح- مخبري- صنايعي/صنايعيه مهني- خادم/خدم
"""
_UNSPECIFIED = """
شخص/اشخاص رجل/رجال:men رجلا:men شاب/شبان,شباب فرد/افراد نفر/انفار نفس/انفس نسمه/نسمات انسان- مواطن- مواطنه مسن- مسنه:women بشري- شقيق/اشقا اخ/اخوه ابن/ابنا ولد/اولاد,ولاد
حفيد/احفاد قريب/اقارب جار/جيران شرطي- حارس/حراس اسير/اسري سجين/سجنا رهينه/رهاين معتقل- محتجز- موقوف- ضيف/ضيوف عراقي- سوري- فلسطيني- يمني- لبناني- ليبي- سوداني- تركي/اتراك
اردني- مصري- ايراني- اجنبي/اجانب افغاني/افغان روسي/روس امريكي- اميركي- كردي/اكراد خبير/خبرا مسوول- عضو/اعضا زاير/زوار شيخ/شيوخ والد/والدين زوج/ازواج عم/اعمام خال/اخوال جد/اجداد
صاحب! زميل/زملا زميله/زميلات جاره/جارات صديق/اصدقا صديقه/صديقات رفيق/رفاق باحث- مهاجر- محاصر- عالق- نزيل/نزلا كهل/كهول موسيقي- عريس/عرسان حراق- زول زلمه/زلم شايب/شياب ضابط! اثيوبي- اريتري- باكستاني- هندي/هنود صيني- سعودي- اماراتي- قطري- كويتي- بحريني- عماني- تونسي- جزايري- مغربي/مغاربه موريتاني- صومالي- تشادي- نيجيري- اوكراني- فرنسي- الماني/المان بريطاني- ايطالي- اسباني/اسبان ارمني/ارمن شركسي ايزيدي- تركماني/تركمان نيبالي- فلبيني- بنغالي- هولندي- كندي- يوناني- صربي/صرب اسراييلي-
"""
_COMBATANTS = """
مسلح- مقاتل- مقاتله جندي/جنود عنصر/عناصر ارهابي- متمرد- مرتزق/مرتزقه ضابط/ضباط قيادي- قايد/قاده داعشي/دواعش حوثي- عسكري- مجند- شبيح/شبيحه مجاهد- ثاير/ثوار تكفيري- متشدد- متطرف- انتحاري- مقاوم-
قناص/قناصه مهاجم- ميليشياوي- منتسب- طيار- بطل/ابطال مرابط- مجنده مقاتلات مخرب- مليشياوي- قرصان/قراصنه انقلابي- ملازم عقيد/عقدا جنرال/جنرالات رقيب/رقبا عريف/عرفا نقيب/نقبا عميد/عمدا مهرب- فدايي- جهادي-
"""
#: Relatives as they stand with "his", "her", "their".
_RELATIVES = """
والدت:women زوجت:women ام:women اخت:women شقيقت:women ابنت:women جدت:women بنت:children عمت:women خالت:women طفل:children طفلت:children اطفال*:children بنات*:children زوجات*:women شقيقات*:women
حمات:women جارت:women كنت:women سلفت:women خطيبت:women جنين:children رضيع:children رضيعت:children ولدت حفيدت:children
والد اخ اب شقيق ابن ولد حفيد زوج اخو اخي ابي عم خال جد قريب جار ابنا* اولاد* اشقا* احفاد* افراد* اقارب* رفيق زميل صهر خطيب نسيب ابنا* نجل انجال* سايق مرافق جيران*
"""
#: Trades that stand with "his", "her": "its driver", "her teacher".
_TRADES = "سايق معلم معلمه مدرس مترجم مصور طبيب ممرض ممرضه حلاق خباز بواب بستاني محاسب مساعد مربيه خادم خادمه"
_CIVIL_RELATIVES = frozenset(("children", "women"))
_SUFFIXES = ("ه", "ها", "هم", "هما", "هن", "ي", "نا", "ك")

_STATES: Final = {
    Outcome.KILLED: "قتيل/قتلي قتيله/قتيلات شهيد/شهدا شهيده/شهيدات غريق/غرقي متوفاه صريع/صرعي متوفي/متوفين,متوفون ميت/موتي,اموات مقتول- مقتوله مذبوح- مذبوحه ميته معدوم- مغدور- هالك/هلكي",
    Outcome.INJURED: "جريح/جرحي جريحه/جريحات مصاب- مصابه/مصابات مجروح/مجاريح,مجروحين,مجروحون اصابه/اصابات",
    Outcome.MISSING: "مفقود- مفقوده/مفقودات مطمور- مطموره",
    Outcome.BODIES_RECOVERED: "جثه/جثث جثمان/جثامين جثامين رفات جثث",
    Outcome.KILLED_OR_INJURED: "ضحيه/ضحايا",
}

_THINGS = """
راسا رووس خروف خروفا خراف كبش كبشا نعجه نعاج شاه شياه اغنام غنم ماعز ماعزا معزه عنزه عنزات ماشيه مواش بقره بقرات ابقار ثور ثورا ثيران عجل عجلا عجول جمل جملا ابل ناقه نوق حصان حصانا احصنه خيل خيول بغل بغلا بغال حمار حمارا حمير كلب كلبا كلبان كلاب قطه قطط دجاجه دجاجات طيور حيوان حيوانا حيوانات قطيع قطعان
منزل منازل منزلا بيت بيوت مبني مباني ابنيه بنايه بنايات عماره عمارات شقه شقق غاره غارات غارتان غارتين غارتا ضربه ضربات ضربتين صاروخ صواريخ صاروخين صاروخان صاروخا قذيفه قذايف قذيفتين قذيفتان قذيفتا برميل براميل برميلا برميلين سياره سيارات سيارتين سيارتان
عجله عجلات عربه عربات دبابه دبابات اليه اليات دراجه دراجات طايره طايرات طلعه طلعات قنبله قنابل لغم الغام لغما عبوه عبوات مجزره مجازر قريه قري مدينه مدن بلده بلدات نقطه نقاط موقع مواقع موقعا مقر مقرات مدارس
مدرسه مدارس مدرستين مستشفي مستشفيات مشفي مشافي مسجد مساجد شاحنه شاحنات دولار دولارا دولارات ليره ليرات دينار دينارا شيكل شيكلا ريال ريالا درهم يورو كيلو كيلوغرام كيلوغراما كيلومتر كيلومترا كيلومترات كم كلم متر مترا امتار طن طنا اطنان رطل
ساعه ساعات ساعتين يوم يوما ايام يومين اسبوع اسابيع اسبوعين اسبوعا شهر اشهر شهور شهرا شهرين عام اعوام عاما عامين سنه سنوات سنين سنتين سنتان دقيقه دقايق دقيقتين ثانيه مره مرات مرتين مرتان طابق طوابق طبقات طابقا بلاغ بلاغات بلاغا تقرير تقارير
حادث حادثه حوادث ولايه ولايات محافظه محافظات شركه شركات محل محال محلات متجر متاجر خيمه خيم خيام كيس اكياس وحده وحدات فرقه فرق لوا الويه كتيبه كتايب درجه درجات نسخه صوره صور تعليق تعليقا تعليقات مشاهده مشاهدات اعجاب مشاركه مشاركات
قطعه قطع هدف اهداف هدفا جوله جولات دوله دول قافله قوافل رصاصه رصاصات طلقه طلقات هجوم هجمات هجوما انفجار انفجارات انفجارا تفجير تفجيرات عمليه عمليات حي احيا كتله مركز مراكز زورق زوارق قارب قوارب حافله حافلات باص رووس عملا فدان هكتار
جسر جسور خرق خروقات خرقا اسم اسما تغريده صوت سطر بند ماده مقعد سرير اسره! عمليه غرفه غرف محطه محطات نسبه ميه% وظيفه مليارا سطح متفجره مصنع مصانع مزرعه مزارع! بير ابار كيلومترات مربع مربعه حصه وجبه لتر برميل منشاه منشات برج ابراج حاجز حواجز
"""
_FAMILIES = "عائله عايله عايلات عوايل عايلتان عايلتين اسره اسر اسرتين اسرتان".split()

# ---- verbs and verbal nouns; a star marks the verbal noun ----

_DEATHS = """
قتل قتلت قتلوا قتلا قتلن قتلتا يقتل تقتل يقتلون مقتل* قتله قتلهم توفي توفيت توفوا توفيا يتوفي وفاه* مات ماتت ماتوا ماتا يموت يموتون تموت موت* استشهد استشهدت استشهدوا استشهدا يستشهد تستشهد استشهاد* ارتقي ارتقت ارتقوا ارتقيا يرتقي ارتقا* قضوا
ضحيته* ضحيتها* ضحيتهما* اعدم اعدمت اعدموا اعدمهم اعدام* مصرع* اغتيل اغتيلت اغتيال* اغتال اغتالت اغتالوا يغتال حيد حيدت حيدنا قتلنا يقتلنا اعدمنا ذبح ذبحوا ذبحت هلك هلكوا هلاك* تحييد* تصفيه* ابادت صرع صرعوا انقتل انقتلت انقتلوا انقتلو اتقتل اتقتلت اتقتلوا اتقتلو استشهدو ماتو قتلو راحو راحوا لقوا غرقوا غرق دفنا دفنوا دفن لقي لقيت لقيا يلقي اودي اودت تودي يودي حصد حصدت حصدا تحصد ازهق ازهقت فارقوا فارق فارقت راح راحت قضت قضي حياه! قتلي! مقتله يعدم تعدم يعدمون يذبح تذبح يغتال تغتال يستشهدون يتوفون توفين استشهدن متن يفارق ابيد ابيدت تباد اباده* قضين توفت قضيا قضتا استشهدتا توفيتا ازهقت يقضي تقضي محيت مسحت تصرع يصرع يحيد تحيد حيدوا اردي اردت ارداه ارداها اردتهم ارداهم اردته اردتها لفظ لفظت لفظوا لفظا قتلتهم قتلته قتلتها قتلها يقتلهم تقتلهم فاضت فاض اسلم اسلمت اسلموا وافته وافتها وافتهم انتقل انتقلت انتقلوا زهقت صعدت شنق شنقوا شنقت نحر نحرت نحروا سحل سحلوا
"""
_INJURIES = """
اصيب اصيبت اصيبوا اصيبا اصبن يصاب اصابه* جرح جرحت جرحوا جرحا يجرح تجرح اصابات! بترت اختناق* تسمم* تضرر! يصيب تصيب اصاب اصابت يصابون جرحن اتجرح اتجرحت اتجرحوا اتجرحو انجرحو انصاب انصابت انصابوا انصابو انجرح انجرحت انجرحوا تصاوب تصاوبت تصاوبوا تصاوبو اتصاب اتصابت اتصابوا اتصاوب اتصاوبت اتصاوبوا اتصوب اتصوبت
"""
_LOSSES = "فقد فقدت فقدوا فقدا فقدن اختفيا فقدان* اختفي اختفت اختفوا اختفا*"
_RECOVERIES = "انتشل انتشلت انتشلوا انتشلنا ينتشل تنتشل يعثر تعثر نعثر يستخرج تستخرج انتشال* استخرج استخرجت استخراج* اخراج* اخرج اخرجت اخرجنا اخرجوا عثر عثرت عثروا العثور* عثور* انتشلوها وجد! وجدت!"
_FALLS = "سقط سقطت سقوط* يسقط تسقط سقطوا وقوع* وقع وقعت خلف خلفت مخلفا مخلفه اوقع اوقعت يوقع توقع موقعا اسفر اسفرت يسفر تسفر مسفرا ادي ادت موديا ادا! استقبل استقبلت استقبال* استقبلنا احتسبنا احتسب تسجيل* سجل سجلت وثق وثقت توثيق* رصد رصدت احصي احصت راح راحت"
_MOVES = """
بلغ بلغوا وصلوا يبلغون بلغت يبلغ تبلغ لتبلغ ليبلغ بلوغ* وصل وصلت يصل تصل ليصل لتصل وصول* ارتفع ارتفعت يرتفع ترتفع ارتفاع* ليرتفع لترتفع ارتفاعا زاد ازداد زادت تصاعدت خفض خفضت يخفض تخفض رفع رفعت يرفع ترفع ليرفع لترفع رفعا انخفض انخفضت تخفيض صار صارت يصير تصير قارب قاربت قاربوا ناهز ناهزت ناهزوا قدر قدرت يقدر تقدر عدل عدلت تعديل اصبح اصبحت باتت بات تجاوزت تجاوز! هو هي يقفز قفزت قفز كان! عددهم عددها
"""
_RISES = frozenset("ارتفع ارتفعت يرتفع ترتفع ارتفاع ليرتفع لترتفع زاد ازداد زادت تصاعدت رفع رفعت يرفع ترفع ليرفع لترفع خفض خفضت يخفض تخفض انخفض انخفضت تخفيض عدل عدلت تعديل يقفز قفزت قفز ليصل لتصل لتبلغ ليبلغ اصبح اصبحت باتت بات صار صارت يصير تصير".split())
_TOLLS = "عدد حصيله اجمالي مجموع تعداد اعداد عددا حصيلتهم حصيلتها محصله عدادها"
_SAYS = """
قال:says قالت:says قالوا:says يقول:says تقول:says يقولون:says قايلا:says قايله:says افاد:says افادت:says افادوا:says يفيد:says تفيد:says ذكر:says ذكرت:says ذكروا:says يذكر:says تذكر:says اعلن:says اعلنت:says اعلنوا:says يعلن:says تعلن:says اكد:says اكدت:says اكدوا:says يوكد:says توكد:says موكدا:says موكده:says
اوضح:says اوضحت:says يوضح:says اضاف:says اضافت:says يضيف:says تضيف:says مضيفا:says تابع:says تابعت:says يتابع:says صرح:says صرحت:says بين:says! بينت:says اشار:says اشارت:says يشير:says تشير:says مشيرا:says لفت:says لفتت:says نوه:says شدد:says شددت:says روي:says روت:says يروي:says تروي:says حكي:says يحكي:says كشف:says كشفت:says
كتب:says كتبت:says نشر:says نشرت:says وثق:says وثقت:says يوثق:says سجل:says! احصي:says احصت:says رصد:says رصدت:says قدر:says قدرت:says يقدر:says تقدر:says ابلغ:says ابلغت:says اخبر:says اخبرت:says اعترف:says اعترفت:says اقر:says اقرت:says خلص:says خلصت:says حذر:says حذرت:says ندد:says اورد:says اوردت:says نسب:carries نسبت:carries ينسب:carries تنسب:carries جا:says! ورد:says!
اجاب:says اجابت:says يجيب:says تجيب:says مجيبا:says رد:says ردت:says ردوا:says يرد:says ترد:says علق:says علقت:says نبه:says نبهت:says جزم:says جزمت:says راي:says رات:says يري:says تري:says اردف:says اردفت:says استطرد:says لمح:says المح:says المحت:says الح:says شرح:says شرحت:says بلغنا:says ادلي:says ادلت:says سرد:says سردت:says
تتابع:says توضح:says تلفت:says يلفت:says تكشف:says يكشف:says تكتب:says يكتب:says تشدد:says يشدد:says يخبر:says تخبر:says تعترف:says يعترف:says تقر:says يقر:says تحذر:says يحذر:says تندد:says يندد:says تعلق:says يعلق:says تشرح:says يشرح:says تسرد:says يسرد:says يستطرد:says تستطرد:says اضافوا:says تابعوا:says اوضحوا:says اشاروا:says كشفوا:says حذروا:says نشروا:says اعترفوا:says يذكرون:says يوكدون:says يروون:says يتابعون:says اعتبر:says اعتبرت:says يعتبر:says تعتبر:says اخبرنا:says اخبرتنا:says اخبرني:says اخبرتني:says ابلغنا:says ابلغتنا:says حدثنا:says حدثتنا:says حدثني:says حدثتني:says بيقول:says بتقول:says بيقولوا:says بيقولو:says قالو:says بيحكي:says بتحكي:says بيحكوا:says حكا:says حكت:says بياكد:says بتاكد:says بياكدوا:says وصف:says وصفت:says يصف:says تصف:says
زعم:claims زعمت:claims زعموا:claims يزعم:claims تزعم:claims زاعما:claims زاعمه:claims ادعي:claims ادعت:claims ادعوا:claims يدعي:claims! مدعيا:claims
نفي:denies نفت:denies نفوا:denies ينفي:denies تنفي:denies ننفي:denies نافيا:denies نافيه:denies انكر:denies انكرت:denies ينكر:denies كذب:denies كذبت:denies دحض:denies فند:denies فندت:denies
تحكي:says يخبرنا:says تخبرنا:says لافتا:says لافته:says منوها:says منوهه:says موضحا:says موضحه:says مبينا:says كاشفا:says كاشفه:says معلنا:says معلنه:says مرجحا:says مرجحه:says محذرا:says محذره:says يتذكر:says تتذكر:says استذكر:says استذكرت:says يستذكر:says تستذكر:says يستعيد:says تستعيد:says يستدرك:says تستدرك:says استدرك:says استدركت:says يسترجع:says تسترجع:says بينت:says لفتوا:says شددوا:says اقروا:says احصوا:says وثقوا:says رصدوا:says ردد:says رددت:says يردد:says تردد:says افصح:says افصحت:says عقب:says! عقبت:says وضح:says وضحت:says يفيدون:says تفيدنا:says افادنا:says افادتنا:says اكدوا:says يقص:says تقص:says قصت:says يحكون:says يقولن:says قلي:says قللي:says قالي:says قالتلي:says قالولي:says حكالي:says حكتلي:says خبرني:says خبرتني:says خبرنا:says بلغني:says بلغتني:says نوهوا:says بلغتنا:says طمان:says طمانت:says يقدرون:says قدروا:says حسم:says حسمت:says جدد:says جددت:says يجزم:says تجزم:says يتحدثن:says همس:says همست:says ينبه:says تنبه:says
ادان:says ادانت:says يدين:says تدين:says استنكر:says استنكرت:says تستنكر:says يستنكر:says نعت:says نعي:says تنعي:says ينعي:says شجب:says شجبت:says نقل:carries نقلت:carries ينقل:carries تنقل:carries ناقلا:carries
"""
_BREAKS = """
استهدف استهدفت استهداف* يستهدف تستهدف قصفت دمر دمرت تدمير* دمروا اعتقل اعتقلت اعتقال* احتجز احتجزت احتجاز* انقاذ* انقذ انقذت اجلا* اجلت اجلي اخلا* نزح نزحت نزوح* تهجير* هجر اسعاف* اسعف اسعفت نقل* القبض اسر افرج الافراج خطف خطفت اختطف اختطاف* نجا نجت نجوا نجاه* يعيش تعيش يعيشون يقطن يقطنه
يقطنها يقطنون يسكن يسكنه يضم تضم ضم ضمت شارك شاركت عاد عادت يوجد توجد دخل دخلت دخول* نفذ نفذت تنفيذ* القت القي اطلق اطلقت اطلاق* سيطر سيطرت هاجم هاجمت احترق احترقت تضرر تضررت تعطل زرع نصب شن شنت شنه شنها يواجه تواجه حاول حاولت تبرع غادر غادرت يستطيع تمكن! تمكنت!
استعاد استعادت ضبط ضبطت صادر مصادره* اصلاح استهدفوا استهدفه استهدفتها تقل يقل! تحمل يحمل اطفا اعيد علاج معالجه
"""
_EVENTS = """
غاره:airstrike غارات:airstrike غارتان:airstrike غارتين:airstrike غارتا:airstrike طيران:airstrike طايره:airstrike طايرات:airstrike طايرتين:airstrike مقاتلات:airstrike مروحيه:airstrike مروحيات:airstrike ضربه:airstrike ضربات:airstrike برميل:airstrike براميل:airstrike جوي:airstrike جويه:airstrike
قصف:shelling دانه:shelling دانات:shelling رمايات:shelling رمايه:shelling قصفا:shelling قذيفه:shelling قذايف:shelling مدفعيه:shelling مدفعي:shelling هاون:shelling صاروخ:rocket صواريخ:rocket صاروخي:rocket صاروخيه:rocket صاروخان:rocket صاروخين:rocket مسيره:drone مسيرات:drone درون:drone انفجار:explosion انفجارات:explosion تفجير:explosion تفجيرات:explosion انفجرت:explosion عبوه:explosion مفخخه:explosion مفخخ:explosion ناسفه:explosion
لغم:mine الغام:mine رصاص:gunfire نيران:gunfire قنص:gunfire اشتباك:attack اشتباكات:attack هجوم:attack هجمات:attack مجزره:attack مجازر:attack حادث:attack حادثه:attack استهداف:attack معارك:attack كمين:attack اعتدا:attack عدوان:attack قصفت:shelling قصفه:shelling قصفها:shelling انهيار:attack مواجهات:attack اقتتال:attack
"""
_PARTIES = """
التحالف الجيش النظام داعش قسد روسيا الاحتلال الحوثيون الحوثيين الحوثي ميليشيا ميليشيات مليشيا مليشيات قوات فصايل الفصايل حماس القسام الكتايب الطيران طيران حرس الحشد البيشمركه البشمركه جيش تنظيم سلاح مدفعيه المدفعيه حركه حزب الحكومه قطعاتنا قواتنا الروس الروسي
"""
_MOSTLY = "معظمهم معظمها غالبيتهم غالبيتها اغلبهم اغلبها اغلبيتهم جلهم كلهم جميعهم جميعها كلها نصفهم نصفها ثلثهم بعضهم بعضها"
_AMONG = "منن منون بينن بينهم بينها بينهن منهم منها منهن ضمنهم ضمنها فيهم فيها! فيهن بينهما احدهم احدهما احداهما احداهن"
_NOTS = "لم لن لا ليس ليست دون بدون عدم ما! غير! بلا عدا سوي! نافيا!"
_VIAS = "حسب وفق وفقا نقلا طبقا استنادا حد! بحسب وفاقا حسبما وفقما لحسب"
_THATS = "انو ان انه انها انهم انهما انهن بان بانه بانها بانهم اننا انني ان"
_PREPOSITIONS = """
في علي من الي عن مع قرب قبل بعد تحت فوق خلال حول بين امام خلف ضد لدي منذ حتي داخل خارج شمال جنوب شرق غرب وسط باتجاه عبر نحو اثر جرا نتيجه بسبب حيث عند لدي ضمن برفقه شمالي جنوبي شرقي غربي اثنا مقابل ضمن حوالي بجانب قرابه يم جنب
"""


#: Words of bounds, rubble, alarm and the like: known, so that their clitics come off, and asked for by name.
_PLAIN = """
تعرض تعرضت تعرضوا تعرضا يتعرض خرج خرجت خرجوا خرجا ذهب ذهبوا توجه توجهوا انقطع انقطاع اتصال مصير قضا اجهاز
بتر بترت يبتر تبتر قطع قطعت اقتلع اقتلعت مزق مزقت هشم هشمت طارت ذهبت خسر خسرت فاق فاقت فاقوا ساق ساقه ساقها يده يدها قدمه قدمها عينه عينها ذراعه ذراعها
اكثر اقل ازيد زها يزيد تزيد يفوق تفوق يتجاوز تتجاوز تخطي تخطت يقارب يقرب يناهز حدود مجمل لا ما اي كل نفس نفسه حاله حالات بينما فيما حين وقت انباء انبا معلومات مصادر مصدر انقاض ركام حطام سقف حياه حياته حياتهم ارواح روح مصرعهم مصرعه مصرعها حتفهم حتفه حتفها مصرعهما حتفهما
اذا لو كما عندما حينما بعدما قبلما لكن حتى الذين اللذين مما ممن الا سوى بل ثم ان اما هم هن كان كانت كانوا كبير كبيره بلدي مرصد شبكه منظمه مركز وزاره هييه لجنه مجلس مكتب وكاله قناه صحيفه اذاعه تلفزيون تحالف قياده غرفه نقابه جمعيه متحدث ناطق مدير رييس محافظ يخشي تخشي يخشون خشي يرجح ترجح رجح رجحت توقع توقعت تداول تداولت يتداول تتداول تناقل تناقلت يتناقل تتناقل تحدث تحدثت يتحدث تتحدث تحدثوا يتحدثون جا جات ورد وردت مديريه منطقه ناحيه ضاحيه مخيم سوق شارع طريق حاره محله اطراف ضواحي محيط ريف باديه مزارع بادية مشارف محور بلده قريه مدينه محافظه ولايه مناطق ساحه دوار معبر حاجز مسجد جامع وادي جبل عموم قضا جزيره ساحل سواحل خساير بشريه صفوف جراح جروح بجراح ماده مولفه مكونه مكون مولف كامل كامله افراد جديد جديده اضافي اضافيه اضافيين شكل نتيجه بيان تصريح يوم ليل صباح مسا فجر ظهر عصر ذلك هذا هذه تلك الذي التي
"""


_Form = tuple[str, int]


def _forms(sg: str, plurals: str, *, sound: bool) -> Iterator[_Form]:
    """Yield the forms of a noun with their numbers: 1, 2 (dual), 3 (plural)."""
    yield sg, 1
    if sg.endswith("ه"):
        base = sg[:-1] + "ت"
        for ending in ("ان", "ين", "ا", "ي"):
            yield base + ending, 2
        yield sg[:-1] + "ات", 3
    else:
        yield sg + "ا", 1
        yield sg + "ان", 2
        yield sg + "ين", 3 if sound else 2
        if sound and not sg.endswith("ي"):
            yield sg + "ي", 3
        if sound:
            yield from ((sg + "ون", 3), (sg + "ات", 3))
        elif sg.endswith("ي"):
            yield sg[:-1] + "يين", 2
    for plural in plurals.split(","):
        if plural:
            yield plural, 3
            yield plural + "ا", 3


def _nouns(text: str) -> Iterator[tuple[str, str, bool, str]]:
    """Yield (singular, plurals, sound, group) of a list of nouns."""
    for item in text.split():
        name, _, group = item.rstrip("!").partition(":")
        sg, _, plurals = name.partition("/")
        sound = sg.endswith("-")
        yield sg.rstrip("-"), plurals, sound, group


def _lexicon() -> dict[str, Word]:
    words: dict[str, Word] = {}

    def put(form: str, word: Word) -> None:
        words.setdefault(fold(form), word)

    for outcome, text in _STATES.items():
        for sg, plurals, sound, _ in _nouns(text):
            for form, number in _forms(sg, plurals, sound=sound):
                put(form, Word(STATE, number, outcome, note="ه" if sg == "اصابه" else ""))
    for stem, outcome in (("قتلا", Outcome.KILLED), ("شهدا", Outcome.KILLED), ("شهداو", Outcome.KILLED), ("شهداي", Outcome.KILLED), ("موتا", Outcome.KILLED), ("جرحا", Outcome.INJURED), ("مصابي", Outcome.INJURED), ("مصابو", Outcome.INJURED), ("ضحايا", Outcome.KILLED_OR_INJURED)):
        for suffix in ("هم", "ه", "ها", "نا"):
            if stem + suffix not in ("شهداه", "جرحاه"):
                put(stem + suffix, Word(STATE, 3, outcome, note="kin"))  # "their dead"
    put("قتيلين", Word(STATE, 2, Outcome.KILLED))
    for form, number in (("جثماني", 2), ("جثتا", 2), ("جثتي", 2), ("ضحيتين", 2), ("وفيات", 3), ("وفاتين", 2)):
        put(form, Word(STATE, number, Outcome.KILLED if form.startswith("وفا") or form == "وفيات" else Outcome.BODIES_RECOVERED))
    for form in _FAMILIES:
        put(form, Word(FAMILY, 2 if form.endswith(("ان", "ين")) else 1 if form in ("عايله", "اسره") else 3, who=Who.CIVILIAN))
    for kind, text in ((DEATH, _DEATHS), (INJURY, _INJURIES), (LOSS, _LOSSES), (RECOVERY, _RECOVERIES)):
        outcome = {DEATH: Outcome.KILLED, INJURY: Outcome.INJURED, LOSS: Outcome.MISSING, RECOVERY: Outcome.BODIES_RECOVERED}[kind]
        for form in text.split():
            if not form.endswith("!"):
                put(form.rstrip("*"), Word(kind, int(form.endswith("*")), outcome, note=form.rstrip("*")))
                if form.endswith("وا"):
                    put(form[:-1], Word(kind, 0, outcome, note=form))
    for item in _SAYS.split():
        form, _, manner = item.rstrip("!").partition(":")
        if not item.endswith("!"):
            put(form, Word(SAY, 1, note=manner))
    for kind, text in ((FALL, _FALLS), (MOVES, _MOVES), (TOLL, _TOLLS), (MOSTLY, _MOSTLY), (AMONG, _AMONG), (NOT, _NOTS), (VIA, _VIAS), (THAT, _THATS), (BREAK, _BREAKS)):
        for form in text.split():
            if not form.endswith("!"):
                name = form.rstrip("*")
                put(name, Word(kind, int(form.endswith("*")), note="rise" if name in _RISES else name))
    for form in _PREPOSITIONS.split():
        put(form, Word(PREPOSITION, note=form))
    for item in _EVENTS.split():
        form, _, cause = item.partition(":")
        put(form, Word(EVENT, 1, note=cause))
    for form in _THINGS.split():
        if not form.endswith(("!", "%")):
            put(form, Word(THING))
    for who, text in ((Who.COMBATANT, _COMBATANTS), (Who.CIVILIAN, _CIVILIANS), (Who.UNSPECIFIED, _UNSPECIFIED)):
        for sg, plurals, sound, group in _nouns(text):
            for form, number in _forms(sg, plurals, sound=sound):
                put(form, Word(PERSON, number, who=who, group=group))
    for form in ("روسيا", "سوريا", "ليبيا", "تركيا"):
        words[fold(form)] = Word(PLAIN, note=form)  # lands, and no "a Russian"
    for form in _TRADES.split():
        stem = form[:-1] + "ت" if form.endswith("ه") else form
        for suffix in _SUFFIXES[:3]:
            put(stem + suffix, Word(PERSON, 1, who=Who.CIVILIAN, note="kin"))
    for item in _RELATIVES.split():
        name, _, group = item.partition(":")
        many = name.endswith("*")
        who = Who.CIVILIAN if group in _CIVIL_RELATIVES else Who.UNSPECIFIED
        stem = name.rstrip("*")
        for suffix in _SUFFIXES:
            put(stem + suffix, Word(PERSON, 3 if many else 1, who=who, group=group, note="kin"))
            if many and stem.endswith("ا"):
                put(stem + "و" + suffix, Word(PERSON, 3, who=who, group=group, note="kin"))
                put(stem + "ي" + suffix, Word(PERSON, 3, who=who, group=group, note="kin"))
            if stem in ("اب", "اخ"):
                for joint in "اوي":
                    put(stem + joint + suffix, Word(PERSON, 1, who=who, group=group, note="kin"))  # "his father", whatever its case
            if not many:
                put(stem + "ا" + suffix, Word(PERSON, 2, who=who, group=group, note="kin"))
                put(stem + "ي" + suffix, Word(PERSON, 2, who=who, group=group, note="kin"))
    for item in _RELATIVES.split():
        name, _, group = item.partition(":")
        if name.endswith("ت"):  # "my wife" is spelt as "two wives of"
            words[fold(name + "ي")] = Word(PERSON, 1, who=Who.CIVILIAN if group in _CIVIL_RELATIVES else Who.UNSPECIFIED, group=group, note="kin")
    for stem in ("جنود", "عناصر", "ضباط", "مقاتلي", "مسلحي", "ابطال", "مجاهدي", "مرابطي"):
        for suffix in _SUFFIXES:
            put(stem + suffix, Word(PERSON, 3, who=Who.COMBATANT, note="kin"))
    for form in ("رجالنا", "فرساننا"):
        put(form, Word(PERSON, 3, who=Who.COMBATANT, note="kin"))  # whose men fight
    for stem in ("طواقم", "كوادر", "سكان", "اهالي", "مدنيي", "عمال", "موظفي", "موظفو", "طلاب", "تلاميذ", "معلمي", "معلمو", "ركاب", "مسعفي", "مسعفو", "متطوعي", "متطوعو", "مرضا", "نسا", "نساي"):
        for suffix in _SUFFIXES:
            put(stem + suffix, Word(PERSON, 3, who=Who.CIVILIAN, note="kin"))
    for form, group in (("اب", ""), ("ام", "women"), ("ابوان", ""), ("والدان", ""), ("زوجان", ""), ("زوجين", "")):
        put(form, Word(PERSON, 2 if form.endswith("ن") else 1, who=Who.CIVILIAN if group else Who.UNSPECIFIED, group=group, note="parent"))
    put("اهالي", Word(PERSON, 3, who=Who.CIVILIAN))
    for form in "ثالث ثالثه ثالثا رابع رابعه رابعا خامس خامسه خامسا سادس سادسه سادسا سابع سابعه سابعا ثامن ثامنه ثامنا تاسع تاسعه تاسعا عاشر عاشره عاشرا".split():
        put(form, Word(OTHER, 1, note="ordinal"))
    for form in ("اخر", "اخرين", "اخرون", "اخري", "اخرى", "اخران", "اخريات", "سواهم", "غيرهم"):
        put(form, Word(OTHER, {"اخران": 2, "اخر": 1}.get(form, 3), note=form))
    for form in _PARTIES.split():
        put(form, Word(PARTY))
        put(form.removeprefix("ال"), Word(PARTY))
    for form in _PLAIN.split():
        put(form, Word(PLAIN, note=form))
    return words


_FIXED: Final = frozenset("الف الفا الاف الفان الفين الفي الان الي اليوم الا التي الذي الذين اللذان كان كانت لكن لقد ليس ليست لدي لدينا".split())


def _all() -> dict[str, Word]:
    from harmtrace.language.arabic.numbers import NUMBER_WORDS

    words = _lexicon()
    for form, (value, note) in NUMBER_WORDS.items():
        words[form] = Word(NUMBER if note != "vague" else VAGUE, value, note=note)
    return words


_WORDS: Final[dict[str, Word]] = {}


def lexicon() -> dict[str, Word]:
    """Return every known form with what it is; made when first asked for."""
    if not _WORDS:
        _WORDS.update(_all())
    return _WORDS


@lru_cache(maxsize=100_000)
def read(token: str) -> Reading:
    """Return what a folded word is once its clitics are taken off, the fewest first.

    >>> reading = read("وبحسب"), read("للمدنيين")
    >>> reading[0].conjunction, reading[0].word.kind, reading[1].preposition, reading[1].definite
    (True, 'A', 'ل', True)
    """
    words = lexicon()
    known = words.get(token)
    if known is not None or token in _FIXED or token[:1].isdigit():
        return Reading(known, False, "", False, 0, token)
    for cut, conjunction, preposition, definite in _cuts(token):
        stem = token[cut + (2 if definite and preposition != "لل" else 0) :] if preposition != "لل" else token[cut:]
        if len(stem) < 2 or (word := words.get(stem)) is None:
            continue
        if preposition and word.kind in (NOT, THAT, AMONG) and stem != "ان":
            continue
        if definite and word.kind in (NOT, VIA, THAT, SAY):
            continue
        lead = cut - 1 if preposition == "لل" else cut
        return Reading(word, conjunction, preposition[:1], definite, lead, stem)
    for article, joined, before in _JOINED_ARTICLES:
        if token.startswith(article) and len(token) > len(article) + 2:
            cut = len(article) - (1 if before == "ل" else 2)
            return Reading(None, joined, before, True, cut, token[len(article) :])
    return Reading(None, False, "", False, 0, token)


#: What may stand before an unknown word with the article: (letters, "and", preposition).
_JOINED_ARTICLES: Final = (("ال", False, ""), ("وال", True, ""), ("فال", True, ""), ("بال", False, "ب"), ("وبال", True, "ب"), ("كال", False, "ك"), ("لل", False, "ل"), ("ولل", True, "ل"))


def _cuts(token: str) -> Iterator[tuple[int, bool, str, bool]]:
    """Yield (letters cut, conjunction, preposition, article), the fewest first."""
    if token.startswith("ال"):
        yield 0, False, "", True
    for conjunction in (False, True):
        if conjunction and token[0] not in "وف":
            return
        at = int(conjunction)
        rest = token[at:]
        if conjunction:
            yield 1, True, "", False
            if rest.startswith("ال"):
                yield 1, True, "", True
        if rest[:1] in ("ب", "ل", "ك"):
            yield at + 1, conjunction, rest[0], False
            if rest[1:3] == "ال":
                yield at + 1, conjunction, rest[0], True
            if rest.startswith("لل"):
                yield at + 2, conjunction, "لل", True
