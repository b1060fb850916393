"""`python -m cleaner.train CORPUS`: cross-validate over publishers, fit on all pages, write the judge's data file."""

from __future__ import annotations

import argparse
from importlib.metadata import version
from pathlib import Path

from cleaner.rulebook import load_rulebook
from cleaner.train.corpus import load, load_texts
from cleaner.train.export import stage, write
from cleaner.train.fit import cross_validate, fit, sample
from cleaner.train.measure import measure

_FOLDER = Path(__file__).parents[1] / "classify"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m cleaner.train", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of sets, each with gold.jsonl and pages/")
    parser.add_argument("--kind", choices=("html", "text"), default="html", help="of the pages; text: flattened ones")
    parser.add_argument("--out", type=Path, default=_FOLDER, help="folder for the data file")
    parser.add_argument("--only", choices=("validate", "fit"), help="do one of the two")
    args = parser.parse_args()
    read, name = (load, "judge.json") if args.kind == "html" else (load_texts, "judge_text.json")
    pages = list(read(args.corpus, load_rulebook()))
    samples = [sample(page) for page in pages]
    print(f"{len(pages)} pages, {sum(len(item.shares) for item in samples)} blocks, {len(samples[0].names)} features")
    if args.only != "fit":
        scores = [found.tolist() for found in cross_validate(samples)]
        for judged, (f1, exact) in measure(pages, scores).items():
            print(f"cross-validated over publishers: {judged}: word F1 {f1:.4f}, exact {exact:.3f}")
    if args.only != "validate":
        about = {"pages": len(pages), "trained with": f"catboost {version('catboost')}"}
        write([stage(fit(samples), samples[0].names)], args.out / name, about)
        print(f"written: {args.out / name}")


if __name__ == "__main__":
    main()
