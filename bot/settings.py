"""What the deployment is told by its environment or its .env file."""

import re
from datetime import timedelta
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    HttpUrl,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from domain.policy import Policy

TOKEN_FORM = re.compile(r"\d+:[\w-]{30,}")
SECRET_FORM = re.compile(r"[\w-]{16,256}")


class WrongSetting(Exception):  # noqa: N818 - what a person set, not a fault of the program
    """A setting that cannot be used; the text is one line that names it."""


def _zone(name: Any) -> ZoneInfo:
    if isinstance(name, ZoneInfo):
        return name
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError, TypeError) as reason:
        raise ValueError("no such time zone; write one such as Asia/Shanghai") from reason


def _ids(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    numbers = [part for part in re.split(r"[,，\s]+", text) if part]
    if not all(number.isdecimal() for number in numbers):
        raise ValueError("Telegram user ids are numbers, with commas between them")
    return frozenset(map(int, numbers))


def _address(url: str) -> str:
    HttpUrl(url)
    return url.rstrip("/")


Address = Annotated[str, AfterValidator(_address)]


class Settings(BaseSettings):
    """Every setting with its default; `.env.example` explains each."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    bot_token: SecretStr | None = None
    telegram_api_url: Address = "https://api.telegram.org"
    proxy_url: Address | None = None
    database_url: str = "sqlite+aiosqlite:///data/gridward.db"
    owner_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(_ids)] = frozenset()
    default_language: Literal["zh", "en"] = "zh"
    timezone: Annotated[ZoneInfo, BeforeValidator(_zone)] = ZoneInfo("Asia/Shanghai")
    webhook_url: Address | None = None
    webhook_secret: SecretStr | None = None
    web_host: str = "127.0.0.1"
    web_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    public_url: Address | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"
    resolve_hours: Annotated[int, Field(ge=1, le=24 * 366)] = 168
    respond_hours: Annotated[int, Field(ge=1, le=24 * 366)] = 24
    administrators_lead: bool = True

    @model_validator(mode="after")
    def _webhook_has_its_secret(self) -> Self:
        secret = self.webhook_secret
        if self.webhook_url and (
            secret is None or not SECRET_FORM.fullmatch(secret.get_secret_value())
        ):
            raise ValueError(
                "WEBHOOK_SECRET must be 16 to 256 letters, digits, _ or - when WEBHOOK_URL is set"
            )
        return self

    @property
    def token(self) -> str:
        """The bot's token; raises `WrongSetting` when there is none or it cannot be one."""
        token = self.bot_token.get_secret_value().strip() if self.bot_token else ""
        if not token:
            raise WrongSetting("BOT_TOKEN is not set; @BotFather in Telegram gives one")
        if not TOKEN_FORM.fullmatch(token):
            raise WrongSetting("BOT_TOKEN does not look like a token (digits, a colon, letters)")
        return token

    @property
    def policy(self) -> Policy:
        """The time limits of this deployment."""
        return Policy(
            resolve_within=timedelta(hours=self.resolve_hours),
            respond_within=timedelta(hours=self.respond_hours),
            administrators_lead=self.administrators_lead,
        )


def load_settings(**given: Any) -> Settings:
    """Read the settings; those `given` go before the environment's.

    Raises `WrongSetting` with one line that names the first setting that cannot be used.
    """
    try:
        return Settings(**given)
    except ValidationError as reason:
        wrong = reason.errors()[0]
        name = str(wrong["loc"][0]).upper() if wrong["loc"] else ""
        said = wrong["msg"].removeprefix("Value error, ")
        raise WrongSetting(f"{name}: {said}" if name else said) from None
    except UnicodeDecodeError:
        raise WrongSetting(".env: not a text in UTF-8") from None
