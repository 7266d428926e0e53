"""Logs: whatever is written, no token, secret or personal number stands in it."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import set_up_logs

TOKEN = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQ_"


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


@pytest.mark.parametrize("form", ["console", "json"])
def test_a_token_is_hidden_in_messages_values_and_tracebacks(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("DEBUG", form, ("hush-hush-hush-hush",))
    structlog.get_logger().info("asked", url=f"http://api/bot{TOKEN}/getMe", more=[TOKEN])
    logging.getLogger("library").warning("POST %s hush-hush-hush-hush", TOKEN)
    try:
        int(TOKEN)
    except ValueError:
        logging.getLogger("library").exception("failed")
    written = capsys.readouterr().err
    assert "getMe" in written
    assert "ValueError" in written
    assert TOKEN not in written
    assert "hush-hush" not in written


def test_mobile_and_identity_numbers_are_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "json")
    structlog.get_logger().info(
        "said", text="电话13812345678，证件33010619900101123X", chat=-1001234
    )
    written = capsys.readouterr().err
    assert "13812345678" not in written
    assert "33010619900101123X" not in written
    assert "-1001234" in written
