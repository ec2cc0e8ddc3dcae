"""What rules find travels between processes that have the same organisation in memory."""

from __future__ import annotations

import pickle
from functools import cached_property
from io import BytesIO
from typing import Any

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding
from orgspec.source import Source

Sent = tuple[str, list[Finding], Finding | None]
Learnt = dict[int, dict[str, object]]
"""Number of a file → what a process found out about its text, by the name of what did."""


class Known:
    """Turns findings into bytes and back; what both processes know travels as a number.

    Sources and entities were there before the fork, so they have the same identity in both.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._before = [len(source.found) for source in self._files]

    @cached_property
    def _files(self) -> list[Source]:
        """The files in which something is declared, in the same order in both processes."""
        origins = self._context.program.origins.values()
        return list(dict.fromkeys([origin.source for origin in origins]))

    @cached_property
    def _things(self) -> dict[int, Any]:
        """What both know, by identity; most checks find nothing and never ask."""
        program = self._context.program
        things: list[Any] = [program.anchor[0], program.organisation, program.organisation.manifest]
        things += [program.organisation.profile, *program.organisation.entities()]
        things += self._files
        things += [problem.source for problem in program.problems]
        return {id(thing): thing for thing in things}

    def thing(self, number: int) -> Any:
        """What stands behind a number."""
        return self._things[number]

    def to_bytes(self, code: str, findings: list[Finding], crash: Finding | None) -> bytes:
        """A rule's code, its findings, and the one that says that it crashed."""
        if not findings and crash is None:
            return pickle.dumps((code, findings, crash), pickle.HIGHEST_PROTOCOL)
        data = BytesIO()
        pickler = _Pickler(data, self._things)
        pickler.dump((code, findings, crash))
        return data.getvalue()

    def from_bytes(self, data: bytes) -> Sent | Learnt:
        """The same again, from another process of ours."""
        unpickler = _Unpickler(BytesIO(data), self)
        made: Sent | Learnt = unpickler.load()
        return made

    def learnt(self) -> bytes:
        """What this process has found out about texts since this was made: plain answers."""
        learnt: Learnt = {
            number: {name: each for name, each in source.found.items() if _is_plain(each)}
            for number, (source, before) in enumerate(zip(self._files, self._before, strict=True))
            if len(source.found) > before
        }
        return pickle.dumps(learnt, pickle.HIGHEST_PROTOCOL)

    def learn(self, learnt: Learnt) -> None:
        """Know that here too, so that nobody looks again."""
        for number, found in learnt.items():
            source = self._files[number]
            source.found = found | source.found


def _is_plain(answer: object) -> bool:
    """Whether an answer about a text means the same in another process."""
    return isinstance(answer, str | bool)


class _Pickler(pickle.Pickler):
    def __init__(self, file: BytesIO, things: dict[int, Any]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._things = things

    def persistent_id(self, thing: Any) -> int | None:
        return id(thing) if id(thing) in self._things else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: BytesIO, known: Known) -> None:
        super().__init__(file)
        self._known = known

    def persistent_load(self, number: Any) -> Any:
        return self._known.thing(number)
