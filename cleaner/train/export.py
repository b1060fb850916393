"""CatBoost's models as the plain data the judge reads."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_UNIT = 0.001  # leaves are kept as whole multiples of this log-odds


def forest(models: Sequence[Any], names: Sequence[str]) -> dict[str, Any]:
    """The mean of fitted models as one forest of the data file: all their trees, each leaf divided by their number.

    models: fitted CatBoostClassifiers of symmetric trees over float features named `names`; of several kinds each leaf
    has several numbers, leaf by leaf, and so has the bias.
    """
    saved = [_saved(model) for model in models]
    trees = [(tree, model["scale_and_bias"][0] / len(saved)) for model in saved for tree in model["oblivious_trees"]]
    used = sorted({(split["float_feature_index"], split["border"]) for tree, _ in trees for split in tree["splits"]})
    number = {key: at for at, key in enumerate(used)}
    borders: dict[str, list[float]] = {}
    for feature, border in used:
        borders.setdefault(names[feature], []).append(border)
    depth = max(len(tree["splits"]) for tree, _ in trees)
    bias = [
        round(sum(one) / len(saved), 6) for one in zip(*(model["scale_and_bias"][1] for model in saved), strict=True)
    ]
    asked = [_tree(tree, number, depth, scale) for tree, scale in trees]
    return {"borders": borders, "unit": _UNIT, "bias": bias if len(bias) > 1 else bias[0], "trees": asked}


def _saved(model: Any) -> dict[str, Any]:
    """Format: https://catboost.ai/docs/en/concepts/python-reference_catboost_save_model (json)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        saved: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return saved


def _tree(tree: dict[str, Any], number: dict[tuple[int, float], int], depth: int, scale: float) -> list[list[int]]:
    """Splits and leaves; a tree that stopped early asks its last question again, which changes no answer."""
    splits = [number[split["float_feature_index"], split["border"]] for split in tree["splits"]]
    leaves = [round(value * scale / _UNIT) for value in tree["leaf_values"]]
    while len(splits) < depth:
        splits.append(splits[0])
        leaves = leaves + leaves
    return [splits, leaves]


def write(item: dict[str, Any], path: Path, about: dict[str, Any]) -> None:
    """Write a forest's data file: one line a tree, so that a retraining can be read as a diff."""
    head = json.dumps(about, ensure_ascii=False, sort_keys=True)
    borders = ",\n".join(f"  {json.dumps(name)}: {json.dumps(values)}" for name, values in item["borders"].items())
    trees = ",\n".join("  " + json.dumps(tree, separators=(",", ":")) for tree in item["trees"])
    path.write_text(
        f'{{"about": {head},\n"unit": {item["unit"]}, "bias": {item["bias"]},\n'
        f'"borders": {{\n{borders}}},\n"trees": [\n{trees}]}}\n',
        encoding="utf-8",
    )
