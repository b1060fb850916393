"""Pages of our own making for the browser: a story with what surrounds one, a long one, and a hostile one."""

from __future__ import annotations

STORY = """<html lang="vi"><head><title>Chợ nổi họp lại sau mùa lũ</title></head><body>
<nav><a href="/">Trang chủ</a> <a href="/thoi-su">Thời sự</a></nav>
<article><h1>Chợ nổi họp lại sau mùa lũ</h1>
<p>Sáng nay, hơn một trăm ghe hàng đã về bến, người mua kẻ bán gọi nhau từ lúc trời còn mờ hơi nước trên sông.</p>
<figure><img src="cho.jpg"><figcaption>Ghe chở dưa về bến lúc 5 giờ sáng. Ảnh: Lê Mỹ</figcaption></figure>
<p>Bà Tư, bán cháo ở đây <b>ba mươi năm</b>, nói nước rút sớm hơn mọi năm nên khách cũng trở lại sớm hơn.</p>
<p>Theo ban quản lý, chợ sẽ họp từ 4 giờ đến 9 giờ mỗi ngày, có thêm hai cầu phao cho khách đi bộ xuống bến.</p>
<p>Xem thêm</p><p><a href="/bai-2.html">Mùa cá linh đến muộn, giá tăng gấp đôi ở đầu nguồn</a></p>
</article><footer>Bản quyền thuộc về tòa soạn</footer></body></html>"""
TITLE = "Chợ nổi họp lại sau mùa lũ"

MHTML = (
    "From: <Saved by a browser>\r\n"
    "Snapshot-Content-Location: https://bao.example/cho-noi.html\r\n"
    "MIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n'
    "--cut\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    "Content-Location: https://bao.example/cho-noi.html\r\n\r\n" + STORY + "\r\n"
    "--cut\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--cut--\r\n"
)

#: Each way in would set `window.canary`, and with it the title; or ask for /canary.
_RUN = "window.canary=1;document.title='canary'"
HOSTILE = f"""<html><head><title>{TITLE}</title><base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=/canary?refresh"><script>{_RUN}</script>
<link rel="stylesheet" href="/canary?link"><style>@import "/canary?import"; body {{ display: none }}</style></head>
<body onload="{_RUN}"><article>
<h1><img src="/canary?title" onerror="{_RUN}"><script>{_RUN}</script>{TITLE}</h1>
<p onclick="{_RUN}" onmouseover="{_RUN}" style="background:url(/canary?style)">Sáng nay, hơn một trăm ghe hàng đã
về bến, người mua kẻ bán <a href="javascript:{_RUN}">gọi nhau</a> từ lúc trời còn mờ.
<svg onload="{_RUN}"><script>{_RUN}</script></svg></p>
<p>&lt;script&gt;{_RUN}&lt;/script&gt; &lt;img src=/canary?entity onerror="{_RUN}"&gt; bà Tư bán cháo ở đây ba mươi
năm rồi, nay trở lại.</p>
<p>&lt;/script&gt;&lt;/textarea&gt;&lt;img src="/canary?breakout" onerror="{_RUN}"&gt; theo ban quản lý, chợ họp từ
bốn giờ sáng mỗi ngày.</p>
<iframe src="/canary?frame" srcdoc="&lt;script&gt;parent.canary=1&lt;/script&gt;"></iframe>
<object data="/canary?object"></object>
<p></script></textarea></title><img src="/canary?closing" onerror="{_RUN}"> Khách đi bộ xuống bến bằng hai cầu phao
mới làm xong.</p>
<form action="/canary?form"><input autofocus onfocus="{_RUN}"></form></article></body></html>"""


def long_page(blocks: int) -> str:
    """A page that is cut into this many blocks: headline, paragraphs and, at every fifth, a picture's caption."""
    story = "".join(_caption(n) if n % 5 == 0 else _paragraph(n) for n in range(1, blocks))
    head = f"<html lang='vi'><head><title>{TITLE}</title></head>"
    return f"{head}<body><article><h1>{TITLE}</h1>{story}</article></body></html>"


def _caption(n: int) -> str:
    return f"<figure><img src='{n}.jpg'><figcaption>Ghe số {n} trên bến. Ảnh: Lê Mỹ</figcaption></figure>"


def _paragraph(n: int) -> str:
    return f"<p>Đoạn thứ {n}: người mua kẻ bán gọi nhau từ lúc trời còn mờ, ghe số {n} về bến chở đầy dưa và bí.</p>"
