"""The review on texts that its rules were not written from: it finds what is wrong with bad ones and leaves ordinary ones alone."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from linkwell import checks
from linkwell.actions.review import read, review, slugs_in
from linkwell.model.context import Context
from linkwell.model.finding import Severity
from linkwell.model.message import Channel, Message
from linkwell.model.policy import Policy
from linkwell.model.review import Review, Verdict
from linkwell.model.tracked_link import LinkState, TrackedLink
from linkwell.store.documents import read as read_policy
from tests.server.corpus.generated import ordinary

CORPUS: Final = Path(__file__).parent / "corpus"
HELPER: Final = "http://127.0.0.1:18473/"
PLAIN: Final = Context()
USUAL: Final = Context(Policy(tracking_domain="go.acme.com"), frozenset({"go.acme.com"}), base="https://go.acme.com/")


def bad_texts() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS / "bad.jsonl").read_text("utf-8").splitlines()]


def ordinary_texts() -> list[str]:
    lines = (CORPUS / "ordinary.txt").read_text("utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines[4:]]


def review_of(row: Mapping[str, Any]) -> Review:
    """Review a row of ``bad.jsonl`` in the light of its policy and context: a slug that it does not list belongs to no link."""
    policy = read_policy(row.get("policy", {}))
    hosts = frozenset(row.get("tracking_hosts", filter(None, (policy.tracking_domain, *policy.tracking_domains))))
    own = {field.name: row[field.name] for field in fields(Message) if field.name in row}
    message = Message(**{**own, "channel": Channel(own.get("channel", "sms"))})
    given = row.get("context", {})
    known = {link["slug"]: tracked(link, policy) for link in given.get("known", ())}
    return review(
        message,
        Context(
            policy=policy,
            tracking_hosts=hosts,
            known={slug: known.get(slug) for slug in slugs_in(read(message, hosts))},
            base=policy.base(HELPER),
            at=moment(given.get("at")),
            domain_changes=tuple(map(datetime.fromisoformat, given.get("domain_changes", ()))),
            opted_out=given.get("opted_out", False),
            first_contact=given.get("first_contact", False),
        ),
    )


def tracked(link: Mapping[str, Any], policy: Policy) -> TrackedLink:
    made = TrackedLink(link["slug"], policy.base(HELPER) + link["slug"], link["destination"], datetime(2026, 1, 5, tzinfo=UTC))
    return replace(
        made,
        state=LinkState(link.get("state", "live")),
        campaign=link.get("campaign"),
        contact=link.get("contact"),
        expires_at=moment(link.get("expires_at")),
    )


def moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)


def alarms(texts: Iterable[str], context: Context) -> tuple[list[str], list[str]]:
    """Return the texts that are held and those that are warned of, each with the reasons, and print them by code."""
    reviews = [review(Message(text), context) for text in texts]
    codes = Counter((finding.severity.value, finding.code) for one in reviews for finding in one.findings)
    for (severity, code), count in sorted(codes.items()):
        print(f"{count:6} {severity} {code}")
    lines = [(one.verdict, f"{told(one, {Severity.BLOCK, Severity.WARN})}: {one.message.text!r}") for one in reviews]
    for verdict, line in lines:
        if verdict is not Verdict.OK:
            print(line)
    return [line for verdict, line in lines if verdict is Verdict.BLOCK], [line for verdict, line in lines if verdict is Verdict.WARN]


def told(one: Review, severities: set[Severity]) -> str:
    return ", ".join(f"{finding.severity} {finding.code}" for finding in one.findings if finding.severity in severities)


def test_every_check_has_bad_texts_of_its_own() -> None:
    counts = Counter(row["code"] for row in bad_texts())
    assert {check.code for check in checks.ALL} <= set(counts)
    assert min(counts.values()) >= 6
    assert counts.total() >= 400


def test_what_is_wrong_with_bad_texts_is_found() -> None:
    missed, milder, rows = [], [], defaultdict[str, list[bool]](list)
    for row in bad_texts():
        one = review_of(row)
        found = [finding for finding in one.findings if finding.code == row["code"]]
        rows[row["code"]].append(bool(found))
        if not found:
            missed.append(f"{row['code']}: {row['text']!r} gave {told(one, set(Severity)) or 'nothing'}")
        elif "severity" in row and row["severity"] not in {finding.severity for finding in found}:
            milder.append(f"{row['code']}: {row['text']!r} is {found[0].severity}, not {row['severity']}")
    for code, hits in rows.items():
        print(f"{sum(hits):4} of {len(hits):3} {code}")
    print(*missed, *milder, sep="\n")
    total = sum(map(len, rows.values()))
    assert len(missed) <= 0.02 * total, "\n".join(missed)
    assert [code for code, hits in rows.items() if 3 * sum(hits) < 2 * len(hits)] == []
    assert len(milder) <= 0.02 * total, "\n".join(milder)


@pytest.mark.parametrize("context", [PLAIN, USUAL], ids=["nothing configured", "with a tracking domain"])
def test_ordinary_texts_are_never_held_and_hardly_ever_warned_of(context: Context) -> None:
    texts = ordinary_texts()
    assert len(texts) >= 500
    held, warned = alarms(texts, context)
    assert held == []
    assert len(warned) < 0.01 * len(texts), "\n".join(warned)


def test_a_thousand_more_ordinary_texts_are_left_alone() -> None:
    held, warned = alarms(ordinary(1000, seed=20261128), USUAL)
    assert held == []
    assert len(warned) < 10, "\n".join(warned)
