"""rdflib, pyld, pyshacl: TriG and JSON-LD say the same, by our shapes; schema.org claims."""

import json
import sys
from pathlib import Path

import pyld
import pyshacl
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import RDF

from expected import load, same

OURS = rdflib.Namespace("urn:crosscheck:vocabulary:")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")


def main(folder: Path) -> None:
    graph = load(folder)
    trig = rdflib.Dataset().parse(folder / "graph.trig", format="trig")
    linked = rdflib.Dataset().parse(folder / "graph.jsonld", format="json-ld")
    same(names(trig), names(linked), "named graphs")
    one, other = flat(trig), flat(linked)
    assert isomorphic(one, other), "TriG and JSON-LD differ"
    statements(one, graph)
    conforms, _, why = pyshacl.validate(one, shacl_graph=str(Path(__file__).parent / "shapes.ttl"))
    assert conforms, why
    expanded(folder, one)
    claims(folder, graph)


def names(dataset) -> set:
    graphs = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
    return {name for name in graphs if name.startswith("urn:crosscheck:")}


def flat(dataset) -> rdflib.Graph:
    flat = rdflib.Graph()
    for subject, predicate, thing, _ in dataset.quads():
        flat.add((subject, predicate, thing))
    return flat


def statements(found: rdflib.Graph, graph) -> None:
    """Counts, and each attribute's value and type."""
    for kind in ("source", "claim", "group", "lineage", "outlet", "speaker", "name"):
        expected = {key for key, node in graph.nodes.items() if node["node_type"] == kind}
        same(subjects(found, OURS[kind.capitalize()]), expected, kind)
    links = {key: edge for key, edge in graph.edges.items() if edge[2]["edge_type"] == "link"}
    same(subjects(found, OURS.Link), links.keys(), "links")
    same(len(list(found.triples((None, PROV.wasQuotedFrom, None)))), ties(graph, "makes"), "makes")
    same(len(list(found.triples((None, PROV.hadMember, None)))), ties(graph, "member_of"), "members")
    same(len(list(found.triples((None, OURS.credits, None)))), ties(graph, "credits"), "credits")
    for key, node in graph.nodes.items():
        compare(found, key, {name: value for name, value in node.items() if name != "label"})
    for key, (_, _, edge) in links.items():
        compare(found, key, {name: value for name, value in edge.items() if name != "weight"})


def compare(found: rdflib.Graph, key: str, expected: dict) -> None:
    for name, value in expected.items():
        values = value if isinstance(value, list) else [value]
        objects = found.objects(rdflib.URIRef(f"urn:crosscheck:{key}"), OURS[name])
        python = sorted((thing.toPython() for thing in objects), key=str)
        same([type(thing) for thing in python], [type(thing) for thing in set(values)], f"{key}.{name}")
        same(python, sorted(set(values), key=str), f"{key}.{name}")


def subjects(found: rdflib.Graph, kind) -> set:
    return {str(thing).removeprefix("urn:crosscheck:") for thing in found.subjects(RDF.type, kind)}


def ties(graph, kind: str) -> int:
    return sum(edge["edge_type"] == kind for _, _, edge in graph.edges.values())


def expanded(folder: Path, flat_graph) -> None:
    """pyld reads the document without fetching anything, and finds as many statements."""
    pyld.jsonld.set_document_loader(refuse)
    document = json.loads((folder / "graph.jsonld").read_text(encoding="utf-8"))
    quads = pyld.jsonld.to_rdf(document)
    count = len({json.dumps(quad, sort_keys=True) for graph in quads.values() for quad in graph})
    same(count, len(flat_graph), "statements that pyld finds")


def claims(folder: Path, graph) -> None:
    pyld.jsonld.set_document_loader(refuse)
    document = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    assert pyld.jsonld.expand(document)
    claims = document["@graph"]
    grouped = {member["claim"] for group in graph.report["groups"] for member in group["members"]}
    alone = [claim for claim in graph.report["claims"] if claim["id"] not in grouped]
    same(len(claims), len(graph.report["groups"]) + len(alone), "claims of schema.org")
    quoted = {
        appearance["hasPart"]["@id"].removeprefix("urn:crosscheck:quotation-"): appearance["hasPart"]["text"]
        for claim in claims
        for appearance in claim["appearance"]
    }
    texts = {key: node["text"] for key, node in graph.nodes.items() if "text" in node}
    same(quoted, texts, "quotations")
    for claim in claims:
        same(claim["@type"], "Claim", claim["@id"])
        assert claim["text"] in [part["hasPart"]["text"] for part in claim["appearance"]]


def refuse(url, options=None):
    raise AssertionError(f"{url} would have to be fetched")


main(Path(sys.argv[1]))
