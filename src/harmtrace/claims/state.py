"""What is known so far while one document is read from its first sentence to its last."""


from harmtrace.claims.drafts import Draft, Sentence
from harmtrace.claims.events import Event, Spot
from harmtrace.claims.ids import Ids
from harmtrace.claims.spans import Told
from harmtrace.claims.unreal import Pretences
from harmtrace.claims.voices import Named, Voices
from harmtrace.language import languages
from harmtrace.language.dates import Reference
from harmtrace.language.grammar import PRETENCE, Before, Grammar, SentenceMentions, SpeechMention
from harmtrace.language.places import Gazetteer
from harmtrace.records.claim import Outcome, Scope, SetAside, VoiceKind
from harmtrace.records.entry import Issue
from harmtrace.records.measure import Place
from harmtrace.records.text import Document

NO_BEFORE = Before()


class State:
    """What the layers of the reader share: the document, its grammar, and what was found so far."""

    def __init__(self, document: Document, gazetteer: Gazetteer, tongues: languages.Reader, grammar: Grammar, ref: Reference, triggers: list[tuple[int, int]]) -> None:
        self.document = document
        self.text = document.text
        self.gazetteer = gazetteer
        self.tongues = tongues
        self.grammar = self.main_grammar = grammar
        self.cues = grammar.cues
        self.ref = ref
        self.triggers = triggers
        self.voices = Voices.of(document.text, grammar.cues)
        self.events: list[Event] = []  # every event opened, in the order of the text
        self.current: Event | None = None  # the event that the text speaks of now
        self.main: Event | None = None  # the first event that is no background
        self.near: tuple[Place, ...] = ()  # places known so far, by which names that several places share are settled
        self.drafts: list[Draft] = []  # the claims made so far
        self.aside: list[SetAside] = []  # numbers that are no claims
        self.ids = Ids(document.id)
        self.pretences: Pretences | None = Pretences(document.text) if any(bits & PRETENCE for _, bits in triggers) else None
        self.before = NO_BEFORE  # what the sentence before told of: "of them" counts those
        self.pending_spots: list[Spot] = []  # places told before the first event
        self.head_spots: list[Spot] = []  # those of them in a line that tells of nothing: a letterhead's
        self.pending_when: tuple[str, str] | None = None  # likewise its day, and why
        self.stories: dict[int, SentenceMentions] = {}  # what each sentence holds, by its index
        self.whole: list[Sentence] = []  # all its sentences
        self.listed_by_name: dict[int, int] = {}  # how many a list of names holds, by the index of a sentence of it
        self.day_lines: list[tuple[int, tuple[str, str]]] = []  # lines that are a day and nothing else, over what happened on it
        self.headings: set[int] = set()  # lines over a paragraph that counts people
        self.referred: set[int] = set()  # sentences read only for whom a pronoun stands for
        self.zones = list(document.zones)
        self.cluster = 0  # sentences with harm so far
        self.reporting: tuple[str, str] | None = None  # the period that the text reports on
        self.last_scope: dict[Outcome, tuple[Scope, tuple[str, str] | None]] = {}  # how the last count of an outcome was scoped, and its window
        self.told_counts = Told()  # what the counts so far told of
        self.weak_spots: list[Spot] = []  # places named where no harm was told: taken where nothing better is
        self.last_claim: tuple[int, Scope, bool] | None = None  # paragraph, scope and whether in the title, of the last count
        self.last_window: tuple[str, str] | None = None
        self.media: str | None = None  # the outlet that carries what is quoted
        self.area: Spot | None = None  # the area of the last period total
        self.issues: list[Issue] = []
        self.listed_day: tuple[str, str] | None = None  # the day of a list, from its heading
        self.recorder: tuple[Named, SpeechMention] | None = None  # the body whose record the text gives
        self.sides: list[tuple[int, str]] = []  # parties named, with where
        self.told: Event | None = None  # an event that is told of and not counted
        self.tags: list[Spot] = []  # hashtags that may be places
        self.weekdays: list[tuple[int, str | None, int]] = []  # where, day or None, weekday
        self.maybe: list[Spot] = []  # names that may be places, where no other is
        self.series: tuple[str, str] | None = None  # the day of several attacks told of together
        self.regions: list[Spot] = []  # regions and countries named, in whatever part
        self.told_spots: list[Spot] = []  # places of a speaker or of something told beside
        self.year: str | None = None  # the year named last: "of that year"
        self.lines: list[tuple[int, int, Named | None]] = []  # lines of a dialogue, with who speaks; None for the outlet's own people
        self.teller: Named | None = None  # who told it all to the one who posts: "as told by my brother"
        self.ahead: tuple[Sentence, list[Spot], tuple[str, str] | None] | None = None  # a sentence that tells where, before the one that counts
        self.blow_day: tuple[int, tuple[str, str]] | None = None  # the paragraph that dates a blow without its place, and the day
        self.here: tuple[int, Event, Spot] | None = None  # the place named last for harm, with its paragraph and event

    def _set_aside(self, start: int, end: int, reason: str) -> None:
        """List a number that is no claim, with the reason."""
        self.aside.append(SetAside(document=self.document.id, start=start, end=end, quote=self.text[start:end], reason=reason))

    def _speak(self, grammar: Grammar) -> None:
        """Read on in a language."""
        self.grammar, self.cues, self.voices.cues = grammar, grammar.cues, grammar.cues

    def _voice(self, named: Named | None) -> VoiceKind:
        return VoiceKind.OUTLET if named is None else self.grammar.voice(named.name)

    def _line_start(self, at: int) -> int:
        """Return where the line of a position begins."""
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """Return where the line of a position ends."""
        end = self.text.find("\n", at)
        return len(self.text) if end == -1 else end

    def _clause(self, sentence: Sentence, at: int, m: SentenceMentions) -> tuple[int, int]:
        """Return the clause round a position: between semicolons, and where a new place or day opens one."""
        a = self.text.rfind(";", sentence.start, at) + 1
        b = self.text.find(";", at, sentence.end)
        start = max(a, sentence.start)
        end = b if b != -1 else sentence.end
        for mark in self.cues.clauses:
            k = self.text.rfind(mark, start, at)
            if k != -1:
                start = k + len(mark) - 3
            k = self.text.find(mark, at, end)
            if k != -1:
                end = k
        return start, end

    def _in_clause(self, sentence: Sentence, at: int, other: int, m: SentenceMentions) -> bool:
        a, b = self._clause(sentence, at, m)
        return a <= other < b
