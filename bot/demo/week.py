"""The week that the demo plays, day by day."""

from bot.demo.scene import Scene
from bot.demo.script import Script


async def play_week(scene: Scene, script: Script) -> None:
    """Play from the Monday on which the bot joins to the Monday on which it tells the week."""
    await _set_up(scene, script)
    await _lift(scene, script)
    await _lamp(scene, script)
    await _ask_for_figures(scene, script)
    await scene.at(7, "09:00")


async def _set_up(scene: Scene, script: Script) -> None:
    """Say on Monday morning who is who, and let the group count in its community."""
    cast = scene.cast
    await scene.at(0, "08:00")
    for person in (cast.inspector, cast.head, cast.owner):
        await scene.write_privately(person, "/start")
    await scene.write_privately(cast.owner, script.grant_inspector)
    await scene.write_privately(cast.owner, script.grant_head)
    await scene.at(0, "08:30")
    await scene.add_bot()
    await scene.say(cast.leader, "/setup")
    settings = scene.said_by_bot("setup:communities:0")
    await scene.tap(cast.leader, settings, "setup", "communities", 0)
    await scene.tap(cast.leader, settings, "setup", "join", scene.community)
    asked = scene.said_by_bot(f"place:1:{scene.community}:yes", scene.private(cast.head))
    await scene.tap(cast.head, asked, "place", 1, scene.community, "yes")


async def _lift(scene: Scene, script: Script) -> None:
    """Let a resident tag and the leader settle it; only the resident can rate it."""
    cast = scene.cast
    await scene.at(0, "10:05")
    await scene.say(cast.mei, script.lift)
    card = scene.said_by_bot("accept:1")
    await scene.at(0, "10:20")
    await scene.tap(cast.leader, card, "accept", 1)
    await scene.at(1, "15:40")
    await scene.say(cast.leader, script.lift_done, to=card)
    rating = scene.said_by_bot("rate:1:1:5")
    await scene.tap(cast.leader, rating, "rate", 1, 1, 5)
    await scene.at(1, "18:30")
    await scene.tap(cast.mei, rating, "rate", 1, 1, 4)
    await scene.tap(cast.mei, rating, "solved", 1, 1)


async def _lamp(scene: Scene, script: Script) -> None:
    """Let words said without a tag become a case by the leader's reply, settled twice."""
    cast = scene.cast
    await scene.at(1, "20:10")
    words = await scene.say(cast.chen, script.lamp)
    await scene.at(2, "08:15")
    await scene.say(cast.leader, script.lamp_tag, to=words)
    card = scene.said_by_bot("accept:2")
    await scene.at(2, "11:00")
    await scene.say(cast.leader, script.lamp_done, to=card)
    await scene.at(2, "19:45")
    rating = scene.said_by_bot("rate:2:1:2")
    await scene.tap(cast.chen, rating, "rate", 2, 1, 2)
    await scene.tap(cast.chen, rating, "unsolved", 2, 1)
    await scene.tap(cast.chen, rating, "confirm", 2, 1)
    await scene.at(4, "16:30")
    await scene.say(cast.leader, script.lamp_done_again, to=card)
    await scene.at(4, "17:10")
    again = scene.said_by_bot("rate:2:2:5")
    await scene.tap(cast.chen, again, "rate", 2, 2, 5)
    await scene.tap(cast.chen, again, "solved", 2, 2)


async def _ask_for_figures(scene: Scene, script: Script) -> None:
    """Let a demand come on Friday, and the head ask how the week stands."""
    cast = scene.cast
    await scene.at(4, "20:00")
    await scene.say(cast.liu, script.phones)
    await scene.at(5, "09:00")
    await scene.say(cast.leader, script.accept_tag, to=scene.said_by_bot("accept:3"))
    await scene.at(6, "17:00")
    await scene.write_privately(cast.head, script.stats)
