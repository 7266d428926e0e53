"""Who is who: what a passing message tells of people, kept only when it is news."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from domain.text import strip_marks
from storage.people import Person
from storage.work import Work

# So many are remembered as unchanged; beyond that they are simply written once more.
MOST = 50_000
# Telegram promises ids of at most 52 bits.
ID_LIMIT = 2**52
# The account under which Telegram itself and linked channels write.
TELEGRAM = 777000
_NAMES = ("first_name", "last_name", "username", "language_code")
_USERNAME = re.compile(r"\w{1,64}", re.ASCII)
_LANGUAGE = re.compile(r"[\w-]{1,16}", re.ASCII)


class Sighting(NamedTuple):
    """Somebody seen in a chat, and what Telegram calls them there."""

    chat: int
    user: int
    first_name: str
    last_name: str
    username: str
    language: str

    def is_still(self, user: Mapping[str, Any]) -> bool:
        """Tell whether Telegram calls the person as it did then."""
        get = user.get
        return (
            self.first_name == (get("first_name") or "")
            and self.last_name == (get("last_name") or "")
            and self.username == (get("username") or "")
            and self.language == (get("language_code") or "")
        )


class Acquaintances:
    """Tells news from what is known already; what was stored is known."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Sighting] = {}

    def news(self, update: Mapping[str, Any]) -> list[Sighting]:
        """Return who is new, or called otherwise than before, in an update of Telegram's form."""
        found = []
        for chat, user in _people(update):
            known = self._known.get((chat, user["id"]))
            # Nearly everybody is known, so that this look is most of the cost of a message.
            if known is not None and known.is_still(user):
                continue
            if (sighting := _sighting(chat, user)) is not None:
                found.append(sighting)
        return found

    def remember(self, sightings: Iterable[Sighting]) -> None:
        """Take these as known from now on."""
        if len(self._known) > MOST:
            self._known.clear()
        self._known.update({(each.chat, each.user): each for each in sightings})


async def keep(work: Work, sightings: list[Sighting], at: datetime) -> None:
    """Store who was seen, and in which groups."""
    if not sightings:
        return
    await work.people.remember(_person(each, at) for each in sightings)
    groups: dict[int, list[int]] = {}
    for each in sightings:
        if each.chat < 0:
            groups.setdefault(each.chat, []).append(each.user)
    for chat, users in groups.items():
        await work.members.see(chat, sorted(set(users)), at)


def _people(update: Mapping[str, Any]) -> list[tuple[int, Mapping[str, Any]]]:
    message = update.get("message") or update.get("edited_message")
    if message is not None:
        return _in_message(message)
    if (tap := update.get("callback_query")) is not None and "message" in tap:
        return [(tap["message"]["chat"]["id"], tap["from"])]
    if (place := update.get("chat_member") or update.get("my_chat_member")) is not None:
        chat = place["chat"]["id"]
        return [(chat, place["from"]), (chat, place["new_chat_member"]["user"])]
    return []


def _in_message(message: Mapping[str, Any]) -> list[tuple[int, Mapping[str, Any]]]:
    chat = message["chat"]["id"]
    people = [(chat, message["from"])] if "from" in message else []
    replied = message.get("reply_to_message")
    if replied is not None and "from" in replied:
        people.append((chat, replied["from"]))
    if "new_chat_members" in message:
        people += [(chat, user) for user in message["new_chat_members"]]
    return people


def _sighting(chat: int, user: Mapping[str, Any]) -> Sighting | None:
    if user.get("is_bot") or user["id"] == TELEGRAM:
        return None
    if not (_is_id(chat) and _is_id(user["id"])):
        return None
    return Sighting(chat, user["id"], *(str(user.get(name) or "") for name in _NAMES))


def _is_id(value: Any) -> bool:
    return type(value) is int and abs(value) < ID_LIMIT


def _person(seen: Sighting, at: datetime) -> Person:
    return Person(
        user=seen.user,
        name=strip_marks(f"{seen.first_name} {seen.last_name}"),
        username=_fitting(_USERNAME, seen.username),
        language=_fitting(_LANGUAGE, seen.language),
        seen_at=at,
    )


def _fitting(form: re.Pattern[str], word: str) -> str | None:
    return word if form.fullmatch(word) else None
