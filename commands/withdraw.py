"""Withdraw: a requester takes the request back."""

from commands.context import Context
from commands.incoming import Said
from commands.scene import happens, scene_said, shown
from domain import decisions
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.kinds import Move


async def withdraw(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Take back the case that is meant; one with other requesters goes on for them."""
    scene = await scene_said(context, said, reading, Move.WITHDRAW)
    case = await happens(context, scene, decisions.withdraw(scene.case, scene.actor))
    return await shown(context, said, scene, case)
