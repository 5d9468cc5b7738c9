"""Mails with mistakes in them, or of forms that few programs send: what is meant is read, and what is not is said."""

from __future__ import annotations

import pytest
from test_mail import HEAD, author, paragraphs

from newsmodel import Article, Losses, LossKind, Text, read, write


def mail(headers: str = "", text: str = "One.") -> tuple[Article, Losses]:
    losses = Losses()
    data = HEAD + headers.encode() + b"\n" + text.encode()
    return read(data.replace(b"\n", b"\r\n"), losses=losses), losses


def headed(**headers: str) -> tuple[Article, Losses]:
    """A mail of which some headers say something else."""
    told = {
        "From": "Anna Beck <anna@gazette.example>",
        "Subject": "Bridge",
        "Date": "Tue, 14 May 2024 12:05:00 +0200",
    }
    losses = Losses()
    data = "".join(f"{name}: {said}\r\n" for name, said in {**told, **headers}.items()) + "\r\nOne."
    return read(data.encode(), format="mail", losses=losses), losses


MIXED = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n"
HTML = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"


@pytest.mark.parametrize("said", ["nonsense", "45 Foo 2026 99:00", "Tue, 14 May 99999 12:05:00 +0200"])
def test_a_date_that_is_none_is_noted_and_kept(said: str) -> None:
    article, losses = headed(Date=said)

    assert article.version_created is None
    assert [(loss.kind, loss.where, loss.value) for loss in losses] == [(LossKind.UNREADABLE, "Date", said)]
    assert said in [extra.raw for extra in article.extras]


@pytest.mark.parametrize("said", ["<>", "undisclosed:;"])
def test_a_sender_who_is_nobody(said: str) -> None:
    assert headed(From=said)[0].attributions == ()


def test_an_article_of_nobody_names_nobody_when_it_comes_back() -> None:
    article = Article(headlines=(Text("Bridge"),))

    assert read(write(article, "mail"), format="mail").attributions == ()


def test_a_sender_by_address_alone() -> None:
    assert headed(From="anna@gazette.example")[0].attributions == (author("", "anna@gazette.example"),)


@pytest.mark.parametrize(
    ("said", "headline"),
    [
        ("=?utf-8?b?QnLDvGNrZQ?= open", "Brücke open"),  # without its padding
        ("=?utf-8?q?Br=C3=BCcke?= open", "Brücke open"),
        ("=?utf-8?b?Q?= open", None),  # one letter of Base64 is no byte
    ],
)
def test_encoded_words(said: str, headline: str | None) -> None:
    article, _ = headed(Subject=said)

    assert article.headline is not None
    assert article.headline.value == (headline or "Q open")


def test_several_parts_of_plain_text_are_one_text() -> None:
    part = "--b\nContent-Type: text/plain\n\n"
    article, losses = mail(MIXED, f"{part}One.\n{part}Two.\n--b--\n")

    assert paragraphs(article) == ["One.", "Two."]
    assert losses == []


@pytest.mark.parametrize("text", ["<!-- nothing -->", "   ", "<html></html>"])
def test_html_with_nothing_in_it(text: str) -> None:
    article, losses = mail(HTML, text)

    assert article.sections == ()
    assert losses == []
