"""English words of an answer to an allegation, by class: denying, knowing, looking into, opening, confirming, and what of."""

from typing import Final

#: The words of each class. A word stands in one class alone; rules join classes where either may stand.
CLASSES: Final[dict[str, str]] = {
    # whose answer it is
    "pron": "we it they he she i you",
    "poss": "its our their his her whose",
    "side": "army military coalition government ministry navy command alliance militia force mission council junta regime front movement group brigade battalion administration authority authorities state kremlin pentagon air-force police "
    "defence defense staff guard gendarmerie party emirate task-force regiment division corps rebels separatists guerrillas insurgents",
    "own": "forces troops soldiers men fighters units unit patrol patrols pilots pilot crew crews aircraft plane planes jet jets warplane warplanes drone drones helicopter helicopters gunship gunships guns gun gunners gunner artillery "
    "battery batteries tank tanks boat boats ship ships frigate frigates destroyer destroyers submarine submarines corvette vessel vessels sniper snipers officers guards members commandos mortar mortars round rounds rocket rockets missile missiles projectile projectiles munition munitions weapon weapons "
    "bullet bullets mines landmine landmines personnel marines sailors policemen column columns convoy convoys team teams contractors device devices bomber bombers",
    # what is done in war
    "act": "bomb fire hit strike shell attack target raid kill shoot ambush execute plant drop conduct use torch abduct burn storm detonate aim engage commit",
    "acted": "bombed fired struck shelled attacked targeted raided killed shot ambushed executed planted dropped harmed conducted used torched massacred abducted burned burnt stormed mined detonated engaged carried hits strikes fires "
    "attacks targets bombs shells kills shoots raids drops exploded fallen landed returned opened-fire sank sunk committed aimed laid",
    "acting": "bombing firing hitting striking shelling attacking targeting raiding killing shooting ambushing executing planting dropping harming using torching burning ordering carrying sinking downing mining",
    "moved": "flown flew fly flies enter entered enters went gone operate operated operates operating crossed approached sortied flying entering present airborne patrolled deployed",
    "left": "left taken took take takes",
    "event": "flight flights airstrike airstrikes air-strike air-strikes blast explosion massacre incident incidents bombardment operation operations sortie sorties killings shootings assault massacres bombings ambushes blasts explosions executions execution abduction abductions action atrocity atrocities crime crimes event events damage clash missions",
    "harm": "harm deaths death casualties casualty losses victims civilians civilian villagers residents dead bystanders children women families prisoners bodies",
    # what is said of it
    "told": "allegation allegations accusation accusations charge charges claim claims report reports rumour rumours rumor rumors story stories account accounts version versions suggestion suggestions narrative testimony complaint complaints findings finding insinuation insinuations assertion assertions",
    "film": "film films video videos footage clip clips photograph photographs photos picture pictures images image recording recordings list",
    "role": "role part involvement hand link links connection complicity wrongdoing",
    "duty": "responsibility blame guilt fault liability",
    "untrue": "false untrue lie lies fabricated fabrication fabrications baseless unfounded groundless nonsense invention inventions invented fake fakes staged propaganda slander slanders slanderous montage hoax absurd fiction fantasy theatre theater myth "
    "disinformation concocted preposterous laughable smear smears ridiculous farce rubbish forgery forgeries made-up calumny untruths falsehood falsehoods libel fairy-tale mendacious",
    "true": "true correct accurate right",
    # denying
    "deny": "deny denies denied denying disclaim disclaims disclaimed disclaiming disavow disavows disavowed disown disowns disowned repudiate repudiates repudiated refute refutes refuted refuting rebut rebuts rebutted distanced distances distancing contest contests contested dispute disputes disputed disputing contradicted contradicts",
    "denial": "denial denials disclaimer",
    "reject": "reject rejects rejected rejecting dismiss dismisses dismissed dismissing brushed brushes brushing waved waves waving scoffed scoffs spurned",
    "call": "call calls called calling describe describes described describing brand brands branded labelled labels labeled denounce denounces denounced ridiculed derided derides decried condemned",
    # knowing
    "known": "aware familiar acquainted informed told notified briefed apprised alerted know knew knows known",
    "heard": "heard hear seen",
    "unaware": "unaware",
    "record": "knowledge information record records indication indications evidence awareness word trace notion",
    "foot": "foot",
    "quiet": "silent quiet idle",
    "likely": "likely probably",
    "doubt": "unsure uncertain unclear",
    "seriously": "seriously",
    "astray": "astray malfunctioned misfired veered",
    "shows": "indicate suggest show support indicating suggesting showing prove proving supports suggests",
    "came": "reached reach come came received registered lodged arrived",
    "such": "such",
    # looking into it
    "look": "look looks looking looked study examine examines examining examined reviewing reviewed reviews check checking checked studying studied verify verifying verified assess assessing assessed probing clarify clarifying clarified gathering collecting analysing analyzing studies scrutinising scrutinise weighing establishing",
    "review": "review examination scrutiny verification",
    "matter": "matter them details circumstances cases facts what whether strike-data logs feed feeds material",
    "probe": "investigate investigated investigating inquire investigates",
    "inquiry": "investigation investigations inquiry inquiries enquiry probe probes inquest fact-finding court-martial tribunal",
    "panel": "commission committee panel board delegation",
    "file": "case file files proceedings dossier",
    "assessment": "assessment",
    "launch": "launch launched launches launching",
    "open": "open opens opened opening begin began begun started starts start starting conducting conducts order orders ordered appoint appointed appoints convene convened convenes formed forms set sets established announce announced announces promise promised promises commissioned initiated instituted created named pledged vowed",
    "refer": "referred handed passed forwarded submitted",
    "court": "prosecutor prosecutors court judge judges judge-advocate courts",
    # owning up
    "confirm": "confirm confirms confirmed confirming acknowledge acknowledges acknowledged acknowledging admit admits admitted admitting concede concedes conceded conceding recognised recognises recognized recognizes",
    "owned": "owned owns",
    "find": "found finds concluded concludes determined determines judged deemed held considered rated ruled",
    "close": "closed shelved closes",
    "clear": "cleared exonerated absolved acquitted",
    "lack": "lack want absence",
    "little": "little insufficient",
    "match": "matched matches corresponded fits fitted tallied corroborated supported",
    "right": "substantiated credible well-founded founded proven upheld borne-out justified",
    "issue": "issued gave put published repeated sent sends offered expressed extended",
    "answer": "answer answers",
    "bears": "bore bears bear",
    "bear": "accepted accepts accept assumed shoulders shouldered",
    "claimed": "claimed",
    "lived": "bus hospital school mosque church clinic market house houses homes home village camp",
    "blank": "warning blank rubber shots",
    "self": "itself himself themselves ourselves herself myself",
    "under": "under",
    "going": "under-way underway ongoing",
    "sorry": "regret regrets regretted apologise apologised apologises apologize apologized apologizes apologies apology sorry condolences",
    "mistake": "mistake error blunder mistakes errors",
    "ours": "ours theirs mine own",
    "doing": "doing deed handiwork",
    "behind": "behind involved responsible complicit active",
    "elsewhere": "elsewhere nowhere",
    # little words
    "not": "not never cannot nor hardly",
    "no": "no none neither",
    "nobody": "nobody anyone",
    "nothing": "nothing",
    "be": "is are was were be been being am",
    "did": "did",
    "criminal": "criminal disciplinary penal",
    "aux": "do does has have had will would could can may might shall should must",
    "that": "that",
    "det": "the a an this these those any all every both each another single one some",
    "to": "to",
    "of": "of",
    "by": "by",
    "as": "as",
    "at": "in on at over near within inside there around anywhere above about toward towards across with",
    "from": "from",
    "into": "into against for",
    "only": "only",
    "up": "up out off away aside back through",
    "and": "and but while although though whereas because when where which who after before since until so",
    "accuse": "accused accuses accusing accuse",
    "work": "work",
    "reported": "reportedly allegedly apparently supposedly",
    "done": "done",
    "suspect": "suspect suspects suspected",
    "send": "send dispatch",
    "rejects-this": "rejects-this",
    "culprit": "attacker attackers perpetrator perpetrators culprit culprits aggressor aggressors",
    "hiding": "keeping storing hiding stockpiling stashing",
    "says": "say says said tells added adds insisted insists maintains maintained stated states wrote answered replied believes believe speaks spoke",
}
#: Where nothing else is meant: a mark, a quotation mark, a number, a name, another word.
MARK, COMMA, QUOTE, NUMBER, NAME, OTHER = ';,"9Cz'
_LETTERS: Final = (
    "abcdefghijklmnopqrstuvwxyABDEFGHIJKLMNOPQRSTUVWXYZ012345678àáâãäåæçèéêëìíîïñòóôõöøùúûüýþÿāăąćĉċčďđēĕėęěĝğġģ"
)
#: The letter that stands for each class in the line of classes that rules are matched with.
LETTER: Final = {name: _LETTERS[k] for k, name in enumerate(CLASSES)}
#: Words of two parts that count as one.
JOINED: Final = {
    ("air", "strike"): "airstrike",
    ("air", "strikes"): "airstrikes",
    ("air", "force"): "air-force",
    ("court", "martial"): "court-martial",
    ("task", "force"): "task-force",
    ("opened", "fire"): "opened-fire",
    ("fact", "finding"): "fact-finding",
    ("under", "way"): "under-way",
    ("without", "foundation"): "unfounded",
    ("without", "basis"): "unfounded",
    ("well", "founded"): "well-founded",
    ("borne", "out"): "borne-out",
    ("rejects", "this"): "rejects-this",
    ("rejected", "this"): "rejects-this",
    ("reject", "this"): "rejects-this",
}
CLASS_OF: Final = {word: LETTER[name] for name, words in CLASSES.items() for word in words.split()}
