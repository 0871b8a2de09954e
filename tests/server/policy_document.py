"""A policy document in which every field is set to something else than its default."""

from typing import Any

FULL: dict[str, Any] = {
    "version": 1,
    "tracking_domain": "go.acme.com",
    "tracking_domains": ["links.acme.com"],
    "retired_domains": ["old.acme.com"],
    "approved_destinations": ["acme.com", "=partner.com", "*.shop.acme.com", "blog.com/acme/*"],
    "denied_hosts": ["evil.com"],
    "staging_hosts": ["staging-*.acme.com", "localhost"],
    "allowed_shorteners": ["bit.ly"],
    "require_tracking": True,
    "brands": [{"names": ["Acme", "Acme Outfitters"], "hosts": ["acme.com"]}],
    "campaign_tags": {"utm_source": "sms", "utm_campaign": "{campaign}"},
    "severities": {"untracked-link": "off", "missing-scheme": "warn", "unfilled-placeholder": "warn"},
    "limits": {"links": 3, "characters_to_warn": 300, "characters_to_block": 900, "segments": 6, "link_characters": 500},
    "quiet_hours": {"begin": "21:00", "end": "08:30", "zone": "America/New_York"},
    "opt_out": {"required": True, "instruction": "Text STOP to end.", "words": ["nope"]},
    "risky_suffixes": ["zip", "top"],
    "provider": "smart",
    "sites": {
        "crm.acme.com": {
            "severities": {"missing-scheme": "off"},
            "require_tracking": False,
            "approved_destinations": ["crm.acme.com"],
            "limits": {"links": 5, "characters_to_warn": None, "characters_to_block": None, "segments": None, "link_characters": None},
            "quiet_hours": {"begin": "20:00", "end": "09:00", "zone": "Europe/London"},
            "opt_out": {"required": False, "instruction": None, "words": None},
        }
    },
    "owner": {"name": "Acme", "website": "https://acme.com", "email": "hi@acme.com", "phone": "+1 555 0100", "address": "1 Main St"},
}
