"""The findings that a team found when it began, kept in a file so that only new ones are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from orgspec.diagnostics import Diagnostic, Message, say
from orgspec.frozen import frozen
from orgspec.source import Source, Span
from orgspec.syntax.nodes import MapNode, SeqNode
from orgspec.syntax.problems import Problem
from orgspec.syntax.reader import read

VERSION = 1
_ENTRY_KEYS = frozenset(("code", "address", "others", "count"))


class Entry(NamedTuple):
    """What tells one finding from another, whatever line it stands on.

    Attributes:
        code: of the check.
        address: of the entity that the finding is about.
        others: the addresses of all other places of the finding, sorted.
    """

    code: str
    address: str
    others: tuple[str, ...] = ()


@frozen
class Baseline:
    """A baseline: how many findings of each kind are held back.

    Attributes:
        source: the file as it was read.
        counts: every entry with its number, as written.
    """

    source: Source
    counts: Mapping[Entry, int]

    def places(self) -> Mapping[Entry, Span]:
        """Where each entry is written. JSON is YAML: our reader knows the place of every node."""
        root = read(self.source).root
        items = root.get("findings") if isinstance(root, MapNode) else None
        if not isinstance(items, SeqNode):
            return {}
        found: dict[Entry, Span] = {}
        for entry, node, span in zip(self.counts, items, items.spans, strict=False):
            inner = node.spans.get("code") if isinstance(node, MapNode) else None
            found[entry] = Span(*inner[2:]) if inner else Span(*span)
        return found


@frozen
class Held:
    """Findings divided by a baseline.

    Attributes:
        new: those that it does not hold.
        held: those that it holds back.
        unmatched: its entries that no finding matched.
    """

    new: tuple[Diagnostic, ...]
    held: tuple[Diagnostic, ...] = ()
    unmatched: tuple[Entry, ...] = ()


def entry_of(diagnostic: Diagnostic) -> Entry:
    """The entry under which a baseline keeps a finding."""
    labels = (diagnostic.place, *diagnostic.related)
    others = {label.address for label in labels} - {diagnostic.address, ""}
    return Entry(diagnostic.code, diagnostic.address, tuple(sorted(others)))


def divide(diagnostics: Iterable[Diagnostic], baseline: Baseline | None) -> Held:
    """Hold back as many findings of each entry as the baseline counts, the first ones.

    What the entity is called and on which lines it stands does not matter; one more of the same
    is new.
    """
    if baseline is None:
        return Held(tuple(diagnostics))
    left = dict(baseline.counts)
    new, held = [], []
    for diagnostic in diagnostics:
        entry = entry_of(diagnostic)
        if left.get(entry, 0) > 0:
            left[entry] -= 1
            held.append(diagnostic)
        else:
            new.append(diagnostic)
    unmatched = tuple(e for e, count in baseline.counts.items() if left[e] == count)
    return Held(tuple(new), tuple(held), unmatched)


def counted(diagnostics: Iterable[Diagnostic]) -> dict[Entry, int]:
    """The entries of some findings, each with its number."""
    return dict(Counter(map(entry_of, diagnostics)))


def shrunk(
    old: Mapping[Entry, int], now: Mapping[Entry, int], ran: frozenset[str]
) -> dict[Entry, int]:
    """An old baseline without what has gone; what did not run (now) cannot have gone."""
    kept = {
        entry: min(count, now.get(entry, 0)) if entry.code in ran else count
        for entry, count in old.items()
    }
    return {entry: count for entry, count in kept.items() if count > 0}


def text_of(counts: Mapping[Entry, int]) -> str:
    """The file of a baseline: sorted, one finding a line, so that merges stay easy."""
    import json

    lines = [
        json.dumps({**entry._asdict(), "count": count}, ensure_ascii=False)
        for entry, count in sorted(counts.items())
    ]
    inner = ",\n".join(f"    {line}" for line in lines)
    listed = f"[\n{inner}\n  ]" if inner else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {listed}\n}}\n'


def parse(source: Source) -> Baseline | Problem:
    """The baseline that a text holds, or what is wrong with it and where."""
    import json

    try:
        whole = json.loads(source.text)
    except json.JSONDecodeError as error:
        at = min(error.pos, max(len(source.text) - 1, 0))
        what = say("this is no JSON: {why}", "不是有效的 JSON：{why}", why=error.msg)
        return _broken(source, Span(at, min(at + 1, len(source.text))), what)
    except RecursionError:
        what = say("this is nested too deeply", "嵌套过深")
        return _broken(source, Span(0, min(1, len(source.text))), what)
    if not isinstance(whole, dict) or not isinstance(whole.get("findings"), list):
        what = say("a baseline is a mapping with `findings`", "基线应为含 `findings` 的映射")
        return _broken(source, Span(0, min(1, len(source.text))), what)
    if whole.get("version") != VERSION:
        what = say(
            "`{v}` is no version of a baseline that is known here",
            "此版本不认识基线版本 `{v}`",
            v=whole.get("version"),
        )
        return _broken(source, _place(source, ("version",)), what)
    counts: dict[Entry, int] = {}
    for index, item in enumerate(whole["findings"]):
        entry = _entry(item)
        if entry is None or entry in counts:
            what = (
                say(
                    "an entry has a `code`, an `address`, `others` and a `count` above zero",
                    "每条应有 `code`、`address`、`others` 和大于零的 `count`",
                )
                if entry is None
                else say("this entry stands here twice", "此条目重复出现")
            )
            return _broken(source, _place(source, ("findings", index)), what)
        counts[entry] = item.get("count", 1)
    return Baseline(source, counts)


def _entry(item: Any) -> Entry | None:
    """An entry as written; None if it is none."""
    if not isinstance(item, dict) or item.keys() - _ENTRY_KEYS:
        return None
    code, address = item.get("code"), item.get("address")
    others, count = item.get("others", []), item.get("count", 1)
    if not (isinstance(code, str) and isinstance(address, str) and isinstance(others, list)):
        return None
    if not all(isinstance(other, str) for other in others):
        return None
    if any("\ud800" <= letter <= "\udfff" for letter in "".join((code, address, *others))):
        return None  # half of a surrogate pair could not be written again
    if type(count) is not int or count < 1:
        return None
    return Entry(code, address, tuple(sorted(others)))


def _place(source: Source, route: tuple[str | int, ...]) -> Span:
    """The place of a node; the start of the text where the reader finds none."""
    node, span = read(source).root, Span(0, min(1, len(source.text)))
    for step in route:
        if isinstance(node, MapNode) and isinstance(step, str) and step in node.spans:
            node, span = node[step], Span(*node.spans[step][2:])
        elif isinstance(node, SeqNode) and isinstance(step, int):
            node, span = node[step], Span(*node.spans[step])
    line = source.text.find("\n", span.start)
    return span if line < 0 else Span(span.start, min(span.end, line))


def _broken(source: Source, span: Span, what: Message) -> Problem:
    """SYN010: a baseline that cannot be read."""
    advice = say(
        "restore it, or write it anew with `orgspec check --write-baseline --force`",
        "请恢复该文件，或用 `orgspec check --write-baseline --force` 重新生成",
    )
    return Problem("SYN010", source, span, what, advice)
