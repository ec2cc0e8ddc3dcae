"""XML into a tree of elements, hardened: no document types, no entities, no network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from orgspec.diagnostics import Message, say
from orgspec.interchange.exchange import Given, ImportRefusedError

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 200
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_WIDE = frozenset(("gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"))


@dataclass(slots=True)
class Element:
    """An element: namespace and local name, attributes, what is in it, and its line from 1.

    An attribute without namespace has its bare name, one with a namespace `{namespace}name`.
    """

    namespace: str
    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own text, without that of its children."""
        return "".join(self.pieces).strip()

    def all(self, name: str, namespace: str | None = None) -> Iterator[Element]:
        """Its children of a name, in its own namespace if none is given."""
        wanted = self.namespace if namespace is None else namespace
        return (x for x in self.children if x.name == name and x.namespace == wanted)

    def first(self, name: str, namespace: str | None = None) -> Element | None:
        """Its first child of a name."""
        return next(self.all(name, namespace), None)

    def get(self, name: str) -> str:
        """An attribute without the blanks around it, or ""."""
        return self.attributes.get(name, "").strip()


def read_xml(given: Given) -> Element:
    """The root element of an XML file.

    Raises:
        ImportRefusedError: it is too large, not well formed, nested too deeply, or declares a
            document type, in which entities could be defined.
    """
    if len(given.data) > MAX_BYTES:
        raise ImportRefusedError(
            say("the file is larger than {n} bytes", "文件大于 {n} 字节", n=MAX_BYTES), given.path
        )
    data, encoding = _recoded(given)
    parser = expat.ParserCreate(encoding, "}")
    builder = _Builder(given.path, parser)
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = builder.doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        why = expat.errors.messages.get(error.code, "")
        raise ImportRefusedError(
            say("not well-formed XML: {why}", "不是格式良好的 XML：{why}", why=why or error),
            given.path,
            error.lineno,
            error.offset + 1,
        ) from error
    except (ValueError, LookupError) as error:
        raise ImportRefusedError(
            say("the file cannot be decoded: {why}", "文件无法解码：{why}", why=error), given.path
        ) from error
    return builder.root


def _recoded(given: Given) -> tuple[bytes, str | None]:
    """The bytes as UTF-8 where the parser itself does not know their encoding."""
    declared = _DECLARED.match(given.data)
    name = declared[1].decode("ascii").lower() if declared else ""
    if name not in _WIDE:
        return given.data, None
    try:
        return given.data.decode("gb18030" if name.startswith("gb") else name).encode(), "utf-8"
    except UnicodeDecodeError as error:
        line = given.data.count(b"\n", 0, error.start) + 1
        message = say("the file is not {name}", "文件不是 {name} 编码", name=name)
        raise ImportRefusedError(message, given.path, line) from error


class _Builder:
    """Gathers what the parser meets."""

    def __init__(self, path: str, parser: expat.XMLParserType) -> None:
        self.path = path
        self.parser = parser
        self.root = Element("", "", {}, 0)
        self.open: list[Element] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if len(self.open) >= MAX_DEPTH:
            raise self.refused(say("nested deeper than {n} levels", "嵌套超过 {n} 层", n=MAX_DEPTH))
        namespace, _, name = tag.rpartition("}")
        named = {f"{{{key}" if "}" in key else key: value for key, value in attributes.items()}
        element = Element(namespace, name, named, self.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _tag: str) -> None:
        """An element ends."""
        self.open.pop()

    def text(self, text: str) -> None:
        """Text within an element."""
        self.open[-1].pieces.append(text)

    def doctype(self, *_declared: object) -> None:
        """A document type: it could define entities that grow without end, or read files."""
        raise self.refused(
            say(
                "a document type declaration is not read: it may define entities",
                "不读取文档类型声明（DOCTYPE）：其中可能定义实体",
            )
        )

    def refused(self, message: Message) -> ImportRefusedError:
        """What to raise at the place that has been reached."""

        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        return ImportRefusedError(message, self.path, line, column + 1)
