from __future__ import annotations

from cleaner import clean


def test_numbers_are_places_also_where_a_caption_stands_in_two_attributes() -> None:
    """Found by the fuzzer: the second copy's number skipped one."""
    words = "Phà rời bến sáng nay. Ảnh: Hải Đăng"
    figure = f'<figure><img src="/a.jpg" alt="{words}" title="{words}"><figcaption>{words}</figcaption></figure>'
    ledger = clean(f"<article><h1>Phà điện rời bến</h1>{figure}<p>Chuyến phà đầu tiên đã chạy.</p></article>").ledger
    assert [entry.id for entry in ledger] == list(range(len(ledger)))
    assert sum("/@" in (entry.path or "") for entry in ledger) == 2
