"""Every check, one file each. Where two could claim one fault, the one that stands first in ``ALL`` has it: specific before plain."""

from linkwell.checks.domains import edited_tracked_link, public_shortener, unapproved_destination, untracked_link
from linkwell.checks.format import (
    broken_host,
    invisible_character,
    malformed_scheme,
    missing_scheme,
    touching_punctuation,
    unfilled_placeholder,
    unknown_suffix,
)
from linkwell.checks.messages import unicode_cost
from linkwell.checks.parameters import borrowed_click_id, broken_query
from linkwell.model.finding import Check

ALL: tuple[Check, ...] = (
    unfilled_placeholder.CHECK,
    invisible_character.CHECK,
    malformed_scheme.CHECK,
    broken_host.CHECK,
    unknown_suffix.CHECK,
    edited_tracked_link.CHECK,
    public_shortener.CHECK,
    broken_query.CHECK,
    borrowed_click_id.CHECK,
    unapproved_destination.CHECK,
    touching_punctuation.CHECK,
    missing_scheme.CHECK,
    untracked_link.CHECK,
    unicode_cost.CHECK,
)
