"""Drives a real Chromium through its pipe: opens pages, types, presses, asks what is there.

No network is involved: the page comes from a file, and names lead nowhere.
"""

import base64
import itertools
import json
import os
import selectors
import shutil
import subprocess
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 120
"""Seconds after which a browser that says nothing is taken for hung; nothing waits for them."""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)

needs_chromium = pytest.mark.skipif(
    not any(map(shutil.which, NAMES)),
    reason="no Chromium here to read the page with (apt-get install chromium)",
)


class Chromium:
    """One browser; each page it opens is a `Page`."""

    def __init__(self, folder):
        # Chromium reads from 3 and writes to 4, so the pipes must stand exactly there.
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        program = next(filter(None, map(shutil.which, NAMES)))
        shell = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self._process = subprocess.Popen(
            ["bash", "-c", shell, "chromium", program, *FLAGS, f"--user-data-dir={folder}"],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._numbers = itertools.count(1)
        self._rest = b""
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._in, selectors.EVENT_READ)
        self.events = []

    def call(self, method, session=None, /, **parameters):
        """Ask for something and return the answer; what happens meanwhile goes to `events`."""
        number = next(self._numbers)
        asked = {"id": number, "method": method, "params": parameters}
        if session:
            asked["sessionId"] = session
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        while True:
            told = self._told()
            if told.get("id") == number:
                assert "error" not in told, told["error"]
                return told["result"]
            self.events.append(told)

    def wait_for(self, method, session=None):
        """Return the next event of a kind, or the first that came since it was last asked for."""
        while True:
            for event in self.events:
                if event.get("method") == method and event.get("sessionId") == session:
                    self.events.remove(event)
                    return event["params"]
            self.events.append(self._told())

    def open(self, path, **look):
        """Open a file in a new page."""
        return Page(self, Path(path), **look)

    def close(self):
        self.call("Browser.close")
        self._process.wait(PATIENCE)
        self._selector.close()
        os.close(self._in)
        os.close(self._out)

    def _told(self):
        while b"\0" not in self._rest:
            assert self._selector.select(PATIENCE), "Chromium says nothing any more"
            piece = os.read(self._in, 1 << 20)
            assert piece, "Chromium is gone"
            self._rest += piece
        message, _zero, self._rest = self._rest.partition(b"\0")
        return json.loads(message)


class Page:
    """One page, as a reader with these settings has it before them."""

    def __init__(self, browser, path, *, scripts=True, dark=False, width=1100, height=900):
        self._browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self._target = target
        attached = browser.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media="", features=[scheme])
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        if not scripts:
            self.call("Emulation.setScriptExecutionDisabled", value=True)
        self.call("Page.navigate", url=path.as_uri())
        browser.wait_for("Page.loadEventFired", self._session)

    def call(self, method, **parameters):
        return self._browser.call(method, self._session, **parameters)

    def wait_for(self, method):
        return self._browser.wait_for(method, self._session)

    def ask(self, expression):
        """Return what a JavaScript expression says; a promise is waited for."""
        told = self.call(
            "Runtime.evaluate",
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def type(self, text):
        """Type where the focus is."""
        self.call("Input.insertText", text=text)

    def press(self, selector):
        """Press the middle of an element with the mouse."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.ask(f"{found}.scrollIntoView({{block: 'center'}})")
        where = self.ask(
            f"(() => {{ const r = {found}.getBoundingClientRect();"
            " return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **where)

    def happened(self, method):
        """Return every event of a kind so far."""
        return [
            event["params"]
            for event in self._browser.events
            if event.get("method") == method and event.get("sessionId") == self._session
        ]

    def picture(self):
        """Return the whole page as a PNG."""
        told = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(told["data"])

    def close(self):
        self._browser.call("Target.closeTarget", targetId=self._target)
