"""English words for places: directions, kinds of place, countries and their people.

Data only. The rules that use it stand in ``harmtrace.language.places``.
"""

from typing import Final

DIRECTIONS: Final[dict[str, int]] = {
    "north": 0,
    "northern": 0,
    "northernmost": 0,
    "northeast": 45,
    "northeastern": 45,
    "east": 90,
    "eastern": 90,
    "easternmost": 90,
    "southeast": 135,
    "southeastern": 135,
    "south": 180,
    "southern": 180,
    "southernmost": 180,
    "southwest": 225,
    "southwestern": 225,
    "west": 270,
    "western": 270,
    "westernmost": 270,
    "northwest": 315,
    "northwestern": 315,
}
"""Bearings in degrees clockwise from north; hyphens and spaces inside a word are dropped before look-up."""

CENTRE: Final = frozenset({"central", "downtown", "inner", "mid", "midtown"})
"""Words that name the middle part of a place."""

OUTSKIRTS: Final = frozenset(
    {"outskirts", "outskirt", "suburbs", "suburb", "edge", "edges", "periphery", "environs", "vicinity", "fringes"}
)
"""Nouns that, with "of X", name the rim of a place and what lies around it."""

COUNTRYSIDE: Final = frozenset({"countryside", "hinterland", "rural", "suburban", "greater"})
"""Words that widen a town to the country around it."""

OLD_CITY: Final = frozenset(
    {
        "old city",
        "old town",
        "old quarter",
        "old quarters",
        "historic centre",
        "historic center",
        "old city centre",
        "old city center",
        "ancient city",
        "walled city",
        "historic old city",
    }
)
"""Names for the oldest part of whatever city the text speaks of."""

PART_NOUNS: Final = frozenset(
    {"part", "parts", "side", "half", "section", "sector", "end", "centre", "center", "heart"}
)
"""Nouns in "the western part of X", "the centre of X"."""

NEIGHBOURHOOD_NOUNS: Final = frozenset(
    {
        "neighbourhood",
        "neighborhood",
        "neighbourhoods",
        "neighborhoods",
        "quarter",
        "suburb",
        "ward",
        "district",
        "area",
    }
)
"""Kinds of place that may be part of a city."""

SETTLEMENT_NOUNS: Final = frozenset({"city", "town", "village", "township", "hamlet", "municipality", "camp", "port"})
"""Kinds of settlement, which may stand beside the name without being part of it."""

DISTRICT_NOUNS: Final = frozenset({"district", "subdistrict", "county", "woreda", "raion", "locality", "canton"})
"""Kinds of second- and third-level division."""

PROVINCE_NOUNS: Final = frozenset(
    {"governorate", "province", "region", "state", "oblast", "department", "muhafazah", "wilayat", "prefecture"}
)
"""Kinds of first-level division."""

UNITS_KM: Final[dict[str, float]] = {
    "km": 1.0,
    "kms": 1.0,
    "kilometre": 1.0,
    "kilometres": 1.0,
    "kilometer": 1.0,
    "kilometers": 1.0,
    "mile": 1.609344,
    "miles": 1.609344,
    "mi": 1.609344,
    "m": 0.001,
    "metre": 0.001,
    "metres": 0.001,
    "meter": 0.001,
    "meters": 0.001,
}
"""Units of distance, in kilometres."""

DISTANCE_WORDS: Final[dict[str, float]] = {
    "half a": 0.5,
    "half": 0.5,
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "a hundred": 100,
}
"""Numbers in words as they stand before a unit of distance."""

_NEVER = """
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday ramadan eid christmas easter mr mrs ms dr prof sir general gen colonel col major
maj captain capt lieutenant lt sergeant sgt brigadier brig admiral commander corporal private president minister
secretary spokesman spokeswoman spokesperson king prince sheikh imam senator governor mayor ambassador chief
director doctor officer official officials army navy police military coalition government ministry defence
defense interior pentagon centcom command united nations un nato eu congress parliament senate council court
committee commission agency union party house cross crescent isis isil islamic state daesh taliban hamas
hezbollah houthi houthis rsf saf boko haram reuters associated press ap afp bbc cnn jazeera airwars amnesty
human rights observatory the a an of and in on at by for from to with he she it they we i you his her their this
that these those there breaking news share comments photo video read more watch related source sources central
federal national international local new old first second third obama trump biden putin assad
"""
NEVER_PLACES: Final = frozenset(_NEVER.split()) | {
    "united nations",
    "islamic state",
    "white house",
    "red cross",
    "red crescent",
    "civil defence",
    "civil defense",
    "white helmets",
    "al jazeera",
    "human rights watch",
    "associated press",
    "boko haram",
    "read more",
}
"""Words that some gazetteer lists as towns and that news uses for something else, lower case."""

_COUNTRIES = """
AFG|Afghanistan|Afghan
ALB|Albania|Albanian
DZA|Algeria|Algerian
AND|Andorra|Andorran
AGO|Angola|Angolan
ATG|Antigua and Barbuda|Antiguan
ARG|Argentina|Argentine;Argentinian
ARM|Armenia|Armenian
AUS|Australia|Australian
AUT|Austria|Austrian
AZE|Azerbaijan|Azerbaijani;Azeri
BHS|Bahamas;The Bahamas|Bahamian
BHR|Bahrain|Bahraini
BGD|Bangladesh|Bangladeshi
BRB|Barbados|Barbadian
BLR|Belarus|Belarusian;Belarussian
BEL|Belgium|Belgian
BLZ|Belize|Belizean
BEN|Benin|Beninese
BTN|Bhutan|Bhutanese
BOL|Bolivia|Bolivian
BIH|Bosnia and Herzegovina;Bosnia;Bosnia-Herzegovina|Bosnian
BWA|Botswana|Botswanan
BRA|Brazil|Brazilian
BRN|Brunei|Bruneian
BGR|Bulgaria|Bulgarian
BFA|Burkina Faso|Burkinabe;Burkinabè
BDI|Burundi|Burundian
KHM|Cambodia|Cambodian
CMR|Cameroon|Cameroonian
CAN|Canada|Canadian
CPV|Cape Verde;Cabo Verde|Cape Verdean
CAF|Central African Republic;C.A.R.|Central African
TCD|Chad|Chadian
CHL|Chile|Chilean
CHN|China;People's Republic of China|Chinese
COL|Colombia|Colombian
COM|Comoros|Comorian
COD|Democratic Republic of the Congo;Democratic Republic of Congo;DR Congo;DRC;D.R.C.;Congo-Kinshasa|Congolese
COG|Republic of the Congo;Republic of Congo;Congo-Brazzaville|
CRI|Costa Rica|Costa Rican
CIV|Ivory Coast;Côte d'Ivoire;Cote d'Ivoire|Ivorian
HRV|Croatia|Croatian
CUB|Cuba|Cuban
CYP|Cyprus|Cypriot
CZE|Czech Republic;Czechia|Czech
DNK|Denmark|Danish
DJI|Djibouti|Djiboutian
DOM|Dominican Republic|Dominican
ECU|Ecuador|Ecuadorian;Ecuadorean
EGY|Egypt|Egyptian
SLV|El Salvador|Salvadoran;Salvadorean
GNQ|Equatorial Guinea|Equatoguinean
ERI|Eritrea|Eritrean
EST|Estonia|Estonian
SWZ|Eswatini;Swaziland|Swazi
ETH|Ethiopia|Ethiopian
FJI|Fiji|Fijian
FIN|Finland|Finnish
FRA|France|French
GAB|Gabon|Gabonese
GMB|Gambia;The Gambia|Gambian
GEO|Georgia|Georgian
DEU|Germany|German
GHA|Ghana|Ghanaian
GRC|Greece|Greek
GTM|Guatemala|Guatemalan
GIN|Guinea|Guinean
GNB|Guinea-Bissau|
GUY|Guyana|Guyanese
HTI|Haiti|Haitian
HND|Honduras|Honduran
HUN|Hungary|Hungarian
ISL|Iceland|Icelandic
IND|India|Indian
IDN|Indonesia|Indonesian
IRN|Iran;Islamic Republic of Iran|Iranian
IRQ|Iraq;Republic of Iraq|Iraqi;Iraqis
IRL|Ireland;Republic of Ireland|Irish
ISR|Israel|Israeli
ITA|Italy|Italian
JAM|Jamaica|Jamaican
JPN|Japan|Japanese
JOR|Jordan;Hashemite Kingdom of Jordan|Jordanian
KAZ|Kazakhstan|Kazakh;Kazakhstani
KEN|Kenya|Kenyan
XKX|Kosovo|Kosovan;Kosovar
KWT|Kuwait|Kuwaiti
KGZ|Kyrgyzstan|Kyrgyz
LAO|Laos|Lao;Laotian
LVA|Latvia|Latvian
LBN|Lebanon|Lebanese
LSO|Lesotho|
LBR|Liberia|Liberian
LBY|Libya|Libyan
LTU|Lithuania|Lithuanian
LUX|Luxembourg|
MDG|Madagascar|Malagasy
MWI|Malawi|Malawian
MYS|Malaysia|Malaysian
MDV|Maldives|Maldivian
MLI|Mali;Republic of Mali|Malian
MLT|Malta|Maltese
MRT|Mauritania|Mauritanian
MUS|Mauritius|Mauritian
MEX|Mexico|Mexican
MDA|Moldova|Moldovan
MNG|Mongolia|Mongolian
MNE|Montenegro|Montenegrin
MAR|Morocco|Moroccan
MOZ|Mozambique|Mozambican
MMR|Myanmar;Burma|Burmese
NAM|Namibia|Namibian
NPL|Nepal|Nepali;Nepalese
NLD|Netherlands;The Netherlands;Holland|Dutch
NZL|New Zealand|
NIC|Nicaragua|Nicaraguan
NER|Niger;Republic of Niger|Nigerien
NGA|Nigeria|Nigerian
PRK|North Korea|North Korean
MKD|North Macedonia;Macedonia|Macedonian
NOR|Norway|Norwegian
OMN|Oman|Omani
PAK|Pakistan|Pakistani
PSE|Palestine;State of Palestine;Palestinian Territories;Occupied Palestinian Territory;\
Gaza;Gaza Strip;West Bank;occupied West Bank|Palestinian;Gazan
PAN|Panama|Panamanian
PNG|Papua New Guinea|
PRY|Paraguay|Paraguayan
PER|Peru|Peruvian
PHL|Philippines;The Philippines|Filipino;Philippine
POL|Poland|Polish
PRT|Portugal|Portuguese
QAT|Qatar|Qatari
ROU|Romania|Romanian
RUS|Russia;Russian Federation|Russian
RWA|Rwanda|Rwandan
SAU|Saudi Arabia;Kingdom of Saudi Arabia;KSA|Saudi;Saudi Arabian
SEN|Senegal|Senegalese
SRB|Serbia|Serbian;Serb
SLE|Sierra Leone|Sierra Leonean
SGP|Singapore|Singaporean
SVK|Slovakia|Slovak
SVN|Slovenia|Slovenian;Slovene
SOM|Somalia|Somali
ZAF|South Africa|South African
KOR|South Korea|South Korean
SSD|South Sudan|South Sudanese
ESP|Spain|Spanish
LKA|Sri Lanka|Sri Lankan
SDN|Sudan;Republic of Sudan;Republic of the Sudan|Sudanese
SUR|Suriname|Surinamese
SWE|Sweden|Swedish
CHE|Switzerland|Swiss
SYR|Syria;Syrian Arab Republic|Syrian
TWN|Taiwan|Taiwanese
TJK|Tajikistan|Tajik
TZA|Tanzania|Tanzanian
THA|Thailand|Thai
TLS|East Timor;Timor-Leste|Timorese
TGO|Togo|Togolese
TTO|Trinidad and Tobago|Trinidadian
TUN|Tunisia|Tunisian
TUR|Turkey;Türkiye;Turkiye|Turkish
TKM|Turkmenistan|Turkmen
UGA|Uganda|Ugandan
UKR|Ukraine|Ukrainian
ARE|United Arab Emirates;UAE;U.A.E.|Emirati
GBR|United Kingdom;UK;U.K.;Great Britain;Britain;England;Scotland;Wales;Northern Ireland|\
British;English;Scottish;Welsh
USA|United States;United States of America;US;U.S.;USA;U.S.A.|American
URY|Uruguay|Uruguayan
UZB|Uzbekistan|Uzbek
VEN|Venezuela|Venezuelan
VNM|Vietnam;Viet Nam|Vietnamese
ESH|Western Sahara|Sahrawi
YEM|Yemen;Republic of Yemen|Yemeni
ZMB|Zambia|Zambian
ZWE|Zimbabwe|Zimbabwean
"""


def _table(column: int) -> dict[str, str]:
    lines = (line.split("|") for line in _COUNTRIES.replace("\\\n", "").strip().splitlines())
    return {name: fields[0] for fields in lines for name in fields[column].split(";") if name}


COUNTRY_NAMES: Final = _table(1)
"""Country names and common short forms to ISO 3166-1 alpha-3 (``XKX`` for Kosovo)."""

DEMONYMS: Final = _table(2)
"""Adjectives and names of people to ISO 3166-1 alpha-3."""

TERRITORIES: Final = frozenset(
    {"gaza", "gaza strip", "west bank", "occupied west bank", "england", "scotland", "wales", "northern ireland"}
)
"""Names that stand for a country code but are a part of the country, lower case."""

ABBREVIATIONS: Final = frozenset(
    {"US", "U.S.", "USA", "U.S.A.", "UK", "U.K.", "UAE", "U.A.E.", "DRC", "D.R.C.", "KSA", "C.A.R."}
)
"""Country names that in news text mostly stand for the government, not the ground."""
