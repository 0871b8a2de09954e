"""Words: what may be the end of one sentence and the beginning of the next, as easily as a host without a scheme."""

import re
from functools import lru_cache
from typing import Final

from linkwell.data import entries

# Suffixes that a sentence begins with: behind an everyday word they are the next sentence, unless a path or "www." settles it.
BEGINNINGS: Final = frozenset(
    "am as at be best big book buy call cheap click compare contact cool dance discover do download eat email express fail "
    "fast feedback  final fit fly free fun go got green help here hot how id im in is it join like live lol love map me meet "
    "my name new news next no now  of one only onl open pay phone play please plus pm press print re read red rent repair "
    "report rest review run safe save say search  secure select seven show smart smile so st star study support surf talk "
    "team tel text tips to today top total trade train travel trust  tv us vet visa vote watch we wed win work wow you zero".split()
)
# The same in other languages, and suffixes that are too short to be told from words.
_FOREIGN: Final = frozenset(
    "ai au ce ci da de du er es et i il im ist ja jetzt la le li lo ma mi mo na ne om pa sa se si su te tu um un".split()
)
_FOREIGN_WORDS: Final = frozenset(
    "hola gracias adios bueno buenos buenas dias noches tardes claro perfecto listo ahora hoy manana usted favor bonjour "
    "merci bonsoir salut  oui non voila demain ici maintenant bientot parfait danke bitte hallo morgen heute hier gut gerne "
    "nein klar bald dank gruss grusse ciao  grazie prego buongiorno buonasera domani oggi adesso bene perfetto ola obrigado "
    "obrigada amanha agora dank goed vandaag graag groet  tack hej takk ok okay thanks".split()
)
# Words that a sentence ends or is shortened with: the full stop behind them begins no suffix but .com and its like.
_ENDINGS: Final = frozenset(
    "e i a p am pm etc vs st mr mrs ms dr jr sr inc co ltd pty corp no yes ok okay thanks thx pls please asap approx dept est "
    "ext tel  fax done good great fine sure sorry today tomorrow soon now here there you it that this them all hi hello bye "
    "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec min max avg hrs ref acct "
    "inv phone  mobile room flat ready closed open up out in on off back down over much well nice perfect again later tonight "
    "morning afternoon evening  night week month year time times free us me him her we they and or but so if is are was be "
    "been not at to for from with".split()
)
_NUMBER: Final = re.compile(r"\d+(?:am|pm|a|p|st|nd|rd|th|hrs?|mins?|kg|km|cm|mm|ml|lb|lbs|oz|in|ft|k|x|m|h)?")
_WORDS: Final = frozenset("am as at be by do go he id im in is it me my name net no of pm so st to us we".split())


def may_be_words(written: str) -> bool:
    """Tell whether ``written`` reads as two words whose space is missing: ``dog.is``, ``file.name``; a path or ``www.`` settles it."""
    first, dot, last = written.rpartition(".")
    return bool(dot) and last.lower() in _WORDS and not first.lower().startswith(("www.", "http")) and "/" not in written


def joins_sentences(before: str, suffix: str) -> bool:
    """Tell whether ``before.suffix`` (in lower case, nothing behind it) is the end of one sentence and the beginning of the next."""
    if suffix in BEGINNINGS:
        return is_everyday(before)
    return before in _ENDINGS or _NUMBER.fullmatch(before) is not None or (suffix in _FOREIGN and before in _FOREIGN_WORDS)


def is_ending(word: str) -> bool:
    """Tell whether a word (in lower case) is one that sentences end or are shortened with."""
    return word in _ENDINGS


@lru_cache(maxsize=4096)
def is_everyday(word: str) -> bool:
    """Tell whether ``word`` is a letter, a number, an everyday word, a first name, or several of them with hyphens; in lower case."""
    if len(word) < 2 or _NUMBER.fullmatch(word):
        return True
    if "-" in word:
        return all(part == "" or is_everyday(part) for part in word.split("-"))
    known = entries("everyday_words")
    return word in known or any(stem in known for stem in _stems(word))


def _stems(word: str) -> list[str]:
    """Undo the endings that English words take: ``tried``, ``booking``, ``stopped``, ``nicely``."""
    if len(word) < 4:
        return [word[:-1]] if word.endswith("s") else []
    found: list[str] = []
    for ending in ("s", "es", "d", "ed", "er", "ing", "ly", "y", "r", "ers", "ings"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            found += [stem, f"{stem}e"]
            if stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])
            if stem[-1:] == "i":
                found.append(f"{stem[:-1]}y")
    return found
