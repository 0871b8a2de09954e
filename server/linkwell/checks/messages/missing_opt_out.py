"""missing-opt-out: a campaign text that does not say how to get no more of them."""

import re
from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Edit, Finding, Severity
from linkwell.model.message import Channel, Message
from linkwell.model.policy import OptOut, Policy
from linkwell.model.span import Span

# What providers act on; the other words are also said of other things, so they count only with what they are for.
_STOP = r"(?:stop ?all|stopp?|unsubscribe|unsub|opt[ -]?out|alto|parar|pare|baja|arr[eê]t|afmelden)"
_OTHER = r"(?:end|quit|cancel|remove|revoke|salir|sair|cancelar)"
_SAY = (
    r"(?:repl(?:y|ying)|rply|respond(?:ing)?|answer(?:ing)?|te?xt(?:ing)?|send(?:ing)?|sms|type|typing|message|msg|write|rsp"
    r"|respond[ae]|responder|env[ií][ae]r?|mand[ae]|escrib[ae]|r[eé]pond(?:ez|s|re)|envoy(?:ez|er)|envoie|antworten(?: sie)?"
    r"|antworte|schreib(?:e|en sie)?"
    r"|sende|senden sie|schicke?n?(?: sie)?|rispond(?:i|ere|a)|invi(?:a|are)|scriv(?:i|ere)|antwoord(?:en)?|stuur|reageer|stuurt)"
)
_WITH = (
    r"(?:[ :]+(?:back|us|with|w/|the|word|words|keyword|to|this|that|text|message|number|at|any|anytime|time|just"
    r"|mit|con|avec|par|com|met|op|la|palabra|palavra|parola|le|mot|das|wort|het|woord|un|een|o|el|il)){0,8}"
)
_QUOTE = r"[\s:\"'“”‘’«(\[*]*"
_END = r"[\"'“”‘’»)\]*]*"
_TO = (
    r"(?:\s*[=:>→/-]+\s*|\s*2\s*|\s+(?:to|4|for|in order to|if you want to|if you|para|pour|zum|um|per|om|voor|au|an|al|ao"
    r"|naar|für|p/|and)\s+"
    r"|to(?=opt|end|quit|cancel|stop|unsub))"
)
_FOR = (
    r"(?:opt|end|quit|unsub|cancel|stop|leave|exit|remove|be removed|be taken off|discontinue|terminate|block|decline|no more|not receive"
    r"|out\b|avoid|para\b|salir|darse|dejar|no recibir|arr[eê]|ne plus|d[eé]sab|se d[eé]s|abbest|abmel|abzu|abmeldung"
    r"|sich ab|dich ab|beenden|keine"
    r"|n[aã]o (?:quer|receb)|cancelar|parar|sair|descad|non ricev|annull|disiscri|disattiv|cancell|te stoppen|af te|afmeld|uit te|uitschr"
    r"|(?:je|u|uw?) (?:af|uit)|geen|niet meer|\+?\d{4})"
)
_GOAL = (
    r"(?:opt[ -]?outs?|unsub(?:scribe)?|opting out|end|quit|cancel|stop(?: (?:texts|messages|msgs|these|alerts))?|leave|out"
    r"|abmeld(?:en|ung)|abbestell(?:en|ung)|afmeld(?:en|ing)|uitschrijven|d[eé]sinscription|d[eé]sabonnement|disiscrizione"
    r"|cancelar|sair|salir|baja)"
)

_INSTRUCTION = re.compile(
    rf"\b{_SAY}{_WITH}{_QUOTE}{_STOP}\b"
    rf"|\b{_SAY}{_WITH}{_QUOTE}(?:{_OTHER}{_END}{_TO}(?:opt|unsub|stop|end|quit|leave|remove|cancel (?:te?xts|msgs|messages|alerts)))"
    rf"|\b{_STOP}{_END}{_TO}{_FOR}"
    rf"|\b{_GOAL}{_END}\s*[:=,>→-]{_QUOTE}{_STOP}\b"
    rf"|\b{_SAY}{_WITH}{_QUOTE}(?:sair|salir|uit)\b"
    rf"|\b(?:mit|met|per|via)\s+{_QUOTE}{_STOP}{_END}\s+(?:abmelden|abbestellen|afmelden|uitschrijven|abbestellbar)\b"
    rf"|\b(?:ab|af|uit|abmelden|afmelden|uitschrijven)\s+(?:mit|met|per|via)\s+{_QUOTE}{_STOP}\b"
    r"|\bstop\s+(?:sms|pub)\s+(?:au\s+|à\s+)?\d{4,6}\b"
    r"|\bstopp?\s+(?:senden|schicken|antworten|simsen|sturen)\b",
    re.IGNORECASE,
)
# The bare word, as it stands at the end of many campaigns.
_BARE = re.compile(r"(?<!to )\b(?:STOP|ARRET|ALTO)\b[\"'”’)\]]*[.!]?\s*\Z|\bSTOP\s*[/|,&]\s*HELP\b|\bHELP\s*[/|,&]\s*STOP\b")
# Ways out that no provider acts on: "text 2 to opt out", "unsubscribe at acme.com/out".
_OTHER_WAY = re.compile(r"\b(?:to|2)\s+(?:opt[ -]?out|unsub\w*|stop|end|cancel)\b|\bunsubscribe\b|\bopt[ -]?out\b", re.IGNORECASE)
_ELSE = "It says how to get no more of these texts, but providers act only on STOP and words like it."
_NOTHING = "Nothing here tells people how to get no more of these texts."
_HINTS = (
    "stop",
    "unsub",
    "out",
    "alto",
    "parar",
    "pare",
    "baja",
    "arr",
    "afmelden",
    "end",
    "quit",
    "cancel",
    "remove",
    "revoke",
    "salir",
    "sair",
    "uit",
)


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding at the end of a campaign text without an instruction, where the policy asks for one; the edit appends it.

    Instructions are understood in English, Spanish, French, German, Portuguese, Italian and Dutch.
    """
    opt_out, text = context.policy.opt_out, message.text
    if not opt_out.required or not message.campaign or message.channel is Channel.EMAIL or not text.strip():
        return
    if _tells(text, opt_out):
        return
    instruction = opt_out.instruction.strip()
    word = text.split()[-1][-40:]
    at = text.rindex(word)
    edit = Edit(Span(len(text), len(text)), _gap(message) + instruction) if instruction else None
    yield Finding(CHECK, Span(at, at + len(word)), detail=_ELSE if _OTHER_WAY.search(text) is not None else _NOTHING, edit=edit)


def _tells(text: str, opt_out: OptOut) -> bool:
    lowered = text.casefold()
    instruction = opt_out.instruction.strip().casefold()
    if instruction and instruction in lowered:
        return True
    if any(hint in lowered for hint in _HINTS) and (_INSTRUCTION.search(text) is not None or _BARE.search(text) is not None):
        return True
    return any(re.search(rf"\b{_SAY}{_WITH}{_QUOTE}{re.escape(word)}\b", text, re.IGNORECASE) for word in opt_out.words if word)


def _gap(message: Message) -> str:
    """Return what keeps the instruction apart from the text: never stuck to a link, a full stop where a sentence has none."""
    text = message.text
    if text[-1].isspace():
        return ""
    return ". " if text[-1].isalnum() and not (message.links and message.links[-1].span.end == len(text)) else " "


CHECK = Check(
    code="missing-opt-out",
    severity=Severity.WARN,
    title="This campaign text does not say how to stop",
    why="Campaign texts have to say how to get no more of them, in words that every provider acts on. Without them people report the text "
    "as spam, and carriers stop the number.",
    fix="Add the sentence at the end. It is found in English, Spanish, French, German, Portuguese, Italian and Dutch.",
    bad=(
        "Acme: 20% off today https://acme.com/sale",
        "Acme: 20% off today. Text 2 to opt out",
        "Stop by today, our sale ends at 8",
        "Acme: win a bike. Unsubscribe at https://acme.com/out",
    ),
    good=(
        "Acme: 20% off today https://acme.com/sale Reply STOP to opt out",
        "Acme: 20% off. STOP=End",
        "Acme: 20% off. Txt stop 2 quit",
        "Acme: 20% off. Opt out: STOP",
        "Acme: 20% menos. Responde ALTO para cancelar",
        "Acme: -20%. STOP au 36180",
        "Acme: -20%. Antwoord STOP om je af te melden",
        "Acme: -20%. Responda SAIR para não receber mais",
    ),
    source="https://www.ctia.org/the-wireless-industry/industry-commitments/messaging-interoperability-sms-mms",
    edits=True,
    needs_link=False,
    example_context=Context(Policy(opt_out=OptOut(required=True))),
    example_campaign="spring",
    find=find,
)
