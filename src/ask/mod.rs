//! Questions to answers, over the graph.
