"""Texts of our own for the decode tests."""

#: Every Vietnamese letter stands in one of these.
VIETNAMESE = (
    "Thủ tướng Chính phủ vừa ký quyết định mới về việc hỗ trợ người dân các tỉnh miền Trung.",
    "Bộ trưởng khẳng định sẽ tiếp tục hướng dẫn các địa phương, sẵn sàng ứng phó khẩn cấp với bão lũ.",
    "Những em bé nhỏ theo mẹ và bạn bè đi chợ từ sáng sớm, mỗi trẻ cầm một chiếc giỏ bằng tre rất dễ thương.",
    "Ông Nguyễn Văn Vỹ, ở thị xã Lỵ Nhân, nói rõ: kỳ này giá lúa lên tới bảy tỷ đồng, cả nhà đều ngỡ ngàng.",
    "Chị ấy nghĩ rằng ý nghĩa của buổi lễ là giữ gìn tiếng mẹ đẻ, gắn bó làng xóm và cùng nhau xây dựng đất nước.",
    "Sau cơn mưa, mặt đường ngập sâu, xe cộ đi lại khó khăn; công an đã bắt giữ hai kẻ trộm cắp ở phía bắc cầu.",
    "Lãnh đạo huyện tổ chức cuộc họp, cử cán bộ về kiểm tra từng hộ, vẫn còn chậm trễ và quá tải so với kế hoạch.",
    "Đội tuyển bóng đá nữ thắng đậm, ghi tới bốn bàn; khán giả vỗ tay không dứt và hò reo ầm ĩ suốt trận.",
)
PAGE = "\n".join(VIETNAMESE)

#: Languages that an overeager repair would spoil; each long enough to be judged.
FOREIGN = {
    "polish": "Premier powiedział wczoraj, że rząd będzie wspierał małych przedsiębiorców. Żółta łódź płynęła "
    "po rzece, a dzieci śpiewały głośno pieśni; później przyszła burza i wszyscy uciekli do domów.",
    "french": "Où êtes-vous allés cet été ? À la plage, près d'Arcachon, là où la forêt touche à l'océan. Le garçon "
    "naïf a mangé des maïs grillés, bu un café glacé et rêvé d'un château ; ça coûte très cher, a-t-il dit. "
    "L'œuvre a été présentée à Noël par l'élève préférée du maître.",
    "turkish": "Başbakan dün Ankara'da yaptığı açıklamada yeni önlemler alınacağını söyledi. Çocuklar gölün kıyısında "
    "güneşin doğuşunu izledi, sonra köye dönüp sıcak çorba içtiler. Şehirde trafik çok yoğundu.",
    "german": "Die Bürger können künftig größere Zuschüsse für ihre Häuser erhalten, erklärte der Minister in München. "
    "Über die Höhe müssen die Länder noch entscheiden; das Gesetz soll im März in Kraft treten. „Schön“, sagte er.",
    "spanish": "El niño soñó que la montaña cantaba en español. ¿Qué pasó después? Mañana vendrán más años de sequía, "
    "según explicó el señor Muñoz; también habló de la economía, la educación y el corazón de la región.",
    "portuguese": "A situação não é fácil: as eleições serão amanhã e há muitas opiniões. O avô contou histórias de "
    "corações partidos, irmãs e mães; depois, os pães ficaram prontos e todos comeram à mesa.",
    "danish": "På øen bor der kun få mennesker, men om sommeren kommer mange gæster for at gå ture på stranden. "
    "Børnene spiste jordbær med fløde, og den gamle færge sejlede over fjorden, før mørket faldt på.",
    "icelandic": "Það var mikið veður í nótt og þök fuku af húsum. Fólkið beið í skólanum þar til björgunarsveitin "
    "kom. Ráðherra sagði að bætur yrðu greiddar út síðar á þessu ári.",
    "finnish": "Pääministeri kertoi eilen, että hallitus päättää asiasta pian. Järven jää on vielä hyvin ohutta, eikä "
    "sinne pidä mennä yöllä. Äiti syötti lapsille mansikoita ja näytti heille tähdet.",
    "czech": "Vláda včera schválila nový zákon, který má pomoci malým podnikům. Děti běžely přes louku k řece, kde žil "
    "starý převozník; ten jim vyprávěl příběhy o vílách a skřítcích.",
    "hungarian": "A miniszterelnök tegnap bejelentette, hogy új intézkedések lépnek életbe. A gyerekek a tó partján "
    "játszottak, később pedig fűszeres gulyást ettek és énekeltek.",
    "estonian": "Valitsus võttis eile vastu otsuse, mille järgi hakatakse väikeettevõtteid toetama. Õhtul läks tõusev "
    "kuu pilve taha ja külarahvas jõi sõbralikult õlut.",
    "thai": "นายกรัฐมนตรีกล่าวเมื่อวานนี้ว่ารัฐบาลจะดำเนินนโยบายใหม่เพื่อช่วยเหลือเกษตรกรในภาคตะวันออกเฉียงเหนือ",
    "chinese": "国家领导人昨天在北京会见了来访的越南客人，双方就两国关系和地区形势交换了意见，并签署了三项合作文件。",
    "japanese": "首相は昨日、東京で記者会見を開き、新しい経済政策を発表しました。来年の春から実施されます。",
    "korean": "대통령은 어제 서울에서 기자회견을 열고 새로운 정책을 발표했다. 내년 봄부터 시행될 예정이다.",
    "russian": "Президент подписал указ о назначении нового министра. Об этом сообщила пресс-служба в четверг вечером.",
    "greek": "Ο πρωθυπουργός δήλωσε χθες στην Αθήνα ότι η κυβέρνηση θα λάβει νέα μέτρα για την οικονομία.",
    "arabic": "قال رئيس الوزراء أمس إن الحكومة ستتخذ إجراءات اقتصادية جديدة لدعم المزارعين في الشمال.",
}
#: A one-byte or East Asian encoding that pages in the language are found in.
CODECS = {
    "polish": "iso-8859-2",
    "french": "windows-1252",
    "turkish": "windows-1254",
    "german": "windows-1252",
    "spanish": "windows-1252",
    "portuguese": "windows-1252",
    "danish": "windows-1252",
    "icelandic": "windows-1252",
    "finnish": "windows-1252",
    "czech": "windows-1250",
    "thai": "windows-874",
    "chinese": "gb18030",
    "japanese": "shift_jis",
    "korean": "euc-kr",
    "russian": "windows-1251",
    "greek": "windows-1253",
    "arabic": "windows-1256",
}
