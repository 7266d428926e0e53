"""One thing that is said in the demo, in both of the bot's languages."""

from dataclasses import dataclass
from typing import Literal

LanguageCode = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Line:
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def of(self, language: LanguageCode) -> str:
        """Return the words of one language."""
        return self.zh if language == "zh" else self.en
