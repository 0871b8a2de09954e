"""Texts made up out of a seed: messages as people type them, and as nobody should, most of them with a link."""

from collections.abc import Iterator
from random import Random

WORDS = (
    "your order is ready, track it here: see our site at and or (open today) reply STOP call 555-0123 before 5pm. Thanks! Really? e.g. "
    "i.e. v1.2.3 10.30am $5.00 etc.In St.John invoice.pdf John.It 1.2.3.4 999.1.1.1 good.So café naïve ﬁn Straße привет мир こんにちは "
    "你好 مرحبا नमस्ते 한국어 👍 🎉 👨‍👩‍👧 🅰 ① e\u0301te a_b a-b --- ... sam@acme.com sam.lee+x@mail.acme.co.uk @acme #sale 50%off %41 "
    "100% https http:// https:// htps://acme.com ftp://files.acme.com/x mailto:sam@acme.com tel:+15550123 www. www.acme .com com.au x.y.z"
).split(" ")
SCHEMES = ["", "", "", *"https:// https:// https:// http:// HTTPS:// Http:// rtsp:// htps:// http:/ // ſttp://".split()]
USERS = [*[""] * 8, *"user@ user:pass@ a.b+c@ acme.com@ %41x@".split()]
NAMES = (
    "acme shop go www a b2 my-shop my_shop acme- -acme _acme acme_ ACME Acme münchen пример 例え 네이버 🍕 i❤ x 123 0 1.2.3.4 xn--80ak "
    f"acme🎉 भारत long{'a' * 61} acme\u200b e\u0301"
).split(" ")
SUFFIXES = (
    "com com com com co.uk com.au net org io shop COM Com con comm museum xn--p1ai xn--p1ai- xn--zz_y рф 中国 भारत संगठन 한국 c co "
    "i0 com_ com- com🎉 com\u0301 com\u200b com\u200d _com local 5"
).split(" ")
PORTS = [*[""] * 5, *":80 :8080 :80808 :808080 : :80a :٣".split()]
PATHS = (
    "   / /sale /sale/2026 /a-b_c~d /a(b) /(a /a|b /a^b /[id] /{id} /%41%42 /%4 /100% /a,b;c=d /$5 /über /例え /🎉 /x🎉 /e\u0301 /a\u200bb "
    '/a`b /"a /a\\b /@me /a:b //x /. /.. /_ /a*b! /«a» /a\u00a0b'
).split(" ")
TAILS = [*[""] * 3, "?a=b c", *"? ?a=1 ?a=1&b=2 ?utm_source=sms&utm_medium=x ?q=%20+ ?a[]=1 #top /#top ?a=1#x &a=1 ?_ ?é".split()]
BEHIND = "    . , ! ? : ; ) ). … ' \" ” » 。 ， 、 * _ ~ - 🎉 !! ?! \u200b \u00a0 | > ] } 's ’s 問 。次 \ufe0f / @ % \u2060 — \u0301".split(
    " "
)
BEFORE = '    ( " “ < [ _ - . / : @ # 問 é x 1 🎉 \u200b * = // :// a@ ， \ufeff'.split(" ")
GAPS = (" ", " ", " ", " ", " ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u3000", ", ", "", "\u2028", "\u202f")
ENDS = ("", "", "", "", ".", "!", "\n", "\r\n", " ", ".\n", ".\r\n", "🎉", "\u202e", "\u2028", "…", "\r")


def address(random: Random) -> str:
    host = ".".join([*(random.choice(NAMES) for _ in range(random.choice((1, 1, 1, 2, 2, 3)))), random.choice(SUFFIXES)])
    host = host.replace(".", random.choice((".",) * 12 + ("..", "·", "。", ",")), 1)
    return "".join((random.choice(SCHEMES), random.choice(USERS), host, random.choice(PORTS), random.choice(PATHS), random.choice(TAILS)))


def texts(seed: int, count: int) -> Iterator[str]:
    """Messages as people type them, and as they should not: every other one has a link that is whole."""
    random = Random(seed)
    for number in range(count):
        pieces: list[str] = []
        for _ in range(random.choice((1, 2, 2, 3, 4, 6, 9))):
            if random.random() < 0.4:
                pieces += address(random), random.choice(BEHIND)
                if random.random() < 0.4:
                    pieces.insert(-2, random.choice(BEFORE))
            elif random.random() < 0.12:
                pieces.append("".join(random.choice("aA1.-_/:@é🎉\u0301?% \n問,(com") for _ in range(random.randint(1, 14))))
            else:
                pieces += random.choice(WORDS), random.choice(("", "", "", ",", ".", "!"))
            pieces.append(random.choice(GAPS) if number % 2 else " ")
        yield "".join(pieces[:-1]) + random.choice(ENDS)
