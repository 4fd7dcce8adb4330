"""A dimensioned sketch, as drawn by hand at the site and scanned."""

from __future__ import annotations

import itertools
import random
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

_SIZE = (1240, 877)
_INK = (34, 40, 70)
_Point = tuple[float, float]


def png_sketch() -> bytes:
    """1240 x 877 PNG: house corner, water and sewage pipe, manhole, measured distances."""
    image = Image.new("RGB", _SIZE, (250, 248, 240))
    draw = ImageDraw.Draw(image)
    hand = _Hand(draw)
    hand.squared_paper()
    hand.shape([(180, 140), (620, 140), (620, 400), (180, 400), (180, 140)], _INK)
    hand.shape([(300, 400), (300, 640), (360, 760)], (20, 90, 190))
    hand.shape([(420, 400), (420, 610), (700, 760)], (20, 130, 60))
    hand.shape([(60, 770), (600, 752), (1180, 790)], _INK)
    draw.ellipse((680, 740, 726, 786), outline=(20, 130, 60), width=4)
    hand.distance((180, 100), (620, 100), "12,40 m", above=True)
    hand.distance((760, 140), (760, 400), "8,10 m")
    hand.distance((150, 400), (150, 640), "7,25 m")
    hand.distance((500, 585), (775, 735), "14,60 m", above=True)
    hand.words((290, 250), "Eksempelveien 14\ngnr. 164 bnr. 123")
    hand.words((312, 520), "VL 32 PE", (20, 90, 190))
    hand.words((432, 470), "SP 110 PVC", (20, 130, 60))
    hand.words((690, 795), "SK 4711", (20, 130, 60))
    hand.words((880, 60), "SKISSE AV LEDNINGER\n13.03.2023\nO. Eksempel")
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


class _Hand:
    """Draws as a hand does: never quite straight, the same way every time."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw
        self._chance = random.Random(164123)

    def squared_paper(self) -> None:
        for x in range(0, _SIZE[0], 31):
            self._draw.line([(x, 0), (x, _SIZE[1])], fill=(222, 228, 236))
        for y in range(0, _SIZE[1], 31):
            self._draw.line([(0, y), (_SIZE[0], y)], fill=(222, 228, 236))

    def shape(self, points: list[_Point], colour: tuple[int, int, int], width: int = 4) -> None:
        for start, end in itertools.pairwise(points):
            self._draw.line(self._shaky(start, end), fill=colour, width=width, joint="curve")

    def distance(self, start: _Point, end: _Point, told: str, *, above: bool = False) -> None:
        self.shape([start, end], _INK, width=2)
        for x, y in (start, end):
            self._draw.line([(x - 9, y + 9), (x + 9, y - 9)], fill=_INK, width=3)
        middle = ((start[0] + end[0]) / 2 + 10, (start[1] + end[1]) / 2 - (38 if above else 12))
        self.words(middle, told)

    def words(self, at: _Point, told: str, colour: tuple[int, int, int] = _INK) -> None:
        font = ImageFont.load_default(size=26)
        self._draw.multiline_text(at, told, fill=colour, font=font, spacing=8)

    def _shaky(self, start: _Point, end: _Point) -> list[_Point]:
        steps = 12
        return [
            (
                start[0] + (end[0] - start[0]) * n / steps + self._chance.uniform(-2, 2),
                start[1] + (end[1] - start[1]) * n / steps + self._chance.uniform(-2, 2),
            )
            for n in range(steps + 1)
        ]
