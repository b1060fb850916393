"""Load on a running service: long, so not among the tests that `make test` runs."""
