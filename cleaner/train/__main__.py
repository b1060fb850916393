"""`python -m cleaner.train CORPUS`: cross-validate over publishers, fit on all pages, write the judge's data file."""

from __future__ import annotations

import argparse
from importlib.metadata import version
from pathlib import Path

from cleaner.rulebook import load_rulebook
from cleaner.train.corpus import SETS, load, load_texts
from cleaner.train.export import forest, write
from cleaner.train.fit import cross_validate, fit_all, sample
from cleaner.train.measure import measure

_FOLDER = Path(__file__).parents[1] / "classify"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m cleaner.train", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of sets, each with gold.jsonl and pages/")
    parser.add_argument("--also", type=Path, help="folder of more sets, of which a second forest learns as well")
    parser.add_argument("--kind", choices=("html", "text"), default="html", help="of the pages; text: flattened ones")
    parser.add_argument("--out", type=Path, default=_FOLDER, help="folder for the data file")
    parser.add_argument("--only", choices=("validate", "fit"), help="do one of the two")
    args = parser.parse_args()
    read, name = (load, "judge.json") if args.kind == "html" else (load_texts, "judge_text.json")
    rulebook = load_rulebook()
    pages = list(read(args.corpus, rulebook))
    samples = [sample(page) for page in pages]
    more = [sample(page) for page in read(args.also, rulebook, _sets(args.also))] if args.also else []
    print(f"{len(pages)} pages, {sum(len(item.shares) for item in samples)} blocks, {len(samples[0].names)} features")
    if args.only != "fit":
        scores = [found.tolist() for found in cross_validate(samples, more)]
        for judged, (f1, exact) in measure(pages, scores).items():
            print(f"cross-validated over publishers: {judged}: word F1 {f1:.4f}, exact {exact:.3f}")
    if args.only != "validate":
        about = {"pages": len(pages), "more pages": len(more), "trained with": f"catboost {version('catboost')}"}
        write(forest(fit_all(samples, more), samples[0].names), args.out / name, about)
        print(f"written: {args.out / name}")


def _sets(folder: Path) -> list[str]:
    return [name for name in SETS if (folder / name).is_dir()]


if __name__ == "__main__":
    main()
