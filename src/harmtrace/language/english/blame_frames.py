"""English blame as frames: who may have done it, what was done, and how it is said."""

_SIDE_WORDS = (
    r"(?:army|military|militia(?:s|men)?|rebels?|soldiers?|troops|forces|insurgents?|terrorists?|coalition|police(?:men)?|gunmen|gunmen|side|regime|authorities|guards?|fighters?|militants?|separatists?|guerrillas?|garrison|brigade|battalion|division|regiment|"
    r"paramilitar(?:y|ies)|gunners?|snipers?|patrol|navy|air force|gang|group|settlers?|mercenar(?:y|ies)|junta|enemy|marines?|volunteers?|vigilantes?|herders?|bandits?|raiders?|organisation|organization|movement|gunboats?|gunships?|helicopters?|jets?|warplanes?|"
    r"drones?|submarines?|frigates?|tanks?|guns?|batter(?:y|ies)|column|commandos?|occupiers?|invaders?|dissidents?|front|government|artillery)"
)
#: A party: a name, or words that end in those for a side.
_WHO = rf"(?P<party>(?:(?-i:[A-Z][\w’'.-]{{0,30}}(?: [A-Z][\w’'-]{{1,30}}){{0,3}})|(?:[\w’'-]{{1,30}} ){{0,4}}?{_SIDE_WORDS}(?: {_SIDE_WORDS})?)(?: (?:of|from) (?:the )?[\w’'-]{{1,30}}(?: [\w’'-]{{1,30}}){{0,3}}?)?)"
_DID = (
    r"(?:opened fire|had opened fire|fired (?:on|at|into|upon|short)|had fired (?:on|at|into|upon|short)|(?:had )?shot at|(?:had )?set fire to|(?:had )?set (?:the )?\w+ on fire|(?:had )?burn(?:ed|t)(?: down)?|(?:had )?torched|(?:had )?stormed|(?:had )?ransacked|(?:had )?looted|"
    r"(?:had )?shelled|(?:had )?bombed|(?:had )?attacked|(?:had )?raided|(?:had )?ambushed|(?:had )?rammed|(?:had )?sunk|sank|(?:had )?mined|(?:had )?dropped|(?:had )?executed|(?:had )?massacred|(?:had )?slaughtered|(?:had )?murdered|hit the \w+ by mistake|had hit the [\w ]{3,20} by mistake)"
)
_SAYING = r"(?:insist(?:s|ed)?|maintain(?:s|ed)?|alleg(?:es|ed|e)|charg(?:es|ed)|claim(?:s|ed)?|repl(?:ies|ied)|retorted|countered|testif(?:ies|ied)|sw(?:ore|ears)|complain(?:s|ed)|assert(?:s|ed)?|stat(?:es|ed)|said|says|say|told \w+(?: \w+)?|added|adds|believe[sd]?|is (?:sure|certain|convinced)|are (?:sure|certain|convinced)|suspects?|saying|claiming|insisting|adding|stating|alleging|arguing|argued?)"
_THING = r"(?:missile|bomb|rocket|shell|mine|air ?strike|drone|projectile|interceptor|grenade|mortar(?: round| bomb)?|bullet|device|explosion|gas leak|gas cylinder|short circuit|fire|round|munition|torpedo|power line|car bomb|truck bomb|ammunition(?: store| dump| depot)?|fuel tank|stove|boiler|lorry bomb|booby trap)"
_HARMED = r"(?:sunk|sank|hit|struck|destroyed|caused|exploded|gone off|went off|blown up|brought down|levelled|leveled|demolished|damaged|set off|fallen on|fell on|ignited|torn through|ripped through)"

#: (name, stance, gates, pattern), tried behind the rows of single turns of phrase.
BLAME_FRAMES: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("blame-side", "alleges", ("blam",), rf"(?<!the )(?<!any )(?<!take )(?<!to )(?<!of )(?<!full )\b(?:blamed|blames|blame|blaming)\b (?:on )?(?:the |a |an |its |some )?[\"“]?{_WHO}[\"”]?(?: [^.;,]{{0,30}})?"),
    ("attribute-side", "alleges", ("attribut", "ascrib"), rf"\b(?:attribut(?:es?|ed|ing)|ascrib(?:es?|ed|ing))\b (?:[\w’'-]+ ){{0,5}}?to (?:the |a |an )?[\"“]?(?:the |a |an )?{_WHO}[\"”]?"),
    ("work-of", "alleges", ("the work of", "the doing of", "handiwork of", "the fault of", "hallmark", "signature of", "perpetrated by", "committed by", "carried out by", "the responsibility of"), rf"\b(?:(?:was|were|is|are|as|being) (?:all )?(?:the )?(?:work|doing|handiwork|fault|responsibility) of|(?:bears?|bore|carr(?:y|ies|ied)) (?:all )?(?:the )?(?:hallmarks?|signature|marks?) of|(?:was|were|is|been) (?:perpetrated|committed|carried out) by) (?:the |a |an )?[\"“]?{_WHO}[\"”]?"),
    ("finger-at", "alleges", ("finger",), rf"\bpoint(?:s|ed|ing)? (?:the |a |an accusing |their |his )?fingers? (?:squarely )?at (?:the |a |an )?{_WHO}"),
    ("was-behind", "alleges", ("behind",), rf"(?<![\w’'.-]){_WHO} (?:was|were|is|are|stood|stands|had been) (?:also )?behind (?:it|this|that|the (?:\w+ )?(?:attack|bombing|killings?|raid|massacre|shooting|strike|blast|shelling|ambush|murders?|deaths?))\b"),
    ("it-was-side", "alleges", ("it was ", "this was "), rf"\b(?:{_SAYING} (?:that )?(?:it|this) was|^\W{{0,3}}(?:\d{{1,2}}[/.)] )?(?:it|this) was|(?<=[.;] )(?:it|this) was) (?:not an accident, it was )?(?:the |a |an |some )?{_WHO}(?=[,.;:!\"”]|$| (?:that|who|which|from)\b)"),
    ("side-that", "alleges", ("that it was ", "it was the", "it was a"), r"\bit was (?:the |a |an )?(?P<party>[^,.;:\"“”]{2,50}?) (?:that|who|which) (?:had )?(?:lit|burn(?:ed|t)|torched|set|opened|started|fired|shot|threw|planted|laid|ordered|sent|did|began|launched|came)\b[^.;,]{0,30}"),
    ("side-did", "alleges", ("opened fire", "fired ", "shot at", "set fire", "burned", "burnt", "torched", "stormed", "ransacked", "looted", "rammed", "sunk", "sank", "by mistake", "murdered", "massacred", "slaughtered", "executed", "on fire", "shelled", "bombed", "attacked", "raided", "ambushed", "mined", "dropped"), rf"\b{_SAYING} (?:that )?[\"“]?(?:the |a |an |some )?{_WHO} {_DID}\b[^.;,\"”]{{0,50}}"),
    ("thing-did", "alleges", ("sunk", "sank", "hit ", "struck ", "destroyed", "caused", "explode", "gone off", "went off", "blown up", "brought down", "fallen on", "fell on", "set off", "demolished", "levelled"), rf"\b{_SAYING} (?:that )?(?P<cause>(?:a|an|one of (?:its|their) own|stored|secondary) (?:[\w’'-]+ ){{0,3}}?{_THING}s? (?:had |has |was |were )?{_HARMED}\b[^.;,\"”]{{0,50}})"),
    ("hit-by-thing", "alleges", ("hit by", "struck by", "destroyed by", "sunk by", "caused by", "damaged by", "brought down by", "blown up by", "killed by"), rf"\b{_SAYING} (?:that )?(?:the |a |an |its |their )?(?:[\w’'-]+ ){{1,4}}?(?:had been|was|were|has been|have been) (?:hit|struck|destroyed|sunk|damaged|brought down|blown up|demolished) by (?P<cause>(?:a|an|its own|their own|stray|falling) (?:[\w’'-]+ ){{0,4}}?{_THING}s?\b[^.;,\"”]{{0,30}})"),
)  # fmt: skip
