"""signed-link: the link carries a signature over its own address."""

from collections.abc import Iterator

from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.text.signed import signer


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link with a signature; ``text.signed`` knows them, and no check offers to change such a query."""
    for index, link in enumerate(message.links):
        if "?" not in link.written or link.kind is LinkKind.OTHER:
            continue
        name = signer(link.written)
        if name is not None:
            whose = f"It is signed for {name}." if name else "It is signed."
            detail = f"{whose} Tracking leads to it byte for byte and adds no campaign tags."
            yield Finding(CHECK, link.span, detail=detail, link=index)


CHECK = Check(
    code="signed-link",
    severity=Severity.INFO,
    title="This link is signed",
    why="The server behind it checks a signature over the address. One character added, left out or written in another way, and people see "
    "“access denied”. Most of these links also end on a certain day.",
    fix="Leave it as it is, and check that it still works when people read the message.",
    bad=(
        "https://b.s3.amazonaws.com/f.pdf?X-Amz-Credential=AKIAQ7XK2MF4WN8P3RTD&X-Amz-Signature=9f86d081884c7d659a2f",
        "https://b.s3.amazonaws.com/f.pdf?AWSAccessKeyId=AKIAQ7XK2MF4WN8P3RTD&Signature=vjbyPxybdZaNmGa%2ByT272YEAiv4%3D&Expires=1796119200",
        "https://storage.googleapis.com/b/f.pdf?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Expires=900&X-Goog-Signature=247a2aa45f169edf4d187d",
        "https://d111.cloudfront.net/f.pdf?Expires=1796119200&Signature=nitfHRCrtziwO2HwPfWw~yYDhUF5EwRunQA&Key-Pair-Id=K2JCJMDEHXQW5F",
        "https://acme.blob.core.windows.net/c/f.pdf?sv=2022-11-02&se=2026-12-01T10%3A00Z&sr=b&sp=r&sig=R6uP4mQ%2Fx8%3D",
        "https://acme.com/unsubscribe/7?expires=1796119200&signature=5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
        "https://acme.com/dl/f.pdf?md5=_e4Nc3iduzkWRm01TBBNYw&expires=1796119200",
    ),
    good=(
        "https://acme.com/x?utm_source=sms&utm_medium=text",
        "https://acme.com/sign?signature=needed",
        "https://acme.com/x?token=8f3a91c2d47be65018",
        "https://acme.com/event?expires=2026-12-01&id=4821",
        "https://acme.com/x?sv=1&se=2",
    ),
    source="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html",
    gives_way=True,
    find=find,
)
