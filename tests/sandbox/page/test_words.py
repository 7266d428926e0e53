"""The page's words: the same in both languages, all of them used, none of them missing."""

import re
from pathlib import Path

import sandbox.page

MODULES = Path(sandbox.page.__file__).parent / "static" / "js"
KEY = re.compile(r"^  (\w+):", re.MULTILINE)
SAID = re.compile(r"""say\(\s*(?:"(\w+)"|`(\w+)\$\{)""")
NAMED = re.compile(r'"(\w+)"')


def _keys(language: str) -> set[str]:
    return set(KEY.findall((MODULES / "words" / f"{language}.js").read_text("utf-8")))


def _code() -> str:
    return "\n".join(file.read_text("utf-8") for file in MODULES.glob("*.js"))


def test_both_languages_have_the_same_words() -> None:
    assert _keys("zh") == _keys("en")


def test_whatever_is_said_has_words() -> None:
    whole, begun = zip(*SAID.findall(_code()), strict=True)
    assert {key for key in whole if key} <= _keys("en")
    for beginning in filter(None, begun):
        assert any(key.startswith(beginning) for key in _keys("en"))


def test_no_words_are_left_over() -> None:
    code = _code()
    named = set(NAMED.findall(code))
    beginnings = tuple(begun for _, begun in SAID.findall(code) if begun)
    assert {
        key for key in _keys("en") if key not in named and not key.startswith(beginnings)
    } == set()


def test_every_module_says_first_what_it_is_for() -> None:
    for file in MODULES.rglob("*.js"):
        assert re.match(r"// [A-Z].*", file.read_text("utf-8")), file
