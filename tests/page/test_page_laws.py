"""What holds for every text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel.page import find_quotes, guess_language, lay_out

PIECES = st.sampled_from(
    [
        *"«»“”„\"‹›‘’'「」—–-:;,.!?…،؛؟\n()[]|",
        "\n\n", " ", "\u00a0", "\u200f", "— ", " — ", "said ", "he ", "Ada Kern ", "Kern ", "the ", "mayor ", "according to ", "who ", "and ",
        "сказал ", "она ", "Иван Крот ", "Крота ", "глава ", "по словам ", "по его словам ", "что ", "цитирует ", "мэрия ", "в ",
        "قال ", "وأضاف ", "الوزير ", "سامي حداد ", "حداد ", "بحسب ", "قائلا ", "إن ", "لـ", "رئيس ", "هيئة ", "قوله ", "أم ", "نظيره ",
        "Photo: ", "Source: ", "Фото: ", "المصدر: ", "Ru En", "12 May 2024", "word ", "слово ", "كلمة ",
    ]
)  # fmt: skip
PAGES = st.lists(PIECES | st.text(max_size=4), max_size=60).map("".join)
LANGUAGES = st.sampled_from(["en", "ru", "ar", "de", None])


def in_order(spans: list[tuple[int, int]]) -> bool:
    return all(a[0] <= a[1] <= b[0] <= b[1] for a, b in pairwise(spans))


@given(PAGES | st.text(), LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_quotes_lie_in_paragraphs_in_order(text: str, language: str | None) -> None:
    paragraphs = lay_out(text, language=language).paragraphs
    found = find_quotes(text, language=language, paragraphs=paragraphs)

    spans = [span for quote in found.quotes for span in quote.spans]
    assert all(quote.spans for quote in found.quotes)
    assert in_order(spans)
    assert all(any(a <= start < end <= b for a, b in paragraphs) for start, end in spans)
    names = {one.name for one in found.speakers}
    for quote in found.quotes:
        assert quote.speaker is None or quote.speaker in names
        for span in (quote.speaker_text, quote.cue):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
    for one in found.speakers:
        assert all(text[slice(*span)] for _, span in one.surfaces)


@given(PAGES | st.text(), LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_the_pieces_of_a_page_do_not_overlap(text: str, language: str | None) -> None:
    layout = lay_out(text, language=language)

    body = [span for section in layout.sections for span in [section.heading, *section.paragraphs] if span]
    assert in_order(body)
    apart = [*layout.navigation, layout.headline, layout.summary, *layout.other, *body]
    assert in_order(sorted(span for span in apart if span))
    assert all(span[0] < span[1] for span in apart if span)
    for credit in layout.credits:
        assert credit.line[0] <= credit.value[0] < credit.value[1] <= credit.line[1]


@given(PAGES, LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_a_blank_line_at_the_end_changes_nothing(text: str, language: str | None) -> None:
    for more in ("\n", "\n \u00a0\n"):
        assert lay_out(text + more, language=language) == lay_out(text, language=language)
        assert find_quotes(text + more, language=language) == find_quotes(text, language=language)


@given(st.text())
def test_any_text_may_be_asked_for_its_language(text: str) -> None:
    assert guess_language(text) is None or guess_language(text + " ") is not None
