"""Guide: the team's own link guide, made from its policy; in plain words, for whoever writes the messages.

Text marks what is to be typed as it stands with backticks, as Markdown does; nothing else in it is markup.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from linkwell.actions.guide_checks import Row, here, silent
from linkwell.checks import ALL
from linkwell.model.finding import Severity
from linkwell.model.policy import Limits, OptOut, Owner, Policy, Provider, QuietHours, SitePolicy

NOBODY = "your Linkwell administrator"


@dataclass(frozen=True, slots=True)
class Table:
    """Checks with what they mean for a message: title and what to do."""

    rows: tuple[Row, ...]


Block = str | tuple[str, ...] | Table
"""A paragraph, a list, or a table."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide: its title, a sentence on what it is, and its sections."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def guide_of(policy: Policy) -> Guide:
    """Return the guide of a policy; where nothing is set it says what that means."""
    name = plain(policy.owner.name)
    return Guide(
        f"Links in texts from {name}" if name else "Links in our texts",
        "What Linkwell looks at before a text goes out, and what to do about it. It is made from our policy: this holds today.",
        (
            Section("Write the link", tuple(_building(policy))),
            Section("Make it short", tuple(_shortening(policy))),
            Section("See who opened it", tuple(_watching(policy))),
            Section("Send it at a good time, with a way out", tuple(_sending(policy))),
            Section(
                "What holds the send", tuple(_checks(policy, {Severity.BLOCK}, "Linkwell stops the text at Send and shows what is wrong."))
            ),
            Section(
                "What is worth a look", tuple(_checks(policy, {Severity.WARN}, "The text can go out. Most of these lose clicks or trust."))
            ),
            Section("Good to know", tuple(_checks(policy, {Severity.INFO, Severity.HINT}, "Small things that make a text better."))),
            *([Section("Not looked at here", tuple(_off(policy)))] if _off(policy) else []),
            *(Section(f"Different on {host}", tuple(_on_site(site, policy.at(host)))) for host, site in policy.sites.items()),
            Section("Whom to ask", tuple(_asking(policy.owner))),
        ),
    )


def plain(text: str) -> str:
    """Return somebody's own words without what would mark code."""
    return text.replace("`", "'")


def code(text: str) -> str:
    """Mark what is to be typed as it stands."""
    return f"`{plain(text)}`"


def _building(policy: Policy) -> Iterator[Block]:
    yield "Copy the whole address from the browser, `https://` included. Put a space before and after it, and no full stop right behind it."
    if policy.approved_destinations:
        yield "Link to these places only:"
        yield tuple(_place(pattern) for pattern in policy.approved_destinations)
    else:
        yield "Links may lead to any website: no list of approved places is set."
    if policy.denied_hosts:
        yield "Never link to these:"
        yield tuple(_place(pattern) for pattern in policy.denied_hosts)
    if policy.staging_hosts:
        yield "Only we can open these, so they are no use to anybody else:"
        yield tuple(_place(pattern) for pattern in policy.staging_hosts)
    linked = [brand for brand in policy.brands if brand.hosts]
    if linked:
        yield "Where a text names one of our brands, its link leads there too:"
        yield tuple(f"{plain(' or '.join(brand.names))}: {_all(map(code, brand.hosts))}" for brand in linked)
    if policy.campaign_tags:
        yield "Links of a campaign carry these tags, so that analytics knows where a visit came from:"
        yield tuple(_tag(name, value) for name, value in policy.campaign_tags.items())
    else:
        yield "No campaign tags are set, so links go out with what you put behind the `?` and nothing more."


def _place(pattern: str) -> str:
    host, _, path = pattern.removeprefix("=").partition("/")
    below = host.removeprefix("*.")
    where = code(host)
    if pattern.startswith("="):
        where = f"{code(host)} itself, nothing below it"
    elif host.startswith("*.") and "*" not in below:
        where = f"what lies below {code(below)}, as {code(f'www.{below}')}"
    elif "*" not in host:
        where = f"{code(host)} and everything below it"
    return f"{where}, pages like {code(f'/{path}')} only" if path else where


def _tag(name: str, value: str) -> str:
    return f"{code(f'{name}={value}')}" + (", with the name of the campaign in the place of `{campaign}`" if "{campaign}" in value else "")


def _shortening(policy: Policy) -> Iterator[Block]:
    if policy.tracking_domain:
        example = code(f"https://{policy.tracking_domain}/7xkq2mf4")
        yield f"Press Track links. Each link becomes a short one on our own domain, as {example}; the rest of the text stays as it is."
    else:
        yield (
            "No domain for short links is set yet. Links that you track now begin with the address of your own computer, and nobody else "
            "can open them."
        )
    if policy.tracking_domains:
        yield f"Links on {_all(map(code, policy.tracking_domains))} are ours as well."
    if policy.retired_domains:
        yield f"Links on {_all(map(code, policy.retired_domains))} are old. Make new ones."
    if _is_off(policy, "untracked-link"):
        yield "Whether a link is tracked is not looked at here. One that is not works just as well, but nobody sees whether it was opened."
    elif policy.require_tracking:
        yield "Track every link before the text goes out; one that is not tracked is worth a look."
    else:
        yield "Tracking is recommended. A link that is not tracked works just as well, but nobody sees whether it was opened."
    if _is_off(policy, "public-shortener"):
        yield "Public shorteners such as `bit.ly` are not looked at here. Phone companies filter texts that have them, often in silence."
    elif policy.allowed_shorteners:
        yield f"Of the public shorteners, {_all(map(code, policy.allowed_shorteners))} may be used here, and no other."
    else:
        yield "Public shorteners such as `bit.ly` are not used here: phone companies filter texts that have them, often without a word."


def _is_off(policy: Policy, name: str) -> bool:
    return name in policy.severities and policy.severities[name] is None


def _watching(policy: Policy) -> Iterator[Block]:
    yield "When somebody taps a tracked link, we note the link, the time and what their phone says about itself. Their address is not kept."
    yield (
        "A click is a person who opened the page. Two taps within 30 seconds are one click.",
        "Phones and apps fetch pages for a preview, and scanners look at links. They are kept apart and are no clicks.",
        "Where it cannot be told who asked, it says so.",
    )
    yield "Send each person a tracked link of their own: a link that is copied from another conversation tells of the wrong person."


def _sending(policy: Policy) -> Iterator[Block]:
    yield _hours(policy.quiet_hours)
    yield _opt_out(policy.opt_out)
    yield tuple(_limits(policy.limits, [each.name for each in fields(Limits)]))
    if policy.provider is Provider.SMART:
        yield "Curly quotes and long dashes are replaced by plain ones on the way, so they cost nothing."


def _hours(hours: QuietHours | None) -> str:
    if hours is None:
        return "No quiet hours are set. Think of when the recipient sleeps."
    return (
        f"No texts from {hours.begin:%H:%M} to {hours.end:%H:%M}, by the recipient's own clock where we know it, else by that of "
        f"{plain(hours.zone.rpartition('/')[2].replace('_', ' '))}."
    )


def _opt_out(opt_out: OptOut) -> str:
    sentence = f"“{plain(opt_out.instruction)}”"
    asked = f"Every campaign text ends with {sentence}" if opt_out.required else f"To tell people how to stop our texts, write {sentence}"
    more = f" So does {' or '.join(code(word) for word in opt_out.words)} here." if opt_out.words else ""
    return f"{asked} A reply of STOP, or one that asks for it in words, ends them.{more}"


def _limits(limits: Limits, names: Iterable[str]) -> Iterator[str]:
    said = {
        "links": f"Up to {limits.links} {'link' if limits.links == 1 else 'links'} in one text.",
        "characters_to_warn": f"A text over {limits.characters_to_warn} characters is worth a look.",
        "characters_to_block": f"A text over {limits.characters_to_block} characters is held.",
        "segments": f"So is one that is sent as more than {limits.segments} {'part' if limits.segments == 1 else 'parts'}.",
        "link_characters": f"One link has {limits.link_characters} characters at most.",
    }
    return (said[name] for name in names)


def _checks(policy: Policy, severities: set[Severity], lead: str) -> Iterator[Block]:
    rows = tuple(row for check in ALL if (row := here(check, policy)) is not None and row.severity in severities)
    if not rows:
        yield "Nothing."
        return
    yield lead
    yield Table(rows)


def _off(policy: Policy) -> list[Block]:
    off = tuple(plain(check.title) for check in ALL if here(check, policy) is None and not silent(check, policy))
    return ["Our policy turns these off:", off] if off else []


def _on_site(site: SitePolicy, there: Policy) -> Iterator[Block]:
    said: list[str] = []
    titles = {check.code: check.title for check in ALL}
    words = {Severity.BLOCK: "holds the send", Severity.WARN: "is worth a look"}
    for name, severity in site.severities.items():
        what = "is not looked at" if severity is None else words.get(severity, "is good to know")
        said.append(f"“{plain(titles.get(name, name))}” {what}.")
    if site.require_tracking is not None:
        said.append("Every link must be tracked." if site.require_tracking else "Links need not be tracked.")
    if site.approved_destinations is not None:
        places = "; ".join(_place(pattern) for pattern in site.approved_destinations)
        said.append(f"Links may lead to: {places}." if places else "Links may lead to any website.")
    if site.limits is not None:
        said += _limits(there.limits, [each.name for each in fields(Limits) if getattr(site.limits, each.name) is not None])
    if site.quiet_hours is not None:
        said.append(_hours(site.quiet_hours))
    if site.opt_out is not None:
        said.append(_opt_out(there.opt_out))
    yield tuple(said) or "Nothing yet."


def _asking(owner: Owner) -> Iterator[Block]:
    ways = [plain(way) for way in (owner.email, owner.phone) if way]
    who = plain(owner.name) or NOBODY
    yield f"Ask {NOBODY} where this guide does not fit, or where something is held that should not be."
    if ways:
        yield f"Recipients reach {who} at {' or '.join(ways)}; our link pages say so too."
    else:
        yield "Our link pages do not say yet how recipients reach us: the policy names no e-mail address and no phone number."


def _all(entries: Iterable[str]) -> str:
    *others, last = entries
    return f"{', '.join(others)} and {last}" if others else last
