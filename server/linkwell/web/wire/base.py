"""What every shape on the wire shares."""

from datetime import UTC, datetime
from typing import Annotated, Final

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer

from linkwell.text.zone import is_zone


def _instant(moment: datetime) -> str:
    there = moment.astimezone(UTC)
    return there.strftime("%Y-%m-%dT%H:%M:%S.") + f"{there.microsecond // 1000:03d}Z"


def _within_reason(moment: datetime) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"a time is in the years {FIRST_YEAR} to {LAST_YEAR}")
    return moment.astimezone(UTC)


def _known_zone(name: str) -> str:
    if not is_zone(name):
        raise ValueError("a zone is an IANA name such as America/New_York")
    return name


FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2999
Reference = Annotated[
    str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$", description="Opaque reference of yours; never a name, address or number.")
]
Time = Annotated[AwareDatetime, AfterValidator(_within_reason)]
Zone = Annotated[str, Field(max_length=64, description="IANA name such as America/New_York."), AfterValidator(_known_zone)]
Moment = Annotated[datetime, PlainSerializer(_instant, return_type=str)]


class Wire(BaseModel):
    """Everything on the wire: what is not named is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)
