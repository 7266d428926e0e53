"""Translations: every sentence the bot can say stands in every catalogue, with the same values."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from reports.language import LANGUAGES, catalogues

ROOT = Path(__file__).parents[2]
KEYWORDS = {"say": None, "many": (1, 2)}
VALUE = re.compile(r"\{(\w+)\}")
TRANSLATED = [code for code in LANGUAGES if code != "en"]

Sentence = str | tuple[str, ...]


def _sentences() -> Iterator[Sentence]:
    for room in ("bot", "commands", "reports"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for _line, sentence, _comments, _context in extract_from_file(
                "python", path, keywords=KEYWORDS
            ):
                yield sentence


def _translations(code: str) -> dict[Sentence, Sentence]:
    return {
        _key(message.id): _key(message.string)
        for catalogue in catalogues(code)
        for message in catalogue
        if message.id and message.string and not message.fuzzy
    }


def _key(texts: str | Sequence[str]) -> Sentence:
    return texts if isinstance(texts, str) else tuple(texts)


def test_there_are_sentences_to_translate() -> None:
    assert set(_sentences())


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_sentence_is_translated(code: str) -> None:
    known = {key: value for key, value in _translations(code).items() if value}
    assert sorted({str(s) for s in _sentences() if s not in known}) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_is_left_over(code: str) -> None:
    said = set(_sentences())
    assert sorted({str(s) for s in _translations(code) if s not in said}) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_fills_in_the_same_values(code: str) -> None:
    for sentence, translated in _translations(code).items():
        wanted = set(VALUE.findall(" ".join(_texts(sentence))))
        for text in _texts(translated):
            assert set(VALUE.findall(text)) <= wanted, text
            assert wanted - {"n"} <= set(VALUE.findall(text)), text


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_sentence_is_translated_in_two_catalogues(code: str) -> None:
    ids = [m.id for catalogue in catalogues(code) for m in catalogue if m.id]
    assert sorted({str(i) for i in ids if ids.count(i) > 1}) == []


def _texts(sentence: Sentence) -> tuple[str, ...]:
    return (sentence,) if isinstance(sentence, str) else tuple(sentence)
