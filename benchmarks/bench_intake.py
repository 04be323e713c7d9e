"""Measures intake on one core: pages and web archives, what of an article is kept and what of the rest is left out.

Prints; the figures in docs/intake.md are copied from it. Times are processor time of this process and of the one that
opens files, the best of three rounds. Needs trafilatura for the comparison (``make bench`` installs it); without it
the comparison is left out.
"""

import gzip
import io
import random
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fastwarc.warc import ArchiveIterator
from resiliparse.extract.html2text import extract_plain_text

from benchmarks import generate
from harmtrace import claims
from harmtrace.intake import Taken, extract, gazetteers, read
from harmtrace.intake.sandbox import Sandbox

try:
    import trafilatura
except ImportError:
    trafilatura = None

_PAGES = 120
_ROUNDS = 3
_SEED = 20210511
_SHAPES = ("press", "soup", "tables", "forms", "unclosed", "live", "arabic", "bare")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of our own making: its markup, the paragraphs that are its article, and words that are not."""

    shape: str
    markup: str
    article: tuple[str, ...]
    rest: tuple[str, ...]


def pages(count: int, *, seed: int = _SEED, relevant: bool = True) -> list[Page]:
    """Return pages that are messy in the ways that real ones are, about 45 kB each; two texts stand in each."""
    chance = random.Random(seed)
    if relevant:
        texts = [one["text"] for one in generate.documents(seed, count * 2)]
    else:
        texts = list(generate.irrelevant(seed, count * 2))
        arabic = list(generate.irrelevant(seed, count * 2, language="ar"))
        texts = [(arabic if _SHAPES[at // 2 % len(_SHAPES)] == "arabic" else texts)[at] for at in range(count * 2)]
    return [_page(chance, _SHAPES[number % len(_SHAPES)], number, texts) for number in range(count)]


def _page(chance: random.Random, shape: str, number: int, texts: Sequence[str]) -> Page:
    article = [line for text in texts[2 * number : 2 * number + 2] for line in text.splitlines() if len(line) > 60]
    if shape == "arabic" and "ا" not in article[0]:
        article = [f"قتل {n} مدنيين في قصف على حي السوق يوم الاثنين، بحسب ما قاله سكان لمراسلنا." for n in range(3, 9)]
    rest = tuple(f"Reader number {number}-{n} says that forty people died there and nobody counts" for n in range(6))
    related = tuple(f"Another story {number}-{n}: twelve killed as ferry sinks off the coast" for n in range(12))
    cookie = f"We and our {chance.randint(20, 900)} partners store cookies on your device, choice {number}."
    body = _body(shape, article, chance)
    menu = "".join(f'<li class="menu-item"><a href="/s/{n}">Section {n}</a></li>' for n in range(40))
    cards = "".join(
        f'<div class="card"><a href="/r/{n}"><img src="{n}.jpg"><h3>{one}</h3></a></div>'
        for n, one in enumerate(related)
    )
    comments = "".join(f'<li class="comment"><p>{one}</p><a>Reply</a></li>' for one in rest)
    script = "<script>" + "var q=function(a,b){return a<b?'<p>':\"</p>\"};" * 250 + "</script>"
    style = "<style>" + ".a>.b{color:red}" * 400 + "</style>"
    head = (
        f"<title>Shells hit market {number} | Meridian Post</title><meta property=og:site_name content='Meridian Post'>"
        f'<meta property="article:published_time" content="2021-05-0{1 + number % 9}T10:00:00+03:00">'
        f'<link rel=canonical href="https://post.example/2021/05/0{1 + number % 9}/{number}">{style}{script}'
    )
    markup = (
        f"<!DOCTYPE html><html lang=en><head>{head}</head><body class='post has-sidebar'>"
        f"<header class=site-header><nav><ul>{menu}</ul></nav></header>"
        f'<div id="cookie-consent" role="dialog"><p>{cookie}</p></div>{body}'
        f'<section class="related"><h2>Related</h2>{cards}</section>'
        f'<div id="comments"><ol class="commentlist">{comments}</ol></div>'
        f"<aside class=sidebar>{cards}</aside><footer><ul>{menu}</ul><p>© Meridian Post</p></footer>{script}</body>"
    )
    return Page(shape, markup, tuple(article), (*rest, *related, cookie))


def _body(shape: str, article: Sequence[str], chance: random.Random) -> str:
    title = "<h1>Shells hit market</h1>"
    advert = '<div class="ad-slot"><script>ads.push({id:1,a:"' + "x" * 120 + '"})</script></div>'
    paragraphs = [f"<p>{line}</p>{advert if chance.random() < 0.3 else ''}" for line in article]
    match shape:
        case "soup":
            inner = "".join(f"<div><span>{line[:40]}</span><b>{line[40:]}</b></div>{advert}" for line in article)
            return f"<div class=wrap><div><div>{title}<div class=txt>{inner}</div></div></div></div>"
        case "tables":
            cell = f"<td>{title}<font size=2>{'<br><br>'.join(article)}</font></td>"
            return f"<table width=100%><tr><td width=150></td>{cell}</tr></table>"
        case "forms":
            return f'<form id="aspnetForm" method=post><div id="main">{title}{"".join(paragraphs)}</div></form>'
        case "unclosed":
            return f"<article>{title}" + "".join(f"<p>{line}" for line in article) + "<p><i>Agencies</article>"
        case "live":
            posts = "".join(
                f'<div class="live-post"><time>10:0{n % 10}</time>{one}</div>' for n, one in enumerate(paragraphs)
            )
            return f"<main>{title}<div class=live-blog>{posts}</div></main>"
        case "arabic":
            return f"<main dir=rtl lang=ar><article><h1>قصف على السوق</h1>{''.join(paragraphs)}</article></main>"
        case "bare":
            return "".join(paragraphs)
        case _:
            share = "<div class=share-bar><a>Share</a><a>Post</a></div>"
            inner = (
                f"<div class=byline>By Nadia Ferrow</div>{share}<div class=entry-content>{''.join(paragraphs)}</div>"
            )
            return f"<main><article class='post type-post'>{title}{inner}</article></main>"


def main() -> None:
    """Measure and print."""
    made = pages(_PAGES)
    size = sum(len(page.markup.encode()) for page in made) / len(made)
    print(f"{_PAGES} pages of {size / 1000:.0f} kB, {len(_SHAPES)} shapes; processor time, best of {_ROUNDS}\n")
    print("| reader | pages/s | paragraphs kept | lines of the rest kept |\n| --- | --- | --- | --- |")
    readers: list[tuple[str, Callable[[str], str]]] = [
        ("harmtrace (resiliparse's parser, own rules)", lambda markup: extract(markup.encode(), "a.html")[0][0].text),
        ("resiliparse, main content", lambda markup: str(extract_plain_text(markup, main_content=True))),
    ]
    if trafilatura is not None:
        extracted = trafilatura.extract
        readers.append(("trafilatura", lambda markup: extracted(markup, include_comments=False) or ""))
    for name, reader in readers:
        kept, junk = _quality(made, reader)
        print(f"| {name} | {_rate(made, reader):,.0f} | {kept:.1%} | {junk:.1%} |")
    _by_shape(made, readers)
    opened = _sandboxed(made)
    print(f"\nHTML to documents through the sandbox: {opened:,.0f} pages/s of both processes' time")
    _to_claims("two texts of ten claims each", made, opened)
    nothing = pages(_PAGES, relevant=False)
    _to_claims("texts without a claim", nothing, _sandboxed(nothing))
    _archives(made)


def _words(text: str) -> str:
    return " ".join(text.split())


def _quality(made: Sequence[Page], reader: Callable[[str], str]) -> tuple[float, float]:
    kept = junk = wanted = unwanted = 0
    for page in made:
        text = _words(reader(page.markup))
        kept += sum(_words(line) in text for line in page.article)
        wanted += len(page.article)
        junk += sum(line in text for line in page.rest)
        unwanted += len(page.rest)
    return kept / wanted, junk / unwanted


def _by_shape(made: Sequence[Page], readers: Sequence[tuple[str, Callable[[str], str]]]) -> None:
    print("\nparagraphs kept / lines of the rest kept, by shape:")
    for shape in _SHAPES:
        some = [page for page in made if page.shape == shape]
        shown = "; ".join(f"{name.split(',')[0].split(' ')[0]} {_shares(some, reader)}" for name, reader in readers)
        print(f"  {shape}: {shown}")


def _shares(some: Sequence[Page], reader: Callable[[str], str]) -> str:
    kept, junk = _quality(some, reader)
    return f"{kept:.0%}/{junk:.0%}"


def _rate(made: Sequence[Page], reader: Callable[[str], str]) -> float:
    best = float("inf")
    for _ in range(_ROUNDS):
        began = time.process_time()
        for page in made:
            reader(page.markup)
        best = min(best, time.process_time() - began)
    return len(made) / best


def _used() -> float:
    """Return the processor time of this process and of those it has ended."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, kinds))


def _sandboxed(made: Sequence[Page]) -> float:
    """Return pages a second of both processes' time, less what starting the second one takes."""
    with tempfile.TemporaryDirectory() as folder:
        once, times = Path(folder) / "once", 10
        once.mkdir()
        for number in range(times * len(made)):
            (once / f"{number:05}.html").write_text(made[number % len(made)].markup, encoding="utf-8")
        (Path(folder) / "one.html").write_text(made[0].markup, encoding="utf-8")
        costs = []
        for path in (Path(folder) / "one.html", once):
            best = float("inf")
            for _ in range(3):
                began = _used()
                with Sandbox(bubblewrap=None) as sandbox:  # under bubblewrap nobody counts the time of its child
                    assert any(isinstance(item, Taken) for item in list(read([path], sandbox=sandbox)))
                best = min(best, _used() - began)
            costs.append(best)
        return (times * len(made) - 1) / (costs[1] - costs[0])


def _to_claims(what: str, made: Sequence[Page], opened: float) -> None:
    """Print how many pages a second become claims, through the sandbox, where ``opened`` pages a second are opened."""
    documents = [extract(page.markup.encode(), f"{number}.html")[0][0] for number, page in enumerate(made)]
    with tempfile.TemporaryDirectory() as folder:
        places, _ = gazetteers.load([generate.write_gazetteer(Path(folder), _SEED)])
    best, found = float("inf"), 0
    for _ in range(_ROUNDS):
        began = time.process_time()
        found = sum(len(claims.read(one, gazetteer=places).claims) for one in documents)
        best = min(best, time.process_time() - began)
    alone = len(made) / best
    print(
        f"HTML to claims, {what} ({found / len(made):.1f} claims a page): {1 / (1 / opened + 1 / alone):,.0f} pages/s; "
        f"opening {opened:,.0f}, reading {alone:,.0f}"
    )


def _archives(made: Sequence[Page]) -> None:
    """Print how many records a second are gone through before any is read as a page, and with that."""

    def record(number: int, content: bytes, media: str) -> bytes:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
            f"WARC-Target-URI: https://post.example/{number}\r\nWARC-Date: 2021-05-04T08:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        return head.encode() + http + b"\r\n\r\n"

    chance = random.Random(_SEED)
    plain = [record(n, chance.randbytes(4_000), "image/png") for n in range(20_000)]
    for name, data in (("plain", b"".join(plain)), ("gzip", b"".join(gzip.compress(one, 6) for one in plain))):
        best, alone = float("inf"), float("inf")
        for _ in range(3):
            began = time.process_time()
            extract(data, "a.warc")
            best = min(best, time.process_time() - began)
            began = time.process_time()
            assert sum(1 for _ in ArchiveIterator(io.BytesIO(data))) == len(plain)
            alone = min(alone, time.process_time() - began)
        print(
            f"WARC, {name}: {len(plain) / best:,.0f} records/s before parsing; fastwarc alone {len(plain) / alone:,.0f}"
        )


if __name__ == "__main__":
    main()
