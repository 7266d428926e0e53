"""Reads the text a bot sends: parse mode, entities, length."""

from sandbox.api.call import Call
from sandbox.api.entities import read_entities
from sandbox.api.refusals import bad_request
from sandbox.texts import utf16
from sandbox.texts.entity import Entity, combined, trimmed
from sandbox.texts.markup import MarkupError, parse_html
from sandbox.texts.typed import typed_entities

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
_USER_LINK = "tg://user?id="


def read_text(call: Call) -> tuple[str, tuple[Entity, ...]]:
    """Return the words of `text`; 400 when they are none, too many, or wrongly marked."""
    text, entities = _words(call, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16.length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text, entities


def read_caption(call: Call) -> tuple[str, tuple[Entity, ...]]:
    """Return the words of `caption`, which may be none; 400 when too many or wrongly marked."""
    text, entities = _words(call, "caption", "caption_entities")
    if utf16.length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return text, entities


def _words(call: Call, name: str, entities: str) -> tuple[str, tuple[Entity, ...]]:
    text, marks = _marked(call, name, entities)
    text, marks = trimmed(text, [_person(call, mark) for mark in marks])
    known = (mark for mark in marks if mark.type != "text_mention" or mark.user)
    return text, combined(known, typed_entities(text))


def _marked(call: Call, name: str, entities: str) -> tuple[str, tuple[Entity, ...]]:
    source = call.parameters.text(name)
    mode = call.parameters.text("parse_mode").lower()
    if mode not in ("", "html"):
        raise bad_request("unsupported parse_mode")
    if not mode:
        return source, read_entities(call.world, call.parameters.objects(entities))
    try:
        return parse_html(source)
    except MarkupError as error:
        raise bad_request(f"can't parse entities: {error}") from error


def _person(call: Call, mark: Entity) -> Entity:
    number = mark.url.removeprefix(_USER_LINK)
    if not mark.url.startswith(_USER_LINK) or not number.isdecimal():
        return mark
    user = call.world.users.get(int(number))
    return Entity("text_mention", mark.offset, mark.length, user=user)
