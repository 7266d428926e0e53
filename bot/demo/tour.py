"""What the page is told of the demo: who to be, and a tour through the life of one case."""

from bot.demo.building import ZONE
from bot.demo.stage import Stage
from sandbox import Chat, Guide, Persona, Step, User, Words

_RESIDENT = Words("居民", "resident")
_LEADER = Words("网格长", "grid leader")
_HEAD = Words("监委会主任", "committee head")
_INSPECTOR = Words("街道纪委", "inspector")
_NEWCOMER = Words("新邻居", "newcomer")

_LAMP = Words("4幢门口的路灯不亮了", "The street lamp at Building 4 is out")
_DONE = Words("#办结 换了灯泡，已经亮了", "#done The bulb was replaced, it shines again")
_STATS = Words("/stats 上月", "/stats last month")


def guide(stage: Stage, *, watching: bool = False) -> Guide:
    """Return the guide to a demo that the visitor takes part in, or only watches being made."""
    cast, group, head = stage.cast, stage.cast.elders, stage.cast.elders.head
    people = _Parts(group.residents[0], group.leader, head)
    return Guide(
        personas=(
            people.resident,
            people.leader,
            people.head,
            Persona(cast.inspector, _INSPECTOR),
            Persona(cast.newcomer, _NEWCOMER),
        ),
        tour=(
            *_case(people, group.chat, cast.language),
            *_figures(people, group.chat, stage.private(head), cast.language),
        ),
        language=cast.language,
        zone=ZONE.key,
        next_moment=stage.next_due,
        move_to=stage.move_on,
        watching=watching,
    )


class _Parts:
    """The three parts that the tour is about."""

    def __init__(self, resident: User, leader: User, head: User) -> None:
        self.resident = Persona(resident, _RESIDENT)
        self.leader = Persona(leader, _LEADER)
        self.head = Persona(head, _HEAD)


def _case(people: _Parts, group: Chat, language: str) -> tuple[Step, ...]:
    lamp, done = _of(_LAMP, language), _of(_DONE, language)
    tag = "#问题" if language == "zh" else "#issue"
    return (
        Step(
            title=Words("说出问题", "Say what is wrong"),
            text=Words(
                "您现在是居民王梅。在群里说话时带上 #问题，机器人就会编号立项。",
                "You are Wang Mei, a resident. A tag in an ordinary message is enough: "
                "the bot gives it a number and a deadline.",
            ),
            persona=people.resident,
            chat=group,
            suggestion=f"{tag} {lamp}",
        ),
        Step(
            title=Words("受理", "Accept it"),
            text=Words(
                "换成网格长李红，在刚出现的卡片上点“受理”。卡片会跟着事项一起变，不刷屏。",
                "Now you are Li Hong, the grid leader. Tap Accept on the new card. "
                "The card changes with the case; the chat stays quiet.",
            ),
            persona=people.leader,
            chat=group,
            button="accept:",
        ),
        Step(
            title=Words("办结", "Settle it"),
            text=Words(
                "灯修好了，就回复卡片说一声办了什么。",
                "The lamp is mended: reply to the card, and say what was done.",
            ),
            persona=people.leader,
            chat=group,
            suggestion=done,
            reply_to_bot=lamp,
        ),
        Step(
            title=Words("评价", "Rate it"),
            text=Words(
                "变回王梅，请她评一评，再点“已解决”。群里只知道评过了，不知道评了几分。",
                "Wang Mei again: choose how satisfied she is, then whether it is solved. "
                "The group learns that she rated, not how.",
            ),
            persona=people.resident,
            chat=group,
            button="rate: solved:",
        ),
    )


def _figures(people: _Parts, group: Chat, private: Chat, language: str) -> tuple[Step, ...]:
    return (
        Step(
            title=Words("问数据", "Ask for the figures"),
            text=Words(
                "方主任私下问机器人：上个月办得快不快，大家满不满意？每个数都写明由什么得来。",
                "Director Fang asks the bot in private how last month went. "
                "Every figure says what it is made of.",
            ),
            persona=people.head,
            chat=private,
            suggestion=_of(_STATS, language),
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
                "一周小结到了：说了什么、办了什么、多快办好，末尾的台账编号谁也改不了。",
                "The weekly summary is here: what was said, what became of it, how fast. "
                "The ledger's digits at its foot let nobody change the past.",
            ),
            persona=people.resident,
            chat=group,
        ),
    )


def _of(words: Words, language: str) -> str:
    return words.zh if language == "zh" else words.en
