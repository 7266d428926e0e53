"""What a group still lacks for the bot to hear everything, and how to change it."""

from enum import Enum

from markupsafe import Markup

from commands.context import BotIdentity
from reports.language import Language


class Lacking(Enum):
    """Something the bot could do more with."""

    HEARING = "hearing"
    ADMINISTRATION = "administration"


def lacking(bot: BotIdentity, *, administrator: bool) -> tuple[Lacking, ...]:
    """Return what is lacking; an administrator hears everything, whatever privacy mode says."""
    if administrator:
        return ()
    if bot.reads_everything:
        return (Lacking.ADMINISTRATION,)
    return (Lacking.HEARING, Lacking.ADMINISTRATION)


def in_one_sentence(say: Language, lacks: tuple[Lacking, ...]) -> Markup:
    """Say the gravest lack and what works meanwhile; this is the second line of a greeting."""
    if Lacking.HEARING in lacks:
        return say(
            "Telegram's privacy mode hides tags from me: please make me an administrator. "
            "Until then /issue and /demand do the same."
        )
    if Lacking.ADMINISTRATION in lacks:
        return say(
            "I am ready. Make me an administrator, and I also know at once who administers "
            "this chat; /setup has more."
        )
    return say("All is ready, nothing else is needed. /help shows more, /setup changes settings.")


def with_remedies(say: Language, lacks: tuple[Lacking, ...]) -> Markup:
    """Say everything that is lacking, each with how to change it."""
    remedies = {
        Lacking.HEARING: say(
            "◦ Tags are hidden from me (privacy mode). Make me an administrator; "
            "or let whoever runs me turn it off at @BotFather with /setprivacy, "
            "then remove me and add me again. "
            "Until then /issue and /demand work."
        ),
        Lacking.ADMINISTRATION: say(
            "◦ I am not an administrator, so I learn late who administers this chat. Make me one; "
            "no rights need to be ticked."
        ),
    }
    if not lacks:
        return say("Nothing is missing.")
    lines = [say("<b>Still missing</b>"), *(remedies[lack] for lack in lacks)]
    return Markup("\n").join(lines)
