"""A host page with a real TinyMCE, and a proxy to the service, on one origin of the loopback interface."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "plugins" / "tinymce" / "cleaner.js"
PAGES = Path(__file__).parent / "pages"
#: The version that most tests run with (the last under the MIT licence), and the later ones.
MAIN, LATER = "6.8.6", ("7.9.3", "8.9.2")
_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}
_NPM_SECONDS = 180

HOST_PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>CMS</title>
<style>body{{font-family:sans-serif;margin:20px;background:#eef0f2}}</style>
<script src="/tinymce/{version}/tinymce.min.js"></script></head><body><h1>Soạn bài</h1><textarea id="story"></textarea>
<script nonce="host">
window.canary = 0; window.events = []; window.tokens = 0;
tinymce.init(Object.assign({{
  selector: "#story", height: 620, license_key: "gpl", promotion: false, branding: false, menubar: false,
  convert_urls: false, entity_encoding: "raw", plugins: "link lists",
  external_plugins: {{ cleaner: "/cleaner.js" }}, toolbar: "undo redo | blocks bold link bullist | cleaner cleanercuts",
  cleaner_url: location.origin, cleaner_timeout: 30000,
  cleaner_token: async () => "short-lived-" + (++window.tokens),
  setup: (editor) => {{
    for (const name of ["CleanerResult", "CleanerFailure", "CleanerRestore", "CleanerCut", "CleanerAccept"]) {{
      editor.on(name, (event) => window.events.push([name, JSON.parse(JSON.stringify(event, (key, value) =>
        key === "target" || key === "currentTarget" ? undefined : value))]));
    }}
  }},
}}, {options}));
</script></body></html>"""


def tinymce_folder(version: str) -> Path:
    """The unpacked npm package, fetched once into the user's cache. Skips the test where it cannot be had."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cleaner-tests" / f"tinymce-{version}"
    package = cache / "node_modules" / "tinymce"
    if not (package / "tinymce.min.js").exists():
        _install(f"tinymce@{version}", cache)
    return package


def _install(package: str, folder: Path) -> None:
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("npm is not installed")
    command = [npm, "install", "--silent", "--no-save", "--ignore-scripts", "--prefix", str(folder), package]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_NPM_SECONDS)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"npm cannot fetch {package}: {error}")


class Seen(NamedTuple):
    """A request that the plug-in sent to the service."""

    path: str
    authorization: str | None


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up is what some of the tests are about."""


class Host:
    """`mode`: what the way to the service does; "ok", "slow", "error", "refuse", "garbage", "cut" (no answer)."""

    def __init__(self, service: str) -> None:
        self.service, self.mode = service, "ok"
        self.seen: list[Seen] = []
        self.pages: list[tuple[str, str]] = []
        self._server = _QuietServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def reset(self) -> None:
        self.mode, self.seen = "ok", []

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def page(self, version: str, policy: str = "", **options: Any) -> str:
        """The address of a new host page; `policy`: its Content-Security-Policy.

        It is served and not made up in the browser: Chromium lets only pages that came from the loopback interface
        call a service there without asking the user.
        """
        self.pages.append((policy, HOST_PAGE.format(version=version, options=json.dumps(options))))
        return f"{self.url}/host/{len(self.pages) - 1}"


def _handler(host: Host) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _, _, rest = self.path.partition("/tinymce/")
            if rest:
                version, _, name = rest.partition("?")[0].partition("/")
                _send_file(self, tinymce_folder(version) / name)
            elif self.path.startswith("/host/"):
                policy, html = host.pages[int(self.path.removeprefix("/host/"))]
                _send(self, 200, "text/html", html.encode(), policy)
            elif self.path == "/cleaner.js":
                _send_file(self, PLUGIN)
            else:
                _send_file(self, PAGES / self.path.strip("/"))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            host.seen.append(Seen(self.path, self.headers.get("Authorization")))
            _answer(self, host, body)

        def log_message(self, *_: object) -> None:
            return None

    return Handler


def _answer(handler: BaseHTTPRequestHandler, host: Host, body: bytes) -> None:
    if host.mode == "cut":
        handler.close_connection = True
    elif host.mode == "slow":
        time.sleep(2)
        handler.close_connection = True
    elif host.mode in ("error", "refuse"):
        _send(handler, 503 if host.mode == "error" else 401, "application/problem+json", b"{}")
    elif host.mode == "garbage":
        _send(handler, 200, "text/html", b"<script>top.canary=1</script><h1>Please log in</h1>")
    else:
        _forward(handler, host.service, body)


def _forward(handler: BaseHTTPRequestHandler, service: str, body: bytes) -> None:
    headers = {name: handler.headers[name] for name in ("Content-Type", "Accept") if handler.headers[name]}
    request = urllib.request.Request(service + handler.path, body, headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            _send(handler, answer.status, answer.headers["Content-Type"], answer.read())
    except urllib.error.HTTPError as error:
        with error:
            _send(handler, error.code, error.headers["Content-Type"], error.read())


def _send_file(handler: BaseHTTPRequestHandler, path: Path) -> None:
    if path.is_file():
        _send(handler, 200, _TYPES.get(path.suffix, "application/octet-stream"), path.read_bytes())
    else:
        _send(handler, 404, "text/plain", b"")


def _send(handler: BaseHTTPRequestHandler, status: int, media_type: str, body: bytes, policy: str = "") -> None:
    handler.send_response(status)
    if policy:
        handler.send_header("Content-Security-Policy", policy)
    handler.send_header("Content-Type", media_type)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
