"""Line-level cleaning of flattened pages: what is marked, what stays body, and that nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmtrace.language.zones import mark
from harmtrace.records.text import ZoneKind

_BODY = "Four people were killed on Monday when shells hit the school in Qarya, the mayor of the town said."
_MORE = "The mayor, speaking by telephone, said that nine others were hurt and that the roof had come down on a class."
_LAST = "Nobody claimed the attack; the army said that it had not fired into the valley on that day or the day before."


def kinds(text: str, *, title: str | None = None) -> dict[str, str]:
    """Return the marked lines and their kinds."""
    return {text[zone.start : zone.end]: zone.kind.value for zone in mark(text, language="en", title=title)}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("please wait", "boilerplate"),
        ("No media source currently available", "boilerplate"),
        ("0:00 0:02:10 0:00", "boilerplate"),
        ("0:00 / 6:47 Listen to this report", "boilerplate"),
        ("READ MORE: Ten villages cut off by snow", "boilerplate"),
        ("WATCH: Inside the besieged valley", "boilerplate"),
        ("Most read: 1. Flood takes 47 lives 2. Prices fall 3%", "boilerplate"),
        ("Related: 6 answers on the truce line", "boilerplate"),
        ("You may also like: our 9 pictures of spring", "boilerplate"),
        ("Tags: Qarya, shelling, Comments (218)", "boilerplate"),
        ("25 Comments", "boilerplate"),
        ("Share 137", "boilerplate"),
        ("3 min read", "boilerplate"),
        ("1.2K views", "boilerplate"),
        ("[Advertisement: 40% off glasses]", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("YOU HAVE 4 FREE ARTICLES LEFT TODAY", "boilerplate"),
        ("Continue reading below the advertisement · Shoes from 25 €", "boilerplate"),
        ("desk@qarya-post.example", "boilerplate"),
        ("https://qarya-post.example/2021/school", "boilerplate"),
        ("We and our 51 advertisers use cookies on these pages.", "boilerplate"),
        ("© 2021 The Qarya Post", "boilerplate"),
        ("-30-", "boilerplate"),
        ("Advertisement — story continues below", "boilerplate"),
        ("Related stories 1. Ten villages cut off 2. Flood takes 47 lives", "boilerplate"),
        ("From the archive: 12 killed in 2014 market blast", "boilerplate"),
        ("This is your last free article this month", "boilerplate"),
        ("2 free articles left", "boilerplate"),
        ("▶ 0:00 / 2:31", "boilerplate"),
        ("👍 312 💬 45 🔁 12", "boilerplate"),
        ("* * *", "boilerplate"),
        ("> Read next: Why thousands fled", "boilerplate"),
        ("Load 12 more comments", "boilerplate"),
        ("[Menu] [Search] [Log in]", "menu"),
        ("Home > News > Valley", "menu"),
        ("Poll: Should the border open? Yes 62%", "boilerplate"),
        ("Follow @valleypost for updates", "boilerplate"),
        ("Updated 3 hours ago", "byline"),
        ("Published 5 March 2021 at 14:02", "byline"),
        ("Lost valley: the town nobody reaches (VIDEO)", "boilerplate"),
        ("Home | Valley | Chess | Subscribe for $3 weekly", "menu"),
        ("☰ Sections · North · South · Podcast (27 min) · Shop", "menu"),
        ("Share · Tweet · Print", "menu"),
        ("Newsletter · Imprint · © 6 mornings weekly", "menu"),
        ("Skip to content", "menu"),
        ("Previous Post Next Post", "menu"),
        ("BREAKING 4 bridges reopened · Wheat at 81 dollars · Weather 17°C", "menu"),
        ("By Nadia Ferrow", "byline"),
        ("By our northern desk · 6 min read · 93 comments", "byline"),
        ("(Reporting by Nadia Ferrow in Qarya; Editing by Paul Imre)", "byline"),
        ("Source: The Qarya Post", "byline"),
        ("Mourners carry a coffin through the main square of Qarya, March 4, 2021.", "caption"),
        ("A man stands in what is left of the school of Qarya (Photo 7 of 22)", "caption"),
        ("Smoke over the school in the north of Qarya on Monday [Ines Varo/Reuters]", "caption"),
        ("File photo: the school of Qarya before the war", "caption"),
        ("شارك", "boilerplate"),
        ("اقرأ أيضا: عشر قرى محاصرة", "boilerplate"),
        ("إعجاب 352 · تعليق 41 · مشاركة 96", "boilerplate"),
    ],
)
def test_a_line_of_the_page_is_marked_and_the_text_around_it_is_not(line: str, kind: str) -> None:
    assert kinds(f"{_BODY}\n{line}\n{_MORE}") == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        "Killed: 7 · Injured: 21",
        "Killed: 7 | Injured: 21",
        "11 July: the brick quarter, Qarya",
        "Share prices fell by 12 per cent after the attack.",
        "Watch towers burned on the ridge.",
        "Related families were buried together.",
        "Correction: an earlier version said that 60 had died; it was 38.",
        "At nightfall 17 ferrymen were carried ashore dead.",
        "09:41 The rescue guild tells of nine bodies lifted from a mill.",
        "4/ 22 wounded, a girl lost her foot",
        "- Qarya: two raids killed 5 civilians, among them two girls, and hurt 11.",
        "More than 40 families fled.",
        "Print works and bakery hit: 3 dead, 8 wounded",
        "Home after home was searched.",
        "PRESENTER: And the army?",
        "Posted to the valley in 2019, the unit lost four men.",
        "Update: 12 dead, 30 hurt",
        "Subscribers to the phone network were cut off.",
        "12",
        "+50 dead",
    ],
)
def test_a_line_that_may_carry_a_claim_stays_body(line: str) -> None:
    assert kinds(f"{_BODY}\n{line}\n{_MORE}") == {}


def test_the_headline_is_the_first_full_line_above_the_text() -> None:
    text = f"Accessibility links\nBreaking News\nShells hit a school in Qarya\nBy Nadia Ferrow\n5 March 2021\n{_BODY}"
    assert kinds(text) == {
        "Accessibility links": "menu",
        "Breaking News": "menu",
        "Shells hit a school in Qarya": "title",
        "By Nadia Ferrow": "byline",
        "5 March 2021": "byline",
    }


def test_a_standfirst_below_the_headline_stays_body() -> None:
    standfirst = "More than 40 people were in the building, some of them pupils."
    assert kinds(f"Shells hit a school in Qarya\n{standfirst}\n{_BODY}") == {"Shells hit a school in Qarya": "title"}


def test_a_letterhead_is_not_the_headline() -> None:
    text = f"VALLEY COMMITTEE FOR RIGHTS\nQarya, 5 March 2021\nNames of the dead of the school\n{_BODY}\n{_MORE}"
    found = kinds(text)
    assert found["Names of the dead of the school"] == "title"
    assert found["VALLEY COMMITTEE FOR RIGHTS"] == "byline"
    assert found["Qarya, 5 March 2021"] == "byline"


def test_a_standing_head_and_two_time_stamps_leave_the_headline_alone() -> None:
    stamps = "Fri 5 Mar 2021 08.14 GMT Last modified on Fri 5 Mar 2021 11.20 GMT"
    text = f"World / North\nShells hit a school in Qarya\nNadia Ferrow and agencies\n{stamps}\nShares\n412\n{_BODY}"
    assert kinds(text) == {
        "World / North": "menu",
        "Shells hit a school in Qarya": "title",
        "Nadia Ferrow and agencies": "byline",
        stamps: "byline",
        "Shares": "boilerplate",
        "412": "boilerplate",
    }


def test_a_transcript_has_no_headline() -> None:
    assert kinds(f"PRESENTER: What have you seen there?\nREPORTER: {_BODY}\nPRESENTER: And the army?") == {}


def test_a_label_before_the_headline_belongs_to_it() -> None:
    assert kinds(f"LATEST: Shells hit school in Qarya\n{_BODY}") == {"LATEST: Shells hit school in Qarya": "title"}


def test_a_subhead_before_a_short_last_paragraph_stays_body() -> None:
    text = f"{_BODY}\nAlso read: Bus fare rises\nWhat happened in June\nA drone killed three farmers.\nShare Save"
    assert "What happened in June" not in kinds(text)


def test_a_title_that_is_given_is_found_in_the_text() -> None:
    text = f"Press Centre of the Valley Command\nStatement to the public - 5 March 2021\n{_BODY}"
    assert kinds(text, title="Statement to the public")["Statement to the public - 5 March 2021"] == "title"


@pytest.mark.parametrize("text", [_BODY, "12 dead in Qarya", "", " \n ", f"{_BODY} {_MORE}", f"{_BODY}\n{_MORE}"])
def test_a_plain_text_has_no_zones(text: str) -> None:
    assert mark(text, language=None) == ()


def test_a_thread_of_posts_has_no_headline() -> None:
    assert kinds("1/ the school in qarya was hit this morning, here is what i saw\n2/ 4 dead 9 hurt\n" + _BODY) == {}


def test_a_caption_printed_twice_counts_once() -> None:
    caption = "Mourners carry a coffin through the main square of Qarya, March 4, 2021."
    zones = mark(f"{_BODY}\n{caption}\n{caption}\n{_MORE}")
    assert [zone.kind for zone in zones] == [ZoneKind.CAPTION, ZoneKind.REPEAT]
    assert zones[0].end < zones[1].start


def test_a_pull_quote_repeats_the_paragraph_that_holds_it() -> None:
    quote = "nine others were hurt and that the roof had come down on a class"
    assert kinds(f"{_BODY}\n{quote}\n{_MORE}") == {quote: "repeat"}


def test_a_number_within_a_larger_number_is_no_repetition() -> None:
    line = "2 people were killed by shells in the brick quarter"
    assert (
        kinds(f"{_BODY}\n{line}\nThe clinic said that 12 people were killed by shells in the brick quarter alone.")
        == {}
    )


def test_readers_comments_run_to_the_end_of_the_page() -> None:
    first = "mira_k, 14:03: my aunt saw 60 bodies there, not four, and nobody comes to count them for us."
    second = "Tom 2 hours ago: Thank you."
    text = "\n".join(
        ("Shells hit a school in Qarya", _BODY, _MORE, "Readers' comments (2)", first, second, "News · Imprint")
    )
    found = kinds(text)
    assert found[first] == found[second] == "comment"
    assert found["Readers' comments (2)"] == "boilerplate"
    assert found["News · Imprint"] == "menu"


def test_a_counter_of_comments_above_the_text_does_not_swallow_the_text() -> None:
    found = kinds(f"Shells hit a school in Qarya\n{_BODY}\n38 Comments\n{_MORE}\n{_LAST}")
    assert _MORE not in found
    assert "comment" not in found.values()


def test_items_listed_under_most_read_are_no_text() -> None:
    text = f"{_BODY}\nMost read\nFlood takes 47 lives off the coast\nTen films to see\n{_MORE}"
    assert kinds(text) == {
        "Most read": "boilerplate",
        "Flood takes 47 lives off the coast": "boilerplate",
        "Ten films to see": "boilerplate",
    }


def test_icon_names_run_together_are_no_text() -> None:
    soup = "icon anchor-bicon anchoricon bellicon clockicon drum downicon ferryicon gateicon lampicon moonicon tag"
    assert kinds(f"{soup}\n{_BODY}") == {soup: "boilerplate"}
    glued = f"{_BODY}{soup}"
    assert [glued[zone.start : zone.end] for zone in mark(glued)] == [soup]


def test_a_player_between_paragraphs_takes_its_title_along() -> None:
    junk = "WATCH: The valley under fire\nThe Valley Under Fire for a Third Week\nplease wait\n0:00 0:01:54"
    text = f"{_BODY}\n{junk}\n{_MORE}"
    assert set(kinds(text).values()) == {"boilerplate"}
    assert "The Valley Under Fire for a Third Week" in kinds(text)


def test_the_work_grows_no_faster_than_the_text() -> None:
    lines = [f"{number} people of the village of Qarya came to the square" for number in range(40_000)]
    assert len(mark("\n".join(["Shells hit a school in Qarya", _BODY, *lines]))) == 1
    assert mark("dead " * 400_000)
    assert mark("\n".join(["Comments", _BODY, _MORE * 50] * 400)) is not None


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n\n", "\u2028", " \t\n"])
def test_newlines_of_every_kind_part_lines(newline: str) -> None:
    text = newline.join(("Shells hit a school in Qarya", "Share 137", _BODY, _MORE))
    assert kinds(text) == {"Shells hit a school in Qarya": "title", "Share 137": "boilerplate"}


_LINES = st.lists(
    st.sampled_from(
        [
            _BODY,
            _MORE,
            "",
            "Share 137",
            "Most read",
            "Comments (3)",
            "12 dead in Qarya",
            "A | B | C",
            "icon " * 9,
            "ADS",
        ]
    )
    | st.text(max_size=40),
    max_size=12,
)


@given(_LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_zones_are_in_order_and_do_not_overlap(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    zones = mark(text)
    assert all(0 <= zone.start < zone.end <= len(text) for zone in zones)
    assert all(a.end <= b.start for a, b in pairwise(zones))
    assert mark(text) == zones
    assert all(zone.why for zone in zones)


def test_links_to_the_article_before_and_behind_are_no_part_of_an_arabic_page() -> None:
    text = (
        "قتل ستة عمال في غارة على دلبون مساء أمس، بحسب لجنة الإغاثة التي نقلت المصابين إلى المشفى.\n\nالسابق\n\n"
        "16 قتيلاً في مرسوم خلال أيار\n\nالتالي\n\nمقتل راعٍ في الزيرة\n"
    )
    body = text.split("\n", 1)[0]
    assert {text[zone.start : zone.end] for zone in mark(text)} == {line for line in text.split("\n") if line} - {body}
