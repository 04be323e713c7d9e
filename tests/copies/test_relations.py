"""Every relation, on invented texts of invented outlets."""

import pytest

from harmtrace.copies import Index, find
from harmtrace.errors import DuplicateError
from harmtrace.records.text import Document, Family, Relation, RelationKind, Sha256, SourceKind, Zone, ZoneKind

WIRE = """PORT SELLE, May 3 (Tern Wire) - Shells hit a bakery queue in the harbour town of Port Selle on Monday, \
killing at least 11 people, two bakers who survived said.

The queue had formed before sunrise because flour was handed out only once a week, the bakers said.

"The first one fell on the step and the second on the ones who ran to help," said Orla Quist, 40, who sells tea.

A doctor at the harbour clinic said she had stitched 19 wounded, most of them women.

The garrison blamed raiders from the marsh. Nobody has claimed the attack.
"""

UPDATE = (
    WIRE.replace("May 3", "May 4")
    .replace("killing at least 11", "killing at least 16")
    .replace("stitched 19 wounded", "stitched 24 wounded")
)

MARSH_EARLY = """Navy admits shelling near ferry landing where dozens were reportedly killed

The navy of Ostmark admitted on Friday for the first time that one of its gunboats had fired on the ferry landing of \
Lower Varn last week, where villagers say more than 50 people died.

"A first check of the log shows that the vessel engaged armed boats at the place named in the complaints," the fleet \
office said in a statement.

Until then officers had said that they did not know whether any gunboat had been near the landing, from which local \
councillors say that at least 31 bodies were brought up.

The fleet is looking into the matter with the help of a judge. It would be the deadliest shelling of a landing since \
the river war began three years ago.

The Varn Watch, a group of retired teachers, has warned for weeks of more such cases on the lower river.
"""

MARSH_LATE = """The navy of Ostmark admitted on Friday for the first time that one of its gunboats had fired on the \
ferry landing of Lower Varn, a village of reed cutters where villagers say more than 50 people died in one night.

If that holds, it would be the deadliest shelling of a landing since the river war began three years ago.

The log "shows that the vessel engaged armed boats at the place named in the complaints," the fleet office said.

Councillors who lead the search said on Saturday evening that they had lifted 46 bodies, children among them, out of \
the mud. Until then officers had said that they did not know whether any gunboat had been near the landing at the hour.

The admission comes in a month of bad news for the admiralty. A separate case, in which a fishing crew was lost off \
Cape Hallow, is before a court in the capital. The Varn Watch, a group of retired teachers, has warned of a pattern. \
The fleet is looking into the matter with the help of a judge.
"""

STATEMENT = """FLEET OFFICE OF OSTMARK. Release 14. The fleet regrets every loss of civilian life on the river and \
will publish the findings of its inquiry within forty days. Questions go to the duty officer.
"""

QUOTER_A = """Relatives of the ferry dead gathered in the square at noon and read out their names, one by one.

"The fleet regrets every loss of civilian life on the river and will publish the findings of its inquiry within forty \
days," it said. Nobody in the square wished to comment on that.
"""

QUOTER_B = """Grain prices have doubled since boats stopped running to the lower villages, merchants told the Gazette.

The admiralty was brief. “The fleet regrets every loss of civilian life on the river and will publish the findings of \
its inquiry within forty days,” its office wrote. The mill has closed two of its four floors.
"""


def document(
    name: str,
    text: str,
    *,
    source: str | None = None,
    published: str | None = None,
    kind: SourceKind | None = None,
    url: str | None = None,
    zones: tuple[Zone, ...] = (),
) -> Document:
    return Document(
        id=name,
        text=text,
        sha256=Sha256(""),
        source=source,
        published=published,
        source_kind=kind,
        url=url,
        zones=zones,
    )


def related(*documents: Document) -> list[tuple[str, RelationKind, str]]:
    return [(r.a, r.kind, r.b) for r in find(documents)[0]]


def only(*documents: Document) -> Relation:
    (relation,) = find(documents)[0]
    return relation


def test_the_same_words_in_other_case_and_punctuation_are_identical() -> None:
    a = document("a", WIRE, source="Tern Wire", published="2031-05-03")
    b = document("b", WIRE.upper().replace(",", " ;"), source="Selle Post", published="2031-05-04")
    assert related(a, b) == [("b", RelationKind.IDENTICAL, "a")]


def test_a_later_text_of_one_address_is_a_revision() -> None:
    url = "https://ternwire.example/selle"
    a = document("a", UPDATE, source="Tern Wire", published="2031-05-04", url=url)
    b = document("b", WIRE, source="Tern Wire", published="2031-05-03", url=url + "?s=1")
    assert related(a, b) == [("a", RelationKind.REVISION_OF, "b")]


def test_of_two_versions_without_dates_the_one_whose_count_grew_is_later() -> None:
    relation = only(document("x", MARSH_LATE), document("y", MARSH_EARLY))
    assert (relation.a, relation.kind, relation.b) == ("x", RelationKind.REVISION_OF, "y")
    assert "inferred" in relation.why
    assert "46 bodies after 31" in relation.why


def test_the_direction_does_not_hang_on_the_ids() -> None:
    relation = only(document("a", MARSH_EARLY), document("b", MARSH_LATE))
    assert (relation.a, relation.b) == ("b", "a")


def test_a_correction_that_lowers_the_count_is_the_later_version() -> None:
    lowered = WIRE.replace("at least 11 people", "7 people") + "\nThis is a correction of the number of dead.\n"
    relation = only(document("a", lowered, source="Tern Wire"), document("b", WIRE, source="Tern Wire"))
    assert (relation.a, relation.b) == ("a", "b")
    assert "correction" in relation.why


def test_what_another_outlet_prints_under_a_credit_line_is_a_copy() -> None:
    reprint = "SELLE POST | RIVER\n\n" + WIRE + "\n4 minutes to read, 7 readers have liked this story so far.\n"
    a = document("a", reprint, source="Selle Post")
    b = document("b", WIRE, source="Tern Wire", kind=SourceKind.AGENCY, published="2031-05-03")
    assert related(a, b) == [("a", RelationKind.COPY_OF, "b")]


def test_a_shorter_text_within_a_longer_one_is_an_excerpt() -> None:
    short = document("a", WIRE.split("\n\nA doctor")[0], source="Selle Post", published="2031-05-04")
    full = document("b", WIRE + UPDATE.split("\n\n")[3] * 3, source="Tern Wire", published="2031-05-03")
    assert related(short, full) == [("a", RelationKind.EXCERPT_OF, "b")]


def test_texts_that_quote_one_statement_share_the_statement_only() -> None:
    relations = related(document("a", QUOTER_A), document("b", QUOTER_B), document("s", STATEMENT))
    assert {(frozenset((a, b)), kind) for a, kind, b in relations} == {
        (frozenset(pair), RelationKind.SAME_STATEMENT) for pair in ("ab", "as", "bs")
    }
    assert find((document("a", QUOTER_A), document("s", STATEMENT)))[1] == ()


def test_a_statement_given_half_in_reported_and_half_in_quoted_words_is_shared() -> None:
    halves = (
        "The village had no word from the admiralty for nine days, its teacher told the Gazette.\n\n"
        "The office said in a statement that the fleet regrets every loss of civilian life on the river. "
        '"It will publish the findings of its inquiry within forty days," it said. The mill is closed.\n'
    )
    rest = " Boats that lie on the upper river may leave it by day, with a white lamp and with no more than two crew."
    whole = STATEMENT.replace("river and will", "river. It will").strip() + rest
    relation = only(document("a", halves, source="Gazette"), document("s", whole, source="Fleet office"))
    assert relation.kind is RelationKind.SAME_STATEMENT


def test_a_text_that_borrows_a_sentence_is_derived() -> None:
    sentence = "The queue had formed before sunrise because flour was handed out only once a week, the bakers said."
    essay = "Bread has been dear on this coast for as long as anyone can tell. " * 4 + sentence
    a = document("a", essay, source="Coast Review", published="2031-06-01")
    b = document("b", WIRE, source="Tern Wire", published="2031-05-03")
    assert related(a, b) == [("a", RelationKind.DERIVED_FROM, "b")]


def test_a_text_in_arabic_with_and_without_vowel_signs_is_one_text() -> None:
    plain = "قال سكان قرية السنديان ان طائرة قصفت سوق الخضار صباح الاحد وان تسعة اشخاص قتلوا وجرح اخرون"
    voiced = "قال سكّان قرية السنديان إنّ طائرةً قصفت سوق الخضار صباح الأحد وإنّ تسعة أشخاص قُتلوا وجُرح آخرون"
    assert related(document("a", plain), document("b", voiced)) == [("b", RelationKind.IDENTICAL, "a")]


def test_two_accounts_of_one_event_in_other_words_are_not_related() -> None:
    other = "Eleven people died when a queue outside a bakery in Port Selle was shelled on Monday, the mayor said."
    assert related(document("a", WIRE), document("b", other)) == []


def test_a_menu_in_common_is_no_relation() -> None:
    menu = "home world river weather boats letters archive sign in sign up share search newsletter podcast games\n\n"
    assert related(document("a", menu + QUOTER_A), document("b", menu + WIRE)) == []


def test_a_zone_marked_as_a_comment_is_not_compared() -> None:
    remark = "I was there that morning and I can tell you that nobody warned the people who stood in that queue."
    a = QUOTER_A + remark
    zone = Zone(start=len(QUOTER_A), end=len(a), kind=ZoneKind.COMMENT, why="comment list")
    assert related(document("a", a, zones=(zone,)), document("b", WIRE + remark)) == []
    assert related(document("a", a), document("b", WIRE + remark)) != []


def test_no_passage_runs_across_a_zone_that_is_left_out() -> None:
    cut = WIRE.index("The queue")
    head, tail = WIRE[:cut], WIRE[cut:]
    noise = "Click here, dear reader, and subscribe. "
    zone = Zone(start=cut, end=cut + len(noise), kind=ZoneKind.BOILERPLATE, why="test")
    relation = only(
        document("b", head + noise + tail, zones=(zone,), published="2031"), document("a", WIRE, published="2030")
    )
    assert (relation.a, relation.b) == ("b", "a")
    assert relation.kind is RelationKind.IDENTICAL
    assert all(p.a_end <= cut or p.a_start >= cut + len(noise) for p in relation.passages)


def own_words(number: int, count: int = 60) -> str:
    """Return a text of sentences that no other number has."""
    words = [f"{stem}{number:03d}{place % 7}" for place in range(count // 3) for stem in ("rel", "mon", "tas")]
    return ". ".join(" ".join(words[i : i + 12]) for i in range(0, len(words), 12)) + ".\n\n"


@pytest.mark.parametrize("texts", [5, 200])
def test_a_paragraph_of_boilerplate_in_many_texts_is_no_relation(texts: int) -> None:
    standing = "The River Courier is published by a charitable trust, and its reporters sign a code of conduct, which \
our readers can ask to see at any time, in any of our offices, free of charge and without giving a reason."
    documents = [document(f"d{n:03d}", own_words(n) + standing) for n in range(texts)]
    relations, families, _ = find(documents)
    assert (relations, families) == ((), ())


def test_a_story_that_many_outlets_print_is_one_family() -> None:
    copies = [
        document(f"d{n:02d}", f"Edition {n}, page {n + 3}.\n" + WIRE, source=f"Outlet {n}", published="2031-05-04")
        for n in range(40)
    ]
    wire = document("wire", WIRE, source="Tern Wire", kind=SourceKind.AGENCY, published="2031-05-03")
    (family,) = find([*copies, wire])[1]
    assert family == Family(first="wire", members=tuple(sorted(["wire", *(c.id for c in copies)])))


def test_the_first_of_a_family_is_the_earliest_published() -> None:
    a = document("a", UPDATE, source="Tern Wire", published="2031-05-04")
    b = document("b", WIRE, source="Tern Wire", published="2031-05-03")
    c = document("c", WIRE, source="Selle Post", published="2031-05-09")
    assert find([a, b, c])[1] == (Family(first="b", members=("a", "b", "c")),)


def test_two_documents_of_one_id_are_an_error() -> None:
    with pytest.raises(DuplicateError, match="a: two documents"):
        find([document("a", WIRE), document("a", UPDATE)])


def test_empty_texts_and_empty_collections_have_no_relations() -> None:
    assert find([]) == ((), (), ())
    assert find([document("a", ""), document("b", "")]) == ((), (), ())
    assert find([document("a", "Two words."), document("b", "Two words.")]) == ((), (), ())


def test_an_index_asks_only_for_texts_that_it_compares() -> None:
    index = Index()
    texts = {"a": WIRE, "b": UPDATE, "c": own_words(7)}
    for name, text in texts.items():
        index.add(document(name, text))
    asked: set[str] = set()

    def text_of(name: str) -> str:
        asked.add(name)
        return texts[name]

    relations, _, _ = index.relate(text_of)
    assert [(r.a, r.b) for r in relations] == [("b", "a")]
    assert asked == {"a", "b"}


def test_a_version_that_only_its_id_makes_the_later_says_so() -> None:
    first = Document(id="a", text=WIRE, sha256=Sha256(""), source="Tern Wire")
    # Of one length, and without a word that tells which of them came first.
    other = Document(id="b", text=WIRE.replace("tea", "ale"), sha256=Sha256(""), source="Tern Wire")
    (relation,), _, _ = find([first, other])
    assert (relation.kind, relation.by_id_alone) == (RelationKind.REVISION_OF, True)
    dated = [
        Document(id=one.id, text=one.text, sha256=one.sha256, source=one.source, published=day)
        for one, day in ((first, "2031-05-04"), (other, "2031-05-03"))
    ]
    (relation,), _, _ = find(dated)
    assert (relation.a, relation.by_id_alone) == ("a", False)


SHORT_TOLD = """Two boats burned at noon. A rocket hit the old ferry landing of Lower Varn, and the reeds burned."""
LONG_QUOTED = """The Varn Watch spoke up on Sunday. "We have the names of nine people who died when a rocket hit the \
old ferry landing of Lower Varn in the night of the third, among them four children and a ferryman whose brother \
had warned the fleet," it said in a statement."""
OFFICE = """OFFICE. We regret the loss of life at the landing of Varn. Questions go to the duty officer \
and to nobody else on the river. Callers should have the number of their boat at hand."""
PAPER = """Bread was short in the villages, where boats no longer put in and the mill stands still. "We regret the \
loss of life at the landing of Varn," the office wrote. Merchants ask twice the price of last year for a sack."""


def test_a_few_plain_words_that_a_longer_quotation_holds_are_no_shared_statement() -> None:
    told, quoting = document("a", SHORT_TOLD, source="Tern Wire"), document("b", LONG_QUOTED, source="Selle Post")
    assert related(told, quoting) == []


def test_a_short_quotation_of_a_whole_sentence_is_a_shared_statement() -> None:
    office, paper = document("a", OFFICE, source="Fleet"), document("b", PAPER, source="Selle Post")
    assert only(office, paper).kind is RelationKind.SAME_STATEMENT
