"""Pressure words: what scams say and honest businesses hardly ever do, as patterns; those of English (``languages`` has the others).

The SOFT lists hold what both say, such as a card that was declined or an account to be verified. Each pattern has at most one gap of
bounded length, so that it takes time in proportion to the text.
"""

import re
from typing import Final


def _pattern(*pieces: str) -> re.Pattern[str]:
    return re.compile("|".join(pieces), re.IGNORECASE)


_SUBJECT = (
    r"\b(?:accounts?|(?:debit|credit|bank|atm)\s+card|your\s+card|profile|wallet|mailbox|e-?mail\s+address|ssn"
    r"|social\s+security(?:\s+number)?|licen[cs]e|"
    r"apple\s?id|paypal|netflix|online\s+banking|your\s+access|benefits|password|computer|device|(?:your\s+)(?:phone|sim))\b"
)
_HAS = (
    r"(?:is|are|was|were|has|have|had|been|be|being|gets?|got|will|may|shall|temporarily|permanently|now|currently|also"
    r"|immediately|soon|going to)"
)
_DONE = (
    r"(?:suspended|locked(?!\s+in\b)|deactivated|disabled|terminated|restricted|blocked|frozen|compromised|hacked|breached|infected"
    r"|revoked|flagged"
    r"|limited(?![-\s]+(?:to|time|edition|offers?|slots?|spots?|seats?|seating|number|availability|supply|quantit\w+|hours|appointments?)\b))\b(?!\s*\?|\s+(?:at|on|per|upon|following)\s+your\s+request|\s+as\s+(?:you\s+)?request)"
)
_LEGAL = r"(?:legal\s+(?:action|proceedings)|court\s+(?:action|proceedings))"
_YOUR = r"(?:your|ur)\s+(?:[\w'’-]+\s+){0,3}?"
_ASK = (
    r"\b(?:confirm|verify|validate|provide|enter|re-?enter|submit|send(?:\s+us)?|update|give(?:\s+us)?|supply|authenticate|share"
    r"|(?:reply|respond)\s+with|tell\s+us|re-?confirm|input)"
)
_ASKING = rf"(?:{_ASK}\b|\b(?:confirming|verifying|validating|providing|entering|submitting|updating)\b)"
_AND = r"(?:\s+(?:and|&|or|/)\s+(?:[\w'’-]+\s+){1,3}?)?"
_WIN_WHAT = (
    r"(?:prizes?|winnings?|jackpot|lottery|gift\s?cards?|cash(?:\s+(?:prize|reward))?|iphone|ipad|macbook|playstation|ps5"
    r"|samsung(?:\s+\w+)?|galaxy|tv|"
    r"(?:free\s+)?(?:trip|vacation|cruise|holiday)|sweepstakes|giveaway|raffle|voucher|reward|gift|bonus|car\b|\$\s?\d[\d,.]*k?"
    r"|£\s?\d[\d,.]*|€\s?\d[\d,.]*)"
)

THREAT: Final = _pattern(
    rf"{_SUBJECT}[^.!?\n]{{0,40}}?\s{_HAS}\s+(?:{_HAS}\s+){{0,3}}{_DONE}",
    rf"{_SUBJECT}\s+{_DONE}",
    r"\b(?:your|the)\s+accounts?\b[^.!?\n]{0,30}?\b(?:will\s+be|about\s+to\s+be|going\s+to\s+be|permanently)\s+(?:\w+ly\s+)?(?:closed"
    r"|cancell?ed|deleted|charged)\b",
    r"\b(?:suspended|locked|deactivated|disabled|terminated|restricted|blocked|frozen)\s+(?:(?:your|the)\s+)?(?:\w+\s+)?(?:accounts?"
    r"|(?<=your )(?:card|access|profile))\b",
    r"\b(?:will|must|forced\s+to|have\s+to)\s+(?:suspend|lock|terminate|deactivate|disable|close|restrict|block"
    r"|freeze)\s+your\s+(?:\w+\s+)?account\b",
    r"\baccounts?\b[^.!?\n]{0,30}?\b(?:scheduled\s+for|pending|subject\s+to|risk\s+of|facing)\s+(?:\w+\s+)?(?:suspension|termination"
    r"|deactivation|closure)\b",
    r"\baccounts?\s+(?:suspension|termination|deactivation|closure|lockout)\b",
    r"\bbe\s+(?:suspended|terminated|deactivated|disabled|blocked)\s+(?:with)?in\s+(?:the\s+next\s+)?\d+\s*(?:h|hours?|hrs?|minutes?|mins?)\b",
    r"\b(?:suspension|termination|deactivation|closure)\s+of\s+(?:your|the)\s+(?:\w+\s+)?accounts?\b",
    r"\blose\s+(?:all\s+)?access\s+to\s+your\s+(?:\w+\s+)?(?:accounts?|money|funds|files|benefits)\b",
    rf"\b(?:will|may|before|avoid|face|facing|subject\s+to|result\s+in|initiate|begin|pending|further|immediate|threat\w*|or|taking"
    rf"|start)\b[^.!?\n]{{0,30}}?\s{_LEGAL}\b",
    rf"\b{_LEGAL}\s+(?:will|may|has|have|is|are|against\s+you|pending|(?:starts?|begins?)\s+(?:today|tomorrow|tonight|now|at\s+once|in\s+\d))\b",
    r"\bwarrants?\s+(?:(?:has|have|is|was)(?:\s+(?:now\s+|already\s+)?been)?(?:\s+issued)?|out\b|for\s+your|issued|in\s+your\s+name|against)",
    r"\bor\s+an?\s+(?:arrest\s+)?warrant\b",
    r"\bwarrants?\s+(?:will|may)\s+be\s+issued\s+(?:unless|if\s+(?:you\s+(?:do|fail)|not)|today|against|in\s+your)\b",
    r"\b(?:avoid|face|facing|risk)\s+(?:criminal\s+)?prosecution\b",
    r"\b(?:for\s+your|lead\s+to|result\s+in|be|being|avoid|face|facing|imminent"
    r"|immediate)\s+(?:your\s+)?(?:placed\s+under\s+)?arrest(?:ed)?\b",
    r"\blawsuit\s+(?:has|have|is|was|will|against\s+you|filed)\b",
    r"\b(?:be|being|get)\s+sued\b",
    r"\bsue\s+you\b",
    r"\b(?:be|being|get)\s+(?:criminally\s+)?prosecuted\b",
    r"\bcriminal\s+(?:charges|prosecution|case)\s+(?:will|may|against|filed)\b",
    r"\breport(?:ed)?\s+(?:you\s+)?to\s+(?:the\s+)?(?:police|authorities|irs|fbi)\b",
    r"\bgarnish\s+your\s+wages\b",
    r"\bwages\b[^.!?\n]{0,20}?\bbe\s+garnished\b",
    r"\bbe\s+(?:seized|deported)\b",
    r"\bpolice\b[^.!?\n]{0,20}?\b(?:sent\s+to\s+your|come\s+to\s+your|arrest\s+you|at\s+your\s+door)\b",
    r"\b(?:computer|device|phone|iphone)\s+has\s+(?:a\s+virus|\d+\s+virus)",
)
FINAL: Final = _pattern(r"\b(?:final|last)\s+(?:notice|warning|demand|attempt|reminder)\b")
DEMAND: Final = _pattern(r"\b(?:pay|payments?|settle|owed?|owing|balance|overdue|past\s+due|unpaid|tolls?|fines?|penalt\w+|debt)\b")
_NOT_ON_FILE = r"(?!\s+(?:on\s+file|ending|offer|application|bill|statement|artwork))"
_NOT_OF_MONEY = "".join(
    f"(?<!{kind} )"
    for kind in "insurance id business gift health medicare medicaid library membership loyalty green report vaccination punch sim".split()
)
SECRET: Final = _pattern(
    rf"{_ASKING}\s+{_YOUR}(?:{_AND})(?:passwords?\b|pin(?:\s?code|\s+number)?\b(?!\s*[:#]?\s*\d|\s+(?:pad|order|badge|design|drop))"
    rf"|cvv2?\b|otp\b"
    r"|social\s+security(?:\s+(?:number|no\b|\#))?(?!\s+(?:benefit|statement|office|appointment|claim|account|income))|ssn\b"
    r"|(?:log-?in|sign-?in)\b(?!\s+(?:photo|page|screen|e-?mail|time))|credentials|account\s+credentials"
    r"|bank(?:ing)?\s+(?:accounts?|details|info\w*|login|card|credentials|data|numbers?|password)|online\s+banking"
    r"|(?<!food )(?<!blood )bank\b(?=\s*(?:[.:!,]|at\b|to\b|now\b|here\b|https?|\Z))"
    rf"|(?:credit|debit|bank|atm|visa|mastercard)\s+card\b{_NOT_ON_FILE}"
    rf"|{_NOT_OF_MONEY}card\s+(?:numbers?|details|info\w*|data|security)\b{_NOT_ON_FILE}|routing\s+numbers?"
    r"|(?:security|secret)\s+(?:questions?|answers?)|seed\s+phrase|recovery\s+phrase|private\s+key)",
)
SOFT_SECRET: Final = _pattern(
    rf"\b(?:confirm|verify|validate)\s+{_YOUR}card\b",
    rf"{_ASKING}\s+{_YOUR}(?:account(?:\s+numbers?)?|identity|access|personal\s+(?:information|info|details))\b",
    r"\b(?:restore|unlock|reactivate|secure|recover|reinstate)\s+(?:\w+\s+)?(?:your|ur)\s+(?:\w+\s+){0,2}?(?:account|access|card)\b",
)
PAYMENT: Final = _pattern(
    r"\b(?:payment|billing|account|card)\s+(?:info\w*|details|method)\s+(?:must|needs?\s+to|has\s+to)\s+be\s+(?:updated|verified"
    r"|confirmed)\b",
    rf"{_ASKING}\s+{_YOUR}(?:card|payment\s+(?:method|info\w*|details)|billing\s+(?:info\w*|details|address))\b",
)
SOFT_THREAT: Final = _pattern(
    r"\b(?:unusual|suspicious|unauthori[sz]ed|fraudulent)\s+(?:\w+\s+)?(?:activity|log-?ins?|sign-?ins?|access|transactions?|charges?"
    r"|attempts?|purchase)\b",
    r"\baccount\b[^.!?\n]{0,20}?\bon\s+hold\b",
    r"\b(?:avoid|prevent)\s+(?:\w+\s+){0,2}?(?:suspension|termination|deactivation|closure)\b",
    r"\byour\s+(?:\w+\s+)?(?:services?|power|electricity|water|gas|internet|subscription|phone"
    r"|line)\b[^.!?\n]{0,30}?\b(?:disconnected|cut\s+off"
    r"|shut\s+off|suspended|terminated)\b",
    r"\bwarrants?\s+(?:will|may)\s+be\s+issued\b",  # courts remind people of that, too
)
PRIZE: Final = _pattern(
    r"(?<!if )(?<!whether )(?<!did )\b(?:you|u)(?:['’]ve|\s+have|ve)?\s+(?:just\s+|been\s+|also\s+|already\s+"
    r"|officially\s+)?won\b(?!['’]t|\s+our\b|\W{1,3}(?:with\s+)?your\s+(?:winning\s+)?bid\b)"
    r"(?!\s+(?:the\s+|your\s+|this\s+|our\s+|an?\s+|lot\s+)?(?:online\s+)?(?:auction|bid|bidding|lot|case|appeal|item|game|match"
    r"|hearts?|over|us)\b)",
    r"\byou\b[^.!?\n]{0,30}?\b(?:lucky|selected|chosen|grand[- ]prize|prize|our|a|the|today['’]?s"
    r"|this\s+week['’]?s)\s+(?:\w+\s+)?winner\b",
    r"\byour\s+(?:number|e-?mail|phone|ticket|entry|name)\s+(?:has\s+|have\s+)?won\b",
    r"\blucky\s+(?:winner|customer|draw\s+winner)\b",
    r"\b(?:winner|prize)\b[^.\n]{0,30}?\bclaim\b",
    rf"\b(?:selected|chosen|picked)\s+(?:to\s+(?:receive|get|win|claim)|for)\s+(?:(?:a|an|our|the|your|free"
    rf"|new|brand|exclusive)\s+){{0,4}}{_WIN_WHAT}",
    r"\byou(?:['’]ve|\s+have)\s+(?:been\s+(?:awarded|given)|received)\s+an?\s+free\s+(?:\$\s?\d+\s+)?(?:\w+\s+)?(?:iphone|ipad"
    r"|macbook|ps5|gift\s?card)\b",
    r"\b(?:claim|collect|redeem|accept)(?:ing)?\s+(?:(?:your|ur|the|a|this|my|free|cash|\$\s?[\d,.]+|£\s?[\d,.]+|€\s?[\d,.]+"
    r"|[\w'’-]+)\s+){0,3}?"
    r"(?:prizes?|winnings|jackpot|lottery\s+\w+|sweepstakes|iphone|ipad|macbook|inheritance)\b",
    r"\bunclaimed\s+(?:prize|reward|winnings|gift|funds|money|lottery)",
    r"\b(?:won|winner)\b[^.!?\n]{0,30}?\b(?:lottery|jackpot|sweepstakes|grand\s+prize)\b",
)
SOFT_PRIZE: Final = _pattern(
    r"\bclaim(?:ing)?\s+(?:your|ur|the|a|this)\s+(?:(?:free|cash|\$\s?[\d,.]+|£\s?[\d,.]+|€\s?[\d,.]+|exclusive|special"
    r"|[\w'’-]+)\s+){0,3}?"
    r"(?:gift\s?cards?|rewards?|gifts?|bonus|cash|voucher)\b"
)
EARNED: Final = _pattern(
    r"\b(?:earn\w*|points?|birthday|loyal\w*|members?|membership|refer\w*|anniversary|visits?|purchases?|orders?|thanks?|thank\s+you"
    r"|survey|review|rewards\s+\w+|stamps?|donat\w+)\b"
)
URGENT: Final = _pattern(
    r"\burgent(?:ly)?\b(?!\s+(?:care|dental|dentist|medical|clinic|treatment|surgery|vet\w*))",
    r"\bimmediate(?:ly)?\b(?!\s+(?:openings?|availab\w*|family|start|hire|care|delivery|access|download|occupancy|move|pick))",
    r"\bact\s+(?:now|fast|immediately|quickly|today)\b",
    r"\bwithin\s+(?:the\s+next\s+)?(?:\d+|twenty[- ]four|forty[- ]eight|an?|one|two)\s*(?:hours?|hrs?|minutes?|mins?)\b(?!\s+of\b)",
    r"\bor\s+(?:else|you\s+will\s+lose|lose)\b",
    r"\b(?:do\s+not|don['’]?t)\s+(?:ignore|delay)\b",
)
HASTE: Final = _pattern(
    r"\b(?:last|final)\s+chance\b",
    r"\bhurry\b(?!\s+back)",
    r"\b(?:time\s+is|time['’]s)\s+running\s+out\b",
    r"\bbefore\s+it['’]?s\s+too\s+late\b",
    r"\bexpir(?:es?|ing)\s+today\b",
    r"\b(?:don['’]?t|do\s+not)\s+miss\s+(?:out|it|this)\b",
    r"\b(?:expires?|ends?|expiring|ending)\s+(?:tonight|soon|in\s+\d+\s*(?:h|hours?|hrs?|minutes?|mins?)\b)",
    r"\blimited[- ]time\b",
    r"\b(?:final|last)\s+(?:hours|notice|warning|call|minutes)\b",
)
AT_ONCE: Final = _pattern(
    r"\bto\s+avoid\b[^.!?\n]{0,40}?\b(?:penalt\w+|fines?|suspension|enforcement|court|prosecution|legal)\b",
    r"\bnow\s+or\b",
    r"\bpay\s+(?:it\s+)?now\b",
)
AT_STAKE: Final = _pattern(
    r"\b(?:today|tonight|now|at\s+once|in\s+\d+\s*(?:h|hours?|hrs?))\b[^.!?\n]{0,20}?\b(?:unless\s+you|if\s+you\s+(?:do\s+not|don['’]?t|fail))\b",
    r"\bunless\s+you\s+(?:pay|settle|act|call)\b[^.!?\n]{0,20}?\b(?:today|tonight|now|at\s+once|in\s+\d+\s*(?:h|hours?|hrs?))\b",
)
WARNING: Final = _pattern(  # of somebody else's texts, as banks send
    r"\b(?:scams?|scammers?|fake|phishing|smishing|spoof\w*)\b[^\n]{0,120}?\b(?:never|(?:do\s+not|don['’]?t))\s+(?:click|tap|open|reply|respond"
    r"|answer|share|give|call|pay)\b"
)
NEVER: Final = re.compile(
    r"(?:\b(?:never|no\s+one|nobody|without)\b|(?<!if you do )(?<!if you have )(?<!if you are )\bnot\b|(?<!if you do)n['’]t\b)"
    r"[^.,;!?\n]{0,40}(?:,?\s(?:or|nor|and)\s[^.,;!?\n]{0,20})?\Z",
    re.IGNORECASE,
)
