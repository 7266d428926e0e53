"""What holds of every text, however hostile."""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from domain.grammar import Reading, Span, might_concern, read
from domain.grammar.wording import blank, fold, wording_of
from domain.kinds import CaseKind
from domain.text import utf16_length

CATEGORIES = {"路灯": "照明", "lift": "电梯"}
TAGS = "#问题 #需求 #issue #urgent #紧急 #路灯 #lift #办结 #done #延期 #合并 #案12 #case3"
OTHERS = "/done /issue@GridBot /merge@Other 3幢2单元501 Unit @zhang3 https://x.com/ x.cn/ 12号 №7"
WORDS = "问题 楼 电梯坏了 lamp مصعد 一 十 周 into 12 3 ３ 5天 a İ ß é 👍🏽"
SIGNS = "# ＃ ## / @ : ： ， . ` - № 号"
BLANKS = [" ", "\u3000", "\n", "\t", "\x85", "\0", "\u200b", "\u200d", "\u202e"]
PIECES = st.sampled_from(f"{TAGS} {OTHERS} {WORDS} {SIGNS}".split() + BLANKS)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60)
SPANS = st.lists(
    st.builds(
        Span,
        st.sampled_from(["code", "url", "text_link", "mention", "text_mention", "hashtag", "?"]),
        st.integers(-3, 80),
        st.integers(-3, 80),
        st.none() | st.integers(),
    ),
    max_size=4,
)
RANGES = st.lists(st.integers(0, 50), min_size=2, max_size=2).map(lambda ab: (min(ab), max(ab)))


def reading_of(text: str, spans: list[Span] | None = None) -> Reading:
    return read(text, spans or (), categories=CATEGORIES, bot_username="GridBot")


def without_words(reading: Reading) -> Reading:
    """Leave only what must not depend on how the same words are written."""
    return replace(reading, text="", labels=(), place=None, command=None, mentions=())


@given(TEXTS, SPANS)
def test_no_text_and_no_entities_are_too_strange_to_be_read(text: str, spans: list[Span]) -> None:
    reading = reading_of(text, spans)
    assert utf16_length(reading.text) <= utf16_length(text)
    assert all(number >= 0 for number in reading.numbers)


@given(TEXTS)
@example("\u200b/done")
@example("\u3000／done")
@example("﹟问题")
def test_the_raw_look_misses_nothing(text: str) -> None:
    reading = reading_of(text)
    asks = (reading.kind, reading.move, reading.command, reading.urgent or None)
    if any(asks) or reading.categories or reading.labels:
        assert might_concern(text)


@given(st.text(st.characters(exclude_characters="#＃﹟/／")))
def test_chatter_concerns_nobody(text: str) -> None:
    assert not might_concern(text)


@given(TEXTS)
def test_what_is_left_for_people_says_no_more_to_the_bot(text: str) -> None:
    # "3#abc" is a house until a move takes away a number that stands before the mark.
    assume(re.search(r"[0-9]\s*[#＃]", fold(text)) is None)
    left = reading_of(text).text
    assume(not left.startswith(("/", "／")))
    again = reading_of(left)
    assert again.text == left
    assert (again.kind, again.move, again.categories, again.labels) == (None, None, (), ())


@given(TEXTS)
def test_full_width_says_the_same(text: str) -> None:
    assume("`" not in text and "." not in text and "://" not in text)
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
    assert without_words(reading_of(text.translate(wide))) == without_words(reading_of(text))


@given(st.lists(PIECES.filter(str.isascii), max_size=10).map("".join))
def test_capitals_say_the_same(text: str) -> None:
    assume("Unit" not in text)
    assert without_words(reading_of(text.upper())) == without_words(reading_of(text))


@given(TEXTS, st.sampled_from(["👍🏽", "👨‍👩‍👧 ", "𠮷", "\u202e", "早上好 "]))
def test_what_stands_before_code_does_not_move_it(text: str, before: str) -> None:
    assume(not set(text) & set("#＃/／@＠№`") and ":" not in text and "." not in text)
    code = Span("code", utf16_length(before), 3)
    reading = reading_of(f"{before}#问题 {text}", [code])
    assert (reading.kind, reading.labels) == (None, ())
    assert reading_of(f"{before}#问题 {text}").kind is CaseKind.ISSUE


@given(st.text())
def test_every_form_of_a_text_keeps_its_places(text: str) -> None:
    wording = wording_of(text)
    assert len(wording.written) == len(wording.flat) == len(wording.folded)
    assert fold(fold(text)) == fold(text)


@given(
    st.text(), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted).map(tuple))
)
def test_blanking_keeps_every_other_character(text: str, ranges: list[tuple[int, int]]) -> None:
    inside = [(a, b) for a, b in ranges if b <= len(text)]
    hidden = {index for start, end in inside for index in range(start, end)}
    expected = "".join("_" if index in hidden else char for index, char in enumerate(text))
    assert blank(text, inside, "_") == expected


@pytest.mark.parametrize(
    "piece", ["#", "#a", "#问题", "`", " ", "3幢", "@ab ", "№", "a.a", "#路灯坏 ", "/", "1 ", "#1#"]
)
def test_a_text_full_of_one_thing_is_read(piece: str) -> None:
    text = piece * (4096 // len(piece))
    assert len(reading_of(text).text) <= len(text)
