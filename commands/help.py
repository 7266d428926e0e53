"""`/help`: what one can write here, with examples to copy."""

from markupsafe import Markup

from commands.actor import actor_in
from commands.answers import answer
from commands.context import Context
from commands.incoming import Said
from commands.registration import group_of
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.roles import Role
from reports.language import Language


def _for_everyone(say: Language) -> Markup:
    return say(
        "<b>Tell us, in any message here:</b>\n"
        "<code>#issue The lift in Building 3 has stopped</code>\n"
        "<code>#demand A charging point for e-bikes</code>\n"
        "Add #urgent when it cannot wait. Photos are welcome.\n\n"
        "<b>Ask:</b>\n"
        "/cases – what is still open\n"
        "/case 12 – what was said on one case\n"
        "/mine – what is yours\n"
        "/stats – how fast, and how satisfied; also <code>/stats last week</code>\n"
        "/summary – this week so far"
    )


def _for_leaders(say: Language) -> Markup:
    return say(
        "<b>For grid leaders</b>, as a reply to the resident or to the card:\n"
        "<code>#issue</code> – open a case for the resident you reply to\n"
        "<code>#accept</code> · <code>#assign @name</code>\n"
        "<code>#ask Which floor?</code> – ask the resident\n"
        "<code>#done Lamp replaced</code> – settled; the resident is asked to rate\n"
        "With a number it works anywhere: <code>#done №12 Lamp replaced</code>\n"
        "/overdue – past the deadline\n"
        "/setup · /roles · <code>/grant @name leader</code>"
    )


def _in_private(say: Language) -> Markup:
    return say(
        "<b>Here in private:</b>\n"
        "/mine – your requests, and the cases you handle\n"
        "/case 12 – the whole record of a case that is yours\n"
        "/language – 中文 or English\n\n"
        "Cases are opened in your group: put #issue or #demand in a message there."
    )


def _for_role_holders(say: Language) -> Markup:
    return say(
        "<b>With your role:</b>\n"
        "/stats – figures; also <code>/stats last month</code> and a group's or community's name\n"
        "/cases · /overdue – open cases of all your groups\n"
        "/summary and a group's name – its week so far\n"
        "/roles – who holds which role\n"
        "<code>/grant @name member</code> · <code>/revoke @name</code> – give a role, or end it\n"
        "/setup – groups that ask to be counted in your community"
    )


def _both_languages(say: Language) -> Markup:
    return say("Chinese and English tags both work everywhere: #问题 = #issue, #办结 = #done.")


async def show_help(context: Context, said: Said, _reading: Reading) -> list[Outgoing]:
    """Show what one can write here; whoever holds a role sees what comes with it."""
    say = context.say
    if said.chat.private:
        holds = said.sender.id in context.owners or await context.work.roles.of(said.sender.id)
        parts = [_in_private(say), *([_for_role_holders(say)] if holds else [])]
    else:
        actor = await actor_in(context, said.sender, await group_of(context, said.chat))
        leads = actor.at_least(Role.LEADER)
        parts = [_for_everyone(say), *([_for_leaders(say)] if leads else [])]
    return [answer(said, Markup("\n\n").join([*parts, _both_languages(say)]))]


async def short_help(context: Context, said: Said, _reading: Reading) -> list[Outgoing]:
    """Answer a private text that says nothing to the bot."""
    return [
        answer(
            said,
            context.say(
                "I do not understand this here. /mine lists what is yours, /help shows more. "
                "To open a case, write #issue or #demand in your group."
            ),
        )
    ]
