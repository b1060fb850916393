"""A real WordPress on the loopback interface, made of Debian's packages `wordpress`, `mariadb-server` and `php-cli`."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.browser.tinymce_host import ROOT

WORDPRESS = Path("/usr/share/wordpress")
THEMES = Path("/var/lib/wordpress/wp-content/themes"), WORDPRESS / "wp-content" / "themes"
PLUGIN = ROOT / "plugins" / "wordpress" / "cleaner"
PROGRAMS = ("php", "mariadbd", "mariadb-install-db", "mariadb")
PASSWORD = "for this test only"
_START_SECONDS = 60

CONFIG = """<?php
define( 'DB_NAME', 'wordpress' ); define( 'DB_USER', 'root' ); define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:{socket}' ); define( 'DB_CHARSET', 'utf8mb4' );
define( 'AUTH_KEY', 'a' ); define( 'SECURE_AUTH_KEY', 'b' ); define( 'LOGGED_IN_KEY', 'c' );
define( 'NONCE_KEY', 'd' ); define( 'DISABLE_WP_CRON', true );
define( 'WP_HOME', '{url}' ); define( 'WP_SITEURL', '{url}' ); define( 'WP_ENVIRONMENT_TYPE', 'local' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
define( 'WP_DEBUG', true ); define( 'WP_DEBUG_DISPLAY', false ); define( 'WP_DEBUG_LOG', '{log}' );
define( 'WP_CONTENT_DIR', __DIR__ . '/wp-content' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {{ define( 'ABSPATH', __DIR__ . '/' ); }}
require_once ABSPATH . 'wp-settings.php';
"""
INSTALL = """<?php
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install( 'Tin thử', 'chief', 'chief@tin.example', false, '', '{password}' );
switch_theme( basename( current( glob( WP_CONTENT_DIR . '/themes/*', GLOB_ONLYDIR ) ) ) );
$done = activate_plugin( 'cleaner/cleaner.php' );
if ( is_wp_error( $done ) ) {{ throw new Exception( $done->get_error_message() ); }}
wp_insert_user( array( 'user_login' => 'reader', 'user_pass' => '{password}', 'role' => 'subscriber' ) );
foreach ( array( 'chief', 'reader' ) as $name ) {{
	$user = get_user_by( 'login', $name );
	echo WP_Application_Passwords::create_new_application_password( $user->ID, array( 'name' => 'test' ) )[0], "\\n";
}}
"""


def missing() -> str:
    """What this machine lacks for it, in words; empty when nothing."""
    lacking = [name for name in PROGRAMS if not shutil.which(name)]
    if not (WORDPRESS / "wp-load.php").exists():
        lacking.append("wordpress")
    if not any(folder.is_dir() and any(folder.iterdir()) for folder in THEMES):
        lacking.append("a theme of wordpress")
    return ", ".join(lacking)


class Site:
    """WordPress with the plug-in active. `keys`: application passwords of the users `chief` and `reader`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "debug.log"
        self._running: list[subprocess.Popen[bytes]] = []
        self.url = f"http://127.0.0.1:{free_port()}"
        try:
            self._copy()
            self._start_database()
            install = self._write("install.php", INSTALL.format(password=PASSWORD))
            done = subprocess.run(["php", str(install)], capture_output=True, text=True, check=True, timeout=180)
            self.keys = dict(zip(("chief", "reader"), done.stdout.split()[-2:], strict=True))
            install.unlink()
            self._serve()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        for process in reversed(self._running):
            process.terminate()
            process.wait(timeout=30)

    def set_service(self, url: str, profile: str = "illustrated") -> None:
        """As Settings > Cleaner would save it."""
        self.set_option("cleaner_settings", {"url": url, "key": "k-1", "profile": profile})

    def set_option(self, name: str, value: object) -> None:
        code = (
            "$_SERVER['HTTP_HOST'] = '127.0.0.1'; require 'wp-load.php';"
            "update_option( $argv[1], json_decode( $argv[2], true ) );"
        )
        command = ["php", "-r", code, "--", name, json.dumps(value)]
        subprocess.run(command, cwd=self.folder / "site", check=True, capture_output=True, timeout=60)

    def _copy(self) -> None:
        site = self.folder / "site"
        shutil.copytree(WORDPRESS, site, ignore=shutil.ignore_patterns("wp-content", "wp-config.php"))
        (site / "wp-content" / "uploads").mkdir(parents=True)
        themes = next(folder for folder in THEMES if folder.is_dir() and any(folder.iterdir()))
        shutil.copytree(themes, site / "wp-content" / "themes")
        shutil.copytree(PLUGIN, site / "wp-content" / "plugins" / "cleaner")
        # WordPress offers only languages that it has a file of its own for; any file will do for that.
        (site / "wp-content" / "languages").mkdir()
        shutil.copy(PLUGIN / "languages" / "cleaner-vi.mo", site / "wp-content" / "languages" / "vi.mo")
        self._write("wp-config.php", CONFIG.format(socket=self._socket(), url=self.url, log=self.log))

    def _start_database(self) -> None:
        data, user = self.folder / "database", f"--user={os.environ.get('USER', 'root')}"
        make = ["mariadb-install-db", "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal"]
        subprocess.run([*make, user, "--skip-test-db"], check=True, capture_output=True, timeout=180)
        server = [
            "mariadbd",
            "--no-defaults",
            f"--datadir={data}",
            f"--socket={self._socket()}",
            "--skip-networking",
            user,
        ]
        self._start([*server, f"--pid-file={self.folder / 'database.pid'}"])
        wait_for(lambda: self._sql("CREATE DATABASE IF NOT EXISTS wordpress") == 0)

    def _serve(self) -> None:
        environ = {**os.environ, "PHP_CLI_SERVER_WORKERS": "4"}
        options = ["-d", "upload_max_filesize=16M", "-d", "post_max_size=16M"]
        self._start(["php", *options, "-S", self.url.removeprefix("http://"), "-t", str(self.folder / "site")], environ)
        wait_for(lambda: answers(f"{self.url}/wp-login.php"))

    def _start(self, command: list[str], environ: dict[str, str] | None = None) -> None:
        with (self.folder / f"{Path(command[0]).name}.log").open("wb") as log:
            self._running.append(subprocess.Popen(command, env=environ, stdout=log, stderr=log))

    def _sql(self, statement: str) -> int:
        command = ["mariadb", "--no-defaults", f"--socket={self._socket()}", "--user=root", "-e", statement]
        return subprocess.run(command, capture_output=True, check=False, timeout=30).returncode

    def _socket(self) -> Path:
        return self.folder / "database.sock"

    def _write(self, name: str, text: str) -> Path:
        path = self.folder / "site" / name
        path.write_text(text, "utf-8")
        return path


def wait_for(ready: Callable[[], bool]) -> None:
    """Until `ready()` is true; raises TimeoutError."""
    until = time.monotonic() + _START_SECONDS
    while not ready():
        if time.monotonic() > until:
            raise TimeoutError("it did not start")
        time.sleep(0.3)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
