"""CatBoost's model as the plain data the judge reads."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_UNIT = 0.001  # leaves are kept as whole multiples of this log-odds


def stage(model: Any, names: Sequence[str]) -> dict[str, Any]:
    """One stage of the data file.

    model: a fitted CatBoostClassifier of symmetric trees over float features named `names`. Format:
    https://catboost.ai/docs/en/concepts/python-reference_catboost_save_model (json).
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        saved = json.loads(path.read_text(encoding="utf-8"))
    scale, (bias,) = saved["scale_and_bias"]
    used = sorted(
        {(s["float_feature_index"], s["border"]) for tree in saved["oblivious_trees"] for s in tree["splits"]}
    )
    number = {key: at for at, key in enumerate(used)}
    borders: dict[str, list[float]] = {}
    for feature, border in used:
        borders.setdefault(names[feature], []).append(border)
    depth = max(len(tree["splits"]) for tree in saved["oblivious_trees"])
    trees = [_tree(tree, number, depth, scale) for tree in saved["oblivious_trees"]]
    return {"borders": borders, "unit": _UNIT, "bias": round(bias, 6), "trees": trees}


def _tree(tree: dict[str, Any], number: dict[tuple[int, float], int], depth: int, scale: float) -> list[list[int]]:
    """Splits and leaves; a tree that stopped early asks its last question again, which changes no answer."""
    splits = [number[split["float_feature_index"], split["border"]] for split in tree["splits"]]
    leaves = [round(value * scale / _UNIT) for value in tree["leaf_values"]]
    while len(splits) < depth:
        splits.append(splits[0])
        leaves = leaves + leaves
    return [splits, leaves]


def write(stages: Sequence[dict[str, Any]], path: Path, about: dict[str, Any]) -> None:
    """Write the data file: one line a tree, so that a retraining can be read as a diff."""
    parts = [_lines(item) for item in stages]
    head = json.dumps(about, ensure_ascii=False, sort_keys=True)
    path.write_text(f'{{"about": {head},\n"stages": [\n' + ",\n".join(parts) + "\n]}\n", encoding="utf-8")


def _lines(item: dict[str, Any]) -> str:
    borders = ",\n".join(f"  {json.dumps(name)}: {json.dumps(values)}" for name, values in item["borders"].items())
    trees = ",\n".join("  " + json.dumps(tree, separators=(",", ":")) for tree in item["trees"])
    return f'{{"unit": {item["unit"]}, "bias": {item["bias"]},\n "borders": {{\n{borders}}},\n "trees": [\n{trees}]}}'
