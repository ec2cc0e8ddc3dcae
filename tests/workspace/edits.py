"""Small edits of a specification, as a hand or an accident makes them; the same for a seed."""

import random
import re

_ID = re.compile(r"\b[a-z]+(?:-[a-z]+)+\b")
_BITS = ("TODO", "[", "nobody-known", "2026-13-40", "&a x", "*a", "<<: {x: 1}", "\t", "？", "0")


def edited(texts: dict[str, str], chance: random.Random) -> dict[str, str]:
    """The texts with one of them changed in one place."""
    path = chance.choice(sorted(texts))
    lines = texts[path].split("\n")
    at = chance.randrange(len(lines))
    line = lines[at]
    ids = _ID.findall(line)
    kind = chance.randrange(6)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, line)
    elif kind == 2 and ids:
        every = sorted({id_ for text in texts.values() for id_ in _ID.findall(text)})
        lines[at] = line.replace(chance.choice(ids), chance.choice(every), 1)
    elif kind == 3:
        lines[at] = line[: len(line) // 2]
    elif kind == 4:
        head, colon, _ = line.partition(": ")
        lines[at] = head + colon + chance.choice(_BITS)
    else:
        lines[at] = line + "  # noted"
    return {**texts, path: "\n".join(lines)}
