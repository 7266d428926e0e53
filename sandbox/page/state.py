"""Everything the page shows before anybody touches it, as one person sees it."""

from dataclasses import asdict
from typing import Any

from sandbox.guide import Guide, Step, Words
from sandbox.page.chats import chats_of, key_of, listed_chat, open_group
from sandbox.page.reading import Reading
from sandbox.scene import Scene
from sandbox.shapes.users import user_shape
from sandbox.world.desks import Desk
from sandbox.world.users import User


def state_for(scene: Scene, reading: Reading, person: User | None) -> dict[str, Any]:
    """Return who there is, the person's chats, the clock, the faults and the guide."""
    users = scene.world.users.values()
    return {
        "me": person.id if person else None,
        "people": [user_shape(user) for user in users if not user.is_bot],
        "bots": [_bot(desk, person) for desk in scene.world.desks.values()],
        "chats": _chats(scene, reading, person) if person else [],
        "groups": _groups(scene, person) if person else [],
        "clock": clock_of(scene),
        "faults": faults_of(scene),
        "guide": _guide(scene.guide) if scene.guide else None,
    }


def clock_of(scene: Scene) -> dict[str, Any]:
    """Return the clock's time, in seconds since 1970, and whether it runs."""
    clock = scene.clock
    return {"now": clock.timestamp(), "running": clock.is_running}


def faults_of(scene: Scene) -> list[dict[str, Any]]:
    """Return the faults that are still to come."""
    return [asdict(fault) for fault in scene.faults.ordered]


def _bot(desk: Desk, person: User | None) -> dict[str, Any]:
    texts = desk.profile.texts
    language = person.language if person else ""
    described = texts.get(("description", language)) or texts.get(("description", ""), "")
    return user_shape(desk.bot) | {"description": described}


def _chats(scene: Scene, reading: Reading, person: User) -> list[dict[str, Any]]:
    return [listed_chat(chat, person, reading) for chat in chats_of(scene, person)]


def _groups(scene: Scene, person: User) -> list[dict[str, Any]]:
    groups = [chat for chat in scene.world.chats.values() if chat.is_group]
    return [open_group(chat, person) for chat in groups if chat.migrated_to is None]


def _guide(guide: Guide) -> dict[str, Any]:
    return {
        "personas": [{"id": each.user.id, "role": _words(each.role)} for each in guide.personas],
        "tour": [_step(step) for step in guide.tour],
        "language": guide.language,
        "zone": guide.zone,
        "next": guide.move_on is not None,
        "watching": guide.watching,
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "title": _words(step.title),
        "text": _words(step.text),
        "persona": step.persona.user.id,
        "chat": key_of(step.chat),
        "suggestion": step.suggestion,
        "reply_to_bot": step.reply_to_bot,
        "button": step.button,
        "jump": step.jump,
        "reading": step.reading,
    }


def _words(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
