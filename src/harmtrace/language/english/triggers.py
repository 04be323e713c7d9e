"""The words of which one stands in every English sentence that can matter, by what they may mean."""

from harmtrace.language.grammar import COUNT, DAY, EVENT, HARM, RISK, STANCE

TRIGGERS: dict[int, tuple[str, ...]] = {
    HARM: (
        "unhurt", "scratched", " crushed", "stairwell", "slab", " burns", " cuts from", "have cuts", "had cuts", "with cuts", "come back", "came back", "not returned", "never returned", "seen again", "seen since", "heard from", " coma", "life support", "fighting for", "cut by", "beds", "wards", " cost a", "kill", "dead", "died", "dies ", " die ", "death", "casualt", "wound", "injur", " hurt", "maim", "hospitali", "gunshot", " shot", "bullet", "massacre", "murder", "slain", "slay", "perish", "succumb",
        "drown", "fatal", "bodies", "body bag", "body of", "corpse", "martyr", " toll", "missing", "unaccounted", "rubble", "debris", "concrete", "buried", "executed", "execution", "behead",
        "burned", "burnt", " lives", " lost ", "neutrali", "eliminat", "victim", "harmed", "wiped out", "gunned", "out of action", "coffin", "in hospital", "surviv", "slaughter",
        "assassinat", "suffocat", "starved", "lynch", "bruised", "treated for", "intensive care", "critical condition", "been found", "trampled", " dying", " bury", "laid to rest", "into the ground",
        "names of", "hit in the", "in surgery", "electrocut", "passed away", "bullet wound", "losing", "loses", "makes it", "blown up", "never came home", "remains of", "and counting", "rip our", "rip to", "rip my", "in memoriam", "rest in peace", "taken from us",
        "to hospital", "to a hospital", "to the hospital", "in the hospital", "to a clinic", "to the clinic", "treated", "treatment", "shrapnel", "splinters", "surgery", "concuss", "fractur", "lacerat", "scald", "scorched", "singed", "blinded", "disfigur", "deafen", "paralys", "paralyz", "battered", "gashed",
        "stabb", "knifed", "stitch", "sewed up", "patched up", "operated on", "operating on", "operation on", "an operation", "bandaged", "amputat", "first aid", "grazed", " broke ", "broken", "stretcher", "the knife", "ventilator", "critical state", "serious condition", "emergency room", "burn unit", "burns unit", "cut in", "cut on", "cut down", "traumati", "shell-shock",
        "to pieces", "to bits", "to shreds", "blown apart", "torn apart", "ripped apart", "hacked", "mown down", "mowed down", "the sword", "taken out", "hanged", "strangl", "butchered", "decapit", "liquidat", "annihilat", "garrot", "crucif", "immolat", "bayonet", "poisoned", "smothered", "throttled", "vaporis", "vaporiz",
        "incinerat", "exterminat", "throat", "choked", "choking", "overcome by", " bled", "breath", "never made it", "never woke", "conscious", "no more", "make it", "not live", "n't live", "with his life", "with her life", "his life", "her life", "mutilat", "crippled", "lifeless", "deceased", "human remains", "cadaver", "executing", "executes",
        "accounted", "never found", "not found", "be found", "traced", "without trace", "a trace", "located", "been re", "been seen", "heard of", "come home", "whereabouts", "swept away", "washed a", "disappear", "vanish", "hit by", "struck by", "hit in", "struck in", "gunfire", "harming", " gone", "\"fell\"", "“fell”",
    ),
    STANCE: (
        "responsib", "acknowledg", "admit", "conced", "confirm", "reject", "denied", "denies", "denying", "deny ", "dismiss", "did not", "had not", "were not", "have not", "not responsible", "no aircraft",
        "no knowledge", "no information", "no indication", "no record", "no evidence", "no plane", "no jet", "no drone", "no fire mission", "no strike", "no airstrike", "aware of", "unaware", "knew ", "assess", "investigat", "inquiry", "inquest", "probe", "proceedings", "looking into",
        "looking at", "look into", "examin", "review", "under examination", "being looked", "being studied", "unsure", "seriously", "conducted", "struck", "carried out", "behind the", "promised", "vowed", "pledged", "credib", "unfounded", "unsubstantiat", "baseless", "insufficient", "allegation", "nothing to do", "more likely than", "down to", "suspect", "it was the", "no reports", "no part in", "no role in", "reports of civilian",
        "blam", "accus", "accountab", "attribut", "did it", "did this", "those of", "that of", "belonged to", "came from", "come from", "coming from", " fired", "shelled", "bombed", "launched", "dropped", "alleged ", "rigged", "booby", "planted", "placed ", "explosives", "caused",
        "triggered", "set off", "ammunition", "car bomb", "car-bomb", "truck bomb", "lorry bomb", "van bomb", "vehicle bomb", "suicide bomb", "suicide vehicle", "fabricat", " is ours", " was ours", " is mine", "claimed the", "claimed this", "been silent", "none of its", "none of our", "none of their", "flown", "had hit", "without substance", "without foundation", "without merit", "looked into", "by mistake", "in error", "mistakenly",
        "set foot", "nowhere near", "none of", "not one of", "made up", "made-up", "invent", " lies", " lie ", "false", "nonsense", "absurd", "untrue", "propaganda", "hoax", "smear", "fake", "apolog", "mistake", " own ", " owned ", " owns ", "founded", "upheld", "uphold", "sustained", "substantiat", "borne out", "convened", "enquiry", "tribunal",
        "court martial", "fact-finding", "refut", "rebut", "repudiat", "disown", "brushed", "not ours", "not us", "no hand in", "no link", "no connection", "not to blame", "heard of", "know of", "knew of", "no such", "did strike", "did hit", "did carry", "stormed", "ambushed", "detonated", "laid ", "never ", "verifying", "checking", "clarif", "studying", "did not", "didn't", "didn’t", "n't ", "shot ",
        "opened fire", "open fire", "set fire", "burned", "burnt", "torched", "perpetrat", "hallmark", "finger", "the work of", "doing of", "handiwork", "culprit", "sank", "sunk", "hit by", "struck by", "destroyed by", "it was ", "this was ", "enemy",
    ),
    RISK: (
        "trapped", "besieged", "siege", "stranded", "encircled", "surrounded", "confined", "caught in", "cut off", "remain", "still live", "still living", "are living", "living under", "shelter", "waiting", "sleeping", "hemmed", "pinned down",
        "at risk", "in danger", "able to leave", "able to flee", "not leave", "cannot leave", "not flee", "holding ", "housing ", "inside the",
    ),
    EVENT: (
        "opened fire", "open fire", "fired on", "fired at", "gunfire", "strike", "attack", "shell", "bomb", "raid", "drone", "missile", "rocket", "explosi", "blast", "artillery", "civilian", "helicopter", "warplane", "soldier", "troops", "militia", "militant", "siege", "besieged", "trapped", "military", "gunmen", "mortar", "encircled", "confined", "stood in", "happened", "took place", "occurred", "incident", "killing", "massacre", "clash", "engagement", "ambush", "operation", "fighting", "came through", "fell on", "hamlet of",
    ),
    COUNT: ("among them", "makes it", "make it ", "makes ", " now.", " now,", " now ", "by noon", "by midday", "by midnight", "by dusk", "by dawn", "by nightfall", "by evening", "by morning", "at last count", " so far", "by ten ", "correct ", "corrected", "instead of", " were child", " were women", " were civilian", " were minors", " was a child", " was a boy", " was a girl", " were fighter", " were militant", " more were", " more had been", " number", "the total", " count ", " tally", "figure", " of them", " of those", " were under", " counted", " children,", " children and", " women,", " women and", " men,", " men and"),
    DAY: (
        "noon", " ago", " apr", "ashura", " aug", "autumn", "centur", "daily", "day", "decade", " dec", "earlier", " eid", "evening", "feast", " feb", "fortnight", " fri", "hour", "hrs", " jan", " jul", " jun", "lately", "later",
        " mar", " may", " mon", "month", "morning", "muharram", "night", "nite", " nov", " oct", "previously", "rajab", "ramad", "recent", "safar", " sat", " sep", "shaban", "shawwal", "since", "spring", "summer", " sun",
        " thu", " tue", " wed", "week", "winter", " wk", "year", " yr", "tomorrow",
    ),
}  # fmt: skip
