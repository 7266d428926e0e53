"""A running sandbox, the neighbourhood on it, and clients."""

from collections.abc import AsyncIterator

import httpx
import pytest
from aiogram import Bot as Aiogram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox import Sandbox
from tests.sandbox.neighbourhood import TOKEN, Client, Neighbourhood

PATIENCE = 30.0  # seconds; machines that run tests are busy


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox.start() as started:
        yield started


@pytest.fixture
def place(sandbox: Sandbox) -> Neighbourhood:
    bot = sandbox.add_bot(TOKEN, "gridward_bot", "Gridward", privacy=False)
    li = sandbox.add_person("Li Wei", "liwei")
    mei = sandbox.add_person("Mei Wang", "meiwang", "zh")
    group = sandbox.add_group("翠苑三区", li)
    sandbox.add_member(group, mei)
    sandbox.add_member(group, bot)
    return Neighbourhood(sandbox, bot, li, mei, group)


@pytest.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[Client]:
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as http:
        yield Client(sandbox.url, http)


@pytest.fixture
async def aiogram(sandbox: Sandbox) -> AsyncIterator[Aiogram]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with Aiogram(TOKEN, session=session) as bot:
        yield bot
