from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.pipeline import default_rulebook
from cleaner.settle.lines.line_judge import KINDS, forest
from cleaner.train.lines import HABITS, Part, flatten, load_lines

PARTS: list[Part] = [
    ("title", "The ferry stays", "h1"),
    ("body", "The ferry left\n at six.", "p"),
    ("caption", "The harbour at dawn", "figcaption"),
    ("body", "It was an hour late.", "p"),
]


@pytest.mark.parametrize(
    ("habit", "text"),
    [
        ("close", "The ferry stays\nThe ferry left at six.\nThe harbour at dawn\nIt was an hour late."),
        ("apart", "The ferry stays\n\nThe ferry left at six.\n\nThe harbour at dawn\n\nIt was an hour late."),
        (
            "as elements",
            "The ferry stays\n\n\nThe ferry left at six.\n\nThe harbour at dawn\n\nIt was an hour late.",
        ),
    ],
)
def test_habits_of_flattening(habit: str, text: str) -> None:
    assert habit in HABITS
    assert flatten(PARTS, habit) == text


def test_texts_are_read_with_the_kinds_of_their_lines(tmp_path: Path) -> None:
    lines = [
        "Cầu treo Pa Thơm gãy cáp, bản bị cô lập",
        "Cầu treo gãy một bên cáp sau đêm mưa lớn khiến hơn sáu mươi hộ dân bị cô lập.",
        "Người dân qua sông bằng bè. Ảnh: Lò Hoàng",
        "Trưởng bản cho biết không ai đi qua cầu lúc đó. Học sinh phải nghỉ học.",
        "Ai cũng mong có cầu mới",
        "Lò Hoàng",
    ]
    roles = ("title", "summary", "caption", "body", "heading", "byline")
    gold = {"file": "a.vn__cau.txt", "lines": [{"n": n, "role": role} for n, role in enumerate(roles)]}
    gold["lines"][4]["accept"] = ["caption"]  # type: ignore[index]
    (tmp_path / "vi-text" / "pages").mkdir(parents=True)
    (tmp_path / "vi-text" / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "vi-text" / "pages" / "a.vn__cau.txt").write_text("\n".join(lines), encoding="utf-8")
    (story,) = load_lines(tmp_path, default_rulebook(), ())
    assert (story.set, story.publisher) == ("vi-text", "a.vn")
    assert [KINDS[kind] if kind >= 0 else "" for kind in story.kinds] == ["", "story", "caption", "story", "", "byline"]
    assert story.matrix.shape == (len(lines), len(story.names))
    assert set(forest().names) <= set(story.names)
