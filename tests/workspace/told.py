"""All that a check tells, as plain data, so that two checks of the same text can be compared."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from orgspec.model.entity import Entity
from orgspec.source import Source
from orgspec.workspace import Compilation


def plain(thing: object) -> object:
    """A finding, or anything in one, with sources and entities by their names."""
    if isinstance(thing, Source):
        return thing.path, len(thing.text)
    if isinstance(thing, Entity):
        return thing.address, thing.in_("en"), thing.in_("zh")
    if is_dataclass(thing):
        return type(thing).__name__, *(plain(getattr(thing, f.name)) for f in fields(thing))
    if isinstance(thing, Mapping):
        return [(plain(key), plain(value)) for key, value in thing.items()]
    if isinstance(thing, list | tuple):
        return [plain(each) for each in thing]
    return thing


def told(compilation: Compilation) -> list[object]:
    """What a check tells: findings, those held back, what was withheld and what ran."""
    return [
        *map(plain, compilation.diagnostics),
        *map(plain, compilation.held),
        compilation.withheld,
        sorted(compilation.ran),
        compilation.files,
        [source.path for source in compilation.sources],
    ]


def compiled_as(compilation: Compilation) -> list[object]:
    """What was made of the text before any rule ran, with the order of everything."""
    program = compilation.program
    links = program.links
    return [
        [(e.address, e) for e in program.organisation.entities()],
        program.organisation.manifest,
        program.organisation.locales,
        list(links.outgoing.items()),
        [(key, list(each.items())) for key, each in sorted(links.by_field.items())],
        [(target, list(each)) for target, each in links.incoming.items()],
        list(links.unresolved),
        [(address, origin.source.path, origin.pair) for address, origin in program.origins.items()],
        [plain(problem) for problem in program.problems],
        list(program.partial),
    ]
