"""networkx: node-link JSON, GraphML, GEXF 1.3 and 1.2, Cytoscape JSON; pydot: DOT."""

import json
import sys
import warnings
from pathlib import Path

import networkx
import pydot

from expected import joined, load, round_trip, same, xml

# networkx keeps the identifier of a parallel edge under this name, or as the edge's key.
EDGE_ID = "id"


def main(folder: Path) -> None:
    graph = load(folder)
    text = lambda value: xml(joined(value))

    data = json.loads((folder / "nodelink.json").read_text(encoding="utf-8"))
    read = networkx.node_link_graph(data, edges="edges")
    round_trip(*parts(read), graph, lambda value: value, "node-link JSON")
    old = json.loads((folder / "nodelink-links.json").read_text(encoding="utf-8"))
    same(len(networkx.node_link_graph(old, edges="links").edges), len(graph.edges), "links")

    read = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    round_trip(*parts(read), graph, text, "GraphML")

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yed = networkx.read_graphml(folder / "yed.graphml", force_multigraph=True)
    round_trip(*parts(yed), without_weight(graph), text, "yEd")

    read = networkx.read_gexf(folder / "graph.gexf", version="1.3")
    round_trip(*parts(multigraph(read)), graph, text, "GEXF 1.3")
    old = networkx.read_gexf(folder / "graph-1.2.gexf", version="1.2draft")
    round_trip(*parts(multigraph(old)), graph, text, "GEXF 1.2")

    data = json.loads((folder / "graph.cyjs").read_text(encoding="utf-8"))
    read = networkx.cytoscape_graph(data)
    round_trip(*parts(read), graph, lambda value: value, "Cytoscape JSON")

    read_dot(folder, graph)


def parts(read):
    nodes = dict(read.nodes(data=True))
    edges = {key: (start, end, data) for start, end, key, data in read.edges(keys=True, data=True)}
    return nodes, edges


def multigraph(read):
    """GEXF without parallel edges is read as a simple graph, with the identifiers as an attribute."""
    many = networkx.MultiDiGraph()
    many.add_nodes_from(read.nodes(data=True))
    for *ends, data in read.edges(data=True):
        many.add_edge(*ends, key=data["id"], **data)
    return many


def without_weight(graph):
    for _, _, edge in graph.edges.values():
        edge.pop("weight")
    return graph


def read_dot(folder: Path, graph) -> None:
    (read,) = pydot.graph_from_dot_file(folder / "graph.dot", encoding="utf-8")
    unquote = lambda word: word[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    drawn = [node for node in read.get_nodes() if node.get_name() not in ("node", "graph", "edge")]
    names = {unquote(node.get_name()): node for node in drawn}
    same(names.keys(), graph.nodes.keys(), "DOT: nodes")
    same(len(read.get_edges()), len(graph.edges), "DOT: edges")
    for key, expected in graph.nodes.items():
        if "text" in expected:
            same(unquote(names[key].get("text")), xml(expected["text"]), f"DOT: {key}")


main(Path(sys.argv[1]))
