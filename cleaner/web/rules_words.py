"""The words of the page /rules, in both languages of its readers."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("en", "vi")

_WORDS = {
    "title": ("Rules", "Quy tắc"),
    "lead": (
        "Every verdict names the rule that gave it. These are all of them, with what each must hit and must miss.",
        "Mỗi phán quyết đều nêu tên quy tắc đã dùng. Đây là tất cả, cùng ví dụ phải trúng và ví dụ phải trượt.",
    ),
    "version": ("Rulebook", "Bộ quy tắc"),
    "packs": ("Packs", "Gói"),
    "rules": ("Rules", "Quy tắc"),
    "since": ("Counted since", "Đếm từ"),
    "pages": ("Pages cleaned", "Trang đã làm sạch"),
    "never": ("Never decided", "Chưa từng quyết định"),
    "never_only": ("Only those that never decided", "Chỉ quy tắc chưa từng quyết định"),
    "decided": ("Blocks decided", "Số khối đã quyết định"),
    "search": ("Words or id", "Từ hoặc mã"),
    "role": ("Decides", "Quyết định"),
    "any": ("anything", "bất kỳ"),
    "pack": ("Pack", "Gói"),
    "show": ("Show", "Xem"),
    "all_packs": ("All packs", "Tất cả các gói"),
    "seen": ("Markup seen", "Mã trang thấy lần cuối"),
    "where": ("Holds where", "Áp dụng khi"),
    "hits": ("Must hit", "Phải trúng"),
    "misses": ("Must miss", "Phải trượt"),
    "nothing": ("No rule is like that.", "Không có quy tắc nào như vậy."),
    "more": ("There are more; narrow the search.", "Còn nữa; hãy thu hẹp tìm kiếm."),
    "try": ("Try a rule before it is saved", "Thử quy tắc trước khi lưu"),
    "try_lead": (
        "Nothing is saved. The rule is held against all examples, and the page is judged with it and without it.",
        "Không lưu gì cả. Quy tắc được so với mọi ví dụ, và trang được xét khi có và khi không có quy tắc.",
    ),
    "toml": ("Rule (TOML)", "Quy tắc (TOML)"),
    "page": ("Page (HTML or text)", "Trang (HTML hoặc văn bản)"),
    "url": ("Address of the page", "Địa chỉ trang"),
    "url_hint": ("a label, never fetched", "chỉ là nhãn, không tải về"),
    "run": ("Try it", "Thử"),
    "no_script": ("Trying a rule needs JavaScript.", "Cần bật JavaScript để thử quy tắc."),
    "sound": ("The check finds nothing wrong.", "Kiểm tra không thấy lỗi."),
    "faults": ("The check finds:", "Kiểm tra thấy:"),
    "no_change": ("No block of this page would change.", "Không khối nào của trang thay đổi."),
    "changes": ("Blocks that would change", "Các khối sẽ thay đổi"),
    "block": ("Block", "Khối"),
    "before": ("Now", "Hiện nay"),
    "after": ("With the rule", "Khi có quy tắc"),
    "text": ("Text", "Nội dung"),
    "failed": ("It could not be tried", "Không thử được"),
    "working": ("Trying…", "Đang thử…"),
    "language": ("Tiếng Việt", "English"),
}


def words(language: str) -> Mapping[str, str]:
    """Key -> words in one of LANGUAGES."""
    place = LANGUAGES.index(language)
    return {key: both[place] for key, both in _WORDS.items()}
