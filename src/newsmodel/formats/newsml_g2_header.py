"""The header of a NewsML-G2 message: rows for what it says of the transmission.

Source: NewsML-G2 2.35 specification and Power schema, newsMessage. What no row takes (catalogues, extension properties, attributes) is
kept as extras of the `Message`.
"""

from __future__ import annotations

import attrs

from newsmodel.codec.row import always, many, maybe, one, single
from newsmodel.codec.values import INTEGER, TEXT
from newsmodel.formats.newsml_g2 import CATALOG
from newsmodel.formats.newsml_g2_parts import FLEX, NS, coded
from newsmodel.formats.newsml_g2_values import DATE_TIME
from newsmodel.model import Address, Message, Timestamp
from newsmodel.syntax.xml_table import XmlTable

M, AD, TS = attrs.fields(Message), attrs.fields(Address), attrs.fields(Timestamp)

ADDRESS = XmlTable(
    Address,
    maybe(AD.name, "text()", TEXT),
    maybe(AD.code, "@qcode", TEXT),
    maybe(AD.uri, "@uri", TEXT),
    maybe(AD.literal, "@literal", TEXT),
    *coded(AD.role, "role"),
    namespaces=NS,
)
"""StringType with qualifyingAttributes."""
TIMESTAMP = XmlTable(Timestamp, one(TS.at, "text()", DATE_TIME), maybe(TS.role, "@role", TEXT), namespaces=NS)
MESSAGE = XmlTable(
    Message,
    maybe(M.sent, "header/sent/text()", DATE_TIME),
    always("header/catalogRef/@href", CATALOG),
    single(M.senders, "header/sender", ADDRESS),
    maybe(M.id, "header/transmitId/text()", TEXT),
    maybe(M.priority, "header/priority/text()", INTEGER),
    maybe(M.origin, "header/origin", ADDRESS),
    many(M.timestamps, "header/timestamp", TIMESTAMP),
    many(M.destinations, "header/destination", ADDRESS),
    many(M.channels, "header/channel", ADDRESS),
    many(M.signals, "header/signal", FLEX),
    tag="newsMessage",
    namespaces=NS,
    order={
        "header": [
            "sent",
            ("catalogRef", "catalog"),
            "sender",
            "transmitId",
            "priority",
            "origin",
            ("timestamp", "destination", "channel", "signal", "headerExtProperty"),
        ],
    },
    lenient=True,
)
"""A message without its items."""
