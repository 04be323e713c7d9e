"""English phrases of several words, and what they mean to the rules."""

from harmtrace.language.english.harm_words import (
    DIED_PHRASES,
    HURT_PHRASES,
    KILLED_PHRASES,
    MISSING_PHRASES,
    TENDED_PHRASES,
)

# phrases of several words: what they mean to the rules
PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}


def _phrase(symbol: str, *texts: str) -> None:
    for text in texts:
        first, *rest = text.split()
        PHRASES.setdefault(first, []).append((tuple(rest), symbol))
        PHRASES[first].sort(key=lambda item: -len(item[0]))


_phrase("i", "fighting for their lives", "fighting for their life", "fighting for his life", "fighting for her life", "in a coma", "on life support", "cut by flying", "cut by glass", "cut by broken", "cut by shrapnel", "hit by shrapnel", "hit by flying", "hit by fragments", "hit by splinters", "struck by shrapnel", "struck by fragments",
        "with burns", "had burns", "have burns", "has burns", "with cuts", "had cuts", "have cuts", "has cuts", "with shrapnel wounds", "had wounds", "with wounds", "in its beds", "in its wards", "on its wards", "in the wards", "on the wards", "in hospital beds", "suffered cuts", "left with shrapnel", "left with burns", "left with wounds", "left with cuts")  # fmt: skip
_phrase("k", "claimed the life of", "took the life of", "claims the life of", "takes the life of", "fatally shot", "fatally stabbed", "fatally wounded", "fatally injured", "shot dead", "shot to death", "hacked to death", "burned to death", "burnt to death", "beaten to death", "stabbed to death", "trampled to death",
        "crushed to death", "bludgeoned to death", "starved to death", "tortured to death", "burned alive", "burnt alive", "buried alive", "wiped out", "gunned down", "mowed down", "cut down", "blown up",
        "blown to pieces", "put to death", "put out of action", "put into the ground", "laid to rest", "taken out", "done to death", "choked to death", "clubbed to death", "knifed to death",
        "blown apart", "torn apart", "crushed under", "crushed beneath", "crushed when", "crushed by", "crushed in", "crushed as", "shot and killed", "stabbed and killed", "hit and killed", "struck and killed",
        "killed himself and", "killed herself and", "killed themselves and", "kills himself and")  # fmt: skip
_phrase("1", "shoot dead", "shoots dead")
_phrase("K", "shooting dead")
_phrase("i", "lost both his feet", "lost both her feet", "lost both feet", "lost both his legs", "lost both her legs", "lost both his hands", "lost both hands", "lost his hand", "lost her hand", "lost his right hand", "lost her right hand", "lost his left hand", "lost her left hand", "lost a finger", "lost his eye", "lost her eye",
        "lost his foot", "lost her foot", "with a shattered", "with broken legs", "with a broken", "with a bullet in", "with a splinter in", "with shrapnel in", "has a bullet in", "has a splinter in", "has shrapnel in", "had a bullet in", "had shrapnel in")  # fmt: skip
_phrase("d", "bled to death", "passed away", "lost their lives", "lost his life", "lost her life", "lost its life", "lost life", "lost lives", "met their deaths", "met their death", "met his death", "met her death",
        "died of", "burned to death_", "froze to death", "lose their lives", "losing their lives", "gave their lives", "breathed their last", "had their throats cut", "had their throats slit", "had his throat cut", "never came home",
        "fell dead", "dropped dead")  # fmt: skip
_phrase("i", "lost a leg", "lost an arm", "lost an eye", "lost a limb", "lost a hand", "lost a foot", "lost his arm", "lost his leg", "lost her arm", "lost her leg", "lost both legs", "lost both arms", "lost their sight", "lost his sight", "lost her sight",
        "lost their legs", "lost limbs", "lost his legs", "lost her legs", "in intensive care", "in a critical condition", "in critical condition", "in a critical state", "in critical state", "treated for burns", "treated for wounds", "treated for injuries", "treated for shrapnel",
        "being treated", "bullet wounds", "gunshot wounds", "shrapnel wounds", "in hospital", "in surgery", "lost sight", "hit in the", "suffered injuries", "sustained injuries", "suffered wounds", "suffering injuries", "suffered burns", "in serious condition", "in the emergency room", "needed treatment",
        "received treatment", "receiving treatment", "sought treatment", "suffered shrapnel", "sustained wounds", "suffered minor injuries", "sustained shrapnel", "have wounds", "were treated", "was treated", "taken to hospital", "rushed to hospital", "flown to hospital", "airlifted to hospital", "struck by a bullet", "struck by bullets", "hit by a bullet", "hit by bullets", "hit by gunfire", "struck by gunfire",
        "suffering from gunshot wounds", "suffering gunshot wounds", "suffering from a gunshot wound", "with a gunshot wound", "with gunshot wounds", "with an apparent gunshot wound", "with apparent gunshot wounds", "with multiple gunshot wounds", "suffered a gunshot wound", "suffered gunshot wounds", "suffering from an apparent gunshot wound", "suffering from apparent gunshot wounds", "suffering from multiple gunshot wounds", "treated in hospital", "hurt in")  # fmt: skip
_phrase("D", "brought in dead", "brought out dead", "carried out dead", "pulled out dead", "taken out dead", "dug out dead", "lifted out dead", "came out dead", "brought out lifeless", "pulled out lifeless", "carried out lifeless", "reached the hospital dead", "reached hospital dead", "reached the clinic dead", "found dead", "presumed dead", "feared dead", "believed dead", "confirmed dead", "pronounced dead", "declared dead", "dead on arrival", "dead bodies_", "among the dead", "among the fallen", "among the martyrs", "among those killed", "among the victims_", "among the slain", "among the fatalities")  # fmt: skip
_phrase("c", "among the victims", "among the casualties")
_phrase("W", "added to the wounded", "added to the injured", "among the wounded", "among the injured", "among those wounded", "among those injured")
_phrase("q", "including", "among them", "among whom", "of whom", "of which", "amongst them", "inclusive of", "among those", "most of them", "mostly", "mainly", "comprising", "consisting of")
_phrase("S", "according to", "acc to", "as per", "per my", "per the", "per local", "per a", "in the words of")
_phrase("g", "unaccounted for", "not been found", "never found", "still missing", "not been accounted", "have not been found", "has not been found", "had not been found", "have not been accounted for", "not been seen", "never been seen again", "never been seen since", "not come back", "never came back", "not returned", "never returned", "not been heard from", "not been heard of", "unaccounted", "nowhere to be found")
_phrase("b", "body bags", "body bag", "dead bodies", "human remains")
_phrase("-", "course of which", "course of whom", "civilian casualty", "civilian casualties_", "death penalty", "death toll_", "dead end", "dead sea", "killed the", "casualty of", "casualty to")
_phrase("t", "number of bodies recovered", "number of bodies", "death toll", "body count", "casualty count", "number of dead", "number killed", "number of killed", "number of deaths", "number of people killed", "number of fatalities", "number of victims", "number of civilians killed",
        "total killed", "total dead", "number of the dead", "number of those killed", "number of wounded", "number of injured", "figure for the dead", "total of deaths", "death count", "toll of dead", "fatality count", "number of civilian deaths", "number of casualties", "total of civilians killed")  # fmt: skip
_phrase("R", "went up", "gone up", "goes up", "going up", "crept up", "shot up", "moved up", "is up", "went down", "come down", "came down", "now stands")
_phrase("&", "as well as", "along with", "together with", "and also", "as well")
_phrase("N", "did not", "do not", "does not", "was not", "were not")
_phrase("d", *DIED_PHRASES)
_phrase("k", *KILLED_PHRASES)
_phrase("i", *HURT_PHRASES)
_phrase("I", "stitched", "bandaged", *TENDED_PHRASES)
_phrase("g", *MISSING_PHRASES)
