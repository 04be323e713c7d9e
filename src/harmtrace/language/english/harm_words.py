"""English turns of phrase for death, wounds and disappearance, put together from their parts."""

_BELONGING = ("his", "her", "their", "its", "my", "our")
_PARTS = "leg arm eye limb hand foot finger toe ear forearm thumb kidney hearing sight eyesight".split()
_PARTS_OF_MANY = "legs arms eyes limbs hands feet fingers toes hearing sight eyesight".split()
_WOUNDS = "wounds injuries burns cuts bruises fractures lacerations concussion bruising".split()


def _lost_parts() -> tuple[str, ...]:
    """Return "lost a leg", "lost his hearing", "losing both arms": the limbs and senses that a person can lose."""
    out = []
    for verb in ("lost", "losing", "loses"):
        out += [f"{verb} {article} {part}" for part in _PARTS for article in (("an",) if part[0] in "aeiou" else ("a",))]
        out += [f"{verb} {whose} {part}" for whose in _BELONGING for part in (*_PARTS, *_PARTS_OF_MANY)]
        out += [f"{verb} {whose} {side} {part}" for whose in _BELONGING for side in ("left", "right") for part in _PARTS]
        out += [f"{verb} {many} {part}" for many in ("both", "two", "three") for part in _PARTS_OF_MANY]
    return tuple(dict.fromkeys(out))


_BONES = "leg arm hip nose jaw rib wrist ankle knee elbow shoulder collarbone collar-bone finger toe foot hand heel neck back spine skull pelvis thigh shin".split()
_BONES_OF_MANY = "legs arms ribs wrists ankles knees fingers toes feet hands hips".split()


def _broken_bones() -> tuple[str, ...]:
    """Return "broke her hip", "fractured two ribs", "dislocated a shoulder": the bones that a person can break."""
    out = []
    for verb in ("broke", "breaks", "breaking", "fractured", "dislocated", "sprained", "cracked", "smashed", "shattered"):
        out += [f"{verb} {article} {bone}" for bone in _BONES for article in ("an" if bone[0] in "aeiou" else "a", *_BELONGING[:2])]
        out += [f"{verb} {side} {bone}" for bone in _BONES_OF_MANY for side in ("both", "two", "three", "several", "some", "their", "his", "her")]
    return tuple(out)


_LODGED = "bullet splinter bullets splinters shrapnel pellets pellet fragment fragments shard shards glass".split()


def _lodged() -> tuple[str, ...]:
    """Return "has a bullet in", "had splinters in his": what one was hit by and carries."""
    return tuple(f"{verb} {many}{piece} in" for verb in ("has", "had", "have", "got", "carries") for piece in _LODGED for many in ("", "a ", "two ", "three ", "several ", "some ", "pieces of ", "bits of "))


def _bore_wounds() -> tuple[str, ...]:
    """Return "suffered burns", "sustained minor injuries", "escaped with cuts": how wounds are had."""
    kinds = ("", "minor ", "light ", "slight ", "serious ", "severe ", "critical ", "superficial ", "shrapnel ", "bullet ", "multiple ")
    verbs = ("suffered", "sustained", "received", "escaped with", "survived with", "incurred")
    return tuple(f"{verb} {kind}{wound}" for verb in verbs for kind in kinds for wound in _WOUNDS)


_HIT = "cut hit struck slashed pierced peppered sprayed showered lacerated grazed riddled".split()
_PIECES = (
    "glass splinters splinter shrapnel fragments fragment bullets bullet rounds pellets pellet shards shard debris stones gunfire gunshots shots shot bullets nails flechettes submunitions ricochets".split()
)


def _hit_by() -> tuple[str, ...]:
    """Return "cut by flying glass", "hit by stray rounds", "peppered with splinters": what one is hurt by."""
    kinds = ("", "a ", "flying ", "stray ", "a stray ", "broken ", "falling ", "shell ", "mortar ", "metal ", "live ", "sniper ")
    return tuple(f"{verb} {by} {kind}{piece}" for verb in _HIT for by in ("by", "with") for kind in kinds for piece in _PIECES if by == "by" or verb in ("peppered", "sprayed", "showered", "riddled"))


def _lived_not() -> tuple[str, ...]:
    """Return "did not recover", "never woke up": what is denied of those who died."""
    return tuple(f"{no} {living}" for no in ("did not", "didn't", "didnt", "do not", "does not", "had not", "has not", "have not", "never") for living in ("recover", "recovered", "pull through", "pulled through", "wake up", "woke up", "survive", "survived", "come through"))


#: Said of people who died.
DIED_PHRASES = (
    *_lived_not(), "given their lives", "given his life", "given her life", "given up their lives", "gave up their lives", "never went home", "never got home", "never made it home", "gone for good", "is dead and gone", "later expired", "have expired", "had expired", "has expired", "expired on", "expired in",
    "did not survive", "didnt make it", "didnt survive", "dont make it", "do not survive", "didn't survive", "had not survived", "has not survived", "have not survived", "did not make it", "didn't make it", "did not live", "didn't live", "never made it", "never woke", "did not wake", "never regained consciousness",
    "bled out", "burned to ashes", "choked on smoke", "paid with their lives", "paid the supreme price", "paid the ultimate price", "paid the highest price", "paid the supreme sacrifice", "made the supreme sacrifice", "made the ultimate sacrifice", "laid down their lives", "laid down his life", "laid down her life", "paid with his life", "paid with her life", "gave his life", "gave her life", "lay dead", "lie dead", "lies dead", "lying dead", "fell to their deaths", "fell to his death", "fell to her death",
    "embraced martyrdom", "attained martyrdom", "achieved martyrdom", "drank martyrdom", "no longer with us", "no longer alive", "no longer living", "not alive any more", "met their end", "met his end", "met her end", "came to his end", "came to her end", "came to their end", "met their maker", "met his maker", "could not be saved", "could not be revived", "could not be resuscitated", "was beyond help", "were beyond help", "was past help", "were past help", "never opened his eyes", "never opened her eyes",
    "gave up the ghost", "gave up his ghost", "lost his fight", "lost her fight", "went to their deaths", "went to his death", "went to her death", "choked to death", "froze to death", "bled to death", "burned to death", "burnt to death", "starved to death", "suffocated to death",
    "was no more", "were no more", "were dead before", "was dead before", "dead before", "arrived dead", "came in dead", "both gone", "all gone", "are gone", "is gone", "breathed his last", "breathed her last", "drew their last breath",
)  # fmt: skip
#: Said of people who were killed.
KILLED_PHRASES = (
    "ripped apart", "ripped to pieces", "torn to pieces", "torn to shreds", "blown to bits", "cut to pieces", "mown down", "hacked apart", "run over and killed", "shot and burned", "burned to a cinder", "burnt to a cinder", "burned to cinders",
    "burnt to death", "fatally hit", "fatally struck", "fatally hurt", "fatally burned", "mortally wounded", "crushed to pieces", "stoned to death", "whipped to death", "gassed to death", "dragged to death", "frozen to death", "put to the sword",
    *(f"{verb} the {part} of" for verb in ("slit", "slits", "slitting", "cut", "cuts", "cutting", "slashed") for part in ("throat", "throats")), "took the lives of", "takes the lives of", "taking the lives of", "claims the lives of", "claiming the lives of", "claimed the lives of", "ended the life of", "ended the lives of", "cost the lives of", "put an end to the life of", "put a bullet in the head of",
    "sent to hell", "dispatched to hell", "sent to their graves", "sent to the grave", "sent to his grave", "sent to her grave", "finished off", "did away with", "done away with", "mowed to the ground", "slashed to death", "speared to death", "kicked to death", "drowned in their", "had his head blown", "had her head blown", "shot through the head", "shot in the back of", "lined up against a wall",
    "lined up and shot", "found shot", "found hanged", "found murdered", "found killed", "found strangled", "shot in cold blood", "had their heads cut off", "had his head cut off",
)  # fmt: skip
#: Said of people who were hurt.
HURT_PHRASES = (
    *_hit_by(), "seek medical", "sought medical", "seeking medical", "needed medical", "in comas", "in a serious condition", "in serious state", "blast injuries",
    *_lost_parts(), *_bore_wounds(), *_broken_bones(), *_lodged(),
    "had scratches", "has scratches", "have scratches", "with scratches", "suffered a burst", "suffered burst", "suffered a broken", "suffered a fractured", "suffered a cut", "suffered a wound", "suffered a concussion", "had a leg amputated", "had an arm amputated", "had his leg amputated", "had her leg amputated", "had his arm amputated", "had her arm amputated", "underwent an amputation", "underwent amputation", "underwent amputations", "is on crutches", "are on crutches", "on crutches", "in plaster",
    "cut about the", "cut across the", "with a shot in", "with a shot through", "shot through both", "on oxygen", "hooked up to", "is being operated on", "was operated on", "were operated on", "are being operated on", "fighting for life", "between life and death",
    "under the knife", "on a ventilator", "on the operating table", "in the burns unit", "in the burn unit", "in a burns unit", "in a burn unit", "on stretchers", "underwent surgery", "undergoing surgery", "undergoing treatment", "under treatment", "underwent an operation", "had surgery", "needed surgery", "needed stitches",
    "out of surgery", "hit by a machete", "struck by a machete", "hit by an axe", "hit with a machete", "cut with a machete", "slashed with a machete", "cut with machetes", "came in with gunshot", "came in with bullet", "came in with shrapnel", "came in with burns", "came in with wounds", "arrived with gunshot", "arrived with bullet", "arrived with burns", "brought in with burns",
    "with a bullet in", "with shrapnel in", "took a bullet", "took shrapnel", "caught shrapnel", "hit in his", "hit in her", "hit in their", "struck in the", "shot in the", "shot through the", "shot in both", "grazed in the", "grazed by", "cut in the", "cut on the", "burned on the", "burnt on the",
    "with a broken", "with broken", "with broken limbs", "still unconscious", "is unconscious", "are unconscious", "was unconscious", "were unconscious", "in a serious condition", "in a serious state", "in a grave condition", "in a grave state", "in grave condition", "in stable condition", "in a stable condition", "on a drip", "on drips", "broke a leg", "broke an arm", "broke his leg", "broke her leg", "broke his arm", "broke her arm", "broke a hip", "with head injuries", "with a head wound", "with head wounds", "with injuries", "with leg wounds", "with bullet wounds", "with light wounds", "with light injuries",
    "with minor wounds", "with minor injuries", "with serious injuries", "with severe injuries", "with severe burns", "with serious burns", "with serious wounds", "with fractures", "with concussion",
    "admitted with", "taken to a hospital", "rushed to a hospital", "taken to a clinic", "taken to the clinic", "taken to the hospital", "rushed to the hospital", "brought to the hospital", "brought to hospital", "transferred to hospital", "evacuated to hospital", "evacuated with wounds",
    "is in the hospital", "are in the hospital", "was in the hospital", "were in the hospital", "remain in hospital", "cut down by shrapnel", "overcome by smoke", "overcome by fumes", "overcome by gas", "choking on gas",
)  # fmt: skip
#: Said by those who tend the hurt: "stitched up nine people".
TENDED_PHRASES = (
    "stitched up", "sewed up", "patched up", "operated on", "operating on", "bandaged up", "performed surgery on", "amputated the leg of", "amputated the arm of", "gave first aid to", "given first aid to", "dressed the wounds of", "dressed the burns of", "dressed wounds of", "treated the burns of", "stitched the wounds of", "took shrapnel out of", "took bullets out of", "treated the wounds of", "treating the wounds of",
)  # fmt: skip
#: Said of people of whom nothing is known.
MISSING_PHRASES = (
    "could not be traced", "cannot be traced", "could not be found", "cannot be found", "could not be located", "cannot be located", "could not be accounted for", "cannot be accounted for", "whose fate is unknown", "whose fate is not known", "whose fate remains unknown", "fate is unknown", "fate is not known", "fate remains unknown", "fate was unknown", "of unknown fate", "nothing has been heard of", "nothing is known of",
    "gone missing", "went missing", "go missing", "not been traced", "not been located", "never been found", "not been recovered", "not been identified as alive", "not accounted for", "not been heard of", "not been heard from", "not been seen", "not been seen since", "never been seen", "not been seen again", "not been heard of since", "not been heard from since", "whose whereabouts are unknown", "whereabouts are unknown",
    "whereabouts remain unknown", "without trace", "without a trace", "not come home", "never came back", "never come back", "not returned home", "still not found", "not yet found", "not yet been found", "not yet accounted for", "not yet been accounted for", "still unaccounted for", "remain unaccounted for",
    "remain missing", "remains missing", "yet to be found", "yet to be accounted for", "yet to be traced", "lost without trace", "swept away", "washed away",
)  # fmt: skip
