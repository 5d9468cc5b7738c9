"""Quotations and their speakers: one invented sentence for each pattern."""

from __future__ import annotations

import pytest
from page_sentences import CASES

from newsmodel.page import FoundQuote, find_quotes


def quotes(text: str, language: str | None = None) -> tuple[FoundQuote, ...]:
    """The quotations of a text whose lines are its paragraphs."""
    paragraphs, here = [], 0
    for line in text.split("\n"):
        paragraphs.append((here, here + len(line)))
        here += len(line) + 1
    return find_quotes(text, language=language, paragraphs=paragraphs).quotes


@pytest.mark.parametrize(("language", "text", "speakers"), CASES)
def test_speakers(language: str, text: str, speakers: list[str | None]) -> None:
    found = quotes(text, language)

    assert len(found) == len(speakers)
    for quote, expected in zip(found, speakers, strict=True):
        assert (quote.speaker is None) if expected is None else (expected in (quote.speaker or "")), quote


NO_SPEECH = [
    ("en", 'The paper "Morning Star of the North" was founded in 1901.'),
    ("en", 'She called the plan "a joke".'),
    ("en", 'The band played "Under the Old Bridge" twice.'),
    ("en", 'A café called "the long way home" opened on Monday.'),
    ("ru", "Газета «Северный рабочий и крестьянин» вышла в среду."),
    ("ru", "Он назвал срок «фантастикой»."),
    ("ru", "Компания под названием «Три толстых кота плюс» закрылась."),
    ("ar", 'وصدرت رواية "مدن الملح القديم" في بيروت.'),
    ("ar", "ووصف القرار بأنه «متأخر»."),
    ("ar", 'حضر الحفل في "قاعة الملك الصالح الكبرى" مئات الضيوف.'),
]


@pytest.mark.parametrize(("language", "text"), NO_SPEECH)
def test_names_and_scare_quotes_are_no_speech(language: str, text: str) -> None:
    assert quotes(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“No!” said Ada Kern.", "No!"),
        ("ru", "«Нет», — сказал Иван Крот.", "Нет"),
        ("ar", 'وقال عمر حسن: "لا".', "لا"),
    ],
)
def test_a_single_word_that_a_verb_touches_is_speech(language: str, text: str, expected: str) -> None:
    (quote,) = quotes(text, language)

    assert text[quote.start : quote.end] == expected


def test_the_writer_interrupts_inside_the_marks() -> None:
    text = "«Мы ждали, — сказала Нина Рой. — Никто не пришёл»."

    (quote,) = quotes(text, "ru")

    assert [text[slice(*span)] for span in quote.spans] == ["Мы ждали,", "Никто не пришёл"]
    assert (quote.speaker, quote.kind) == ("Нина Рой", "direct")


def test_a_dash_of_the_speaker_is_no_interruption() -> None:
    text = "«Мы ждали — и не зря — весь день», — сказала Нина Рой."

    (quote,) = quotes(text, "ru")

    assert [text[slice(*span)] for span in quote.spans] == ["Мы ждали — и не зря — весь день"]


def test_marks_that_open_again_make_one_quotation() -> None:
    text = "Ada Kern said: “I was here.\n“Nobody came.\n“I left.”\nThat was all."

    (quote,) = quotes(text, "en")

    assert [text[slice(*span)] for span in quote.spans] == ["I was here.", "Nobody came.", "I left."]
    assert (quote.speaker, quote.closed) == ("Ada Kern", True)


def test_a_mark_that_is_never_closed_is_said() -> None:
    text = "Ada Kern said: “I was here all night.\nThat was all."

    (quote,) = quotes(text, "en")

    assert (text[quote.start : quote.end], quote.closed) == ("I was here all night.", False)


def test_dialogue_goes_to_whoever_the_colon_names() -> None:
    text = "Сторож Глеб Тучин машет рукой:\n— Проходите, закрыто только с виду.\n— А билеты где купить?"

    first, second = quotes(text, "ru")

    assert text[first.start : first.end] == "Проходите, закрыто только с виду."
    assert (first.speaker, second.speaker) == ("Глеб Тучин", None)


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert quotes("— три стола;\n— два стула", "ru") == ()


def test_the_words_that_name_the_speaker_and_the_cue() -> None:
    text = 'Mayor Lena Hart said: "The bridge is open again." She added: "Drive slowly, all of you."'

    first, second = quotes(text, "en")

    assert first.speaker_text is not None
    assert first.cue is not None
    assert text[slice(*first.speaker_text)] == "Lena Hart"
    assert text[slice(*first.cue)] == "said"
    assert (second.speaker, second.speaker_text) == ("Lena Hart", None)
    assert (first.evidence, second.evidence) == ("subject of the verb", "pronoun")


def test_a_participle_has_the_speaker_but_not_the_words() -> None:
    text = 'وأكد الوزير سامي حداد أن العمل بدأ، مضيفاً: "لن نتوقف قبل نهاية الشهر".'

    (quote,) = quotes(text, "ar")

    assert (quote.speaker, quote.speaker_text, quote.evidence) == ("سامي حداد", None, "same sentence")


def test_said_goes_with_the_verb_before_it() -> None:
    text = 'واختتم سامي حداد قائلاً: "لن نتوقف قبل نهاية الشهر".'

    (quote,) = quotes(text, "ar")

    assert quote.speaker_text is not None
    assert text[slice(*quote.speaker_text)] == "سامي حداد"


def test_carry_over_counts_indirect_speech() -> None:
    text = "Ivo Brandt said the harbour would close.\n“Nobody can pay for it any more.”"

    (quote,) = quotes(text, "en")

    assert (quote.speaker, quote.evidence) == ("Ivo Brandt", "carried over")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('Ada Kern said the boat would "wake half of the whole town".', "partial"),
        ('Ada Kern said: "it would wake half of the town"', "direct"),
        ('"It would wake half of the town," said Ada Kern.', "direct"),
        ('Ada Kern said that "it would wake half of the town".', "direct"),
    ],
)
def test_direct_or_partial(text: str, kind: str) -> None:
    (quote,) = quotes(text, "en")

    assert quote.kind == kind


def test_a_language_without_lexicon_still_has_quotations() -> None:
    text = "„Das ist ein ganz anderer Fall“, sagte der Bürgermeister."

    found = find_quotes(text, language="de", paragraphs=[(0, len(text))])

    assert [text[one.start : one.end] for one in found.quotes] == ["Das ist ein ganz anderer Fall"]
    assert found.quotes[0].speaker is None
    assert found.speakers == ()


def test_people_with_all_their_forms() -> None:
    text = "Министр Анна Лукина прилетела в Омск. Об этом сообщил помощник Лукиной. «Мы успели», — сказала Лукина."

    found = find_quotes(text, language="ru", paragraphs=[(0, len(text))])

    anna = found.people[0]
    assert (anna.name, anna.role, anna.kind) == ("Анна Лукина", "Министр", "person")
    assert [name for name, _ in anna.surfaces] == ["Анна Лукина", "Лукиной", "Лукина"]
    assert all(text[slice(*span)] == name for name, span in anna.surfaces)


def test_a_declined_name_is_linked_and_shown_in_a_form_that_stands_there() -> None:
    text = "По словам тренера Юлии Сомовой, зал закрыт. Сомова добавила: «Ключ у сторожа, ждите утра»."

    (quote,) = quotes(text, "ru")

    assert quote.speaker == "Сомова"


def test_quotations_are_looked_for_in_the_body_only() -> None:
    text = '"Nobody told us anything at all," says mayor\n\n3 May 2024\n\nThe bridge is closed, and the town waits.\n\nSource: Town Herald'

    assert find_quotes(text).quotes == ()


def test_a_text_of_one_line_is_its_own_body() -> None:
    text = 'The mayor, Ann Bell, said: "We will open the bridge again on Monday at noon."'
    (quote,) = find_quotes(text, language="en").quotes
    assert quote.speaker == "Ann Bell"
    assert text[quote.start : quote.end].startswith("We will open the bridge")
