"""Opt-out words: whether a reply asks for no more texts, or for texts again.

A reply counts when all of it says so: "Stop", "STOP!", "stop please", "Stop texting me"; never a word inside of another sentence
("I'll stop by at 5", "cancel my appointment"). The single words are those that US rules name (47 CFR 64.1200(a)(10)) and those that
providers act on (Twilio, AWS, Telnyx, Plivo); the same rules make any reply count that a reasonable person understands as "no more texts",
so common sentences do too. English first, with the words of some neighbours.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

OPT_OUT_WORDS: Final = frozenset(
    (
        # English: the rule's and the vendors', and their usual slips
        "stop", "stopall", "stop all", "quit", "end", "revoke", "cancel", "remove", "unsubscribe", "unsub", "optout", "opt out", "td",
        "stpo", "sotp", "tsop", "unsubcribe", "unsuscribe", "unsubscibe", "unsubscribed", "opt me out", "opting out", "remove me",
        "unsubscribe me", "leave me alone", "take me off", "lose my number", "lose this number", "delete my number", "remove my number",
        "i want out",
        # Spanish, French, German, Italian, Portuguese, Dutch
        "alto", "parar", "pare", "basta", "cancelar", "baja", "darse de baja", "dar de baja", "darme de baja", "salir", "no mas",
        "no mas mensajes", "arret", "arreter", "arretez", "desabonner", "desabonnement", "desinscrire", "stopp", "abmelden",
        "abbestellen", "beenden", "annulla", "cancellami", "disiscrivimi", "sair", "descadastrar", "afmelden", "uitschrijven",
    )
)  # fmt: skip
OPT_IN_WORDS: Final = frozenset(("start", "unstop", "yes", "opt in", "optin", "subscribe", "resubscribe", "resume"))

_POLITE: Final = r"please|pls|plz|kindly|just|now|thanks|thank you|thx|ty|hi|hello|hey|sorry|ok|okay|sir|maam|por favor|svp|bitte|stop"
_ASKING: Final = (
    r"(?:can|could|will|would) (?:you|u)|you (?:can|need to|must|should)|i (?:want|need|would like|wish|d like) (?:you )?to"
    r"|i said|i asked you to|i am|im|i|id like to|i ll|let me|we"
)
_TEXTS: Final = (
    r"(?:texts?|text messages?|messages?|msgs?|sms|mms|spam|notifications?|alerts?|reminders?|updates?|promos?|promotions?"
    r"|contact|communications?)"
)
_TEXTING: Final = (
    r"(?:text(?:ing)?|messag(?:e|ing)|msg(?:ing)?|contact(?:ing)?|send(?:ing)?|spam(?:ming)?|bother(?:ing)?|harass(?:ing)?"
    r"|call(?:ing)?|bug(?:ging)?)"
)
_WHICH: Final = (
    r"(?:(?:me|us|to|with|any|anymore|more|all|of|the|these|this|those|that|your|ur|such|further|future|marketing|promotional|it) )"
)
_WHOM: Final = (
    r"(?: (?:me|us|to|at|on|from|for|this|that|my|your|the|all|any|every|number|phone|cell|list|lists|anymore|again|ever|any more|more"
    r"|and|or|call|calling|text|texting|future|in|you|these|marketing|mailing|texts|messages))"
)
_ME: Final = r"(?: (?:me|us|to|at|on|from|this|my|your|number|phone|cell|anymore|again|ever|any more))"
_SENTENCE: Final = re.compile(
    rf"(?:(?:{_POLITE}|{_ASKING}) ){{0,6}}(?:"
    rf"(?:stop|quit|end|cease|cancel|no more|no longer|unsubscribe from|opt out of|opt me out of|opting out of)"
    rf" {_WHICH}{{0,5}}(?:{_TEXTING}|{_TEXTS}){_WHOM}{{0,8}}"
    rf"|(?:do not|dont|never|not to) (?:ever )?(?:text|message|msg|contact|spam|bother|harass){_ME}{{0,6}}"
    rf"|(?:do not|dont|never|not to) (?:ever )?send {_WHICH}{{0,5}}{_TEXTS}{_ME}{{0,6}}"
    rf"|(?:do not|dont|no longer|not) (?:want|wish to receive|want to receive|want to get|wish to get|like to receive)"
    rf" {_WHICH}{{0,5}}{_TEXTS}{_WHOM}{{0,8}}"
    rf"|(?:remove|take|unsubscribe|opt|delete|drop) (?:me|us|my number|my phone number|this number|my name|my phone|my cell)(?: off| out)?"
    rf"(?: (?:from|of|off) {_WHICH}{{0,4}}(?:{_TEXTS}|list|lists|mailing list|text list|contact list|contacts|system|database))?"
    rf"|(?:i )?(?:hereby )?(?:revoke|withdraw) (?:my |all )?consent{_WHOM}{{0,8}}"
    rf"|stop (?:it|this|that|everything|now|already|right now|immediately|it now)"
    rf")(?: (?:{_POLITE}|immediately|at once|right now|already|anymore|asap)){{0,4}}"
)
_LONG: Final = re.compile(r"s+t+o+p+")
_POLITE_WORD: Final = re.compile(rf"(?:{_POLITE}|{_ASKING}) | (?:{_POLITE})(?= |$)")
_APOSTROPHES: Final = re.compile("['’ʼ`´]")
_MOST: Final = 160  # characters of a reply that is one request


def is_opt_out(reply: str, extra: Iterable[str] = ()) -> bool:
    """Tell whether a reply asks for no more texts; ``extra`` are a team's own words beside the usual ones (``OptOut.words``)."""
    said = _plain(reply[: _MOST * 2])
    if not said or len(said) > _MOST:
        return False
    if said in OPT_OUT_WORDS or _LONG.fullmatch(said) is not None or any(said == _plain(word) for word in extra):
        return True
    bare = " ".join(_POLITE_WORD.sub(" ", f"{said} ").split())
    if bare in OPT_OUT_WORDS or (not bare and "stop" in said.split()):
        return True
    return _SENTENCE.fullmatch(said) is not None


def is_opt_in(reply: str) -> bool:
    """Tell whether a reply asks for texts again: one of the providers' words and nothing else, for consent is never guessed."""
    return _plain(reply[: _MOST * 2]) in OPT_IN_WORDS


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    """Return the words of a text in lower case, without accents, punctuation and emoji; "s.t.o.p" is "stop"."""
    letters = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    words = "".join(letter if letter.isalnum() else "" if unicodedata.combining(letter) else " " for letter in letters).split()
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return "".join(words)
    return " ".join(words)
