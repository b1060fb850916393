"""The TEI header: what the document is, where it comes from, and by which rules it was cut."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from cleaner.model import Article, CleanResult
from cleaner.render.xml import add, uri
from cleaner.version import __version__

_NOT_IN_ID = re.compile(r"[^A-Za-z0-9.-]")


def add_header(root: Element, result: CleanResult) -> None:
    """Adds `<teiHeader>`."""
    header = add(root, "teiHeader")
    _file(add(header, "fileDesc"), result.article)
    _encoding(add(header, "encodingDesc"), result)
    _profile(add(header, "profileDesc"), result.article)


def rule_id(rule: str) -> str:
    """A rule's id as an XML name (https://www.w3.org/TR/xml-names/#NT-NCName); different ids, different names.

    >>> rule_id("vi.related:tail")
    'rule.vi.related_x3a_tail'
    """
    return "rule." + _NOT_IN_ID.sub(lambda match: f"_x{ord(match[0]):x}_", rule)


def _file(parent: Element, article: Article) -> None:
    titles = add(parent, "titleStmt")
    add(titles, "title", article.title, type="main")
    for author in article.authors:
        add(titles, "author", author.name)
    publication = add(parent, "publicationStmt")
    add(publication, "publisher", article.site_name or article.agency or "unknown")
    for name, moment in (("published", article.published), ("modified", article.modified)):
        if moment:
            add(publication, "date", moment.isoformat(), type=name, when=moment.isoformat())
    _source(add(add(parent, "sourceDesc"), "bibl"), article)


def _source(bibl: Element, article: Article) -> None:
    if article.title:
        add(bibl, "title", article.title)
    if article.agency:
        add(bibl, "orgName", article.agency, type="agency")
    if article.url:
        add(bibl, "ptr", target=uri(article.url))


def _encoding(parent: Element, result: CleanResult) -> None:
    application = add(add(parent, "appInfo"), "application", ident="cleaner", version=__version__)
    add(application, "label", f"cleaner, rulebook {result.report.rulebook}")
    removing = sorted({entry.rule for entry in result.ledger if not entry.kept})
    if not removing:
        return
    taxonomy = add(add(parent, "classDecl"), "taxonomy")
    for rule in removing:
        add(add(taxonomy, "category", xml_id=rule_id(rule)), "catDesc", rule)


def _profile(parent: Element, article: Article) -> None:
    if article.summary:
        add(add(parent, "abstract"), "p", article.summary)
    add(add(parent, "langUsage"), "language", article.language, ident=article.language)
    terms = [("section", article.section)] if article.section else []
    terms += [("tag", tag) for tag in article.tags]
    if terms:
        keywords = add(add(parent, "textClass"), "keywords")
        for kind, term in terms:
            add(keywords, "term", term, type=kind)
