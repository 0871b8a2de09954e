"""Messages with more of one thing than anybody writes: nothing is passed over in silence, and one round mends it all."""

from linkwell.actions.review import review
from linkwell.model.context import Context
from linkwell.model.finding import Severity
from linkwell.model.message import Message
from linkwell.text.edits import apply_edits
from linkwell.text.find import MOST_LINKS


def test_a_message_with_too_many_links_to_check_is_held() -> None:
    link = "https://acme.com/{} "
    found = review(Message("See " + "".join(link.format(n) for n in range(MOST_LINKS - 1))), Context()).findings
    assert [finding.severity for finding in found if finding.code == "too-many-links"] == [Severity.WARN]
    text = "See " + "".join(link.format(n) for n in range(MOST_LINKS)) + "htps://acme.com/broken"
    [held] = [finding for finding in review(Message(text), Context()).findings if finding.code == "too-many-links"]
    assert held.severity is Severity.BLOCK
    assert str(MOST_LINKS) in held.detail


def test_very_many_typographic_characters_are_mended_at_once_around_the_links() -> None:
    text = "It’s " * 80 + "https://acme.com/x " + "“no” – " * 80 + "–https://acme.com/y end…"
    found = [finding for finding in review(Message(text), Context()).findings if finding.code == "unicode-cost"]
    assert len(found) == 3
    mended = apply_edits(text, [finding.edit for finding in found if finding.edit is not None])
    assert mended == "It's " * 80 + "https://acme.com/x " + '"no" - ' * 80 + "- https://acme.com/y end..."
    assert "unicode-cost" not in [finding.code for finding in review(Message(mended), Context()).findings]
