"""What every shape on the wire shares."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer


def _instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


Reference = Annotated[str, Field(max_length=200, description="Opaque reference of yours; never a name, address or number.")]
Moment = Annotated[datetime, PlainSerializer(_instant, return_type=str)]


class Wire(BaseModel):
    """Everything on the wire: what is not named is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)
