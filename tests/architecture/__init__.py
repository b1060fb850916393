"""The shape of the project: layers, sizes, the wheel, and docs that cannot lag."""
