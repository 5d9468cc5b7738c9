"""Rows and calls that mypy must accept."""

from __future__ import annotations

from pathlib import Path

import attrs

import newsmodel
from newsmodel.codec.row import always, joint, many, maybe, one
from newsmodel.codec.values import INTEGER, ISO_TIME, LANGUAGE, TEXT, Pair, choice, either
from newsmodel.model import Article, Concept, Person, PubStatus, Quote, Span, Text
from newsmodel.syntax.xml_table import XmlTable

A, C, Q, T = attrs.fields(Article), attrs.fields(Concept), attrs.fields(Quote), attrs.fields(Text)
TEXTS = XmlTable(Text, one(T.value, "text()", TEXT), maybe(T.language, "@lang", LANGUAGE), namespaces={})
CONCEPT = XmlTable(Concept, many(C.names, "name", TEXTS), namespaces={})
STATUS = choice({"usable": PubStatus.USABLE})
SAID: Pair[tuple[str, tuple[Span, ...]]] = Pair(lambda raw, _: (str(raw), ()), lambda value, _, __: value[0])

maybe(A.urgency, "@urgency", INTEGER, also=("u/text()",), only=lambda urgency: urgency > 1, assume=lambda _: 5)
maybe(A.published, "published/text()", ISO_TIME)
maybe(A.status, "@status", either(STATUS, STATUS))
many(A.headlines, "headline", TEXTS, most=1)
many(A.genres, "genre", CONCEPT)
joint((Q.text, Q.spans), "@idrefs", SAID)
always("@standard", "NewsML-G2")

article: newsmodel.Article = newsmodel.read(Path("item.xml"))
again: bytes = newsmodel.write(article, "native")
texts: tuple[Text, ...] = newsmodel.Article(headlines="A plain string stands for a text").headlines
people: tuple[Person, ...] = newsmodel.Article(people=[Person("Jo")]).people
losses: newsmodel.Losses = newsmodel.convert(again, "newsml-g2").losses
