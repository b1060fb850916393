"""What holds for every input, whatever its rules and verdicts."""
