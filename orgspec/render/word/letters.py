"""The letters of a matrix on their colours in Word."""

from __future__ import annotations

from orgspec.document import Letter, Matrix
from orgspec.render.letters import legend
from orgspec.render.word import look
from orgspec.render.word.ooxml import run


def legend_runs(block: Matrix) -> str:
    """Every letter on its colour with its name."""
    return "".join(
        run(f"\u00a0{sign.text}\u00a0", _chip(_tone(sign.tone))) + run(f"\u00a0{sign.name}    ")
        for sign in legend(block)
    )


def _tone(tone: str) -> tuple[str, str]:
    """Fill and ink of letters by what they amount to together."""
    if tone == "AR":
        return look.ACCOUNTABLE_AND_RESPONSIBLE
    return look.LETTERS.get(tone, look.LETTERS["I"])


def _chip(colours: tuple[str, str]) -> str:
    """The run properties of a letter on its colour."""
    fill, ink = colours
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return f'<w:b/><w:bCs/><w:color w:val="{ink}"/>{shade}'


def colours(letters: tuple[Letter, ...]) -> tuple[str, str]:
    """Fill and ink for the letters of a cell: of both A and R their own, else of the first."""
    acting = [letter.acts_as for letter in letters]
    if "A" in acting and "R" in acting:
        return look.ACCOUNTABLE_AND_RESPONSIBLE
    return look.LETTERS.get(acting[0] if acting else "", look.LETTERS["I"])
