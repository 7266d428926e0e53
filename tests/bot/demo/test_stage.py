"""How the demo's clock goes on: from one thing that can be seen to the next."""

from datetime import timedelta

from bot.demo.stage import Stage
from sandbox import Fault, FaultKind
from sandbox.world.subjects import MessageChanged
from tests.bot.demo.visit import visited


def _seen_since(stage: Stage, count: int) -> str:
    changed = stage.sandbox.world.changes.since(count)
    messages = [each for each in changed if isinstance(each, MessageChanged)]
    return "\n".join(each.chat.messages[each.number].text for each in messages)


async def test_each_step_to_the_next_thing_brings_one_to_look_at() -> None:
    async with visited("en") as stage:
        stage.sandbox.clock.stop()
        for expected in (
            "Weekly roll-up",
            # On the way there a window to rate ends, of which nobody is told.
            "№1 is reported settled",
            "№2 is reported settled",
            "№3 has passed its deadline",
            "Weekly summary",
        ):
            before = stage.sandbox.world.changes.count
            assert await stage.move_on()
            assert expected in _seen_since(stage, before)


async def test_a_bot_that_cannot_send_is_waited_for_a_week() -> None:
    async with visited("en") as stage:
        clock = stage.sandbox.clock
        clock.stop()
        begun = clock.now()
        for method in ("sendMessage", "editMessageText"):
            refused = Fault(kind=FaultKind.REFUSE, method=method, code=403, count=1000)
            stage.sandbox.faults.order(refused)
        assert await stage.move_on()
        assert clock.now() - begun < timedelta(weeks=2)
