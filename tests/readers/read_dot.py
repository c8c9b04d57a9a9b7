"""Graphviz: DOT, drawn and read back."""

import json
import subprocess
import sys
from pathlib import Path

from lxml import etree

from expected import joined, load, same, xml


def main(folder: Path) -> None:
    graph = load(folder)
    read = json.loads(dot(folder, "-Tjson"))
    objects = {thing["_gvid"]: thing for thing in read.get("objects", [])}
    nodes = {thing["name"]: thing for thing in objects.values()}
    same(nodes.keys(), graph.nodes.keys(), "nodes")
    edges = {edge["id"]: edge for edge in read.get("edges", [])}
    same(edges.keys(), graph.edges.keys(), "edges")
    for key, expected in graph.nodes.items():
        compare(nodes[key], expected, key)
    for key, (start, end, expected) in graph.edges.items():
        ends = [objects[edges[key][side]]["name"] for side in ("tail", "head")]
        same(ends, [start, end], key)
        compare(edges[key], expected, key)
    picture = etree.fromstring(dot(folder, "-Tsvg"), etree.XMLParser(huge_tree=True))
    titles = picture.findall(".//{http://www.w3.org/2000/svg}g[@class='node']")
    same(len(titles), len(graph.nodes), "nodes in the picture")


def dot(folder: Path, output: str) -> bytes:
    command = ["dot", output, str(folder / "graph.dot")]
    result = subprocess.run(command, capture_output=True, check=True)
    assert not result.stderr, result.stderr
    return result.stdout


def compare(found: dict, expected: dict, key: str) -> None:
    for name, value in expected.items():
        if name not in ("label", "weight"):
            value = str(value).lower() if isinstance(value, bool) else str(joined(value))
            same(plain(found.get(name, ""), value), xml(value), f"{key}.{name}")


def plain(found: str, like: str) -> str:
    """DOT has but words, and Graphviz leaves out empty ones: numbers are compared as numbers, backslashes are doubled."""
    found = found.replace("\\\\", "\\")
    try:
        return like if float(found) == float(like) else found
    except ValueError:
        return found


main(Path(sys.argv[1]))
