"""Rows that mypy must refuse, each line for the reason beside it."""

from __future__ import annotations

import attrs

from newsmodel.codec.row import always, joint, many, maybe, one
from newsmodel.codec.values import DECIMAL, INTEGER, ISO_TIME, TEXT, choice
from newsmodel.formats.newsml_g2 import ARTICLE
from newsmodel.model import Article, Concept, Media, PubStatus, Quote, Text
from newsmodel.syntax.xml_table import XmlTable

A, M, Q, T = attrs.fields(Article), attrs.fields(Media), attrs.fields(Quote), attrs.fields(Text)
STATUS = choice({"usable": PubStatus.USABLE})
CONCEPT = XmlTable(Concept, maybe(attrs.fields(Concept).literal, "@literal", TEXT), namespaces={})

one(T.valeu, "text()", TEXT)  # misspelt field  # refused: attr-defined
maybe(A.urgency, "@u", TEXT)  # a number as text  # refused: misc
maybe(A.published, "@p", INTEGER)  # a time as a number  # refused: misc
maybe(A.language, "@l", ISO_TIME)  # text as a time  # refused: misc
one(A.urgency, "@u", INTEGER)  # a field that may be absent, as always there  # refused: misc
one(A.headlines, "h", CONCEPT)  # several as one  # refused: misc
many(A.id, "@id", TEXT)  # one as several  # refused: arg-type
many(A.subjects, "subject", CONCEPT)  # subjects as concepts  # refused: misc
many(A.headlines, "h/text()", TEXT)  # texts as strings  # refused: misc
maybe(A.status, "@s", choice({"a": "usable"}))  # a word as a status  # refused: misc
joint((Q.text, Q.spans), "@q", STATUS)  # two fields as one value  # refused: arg-type
maybe(A.urgency, "@u", INTEGER, assume=lambda _: "high")  # another type assumed  # refused: arg-type, return-value
maybe(A.urgency, "@u", INTEGER, only=lambda urgency: urgency.strip())  # no such method  # refused: attr-defined
many(A.keywords, "k", ARTICLE)  # a table of another class  # refused: misc
always("@v", 2)  # a number as markup  # refused: arg-type
maybe(attrs.fields(Article).urgency, 5, INTEGER)  # a number as a path  # refused: arg-type
one(M.kind, "@kind", DECIMAL)  # a number as a kind  # refused: misc
