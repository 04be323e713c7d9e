"""Saved pages: main text, headline, and days of publication with where each was found."""

import pytest

from harmtrace.intake import extract
from harmtrace.intake.pages import read_page
from harmtrace.records.text import Document, ZoneKind

_ONE = "Four people were killed on Monday when shells hit the school in Qarya, the mayor said."
_TWO = "Nine others were hurt, two of them badly, and the roof had come down on a class, a nurse added."


def _page(body: str, head: str = "") -> str:
    title = "<title>Shells hit school | Valley Post</title>"
    return f'<!doctype html><html lang="en-GB"><head>{title}{head}</head><body>{body}</body></html>'


def _article(inside: str = "") -> str:
    return f"<article><h1>Shells hit a school</h1><p>{_ONE}</p><p>{_TWO}</p>{inside}</article>"


def _read(markup: str, name: str = "page.html") -> Document:
    (document,), _ = extract(markup.encode(), name)
    return document


def test_the_text_is_the_headline_and_the_paragraphs() -> None:
    document = _read(_page(_article()))
    assert document.text == f"Shells hit a school\n\n{_ONE}\n\n{_TWO}"
    assert (document.title, document.language, document.media) == ("Shells hit a school", "en-GB", "text/html")
    assert [(zone.start, zone.end, zone.kind) for zone in document.zones] == [(0, 19, ZoneKind.TITLE)]


@pytest.mark.parametrize(
    "junk",
    [
        "<nav><a href=/>Home</a> <a href=/w>World</a></nav>",
        "<header><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></header>",
        '<div class="cookie-banner"><p>This site keeps cookies for 51 advertisers.</p></div>',
        '<div role="dialog"><p>Subscribe: 12 weeks for 12 pounds</p></div>',
        "<footer><p>A foundation of Qarya, no. 88213. Share 205</p></footer>",
        '<aside><h3>Related</h3><ul><li><a href="#">709 names added</a></li></ul></aside>',
        '<section class="most-read"><h4>Most read</h4><ol><li>Flood takes 47 lives</li></ol></section>',
        '<section id="comments"><h3>2 comments</h3><p>My cousin says 60 died.</p></section>',
        '<ol class="commentlist"><li><article class="comment"><p>Sixty died there, not four.</p></article></li></ol>',
        '<div class="share-bar">Share 137</div>',
        "<script>var dead = 40;</script><style>p{color:red}</style>",
        '<p style="display: none">40 people were killed.</p>',
        "<p hidden>40 people were killed.</p>",
        "<ul><li><a href=/1>Forty die in flood</a></li><li><a href=/2>Ten films to see</a></li></ul>",
        "<form><label>Search</label><input></form>",
    ],
)
def test_what_is_no_article_is_left_out(junk: str) -> None:
    for body in (f"{junk}{_article()}", f"{_article()}{junk}", f"<main>{_article(junk)}</main>"):
        assert _read(_page(body)).text == f"Shells hit a school\n\n{_ONE}\n\n{_TWO}"


def test_a_page_without_an_article_element_is_read_all_the_same() -> None:
    body = f'<div id="wrap"><h1>Shells hit a school</h1><div>{_ONE}<br><br>{_TWO}</div></div>'
    assert _read(_page(body)).text == f"Shells hit a school\n\n{_ONE}\n\n{_TWO}"


def test_a_page_without_a_heading_takes_its_title_as_the_headline() -> None:
    document = _read(_page(f"<p>{_ONE}</p><p>{_TWO}</p>"))
    assert document.text.startswith("Shells hit school\n\n")
    assert document.title == "Shells hit school"


def test_a_layout_class_on_the_article_itself_does_not_hide_it() -> None:
    body = f'<div class="page has-sidebar comments-open"><div class="sidebar content">{_article()}</div></div>'
    assert _ONE in _read(_page(body)).text


def test_subheads_captions_and_bylines_are_told_apart() -> None:
    inside = (
        "<h2>Needs</h2><p>The ward holds 33 cots and three doctors, who take turns of 14 hours in the north.</p>"
        "<figure><img><figcaption>Mourners in Qarya on Tuesday.</figcaption></figure>"
    )
    body = _article(inside).replace("</h1>", '</h1><p class="byline">Nadia Ferrow, 5 March 2021</p>')
    document = _read(_page(body))
    marked = {document.text[zone.start : zone.end]: zone.kind for zone in document.zones}
    assert marked["Nadia Ferrow, 5 March 2021"] is ZoneKind.BYLINE
    assert marked["Mourners in Qarya on Tuesday."] is ZoneKind.CAPTION
    assert "Needs" not in marked
    assert "\n\nNeeds\n\n" in document.text


def test_words_within_a_paragraph_are_not_torn_apart() -> None:
    body = "<article><h1>Toll</h1><p>Four <b>people</b> were<i> killed</i>.<br>Nine\n   hurt.</p></article>"
    assert _read(_page(body)).text == "Toll\n\nFour people were killed.\n\nNine hurt."


@pytest.mark.parametrize(
    ("head", "body", "day", "found"),
    [
        (
            '<meta property="article:published_time" content="2021-03-05T23:30:00+03:00">',
            "",
            "2021-03-05",
            "meta article:published_time",
        ),
        (
            '<script type="application/ld+json">'
            '{"@graph":[{"@type":"NewsArticle","headline":"x","datePublished":"2021-03-05T10:00Z"}]}</script>',
            "",
            "2021-03-05",
            "json-ld datePublished",
        ),
        ('<meta name="DC.date.issued" content="2021-03-05">', "", "2021-03-05", "meta DC.date.issued"),
        ("", '<span itemprop="datePublished" content="2021-03-05"></span>', "2021-03-05", "itemprop datePublished"),
        ("", '<time datetime="2021-03-05T08:00:00Z">Friday</time>', "2021-03-05", "time element"),
        ("", '<p class="date">5 March 2021</p>', "2021-03-05", "byline"),
        ("", '<p class="post-meta">Posted on March 5, 2021 by the desk</p>', "2021-03-05", "byline"),
        ("", '<p class="date">5 آذار 2021</p>', "2021-03-05", "byline"),
        ('<link rel="canonical" href="https://post.example/2021/03/05/school">', "", "2021-03-05", "url"),
        ('<link rel="canonical" href="https://post.example/2021/03/school">', "", "2021-03", "url"),
    ],
)
def test_a_day_of_publication_is_found_and_said_where(head: str, body: str, day: str, found: str) -> None:
    document = _read(_page(_article(body), head))
    assert (document.published, document.published_why) == (day, found)
    assert document.dates[0].found == found


def test_a_day_of_change_is_listed_and_is_no_day_of_publication() -> None:
    document = _read(_page(_article(), '<meta property="og:updated_time" content="2021-03-09">'))
    assert document.published is None
    assert [(date.day, date.found) for date in document.dates] == [("2021-03-09", "updated: meta og:updated_time")]


def test_days_that_disagree_are_all_kept_and_told() -> None:
    head = (
        '<meta property="article:published_time" content="2021-03-05">'
        '<link rel="canonical" href="https://post.example/2021/04/20/school">'
    )
    (document,), issues = extract(_page(_article(), head).encode(), "page.html")
    assert [date.day for date in document.dates] == ["2021-03-05", "2021-04-20"]
    assert document.published == "2021-03-05"
    assert [issue.code for issue in issues] == ["published-disagrees"]


def test_a_date_in_a_readers_comment_is_no_candidate() -> None:
    body = (
        _article() + '<div id="comments"><div class="comment"><time datetime="2021-04-20">20 April</time></div></div>'
    )
    assert _read(_page(body)).dates == ()


def test_the_publisher_and_the_address_are_read_from_the_page() -> None:
    head = '<meta property="og:site_name" content="Valley Post"><link rel="canonical" href="https://post.example/1">'
    document = _read(_page(_article(), head))
    assert (document.source, document.url) == ("Valley Post", "https://post.example/1")


def test_a_declared_encoding_is_followed() -> None:
    markup = _page(_article(), '<meta charset="windows-1256">').replace("Nine", "تسعة")
    (document,), issues = extract(markup.encode("cp1256"), "page.html")
    assert "تسعة others" in document.text
    assert issues == ()


def test_broken_markup_and_broken_json_are_survived() -> None:
    page = read_page(f"<html><script type='application/ld+json'>{{broken</script><h1>Toll<p>{_ONE}<p>{_TWO}")
    assert _ONE in page.text


def test_a_control_character_in_a_tag_leaves_the_tag_out_of_the_text() -> None:
    odd = f"<div \x0bclass=menu><p>{_ONE}</p></div><x\x1cy \x1dz><p>{_TWO}</p></x\x1cy>"
    assert _read(_page(f"<h1>Toll</h1>{odd}")).text == f"Toll\n\n{_ONE}\n\n{_TWO}"


def test_elements_nested_ever_deeper_do_not_break_the_reading() -> None:
    for name in ("div", "span", "b"):
        document = _read("<h1>Toll</h1>" + f"<{name}>" * 3000 + f"<p>{_ONE}</p>" + f"</{name}>" * 3000)
        assert _ONE in document.text


def test_a_page_built_by_script_is_read_from_its_linked_data() -> None:
    data = (
        '{"@type": "NewsArticle", "headline": "Shells hit a school", "articleBody": "Four died.\\n\\nNine were hurt."}'
    )
    document = _read(_page("<div id=app></div>", f'<script type="application/ld+json">{data}</script>'))
    assert document.text.endswith("Four died.\n\nNine were hurt.")


def test_an_old_page_laid_out_in_tables_keeps_its_lines() -> None:
    cells = "<tr><td>Killed</td><td>7</td></tr><tr><td>Hurt</td><td>21</td></tr>"
    body = (
        f"<table><tr><td><font>{_ONE}<br><br>{_TWO}</font></td></tr></table><table>{cells}</table><pre>One.\nTwo.</pre>"
    )
    assert _read(_page(body)).text == "\n\n".join(
        ("Shells hit school", _ONE, _TWO, "Killed; 7", "Hurt; 21", "One.", "Two.")
    )


def test_a_page_with_no_words_is_named() -> None:
    documents, issues = extract(b"<html><body><script>1</script></body></html>", "page.html")
    assert documents == ()
    assert [issue.code for issue in issues] == ["empty"]


def test_the_same_page_reads_the_same() -> None:
    markup = _page(_article('<p class="byline">By Nadia Ferrow</p>'))
    assert read_page(markup) == read_page(markup)


def test_what_deceives_the_eye_is_looked_for_in_the_text_and_not_in_the_markup() -> None:
    script = '<script>var id = "1O7"; var sign = "аb";</script>'
    assert extract(_page(_article() + script).encode(), "page.html")[1] == ()
    _, (issue,) = extract(_page(_article("<p>A raid killed 1O7 people.</p>")).encode(), "page.html")
    assert issue.code == "false-digit"


@pytest.mark.parametrize(
    "odd",
    [
        "<!-- more -->",
        "<!-- <p>Forty died.</p> -->",
        "<!-- a > b -->",
        "<i title='a > b'></i>",
        "<i title='<p>Forty died.</p>'></i>",
        '<i a"="x>y"></i>',
        "<i<b></i<b>",
    ],
)
def test_brackets_in_comments_and_attributes_change_nothing_that_is_read(odd: str) -> None:
    body = "<div class=share-bar>Share</div>"
    assert read_page(_page(_article(odd + body))).text == read_page(_page(_article(body))).text


def test_the_hours_of_a_live_page_are_no_days() -> None:
    posts = "".join(f"<div><time>10:{minute}</time><p>{_ONE}</p></div>" for minute in range(10, 20))
    found = read_page(_page(_article(posts + "<div><time>Updated 4 May 2021</time></div>"))).dates
    assert [(one.day, one.found) for one in found] == [("2021-05-04", "updated: time element")]


def test_a_raised_number_is_no_digit_of_the_number_before_it() -> None:
    document = _read(
        _page(_article("<p>The mayor spoke of <b>12</b><sup>1</sup> dead on 30 m<sup>2</sup> of floor.</p>"))
    )
    assert "The mayor spoke of 12¹ dead on 30 m² of floor." in document.text


def test_what_the_author_struck_out_is_no_longer_said() -> None:
    document = _read(_page(_article("<p>The shells killed <del>twelve</del> <ins>nine</ins> <s>men</s> people.</p>")))
    assert "The shells killed nine people." in document.text
