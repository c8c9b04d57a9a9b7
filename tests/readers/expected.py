"""What must come back: the graph as the node-link JSON has it, held against the JSON report first."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Graph:
    nodes: dict  # identifier: attributes
    edges: dict  # identifier: (from, to, attributes)
    report: dict


def load(folder: Path) -> Graph:
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    data = json.loads((folder / "nodelink.json").read_text(encoding="utf-8"))
    nodes = {node.pop("id"): node for node in data["nodes"]}
    edges = {}
    for edge in data["edges"]:
        edges[edge.pop("key")] = (edge.pop("source"), edge.pop("target"), edge)
    graph = Graph(nodes, edges, report)
    agree_with_report(graph)
    return graph


def agree_with_report(graph: Graph) -> None:
    report = graph.report
    kinds = {
        "source": "sources",
        "claim": "claims",
        "group": "groups",
        "lineage": "lineages",
        "outlet": "outlets",
        "speaker": "speakers",
        "name": "names",
    }
    for kind, key in kinds.items():
        same(of_kind(graph, kind).keys(), {item["id"] for item in report[key]}, key)
    texts = {claim["id"]: claim["text"] for claim in report["claims"]}
    for reference, node in of_kind(graph, "claim").items():
        same(node["text"], texts[reference], reference)
    links = {key for key, (_, _, edge) in graph.edges.items() if edge["edge_type"] == "link"}
    same(links, {link["id"] for link in report["links"]}, "links")
    for start, end, _ in graph.edges.values():
        assert start in graph.nodes and end in graph.nodes
    assert not graph.nodes.keys() & graph.edges.keys(), "an edge has the identifier of a node"


def of_kind(graph: Graph, kind: str) -> dict:
    """The nodes of a kind, by what the report calls them."""
    nodes = graph.nodes.values()
    return {node["reference"]: node for node in nodes if node["node_type"] == kind}


def check_stances(found: list, report: dict) -> None:
    """One row for every group and source: it is silent just where no claim of its own is a member."""
    source_of = {claim["id"]: claim["source"] for claim in report["claims"]}
    lineage_of = {source["id"]: source["lineage"] for source in report["sources"]}
    claims = {
        (group["id"], source): sorted(m["claim"] for m in group["members"] if source_of[m["claim"]] == source)
        for group in report["groups"]
        for source in lineage_of
    }
    same(len(found), len(claims), "stances")
    for row in found:
        key = (row["group_reference"], row["source_reference"])
        same(sorted(row["claim_references"]), claims[key], f"claims of {key}")
        same(row["lineage_reference"], lineage_of[row["source_reference"]], f"lineage of {key}")
        stances = ("reports", "differs") if claims[key] else ("silent", "not comparable")
        assert row["stance"] in stances, f"{key}: {row['stance']}"


def xml(value):
    """What XML can carry of a value."""
    if not isinstance(value, str):
        return value
    return "".join(letter if carried(ord(letter)) else "\ufffd" for letter in value)


def carried(code: int) -> bool:
    return code in (9, 10, 13) or (code >= 32 and code not in (0xFFFE, 0xFFFF))


def joined(value):
    """Lists are joined where a format has none."""
    return "; ".join(value) if isinstance(value, list) else value


def same(found, expected, what) -> None:
    if found != expected:
        raise AssertionError(f"{what}:\n  found    {found!r:.600}\n  expected {expected!r:.600}")


def same_attributes(found: dict, expected: dict, what: str) -> None:
    """Values and their types."""
    for name, value in expected.items():
        same(found.get(name), value, f"{what}.{name}")
        same(type(found[name]), type(value), f"type of {what}.{name}")


def round_trip(found_nodes: dict, found_edges: dict, graph: Graph, carry, what: str) -> None:
    """Nodes, edges, and each attribute as `carry` says that the format carries it."""
    same(found_nodes.keys(), graph.nodes.keys(), f"{what}: nodes")
    same(found_edges.keys(), graph.edges.keys(), f"{what}: edges")
    for key, expected in graph.nodes.items():
        expected = {name: carry(value) for name, value in expected.items() if name != "label"}
        same_attributes(found_nodes[key], expected, f"{what}: {key}")
    for key, (start, end, expected) in graph.edges.items():
        found_start, found_end, found = found_edges[key]
        same((found_start, found_end), (start, end), f"{what}: ends of {key}")
        expected = {name: carry(value) for name, value in expected.items()}
        same_attributes(found, expected, f"{what}: {key}")
