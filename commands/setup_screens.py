"""What `/setup` shows: the settings of a group, and the choices behind each."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from commands.lacking import Lacking, with_remedies
from commands.spoken_language import LANGUAGE_NAMES
from domain.codes import code
from domain.delivery import Button, Keyboard
from domain.text import clip
from reports.language import Language
from storage.areas import Area

ZONES = (
    "Asia/Shanghai",
    "Asia/Urumqi",
    "Asia/Hong_Kong",
    "Asia/Singapore",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "UTC",
)
PAGE = 8
NAME_UNITS = 48


@dataclass(frozen=True, slots=True)
class SetupFacts:
    """A group's settings; `community` is the name of the one it asked to count in."""

    group: int
    title: str
    language: str
    zone: str
    lacks: tuple[Lacking, ...]
    community: str | None = None
    accepted: bool = False
    may_accept: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """A text with its buttons."""

    html: Markup
    keyboard: Keyboard = ()


def overview(say: Language, facts: SetupFacts) -> Screen:
    """Show all settings, with a button to change each."""
    lines = [
        say("<b>Settings of {title}</b>", title=facts.title),
        say("Language: {language}", language=LANGUAGE_NAMES[facts.language]),
        say("Time zone: {zone}", zone=facts.zone),
        _community(say, facts),
        Markup(),
        with_remedies(say, facts.lacks),
    ]
    return Screen(Markup("\n").join(lines), _overview_buttons(say, facts))


def languages(say: Language) -> Screen:
    """Show the languages to choose from."""
    row = [_button(Markup.escape(name), "language", key) for key, name in LANGUAGE_NAMES.items()]
    return Screen(say("Which language should I speak here?"), (tuple(row), _back(say)))


def zones(say: Language) -> Screen:
    """Show the usual time zones; any other can be written."""
    buttons = [_button(Markup.escape(zone), "zone", zone) for zone in ZONES]
    text = say(
        "Which time zone do deadlines and weekly summaries go by here?\n"
        "Any other zone: <code>/setup Europe/Paris</code>"
    )
    pairs = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    return Screen(text, (*pairs, _back(say)))


def communities(say: Language, title: str, known: Sequence[Area], page: int) -> Screen:
    """Show the communities that a group can ask to count in."""
    if not known:
        text = say(
            "There is no community yet. Whoever runs me names its head first: "
            "<code>/grant @name head Community</code>"
        )
        return Screen(text, (_back(say),))
    shown = known[page * PAGE : (page + 1) * PAGE]
    buttons = [(_button(Markup.escape(area.name), "join", area.id),) for area in shown]
    text = say(
        "Which community should {title} be counted in? Its head is asked; "
        "until the head accepts, the group works on its own.",
        title=title,
    )
    more = len(known) > (page + 1) * PAGE
    return Screen(text, (*buttons, *_turns(page, more=more), _back(say)))


def _community(say: Language, facts: SetupFacts) -> Markup:
    if facts.community is None:
        return say("Community: none, the group works on its own")
    if facts.accepted:
        return say("Community: {name}", name=facts.community)
    return say(
        "Community: {name} – its head accepts in private, or here by /setup", name=facts.community
    )


def _overview_buttons(say: Language, facts: SetupFacts) -> Keyboard:
    rows: list[tuple[Button, ...]] = [
        (_button(say("Language"), "languages"), _button(say("Time zone"), "zones")),
        (_button(say("Community"), "communities", 0),),
    ]
    if facts.may_accept and facts.accepted:
        rows.append((_button(say("No longer count here"), "part"),))
    elif facts.may_accept:
        rows.append((_button(say("Accept this group"), "accept"),))
    return (*rows, (_button(say("Look again"), "overview"),))


def _turns(page: int, *, more: bool) -> Keyboard:
    row = [_button(Markup("«"), "communities", page - 1)] if page > 0 else []
    if more:
        row.append(_button(Markup("»"), "communities", page + 1))
    return (tuple(row),) if row else ()


def _back(say: Language) -> tuple[Button, ...]:
    return (_button(say("Back"), "overview"),)


def _button(label: Markup, *arguments: object) -> Button:
    return Button(clip(label.unescape(), NAME_UNITS), code("setup", *arguments))
