"""Settings that cannot be used end the program at once, in one line that names the setting."""

from pathlib import Path

import pytest

from tests.running.estate import TOKEN
from tests.running.process import Operator
from tests.running.refusal import assert_refused


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Give the operator a token, and a Telegram that nobody serves."""
    return Operator(tmp_path, {"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": "http://127.0.0.1:9"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", ""),
        ("BOT_TOKEN", f"{TOKEN} and more"),
        ("OWNER_IDS", "7, eight"),
        ("TIMEZONE", "Mars/Olympus"),
        ("WEB_PORT", "70000"),
        ("PROXY_URL", "nowhere"),
        ("DEFAULT_LANGUAGE", "fr"),
        ("WEBHOOK_URL", "https://bot.example"),
        ("DATABASE_URL", "mysql://localhost/gridward"),
    ],
)
async def test_a_wrong_setting_is_named(operator: Operator, name: str, value: str) -> None:
    told = await operator.having(**{name: value}).ask("run")
    assert_refused(told, "WEBHOOK_SECRET" if name == "WEBHOOK_URL" else name)
    assert list(operator.folder.iterdir()) == []


async def test_an_env_file_counts_and_its_faults_are_told(operator: Operator) -> None:
    (operator.folder / ".env").write_text("RESOLVE_HOURS=soon\n")
    assert_refused(await operator.ask("check"), "RESOLVE_HOURS")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("figures",), "--period"),
        (("figures", "--period", "someday"), "--period someday"),
        (("figures", "--period", "2026-W46", "--now", "later"), "--now"),
        (("sandbox", "--port", "70000"), "--port"),
        (("dance",), "dance"),
    ],
)
async def test_a_wrong_argument_is_named(
    operator: Operator, arguments: tuple[str, ...], words: str
) -> None:
    assert_refused(await operator.ask(*arguments), words)
