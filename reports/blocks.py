"""Messages put together from blocks of short lines."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from domain.text import utf16_length

# Telegram counts without tags; counting them as well leaves some room.
LIMIT = 4096

_LINE = Markup("\n")
_GAP = Markup("\n\n")

Block = Sequence[Markup]


def joined(blocks: Iterable[Block]) -> Markup:
    """Put lines under each other, with an empty line between blocks; empty blocks vanish."""
    return _GAP.join(_LINE.join(block) for block in blocks if block)


@dataclass(frozen=True, slots=True)
class Listing:
    """Blocks of which as many stand in a message as fit; `rest` tells how many do not."""

    blocks: Sequence[Block]
    rest: Callable[[int], Markup]

    def first(self, count: int) -> list[Block]:
        """Return that many blocks, and a word on those left out."""
        left_out = len(self.blocks) - count
        return [*self.blocks[:count], *([[self.rest(left_out)]] if left_out else [])]


def fitted(head: Sequence[Block], listing: Listing, foot: Sequence[Block]) -> Markup:
    """Put a message together that stays within Telegram's limit; only the listing gives way."""

    def text(count: int) -> Markup:
        return joined([*head, *listing.first(count), *foot])

    def length(count: int) -> int:
        return utf16_length(text(count))

    everything = len(listing.blocks)
    if length(everything) <= LIMIT:
        return text(everything)
    too_many = bisect_right(range(everything), LIMIT, key=length)
    return text(max(too_many - 1, 0))
