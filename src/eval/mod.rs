//! Measuring against hand-made truth, and fitting weights to it.
