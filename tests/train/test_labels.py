"""The labels: a block is story where its words stand in the gold in sequence, and only there."""

from __future__ import annotations

import numpy as np

from cleaner.model import Block
from cleaner.train.corpus import publisher
from cleaner.train.labels import shares
from cleaner.train.weights import weigh

ONE = "The ferry left the harbour at six in the morning, an hour late."
TWO = "The crew had to clear ice from the deck before anybody could board."
GOLD = f"{ONE}\n\n{TWO}"


def test_the_blocks_of_the_gold_are_story_and_others_are_not() -> None:
    found = shares(["Home", ONE, TWO, "Read our newsletter every morning at six"], GOLD)
    assert (found >= 0.5).tolist() == [False, True, True, False]


def test_a_teaser_that_quotes_the_story_is_not_the_story() -> None:
    found = shares([ONE, TWO, ONE], GOLD)
    assert (found >= 0.5).tolist() == [True, True, False]


def test_copies_teach_nothing_and_the_story_weighs_one() -> None:
    blocks = [Block(index, text) for index, text in enumerate([ONE, TWO, ONE])]
    weights = weigh(blocks, np.array([1.0, 1.0, 0.0], dtype=np.float32))
    assert weights[2] == 0
    assert np.isclose(weights[:2].sum(), 1.0)


def test_publisher_is_the_registrable_domain() -> None:
    assert publisher("https://m.news.example.co.uk/a") == publisher("https://example.co.uk/") == "example.co.uk"
    assert publisher("https://one.example.com/") != publisher("https://one.example.org/")
