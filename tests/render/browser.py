"""A real browser without a window, for tests of pages: what it shows and what it prints."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
BROWSER = next(filter(None, map(shutil.which, _NAMES)), None)

needs_browser = pytest.mark.skipif(
    BROWSER is None, reason=f"no Chromium on the PATH (looked for {', '.join(_NAMES)})"
)


def dom(page: bytes, folder: Path, fragment: str = "") -> str:
    """The elements of a page after its script has run, as HTML; `fragment` begins with `#`."""
    return _run(page, folder, fragment, "--dump-dom").stdout.decode()


def printed(page: bytes, folder: Path) -> bytes:
    """The page as a PDF, as the browser prints it."""
    target = folder / "printed.pdf"
    _run(page, folder, "", "--no-pdf-header-footer", f"--print-to-pdf={target}")
    return target.read_bytes()


def _run(
    page: bytes, folder: Path, fragment: str, *options: str
) -> subprocess.CompletedProcess[bytes]:
    source = folder / "page.html"
    source.write_bytes(page)
    assert BROWSER is not None
    command = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
        *options,
        f"{source.as_uri()}{fragment}",
    ]
    return subprocess.run(command, check=True, capture_output=True, timeout=60)
