"""``linkwell review``: what is wrong with a message, without a running helper."""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linkwell.model.message import Channel, Message
from linkwell.model.policy import Policy
from linkwell.settings import Settings, load

if TYPE_CHECKING:
    from linkwell.actions.review_message import Known, Lookup
    from linkwell.model.tracked_link import TrackedLink

EXIT = {"ok": 0, "warn": 1, "block": 2}


@click.command()
@click.argument("text", required=False)
@click.option("--file", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Read the message from a file.")
@click.option("--jsonl", is_flag=True, help="Read one JSON object a line on standard input, write one review a line.")
@click.option("--channel", type=click.Choice([channel.value for channel in Channel]), default=Channel.SMS.value, show_default=True)
@click.option("--policy", "policy_file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Use this policy document.")
@click.option("--tracking-domain", help="Approved domain to judge by, in the place of the policy's.")
@click.option("--json", "as_json", is_flag=True, help="The review as it stands in the API.")
def review(
    text: str | None, file: Path | None, jsonl: bool, channel: str, policy_file: Path | None, tracking_domain: str | None, as_json: bool
) -> int:
    """Review TEXT before it is sent. Exits with 0 ok, 1 warn, 2 block, 64 wrong use."""
    if (text is not None) + (file is not None) + jsonl != 1:
        raise click.UsageError("Give the text, --file, or --jsonl.")
    known, lookup = _known(load({"tracking_domain": tracking_domain}), policy_file)
    if jsonl:
        return _stream(known, lookup)
    from linkwell.actions.review_message import review_message

    message = Message(file.read_text(encoding="utf-8") if file else text or "", channel=Channel(channel))
    done = review_message(message, known, lookup)
    if as_json:
        from linkwell.web.wire.reviews import review_out

        click.echo(review_out(done).model_dump_json())
    else:
        from linkwell.cli.review_text import write

        write(done)
    return EXIT[done.verdict.value]


def _stream(known: "Known", lookup: "Lookup") -> int:
    from linkwell.actions.review_message import review_message
    from linkwell.web.api import parse
    from linkwell.web.problems import Problem
    from linkwell.web.wire.reviews import ReviewIn, review_out

    failed = False
    for line in sys.stdin.buffer:
        try:
            wanted: ReviewIn = parse(ReviewIn, line)
            out = review_out(review_message(wanted.message(), known, lookup)).model_dump_json()
        except Problem as error:
            failed = True
            out = json.dumps({"error": {"status": error.status, "detail": str(error), "errors": error.fields or []}})
        click.echo(out)
        sys.stdout.flush()
    return int(failed)


def _known(settings: Settings, policy_file: Path | None) -> "tuple[Known, Lookup]":
    """Return what to judge by; the store is opened only where there is one, and asked only about tracked links."""
    from linkwell.actions.review_message import Known

    policy, hosts = _stored(settings)
    if policy_file is not None:
        policy = _from_file(policy_file)
    if settings.tracking_domain:
        from linkwell.text.destination import as_tracking_domain

        policy = replace(policy, tracking_domain=as_tracking_domain(settings.tracking_domain))
    if policy.tracking_domain:
        hosts |= {policy.tracking_domain}
    return Known(policy, hosts, policy.base(settings.own_base)), _lookup(settings)


def _stored(settings: Settings) -> tuple[Policy, frozenset[str]]:
    if not _has_store(settings):
        return Policy(), frozenset()
    from linkwell.cli.store import open_store
    from linkwell.store import links, policies
    from linkwell.store.engine import transaction

    with transaction(open_store(settings)) as session:
        return policies.newest(session)[1], links.hosts(session)


def _lookup(settings: Settings) -> "Lookup":
    def look_up(slugs: "Iterable[str]") -> "Mapping[str, TrackedLink]":
        from linkwell.cli.store import open_store
        from linkwell.store import links
        from linkwell.store.engine import transaction

        with transaction(open_store(settings)) as session:
            return links.find_all(session, slugs)

    return look_up


def _has_store(settings: Settings) -> bool:
    return bool(settings.database) or (settings.data_dir / "linkwell.db").exists()


def _from_file(file: Path) -> Policy:
    from linkwell.model.errors import InvalidInput
    from linkwell.web.api import parse
    from linkwell.web.problems import Problem
    from linkwell.web.wire.team import PolicyWire, policy_in

    try:
        return policy_in(parse(PolicyWire, file.read_bytes()))
    except Problem as error:
        where = error.fields[0]["field"] if error.fields else None
        raise InvalidInput(f"{file}: {error}" + (f" Look at {where}." if where else ""), where) from error
