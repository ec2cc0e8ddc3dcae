"""A window of a real browser that a test can press keys in, over the browser's own pipe."""

from __future__ import annotations

import base64
import itertools
import json
import os
import shlex
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.render.browser import BROWSER


class Window:
    """One page in a browser without a screen: it runs scripts, takes keys, makes pictures."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading, self._writing = reading, writing
        self._numbers = itertools.count(1)
        self._rest = b""
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        attached = self._send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.send("Page.enable")

    _session: str | None = None

    def send(self, method: str, **values: Any) -> dict[str, Any]:
        """One command of the browser's protocol to the page, and its answer."""
        return self._send(method, **values)

    def _send(self, method: str, **values: Any) -> dict[str, Any]:
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": values}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._reading, 1 << 20)
            assert more, "the browser is gone"
            self._rest += more
        one, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(one)
        return message

    def open(self, address: str, wide: int = 1400, tall: int = 900) -> None:
        """Go to an address, and wait until its script has made the chart."""
        self.send("Emulation.setDeviceMetricsOverride", width=wide, height=tall,
                  deviceScaleFactor=1, mobile=False)  # fmt: skip
        self.send("Page.navigate", url=address)
        for _ in range(1000):
            if self.run("document.documentElement?.classList.contains('ready') || false"):
                return
            time.sleep(0.01)
        raise AssertionError("the chart was never ready")

    def calm(self, *, dark: bool = False) -> None:
        """Ask for no motion, and for a dark page if `dark`."""
        self.send("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-reduced-motion", "value": "reduce"},
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
        ])  # fmt: skip

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True)  # fmt: skip
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other; a single character is written."""
        for key in keys:
            text = {"Enter": "\r", "Space": " "}.get(key, key if len(key) == 1 else "")
            name = " " if key == "Space" else key
            self.send("Input.dispatchKeyEvent", type="keyDown", key=name, text=text)
            self.send("Input.dispatchKeyEvent", type="keyUp", key=name)

    def click(self, selector: str) -> None:
        """Click on the middle of an element."""
        box = self.run(
            f"(() => {{ const b = document.querySelector({json.dumps(selector)})"
            ".getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left",
                      clickCount=1)  # fmt: skip

    def picture(self) -> bytes:
        """What the window shows, as PNG."""
        return base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"])

    def paper(self) -> bytes:
        """The page as the browser prints it, as PDF."""
        printed = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(printed["data"])


@contextmanager
def window(folder: Path) -> Iterator[Window]:
    """A browser with a profile of its own in `folder`; it ends with the block."""
    assert BROWSER is not None
    to_browser, from_here = os.pipe()
    to_here, from_browser = os.pipe()
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               "--remote-debugging-pipe", f"--user-data-dir={folder / 'profile'}"]  # fmt: skip

    # The browser reads descriptor 3 and writes descriptor 4: both are made in the child.
    script = f"exec 3<&{to_browser} 4>&{from_browser}; exec {shlex.join(command)}"
    with (folder / "browser.log").open("wb") as log:
        process = subprocess.Popen(
            ["/bin/bash", "-c", script], pass_fds=(to_browser, from_browser), stderr=log
        )
    os.close(to_browser)
    os.close(from_browser)
    try:
        yield Window(to_here, from_here)
    finally:
        process.terminate()
        process.wait(timeout=20)
        os.close(from_here)
        os.close(to_here)
