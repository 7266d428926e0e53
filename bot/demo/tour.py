"""What the page is told of the demo: who to be, and a tour through the life of one case."""

from dataclasses import dataclass

from bot.demo.building import ZONE
from bot.demo.line import LanguageCode, Line
from bot.demo.stage import Stage
from sandbox import Chat, Guide, Persona, Step, Words

_RESIDENT = Words("居民", "resident")
_LEADER = Words("网格长", "grid leader")
_HEAD = Words("监委会主任", "committee head")
_INSPECTOR = Words("街道纪委", "inspector")
_NEWCOMER = Words("新邻居", "newcomer")

# What is said and tapped is in the chats' language, whichever the visitor reads.
_TAG = Line("#问题", "#issue")
_LAMP = Line("4幢门口的路灯不亮了", "The street lamp at Building 4 is out")
_ACCEPT = Line("受理", "Accept")
_DONE = Line("#办结 换了灯泡，已经亮了", "#done Replaced the bulb; the lamp works again")
_SUMMARY = Line("一周小结", "Weekly summary")
_SOLVED = Line("已解决", "Solved")
_STATS = Line("/stats 上月", "/stats last month")


def guide(stage: Stage, *, watching: bool = False) -> Guide:
    """Return the guide to a demo that the visitor takes part in, or only watches being made."""
    cast, group, head = stage.cast, stage.cast.elders, stage.cast.elders.head
    people = _Parts(
        Persona(group.residents[0], _RESIDENT),
        Persona(group.leader, _LEADER),
        Persona(head, _HEAD),
    )
    return Guide(
        personas=(
            people.resident,
            people.leader,
            people.head,
            Persona(cast.inspector, _INSPECTOR),
            Persona(cast.newcomer, _NEWCOMER),
        ),
        tour=(
            *_opened(people, group.chat, cast.language),
            *_settled(people, group.chat, cast.language),
            *_figures(people, group.chat, stage.private(head), cast.language),
        ),
        language=cast.language,
        zone=ZONE.key,
        move_to=stage.move_to,
        move_on=stage.move_on,
        watching=watching,
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """The three parts that the tour is about."""

    resident: Persona
    leader: Persona
    head: Persona


def _opened(people: _Parts, group: Chat, language: LanguageCode) -> tuple[Step, ...]:
    tag, lamp, accept = _TAG.of(language), _LAMP.of(language), _ACCEPT.of(language)
    resident, leader = people.resident.user.name, people.leader.user.name
    return (
        Step(
            title=Words("说出问题", "Say what is wrong"),
            text=Words(
                f"您现在是居民{resident}。在群里说话时带上 {tag}，机器人就会登记编号、定下期限。",
                f"You are {resident}, a resident. A tag in an ordinary message is enough: "
                "the bot gives it a number and a deadline.",
            ),
            persona=people.resident,
            chat=group,
            suggestion=f"{tag} {lamp}",
        ),
        Step(
            title=Words("受理", "Accept it"),
            text=Words(
                f"换成网格长{leader}，在刚出现的卡片上点“{accept}”。卡片会跟着事项一起变，不刷屏。",
                f"Now you are {leader}, the grid leader. Tap “{accept}” on the new card. "
                "The card changes with the case; the chat stays quiet.",
            ),
            persona=people.leader,
            chat=group,
            button="accept:",
        ),
    )


def _settled(people: _Parts, group: Chat, language: LanguageCode) -> tuple[Step, ...]:
    solved, resident = _SOLVED.of(language), people.resident.user.name
    return (
        Step(
            title=Words("办结", "Settle it"),
            text=Words(
                "灯修好了，就回复卡片说一声办了什么。",
                "The lamp is mended: reply to the card, and say what was done.",
            ),
            persona=people.leader,
            chat=group,
            suggestion=_DONE.of(language),
            reply_to_bot=_LAMP.of(language),
        ),
        Step(
            title=Words("评价", "Rate it"),
            text=Words(
                f"变回{resident}，评一评，再点“{solved}”。群里只知道评过了，不知道评了几分。",
                f"{resident} again: choose how satisfied she is, then “{solved}”. "
                "The group learns that she rated, not how.",
            ),
            persona=people.resident,
            chat=group,
            button="rate: solved:",
        ),
    )


def _figures(
    people: _Parts, group: Chat, private: Chat, language: LanguageCode
) -> tuple[Step, ...]:
    head = people.head.user.name
    return (
        Step(
            title=Words("问数据", "Ask for the figures"),
            text=Words(
                f"{head}私下问机器人：上个月办得快不快，大家满不满意？每个数都写明由什么得来。",
                f"{head} asks the bot in private how last month went. "
                "Every figure says what it is made of.",
            ),
            persona=people.head,
            chat=private,
            suggestion=_STATS.of(language),
        ),
        Step(
            title=Words("到周一早上", "On to Monday morning"),
            text=Words(
                "把时钟拨到下周一 9:00。这几天到期的事，机器人会一件件办好。",
                "Move the clock to Monday 9:00. Whatever falls due on the way is done on the way.",
            ),
            persona=people.resident,
            chat=group,
            jump="monday",
        ),
        Step(
            title=Words("读小结", "Read the summary"),
            text=Words(
                "一周小结到了：说了什么、办了什么、多快办好。末尾是台账的编号：历史若被改动，一查便知。",
                "The weekly summary is here: what was said, what became of it, how fast. "
                "The ledger’s digits at its foot would show any change to the past.",
            ),
            persona=people.resident,
            chat=group,
            reading=_SUMMARY.of(language),
        ),
    )
