"""Who does the work of a build makes no difference to its files; what goes wrong there is said."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from orgspec.cli.app import run
from orgspec.document import Document
from orgspec.render.errors import RendererMissing, RenderingFailed
from orgspec.workspace import Compilation, building, compile_path, workers
from orgspec.workspace.building import build
from orgspec.workspace.plan import Job, Wanted, document_of, plan
from orgspec.workspace.workers import NoWorkersError

needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="nobody forks here"
)

ROLES = 8
LIGHT = Wanted(frozenset(("job-descriptions",)), frozenset(("md", "html")))


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    folder = tmp_path / "spec"
    folder.mkdir()
    roles = "".join(f"  r{n}: {{reports_to: boss}}\n" for n in range(ROLES))
    text = "organization: {name: Voyage, locales: [en, zh]}\nroles:\n  boss: {reports_to: none}\n"
    (folder / "orgspec.yaml").write_text(text + roles, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


Bring = Callable[[str], None]


@pytest.fixture
def bring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bring:
    """Install a plugin that renders the format `odd` with the code given."""

    def brought(code: str) -> None:
        folder = tmp_path / "plugin"
        (folder / "odd-1.dist-info").mkdir(parents=True)
        points = "[orgspec.renderers]\nodd = odd_renderer:render\n"
        (folder / "odd-1.dist-info/entry_points.txt").write_text(points)
        (folder / "odd-1.dist-info/METADATA").write_text("Name: odd\nVersion: 1\n")
        (folder / "odd_renderer.py").write_text(code)
        monkeypatch.syspath_prepend(str(folder))
        monkeypatch.delitem(sys.modules, "odd_renderer", raising=False)

    return brought


def odd_jobs(spec: Path) -> tuple[Job, ...]:
    """Jobs of which the last is made by that plugin."""
    *jobs, last = plan(compile_path(spec), LIGHT)
    return (*jobs, replace(last, formats=("odd",)))


# --- processes ---


@pytest.mark.parametrize("processes", [0, 3])
def test_any_number_of_processes_gives_the_bytes_of_one(
    processes: int, spec: Path, tmp_path: Path
) -> None:
    compilation = compile_path(spec)
    jobs = plan(compilation, LIGHT)
    one = build(compilation, jobs, tmp_path / "one", processes=1)
    many = build(compilation, jobs, tmp_path / "many", processes=processes)
    assert one == many
    assert contents(tmp_path / "one") == contents(tmp_path / "many")


def test_where_processes_are_not_forked_documents_go_to_them(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compilation = compile_path(spec)
    jobs = plan(compilation, LIGHT)
    one = build(compilation, jobs, tmp_path / "one", processes=1)
    monkeypatch.setattr(workers, "may_fork", lambda: False)
    monkeypatch.setattr(multiprocessing, "get_start_method", lambda: "spawn")
    assert build(compilation, jobs, tmp_path / "many", processes=2) == one
    assert contents(tmp_path / "one") == contents(tmp_path / "many")


@needs_fork
def test_a_document_is_made_by_the_process_that_renders_it(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"

    def telling(compilation: Compilation, job: Job) -> Document:
        with told.open("a", encoding="ascii") as file:
            file.write(f"{os.getpid()}\n")
        return document_of(compilation, job)

    monkeypatch.setattr(building, "document_of", telling)
    compilation = compile_path(spec)
    jobs = plan(compilation, LIGHT)
    build(compilation, jobs, tmp_path / "out", processes=2)
    made = told.read_text(encoding="ascii").split()
    assert len(made) == len(jobs)
    assert str(os.getpid()) not in made


class Odd(Exception):  # noqa: N818 - as somebody else may write one
    """An error that cannot be sent to another process: what it needs is not kept."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(f"{what} in {where}")


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_of_a_view_is_told_in_its_words(
    processes: int, spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(compilation: Compilation, job: Job) -> Document:
        raise Odd("a fault", job.address)

    monkeypatch.setattr(building, "document_of", failing)
    compilation = compile_path(spec)
    with pytest.raises((Odd, RuntimeError), match="a fault in role/"):
        build(compilation, plan(compilation, LIGHT), tmp_path / "out", processes=processes)
    assert not contents(tmp_path / "out")


@pytest.mark.parametrize("processes", [1, 2])
def test_a_missing_library_is_named_wherever_it_is_missing(
    processes: int, spec: Path, tmp_path: Path, bring: Bring
) -> None:
    bring(
        "from orgspec.render.errors import RendererMissing\n"
        "def render(document):\n    raise RendererMissing('oddlib', ('odd',))\n"
    )
    with pytest.raises(RendererMissing) as missing:
        build(compile_path(spec), odd_jobs(spec), tmp_path / "out", processes=processes)
    assert "pip install oddlib" in missing.value.said("en")
    assert "未安装 oddlib" in missing.value.said("zh")
    assert not contents(tmp_path / "out")


@pytest.mark.parametrize("processes", [1, 2])
def test_a_renderer_that_fails_is_told_with_the_document(
    processes: int, spec: Path, tmp_path: Path, bring: Bring
) -> None:
    bring("def render(document):\n    return document.pages\n")
    with pytest.raises(RenderingFailed) as failed:
        build(compile_path(spec), odd_jobs(spec), tmp_path / "out", processes=processes)
    assert failed.value.format_ == "odd"
    assert failed.value.document
    assert "has no attribute 'pages'" in failed.value.said("en")
    assert "无法生成 ODD" in failed.value.said("zh")
    assert not contents(tmp_path / "out")


@pytest.mark.parametrize("processes", ["1", "2"])
def test_an_error_in_a_template_is_said_with_its_place(
    processes: str, spec: Path, tmp_path: Path
) -> None:
    form = spec / "templates/html/page.html"
    form.parent.mkdir(parents=True)
    form.write_text("<p>\n{{ nobody.knows }}</p>", encoding="utf-8")
    ran = orgspec("build", str(spec), "-o", str(tmp_path / "out"), "--jobs", processes)
    assert ran.returncode == 2
    assert "page.html:2" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not contents(tmp_path / "out")


@pytest.mark.skipif(sys.platform == "win32", reason="no process is killed there that way")
def test_a_process_that_the_system_ends_is_said(spec: Path, tmp_path: Path, bring: Bring) -> None:
    bring("import os, signal\ndef render(document):\n    os.kill(os.getpid(), signal.SIGKILL)\n")
    out, compilation = tmp_path / "out", compile_path(spec)
    build(compilation, plan(compilation, LIGHT), out, processes=1)
    before = contents(out)
    with pytest.raises(NoWorkersError) as ended:
        build(compilation, odd_jobs(spec), out, processes=2)
    assert "--jobs 1" in ended.value.message.in_("en")
    assert "内存不足" in ended.value.message.in_("zh")
    assert contents(out) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C goes to groups otherwise there")
def test_ctrl_c_leaves_nothing_half_written_and_no_word_of_python(
    spec: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with subprocess.Popen(
        [*ORGSPEC, "build", str(spec), "-o", str(out), "--jobs", "2"],
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as child:  # fmt: skip
        until(lambda: out.exists() and len(list(out.rglob("*.docx"))) > 3)
        os.killpg(child.pid, signal.SIGINT)
        _, said = child.communicate(timeout=20)
    assert child.returncode == 130
    assert not said.strip()
    assert not contents(out)
    assert not list(out.iterdir())


def test_an_unknown_executor_is_wrong_use(spec: Path, tmp_path: Path) -> None:
    en = orgspec("build", str(spec), "-o", str(tmp_path / "out"), "--executor", "clouds")
    assert en.returncode == 2
    assert "there is no executor `clouds`; there are `processes`" in en.stderr
    with pytest.raises(NoWorkersError) as none:
        build(compile_path(spec), odd_jobs(spec), tmp_path / "out", executor="云")
    assert "没有执行器 `云`" in none.value.message.in_("zh")


# --- a cluster ---

ORGSPEC = (sys.executable, "-m", "orgspec")


def orgspec(*arguments: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line as people do, in English."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        [*ORGSPEC, "--lang", "en", *arguments],
        capture_output=True, text=True, check=False, timeout=120, env=environment,
    )  # fmt: skip


def until(true: Callable[[], bool], seconds: float = 90) -> None:
    """Wait for something to be so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.2)


@pytest.mark.parametrize("address", ["127.0.0.1:9", "", "nowhere", "127.0.0.1:999999"])
def test_an_address_without_a_cluster_is_said_at_once(
    address: str, spec: Path, tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(NoWorkersError) as none:
        build(compile_path(spec), odd_jobs(spec), tmp_path / "out", executor=f"dask://{address}")
    assert f"no cluster of dask answers at `{address}`" in str(none.value)
    assert "没有可用的 dask 集群" in none.value.message.in_("zh")


def test_without_dask_the_way_to_get_it_is_said(spec: Path, tmp_path: Path) -> None:
    (tmp_path / "without").mkdir()
    (tmp_path / "without/distributed.py").write_text("raise ImportError('no distributed')\n")
    ran = orgspec(
        "build", str(spec), "-o", str(tmp_path / "out"), "--executor", "dask://127.0.0.1:8786",
        path=tmp_path / "without",
    )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr == "error: `dask://` needs dask: pip install 'orgspec[dask]'\n"


@pytest.fixture
def dask() -> Iterator[Dask]:
    """A scheduler of dask on this machine, and a function that starts a worker of it."""
    pytest.importorskip("distributed")
    started: list[subprocess.Popen[str]] = []
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"

    def start(*arguments: str) -> subprocess.Popen[str]:
        started.append(
            subprocess.Popen(
                [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True,
            )
        )  # fmt: skip
        return started[-1]

    def answers() -> bool:
        try:
            socket.create_connection(address.split(":"), timeout=1).close()  # type: ignore[arg-type]
        except OSError:
            return False
        return True

    start("scheduler", "--host", "127.0.0.1", "--port", address.split(":")[1], "--no-dashboard")
    until(answers)

    def worker(*more: str) -> subprocess.Popen[str]:
        return start(
            "worker", f"tcp://{address}", "--no-nanny", "--nthreads", "1", "--no-dashboard", *more
        )

    yield Dask(f"dask://{address}", worker)
    for process in reversed(started):
        process.kill()
        process.wait()


@dataclass(frozen=True)
class Dask:
    """A cluster: its name as an executor, and what starts one more worker."""

    executor: str
    worker: Callable[..., subprocess.Popen[str]]

    def pids(self) -> list[int]:
        """The processes that the scheduler takes for workers."""
        from distributed import Client

        address = self.executor.removeprefix("dask://")
        connect: Callable[..., Any] = Client
        with connect(f"tcp://{address}", set_as_default=False) as client:
            return list(client.run(os.getpid, on_error="ignore").values())

    def wait_for(self, workers: int) -> None:
        """Wait until so many workers have come."""
        until(lambda: len(self.pids()) == workers)


def test_a_cluster_gives_the_bytes_of_one_process_though_a_worker_dies(
    dask: Dask, spec: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    workers = [dask.worker(), dask.worker()]
    dask.wait_for(2)
    compilation = compile_path(spec)
    jobs = plan(compilation, LIGHT)
    build(compilation, jobs, tmp_path / "one", processes=1)
    seen: list[int] = []

    def kill_one(_: str, done: int, __: int) -> None:
        seen.append(done)
        if done == 2:
            workers[0].kill()

    build(compilation, jobs, tmp_path / "many", executor=dask.executor, progress=kill_one)
    assert workers[0].wait() != 0
    assert contents(tmp_path / "one") == contents(tmp_path / "many")
    assert seen == list(range(len(jobs) + 1))

    # Nothing is said but the result; forms of the user's own are filled here.
    form = spec / "templates/html/page.html"
    form.parent.mkdir(parents=True)
    form.write_text("mine", encoding="utf-8")
    arguments = ["build", str(spec), "-o", str(tmp_path / "many"), "--executor", dask.executor]
    capfd.readouterr()
    assert run([*arguments, "--format", "html", "--role", "boss", "--lang", "en"]) == 0
    assert capfd.readouterr().err.count("\n") == 1
    assert (tmp_path / "many/en/job-descriptions/boss.html").read_text() == "mine"


def test_a_cluster_that_cannot_do_it_says_why(dask: Dask, spec: Path, tmp_path: Path) -> None:
    compilation, out = compile_path(spec), tmp_path / "out"
    jobs = plan(compilation, Wanted(formats=frozenset(("pdf",)), roles=frozenset(("boss",))))

    def refused(kind: type[Exception], match: str) -> None:
        with pytest.raises(kind, match=match):
            build(compilation, jobs, out, executor=dask.executor)
        assert not contents(out)

    refused(NoWorkersError, "has no workers")
    preload = tmp_path / "preload.py"
    preload.write_text("import sys\nsys.modules['typst'] = None\n")
    lacking = dask.worker("--preload", str(preload))
    dask.wait_for(1)
    refused(RendererMissing, "pip install typst")
    lacking.kill()
    preload.write_text("from orgspec.workspace import cluster\ncluster.__version__ = '0.0.1'\n")
    dask.worker("--preload", str(preload))
    until(lambda: [pid for pid in dask.pids() if pid != lacking.pid] != [])
    refused(NoWorkersError, r"have orgspec 0\.0\.1, and this is")
