"""pressure-wording: a threat, a request for secrets or a prize beside a link."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import Message
from linkwell.model.span import Span
from linkwell.text.pressure import Kind, pressure
from linkwell.text.wording import link_beside


class _Words(NamedTuple):
    """What the card says of one kind of pressure; ``{}`` stands for the words found."""

    title: str
    detail: str


_SAYS: Final = {
    Kind.THREAT: _Words("This reads like a threat", "“{}” beside a link is how scams make people tap without thinking."),
    Kind.SECRET: _Words("This seems to ask for secrets by a link", "“{}” beside a link is how scams get at passwords, cards and accounts."),
    Kind.PRIZE: _Words("This reads like a prize from a scam", "“{}” beside a link: most people have had a scam that says so."),
    Kind.URGENCY: _Words("This puts people under pressure", "“{}” hurries people, and scams do, too."),
}
_LINE: Final = 60  # characters of a quotation


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield one finding for each kind of pressure; haste alone is a hint, and goes without saying beside a graver kind.

    They are understood in English, Spanish, French, German, Portuguese, Italian and Dutch.
    """
    for kind, span in pressure(message):
        link = link_beside(message, span.end)
        if link is not None:
            yield _finding(message, kind, span, link)


def _finding(message: Message, kind: Kind, span: Span, link: int) -> Finding:
    words = " ".join(span.of(message.text).split())
    return Finding(
        CHECK,
        span,
        detail=_SAYS[kind].detail.format(words if len(words) <= _LINE else f"{words[: _LINE - 1]}…"),
        link=link,
        severity_here=Severity.HINT if kind is Kind.URGENCY else None,
        title_here=_SAYS[kind].title,
    )


CHECK = Check(
    code="pressure-wording",
    severity=Severity.WARN,
    title="This text puts people under pressure",
    why="Threats, requests for passwords or card numbers, and prizes stand in more than half of all scam texts and in very few of honest "
    "businesses. People do not tap beside such words, and carriers filter them.",
    fix="Say calmly what happened and what the link is for, and ask for nothing secret. "
    "Phrases are found in English, Spanish, French, German, Portuguese, Italian and Dutch.",
    bad=(
        "Your account has been suspended. Restore it: https://acme.com/x",
        "Confirm your password at https://acme.com/x",
        "Congratulations, you have won an iPhone! https://acme.com/x",
        "Final notice: pay now to avoid legal action https://acme.com/x",
        "Claim your prize: https://acme.com/x",
        "URGENT: act now https://acme.com/x",
        "Su cuenta ha sido suspendida. Verifique aquí https://acme.com/x",
        "Saisissez vos coordonnées bancaires : https://acme.com/x",
        "Sie haben ein iPhone gewonnen! https://acme.com/x",
    ),
    good=(
        "Your account statement is ready: https://acme.com/x",
        "Log in to your portal to view your results: https://acme.com/x",
        "Please verify your appointment: https://acme.com/x",
        "Confirm by 5pm or your slot will be released: https://acme.com/x",
        "Enter to win a bike: https://acme.com/x",
        "Your invoice is 30 days past due. Pay it at https://acme.com/pay",
        "We will never ask for your password. Tips: https://acme.com/safety",
        "Your account has been suspended",
        "2. Mahnung: Rechnung 4821 ist offen. Bezahlen: https://acme.com/x",
    ),
    source="https://consumer.ftc.gov/articles/how-recognize-and-report-spam-text-messages",
    find=find,
)
