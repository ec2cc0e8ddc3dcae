"""Charters and agreements in a build: which are made, under which names."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.document import Section, Signature
from orgspec.graph.joint_work import pairs
from orgspec.resources import folder
from orgspec.testing import compiled
from orgspec.workspace import Compilation, compile_path
from orgspec.workspace.building import build
from orgspec.workspace.plan import Wanted, plan
from orgspec.workspace.unit_documents import agreed_address, joined, parted, unit_document

SPEC = """
organization: {name: {zh: 店, en: Shop}, locales: [zh, en]}
departments: {sales: {head: s}, stock: {head: t}, books: {head: b}}
roles: {s: {department: sales}, t: {department: stock}, b: {department: books}}
handoffs: {one: {from: sales, to: stock}, two: {from: books, to: stock}}
"""


def stems(compilation: Compilation, wanted: Wanted) -> list[str]:
    return [job.stem for job in plan(compilation, wanted) if job.locale == "en"]


@pytest.mark.parametrize(
    ("outputs", "wanted", "made"),
    [
        ("", Wanted(frozenset({"agreements"})), ["sales--stock", "stock--books"]),
        (
            "outputs: {agreements: {for: [sales]}}",
            Wanted(frozenset({"agreements"})),
            ["sales--stock"],
        ),
        ("outputs: {agreements: false}", Wanted(frozenset({"agreements"})), []),
        (
            "",
            Wanted(frozenset({"agreements"}), departments=frozenset({"books"})),
            ["stock--books"],
        ),
    ],
)
def test_agreements_are_made_for_pairs_of_which_one_is_wanted(
    outputs: str, wanted: Wanted, made: list[str]
) -> None:
    assert stems(compiled(SPEC + outputs), wanted) == [f"agreements/{name}" for name in made]


def test_charters_are_made_for_the_departments_that_are_wanted() -> None:
    kinds = frozenset({"departments"})
    assert stems(compiled(SPEC), Wanted(kinds)) == [
        "departments/sales", "departments/stock", "departments/books",
    ]  # fmt: skip
    only = compiled(SPEC + "outputs: {department: {for: [department/stock], formats: [md]}}")
    (job, _) = plan(only, Wanted(kinds))
    assert (job.stem, job.formats) == ("departments/stock", ("md",))


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("sales", "it", "sales--it"),
        ("a-b", "c", "a-b--c"),
        ("a--b", "c", "a--b---c"),
        ("a", "b--c", "a---b--c"),
        ("a-", "b", "a---b"),
    ],
)
def test_the_name_of_a_pair_tells_its_departments_apart(one: str, other: str, name: str) -> None:
    organisation = compiled(f"departments: {{{one}: , {other}: }}").organisation
    assert joined(one, other) == name
    assert parted(organisation, name) == (one, other)
    assert parted(organisation, name + "x") is None


@pytest.mark.parametrize(
    ("named", "address"),
    [
        (("sales--stock",), "agreement/sales--stock"),
        (("agreement/stock--sales",), "agreement/sales--stock"),
        (("department/stock", "sales"), "agreement/sales--stock"),
        (("sales", "books"), None),
        (("sales", "sales"), None),
        (("sales",), None),
        ((), None),
        (("sales", "nobody"), None),
    ],
)
def test_an_agreement_is_found_by_its_two_parties(
    named: tuple[str, ...], address: str | None
) -> None:
    assert agreed_address(compiled(SPEC).graph, named) == address


def test_an_address_of_no_pair_makes_no_document() -> None:
    with pytest.raises(KeyError):
        unit_document(compiled(SPEC).graph, "agreement/sales--nobody", "en")


@pytest.mark.parametrize("kind", ["departments", "agreements"])
def test_the_same_specification_gives_the_same_bytes(kind: str, tmp_path: Path) -> None:
    compilation = compiled(SPEC)
    jobs = plan(compilation, Wanted(frozenset({kind})))
    first = build(compilation, jobs, tmp_path / "a", processes=1)
    second = build(compiled(SPEC), jobs, tmp_path / "b", processes=1)
    assert first
    assert first == second


def test_every_agreement_of_a_sample_ends_with_the_signatures_of_both() -> None:
    compilation = compile_path(folder("samples") / "trade-site")
    for one, other in pairs(compilation.graph):
        document = unit_document(compilation.graph, f"agreement/{joined(one, other)}", "en")
        last = document.blocks[-1]
        assert isinstance(last, Section)
        assert isinstance(last.blocks[-1], Signature)
        assert len(last.blocks[-1].parties) >= 2
