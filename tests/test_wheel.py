"""The wheel: built from the checkout, installed elsewhere, it does the main job."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NEVER = ("/tests/", "/docs/", "__pycache__", ".pytest_cache", ".egg-info")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    options = ["--wheel", "--no-isolation", "--outdir", str(folder)]
    command = [sys.executable, "-m", "build", *options, str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `orgspec` of a fresh environment that holds the wheel and, of the rest, only libraries.

    The libraries are those of the environment that runs the tests: it has them in the versions
    that the wheel asks for. The checkout itself is not among them.
    """
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    site = next((home / "lib").glob("python*/site-packages"))
    install = [sys.executable, "-m", "pip", "--python", str(python), "install"]
    options = ["--no-deps", "--no-index", "--disable-pip-version-check", "--quiet", str(wheel)]
    subprocess.run([*install, *options], check=True, capture_output=True, timeout=120)
    libraries = site / "libraries"
    libraries.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "orgspec" not in entry.name.lower() and not entry.name.endswith(".pth"):
            (libraries / entry.name).symlink_to(entry)
    (site / "libraries.pth").write_text(f"{libraries}\n")
    return home / "bin" / "orgspec"


def run(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program from a folder outside the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = {**kept, "ORGSPEC_LANG": "en", "NO_COLOR": "1"}
    return subprocess.run(
        [str(program), *arguments], cwd=folder, env=environment, capture_output=True, text=True,
        encoding="utf-8", timeout=180, check=False,
    )  # fmt: skip


def test_the_wheel_holds_the_package_its_schemas_templates_and_samples(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"orgspec"}
    inside = {name.split("/")[1] for name in names if name.startswith("orgspec/")}
    assert {"_schemas", "_templates", "_samples", "cli", "__main__.py"} <= inside
    assert not [name for name in names if any(part in name for part in NEVER)]
    assert any(name.endswith("trade-site/orgspec.yaml") for name in names)
    assert any("LICENSE" in name for name in names)


def test_every_shipped_file_of_the_checkout_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    listed = subprocess.run(
        ["git", "ls-files", "orgspec", "schemas", "templates", "samples"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    ).stdout.split()  # fmt: skip
    shipped = {
        path if path.startswith("orgspec/") else f"orgspec/_{path}"
        for path in listed
        if path.isascii() and (ROOT / path).is_file()
    }
    assert shipped - names == set()


def test_the_installed_program_is_not_the_checkout(program: Path, tmp_path: Path) -> None:
    code = "import orgspec.resources as r; print(r.__file__, r.folder('templates'))"
    result = subprocess.run(
        [str(program.parent / "python"), "-c", code],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(ROOT) not in result.stdout


def test_it_says_its_version(program: Path, tmp_path: Path) -> None:
    result = run(program, tmp_path, "--version")
    assert (result.returncode, result.stdout.split()[0]) == (0, "orgspec")


def test_it_starts_checks_and_builds_a_shipped_sample(program: Path, tmp_path: Path) -> None:
    started = run(program, tmp_path, "init", "firm", "--sample", "trade-site")
    assert started.returncode == 0, started.stderr
    checked = run(program, tmp_path, "check", "firm", "--format", "json")
    assert checked.returncode == 0, checked.stdout
    assert json.loads(checked.stdout)["summary"]["error"] == 0
    options = ("--format", "svg,xlsx,docx,pdf,md", "--locale", "zh", "--department", "sales")
    built = run(program, tmp_path, "build", "firm", "-o", "out", *options)
    assert built.returncode == 0, built.stderr
    listing = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    formats = {artifact["format"] for artifact in listing["artifacts"]}
    assert formats == {"svg", "xlsx", "docx", "pdf", "md"}
    for artifact in listing["artifacts"]:
        assert (tmp_path / "out" / artifact["path"]).stat().st_size == artifact["size"] > 0
