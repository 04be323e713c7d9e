"""Arabic words for places: directions, kinds of place, countries.

Data only; every word stands as ``fold`` leaves it (no article, alef and ta marbuta folded).
"""

from typing import Final

DIRECTIONS: Final[dict[str, int]] = {
    "شمال": 0, "شمالي": 0, "شماليه": 0,
    "شرق": 90, "شرقي": 90, "شرقيه": 90,
    "جنوب": 180, "جنوبي": 180, "جنوبيه": 180,
    "غرب": 270, "غربي": 270, "غربيه": 270,
    "شمال شرق": 45, "شمال شرقي": 45, "شمالي شرقي": 45, "جنوب شرق": 135, "جنوب شرقي": 135, "جنوبي شرقي": 135,
    "جنوب غرب": 225, "جنوب غربي": 225, "جنوبي غربي": 225, "شمال غرب": 315, "شمال غربي": 315, "شمالي غربي": 315,
}  # fmt: skip

CENTRE: Final = frozenset({"وسط", "مركز", "قلب"})
OUTSKIRTS: Final = frozenset({"ضواحي", "ضاحيه", "اطراف", "محيط", "مشارف", "تخوم"})
COUNTRYSIDE: Final = frozenset({"ريف", "ريفي", "ارياف"})
OLD_CITY: Final = frozenset({"مدينه قديمه", "بلده قديمه", "احياء قديمه"})
NEIGHBOURHOOD_NOUNS: Final = frozenset({"حي", "حاره", "ضاحيه"})
SETTLEMENT_NOUNS: Final = frozenset({"مدينه", "بلده", "قريه", "مخيم", "ميناء"})
DISTRICT_NOUNS: Final = frozenset({"قضاء", "ناحيه", "منطقه", "مديريه", "محليه"})
SITE_NOUNS: Final = frozenset(
    "سوق مدرسه جامع مسجد مشفي مستشفي فرن مخبز كنيسه ملعب محطه سجن جسر معبر مطار حاجز بازار ساحه روضه عياده مركز".split()
)
PROVINCE_NOUNS: Final = frozenset({"محافظه", "ولايه", "اقليم"})

UNITS_KM: Final[dict[str, float]] = {
    "كم": 1.0, "كلم": 1.0, "كيلومتر": 1.0, "كيلومترا": 1.0, "كيلومترات": 1.0, "كيلو متر": 1.0,
    "متر": 0.001, "مترا": 0.001, "امتار": 0.001, "كيلومترين": 2.0,
}  # fmt: skip

HEMISPHERES: Final[dict[str, str]] = {"شمال": "N", "جنوب": "S", "شرق": "E", "غرب": "W"}

_COUNTRIES = """
AFG|أفغانستان
DZA|الجزائر
ARM|أرمينيا
AZE|أذربيجان
BHR|البحرين
BGD|بنغلاديش;بنغلادش
BFA|بوركينا فاسو
CMR|الكاميرون
CAF|أفريقيا الوسطى;جمهورية أفريقيا الوسطى
TCD|تشاد
CHN|الصين
COL|كولومبيا
COD|الكونغو الديمقراطية;جمهورية الكونغو الديمقراطية
DJI|جيبوتي
EGY|مصر
ERI|إريتريا
ETH|إثيوبيا
FRA|فرنسا
DEU|ألمانيا
GRC|اليونان
IND|الهند
IDN|إندونيسيا
IRN|إيران
IRQ|العراق
ISR|إسرائيل
ITA|إيطاليا
JOR|الأردن
KEN|كينيا
KWT|الكويت
LBN|لبنان
LBY|ليبيا
MLI|جمهورية مالي
MRT|موريتانيا
MAR|المغرب
MMR|ميانمار;بورما
NER|النيجر
NGA|نيجيريا
OMN|سلطنة عمان
PAK|باكستان
PSE|فلسطين;قطاع غزة;الضفة الغربية;الأراضي الفلسطينية
QAT|قطر
RUS|روسيا
SAU|السعودية;المملكة العربية السعودية
SOM|الصومال
SSD|جنوب السودان
SDN|السودان
SYR|سوريا;سورية
TUN|تونس
TUR|تركيا
UKR|أوكرانيا
ARE|الإمارات;الإمارات العربية المتحدة
GBR|بريطانيا;المملكة المتحدة
USA|الولايات المتحدة;أمريكا;أميركا
UZB|أوزبكستان
YEM|اليمن
"""


def _table() -> dict[str, str]:
    lines = (line.split("|") for line in _COUNTRIES.strip().splitlines())
    return {name: code for code, names in lines for name in names.split(";")}


COUNTRY_NAMES: Final = _table()
"""Arabic country names to ISO 3166-1 alpha-3."""
