"""The guide on paper: as Markdown, and as one HTML page that needs nothing else."""

import re
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from linkwell.actions.guide import Block, Guide, Table

_MARKUP: Final = re.compile(r"([\\*_\[\]<>|~]|&(?=#?\w+;))")
_BEGINNING: Final = re.compile(r"^(\d*)([-#+=.)])")  # of what would be a heading or a list inside of an entry
_CODE: Final = re.compile(r"`([^`]*)`")


def as_markdown(guide: Guide) -> str:
    """Return the guide as Markdown."""
    parts = [f"# {_escaped(guide.title)}", _escaped(guide.lead)]
    for section in guide.sections:
        parts.append(f"## {_escaped(section.heading)}")
        parts += [_markdown(block) for block in section.blocks]
    return "\n\n".join(parts) + "\n"


def as_html(guide: Guide) -> str:
    """Return the guide as one HTML page; what the policy says is escaped."""
    environment = Environment(
        loader=PackageLoader("linkwell.actions", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["pieces"] = _CODE.split
    environment.tests["table"] = lambda block: isinstance(block, Table)
    return environment.get_template("guide.html").render(guide=guide) + "\n"


def _markdown(block: Block) -> str:
    if isinstance(block, str):
        return _escaped(block)
    if isinstance(block, Table):
        rows = (f"| {_escaped(row.title)} | {_escaped(row.fix)} |" for row in block.rows)
        return "\n".join(["| What we see | What to do |", "| --- | --- |", *rows])
    return "\n".join(f"- {_BEGINNING.sub(_guarded, _escaped(entry))}" for entry in block)


def _guarded(beginning: re.Match[str]) -> str:
    return f"{beginning[1]}\\{beginning[2]}"


def _escaped(text: str) -> str:
    """Keep Markdown from reading markup into words; what stands between backticks is no markup."""
    pieces = _CODE.split(" ".join(text.split()))
    return "".join(f"`{piece}`" if index % 2 else _MARKUP.sub(r"\\\1", piece) for index, piece in enumerate(pieces))
