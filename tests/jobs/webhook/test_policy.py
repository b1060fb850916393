from __future__ import annotations

import pytest

from cleaner.errors import OptionError
from cleaner.jobs.errors import WebhookRefused
from cleaner.jobs.webhook import Webhooks
from cleaner.settings import Settings
from tests.jobs.stores import SECRET


def webhooks(hosts: str, **flags: object) -> Webhooks:
    return Webhooks.of(Settings.load({}, **{"webhook_hosts": hosts, "webhook_secret": SECRET, **flags}))


HOSTS = "hooks.example.org, *.example.net, example.com:8443, [2606:4700::1]"


@pytest.mark.parametrize(
    ("url", "name", "path"),
    [
        ("https://hooks.example.org", "hooks.example.org", "/"),
        ("https://HOOKS.example.org:443/a?b=c&d", "hooks.example.org", "/a?b=c&d"),
        ("https://a.b.example.net/x", "a.b.example.net", "/x"),
        ("https://example.com:8443/x", "example.com:8443", "/x"),
        ("https://[2606:4700::1]/x", "[2606:4700::1]", "/x"),
    ],
)
def test_allowed(url: str, name: str, path: str) -> None:
    target = webhooks(HOSTS).target(url)
    assert (target.name, target.path) == (name, path)


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example.org/",
        "ftp://hooks.example.org/",
        "//hooks.example.org/",
        "hooks.example.org",
        "https:///x",
        "https://example.org/",
        "https://example.net/",
        "https://xexample.net/",
        "https://example.com/",
        "https://hooks.example.org:8443/",
        "https://hooks.example.org./",
        "https://hooks.example.org@evil.example/",
        "https://evil.example/@hooks.example.org",
        "https://user:pass@hooks.example.org/",
        "https://hooks.example.org\\.evil.example/",
        "https://hooks.example.org/ x",
        "https://hooks.example.org/\r\nX: y",
        "https://hooks.example.org/#part",
        "https://hooks.example.org:99999/",
        "https://hooks.example.org:x/",
        "https://[::1",
        "https://hooks.exämple.org/",
        "https://hooks.example.org/" + "x" * 2000,
        "",
    ],
)
def test_refused(url: str) -> None:
    with pytest.raises(WebhookRefused):
        webhooks(HOSTS).target(url)


def test_without_hosts_all_are_refused() -> None:
    with pytest.raises(WebhookRefused, match="calls nobody"):
        webhooks("").target("https://hooks.example.org/")


def test_plain_http_where_private_networks_are_allowed() -> None:
    target = webhooks("cms.local", webhook_networks="private").target("http://cms.local/done")
    assert (target.scheme, target.port, target.name) == ("http", 80, "cms.local")


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_c2hvcnQ=", "not base64!", "whsec_ü"])
def test_hosts_need_a_secret_that_is_one(secret: str) -> None:
    with pytest.raises(OptionError):
        webhooks("hooks.example.org", webhook_secret=secret)
