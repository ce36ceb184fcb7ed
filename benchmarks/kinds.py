"""Small files of each kind that is read, built by code: for tests, and to be mutated by the fuzzer."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

from benchmarks.exports import FACTIVA, FACTIVA_PLAIN, NEXIS, NEXIS_UNI, SENTENCES


def page(title: str = "Bridge closed at Lowhaven", sentences: Sequence[str] = SENTENCES) -> bytes:
    """A page with the marks of a news site."""
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    head = (
        f'<title>{title} | The Harbour Post</title><meta property="og:site_name" content="The Harbour Post">'
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body><nav><a href="/">Home'
        f"</a></nav><article><h1>{title}</h1><p>By Hedda Corl</p>{body}</article></body></html>"
    ).encode()


def zip_of(members: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of ``members``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, packing)
    return buffer.getvalue()


def warc_record(
    url: str,
    body: bytes,
    *,
    status: str = "200 OK",
    media: str = "text/html; charset=utf-8",
    extra: str = "",
) -> bytes:
    """One response in a web archive; ``extra`` are more lines of its header."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}Content-Length: {len(body)}\r\n\r\n"
    http = head.encode() + body
    lines = (
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2025-03-01T10:00:00Z",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"


def warc() -> bytes:
    """A packed web archive of a page, a picture and a missing page, a packed record each."""
    records = (
        warc_record("https://post.example/bridge", page()),
        warc_record("https://post.example/x.png", b"\x89PNG", media="image/png"),
        warc_record("https://post.example/gone", page(), status="404 Not Found"),
    )
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def wacz() -> bytes:
    """A WACZ file: a ZIP that holds a web archive as it is."""
    return zip_of({"archive/data.warc.gz": warc(), "datapackage.json": b"{}"}, zipfile.ZIP_STORED)


def pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]] | None = None) -> bytes:
    """A PDF file.

    Args:
        pages: for each page its lines: left and bottom edge in points, size of
            the letters, words. The page has 612 by 792 points.
    """
    pages = pages if pages is not None else (_printed(),)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for lines in pages:
        shown = "".join(
            f"BT /F1 {size} Tf {left} {at} Td ({_escaped(text)}) Tj ET\n" for left, at, size, text in lines
        )
        content = shown.encode("latin-1", "replace")
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"endstream")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
    kids = " ".join(f"{number} 0 R" for number in range(5, len(objects) + 1, 2))
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    return _with_table(objects)


def _printed() -> list[tuple[float, float, float, str]]:
    lines = ["The mayor of Lowhaven said on Tues-", "day that the bridge was safe.", "", *SENTENCES[2:]]
    set_lines = [(72.0, 600.0 - 14 * n, 11.0, line) for n, line in enumerate(lines) if line]
    return [
        (72.0, 680.0, 22.0, "Bridge closed at Lowhaven"),
        (72.0, 640.0, 11.0, "By Hedda Corl"),
        *set_lines,
    ]


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _with_table(objects: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + head + table + tail


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str | None = None, more: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with a title, a heading in a German Word's style, a quote, a list and a deleted word."""
    body = body or (
        _styled("Title", "Bridge closed at Lowhaven")
        + _styled(None, "By Hedda Corl")
        + "".join(_styled(None, sentence) for sentence in SENTENCES)
        + _styled("berschrift1", "What is known")
        + _styled("Quote", "Nobody crosses tonight.")
        + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>two vans</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>It was </w:t></w:r>"
        + "<w:del><w:r><w:delText>not</w:delText><w:t>never</w:t></w:r></w:del>"
        + "<w:ins><w:r><w:t>safe.</w:t></w:r></w:ins></w:p>"
    )
    styles = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Title", "Title"), ("berschrift1", "heading 1"), ("Quote", "Quote"))
    )
    parts = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'.encode(),
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>'.encode(),
    }
    return zip_of(parts | dict(more or {}))


def _styled(style: str | None, text: str) -> str:
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p>"


def mail(*, html: bool = True, attached: bool = False) -> bytes:
    """A newsletter."""
    message = EmailMessage()
    message["From"] = "The Harbour Post <news@post.example>"
    message["Subject"] = "Bridge closed at Lowhaven – first reports"
    message["Date"] = "Tue, 17 Dec 2024 10:00:00 +0300"
    message["Message-ID"] = "<1@post.example>"
    message["List-Unsubscribe"] = "<https://post.example/leave>"
    message.set_content("\n\n".join(SENTENCES))
    if html:
        message.add_alternative("".join(f"<p>{s}</p>" for s in SENTENCES), subtype="html")
    if attached:
        message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="map.pdf")
    return _bytes_of(message)


def mhtml() -> bytes:
    """A page as Chrome saves it."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://post.example/bridge"
    message["Subject"] = "Bridge closed at Lowhaven"
    message["Date"] = "Sat, 1 Mar 2025 10:00:00 +0000"
    message.make_related()
    message.add_related(page().decode(), subtype="html")
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    part = message.get_payload(0)
    assert isinstance(part, EmailMessage)
    part["Content-Location"] = "https://post.example/bridge"
    return _bytes_of(message)


def _bytes_of(message: EmailMessage) -> bytes:
    """The message with boundaries that are the same each time."""
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"part-{number}")
    return message.as_bytes()


def rss() -> bytes:
    """A feed of three entries: one whole, one with a summary, one with a headline alone."""
    whole = "".join(f"<p>{s}</p>" for s in SENTENCES)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Harbour Post</title>
<item><title>Bridge closed</title><link>https://post.example/bridge</link><dc:creator>Hedda Corl</dc:creator>
<pubDate>Tue, 17 Dec 2024 10:00:00 +0300</pubDate><description>Short.</description>
<content:encoded><![CDATA[{whole}]]></content:encoded></item>
<item><title>Ferry runs</title><guid isPermaLink="false">post-2</guid>
<description>The ferry ran again.</description></item>
<item><title>Silence</title><link>https://post.example/silence</link></item>
</channel></rss>""".encode()


def atom() -> bytes:
    """A feed in the other form."""
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title>
<entry><title>Bridge closed</title><id>tag:1</id><link href="https://post.example/bridge"/>
<published>2024-12-17T10:00:00+03:00</published><author><name>Hedda Corl</name></author>
<content type="html">&lt;p&gt;{SENTENCES[0]}&lt;/p&gt;</content></entry></feed>""".encode()


def nexis_page() -> bytes:
    """The older form as HTML."""
    lines = (f"<div class='c0'><p class='c1'>{line}</p></div>" for line in NEXIS.split("\n\n"))
    lines = (line.strip().replace("\n", "<br>") for line in lines)
    return f"<html><head><title>Export</title></head><body>{''.join(lines)}</body></html>".encode()


def factiva_page() -> bytes:
    """An export of Factiva as HTML: a table row a field."""
    fields = {
        "HD": "<span>Bridge closed at Lowhaven</span>",
        "BY": "By Hedda Corl",
        "PD": "17 December 2024",
        "SN": "The Harbour Post",
        "LP": f"<p>{SENTENCES[0]}</p>",
        "TD": f"<p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p>",
        "AN": "Document HARBP00020241217ekch0000x",
    }
    rows = "".join(f"<tr><td><b>{code}</b>&nbsp;</td><td>{value}</td></tr>" for code, value in fields.items())
    return (
        f"<html><body><div class='article'><table>{rows}</table>"
        "<p>Document HARBP00020241217ekch0000x</p></div></body></html>"
    ).encode()


TABLE = (
    "ID,Headline,Body,Date,Publication\n"
    f'1,Bridge closed,"{SENTENCES[0]}\n\nMore, here.",2024-12-17,The Harbour Post\n'
    "2,Ferry runs,The ferry ran again.,17 December 2024,The Harbour Post\n"
)
"""A table of two articles."""


def samples() -> dict[str, bytes]:
    """A file of each kind by its name."""
    line = json.dumps({"id": "a", "text": SENTENCES[0]}).encode() + b"\n"
    return {
        "page.html": page(),
        "text.txt": "\n\n".join(SENTENCES).encode(),
        "pile.jsonl": line,
        "table.csv": TABLE.encode(),
        "feed.rss": rss(),
        "feed.atom": atom(),
        "nexis.txt": NEXIS.encode(),
        "nexis-uni.txt": NEXIS_UNI.encode(),
        "nexis.html": nexis_page(),
        "nexis.docx": docx("".join(_styled(None, line) for line in NEXIS_UNI.splitlines() if line)),
        "factiva.txt": FACTIVA.encode(),
        "factiva-plain.txt": FACTIVA_PLAIN.encode(),
        "factiva.html": factiva_page(),
        "letter.eml": mail(attached=True),
        "page.mhtml": mhtml(),
        "print.pdf": pdf(),
        "letter.docx": docx(),
        "pile.zip": zip_of({"a.html": page(), "in.zip": zip_of({"b.txt": SENTENCES[0].encode()})}),
        "pages.warc.gz": warc(),
        "pages.warc": warc_record("https://post.example/a", page()),
        "pages.wacz": wacz(),
    }
