"""A photograph of an open trench, as a phone at the site would send it."""

from __future__ import annotations

import random
from io import BytesIO

from PIL import ExifTags, Image, ImageChops, ImageDraw, ImageFilter

_WIDTH, _HEIGHT = 1600, 1200
_SEED = 20230313

_Colour = tuple[int, int, int]


def jpeg_trench_photo(with_exif_gps: bool = True) -> bytes:
    """1600 x 1200 JPEG with camera and time in EXIF, and the position in Bergen when asked."""
    image = Image.new("RGB", (_WIDTH, _HEIGHT), (150, 152, 150))
    draw = ImageDraw.Draw(image)
    _asphalt_and_spoil(draw)
    _trench(draw)
    _pipes(draw)
    _measuring_rod(draw)
    lit = _with_grain(image.filter(ImageFilter.GaussianBlur(1.2)))
    written = BytesIO()
    lit.save(written, "JPEG", quality=88, exif=_exif(with_exif_gps))
    return written.getvalue()


def _asphalt_and_spoil(draw: ImageDraw.ImageDraw) -> None:
    """Road on the left, a heap of dug-out soil on the right, sky and hedge behind."""
    draw.rectangle((0, 0, _WIDTH, 170), fill=(188, 200, 210))
    draw.rectangle((0, 130, _WIDTH, 260), fill=(62, 88, 52))
    draw.polygon([(0, 250), (560, 250), (330, _HEIGHT), (0, _HEIGHT)], fill=(92, 93, 96))
    draw.line([(0, 900), (210, 250)], fill=(205, 205, 200), width=16)
    heap = [(1010, 250), (1120, 180), (1330, 130), (1500, 190), (_WIDTH, 230)]
    draw.polygon([*heap, (_WIDTH, _HEIGHT), (1290, _HEIGHT)], fill=(112, 86, 58))
    _stones(draw, (1080, 200, _WIDTH, _HEIGHT), 420, (134, 112, 86))


def _trench(draw: ImageDraw.ImageDraw) -> None:
    """Two walls in layers that meet a gravel bed; far end narrow, near end wide."""
    for layer, colour in enumerate([(118, 92, 62), (101, 76, 50), (86, 64, 43), (70, 52, 36)]):
        inset_far, inset_near = layer * 22, layer * 62
        left = [(560 + inset_far, 250 + layer * 18), (330 + inset_near, _HEIGHT)]
        right = [(1290 - inset_near, _HEIGHT), (1010 - inset_far, 250 + layer * 18)]
        draw.polygon([*left, *right], fill=colour)
    draw.polygon([(668, 330), (900, 330), (1060, _HEIGHT), (560, _HEIGHT)], fill=(148, 142, 132))
    _stones(draw, (600, 340, 1030, _HEIGHT), 700, (170, 165, 156))
    draw.polygon([(668, 330), (712, 330), (650, _HEIGHT), (560, _HEIGHT)], fill=(84, 78, 70))


def _pipes(draw: ImageDraw.ImageDraw) -> None:
    """Blue water pipe, orange-brown sewage pipe and black storm pipe, side by side in the bed."""
    for far, near, colour in [(728, 690, (28, 92, 178)), (790, 806, (168, 84, 40))]:
        _pipe(draw, far, near, 17 if far < 760 else 30, colour)
    _pipe(draw, 852, 950, 40, (38, 38, 42))
    draw.polygon([(771, 640), (822, 640), (824, 692), (769, 692)], fill=(148, 70, 30))  # a joint


def _pipe(draw: ImageDraw.ImageDraw, far: int, near: int, radius: int, colour: _Colour) -> None:
    small = radius // 2
    shadow = [(far - small, 330), (far + small, 330), (near + radius, _HEIGHT)]
    draw.polygon(
        [(x + radius // 2, y) for x, y in [*shadow, (near - radius, _HEIGHT)]], fill=(72, 68, 62)
    )
    draw.polygon([*shadow, (near - radius, _HEIGHT)], fill=colour)
    bright = tuple(min(255, part + 70) for part in colour)
    draw.line([(far - small // 2, 330), (near - radius // 2, _HEIGHT)], fill=bright, width=5)


def _measuring_rod(draw: ImageDraw.ImageDraw) -> None:
    """A red and white rod across the trench: half a metre a field."""
    for field in range(8):
        start = 395 + field * 105
        colour = (200, 30, 34) if field % 2 else (240, 238, 232)
        draw.line([(start, 905 - field * 6), (start + 105, 899 - field * 6)], colour, 18)


def _stones(
    draw: ImageDraw.ImageDraw, within: tuple[int, int, int, int], count: int, colour: _Colour
) -> None:
    chance = random.Random(_SEED + count)
    left, top, right, bottom = within
    for _ in range(count):
        y = chance.randint(top, bottom)
        x = chance.randint(left, right)
        if within[0] > 1000 and x < 1010 + (y - 250) * 0.3:
            continue  # not on the trench side of the spoil heap
        radius = 1 + 7 * (y - top) // (bottom - top) + chance.randint(0, 3)
        shade = chance.randint(-38, 30)
        tone = tuple(max(0, min(255, part + shade)) for part in colour)
        draw.ellipse((x - radius, y - radius // 2, x + radius, y + radius), fill=tone)


def _with_grain(image: Image.Image) -> Image.Image:
    """Coarse light and fine noise, from a fixed seed."""
    chance = random.Random(_SEED)
    fine = Image.frombytes("L", (400, 300), chance.randbytes(400 * 300)).resize(image.size)
    coarse = Image.frombytes("L", (16, 12), chance.randbytes(16 * 12))
    coarse = coarse.resize(image.size, Image.Resampling.BICUBIC)
    light = Image.blend(fine, coarse, 0.4).point(lambda value: 84 + value // 3)
    grain = Image.merge("RGB", (light, light, light))
    return Image.blend(image, ImageChops.overlay(image, grain), 0.75)


def _exif(with_gps: bool) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "samsung"
    exif[ExifTags.Base.Model] = "SM-G556B"
    exif[ExifTags.Base.Orientation] = 1
    exif[ExifTags.Base.DateTime] = "2023:03:13 10:02:17"
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = "2023:03:13 10:02:17"
    details[ExifTags.Base.OffsetTimeOriginal] = "+01:00"
    if with_gps:
        position = exif.get_ifd(ExifTags.IFD.GPSInfo)
        position[ExifTags.GPS.GPSLatitudeRef] = "N"
        position[ExifTags.GPS.GPSLatitude] = (60.0, 23.0, 34.8)
        position[ExifTags.GPS.GPSLongitudeRef] = "E"
        position[ExifTags.GPS.GPSLongitude] = (5.0, 19.0, 27.6)
    return exif
