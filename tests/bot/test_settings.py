"""Settings: what is right is read, what is wrong is named in one line."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.settings import Settings, WrongSetting, load_settings

TOKEN = "123456:" + "a" * 35


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_a_deployment_needs_nothing_but_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    settings = load_settings()
    assert settings.token == TOKEN
    assert settings.policy.resolve_within == timedelta(days=7)
    assert str(settings.timezone) == "Asia/Shanghai"


def test_an_env_file_is_read_and_its_empty_lines_mean_the_default(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"BOT_TOKEN={TOKEN}\nOWNER_IDS=7, 8\nTIMEZONE=\n")
    settings = load_settings()
    assert settings.owner_ids == {7, 8}
    assert str(settings.timezone) == "Asia/Shanghai"


def test_the_example_file_is_a_valid_one() -> None:
    example = Path(__file__).parents[2] / ".env.example"
    named = {line.split("=")[0] for line in example.read_text().splitlines() if line[:1].isupper()}
    assert named == {name.upper() for name in Settings.model_fields}
    assert load_settings(_env_file=example).owner_ids == frozenset()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OWNER_IDS", "7, eight"),
        ("TIMEZONE", "Mars/Olympus"),
        ("WEB_PORT", "70000"),
        ("DEFAULT_LANGUAGE", "fr"),
        ("TELEGRAM_API_URL", "nowhere"),
        ("RESOLVE_HOURS", "0"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting) as refusal:
        load_settings()
    assert str(refusal.value).startswith(name)
    assert "\n" not in str(refusal.value)


def test_a_webhook_without_a_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example")
    with pytest.raises(WrongSetting, match="WEBHOOK_SECRET"):
        load_settings()


@pytest.mark.parametrize("token", ["", "hello", "123:short"])
def test_what_cannot_be_a_token_is_refused_without_printing_it(
    monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("BOT_TOKEN", token)
    with pytest.raises(WrongSetting, match="BOT_TOKEN") as refusal:
        _ = load_settings().token
    assert not token or token not in str(refusal.value)


def test_a_token_is_not_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert TOKEN not in repr(load_settings())
