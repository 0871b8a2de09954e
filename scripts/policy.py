#!/usr/bin/env python3
"""Writes docs/policy.schema.json and docs/policy.md from the policy's shape on the wire; with --check it only compares."""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "docs" / "policy.schema.json"
PAGE = ROOT / "docs" / "policy.md"
OPENING = """# The policy

Made by `scripts/policy.py` from `server/linkwell/web/wire/policy.py`.

What a team allows is one JSON document. Every field may be left out and then has its default: with nothing set, nothing is demanded. Its
shape is also there for programs: [policy.schema.json](policy.schema.json).

```json
{
  "version": 1,
  "tracking_domain": "go.acme.com",
  "approved_destinations": ["acme.com", "=partner.com", "*.acme.shop", "blog.com/acme/*"],
  "campaign_tags": {"utm_source": "sms", "utm_medium": "text", "utm_campaign": "{campaign}"},
  "severities": {"untracked-link": "warn", "missing-scheme": "off"},
  "quiet_hours": {"begin": "21:00", "end": "08:00", "zone": "America/New_York"},
  "sites": {"crm.acme.com": {"limits": {"links": 3}}},
  "owner": {"name": "Acme Outfitters", "email": "hello@acme.com"}
}
```

## Setting it

| by | how |
| --- | --- |
| the extension's options | the approved domain; needs an admin's pairing |
| the API | `GET /v1/policy`, then `PUT` the whole of it back with your changes, and with the `ETag` that you read as `If-Match` |
| the command line | `linkwell policy set FILE`, or single fields: `linkwell policy set tracking_domain=go.acme.com limits.links=3` |

Every version is kept. A new one is in force within a second in every worker. `tracking_domain` may also be set by a flag or the
environment when the helper starts: it is then stronger, named in `locked`, and cannot be changed by any of these.

`linkwell policy show` tells what is set, `check FILE` whether a document can be used, `diff FILE` what it would change, and `guide`
prints the team's own link guide, made from its policy, as Markdown or (`--html`) as one page for people to read.

## What is refused

A document is taken whole or not at all. Each fault is named by its path, as in `brands[0].names` or `sites.crm.acme.com.limits.links`,
with what to do about it: unknown fields and checks, a name that stands twice in a file, hosts that are none, a public shortener or a shared
ending such as `co.uk` as tracking domain, a tracking domain that is also retired or denied, a place that is approved and denied, quiet
hours without a length, unknown time zones, tags that would break an address, a warning that comes after the block, and a protecting check
(* in the [catalogue](catalogue.md)) that is turned off.

## Places

`approved_destinations`, `denied_hosts` and `staging_hosts` are lists of places:

| written | stands for |
| --- | --- |
| `acme.com` | the host and everything below it |
| `=acme.com` | the host alone |
| `*.acme.com` | what lies below it; `*` may stand anywhere in the host |
| `acme.com/shop/*` | of the host and everything below it, the paths that fit |

Denied beats approved. Everything else that is named by its host (domains, shorteners, brands, sites) is written as the host alone.
"""

HEADINGS = {
    "BrandWire": "Each of `brands`",
    "LimitsWire": "`limits`",
    "QuietHoursWire": "`quiet_hours`",
    "OptOutWire": "`opt_out`",
    "SitePolicyWire": "Each of `sites`",
    "OwnerWire": "`owner`",
}


def main(arguments: list[str]) -> int:
    """Write the files, or compare them; return 0 where all is well."""
    sys.path.insert(0, str(ROOT / "server"))
    from linkwell.web.wire.policy import PolicyWire

    shape = PolicyWire.model_json_schema()
    wanted = {SCHEMA: schema(shape), PAGE: page(shape)}
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text]
    if arguments == ["--check"]:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what the policy's shape says. Run: python3 scripts/policy.py")
        return 1 if stale else 0
    for path, text in wanted.items():
        path.write_text(text, "utf-8")
        print(path.relative_to(ROOT))
    return 0


def schema(shape: dict[str, Any]) -> str:
    """Return the document's JSON Schema as a file."""
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Linkwell policy", **_untitled(shape)}
    return json.dumps(named, indent=2).replace('Wire"', '"') + "\n"


def page(shape: dict[str, Any]) -> str:
    """Return the page."""
    parts = [OPENING, "## Fields\n", *_table(shape, shape["$defs"])]
    for name, heading in HEADINGS.items():
        part = shape["$defs"][name]
        parts += ["", f"### {heading}\n", f"{part['description']}\n", *_table(part, shape["$defs"])]
    return "\n".join(parts) + "\n"


def _untitled(part: Any) -> Any:
    """Leave out titles that only repeat names."""
    if isinstance(part, list):
        return [_untitled(each) for each in part]
    if isinstance(part, dict):
        return {name: _untitled(each) for name, each in part.items() if name != "title"}
    return part


def _table(part: dict[str, Any], parts: dict[str, Any]) -> list[str]:
    rows = ["| field | default | means |", "| --- | --- | --- |"]
    for name, field in part["properties"].items():
        inner = parts.get(field.get("$ref", "").rpartition("/")[2], {})
        default = "needed" if "default" not in field else "see below" if inner else f"`{json.dumps(field['default'])}`"
        words = field.get("additionalProperties", {}).get("enum", ())
        choice = f" One of {', '.join(f'`{word}`' for word in words)}." if words else ""
        rows.append(f"| `{name}` | {default} | {field.get('description') or inner['description']}{choice} |")
    return rows


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
