"""Texts of our own, with what newsrooms do to a text: take it over, touch it up, tell it anew."""

from __future__ import annotations

import random

#: Two outlets on one event, told independently: related, and no copies of each other.
HARBOUR_FIRST = """\
Sáng 12/5, cầu cảng số hai được thông xe sau mười bốn tháng thi công.
Công trình dài 640 mét, nối khu kho lạnh với đường vành đai phía tây thành phố.
Theo ban quản lý dự án, tổng vốn đầu tư là 890 tỷ đồng, trong đó phần lớn lấy từ ngân sách địa phương.
Ông Lê Văn Tám, tài xế xe đầu kéo, cho biết mỗi chuyến hàng giờ đây ngắn hơn gần bốn mươi phút.
Trước kia xe tải phải chạy vòng qua khu dân cư, gây ùn tắc vào giờ tan trường.
Đơn vị thi công cam kết bảo hành mặt cầu trong năm năm và lắp thêm lan can chống ồn ở đoạn sát nhà dân.
Trong tháng tới, thành phố sẽ cấm xe trên mười tấn đi vào các tuyến phố nội đô từ sáu giờ đến hai mươi giờ.
Người dân hai bên đường mong cơ quan chức năng sớm trồng lại hàng cây đã bị đốn để mở rộng mặt bằng."""
HARBOUR_SECOND = """\
Sau hơn một năm chờ đợi, những chiếc xe tải đầu tiên đã lăn bánh trên cây cầu mới dẫn vào cảng.
Lễ thông xe diễn ra ngắn gọn vào thứ hai, chỉ có vài chục công nhân và lãnh đạo sở giao thông tham dự.
Cầu dài hơn sáu trăm mét, hai làn xe, được kỳ vọng kéo dòng container ra khỏi lòng thành phố.
"Chúng tôi đã nghe tiếng còi xe suốt mười năm nay", bà Nguyễn Thị Hoa, chủ quán nước gần trường tiểu học, nói.
Con số đầu tư được công bố là gần chín trăm tỷ, cao hơn dự toán ban đầu khoảng một phần mười.
Sở giao thông nói phần đội vốn đến từ giá thép và việc phải gia cố nền đất yếu ven sông.
Lệnh hạn chế xe nặng trong nội thành sẽ có hiệu lực từ đầu tháng sau, áp dụng vào ban ngày.
Cây xanh dọc tuyến, vốn bị chặt khi giải phóng mặt bằng, chưa có lịch trồng lại."""
_NOUNS = "hợp tác xã,nhà máy,trường học,bệnh viện,khu chợ,bến xe,thư viện,công viên,rạp hát,sân vận động".split(",")
_DEEDS = (
    "vừa khai trương,đã sửa xong,tạm đóng cửa,mở thêm một tầng,nhận thêm nhân viên,thay người đứng đầu,"
    "đổi tên,công bố kế hoạch năm,tăng giá vé,miễn phí cho người già"
).split(",")
_PLACES = "ven sông,trên đồi,gần ga,phía bắc,ở trung tâm,cạnh hồ,giữa làng,sát biển,đầu phố,cuối đường".split(",")
_REASONS = (
    "vì số khách tăng gấp đôi,sau nhiều tháng tranh cãi,theo đề nghị của cư dân,do thiếu vốn đầu tư,"
    "nhờ một khoản tài trợ lớn,trước mùa mưa bão,khi hợp đồng cũ hết hạn,để giảm bớt tiếng ồn"
).split(",")


def story(number: int, sentences: int = 16) -> str:
    """A text of its own; different numbers share words and hardly any phrase of three syllables in a row."""
    chance = random.Random(number)
    return "\n".join(_sentence(chance) for _ in range(sentences))


def _sentence(chance: random.Random) -> str:
    parts = [chance.choice(kind) for kind in (_NOUNS, _PLACES, _DEEDS, _REASONS)]
    extra = " ".join(
        f"{chance.choice('bcdghklmnpqrstvx')}{chance.choice('aeiou')}{chance.randrange(100)}" for _ in range(6)
    )
    return f"{parts[0].capitalize()} {parts[1]} {extra} {parts[2]} {parts[3]}."


def syndicated(text: str) -> str:
    """What a client of an agency prints: its dateline in front, its credit behind, the last lines cut."""
    lines = text.splitlines()
    return "\n".join([f"Hà Nội (TTXVN) - {lines[0]}", *lines[1 : max(2, len(lines) - 3)], "Theo TTXVN"])


def touched_up(text: str, seed: int) -> str:
    """A light edit: one word in sixteen replaced, a line dropped, a line added."""
    chance = random.Random(seed)
    words = [chance.choice(_NOUNS) if chance.random() < 1 / 16 else word for word in text.split(" ")]
    lines = " ".join(words).splitlines()
    del lines[chance.randrange(1, len(lines))]
    lines.insert(chance.randrange(len(lines)), "Ban biên tập sẽ tiếp tục cập nhật diễn biến của sự việc này.")
    return "\n".join(lines)
