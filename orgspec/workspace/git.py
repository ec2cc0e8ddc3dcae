"""Asks git, without a shell: nothing that a repository or its settings say is ever run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TIMEOUT = 60.0  # seconds for one question

# Settings of a repository may name programs. None of these questions needs one.
_CALM = (
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotepath=off", "core.pager=cat",
    "blame.ignoreRevsFile=", "blame.showRoot=false", "i18n.logOutputEncoding=UTF-8",
    "protocol.allow=never", "log.showSignature=false",
)  # fmt: skip

# What a hook or a wrapper may have set about another repository; trust in a folder is kept.
_KEPT = ("GIT_CONFIG_", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES")


@dataclass(frozen=True, slots=True)
class Git:
    """The program, and the folder that paths are relative to."""

    program: str
    folder: Path

    def ask(self, *words: str) -> bytes | None:
        """What git answers to a command that only reads; None where it cannot or will not."""
        settings = [part for each in _CALM for part in ("-c", each)]
        command = [self.program, "--no-pager", "--literal-pathspecs", *settings, *words]
        try:
            done = subprocess.run(
                command, cwd=self.folder, env=_environment(), stdin=subprocess.DEVNULL,
                capture_output=True, timeout=TIMEOUT, check=False,
            )  # fmt: skip
        except (OSError, ValueError, subprocess.SubprocessError):
            return None
        return done.stdout if done.returncode == 0 else None


def git_of(folder: Path) -> Git | None:
    """The git program, if there is one; none that lies in the folder itself."""
    found = shutil.which("git")
    if found is None:
        return None
    program, top = Path(found).resolve(), folder.resolve()
    if program.is_relative_to(top) or program.is_relative_to(Path.cwd().resolve()):
        return None
    return Git(str(program), top)


def _environment() -> dict[str, str]:
    """The environment of git: nothing is asked, fetched, locked or translated."""
    kept: Iterator[tuple[str, str]] = (
        (name, value)
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    )
    return dict(kept) | {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_PAGER": "cat",
        "LC_ALL": "C",
    }
