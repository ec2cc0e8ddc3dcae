"""The house: its layers, the size of its rooms, what is carried in for a small errand."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "orgspec").rglob("*.py"))
HEAVY = frozenset(
    [
        "brotli",
        "click",
        "docx",
        "graphviz",
        "jinja2",
        "networkx",
        "pydantic",
        "pydantic_core",
        "typst",
        "uharfbuzz",
        "xlsxwriter",
        "yaml",
    ]
)

# --- layers ---


def test_every_layer_imports_only_from_those_below_it() -> None:
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_rules_do_not_import_one_another() -> None:
    for path in (ROOT / "orgspec/analysis/rules").rglob("*.py"):
        assert not [name for name in imports(path) if name.startswith("orgspec.analysis.rules")], (
            path
        )


def test_renderers_of_one_format_do_not_import_those_of_another() -> None:
    formats = {path.stem for path in (ROOT / "orgspec/render").glob("*.py")} & {
        "csv", "docx", "dot", "html", "markdown", "mermaid", "pdf", "xlsx",
    }  # fmt: skip
    for stem in formats:
        found = imports(ROOT / f"orgspec/render/{stem}.py")
        assert not {f"orgspec.render.{other}" for other in formats - {stem}} & set(found), stem


@pytest.mark.parametrize("layer", ["render", "view", "analysis", "graph", "model", "syntax"])
def test_only_the_workspace_and_the_commands_touch_the_disk(layer: str) -> None:
    touching = {"open", "write_text", "write_bytes", "unlink", "mkdir", "rename"}
    for path in (ROOT / "orgspec" / layer).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                name = (
                    called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                )
                # XML writers and zip archives have an `open` of their own, in memory
                assert name not in touching - {"open"}, f"{path}:{node.lineno}"
                assert not (isinstance(called, ast.Name) and name == "open"), (
                    f"{path}:{node.lineno}"
                )


# --- sizes ---


def test_files_are_small() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {path: size for path, size in sizes.items() if size > 300} == {}
    assert sum(size > 200 for size in sizes.values()) <= len(sizes) // 10


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """The functions of a file with the lines of their bodies, without docstrings."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            start = first.end_lineno if documented else node.lineno
            yield node.name, (node.end_lineno or 0) - (start or 0)


def test_functions_are_short() -> None:
    """A command is its options, and each takes lines; else the loops that read YAML are longest."""
    sizes = {
        f"{path.relative_to(ROOT)}:{name}": size
        for path in FILES
        for name, size in functions(path)
        if not (path.parent.name == "cli" and name == "command")
    }
    assert {name: size for name, size in sizes.items() if size > 80} == {}
    assert sum(size > 60 for size in sizes.values()) <= 2
    assert sum(size > 30 for size in sizes.values()) <= len(sizes) // 20


# --- manners ---


def test_nothing_prints_but_the_commands_and_the_reports() -> None:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                assert getattr(node.func, "id", "") != "print", f"{path}:{node.lineno}"


def test_every_module_has_a_name_that_says_what_it_is_for() -> None:
    names = {path.stem for path in FILES}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "tools"}


def test_every_public_function_and_class_says_what_it_is() -> None:
    bare = []
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in [tree, *tree.body]:
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
                name = getattr(node, "name", path.stem)
                if not name.startswith("_") and not ast.get_docstring(node):
                    bare.append(f"{path.relative_to(ROOT)}:{name}")
    assert bare == []


@pytest.mark.parametrize(
    "word", ["TODO", "FIXME", "XXX", "NotImplementedError", "pragma: no cover"]
)
def test_nothing_is_left_for_later(word: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in FILES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if word in line and "placeholder" not in path.as_posix()
    ]
    assert found == []


# --- what is imported for a small errand ---


def carried(*arguments: str, cwd: Path = ROOT) -> frozenset[str]:
    """The heavy libraries that a command imports."""
    code = (
        "import sys\n"
        f"arguments = {list(arguments)!r}\n"
        "sys.argv = ['orgspec', *arguments]\n"
        "from orgspec.__main__ import answered, main\n"
        "try:\n    (main() if arguments[-1][:2] == '--' else answered(arguments))\n"
        "except SystemExit:\n    pass\n"
        "print('\\n' + ' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    command = [sys.executable, "-c", code]
    result = subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, check=True, timeout=60
    )
    return HEAVY & set(result.stdout.splitlines()[-1].split())


def test_asking_for_the_version_imports_no_library() -> None:
    assert carried("--version") == frozenset()


@pytest.mark.parametrize("command", [[], ["check"], ["build"]], ids=" ".join)
def test_asking_for_help_imports_no_library(command: list[str]) -> None:
    assert carried(*command, "--help") == frozenset()


def test_help_in_another_language_imports_the_command_line_only() -> None:
    assert carried("--lang", "zh", "--help") == {"click"}


def test_a_check_imports_what_reads_and_validates_and_no_renderer() -> None:
    sample = ROOT / "samples" / "trade-site"
    assert carried("check", str(sample)) <= {"click", "pydantic_core", "yaml", "networkx"}


def test_a_check_reads_no_metadata_of_packages_where_no_plugin_is_installed() -> None:
    code = (
        "import sys\n"
        "from orgspec.__main__ import answered\n"
        "answered(['check', '--no-cache', sys.argv[1]])\n"
        "print('\\n', *({'importlib.metadata', 'pydantic', 'tempfile', 'difflib'} & {*sys.modules}))"
    )
    command = [sys.executable, "-c", code, str(ROOT / "samples" / "trade-site")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1].split() == []
