"""Links are found with exact spans in texts that nobody would call tidy, more exactly than the finder underneath does alone."""

from linkify_it import LinkifyIt

from linkwell.data import entries
from linkwell.text.find import find_links
from tests.server.text.marked import Spans, marked_texts, score


def ours(text: str) -> Spans:
    return [(link.span.start, link.span.end) for link in find_links(text)]


def test_links_have_exact_spans() -> None:
    texts = marked_texts()
    assert len(texts) >= 200
    linkify = LinkifyIt(options={"fuzzy_email": False}).tlds(sorted(entries("suffixes")), keep_old=True)

    def theirs(text: str) -> Spans:
        return [(match.index, match.last_index) for match in linkify.match(text) or ()]

    own, other = score(texts, ours), score(texts, theirs)
    print(f"exact spans, F1 over {len(texts)} texts: {own.f1:.3f}, linkify-it-py with every suffix {other.f1:.3f}")
    assert own.f1 >= 0.95, own.wrong
    assert own.f1 > other.f1
