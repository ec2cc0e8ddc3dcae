"""Operators: each plants one defect of one kind wherever an organisation offers the place."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from tests.mutation.sample import Data, Sample


@dataclass(frozen=True)
class Mutant:
    """A place for one defect, and how it is planted there.

    Attributes:
        at: the address of the entity that the finding must be about or stand at.
        plant: changes the data of the organisation.
        text: what the source must read under the caret, where that is certain; else "".
        also: codes that rightly speak as well, since they are another cause of their own.
        rewrite: changes the text that the changed data are written as, for what no data can hold.
        confirmed: whether all translations were confirmed before the change.
    """

    at: str
    plant: Callable[[Data], object] = field(repr=False)
    text: str = ""
    also: frozenset[str] = frozenset()
    rewrite: Callable[[str], str] = str
    confirmed: bool = False


Plant = Callable[[Sample], Iterator[Mutant]]


@dataclass(frozen=True)
class Operator:
    """A way to plant the defect that a check finds.

    Attributes:
        code: the check that must speak.
        name: what is done, in words.
    """

    code: str
    name: str
    plant: Plant


MARK = "__operator__"


def operator(code: str) -> Callable[[Plant], Plant]:
    """Make an operator of a function; its name says what it plants."""

    def register(plant: Plant) -> Plant:
        setattr(plant, MARK, Operator(code, plant.__name__.replace("_", " "), plant))
        return plant

    return register


@cache
def operators() -> tuple[Operator, ...]:
    """Every operator of every module below `operators/`, by code."""
    package = importlib.import_module("tests.mutation.operators")
    modules = (
        importlib.import_module(f"{package.__name__}.{each.name}")
        for each in pkgutil.iter_modules(package.__path__)
    )
    found = [
        getattr(value, MARK)
        for module in modules
        for value in vars(module).values()
        if hasattr(value, MARK) and value.__module__ == module.__name__
    ]
    return tuple(sorted(found, key=lambda each: (each.code, each.name)))


@dataclass(frozen=True)
class Verdict:
    """What the checks said of a mutant.

    Attributes:
        found: whether the expected check spoke at the place.
        surplus: what else was said that the sound organisation does not say: code and address.
    """

    found: bool
    surplus: tuple[str, ...]


def judge(operator_: Operator, sample: Sample, mutant: Mutant) -> Verdict:
    """Compile a mutant and compare what is said with what was planted."""
    before = _said(sample)
    found = False
    surplus = []
    data = sample.draft()
    mutant.plant(data)
    after = sample.translated(data) if mutant.confirmed else sample.compiled(data, mutant.rewrite)
    for each in after.diagnostics:
        place = each.place
        marked = place.source.text[place.span.start : place.span.end]
        here = mutant.at in (each.address, place.address) and mutant.text in ("", marked)
        if each.code == operator_.code and here:
            found = True
        elif (each.code, each.address) not in before and each.code not in mutant.also:
            surplus.append(f"{each.code} {each.address or place.address}: {each.message.in_('en')}")
    return Verdict(found, tuple(surplus))


def _said(sample: Sample) -> frozenset[tuple[str, str]]:
    """What is said of an organisation as it stands: infos only."""
    return frozenset((d.code, d.address) for d in sample.sound.diagnostics)


def first(mutants: Iterable[Mutant], limit: int) -> Iterator[Mutant]:
    """Some of the places that an operator found, spread evenly over all of them."""
    every = list(mutants)
    for index in range(min(limit, len(every))):
        yield every[index * len(every) // min(limit, len(every))]
