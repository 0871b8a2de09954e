"""Units: spans in code points (what Python counts) to and from UTF-16 code units (what JavaScript counts)."""

from bisect import bisect_left

from linkwell.model.span import Span


class Units:
    """Converts the spans of one text; free of work where every character is one unit, as in all texts without emoji."""

    __slots__ = ("_astral", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        if text.isascii() or max(text) <= "\uffff":
            self._astral: list[int] = []
        else:
            self._astral = [position for position, character in enumerate(text) if character > "\uffff"]

    def to_utf16(self, span: Span) -> Span:
        """Return a span in code points as one in UTF-16 code units."""
        return span if not self._astral else Span(self._units(span.start), self._units(span.end))

    def to_points(self, span: Span) -> Span:
        """Return a span in UTF-16 code units as one in code points; refuse one that cuts a character in two."""
        return span if not self._astral else Span(self._point(span.start), self._point(span.end))

    def __len__(self) -> int:
        """The length of the text in UTF-16 code units."""
        return len(self._text) + len(self._astral)

    def _units(self, point: int) -> int:
        return point + bisect_left(self._astral, point)

    def _point(self, unit: int) -> int:
        low, high = 0, len(self._astral)
        while low < high:
            middle = (low + high) // 2
            if self._astral[middle] + middle < unit:
                low = middle + 1
            else:
                high = middle
        point = unit - low
        if self._units(point) != unit:
            raise ValueError(f"UTF-16 unit {unit} lies inside a character")
        return point
