"""The tour through the demo, taken in a real browser: one case from its tag to the summary."""

from dataclasses import dataclass

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.demo.line import LanguageCode
from bot.demo.stage import Stage
from bot.demo.tour import guide
from tests.bot.demo.visit import visited
from tests.browser import Look, barriers, window


@dataclass(frozen=True, slots=True)
class Signs:
    """What a visitor looks for in one language."""

    step: str
    tag: str
    put_in: str
    send: str
    accept: str
    accepted: str
    settled: str
    very_satisfied: str
    solved: str
    thanks: str
    rated: str
    figures: str
    to_monday: str
    summary: str
    week: str
    finish: str
    again: str


SIGNS: dict[LanguageCode, Signs] = {
    "zh": Signs(
        step="第 {} 步",
        tag="#问题 4幢门口的路灯不亮了",
        put_in="把这句填入输入框",
        send="发送",
        accept="受理",
        accepted="办理中",
        settled="已办结：换了灯泡，已经亮了",
        very_satisfied="非常满意",
        solved="已解决",
        thanks="谢谢您的评价",
        rated="诉求人已评价",
        figures="时效性",
        to_monday="到周一 9:00",
        summary="一周小结",
        week="2026年第35周",
        finish="完成",
        again="再看一次导览",
    ),
    "en": Signs(
        step="Step {} of 7",
        tag="#issue The street lamp at Building 4 is out",
        put_in="Put this into the input line",
        send="Send",
        accept="Accept",
        accepted="in hand",
        settled="Replaced the bulb; the lamp works again",
        very_satisfied="Very satisfied",
        solved="Solved",
        thanks="Thank you for rating",
        rated="The requester has rated",
        figures="Timeliness",
        to_monday="To Monday 9:00",
        summary="Weekly summary",
        week="Week 35 of 2026",
        finish="Finish",
        again="Show the tour again",
    ),
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_tour_leads_from_a_tag_to_the_weekly_summary(
    browser: Browser, language: LanguageCode, width: int
) -> None:
    async with visited(language) as stage:
        visit = Visit(await window(browser, Look(width=width, language=language)), language)
        await visit.come(stage)
        await visit.tag()
        await visit.accept()
        await visit.settle()
        await visit.page.reload()
        await visit.rate()
        await visit.ask_for_figures()
        await visit.move_to_monday()
        await visit.read_the_summary()
        assert await barriers(visit.page) == []


async def test_whoever_reads_the_other_language_is_told_what_the_chats_show() -> None:
    async with visited("zh") as stage:
        chinese = guide(stage).tour
    assert "You are 王梅, a resident." in chinese[0].text.en
    assert "Now you are 李红" in chinese[1].text.en
    assert "Tap “受理”" in chinese[1].text.en
    assert "then “已解决”" in chinese[3].text.en


class Visit:
    """A visitor who does what the tour says, and sees what it promises."""

    def __init__(self, page: Page, language: LanguageCode) -> None:
        self.page = page
        self._signs = SIGNS[language]
        self._tour = page.locator(".tour")

    async def come(self, stage: Stage) -> None:
        """Open the page."""
        await self.page.goto(stage.sandbox.url)

    async def tag(self) -> None:
        """Say what is wrong, as the resident."""
        await self._go_to(1)
        await self._send_what_is_offered()
        await expect(self._said(self._signs.tag).last).to_be_visible()
        await expect(self._card).to_contain_text("№4")

    async def accept(self) -> None:
        """Accept it, as the grid leader."""
        await self._go_to(2)
        await self._card.get_by_role("button", name=self._signs.accept, exact=True).click()
        await expect(self._card).to_contain_text(self._signs.accepted)

    async def settle(self) -> None:
        """Say what was done, in reply to the card."""
        await self._go_to(3)
        await self._send_what_is_offered()
        await expect(self._said(self._signs.settled).last).to_be_visible()

    async def rate(self) -> None:
        """Rate it, as the resident; the card tells that it was rated, and no more."""
        await self._go_to(4)
        asked = self._said(self._signs.settled).last
        await asked.get_by_role("button", name=self._signs.very_satisfied, exact=True).click()
        await asked.get_by_role("button", name=self._signs.solved, exact=True).click()
        await expect(self.page.locator(".toast").last).to_contain_text(self._signs.thanks)
        await expect(self._card).to_contain_text(self._signs.rated)

    async def ask_for_figures(self) -> None:
        """Ask in private, as the committee head."""
        await self._go_to(5)
        await self._send_what_is_offered()
        await expect(self._said(self._signs.figures).last).to_be_visible()

    async def move_to_monday(self) -> None:
        """Move the clock on from the tour's own card."""
        await self._go_to(6)
        await self._tour.get_by_role("button", name=self._signs.to_monday).click()

    async def read_the_summary(self) -> None:
        """See the summary arrive, and end the tour."""
        await self._go_to(7)
        await self._tour.locator(".tour-reading").click()
        summary = self.page.locator(".message:focus")
        await expect(summary).to_contain_text(self._signs.summary)
        await expect(summary).to_contain_text(self._signs.week)
        await self._tour.get_by_role("button", name=self._signs.finish).click()
        await expect(self._tour).to_contain_text(self._signs.again)

    async def _go_to(self, step: int) -> None:
        """Wait for a step, and become who it is about, where it happens, if it asks for that."""
        await expect(self._tour).to_contain_text(self._signs.step.format(step))
        strong = self._tour.locator(".strong:not(.offer, .tour-jump, .tour-reading)")
        if await strong.count():
            await strong.click()

    async def _send_what_is_offered(self) -> None:
        await self._tour.get_by_role("button", name=self._signs.put_in).click()
        await self.page.get_by_role("button", name=self._signs.send, exact=True).click()

    @property
    def _card(self) -> Locator:
        return self._said("№4").first

    def _said(self, words: str) -> Locator:
        return self.page.locator(".from-bot, .mine").filter(has_text=words)
