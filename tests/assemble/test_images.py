from __future__ import annotations

import time

import pytest

from cleaner import clean
from cleaner.assemble.images import images
from cleaner.model import Block, DecodedPage, Document, Head, Image, ImageRef, Kind, Role, Verdict


def verdict(role: Role, rule: str = "test.rule") -> Verdict:
    return Verdict(role, False, rule, "test", 0.9)


def build(blocks: list[Block], refs: tuple[ImageRef, ...] = (), kind: Kind = "text") -> Document:
    return Document(DecodedPage("", kind, "utf-8", "str"), tuple(blocks), Head(), refs)


def of_text(*lines: tuple[Role, str]) -> tuple[Image, ...]:
    blocks = [Block(number, text, start=number) for number, (_, text) in enumerate(lines)]
    return images(build(blocks), tuple(verdict(role) for role, _ in lines))


def test_pictures_and_captions_without_number_are_paired_in_linear_time() -> None:
    """In one figure first all pictures, then all captions: the last picture is the nearest, the first caption's."""
    number = 20_000
    blocks = [Block(index, f"Cảnh {index}", figure=0) for index in range(number)]
    refs = tuple(ImageRef(f"/{place}.jpg", "", 0, 0) for place in range(number))
    start = time.process_time()
    found = images(build(blocks, refs, "html"), (verdict(Role.CAPTION),) * number)
    assert time.process_time() - start < 10
    assert [image.url for image in found[:2]] == [f"/{number - 1}.jpg", f"/{number - 2}.jpg"]


# -- text --------------------------------------------------------------------------------------
def test_caption_with_its_copies() -> None:
    found = of_text(
        (Role.CAPTION, "Cổng làng. (Ảnh: Hải Đăng)"),
        (Role.CAPTION_DUPLICATE, "Cổng làng. (Ảnh: Hải Đăng)"),
        (Role.BODY, "Làng có từ xưa."),
        (Role.CAPTION_DUPLICATE, "Cổng làng."),
        (Role.CAPTION, "Giếng làng."),
    )
    assert found == (
        Image(None, "Cổng làng.", "Hải Đăng", "photographer", 3, 0),
        Image(None, "Giếng làng.", None, None, 1, 1),
    )


def test_credit_on_the_next_line_belongs_to_the_caption() -> None:
    assert of_text((Role.CAPTION, "Cổng làng"), (Role.CREDIT, "Ảnh: NVCC")) == (
        Image(None, "Cổng làng", "NVCC", "provided", place=0),
    )


def test_credit_alone_is_a_picture_without_caption() -> None:
    found = of_text((Role.CAPTION, "Cổng làng. Ảnh: A B"), (Role.BODY, "Xưa."), (Role.CREDIT, "Ảnh: BTC"))
    assert found == (
        Image(None, "Cổng làng.", "A B", "photographer", place=0),
        Image(None, None, "BTC", "provided", place=1),
    )


def test_entities_are_resolved() -> None:
    assert of_text((Role.CAPTION, "C&acirc;y đa. Ảnh:&nbsp;Thảo Vy"))[0][1:3] == ("Cây đa.", "Thảo Vy")


def test_related_captions_are_no_pictures_of_the_story() -> None:
    assert of_text((Role.RELATED, "Cổng làng. Ảnh: Hải Đăng"), (Role.BODY, "Xưa.")) == ()


# -- HTML --------------------------------------------------------------------------------------
CAPTION = "Chợ họp từ ba giờ sáng. Ảnh: Thu Hà"


def of_html(blocks: list[Block], roles: list[Role], *refs: ImageRef, rule: str = "test.rule") -> tuple[Image, ...]:
    return images(build(blocks, refs, "html"), tuple(verdict(role, rule) for role in roles))


def test_caption_of_a_figure_counts_the_attributes_that_repeat_it() -> None:
    ref = ImageRef(
        "/a.jpg", CAPTION, 1, 0, (("alt", CAPTION), ("data-caption", "Chợ họp từ ba giờ sáng."), ("title", "x y"))
    )
    blocks = [Block(0, "Mở đầu.", tag="p"), Block(1, CAPTION, tag="figcaption", figure=0), Block(2, "Hết.", tag="p")]
    assert of_html(blocks, [Role.BODY, Role.CAPTION, Role.BODY], ref) == (
        Image("/a.jpg", "Chợ họp từ ba giờ sáng.", "Thu Hà", "photographer", 3, 1),
    )


def test_each_caption_of_a_gallery_has_its_own_picture() -> None:
    refs = (ImageRef("/1.jpg", "", 0, 0), ImageRef("/2.jpg", "", 1, 0))
    blocks = [Block(0, "Sáng ở chợ.", figure=0, tag="p"), Block(1, "Trưa ở chợ.", figure=0, tag="p")]
    found = of_html(blocks, [Role.CAPTION, Role.CAPTION], *refs)
    assert [(image.url, image.caption) for image in found] == [("/1.jpg", "Sáng ở chợ."), ("/2.jpg", "Trưa ở chợ.")]


def test_caption_without_a_figure_takes_the_picture_shortly_before_it() -> None:
    refs = (ImageRef("/far.jpg", "", 0, -1), ImageRef("/near.jpg", "", 4, -1))
    blocks = [Block(number, f"Đoạn {number}.", tag="p") for number in range(4)] + [Block(4, CAPTION, tag="p")]
    found = of_html(blocks, [Role.CHROME, *[Role.BODY] * 3, Role.CAPTION], *refs)
    assert [image.url for image in found] == ["/near.jpg"]


def test_pictures_of_the_story_without_caption_are_listed_others_not() -> None:
    refs = (
        ImageRef("/logo.png", "", 0, -1),
        ImageRef("/story.jpg", "", 2, -1),
        ImageRef("data:image/gif;base64,R0", "", 2, -1),
        ImageRef("/teaser.jpg", "", 3, -1),
    )
    blocks = [Block(number, f"Đoạn {number}.", tag="p") for number in range(4)]
    found = of_html(blocks, [Role.CHROME, Role.BODY, Role.BODY, Role.RELATED], *refs)
    assert found == (Image("/story.jpg", None, place=1),)


def test_addresses_are_absolute_and_lead_out_of_the_page() -> None:
    refs = (ImageRef("/anh 1.jpg", "", 0, 0), ImageRef("DATA:image/gif;base64,R0", "", 1, 1))
    blocks = [Block(0, "Sáng ở chợ.", figure=0, tag="p"), Block(1, "Trưa ở chợ.", figure=1, tag="p")]
    found = images(build(blocks, refs, "html"), (verdict(Role.CAPTION),) * 2, "https://bao.example.vn/a/1.html")
    assert [image.url for image in found] == ["https://bao.example.vn/anh%201.jpg", None]


def test_a_credit_that_is_marked_as_a_caption_belongs_to_the_words_before_it() -> None:
    def pictures(second: int) -> list[tuple[str | None, str | None]]:
        blocks = [Block(0, "Chợ họp sớm", figure=0), Block(1, "Ảnh: Minh Anh", figure=second)]
        return [(image.caption, image.credit) for image in of_html(blocks, [Role.CAPTION] * 2)]

    assert pictures(0) == [("Chợ họp sớm", "Minh Anh")]
    assert pictures(1) == [("Chợ họp sớm", None), (None, "Minh Anh")]


def test_a_sentence_behind_the_mark_of_a_film_is_its_caption() -> None:
    told = "Video: Hiện trường lũ ống quét qua bản vùng cao"
    assert [image.caption for image in of_text((Role.CREDIT, told))] == [told]
    assert [image.caption for image in of_text((Role.CREDIT, "Video: Người dân cung cấp"))] == [None]


def test_narrative_captions_are_captions_too() -> None:
    refs = tuple(ImageRef(f"/{number}.jpg", "", number, 0) for number in range(4))
    blocks = [Block(number, f"Ảnh thứ {number} kể tiếp.", tag="p", figure=0) for number in range(4)]
    assert len(of_html(blocks, [Role.BODY] * 4, *refs)) == 4
    assert all(image.caption for image in of_html(blocks, [Role.BODY] * 4, *refs))
    told = of_html([blocks[0]], [Role.BODY], rule="shape.photo-story")
    assert [image.caption for image in told] == ["Ảnh thứ 0 kể tiếp."]


def test_paragraphs_in_a_wrapper_called_picture_are_no_captions() -> None:
    blocks = [Block(number, f"Đoạn {number} của bài.", tag="p", figure=0) for number in range(12)]
    refs = tuple(ImageRef(f"/{number}.jpg", "", number, 0) for number in range(4))
    assert all(image.caption is None for image in of_html(blocks, [Role.BODY] * 12, *refs))


_PARAGRAPHS = (
    "<p>Sáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông sau ba năm thi công của hàng nghìn thợ.</p>"
    "<p>Cầu dài 1.200 m, rộng 24 m, có bốn làn xe và hai lối đi bộ, nối hai quận lâu nay chỉ qua lại bằng phà.</p>"
)
_BYLINE = '<div class="author">Lê Hoa</div><div class="date">02/11/2026 14:30</div>'


def addresses(top: str, inside: str = "") -> list[str | None]:
    body = f"<article><h1>Cầu mới</h1>{top}{_PARAGRAPHS}{inside}{_PARAGRAPHS.replace('nay', 'qua')}</article>"
    page = clean(f'<html lang="vi"><body>{body}</body></html>', url="https://example.vn/cau.html")
    return [image.url for image in page.article.images]


def test_a_lead_picture_without_caption_stands_under_date_and_byline() -> None:
    assert addresses(f"{_BYLINE}<figure><img src=/cau.jpg></figure>") == ["https://example.vn/cau.jpg"]


def test_the_portrait_of_the_author_is_no_picture_of_the_story() -> None:
    assert addresses(f"<img src=/hoa.jpg>{_BYLINE}") == []


def test_a_picture_whose_caption_nobody_wrote() -> None:
    figure = (
        '<figure class="VCSortableInPreviewMode" type="Photo"><img src=/cau.jpg>'
        '<figcaption class="PhotoCMS_Caption">[nhập chú thích]</figcaption></figure>'
    )
    assert addresses("", figure) == ["https://example.vn/cau.jpg"]


def test_a_picture_of_an_amp_page() -> None:
    assert addresses("", "<amp-img src=/cau.jpg width=3 height=2></amp-img>") == ["https://example.vn/cau.jpg"]


STORY = "<p>Người dân hai bờ sông đi thử cây cầu mới trong một buổi sáng cuối tuần, trước khi xe được qua.</p>"
MORE = "<p>Theo chủ đầu tư, cầu rộng hai mươi tư mét, và xe tải nặng phải chờ đến tháng sau mới được qua.</p>"


@pytest.mark.parametrize(
    ("caption", "words", "credit"),
    [
        ("Cầu mới nhìn từ bờ nam<span class=credit>Imago</span>", "Cầu mới nhìn từ bờ nam", "Imago"),
        ("Cầu mới.<span class=fig__source>Foto: R. An/dpa</span>", "Cầu mới.", "R. An/dpa"),
        ("Cầu mới. <span class=photoCredit>Photo by R. An</span> /AFP", "Cầu mới.", "R. An /AFP"),
        ("Cầu mới (<small class=copyright>© Getty</small>)", "Cầu mới", "Getty"),
        ("Cầu mới. <div class=caption-author>Minh Anh</div>", "Cầu mới.", "Minh Anh"),
        ("<p class=image-credits>Cầu mới nhìn từ trên cao. Xe máy đã qua được từ sáng nay.</p>", None, None),
        ("Cầu mới, theo <span class=resource>Sở Giao thông</span>", "Cầu mới, theo Sở Giao thông", None),
    ],
)
def test_a_credit_that_only_the_markup_tells(caption: str, words: str | None, credit: str | None) -> None:
    figure = f"<figure><img src=/cau.jpg alt='Cầu mới nhìn từ bờ nam'><figcaption>{caption}</figcaption></figure>"
    page = f"<html><body><article><h1>Cầu mới qua sông</h1>{STORY}{figure}{MORE}</article></body></html>"
    (image,) = clean(page).article.images
    assert (image.caption, image.credit) == (
        words or "Cầu mới nhìn từ trên cao. Xe máy đã qua được từ sáng nay.",
        credit,
    )
    assert image.copies == (2 if image.caption == "Cầu mới nhìn từ bờ nam" else 1)


def test_a_drawing_without_a_caption_is_no_picture_of_the_story() -> None:
    icon = "<p><img src=/quote.svg?v=2></p>"
    page = f"<html><body><article><h1>Cầu mới qua sông</h1>{STORY}{icon}{MORE}</article></body></html>"
    assert clean(page).article.images == ()
    assert [image.url for image in clean(page.replace(".svg", ".jpg")).article.images] == ["/quote.jpg?v=2"]


# -- what is no picture of the story, and no caption ------------------------------------------------
@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("/i/ben-pha.png", True),
        ("/i/fashion-icon-1990.jpg", True),
        ("/i/pixel-9-tren-tay.webp", True),
        ("/i/fbIcon.png", False),
        ("/i/pin-it-icon.png?v=2", False),
        ("/base/spacer/16.png", False),
        ("/web/grey-placeholder.png", False),
        ("/i/leer.gif", False),
        ("/i/print.png", False),
        ("/i/rss-dark.svg", False),
    ],
)
def test_icons_and_placeholders_are_no_pictures(url: str, shown: bool) -> None:
    blocks = [Block(0, "Làng có từ xưa."), Block(1, "Cổng làng", figure=0), Block(2, "Làng có từ xưa.")]
    document = build(blocks, (ImageRef(url, "", 1, 0),), "html")
    body = images(document, (verdict(Role.BODY),) * 3)
    caption = images(document, (verdict(Role.BODY), verdict(Role.CAPTION), verdict(Role.BODY)))
    assert [image.url for image in body] == ([url] if shown else [])
    assert [(image.url, image.caption) for image in caption] == [(url if shown else None, "Cổng làng")]


def test_a_picture_that_is_shown_twice_counts_once() -> None:
    blocks = [Block(number, "Làng có từ xưa.", figure=-1) for number in range(3)]
    blocks[1] = Block(1, "Cổng làng", figure=0)
    refs = (ImageRef("/a.jpg", "", 1, 0), ImageRef("/a.jpg", "", 2, -1), ImageRef("/b.jpg", "", 2, -1))
    found = images(build(blocks, refs, "html"), (verdict(Role.BODY), verdict(Role.CAPTION), verdict(Role.BODY)))
    assert [(image.url, image.caption) for image in found] == [("/a.jpg", "Cổng làng"), ("/b.jpg", None)]


def test_a_credit_right_before_the_caption_in_its_frame_belongs_to_it() -> None:
    blocks = [Block(0, "Foto: Jana Malá", figure=0), Block(1, "Premiér mluví.", figure=0)]
    roles = (verdict(Role.CREDIT), verdict(Role.CAPTION))
    one = images(build(blocks, (ImageRef("/a.jpg", "", 0, 0),), "html"), roles)
    assert [image[:3] for image in one] == [("/a.jpg", "Premiér mluví.", "Jana Malá")]
    two = images(build(blocks, (ImageRef("/a.jpg", "", 0, 0), ImageRef("/b.jpg", "", 1, 0)), "html"), roles)
    assert [image[:3] for image in two] == [("/a.jpg", None, "Jana Malá"), ("/b.jpg", "Premiér mluví.", None)]


def test_what_announces_a_credit_is_no_caption() -> None:
    found = of_text((Role.CAPTION, "Foto:"), (Role.CREDIT, "Andrew Harnik / AP"), (Role.BODY, "Làng có từ xưa."))
    assert found == (Image(None, None, "Andrew Harnik / AP", "agency", place=0),)


def test_numbers_are_no_captions() -> None:
    assert of_text((Role.CAPTION, "(169)"), (Role.BODY, "Làng."), (Role.CAPTION, "4.93 / 5.0")) == ()


def test_the_paragraphs_of_a_story_in_a_wrapper_called_gallery_are_no_captions() -> None:
    """Of a slide show each text has its picture; of a story with pictures one in two."""
    texts = [Block(number, f"Đoạn {number} kể chuyện làng.", figure=0) for number in range(8)]
    some = tuple(ImageRef(f"/{number}.jpg", "", number, 0) for number in (1, 1, 3, 5, 5, 7))
    each = tuple(ImageRef(f"/{number}.jpg", "", number, 0) for number in range(8))
    roles = (verdict(Role.BODY),) * 8
    assert not any(image.caption for image in images(build(texts, some, "html"), roles))
    assert all(image.caption for image in images(build(texts, each, "html"), roles))


# -- where they stand ------------------------------------------------------------------------------
def test_places_are_counted_in_blocks_of_the_body() -> None:
    """A picture stands where it is printed, one with a caption where the caption is."""
    refs = (ImageRef("/1.jpg", "", 2, -1), ImageRef("/2.jpg", "", 3, 0), ImageRef("/3.jpg", "", 5, -1))
    roles = [Role.TITLE, Role.BODY, Role.HEADING, Role.CAPTION, Role.BODY, Role.BODY]
    blocks = [Block(number, f"Đoạn {number}.", tag="p", figure=0 if number == 3 else -1) for number in range(6)]
    found = of_html(blocks, roles, *refs)
    assert [(image.url, image.place) for image in found] == [("/1.jpg", 1), ("/2.jpg", 2), ("/3.jpg", 3)]


def test_a_slide_stands_before_the_paragraph_that_tells_of_it() -> None:
    texts = [Block(number, f"Ảnh thứ {number} kể tiếp.", figure=0) for number in range(4)]
    refs = tuple(ImageRef(f"/{number}.jpg", "", number, 0) for number in range(4))
    assert [image.place for image in of_html(texts, [Role.BODY] * 4, *refs)] == [0, 1, 2, 3]


def test_on_a_text_page_a_picture_stands_where_its_caption_does() -> None:
    found = of_text((Role.BODY, "Xưa."), (Role.SUMMARY, "Lời dẫn."), (Role.CAPTION, "Cổng làng."), (Role.BODY, "Nay."))
    assert [image.place for image in found] == [1]


def test_a_picture_that_is_printed_twice_is_listed_once() -> None:
    refs = (ImageRef("/1.jpg", "", 1, -1), ImageRef("/2.jpg", "", 2, -1), ImageRef("/1.jpg", "", 3, -1))
    blocks = [Block(number, f"Đoạn {number}.", tag="p") for number in range(4)]
    found = of_html(blocks, [Role.BODY] * 4, *refs)
    assert [(image.url, image.place) for image in found] == [("/1.jpg", 1), ("/2.jpg", 2)]
