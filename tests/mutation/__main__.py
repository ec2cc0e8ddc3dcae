"""`python -m tests.mutation [--limit N] [--code PREFIX,PREFIX]`: how many planted defects are found.

Prints a line for each operator: places tried, defects found, surplus findings; then the totals.
"""

from __future__ import annotations

import argparse
import sys

from tests.mutation.operator import first, judge, operators
from tests.mutation.sample import sample, sound_samples


def main() -> int:
    """Plant, judge, print; 1 if a defect was missed or something else was said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=3, help="places an operator and sample")
    parser.add_argument(
        "--code", default="", help="only operators of these codes (prefixes, by comma)"
    )
    parser.add_argument("--sample", default="", help="only this sample")
    asked = parser.parse_args()
    planted = found = surplus = 0
    for each in operators():
        if not each.code.startswith(tuple(asked.code.split(","))):
            continue
        tried = hits = extra = 0
        notes = []
        for name in sound_samples():
            if asked.sample not in ("", name):
                continue
            for mutant in first(each.plant(sample(name)), asked.limit):
                verdict = judge(each, sample(name), mutant)
                tried += 1
                hits += verdict.found
                extra += len(verdict.surplus)
                if not verdict.found:
                    notes.append(f"    missed  {name}: {mutant.at}")
                notes += [f"    surplus {name}: {mutant.at}: {said}" for said in verdict.surplus]
        line = f"{each.code:8} {each.name:44} {hits:4} of {tried:4}"
        sys.stdout.write(line + (f"  {extra} surplus" if extra else "") + "\n")
        sys.stdout.write("".join(f"{note}\n" for note in notes))
        planted, found, surplus = planted + tried, found + hits, surplus + extra
    rate = 100 * found / planted if planted else 0
    sys.stdout.write(f"\n{found} of {planted} found ({rate:.1f} %), {surplus} surplus findings\n")
    return int(found < planted or surplus > 0)


if __name__ == "__main__":
    raise SystemExit(main())
