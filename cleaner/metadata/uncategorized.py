"""What a CMS prints as the section, or as a tag, of a story that was put into none."""

from __future__ import annotations

from cleaner.metadata.keys import key

UNCATEGORIZED = frozenset(
    map(
        key,
        "Uncategorized|Uncategorised|Chưa phân loại|Chưa được phân loại|Không phân loại|Sin categoría|Sem categoria"
        "|Senza categoria|Non classé|Niet gecategoriseerd|Nicht kategorisiert|Bez kategorii|Okategoriserade"
        "|Ikke kategoriseret|Ukategorisert|Kategorisiz|Tak Berkategori|Без рубрики|未分類|未分类|미분류".split("|"),
    )
)
