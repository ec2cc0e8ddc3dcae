"""Makes the pictures of single documents that the README and the guides show.

`python docs/pictures.py [NAME …]` runs `orgspec render` on the samples as the pages beside the
pictures say. The same code gives the same pictures; they need typst and Pillow, and no browser.
Matrices that are pointed at (`raci`) and forms filled by Word (`form`) are taken by hand.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs.gallery import small  # noqa: E402

FOLDER = ROOT / "docs" / "images"


class Picture(NamedTuple):
    """What a picture shows: a document of a sample, in a language, and some of its pages.

    `pages` stand in rows of `across`; a drawing without paper has none. It is `wide` pixels wide.
    """

    name: str
    sample: str
    command: str
    locale: str
    pages: int = 1
    across: int = 1
    wide: int = 662


STYLED = "job-description head-roaster"
SWIMLANE = "workflow order-processing"
POST = "job-description export-sales-rep"

PICTURES = (
    Picture("org-chart", "trade-site", "chart", "en", pages=0, wide=1654),
    Picture("org-chart.zh", "trade-site", "chart", "zh", pages=0, wide=1654),
    Picture("job-description", "export-sales-post", POST, "en"),
    Picture("job-description.zh", "export-sales-post", POST, "zh"),
    Picture("swimlane", "trade-management", SWIMLANE, "en", pages=0, wide=1680),
    Picture("swimlane.zh", "trade-management", SWIMLANE, "zh", pages=0, wide=1680),
    Picture(
        "chart-sheets", "trade-site", "chart --tile --paper A4 --orientation landscape", "en",
        pages=4, across=2, wide=1042,
    ),
    Picture(
        "chart-sheets.zh", "trade-site", "chart --tile --paper A4", "zh", pages=2, across=2, wide=1042,
    ),
    Picture("two-languages", "trade-site", "job-description sales-rep", "zh+en"),
    Picture("styled-job-description", "small-firm", STYLED, "en", wide=596),
    Picture("styled-job-description.zh", "small-firm", STYLED, "zh", wide=596),
)  # fmt: skip

# Pages in rows on grey, one alone with a hairline around it.
_PAGE = """
#let (count, across, wide) = json(bytes(sys.inputs.shown))
#set page(width: wide * 1pt, height: auto, margin: if count > 1 { 6pt } else { 0pt }, fill: rgb("#AEBBCB"))
#grid(columns: (1fr,) * across, gutter: 6pt, ..range(count).map(index => box(
  fill: white, stroke: 0.6pt + rgb("#AEBBCB"), image("document.pdf", page: index + 1, width: 100%),
)))
"""


def picture(shown: Picture, folder: Path) -> bytes:
    """A picture as PNG, made in an empty `folder`."""
    import typst

    document = folder / ("document.pdf" if shown.pages else "drawing.png")
    arguments = [*shown.command.split(), "--locale", shown.locale, "-p", f"samples/{shown.sample}"]
    subprocess.run(
        [sys.executable, "-m", "orgspec", "render", *arguments, "-o", str(document)],
        cwd=ROOT, check=True,
    )  # fmt: skip
    if not shown.pages:
        return document.read_bytes()
    (folder / "page.typ").write_text(_PAGE, encoding="utf-8")
    compiler = typst.Compiler(str(folder / "page.typ"), root=str(folder))
    inputs = {"shown": str([shown.pages, shown.across, shown.wide])}
    made = compiler.compile(format="png", ppi=144, sys_inputs=inputs)
    assert isinstance(made, bytes)
    return made


def main(names: list[str]) -> None:
    """Make some pictures; all, if none is named."""
    for shown in PICTURES:
        if not names or shown.name in names:
            with tempfile.TemporaryDirectory() as folder:
                made = small(picture(shown, Path(folder)), shown.wide)
            (FOLDER / f"{shown.name}.png").write_bytes(made)
            sys.stdout.write(f"{shown.name}.png  {len(made) // 1000} kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
