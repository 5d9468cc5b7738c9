"""Mails: what they say, told by hand, and how articles are written. (RFC 5322, 2045 to 2047)"""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage

import attrs
import pytest
import wire_samples

from newsmodel import Article, InputError, Losses, LossKind, Paragraph, Section, Text, read, sniff, write
from newsmodel.dates.when import When
from newsmodel.errors import SyntaxFault
from newsmodel.formats.mail import REFERENCE, REPLY
from newsmodel.formats.mail_message import MAX_HEADERS, MAX_HOLDERS
from newsmodel.formats.mail_parts import Mail
from newsmodel.model import Attribution, AttributionRole, Embargo, Extra, Link, Mark, MarkKind, PartyKind

NAME = "mail"
PARIS = timezone(timedelta(hours=2))
HEAD = b"From: Anna Beck <anna@gazette.example>\nSubject: Bridge\nDate: Tue, 14 May 2024 12:05:00 +0200\n"


def paragraphs(article: Article) -> list[str]:
    return [
        block.text for section in article.sections for block in section.blocks if isinstance(block, Paragraph)
    ]


def author(name: str, address: str | None) -> Attribution:
    return Attribution(
        names=(name,) if name else (),
        uri=f"mailto:{address}" if address else None,
        role=AttributionRole.AUTHOR,
    )


def test_a_mail_of_several_parts() -> None:
    losses = Losses()
    article = read(wire_samples.PARTS, losses=losses)

    assert [(loss.kind, loss.where, loss.value) for loss in losses] == [
        (LossKind.UNREAD, "part 2", "bridge.jpg (image/jpeg, 3 bytes)"),
        (LossKind.UNREAD, "the text", "class (1)"),
    ]
    assert article == Article(
        id="1@gazette.example",
        url="https://gazette.example/1",
        language="de",
        headlines=("Brücke wieder frei",),
        summaries=("The bridge is open",),
        keywords=("Bridge", "Lindow, town"),
        editor_notes=("Not for air",),
        version_created=datetime(2024, 5, 14, 12, 5, tzinfo=PARIS),
        expires=datetime(2024, 6, 14, 12, 5, tzinfo=PARIS),
        embargo=Embargo(datetime(2024, 5, 24, 14, 20)),  # noqa: DTZ001  # the mail names no zone
        attributions=(
            Attribution(
                names=("The Lindow Gazette",), role=AttributionRole.PUBLISHER, kind=PartyKind.ORGANISATION
            ),
            author("Anna Beck", "anna@gazette.example"),
            author("Hahn, Gerd", "gerd@gazette.example"),
        ),
        links=(
            Link(item="0@gazette.example", rel=REPLY),
            Link(item="-1@gazette.example", rel=REFERENCE),
            Link(item="0@gazette.example", rel=REFERENCE),
        ),
        sections=(
            Section(
                blocks=(
                    Paragraph("Embargoed until 24 May 2024 14:20", (Mark(MarkKind.STRONG, 0, 33),)),
                    Paragraph(
                        "Die alte Brücke ist offen. Mehr",
                        (
                            Mark(MarkKind.EMPHASIS, 4, 8),
                            Mark(MarkKind.LINK, 27, 31, href="https://gazette.example/bridge"),
                        ),
                    ),
                )
            ),
        ),
        extras=(
            Extra(NAME, "Received", "from x (y) by z; Fri, 24 May 2024 10:00:00 +0000"),
            Extra(NAME, "To", "desk@x.example"),
            Extra(NAME, "X-Desk", "7"),
        ),
    )


def test_russian_whose_headers_do_not_say_their_charset() -> None:
    losses = Losses()
    article = read(wire_samples.KOI8, losses=losses)

    assert article.headline == Text("Мост открыт")
    assert article.attributions == (author("Анна Бек", "anna@gazette.example"),)
    assert article.id == "urn:x:7"
    assert paragraphs(article) == ["Старый мост открыли в пятницу.", "Проезд бесплатный."]
    assert [loss.reason for loss in losses] == ["bytes beyond ASCII that are not UTF-8; read as koi8-r"]


def test_arabic_in_lines_that_flow() -> None:
    article = read(wire_samples.FLOWED)

    assert article.headline == Text("الجسر")
    assert article.attributions[0].name == "بلدية ليندو"
    assert article.version_created == datetime(2024, 5, 14, 12, 5)  # noqa: DTZ001  # -0000: no zone is known
    assert paragraphs(article) == [
        "فتحت البلدية الجسر القديم يوم الجمعة بعد عامين من العمل.",
        "سيبقى المرور مجانيا.",
    ]


# headers


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Bridge =?utf-8?q?f=C3=BCr?= all", "Bridge für all"),
        ("=?utf-8?b?0JzQvtGB0YI=?=\n =?utf-8?b?INC+0YLQutGA0YvRgg==?=", "Мост открыт"),
        ("=?utf-8?b?0JzQvtGB0YLQ?= =?utf-8?b?sA==?=", "Моста"),  # a letter that is cut in two
        ("=?iso-8859-1?q?Caf=E9_?= =?utf-8?q?Th=C3=A9?=", "Café Thé"),
        ("=?nonsense?q?Br=C3=BCcke?=", "Brücke"),
        ("=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
        ("=?utf-8?b?####?=", ""),
        ("a  b\n\t c", "a b c"),
    ],
)
def test_encoded_words(raw: str, expected: str) -> None:
    article = read(HEAD.replace(b"Bridge", raw.encode()) + b"\nText.\n", format=NAME)

    assert (article.headline.value if article.headline else "") == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("anna@x.example", [author("", "anna@x.example")]),
        ("anna@x.example (Anna Beck)", [author("Anna Beck", "anna@x.example")]),
        ('"Beck, Anna \\"A\\"" <anna@x.example>', [author('Beck, Anna "A"', "anna@x.example")]),
        ("Anna <anna@x.example>, Gerd <gerd@x.example>", [author("Anna", "anna@x.example"), author("Gerd", "gerd@x.example")]),
        ("Desk: anna@x.example, gerd@x.example;", [author("", "anna@x.example"), author("", "gerd@x.example")]),
        ("a/b@x.example", [author("", "a%2Fb@x.example")]),
        ("Anna Beck", [author("Anna Beck", None)]),
        ("Anna Beck:;", [author("Anna Beck", None)]),
        ("undisclosed:;", []),
    ],
)  # fmt: skip
def test_those_who_a_mail_is_from(raw: str, expected: list[Attribution]) -> None:
    article = read(f"From: {raw}\nSubject: x\n\nText.\n".encode(), format=NAME)

    assert list(article.attributions) == expected
    assert read(write(attrs.evolve(article, origin=None), NAME)) == article


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("Tue, 14 May 2024 12:05:00 +0200", datetime(2024, 5, 14, 12, 5, tzinfo=PARIS)),
        ("14 May 24 12:05 GMT", datetime(2024, 5, 14, 12, 5, tzinfo=UTC)),
        ("Tue, 14 May 2024 12:05:00 +0000 (UTC)", datetime(2024, 5, 14, 12, 5, tzinfo=UTC)),
        ("Tue, 14 May 2024", datetime(2024, 5, 14).date()),  # noqa: DTZ001
        ("Tue, 99 May 2024 12:05:00 +0200", None),
        ("soon", None),
    ],
)
def test_dates(raw: str, moment: datetime | None) -> None:
    article = read(f"From: a@x.example\nDate: {raw}\n\nText.\n".encode(), format=NAME)

    assert article.version_created == moment
    assert [extra.raw for extra in article.extras] == ([] if moment else [raw])


# texts


@pytest.mark.parametrize(
    ("header", "body", "reason"),
    [
        ("text/plain; charset=windows-1251", "Мост".encode("cp1251"), None),
        ("text/plain; charset=iso-8859-1", b"\x93Br\xfccke\x94", "declared as iso-8859-1; read as cp1252"),
        ("text/plain; charset=us-ascii", "Brücke".encode(), "declared as us-ascii; read as utf-8"),
        ("text/plain; charset=nonsense", "Brücke".encode(), "declared as nonsense; read as utf-8"),
        ("text/plain; charset=idna", "Brücke".encode(), "declared as idna; read as utf-8"),
        ("text/plain; charset=punycode", "Brücke".encode(), "declared as punycode; read as utf-8"),
        ("text/plain", b"Br\x81cke", "declared as us-ascii; read as cp850"),
    ],
)
def test_charsets(header: str, body: bytes, reason: str | None) -> None:
    losses = Losses()
    article = read(HEAD + f"Content-Type: {header}\n\n".encode() + body, losses=losses, format=NAME)

    assert paragraphs(article)[0].strip("“”") in {"Мост", "Brücke"}
    assert [loss.reason for loss in losses] == ([reason] if reason else [])


def test_html_beside_plain_text_in_one_mail() -> None:
    mail = (
        HEAD
        + b"""Content-Type: multipart/mixed; boundary=b

--b

First & foremost.
--b
Content-Type: text/html

<p>Then <b>this</b>.
--b--
"""
    )
    assert paragraphs(read(mail)) == ["First & foremost.", "Then this."]


@pytest.mark.parametrize(
    "html", [b"", b" ", b"<!-- nothing -->", b"<", b"<p", b"</p>", b"<html></html>", b"\x01\x02", b"<p>\xff"]
)
def test_html_of_any_kind_is_read(html: bytes) -> None:
    assert read(HEAD + b"Content-Type: text/html\n\n" + html).headline == Text("Bridge")


def test_how_a_mail_looks_is_named_once() -> None:
    losses = Losses()
    article = read(
        HEAD
        + b'Content-Type: text/html\n\n<p style="x" class="y">A <font color="red">B</font></p><p style="z">C</p>',
        losses=losses,
    )

    assert paragraphs(article) == ["A B", "C"]
    assert [(loss.kind, loss.value, loss.reason) for loss in losses] == [
        (LossKind.UNREAD, "<font> (1), class (1), style (2)", "how the mail looks")
    ]


@pytest.mark.parametrize(
    ("body", "until"),
    [
        (
            b"EMBARGO: 2024-05-24T14:20:00Z\n\nThe bridge is open.\n",
            datetime(2024, 5, 24, 14, 20, tzinfo=UTC),
        ),
        (b"FOR RELEASE AT noon\n\nThe bridge is open.\n", None),
    ],
)
def test_embargoes(body: bytes, until: datetime | None) -> None:
    article = read(HEAD + b"\n" + body)

    assert article.embargo == Embargo(until)
    assert paragraphs(article)[-1] == "The bridge is open."
    assert len(paragraphs(article)) == (1 if until else 2)  # what says more than that stays


# writing


ARTICLE = Article(
    id="1@gazette.example",
    headlines=("The bridge is open",),
    attributions=(author("Anna Beck", "anna@gazette.example"), author("Beck, Gerd", None)),
    keywords=("bridge", "Lindow, town"),
    version_created=datetime(2024, 5, 14, 12, 5, tzinfo=PARIS),
    sections=(Section(blocks=(Paragraph("The old bridge is open."), Paragraph("The ferry stops."))),),
)
WRITTEN = b"""Subject: The bridge is open
From: Anna Beck <anna@gazette.example>, "Beck, Gerd":;
Date: Tue, 14 May 2024 12:05:00 +0200
Message-ID: <1@gazette.example>
Keywords: bridge, =?utf-8?b?TGluZG93LCB0b3du?=
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

The old bridge is open.

The ferry stops.
"""


def test_what_is_written() -> None:
    losses = Losses()

    assert write(ARTICLE, NAME, losses=losses).decode() == WRITTEN.decode()
    assert losses == []
    assert read(WRITTEN) == ARTICLE


def test_html_is_written_where_plain_text_does_not_say_it_all() -> None:
    article = attrs.evolve(
        ARTICLE,
        embargo=Embargo(),
        sections=(
            Section(blocks=(Paragraph("It is open.", (Mark(MarkKind.STRONG, 6, 10),)),)),
            Section("What follows", (Paragraph("The ferry stops."),)),
        ),
    )
    data = write(article, NAME)

    assert b"Content-Type: text/html" in data
    assert b"<body><p>EMBARGO</p><p>It is <strong>open</strong>.</p><h2>What follows</h2>" in data
    assert read(data) == article


def test_the_standard_library_reads_what_is_written() -> None:
    article = attrs.evolve(
        ARTICLE, headlines=("Мост в Зеркальной долине открыт снова, и проезд бесплатный " * 3,)
    )
    mail = email.message_from_bytes(write(article, NAME), policy=email.policy.default)

    assert isinstance(mail, EmailMessage)
    assert mail["Subject"] == article.headlines[0].value
    assert mail["Date"].datetime == article.version_created
    assert mail["From"].addresses[0].display_name == "Anna Beck"
    assert mail.get_content() == "The old bridge is open.\n\nThe ferry stops.\n"
    assert mail.defects == []


def test_lines_are_as_short_as_the_standard_asks() -> None:
    article = attrs.evolve(
        ARTICLE,
        headlines=("bridge " * 200,),
        keywords=(),
        sections=(Section(blocks=(Paragraph("word " * 900 + "end"),)),),
    )
    data = write(article, NAME)

    assert max(map(len, data.split(b"\n"))) <= 998
    assert b"quoted-printable" in data
    assert read(data) == article


def test_what_no_field_takes_is_told() -> None:
    losses = Losses()
    article = attrs.evolve(
        ARTICLE,
        urgency=3,
        sluglines=("bridge",),
        bylines=("Anna Beck",),
        published=datetime(2024, 5, 14, tzinfo=UTC),
    )
    write(article, NAME, losses=losses)

    assert set(losses.paths) == {"urgency", "sluglines", "bylines", "published"}
    assert all(loss.kind is LossKind.UNWRITTEN for loss in losses)


def test_only_the_first_of_several_names_is_written_and_lines_are_told() -> None:
    losses = Losses()
    names = ("Anna Beck", "A. Beck")
    nobody = Attribution(uri="https://x.example/anna", role=AttributionRole.AUTHOR)
    article = attrs.evolve(
        ARTICLE,
        attributions=(attrs.evolve(ARTICLE.attributions[0], names=names), nobody),
        editor_notes=("one\ntwo",),
    )
    data = write(article, NAME, losses=losses)

    assert b"\nFrom: Anna Beck <anna@gazette.example>\n" in data
    assert b"\nComments: one two\n" in data
    assert [(loss.kind, loss.path) for loss in losses] == [
        (LossKind.UNWRITTEN, "attributions[0].names[1]"),
        (LossKind.UNWRITTEN, "attributions[1]"),
        (LossKind.COERCED, "editor_notes[0].value"),
    ]


@pytest.mark.parametrize("value", [datetime(1815, 6, 18, 12, tzinfo=UTC), datetime(2024, 5, 14).date()])  # noqa: DTZ001
def test_dates_that_no_mail_can_have(value: When) -> None:
    losses = Losses()
    data = write(attrs.evolve(ARTICLE, version_created=value), NAME, losses=losses)

    assert b"\nDate:" not in data
    assert [(loss.kind, loss.path) for loss in losses] == [(LossKind.UNWRITTEN, "version_created")]


# what is none


@pytest.mark.parametrize("name", ["filename*=idna''%ff", "filename*=undefined''x", 'filename="\x80"'])
def test_names_of_attached_files_in_no_charset(name: str) -> None:
    losses = Losses()
    mail = HEAD + f"Content-Type: image/png\nContent-Disposition: attachment; {name}\n\nx".encode("latin-1")

    assert read(mail, losses=losses, format=NAME).headline == Text("Bridge")
    assert [(loss.kind, loss.reason) for loss in losses] == [(LossKind.UNREAD, "an attachment")]


def test_a_mail_in_a_mail_is_an_attachment() -> None:
    losses = Losses()
    mail = (
        HEAD
        + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n"
    )
    article = read(mail + HEAD + b"\nInner text.\n--b--\n", losses=losses)

    assert paragraphs(article) == ["See below."]
    assert [(loss.where, loss.value) for loss in losses] == [("part 2", "(message/rfc822, a message)")]


@pytest.mark.parametrize(
    ("declared", "known"), [("koi8-r", "koi8-r"), ("idna", None), ("x", None), ("", None)]
)
def test_the_standard_library_is_told_real_charsets_only(declared: str, known: str | None) -> None:
    mail = Mail()
    mail["Content-Type"] = f"text/plain; charset={declared}"

    assert mail.get_content_charset() == known


def test_html_has_an_end() -> None:
    losses = Losses()
    article = read(HEAD + b"Content-Type: text/html\n\n" + b"<b></b>" * 200_001, losses=losses)

    assert article.sections == ()
    assert [(loss.kind, loss.where, loss.reason) for loss in losses] == [
        (LossKind.UNREADABLE, "the text", "expected at most 200,000 elements")
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a mail: header lines such as"),
        (b"X-Other: 1\n\nText.", "a mail: header lines such as"),
        (b"no header\nat all", "a mail: header lines such as"),
        (HEAD + b"X: y\n" * (MAX_HEADERS + 1) + b"\n", "at most 10,000 header lines"),
    ],
)
def test_what_is_no_mail(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(data, format=NAME)


def test_parts_in_parts_have_an_end() -> None:
    with pytest.raises(SyntaxFault, match="at most 100 parts that hold parts"):
        read(HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * (MAX_HOLDERS + 1))


def test_a_mailbox_of_a_mail_program_is_recognised() -> None:
    assert sniff(b"From anna@x.example Tue May 14 12:05:00 2024\n" + HEAD + b"\nText.") == NAME
    assert sniff(HEAD + b"\nText.") == NAME
    assert sniff(HEAD.replace(b"\n", b"\r\n") + b"\r\nText.") == NAME


def test_headers_called_like_our_fields_are_headers() -> None:
    article = read(HEAD + b"Body: 1\nEmbargo: 2024-05-24\nBody: 2\n\nText.\n")

    assert (article.embargo, paragraphs(article)) == (None, ["Text."])
    assert [(extra.place, extra.raw) for extra in article.extras] == [
        ("Body", "1"),
        ("Embargo", "2024-05-24"),
        ("Body", "2"),
    ]
    assert read(write(attrs.evolve(article, origin=None), NAME)) == article
