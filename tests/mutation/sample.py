"""A sound organisation as plain data, to plant defects in: what is changed is compiled afresh."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from orgspec.config import Overrides
from orgspec.graph.graph import Graph
from orgspec.model.organisation import Organisation
from orgspec.model.translations import confirmed
from orgspec.resources import folder
from orgspec.source import Source
from orgspec.syntax.reader import Tree, read
from orgspec.workspace import LOCK, MANIFEST, Compilation, compile_path
from orgspec.workspace.compilation import Readings, compile_readings

DAY = dt.date(2026, 6, 1)
"""The day on which every sample is checked, so that no date of it runs out."""

Data = dict[str, Any]
Signs = dict[str, str]


class _Loader(yaml.CSafeLoader):
    """Scalars stay the text that was written; only nothing is nothing."""


class _Dumper(yaml.CSafeDumper):
    """Writes texts as `_Loader` reads them, and nothing twice under an anchor."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_KEPT = {"tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"}
for _class in (_Loader, _Dumper):
    _class.yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in resolvers if tag in _KEPT]
        for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True)
class Sample:
    """A shipped organisation, sound as it stands.

    Attributes:
        data: manifest keys and collections of all files in one mapping, longhand or shorthand as
            written; every scalar is text. In the rows of responsibility each letter of the
            organisation's own scheme stands as what it acts as: A, R, S, C or I. Not to be
            changed: work on `draft()`.
        signs: what a letter acts as → the letter of the organisation's scheme.
        most: what a letter acts as → how many parties it may have in a row, where that is limited.
    """

    name: str
    data: Data = field(repr=False)
    signs: Signs = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)

    def draft(self) -> Data:
        """The data, to be changed at will."""
        return copy.deepcopy(self.data)

    @cached_property
    def sound(self) -> Compilation:
        """The organisation as it stands, compiled from one text as every mutant is."""
        return self.compiled(self.data)

    def compiled(self, data: Data, rewrite: Callable[[str], str] = str) -> Compilation:
        """Compile changed data on the day of the samples, under the default profile.

        `rewrite` changes the text that the data are written as.
        """
        return compiled(respelt(data, self.signs), rewrite)

    def translated(self, data: Data) -> Compilation:
        """Compile changed data beside the translations that were confirmed before the change."""
        lock = confirmed(self.organisation).text()
        return compiled(respelt(data, self.signs), lock=read(Source(LOCK, lock)))

    @property
    def organisation(self) -> Organisation:
        """Its entities, typed: to choose where a defect can be planted."""
        return self.sound.organisation

    @property
    def graph(self) -> Graph:
        """Its relations: to see whether the neighbours show the fact."""
        return self.sound.graph


def compiled(
    data: Data, rewrite: Callable[[str], str] = str, lock: Tree | None = None
) -> Compilation:
    """Compile plain data, as they stand, on the day of the samples."""
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    tree = read(Source(MANIFEST, rewrite(text)))
    return compile_readings(Readings(Path(), [tree], tree, lock=lock), Overrides(as_of=DAY))


def respelt(data: Data, signs: Signs) -> Data:
    """The data with other signs for the letters of responsibility."""
    if not signs:
        return data
    respelt = copy.deepcopy(data)
    duties = [each for each in respelt["duties"].values() if isinstance(each, dict)]
    flows = [each["steps"] for each in respelt["workflows"].values() if "steps" in each]
    for each in (*duties, *(step for flow in flows for step in flow.values())):
        if isinstance(each.get("raci"), dict):
            each["raci"] = {
                "/".join(signs.get(sign, sign) for sign in key.split("/")): cell
                for key, cell in each["raci"].items()
            }
    return respelt


@cache
def sample(name: str) -> Sample:
    """A shipped sample by name."""
    merged: Data = {}
    for path in sorted((folder("samples") / name).glob("**/*.yaml")):
        for key, value in (yaml.load(path.read_text("utf-8"), _Loader) or {}).items():
            if isinstance(merged.get(key), dict):
                merged[key].update(value)
            else:
                merged[key] = value
    letters = compiled(merged).organisation.scheme.letters
    signs: Signs = {each.acts_as: each.sign for each in letters if each.sign != each.acts_as}
    most: dict[str, int] = {x.acts_as: x.most for x in letters if x.most is not None}
    acts = {sign: act for act, sign in signs.items()}
    return Sample(name, respelt(merged, acts), signs, most)


def sound_samples() -> tuple[str, ...]:
    """The names of all shipped samples but the broken one."""
    paths = folder("samples").glob("*/orgspec.yaml")
    return tuple(sorted(p.parent.name for p in paths if p.parent.name != "broken"))


def original(name: str) -> Compilation:
    """A sample compiled from its own files."""
    return compile_path(folder("samples") / name, Overrides(as_of=DAY))


def put(*route: object) -> Callable[[Data], None]:
    """A change that writes the last of the route at the keys before it; None takes the key away."""
    *keys, last, value = route

    def change(data: Data) -> None:
        at: Any = data
        for key in keys:
            if at[key] is None:
                at[key] = {}
            at = at[key]
        if value is None:
            del at[last]
        else:
            at[last] = value

    return change


def fill(*route: str, **fields: object) -> Callable[[Data], None]:
    """A change that writes fields of what stands at a route."""

    def change(data: Data) -> None:
        at: Any = data
        for key in route:
            at = at[key]
        at.update(fields)

    return change
