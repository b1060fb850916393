from __future__ import annotations

import time

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from cleaner.jobs.webhook.sign import secret_bytes, signature, signed_headers
from tests.jobs.stores import SECRET

BODY = b'{"type":"job.finished"}'
OTHER = "whsec_" + "YW5vdGhlciBzZWNyZXQgb2YgMjQgYnl0ZXM="


def test_a_published_example_of_the_scheme() -> None:
    key = secret_bytes("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
    signed = signature(
        key, "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1649367553, b'{"email":"test@example.com","username":"test_user"}'
    )
    assert signed == "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw="


def test_a_receiver_s_library_takes_it_and_nothing_that_was_changed() -> None:
    headers = signed_headers((secret_bytes(SECRET),), "msg_1", int(time.time()), BODY)
    receiver = Webhook(SECRET)
    assert receiver.verify(BODY, headers) == {"type": "job.finished"}
    changes = [{"webhook-id": "msg_2"}, {"webhook-timestamp": str(int(time.time()) - 1)}]
    for body, changed in [(BODY + b" ", headers), *((BODY, headers | change) for change in changes)]:
        with pytest.raises(WebhookVerificationError):
            receiver.verify(body, changed)


def test_while_one_key_replaces_another_both_verify() -> None:
    keys = (secret_bytes(SECRET), secret_bytes(OTHER))
    headers = signed_headers(keys, "msg_1", int(time.time()), BODY)
    for secret in (SECRET, OTHER):
        assert Webhook(secret).verify(BODY, headers)
