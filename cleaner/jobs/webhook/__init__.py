"""Webhooks: a job's end told to an address that its client gave, signed as Standard Webhooks asks."""

from __future__ import annotations

from cleaner.jobs.webhook.policy import Webhooks

__all__ = ["Webhooks"]
