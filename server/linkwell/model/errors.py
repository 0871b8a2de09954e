"""The one tree of errors; ``web/problems.py`` maps it to HTTP, ``cli.py`` to exit codes.

LinkwellError
├── InvalidInput          what came in is not usable; says what would be
├── NotFound              nothing goes by that name
├── Conflict              somebody else changed it first, or it is locked
├── Forbidden             this token may not
├── Unauthorized          no token, or none that we know
└── Unavailable           a part that is needed does not answer
"""


class LinkwellError(Exception):
    """Something that the caller can act on; the message says how."""


class InvalidInput(LinkwellError):
    """What came in is not usable; ``field`` is the path of the fault, where there is one.

    Where several things are wrong, ``faults`` names them all: path and what to do.
    """

    def __init__(self, message: str, field: str | None = None, faults: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.field = field
        self.faults = faults or (((field, message),) if field else ())


class NotFound(LinkwellError):
    """Nothing goes by that name."""


class Conflict(LinkwellError):
    """Somebody else changed it first, or it is locked."""


class Forbidden(LinkwellError):
    """This token may not."""


class Unauthorized(LinkwellError):
    """No token, or none that we know."""


class Unavailable(LinkwellError):
    """A part that is needed does not answer."""
