"""The browser in which the demo is visited."""

from tests.browser import browser, chromium

__all__ = ["browser", "chromium"]
