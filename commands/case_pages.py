"""Lists of cases, page by page, the newest first."""

from dataclasses import dataclass

from markupsafe import Markup

from commands.case_filters import OVERDUE, Wanted
from commands.context import Context
from commands.outlook import Outlook
from commands.scope_codes import scope_code
from domain.case import Case
from domain.codes import code
from domain.delivery import Button, Keyboard
from reports.blocks import joined
from reports.case_list import ListedCase, case_list
from reports.telling import Telling
from storage.groups import Group

PAGE = 8


@dataclass(frozen=True, slots=True)
class Page:
    """A text, and the buttons that lead to the pages beside it."""

    html: Markup
    keyboard: Keyboard = ()


async def page_of(
    context: Context, view: Outlook, wanted: Wanted, before: int | None = None
) -> Page:
    """Show one page of the cases wanted; `before` is the last number of the page before."""
    groups = {group.id: group for group in view.sphere.groups}
    if not groups:
        return Page(context.say("No group is counted in {name} yet.", name=view.sphere.name))
    asked = wanted.as_filter(groups, context.now)
    found = await context.work.cases.search(asked, before=before, limit=PAGE + 1)
    shown = found[:PAGE]
    if not shown:
        return Page(_none(context, view, wanted))
    listed = await listed_cases(context, shown, groups if view.of_several else {})
    title = context.say("<b>Cases · {name}</b>", name=view.sphere.name)
    html = joined([[title], *case_list(telling_of(context), listed)])
    last = shown[-1].number if len(found) > PAGE else None
    return Page(html, _turns(context, view, wanted, before, last))


async def listed_cases(
    context: Context, cases: tuple[Case, ...], groups: dict[int, Group]
) -> list[ListedCase]:
    """Give cases their words, and the titles of those groups that are given."""
    words = await context.work.texts.read([case.words for case in cases])
    return [
        ListedCase(
            case,
            words.get(case.words),
            groups[case.group].title if case.group in groups else None,
        )
        for case in cases
    ]


def telling_of(context: Context) -> Telling:
    """Return how reports are told in these surroundings."""
    return Telling(context.say, context.zone, context.now, context.policy)


def _none(context: Context, view: Outlook, wanted: Wanted) -> Markup:
    name = view.sphere.name
    if wanted == OVERDUE:
        return context.say("{name}: nothing is overdue.", name=name)
    if wanted == Wanted():
        return context.say("Nothing is open in {name}. Settled ones: /cases done", name=name)
    return context.say("{name}: no such cases.", name=name)


def _turns(
    context: Context, view: Outlook, wanted: Wanted, before: int | None, last: int | None
) -> Keyboard:
    scope = scope_code(view.sphere.scope)
    row: list[Button] = []
    if before is not None:
        label = context.say("« Newest").unescape()
        row.append(Button(label, code("cases", wanted.letters, scope, 0)))
    if last is not None:
        label = context.say("Older »").unescape()
        row.append(Button(label, code("cases", wanted.letters, scope, last)))
    return (tuple(row),) if row else ()
