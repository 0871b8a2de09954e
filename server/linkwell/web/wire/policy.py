"""The policy on the wire: one versioned document, each of its fields with what it means; docs/policy.md is made from this."""

import json
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ModelWrapValidatorHandler, Strict, ValidationError, model_validator

from linkwell.actions.check_policy import refused, usable
from linkwell.model.errors import InvalidInput
from linkwell.model.policy import Policy
from linkwell.store import documents
from linkwell.web.wire.base import Wire
from linkwell.web.wire.policy_sentences import LONGEST, faults_of

MOST = 1000  # entries of a list

Yes = Annotated[bool, Strict()]
Count = Annotated[int, Strict(), Field(ge=1, le=1_000_000)]
Domain = Annotated[str, Field(max_length=253, examples=["go.acme.com"])]
Pattern = Annotated[str, Field(max_length=500, examples=["acme.com", "=acme.com", "*.acme.com", "acme.com/shop/*"])]
Code = Annotated[str, Field(max_length=60, examples=["odd-port"])]
Clock = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["21:00"])]
Level = Literal["block", "warn", "info", "hint", "off"]
Severities = Annotated[dict[Code, Level], Field(max_length=MOST)]
Patterns = Annotated[list[Pattern], Field(max_length=MOST)]
Domains = Annotated[list[Domain], Field(max_length=MOST)]
Words = Annotated[list[Annotated[str, Field(max_length=50)]], Field(max_length=100)]
Instruction = Annotated[str, Field(max_length=160)]


def says(text: str) -> Any:
    """Return what a field means, for the schema and the page that are made from it."""
    return Field(description=text)


class OwnerWire(Wire):
    """Who answers for the tracking domain; shown to recipients on its pages."""

    name: Annotated[str, Field(max_length=200), says("Name of the business.")] = ""
    website: Annotated[str, Field(max_length=500, pattern=r"^(https?://\S+)?$"), says("Address of its website.")] = ""
    email: Annotated[str, Field(max_length=200, pattern=r"^([^\s@]+@[^\s@]+)?$"), says("Where recipients write to.")] = ""
    phone: Annotated[str, Field(max_length=40, pattern=r"^[+0-9 ()./-]*$"), says("Where recipients call.")] = ""
    address: Annotated[str, Field(max_length=300), says("Postal address.")] = ""


class BrandWire(Wire):
    """A brand of the team's own."""

    names: Annotated[
        list[Annotated[str, Field(max_length=100)]], Field(max_length=50), says("The names it goes by in texts, one at least.")
    ]
    hosts: Annotated[Domains, says("The hosts that it links to, each with everything below it.")] = []


class LimitsWire(Wire):
    """What is too much."""

    links: Annotated[Count, says("Links in one message.")] = 2
    characters_to_warn: Annotated[Count, says("Characters of a message over which it is worth a look.")] = 320
    characters_to_block: Annotated[Count, says("Characters of a message over which the send is held.")] = 1600
    segments: Annotated[Count, says("Segments of a message over which the send is held.")] = 10
    link_characters: Annotated[Count, says("Characters of one link.")] = 2000


class SiteLimitsWire(Wire):
    """The limits that are others on one site; those that are left out stay as they are everywhere."""

    links: Count | None = None
    characters_to_warn: Count | None = None
    characters_to_block: Count | None = None
    segments: Count | None = None
    link_characters: Count | None = None


class QuietHoursWire(Wire):
    """When nobody wants a text; over midnight where the end is earlier than the beginning."""

    begin: Annotated[Clock, says("First quiet minute, as 21:00.")]
    end: Annotated[Clock, says("First minute that texts may go out again, as 08:00.")]
    zone: Annotated[
        str, Field(max_length=64, examples=["America/New_York"]), says("Time zone of recipients whose own is not known, by its IANA name.")
    ]


class OptOutWire(Wire):
    """How recipients say that they want no more texts."""

    required: Annotated[Yes, says("Campaign texts must say how to opt out.")] = False
    instruction: Annotated[Instruction, says("The sentence that says it.")] = "Reply STOP to opt out."
    words: Annotated[Words, says("Replies that count as opting out, beside STOP and the other usual ones.")] = []


class SiteOptOutWire(Wire):
    """What is different about opting out on one site; what is left out stays as it is everywhere."""

    required: Yes | None = None
    instruction: Instruction | None = None
    words: Words | None = None


class SitePolicyWire(Wire):
    """What is different on one site; what is left out stays as it is everywhere."""

    severities: Annotated[Severities, says("Checks that matter more or less there, beside those that do everywhere.")] = {}
    require_tracking: Annotated[Yes | None, says("Whether an untracked link is worth a look there.")] = None
    approved_destinations: Annotated[Patterns | None, says("Places that links may lead to from there. `[]`: all.")] = None
    limits: Annotated[SiteLimitsWire | None, says("The limits that are others there, by the same names.")] = None
    quiet_hours: Annotated[QuietHoursWire | None, says("Its own quiet hours.")] = None
    opt_out: Annotated[SiteOptOutWire | None, says("What is different about opting out there, by the same names.")] = None


class PolicyWire(Wire):
    """What a team allows. Every field may be left out and then has its default: with nothing set, nothing is demanded."""

    version: Annotated[Literal[1], says("Format of this document.")] = 1
    tracking_domain: Annotated[Domain | None, says("Host that tracked links are minted on. `null`: on the helper's own address.")] = None
    tracking_domains: Annotated[Domains, says("Further tracking domains of yours: links on them count as tracked.")] = []
    retired_domains: Annotated[Domains, says("Former tracking domains, which messages may no longer use.")] = []
    approved_destinations: Annotated[Patterns, says("Places that links may lead to. Empty: all.")] = []
    denied_hosts: Annotated[Patterns, says("Places that links may never lead to.")] = []
    staging_hosts: Annotated[Patterns, says("Places that only the team can open, such as test servers.")] = []
    allowed_shorteners: Annotated[Domains, says("Public link shorteners that you use on purpose.")] = []
    require_tracking: Annotated[Yes, says("An untracked link is worth a look, not only good to know.")] = False
    brands: Annotated[list[BrandWire], Field(max_length=200), says("Your own brands.")] = []
    campaign_tags: Annotated[
        dict[Annotated[str, Field(max_length=60)], Annotated[str, Field(max_length=200)]],
        Field(max_length=20, examples=[{"utm_source": "sms", "utm_campaign": "{campaign}"}]),
        says("Parameters that every destination should carry. `{campaign}` stands for the message's campaign."),
    ] = {}
    severities: Annotated[
        Severities,
        Field(examples=[{"odd-port": "off", "untracked-link": "warn"}]),
        says("Checks that matter more or less to you; `off` turns one off."),
    ] = {}
    limits: Annotated[LimitsWire, says("What is too much.")] = LimitsWire()
    quiet_hours: Annotated[QuietHoursWire | None, says("When nobody wants a text. `null`: there is no such time.")] = None
    opt_out: Annotated[OptOutWire, says("How recipients say that they want no more texts.")] = OptOutWire()
    risky_suffixes: Annotated[
        list[Annotated[str, Field(max_length=100)]] | None,
        Field(max_length=MOST, examples=[["zip", "top"]]),
        says("Endings of hosts to hint at. `null`: the list that Linkwell comes with."),
    ] = None
    provider: Annotated[
        Literal["standard", "wide-header", "smart"],
        says(
            "How your SMS provider counts: `standard` sends every character as it is; `wide-header` does too, with one character less in "
            "each part of a long text; `smart` replaces typographic characters by plain ones."
        ),
    ] = "standard"
    sites: Annotated[
        dict[Annotated[str, Field(max_length=260, examples=["crm.acme.com"])], SitePolicyWire],
        Field(max_length=200),
        says("What is different on one site, by its host."),
    ] = {}
    owner: Annotated[OwnerWire, says("Who answers for the tracking domain; shown to recipients on its pages.")] = OwnerWire()
    locked: Annotated[
        list[Annotated[str, Field(max_length=60)]],
        Field(max_length=50),
        says("Names the fields that a flag or the environment sets. May be sent back or left out."),
    ] = []

    @model_validator(mode="wrap")
    @classmethod
    def _refuse_with_paths(cls, sent: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return handler(sent)
        except ValidationError as error:
            raise refused(faults_of(error, _NAMES)) from error


def policy_out(policy: Policy, locked: list[str]) -> PolicyWire:
    """Turn a policy into its wire form."""
    return PolicyWire.model_validate({**documents.write(policy), "locked": locked})


def policy_in(wire: PolicyWire) -> Policy:
    """Turn the wire form into a policy, tidied up; raises InvalidInput that names every fault by its path."""
    return usable(documents.read(wire.model_dump(mode="json", exclude={"version", "locked"})))


def read_policy(text: str) -> Policy:
    """Return the policy that a JSON document says, tidied up; raises InvalidInput that names every fault by its path."""
    try:
        wire = PolicyWire.model_validate_json(text.encode("utf-8", "surrogatepass"))
    except ValidationError as error:
        said = error.errors(include_url=False, include_input=False)[0]["msg"].removeprefix("Invalid JSON: ")
        raise InvalidInput(f"This is not JSON: {said}.") from error
    json.loads(text, object_pairs_hook=_once)
    return policy_in(wire)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice in one place of a document: of two blocks that somebody wrote, one would be lost."""
    read = dict(pairs)
    if len(read) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in read if names.count(name) > 1)[:LONGEST]
        raise InvalidInput(f"{twice}: It is there twice. Put both into one.", twice)
    return read


_NAMES = sorted(
    {
        name
        for kind in (PolicyWire, SitePolicyWire, LimitsWire, QuietHoursWire, OptOutWire, BrandWire, OwnerWire)
        for name in kind.model_fields
    }
)
