"""Query: the parameters of a written link, taken apart once for all checks that ask."""

from functools import lru_cache

from linkwell.text.parts import Parameter, parts


@lru_cache(maxsize=1024)
def parameters(written: str) -> tuple[Parameter, ...]:
    """Return the parameters of a written link in order, byte for byte; ``()`` where it has no query."""
    return parts(written).parameters() if "?" in written else ()


def cut(one: Parameter, first: Parameter) -> tuple[int, int]:
    """Return what has to go for a parameter to be gone: itself and the ``&`` in front of it, or behind it where it is the ``first``."""
    return (one.start, one.end + 1) if one is first else (one.start - 1, one.end)


def path_place(written: str) -> tuple[int, int]:
    """Return where the path of a written link begins and ends."""
    taken = parts(written)
    end = taken.query_start - 1 if taken.query is not None else len(written.partition("#")[0])
    return end - len(taken.path), end
