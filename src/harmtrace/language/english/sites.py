"""English places named without a preposition: by what stands there ("the Bria chapel"), or at the head of an entry."""

import re

from harmtrace.language.english.words import LEX
from harmtrace.language.tokens import Tokens

#: What bears the name of its place: "the Bria chapel shooting", "on the Anka road".
_SITES = frozenset(
    "market marketplace bazaar mosque chapel church cathedral monastery temple shrine school schoolhouse academy bakery mill dormitory hostel bridge footbridge viaduct tunnel road highway street lane square "
    "camp prison barracks garrison mine quarry pit canal river creek lake dam weir reservoir port harbour harbor jetty quay pier station terminal crossing junction crossroads checkpoint roundabout valley hills "
    "mountain mountains ridge plain forest island islands beach district quarter neighbourhood neighborhood village hamlet settlement suburb farm farms farmland orchard stadium university plant factory refinery "
    "depot airport airfield airstrip gate ward county commune parish sector front forest pass oilfield well wells borehole cemetery park playground stop".split()
)
#: What happened, right behind a place or a site: "the Bria massacre".
DEEDS = frozenset("bomb mine missile rocket shell gunfire crash disaster stabbing gunfight firefight storming arson massacre massacres shooting bombing shelling attack attacks raid raids strike strikes airstrike airstrikes blast explosion ambush siege killings killing clashes clash collapse fire".split())
JOINING = frozenset("states provinces districts governorates regions counties departments cantons oblasts villages towns".split())
SITES = _SITES | DEEDS | {"hospital", "clinic", "building", "hotel"}
_STRUCK_SITES = frozenset("hospital clinic building hotel".split())
_CAPITAL = re.compile(r"[A-ZÀ-ÞŠŽĀĪŪ]|al-[A-Z]|el-[A-Z]|ad-[A-Z]|ar-[A-Z]|as-[A-Z]")
NO_PLACE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december the a an this that these those his her its their our "
    "my no all both some any each every other another one two three four five six seven eight nine ten many most few in on at of to from by for with and or but as if when while after before since until during between under "
    "he she it we they who what which where there here then now also not never nor so yet mr mrs ms dr gen col maj capt sgt lt sir general colonel major captain president minister "
    "american british french russian israeli turkish syrian iraqi iranian saudi yemeni afghan ukrainian german italian spanish greek chinese indian egyptian jordanian lebanese libyan somali sudanese palestinian ethiopian kenyan nigerian "
    "koranic quranic coranic kurdish arab muslim islamic christian jewish orthodox catholic coptic hindu sikh sunni shia shiite houthi us u.s. uk u.n. un nato eu isis isil hamas hezbollah taliban al-qaeda al-shabaab army navy military police coalition government allied western eastern "
    "northern southern central local national international federal civil red white blue black new old general primary secondary high heavy suicide air drone bomb mortar artillery rocket "
    "several nobody everyone someone such only just even among more less about around near over above below within old overnight night early late last first second third next".split()
)


def named_sites(tokens: Tokens, masked: dict[int, int]) -> list[tuple[int, int]]:
    """Return the names that stand right before what is there, or what happened there: "Bria" in "the Bria chapel shooting"."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    out: list[tuple[int, int]] = []
    for k in range(1, n):
        word = words[k]
        deed = word in DEEDS
        if not (deed or word in _SITES or (word in _STRUCK_SITES and k + 1 < n and words[k + 1] in DEEDS)) or not raw[k][:1].islower():
            continue
        first = k
        while first > 0 and k - first < 4 and (first - 1) not in masked and _part(words[first - 1], raw[first - 1]):
            first -= 1
        if first == k or (deed and not (first and words[first - 1] in ("the", "a", "that", "this", "in"))):
            continue
        if first == 0 and (k - first == 1 and LEX.get(words[0], "")):
            continue
        if k - first == 1 and raw[first].isupper() and 1 < len(raw[first]) < 5:
            continue  # "an RSF checkpoint": whose it is
        out.append((first, k))
    return out


def _part(word: str, raw: str) -> bool:
    return _CAPITAL.match(raw) is not None and word not in NO_PLACE and not word.endswith("'s") and not raw.endswith(("-led", "-backed", "-held", "-made", "-built"))


def joined_names(tokens: Tokens) -> list[tuple[int, int]]:
    """Return names that share their kind, as one: "Sarn, Velm and Ostrel provinces"."""
    words, raw = tokens.words, tokens.raw
    out: list[tuple[int, int]] = []
    for k in range(3, len(words)):
        if words[k] not in JOINING or not raw[k][0].islower():
            continue
        first = k
        while first > 0 and (_part(words[first - 1], raw[first - 1]) or (words[first - 1] in ("and", ",") and first < k and first > 1 and _part(words[first - 2], raw[first - 2]))):
            first -= 1
        if "and" in words[first:k]:
            out.append((first, k))
    return out


#: What may stand between the name at the head of an entry and its day: ", Duhok governorate".
KINDS = frozenset("governorate province district county region state subdistrict commune city town village camp locality cercle oblast department territory canton zone woreda prefecture emirate division tehsil raion".split())
SIDES = frozenset("east west north south eastern western northern southern central northeast northwest southeast southwest upper lower greater".split())
_NO_HEADS = frozenset("review transcript briefing noon highlights weekly daily monthly civilian night morning evening overview summary flash sitrep situation field case incident report release note update bulletin photo file press statement summary correction erratum correction meanwhile yesterday today however later earlier still then thread".split())


TOP = 160  # characters in which a file says of which place it is


def entry_head(tokens: Tokens, masked: dict[int, int]) -> list[tuple[int, int]]:
    """Return the places that an entry opens with, before its day: "Kani Balav, Duhok governorate, 22 July 2022"; none else."""
    words, raw = tokens.words, tokens.raw
    n = len(words)
    found: list[tuple[int, int]] = []
    k = 0
    if 0 in masked:
        return _behind_day(tokens, masked)
    while k < n and k < 4 and not words[k][0].isalnum():
        k += 1
    k = _past_site(words, k)
    while k < n and len(found) < 4:
        first = k
        k += found != [] and words[k] in SIDES and k + 1 < n and _part(words[k + 1], raw[k + 1])
        while k < n and k - first < 5 and k not in masked and (_part(words[k], raw[k]) or (k > first and words[k] in ("al", "de", "del", "la", "las", "los", "el", "of", "da", "do", "du", "di"))):
            k += 1
        name = k
        if name == first or words[name - 1] == "of":
            break
        while k < n and words[k] in KINDS:
            k += 1
        if k >= n or (words[k] not in (",", ".", ":", "—", "–", "-") and k not in masked):
            return []
        if not _NO_HEADS.isdisjoint(words[first:name]) or (name == first + 1 and (words[first] in LEX or words[first].endswith(("ing", "ed", "ly", "tion", "ings")))):
            return []
        found.append((first, name))
        if k in masked or words[k] != ",":
            break
        k += 1
    if k == n - 1 and words[k] == "." and len(found) > 1 and tokens.starts[0] < TOP:
        return found  # a line of places at the head of a file: "Barangay Orla, Butan, Lesser Sand."
    dated = k < n and (k in masked or (k + 1 in masked and words[k] in (",", ":", "on", "in", "—", "–", "-", "the")))
    return found if dated and found else []


def _behind_day(tokens: Tokens, masked: dict[int, int]) -> list[tuple[int, int]]:
    """Return the places of a heading behind its day: "4 June: Marl Bay, Orla province"; none where it is more than that."""
    words, raw = tokens.words, tokens.raw
    n, k = len(words), masked[0]
    if k >= n or words[k] not in (":", "—", "–", "-", "|") or n - k > _LONGEST_HEADING:
        return []
    found: list[tuple[int, int]] = []
    while k < n and (words[k] == "," or not found):
        first = k = k + 1
        while k < n and _part(words[k], raw[k]):
            k += 1
        if k == first or not _NO_HEADS.isdisjoint(words[first:k]) or words[first] in LEX:
            return []
        found.append((first, k))
        while k < n and words[k] in KINDS:
            k += 1
    return found if k >= n else []


_LONGEST_HEADING = 10  # words of places behind a day


def _past_site(words: list[str], k: int) -> int:
    """Return the token behind the number of an entry and what was struck: "LY-1018: Petrol station, Marl Bay, 18 October"."""
    if k + 1 < len(words) and words[k + 1] == ":" and any(char.isdigit() for char in words[k]):
        k += 2
    end = next((t for t in range(k + 1, min(len(words), k + 5)) if words[t] == ","), 0)
    return end + 1 if end and words[end - 1] in STRUCK else k


#: What an entry may name as struck before its place.
STRUCK = frozenset(
    "station school schools house home homes building market street shop bakery hospital clinic mosque church bridge camp shelter factory farm bus car cars vehicle vehicles convoy truck boat well mill warehouse hotel "
    "restaurant cafe university office checkpoint prison tent tents block flat apartment apartments wedding funeral hall port airport queue line road pump depot bazaar orphanage kindergarten".split()
)


#: Words without which no place is one where people were only treated, or buried.
CARED = frozenset("hospital hospitals clinic clinics ward wards morgue mortuary treated treatment surgery recovering buried funeral since later wounds injuries burns".split())
_WARDS = frozenset("hospital hospitals clinic clinics ward wards morgue mortuary".split())
_CARE = frozenset("treated treatment surgery recovering buried funeral".split())
_LATER = frozenset("since later wounds injuries burns".split())
_BROUGHT = frozenset("died dead wounded injured patients treated admitted taken took rushed received nurse doctor surgeon medic medics doctors nurses director said beds reached reaching arrived carried ferried driven flown evacuated transferred moved sent".split())
_LYING = frozenset("lie lies lying".split())
_HURT = frozenset("wounded injured hurt burned burnt maimed concussed unconscious".split())
_HIT = frozenset("shells rocket mortar burning burned tore slammed crashed stormed gunmen destroyed killed kills killing hit hits hitting struck strike strikes bombed bombing shelled shelling shell attacked attack raid raided targeted fell fire shot bomb blast explosion explosions missile missiles rockets drone".split())
_REACH = 9


def cared_for(words: list[str], k: int) -> bool:
    """Tell whether the place at token ``k`` is where people were treated, died later or were buried: not where they came to harm."""
    if k < 2 or words[k - 1] not in ("in", "at", "of"):
        return False
    first = max(0, k - _REACH)
    for j in range(k - 2, first - 1, -1):
        if words[j] in (",", ";", ".", ":", "(", ")"):
            first = j + 1
            break
    before = words[first : k - 1]
    if not _HIT.isdisjoint(before):
        return False
    if before and before[-1] in _WARDS:
        opens = first == 0 and words[0] in ("at", "in")  # "At the hospital in X, which took them in, a nurse said"
        return words[k - 1] != "at" and (opens or not _BROUGHT.isdisjoint(before))
    return not _CARE.isdisjoint(before) or ("died" in before and not _LATER.isdisjoint(before))


#: Words without which no place is one that fire came from, or where the hurt only lie.
AWAY = frozenset("from to lie lies lying".split())


def away(words: list[str], k: int) -> bool:
    """Tell whether the place at token ``k`` is whence fire came, or where the wounded lie."""
    return k > 1 and (_lie_there(words, k) or fired_from(words, k))


def _lie_there(words: list[str], k: int) -> bool:
    """Tell the place where the wounded lie: "Five others lie wounded in X"."""
    if words[k - 1] not in ("in", "at"):
        return False
    before = words[max(0, k - _REACH) : k - 1]
    lie = next((j for j in range(len(before) - 1, -1, -1) if before[j] in _LYING), -1)
    hurt = lie >= 0 and not _HURT.isdisjoint(before[lie + 1 :])  # "wounded were lying in X's square" is where they were hit
    return hurt and not {",", ";", ".", ":"} & set(before[lie:])


#: What is fired, how, and whence it came: "mortars were fired from X at Y".
_FIRED = frozenset(
    "fired fire fires firing launched launches launching lobbed lobbing hurled shot flew flying took taken take takes came come coming comes originated originating emanated emanating shelled shelling bombarded bombarding "
    "gunfire shellfire shells shell mortars mortar rounds round rockets rocket missiles missile drones drone artillery".split()
)
_AIRBORNE = frozenset("took taken take takes".split())
_COMES = frozenset("came come comes coming originated originating emanated emanating".split())
_FIRE = frozenset("fire gunfire shellfire shelling shell shells mortar mortars round rounds rocket rockets missile missiles drone drones bullet bullets artillery shot shots projectile projectiles barrage salvo attack strike".split())
#: What stands between "from" and the place: "from a farm east of X", "from positions held by the army in X".
_WHENCE = frozenset(
    "the a an its their his army's positions position base bases barracks camp camps farm farms farmland hill hills hilltop hilltops airbase airfield airport battery batteries launchers launcher emplacement emplacements vehicle vehicles ship ships boat boats "
    "warship warships side bank shore edge outskirts direction area areas site sites trenches trench heights mountain mountains town city village district quarter suburb neighbourhood neighborhood province across within inside near around outside beyond behind "
    "above in at on of and army rebel government militia military held controlled north south east west northern southern eastern western north-east north-west south-east south-west northeast northwest southeast southwest opposite just somewhere nearby neighbouring neighboring".split()
)
_DREW = frozenset("took taken taking drew drawn drawing received receiving under".split())
_WHENCE_REACH, _FIRED_REACH = 7, 9


def fired_from(words: list[str], k: int) -> bool:
    """Tell whether the place at token ``k`` is where fire came from: "fired from X at Y", "mortars launched from a farm east of X"."""
    j = k - 1
    while j > 0 and k - j <= _WHENCE_REACH and words[j] in _WHENCE:
        j -= 1
    if j < 1 or words[j] != "from":
        return False
    for t in range(j - 1, max(-1, j - 1 - _FIRED_REACH), -1):
        word = words[t]
        if word in (";", ".", ":", ",", "(", ")", "and", "but", "killed", "killing", "died", "who"):
            return False
        if word in _FIRED:
            if word in _COMES:
                return not _FIRE.isdisjoint(words[max(0, t - _FIRED_REACH) : t])  # "she comes from X" is at home there
            if word == "fire" and t and words[t - 1] in _DREW:
                return False  # "took fire from X and shelled it"
            return word not in _AIRBORNE or words[t + 1] == "off"
    return False


_TAKEN = frozenset("took taken take takes brought bring rushed evacuated moved transferred carried driven flown sent ferried airlifted referred discharged".split())
_THITHER = frozenset("the a an nearby nearest provincial regional state district main city town capital hospital hospitals clinic clinics of in at , general central both its".split())


def taken_to(words: list[str], k: int) -> bool:
    """Tell whether the place at token ``k`` is whither people were taken: "were driven to the provincial capital, X"."""
    j = k - 1
    while j > 0 and k - j <= _WHENCE_REACH and words[j] in _THITHER:
        j -= 1
    return j > 0 and words[j] == "to" and not _TAKEN.isdisjoint(words[max(0, j - 4) : j])
