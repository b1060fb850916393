"""The HTTP service."""

from cleaner.web.app import create_app

__all__ = ["create_app"]
