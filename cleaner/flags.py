"""Bit sets that the one walk over the tree notes on each block.

Plain integers rather than `enum.IntFlag`: they are combined for every element of a page, and an
IntFlag operation costs some thirty times as much.
"""

from __future__ import annotations

# -- where a block stands: elements around it ---------------------------------------------------
ARTICLE = 1 << 0
MAIN = 1 << 1
ASIDE = 1 << 2
NAV = 1 << 3
FOOTER = 1 << 4
HEADER = 1 << 5
FORM = 1 << 6  # form, button, select, textarea, label
TABLE = 1 << 7
LIST = 1 << 8
FIGURE = 1 << 9
FIGCAPTION = 1 << 10
QUOTE = 1 << 11
PRE = 1 << 12
HEADING = 1 << 13
HIDDEN = 1 << 14  # hidden, display:none, visibility:hidden, media fallback text
ARIA_HIDDEN = 1 << 15
DIALOG = 1 << 16
DETAILS = 1 << 17
LINK = 1 << 18  # the whole block stands inside a link that began outside of it
NESTED_ARTICLE = 1 << 19
HGROUP = 1 << 20
ARTICLE_BODY = 1 << 21  # itemprop=articleBody
DEFINITION = 1 << 22
SECTION = 1 << 23

TAG_FLAGS = {
    "article": ARTICLE,
    "main": MAIN,
    "aside": ASIDE,
    "nav": NAV,
    "menu": NAV,
    "footer": FOOTER,
    "header": HEADER,
    "form": FORM,
    "button": FORM,
    "select": FORM,
    "textarea": FORM,
    "label": FORM,
    "fieldset": FORM,
    "table": TABLE,
    "ul": LIST,
    "ol": LIST,
    "figure": FIGURE,
    "figcaption": FIGCAPTION,
    "blockquote": QUOTE,
    "pre": PRE,
    "h1": HEADING,
    "h2": HEADING,
    "h3": HEADING,
    "h4": HEADING,
    "h5": HEADING,
    "h6": HEADING,
    "dialog": DIALOG,
    "details": DETAILS,
    "hgroup": HGROUP,
    "dl": DEFINITION,
    "section": SECTION,
    "video": HIDDEN,
    "audio": HIDDEN,
    "object": HIDDEN,
    "canvas": HIDDEN,
    "datalist": HIDDEN,
    "rp": HIDDEN,
}

#: WAI-ARIA roles (role=...) that mean the same as an element, and one whose words show when somebody points at a term.
ARIA_FLAGS = {
    "article": ARTICLE,
    "main": MAIN,
    "complementary": ASIDE,
    "navigation": NAV,
    "menu": NAV,
    "menubar": NAV,
    "contentinfo": FOOTER,
    "banner": HEADER,
    "search": FORM,
    "button": FORM,
    "tablist": NAV,
    "dialog": DIALOG,
    "alertdialog": DIALOG,
    "heading": HEADING,
    "tooltip": HIDDEN,
}

# -- how a run of text is set -------------------------------------------------------------------
BOLD = 1
ITALIC = 2
ANCHOR = 4
CODE = 8
SUPERSCRIPT = 16
SUBSCRIPT = 32
MARK = 64
SMALL = 128
APART = 256  # a place printed before a lead, which styles and no space keep apart from it
CREDIT = 512  # in a picture's frame, what a class name gives to whose picture it is; no space need part it either
DRAWN = 1024  # inside of an SVG

STYLES = {
    "b": BOLD,
    "strong": BOLD,
    "i": ITALIC,
    "em": ITALIC,
    "cite": ITALIC,
    "a": ANCHOR,
    "code": CODE,
    "kbd": CODE,
    "samp": CODE,
    "tt": CODE,
    "sup": SUPERSCRIPT,
    "sub": SUBSCRIPT,
    "mark": MARK,
    "small": SMALL,
    "svg": DRAWN,
}

# -- what the words of class and id hint at -----------------------------------------------------
#: Groups of words found in class and id names; bit i of a hint set is group i. A hint is evidence
#: for the trained judge and never a verdict (a class "teaser" can be the story itself). The order
#: is part of the judge's data file: append only, and train again.
HINT_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (name, tuple(words.split()))
    for name, words in {
        "article": "article artikel articulo noticia nota story news hentry baiviet",
        "body": "body content text texto texte entry prose richtext noidung maincontent wysiwyg markdown copy",
        "paragraph": "paragraph para absatz parrafo",
        "post": "post blog single detail page",
        "main": "main primary column col",
        "headline": "headline title titulo titre heading titel hed",
        "lead": (
            "lead lede summary sapo standfirst dek deck subtitle subhead intro excerpt abstract chapo kicker "
            "description subheadline teaser-text strapline bajada entradilla ingress manchet perex vorspann "
            "zajawka sommario catenaccio chapeau chappeau inleiding subtitulo sottotitolo untertitel undertittel "
            "underrubrik accroche copete sumario volanta alaotsikko podnaslov subtitel"
        ),
        "byline": "byline author autor auteur writer contributor signature tacgia journalist",
        "bio": "bio profile about avatar",
        "date": "date time timestamp published datum fecha datetime",
        "meta": "meta info dateline details infobar",
        "caption": (
            "caption figcaption legend legende cutline leyenda bildunterschrift credit credits copyright-holder "
            "epigrafe"
        ),
        "image": "image img photo picture figure foto media thumb thumbnail",
        "gallery": "gallery slideshow slider carousel swiper slide lightbox",
        "video": "video player audio podcast youtube jwplayer iframe",
        "share": (
            "share sharing social facebook twitter whatsapp addtoany sharedaddy follow jp-relatedposts compartir"
        ),
        "comment": "comment comments respond disqus kommentar commentaire binhluan discussion reply replies",
        "related": (
            "related lienquan relacionad similar recommend recommended recirc outbrain taboola readmore read-more "
            "more further also recirculation suggested suggestions crosslink seealso"
        ),
        "popular": "popular trending latest most recent top hot feed ranking mostread",
        "teaser": "teaser card tile item list grid listing archive loop promo-item",
        "promo": (
            "promo promotion banner cta callout campaign offer signup sign-up subscribe subscription newsletter "
            "donate membership mailing optin"
        ),
        "paywall": "paywall premium login register piano meter locked regwall signin account user",
        "ad": (
            "ad ads advert advertisement adv sponsor sponsored dfp gpt adslot publicidad werbung anzeige quangcao "
            "adsense advertising affiliate"
        ),
        "sidebar": "sidebar side rail aside right left widget widgets secondary complementary",
        "nav": (
            "nav navigation menu navbar breadcrumb breadcrumbs pagination pager paging submenu dropdown toc tabs "
            "tab hamburger"
        ),
        "header": "header masthead topbar head top-bar logo brand hero",
        "footer": "footer foot bottom colophon siteinfo footnote footnotes",
        "tags": (
            "tag tags keyword keywords topic topics category categories label labels eyebrow section-name taxonomy cat"
        ),
        "legal": "copyright legal disclaimer terms privacy license policy correction disclosure",
        "consent": "cookie cookies consent gdpr onetrust cmp notice alert notification toast",
        "popup": "modal popup overlay tooltip dialog drawer offcanvas sticky snackbar interstitial",
        "hidden": (
            "hidden hide sr-only visually-hidden visuallyhidden screen-reader-text invisible noprint no-print "
            "skip screenreader d-none print-only"
        ),
        "form": "form search input btn button field poll quiz survey vote",
        "quote": "quote blockquote pullquote pull-quote cita tweet embed instagram twitter-tweet",
        "box": (
            "box infobox factbox sidebox fact note highlight keypoints key-points takeaways faq summary-box "
            "bullets explainer module block component wrapper container inner wrap"
        ),
        "list": "ul ol li accordion collapse expandable steps",
        "rating": "rating stars review score product price shop cart buy store",
        "event": "event calendar weather stock quote-ticker ticker scoreboard match live liveblog timeline countdown",
        "code": "code highlight-source syntax snippet crayon prettyprint",
        "table": "table wikitable tbl chart graph infographic datawrapper",
    }.items()
)


def hint_bits(*names: str) -> int:
    """The bits of these hint groups.

    >>> hint_bits("body", "lead") == hint_bits("body") | hint_bits("lead") != 0
    True
    """
    return sum(1 << bit for bit, (name, _) in enumerate(HINT_GROUPS) if name in names)


HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
