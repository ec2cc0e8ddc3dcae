"""YAML text to nodes with spans, in one pass over libyaml's events.

Bare `yaml.load` gives neither positions nor duplicate keys; this does, in half its time. One
file's trouble ends that file's reading and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from orgspec.diagnostics import Label, say
from orgspec.source import Source, Span
from orgspec.syntax import syntax_errors
from orgspec.syntax.limits import DEFAULT_LIMITS, Limits
from orgspec.syntax.nodes import MapNode, Node, SeqNode
from orgspec.syntax.problems import Problem

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_MERGE = "<<"


@dataclass(slots=True)
class Tree:
    """What a file holds: the root node (None if empty) and what was wrong with its YAML.

    `broken` is set where reading had to stop: then `root` is None, whatever came before.
    """

    source: Source
    root: Node = None
    span: Span = Span(0, 0)
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False


def read(source: Source, limits: Limits = DEFAULT_LIMITS) -> Tree:
    """Parse the text of `source`; never raises for what the text holds."""
    from yaml import YAMLError
    from yaml.cyaml import CParser

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
        self.anchors: dict[str, tuple[Node, bool]] = {}
        self.alias_nodes = 0
        self.open: set[int] = set()

    def report(self, code: str, start: int, end: int, message, **more) -> None:  # type: ignore[no-untyped-def]
        """Note a problem and go on."""
        self.tree.problems.append(
            Problem(code, self.source, Span(start, max(end, start)), message, **more)
        )

    def build(self, parser) -> None:  # type: ignore[no-untyped-def]
        """Consume all events. The stack holds (container, pending key) pairs."""
        from yaml import events as ev

        scalar, alias = ev.ScalarEvent, ev.AliasEvent
        map_start, seq_start = ev.MappingStartEvent, ev.SequenceStartEvent
        map_end, seq_end = ev.MappingEndEvent, ev.SequenceEndEvent
        stack: list[MapNode | SeqNode] = []
        keys: list[tuple[str | None, int, int] | None] = []
        merges: list[list[Node]] = []
        documents = 0
        get_event = parser.get_event
        top: MapNode | SeqNode | None = None
        while True:
            event = get_event()
            kind = type(event)
            if kind is scalar:
                start, end = event.start_mark.index, event.end_mark.index
                value = event.value
                style = event.style
                if style:
                    if style in "|>":
                        end = start + len(self.source.text[start:end].rstrip())
                elif value in _NULLS and not (type(top) is MapNode and keys[-1] is None):
                    value = None
                if event.anchor is not None:
                    self.anchors[event.anchor] = (value, False)
                if event.tag is not None:
                    self.tag(event)
            elif kind is map_end or kind is seq_end:
                done = stack.pop()
                keys.pop()
                merge = merges.pop()
                if merge and type(done) is MapNode:
                    for other in merge:
                        self.merge(done, other)
                start = done.start
                end = done.end = event.end_mark.index if done.flow else max(done.end, start)
                self.open.discard(id(done))
                value = done
                top = stack[-1] if stack else None
            elif kind is map_start or kind is seq_start:
                node: MapNode | SeqNode
                start = event.start_mark.index
                node = (MapNode if kind is map_start else SeqNode)(start, bool(event.flow_style))
                if event.anchor is not None:
                    self.anchors[event.anchor] = (node, True)
                if event.tag is not None:
                    self.tag(event)
                stack.append(node)
                keys.append(None)
                merges.append([])
                self.open.add(id(node))
                if len(stack) > self.limits.depth:
                    self.too_deep(start)
                top = node
                continue
            elif kind is alias:
                start, end = event.start_mark.index, event.end_mark.index
                value = self.alias(event.anchor, start, end)
            elif kind is ev.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    mark = event.start_mark.index
                    self.report(
                        "SYN004",
                        mark,
                        mark + 3,
                        say("a second document begins here", "此处开始了第二个 YAML 文档"),
                        help=say(
                            "put it into a file of its own; only the first is read",
                            "请把它放进单独的文件；只读取第一个文档",
                        ),
                    )
                    return
                continue
            elif kind is ev.StreamEndEvent:
                return
            else:
                continue

            # A finished value: give it to the container that it stands in.
            if top is None:
                self.tree.root, self.tree.span = value, Span(start, end)
            elif type(top) is SeqNode:
                if top.flow and top.spans and start == top.spans[-1][1] + 1:
                    self.cut_item(top, start, value)
                top.append(value)
                top.spans.append((start, end))
                top.end = end
                top.size += getattr(value, "size", 1)
            else:
                key = keys[-1]
                if key is None:
                    keys[-1] = self.key(value, start, end)
                    continue
                keys[-1] = None
                top.end = end if end > start else max(end, key[2])
                name = key[0]
                if name is None:
                    continue
                if name == _MERGE and self.source.text[key[1]] == "<":
                    merges[-1].extend(self.merged(value, start, end))
                    continue
                if name in top.spans:
                    self.duplicate(top, name, key)
                    continue
                top[name] = value
                top.spans[name] = (key[1], key[2], start, end)
                top.size += getattr(value, "size", 1)

    def key(self, value: Node, start: int, end: int) -> tuple[str | None, int, int]:
        """A mapping key: a string, or None for what cannot be one (reported)."""
        if isinstance(value, str):
            return (value, start, end)
        self.report(
            "SYN005",
            start,
            end,
            say("a key must be a plain text, not a list or a mapping", "键必须是文字，不能是列表或映射"),
            help=say("write the key as one word or a quoted text", "请把键写成一个词，或加引号的文字"),
        )
        return (None, start, end)

    def tag(self, event) -> None:  # type: ignore[no-untyped-def]
        """Tags would give a value a type; here the field does."""
        start = event.start_mark.index
        text = self.source.text
        end = start
        while end < len(text) and not text[end].isspace() and text[end] not in ",]}":
            end += 1
        self.report(
            "SYN005",
            start,
            end,
            say("YAML tags such as `{tag}` are not supported", "不支持 `{tag}` 这样的 YAML 标签", tag=text[start:end]),
            help=say("delete the tag; the field decides the type", "请删去标签；类型由字段决定"),
        )

    def alias(self, anchor: str, start: int, end: int) -> Node:
        """The node behind an alias, counted against the limit of expansion."""
        if anchor not in self.anchors:
            raise _StopReadingError(
                Problem(
                    "SYN003",
                    self.source,
                    Span(start, end),
                    say("the alias `*{name}` has no anchor above it", "别名 `*{name}` 之前没有对应的锚点", name=anchor),
                    say("define `&{name}` first, or quote the text", "请先定义 `&{name}`，或给文字加引号", name=anchor),
                )
            )
        node, container = self.anchors[anchor]
        if container and id(node) in self.open:
            self.report(
                "SYN005",
                start,
                end,
                say("the alias `*{name}` contains itself", "别名 `*{name}` 包含了它自己", name=anchor),
                help=say("write the value out instead", "请直接写出内容"),
            )
            return None
        self.alias_nodes += getattr(node, "size", 1)
        if self.alias_nodes > self.limits.alias_nodes:
            raise _StopReadingError(
                Problem(
                    "SYN006",
                    self.source,
                    Span(start, end),
                    say(
                        "aliases stand for more than {limit} nodes",
                        "别名展开后超过 {limit} 个节点",
                        limit=f"{self.limits.alias_nodes:,}",
                    ),
                    say("write the values out, or raise the limit", "请直接写出内容，或调高上限"),
                )
            )
        return node

    def merged(self, value: Node, start: int, end: int) -> list[Node]:
        """The mappings that a `<<` names, nearest first."""
        values = list(value) if isinstance(value, SeqNode) else [value]
        if all(isinstance(each, MapNode) for each in values):
            return values
        self.report(
            "SYN007",
            start,
            end,
            say("`<<` merges mappings only", "`<<` 只能合并映射"),
            help=say("name a mapping: `<<: *base`", "请指向一个映射，例如 `<<: *base`"),
        )
        return []

    @staticmethod
    def merge(node: MapNode, other: MapNode) -> None:
        """Add what `other` has and `node` does not; the spans stay where they were written."""
        for key, value in other.items():
            if key not in node.spans:
                node[key] = value
                node.spans[key] = other.spans[key]
                node.size += getattr(value, "size", 1)

    def duplicate(self, node: MapNode, name: str, key: tuple[str | None, int, int]) -> None:
        """The same key twice: the first stands, both places are shown."""
        first = node.spans[name]
        self.report(
            "REF003",
            key[1],
            key[2],
            say("the key `{key}` stands here twice", "键 `{key}` 在此重复出现", key=name),
            label=say("again", "重复"),
            related=(Label(self.source, Span(*first[:2]), say("first here", "首次出现")),),
            help=say("keep one of them; the first is read", "请只保留一个；读取的是第一个"),
        )

    def cut_item(self, node: SeqNode, start: int, value: Node) -> None:
        """`[只制单,不审单]`: a half-width comma between Han characters, one text or two?"""
        from orgspec.diagnostics import Edit, Fix

        text = self.source.text
        comma = start - 1
        before, after = text[comma - 1], text[start : start + 1]
        if not ("㐀" <= before <= "鿿" and "㐀" <= after <= "鿿") or not isinstance(value, str):
            return
        first = node.spans[-1]
        self.report(
            "SYN012",
            comma,
            comma + 1,
            say("a half-width comma cuts this Chinese text into two items", "半角逗号把这段中文切成了两项"),
            help=say(
                "put a space behind the comma if two items are meant, else quote the text",
                "若是两项，请在逗号后加空格；若是一项，请给文字加引号",
            ),
            label=say("one item or two?", "一项还是两项？"),
            related=(Label(self.source, Span(*first), None),),
            fix=Fix(
                say("write a space behind the comma", "在逗号后加空格"),
                (Edit(self.source, Span(comma, comma + 1), ", "),),
            ),
        )

    def too_deep(self, start: int) -> None:
        """Stop: no organisation nests like this."""
        raise _StopReadingError(
            Problem(
                "SYN006",
                self.source,
                Span(start, start + 1),
                say("nested deeper than {limit} levels", "嵌套超过 {limit} 层", limit=self.limits.depth),
                say("flatten the structure", "请减少嵌套层次"),
            )
        )
