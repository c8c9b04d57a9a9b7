"""ndex2: CX2. It takes undeclared attributes and a missing status for granted, so these are looked at by hand."""

import json
import sys
from pathlib import Path

from ndex2.cx2 import RawCX2NetworkFactory

from expected import load, round_trip, same



def main(folder: Path) -> None:
    graph = load(folder)
    document = json.loads((folder / "graph.cx2").read_text(encoding="utf-8"))
    network = RawCX2NetworkFactory().get_cx2network(document)
    ours = {key: node["v"]["id"] for key, node in network.get_nodes().items()}
    nodes = {node["v"]["id"]: node["v"] for node in network.get_nodes().values()}
    edges = {
        edge["v"]["id"]: (ours[edge["s"]], ours[edge["t"]], edge["v"])
        for edge in network.get_edges().values()
    }
    round_trip(nodes, edges, graph, lambda value: value, "CX2")
    declared(document)


def declared(document: list) -> None:
    same(document[0], {"CXVersion": "2.0", "hasFragments": False}, "descriptor")
    same(document[-1], {"status": [{"success": True, "error": ""}]}, "status")
    aspects = {name: elements for part in document[1:-1] for name, elements in part.items()}
    counts = {entry["name"]: entry["elementCount"] for entry in aspects.pop("metaData")}
    same(counts, {name: len(elements) for name, elements in aspects.items()}, "counts")
    declarations = aspects["attributeDeclarations"][0]
    types = {
        "string": str,
        "long": int,
        "double": (float, int),
        "boolean": bool,
        "list_of_string": list,
    }
    for aspect in ("nodes", "edges"):
        for element in aspects[aspect]:
            for name, value in element["v"].items():
                of = declarations[aspect][name]["d"]
                assert isinstance(value, types[of]), f"{aspect}: {name} is no {of}: {value!r}"


main(Path(sys.argv[1]))
