"""English words of the field and what each may mean to the grammar.

A token's class is one character; a sentence becomes a string of them, and the
rules of ``rules.py`` are patterns over that string. The classes:

    n people counted        m number alone        b bodies counted     f families counted
    v one person named by a singular noun         p people, not counted
    x a number of something else                  z nobody, no civilian
    k killed (past or participle)  K killing      i injured            I injuring
    d died                         D dead         W wounded people, "the injured"
    e deaths                       t toll         c casualties         j injuries
    l lives                        g missing      u under rubble       r recovered
    a be/have/do                   s says         S according to       o of
    q among them, including        & and, or      , ; : " ( )          R rose, stands
    2 to   F from   @ at           w who, which   L lost               X left, leaving
    T a date      N not, never     B buried       V another finite verb - other
"""

from harmtrace.language.english.people import MORE_CIVILIANS, MORE_COMBATANTS, MORE_PEOPLE, PEOPLES

KILL_PAST = (
    "killed slain massacred murdered slaughtered butchered executed assassinated beheaded decapitated lynched "
    "martyred liquidated annihilated hanged lynched garrotted garroted crucified immolated bayoneted axed poisoned smothered throttled vaporised vaporized electrocuted strangled eliminated neutralised neutralized gunned incinerated exterminated"
).split()
KILL_NOW = "kill kills behead beheads lynch lynches assassinate assassinates slay slays massacre massacres murder murders execute executes claims".split()
KILL_ING = "killing slaying massacring murdering slaughtering executing beheading lynching assassinating decapitating strangling electrocuting liquidating eliminating neutralising neutralizing".split()
INJURE_PAST = (
    "wounded injured hurt maimed harmed burned burnt bruised concussed hospitalised hospitalized crippled mutilated "
    "grazed lacerated scratched scalded scorched singed blinded disfigured deafened paralysed paralyzed battered bloodied scarred gashed nicked winged stabbed knifed speared gored "
    "shell-shocked traumatised traumatized fractured"
).split()
INJURE_NOW = "wounds injures maims harms wound injure maim harm".split()
INJURE_ING = "wounding injuring blinding scalding deafening disfiguring maiming hurting harming".split()
DIED = "died die dies perished perish perishes succumbed succumbs drowned drown suffocated starved dying bled".split()
DEAD = "dead fatal killed-in-action lifeless deceased".split()
DEATHS = "deaths death fatalities fatality killings martyrdom".split()
KILL_NOUNS = "killing murder massacre execution slaughter assassination shooting loss".split()
TOLL = "toll range tally total count number figure figures".split()
CASUALTIES = "casualties casualty victims victim".split()
INJURIES = "injuries injury wounds".split()
MISSING = "missing unaccounted disappeared vanished untraced".split()
RUBBLE = "rubble debris concrete ruins wreckage beneath stairwell slab slabs masonry bricks".split()
RECOVERED = (
    "recovered pulled retrieved exhumed unearthed extracted dug collected discovered counted found removed counts "
    "recover pull retrieve receive received carried brought lay lie picked dragged recovering pulling counting lifted hauled"
).split()

BODY_NOUNS = "body bodies corpse corpses remains coffin coffins cadaver cadavers".split()
FAMILY_NOUNS = "family families household households".split()

# people whom the words make civilians
CIVILIANS = (
    "civilian civilians villager villagers farmer farmers resident residents townspeople child children kid kids boy boys girl "
    "girls baby babies infant infants toddler toddlers newborn newborns minor minors teenager teenagers teen teens "
    "schoolchild schoolchildren schoolgirl schoolgirls schoolboy schoolboys schoolkids pupil pupils student students "
    "teacher teachers headteacher headmaster principal woman women lady ladies mother mothers grandmother grandmothers grandma wife "
    "wives widow widows daughter daughters sister sisters aunt aunts niece nieces granddaughter granddaughters bride "
    "midwife midwives nurse nurses doctor doctors medic medics paramedic paramedics surgeon surgeons physician "
    "physicians journalist journalists reporter reporters cameraman cameramen photographer photographers editor "
    "worker workers employee employees labourer labourers laborer laborers builder builders shopkeeper shopkeepers "
    "shopper shoppers customer customers trader traders merchant merchants vendor vendors seller sellers stallholder "
    "stallholders peddler peddlers pedlar pedlars shepherd shepherds herder herders herdsman herdsmen fisherman fishermen beekeeper beekeepers "
    "driver drivers passenger passengers commuter commuters pedestrian pedestrians bystander bystanders passers-by passer-by passersby daughter-in-law sister-in-law mother-in-law daughters-in-law motorist "
    "motorists motorcyclist cyclist cyclists traveller travellers traveler travelers worshipper worshippers "
    "worshiper worshipers parishioner parishioners pilgrim pilgrims priest priests imam imams preacher nun nuns monk monks deacon "
    "deacons pastor pastors cleric clerics mourner mourners guest guests wedding-goer partygoer partygoers picnickers "
    "refugee refugees idp idps migrant migrants evacuee evacuees displaced inhabitant inhabitants neighbour neighbours neighbor neighbors "
    "noncombatant noncombatants non-combatant non-combatants volunteer volunteers aid-worker rescuer rescuers "
    "firefighter firefighters lawyer lawyers judge judges engineer engineers baker bakers butcher butchers tailor "
    "tailors barber barbers carpenter carpenters mechanic mechanics miner miners welder welders electrician "
    "electricians tourist tourists holidaymaker farmhand farmhands grazier herdswoman housewife housewives elder elders poet "
    "musician singer athlete footballer footballers player players janitor caretaker gardener gardeners cook cooks waiter waiters cleaner cleaners clerk "
    "clerks accountant pharmacist pharmacists dentist vet activist activists protester protesters protestor protestors "
    "demonstrator demonstrators marcher marchers voter voters candidate politician councillor mayor mp beggar beggars "
    "orphan orphans toddler grandchild grandchildren usher ushers conductor pensioner pensioners staff boatman boatmen smallholder smallholders "
    "lumberjack loggers logger fruit-seller taxi-driver lodger lodgers crew bus-driver novices seamstress weaver weavers potter potters "
    "seamstresses plumber plumbers painter painters mason masons bricklayer bricklayers roofer roofers blacksmith blacksmiths cobbler cobblers "
    "shoemaker shoemakers watchmaker jeweller jewellers jeweler goldsmith goldsmiths hairdresser hairdressers watchman watchmen nightwatchman "
    "doorman doormen porter porters postman postmen postmaster postmistress courier couriers carrier carriers hawker hawkers grocer grocers "
    "butler maid maids nanny nannies babysitter governess tutor tutors lecturer lecturers professor professors headmistress schoolmaster "
    "schoolmistress schoolteacher schoolteachers librarian librarians archivist scientist scientists researcher researchers programmer architect architects surveyor "
    "surveyors technician technicians linesman linesmen repairman repairmen fireman firemen ambulanceman orderly orderlies anaesthetist anesthetist "
    "gynaecologist paediatrician pediatrician optician veterinarian sacristan sacristans mullah mullahs sheikh sheikhs rabbi rabbis bishop bishops muezzin "
    "muezzins coach coaches referee trainer trainers swimmer swimmers runner runners goalkeeper actor actors actress dancer dancers comedian writer writers novelist "
    "author filmmaker filmmakers broadcaster broadcasters presenter interpreter interpreters translator translators lorry-driver trucker truckers "
    "cart-driver rickshaw-driver ferryman ferrymen sailor sailors deckhand deckhands seafarer seafarers rower rowers woodcutter woodcutters charcoal-burner "
    "goatherd goatherds cowherd cowherds cattleman cattlemen ploughman reaper reapers harvester harvesters picker pickers gleaner gleaners planter planters "
    "innkeeper innkeepers barman barmen barmaid waitress waitresses receptionist receptionists cashier cashiers secretary secretaries bookkeeper "
    "shop-owner landlord landlady widower widowers fiancée fiancé classmate classmates playmate playmates godmother stepmother stepdaughter "
    "busker sweeper sweepers scavenger scavengers digger diggers gravedigger gravediggers undertaker undertakers sexton"
).split()
# people whose status the words leave open
PEOPLE = (
    "people person persons individuals individual man men youth youths youngster youngsters relative relatives others other "
    "brother brothers father fathers son sons uncle uncles nephew nephews cousin cousins husband husbands grandfather "
    "daughter-in-law sister-in-law mother-in-law grandfathers grandson grandsons brother-in-law brothers-in-law son-in-law father-in-law in-laws twins twin sibling siblings parent parents couple "
    "martyr martyrs patient patients inmate inmates detainee detainees prisoner prisoners captive captives hostage "
    "hostages member members survivors survivor ppl souls soul adult adults elderly nationals national foreigner foreigners citizen "
    "citizens local locals policeman policemen policewoman police officer officers cop cops guard guards official "
    "officials colleague colleagues friend friends passers-by passer-by passersby tribesman tribesmen grandparents grandparent "
    "personnel suspect suspects driver-by kin compatriots occupants occupant burned-out"
).split()
COMBATANTS = (
    "militant militants fighter fighters combatant combatants soldier soldiers insurgent insurgents rebel rebels "
    "terrorist terrorists troop troops jihadist jihadists jihadi jihadis gunman gunmen serviceman servicemen servicewoman trooper "
    "troopers paramilitary paramilitaries militiaman militiamen guerrilla guerrillas extremist extremists marine "
    "marines commando commandos attacker attackers assailant assailants bomber bombers conscript conscripts recruit recruits "
    "separatist separatists infantryman infantrymen peacekeeper peacekeepers airman airmen sniper snipers warlord commander "
    "commanders operative operatives legionnaires mercenary mercenaries airmen militia peshmerga raider raiders bandit bandits reservist reservists"
).split()
CHILD_WORDS = frozenset(
    "child children kid kids boy boys girl girls baby babies infant infants toddler toddlers newborn newborns minor minors "
    "schoolchild schoolchildren schoolgirl schoolgirls schoolboy schoolboys teenager teenagers teen teens pupil pupils "
    "daughter daughters son sons grandchild grandchildren orphan orphans".split()
)
YOUNG_ONLY = frozenset("pupil pupils daughter daughters son sons teenager teenagers teen teens".split())
WOMAN_WORDS = frozenset(
    "woman women lady ladies mother mothers grandmother grandmothers wife wives widow widows sister sisters aunt aunts girl_ bride".split()
)
MAN_WORDS = frozenset("man men husband husbands brother brothers father fathers uncle uncles grandfather grandfathers".split())

# status words before or after a noun
CIVILIAN_ADJECTIVES = frozenset("civilian displaced innocent unarmed fulani noncombatant non-combatant uninvolved".split())
#: Before "leader", "chief" and the like: those of people, not of fighters.
CIVIC_ADJECTIVES = frozenset("social community religious tribal indigenous village peasant union parish church student youth labour labor trade neighbourhood neighborhood town clan civic opposition spiritual protest party political".split())
CIVIC_HEADS = frozenset("leader leaders chief chiefs head heads representative representatives".split())
#: What makes of a brigade, a force or a unit one that bears no arms: "fire brigade", "rescue unit", "civil defence force".
UNARMED = frozenset("fire rescue ambulance medical salvation civil relief lifeboat first-aid nursing firefighting maintenance demining de-mining mountain-rescue paramedic bucket labour labor sales".split())
COMBATANT_ADJECTIVES = frozenset(
    "armed taliban talib talibs taleban mujahideen mujahidin boko haram seleka anti-balaka al-shabaab shabaab m23 janjaweed houthi houthis isis isil daesh militia insurgent rebel militant army paramilitary government-allied hamas hezbollah jihadist".split()
)
EX = frozenset("former ex ex-combatants ex-combatant ex-fighters ex-soldiers demobilised".split())

# nouns that are counted without being people harmed
THINGS = (
    "year years month months week weeks day days hour hours minute minutes second seconds night nights morning mornings century decade decades "
    "km kilometre kilometres kilometer kilometers metre metres meter meters mile miles yard yards feet foot inch inches hectare hectares acre acres "
    "kilo kilos kilogram kilograms kg tonne tonnes ton tons pound pounds gram grams litre litres liter liters gallon barrels barrel "
    "dollar dollars euro euros cent cents rial rials riyal riyals franc francs hryvnia hryvnias dinar dinars lira rupees rubles roubles pesos shilling shillings naira birr usd eur sek "
    "percent % point points degrees degree celsius "
    "strike strikes airstrike airstrikes raid raids attack attacks sortie sorties mission missions engagement engagements bomb bombs missile missiles rocket rockets shell shells "
    "mortar mortars round rounds grenade grenades mine mines drone drones jet jets plane planes aircraft helicopter helicopters tank tanks vehicle vehicles truck trucks car cars bus buses van vans boat boats ship ships "
    "motorcycle motorcycles motorbike ambulance ambulances convoy convoys tractor rifle rifles gun guns weapon weapons device devices explosion explosions blast blasts "
    "house houses home homes building buildings flat flats apartment apartments room rooms shop shops store stores stall stalls market markets school schools classroom classrooms hospital hospitals clinic clinics mosque mosques church churches "
    "bed beds tent tents camp camps village villages town towns city cities district districts neighbourhood neighbourhoods neighborhood neighborhoods township townships settlement settlements street streets road roads route routes bridge bridges floor floors storey storeys position positions "
    "incident incidents report reports allegation allegations case cases statement statements photo photos photograph photographs video videos feed feeds page pages comment comments share shares like likes view views article articles paragraph "
    "vote votes seat seats ticket tickets warrant warrants plant plants restaurant restaurants grant grants variant variants dog dogs goal goals match matches generator generators blanket blankets tarpaulin tarpaulins sachet sachets parcels parcel bag bags sack sacks box boxes cup cups unit units unit calls call step steps pages piece pieces "
    "seabird seabirds whale whales fish fishes elephant elephants turtle turtles dolphin dolphins seal seals bee bees pig pigs mule mules ox oxen buffalo buffaloes lamb lambs ewe ewes cat cats rat rats poultry hen shark sharks snake snakes wildfowl trout salmon tree trees cow cows goat goats sheep camel camels cattle livestock animals animal donkey donkeys horse horses dog dogs bird birds chickens chicken hens beehives "
    "battalion battalions brigade brigades division divisions country countries nation nations state states government governments party parties company companies group groups organisation organisations organization organizations agency agencies "
    "times time part parts front fronts stage stages phase list lists source sources witness witnesses interview interviews job jobs project projects plan plans question questions word words language languages ideas idea trucks lorry lorries "
    "bullet bullets hole holes crater craters tree trees field fields well wells pipeline pylon warehouse warehouses depot depots checkpoint checkpoints tunnel tunnels fighter-jet convoys towers tower wall walls door doors window windows charges counts "
    "leg legs arm limb limbs eye eyes finger fingers "
    "block blocks avenue refinery stills tanker tankers trenches trench bunkers bunker locations location sites site areas area tonne township parish partners office offices account accounts hashtags hashtag reasons items pairs shoes graves grave burials burial funerals funeral beds "
    "container containers trailer trailers computer computers server servers paper papers letter letters order orders power powers centre centres corner corners border borders river rivers petition petitions "
    "posts error errors mirror mirrors sensor sensors motor motors sector sectors factor factors number numbers proposal proposals deal deals transformers routers boilers freezers burners crater mattresses hut huts shack shacks barn barns granary granaries homestead homesteads song songs haystack haystacks"
).split()
UNITS_AFTER = frozenset("% percent per-cent km kg mm cm m a.m. p.m. am pm o'clock °c".split())
MONEY = frozenset("$ € £ ¥ ₴ us$".split())
LABEL_BEFORE = frozenset(
    "no no. nos number article page route platform extension ext statement chapter section part sector paragraph route grade phase "
    "highway flight annex figure resolution channel episode volume release protocol".split()
)

SAYS = (
    "said says say saying told tells tell reported reports report reporting announced announces stated states added adds claimed claims claim "
    "confirmed confirms wrote writes estimated estimates estimate noted notes explained alleged alleges insisted insists maintained "
    "acknowledged acknowledges admitted admits counted counts recalled recalls finds explains warns aired airs declared warned gave gives give put puts listed lists spoke speaks speak documented recorded "
    "allege insist confirm announce acknowledge concede admit maintain "
    "maintains contends contended recounted recounts swore swears stressed stresses notes reckons reckoned tallied stipulates "
    "registered tweeted posted quoted read reads suggested suggests believes believe believed thinks think concluded concludes conceded concedes "
    "mentioned asserted asserting asserts accused accuses blamed blames blame denied denies deny rejected rejects dismissed announces described testified remembers published cited citing found assesses assessed states clarify broadcast briefed vowed revealed verified "
    "spoken given state show shows showed corrects corrected revised named names identified attributes attributed attribute argued argues replied answered urged disclosed informed heard hears quoting lays tweets boasts boasted brags bragged"
).split()
OTHER_VERBS = (
    "is are was were be been being has have had having do does did done will would shall should can could may might must got get gets"
).split()
FINITE = (
    "fled fleeing remain remains remained live lives_ living lived took taken takes take gathered stands_ moved attended arrived displaced trapped besieged "
    "fired launched struck hit bombed shelled targeted attacked destroyed damaged detained arrested abducted kidnapped released rescued evacuated treated "
    "escaped survived need needs needed want wanted came come comes went go goes made make makes held hold holds works worked serve sleeping slept sheltering sheltered waiting waited crossed carried_ "
    "demanded called calls believe_ began begins started continue continues entered captured seized controls control sold bought costs cost paid raised raises lowers revises protested"
).split()

NUMBER_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

# what a vague word means, literal plural (VOCABULARY); None where it gives no number
VAGUE = {
    "dozens": 24, "scores": 40, "tens": 20, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000, "several": 3, "many": None,
    "numerous": None, "countless": None,
}  # fmt: skip

MODIFIERS: dict[tuple[str, ...], str] = {
    ("at", "least"): "low", ("no", "fewer", "than"): "low", ("no", "less", "than"): "low", ("not", "less", "than"): "low",
    ("not", "fewer", "than"): "low", ("not", "under"): "low", ("a", "minimum", "of"): "low", ("minimum", "of"): "low", ("minimum",): "low", ("upwards", "of"): "low",
    ("upward", "of"): "low", ("a", "total", "of", "at", "least"): "low", ("not", "below"): "low",
    ("more", "than"): "over", ("over",): "over", ("above",): "over", ("in", "excess", "of"): "over", ("exceeding",): "over", ("exceeded",): "over",
    ("north", "of"): "over", ("passed",): "over", ("topped",): "over", ("surpassed",): "over", ("well", "over"): "over", ("exceeds",): "over", ("passes",): "over", ("tops",): "over", ("surpasses",): "over",
    ("greater", "than"): "over", ("past",): "over",
    ("up", "to"): "high", ("as", "many", "as"): "high", ("at", "most"): "high", ("no", "more", "than"): "high", ("at", "the", "most"): "high",
    ("not", "more", "than"): "high", ("a", "maximum", "of"): "high", ("maximum", "of"): "high",
    ("fewer", "than"): "under", ("less", "than"): "under", ("under",): "under", ("below",): "under",
    ("nearly",): "near", ("almost",): "near", ("close", "to"): "near", ("approaching",): "near", ("just", "under"): "near", ("near", "to"): "near",
    ("about",): "approx", ("around",): "approx", ("roughly",): "approx", ("some",): "approx", ("approximately",): "approx",
    ("an", "estimated"): "approx", ("estimated",): "approx", ("circa",): "approx", ("~",): "approx", ("or", "so"): "approx", ("approx",): "approx", ("approx", "."): "approx",
    ("perhaps",): "maybe", ("maybe",): "maybe", ("possibly",): "maybe", ("probably",): "maybe", ("at", "about"): "approx", ("of", "about"): "approx", ("just", "over"): "over",
}  # fmt: skip

LEX: dict[str, str] = {}


def _fill(symbol: str, words: "list[str] | tuple[str, ...]") -> None:
    for word in words:
        LEX.setdefault(word.rstrip("_"), symbol)


_fill("k", KILL_PAST)
_fill("1", KILL_NOW)
_fill("K", KILL_ING)
_fill("i", INJURE_PAST)
_fill("3", INJURE_NOW)
_fill("I", INJURE_ING)
_fill("d", DIED)
_fill("D", DEAD)
_fill("e", DEATHS)
_fill("e", ["execution", "executions", "assassination", "slaughter", "shooting", "lynching", "beheading", "massacres_"])
_fill("t", TOLL)
_fill("c", CASUALTIES)
_fill("j", INJURIES)
_fill("g", MISSING)
_fill("u", RUBBLE)
_fill("l", ["lives"])
_fill("B", ["buried", "bury", "buries", "trapped"])
_fill("L", ["lost", "lose", "loses", "losing"])
_fill("X", ["left", "leaving", "leaves", "leave"])
_fill("a", OTHER_VERBS)
_fill("o", ["of"])
_fill("&", ["and", "n", "or", "as-well-as", "plus", "+", "&"])
_fill("2", ["to"])
_fill("F", ["from"])
_fill("@", ["at", "as"])
_fill("w", ["who", "which", "whom", "that", "whose"])
_fill("N", ["not", "never", "nor", "n't"])
_fill("R", ["rose", "rises", "risen", "rise", "rising", "climbed", "climbs", "climb", "climbing", "stood", "stands", "stand", "reached", "reaches", "reach", "grew", "grown", "grows",
            "increased", "increases", "increase", "jumped", "hit_", "brings", "bringing", "bring", "totalled", "totaled", "passed", "topped", "exceeded", "surpassed",
            "cut", "lowered", "raising", "revised", "reduced", "dropped", "fell", "mounted", "swelled", "soared", "updated"])  # fmt: skip
_fill("r", RECOVERED)
_fill("s", SAYS)
_fill("b", BODY_NOUNS)
_fill("f", FAMILY_NOUNS)
CIVILIANS = [*CIVILIANS, *MORE_CIVILIANS]
PEOPLE = [*PEOPLE, *MORE_PEOPLE, *PEOPLES]
COMBATANTS = [*COMBATANTS, *MORE_COMBATANTS]
for _word in (*CIVILIANS, *PEOPLE, *COMBATANTS):
    LEX.setdefault(_word, "p")
_fill("x", THINGS)
_fill("V", FINITE)
for _mark in ",;:()[]":
    LEX[_mark] = {"[": "(", "]": ")"}.get(_mark, _mark)
for _mark in "\"“”«»„'‘’":
    LEX[_mark] = '"'
for _mark in "-–—…/|·•":
    LEX[_mark] = ","

WHO_CIVILIAN = frozenset(CIVILIANS)
WHO_COMBATANT = frozenset(COMBATANTS)
NOUNS = frozenset((*CIVILIANS, *PEOPLE, *COMBATANTS))
SINGULARS = frozenset(
    word
    for word in NOUNS
    if not (word.endswith(("men", "women", "children", "folk", "people")) or (word.endswith("s") and not word.endswith("ss")))
) - frozenset("people children women men ppl kids staff police elderly displaced troops crew militia peshmerga kin policemen fishermen herdsmen militiamen cameramen gunmen servicemen "
              "infantrymen airmen boatmen tribesmen grandchildren schoolchildren midwives townspeople infantrymen brothers-in-law in-laws passers-by passersby others other youth couple "
              "member survivor occupant national local official individual suspect".split())  # fmt: skip
THING_WORDS = frozenset(THINGS)
SAY_WORDS = frozenset(SAYS)
# capitalised words that are no person's name
NOT_NAMES = frozenset(
    "the a an this that these those he she it they we i his her its their our my killed dead injured wounded people residents officials state islamic coalition army forces government police ministry council hospital committee group agency united nations "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december north south east west northern southern eastern western old city street district province "
    "iraqi syrian russian israeli american turkish iranian saudi yemeni afghan ukrainian somali sudanese palestinian lebanese libyan kurdish arab muslim christian republic front party union army's us u.s. in on at and or but as after when while if no not one two three four five six seven eight nine ten "
    "dozens scores hundreds thousands many several some all most more at least another other others soldiers militants rebels fighters civilians women children men villagers cholera covid ebola isis isil daesh taliban hamas hezbollah nato un who".split()
)
