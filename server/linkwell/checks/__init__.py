"""Every check, one file each. Where two could claim one fault, the one that stands first in ``ALL`` has it: specific before plain."""

from linkwell.checks.domains import edited_tracked_link, public_shortener, unapproved_destination, untracked_link
from linkwell.checks.format import (
    broken_by_space,
    broken_host,
    glued_text,
    invisible_character,
    malformed_scheme,
    missing_scheme,
    not_a_web_link,
    touching_punctuation,
    unfilled_placeholder,
    unknown_suffix,
    uppercase_link,
)
from linkwell.checks.messages import unicode_cost
from linkwell.checks.parameters import (
    borrowed_click_id,
    broken_query,
    conflicting_parameters,
    double_encoding,
    incomplete_campaign_tags,
    overlong_link,
    personal_data_in_link,
    secret_in_link,
    signed_link,
    tracking_would_break,
)
from linkwell.model.finding import Check

ALL: tuple[Check, ...] = (
    unfilled_placeholder.CHECK,
    invisible_character.CHECK,
    broken_by_space.CHECK,
    malformed_scheme.CHECK,
    glued_text.CHECK,
    broken_host.CHECK,
    unknown_suffix.CHECK,
    not_a_web_link.CHECK,
    edited_tracked_link.CHECK,
    public_shortener.CHECK,
    personal_data_in_link.CHECK,
    secret_in_link.CHECK,
    broken_query.CHECK,
    tracking_would_break.CHECK,
    signed_link.CHECK,
    borrowed_click_id.CHECK,
    conflicting_parameters.CHECK,
    double_encoding.CHECK,
    incomplete_campaign_tags.CHECK,
    unapproved_destination.CHECK,
    overlong_link.CHECK,
    touching_punctuation.CHECK,
    uppercase_link.CHECK,
    missing_scheme.CHECK,
    untracked_link.CHECK,
    unicode_cost.CHECK,
)
