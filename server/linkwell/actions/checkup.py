"""Checkup of a tracking domain: the steps that can be told without asking the network."""

from linkwell.data import entries
from linkwell.model.checkup import CheckupStep, StepState
from linkwell.model.policy import Policy
from linkwell.text.suffix import registrable


def checkup(host: str, policy: Policy) -> list[CheckupStep]:
    """Return what can be said of ``host``, worst possible news first."""
    return [_shortener_lists(host), _brand(host, policy), _root_page(host, policy)]


def _shortener_lists(host: str) -> CheckupStep:
    name = "shortener-lists"
    if host in entries("shorteners") or registrable(host) in entries("shorteners"):
        fix = "Carriers filter texts with shared short domains. Use a domain of your own, such as go. in front of your website's name."
        return CheckupStep(name, StepState.FAIL, f"{host} is on the lists of public link shorteners", fix)
    return CheckupStep(name, StepState.PASS, f"{host} is on no list of public link shorteners")


def _brand(host: str, policy: Policy) -> CheckupStep:
    own = {registrable(pattern.lstrip("=*.").partition("/")[0]) for pattern in policy.approved_destinations} - {""}
    if not own:
        fix = "List your website under approved destinations; then this can be told."
        return CheckupStep("brand", StepState.UNKNOWN, "No approved destinations are set, so there is nothing to compare with", fix)
    if registrable(host) in own:
        return CheckupStep("brand", StepState.PASS, f"{host} belongs to {registrable(host)}, which your links lead to")
    fix = f"Recipients trust a name they know. Use a name under {', '.join(sorted(own))}."
    return CheckupStep("brand", StepState.WARN, f"{host} is under none of the names that your links lead to", fix)


def _root_page(host: str, policy: Policy) -> CheckupStep:
    owner = policy.owner
    if owner.name and (owner.email or owner.phone):
        return CheckupStep("root-page", StepState.PASS, f"The front page of {host} names {owner.name} and how to reach them")
    missing = "who is behind it" if not owner.name else "how to reach you"
    fix = "Phone companies look at this page. Set owner in the policy: name, and an e-mail address or phone number."
    return CheckupStep("root-page", StepState.WARN, f"The front page of {host} does not say {missing}", fix)
