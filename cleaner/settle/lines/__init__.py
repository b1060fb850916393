"""The steps that settle the verdicts of a text page, one to a file; `cleaner.settle.text` orders them."""
