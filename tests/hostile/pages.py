"""Ordinary pages of any size, which hostile ones are compared with: a story that goes on and on, no sentence twice."""

from __future__ import annotations

from cleaner.model import Kind

_WHO = ("Ông Trần Văn Lực", "Bà Sáu", "Chị Thắm", "Anh Phạm Quốc Bảo", "Chủ tịch tỉnh", "Một lái phà", "Cô giáo Mai")
_DID = ("cho biết", "nhớ lại rằng", "nói với báo chí rằng", "khẳng định", "mong rằng", "tính rằng", "kể rằng")
_WHAT = (
    "chi phí mỗi chuyến đã giảm gần {n} phần trăm so với phà chạy dầu",
    "bến số {n} sẽ mở cửa đón khách trước Tết, sớm hơn dự định hai tháng",
    "hơn {n} người dân hai bên sông đã đi thử trong ngày đầu tiên",
    "trạm sạc thứ {n} đặt cạnh chợ, dùng chung với xe buýt điện của huyện",
    "phà êm đến mức nghe được tiếng nước vỗ vào mạn ở quãng sông thứ {n}",
)
_WHEN = ("sáng nay", "hôm thứ Ba", "trong cuộc họp tối qua", "khi phà vừa cập bến", "giữa tiếng vỗ tay của bà con")
_HEAD = (
    '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Phà điện rời bến</title>'
    '<meta property="og:title" content="Phà điện rời bến">'
    '<meta property="article:published_time" content="2026-10-14T08:00:00+07:00"></head><body>'
    '<nav class="menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/kinh-te">Kinh tế</a></li></ul></nav>'
    '<article class="article-body"><h1>Phà điện rời bến</h1><p class="sapo">Chuyến phà điện đầu tiên đã chạy.</p>'
)
_FOOT = '</article><footer class="footer"><p>Bản quyền thuộc về tòa soạn.</p></footer></body></html>'


def sentence(number: int) -> str:
    """A sentence that no other number gives."""
    who, did = _WHO[number % 7], _DID[number // 7 % 7]
    return f"{who} {did} {_WHAT[number % 5].format(n=number)}, {_WHEN[number // 5 % 5]}."


def paragraph(number: int) -> str:
    return " ".join(sentence(4 * number + part) for part in range(3))


def section(number: int) -> str:
    """Some paragraphs with what stands between them on a news page."""
    parts = [f"<p>{paragraph(6 * number + part)}</p>" for part in range(5)]
    parts[2] = parts[2].replace("bến", "<b>bến</b>", 1).replace("phà", '<a href="/tag/pha">phà</a>', 1)
    picture = f'<img src="/anh/{number}.jpg" alt="Phà ở bến {number}">'
    caption = f"<figcaption>Phà ở bến thứ {number} lúc sáng sớm. Ảnh: Hải Đăng</figcaption>"
    return f"<h2>Bến thứ {number}</h2>{''.join(parts)}<figure>{picture}{caption}</figure>"


def ordinary(size: int) -> str:
    """A news page of about so many bytes."""
    parts, left, number = [_HEAD], size - len(_HEAD.encode()) - len(_FOOT.encode()), 0
    while left > 0:
        parts.append(section(number))
        left -= len(parts[-1].encode())
        number += 1
    return "".join(parts) + _FOOT


def warm_up() -> list[tuple[bytes | str, Kind | None]]:
    """Pages that make the engine load all that it loads on first use."""
    story = " ".join(sentence(number) for number in range(40))
    english = "The council voted on Tuesday to keep the bridge open all winter. " * 10
    doubled = story.encode().decode("windows-1252", "ignore")
    return [
        (ordinary(20_000), "html"),
        (f"{story}\n\n{story}", "text"),
        (f"<html><body><p>{english}</p></body></html>", "html"),
        (f"<html><body><nav><p>{english}</p></nav></body></html>", "html"),
        (f"<p>{doubled}</p>", "html"),
        (("<p>" + "Чиновник сказал. " * 40).encode("koi8-r"), "html"),
        ("<html><body>" + "".join(f"<div class=menu><a href=/{n}>{english}</a></div>" for n in range(9)), "html"),
    ]
