"""Makes a sound organisation of any size, the same one each time: `generate.py 10000 DIR`.

Everything hangs together as in a real firm: a tree of units with heads, posts with holders and
deputies, two duties a post with one accountable each, and a workflow a team that ends in the
next team by a handoff. So `orgspec check` has much to look at and nothing to find.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # for `python benchmarks/…`

from benchmarks.team import write_team
from benchmarks.units import Sheets, both, write_unit
from benchmarks.words import ABROAD, CRAFTS, PLACES, Craft, Word

TEAM = 14
"""Posts of a team at most, its head included."""

FAN = 10
"""Units right below another at most: within every span of control."""


@dataclass(slots=True)
class Unit:
    """A department in the making; `posts` counts all posts in it and below."""

    id: str
    kind: str
    posts: int
    depth: int
    name: Word
    abroad: bool = False
    craft: Craft | None = None
    parent: Unit | None = None
    children: list[Unit] = field(default_factory=list)

    @property
    def head(self) -> str:
        """The id of the role that leads it."""
        return "ceo" if self.parent is None else f"{self.id}-head"


def tree(posts: int) -> Unit:
    """The units of an organisation with so many posts."""
    root = Unit("voyage", "company", posts, 0, Word("voyage", "远航集团", "Voyage Group"))
    _grow(root, _places())
    return root


def _places() -> Iterator[tuple[Word, bool]]:
    """Names of branches without end: each place, then each again with a number."""
    turn = 1
    while True:
        for place in PLACES:
            name = Word(f"{place.id}{turn}", f"{place.zh}第{turn}", f"{place.en} {turn}")
            yield name, place.id in ABROAD
        turn += 1


def _grow(unit: Unit, places: Iterator[tuple[Word, bool]]) -> None:
    """Divide the posts of a unit, its head apart, among units below it."""
    rest = unit.posts - 1
    count = min(FAN, max(2, -(-rest // (TEAM - 2))))
    shares = [rest // count + (place < rest % count) for place in range(count)]
    for place, share in enumerate(shares):
        if share <= TEAM:
            craft = CRAFTS[place]
            base = unit.name if unit.parent else Word("", "总部", "Head Office ")
            name = Word(
                "", base.zh + craft.name.zh, f"{base.en} {craft.name.en}".replace("  ", " ")
            )
            identifier = f"{unit.id}-{craft.name.id}" if unit.parent else craft.name.id
            child = Unit(identifier, "team", share, unit.depth + 1, name, unit.abroad, craft, unit)
        else:
            place_name, abroad = next(places)
            kind, zh, en = (
                ("branch", "分公司", "Branch")
                if share <= 1 + FAN * TEAM
                else ("region", "大区", "Region")
            )
            name = Word("", place_name.zh + zh, f"{place_name.en} {en}")
            identifier = f"{place_name.id}-{kind}" if kind == "region" else place_name.id
            child = Unit(identifier, kind, share, unit.depth + 1, name, abroad, None, unit)
            _grow(child, places)
        unit.children.append(child)


def write(posts: int, folder: Path, seed: int = 20260701) -> int:
    """Write the organisation into an empty folder and give the number of bytes."""
    if posts < 40:
        raise SystemExit("an organisation worth measuring has 40 roles or more")
    luck = random.Random(seed)
    root = tree(posts)
    folder.mkdir(parents=True, exist_ok=True)
    manifest = Sheets()
    manifest.add("", _MANIFEST)
    size = manifest.save(folder)
    return size + sum(_write_below(root, folder / "org", luck))


def _write_below(unit: Unit, folder: Path, luck: random.Random) -> Iterator[int]:
    """Write a unit with its teams into a folder, then the units below it; bytes of each."""
    sheets = Sheets()
    write_unit(unit, sheets)
    teams = [child for child in unit.children if child.craft]
    for place, team in enumerate(teams):
        write_team(team, teams[(place + 1) % len(teams)], sheets, luck)
    yield sheets.save(folder)
    for child in unit.children:
        if not child.craft:
            yield from _write_below(child, folder / child.id, luck)


_MANIFEST = f"""\
orgspec: 1
organization:
  name: {both("远航集团", "Voyage Group")}
  locales: [zh, en]
  calendar: {{timezone: Asia/Shanghai, hours_per_day: 8, days_per_week: 5, days: working}}
  currency: CNY
  grades: [P1, P2, P3, P4, P5, M1, M2, M3, M4, M5, M6, M7]
document: {{version: "1.0", approved_by: ceo, approved_on: 2026-01-05}}
objectives:
  growth: {{name: {both("稳健增长", "Steady growth")}, owner: ceo, period: 2026}}
systems:
  erp: {{name: ERP, owner: ceo, purpose: 订单与库存}}
  oa: {{name: OA, owner: ceo, purpose: 审批与归档}}
"""


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("roles", type=int, help="number of roles, 40 to 100000 and beyond")
    parser.add_argument("folder", type=Path, help="where to write; must be empty or made by this")
    parser.add_argument("--seed", type=int, default=20260701)
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    if folder.exists() and any(folder.iterdir()):
        if not (folder / "org").is_dir() or not (folder / "orgspec.yaml").is_file():
            raise SystemExit(f"{folder} is not empty")
        shutil.rmtree(folder / "org")
    size = write(arguments.roles, folder, arguments.seed)
    sys.stdout.write(f"{arguments.roles} roles, {size / 1e6:.1f} MB in {folder}\n")


if __name__ == "__main__":
    main()
