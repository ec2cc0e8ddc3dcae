"""YAML text to nodes with spans: by lines if its style is plain, else by libyaml's events.

Bare `yaml.load` gives neither positions nor duplicate keys; both of these do, in half its time
and less. One file's trouble ends that file's reading and nothing else.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from orgspec.source import Source, Span
from orgspec.syntax import reading_problems, syntax_errors
from orgspec.syntax.limits import DEFAULT_LIMITS, Limits
from orgspec.syntax.nodes import MapNode, Node, SeqNode, place, size_of
from orgspec.syntax.pair_removal import pair_removal
from orgspec.syntax.plain_style import read_plainly
from orgspec.syntax.problems import Problem

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_MERGE = "<<"
_NOWHERE = Span(0, 0)
_Key = tuple[str | None, int, int]  # the key (None if it cannot be one), its start and its end
_Frame = tuple[MapNode | SeqNode | None, list[int], _Key | None, list[MapNode]]


@dataclass(slots=True)
class Tree:
    """What a file holds: the root node (None if empty) and what was wrong with its YAML.

    `broken` is set where reading had to stop: then `root` is None, whatever came before. `plain`
    says that it was read by lines, and so has no anchor, alias or merge. Nodes that were let go
    are read again when somebody asks for the root or its span.
    """

    source: Source
    root: Node = None
    span: Span = _NOWHERE
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False
    plain: bool = False
    limits: Limits = DEFAULT_LIMITS

    def let_go(self, limits: Limits) -> None:
        """Forget the nodes, which take most of the room; they were read under `limits`."""
        del self.root, self.span
        self.limits = limits

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there: the nodes that were let go."""
        if name not in ("root", "span"):
            raise AttributeError(name)
        again = read(self.source, self.limits)
        self.root, self.span = again.root, again.span
        return getattr(again, name)


def unread(source: Source, limits: Limits) -> Tree:
    """The tree of a text in which nothing is wrong, read only when somebody asks for its nodes."""
    tree = Tree(source)
    tree.let_go(limits)
    return tree


def read(source: Source, limits: Limits = DEFAULT_LIMITS) -> Tree:
    """Parse the text of `source`; never raises for what the text holds."""
    root = read_plainly(source, limits.depth)
    if root is not None:
        return Tree(source, root, Span(root.start, root.end), plain=True)
    return read_events(source, limits)


def read_events(source: Source, limits: Limits = DEFAULT_LIMITS) -> Tree:
    """The same by libyaml's events: YAML of any style, and all that can be wrong with it."""
    from yaml import YAMLError
    from yaml._yaml import CParser

    tree = Tree(source)
    try:
        _Builder(tree, limits).build(CParser(source.text))
    except _StopReadingError as stop:
        _give_up(tree, stop.problem)
    except YAMLError as error:
        _give_up(tree, syntax_errors.problem(source, error))
    except UnicodeEncodeError as error:  # half of a surrogate pair: text that was never in a file
        _give_up(tree, syntax_errors.forbidden_character(source, error.start))
    return tree


def _give_up(tree: Tree, problem: Problem) -> None:
    """Keep what was found and drop the half-read tree."""
    tree.problems.append(problem)
    tree.root, tree.broken = None, True


class _StopReadingError(Exception):
    """Reading cannot go on behind this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class _Builder:
    """Builds the nodes of one document; an explicit stack, so depth costs no recursion."""

    def __init__(self, tree: Tree, limits: Limits) -> None:
        self.tree = tree
        self.source = tree.source
        self.limits = limits
        self.anchors: dict[str, Node] = {}
        self.alias_nodes = 0
        self.words: dict[str, str] = {}
        self.sizes: dict[int, int] = {}
        self.row = array("I")

    def build(self, parser: Any) -> None:
        """Consume all events.

        The hottest loop of orgspec, some 250 rounds a role: what is frequent stands here in
        local names, what is rare in methods. Keys are interned; of values, which often return in
        the same file (ids above all), one string is kept each.
        """
        from yaml import events as ev

        scalar, alias = ev.ScalarEvent, ev.AliasEvent
        map_start, seq_start = ev.MappingStartEvent, ev.SequenceStartEvent
        map_end, seq_end = ev.MappingEndEvent, ev.SequenceEndEvent
        get_event, text, same = parser.get_event, self.source.text, self.words.setdefault
        value: Node
        top: MapNode | SeqNode | None = None  # the innermost container that is open
        places: list[int] = []  # what its places will be
        key: _Key | None = None  # the key in it that waits for its value
        merges: list[MapNode] = []  # what it merges with `<<`
        outer: list[_Frame] = []  # the same of the containers around it
        end = 0
        while True:
            event: Any = get_event()
            kind = type(event)
            if kind is scalar:
                start, value, end = event.start_mark.index, event.value, event.end_mark.index
                if not event.style:
                    value = same(value, value)
                    if value in _NULLS and (key is not None or type(top) is not MapNode):
                        value = None
                elif event.style in "|>":  # the mark stands behind the empty lines that follow
                    end = start + len(text[start:end].rstrip())
                if event.anchor is not None:
                    self.anchors[event.anchor] = value
                if event.tag is not None:
                    self._tag(event)
            elif kind is map_end or kind is seq_end:
                assert top is not None, "libyaml closes what it opened"
                for other in merges:
                    self._merge(top, places, other)
                start = places[0]
                # The end mark of a block reaches to the next token; its last item's does not.
                end = places[1] = event.end_mark.index if top.flow else max(end, start)
                place(top, self.row, places)
                value = top
                top, places, key, merges = outer.pop()
            elif kind is map_start or kind is seq_start:
                start = event.start_mark.index
                outer.append((top, places, key, merges))
                if len(outer) > self.limits.depth:
                    raise self._too_deep(start)
                top = MapNode() if kind is map_start else SeqNode()
                top.flow = bool(event.flow_style)
                places, key, merges = [start, start], None, []
                if event.anchor is not None:
                    self.anchors[event.anchor] = top
                if event.tag is not None:
                    self._tag(event)
                continue
            elif kind is alias:
                start, end = event.start_mark.index, event.end_mark.index
                value = self._alias(event.anchor, Span(start, end), [top, *(f[0] for f in outer)])
            elif kind is ev.StreamEndEvent or self._is_second(event):
                return
            else:
                continue
            # A finished value: give it to the container that it stands in.
            if type(top) is MapNode:
                if key is None:
                    key = (value, start, end) if type(value) is str else self._no_key(start, end)
                    continue
                (name, key_start, key_end), key = key, None
                if name is None:
                    continue
                if name == _MERGE and text[key_start] == "<":
                    merges += self._merged(value, Span(start, end))
                elif name in top:
                    self._duplicate(top, places, name, Span(key_start, key_end), value, end)
                else:
                    top[intern(name)] = value
                    places += key_start, key_end, start, end
            elif type(top) is SeqNode:
                if top.flow and top and start == places[-1] + 1:
                    self._cut_item(Span(places[-2], places[-1]), start, value)
                top.append(value)
                places += start, end
            else:
                self.tree.root, self.tree.span = value, Span(start, end)

    def _too_deep(self, start: int) -> _StopReadingError:
        """What to raise where a container lies too deep."""
        return _StopReadingError(reading_problems.too_deep(self.source, start, self.limits))

    def _report(self, problem: Problem) -> None:
        """Note a problem and go on."""
        self.tree.problems.append(problem)

    def _is_second(self, event: Any) -> bool:
        """Whether a second document begins: it is reported and not read.

        The first begins where nothing was read yet; even an empty one ends behind its `---`.
        """
        from yaml.events import DocumentStartEvent

        if type(event) is not DocumentStartEvent or self.tree.span.end == 0:
            return False
        mark: Any = event.start_mark
        self._report(reading_problems.second_document(self.source, mark.index))
        return True

    def _no_key(self, start: int, end: int) -> _Key:
        """A key that cannot be one; its value is dropped."""
        self._report(reading_problems.no_key(self.source, Span(start, end)))
        return (None, start, end)

    def _tag(self, event: Any) -> None:
        """Report a tag and go on without it."""
        self._report(reading_problems.tag(self.source, event.start_mark.index))

    def _alias(self, name: str, span: Span, open_nodes: Iterable[Node]) -> Node:
        """The node behind an alias, counted against the limit of expansion."""
        if name not in self.anchors:
            raise _StopReadingError(reading_problems.unknown_alias(self.source, span, name))
        node = self.anchors[name]
        if node is not None and any(node is each for each in open_nodes):
            self._report(reading_problems.endless_alias(self.source, span, name))
            return None
        self.alias_nodes += size_of(node, self.sizes)
        if self.alias_nodes > self.limits.alias_nodes:
            raise _StopReadingError(reading_problems.many_aliases(self.source, span, self.limits))
        return node

    def _merged(self, value: Node, span: Span) -> list[MapNode]:
        """The mappings that a `<<` names, nearest first."""
        values = list(value) if isinstance(value, SeqNode) else [value]
        if all(isinstance(each, MapNode) for each in values):
            return values
        self._report(reading_problems.no_merge(self.source, span))
        return []

    @staticmethod
    def _merge(node: Node, places: list[int], other: MapNode) -> None:
        """Add what `other` has and `node` does not; it keeps the places where it was written."""
        for (key, value), pair in zip(other.items(), other.pairs(), strict=True):
            if key not in node:
                node[key] = value
                places += pair

    def _duplicate(
        self, node: MapNode, places: list[int], name: str, again: Span, value: Node, end: int
    ) -> None:
        """The same key twice: the first stands. Where both values are equal the second may go."""
        at = 2 + 4 * list(node).index(name)
        first = Span(places[at], places[at + 1])
        edit = None
        if value == node[name]:
            edit = pair_removal(self.source, Span(again.start, end), flow=node.flow)
        self._report(reading_problems.duplicate_key(self.source, name, again, first, edit))

    def _cut_item(self, before: Span, start: int, value: Node) -> None:
        """An item right behind a comma: perhaps the comma was not meant to cut."""
        if isinstance(value, str):
            problem = reading_problems.cut_item(self.source, start - 1, before)
            if problem is not None:
                self._report(problem)
