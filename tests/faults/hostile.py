"""Hostile files of every kind, made here: bombs, loops, lies about sizes, and good files with a few bytes changed."""

import gzip
import io
import json
import random
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

from tests.intake.making import ONE, TWO, docx, mail, page, paragraph, pdf, response, wacz, warc_gz, zipped

_MB = 1_000_000


def bombs() -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of files that ask for far more memory or time than they are long."""
    yield from _packed()
    yield from _written()
    yield from _printed()
    yield from _drawn()


def _packed() -> Iterator[tuple[str, bytes]]:
    zeros = bytes(60 * _MB)
    one = zipped({"zeros.txt": zeros})
    yield "flat.zip", one
    yield "many.zip", zipped({f"{number}.txt": bytes(9 * _MB) for number in range(60)})
    nested = one
    for level in range(6):
        nested = zipped({f"{level}-{copy}.zip": nested for copy in range(4)})
    yield "nested.zip", nested
    yield "entries.zip", zipped({f"{number}.txt": "x" for number in range(12_000)})
    yield "itself.zip", _overlapping()
    yield "lying.zip", _lying()
    yield "zeros.txt.gz", gzip.compress(bytes(400 * _MB), 1)
    yield "zeros.html.gz", gzip.compress(b"<p>" + b"a" * (300 * _MB), 1)
    yield "twice.txt.gz", gzip.compress(gzip.compress(bytes(100 * _MB), 1))
    yield "twice.gz.gz", gzip.compress(gzip.compress(b"x"))
    yield "tar.txt.gz", gzip.compress(_tar())
    yield "docx-bomb.docx", zipped({"word/document.xml": b"<w>" + b" " * (80 * _MB)})
    yield "record.warc.gz", warc_gz(response(bytes(200 * _MB)))
    inner = gzip.compress(bytes(300 * _MB), 1)
    yield "encoded.warc", response(inner, headers="Content-Encoding: gzip\r\n")
    yield "length.warc", response(b"x").replace(b"Content-Length: ", b"Content-Length: 99999999999", 1)
    yield "headers.warc", b"WARC/1.1\r\n" + b"A: b\r\n" * 1_000_000
    yield "no-end.warc", b"WARC/1.1\r\nWARC-Type: response" + b"x" * (3 * _MB)
    yield "bomb.wacz", zipped({"archive/data.warc.gz": warc_gz(response(bytes(200 * _MB)))})
    yield "mail.eml", mail(ONE, {"bomb.zip": one})


def _written() -> Iterator[tuple[str, bytes]]:
    """Yield XML and HTML bombs."""
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    yield "laughs.rss", f'<!DOCTYPE r [<!ENTITY e0 "ha">{laughs}]><rss><channel>&e11;</channel></rss>'.encode()
    large = "a" * 200_000
    yield "quadratic.rss", f'<!DOCTYPE r [<!ENTITY x "{large}">]><rss>{"&x;" * 5_000}</rss>'.encode()
    yield "outside.xml", b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>'
    yield "network.xml", b'<!DOCTYPE r SYSTEM "http://127.0.0.1/x.dtd"><rss>&x;</rss>'
    yield "parameter.xml", b'<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]><rss/>'
    yield "deep.xml", b"<rss>" + b"<a>" * 500_000
    yield "wide.rss", b"<rss><channel>" + b"<item/>" * 900_000 + b"</channel></rss>"
    yield "attributes.xml", b"<rss " + b" ".join(b"a%d='1'" % n for n in range(300_000)) + b"/>"
    yield "document.docx", docx(paragraph("x") * 10 + "<w:tbl>" * 2_000)
    entity = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'
    yield "entities.docx", zipped({"word/document.xml": entity})
    yield "deep.html", b"<div>" * 300_000 + ONE.encode()
    yield "deep-inline.html", b"<b><i>" * 100_000 + ONE.encode()
    yield "tables.html", b"<table><tr><td>" * 50_000 + ONE.encode()
    yield "formatting.html", b"<p>" + b"<b><u><i><s>" * 500 + b"<p>x" * 5_000
    yield "attributes.html", b"<p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">" + ONE.encode()
    yield "quotes.html", b"<p a='" + b'"' * (2 * _MB) + b"'>" + ONE.encode()
    yield "unclosed.html", (b'<p class="' + b"x" * 50) * 40_000
    yield "comments.html", b"<!--" * 500_000
    yield "spaces.html", b"<p>" + b" " * (5 * _MB) + b"</p>"
    yield "lines.html", b"<br>" * 500_000
    yield "classes.html", b"<div class='" + b"share-" * 200_000 + b"'>" + ONE.encode() + b"</div>"
    yield "entities.html", b"&lt;" * 1_000_000
    deep = b"[" * 200_000
    yield "linked.html", b'<script type="application/ld+json">' + deep + b"</script>" + page(ONE).encode()


def _printed() -> Iterator[tuple[str, bytes]]:
    """Yield tables, records and messages that lie about their nesting."""
    for name, cell in (
        ("lists", "[" * 100_000),
        ("signs", "-" * 100_000 + "1"),
        ("power", "9**9**9**9"),
        ("join", "('x' 'y' * 10000000000)"),
        ("call", "().__class__.__base__.__subclasses__()"),
        ("digits", "9" * 1_000_000),
        ("date", "datetime.datetime(99999, 1, 1)"),
        ("format", "f'{1:{9**9}}'"),
        ("wide", "{" + ",".join(f"'{n}': {n}" for n in range(100_000)) + "}"),
    ):
        yield f"{name}.csv", f'status,metadata,media\nok,"{cell}",[]\n'.encode()
    yield "quote.csv", b"id,text\n" + b'a,"' * 200_000
    yield "columns.csv", b"id,text" + b",x" * 500_000 + b"\n" + b"," * 500_000
    yield "newlines.csv", b'id,text\na,"' + b"\n" * (2 * _MB) + b'"\n'
    yield "deep.json", b"[" * 1_000_000
    yield "deep-object.json", b'{"a":' * 200_000
    parts = b""
    for number in range(3_000):
        parts += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
    yield "deep.eml", b"Subject: x\n" + parts
    yield "forwarded.eml", b"Subject: x\n" + b"Content-Type: message/rfc822\n\nSubject: y\n" * 3_000
    yield "boundary.eml", b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 100_000
    yield "headers.eml", b"Subject: " + b"=?utf-8?q?" * 100_000 + b"\n\n" + ONE.encode()
    yield "encoded.eml", b"Subject: x\nContent-Transfer-Encoding: base64\n\n" + b"QUFB" * 1_000_000
    yield (
        "mixed.mhtml",
        b"Content-Type: multipart/related; boundary=a\n\n" + b"--a\nContent-Type: text/html\n\n" * 20_000,
    )


def _drawn() -> Iterator[tuple[str, bytes]]:
    """Yield PDFs and pictures that unfold, loop or nest."""
    content = zlib.compress(b"(x) Tj " * 30_000_000, 9)
    yield (
        "stream.pdf",
        _object_pdf(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content)),
    )
    twice = zlib.compress(zlib.compress(bytes(300 * _MB), 9), 9)
    yield (
        "filters.pdf",
        _object_pdf(
            b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(twice), twice)
        ),
    )
    yield "brackets.pdf", _object_pdf(b"[" * 200_000)
    yield "dictionaries.pdf", _object_pdf(b"<</A " * 100_000)
    yield "count.pdf", pdf([[ONE]]).replace(b"/Count 1", b"/Count 999999999")
    loop = pdf([[ONE]]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    yield "loop.pdf", loop
    yield "size.pdf", pdf([[ONE]]).replace(b"612 792", b"9e9 9e9")
    yield "xref.pdf", pdf([[ONE]]).replace(b"xref\n0 6", b"xref\n0 999999999")
    yield "image.pdf", _object_pdf(_picture())
    yield "image.zip", zipped({"huge.png": _png(60_000, 60_000), "page.html": page(ONE)})
    yield "image.docx", zipped({"word/media/a.png": _png(60_000, 60_000), "word/document.xml": "<a/>"})
    yield "image.html", b'<img src="data:image/png;base64,' + b"A" * (5 * _MB) + b'">' + page(ONE).encode()


def _object_pdf(body: bytes) -> bytes:
    """Return a PDF whose page's content is an object of one's own."""
    good = pdf([["x"]])
    start = good.index(b"5 0 obj\n") + 8
    return good[:start] + body + good[good.index(b"\nendobj", start) :]


def _picture() -> bytes:
    data = zlib.compress(bytes(100 * _MB), 9)
    return (
        b"<< /Type /XObject /Subtype /Image /Width 90000 /Height 90000 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
        b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(data), data)
    )


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))

    head = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(10 * _MB)))
        + chunk(b"IEND", b"")
    )


def _overlapping() -> bytes:
    """Return a ZIP whose directory names one packed body a thousand times."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("a.txt", bytes(9 * _MB))
        info = pack.infolist()[0]
        for number in range(1_000):
            other = zipfile.ZipInfo(f"{number:04}.txt")
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "flag_bits"):
                setattr(other, name, getattr(info, name))
            pack.filelist.append(other)
    return file.getvalue()


def _lying() -> bytes:
    """Return a ZIP whose directory says that a large entry is small."""
    data = zipped({"a.txt": bytes(60 * _MB)})
    return data.replace(struct.pack("<I", 60 * _MB), struct.pack("<I", 10))


def _tar() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as pack:
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        pack.addfile(link)
    return file.getvalue()


# Names that an archive may hold and no reader should believe.
NAMES = (
    "../a.txt", "../../a.txt", "a/../../b.txt", "a/b/../../../c.txt", "..", "../", "./../a.txt", "a/..", "a/../b.txt",
    "/a.txt", "/etc/passwd.txt", "//server/share/a.txt", "~/a.txt", "~root/a.txt", "C:/a.txt", "c:a.txt", "C:\\a.txt",
    "..\\a.txt",
    "a\\..\\..\\b.txt", "\\a.txt", "\\\\server\\a.txt", "\\\\?\\C:\\a.txt", "a\\b.txt", "a//b.txt", "//a.txt",
    "a/./../../b.txt", "...\\a.txt", ".../a.txt", "..../../a.txt", "%2e%2e/a.txt", "%2E%2E/a.txt", "..%2fa.txt",
    "..%5ca.txt", "．．/a.txt", "‥/a.txt", "a／b.txt", "..∕a.txt", "․․/a.txt", ".. /a.txt", " ../a.txt", ". ./../a.txt",
    "a\x01.txt", "a\n.txt", "a\r\n.txt", "a\x1b[2J.txt", "a\x7f.txt", "a\x9b.txt", "\u202etxt.exe.txt", "a\u2066b.txt",
    "\ufeff../a.txt", "a\u200e.txt", "CON.txt", "nul.txt", "a/aux.txt", "COM1.txt", "lpt9.txt", "PRN",
    "a.txt:stream.txt",
    "a.txt ", "a.txt.", "a /b.txt", "a./b.txt", "x" * 300 + ".txt", "y/" * 600 + "a.txt", "file:///etc/a.txt",
)  # fmt: skip
# What an entry may be beside a file: the type bits of its mode.
MODES = {"link": 0o120777, "device": 0o060644, "characters": 0o020644, "pipe": 0o010644, "socket": 0o140644}


def named(name: str, mode: int = 0o100644) -> bytes:
    """Return a ZIP with one good entry and one of a name and mode, written as they are."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as pack:
        pack.writestr("good.txt", TWO)
        info = zipfile.ZipInfo("placeholder")
        info.filename = name
        info.external_attr = mode << 16
        info.create_system = 3
        pack.writestr(info, ONE)
    return file.getvalue()


def seeds() -> tuple[tuple[str, bytes], ...]:
    """Return a good file of each kind that is opened in a process of its own."""
    feed = (
        f"<rss><channel><title>Post</title><item><guid>1</guid><description>{ONE}</description></item></channel></rss>"
    )
    about = "{'url': 'https://s.example/1', 'content': 'Four died.', 'when': datetime.datetime(2021, 5, 3)}"
    records = response(page(ONE, TWO).encode()), response(ONE.encode(), number=2, media="text/plain")
    return (
        ("a.pdf", pdf([[ONE, TWO], [TWO]], {"Title": "Note"})),
        ("a.docx", docx(paragraph(ONE) + paragraph(TWO))),
        ("a.eml", mail(ONE, {"a.txt": TWO.encode(), "b.pdf": pdf([[ONE]])}, html=page(ONE))),
        ("a.html", page(ONE, TWO, head='<script type="application/ld+json">{"headline": "x"}</script>').encode()),
        ("a.rss", feed.encode()),
        ("a.csv", f'status,metadata,media\nok,"{about}",[]\n'.encode()),
        ("a.warc", b"".join(records)),
        ("a.warc.gz", warc_gz(*records)),
        ("a.wacz", wacz(*records, pages=["https://post.example/1"])),
        ("a.zip", zipped({"a.txt": ONE, "b.html": page(TWO), "c.json": json.dumps({"id": "x", "text": ONE})})),
        ("a.html.gz", gzip.compress(page(ONE).encode())),
    )


def mutated(count: int, seed: int = 20210503) -> Iterator[tuple[str, bytes]]:
    """Yield so many good files, each with a few of its bytes changed, moved, doubled or cut."""
    chance = random.Random(seed)
    good = seeds()
    for number in range(count):
        name, data = good[number % len(good)]
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 4, 16))):
            _change(changed, chance, good[chance.randrange(len(good))][1])
        yield f"{number:05}-{name}", bytes(changed)


_ODD = (
    b"\x00",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\x80\x00\x00\x00",
    b"99999999999",
    b"-1",
    b"<",
    b">",
    b"%",
    b"\n",
)


def _change(data: bytearray, chance: random.Random, other: bytes) -> None:
    if not data:
        return
    at = chance.randrange(len(data))
    size = min(len(data) - at, chance.choice((1, 2, 4, 8, 64, 512)))
    match chance.randrange(7):
        case 0:
            data[at] ^= 1 << chance.randrange(8)
        case 1:
            data[at : at + size] = chance.randbytes(size)
        case 2:
            del data[at : at + size]
        case 3:
            data[at:at] = data[at : at + size] * chance.choice((1, 2, 50))
        case 4:
            odd = chance.choice(_ODD)
            data[at : at + len(odd)] = odd
        case 5:
            del data[at:]
        case _:
            start = chance.randrange(len(other))
            data[at : at + size] = other[start : start + size]
