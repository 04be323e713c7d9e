"""English blame as a grammar over the classes of words of answers: what hit, by whom, and how it is laid at a door."""

from typing import Final

_HIT: Final = "own|acted|event|act"
#: (name, rule), as in `answer_rules`; ``{np}`` is who or what is blamed, ``{any}`` the same with words between that part other rules.
RULES: Final[tuple[tuple[str, str], ...]] = (
    ("accused-of", "accuse! {any} of acting|acted|event|act"),
    ("accused-of-hiding", "accuse! {any} of hiding own"),
    ("as-culprit", "open|call|find|other {np} as det? culprit!"),
    ("work-of", "be det? work! of {np}"),
    ("hit-by", f"{_HIT} ~~3 acted|launch by! {{np}}"),
    ("done-by", "reported! be? acted|launch by {np}"),
    ("reported-own", "det? {np} event|act|own reported! acted|act|launch"),
    ("had-done-it", "{np} aux? done! det|pron"),
    ("came-from-side", "own|acted|event came from! {np}"),
    ("from-side", "own|acted from! {np}"),
    ("fired-from", "own|event ~2 acted|launch from! {np}"),
    ("described-as", "call! ~3 as det? {np}"),
    ("carried-out-by", "says that? {np} acted up! det event|act|acting"),
    ("side-behind", "says that? det? {np} be behind! ~2 event|act|acting"),
    ("lies-with", "duty! untrue at {np}"),
    ("suspects-side", "suspect! {np}"),
    ("label", "^det? {np} own|acted acted|act! det|lived|name|own"),
)
