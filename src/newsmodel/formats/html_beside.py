"""What stands among the paragraphs of a page and is none of them: teasers, boxes, calls to subscribe, who the author is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsmodel.syntax.html_data import plain_text

if TYPE_CHECKING:
    from lxml import etree

_TEASERS = re.compile(
    r"""\s*[→►▶»>+*\[\(•-]*\s*(?:
      (?:read|see|watch|more|also)\s+(?:also|more|next|on|from|in|stories|like\s+this|:)(?!\s+(?:than|and)\b)
    | (?:also|must|must-|next)\s?(?:read|see|watch)\b | more\s*: | read\s*: | related\s*(?::|stories|articles|topics|content|news|reading|$) | recommended\b
    | (?:lesen|sehen|hören)\s+sie\s+(?:auch|hier|mehr|dazu|jetzt) | (?:lies|sieh)\s+(?:auch|hier) | auch\s+(?:interessant|lesenswert|spannend)\b | (?:mehr|weitere)\s+(?:zum\s+thema|artikel|dazu|news|nachrichten|aus\s+dieser)\b | lesetipp
    | zum\s+thema\s*: | passend\s+dazu | das\s+könnte\s+sie\s+(?:auch\s+)?interessieren | meistgelesen
    | lire\s+aussi | à\s+lire | a\s+lire | voir\s+aussi | lee\s+tambi[ée]n | te\s+puede\s+interesar | m[áa]s\s+informaci[óo]n\s*(?::|$) | lea\s+(?:tambi[ée]n|m[áa]s)
    | leia\s+(?:também|mais) | veja\s+(?:também|mais) | leggi\s+anche | lees\s+ook | l[äa]s\s+(?:ocks[åa]|mer) | les\s+(?:også|mer) | l[æa]s\s+også | lue\s+(?:myös|lisää) | loe\s+ka
    | czytaj\s+(?:też|także|więcej) | zobacz\s+(?:też|także) | čtěte\s+(?:také|i) | olvass(?:on)?\s+is | citește\s+și | pročitajte\s+(?:i|još)
    | читайте\s+(?:также|также:|ещё|також) | читати\s+також | смотрите\s+также | ayrıca\s+(?:okuyun|bkz) | baca\s+juga | simak\s+juga | >>\s*xem | xem\s+thêm
    | اقرأ\s+أيض | اقرأوا\s+أيض | شاهد\s+أيض | مواضيع\s+ذات\s+صلة | بیشتر\s+بخوانید | あわせて読みたい | 関連(?:記事|キーワード|リンク) | おすすめ(?:情報|記事) | 【関連 | 相关(?:阅读|新闻|报道) | 관련\s*(?:기사|뉴스) | यह\s+भी\s+पढ़ें | ये\s+भी\s+पढ़ें
    | continue\s+reading | story\s+continues | article\s+continues | article\s+content\s*$ | advertisement\s*$ | anzeige\s*$ | publicidad\s*$ | publicité\s*$ | reklame\s*$ | annonse\s*$ | реклама\s*$ | إعلان\s*$ | 広告\s*$ | 광고\s*$
    | click\s+here\b | tap\s+here\b | copy\s+link\s*$ | share\s+this\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""How lines begin that lead to other articles."""
_OFFERS = re.compile(
    r"""newsletter | sign\s+up\s+(?:for|to|now|here) | subscribe\s+(?:to|now|here|today) | get\s+in\s+touch\s+with\s+(?:us|our) | follow\s+(?:us|our|\w+(?:\.\w+)*)\s+on\s+(?:twitter|x|facebook|instagram|whatsapp|telegram)
    | download\s+(?:the|our)\s+\w*\s*app | got\s+a\s+(?:story|tip) | privacy\s+policy | terms\s+of\s+(?:use|service) | all\s+rights\s+reserved | tu\s+suscripción\s+se\s+está | hier\s+geht\s+es\s+zu[rm]? | abonnieren\s+sie | jetzt\s+(?:abonnieren|anmelden)
    | suscríbete | suscribirse | abonnez-vous | inscrivez-vous | iscriviti | assine\s | подписывайтесь | подпишитесь | تابعونا | اشترك\s+في | 会員限定 | 無料で会員登録 | 有料会員
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a publisher wants of its readers."""
_LONGEST_OFFER = 250
_ABOUT_THE_AUTHOR = re.compile(
    r"(?:zur person|(?:die|der) autor(?:in|en)?|über (?:den|die) autor(?:in)?|about the authors?|hinweis|anmerkung der redaktion|sobre (?:el|la) autora?|"
    r"à propos de l.auteur|об авторе|عن الكاتب|disclaimer)\s*:?\s*",
    re.IGNORECASE,
)
_MOSTLY = 0.85
"""How much of a line is a link where it is nothing but one."""


def leads_elsewhere(text: str) -> bool:
    """Whether a line begins as those do that lead to other articles, or wants something of its reader."""
    return _TEASERS.match(text) is not None or (
        len(text) <= _LONGEST_OFFER and _OFFERS.search(text) is not None
    )


def is_about_the_author(heading: str) -> bool:
    """Whether a heading says that what follows is about the author, or about the article."""
    return _ABOUT_THE_AUTHOR.fullmatch(heading) is not None


def is_link(element: etree._Element) -> bool:
    """Whether an element holds a link and hardly anything else."""
    text = plain_text(element)
    linked = sum(len(plain_text(each)) for each in element.iter("ref"))
    return linked > 0 and linked >= _MOSTLY * len(text)


def is_list_of_links(element: etree._Element) -> bool:
    """Whether most items of a list are links: each to another article."""
    items = list(element.iter("item"))
    leading = len([item for item in items if _leads(item)])
    return bool(items) and leading * 4 >= len(items) * 3


def _leads(item: etree._Element) -> bool:
    linked = sum(len(plain_text(each)) for each in item.iter("ref"))
    return linked * 2 >= len(plain_text(item))
