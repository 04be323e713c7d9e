"""First-level divisions of countries with armed conflict, by name.

Names only, from general knowledge: no outline and no point, so a province found here
gives country and tier, never coordinates. A row of the user's gazetteer always comes first.
"""

from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from harmtrace.language.bones import bones
from harmtrace.language.places import arabic
from harmtrace.language.places.folding import fold, fold_all
from harmtrace.records.measure import Place, Tier

_DIVISIONS: Final[dict[str, str]] = {
    "AFG": "Badakhshan;Badghis;Baghlan;Balkh;Bamyan/Bamiyan;Daykundi;Farah;Faryab;Ghazni;Ghor;Helmand;Herat;"
    "Jowzjan;Kabul;Kandahar;Kapisa;Khost;Kunar;Kunduz;Laghman;Logar;Nangarhar;Nimroz;Nuristan;Paktia;"
    "Paktika;Panjshir;Parwan;Samangan;Sar-e Pol;Takhar;Uruzgan/Oruzgan;Wardak/Maidan Wardak;Zabul",
    "IRQ": "Anbar/Al-Anbar/الأنبار;Babil/بابل;Baghdad/بغداد;Basra/البصرة;Dhi Qar/ذي قار;Diyala/ديالى;"
    "Dohuk/Duhok/دهوك;Erbil/أربيل;Karbala/كربلاء;Kirkuk/كركوك;Maysan/ميسان;Muthanna/المثنى;Najaf/النجف;"
    "Nineveh/Ninewa/Ninawa/نينوى;Qadisiyah/القادسية;Salahuddin/Salah al-Din/Salahaddin/صلاح الدين;"
    "Sulaymaniyah/Sulaimaniya/السليمانية;Wasit/واسط",
    "SYR": "Aleppo/حلب;Damascus/دمشق;Rif Dimashq/Rural Damascus/ريف دمشق;Daraa/Deraa/درعا;Deir ez-Zor/دير الزور;"
    "Hama/حماة;Hasakah/Hasaka/الحسكة;Homs/حمص;Idlib/إدلب;Latakia/اللاذقية;Quneitra/القنيطرة;Raqqa/الرقة;"
    "Suwayda/Sweida/السويداء;Tartus/Tartous/طرطوس",
    "YEM": "Abyan/أبين;Aden/عدن;Amran/عمران;Al Bayda/Bayda/البيضاء;Dhale/Al Dhale/الضالع;Dhamar/ذمار;"
    "Hadramawt/Hadramaut/حضرموت;Hajjah/Hajja/حجة;Hodeidah/Hudaydah/الحديدة;Ibb/إب;Al Jawf/Jawf/الجوف;"
    "Lahj/Lahij/لحج;Mahrah/المهرة;Mahwit/المحويت;Marib/مأرب;Raymah/ريمة;Saada/Sa'dah/صعدة;Sanaa/صنعاء;"
    "Shabwa/Shabwah/شبوة;Socotra/سقطرى;Taiz/تعز",
    "SDN": "Blue Nile/النيل الأزرق;Central Darfur/وسط دارفور;East Darfur/شرق دارفور;North Darfur/شمال دارفور;"
    "South Darfur/جنوب دارفور;West Darfur/غرب دارفور;Darfur/دارفور;Gedaref/Al Qadarif/القضارف;"
    "Gezira/Al Jazirah/الجزيرة;Kassala/كسلا;Khartoum/الخرطوم;North Kordofan/شمال كردفان;"
    "South Kordofan/جنوب كردفان;West Kordofan/غرب كردفان;Kordofan/كردفان;Northern State/الشمالية;"
    "Red Sea State/البحر الأحمر;River Nile/نهر النيل;Sennar/Sinnar/سنار;White Nile/النيل الأبيض",
    "SSD": "Central Equatoria;Eastern Equatoria;Western Equatoria;Equatoria;Jonglei;Lakes State;"
    "Northern Bahr el Ghazal;Western Bahr el Ghazal;Bahr el Ghazal;Unity State;Upper Nile;Warrap;Pibor;"
    "Ruweng",
    "LBY": "Cyrenaica/برقة;Tripolitania;Fezzan/فزان;Jabal al Gharbi/الجبل الغربي;Murqub;Jufra/الجفرة;Wadi al Shatii",
    "PSE": "North Gaza/شمال غزة;Hebron/الخليل;Jenin/جنين;Nablus/نابلس;Tulkarm/طولكرم;Tubas/طوباس;Qalqilya/قلقيلية",
    "LBN": "Beqaa/Bekaa/البقاع;Baalbek-Hermel/بعلبك الهرمل;Nabatieh/النبطية;South Lebanon/جنوب لبنان;"
    "Mount Lebanon;Akkar/عكار",
    "UKR": "Cherkasy;Chernihiv;Chernivtsi;Crimea;Dnipropetrovsk;Donetsk;Donbas/Donbass;Ivano-Frankivsk;"
    "Kharkiv/Kharkov;Kherson;Khmelnytskyi;Kirovohrad;Kyiv/Kiev;Luhansk/Lugansk;Lviv;Mykolaiv;"
    "Odesa/Odessa;Poltava;Rivne;Sumy;Ternopil;Vinnytsia;Volyn;Zakarpattia;"
    "Zaporizhzhia/Zaporizhia/Zaporozhye;Zhytomyr",
    "RUS": "Belgorod;Bryansk;Kursk;Rostov;Voronezh;Chechnya;Dagestan;Ingushetia",
    "AZE": "Nagorno-Karabakh/Karabakh/Artsakh",
    "MMR": "Ayeyarwady/Irrawaddy;Bago;Chin;Kachin;Kayah/Karenni;Kayin/Karen;Magway/Magwe;Mandalay;Mon;"
    "Rakhine/Arakan;Sagaing;Shan;Tanintharyi;Yangon",
    "ETH": "Afar;Amhara;Benishangul-Gumuz;Gambela;Oromia;Sidama;Tigray;Welega/Wollega",
    "ERI": "Gash-Barka;Anseba",
    "SOM": "Awdal;Bakool/Bakol;Bari;Bay;Banadir/Benadir;Galgaduud/Galgadud;Gedo;Hiran/Hiraan;"
    "Lower Juba/Jubbada Hoose;Middle Juba;Jubaland;Lower Shabelle/Lower Shabele;Middle Shabelle;Mudug;"
    "Nugal/Nugaal;Sanaag;Sool;Togdheer;Puntland;Somaliland",
    "MLI": "Gao;Kayes;Kidal;Koulikoro;Mopti;Ségou;Sikasso;Taoudénit;Tombouctou/Timbuktu;Ménaka;Bandiagara",
    "BFA": "Boucle du Mouhoun;Cascades;Centre-Nord;Centre-Est;Centre-Ouest;Centre-Sud;Est Region;Hauts-Bassins;"
    "Plateau-Central;Sahel Region;Soum;Gourma;Seno",
    "NER": "Agadez;Diffa;Dosso;Maradi;Tahoua;Tillabéri/Tillaberi;Zinder",
    "NGA": "Abia;Adamawa;Akwa Ibom;Anambra;Bauchi;Bayelsa;Benue;Borno;Cross River;Delta State;Ebonyi;Edo;Ekiti;"
    "Enugu;Gombe;Imo;Jigawa;Kaduna;Kano;Katsina;Kebbi;Kogi;Kwara;Lagos;Nasarawa;Niger State;Ogun;Ondo;"
    "Osun;Oyo;Plateau State;Rivers State;Sokoto;Taraba;Yobe;Zamfara",
    "CMR": "Adamawa Region;Far North Region;Southwest Region;Northwest Region",
    "TCD": "Lac;Ouaddaï;Wadi Fira;Tibesti;Borkou;Ennedi",
    "CAF": "Haute-Kotto;Ouaka;Ouham;Ouham-Pendé;Vakaga;Basse-Kotto;Mbomou;Haut-Mbomou;Nana-Grébizi",
    "COD": "Bas-Uele;Haut-Uele;Ituri;Kasai;Kasai-Central;Kasai-Oriental;Kinshasa;Kwilu;Lomami;Maniema;"
    "Mai-Ndombe;Katanga;Nord-Kivu/North Kivu;Sud-Kivu/South Kivu;Tanganyika;Tshopo;Kivu",
    "MOZ": "Cabo Delgado;Niassa;Nampula;Sofala;Tete;Zambezia",
    "COL": "Antioquia;Arauca;Bolívar;Caquetá;Casanare;Catatumbo;Cauca;Cesar;Chocó;Córdoba;Guaviare;Huila;"
    "La Guajira;Meta;Nariño;Norte de Santander;Putumayo;Tolima;Valle del Cauca;Vichada",
    "PAK": "Balochistan/Baluchistan;Khyber Pakhtunkhwa;Punjab;Sindh;North Waziristan;South Waziristan;"
    "Waziristan;Bajaur;Kurram;Azad Kashmir",
    "IND": "Jammu and Kashmir;Manipur;Chhattisgarh;Assam;Nagaland",
    "PHL": "Maguindanao;Sulu;Basilan;Lanao del Sur;Mindanao",
    "HTI": "Artibonite;Ouest Department",
    "TUR": "Hakkari;Sirnak/Şırnak;Diyarbakir/Diyarbakır;Mardin;Hatay",
}


def _table() -> dict[str, tuple[tuple[str, str], ...]]:
    names = [
        (spelling, (code, spellings.split("/")[0]))
        for code, divisions in _DIVISIONS.items()
        for spellings in divisions.split(";")
        for spelling in spellings.split("/")
    ]
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for key, (_, division) in zip(fold_all([name for name, _ in names]), names, strict=True):
        table[key] = (*table.get(key, ()), division)
    return table


_BY_KEY: Final = _table()
_WORDS_TOO: Final = frozenset(
    "Bay Bari Sool Chin Mon Meta Farah Plateau Delta Sahel Ouest Lac Imo Edo Karen Cascades".split()
)
PROVINCE_NAMES: Final = tuple(
    name
    for divisions in _DIVISIONS.values()
    for spellings in divisions.split(";")
    for name in spellings.split("/")
    if name not in _WORDS_TOO and (name.isascii() or not name.startswith("الجزير"))
)
"""Every spelling that is no common word as well, for finding them in running text."""


def province(key: str, countries: AbstractSet[str]) -> Place | None:
    """Return the first-level division of that folding key, None where none is listed.

    ``countries``: where two countries have one of that name, those that the document speaks of decide.
    """
    found = _BY_KEY.get(key)
    if found is None:
        return None
    code, name = next((one for one in found if one[0] in countries), found[0])
    return Place(name=name, tier=Tier.PROVINCE, country=code, admin1=name, gazetteer="provinces")


def bears_name(name: str, country: str) -> bool:
    """Tell whether a name, without sides and words for surroundings, is that of a first-level division of the country.

    Most capitals of provinces bear the province's name, so "in the west of X" may be far from the city.

    >>> bears_name("ريف إدلب الغربي", "SYR"), bears_name("north-western Aleppo", "SYR"), bears_name("Mosul", "IRQ")
    (True, True, False)
    """
    words = [word for word in fold(name.replace("#", " ")).split() if word not in _SIDES]
    key = " ".join(words)
    if any(code == country for code, _ in _BY_KEY.get(key, ())):
        return True
    own = bones(key)
    return len(own) >= _TELLING and own in _bones().get(country, ())


_TELLING = 4
"""Consonants that a name must have to be known again in another spelling by them."""

_SIDES: Final = frozenset(
    word
    for words in (
        *arabic.DIRECTIONS,
        *arabic.COUNTRYSIDE,
        *arabic.PROVINCE_NOUNS,
        *("north south east west northern southern eastern western the of in countryside province governorate").split(),
        *("northeast northwest southeast southwest northeastern northwestern southeastern southwestern").split(),
    )
    for word in (*words.split(), *fold(words).split())
)


@cache
def _bones() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, divisions in _BY_KEY.items():
        for code, _ in divisions:
            found.setdefault(code, set()).add(bones(key))
    return {code: frozenset(keys) for code, keys in found.items()}
