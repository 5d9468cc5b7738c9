"""The values that pages give: texts, times, languages, addresses, parties, from the words of a tag to the model's."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin, urlsplit

from attrs import frozen

from newsmodel.dates import parse_date
from newsmodel.dates.when import parse_iso
from newsmodel.errors import DateError
from newsmodel.formats.html_names import is_address, names_in
from newsmodel.model import Attribution, AttributionRole, Concept, Media, MediaKind, Rendition, Rights, Text


@frozen
class Surroundings:
    """What is needed to understand a value of a page: its address."""

    address: str | None


Reader = Callable[[str, Surroundings], Any]
"""Reads what a tag says. Gives nothing (None, an empty tuple) for words that say nothing, or raises `NewsModelError`."""


def read_text(said: str, page: Surroundings) -> tuple[Text, ...]:  # noqa: ARG001  # a reader's signature
    """Read a text."""
    return (Text(said),)


def read_time(said: str, page: Surroundings) -> Any:  # noqa: ARG001  # a reader's signature
    """Read a time: in the form of ISO 8601, or in words."""
    try:
        return parse_iso(said.strip())
    except DateError:
        return parse_date(said)


TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language tag (BCP 47), as far as its form goes."""


def read_language(said: str, page: Surroundings) -> str | None:  # noqa: ARG001  # a reader's signature
    """Read a language tag, also as Unix writes it (``pt_BR``), the first of several."""
    first = said.split(",")[0].strip().replace("_", "-")
    return first if TAG.fullmatch(first) else None


def read_address(said: str, page: Surroundings) -> str | None:
    """Read an address, relative to that of the page."""
    try:
        joined = urljoin(page.address or "", said)
    except ValueError:  # no address at all
        return None
    return joined if is_address(joined) and not any(letter.isspace() for letter in joined) else None


def read_words(said: str, page: Surroundings) -> tuple[Text, ...]:  # noqa: ARG001  # a reader's signature
    """Read keywords in one string."""
    return tuple(Text(word) for each in re.split("[,;\u060c\u3001]", said) if (word := each.strip()))


def read_authors(said: str, page: Surroundings) -> tuple[Attribution, ...]:  # noqa: ARG001  # a reader's signature
    """Read the names of authors in one string."""
    return tuple(Attribution(names=(Text(name),), role=AttributionRole.AUTHOR) for name in names_in(said))


def read_publisher(said: str, page: Surroundings) -> tuple[Attribution, ...]:  # noqa: ARG001  # a reader's signature
    """Read the name of a publisher; accounts elsewhere (``@example``) are names for want of a better one."""
    name = said.strip().removeprefix("@")
    if not name or is_address(name):
        return ()
    return (Attribution(names=(Text(name),), role=AttributionRole.PUBLISHER),)


def read_picture(said: str, page: Surroundings) -> tuple[Media, ...]:
    """Read the address of a picture."""
    address = read_address(said, page)
    return (Media(MediaKind.PICTURE, (Rendition(address),)),) if address else ()


_PROHIBITED = "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"
"""The PLUS vocabulary's word for it, which NewsML-G2 uses too."""


def read_mining(said: str, page: Surroundings) -> Rights | None:  # noqa: ARG001  # a reader's signature
    """Read whether text and data mining is reserved (TDM Reservation Protocol): 1 says so."""
    return Rights(data_mining=Concept(uri=_PROHIBITED)) if said.strip() == "1" else None


def host_of(address: str | None) -> str:
    """Return the host of an address without ``www``; "" for what has none."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
