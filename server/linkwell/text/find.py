"""Find the links in a text: sound ones, and broken ones with what is wrong and what was meant."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from ada_url import URL

from linkwell.model.message import Fault, FaultKind, Link, LinkKind
from linkwell.model.span import Span
from linkwell.text.addresses import is_public_address
from linkwell.text.gaps import Joined, fault_in, may_have_gaps, without_gaps
from linkwell.text.host import Host, is_address, read_bare_hosts, read_host
from linkwell.text.invisible import INVISIBLE, without_invisible
from linkwell.text.scheme import Scheme, read_odd_scheme, read_scheme
from linkwell.text.shorteners import shortener
from linkwell.text.suffix import is_known, registrable
from linkwell.text.tail import ended, tail_end
from linkwell.text.trackers import is_tracker

# Everything below costs time only where a dot, colon, slash or comma has something right behind it.
_JOINT = re.compile(r"[.,:;/\\：；︓﹕∶／․。．｡](?=\S)")
_TOKEN = re.compile(r"\S+")
_RUN = re.compile(r"""[^\s/\\／⁄∕?#:;：；︓﹕∶<>"'()\[\]{}|^`!*&$%=+~@“”„‘’«»‹›「」『』（）【】《》、，！？…–—|｜]+""")
_HOST_MARK = re.compile("[.․。．｡]")
_USER = re.compile(r"[^\s/?#\\<>\"@\[\]]{1,255}@")
_IP6 = re.compile(r"\[[0-9a-fA-F:.]{2,45}\]")
_PORT = re.compile(r":(?:\d{1,5}(?!\d)|(?=/))")
_PAGE = re.compile(r"(?::\d{2,5})?/[a-zA-Z]")  # behind a number that everybody can reach: then it is no version and no price
_OTHER_END = re.compile(r"[^\s<>\"]+")
MOST_LINKS = 32  # in one text; no message that people read has as many, and time must not grow with those that nobody writes
_SCHEME_LABEL = re.compile(r"(https?)(?:\.(?=[\w-]+\.)|(?=www\.))", re.IGNORECASE)  # "https.www.acme.com", "httpswww.acme.com"
_NEXT_SCHEME = re.compile(r"(?<=.)https?$", re.IGNORECASE)  # "https://acme.comhttps://oak.com"
_MARKS = {";": "semicolon", ":": "colon", "/": "slash", "\\": "backslash"}
_OPENING = "([{<\"'“‘„«"
_MOST_SCHEMES = 64  # that are read in one piece without spaces
_QUERY = re.compile("[?#]")
_QUERY_AT_ONCE = re.compile(r"&[\w.\-]+=")


def find_links(text: str, tracking_hosts: frozenset[str] = frozenset()) -> tuple[Link, ...]:
    """Return the links of ``text`` in order, broken ones included, the first ``MOST_LINKS`` of them; ``tracking_hosts`` are ours."""
    hidden = not text.isascii() and INVISIBLE.search(text) is not None
    cut = may_have_gaps(text)
    if not hidden and not cut:
        return _first(_in_text(text, tracking_hosts)) if _JOINT.search(text) is not None else ()
    seen, places = without_invisible(text) if hidden else (text, None)
    joined = without_gaps(seen) if cut else Joined(seen, list(range(len(seen) + 1)), [])
    if places is not None:
        joined = Joined(joined.text, [places[place] for place in joined.places], [_place(gap, places) for gap in joined.gaps])
    elif not joined.gaps:
        return _first(_in_text(text, tracking_hosts))
    return tuple(_moved(link, text, joined) for link in _first(_in_text(joined.text, tracking_hosts)))


def _first(links: Iterator[Link]) -> tuple[Link, ...]:
    return tuple(islice(links, MOST_LINKS))


def _in_text(text: str, tracking_hosts: frozenset[str]) -> Iterator[Link]:
    only_spaces = text.isprintable()  # then no other white space stands in it
    token_end = 0
    for joint in _JOINT.finditer(text):
        place = joint.start()
        if place < token_end:
            continue
        if only_spaces:
            start = text.rfind(" ", token_end, place) + 1 or token_end
            token_end = text.find(" ", place)
            if token_end < 0:
                token_end = len(text)
            yield from _in_token(text, start, token_end, tracking_hosts)
            continue
        for token in _TOKEN.finditer(text, token_end):
            token_end = token.end()
            if token_end > place:
                yield from _in_token(text, token.start(), token_end, tracking_hosts)
                break


def _in_token(text: str, start: int, end: int, tracking_hosts: frozenset[str]) -> Iterator[Link]:
    position = start
    tries = _MOST_SCHEMES
    while (run := _RUN.search(text, position, end)) is not None:
        position = run.end()
        follows = text[position : position + 1]
        if follows and follows in ":;/\\：；︓﹕∶／⁄∕" and tries:
            tries -= 1
            scheme = read_scheme(text, run.start(), position, end)
            if scheme is not None:
                link = _behind(text, scheme, end, tracking_hosts)
                position = scheme.end if link is None else link.span.end
                if link is not None:
                    yield link
                    continue
        word = run.group()
        if len(word) < 6 and word[:4].lower() == "http" and follows and tries:
            tries -= 1
            scheme = read_odd_scheme(text, run.start(), run.end(), end)
            link = None if scheme is None else _behind(text, scheme, end, tracking_hosts)
            if link is not None:
                position = link.span.end
                yield link
                continue
        if _HOST_MARK.search(word) is None and "," not in word:
            continue
        for link in _bare(text, start, run, end, tracking_hosts):
            position = max(position, link.span.end)
            yield link


def _behind(text: str, scheme: Scheme, end: int, tracking_hosts: frozenset[str]) -> Link | None:
    """Read the link that begins with ``scheme``."""
    if scheme.meant is None:
        return _of_other_scheme(text, scheme, end)
    user = _USER.match(text, scheme.end, end)
    start = user.end() if user is not None else scheme.end
    six = _IP6.match(text, start, end)
    run = None if six is not None else _RUN.match(text, start, end)
    piece = six.group() if six is not None else run.group() if run is not None else ""
    if text.startswith("://", start + len(piece)) and (stuck := _NEXT_SCHEME.search(piece)) is not None:
        piece, end = piece[: stuck.start()], start + stuck.start()
    if not piece:
        return None
    host_end = start + len(piece)
    goes_on = host_end < end and _goes_on(text, host_end, end)
    if six is not None or is_address(piece) or piece.lower() in tracking_hosts or _with_port(text, piece, host_end, end) in tracking_hosts:
        host: Host | None = Host(0, len(piece), piece)
    else:
        host = read_host(piece, goes_on=goes_on)
    if host is None or (not scheme.sure and not _certain(host)) or (scheme.instead == "://" and piece.isdigit()):
        return None
    return _made(text, scheme, Span(start, start + host.end), host, end, tracking_hosts)


def _certain(host: Host) -> bool:
    return host.meant is not None and "." in host.meant and not host.suffix and is_known(host.meant.rpartition(".")[2])


def _bare(text: str, token: int, run: re.Match[str], end: int, tracking_hosts: frozenset[str]) -> Iterator[Link]:
    """Read the links without a scheme in one run of characters that a host may have."""
    start, run_end = run.span()
    before = text[start - 1 : start] if start > token else ""
    scheme = None
    www = before in _MARKS and text[max(token, start - 5) : start - 1].lower().lstrip(_OPENING) == "www"
    if before in {"/", "\\"} and not www:
        lead = text[token:start].lstrip(_OPENING)
        token = start - len(lead)
        if lead not in {"//", "://", ":/"}:
            return
        scheme = Scheme(token, start, "https", "https://", token, start, f"“https” is missing before “{lead}”")
    elif before in {"@", "#", "%"} or text[run_end : run_end + 1] in {"@", "+"}:
        return
    goes_on = _goes_on(text, run_end, end)
    piece = run.group()
    if scheme is None and piece[:1] in "hH" and (label := _SCHEME_LABEL.match(piece)) is not None:
        meant = label.group(1).lower()
        start, piece = start + label.end(), piece[label.end() :]
        scheme = Scheme(run.start(), start, meant, f"{meant}://", run.start(), start, f"“{label.group()}” should be “{meant}://”")
    if is_address(piece):
        ours = _with_port(text, piece, run_end, end) in tracking_hosts
        meant = ours or (_PAGE.match(text, run_end, end) is not None and is_public_address(piece))
        hosts: tuple[Host, ...] = (Host(0, len(piece), piece),) if meant else ()
    else:
        hosts = read_bare_hosts(piece, goes_on=goes_on)
        if www and hosts and hosts[0].start == 0 and hosts[0].meant is not None:
            note = f"It has a {_MARKS[before]} where a dot belongs"
            hosts = (replace(hosts[0], start=-4, meant=f"www.{hosts[0].meant}", note=note), *hosts[1:])
    for host in hosts:
        span = Span(start + host.start, start + host.end)
        here = scheme if host.start == 0 and scheme is not None else Scheme(span.start, span.start, "https")
        link = _made(text, here, span, host, end, tracking_hosts)
        if link.domain or host.meant is None or is_address(piece):  # "co.uk" alone is no address
            yield link


def _goes_on(text: str, position: int, end: int) -> bool:
    follows = text[position : position + 1] if position < end else ""
    if follows in {"/", "?", "#"}:
        return position + 1 < end or follows == "/"
    if follows == "&":
        return _QUERY_AT_ONCE.match(text, position, end) is not None
    return follows == ":" and _PORT.match(text, position, end) is not None


def _with_port(text: str, host: str, position: int, end: int) -> str:
    port = _PORT.match(text, position, end) if text[position : position + 1] == ":" else None
    return host.lower() + (port.group() if port is not None else "")


def _made(text: str, scheme: Scheme, at: Span, host: Host, end: int, tracking_hosts: frozenset[str]) -> Link:
    """Put a link together from its scheme, its host and what follows them."""
    port = _PORT.match(text, at.end, end) if text[at.end : at.end + 1] == ":" else None
    tail = port.end() if port is not None else at.end
    stop = tail_end(text, tail, end) if tail < end and (text[tail] in "/?#\\" or _QUERY_AT_ONCE.match(text, tail, end)) else tail
    span = Span(scheme.start, stop)
    faults = tuple(_faults(scheme, at, host))
    path, mark, rest = _split(text[tail:stop])
    if "\\" in path:
        first = tail + path.index("\\")
        slashed = path.replace("\\", "/")
        wrong = Span(first, tail + path.rindex("\\") + 1)
        note = "It has a backslash where a slash belongs"
        faults = (*faults, Fault(FaultKind.HOST, wrong, slashed[first - tail : wrong.end - tail], note))
        path = slashed
    url: str | None = None
    name = host.meant.lower() if host.meant is not None else at.of(text).lower()
    if host.meant is not None:
        written_scheme = (
            text[scheme.start : scheme.end - 3].lower() if scheme.instead is None and scheme.end > scheme.start else scheme.meant
        )
        origin = f"{written_scheme}://{text[scheme.end : at.start]}{host.meant}{text[at.end : tail]}"
        parsed = _hostname(origin)
        if parsed is not None:
            name, url = parsed, origin + _joined(path + mark + rest)
        else:
            faults = faults or (Fault(FaultKind.HOST, Span(at.start, tail), None, "This is no address that a phone can open"),)
    domain = registrable(name)
    kind = _kind(name, port.group() if port is not None else "", tracking_hosts)
    if kind is LinkKind.PLAIN and url is not None and is_tracker(name, url):
        kind = LinkKind.FOREIGN
    return Link(span, span.of(text), url, name, domain, kind, faults)


@lru_cache(maxsize=4096)
def _hostname(origin: str) -> str | None:
    """Return the host of a scheme, host and port as browsers read them, ``None`` where they refuse; what follows changes nothing."""
    try:
        return URL(origin).hostname
    except ValueError:
        return None


def _split(tail: str) -> tuple[str, str, str]:
    """Take a tail apart where its query or fragment begins; slashes mean something only before that."""
    mark = _QUERY.search(tail) if "\\" in tail else None
    return (tail, "", "") if mark is None else (tail[: mark.start()], mark.group(), tail[mark.end() :])


def _joined(tail: str) -> str:
    return f"?{tail[1:]}" if tail[:1] == "&" else tail


def _faults(scheme: Scheme, at: Span, host: Host) -> Iterator[Fault]:
    if scheme.instead is not None:
        yield Fault(FaultKind.SCHEME, Span(scheme.fault_start, scheme.fault_end), scheme.instead, scheme.note)
    if host.note:
        yield Fault(FaultKind.HOST, at, host.meant, host.note)
    elif host.suffix:
        note = f"“.{host.suffix}” is no ending of an address"
        yield Fault(FaultKind.SUFFIX, Span(at.end - len(host.suffix), at.end), host.suffix_meant, note)
    if scheme.end == scheme.start and host.meant is not None:
        yield Fault(FaultKind.NO_SCHEME, Span(scheme.start, scheme.start), "https://", "")


def _kind(host: str, port: str, tracking_hosts: frozenset[str]) -> LinkKind:
    if host in tracking_hosts or host + port in tracking_hosts:
        return LinkKind.TRACKED
    return LinkKind.FOREIGN if _is_foreign(host) else LinkKind.PLAIN


@lru_cache(maxsize=4096)
def _is_foreign(host: str) -> bool:
    return shortener(host) is not None


def _of_other_scheme(text: str, scheme: Scheme, end: int) -> Link | None:
    found = _OTHER_END.match(text, scheme.end, end)
    if found is None:
        return None
    length = ended(found.group(), len(found.group()))
    if not length:
        return None
    span = Span(scheme.start, scheme.end + length)
    written = span.of(text)
    return Link(span, written, written, "", "", LinkKind.OTHER)


def _moved(link: Link, text: str, joined: Joined) -> Link:
    """Put a link that was found in the text as it is read back to where it stands in the text as it is."""
    span = _place(link.span, joined.places)
    faults = tuple(replace(fault, span=_place(fault.span, joined.places)) for fault in link.faults)
    gap = fault_in(span, joined) if joined.gaps else None
    if gap is not None and any(fault.span.start <= gap.span.start and gap.span.end <= fault.span.end for fault in faults):
        gap = None  # what repairs the other fault closes the gap
    return replace(link, span=span, written=span.of(text), faults=faults if gap is None else (gap, *faults))


def _place(span: Span, places: list[int]) -> Span:
    start = places[span.start]
    return Span(start, places[span.end - 1] + 1 if len(span) else start)
