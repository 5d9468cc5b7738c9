"""Messages as agencies send them, in the forms of their wires; what they tell is invented.

Each form is one that is met in the field: a German agency's, with its notepad and closing line; a table in the DOS code page
of a Belgian one, that has lost its controls; sets of characters told by escape sequences; the caret lines of American and
Canadian wires; the plain lines of an Australian one; mails of several parts.
"""

from __future__ import annotations

GERMAN = """\x01bna0123 4 pl 380  bna 0045

Stadt/Brücke/
\x02EIL
(Achtung: Sperrfrist 24. Mai 14.20 Uhr)
Brunnhausen gibt die alte Brücke nach zwei Jahren Bauzeit
wieder frei
Von Anna Beck, bna =

Brunnhausen (bna) - Die alte Brücke von Brunnhausen wird am Freitag
nach zwei Jahren Bauzeit wieder für den Verkehr freigegeben. Das
teilte die Stadt am Mittwoch mit.

   «Es war mehr, als wir gedacht hatten», sagte Bürgermeisterin Carla
Dorn.

* * * *
Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt

Redaktion: Gerd Hahn, +49 30 0000

\x03221205 Mai 24
\x7f
\x7f\x04
""".encode()

TABLE = """SPF001 3 RES 0070 F BNA-0001
FOOTBALL/
Coupe des rives - premier tour: résultats (3DER)


   BRUNNHAUSEN 23/07 (BNA) = Derniers résultats des matches
retour du premier tour de la Coupe des rives, disputés mercredi:
                                                             Aller
   IA Lindow (Lin) - (+) FC Karlshof (Kar)              0-1   0-3

./.CVN


310001 JUL 97
""".encode("cp850")

RUSSIAN = """\x01inf0456 2 pol 21

Мост/
\x02Мост в Зеркальной долине открыт снова=

Зеркальная долина. Старый мост открыли в пятницу после двух лет
работ, сообщили в мэрии. Проезд будет бесплатным до конца года, а
движение по второму мосту ограничат.

\x03241120 GMT May 24
\x04
""".encode()

ARABIC = b"\x01\x1b-Ganb0789 3 loc 9\r\n\r\n" + (
    "الجسر/\r\n\x02الجسر القديم يفتح من جديد=\r\n\r\n"
    "فتحت البلدية الجسر القديم يوم الجمعة بعد عامين من العمل.\r\n\r\n\x03241120 GMT May 24\r\n\x04\r\n"
).encode("iso8859-6")

STREAM = b"".join(
    b"\x01abc%04d 5 s 4\n\nResults/\n\x02Result %d=\n\nLindow beat Karlshof again.\n\n\x03241120 May 24\n\x04\n"
    % (number, number)
    for number in (7, 8)
)

CARETS = b"""\x16\x16\x01z6715\x1f-----\r
r z\x13\x11 BC-BKN--Herons-Otters 1stLd-Writethru   02-20 0500\r
\x02^BC-BKN--Herons-Otters, 1st Ld-Writethru,416< \r
^Dorn has 30 points, short-handed Herons beat Otters 115-111<\r
^BNA Photo BN105, BN106<\r
^Eds: Herons 115, Otters 111. Updates. With BNA Photos.< \r
^Carla Dorn scored 30 points _ a season high _ and the Lindow Herons beat the Karlshof Otters.<\r
^By ANNA BECK= \r
^BNA Sports Writer= \r
\t   KARLSHOF (BNA) _ Carla Dorn scored 30 points _ a season high _ on Friday night. \r
\t   ``I gave it a couple of days to see if it would go away,'' Dorn said. \r
\bLindow;10-20;3-4;115\r
\bKarlshof;11-20;3-3;111\r
\t   UP NEXT \r
\x03AP-WF-02-20-16 0337GMT<\r
\x04\r
"""

CANADIAN = b"""\x01B1488\x1fcpstf
u b\x13\x11 Dollar-Markets 7thWritethru TB06 31-10 588
\x02^Dollar-Markets, 7th Writethru@<
code:2<
^Update:ADDS details@<
^INDEX: Economy, Business@<
^HL:Stock markets advance as the bank of Lindow seeks to fire up the county's
No. 3 economy@<
^By Gerd Hahn@<
^THE COUNTY PRESS@<
\t   LINDOW _ The Lindow stock market ran ahead sharply Friday on
relief that another major central bank is stepping up to help keep
the recovery on track.<
\t   Second paragraph here.<
\x0316:35ET 31-10-14<
\x04
"""

PLAIN_LINES = b"""\x05 axx\r
\x16\x16\x01a0123
b f\x13\x11 bc-Bridge-Lindow-Town   05-24 0030\r
\x02Bridge opens again on Friday\r
Bridge (Lindow) 2nd take\r
Embargo Content. Timestamp: 2024-05-24T04:00:00+00:00\r
By Anna Beck\r
   LINDOW, May 23 BNA - The old bridge opens again on Friday after two years of work on it.\r
   Mayor Carla Dorn said: `It was more than we had thought.'\r
\r
BNA ab/gh\r
\x0323-05-24 10-11-12\x04\r
\r
"""

KEYWORD_ONLY = b"""\x01a0007\x1f-----\r
d a\x13\x11 BC-Ferry-Fares 05-24 0004\r
\x02^HL:Ferry fares rise<\r
\tFares rise on Monday.\r
\x0305-24-24 1412EDT\r
\x04\r
"""

PARTS = b"""Received: from x (y) by z; Fri, 24 May 2024 10:00:00 +0000
From: Anna Beck <anna@gazette.example>, "Hahn, Gerd" <gerd@gazette.example>
To: desk@x.example
Subject: =?utf-8?q?Br=C3=BCcke?= wieder
 frei
Date: Tue, 14 May 2024 12:05:00 +0200
Message-ID: <1@gazette.example>
In-Reply-To: <0@gazette.example>
References: <-1@gazette.example> <0@gazette.example>
Organization: The Lindow Gazette
Keywords: Bridge, "Lindow, town"
Summary: The bridge is open
Comments: Not for air
Archived-At: <https://gazette.example/1>
Expires: Fri, 14 Jun 2024 12:05:00 +0200
Content-Language: de
X-Desk: 7
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=a

--a
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Die Br=FCcke
--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit

<html><head><style>p {color: red}</style></head><body><p class="x"><b>Embargoed until 24 May 2024 14:20</b></p>
<p>Die <i>alte</i> Br\xc3\xbccke ist offen. <a href="https://gazette.example/bridge">Mehr</a></p></body></html>
--b--
--a
Content-Type: image/jpeg; name=bridge.jpg
Content-Disposition: attachment; filename=bridge.jpg
Content-Transfer-Encoding: base64

AAAA
--a--
"""

KOI8 = (
    "From: =?koi8-r?b?{}?= <anna@gazette.example>\r\nSubject: Мост открыт\r\n".encode("koi8-r").replace(
        b"{}", b"4c7OwSDixcs="
    )
    + b"Date: Tue, 14 May 2024 12:05 +0300\r\nItem-ID: urn:x:7\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n"
    + "Старый мост открыли в пятницу.\r\n\r\nПроезд бесплатный.\r\n".encode("koi8-r")
)

FLOWED = """From lindow@gazette.example Tue May 14 12:05:00 2024
From: بلدية ليندو <press@lindow.example>
To: desk@x.example
Subject: =?windows-1256?b?x+HM09E=?=
Date: Tue, 14 May 2024 12:05:00 -0000
Content-Type: text/plain; charset=utf-8; format=flowed

فتحت البلدية الجسر القديم يوم الجمعة{space}
بعد عامين من العمل.

سيبقى المرور مجانيا.
""".replace("{space}", " ").encode()

IPTC = {"german": GERMAN, "table": TABLE, "russian": RUSSIAN, "arabic": ARABIC}
ANPA = {
    "carets": CARETS, "canadian": CANADIAN, "plain lines": PLAIN_LINES, "keyword only": KEYWORD_ONLY,
}  # fmt: skip
MAIL = {"parts": PARTS, "koi8": KOI8, "flowed": FLOWED}
ALL = [
    (format_, data)
    for format_, samples in (("iptc-7901", IPTC), ("anpa-1312", ANPA), ("mail", MAIL))
    for data in samples.values()
]
