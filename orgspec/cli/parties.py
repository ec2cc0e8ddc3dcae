"""The parties that an argument names: people, roles, departments, partners, systems."""

from __future__ import annotations

from collections.abc import Iterable

from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import Message, quoted, say
from orgspec.model.ids import normalise
from orgspec.model.organisation import PARTY_KINDS, Organisation


def parties(
    terminal: Terminal, organisation: Organisation, names: Iterable[str]
) -> tuple[str, ...]:
    """The addresses of parties by address or bare id; leaves with 2 where one is none."""
    return tuple(dict.fromkeys(_named(terminal, organisation, n, PARTY_KINDS) for n in names))


def role_named(terminal: Terminal, organisation: Organisation, name: str) -> str:
    """The address of a role by address or bare id; leaves with 2 where there is none."""
    return _named(terminal, organisation, name, ("role",))


def _named(
    terminal: Terminal, organisation: Organisation, name: str, kinds: tuple[str, ...]
) -> str:
    """The one address that a name means among some kinds."""
    wanted = normalise(name)
    every = [e.address for kind in kinds for e in organisation.table(kind).values()]
    found = [address for address in every if wanted in (address, address.partition("/")[2])]
    if not found:
        terminal.fail(_none(organisation, name, wanted, every, kinds))
    return found[0]


def _none(
    organisation: Organisation, name: str, wanted: str, every: list[str], kinds: tuple[str, ...]
) -> Message:
    """What is wrong with a name that fits none of the kinds."""
    from orgspec.diagnostics.near import near

    called = [a for a in every if (e := organisation.find(a)) and wanted in _names(e.name)]
    ids = tuple(address.partition("/")[2] for address in every)
    close = tuple(called) or near(wanted, every) or near(wanted.rpartition("/")[2], ids)
    other = [e.address for e in organisation.entities() if wanted in (e.address, e.id)]
    if other and kinds == ("role",):
        return say("`{address}` is no role", "`{address}` 不是岗位", address=other[0])
    if other:
        return say(
            "`{address}` is neither person, role, department, partner nor system",
            "`{address}` 不是人员、岗位、部门、合作方或系统",
            address=other[0],
        )
    if close:
        return say(
            "nothing is declared as `{name}`; did you mean {names}?",
            "`{name}` 没有声明；是否想写 {names}？",
            name=name,
            names=quoted(close),
        )
    return say(
        "nothing is declared as `{name}`; write an address such as `{example}`",
        "`{name}` 没有声明；请写地址，例如 `{example}`",
        name=name,
        example=every[0] if every else "role/sales-rep",
    )


def _names(text: object) -> tuple[str, ...]:
    """A name in every language that it is written in."""
    from orgspec.model.text import Text

    return text.written() if isinstance(text, Text) else ()
