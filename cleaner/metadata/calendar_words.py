"""Names of months, weekdays and zones as newspapers print them."""

from __future__ import annotations

from datetime import timedelta, timezone

from cleaner.text import fold

# Month names by language; their abbreviations stand in `_SHORT`.
_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "ms": "januari februari mac april mei jun julai ogos september oktober november disember",
    "sw": "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "el": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου "
    "δεκεμβρίου",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar-lb": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "ar-ma": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "bn": "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "el-upper": "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου "
    "νοεμβριου δεκεμβριου",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "hi-old": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca",
    "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "sr": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "th-short": "ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค",
    "tl": "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    "tr-short": "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
}
_SHORT = {
    "jan": 1, "feb": 2, "fév": 2, "févr": 2, "mar": 3, "mär": 3, "mrt": 3, "apr": 4, "avr": 4, "abr": 4, "may": 5,
    "jun": 6, "jul": 7, "juil": 7, "aug": 8, "ago": 8, "août": 8, "sep": 9, "sept": 9, "set": 9, "oct": 10, "okt": 10,
    "out": 10, "ott": 10, "nov": 11, "dec": 12, "dez": 12, "déc": 12, "dic": 12, "des": 12, "gen": 1, "ene": 1,
    "mag": 5, "giu": 6, "lug": 7, "янв": 1, "фев": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7, "авг": 8, "сен": 9,
    "окт": 10, "ноя": 11, "дек": 12, "ное": 11, "νοε": 11, "ιαν": 1, "φεβ": 2, "δεκ": 12, "studenog": 11,
}  # fmt: skip
#: A month's name, folded -> 1..12. "listopad" is November in Polish and Czech (October in Croatian).
MONTHS = {
    fold(name.replace("_", " ")): number
    for names in _MONTHS.values()
    for number, name in enumerate(names.split(), 1)
    if name != "-"
} | _SHORT
#: The decimal digits of every script -> ASCII, for `str.translate`.
DIGITS = {ord(digit): str(int(digit)) for digit in map(chr, range(0x660, 0x1000)) if digit.isdecimal()}
_VIETNAMESE = "một hai ba tư năm sáu bảy tám chín mười|mười một|mười hai"
#: Vietnamese months in words: "tháng mười hai".
VIETNAMESE_MONTHS = {
    name: number for number, name in enumerate([*_VIETNAMESE.split("|")[0].split(), *_VIETNAMESE.split("|")[1:]], 1)
} | {"giêng": 1, "bốn": 4, "bẩy": 7, "chạp": 12}
#: A weekday's name, folded -> 0 (Monday) .. 6, as `datetime.weekday` counts.
WEEKDAYS = {
    name: number
    for names in (
        "thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|chủ nhật",
        "thứ 2|thứ 3|thứ 4|thứ 5|thứ 6|thứ 7|cn",
        "t2|t3|t4|t5|t6|t7|chúa nhật",
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "mon,|tue,|wed,|thu,|fri,|sat,|sun,",  # with their comma: without it they are words of other languages too
        "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",
        "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
        "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
        "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",
    )
    for number, name in enumerate(names.split("|"))
}
VIETNAMESE_WEEKDAYS = frozenset(
    name for name in WEEKDAYS if name.startswith(("thứ ", "ch", "cn")) or (name[:1] == "t" and name[1:].isdigit())
)
_HOURS = {
    "gmt": 0, "utc": 0, "wet": 0, "bst": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "sast": 2, "eest": 3,
    "msk": 3, "wib": 7, "ict": 7, "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12,
    "nzdt": 13, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "giờ đông dương": 7,
    "indochina time": 7,
}  # fmt: skip
#: Zone names that mean one offset only (CST and IST do not and are left out).
ZONES = {name: timezone(timedelta(hours=hours)) for name, hours in _HOURS.items()}
