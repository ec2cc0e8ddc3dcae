"""A specification that several processes read and judge: the answer is that of one."""

import os
import random
import tempfile
from pathlib import Path

import pytest

from orgspec.source import Source
from orgspec.syntax.reader import Tree, read
from orgspec.workspace import compile_path
from orgspec.workspace.memory import Memory
from orgspec.workspace.reading_together import read_together
from tests.alone import alone
from tests.workspace.edits import edited
from tests.workspace.specs import spec
from tests.workspace.told import compiled_as, told

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def files_in(folder: Path) -> list[tuple[Path, int]]:
    """Forty files, each said to be large enough for a batch of its own."""
    return [(folder / f"{number:02}.yaml", 1 << 18) for number in range(40)]


def tree_of(path: Path) -> Tree:
    """A tree that says where it was read."""
    return read(Source(path.name, f"name: {path.stem}\nby: {os.getpid()}\n"))


def numbers(trees: list[Tree]) -> list[str]:
    return [tree.root["name"] for tree in trees]


@alone
def test_trees_come_in_order_whoever_read_them() -> None:
    files = files_in(Path("somewhere"))
    for processes in (1, 2, 4):
        trees = list(read_together(files, tree_of, processes))
        assert numbers(trees) == [path.stem for path, _ in files]


@alone
def test_what_a_process_takes_with_it_is_read_here() -> None:
    here, files = os.getpid(), files_in(Path("somewhere"))

    def dying(path: Path) -> Tree:
        if os.getpid() != here and path.stem > "05":
            os._exit(9)
        return tree_of(path)

    trees = list(read_together(files, dying, 3))
    assert numbers(trees) == [path.stem for path, _ in files]


@alone
def test_a_reader_that_is_left_early_leaves_no_process() -> None:
    coming = read_together(files_in(Path("somewhere")), tree_of, 3)
    next(coming)
    coming.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@alone
def test_edited_samples_are_judged_as_by_one_process() -> None:
    chance = random.Random(7)
    for name in ("broken", "regional-sales", "small-firm", "software-team", "trade-department"):
        folder = SAMPLES / name
        texts = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in folder.rglob("*.yaml")
        }
        for _ in range(3):
            texts = edited(texts, chance)
        single = compile_path(folder, texts=texts)
        together = compile_path(folder, texts=texts, jobs=chance.choice((2, 3)))
        assert compiled_as(together) == compiled_as(single)
        assert told(together) == told(single)


@alone
def test_a_large_organisation_with_mistakes_is_judged_as_by_one_process() -> None:
    from benchmarks.generate import write

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(150, folder)
        for number, path in enumerate(sorted((folder / "org").rglob("*.yaml"))):
            text = path.read_text(encoding="utf-8").replace("reports_to: ", "reports_to: un", 2)
            anchor = ": &x {" if number % 5 == 0 else ": {"
            path.write_text(text.replace(": {", anchor, 1), encoding="utf-8")
        spec(folder, {"last.yaml": "roles: {ceo: {name: again}}\n"})
        expected = compile_path(folder)
        memory = Memory()
        for _ in range(2):
            found = compile_path(folder, jobs=2, memory=memory)
            assert compiled_as(found) == compiled_as(expected)
            assert told(found) == told(expected)
        assert len(expected.diagnostics) > 20
