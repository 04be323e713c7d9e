"""The words of which one stands in every English sentence that can matter, by what they may mean."""

import re
from typing import Final

from harmtrace.language.english.answer_words import CLASSES
from harmtrace.language.english.words import LEX
from harmtrace.language.grammar import COUNT, DAY, EVENT, HARM, PRETENCE, RISK, STANCE

_ACTS = (*CLASSES["act"].split(), *CLASSES["acted"].split(), *CLASSES["moved"].split())
#: What nobody had there, and what nobody did: "no patrol", "not fired", "don't bomb".
_NOT_OURS = (*(f"no {word}" for word in (*CLASSES["own"].split(), *CLASSES["lived"].split())), *(f"{no} {word}" for no in ("not", "n't", "n’t", "never") for word in _ACTS))
#: What a body says that there was none of, what it was not told, and the words of an answer that ordinary texts hardly hold.
_ANSWERED = (
    *(f"no {word}" for name in ("event", "role", "duty", "record") for word in CLASSES[name].split()),
    *(f"{no} {word}" for no in ("not", "never") for word in CLASSES["known"].split()),
    *(f" {word} " for name in ("deny", "denial", "reject", "confirm", "unaware", "probe", "inquiry", "astray") for word in CLASSES[name].split()),
    "review has been", "review had been", "review was", "passed to", "handed to", "forwarded to", "submitted to", "find out what",
)

TRIGGERS: dict[int, tuple[str, ...]] = {
    HARM: (
        *(f"{noun}{mark} were destroyed" for noun in ("militants", "fighters", "terrorists", "insurgents", "rebels", "soldiers", "gunmen", "mercenaries", "saboteurs", "bandits", "servicemen", "troops") for mark in ("", '"', "”")), "be beneath", "remain beneath", "lie beneath", "lies beneath", "claimed the life", "took the life", "out dead", "supreme", "ultimate price", "ultimate sacrifice", "laid down", "looking for", "searching for", "search for", "and shot", "under it", "under the wall", "under the stair", "under the roof", "under that roof", "under the brick", "under the house", "under the floor", "under the building", "under the earth", "into the earth", "machete", "dressed the", "torn off", "no word of", "no word from", "has seen him", "has seen her", "has seen them", "stitched",
        "still beneath", "are beneath", "is beneath", "still under", "remain under", "remains under", "are under the", "is under the", "be under", "lie under", "lies under", "r under the", "th body", "rd body", "s body", " touched", "scathed", "are critical", "is critical", "very bad", "lost in ", "lost to ", "unhurt", "scratched", " crushed", "stairwell", "slab", " burns", " cuts from", "have cuts", "had cuts", "with cuts", "come back", "came back", "not returned", "never returned", "seen again", "seen since", "heard from", " coma", "life support", "fighting for", "cut by", "beds", "wards", " cost a", "kill", "dead", "died", "bloodied", "dies ", " die ", "death", "casualt", "wound", "injur", " hurt", "maim", "hospitali", "gunshot", " shot", "bullet", "massacre", "murder", "slain", "slay", "perish", "succumb",
        "drown", "fatal", "bodies", "body bag", "body of", "corpse", "martyr", " toll", "missing", "unaccounted", "rubble", "debris", "concrete", "buried", "executed", "execution", "behead",
        "burned", "burnt", " lives", " lost ", "neutrali", "eliminat", "victim", "harmed", "wiped out", "gunned", "out of action", "coffin", "in hospital", "surviv", "slaughter",
        "assassinat", "suffocat", "starved", "lynch", "bruised", "treated for", "intensive care", "critical condition", "been found", "trampled", " dying", " bury", "laid to rest", "into the ground",
        "names of", "the loss of", "crutches", "scratches", "burn patient", "burns patient", "no longer with us", "no longer alive", "no longer living", "their end", "his end.", "her end.", "not be saved", "be revived", "beyond help", "past help", "the ghost", "to hell", "finished off", "done away with", "eardrum", "dislocat", "sprain", " fallen", " fell in battle", " men fell", "soldiers fell", "came to harm", "come to harm", "fate ", "a coffin", "on oxygen", "life and death", "men down.", "closed the eyes", "hit in the", "in surgery", "electrocut", "passed away", "bullet wound", "losing", "loses", "makes it", "blown up", "never came home", "remains of", "and counting", "rip our", "rip to", "rip my", "in memoriam", "rest in peace", "taken from us",
        "to hospital", "to a hospital", "to the hospital", "in the hospital", "to a clinic", "to the clinic", "treated", "treatment", "shrapnel", "splinters", "surgery", "concuss", "fractur", "lacerat", "scald", "scorched", "singed", "blinded", "disfigur", "deafen", "paralys", "paralyz", "battered", "gashed",
        "stabb", "knifed", "stitch", "sewed up", "patched up", "operated on", "operating on", "operation on", "an operation", "bandaged", "amputat", "first aid", "grazed", " broke ", "broken", "stretcher", "the knife", "ventilator", "critical state", "serious condition", "emergency room", "burn unit", "burns unit", "cut in", "cut on", "cut down", "traumati", "shell-shock",
        "to pieces", "to bits", "to shreds", "blown apart", "torn apart", "ripped apart", "hacked", "mown down", "mowed down", "the sword", "taken out", "hanged", "strangl", "butchered", "decapit", "liquidat", "annihilat", "garrot", "crucif", "immolat", "bayonet", "poisoned", "smothered", "throttled", "vaporis", "vaporiz",
        "incinerat", "exterminat", "throat", "choked", "choking", "overcome by", " bled", "breath", "never made it", "never woke", "conscious", "no more", "make it", "not live", "n't live", "with his life", "with her life", "his life", "her life", "mutilat", "crippled", "lifeless", "deceased", "human remains", "cadaver", "executing", "executes",
        "accounted", "never found", "not found", "be found", "traced", "without trace", "a trace", "located", "been re", "been seen", "heard of", "come home", "whereabouts", "swept away", "washed a", "disappear", "vanish", "hit by", "struck by", "hit in", "struck in", "gunfire", "harming", " gone", "among the fallen", "their lives", " neck", "in the head", "in the chest", "both legs", "both arms", "leg of", "legs of", "arm of", "arms of", "hand of", "hands of", "foot of", "feet of", "eye of", "loss at", "losses at", "\"fell\"", "“fell”",
    ),
    STANCE: (
        *_ANSWERED, " a case.", " a case,", "on fire", "blew up", "points to the", "pointed to the", "pointing to the", "s door", "crime by", "massacre by", "atrocity by", "'s signature", "’s signature", "rejects this", "rejects that", "rejects it", "rejected this", "rejected that", "rejected it", "fired nothing", "hit nothing", "struck nothing", "bombed nothing", "would review", "will review", "delegation", "as the attacker", "as the aggressor",
        "laid by", "reportedly", "allegedly", "the work of", "done it", "rockets from", "bullets from", "shells from", "missiles from", "fire from", "described as", "described it", "identified the", "lies with", " rockets hit", " artillery shelled", " jets bombed", " shells hit", " missiles hit", " drones hit", "murdered", *_NOT_OURS, *(f" {word}" for word in CLASSES["untrue"].split()), " sent a ", "nor its", "nor the", "denial", "disavow", "distanc", "contest", "disput", " lie.", " lie,", "lies", "not true", "untrue", "montage", "waved a", "scoff", "elsewhere", "nobody", "not a single", "only warning", "only rubber", "only blank", "fired only", "been its", "been our", "was its", "was our", "were its", "were our", "by its ", "by our ", "of its own",
        "answer for", "answers for", "claimed by", "referred to", " a case ", " a file", "criminal file", "criminal case", "for lack", "for want", "conclud", "cleared ", "exonerat", " found the ", "expressed", "sorry", "regret", "targeted", "returned fire", " study ", "under study", "gathering", " came to ", "come to its", "reached it", "nothing to ", "notified", "informed of", "told of", "heard of", "heard nothing", "known of", "no complaint",
        "responsib", "acknowledg", "admit", "conced", "confirm", "reject", "denied", "denies", "denying", "deny ", "dismiss", "did not", "had not", "were not", "have not", "not responsible", "no aircraft",
        "no knowledge", "no information", "no indication", "no record", "no evidence", "no plane", "no jet", "no drone", "no fire mission", "no strike", "no airstrike", "aware of", "unaware", "knew ", "assess", "investigat", "inquiry", "inquest", "probe", "proceedings", "looking into",
        "looking at", "look into", "examin", "review", "under examination", "being looked", "being studied", "unsure", "seriously", "conducted", "struck", "carried out", "behind the", "promised", "vowed", "pledged", "credib", "unfounded", "unsubstantiat", "baseless", "insufficient", "allegation", "nothing to do", "more likely than", "down to", "suspect", "it was the", "no reports", "no part in", "no role in", "reports of civilian",
        "blam", "accus", "accountab", "attribut", "did it", "did this", "those of", "that of", "belonged to", "came from", "come from", "coming from", " fired", "shelled", "bombed", "launched", "dropped", "alleged ", "rigged", "booby", "planted", "placed ", "explosives", "caused",
        "triggered", "set off", "ammunition", "car bomb", "car-bomb", "truck bomb", "lorry bomb", "van bomb", "vehicle bomb", "suicide bomb", "suicide vehicle", "fabricat", " is ours", " was ours", " is mine", "claimed the", "claimed this", "been silent", "none of its", "none of our", "none of their", "flown", "had hit", "without substance", "without foundation", "without merit", "looked into", "by mistake", "in error", "mistakenly",
        "set foot", "fantas", "ridiculous", "disinformation", "astray", "malfunction", "off course", "fell short", "fallen short", "civilians were likely", "were probably", "no shell", "no rocket", "no missile", "no shots", "no bomb", "sunk", "recognised", "recognized", "to establish", "nowhere near", "none of", "not one of", "made up", "made-up", "invent", " lies", " lie ", "false", "nonsense", "absurd", "untrue", "propaganda", "hoax", "smear", "fake", "apolog", "mistake", "own this", "own the", "own our", "own up", " owned ", " owns ", "founded", "upheld", "uphold", "sustained", "substantiat", "borne out", "convened", "enquiry", "tribunal",
        "court martial", "fact-finding", "refut", "rebut", "repudiat", "disown", "brushed", "not ours", "not us", "no hand in", "no link", "no connection", "not to blame", "heard of", "know of", "knew of", "no such", "did strike", "did hit", "did carry", "stormed", "ambushed", "detonated",  "never set", "never been", "never flew", "never fired", "never hit", "never struck", "never had", "verifying", "checking", "clarif", "studying", "did not", "didn't", "didn’t",  "shot at",
        "opened fire", "open fire", "set fire", "burned", "burnt", "torched", "perpetrat", "hallmark", "finger", "the work of", "doing of", "handiwork", "culprit", "sank", "sunk", "hit by", "struck by", "destroyed by", "it was ", "this was ", "enemy",
    ),
    RISK: (
        " stuck ", "still in the", "still at the", "in the open",
        "caught between", "caught under", "were inside", "are inside", "was inside", "still inside", "inside when", "slept", " sleep ", "living in the", "dare not", "dares not", "dared not", "holed up", "marooned", "locked in", "penned", "bottled up", "shelter", "refuge", "take cover", "taken cover", "took cover", "taking cover", "cannot get", "could not get", "cannot go out", "not go out", "cannot cross", "could not cross", "not be reached", "not come out", "asleep", "camped", "camping", "huddled", "hiding", "cowering", "blockade", "packed into", "crammed into", "crowded into", "no way out", "no way to", "no means", "live within", "lives within", "living within", "live near", "live in range", "within range", "within reach", "of the front", "front line", "trapped", "besieged", "siege", "stranded", "encircled", "surrounded", "confined", "caught in", "cut off", "remain", "still live", "still living", "are living", "living under", "shelter", "waiting", "sleeping", "hemmed", "pinned down",
        "at risk", "in danger", "able to leave", "able to flee", "not leave", "cannot leave", "not flee", "holding ", "housing ", "inside the",
    ),
    EVENT: (
        "front line", "frontline", "front-line", "still cut off", "are cut off",
        "opened fire", "open fire", "fired on", "fired at", "gunfire", "strike", "attack", "shell", "bomb", "raid", "drone", "missile", "rocket", "explosi", "blast", "artillery", "civilian", "helicopter", "warplane", "soldier", "troops", "militia", "militant", "siege", "besieged", "trapped", "military", "gunmen", "mortar", "encircled", "confined", "stood in", "happened", "took place", "occurred", "incident", "killing", "massacre", "clash", "engagement", "ambush", "operation", "fighting", "came through", "fell on", "hamlet of",
    ),
    COUNT: ("not one.", " none.", "nobody.", "no one.", " names", " is right", " speak of", " speaks of", "lowered it", "lowered that", "revised it", "revised that", "reduced it", "reduced that", "cut it to", "cut that", "corrected it", "corrected him", "corrected her", "corrected them", "corrected that", "raised it", "raised that", "amended it", "amended that", "all two", "all three", "all four", "all five", "all six", "all seven", "all eight", "all nine", "all ten", "the rest", "the others", "the remain", "among them", "makes it", "make it ", "which makes", "that makes", "this makes", " now.",   "by noon", "by midday", "by midnight", "by dusk", "by dawn", "by nightfall", "by evening", "by morning", "at last count", " so far", "by ten ", "correct ", "corrected", "instead of", " were child", " were women", " were civilian", " were minors", " was a child", " was a boy", " was a girl", " were fighter", " were militant", " more were", " more had been", " number", "the total", " count ", " tally", "figure", " of them", " of those", " were under", " counted", " children,", " children and", " women,", " women and", " men,", " men and"),
    DAY: (
        "noon", " ago", " apr", "ashura", " aug", "autumn", "centur", "daily", "day", "decade", " dec", "earlier", " eid", "evening", "feast", " feb", "fortnight", " fri", "hour", "hrs", " jan", " jul", " jun", "lately", "later",
        " mar", " may", " mon", "month", "morning", "muharram", "night", "nite", " nov", " oct", "previously", "rajab", "ramad", "recent", "safar", " sat", " sep", "shaban", "shawwal", "since", "spring", "summer", " sun",
        " thu", " tue", " wed", "week", "winter", " wk", "year", " yr", "tomorrow",
    ),
    PRETENCE: ("novel", "film", "movie", "fiction", "imaginary", "imagined", "thriller", " play", " opera ", "short story", "comic", "cartoon", "screenplay", "plot", " game", "wargam", "series", "sequel", "sitcom", "chapter", "episode", "scene", " act,", "protagonist", "heroine", "main character", "notional", "simulat", "mock", "role-play", "role play", "tabletop", "table-top", "pretend", "make-believe", "scenario", "exercise", "drill", "manoeuvre", "rehearsal", "dummy", "mural", "painting", "sculpture", "player", "suspension", "red card", "striker", "defender", "midfielder", "goalkeeper", "footballer", "batsm", "cricketer", "athlete", "jockey", "rider", "wrestler", "boxer", "forwards", "war gam", "war-gam",),
}  # fmt: skip

#: What stands before a word of harm or strike within a word that tells of it still; "stu-died", "c-losing" and "to-wards" do not.
_FRONTS: Final = frozenset(("", "air", "anti", "counter", "draft", "fire", "foot", "gun", "man", "mis", "over", "para", "sea", "sub", "un", "war"))
#: What stands behind one that is a word by itself; "dead-line", "b-raid-ed", "Kill-arney" do not tell of harm.
_BACKS: Final = re.compile(
    r"(?:e?[sd]|e?rs?|ings?|ly|liest|lier|(?:al)?ities|(?:al)?ity|dom|ous|ry|eers?|ard\w+|(?:wo)?m[ae]n|makers?|fire|shock\w*|houses?|craft)?"
)
#: Pieces that begin within a word; every other opens one.
_RAGGED: Final = frozenset(("th body", "rd body", "s body", "r under the", "n't live"))


def told(piece: str, front: str, back: str) -> bool:
    """Tell whether a piece of harm or strike is one in a word that has these letters before and behind it.

    A piece that is a word by itself takes the endings of words; one that is a stem, or several words, takes any.
    """
    if front not in _FRONTS and piece not in _RAGGED:
        return False
    return not back or piece.strip() not in LEX or _BACKS.fullmatch(back) is not None
