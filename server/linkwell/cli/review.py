"""``linkwell review``: what is wrong with a message or a file of them, without a running helper."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linkwell.cli.contact_options import contact_options, well_formed
from linkwell.cli.known import known
from linkwell.model.message import Channel, Message
from linkwell.settings import load

if TYPE_CHECKING:
    from linkwell.cli.message_file import Row
    from linkwell.model.review import Review

EXIT = {"ok": 0, "warn": 1, "block": 2}
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("text", required=False, callback=well_formed)
@click.option("--file", "file", type=_FILE, help="Review a file: a message a line (.txt), a row (.csv) or a JSON object (.jsonl).")
@click.option("--column", help="The column of a .csv file that holds the text.")
@click.option(
    "--fields", "fields", type=_FILE, help="A .csv file with sample values: fill the merge fields of every message with each row."
)
@click.option("--jsonl", is_flag=True, help="Read one JSON object a line on standard input, write one review a line.")
@click.option("--channel", type=click.Choice([channel.value for channel in Channel]), default=Channel.SMS.value, show_default=True)
@contact_options
@click.option("--policy", "policy_file", type=_FILE, help="Use this policy document.")
@click.option("--tracking-domain", help="Approved domain to judge by, in the place of the policy's.")
@click.option("--all", "every", is_flag=True, help="List messages without problems too.")
@click.option("--json", "shape", flag_value="json", help="The review as it stands in the API; of a file, one a line.")
@click.option("--csv", "shape", flag_value="csv", help="A row a message, with a header.")
def review(
    text: str | None,
    jsonl: bool,
    policy_file: Path | None,
    tracking_domain: str | None,
    every: bool,
    shape: str | None,
    **source: Any,
) -> int:
    """Review TEXT before it is sent, or a file of messages. Exits with 0 ok, 1 warn, 2 block, 64 wrong use."""
    if (text is not None) + (source["file"] is not None) + jsonl != 1:
        raise click.UsageError("Give the text, --file, or --jsonl.")
    if source["column"] is not None and source["file"] is None:
        raise click.UsageError("--column names a column of the --file.")
    from linkwell.actions.review_message import review_messages

    judged_by, lookups = known(load({"tracking_domain": tracking_domain}), policy_file)

    def reviewer(messages: list[Message]) -> list["Review"]:
        return review_messages(messages, judged_by, lookups, datetime.now(UTC))

    if jsonl:
        from linkwell.cli.review_stream import review_stream

        return review_stream(reviewer)
    of_whom = {name: source.pop(name) for name in ("contact", "campaign", "zone")}
    message = Message(text or "", channel=Channel(source["channel"]), **of_whom)
    in_full = shape != "csv" and source["fields"] is None
    if source["file"] is None and in_full:
        return _one(reviewer([message])[0], shape)
    from linkwell.cli.message_file import filled, is_list, read_fields
    from linkwell.cli.review_all import review_all

    fields = source.pop("fields")
    rows = _rows(message, **source)
    if fields is not None:
        samples = read_fields(fields)
        total = sum(1 if row.message is None else len(samples) for row in rows)
        return review_all(filled(rows, samples), total, reviewer, shape, every=every)
    alone = rows[0].message if len(rows) == 1 and in_full else None
    if alone is not None and (shape is None or not is_list(source["file"])):
        return _one(reviewer([alone])[0], shape)
    return review_all(rows, len(rows), reviewer, shape, every=every)


def _rows(given: Message, file: Path | None, column: str | None, channel: str) -> "list[Row]":
    from dataclasses import replace

    from linkwell.cli.message_file import Row, read_messages

    rows = [Row(1, given)] if file is None else read_messages(file, column)
    return [replace(row, message=row.message and _completed(row.message, given)) for row in rows]


def _completed(message: Message, given: Message) -> Message:
    """Return a message of a file with what the flags say where its own row says nothing."""
    from dataclasses import replace

    return replace(
        message,
        channel=message.channel if given.channel is Channel.SMS else given.channel,
        contact=message.contact or given.contact,
        campaign=message.campaign or given.campaign,
        zone=message.zone or given.zone,
    )


def _one(done: "Review", shape: str | None) -> int:
    if shape == "json":
        from linkwell.web.wire.reviews import review_out

        click.echo(review_out(done).model_dump_json())
    else:
        from linkwell.cli.review_text import write

        write(done)
    return EXIT[done.verdict.value]
