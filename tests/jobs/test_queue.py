from __future__ import annotations

import json
import pickle
import sqlite3
from pathlib import Path

import pytest

from cleaner.jobs.queue import Queue


def test_ids_go_in_and_come_out_in_order(tmp_path: Path) -> None:
    seen: list[str] = []
    near, far = Queue(tmp_path / "queue.sqlite3"), Queue(tmp_path / "queue.sqlite3", handle=seen.append)
    for name in ("a", "b", "c"):
        near.put(name)
    assert far.waiting() == {"a", "b", "c"}
    while (task := far.huey.dequeue()) is not None:
        far.huey.execute(task)
    assert seen == ["a", "b", "c"]
    assert far.waiting() == set()


def test_messages_are_json_and_no_pickle_is_read(tmp_path: Path) -> None:
    """A pickle runs what it says when it is read, and Redis may be written to by others."""
    queue = Queue(tmp_path / "queue.sqlite3")
    queue.put("a")
    with sqlite3.connect(tmp_path / "queue.sqlite3") as db:
        ((data,),) = db.execute("select data from task").fetchall()
    db.close()
    assert json.loads(bytes(data))[6] == ["a"]
    queue.huey.storage.enqueue(pickle.dumps("anything"))
    queue.huey.dequeue()
    with pytest.raises(ValueError, match=r"codec|JSON|Expecting"):
        queue.huey.dequeue()
