"""Firefox and WebKitGTK behind one small page object, with what the journeys of readers need.

They are Debian's, which Playwright cannot drive; both support the commands of WebDriver: WebKitGTK over HTTP
through its driver, Firefox through the socket that ``--marionette`` opens. Both are in dark mode, and
download into the same folder.
"""

import base64
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest

PATIENCE = 40  # seconds until something that should come is given up
WIDTH, HEIGHT = 1280, 900
FIND = (Path(__file__).parent / "engines.js").read_text(encoding="utf-8")
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015"}
"""The keys that journeys press, as WebDriver writes them."""

FIREFOX, WEBKIT, DISPLAY = ("firefox-esr", "firefox"), ("WebKitWebDriver",), ("Xvfb",)
PREFERENCES = {
    "browser.download.alwaysOpenPanel": False,
    "browser.download.folderList": 2,  # the folder that `browser.download.dir` says
    "layout.css.prefers-color-scheme.content-override": 0,  # dark
    "marionette.port": 0,  # any that is free
}
COMMANDS = {
    "back": "WebDriver:Back",
    "click": "WebDriver:ElementClick",
    "execute/async": "WebDriver:ExecuteAsyncScript",
    "print": "WebDriver:Print",
    "url": "WebDriver:Navigate",
    "value": "WebDriver:ElementSendKeys",
    "window/rect": "WebDriver:SetWindowRect",
}
"""The end of the address of each command over HTTP, and its name in Firefox."""

CALL = """
const given = [...arguments], done = given.pop(), ask = async () => ({ value: await (%s)(...given) });
ask().then(done, (error) => done({ error: String(error) }));
"""
Result = TypeVar("Result")
Send = Callable[[str, dict[str, Any]], Any]


class EngineError(Exception):
    """The error message of an engine."""


class WebDriver:
    """A page of a browser with WebDriver; ``send(command, values)`` sends a command of `COMMANDS`."""

    def __init__(self, send: Send, *, prints: bool) -> None:
        self._send, self._prints = send, prints
        send("window/rect", {"width": WIDTH, "height": HEIGHT})

    def goto(self, address: str) -> None:
        """Open an address."""
        self._send("url", {"url": address})

    def back(self) -> None:
        """Go back one page."""
        self._send("back", {})

    def call(self, function: str, *arguments: object) -> Any:
        """Call a function in the page."""
        answer = self._send("execute/async", {"script": CALL % function, "args": arguments})
        if not answer or "error" in answer:  # nothing if the page was left meanwhile
            raise EngineError(answer["error"] if answer else "geen antwoord")
        return answer.get("value")

    def click(self, function: str, *arguments: object) -> None:
        """Click on what a function returns."""
        self._send("click", {"id": _reference(self.call(function, *arguments))})

    def press(self, keys: str) -> None:
        """Type keys."""
        focused = _reference(self.call("() => document.activeElement"))
        self._send("value", {"id": focused, "text": KEYS.get(keys, keys)})

    def pdf(self) -> bytes | None:
        """Return the page as it is printed."""
        return base64.b64decode(self._send("print", {})) if self._prints else None


def _reference(element: dict[str, str]) -> str:
    return next(iter(element.values()))


class EnginePage:
    """A page with roles and words, which waits for what should come."""

    def __init__(self, driver: WebDriver) -> None:
        self._driver = driver
        self.goto, self.back, self.press, self.pdf = driver.goto, driver.back, driver.press, driver.pdf

    def see(self, role: str, words: str) -> str:
        """Wait for an element in sight; return its text."""
        return str(_retry(lambda: self._driver.call(f"(...given) => ({FIND})(...given).innerText", role, words)))

    def click(self, role: str, words: str) -> None:
        """Click on an element once it is in sight."""
        _retry(lambda: self._driver.click(FIND, role, words))

    def type(self, words: str, text: str) -> None:
        """Type a text in the field with these words in its label."""
        _retry(lambda: self._driver.click(FIND, "field", words))
        self._driver.press(text)

    def wait(self, expression: str) -> Any:
        """Wait until an expression of JavaScript is true; return what it is."""

        def ask() -> Any:
            if not (value := self._driver.call(f"async () => ({expression})")):
                raise EngineError(f"niet waar: {expression} ({self._driver.call('() => location.href')})")
            return value

        return _retry(ask)


def _retry(act: Callable[[], Result]) -> Result:
    """Retry an action until it succeeds; raise the last error of the engine after a while."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return act()
        except EngineError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


@contextmanager
def open_engine(name: str, folder: Path) -> Iterator[EnginePage]:
    """Open Firefox or WebKitGTK with an empty profile, and end it; downloads go to ``folder``.

    The test is skipped when the engine is not installed; in CI (``CI=true``) that is a failure.
    """
    with ExitStack() as stack:
        if name == "firefox":
            send = _start_firefox(stack, _program(FIREFOX, "firefox-esr"), folder)
            yield EnginePage(WebDriver(send, prints=True))
        else:
            send = _start_webkit(stack, _program(WEBKIT, "webkit2gtk-driver"), _program(DISPLAY, "xvfb"), folder)
            yield EnginePage(WebDriver(send, prints=False))


def _program(names: tuple[str, ...], package: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    missing = f"{names[0]} is er niet (Debian: apt install {package})"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


def _start(stack: ExitStack, *command: str, **environment: str) -> None:
    """Start a program in a process group of its own, which is ended as a whole."""
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    stack.callback(process.wait)
    stack.callback(os.killpg, process.pid, signal.SIGKILL)


def _start_firefox(stack: ExitStack, program: str, folder: Path) -> Send:
    profile = folder / "profile"
    profile.mkdir()
    preferences = {**PREFERENCES, "browser.download.dir": str(folder)}
    lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in preferences.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    _start(stack, program, "--headless", "--marionette", "--no-remote", "--profile", str(profile), HOME=str(folder))
    port = _retry(lambda: _read_number(profile / "MarionetteActivePort"))
    connection = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=60))
    stream = stack.enter_context(connection.makefile("rb"))

    def receive() -> Any:
        length = b""
        while (letter := stream.read(1)) != b":":
            if not letter:
                raise EngineError("Firefox sluit de verbinding")
            length += letter
        return json.loads(stream.read(int(length)))

    def send(command: str, values: dict[str, Any]) -> Any:
        message = json.dumps([0, 1, COMMANDS.get(command, command), values]).encode()
        connection.sendall(b"%d:%b" % (len(message), message))
        _, _, error, answer = receive()
        if error:
            raise EngineError(f"{error['error']}: {error['message']}")
        return answer.get("value") if command in COMMANDS else answer

    receive()  # what it is
    send("WebDriver:NewSession", {})
    return send


def _start_webkit(stack: ExitStack, program: str, display: str, folder: Path) -> Send:
    number = folder / "display"
    with number.open("wb") as file:
        server = subprocess.Popen([display, "-displayfd", "1"], stdout=file, stderr=subprocess.DEVNULL)
    stack.callback(server.wait)
    stack.callback(server.kill)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    _start(
        stack,
        program,
        f"--port={port}",
        DISPLAY=f":{_retry(lambda: _read_number(number))}",
        GTK_THEME="Adwaita:dark",
        HOME=str(folder),  # downloads come there
        WEBKIT_DISABLE_DMABUF_RENDERER="1",  # without a graphics card
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS="1",  # root and containers have none; the pages are our own
    )
    session = ""

    def send(command: str, values: dict[str, Any]) -> Any:
        place = f"element/{values['id']}/{command}" if "id" in values else command
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("POST", f"/session{session and '/'}{session}/{place}".rstrip("/"), json.dumps(values))
            answer = json.loads(connection.getresponse().read())["value"]
        except OSError as error:
            raise EngineError(str(error)) from error
        finally:
            connection.close()
        if isinstance(answer, dict) and "error" in answer and "stacktrace" in answer:
            raise EngineError(f"{answer['error']}: {answer.get('message')}")
        return answer

    browser = {"binary": _mini_browser(), "args": ["--automation"]}
    wanted = {"alwaysMatch": {"browserName": "MiniBrowser", "webkitgtk:browserOptions": browser}}
    session = _retry(lambda: send("", {"capabilities": wanted}))["sessionId"]
    return send


def _mini_browser() -> str:
    """Return the browser that comes with the newest WebKitGTK here."""
    return str(max(Path("/usr/lib").glob("*/webkit*/MiniBrowser")))


def _read_number(file: Path) -> int:
    try:
        return int(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError) as error:
        raise EngineError(f"niet begonnen: {file.name}") from error
