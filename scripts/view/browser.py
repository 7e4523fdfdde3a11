"""Headless Chromium over the DevTools protocol: just what the tests of the report need."""
import asyncio
import base64
import json
import os
import shutil
import subprocess
import tempfile

import websockets

FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-port=0", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "about:blank"]


class Browser:
    """One page. `requests` holds every address that it asked for, `errors` what its console and its script complained of."""

    async def __aenter__(self):
        self.profile = tempfile.mkdtemp(prefix="copydesk-view-")
        command = [shutil.which("chromium") or "chromium", f"--user-data-dir={self.profile}", *FLAGS]
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        ports = os.path.join(self.profile, "DevToolsActivePort")
        for _ in range(600):
            if os.path.exists(ports) and open(ports).read().count("\n"):
                break
            await asyncio.sleep(0.1)
        port, path = open(ports).read().split("\n")[:2]
        self.socket = await websockets.connect(f"ws://127.0.0.1:{port}{path}", max_size=None)
        self.number, self.answers, self.requests, self.errors, self.session = 0, {}, [], [], None
        self.loaded = asyncio.Event()
        self.reader = asyncio.create_task(self._read())
        target = (await self.send("Target.createTarget", url="about:blank"))["targetId"]
        self.session = (await self.send("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            await self.send(f"{domain}.enable")
        return self

    async def __aexit__(self, *_):
        self.reader.cancel()
        await self.socket.close()
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    async def _read(self):
        async for message in self.socket:
            message = json.loads(message)
            if "id" in message:
                self.answers.pop(message["id"]).set_result(message)
                continue
            method, params = message["method"], message.get("params", {})
            if method == "Network.requestWillBeSent":
                self.requests.append(params["request"]["url"])
            elif method == "Page.loadEventFired":
                self.loaded.set()
            elif method == "Runtime.exceptionThrown":
                self.errors.append(params["exceptionDetails"].get("exception", {}).get("description", "exception"))
            elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
                self.errors.append(params["entry"]["text"])

    async def send(self, method, **params):
        self.number += 1
        answer = self.answers[self.number] = asyncio.get_running_loop().create_future()
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        await self.socket.send(json.dumps(message))
        reply = await asyncio.wait_for(answer, 120)
        if "error" in reply:
            raise RuntimeError(f"{method}: {reply['error']['message']}")
        return reply["result"]

    async def look(self, width, height, dark=False, mobile=False):
        """How large the window is, and which colours its owner likes."""
        await self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)
        scheme = "dark" if dark else "light"
        await self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    async def open(self, address):
        # By way of an empty page: to another place of the same one, nothing would be loaded.
        for url in ("about:blank", address):
            self.loaded.clear()
            await self.send("Page.navigate", url=url)
            await asyncio.wait_for(self.loaded.wait(), 120)

    async def js(self, expression):
        result = await self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description"))
        return result["result"].get("value")

    async def click(self, selector, which=0):
        """A real click: the mouse moves to the middle of the element, presses and lets go."""
        find = f"document.querySelectorAll({json.dumps(selector)})[{which}]"
        await self.js(f"{find}.scrollIntoView({{block: 'center'}})")
        box = await self.js(f"(() => {{ const r = {find}.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()")
        hit = await self.js(f"(() => {{ const e = document.elementFromPoint({box[0]}, {box[1]}); const w = {find}; return w.contains(e) || e.contains(w); }})()")
        if not hit:
            raise AssertionError(f"{selector} is covered by something else")
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            await self.send("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    async def press(self, key, text=None):
        codes = {"Enter": 13, "Tab": 9, "Escape": 27, " ": 32}
        extra = {"text": text} if text else {}
        await self.send("Input.dispatchKeyEvent", type="keyDown", key=key, code=key, windowsVirtualKeyCode=codes.get(key, 0), **extra)
        await self.send("Input.dispatchKeyEvent", type="keyUp", key=key, code=key, windowsVirtualKeyCode=codes.get(key, 0))

    async def type(self, text):
        await self.send("Input.insertText", text=text)

    async def screenshot(self, path):
        data = (await self.send("Page.captureScreenshot", format="png"))["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
