"""Providers: how much fits into a segment, and what providers with smart encoding write before they count."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from linkwell.model.policy import Provider
from linkwell.model.review import Encoding

# Units in a lone segment, and in each of several. A segment holds 140 octets; the header that joins several takes six of them, seven
# where the provider numbers its messages with 16 bits (3GPP TS 23.040, 9.2.3.24).
_USUAL: Final = {Encoding.GSM7: (160, 153), Encoding.UCS2: (70, 67)}
ROOM: Final[Mapping[Provider, Mapping[Encoding, tuple[int, int]]]] = MappingProxyType(
    {
        Provider.STANDARD: _USUAL,
        Provider.SMART: _USUAL,
        Provider.WIDE_HEADER: {Encoding.GSM7: (160, 152), Encoding.UCS2: (70, 66)},
    }
)

_FULL_WIDTH: Final = "!#$%&()*+,./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_{|}~-\"'"

# What smart encoding replaces: https://www.twilio.com/docs/messaging/services/smart-encoding-char-list
SMART_TWINS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{chr(ord(plain) + 0xFEE0): plain for plain in _FULL_WIDTH},
        **dict.fromkeys("«»“”ʺˮ‟❝❞〝〞", '"'),
        **dict.fromkeys("‘’ʻˈʼʽʹ‛´ˊ`ˋ❛❜", "'"),
        **dict.fromkeys("—–―‐⁃⎼⎽﹣", "-"),
        **dict.fromkeys("÷⧸⁄∕", "/"),
        **dict.fromkeys("⧹⧵﹨", "\\"),
        **dict.fromkeys("‗\u0332", "_"),
        **dict.fromkeys("\u20d2\u20d3∣⎸⎹⏐⎜⎟", "|"),
        **dict.fromkeys("⁎∗⊛✢✣✤✥✱✲✳✺✻✼✽❃❉❊❋⧆﹡", "*"),
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2028\u2029\u3000", " "),
        **dict.fromkeys("\u200b\u2060\ufeff", ""),
        **dict.fromkeys("‚﹐、﹑､", ","), **dict.fromkeys("。﹒｡", "."), **dict.fromkeys("ː˸⦂꞉︓", ":"), **dict.fromkeys("⁏︔﹔", ";"),
        **dict.fromkeys("ǃ︕﹗", "!"), **dict.fromkeys("︖﹖", "?"), **dict.fromkeys("❨❪﹙⟮⦅", "("), **dict.fromkeys("❩❫﹚⟯⦆", ")"),
        **dict.fromkeys("❴﹛", "{"), **dict.fromkeys("❵﹜", "}"), **dict.fromkeys("‹﹤", "<"), **dict.fromkeys("›﹥", ">"),
        **dict.fromkeys("˖﹢", "+"), **dict.fromkeys("ˆ\u0302\u1dcd", "^"), **dict.fromkeys("˜˷\u0303\u0330\u0334∼", "~"),
        **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPRSTUVWYZ", strict=True)),
        "…": "...", "‼": "!!", "„": '"', "¼": "1/4", "½": "1/2", "¾": "3/4", "﹫": "@", "﹩": "$", "﹟": "#", "﹪": "%", "﹠": "&",
    }
)  # fmt: skip

_TWIN: Final = re.compile(f"[{re.escape(''.join(SMART_TWINS))}]")


def with_twins(text: str) -> str:
    """Return ``text`` as a provider with smart encoding writes it."""
    return _TWIN.sub(lambda match: SMART_TWINS[match.group()], text)
