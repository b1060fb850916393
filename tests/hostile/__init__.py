"""Pages that were made to break the engine: a zoo of attacks, a fuzzer, and what must hold for all of them."""
