"""Training of the judge, apart from the engine: `python -m cleaner.train CORPUS`, needs the extra `train`."""
