"""What sort of voice an English speaker is: an army, a hospital, a monitor, people of the place."""

import re
from functools import lru_cache

from harmtrace.records.claim import VoiceKind

_VOICES: tuple[tuple[VoiceKind, frozenset[str]], ...] = (
    (VoiceKind.HEARSAY, frozenset("reports rumours rumors rumour accounts unconfirmed".split())),
    (VoiceKind.CIVIL_DEFENCE, frozenset("civil-defence defence_ helmets".split())),
    (VoiceKind.MONITOR, frozenset("observatory monitor monitors monitoring airwars watchdog committee network league rights watch un nations commission ngo archive activists group charity partners".split())),
    (VoiceKind.HEALTH, frozenset("hospital clinic health morgue forensic".split())),
    (VoiceKind.MILITARY, frozenset("force defence defense idf navy marines general staff army military coalition forces centcom command pentagon militia rebels separatists houthis sdf taliban al-shabaab isis hamas rsf guerrillas insurgents air-force navy brigade troops command joint militants".split())),
    (VoiceKind.GOVERNMENT, frozenset("government ministry minister president authorities prosecutor office administration governor mayor kremlin embassy junta police parliament council moscow kyiv".split())),
    (VoiceKind.MEDIA, frozenset("reuters afp ap bbc cnn agency newspaper tv television radio channel station pages page outlets media outlet".split())),
)  # fmt: skip
PERSONAL = frozenset(
    "resident residents witness witnesses eyewitness eyewitnesses survivor survivors relative relatives neighbour neighbours neighbor neighbors doctor doctors medic medics nurse villager villagers "
    "worker workers volunteers volunteer official officials officer rescuer rescuers elders elder teacher farmer man woman people locals paramedic paramedics source sources mother father cousin "
    "aunt uncle shopkeeper trader driver priest survivors everyone".split()
)


@lru_cache(maxsize=65_536)
def voice(name: str) -> VoiceKind:
    """Return what sort of voice a speaker is, from the words that name it.

    >>> voice("the health ministry").value, voice("residents").value
    ('health', 'people')
    """
    words = {piece.strip(".,'’").removesuffix("'s").removesuffix("’s") for piece in re.split(r"[\s/]+", name.lower())}
    if {"civil", "defence"} <= words or {"civil", "defense"} <= words or "helmets" in words or {"emergency", "service"} <= words or {"red", "crescent"} <= words:
        return VoiceKind.CIVIL_DEFENCE
    if {"red", "cross"} <= words:
        return VoiceKind.MONITOR
    if words & PERSONAL and not words & {"spokesman", "spokeswoman", "spokesperson", "ministry", "reports"}:
        return VoiceKind.PEOPLE
    for kind, markers in _VOICES:
        if words & markers:
            return kind
    return VoiceKind.PEOPLE
