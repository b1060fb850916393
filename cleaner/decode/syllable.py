"""The shape of a Vietnamese syllable: what tells a right reading of a text from a wrong one.

A written word of Vietnamese is one syllable: an onset, a rime of a closed list, and one of six
tones on the rime; rimes that end in a stop (p, t, c, ch) take the tones sắc and nặng only.
Description: Đoàn Thiện Thuật, "Ngữ âm tiếng Việt" (1977); L. C. Thompson, "A Vietnamese Reference
Grammar" (1965).
"""

from __future__ import annotations

import re
import unicodedata

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uyn uynh uyt uyu
ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y ych yêm yên yêng yêt yêu ynh yt
"""
_SYLLABLE = re.compile(f"(?:{'|'.join(_ONSETS.split())})?(?:{'|'.join(_RIMES.split())})")
_QUIET_STOP = re.compile("(?:ch|[cpt])$")

_VOWELS = "aăâeêioôơuưy"
_SHARP, _HEAVY = "\u0301", "\u0323"
_TONED = {
    unicodedata.normalize("NFC", vowel + tone): (vowel, tone)
    for vowel in _VOWELS
    for tone in ("\u0300", _SHARP, "\u0303", "\u0309", _HEAVY)
}
_TONELESS = {ord(letter): vowel for letter, (vowel, _) in _TONED.items()}

#: Every Vietnamese letter beyond ASCII, small and capital: 67 of each.
LETTERS = "".join(sorted({*_TONED, *"ăâêôơưđ"}))
LETTERS += LETTERS.upper()

#: Syllables that hardly any text of two sentences does without; none is written in plain ASCII.
COMMON = frozenset(
    """
    và của là có các được không người những một đã với để này đến từ về nhiều tại vào việc sự đó lại phải cũng ở
    còn đầu mới thể nước hơn sẽ nhà đồng tỉnh thành phố việt ngày tháng năm giờ triệu tỷ tỉ hà nội quốc gia chính phủ
    công đường dân bộ trưởng hội xã thứ hai bị làm ra đi biết thì mà nếu nên khác rất chỉ vì do đây bà ông họ
    cho trên dưới trước sau giữa cùng gần hiện theo đang thấy nói số bằng thời điểm học đại tế lý sản xuất
    """.split()
)


def is_syllable(word: str) -> bool:
    """True for a well-formed Vietnamese syllable: "Việt", "VIỆT", "nam"; not "Viêt", "vIỆt", "été".

    Args:
        word: one word in NFC.
    """
    small = word.lower()
    if word != small and word[1:] != small[1:] and word != small.upper():
        return False
    bare = small.translate(_TONELESS)
    if not _SYLLABLE.fullmatch(bare):
        return False
    tones = [_TONED[letter][1] for letter in small if letter in _TONED]
    if not _QUIET_STOP.search(bare):
        return len(tones) <= 1
    return len(tones) == 1 and tones[0] in (_SHARP, _HEAVY)
