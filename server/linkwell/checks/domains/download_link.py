"""download-link: the link leads to a file that installs or unpacks something."""

import re
from collections.abc import Iterator
from functools import cache

from linkwell.data import table
from linkwell.model.context import Context
from linkwell.model.finding import Check, Finding, Severity
from linkwell.model.message import LinkKind, Message
from linkwell.model.span import Span


@cache
def _file() -> re.Pattern[str]:
    """Match the ending of a file in a path, up to a query, a fragment or a path parameter, or in the query of a page that hands it out."""
    types = "|".join(sorted(table("download_types")))
    path = rf"[^?#]*\.({types})(?=[?#;]|$)"
    hands_out = r"(?<=[?&])(?:file|filename|file_name|attachment)="
    page = rf"(?:[^?#./]*/)*+[^?#./]*(?:\.(?:php|aspx?|jsp|cgi))?\?[^#]*?{hands_out}[^&#]*\.({types})(?=[&#]|$)"
    return re.compile(rf"(?:[a-z]+:[/\\]*)?+[^/?#]*/(?:{path}|{page})", re.IGNORECASE)


def find(message: Message, context: Context) -> Iterator[Finding]:
    """Yield a finding for every link whose path ends in a type of file that phones refuse or warn of."""
    for index, link in enumerate(message.links):
        if link.kind is LinkKind.OTHER or "/" not in link.written or "." not in link.written[link.written.rfind("/") :]:
            continue
        found = _file().match(link.written)
        if found is not None:
            group = found.lastindex or 1
            kind = found.group(group).lower()
            detail = f"The link ends in .{kind}, {table('download_types')[kind]}."
            start = link.span.start
            yield Finding(CHECK, Span(start + found.start(group) - 1, start + found.end(group)), detail=detail, link=index)


CHECK = Check(
    code="download-link",
    severity=Severity.WARN,
    title="This link downloads a file",
    why="Phones cannot open such files or warn of them, and carriers filter texts that link to them: most malware comes this way.",
    fix="Link to a page that explains the download, or to the app store.",
    bad=(
        "Get our app: https://acme.com/app.apk",
        "Your documents: https://acme.com/files/4821.zip",
        "Setup: https://acme.com/Setup.EXE?v=2",
        "https://acme.com/remote.msi#now",
        "acme.com/tool.dmg",
        "https://acme.com/invoice.pdf.scr",
        "https://acme.com/dl/x.jar;v=1",
        "https://acme.com/disk.iso.",
        "https://acme.com/get.php?id=7&file=setup.exe",
    ),
    good=(
        "Your invoice: https://acme.com/invoice.pdf",
        "https://acme.com/photo.jpg?download=x.zip",
        "https://acme.com/view?file=menu.pdf&back=setup.exe",
        "https://acme.com/apk",
        "https://acme.zip",
        "https://files.acme.com/menu.docx",
        "https://acme.com/exe.html",
    ),
    source="https://support.google.com/mail/answer/6590",
    find=find,
)
