"""Messages put together from blocks of short lines."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

_LINE = Markup("\n")
_GAP = Markup("\n\n")

Block = Sequence[Markup]


def joined(blocks: Iterable[Block]) -> Markup:
    """Put lines under each other, with an empty line between blocks; empty blocks vanish."""
    return _GAP.join(_LINE.join(block) for block in blocks if block)
