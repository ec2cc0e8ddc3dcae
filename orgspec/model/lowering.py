"""Trees to entities: one file after another, one entity after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from orgspec.diagnostics import say
from orgspec.model import ids, lowering_problems
from orgspec.model.entity import Entity
from orgspec.model.fields import LOCALE
from orgspec.model.introspection import keys_of
from orgspec.model.manifest import MANIFEST_KEYS, Manifest, Organization
from orgspec.model.organisation import COLLECTIONS, NESTED, TABLES, Organisation, namespace
from orgspec.model.schemes import problems as letter_problems
from orgspec.model.schemes import scheme_of
from orgspec.model.text import Locales
from orgspec.model.validation import validate
from orgspec.source import Source, Span
from orgspec.syntax.limits import DEFAULT_LIMITS, Limits
from orgspec.syntax.nodes import MapNode, Node, Origin, Pair, SeqNode
from orgspec.syntax.problems import Problem
from orgspec.syntax.reader import Tree

# The keys under which `validate` takes what is no field; nobody may write them.
_PLAIN = {key: f"{key} " for key in ("@id", "@address", "@extra")}
_UNNAMED: dict[str, Any] = {"@id": ""}
_RAISE = say("raise the limit with ORGSPEC_MAX_ENTITIES", "请用 ORGSPEC_MAX_ENTITIES 调高上限")


class Lowering:
    """Collects the entities of many trees into the tables of one organisation."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self.limits = limits
        self.problems: list[Problem] = []
        self.origins: dict[str, Origin] = {}
        self.tables: dict[str, dict[str, Entity]] = {kind: {} for kind in TABLES}
        self.taken: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self.manifest = Manifest(**_UNNAMED)
        self.locales = Locales()
        self.partial: list[str] = []
        self.count = 0

    def organisation(self) -> Organisation:
        """The organisation of all that was lowered so far."""
        profile = self.manifest.organization or Organization(**_UNNAMED)
        tables: dict[str, Any] = {TABLES[kind]: table for kind, table in self.tables.items()}
        scheme = scheme_of(self.manifest.raci)
        locales = tuple(self.locales) or ("en",)
        return Organisation(self.manifest, profile, scheme, locales, **tables)

    def lower_manifest(self, tree: Tree) -> None:
        """Read the manifest's own keys. It comes first: locales decide how texts are read."""
        root = tree.root
        if not isinstance(root, MapNode):
            self.locales = Locales(("en",))
            return
        origin = Origin(tree.source, root, (0, 0, tree.span.start, tree.span.end))
        own = {key: root[key] for key in MANIFEST_KEYS if key in root}
        organization = own.get("organization")
        self.locales = Locales(_locales(organization))
        if isinstance(organization, str):
            own["organization"] = organization = {"name": organization}
        if isinstance(organization, MapNode | dict):
            own["organization"] = {**_own_fields(Organization, organization), "@id": ""}
        elif organization is None:
            own.pop("organization", None)
        entity, problems = validate(Manifest, {**own, "@id": ""}, origin, self.locales, "manifest")
        self.problems += problems
        if isinstance(entity, Manifest):
            self.manifest = entity
            self.problems += letter_problems(entity.raci, origin)
        self.origins["manifest"] = origin
        pair = root.place_of("organization")
        if pair is not None:
            self.origins["organization"] = Origin(tree.source, root["organization"], pair)

    def lower(self, tree: Tree, *, manifest: bool = False) -> None:
        """Read the collections of one file."""
        root = tree.root
        if root is None:
            return
        if not isinstance(root, MapNode):
            self._report(
                "SYN007",
                tree.source,
                Span(tree.span.start, min(tree.span.end, tree.span.start + 1)),
                say(
                    "a file of the spec holds a mapping of collections",
                    "规范文件的顶层应是由各集合组成的映射",
                ),
                say("begin with a collection such as `roles:`", "请以集合开头，例如 `roles:`"),
            )
            return
        for (key, value), pair in zip(root.items(), root.pairs(), strict=True):
            cls = COLLECTIONS.get(key)
            if cls is not None:
                self._collection(tree.source, cls, value, pair)
            elif not (manifest and key in MANIFEST_KEYS) and not key.startswith("x-"):
                self.problems.append(
                    lowering_problems.unknown_collection(tree.source, key, Span(*pair[:2]))
                )

    def take(self, part: Lowering) -> bool:
        """Take over what was lowered of a file by itself; whether that is as good as lowering it.

        It is not where an id of it is taken, or where it would go beyond the limit.
        """
        for name, ids_ in part.taken.items():
            if not self.taken[name].keys().isdisjoint(ids_):
                return False
        if self.count + part.count > self.limits.entities:
            return False
        self.count += part.count
        self.problems += part.problems
        self.partial += part.partial
        self.origins.update(part.origins)
        for name, ids_ in part.taken.items():
            self.taken[name].update(ids_)
        for kind, table in part.tables.items():
            self.tables[kind].update(table)
        return True

    def _collection(self, source: Source, cls: type[Entity], node: Node, pair: Pair) -> None:
        """Every entity of one collection."""
        if node is None:
            return
        if not isinstance(node, MapNode):
            self._report(
                "SYN007",
                source,
                Span(*(pair[:2] if isinstance(node, SeqNode) else pair[2:])),
                say("a collection is a mapping from id to entity", "集合应是从 id 到条目的映射"),
                say(
                    "write `id: …` instead of a list or a text", "请写成 `id: …`，而不是列表或文字"
                ),
            )
            return
        for (id_, value), each in zip(node.items(), node.pairs(), strict=True):
            self._entity(cls, ids.normalise(id_), Origin(source, value, each))

    def _entity(
        self, cls: type[Entity], id_: str, origin: Origin, owner: str = ""
    ) -> Entity | None:
        """One entity, with those written inside it; None if its id is taken or nothing is left."""
        full = f"{owner}/{id_}" if owner else id_
        address = f"{cls.kind}/{full}"
        complaint = ids.complaint(id_)
        if complaint is not None:
            advice = say("choose another id", "请换一个 id")
            self._report("SYN009", origin.source, origin.key, complaint, advice, address)
        if not self._claim(cls.kind, full, address, origin):
            return None
        self.count += 1
        if self.count == self.limits.entities + 1:
            what = say("more than {n} entities", "条目超过 {n} 个", n=f"{self.limits.entities:,}")
            self._report("SYN006", origin.source, origin.key, what, _RAISE)
        if self.count > self.limits.entities:
            return None
        data = self._data(cls, address, origin)
        data["@id"] = full
        data["@address"] = address
        self.origins[address] = origin
        nested = NESTED.get(cls.kind)
        if nested is not None and nested[0] in data:
            data[nested[0]] = self._nested(nested[1], full, data[nested[0]], origin, nested[0])
        before = self.locales.partial
        entity, problems = validate(cls, data, origin, self.locales, address)
        self.problems += problems
        if self.locales.partial > before:
            self.partial.append(address)
        if entity is not None:
            self.tables[cls.kind][full] = entity
        return entity

    def _data(self, cls: type[Entity], address: str, origin: Origin) -> dict[str, Any]:
        """The fields of an entity as plain data; its shorthands are a name and nothing at all."""
        node = origin.node
        if isinstance(node, MapNode):
            return _own_fields(cls, node)
        if isinstance(node, str):
            return {"name": node}
        if node is not None:
            self._report(
                "SYN007",
                origin.source,
                origin.key,
                say(
                    "`{id}` holds a list where its fields belong",
                    "`{id}` 处应为字段，实为列表",
                    id=address.rpartition("/")[2],
                ),
                say("write its fields as `key: value`", "请把字段写成 `键: 值`"),
                address,
            )
        return {}

    def _nested(
        self, cls: type[Entity], owner: str, node: Node, origin: Origin, field: str
    ) -> tuple[Entity, ...]:
        """Functions of a department, steps of a workflow: a map, or a list of ids."""
        place = origin.at((field,))
        items: Iterable[tuple[str, Origin]]
        if node is None:
            return ()
        if isinstance(node, MapNode):
            items = [
                (key, Origin(origin.source, value, pair))
                for (key, value), pair in zip(node.items(), node.pairs(), strict=True)
            ]
        elif isinstance(node, SeqNode) and all(isinstance(item, str) for item in node):
            items = [
                (item, Origin(origin.source, None, (*span, *span)))
                for item, span in zip(node, node.spans, strict=True)
            ]
        elif isinstance(node, str):
            at = place.value.start, place.value.end
            items = [(node, Origin(origin.source, None, (*at, *at)))]
        else:
            self._report(
                "SYN007",
                origin.source,
                place.key or place.value,
                say(
                    "`{field}` is a mapping from id to entity, or a list of ids",
                    "`{field}` 应是从 id 到条目的映射，或 id 的列表",
                    field=field,
                ),
                say("write `id: …` for each", "请逐个写成 `id: …`"),
            )
            return ()
        made = (self._entity(cls, ids.normalise(id_), each, owner) for id_, each in items)
        return tuple(entity for entity in made if entity is not None)

    def _claim(self, kind: str, id_: str, address: str, origin: Origin) -> bool:
        """Take an id in its namespace, or report who has it already; whether it is to be kept."""
        other = self.taken[namespace(kind)].setdefault(folded(id_), address)
        if other == address and address not in self.origins:
            return True
        first = self.origins.get(other, origin)
        self.problems.append(lowering_problems.taken(id_, address, origin, other, first))
        # Another kind of party is kept beside the first: what names either is then no error too.
        return other.partition("/")[0] != kind and address not in self.origins

    def _report(
        self, code: str, source: Source, span: Span, message: Any, help_: Any, address: str = ""
    ) -> None:
        """Note a problem and go on."""
        self.problems.append(Problem(code, source, span, message, help_, address=address))


def folded(id_: str) -> str:
    """An id as it is compared with others: no two may differ by capitals only."""
    return id_ if id_.isascii() and id_.islower() else id_.casefold()


def _own_fields(cls: type[Entity], node: dict[str, Any]) -> dict[str, Any]:
    """The fields of an entity, with the user's own `x-` keys set apart."""
    if keys_of(cls).issuperset(node):  # nearly always, and quicker than a look at each
        return dict(node)
    data = {_PLAIN.get(key, key): value for key, value in node.items() if key[:2] != "x-"}
    if len(data) < len(node):
        data["@extra"] = {key: value for key, value in node.items() if key[:2] == "x-"}
    return data


def _locales(organization: Node) -> tuple[str, ...]:
    """The enabled locales; without any: `zh` if the name has Han characters, else `en`."""
    name: object = organization
    if isinstance(organization, MapNode):
        written = organization.get("locales")
        name = organization.get("name")
        listed = written if isinstance(written, SeqNode) else [written]
        tags = [tag for tag in listed if isinstance(tag, str) and LOCALE.match(tag)]
        if tags:
            return tuple(dict.fromkeys(tags))
    return ("zh",) if any("㐀" <= character <= "鿿" for character in str(name)) else ("en",)


def begun(manifest: Tree | None, limits: Limits) -> Lowering:
    """A lowering that knows the manifest's own keys, and so the locales, and nothing else."""
    lowering = Lowering(limits)
    if manifest is not None:
        lowering.lower_manifest(manifest)
    else:
        lowering.locales = Locales(("en",))
    return lowering


def lower(
    trees: Iterable[Tree], manifest: Tree | None, limits: Limits = DEFAULT_LIMITS
) -> Lowering:
    """Lower the manifest, then every tree in order."""
    lowering = begun(manifest, limits)
    for tree in trees:
        lowering.lower(tree, manifest=tree is manifest)
    return lowering
