"""English nouns for people, by what they say of whom they name: civilians, combatants, or neither.

Given in the singular; the plural is made by ``_both``. The words are those of the trades, of kin, of faiths, of ranks
and of peoples as a thesaurus lists them, not those that some text used.
"""

_IRREGULAR = {
    "passer-by": "passers-by", "passerby": "passersby", "thief": "thieves", "co-wife": "co-wives",
}  # fmt: skip


def _plural(word: str) -> str:
    """Return the plural of a noun for people.

    >>> [_plural(word) for word in ("dyer", "ferryman", "deputy", "abbess", "stallkeeper", "passer-by")]
    ['dyers', 'ferrymen', 'deputies', 'abbesses', 'stallkeepers', 'passers-by']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("man") and word not in _NO_MEN:
        return word[:-3] + "men"
    if word.endswith("child"):
        return word + "ren"
    if "-in-" in word:
        head, rest = word.split("-", 1)
        return f"{head}s-{rest}"
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    return word + "s"


_NO_MEN = frozenset(("shaman",))


def _compounds(head: str, firsts: str) -> str:
    """Return "health-worker aid-worker" for the head "worker" and its first parts."""
    return " ".join(f"{first}-{head}" for first in firsts.split())


def _both(*groups: str) -> tuple[str, ...]:
    """Return words in the singular and in the plural."""
    singulars = [word for group in groups for word in group.split()]
    return tuple(form for word in singulars for form in (word, _plural(word)))


MORE_CIVILIANS = _both(
    # the land, the water, the beasts
    "helper sorter deminer anaesthetist peasant cultivator sharecropper crofter rancher herdboy herdgirl shepherdess goatherdess cowboy drover herdsboy swineherd stockman dairyman dairymaid milkmaid milkman "
    "beekeeper apiarist vintner winegrower viticulturist orchardist horticulturist forester woodsman woodcutter woodman tapper "
    "diver crabber trawlerman whaler fisher fisherwoman fisherfolk angler oysterman boatwoman bargeman bargee raftsman gondolier oarsman helmsman skipper bosun stevedore docker longshoreman lighterman "
    "farmworker fieldhand harvester thresher winnower irrigator gleaner forager trapper hunter gatherer falconer muleteer "
    "cameleer carter teamster waggoner wagoner drayman coachman cabman groom stableboy stablehand ostler farrier",
    # hands and crafts
    "artisan craftsman craftswoman handyman tradesman journeyman apprentice trainee intern dyer carder spinner knitter embroiderer embroideress lacemaker dressmaker milliner hatter glover tanner currier furrier saddler "
    "upholsterer carpetmaker carpet-maker rugmaker basketmaker thatcher wheelwright shipwright boatbuilder joiner cabinetmaker sawyer woodcarver carver engraver etcher "
    "typesetter compositor bookbinder papermaker glazier glassmaker glassblower tiler plasterer paver stonecutter stonemason quarryman stonebreaker brickmaker potter ceramist enameller gilder silversmith "
    "coppersmith tinsmith tinner locksmith gunsmith cutler ironworker ironmonger steelworker smelter forgeman boilermaker machinist toolmaker patternmaker millwright riveter "
    "rigger scaffolder steeplejack roadworker navvy pipefitter pipelayer gasfitter millhand ginner miller brewer distiller bottler canner "
    "loader porteress bearer warehouseman storeman stockkeeper storekeeper quartermistress "
    "candlemaker soapmaker perfumer clockmaker luthier toymaker signwriter decorator wallpaperer",
    # trade, food, lodging
    "seamster draper haberdasher clothier outfitter stationer bookseller newsagent newsvendor tobacconist florist fruiterer greengrocer costermonger fishmonger poulterer cheesemonger dairykeeper confectioner "
    "pastrycook chef kitchenhand dishwasher barista barkeeper bartender sommelier caterer restaurateur hotelier hotelkeeper publican landlord teaboy "
    "barrowman rag-picker ragpicker junkman "
    "wholesaler retailer dealer broker middleman moneychanger moneylender pawnbroker banker teller auctioneer buyer middlewoman salesman saleswoman salesperson salesgirl "
    "shopgirl shopman stallkeeper businessman businesswoman businessperson entrepreneur industrialist financier magnate tycoon contractor subcontractor "
    "landowner landholder proprietor owner householder homeowner tenant lodger squatter caretaker concierge chambermaid housemaid housekeeper houseboy maidservant manservant servant domestic nursemaid "
    "nanny childminder laundress laundryman washerwoman charwoman janitress doorkeeper gatekeeper bellboy bellhop valet footman butler chauffeur chauffeuse",
    # road, rail, air
    "busman tramdriver railwayman railwaywoman trackman signalman stationmaster pointsman switchman shunter brakeman "
    "cabbie cabdriver truckdriver lorryman haulier "
    "treasurer checker classmate schoolfriend workmate roommate flatmate housemate bandmate teammate crewmate deliveryman messenger biker motorbiker motorcyclist horseman wayfarer hitchhiker hiker walker rambler jogger climber mountaineer trekker camper skier "
    "stewardess steward purser",
    # health, aid, rescue
    "clinician practitioner psychiatrist psychologist therapist physiotherapist radiologist radiographer anaesthesiologist anesthesiologist cardiologist oncologist dermatologist neurologist urologist obstetrician orthopaedist ophthalmologist "
    "pathologist paediatrist pediatrist epidemiologist dentist hygienist oculist optometrist podiatrist dispenser apothecary chemist herbalist healer bonesetter vaccinator healthworker "
    "carer caregiver matron stretcher-bearer stretcherman first-aider first-responder responder aidworker lifeguard coastguard "
    "deminer counsellor counselor caseworker almoner humanitarian philanthropist benefactor",
    # schools, learning, law, letters
    "academic scholar schoolmate schoolfellow school-leaver schoolteacher instructor instructress educator educationist pedagogue kindergartener kindergartner preschooler undergraduate graduate postgraduate alumnus "
    "rector dean provost chancellor vice-chancellor examiner invigilator proctor seminarian catechist novice "
    "philologist linguist historian archaeologist anthropologist sociologist economist geologist geographer cartographer biologist zoologist botanist agronomist physicist chemist mathematician statistician astronomer meteorologist "
    "ecologist environmentalist ranger gamekeeper draughtsman draftsman stylist "
    "attorney advocate barrister solicitor notary jurist magistrate prosecutor procurator bailiff usher juror paralegal ombudsman ombudswoman "
    "newsman newswoman newspaperman pressman correspondent columnist photojournalist cameraperson camerawoman videographer anchorwoman anchorman newsreader newscaster announcer "
    "commentator blogger vlogger podcaster publisher proofreader broadcaster playwright dramatist essayist biographer poetess storyteller producer",
    # faiths
    "churchgoer chapelgoer mosquegoer templegoer believer devotee congregant communicant celebrant penitent hermit friar abbot abbess prioress vicar curate rector parson chaplain missionary evangelist preacheress "
    "catechumen verger sacristan churchwarden organist chorister choirboy choirgirl altar-boy altarboy altar-server acolyte beadle cantor mufti qadi ayatollah khatib hafiz maulvi maulana lama guru swami sadhu "
    "archbishop cardinal patriarch archimandrite archdeacon prelate churchman churchwoman clergyman clergywoman layman laywoman weddinggoer bridegroom groomsman bridesmaid "
    "pall-bearer pallbearer grave-digger",
    # play, stage, leisure
    "entertainer performer artiste artist sculptor sculptress muralist violinist pianist guitarist drummer trumpeter flautist accordionist percussionist saxophonist cellist fiddler piper bandsman bandleader composer songwriter "
    "rapper crooner choreographer ballerina acrobat juggler clown magician conjurer puppeteer stuntman showman ringmaster projectionist stagehand "
    "sportsman sportswoman sprinter hurdler gymnast boxer wrestler judoka karateka weightlifter midfielder winger batsman cricketer golfer jockey horsewoman rower "
    "spectator onlooker concertgoer festivalgoer filmgoer cinemagoer moviegoer theatregoer clubber reveller reveler merrymaker picnicker partygoer beachgoer "
    "sunbather diner clubgoer holiday-maker vacationer day-tripper sightseer excursionist visitor sojourner",
    _compounds("worker", "health aid relief rescue farm factory oil mine railway road office hotel social construction plantation day night shift garment mill field kitchen postal sanitation power utility election poll vaccination guest migrant"),
    _compounds("driver", "taxi truck lorry bus van cab ambulance tractor tanker train tram minibus rickshaw cart camel mule"),
    _compounds("seller", "bread fish fruit vegetable flower milk tea coffee water ice newspaper lottery street charcoal firewood fuel"),
    _compounds("owner", "shop store kiosk cafe café house land farm boat teahouse restaurant stall"),
    _compounds("collector", "firewood wood scrap garbage rubbish refuse water ticket tax toll herb mushroom"),
    _compounds("picker", "fruit olive grape cotton tea coffee coca date pine-nut"),
    _compounds("goer", "church mosque temple market concert theatre cinema wedding festival"),
    _compounds("dweller", "slum tent cave camp city village"),
    # public life
    "assistant minister premier vice-minister governor vice-governor prefect sub-prefect commissioner chairman chairwoman chairperson vice-president ambassador envoy diplomat attaché consul delegate negotiator emissary mediator director manager supervisor overseer foreman forewoman coordinator co-ordinator founder co-founder executive newcomer attendee participant applicant",
    "legislator lawmaker parliamentarian congressman congresswoman senator vice-mayor alderman councilman councilwoman councilor burgess mayoress headman headwoman chieftain dignitary "
    "registrar enumerator pollster campaigner leafleteer petitioner assessor bureaucrat civil-servant functionary administrator typist stenographer "
    "telephonist telegrapher "
    "unionist trade-unionist organiser organizer picketer defender campaigner peacemaker rallygoer blockader "
    "dustman dustbinman binman streetsweeper lamplighter "
    "lineman lineswoman repairer handywoman oilworker oilman rigworker driller pumpman "
    "coalminer goldminer prospector pitman mineworker collier quarrier millworker factoryhand "
    "nightworker navvy dayworker jobseeker breadwinner homemaker",
    # kin and company that the words make civilian
    "girlfriend fiancee stepsister half-sister co-wife concubine stepgranddaughter great-grandmother great-aunt goddaughter grandniece great-grandchild great-granddaughter foster-child foster-daughter foster-mother step-mother step-daughter step-sister "
    "mum mom mummy mommy granny gran auntie aunty matriarch spinster dowager divorcee mother-to-be newlywed newly-wed playfellow flatmate roommate housemate workmate teammate "
    "suckling foetus fetus unborn stillborn schoolie lass lassie laddie nipper tween preteen adolescent juvenile youngling bairn kiddie child-bride streetchild "
    "bootblack newsboy paperboy octogenarian septuagenarian nonagenarian centenarian retiree invalid asylum-seeker asylumseeker returnee deportee expellee exile "
    "castaway stowaway vagrant tramp mendicant almsman almswoman drifter nomad bedouin gypsy tribeswoman townsman townswoman countryman countrywoman villagewoman citydweller towndweller "
    "islander highlander hillman householder ratepayer taxpayer layperson by-stander rubbernecker",
)  # fmt: skip

MORE_PEOPLE = _both(
    "boyfriend stepfather stepson stepbrother half-brother godfather godson great-grandfather great-uncle grandnephew great-grandson foster-father foster-son foster-brother dad daddy papa grandad granddad grandpa gramps "
    "patriarch kinsman kinswoman kinsperson clansman clanswoman gentleman intruder foreigner expatriate expat non-citizen countryperson compatriot "
    "companion comrade associate acquaintance spouse co-worker coworker aide adviser advisor deputy president "
    "chairman spokesman spokeswoman spokesperson inspector investigator detective constable "
    "superintendent patrolman patrolwoman highwayman sheriff warden jailer jailor gaoler turnkey bodyguard watchkeeper guardsman lawman carabiniere gendarme "
    "criminal gangster gangmember robber burglar thief mugger looter smuggler trafficker poacher pirate hijacker kidnapper abductor murderer killer assassin hitman gunrunner convict ex-convict parolee fugitive escapee "
    "defector deserter evader dissident opponent sympathiser sympathizer collaborator informer informant leader ringleader figurehead "
    "chief pilot co-pilot copilot navigator crewman crewmember aviator parachutist astronaut "
    "attendee entrant claimant complainant plaintiff defendant arrestee internee sufferer amputee outpatient convalescent eyewitness",
    "briton frenchman frenchwoman irishman irishwoman englishman englishwoman scotsman welshman dutchman spaniard swede turk kurd serb croat filipina",
)  # fmt: skip

#: Peoples by their plural alone: the singular is an adjective as well ("two Syrian villages").
PEOPLES = tuple(
    f"{people}s"
    for people in (
        "american german italian pole czech norwegian hungarian bulgarian romanian bosnian albanian greek arab iraqi syrian jordanian palestinian israeli egyptian libyan tunisian algerian moroccan ethiopian eritrean somali kenyan "
        "ugandan rwandan tanzanian zambian zimbabwean mozambican angolan nigerian ghanaian malian nigerien chadian cameroonian gambian liberian ivorian guinean saudi yemeni omani emirati kuwaiti bahraini qatari iranian afghan "
        "pakistani indian bangladeshi filipino indonesian malaysian cambodian uzbek tajik kazakh chechen georgian armenian azerbaijani azeri russian ukrainian belarusian moldovan lithuanian latvian estonian mexican guatemalan "
        "honduran salvadoran salvadorean nicaraguan panamanian colombian venezuelan ecuadorean ecuadorian peruvian bolivian chilean argentine argentinian brazilian cuban haitian jamaican canadian australian korean mongolian african "
        "asian european yazidi druze copt maronite hazara pashtun tuareg tutsi hutu tamil sikh hindu muslim christian jew sunni shiite"
    ).split()
)  # fmt: skip

MORE_COMBATANTS = _both(
    _compounds("commander", "field platoon company battalion brigade squad unit militia rebel section"),
    _compounds("bomber", "suicide car"),
    "warrior belligerent gunfighter cavalryman artilleryman gunner machine-gunner mortarman rifleman grenadier fusilier lancer dragoon cuirassier hussar footsoldier foot-soldier tankman tankist sapper "
    "paratrooper legionary légionnaire askari janissary sepoy gurkha cossack mujahid mujahed fedayee subversive "
    "partisan militiawoman cadre subcommander brigadier colonel lieutenant-colonel lieutenant sublieutenant sub-lieutenant "
    "ensign cadet sergeant sergeant-major subsergeant corporal lance-corporal bombardier nco major-general brigadier-general admiral commodore midshipman serviceperson "
    "draftee draftsoldier rocketeer sharpshooter marksman sentry saboteur "
    "bombmaker occupier invader aggressor nationalist loyalist royalist islamist maoist naxalite naxal contra jawan havildar subedar naik legionnaire goon gangster mobster hitman henchman",
    "privates khawarij kharijites",
)  # fmt: skip
