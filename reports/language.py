"""The bot's two languages: sentences beside their use, times as people say them."""

import io
from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from functools import cache
from gettext import NullTranslations
from importlib import resources

from babel.dates import format_date, format_datetime, format_timedelta
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from markupsafe import Markup, escape

LANGUAGES = ("zh", "en")
_SHORTEST = timedelta(minutes=1)


class Language:
    """One language of the bot's: call it with an English sentence to have that said.

    What comes back is HTML: the sentence may hold Telegram's tags, every value filled in is
    escaped unless it is Markup itself.
    """

    def __init__(self, code: str, translations: NullTranslations) -> None:
        self.code = code
        self._translations = translations
        self._locale = {"zh": "zh_Hans_CN", "en": "en_GB"}[code]

    def __call__(self, sentence: str, **values: object) -> Markup:
        """Say a sentence, with `{name}` replaced by its value."""
        return Markup(self._translations.gettext(sentence)).format(**values)  # noqa: S704

    def many(self, one: str, several: str, n: int, **values: object) -> Markup:
        """Say a sentence whose form depends on the number `n`, which it may name as `{n}`."""
        sentence = self._translations.ngettext(one, several, n)
        return Markup(sentence).format(n=n, **values)  # noqa: S704

    def day(self, moment: datetime, zone: tzinfo) -> str:
        """Return the day with its weekday, such as "Mon 9 Nov" or "11月9日周一"."""
        pattern = "M月d日EEE" if self.code == "zh" else "EEE d MMM"
        return format_date(moment.astimezone(zone), pattern, locale=self._locale)

    def date(self, moment: datetime, zone: tzinfo) -> str:
        """Return the day alone, such as "9 Nov" or "11月9日"."""
        pattern = "M月d日" if self.code == "zh" else "d MMM"
        return format_date(moment.astimezone(zone), pattern, locale=self._locale)

    def month(self, moment: datetime, zone: tzinfo) -> str:
        """Return the month with its year, such as "November 2026" or "2026年11月"."""
        pattern = "y年M月" if self.code == "zh" else "MMMM y"
        return format_date(moment.astimezone(zone), pattern, locale=self._locale)

    def month_alone(self, moment: datetime, zone: tzinfo) -> str:
        """Return the month without its year, such as "November" or "11月"."""
        pattern = "M月" if self.code == "zh" else "LLLL"
        return format_date(moment.astimezone(zone), pattern, locale=self._locale)

    def moment(self, moment: datetime, zone: tzinfo) -> str:
        """Return the day and the time of day."""
        pattern = "M月d日EEE HH:mm" if self.code == "zh" else "EEE d MMM, HH:mm"
        return format_datetime(moment, pattern, tzinfo=zone, locale=self._locale)

    def span(self, length: timedelta) -> str:
        """Return a length of time in its largest sensible unit, such as "3 days" or "5小时".

        Nothing is shorter than a minute.
        """
        shown = max(length, _SHORTEST)
        return format_timedelta(shown, "minute", threshold=1.5, locale=self._locale)

    def listed(self, things: Iterable[str]) -> Markup:
        """Return things named one after the other, as this language joins them."""
        parts = [str(escape(thing)) for thing in things]
        return Markup(format_list(parts, locale=self._locale))  # noqa: S704


@cache
def language(code: str) -> Language:
    """Return the language for a code such as `zh` or `en`; raises KeyError for any other."""
    if code == "en":
        return Language(code, NullTranslations())
    return Language(code, _translations(code))


def catalogues(code: str) -> Iterable[Catalog]:
    """Yield the catalogues of translations into one language, one for each area of the bot."""
    folder = resources.files("reports") / "locale" / code
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".po"):
            yield read_po(io.BytesIO(path.read_bytes()), locale=code)


def spoken(language_code: str | None, default: str) -> str:
    """Return which of the bot's languages suits what a person's Telegram is set to."""
    if language_code is None:
        return default
    return "zh" if language_code.lower().startswith("zh") else "en"


def _translations(code: str) -> Translations:
    compiled = io.BytesIO()
    whole = Catalog(locale=code)
    for catalogue in catalogues(code):
        for message in catalogue:
            if message.id:
                whole[message.id] = message
    write_mo(compiled, whole)
    compiled.seek(0)
    return Translations(compiled)
