"""Arithmetic of colours: mixtures, and how well one is read on another (WCAG 2, relative luminance).

All are written as `#RRGGBB`.
"""

from __future__ import annotations

_STEPS = 50


def mixed(colour: str, other: str, share: float) -> str:
    """A mixture of two colours; `share` from 0 to 1 is how much of the first is in it.

    >>> mixed("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    pairs = zip(parts(colour), parts(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def parts(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of a colour, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(colour: str, ground: str) -> float:
    """The ratio between the luminances of two colours, from 1 to 21.

    >>> contrast("#000000", "#FFFFFF")
    21.0
    """
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def darkened(colour: str, ground: str, least: float) -> str:
    """The colour with as much black as it takes to be read on a light ground."""
    return _towards("#000000", colour, ground, least)


def lightened(colour: str, ground: str, least: float) -> str:
    """The colour with as much white as it takes to be read on a dark ground."""
    return _towards("#FFFFFF", colour, ground, least)


def distance(colour: str, other: str) -> float:
    """How far two colours are from each other, as the eye weighs it, from 0 to about 765."""
    (r, g, b), (s, h, c) = parts(colour), parts(other)
    mean = (r + s) / 2
    red = (2 + mean / 256) * (r - s) ** 2
    blue = (2 + (255 - mean) / 256) * (b - c) ** 2
    return float((red + 4 * (g - h) ** 2 + blue) ** 0.5)


def _towards(end: str, colour: str, ground: str, least: float) -> str:
    """The first step from a colour to `end` that has the contrast; `end` if none has."""
    steps = (mixed(end, colour, step / _STEPS) for step in range(_STEPS + 1))
    return next((each for each in steps if contrast(each, ground) >= least), end)


def _luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1."""
    red, green, blue = (_linear(part / 255) for part in parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """A part of a colour as light."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
