"""`python -m cleaner.train CORPUS`: cross-validate over publishers, fit on all pages, write the judge's data file."""

from __future__ import annotations

import argparse
from importlib.metadata import version
from pathlib import Path

from cleaner.rulebook import load_rulebook
from cleaner.train.corpus import load
from cleaner.train.export import stage, write
from cleaner.train.fit import cross_validate, fit, sample
from cleaner.train.measure import measure

_DATA = Path(__file__).parents[1] / "classify" / "judge.json"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m cleaner.train", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of sets, each with gold.jsonl and pages/")
    parser.add_argument("--out", type=Path, default=_DATA, help="where to write the data file")
    parser.add_argument("--only", choices=("validate", "fit"), help="do one of the two")
    args = parser.parse_args()
    pages = list(load(args.corpus, load_rulebook()))
    samples = [sample(page) for page in pages]
    print(f"{len(pages)} pages, {sum(len(item.shares) for item in samples)} blocks, {len(samples[0].names)} features")
    if args.only != "fit":
        scores = [found.tolist() for found in cross_validate(samples)]
        for name, (f1, exact) in measure(pages, scores).items():
            print(f"cross-validated over publishers: {name}: word F1 {f1:.4f}, exact {exact:.3f}")
    if args.only != "validate":
        about = {"pages": len(pages), "trained with": f"catboost {version('catboost')}"}
        write([stage(fit(samples), samples[0].names)], args.out, about)
        print(f"written: {args.out}")


if __name__ == "__main__":
    main()
