"""Linkwell: sound, tracked links in business texts, and clicks that can be trusted."""

from typing import Final

VERSION: Final = "0.1.0"
