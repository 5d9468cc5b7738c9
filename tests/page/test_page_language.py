from __future__ import annotations

import pytest

from newsmodel.page import guess_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council said that it had not been told of the plan, and the mayor was away.", "en"),
        ("В городе открыли новый мост, но по нему ещё не ходят трамваи.", "ru"),
        ("قال الوزير إن العمل في المشروع سيبدأ بعد نهاية الشهر.", "ar"),
        ("علييف يشيد بدور بوتين", "ar"),  # a headline: the script has to do
        ("Міністр сказав, що її рішення є помилкою і її країна це знає", None),  # Ukrainian letters
        ("او گفت که این کار چگونه پیش می‌رود و چه کسی آن را می‌گیرد", None),  # Persian letters
        ("Der Bürgermeister hat gesagt, dass er nicht mehr kommen wird.", None),
        ("ראש העיר אמר כי הגשר סגור", "he"),
        ("市長は橋が閉鎖されたと述べた", "ja"),
        ("市长说大桥已经关闭", "zh"),
        ("시장은 다리가 폐쇄되었다고 말했다", "ko"),
        ("Ο δήμαρχος είπε ότι η γέφυρα έκλεισε", "el"),
        ("Քաղաքապետն ասաց", "hy"),
        ("მერმა თქვა", "ka"),
        ("12 345 !?", None),
        ("ไทย", None),
        ("", None),
    ],
)
def test_language(text: str, expected: str | None) -> None:
    assert guess_language(text) == expected
