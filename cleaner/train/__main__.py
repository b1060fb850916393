"""`python -m cleaner.train CORPUS`: cross-validate over publishers, fit on all pages, write the data file."""

from __future__ import annotations

import argparse
import os
from importlib.metadata import version
from pathlib import Path
from typing import Any

from cleaner.rulebook import load_rulebook
from cleaner.settle.lines.line_judge import DATA as LINES
from cleaner.train.corpus import SETS, load, load_texts
from cleaner.train.export import forest, write
from cleaner.train.fit import cross_validate, fit_all, sample
from cleaner.train.fit_lines import fit_lines, validate_lines
from cleaner.train.lines import load_lines
from cleaner.train.measure import measure

_JUDGES = Path(__file__).parents[1] / "classify"
_FILES = {"html": _JUDGES / "judge.json", "text": _JUDGES / "judge_text.json", "lines": LINES}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m cleaner.train", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of sets, each with gold.jsonl and pages/")
    parser.add_argument(
        "--also", type=Path, help="folder of more sets, of which a second forest or the judge of lines learns"
    )
    parser.add_argument(
        "--kind",
        choices=_FILES,
        default="html",
        help="the judge of pages, that of flattened ones, that of lines",
    )
    parser.add_argument("--out", type=Path, help="folder for the data file, instead of its own")
    parser.add_argument("--only", choices=("validate", "fit"), help="do one of the two")
    args = parser.parse_args()
    if trouble := _trouble(args):  # before the minutes of a fit
        parser.error(trouble)
    _train_lines(args) if args.kind == "lines" else _train_judge(args)


def _trouble(args: argparse.Namespace) -> str:
    """Why there is nothing to learn from or nowhere to write; "" when all is there."""
    if missing := [str(args.corpus / name) for name in SETS if not (args.corpus / name / "gold.jsonl").is_file()]:
        return f"no gold.jsonl in {', '.join(missing)}"
    if args.also and not _sets(args.also):
        return f"none of {', '.join(SETS)} in {args.also}"
    if args.out and not (args.out.is_dir() and os.access(args.out, os.W_OK)):
        return f"{args.out} is no folder that can be written to"
    return ""


def _train_judge(args: argparse.Namespace) -> None:
    read = load if args.kind == "html" else load_texts
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
        about = {"pages": len(pages), "more pages": len(more)}
        _write(args, forest(fit_all(samples, more), samples[0].names), about)


def _train_lines(args: argparse.Namespace) -> None:
    rulebook = load_rulebook()
    stories = [
        story for corpus in (args.corpus, args.also) if corpus for story in load_lines(corpus, rulebook, _sets(corpus))
    ]
    print(f"{len(stories)} stories, {sum(len(item.kinds) for item in stories)} lines, {len(stories[0].names)} features")
    if args.only != "fit":
        for name, worth in validate_lines(stories).items():
            drafted, judged = (100 * wrong / worth.lines for wrong in (worth.drafted, worth.judged))
            print(f"cross-validated over publishers: {name}: {drafted:.1f} % of lines wrong, judged {judged:.1f} %")
    if args.only != "validate":
        _write(args, forest(fit_lines(stories), stories[0].names), {"stories": len(stories)})


def _write(args: argparse.Namespace, item: dict[str, Any], about: dict[str, Any]) -> None:
    file = _FILES[args.kind]
    path = (args.out or file.parent) / file.name
    write(item, path, {**about, "trained with": f"catboost {version('catboost')}"})
    print(f"written: {path}")


def _sets(folder: Path) -> list[str]:
    return [name for name in SETS if (folder / name).is_dir()]


if __name__ == "__main__":
    main()
