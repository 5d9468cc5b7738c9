"""NewsML-G2 2.35: a newsItem of text.

What the standard has no place for rides in attributes of the project's own namespace, which the schema allows on every
property (``anyAttribute namespace="##other"``). Quotes are `inlineRef` elements that point at spans of the body.
Source: NewsML-G2 2.35 specification, Power conformance; element order from its schema.
"""

from __future__ import annotations

