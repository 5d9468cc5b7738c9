"""Writes the page that says where a web page says what, and which source wins: from the slots of `newsmodel.formats.html_sources`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsmodel.formats.html_sources import LD, SLOTS

PAGE = Path(__file__).parent / "reference" / "page-sources.md"
SHOWN = {
    "lang": "the `lang` of the page",
    "h1": "the first `h1`",
    "title": "`title`, without the publisher",
    "author": "links with `rel=author`",
    "time": "the first `time`",
    "organisation": "an organisation beside the article in JSON-LD",
    "site": "a `WebSite` in JSON-LD",
    "tail": "what follows the headline in `title`",
    "logo": "the text of a logo",
    "rights": "the copyright line",
    "host": "the name of the host",
}
NOTES = """
Some slots weigh what they find:

- **headline**: where `og:title` and the JSON-LD disagree, the one that only repeats the `h1` gives way, unless a line over the
  headline is all that sets them apart.
- **author**: names in one string are split. Tags that name the publisher name no author; where nothing names a person, the byline
  beside the headline does.
- **published**: where no data say it, the date that the page shows beside the headline. Where sources differ, be it by the offset
  alone, the first in the row counts and the others are reported.
- **language**: a declared language gives way where the text is clearly in another; where none is declared, the text tells.

Microdata and RDFa are read by the same table as JSON-LD. JSON-LD with the usual faults (raw control characters, comments, commas
before brackets, semicolons, CDATA, single quotes) is repaired, each repair a loss of kind REPAIRED; inner quotes and bare words are not.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the page."""
    lines = [
        "# Where a web page says what",
        "",
        "% Written by docs/make_page_sources.py: do not edit.",
        "",
        "A page says the same thing in several places. For each slot the first source that says anything wins; the others are compared",
        "with it, and what disagrees is a loss of kind UNREAD. [`read_web_page`](api.md) gives all values with their sources.",
        "",
        "| Slot | Field of the article | Sources, the strongest first |",
        "|---|---|---|",
        *(f"| {slot.name} | `{slot.field}` | {'; '.join(_told(slot.sources))} |" for slot in SLOTS),
    ]
    return "\n".join(lines) + "\n" + NOTES


def _told(sources: tuple[str, ...]) -> Iterator[str]:
    for source in sources:
        kind, _, name = source.partition(":")
        if kind == "html":
            yield SHOWN[name]
        elif source in LD:
            yield {"json-ld": "JSON-LD", "microdata": "microdata", "rdfa": "RDFa"}[source]
        elif kind == "link":
            yield f"link `{name}`"
        else:
            yield f"meta `{source}`"


if __name__ == "__main__":
    main()
