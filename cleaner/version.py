"""The version of engine and package, in one place."""

__version__ = "0.1.0"
