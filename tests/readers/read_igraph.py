"""igraph: GraphML."""

import math
import sys
from pathlib import Path

import igraph

from expected import joined, load, same, xml


def main(folder: Path) -> None:
    graph = load(folder)
    read = igraph.Graph.Read_GraphML(str(folder / "graph.graphml"))
    nodes = {vertex["id"]: vertex for vertex in read.vs}
    # igraph 1.0 gives edges the identifiers of nodes; their names are right.
    edges = {edge["name"]: edge for edge in read.es}
    same(nodes.keys(), graph.nodes.keys(), "nodes")
    same(edges.keys(), graph.edges.keys(), "edges")
    for key, expected in graph.nodes.items():
        compare(nodes[key].attributes(), expected, key)
    for key, (start, end, expected) in graph.edges.items():
        ends = (read.vs[edges[key].source]["id"], read.vs[edges[key].target]["id"])
        same(ends, (start, end), key)
        compare(edges[key].attributes(), expected, key)


def compare(found: dict, expected: dict, key: str) -> None:
    for name, value in expected.items():
        value = xml(joined(value))
        # igraph has no whole numbers, and no absent ones.
        value = float(value) if type(value) is int else value
        same((type(found[name]), found[name]), (type(value), value), f"{key}.{name}")
    for name, value in found.items():
        if name not in expected and name not in ("id", "name"):
            absent = value in ("", False) or (isinstance(value, float) and math.isnan(value))
            assert absent, f"{key}.{name} is {value!r}"


main(Path(sys.argv[1]))
