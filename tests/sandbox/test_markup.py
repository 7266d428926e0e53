"""HTML as Telegram reads it; the errors are in the words of its servers."""

import pytest

from sandbox.texts.markup import MarkupError, parse_html


def read(source: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Return the text and the spans of a markup."""
    text, entities = parse_html(source)
    return text, [(each.type, each.offset, each.length) for each in entities]


def test_tags_become_entities() -> None:
    assert read("<b>№1</b> <i><u>新</u></i>") == (
        "№1 新",
        [("bold", 0, 2), ("underline", 3, 1), ("italic", 3, 1)],
    )


def test_offsets_count_utf16_units() -> None:
    assert read("👍<b>好</b>") == ("👍好", [("bold", 2, 1)])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;3 &amp;&quot;&gt;", '<3 &">'),
        ("&#60;&#x3e;", "<>"),
        ("&nbsp; &copy;", "&nbsp; &copy;"),
        ("a & b", "a & b"),
    ],
)
def test_only_four_named_references_are_known(source: str, text: str) -> None:
    assert parse_html(source)[0] == text


def test_links_and_their_addresses() -> None:
    (link,) = parse_html('<a href="https://example.org/?a=1&amp;b=2">hier</a>')[1]
    assert (link.type, link.url) == ("text_link", "https://example.org/?a=1&b=2")
    assert parse_html("<a href='nothing'>x</a>")[1] == ()


def test_code_blocks_know_their_language() -> None:
    (block,) = parse_html('<pre><code class="language-python">x</code></pre>')[1]
    assert (block.type, block.language) == ("pre", "python")


def test_quotes_fold() -> None:
    (quote,) = parse_html("<blockquote expandable>long</blockquote>")[1]
    assert quote.type == "expandable_blockquote"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("好<br>x", 'Unsupported start tag "br" at byte offset 3'),
        ("a < b >", 'Unsupported start tag "" at byte offset 2'),
        ("I <3", "Unclosed start tag at byte offset 2"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
    ],
)
def test_wrong_markup_is_refused(source: str, error: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse_html(source)
    assert str(caught.value) == error
